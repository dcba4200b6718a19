"""Replies that are nearly the same: all of them are found, and nothing that only quotes the notice."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.notice import Notice, Paragraph, Piece
from models.replies.exchange import as_text
from models.replies.roll import Expected
from models.replies.standing import Standing, State
from models.replies.summing.alike import (
    LEAST_PAIRS,
    QUOTED,
    Alike,
    alike,
    own_text,
    stretches_of,
)
from models.replies.versions import SHARED, pairs_of, share
from tests.support.chases import reply

HANZI = [chr(0x4E00 + at) for at in range(2500)]
OFTEN = [1 / (at + 5) for at in range(2500)]  # few characters make most of a text


def sent(at: int, *texts: str, by: str = "") -> Standing:
    replies = tuple(reply(at, 1, 20, text=text) for text in texts)
    return Standing(Expected(f"单位{at}", at), State.IN_TIME, replies, date(2007, 1, 20), by)


def written(seed: int, length: int = 400) -> str:
    return "".join(random.Random(seed).choices(HANZI, OFTEN, k=length))


def plainly(standings: list[Standing], notice: Notice) -> set[Alike]:
    """Every unit against every other."""
    quotable = stretches_of(notice)
    texts = [(one.expected.name, pairs_of(own_text(one, quotable))) for one in standings]
    told = [(name, pairs) for name, pairs in texts if len(pairs) >= LEAST_PAIRS]
    return {
        Alike(name, other, share(pairs, others))
        for (name, pairs), (other, others) in combinations(told, 2)
        if share(pairs, others) >= SHARED
    }


PIECES = st.lists(st.integers(0, 7), min_size=1, max_size=6)


@given(st.lists(PIECES, max_size=7), st.integers(0, 7))
def test_all_are_found_that_comparing_each_with_each_finds(
    units: list[list[int]], quoted: int
) -> None:
    notice = Notice(pieces=(Piece("要点", (Paragraph(written(quoted, 90)),)),))
    standings = [
        sent(at, "\n".join(written(seed, 90) for seed in seeds)) for at, seeds in enumerate(units)
    ]
    found = alike(standings, notice)
    assert len(found) == len(set(found))
    assert set(found) == plainly(standings, notice)
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)


def test_one_that_copied_another_is_found() -> None:
    copied = written(1).replace("一", "二") + "另加一句"
    found = alike([sent(1, written(1)), sent(2, written(2)), sent(3, copied)], Notice())
    (one,) = found
    assert (one.unit, one.other) == ("单位1", "单位3")
    assert one.share > 0.9


def test_who_quotes_the_notice_is_not_alike() -> None:
    plan = written(9, 2000)
    notice = Notice(
        title="通知", body=(Paragraph("正文"),), pieces=(Piece("要点", (Paragraph(plan),)),)
    )
    quoting = [sent(at, f"{plan}\n{written(at)}\n{plan[:500]}") for at in (1, 2)]
    assert alike(quoting, replace(notice, pieces=()))
    assert alike(quoting, notice) == ()
    assert own_text(quoting[0], stretches_of(notice)).strip() == written(1)


def test_what_stands_between_quotations_is_kept() -> None:
    notice = Notice(body=(Paragraph("加强公务员队伍建设"),))
    text = "我局加强公务员队伍建设，举办培训；加强公务员队伍，录用十人"
    assert own_text(sent(1, text), stretches_of(notice)) == "我局\n，举办培训；\n，录用十人"
    assert len("加强公务员队伍") > QUOTED


def test_short_texts_and_titles_of_forms_are_not_alike() -> None:
    blank = as_text({"unit": "甲"})
    assert (
        alike([sent(1, blank), sent(2, blank), sent(3, "同意。"), sent(4, "同意。")], Notice())
        == ()
    )
    filled = [sent(at, as_text({"unit": f"单位{at}", "plans": written(5)})) for at in (1, 2)]
    assert [one.share for one in alike(filled, Notice())] == [1.0]


def test_who_is_answered_for_is_not_alike_its_superior() -> None:
    assert alike([sent(1, written(1)), sent(2, written(1), by="单位1")], Notice()) == ()


def test_five_hundred_replies_take_seconds() -> None:
    standings = [sent(at, written(at, 3000)) for at in range(499)] + [sent(499, written(7, 3000))]
    start = time.perf_counter()
    (found,) = alike(standings, Notice())
    assert time.perf_counter() - start < 10  # on a slow machine; else about two
    assert (found.unit, found.other, found.share) == ("单位7", "单位499", 1.0)
