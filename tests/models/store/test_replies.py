"""Replies are kept whole with their files, each file once; the search finds them, and damage to a file is told."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history.told import NAMES
from models.replies.reply import Batch, Claim, Fate, Reply
from models.replies.roll import Adjustment, Roll
from models.rules.secrecy import StateSecret
from models.store.backups import back_up
from models.store.checking import faults_of, faults_of_file
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository
from models.store.keepers import put_kept
from models.store.notices import NoticeRepository
from models.store.proceedings import ProceedingRepository
from models.store.refusals import Gone
from models.store.replies import Arrival, ReplyRepository
from models.store.reply_files import sha256_of
from models.store.restoring import restore
from models.store.salvage import salvage
from models.store.searching import Search
from tests.models.proceeding_values import PROCEEDING
from tests.models.reply_values import CONTENT, REMINDERS, REPLY, ROLL, SUMMARY, replies, rolls
from tests.models.store.store_values import NOTICE
from tests.support.force import force

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.yinfa"


@pytest.fixture
def file(path: Path) -> Iterator[DataFile]:
    with DataFile.create(path) as made:
        NoticeRepository(made).save(NOTICE)
        yield made


@pytest.fixture
def kept(file: DataFile) -> ReplyRepository:
    return ReplyRepository(file)


def arrival(text: str, **more: object) -> Arrival:
    content = text.encode()
    made = replace(REPLY, sha256=sha256_of(content), size=len(content), text=text)
    return Arrival(replace(made, **more), content)  # pyright: ignore[reportArgumentType] - fields by name


@settings(max_examples=30, deadline=None)
@given(st.lists(replies, max_size=4), st.lists(rolls, max_size=2))
def test_any_reply_and_roll_comes_back_as_it_was(many: list[Reply], some: list[Roll]) -> None:
    with tempfile.TemporaryDirectory() as folder, DataFile.create(Path(folder) / "a.yinfa") as file:
        repository = ReplyRepository(file)
        saved = {one.id or 0: one for one in map(repository.save, many)}
        lists = {one.notice: one for one in map(repository.save_roll, some)}
        in_order = [saved[key] for key in sorted(saved)]
        for notice in (1, 2, 3):
            mine = [one for one in in_order if one.notice == notice]
            assert list(repository.of_notice(notice)) == mine
            assert repository.roll(notice) == lists.get(notice, Roll(notice))
        assert not list(faults_of(file.database))


def test_a_file_is_kept_once_whoever_it_speaks_for(file: DataFile, kept: ReplyRepository) -> None:
    first, second = kept.take_in(
        [Arrival(REPLY, CONTENT), Arrival(replace(REPLY, unit=2), CONTENT)]
    )
    assert (first.unit, second.unit, first.id, second.id) == (1, 2, 1, 2)
    assert kept.file_of(second) == CONTENT
    assert file.database.value("SELECT count(*) FROM reply_file") == 1
    assert kept.take_in([]) == ()


def test_the_history_names_a_file_and_does_not_hold_it(
    file: DataFile, kept: ReplyRepository
) -> None:
    content = bytes(range(256)) * 40
    taken = replace(REPLY, sha256=sha256_of(content), text="")
    kept.take_in([Arrival(taken, content)])
    rows = file.database.ask("SELECT delta FROM history WHERE kind = 'reply'")
    assert taken.sha256 in rows[0][0]
    assert len(rows[0][0]) < 500
    assert "收取报送件" in [line.deed.what for line in HistoryRepository(file).lines()]


def test_a_second_version_replaces_the_first_also_within_one_batch(kept: ReplyRepository) -> None:
    text = "\n".join(f"第{at}项工作" for at in range(9))
    batch = [
        arrival(text),
        arrival(f"{text}\n补充一项", name="南开（定稿）.doc"),
        arrival("联系人：某人\n电话：1", name="联系表.doc"),
        arrival(text, unit=2, name="河西.doc"),
    ]
    first, second, third, other = kept.take_in(batch)
    assert (second.replaces, third.replaces, other.replaces) == (first.id, None, None)
    (later,) = kept.take_in([arrival(f"{text}\n再补一项", name="又一稿.doc")])
    assert later.replaces == second.id
    (same,) = kept.take_in([arrival(f"{text}\n再补一项")])
    assert same.replaces is None


def test_files_without_text_are_versions_by_their_names(kept: ReplyRepository) -> None:
    first, second, third = kept.take_in(
        [
            replace_text(arrival("甲", name="南开人事局.pdf")),
            replace_text(arrival("乙", name="南开人事局（定稿）(2).pdf")),
            replace_text(arrival("丙", name="联系人名册.pdf")),
        ]
    )
    assert (second.replaces, third.replaces) == (first.id, None)


def replace_text(one: Arrival) -> Arrival:
    return Arrival(replace(one.reply, text="", unread="只有图片。"), one.content)


def test_every_step_can_be_undone_and_done_again(file: DataFile, kept: ReplyRepository) -> None:
    (taken,) = kept.take_in([Arrival(REPLY, CONTENT)])
    back = kept.save(replace(taken, fate=Fate.SENT_BACK, remark="缺盖章"), "退回修改")
    kept.delete(back.id or 0)
    assert kept.of_notice(1) == ()
    with pytest.raises(Gone):
        kept.delete(back.id or 0)
    exchange = HistoryRepository(file).undone(HistoryRepository(file).head().seq)
    assert put_kept(file, exchange.before, exchange.after, "撤销") == back
    assert kept.file_of(back) == CONTENT
    kept.save_roll(ROLL)
    assert kept.save_roll(replace(ROLL, due=None)) == kept.roll(1)
    assert not list(faults_of(file.database))


def test_the_search_finds_what_a_reply_says(file: DataFile, kept: ReplyRepository) -> None:
    (taken,) = kept.take_in([Arrival(REPLY, CONTENT)])
    (hit,) = Search(file).search("抓好录用")
    assert (hit.reply_id, hit.notice_id, hit.unit_id) == (taken.id, 1, None)
    assert [one.reply_id for one in Search(file).search("青川人事局.txt")] == [taken.id]
    kept.save(replace(taken, remark="已电话核实"))
    assert Search(file).search("电话核实")
    kept.delete(taken.id or 0)
    assert not Search(file).search("抓好录用")


def test_a_state_secret_is_never_kept(file: DataFile, kept: ReplyRepository) -> None:
    with pytest.raises(StateSecret):
        kept.take_in([arrival("机密★1年\n某局工作安排")])
    assert file.database.ask("SELECT * FROM reply_file") == []


DAMAGE = {
    "a byte": ("UPDATE reply_file SET content = CAST('x' || content AS BLOB)", "原件已损坏"),
    "the file": ("DELETE FROM reply_file", "原件丢失"),
    "the text": ("UPDATE reply SET text = '别的'", "与历史不符"),
    "the roll": ("UPDATE roll SET due = NULL", "应报名单与历史不符"),
    "the row": ("DELETE FROM reply", "报送件（编号1）丢失"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_told(path: Path, file: DataFile, kept: ReplyRepository, what: str) -> None:
    statement, said = DAMAGE[what]
    (taken,) = kept.take_in([Arrival(REPLY, CONTENT)])
    kept.save_roll(ROLL)
    assert not list(faults_of(file.database))
    file.close()
    force(path, statement)
    assert any(said in fault for fault in faults_of_file(path))
    if what in ("a byte", "the file"):
        with DataFile.open(path) as again, pytest.raises(Gone, match="原件"):
            ReplyRepository(again).file_of(taken)


def test_backups_hold_the_files(path: Path, file: DataFile, kept: ReplyRepository) -> None:
    (taken,) = kept.take_in([Arrival(REPLY, CONTENT)])
    backup = back_up(file, path.parent / "备份")
    kept.delete(taken.id or 0)
    file.close()
    restore(backup.path, path)
    with DataFile.open(path) as again:
        assert ReplyRepository(again).file_of(taken) == CONTENT


def test_a_salvage_brings_replies_and_files(
    path: Path, file: DataFile, kept: ReplyRepository
) -> None:
    taken = kept.take_in([Arrival(REPLY, CONTENT), arrival("另一份", name="乙.txt", unit=2)])
    kept.save_roll(ROLL)
    file.close()
    result = salvage(path, target := path.with_name("新.yinfa"))
    assert (result.lost, result.rebuilt) == ([], [])
    assert faults_of_file(target) == ()
    with DataFile.open(target) as again:
        assert ReplyRepository(again).of_notice(1) == taken
        assert ReplyRepository(again).roll(1) == ROLL
        assert ReplyRepository(again).file_of(taken[0]) == CONTENT
        assert Search(again).search("抓好录用")


def test_a_salvage_brings_every_kind_by_its_rows_alone(path: Path, file: DataFile) -> None:
    kinds = (PROCEEDING, REMINDERS, SUMMARY, ROLL)
    for one in kinds:
        put_kept(file, None, one, "登记")
    file.close()
    force(path, "DELETE FROM history WHERE kind IN ('proceeding', 'reminders', 'summary', 'roll')")
    salvage(path, target := path.with_name("新.yinfa"))
    with DataFile.open(target) as again:
        replies = ReplyRepository(again)
        found = ProceedingRepository(again).load(1), replies.reminders(1), replies.summary(1)
        assert (*found, replies.roll(1)) == kinds


def test_a_salvage_tells_which_file_is_lost_and_keeps_its_text(
    path: Path, file: DataFile, kept: ReplyRepository
) -> None:
    kept.take_in([Arrival(REPLY, CONTENT), arrival("另一份", name="乙.txt", unit=2)])
    file.close()
    force(
        path,
        "UPDATE reply_file SET content = zeroblob(9) WHERE id = 1; UPDATE reply SET claim = 'x' WHERE id = 2",
    )
    result = salvage(path, target := path.with_name("新.yinfa"))
    assert result.rebuilt == ["报送件「乙.txt」"]
    assert any("“青川人事局.txt”的原件没有读出来" in line for line in result.lost)
    assert faults_of_file(target) == ()
    with DataFile.open(target) as again:
        found = ReplyRepository(again).of_notice(1)
        assert (found[0].text, found[0].sha256) == (REPLY.text, "")
        assert "原件" in found[0].remark


def test_every_field_that_is_kept_has_a_name_in_words() -> None:
    kept = {name for value in (Reply, Roll, Adjustment) for name in value.__slots__}
    assert kept - {"id"} <= set(NAMES)
    assert {claim.value for claim in Claim}


def test_replies_are_exchanged_all_or_nothing(kept: ReplyRepository) -> None:
    first, second = kept.take_in([arrival("甲"), arrival("乙")])
    changed = replace(first, remark="改过")
    assert kept.exchange(Batch((first, second)), Batch((changed,)), "改") == Batch((changed,))
    assert kept.of_notice(1) == (changed,)
    kept.exchange(Batch((changed,)), Batch((first, second)), "撤销")
    assert kept.of_notice(1) == (first, second)
    secret = replace(second, text="机密★1年\n天津市人事局文件\n津人〔2007〕1号\n关于某事的通知")
    with pytest.raises(StateSecret):
        kept.exchange(Batch((first, second)), Batch((secret,)), "改")
    assert kept.of_notice(1) == (first, second)
