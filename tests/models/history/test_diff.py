"""Two versions of a document are compared as a reader would."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from models.history.diff import Difference, Run, differences
from models.notice import Notice, Paragraph, Piece
from tests.models.store.store_values import NOTICE, notices


def test_equal_versions_do_not_differ() -> None:
    assert differences(NOTICE, replace(NOTICE, id=7)) == ()


def test_elements_and_paragraphs_are_named_and_paired() -> None:
    piece = NOTICE.pieces[0]
    first, *rest = piece.paragraphs
    after = replace(
        NOTICE,
        copies=600,
        body=(*NOTICE.body, Paragraph("请遵照执行。")),
        pieces=(replace(piece, paragraphs=(replace(first, text="总的要求是……"), *rest)),),
    )
    assert [(d.where, d.before, d.after) for d in differences(NOTICE, after)] == [
        ("共印份数", "550", "600"),
        ("正文", "", "请遵照执行。"),
        ("第1件", first.text, "总的要求是……"),
    ]


def test_whole_pieces_come_and_go() -> None:
    with_piece = Notice(pieces=(Piece("甲", (Paragraph("乙"),)),))
    there = [(d.before, d.after) for d in differences(Notice(), with_piece)]
    assert there == [("", "甲"), ("", "乙")]
    assert [(d.after, d.before) for d in differences(with_piece, Notice())] == there


def test_within_a_part_the_characters_are_compared() -> None:
    runs = Difference("", "共印550份。", "共印600份！").runs
    assert next(run for run in runs if run.sign == "=") == Run("=", "共印")
    assert {run.sign for run in runs} == {"=", "-", "+"}


@given(notices, notices)
def test_runs_give_both_versions_back(before: Notice, after: Notice) -> None:
    for difference in differences(before, after):
        runs = difference.runs
        assert "".join(r.text for r in runs if r.sign != "+") == difference.before
        assert "".join(r.text for r in runs if r.sign != "-") == difference.after
