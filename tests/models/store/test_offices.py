"""The facts of the office are kept in the data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.office import Office
from models.store import gate
from models.store.datafile import DataFile
from models.store.offices import OFFICES, OfficeRepository
from tests.models.store.store_values import OFFICE

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_knows_nothing_of_the_office(tmp_path: Path) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as file:
        assert OfficeRepository(file).load() == Office()


def test_the_office_comes_back_after_reopening(tmp_path: Path) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as file:
        OfficeRepository(file).save(Office("别的"))
        assert OfficeRepository(file).save(OFFICE) == OFFICE
    with DataFile.open(tmp_path / "a.yinfa") as file:
        assert OfficeRepository(file).load() == OFFICE


def test_a_fact_this_version_does_not_know_is_left_alone(tmp_path: Path) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as file:
        with file.changing() as database:
            database.run("INSERT INTO office_fact VALUES ('future', '1')")
        OfficeRepository(file).save(OFFICE)
        assert OfficeRepository(file).load() == OFFICE
        assert file.database.value("SELECT value FROM office_fact WHERE name = 'future'") == "1"


def test_a_forgotten_office_is_an_empty_one(tmp_path: Path) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as file:
        OfficeRepository(file).save(OFFICE)
        gate.remove(file, OFFICES, 0, "清空机关资料")
        assert OfficeRepository(file).load() == Office()
