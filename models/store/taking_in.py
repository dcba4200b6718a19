"""A notice from outside, put into a data file that may not be there yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.files import make_folder
from models.rules.doc_numbers import Numbers
from models.store.datafile import open_or_create
from models.store.notices import NoticeRepository
from models.store.number_books import NumberBookRepository
from models.store.offices import OfficeRepository

if TYPE_CHECKING:
    from pathlib import Path

    from models.notice import Notice
    from models.office import Office


def take_in(notice: Notice, path: Path) -> tuple[Notice, Office]:
    """Keep `notice` in the data file at `path`, in the place of the one that has its title and number; whose file it is.

    Raises:
        UserError: another document has its number, or that is void; the data file cannot be made, opened or written; it is as it was then.
    """
    make_folder(path.parent)
    with open_or_create(path) as file:
        notices = NoticeRepository(file)
        named = [(line.doc_number, line.title) for line in notices.lines()]
        mine = (notice.doc_number, notice.title)
        same = (line.id for line in notices.lines() if (line.doc_number, line.title) == mine)
        others = [one for one in named if one != mine]
        book = NumberBookRepository(file).load()
        Numbers.of(others, book).refuse_taken(notice.doc_number)
        kept = notices.save(replace(notice, id=next(same, None)), "读入公文")
        return kept, OfficeRepository(file).load()
