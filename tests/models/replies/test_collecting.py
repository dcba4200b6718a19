"""120 replies as offices send them: none goes to a wrong unit, three candidates are enough, the second year goes by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from models.errors import Cancelled
from models.office import Office
from models.replies.collecting import BATCH_FILES, Call, Collected, collect
from models.replies.handling import (
    confirmed,
    paper_of,
    released,
    sent_back,
    shared_with,
    withdrawn,
)
from models.replies.matching.decide import Matcher, matcher_for
from models.replies.matching.learning import taught
from models.replies.reply import Claim, Fate
from models.store.checking import faults_of
from models.store.datafile import DataFile
from models.store.replies import Arrival, ReplyRepository
from models.unit import Purpose, Roster
from tests.samples.make_units import sample_roster
from tests.support import replies
from tests.support.replies import COUNT, FIRST_YEAR, HandedIn, handed_in, truth_of, write_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OFFICE = Office("天津市人事局", "津人", "天津市人事局办公室")
SAMPLE = sample_roster()
ROSTER = replace(
    SAMPLE, units=tuple(replace(unit, id=at) for at, unit in enumerate(SAMPLE.units, 1))
)
IDS = {unit.name: unit.id or 0 for unit in ROSTER.units}


def matcher_of(roster: Roster) -> Matcher:
    asked = (u.id or 0 for u in roster.units if roster.category(u.category).purpose is Purpose.MAIN)
    return matcher_for(roster, asked, OFFICE)


def collected(files: list[HandedIn], folder: Path, matcher: Matcher, year: int) -> list[Collected]:
    write_all(files, folder)
    found: list[Collected] = []
    collect([folder], Call(1, matcher, datetime(year, 1, 26)), found.extend)
    return found


def owner(one: Collected, truth: dict[str, str | None]) -> int | None:
    """The row of the unit that truly sent it."""
    assert one.reply
    path = f"{one.reply.folder}/{one.name}".lstrip("/")
    name = truth[path] if path in truth else truth[one.reply.folder]
    return None if name is None else IDS[name]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> list[Collected]:
    folder: Path = tmp_path_factory.mktemp("first")
    return collected(handed_in(ROSTER), folder, matcher_of(ROSTER), FIRST_YEAR)


TRUTH = truth_of(handed_in(ROSTER))


def test_the_generator_makes_120_files_of_many_kinds() -> None:
    files = handed_in(ROSTER)
    assert len(files) == len({one.path for one in files}) == COUNT
    kinds = {one.path.rsplit(".", 1)[-1] for one in files}
    assert kinds == {"docx", "doc", "wps", "txt", "jpg", "xlsx", "zip"}


def test_no_reply_is_given_to_a_wrong_unit(first: list[Collected]) -> None:
    assert len(first) == COUNT
    sure = [one for one in first if one.match.unit is not None]
    assert all(one.match.unit == owner(one, TRUTH) for one in sure)
    assert len(sure) >= COUNT * 0.7
    assert all(one.match.reason and one.match.claim is not Claim.NOBODY for one in sure)


def test_the_right_unit_is_among_three(first: list[Collected]) -> None:
    right = [one for one in first if _is_within_three(one, owner(one, TRUTH))]
    assert len(right) >= 0.98 * COUNT
    assert all(len(one.match.candidates) <= 3 for one in first)


def _is_within_three(one: Collected, unit: int | None) -> bool:
    """One that nobody was asked for is right where it is left to the clerk."""
    offered = {one.match.unit, *(candidate.unit for candidate in one.match.candidates)}
    return unit in offered or (unit is None and one.match.unit is None)


def test_the_second_year_goes_by_itself(first: list[Collected], tmp_path: Path) -> None:
    roster, matcher, year = ROSTER, matcher_of(ROSTER), FIRST_YEAR + 1
    for one in first:
        unit = owner(one, TRUTH)
        if one.reply and one.match.unit is None and unit:
            roster = taught(roster, matcher, one.reply, unit)
    files = handed_in(ROSTER, year)
    second, truth = collected(files, tmp_path, matcher_of(roster), year), truth_of(files)
    sure = [one for one in second if one.match.unit is not None]
    assert all(one.match.unit == owner(one, truth) for one in sure)
    assert len(sure) >= 0.95 * COUNT


def test_what_cannot_be_read_is_kept_with_its_name_and_why(first: list[Collected]) -> None:
    unread = [one for one in first if one.reply and one.reply.unread and not one.reply.text]
    assert len(unread) >= 10
    assert any(len(one.content) == replies.BIG for one in unread)
    assert all(one.reply and one.reply.unread.endswith("。") for one in unread)
    assert sum(one.match.unit is not None for one in unread) >= len(unread) - 1


def test_who_stops_keeps_what_is_done(tmp_path: Path) -> None:
    for at in range(50):
        (tmp_path / f"{at:02}.txt").write_text(str(at), encoding="utf-8")
    kept: list[list[str]] = []

    def keep(batch: Sequence[Collected]) -> None:
        kept.append([one.name for one in batch])

    def tick(done: int, _of: int, _what: str) -> None:
        if done == 33:
            raise Cancelled

    call = Call(1, matcher_of(ROSTER), datetime(2007, 1, 26))
    with pytest.raises(Cancelled):
        collect([tmp_path], call, keep, tick)
    assert [len(batch) for batch in kept] == [BATCH_FILES, 13]
    assert kept[-1][-1] == "32.txt"


def test_large_files_make_small_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(4):
        (tmp_path / f"{at}.txt").write_text(str(at) * 60, encoding="utf-8")
    monkeypatch.setattr("models.replies.collecting.BATCH_BYTES", 100)
    kept: list[int] = []
    call = Call(1, matcher_of(ROSTER), datetime(2007, 1, 26))
    collect([tmp_path], call, lambda batch: kept.append(len(batch)))
    assert kept == [2, 2, 0]


def collect_into(repository: ReplyRepository, folder: Path) -> list[Collected]:
    """As the command line and the window do."""
    found: list[Collected] = []

    def keep(batch: Sequence[Collected]) -> None:
        repository.take_in([Arrival(one.reply, one.content) for one in batch if one.reply])
        found.extend(batch)

    there = repository.of_notice(1)
    collect([folder], Call(1, matcher_of(ROSTER), datetime(2007, 1, 26), there), keep)
    return found


def test_all_of_it_is_kept_and_the_same_folder_again_adds_nothing(tmp_path: Path) -> None:
    files = [one for one in handed_in(ROSTER) if len(one.data) < replies.BIG]
    write_all(files, tmp_path / "报送")
    with DataFile.create(tmp_path / "a.yinfa") as file:
        repository = ReplyRepository(file)
        collect_into(repository, tmp_path / "报送")
        kept = repository.of_notice(1)
        assert len(kept) == len(files)
        numbers = [one.id for one in kept]
        versions = [one for one in kept if "第二稿" in one.name]
        assert [bool(one.replaces) for one in versions] == [True, True]
        again = collect_into(repository, tmp_path / "报送")
        assert [one.id for one in repository.of_notice(1)] == numbers
        assert all("完全相同" in one.passed for one in again)
        assert not list(faults_of(file.database))


def test_one_file_under_the_names_of_two_units_speaks_for_both(tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    for name in ("南开区人事局.txt", "河西区人事局.txt", "安排.txt"):
        (folder / name).write_text("联合安排\n", encoding="utf-8")
    with DataFile.create(tmp_path / "a.yinfa") as file:
        repository = ReplyRepository(file)
        found = collect_into(repository, folder)
        kept = repository.of_notice(1)
        assert {one.unit for one in kept} == {IDS["南开区人事局"], IDS["河西区人事局"]}
        assert [one.name for one in found if one.passed] == ["安排.txt"]
        assert {one.text for one in kept} == {"联合安排\n"}


def test_what_the_clerk_does_with_a_reply() -> None:
    when = datetime(2007, 1, 26)
    paper = paper_of(1, 7, when)
    assert (paper.on_paper, paper.is_electronic, paper.claim) == (True, False, Claim.CLERK)
    reply = replace(confirmed(paper, 8), id=3, replaces=2)
    shared = shared_with(reply, 9)
    assert (shared.unit, shared.id, shared.replaces) == (9, None, None)
    assert released(reply).unit is None
    assert sent_back(reply, "缺章").fate is Fate.SENT_BACK
    assert withdrawn(reply, "发错").remark == "发错"
