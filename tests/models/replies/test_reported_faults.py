"""Faults that hurried hands found in replies, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from models.office import Office
from models.replies.assigning import assigned, carried, items_of
from models.replies.collecting import Call, Collected, collect
from models.replies.exchange import as_text, is_blank
from models.replies.matching.decide import matcher_for
from models.replies.matching.learning import taught
from models.replies.reply import Fate, Reply
from models.replies.roll import Expected
from models.replies.standing import State, standings
from models.replies.summary import Summary
from models.replies.versions import with_version
from models.unit import Roster, Unit

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = datetime(2007, 1, 26, 9)
ROSTER = Roster(units=(Unit("甲山区人事局", "区", id=1), Unit("乙水区人事局", "区", id=2)))
MATCHER = matcher_for(ROSTER, (1, 2), Office(organ="市人事局"))


def collected(folder: Path, *there: Reply) -> list[Collected]:
    found: list[Collected] = []
    collect([folder], Call(1, MATCHER, MOMENT, there), found.extend)
    return found


def test_a_file_that_was_withdrawn_is_taken_in_again(tmp_path: Path) -> None:
    (tmp_path / "甲山区人事局.txt").write_text("2007年安排\n抓好录用。\n", encoding="utf-8")
    (first,) = collected(tmp_path)
    assert first.reply is not None
    withdrawn = replace(first.reply, fate=Fate.WITHDRAWN, id=1)
    (again,) = collected(tmp_path, withdrawn)
    assert again.reply is not None
    (still,) = collected(tmp_path, replace(first.reply, id=1))
    assert "完全相同" in still.passed


def test_an_empty_file_is_no_answer_but_is_seen(tmp_path: Path) -> None:
    (tmp_path / "甲山区人事局.docx").write_bytes(b"")
    (one,) = collected(tmp_path)
    assert one.reply is not None
    (standing,) = standings([Expected("甲山区人事局", 1)], [one.reply], None)
    assert (standing.state, standing.replies) == (State.MISSING, (one.reply,))
    good = replace(one.reply, sha256="x", size=9, id=2)
    (now,) = standings([Expected("甲山区人事局", 1)], [one.reply, good], None)
    assert now.state is State.IN_TIME


def test_data_files_are_no_replies(tmp_path: Path) -> None:
    for name in ("公文.yinfa", "公文.YINFA", "公文.yinfa-journal"):
        (tmp_path / name).write_bytes(b"x")
    assert collected(tmp_path) == []


def test_a_blank_form_is_no_answer(tmp_path: Path) -> None:
    assert is_blank(as_text({"unit": "甲山区人事局", "filler": "李明"}))
    assert not is_blank(as_text({"unit": "甲山区人事局", "needs": "无"}))
    assert not is_blank("甲山区人事局安排")
    text = as_text({"unit": "甲山区人事局"})
    (tmp_path / "甲山区人事局.txt").write_text(text, encoding="utf-8")
    (one,) = collected(tmp_path)
    assert "还没有填写" in one.passed


def test_what_cannot_be_read_stands_in_the_place_of_nothing_that_can() -> None:
    good = Reply(1, MOMENT, 1, "甲山.txt", sha256="a", text="抓好录用", id=1)
    broken = Reply(1, MOMENT, 1, "甲山最终版.docx", sha256="b", unread="损坏")
    assert with_version(broken, (good,)).replaces is None


def test_words_that_many_units_share_are_not_learned() -> None:
    reply = Reply(1, MOMENT, name="区人事局.txt", sha256="a", text="安排", id=1)
    assert taught(ROSTER, MATCHER, reply, 1) == ROSTER


def test_a_later_version_keeps_what_was_said_of_its_paragraphs() -> None:
    before = Reply(1, MOMENT, 1, text="一、甲。\n二、乙。", id=1)
    after = replace(before, text="前言。\n二、乙。\n三、丙。", id=2)
    summary = assigned(assigned(Summary(1), 1, 0, (5,)), 1, 1, (7, 8))
    now = carried(summary, before, after)
    assert [items_of(now, 2, at) for at in range(3)] == [(), (7, 8), ()]
