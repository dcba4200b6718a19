"""A difference leads there and back, is kept as text, and finds its place in a value that has changed since."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.history.delta import DoesNotApply, apply, between, reverse
from models.history.delta_json import delta_from_text, delta_to_text
from models.history.plain import Plain, digest, from_plain, to_plain
from models.history.told import NAMES, tell
from models.notice import Notice, Paragraph, Piece
from models.office import Office
from models.practice import Practice
from tests.models.store.store_values import OFFICE, ids_of, notices


def item(number: int) -> Plain:
    return {"id": number, "text": f"文{number}"}


items = st.lists(st.integers(1, 9).map(item), max_size=6)


@given(notices)
def test_a_value_comes_back_from_plain_with_its_ids(notice: Notice) -> None:
    again = from_plain(Notice, to_plain(notice))
    assert again == notice
    assert ids_of(again) == ids_of(notice)


def test_an_office_comes_back() -> None:
    assert from_plain(Office, to_plain(OFFICE)) == OFFICE
    assert from_plain(Office, {}) == Office()


def test_what_is_no_value_is_our_fault() -> None:
    with pytest.raises(TypeError, match="no value"):
        to_plain(object())


def test_defaults_are_left_out_so_that_new_fields_change_no_digest() -> None:
    assert to_plain(Notice()) == {}
    assert digest(to_plain(Notice())) == digest({})
    assert digest(None) == ""


@given(st.none() | notices.map(to_plain), st.none() | notices.map(to_plain))
def test_there_and_back(before: Plain, after: Plain) -> None:
    delta = between(before, after)
    if delta is None:
        assert before == after
        return
    assert delta_from_text(delta_to_text(delta)) == delta
    assert apply(delta, before) == after
    assert apply(reverse(delta), after) == before


@given(items, items)
def test_lists_there_and_back(before: list[Plain], after: list[Plain]) -> None:
    delta = between(before, after)
    if delta is not None:
        assert apply(delta, before) == after
        assert apply(reverse(delta), after) == before


def paragraphs(*texts: str) -> Plain:
    return {"body": [{"id": at, "text": text} for at, text in enumerate(texts, 1)]}


def body_of(plain: Plain) -> list[Plain]:
    assert isinstance(plain, dict)
    body = plain["body"]
    assert isinstance(body, list)
    return body


def test_a_step_is_taken_back_although_other_parts_changed_since() -> None:
    before, after = paragraphs("甲", "乙", "丙"), paragraphs("甲", "改", "丙")
    delta = between(before, after)
    assert delta
    moved: Plain = {"title": "新", "body": [{"id": 9, "text": "前"}, *body_of(after)]}
    back = apply(reverse(delta), moved)
    assert back == {"title": "新", "body": [{"id": 9, "text": "前"}, *body_of(before)]}


def test_a_removed_paragraph_returns_behind_the_one_it_followed() -> None:
    before: Plain = {"body": [{"id": 1, "text": "甲"}, {"id": 2, "text": "乙"}]}
    after: Plain = {"body": [{"id": 1, "text": "甲"}]}
    delta = between(before, after)
    assert delta
    now: Plain = {"body": [{"id": 7, "text": "前"}, {"id": 1, "text": "甲甲"}, {"id": 8}]}
    back = body_of(apply(reverse(delta), now))
    assert [item["id"] for item in back if isinstance(item, dict)] == [7, 1, 2, 8]


@pytest.mark.parametrize(
    "now",
    [
        paragraphs("甲", "又改", "丙"),
        paragraphs("甲"),
        {"body": [{"id": 5, "text": "改"}]},
        {"body": "乙"},
        None,
    ],
)
def test_a_step_whose_place_changed_again_does_not_apply(now: Plain) -> None:
    delta = between(paragraphs("甲", "乙", "丙"), paragraphs("甲", "改", "丙"))
    assert delta
    with pytest.raises(DoesNotApply):
        apply(reverse(delta), now)


def test_new_items_that_are_gone_again_cannot_be_taken_back() -> None:
    delta = between([], [{"id": 1}, {"id": 2}])
    assert delta
    with pytest.raises(DoesNotApply):
        apply(reverse(delta), [{"id": 1}])


@pytest.mark.parametrize("text", ["[]", '["swap"]', "3", '["in", 5]'])
def test_what_we_did_not_write_is_no_difference(text: str) -> None:
    with pytest.raises(ValueError, match="no difference"):
        delta_from_text(text)


def test_a_change_of_one_paragraph_of_a_piece_keeps_that_alone() -> None:
    texts = [item(number) for number in range(1, 40)]
    changed: list[Plain] = [*texts[:20], {"id": 21, "text": "改"}, *texts[21:]]
    before: Plain = {"pieces": [{"id": 1, "paragraphs": texts}]}
    delta = between(before, {"pieces": [{"id": 1, "paragraphs": changed}]})
    assert delta
    assert len(delta_to_text(delta)) < 120


def told(before: Plain, after: Plain) -> list[tuple[str, str, str]]:
    delta = between(before, after)
    assert delta
    return [(part.where, part.before, part.after) for part in tell(delta)]


def test_a_difference_is_told_in_words() -> None:
    assert told({"copies": 5}, {"copies": 6, "title": "新"}) == [
        ("共印份数", "5", "6"),
        ("标题", "", "新"),
    ]
    assert told(paragraphs("甲", "乙"), paragraphs("甲", "丙")) == [("正文第2段文字", "乙", "丙")]
    assert told(paragraphs("甲"), paragraphs("甲", "乙")) == [("正文第2段", "", "乙")]
    assert told({"organs": ["甲", "乙"]}, {"organs": ["丙"]}) == [("发文机关", "甲、乙", "丙")]
    assert told({"id": 1}, {"id": 2, "x": 1}) == [("x", "", "1")]
    assert told(None, {"title": "题"}) == [("", "", "题")]
    assert told({"practice": {"zero": "○"}}, {"practice": {"zero": "〇", "mirrored": False}}) == [
        ("版面做法双面对称", "", "否"),
        ("版面做法汉字日期的零", "○", "〇"),
    ]


def test_copies_that_were_printed_and_sent_are_told_by_their_numbers() -> None:
    run: Plain = {"on": "2007-01-11", "span": {"first": 1, "last": 550}}
    assert told({}, {"runs": [run]})[0][1:] == ("", "2007-01-11 1—550")
    assert told({"held": [{"first": 1, "last": 1}]}, {"held": [{"first": 2, "last": 3}]})[0][
        1:
    ] in (
        ("1", "2—3"),
        ("1", "2"),
    )
    assert told({}, {"void": [{"number": 7, "on": "2007-01-12"}]})[0][2] == "7"


def test_every_field_that_is_kept_has_a_name_in_words() -> None:
    kept = {
        name for value in (Notice, Piece, Paragraph, Office, Practice) for name in value.__slots__
    }
    assert kept - {"id"} <= set(NAMES)
