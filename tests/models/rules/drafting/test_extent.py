"""字数."""

from __future__ import annotations

from models.notice import Level, Notice, Paragraph, Piece
from models.rules.drafting.extent import word_count


def test_characters_and_marks_count_and_a_number_is_one() -> None:
    assert word_count(Notice(body=(Paragraph("在2007年，共550.5份 WPS 表。"),))) == 10
    assert word_count(Notice(title="不算")) == 0


def test_numbers_of_paragraphs_and_pieces_count() -> None:
    body = (Paragraph("乙。", Level.FIRST, "一、", "甲。"),)
    assert word_count(Notice(body=body, pieces=(Piece("不算", body),))) == 12
