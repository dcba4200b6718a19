"""登记簿: the registers of a year, written where the clerk wants them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from exports.typeset.fonts import FontBook
from exports.year_books import write_registers
from models.errors import UserError
from models.rules.registers import book_of_year, years_of
from models.store.registering import registered
from ui.issuing import offer_folder
from ui.parts.texts_dialog import Ask, ask_texts
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from exports.page import Face
    from exports.typeset.fonts import FontFile
    from models.progress import Tick
    from models.rules.registers import Registration
    from models.unit import Roster
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.habits import Habits


class YearBooks:
    """发文登记簿 and 送文登记簿 of the open data file."""

    def __init__(
        self, desk: Desk, draft: Draft, habits: Habits, fonts: FontBook, window: QWidget
    ) -> None:
        self._desk, self._draft, self._habits = desk, draft, habits
        self._fonts, self._window = fonts, window

    def ask(self) -> None:
        """Ask for the year and the folder, and write.

        Raises:
            UserError: no document says its year, the year that was typed has none, the folder cannot be written.
        """
        self._draft.flush()
        documents = registered(self._desk.notices, self._desk.distributions)
        book = self._desk.number_book
        years = years_of(documents, book)
        if not years:
            raise UserError("还没有写明年份的公文，登记簿是空的。请先填发文字号或成文日期。")
        words = "发文登记簿和送文登记簿，写成 PDF 和 Excel。"
        asked = ask_texts(self._window, "登记簿", words, (Ask("年份", str(max(years))),))
        if asked is None:
            return
        year = _year_from(asked[0])
        start = str(self._habits.output or self._desk.file.path.parent)
        name = QFileDialog.getExistingDirectory(self._window, "选一个文件夹存放登记簿", start)
        if name:
            entries = book_of_year(documents, book, year)
            files, roster = dict(self._fonts.files), self._desk.roster
            written = wait_for(self._window, _write, entries, year, roster, Path(name), files)
            offer_folder(self._window, written)


def _year_from(text: str) -> int:
    plain = text.strip().removesuffix("年")
    if not plain.isdecimal() or len(plain) != 4:
        raise UserError(f"年份“{text[:10]}”没有看懂。请写成四位数，如 2007。")
    return int(plain)


def _write(
    entries: Sequence[Registration],
    year: int,
    roster: Roster,
    folder: Path,
    files: Mapping[Face, FontFile],
    tick: Tick,
) -> tuple[Path, ...]:
    return write_registers(entries, year, roster, folder, FontBook(files), tick)
