"""The door for web pages (.html): what a browser shows, a line for each block. It opens apart: a page may be endless."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from models.reading.doors.opened import Opened
from models.reading.doors.refusals import broken, too_long
from models.reading.doors.rows import row_lines
from models.reading.doors.text import MAX_BYTES, decode, marked_encoding

_HEAD = 4_096  # bytes in which a page says its encoding
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CHINESE = ("gb2312", "gbk", "gb_2312-80", "x-gbk")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_UNSEEN = frozenset((
    "head", "iframe", "map", "noscript", "object", "script", "style", "svg", "template", "textarea",
    "title", "video", "audio",
))  # fmt: skip
_CELLS = ("td", "th")
_EMPTY = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_LINE_END = re.compile(r"\r\n|[\r\n]")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST_COLUMNS = 63


def open_web(data: bytes, name: str) -> Opened:
    """What a browser shows of a page; what it hides stands apart.

    Raises:
        Refused: it is far too long, or broken.
    """
    if len(data) > MAX_BYTES:
        raise too_long(name)
    page = _Page()
    try:
        page.feed(_text_of(data, name))
        page.close()
    except AssertionError as error:  # how the parser says that a declaration is none
        raise broken(name) from error
    return Opened("\n".join(page.all_lines()), tuple(page.hidden))


def _text_of(data: bytes, name: str) -> str:
    told = _CHARSET.search(data[:_HEAD])
    if told and not marked_encoding(data):
        encoding = told.group(1).decode("ascii").lower()
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return data.decode("gb18030" if encoding in _CHINESE else encoding)
    return decode(data, name)


@dataclass(slots=True)
class _Table:
    """A table that is open: its row, and the lines of the cell in it, where there are."""

    row: list[list[str]] | None = None
    cell: list[str] | None = None
    span: int = 1


@dataclass(slots=True)
class _Inside:
    """The element that hides all within it, and how many of its name are open; none where the name is empty."""

    tag: str = ""
    depth: int = 0

    def start(self, tag: str) -> None:
        """An element begins, the hiding one itself or one within."""
        self.tag = self.tag or tag
        self.depth += tag == self.tag

    def end(self, tag: str) -> None:
        """An element within ends, or the hiding one itself."""
        self.depth -= tag == self.tag
        if not self.depth:
            self.tag = ""


class _Page(HTMLParser):
    """Gathers lines; what is not closed is closed by what follows.

    Attributes:
        hidden: The lines that a browser does not show, in their order.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden: list[str] = []
        self._lines: list[str] = []
        self._text: list[str] = []
        self._hidden_text: list[str] = []
        self._tables: list[_Table] = []
        self._unseen, self._hidden = _Inside(), _Inside()
        self._preformatted = 0

    def all_lines(self) -> list[str]:
        """Everything that was shown."""
        self._end_hidden_line()
        while self._tables:
            self._end_table()
        self._end_line()
        return self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a row, a cell; or pass over what is no text, or is not shown."""
        if self._unseen.tag or tag in _UNSEEN:
            self._unseen.start(tag)
        elif self._hidden.tag or (tag not in _EMPTY and _is_hidden(dict(attrs))):
            if not self._hidden.tag and tag in _BLOCKS:
                self._end_line()
            self._end_hidden_line(tag)
            self._hidden.start(tag)
        else:
            self._begin(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that ends where it begins, as office systems write it; those without content have no end."""
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block, a row, a cell."""
        if self._unseen.tag:
            self._unseen.end(tag)
        elif self._hidden.tag:
            self._end_hidden_line(tag)
            self._hidden.end(tag)
        else:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        """Text between marks."""
        if self._unseen.tag:
            return
        if self._hidden.tag:
            self._hidden_text.append(data)
            return
        first, *more = _LINE_END.split(data) if self._preformatted else (data,)
        self._text.append(first)
        for line in more:
            self._end_line()
            self._text.append(line)

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in _CELLS:
            self._begin_cell(attributes)
        elif tag in _BLOCKS:
            self._end_line()
            self._preformatted += tag == "pre"
            if tag == "table":
                self._tables.append(_Table())
            elif tag == "tr" and self._tables:
                self._end_row()
                self._tables[-1].row = []

    def _end(self, tag: str) -> None:
        if tag in _CELLS:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif tag in _BLOCKS:
            self._end_line()
            self._preformatted -= tag == "pre" and self._preformatted > 0

    def _end_hidden_line(self, tag: str = "p") -> None:
        """An element that is no block ends no line."""
        if tag in _BLOCKS or tag in _CELLS:
            line = _BLANKS.sub(" ", "".join(self._hidden_text)).strip()
            self._hidden_text = []
            self.hidden += [line] if line else []

    def _end_line(self) -> None:
        text = "".join(self._text)
        line = text if self._preformatted else _BLANKS.sub(" ", text).strip(" ")
        self._text = []
        if line.strip():
            self._place().append(line)

    def _place(self) -> list[str]:
        """Where lines go: the innermost open cell, else the page."""
        cells = (table.cell for table in reversed(self._tables) if table.cell is not None)
        return next(cells, self._lines)

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if self._tables:
            table, span = self._tables[-1], attributes.get("colspan") or ""
            table.row = [] if table.row is None else table.row
            table.cell = []
            table.span = min(int(span), _MOST_COLUMNS) if span.isascii() and span.isdigit() else 1

    def _end_cell(self) -> None:
        self._end_line()
        if self._tables and (table := self._tables[-1]).cell is not None and table.row is not None:
            table.row += [table.cell, *([] for _ in range(1, table.span))]
            table.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._tables and (row := self._tables[-1].row) is not None:
            self._tables[-1].row = None
            self._place().extend(row_lines(row))

    def _end_table(self) -> None:
        self._end_row()
        if self._tables:
            self._tables.pop()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None
