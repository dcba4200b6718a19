"""What is kept comes back as it was, in the same rows."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from models.notice import Level, Notice, Paragraph, Piece
from models.store import notices as notices_module
from models.store.backups import back_up
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.histories import CannotUndo, HistoryRepository
from models.store.notices import NoticeLine, NoticeRepository, put_notice
from models.store.refusals import Gone
from models.store.restoring import restore
from tests.models.store.store_values import NOTICE, ids_of, notices, without_ids

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    with DataFile.create(tmp_path / "2007.yinfa") as made:
        yield made


@pytest.fixture
def kept(file: DataFile) -> NoticeRepository:
    return NoticeRepository(file)


def test_a_notice_comes_back_with_its_ids(kept: NoticeRepository) -> None:
    saved = kept.save(NOTICE)
    assert saved == NOTICE
    loaded = kept.load(1)
    assert loaded == NOTICE
    assert ids_of(loaded) == ids_of(saved) == (1, (1,), ((1, (2, 3, 4, 5, 6, 7)),))


def test_items_know_their_section(file: DataFile, kept: NoticeRepository) -> None:
    kept.save(NOTICE)
    under = file.database.ask("SELECT id, section_id FROM paragraph ORDER BY id")
    assert under == [(1, None), (2, None), (3, None), (4, 3), (5, 3), (6, None), (7, 6)]


def test_rows_stay_the_same_when_items_move(kept: NoticeRepository) -> None:
    saved = kept.save(NOTICE)
    opening, *rest = saved.pieces[0].paragraphs
    moved = replace(
        saved,
        body=(*saved.body, opening),
        pieces=(replace(saved.pieces[0], paragraphs=(Paragraph("新的"), *reversed(rest))),),
    )
    again = kept.save(moved)
    assert ids_of(again) == (1, (1, 2), ((1, (8, 7, 6, 5, 4, 3)),))
    assert kept.load(1) == moved


def test_a_deleted_notice_returns_under_its_ids(kept: NoticeRepository) -> None:
    saved = kept.save(NOTICE)
    kept.delete(1)
    assert kept.lines() == ()
    other = kept.save(NOTICE)
    assert other.id == 2
    assert ids_of(kept.save(saved)) == ids_of(saved)
    assert ids_of(kept.load(1)) == ids_of(saved)


def test_a_removed_item_returns_under_its_id(kept: NoticeRepository) -> None:
    saved = kept.save(NOTICE)
    kept.save(replace(saved, pieces=()))
    assert ids_of(kept.save(saved)) == ids_of(saved)


def test_a_copied_paragraph_gets_a_row_of_its_own(kept: NoticeRepository) -> None:
    first = kept.save(NOTICE)
    second = kept.save(replace(first, id=None))
    assert second.id == 2
    assert kept.load(1) == kept.load(2) == NOTICE
    twice = kept.save(replace(first, body=first.body * 2))
    assert [p.id for p in kept.load(1).body] == [p.id for p in twice.body]
    assert len({p.id for p in twice.body}) == 2


def test_a_change_of_one_paragraph_writes_one_row(file: DataFile, kept: NoticeRepository) -> None:
    saved = kept.save(NOTICE)
    written: int = file.database.value("SELECT total_changes()")
    with file.changing() as database:
        put_notice(database, replace(saved, body=(replace(saved.body[0], text="改"),)))
    assert file.database.value("SELECT total_changes()") - written == 3  # notice, piece, paragraph


def test_a_notice_that_is_gone_is_said_to_be(kept: NoticeRepository) -> None:
    with pytest.raises(Gone, match="不在数据文件中"):
        kept.load(7)
    with pytest.raises(Gone, match="不在数据文件中"):
        kept.delete(7)


def test_the_list_shows_undated_ones_first_and_then_the_latest(kept: NoticeRepository) -> None:
    for day in (date(2007, 1, 11), None, date(2008, 1, 1)):
        kept.save(replace(NOTICE, date=day))
    line = NoticeLine(
        3, NOTICE.title, NOTICE.doc_number, date(2008, 1, 1), "通知", 550, NOTICE.reply_due
    )
    assert [(found.id, found.date) for found in kept.lines()] == [
        (2, None),
        (3, date(2008, 1, 1)),
        (1, date(2007, 1, 11)),
    ]
    assert kept.lines()[1] == line


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=notices, second=notices)
def test_every_notice_comes_back(kept: NoticeRepository, first: Notice, second: Notice) -> None:
    saved = kept.save(first)
    assert saved == first
    assert saved.id == first.id or first.id is None
    assert ids_of(kept.load(saved.id or 0)) == ids_of(saved)
    again = kept.save(replace(second, id=saved.id))
    loaded = kept.load(again.id or 0)
    assert loaded == again == second
    assert ids_of(loaded) == ids_of(again)


class Keeping(RuleBasedStateMachine):
    """Any order of saving, deleting, undoing, failing and reopening leaves what a plain dict would hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.yinfa"
        self.file = DataFile.create(self.path)
        self.expected: dict[int, Notice] = {}
        self.deleted: list[Notice] = []

    @property
    def kept(self) -> NoticeRepository:
        return NoticeRepository(self.file)

    @rule(notice=notices)
    def add(self, notice: Notice) -> None:
        saved = self.kept.save(without_ids(notice))
        assert saved.id not in self.expected
        self.expected[saved.id or 0] = saved

    @precondition(lambda self: self.expected)
    @rule(data=st.data(), text=st.text(max_size=5), level=st.sampled_from(Level))
    def edit(self, data: st.DataObject, text: str, level: Level) -> None:
        notice = self._pick(data)
        line = Paragraph(text, level)
        pieces = tuple(
            replace(p, paragraphs=(line, *reversed(p.paragraphs))) for p in notice.pieces
        )
        changed = replace(notice, title=text, body=(*notice.body[1:], line), pieces=pieces[:2])
        self.expected[notice.id or 0] = self.kept.save(changed)

    @precondition(lambda self: self.expected)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        notice = self._pick(data)
        self.kept.delete(notice.id or 0)
        self.deleted.append(self.expected.pop(notice.id or 0))

    @precondition(lambda self: self.deleted)
    @rule()
    def undo_delete(self) -> None:
        notice = self.deleted.pop()
        back = self.kept.save(notice)
        assert ids_of(back) == ids_of(notice)
        self.expected[back.id or 0] = back

    @precondition(lambda self: self.expected or self.deleted)
    @rule(data=st.data())
    def take_a_past_step_back(self, data: st.DataObject) -> None:
        history = HistoryRepository(self.file)
        seq = data.draw(st.integers(1, history.head().seq))
        try:
            before, after = history.undone(seq)
        except CannotUndo:
            return
        if isinstance(after, Notice):
            self.expected[after.id or 0] = self.kept.save(after)
            self.deleted = [notice for notice in self.deleted if notice.id != after.id]
        elif isinstance(before, Notice):
            self.kept.delete(before.id or 0)
            self.deleted.append(self.expected.pop(before.id or 0))

    @rule()
    def restore_a_backup(self) -> None:
        made = back_up(self.file, self.path.parent / "备份")
        if self.expected:
            self.kept.delete(min(self.expected))
        self.file.close()
        restore(made.path, self.path)
        self.file = DataFile.open(self.path)

    @rule(notice=notices)
    def fail_half_way(self, notice: Notice) -> None:
        with pytest.raises(UnicodeEncodeError):
            self.kept.save(replace(notice, pieces=(*notice.pieces, Piece("\ud800"))))

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.file = DataFile.open(self.path)

    @invariant()
    def holds_what_was_kept(self) -> None:
        assert {line.id for line in self.kept.lines()} == set(self.expected)
        for notice_id, notice in self.expected.items():
            found = self.kept.load(notice_id)
            assert found == notice
            assert ids_of(found) == ids_of(notice)
        assert self.file.database.ask("PRAGMA foreign_key_check") == []

    def teardown(self) -> None:
        self.file.close()
        faults = faults_of_file(self.path)
        self.folder.cleanup()
        assert faults == ()

    def _pick(self, data: st.DataObject) -> Notice:
        return self.expected[data.draw(st.sampled_from(sorted(self.expected)))]


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(
    max_examples=int(os.environ.get("STATEFUL_EXAMPLES", "25")),
    stateful_step_count=int(os.environ.get("STATEFUL_STEPS", "20")),
    deadline=None,
)


def test_a_planted_bug_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_module, "remove_rows", lambda *_: None)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    generate = settings(max_examples=200, phases=[Phase.generate], deadline=None)
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Keeping, settings=generate)
