"""The paragraphs of the Word file, in order, with what is anchored to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from exports.page import (
    LOW,
    Break,
    Element,
    Foot,
    Frame,
    Line,
    Page,
    Placed,
    PlacedLine,
    Role,
    Row,
    Rule,
    Stamping,
    Table,
    Text,
    Unnumbered,
)
from exports.typeset.turned import turned_pages
from exports.writers.word_block import Block, block_xml
from exports.writers.word_drawing import Drawings
from exports.writers.word_frame import frame_xml
from exports.writers.word_stretch import forced_break, lines_of, parted, stretched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.grid import Grid
    from exports.typeset.fonts import FontBook
    from exports.writers.word_stretch import Stretch
    from exports.writers.word_styles import StyleSheet

WORD_BASELINE = 0.8  # of the height of a line of exact pitch, under its top; measured
FOOT_ROLES = (Role.IMPRINT, Role.SUBJECT_WORDS)
Set = TypeVar("Set", bound="Text | Row | Table")


@dataclass(slots=True)
class Body:
    """All paragraphs; `foot_starts_page`: the last of them stands on a page of its own, the 版记's."""

    blocks: list[Block] = field(default_factory=list[Block])
    first_is_numbered: bool = True
    foot_starts_page: bool = False
    foot_on_even_page: bool = True
    foot_is_numbered: bool = True


def body_of(
    elements: Sequence[Element],
    pages: Sequence[Page],
    grid: Grid,
    sheet: StyleSheet,
    fonts: FontBook,
) -> Body:
    """Turn elements into paragraphs; lines and the 版记 stand where `pages` have them."""
    builder = _Builder(pages, grid, sheet, fonts)
    for element in elements:
        builder.take(element)
    builder.end_table()
    return builder.body


class _Builder:
    """Collects blocks; remembers a page break until the paragraph after it."""

    def __init__(
        self, pages: Sequence[Page], grid: Grid, sheet: StyleSheet, fonts: FontBook
    ) -> None:
        self._pages, self._grid, self._sheet, self._fonts = pages, grid, sheet, fonts
        self._lines = lines_of(pages)
        self._drawings = Drawings()
        self.body = Body()
        rules = (mark for page in pages for mark in page.marks if isinstance(mark, Rule))
        self._rules = (rule for rule in rules if rule.role is not Role.TABLE)
        self._breaks = False
        self._anchored = ""  # waits for the paragraph it will hang on
        self._rise = 0.0  # how far the line of the 标志 was lifted, points

    def take(self, element: Element) -> None:
        """Add what an element asks for."""
        match element:
            case Text() | Row():
                self._add(element)
            case Line():
                self._hang_line(element)
            case Table():
                self._take_table(element)
            case Frame():
                before = frame_xml(element, self._fonts)
                self.body.blocks.append(Block(LOW, before=before))
            case Break():
                self._breaks = True
            case Unnumbered():
                self.body.first_is_numbered = False
            case Foot():
                self._take_foot(element)
            case _:
                self._anchored += self._still(element)

    def _take_table(self, table: Table) -> None:
        if not table.is_turned:
            self.body.blocks.append(Block(table))
            return
        for page in turned_pages(table, self._fonts, self._grid.width):
            self.body.blocks.append(Block(LOW, page_break=True))
            self.body.blocks.append(Block(table, turned=page))
        self._breaks = True

    def end_table(self) -> None:
        """A table that ends the text needs a paragraph after it, as low as can be."""
        if self.body.blocks and isinstance(self.body.blocks[-1].element, Table):
            self.body.blocks.append(Block(LOW))

    def _still(self, element: Placed | PlacedLine | Stamping) -> str:
        """What hangs on the next paragraph; where a seal goes, the paper stays white."""
        match element:
            case Placed():
                return self._box_of(element)
            case PlacedLine():
                return self._drawings.rule(next(self._rules))
            case Stamping():
                return ""

    def _add(self, element: Text | Row) -> None:
        if element.role is Role.MARK:
            element = self._lifted(element)
        elif self._rise:
            element = _with(element, pitch=element.setting.pitch + self._rise)
            self._rise = 0.0
        paragraphs: tuple[Text | Row, ...] = (element,)
        if isinstance(element, Text) and element.source in self._lines:
            paragraphs = self._as_on_our_pages(element, self._lines[element.source])
        for paragraph in paragraphs:
            self.body.blocks.append(Block(paragraph, self._breaks, self._anchored))
            self._breaks, self._anchored = True, ""
        self._breaks = False

    def _as_on_our_pages(self, text: Text, lines: Sequence[Stretch]) -> tuple[Text, ...]:
        """A text with what keeps its lines as ours; where its last lines went to the next page, they are a paragraph."""
        bottom = self._grid.bottom + self._grid.overhang
        cut = forced_break(text, lines, bottom) if text.setting.tail_lines else None
        whole = replace(text, runs=tuple(stretched(text, lines, cut)))
        return (whole,) if cut is None else parted(whole, cut)

    def _box_of(self, placed: Placed) -> str:
        """A text box whose first baseline is that of the placed glyphs."""
        text, page = placed.text, self._pages[0]
        first = next(
            mark
            for mark in page.texts
            if mark.role is text.role and text.text.startswith(mark.text)
        )
        content = block_xml(Block(text), self._sheet)
        top = first.baseline - WORD_BASELINE * text.setting.pitch
        height = text.setting.pitch * (1 + text.text.count("\n"))
        left = self._grid.left + placed.left
        return self._drawings.box(content, left, top, placed.width or self._grid.width, height)

    def _lifted(self, element: Text | Row) -> Text | Row:
        """Word sets the ink of the 标志 elsewhere in its line than we do: the line moves, the blank after it gives way."""
        glyphs = next((mark for mark in self._pages[0].texts if mark.role is Role.MARK), None)
        if glyphs is None:
            return element
        above = sum(block.element.setting.pitch for block in self.body.blocks)
        top = self._grid.top + above + element.setting.space_before
        self._rise = WORD_BASELINE * element.setting.pitch - (glyphs.baseline - top)
        return _with(element, space_before=element.setting.space_before - self._rise)

    def _hang_line(self, line: Line) -> None:
        block = self.body.blocks[-1]
        block.element = _with(block.element, space_after=line.gap)
        if line.width:
            block.anchored += self._drawings.rule(next(self._rules))

    def _take_foot(self, foot: Foot) -> None:
        page = self._pages[-1]
        has_text = any(mark.role not in (*FOOT_ROLES, Role.PAGE_NUMBER) for mark in page.texts)
        self.body.foot_starts_page = not has_text
        self.body.foot_on_even_page = foot.on_even_page
        self.body.foot_is_numbered = any(mark.role is Role.PAGE_NUMBER for mark in page.texts)
        self.end_table()
        if self.body.foot_starts_page:
            self.body.blocks.append(
                Block(Text(Role.BLANK, (), self._sheet.styles[Role.BLANK].setting))
            )
        self.body.blocks[-1].anchored += self._foot_drawings(foot, page)

    def _foot_drawings(self, foot: Foot, page: Page) -> str:
        """The rules where they are placed, and one box for all rows."""
        rules = list(self._rules)
        top = self._foot_top(foot, page)
        drift = _drift(foot)
        content = "".join(block_xml(Block(row.content), self._sheet) for row in foot.rows)
        height = self._grid.bottom - top + drift
        box = self._drawings.box(content, page.left, top - drift, self._grid.width, height)
        return "".join(self._drawings.rule(rule) for rule in rules) + box

    def _foot_top(self, foot: Foot, page: Page) -> float:
        first = foot.rows[0].content
        lines = [mark.baseline for mark in page.texts if mark.role in FOOT_ROLES]
        size, pitch = first.setting.size, first.setting.pitch
        return min(lines) - (pitch - size) / 2 - WORD_BASELINE * size


def _drift(foot: Foot) -> float:
    """How much lower Word sets a line in its exact pitch than we do, between rules that stand fast."""
    setting = foot.rows[0].content.setting
    return (WORD_BASELINE - 0.5) * (setting.pitch - setting.size)


def _with(element: Set, **changes: float) -> Set:
    return replace(element, setting=replace(element.setting, **changes))
