"""Files of tables, and what Excel puts on the clipboard: what they are is told by what they begin with."""

from __future__ import annotations

import csv
import io
import itertools
from typing import TYPE_CHECKING

from models.reading.doors.file_bytes import OLD_OFFICE, ZIP, bytes_of
from models.reading.doors.text import decode
from models.reading.sheets.sheet import Sheet, WrongSheet, tidy
from models.reading.sheets.xlsx import read_xlsx

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 30_000_000
_LOOKED_AT = 50  # lines


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The tables of a file that are not blank.

    Raises:
        UserError: it is missing, of a kind that is not read, hostile, too large, or blank.
    """
    data = bytes_of(path, MAX_BYTES, _too_big(path.name))
    if data.startswith(ZIP):
        sheets = read_xlsx(data, path.name)
    elif data.startswith(OLD_OFFICE):
        raise WrongSheet(
            f"“{path.name}”是旧版 Excel 文件（.xls），或加了密码。请用 Excel 或 WPS 打开，取消密码，另存为 .xlsx 后再试。"
        )
    else:
        sheets = (sheet_from_text(decode(data, path.name), path.stem),)
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise WrongSheet(f"“{path.name}”里没有内容。请换一个文件。")
    return found


def sheet_from_text(text: str, name: str = "粘贴的内容") -> Sheet:
    """The table that a text of lines says, cells parted by tabs, else by commas.

    Raises:
        WrongSheet: it is larger than a table of units can be.
    """
    lines = io.StringIO(text.lstrip("\ufeff"), newline="")  # a cell of Word may hold other breaks
    mark = "\t" if any("\t" in line for line in itertools.islice(lines, _LOOKED_AT)) else ","
    lines.seek(0)
    try:
        return Sheet(name, tidy(enumerate(csv.reader(lines, delimiter=mark), 1), name))
    except csv.Error as error:  # of this reader, which forgives all else
        raise WrongSheet(f"“{name}”不像表格：有一格太长。请在 Excel 里重新复制。") from error


def _too_big(name: str) -> WrongSheet:
    return WrongSheet(
        f"“{name}”太大，超过 {MAX_BYTES // 1_000_000} MB。请只留下单位表，删去图片和其余内容再试。"
    )
