"""Reminders are kept, found, undone and checked like all that is kept."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history.told import NAMES
from models.replies.reminder import Means, Reminder, Reminders
from models.replies.summary import Assignment, Summary
from models.rules.secrecy import StateSecret
from models.store.checking import faults_of, faults_of_file
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository
from models.store.keepers import name_of, put_kept
from models.store.notices import NoticeRepository
from models.store.replies import ReplyRepository
from models.store.salvage import salvage
from models.store.searching import Search
from tests.models.reply_values import REMINDERS, SUMMARY, moments
from tests.models.store.store_values import NOTICE
from tests.models.unit_values import words
from tests.support.force import force

if TYPE_CHECKING:
    from collections.abc import Iterator

one_reminder = st.builds(
    Reminder, st.integers(1, 30), moments, st.sampled_from(Means), words, words, words
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.yinfa"


@pytest.fixture
def file(path: Path) -> Iterator[DataFile]:
    with DataFile.create(path) as made:
        NoticeRepository(made).save(NOTICE)
        yield made


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(one_reminder, max_size=4).map(tuple), min_size=1, max_size=3))
def test_any_reminders_come_back_as_they_were(many: list[tuple[Reminder, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, DataFile.create(Path(folder) / "a.yinfa") as file:
        kept = ReplyRepository(file)
        for reminders in many:
            kept.save_reminders(Reminders(1, reminders))
            assert kept.reminders(1) == Reminders(1, reminders)
            assert not list(faults_of(file.database))
        assert kept.reminders(2) == Reminders(2)


def test_the_search_finds_what_was_said(file: DataFile) -> None:
    kept = ReplyRepository(file)
    kept.save_reminders(REMINDERS)
    (hit,) = Search(file).search("明日报来")
    assert (hit.is_of_reminders, hit.notice_id, hit.reply_id, hit.unit_id) == (True, 1, None, None)
    assert [one.is_of_reminders for one in Search(file).search("王芳 催报")] == [True]
    kept.save_reminders(Reminders(1, REMINDERS.reminders[1:2]))
    assert not Search(file).search("明日报来")
    assert not list(faults_of(file.database))


def test_every_step_can_be_undone_and_done_again(file: DataFile) -> None:
    kept, history = ReplyRepository(file), HistoryRepository(file)
    kept.save_reminders(REMINDERS)
    more = (*REMINDERS.reminders, Reminder(3, datetime(2007, 2, 7), answer="已寄出"))
    after = kept.save_reminders(Reminders(1, more), "登记催办")
    exchange = history.undone(history.head().seq)
    assert put_kept(file, exchange.before, exchange.after, "撤销") == REMINDERS
    assert not Search(file).search("已寄出")
    assert put_kept(file, exchange.after, exchange.before, "重做") == after
    assert put_kept(file, after, None, "撤销") is None
    assert kept.reminders(1) == Reminders(1)
    assert not list(faults_of(file.database))


def test_a_summary_comes_back(file: DataFile) -> None:
    kept = ReplyRepository(file)
    assert kept.save_summary(SUMMARY) == kept.summary(1) == SUMMARY
    assert kept.summary(2) == Summary(2)


def test_a_grade_of_a_state_secret_is_refused(file: DataFile) -> None:
    secret = replace(REMINDERS.reminders[0], answer="机密★十年")
    with pytest.raises(StateSecret):
        ReplyRepository(file).save_reminders(Reminders(1, (secret,)))
    assert ReplyRepository(file).reminders(1) == Reminders(1)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE reminders SET reminders = replace(reminders, '明日', '不')", "与历史不符"),
        ("UPDATE reminders SET reminders = '[{}]'", "与历史不符"),
        ("DELETE FROM reminders", "丢失"),
    ],
)
def test_damage_is_told_and_the_history_mends_it(
    path: Path, file: DataFile, statement: str, said: str
) -> None:
    ReplyRepository(file).save_reminders(REMINDERS)
    file.close()
    force(path, statement)
    assert any(fault.startswith(f"编号1的公文的催办{said}") for fault in faults_of_file(path))
    result = salvage(path, target := path.with_name("新.yinfa"))
    assert (result.rebuilt, result.lost) == (["编号1的公文的催办"], [])
    assert faults_of_file(target) == ()
    with DataFile.open(target) as again:
        assert ReplyRepository(again).reminders(1) == REMINDERS
        assert Search(again).search("明日报来")


def test_all_of_it_has_names_in_words() -> None:
    kept = {name for kind in (Reminders, Reminder, Summary, Assignment) for name in kind.__slots__}
    assert kept <= set(NAMES)
    assert name_of("reminders", 7) == "编号7的公文的催办"
