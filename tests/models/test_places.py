"""Paragraphs by place."""

from __future__ import annotations

from models.notice import Notice, Paragraph, Piece
from models.places import BODY, Place, paragraph_at, replaced

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
