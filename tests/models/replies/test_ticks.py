"""纸质 and 电子 are set and taken away by the clerk; what a file proves stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.replies.reply import Batch, Claim, Reply
from models.replies.roll import Expected
from models.replies.standing import standings
from models.replies.ticks import CannotTick, Medium, ticked

MOMENT = datetime(2007, 1, 26, 9)
FILE = Reply(1, MOMENT, 1, "a.docx", sha256="x", is_electronic=True, id=7)
ROLL = (Expected("甲局", 1), Expected("乙局", 2, superior=1), Expected("某处"))


def standing(at: int, *replies: Reply):  # noqa: ANN201 - a Standing
    return standings(ROLL, replies, date(2007, 1, 31))[at]


def test_a_tick_without_anything_is_a_reply_of_its_own() -> None:
    changed = ticked(standing(0), Medium.PAPER, 1, MOMENT)
    (new,) = changed.after.replies
    assert changed.before == Batch()
    assert (new.unit, new.on_paper, new.is_electronic, new.claim) == (1, True, False, Claim.CLERK)
    kept = replace(new, id=3)
    back = ticked(standing(0, kept), Medium.PAPER, 1, MOMENT)
    assert (back.before, back.after) == (Batch((kept,)), Batch())


def test_paper_joins_the_file_that_came() -> None:
    changed = ticked(standing(0, FILE), Medium.PAPER, 1, MOMENT)
    assert changed.before == Batch((FILE,))
    assert changed.after == Batch((replace(FILE, on_paper=True),))
    back = ticked(standing(0, changed.after.replies[0]), Medium.PAPER, 1, MOMENT)
    assert back.after == Batch((FILE,))


def test_the_tick_of_a_file_is_not_taken_away() -> None:
    with pytest.raises(CannotTick, match="撤回"):
        ticked(standing(0, FILE), Medium.ELECTRONIC, 1, MOMENT)


def test_one_of_two_ticks_without_a_file_is_taken_away() -> None:
    both = Reply(1, MOMENT, 1, on_paper=True, is_electronic=True, id=4)
    changed = ticked(standing(0, both), Medium.ELECTRONIC, 1, MOMENT)
    assert changed.after == Batch((replace(both, is_electronic=False),))


def test_who_is_answered_for_and_who_is_no_unit_has_no_tick() -> None:
    with pytest.raises(CannotTick, match="由甲局合并报送"):
        ticked(standing(1, FILE), Medium.PAPER, 1, MOMENT)
    with pytest.raises(CannotTick, match="不在单位名册"):
        ticked(standing(2), Medium.PAPER, 1, MOMENT)
