"""Elements flow onto pages: the grid of 22 lines, what keeps together, the 版记."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import (
    Break,
    Element,
    Foot,
    Frame,
    Glyphs,
    Ink,
    Line,
    Mark,
    Numbering,
    Page,
    Placed,
    PlacedLine,
    Role,
    Row,
    Rule,
    Stamp,
    Stamping,
    Table,
    Text,
    Unnumbered,
)
from exports.typeset.frame import frame_marks
from exports.typeset.lines import set_row, set_text
from exports.typeset.page_number import page_number
from exports.typeset.past import Moment, Past, Sheet
from exports.typeset.table import set_table
from exports.typeset.table_parts import part_height, part_marks, parts
from exports.typeset.turned import turned_marks, turned_pages
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exports.grid import Grid
    from exports.typeset.fonts import FontBook
    from exports.typeset.past import Group
    from exports.typeset.set_line import SetLine

SLACK = 0.01  # points


class FootTooTall(UserError):
    """The 版记 does not fit on one page."""


def typeset(
    elements: Sequence[Element],
    fonts: FontBook,
    grid: Grid,
    numbering: Numbering = Numbering.SPACED,
) -> tuple[Page, ...]:
    """Place elements on pages.

    Args:
        elements: What stands on the paper, in reading order.
        fonts: The faces it is set in.
        grid: The type area they fill.
        numbering: What stands under its pages.

    Raises:
        UserError: a character is in no font, a text is too long for its box.
        FootTooTall: the 版记 does not fit on one page.
    """
    groups = tuple(map(tuple, _groups(elements)))
    past = fonts.past
    if past is not None and (past.grid, past.numbering) != (grid, numbering):
        past = None
    flow = _Flow(fonts, grid)
    moments = _place_all(flow, groups, past)
    pages = flow.pages(numbering, past)
    fonts.past = Past(grid, numbering, groups, moments, flow.sheets, pages)
    return pages


def _place_all(flow: _Flow, groups: Sequence[Group], past: Past | None) -> tuple[Moment, ...]:
    """Place the groups, only those that the past does not know; the moment before each."""
    begun = past.begun(groups) if past else 0
    moments = list(past.moments[:begun]) if past else []
    ended = len(groups) - past.ended(groups, begun) if past else len(groups)
    if past and begun:
        flow.go_back(past, past.moments[begun])
    for at in range(begun, len(groups)):
        moment = flow.moment()
        known = past.moments[at - len(groups)] if past and at >= ended else None
        if past and known and known.is_like(moment):
            flow.go_on(past, known)
            more = moment.marks - known.marks
            rest = past.moments[at - len(groups) :]
            return (*moments, *(one.shifted(moment.sheets, more) for one in rest))
        moments.append(moment)
        flow.place(groups[at], groups[at + 1] if at + 1 < len(groups) else ())
    return tuple(moments)


class _Flow:
    """The pages so far and the place where the next line goes."""

    def __init__(self, fonts: FontBook, grid: Grid) -> None:
        self._fonts, self._grid = fonts, grid
        self._sheets: list[Sheet] = []
        self._turn()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages so far, to be filled no further."""
        return tuple(self._sheets)

    def moment(self) -> Moment:
        """Where the next element goes."""
        sheet = self._sheet
        return Moment(len(self._sheets), sheet.y, sheet.is_numbered, len(sheet.marks))

    def go_back(self, past: Past, moment: Moment) -> None:
        """Stand where the past stood at a moment."""
        *before, last = past.sheets[: moment.sheets]
        self._sheets = [*before, last.until(moment)]

    def go_on(self, past: Past, moment: Moment) -> None:
        """All that follows is as it was after a moment of the past."""
        last, *behind = past.sheets[moment.sheets - 1 :]
        sheet = self._sheet
        sheet.marks.extend(last.marks[moment.marks :])
        sheet.y, sheet.is_numbered = last.y, last.is_numbered
        self._sheets.extend(behind)

    def place(self, group: Sequence[Element], after: Sequence[Element]) -> None:
        """Place elements that keep together; they go to a new page when only that holds them together.

        Of those that come `after` them, the last lines of a long text keep room.
        """
        kept = [(element, self._lines(element)) for element in group]
        height = _needed(kept)
        if len(group) > 1 and not self._fits(height) and height <= self._grid.height:
            self._turn()
        for element, lines in kept:
            if isinstance(element, Text) and element.setting.tail_lines:
                self._place_long(lines, element.setting.tail_lines, after)
            else:
                self._place_one(element, lines)

    def _place_long(self, lines: Sequence[SetLine], tail: int, after: Sequence[Element]) -> None:
        """Lines of a text, the last of them on the page of what comes after."""
        rest = _needed([(element, self._lines(element)) for element in after])
        start = len(lines) - tail
        for at, line in enumerate(lines):
            height = sum(line.height for line in lines[start:]) + rest
            if at == start and self._sheet.y > self._grid.top and not self._fits(height):
                self._turn()
            self._place_line(line)

    def pages(self, numbering: Numbering, past: Past | None = None) -> tuple[Page, ...]:
        """All pages with their numbers; those that are as they were are the very ones of the past."""
        of = len(self._sheets)
        known = (
            past if past and (numbering is not Numbering.OF_ALL or of == len(past.pages)) else None
        )
        return tuple(
            known.pages[at]
            if known and at < len(known.sheets) and known.sheets[at] is sheet
            else self._page(sheet, numbering)
            for at, sheet in enumerate(self._sheets)
        )

    def _page(self, sheet: Sheet, numbering: Numbering) -> Page:
        grid = self._grid
        number = page_number(sheet.number, len(self._sheets), self._fonts, grid, numbering)
        marks = (*sheet.marks, *number) if sheet.is_numbered else tuple(sheet.marks)
        return Page(sheet.number, marks, grid.page_width, grid.page_height, sheet.left)

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[-1]

    def _turn(self) -> None:
        number = len(self._sheets) + 1
        self._sheets.append(Sheet(number, self._grid.left_of(number), [], self._grid.top))

    def _fits(self, height: float) -> bool:
        return self._sheet.y + height <= self._grid.bottom + self._grid.overhang + SLACK

    def _lines(self, element: Element) -> tuple[SetLine, ...]:
        match element:
            case Text():
                return set_text(element, self._fonts, self._grid.width)
            case Row():
                return (set_row(element, self._fonts),)
            case _:
                return ()

    def _place_one(self, element: Element, lines: Sequence[SetLine]) -> None:
        match element:
            case Text() | Row():
                self._sheet.y += element.setting.space_before
                for line in lines:
                    self._place_line(line)
                self._sheet.y += element.setting.space_after
            case Line():
                self._place_rule(element)
            case Table() | Frame():
                self._place_cells(element)
            case Break():
                self._turn()
            case Foot():
                self._place_foot(element)
            case Unnumbered():
                self._sheet.is_numbered = False
            case _:
                self._sheet.marks.extend(self._still(element))

    def _still(self, element: Placed | PlacedLine | Stamping) -> Iterator[Mark]:
        """What does not move the flow."""
        match element:
            case Placed():
                yield from self._placed(element)
            case PlacedLine():
                x = (self._grid.page_width - element.length) / 2
                y = element.y + self._grid.shift_down
                yield Rule(x, y, element.length, element.width, element.ink, Role.MARK)
            case Stamping():
                for (x, y), name in zip(element.centres, element.names, strict=True):
                    place = self._sheet.left + x, self._sheet.y + y
                    yield Stamp(*place, element.width, element.height, name, element.is_round)

    def _placed(self, element: Placed) -> Iterator[Mark]:
        y = element.top + self._grid.shift_down
        for line in set_text(element.text, self._fonts, element.width or self._grid.width):
            yield from _at(line, self._sheet.left + element.left, y)
            y += line.height

    def _place_line(self, line: SetLine) -> None:
        if not self._fits(line.height):
            self._turn()
        sheet = self._sheet
        sheet.marks.extend(_at(line, sheet.left, sheet.y))
        sheet.y += line.height

    def _place_rule(self, line: Line) -> None:
        sheet = self._sheet
        sheet.y += line.gap
        if line.width:
            rule = Rule(sheet.left, sheet.y, self._grid.width, line.width, line.ink, Role.MARK)
            sheet.marks.append(rule)
        sheet.y += line.after

    def _place_cells(self, element: Table | Frame) -> None:
        if isinstance(element, Frame):
            self._place_frame(element)
        elif element.is_turned:
            self._place_turned(element)
        else:
            self._place_table(element)

    def _place_table(self, table: Table) -> None:
        """Row by row; a page that begins within the table begins with its head."""
        rows = tuple(set_table(table, self._fonts, self._grid.height / 2))
        end = self._grid.bottom + self._grid.overhang
        for at, part in enumerate(
            parts(rows, table.heads, end - self._sheet.y, end - self._grid.top)
        ):
            if at:
                self._turn()
            sheet = self._sheet
            if part:
                sheet.marks.extend(part_marks(table, part, sheet.left, sheet.y))
                sheet.y += part_height(part)

    def _place_frame(self, frame: Frame) -> None:
        if not self._fits(frame.height):
            self._turn()
        sheet = self._sheet
        sheet.marks.extend(frame_marks(frame, self._fonts, sheet.left, sheet.y))
        sheet.y += frame.height

    def _place_turned(self, table: Table) -> None:
        """On pages of its own."""
        for page in turned_pages(table, self._fonts, self._grid.width):
            if self._sheet.y > self._grid.top:
                self._turn()
            sheet = self._sheet
            sheet.marks.extend(turned_marks(table, page, sheet.left, self._grid.top))
            sheet.y = self._grid.bottom

    def _place_foot(self, foot: Foot) -> None:
        """The last rule lies on the lower edge of the type area (7.4)."""
        rows = [(row, self._lines(row.content)) for row in foot.rows]
        height = sum(line.height for _, lines in rows for line in lines)
        if height > self._grid.height:
            raise FootTooTall(
                "版记里的单位太多，一页排不下。请改用统称（如“各区县人事局”），或把名单作为附件。"
            )
        self._seek_foot_page(height, on_even_page=foot.on_even_page)
        sheet = self._sheet
        y = self._grid.bottom - height
        if foot.rule_above:
            sheet.marks.append(_imprint_rule(sheet, y, self._grid.width, foot.rule_above))
        for row, lines in rows:
            for line in lines:
                sheet.marks.extend(_at(line, sheet.left, y))
                y += line.height
            if row.rule_below:
                sheet.marks.append(_imprint_rule(sheet, y, self._grid.width, row.rule_below))
        sheet.y = self._grid.bottom

    def _seek_foot_page(self, height: float, *, on_even_page: bool) -> None:
        if self._fits(height) and not (on_even_page and self._is_odd):
            return
        self._turn()
        if on_even_page and self._is_odd:
            # a blank page: it and the page of the 版记 bear no number (7.5)
            self._sheet.is_numbered = False
            self._turn()
            self._sheet.is_numbered = False

    @property
    def _is_odd(self) -> bool:
        return self._sheet.number % 2 == 1


def _groups(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """Runs of elements in which each but the last wants to stay with the next."""
    group: list[Element] = []
    for element in elements:
        group.append(element)
        if not _keeps(element):
            yield group
            group = []
    if group:
        yield group


def _needed(group: Sequence[tuple[Element, Sequence[SetLine]]]) -> float:
    """The height of elements that keep together: all of them, but of the last only its first line."""
    if not group:
        return 0.0
    _, last = group[-1]
    before = sum(_height(element, lines) for element, lines in group[:-1])
    return before + (last[0].height if last else 0.0)


def _keeps(element: Element) -> bool:
    """Whether it stays on the page of what follows."""
    return isinstance(element, Stamping) or (
        isinstance(element, Text | Row) and element.setting.keep_with_next
    )


def _height(element: Element, lines: Iterable[SetLine]) -> float:
    around = (
        element.setting.space_before + element.setting.space_after
        if isinstance(element, Text | Row)
        else 0.0
    )
    return sum(line.height for line in lines) + around


def _at(line: SetLine, x: float, y: float) -> Iterator[Glyphs]:
    return (glyphs.moved(x, y) for glyphs in line.glyphs)


def _imprint_rule(sheet: Sheet, y: float, length: float, width: float) -> Rule:
    return Rule(sheet.left, y, length, width, Ink.BLACK, Role.IMPRINT)
