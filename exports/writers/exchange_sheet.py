"""填报表 as a workbook: each field is a cell with a name, by which it is read back."""
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter

from models.replies.exchange import FIELDS, PREFIX, UNIT

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = "填报表"
FIRST = 2  # the row of the first field, from 0
LINE = 24  # points
_MADE = datetime(2000, 1, 1)  # the same content is the same file


def exchange_xlsx(title: str, words: str, values: Mapping[str, str]) -> bytes:
    """The form with its title, the words above it, and what is known already; only its fields can be typed into."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": _MADE})
        page = book.add_worksheet(SHEET)
        face = {"font_name": "宋体", "valign": "vcenter", "text_wrap": True}
        label = book.add_format({**face, "bold": True, "border": 1, "align": "center"})
        known = book.add_format({**face, "border": 1, "num_format": "@"})
        open_ = book.add_format({**face, "border": 1, "num_format": "@", "locked": False})
        page.merge_range(0, 0, 0, 1, title, book.add_format({**face, "bold": True, "font_size": 16, "align": "center"}))  # fmt: skip
        page.merge_range(1, 0, 1, 1, words, book.add_format(face))
        page.set_column(0, 0, 14)
        page.set_column(1, 1, 70)
        page.set_row(1, 2 * LINE)
        for at, field in enumerate(FIELDS, FIRST):
            value = values.get(field.name, "")
            page.set_row(at, LINE * field.lines)
            page.write_string(at, 0, field.title, label)
            page.write_string(at, 1, value, known if field.name == UNIT and value else open_)
            book.define_name(PREFIX + field.name, f"={SHEET}!$B${at + 1}")
        page.protect("", {"format_rows": True})
        page.set_paper(9)
        page.fit_to_pages(1, 1)
    return stream.getvalue()
