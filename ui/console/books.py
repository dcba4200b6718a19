"""The command that writes the registers of a year from a data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from models.number_book import NumberBook
    from models.rules.registers import Registered
    from models.unit import Roster

DONE = 0


def register(asked: argparse.Namespace) -> int:
    """Write the registers of a year; without a year, of the last one that has documents."""
    from exports.typeset.font_finding import fonts_of_this_pc
    from exports.typeset.fonts import FontBook
    from exports.year_books import write_registers
    from models.rules.registers import book_of_year, years_of

    documents, roster, book = _kept(asked.file)
    years = years_of(documents, book)
    if not years:
        raise UserError(f"“{asked.file.name}”里还没有写明年份的公文，登记簿是空的。")
    year = max(years) if asked.year is None else asked.year
    fonts = FontBook(fonts_of_this_pc())
    entries = book_of_year(documents, book, year)
    for file in write_registers(entries, year, roster, asked.output, fonts):
        print(f"已写出：{file}")
    return DONE


def _kept(path: Path) -> tuple[list[Registered], Roster, NumberBook]:
    """All documents of a data file with their lists, its units, its void numbers."""
    from models.store.datafile import DataFile
    from models.store.distributions import DistributionRepository
    from models.store.notices import NoticeRepository
    from models.store.number_books import NumberBookRepository
    from models.store.registering import registered
    from models.store.rosters import RosterRepository

    with DataFile.open(path) as file:
        documents = registered(NoticeRepository(file), DistributionRepository(file))
        return documents, RosterRepository(file).load(), NumberBookRepository(file).load()
