"""Cells on their way to and from Excel: text with tabs, quoted as Excel quotes, and a table of HTML."""

from __future__ import annotations

import csv
import html
import io
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

Cells = tuple[tuple[str, ...], ...]
MOST_CHARACTERS = 5_000_000


def mime_of(cells: Sequence[Sequence[str]]) -> QMimeData:
    """What the clipboard holds of a block of cells."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\r\n").writerows(cells)
    data = QMimeData()
    data.setText(out.getvalue().removesuffix("\r\n") if cells else "")
    data.setHtml(_html_of(cells))
    return data


def cells_of(data: QMimeData | None) -> Cells:
    """The block of cells that lies in the clipboard; nothing where there is no text.

    Raises:
        UserError: there is too much of it.
    """
    if data is None:
        return ()
    text = data.text() if data.hasText() else ""
    if len(text) > MOST_CHARACTERS:
        raise UserError("复制的内容太多，放不进表格。请分几次复制。")
    if text:
        return cells_from(text)
    if not data.hasHtml():
        return ()
    reader = _TableReader()
    reader.feed(data.html()[:MOST_CHARACTERS])
    return tuple(map(tuple, reader.rows))


def cells_from(text: str) -> Cells:
    """The cells of a text; one with a quote too many is taken as it stands."""
    text = text.replace("\0", "")
    if text.count('"') % 2:
        return tuple(tuple(line.split("\t")) for line in text.splitlines())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    try:
        return tuple(tuple(row) or ("",) for row in reader)
    except csv.Error as error:
        raise UserError("复制的内容有一格太长，放不进表格。请检查后再复制。") from error


def _html_of(cells: Sequence[Sequence[str]]) -> str:
    rows = (
        "".join(f"<td>{html.escape(cell).replace(chr(10), '<br>')}</td>" for cell in row)
        for row in cells
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


class _TableReader(HTMLParser):
    """The first cells of all tables in a page, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the library has it
        match tag:
            case "tr":
                self.rows.append([])
            case "td" | "th" if self.rows:
                self.rows[-1].append("")
                self._is_in_cell = True
            case "br" if self._is_in_cell:
                self.rows[-1][-1] += "\n"
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._is_in_cell = False

    def handle_data(self, data: str) -> None:
        if self._is_in_cell:
            self.rows[-1][-1] += data
