"""The paragraphs of the Word file, in order, with what is anchored to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import (
    Break,
    Element,
    Face,
    Foot,
    Glyphs,
    Line,
    Page,
    Role,
    Rule,
    Setting,
    Spread,
    Text,
)
from exports.writers.word_drawing import Drawings
from exports.writers.word_styles import Styled, style_id
from exports.writers.word_xml import paragraph_properties, run_xml, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.typeset.fonts import FontFile

WORD_BASELINE = 0.8  # of the height of a line of exact pitch, under its top; measured
FOOT_ROLES = (Role.IMPRINT, Role.SUBJECT_WORDS)
AREA_WIDTH = standard.pt(standard.AREA_WIDTH)


@dataclass(slots=True)
class Block:
    """A paragraph to be written: its element as Word must set it, and what hangs on it."""

    element: Text | Spread
    page_break: bool = False
    anchored: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """All paragraphs; `foot_starts_page`: the last of them stands on a page of its own, the 版记's."""

    blocks: tuple[Block, ...]
    foot_starts_page: bool
    foot_is_numbered: bool


def body_of(
    elements: Sequence[Element],
    pages: Sequence[Page],
    styled: Mapping[Role, Styled],
    families: Mapping[Face, FontFile],
) -> Body:
    """Turn elements into paragraphs; lines and the 版记 stand where `pages` have them."""
    builder = _Builder(pages, styled, families)
    for element in elements:
        builder.take(element)
    return builder.body()


def styles_of(elements: Iterable[Element]) -> dict[Role, Styled]:
    """How each role is set where it appears first, with the face of its last run, that of its text."""
    styled: dict[Role, Styled] = {}
    for element in _paragraphs(elements):
        runs = element.runs if isinstance(element, Text) else element.left
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
    tabs = _right_tab(element) if isinstance(element, Spread) else ""
    differs = element.setting != setting or block.page_break or tabs
    page_break = "<w:pageBreakBefore/>" if block.page_break else ""
    own = paragraph_properties(element.setting, page_break=page_break, tabs=tabs) if differs else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(element.role)}"/>{own}{section}</w:pPr>'
        f"{block.anchored}{_runs_xml(element, face, families)}</w:p>"
    )


def _runs_xml(element: Text | Spread, face: Face, families: Mapping[Face, FontFile]) -> str:
    if isinstance(element, Text):
        return "".join(run_xml(run, face, families) for run in element.runs if run.text)
    left, right = (
        "".join(run_xml(run, face, families) for run in side if run.text)
        for side in (element.left, element.right)
    )
    return f"{left}<w:r><w:tab/></w:r>{right}"


def _right_tab(element: Spread) -> str:
    place = twips(AREA_WIDTH - element.setting.right)
    return f'<w:tabs><w:tab w:val="right" w:pos="{place}"/></w:tabs>'


def _paragraphs(elements: Iterable[Element]) -> Iterator[Text | Spread]:
    for element in elements:
        if isinstance(element, Text | Spread):
            yield element
        elif isinstance(element, Foot):
            yield from (row.content for row in element.rows)


class _Builder:
    """Collects blocks; remembers a page break until the paragraph after it."""

    def __init__(
        self,
        pages: Sequence[Page],
        styled: Mapping[Role, Styled],
        families: Mapping[Face, FontFile],
    ) -> None:
        self._pages, self._styled, self._families = pages, styled, families
        self._drawings = Drawings()
        self._blocks: list[Block] = []
        self._breaks = False
        self._rise = 0.0  # how far the line of the 标志 was lifted, points
        self._foot_starts_page, self._foot_is_numbered = False, True

    def take(self, element: Element) -> None:
        """Add what an element asks for."""
        match element:
            case Text() | Spread():
                self._add(element)
            case Line():
                self._hang_line(element)
            case Break():
                self._breaks = True
            case Foot():
                self._take_foot(element)

    def body(self) -> Body:
        """What was collected."""
        return Body(tuple(self._blocks), self._foot_starts_page, self._foot_is_numbered)

    def _add(self, element: Text | Spread) -> None:
        if element.role is Role.MARK:
            element = self._lifted(element)
        elif self._rise:
            element = _with(element, pitch=element.setting.pitch + self._rise)
            self._rise = 0.0
        self._blocks.append(Block(element, self._breaks))
        self._breaks = False

    def _lifted(self, element: Text | Spread) -> Text | Spread:
        """Word sets the ink of the 标志 elsewhere in its line than we do: the line moves, the blank after it gives way."""
        marks = [mark for mark in self._pages[0].marks if mark.role is Role.MARK]
        glyphs = next((mark for mark in marks if isinstance(mark, Glyphs)), None)
        if glyphs is None:
            return element
        above = sum(block.element.setting.pitch for block in self._blocks)
        top = standard.pt(standard.AREA_TOP) + above + element.setting.space_before
        self._rise = WORD_BASELINE * element.setting.pitch - (glyphs.baseline - top)
        return _with(element, space_before=element.setting.space_before - self._rise)

    def _hang_line(self, line: Line) -> None:
        block = self._blocks[-1]
        block.element = _with(block.element, space_after=line.gap)
        rules = (mark for mark in self._pages[0].marks if isinstance(mark, Rule))
        block.anchored += "".join(self._drawings.rule(rule) for rule in rules)

    def _take_foot(self, foot: Foot) -> None:
        page = self._pages[-1]
        has_text = any(mark.role not in (*FOOT_ROLES, Role.PAGE_NUMBER) for mark in page.marks)
        self._foot_starts_page = not has_text
        self._foot_is_numbered = any(mark.role is Role.PAGE_NUMBER for mark in page.marks)
        if self._foot_starts_page:
            self._blocks.append(Block(Text(Role.BLANK, (), _blank_setting(self._styled))))
        self._blocks[-1].anchored += self._foot_drawings(foot, page)

    def _foot_drawings(self, foot: Foot, page: Page) -> str:
        """The rules where they are placed, and one box for all rows."""
        rules = [mark for mark in page.marks if isinstance(mark, Rule)]
        top = self._foot_top(foot, page)
        drift = self._drift(foot)
        content = "".join(
            block_xml(Block(row.content), self._styled, self._families) for row in foot.rows
        )
        bottom = max(rule.y for rule in rules)
        box = self._drawings.box(content, rules[0].x, top - drift, AREA_WIDTH, bottom - top + drift)
        return "".join(self._drawings.rule(rule) for rule in rules) + box

    def _foot_top(self, foot: Foot, page: Page) -> float:
        first = foot.rows[0].content
        lines = [
            mark.baseline
            for mark in page.marks
            if isinstance(mark, Glyphs) and mark.role in FOOT_ROLES
        ]
        size, pitch = first.setting.size, first.setting.pitch
        return min(lines) - (pitch - size) / 2 - WORD_BASELINE * size

    def _drift(self, foot: Foot) -> float:
        """How much lower Word sets a line in its exact pitch than we do, between rules that stand fast."""
        setting = foot.rows[0].content.setting
        return (WORD_BASELINE - 0.5) * (setting.pitch - setting.size)


def _with(element: Text | Spread, **changes: float) -> Text | Spread:
    return replace(element, setting=replace(element.setting, **changes))


def _blank_setting(styled: Mapping[Role, Styled]) -> Setting:
    return styled[Role.BLANK][0]
