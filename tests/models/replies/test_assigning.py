"""What is typed for a paragraph becomes items of the plan, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.notice import Level, Paragraph, Piece
from models.plan import plan_of
from models.replies.assigning import UnknownItem, assigned, items_from, items_of, labels_of
from models.replies.summary import Summary

PIECE = Piece(
    "要点",
    (
        Paragraph("", Level.FIRST, "一、", "录用", id=1),
        Paragraph("做好录用。", Level.THIRD, "1．", id=2),
        Paragraph("做好培训。", Level.THIRD, "2．", id=3),
        Paragraph("另做好宣传。", id=4),
        Paragraph("", Level.FIRST, "二、", "工资", id=5),
        Paragraph("做好调资。", Level.THIRD, "3．", id=6),
        Paragraph("另做好核算。", id=7),
    ),
)
LABELS = labels_of(plan_of(PIECE))


def test_items_go_by_their_numbers_and_those_without_by_their_order() -> None:
    assert LABELS == {2: "1", 3: "2", 4: "附1", 6: "3", 7: "附2"}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", ()),
        ("3", (6,)),
        ("1、附2", (2, 7)),
        ("第2项，3；1", (3, 6, 2)),
        ("1 1", (2,)),
        ("３。", (6,)),
    ],
)
def test_items_are_typed(text: str, items: tuple[int, ...]) -> None:
    assert items_from(text, LABELS) == items


def test_an_item_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownItem, match="没有第“9”项"):
        items_from("1、9", LABELS)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3), st.sets(st.integers(1, 5)))))
def test_the_last_word_counts_and_others_stay(deeds: list[tuple[int, int, set[int]]]) -> None:
    summary, held = Summary(1), dict[tuple[int, int], set[int]]()
    for reply, paragraph, items in deeds:
        summary = assigned(summary, reply, paragraph, sorted(items))
        held[reply, paragraph] = items
    for (reply, paragraph), items in held.items():
        assert set(items_of(summary, reply, paragraph)) == items
    assert len(summary.assignments) == sum(map(len, held.values()))
    places = [(one.reply, one.paragraph) for one in summary.assignments]
    assert places == sorted(places)
