"""The text of a handed-in file, through the guarded doors; where there is none, the sentence why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.errors import UserError
from models.reading.doors import refusals
from models.reading.doors.door import MAX_MEGABYTES, open_bytes
from models.reading.doors.file_bytes import OLD_OFFICE, ZIP
from models.reading.received.exchange import exchange_text
from models.reading.sheets.xlsx import read_xlsx
from models.replies.exchange import may_be_form

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHEET = b"xl/workbook.xml"
_OLD_SHEETS = (".xls", ".et")


class Words(NamedTuple):
    """What stands in a file, and why nothing or not all of it could be read."""

    text: str = ""
    unread: str = ""


def words_of(data: bytes, name: str) -> Words:
    """The text of some bytes that came under a name."""
    try:
        text, unread = _read(data, name)
        if data.startswith(ZIP) and may_be_form(text):
            text = exchange_text(data, name) or text
    except UserError as error:
        return Words(unread=str(error))
    if not text.strip():
        return Words(unread=unread or str(refusals.without_words(name)))
    if len(text) > refusals.MAX_CHARACTERS:
        return Words(unread=str(refusals.too_long(name)))
    return Words(text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " "), unread)


def _read(data: bytes, name: str) -> Words:
    if not data:
        raise refusals.Refused(f"文件“{name}”是空的。请报送单位另发一份。")
    if len(data) > MAX_MEGABYTES * 1_000_000:
        raise refusals.too_big(name, MAX_MEGABYTES)
    if data.startswith(ZIP) and _SHEET in data:
        return Words("\n".join(_lines_of(data, name)))
    if data.startswith(OLD_OFFICE) and name.lower().endswith(_OLD_SHEETS):
        raise refusals.Refused(
            f"“{name}”是旧版 Excel 文件（.xls），不能直接读取。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再试。"
        )
    opened = open_bytes(data, name)
    return Words(opened.text, "".join(opened.unread))


def _lines_of(data: bytes, name: str) -> Iterator[str]:
    for sheet in read_xlsx(data, name):
        yield from ("\t".join(row.cells) for row in sheet.rows)
