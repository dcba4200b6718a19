"""The book of void numbers, and what proceedings and it are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.number_book import NumberBook
from models.store import gate
from models.store.datafile import DataFile
from models.store.keepers import name_of
from models.store.number_books import NUMBER_BOOKS, NumberBookRepository
from models.store.proceedings import PROCEEDINGS, ProceedingRepository
from tests.models.proceeding_values import BOOK, PROCEEDING

if TYPE_CHECKING:
    from pathlib import Path


def test_both_come_back_and_go(tmp_path: Path) -> None:
    path = tmp_path / "a.yinfa"
    with DataFile.create(path) as file:
        NumberBookRepository(file).save(BOOK)
        ProceedingRepository(file).save(PROCEEDING)
    with DataFile.open(path) as file:
        assert NumberBookRepository(file).load() == BOOK
        assert ProceedingRepository(file).load(1) == PROCEEDING
        gate.remove(file, NUMBER_BOOKS, 0, "清空")
        gate.remove(file, PROCEEDINGS, 1, "清空")
        assert NumberBookRepository(file).load() == NumberBook()
        assert not ProceedingRepository(file).load(1).done


def test_the_clerk_knows_what_is_meant() -> None:
    assert name_of(PROCEEDINGS.kind, 3) == "编号3的公文的办理"
    assert name_of(NUMBER_BOOKS.kind, 0) == "作废的字号"
