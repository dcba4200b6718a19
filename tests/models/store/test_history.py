"""Every change leaves a line that nobody can change; a step, a version, a whole day can be taken back."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from peewee import IntegrityError

from models.history.diff import differences
from models.history.line import Head
from models.notice import Notice, Paragraph
from models.office import Office
from models.rules.secrecy import StateSecret
from models.store import gate
from models.store.chain import faults_of_chain
from models.store.datafile import DataFile
from models.store.histories import CannotUndo, Exchange, HistoryRepository
from models.store.notices import NoticeRepository
from models.store.offices import OfficeRepository
from models.store.refusals import Gone
from models.store.searching import Search
from tests.models.store.store_values import NOTICE, OFFICE, ids_of
from tests.support.force import force

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    with DataFile.create(tmp_path / "2007.yinfa") as made:
        yield made


@pytest.fixture
def kept(file: DataFile) -> NoticeRepository:
    return NoticeRepository(file)


@pytest.fixture
def history(file: DataFile) -> HistoryRepository:
    return HistoryRepository(file)


def test_a_change_leaves_who_what_and_from_what_to_what(
    kept: NoticeRepository, history: HistoryRepository
) -> None:
    saved = kept.save(NOTICE, "读入公文")
    kept.save(replace(saved, copies=600), "修改共印份数")
    kept.delete(1)
    first, second, third = history.lines()
    assert [line.deed.what for line in (first, second, third)] == [
        "读入公文",
        "修改共印份数",
        "删除公文",
    ]
    assert "（电脑" in first.deed.who
    assert str(second).endswith("修改共印份数 共印份数「550」→「600」")
    assert third.deed.state == ""
    assert history.faults() == ()
    assert history.head() == third.head
    assert history.lines(last=2) == (second, third)
    assert str(history.head()).startswith("第3条 ")


def test_no_change_leaves_no_line(kept: NoticeRepository, history: HistoryRepository) -> None:
    kept.save(kept.save(NOTICE))
    assert len(history.lines()) == 1
    assert str(Head()) == "没有历史"


def test_what_fails_leaves_no_line(kept: NoticeRepository, history: HistoryRepository) -> None:
    with pytest.raises(UnicodeEncodeError):
        kept.save(replace(NOTICE, notes="\ud800"))
    with pytest.raises(Gone):
        kept.delete(5)
    assert history.lines() == ()


def test_a_state_secret_is_stopped_at_the_gate(
    file: DataFile, kept: NoticeRepository, history: HistoryRepository
) -> None:
    with pytest.raises(StateSecret):
        kept.save(replace(NOTICE, secrecy="机密", title="CANARY"))
    assert history.lines() == kept.lines() == ()
    file.close()
    assert not any(b"CANARY" in f.read_bytes() for f in file.path.parent.iterdir())


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE history SET who = '李四' WHERE seq = 1",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history SELECT * FROM history WHERE seq = 1",
        "INSERT INTO history SELECT seq - 5, at, who, what, kind, key, delta, state, hash FROM history",
    ],
)
def test_lines_are_only_added(file: DataFile, kept: NoticeRepository, sql: str) -> None:
    kept.save(NOTICE)
    with pytest.raises(IntegrityError, match="history"), file.changing() as database:
        database.run(sql)


def test_the_clock_may_jump_and_the_order_stays(
    kept: NoticeRepository, history: HistoryRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = datetime(2007, 1, 11, 9)
    saved = kept.save(NOTICE)
    for number, days in enumerate((0, -400, 9000, -3000)):
        monkeypatch.setattr(gate, "now", lambda days=days: start + timedelta(days=days))
        saved = kept.save(replace(saved, copies=number))
    lines = history.lines()
    assert [line.seq for line in lines] == [1, 2, 3, 4, 5]
    assert [line.is_clock_back for line in lines] == [False, True, True, False, True]
    assert "电脑时钟早于上一条" in str(lines[-1])
    assert [v.notice and v.notice.copies for v in history.versions(1)] == [3, 2, 1, 0, 550]
    assert history.faults() == ()


def test_one_past_step_is_taken_back_where_it_still_applies(
    kept: NoticeRepository, history: HistoryRepository
) -> None:
    saved = kept.save(NOTICE)
    body = (replace(saved.body[0], text="改过。"),)
    kept.save(replace(saved, body=body))
    kept.save(replace(saved, body=body, copies=7))
    before, after = history.undone(2)
    assert before == replace(saved, body=body, copies=7)
    assert isinstance(after, Notice)
    assert after == replace(saved, copies=7)
    kept.save(after, "撤销")
    with pytest.raises(CannotUndo, match="后来又改过"):
        history.undone(2)


def test_a_deleted_notice_is_brought_back_with_its_ids(
    kept: NoticeRepository, history: HistoryRepository
) -> None:
    saved = kept.save(NOTICE)
    kept.delete(1)
    exchange = history.undone(2)
    assert exchange.before is None
    assert isinstance(exchange.after, Notice)
    assert ids_of(kept.save(exchange.after)) == ids_of(saved)
    assert [version.notice for version in history.versions(1)] == [saved, None, saved]


def test_a_line_that_changed_nothing_has_no_undo(
    file: DataFile, history: HistoryRepository
) -> None:
    gate.note(file, "恢复备份")
    assert str(history.lines()[0]).rstrip().endswith("恢复备份")
    with pytest.raises(CannotUndo, match="没有改动"):
        history.undone(1)


def test_all_since_a_line_is_known_as_it_was(
    file: DataFile, kept: NoticeRepository, history: HistoryRepository
) -> None:
    first = kept.save(NOTICE)
    OfficeRepository(file).save(OFFICE)
    opened = history.head().seq
    changed = kept.save(replace(first, title="新", body=()))
    second = kept.save(replace(NOTICE, id=None))
    OfficeRepository(file).save(Office("别的"))
    gate.note(file, "备份")
    assert set(history.since(opened)) == {
        Exchange(changed, first),
        Exchange(second, None),
        Exchange(Office("别的"), OFFICE),
    }
    assert history.since(history.head().seq) == ()


def test_versions_are_compared(kept: NoticeRepository, history: HistoryRepository) -> None:
    saved = kept.save(NOTICE)
    kept.save(replace(saved, body=(*saved.body, Paragraph("请遵照执行。"))))
    new, old = (version.notice for version in history.versions(1))
    assert new
    assert old
    assert [(d.where, d.after) for d in differences(old, new)] == [("正文", "请遵照执行。")]


TAMPERS: dict[str, str] = {
    "a field": "UPDATE history SET what = 'x' WHERE seq = {k}",
    "a delta": "UPDATE history SET delta = '[\"swap\",null,{{}}]' WHERE seq = {k}",
    "a delta that is none": "UPDATE history SET delta = 'x' WHERE seq = {k}",
    "a line gone": "DELETE FROM history WHERE seq = {k}",
    "two lines changed places": "UPDATE history SET seq = CASE seq WHEN {k} THEN -1 ELSE {k} END WHERE seq IN ({k}, {k} + 1);"
    "UPDATE history SET seq = {k} + 1 WHERE seq = -1",
    "the end cut off": "DELETE FROM history WHERE seq > {k}",
}


@pytest.mark.parametrize("name", TAMPERS)
def test_a_history_changed_by_force_is_found(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.yinfa"
    with DataFile.create(path) as file:
        saved = NoticeRepository(file).save(NOTICE)
        for copies in range(1, 20):
            saved = NoticeRepository(file).save(replace(saved, copies=copies))
        head = HistoryRepository(file).head()
    for _ in range(5):
        copy = Path(shutil.copy(path, tmp_path / "b.yinfa"))
        force(copy, TAMPERS[name].format(k=random.randint(1, 18)))
        with DataFile.open(copy) as file, file.reading() as database:
            assert list(faults_of_chain(database, [head]))


def test_a_rewritten_end_is_found_by_the_head_kept_outside(tmp_path: Path) -> None:
    path = tmp_path / "a.yinfa"
    with DataFile.create(path) as file:
        saved = NoticeRepository(file).save(NOTICE)
        older = Path(shutil.copy(path, tmp_path / "b.yinfa"))
        NoticeRepository(file).save(replace(saved, copies=5))
        head = HistoryRepository(file).head()
    with DataFile.open(older) as file:
        NoticeRepository(file).save(replace(saved, copies=6))
        with file.reading() as database:
            assert not list(faults_of_chain(database))
            assert "被改写过" in " ".join(faults_of_chain(database, [head]))


def searched(file: DataFile, query: str) -> list[str]:
    return [hit.text for hit in Search(file).search(query, None)]


def test_the_search_follows_every_change(file: DataFile, kept: NoticeRepository) -> None:
    saved = kept.save(NOTICE)
    assert searched(file, "职称改革") == ["二、深化职称改革"]
    kept.save(replace(saved, pieces=()))
    assert searched(file, "职称改革") == []
    kept.delete(1)
    assert searched(file, "人事") == []
    kept.save(saved)
    assert searched(file, "职称改革") == ["二、深化职称改革"]
