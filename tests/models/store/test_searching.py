"""The search finds what a person would by reading everything, and nothing else."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from models.notice import Notice, Paragraph, Piece
from models.store.checking import faults_of_copy
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from models.store.rosters import RosterRepository
from models.store.searching import Hit, Search, texts_of, texts_of_units
from models.store.words import words_of
from models.unit import FormerName, Roster, Unit
from tests.support.force import force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEW = "人事才工作要点，。 aB\n𠀀"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    chance = random.Random(7)

    def text(longest: int) -> str:
        return "".join(chance.choices(FEW, k=chance.randint(0, longest)))

    folder: Path = tmp_path_factory.mktemp("search")
    with DataFile.create(folder / "a.yinfa") as made:
        for _ in range(12):
            NoticeRepository(made).save(
                Notice(
                    title=text(8),
                    organs=(text(4), text(4)),
                    cc=text(6),
                    body=tuple(Paragraph(text(20)) for _ in range(8)),
                    pieces=(Piece(text(6), (Paragraph(text(9), number="1."),), label="附件1"),),
                )
            )
        yield made


def read_all(file: DataFile) -> list[str]:
    kept = NoticeRepository(file)
    return [t.strip() for line in kept.lines() for t in texts_of(kept.load(line.id)).values()]


def test_hits_are_those_of_reading_everything(file: DataFile) -> None:
    chance, texts = random.Random(8), read_all(file)
    for _ in range(300):
        query = "".join(
            chance.choices(FEW.replace("\n", "").replace(" ", ""), k=chance.randint(1, 6))
        )
        wanted = sorted(text for text in texts if query.lower() in text.lower())
        found = Search(file).search(query, None)
        assert sorted(hit.text for hit in found) == wanted, query


def test_several_words_must_all_be_there(file: DataFile) -> None:
    wanted = sorted(t for t in read_all(file) if "人事" in t and "工" in t)
    assert sorted(hit.text for hit in Search(file).search(" 工 人事 ", None)) == wanted


def test_an_empty_query_finds_nothing(file: DataFile) -> None:
    assert Search(file).search(" ") == ()


def test_the_first_hits_are_enough(file: DataFile) -> None:
    assert len(Search(file).search("人", limit=3)) == 3


def test_a_hit_says_where_it_is(tmp_path: Path) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as made:
        NoticeRepository(made).save(
            Notice("通知", "甲乙", body=(Paragraph("丙丁"),), pieces=(Piece("戊己"),))
        )
        found = [Search(made).search(query) for query in ("甲乙", "丙", "戊己")]
    assert found == [
        (Hit(1, "甲乙"),),
        (Hit(1, "丙丁", paragraph_id=1),),
        (Hit(1, "戊己", piece_id=1),),
    ]


UNIT = Unit(
    "市水利局",
    short_names=("水利",),
    aliases=("市水务局",),
    former_names=(FormerName("市水电局", date(2001, 1, 1)),),
    box="A-17",
    address="河西路1号",
    postcode="300074",
    contact="王水",
    phone="23330000",
    note="两份送二楼",
)


@pytest.mark.parametrize("query", [*UNIT.names, "a-17", "河西路", "0074", "王", "3330 二楼"])
def test_a_unit_is_found_by_all_that_is_known_of_it(tmp_path: Path, query: str) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as made:
        kept = RosterRepository(made).save(Roster(units=(Unit("教委"), UNIT)))
        (hit,) = Search(made).search(query)
        assert (hit.notice_id, hit.unit_id) == (None, kept.units[1].id)
        assert hit.text == texts_of_units(kept)[4 * (hit.unit_id or 0) + 3]


def test_the_search_follows_the_roster(tmp_path: Path) -> None:
    with DataFile.create(tmp_path / "a.yinfa") as made:
        repository = RosterRepository(made)
        kept = repository.save(Roster(units=(Unit("教委"), UNIT)))
        repository.save(replace(kept, units=(replace(kept.units[1], name="市水务局"),)))
        assert [Search(made).search(query) for query in ("教委", "水利局")] == [(), ()]
    force(made.path, "DELETE FROM words WHERE rowid % 4 = 3")
    assert faults_of_copy(made.path) == ("查找用的索引与内容不符。",)


def test_words_are_pairs_and_the_last_character() -> None:
    assert words_of("") == []
    assert words_of("A") == ["00061"]
    assert words_of("甲乙") == ["0753204e59", "04e59"]
