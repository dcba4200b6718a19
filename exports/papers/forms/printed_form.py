"""What all printed forms share: the sheet they stand on, their title, their columns, and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports import forms_standard, standard
from exports.grid import Margins, sheet_grid
from exports.page import Align, Cell, Face, Numbering, Role, Row, Run, Setting, Table, Text
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.grid import Grid
    from exports.page import Element
    from exports.typeset.listing import Listing

LIST_MARGINS = Margins(top=15.0, bottom=17.0, left=20.0, right=10.0)
PORTRAIT = sheet_grid(standard.PAGE_WIDTH, standard.PAGE_HEIGHT, LIST_MARGINS)
LANDSCAPE = sheet_grid(standard.PAGE_HEIGHT, standard.PAGE_WIDTH, LIST_MARGINS)
PLAIN = Setting(forms_standard.FORM_PT, forms_standard.FORM_PITCH_PT, Align.LEFT)

UNDER = replace(PLAIN, space_before=4.0)  # a line under a table


class NothingToPrint(UserError):
    """A form would be empty."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form: its name, what stands on it, on which sheet."""

    name: str
    content: Listing | tuple[Element, ...]
    grid: Grid = PORTRAIT
    numbering: Numbering = Numbering.OF_ALL


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list, mm."""

    heading: str
    width: float
    align: Align = Align.CENTER


def form_title(text: str, space_after: float = 6.0) -> Text:
    """The name of a form over it; `space_after` in points."""
    size = forms_standard.FORM_TITLE_PT
    setting = Setting(size, size * 1.4, Align.CENTER, space_after=space_after)
    return Text(Role.TITLE, (Run(text, Face.XIAO_BIAO_SONG),), setting)


def line(text: str, setting: Setting = PLAIN, face: Face = Face.FANG_SONG) -> Text:
    """A line of a form."""
    return Text(Role.TABLE, (Run(text, face),), setting)


def told(*pairs: tuple[str, str]) -> Text:
    """`发文字号：…  密级：…`; what is not known keeps its place, to be written by hand."""
    text = "　　".join(f"{name}：{value or '＿' * 4}" for name, value in pairs)
    return line(text, replace(PLAIN, space_after=4.0))


def to_sign(grid: Grid, *names: str) -> Row:
    """`发件人：    清点人：`: places for signatures under a list."""
    step = grid.width / len(names)
    cells = tuple(
        Cell((Run(f"{name}：", Face.FANG_SONG),), at * step) for at, name in enumerate(names)
    )
    return Row(Role.TABLE, cells, replace(PLAIN, space_before=14.0))


def list_table(columns: Sequence[Column], least: float = forms_standard.SIGNED_ROW) -> Table:
    """The head of a list; no row is lower than `least` mm."""
    return Table(
        (tuple(column.heading for column in columns),),
        tuple(standard.pt(column.width) for column in columns),
        tuple(column.align for column in columns),
        PLAIN,
        1,
        least=standard.pt(least),
    )
