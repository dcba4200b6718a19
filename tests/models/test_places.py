"""Paragraphs by place."""

from __future__ import annotations

from dataclasses import replace

from models.notice import Notice, Paragraph, Piece
from models.places import BODY, Place, added, moved, paragraph_at, removed, replaced

ONE, TWO = Paragraph("一"), Paragraph("二")
NOTICE = Notice(body=(ONE, TWO), pieces=(Piece("甲", (ONE, TWO)), Piece("乙")))


def test_body_and_pieces_are_read_by_place() -> None:
    assert paragraph_at(NOTICE, Place(BODY, 1)) == TWO
    assert paragraph_at(NOTICE, Place(0, 0)) == ONE
    assert paragraph_at(NOTICE, Place(0, -1)) is None
    assert paragraph_at(NOTICE, Place(5, 0)) is None


def test_replacing_touches_one_paragraph() -> None:
    changed = replaced(NOTICE, Place(0, 1), Paragraph("三"))
    assert [p.text for p in changed.pieces[0].paragraphs] == ["一", "三"]
    assert changed.body == NOTICE.body


def test_adding_goes_behind_the_place_or_to_the_end() -> None:
    assert added(NOTICE, Place(BODY, 0))[1] == Place(BODY, 1)
    assert added(NOTICE, Place(1, -1))[1] == Place(1, 0)
    assert len(added(NOTICE, Place(0, -1))[0].pieces[0].paragraphs) == 3


def test_removing_and_moving() -> None:
    assert removed(NOTICE, Place(BODY, 0)).body == (TWO,)
    assert moved(NOTICE, Place(BODY, 0), 1) == (replace(NOTICE, body=(TWO, ONE)), Place(BODY, 1))
    assert moved(NOTICE, Place(BODY, 0), -3) == (NOTICE, Place(BODY, 0))
