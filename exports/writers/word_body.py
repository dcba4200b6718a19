"""The paragraphs of the Word file, in order, with what is anchored to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exports.page import (
    Align,
    Break,
    Cell,
    Element,
    Face,
    Foot,
    Line,
    Page,
    Placed,
    PlacedLine,
    Role,
    Row,
    Rule,
    Setting,
    Text,
    Unnumbered,
)
from exports.writers.word_drawing import Drawings
from exports.writers.word_stretch import lines_of, stretched
from exports.writers.word_styles import Styled, style_id
from exports.writers.word_xml import paragraph_properties, run_xml, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.grid import Grid
    from exports.typeset.fonts import FontFile

WORD_BASELINE = 0.8  # of the height of a line of exact pitch, under its top; measured
FOOT_ROLES = (Role.IMPRINT, Role.SUBJECT_WORDS)


@dataclass(slots=True)
class Block:
    """A paragraph to be written: its element as Word must set it, and what hangs on it."""

    element: Text | Row
    page_break: bool = False
    anchored: str = ""


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
    styled: Mapping[Role, Styled],
    families: Mapping[Face, FontFile],
) -> Body:
    """Turn elements into paragraphs; lines and the 版记 stand where `pages` have them."""
    builder = _Builder(pages, grid, styled, families)
    for element in elements:
        builder.take(element)
    return builder.body


def styles_of(elements: Iterable[Element]) -> dict[Role, Styled]:
    """How each role is set where it appears first, with the face of its last run, that of its text."""
    styled: dict[Role, Styled] = {}
    for element in _paragraphs(elements):
        runs = element.runs if isinstance(element, Text) else element.cells[0].runs
        face = runs[-1].face if runs else Face.FANG_SONG
        setting = replace(element.setting, keep_with_next=False)
        styled.setdefault(element.role, (setting, face))
    return styled


def block_xml(
    block: Block,
    styled: Mapping[Role, Styled],
    families: Mapping[Face, FontFile],
    section: str = "",
) -> str:
    """A block as `w:p`; `section` is the `w:sectPr` that ends a section with it."""
    element = block.element
    setting, face = styled[element.role]
    tabs = _tabs(element) if isinstance(element, Row) else ""
    own_setting = _indented(element) if isinstance(element, Row) else element.setting
    differs = own_setting != setting or block.page_break or tabs
    page_break = "<w:pageBreakBefore/>" if block.page_break else ""
    own = paragraph_properties(own_setting, page_break=page_break, tabs=tabs) if differs else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(element.role)}"/>{own}{section}</w:pPr>'
        f"{block.anchored}{_runs_xml(element, face, families)}</w:p>"
    )


def _runs_xml(element: Text | Row, face: Face, families: Mapping[Face, FontFile]) -> str:
    if isinstance(element, Text):
        return "".join(run_xml(run, face, families) for run in element.runs if run.text)
    texts = (
        "".join(run_xml(run, face, families) for run in cell.runs if run.text)
        for cell in element.cells
    )
    tab = "<w:r><w:tab/></w:r>"
    lead = "" if _is_indented(element.cells[0]) else tab
    return lead + tab.join(texts)


def _is_indented(first: Cell) -> bool:
    """A first cell that starts at its place needs no tab but an indent."""
    return first.align is Align.LEFT


def _indented(row: Row) -> Setting:
    first = row.cells[0]
    return replace(row.setting, left=first.x) if _is_indented(first) else row.setting


def _tabs(row: Row) -> str:
    cells = row.cells[1:] if _is_indented(row.cells[0]) else row.cells
    stops = "".join(
        f'<w:tab w:val="{cell.align.value}" w:pos="{twips(cell.x)}"/>' for cell in cells
    )
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _paragraphs(elements: Iterable[Element]) -> Iterator[Text | Row]:
    for element in elements:
        if isinstance(element, Text | Row):
            yield element
        elif isinstance(element, Placed):
            yield element.text
        elif isinstance(element, Foot):
            yield from (row.content for row in element.rows)


class _Builder:
    """Collects blocks; remembers a page break until the paragraph after it."""

    def __init__(
        self,
        pages: Sequence[Page],
        grid: Grid,
        styled: Mapping[Role, Styled],
        families: Mapping[Face, FontFile],
    ) -> None:
        self._pages, self._grid = pages, grid
        self._styled, self._families = styled, families
        self._lines = lines_of(pages)
        self._drawings = Drawings()
        self.body = Body()
        self._rules = (m for p in pages for m in p.marks if isinstance(m, Rule))
        self._breaks = False
        self._anchored = ""  # waits for the paragraph it will hang on
        self._rise = 0.0  # how far the line of the 标志 was lifted, points

    def take(self, element: Element) -> None:
        """Add what an element asks for; where a seal goes, the paper stays white."""
        match element:
            case Text() | Row():
                self._add(element)
            case Line():
                self._hang_line(element)
            case Break():
                self._breaks = True
            case Placed():
                self._anchored += self._box_of(element)
            case PlacedLine():
                self._anchored += self._drawings.rule(next(self._rules))
            case Unnumbered():
                self.body.first_is_numbered = False
            case Foot():
                self._take_foot(element)
            case _:
                pass

    def _add(self, element: Text | Row) -> None:
        if element.role is Role.MARK:
            element = self._lifted(element)
        elif self._rise:
            element = _with(element, pitch=element.setting.pitch + self._rise)
            self._rise = 0.0
        if isinstance(element, Text) and element.source in self._lines:
            runs = stretched(element, self._lines[element.source])
            element = replace(element, runs=tuple(runs))
        self.body.blocks.append(Block(element, self._breaks, self._anchored))
        self._breaks, self._anchored = False, ""

    def _box_of(self, placed: Placed) -> str:
        """A text box whose first baseline is that of the placed glyphs."""
        text, page = placed.text, self._pages[0]
        first = next(
            mark
            for mark in page.texts
            if mark.role is text.role and text.text.startswith(mark.text)
        )
        content = block_xml(Block(text), self._styled, self._families)
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
        if self.body.foot_starts_page:
            self.body.blocks.append(Block(Text(Role.BLANK, (), _blank_setting(self._styled))))
        self.body.blocks[-1].anchored += self._foot_drawings(foot, page)

    def _foot_drawings(self, foot: Foot, page: Page) -> str:
        """The rules where they are placed, and one box for all rows."""
        rules = list(self._rules)
        top = self._foot_top(foot, page)
        drift = self._drift(foot)
        content = "".join(
            block_xml(Block(row.content), self._styled, self._families) for row in foot.rows
        )
        height = self._grid.bottom - top + drift
        box = self._drawings.box(content, page.left, top - drift, self._grid.width, height)
        return "".join(self._drawings.rule(rule) for rule in rules) + box

    def _foot_top(self, foot: Foot, page: Page) -> float:
        first = foot.rows[0].content
        lines = [mark.baseline for mark in page.texts if mark.role in FOOT_ROLES]
        size, pitch = first.setting.size, first.setting.pitch
        return min(lines) - (pitch - size) / 2 - WORD_BASELINE * size

    def _drift(self, foot: Foot) -> float:
        """How much lower Word sets a line in its exact pitch than we do, between rules that stand fast."""
        setting = foot.rows[0].content.setting
        return (WORD_BASELINE - 0.5) * (setting.pitch - setting.size)


def _with(element: Text | Row, **changes: float) -> Text | Row:
    return replace(element, setting=replace(element.setting, **changes))


def _blank_setting(styled: Mapping[Role, Styled]) -> Setting:
    return styled[Role.BLANK][0]
