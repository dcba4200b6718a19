"""The borders inside a line on which a whole document stands, one grammar at a time."""

from __future__ import annotations

import itertools

import pytest

from models.notice import Level
from models.reading.fused_close import closing_cuts
from models.reading.numbering import parts_of

ORGANS = {"丹枫市人事局"}


def cut(plain: str, cuts: list[int]) -> list[str]:
    """The text, parted at its borders."""
    borders = [0, *sorted(set(cuts)), len(plain)]
    parts = (plain[a:b].strip(" ") for a, b in itertools.pairwise(borders))
    return [part for part in parts if part]


def parts(plain: str, last: dict[Level, int] | None = None) -> list[str]:
    """The text, parted where its numbers open paragraphs."""
    return cut(plain, parts_of(plain, {} if last is None else last))


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        (
            "请遵照执行。丹枫市人事局2009年3月1日",
            ["请遵照执行。", "丹枫市人事局", "2009年3月1日"],
        ),
        (
            "请遵照执行。丹枫市财政局 丹枫市人事局2009年3月1日",
            ["请遵照执行。", "丹枫市财政局 丹枫市人事局", "2009年3月1日"],
        ),
        (
            "有关材料请送 丹枫市人事局2009年3月1日",
            ["有关材料请送", "丹枫市人事局", "2009年3月1日"],
        ),
        (
            "请遵照执行。丹枫市人事局2009年3月1日前完成。",
            ["请遵照执行。丹枫市人事局2009年3月1日前完成。"],
        ),
        ("2009年3月1日 丹枫市考勤暂行办法", ["2009年3月1日", "丹枫市考勤暂行办法"]),
    ],
    ids=["signed", "two organs", "words before it", "a deadline", "a day before an issued text"],
)
def test_the_close_is_parted(plain: str, expected: list[str]) -> None:
    assert cut(plain, closing_cuts(plain, ORGANS)) == expected


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("一、放假三天。二、安排值班。", ["一、放假三天。", "二、安排值班。"]),
        (
            "第一章 总则第一条 为了统一，制定本办法。",
            ["第一章 总则", "第一条 为了统一，制定本办法。"],
        ),
        ("〇、放假三天。二、安排值班。", ["〇、放假三天。二、安排值班。"]),
        ("按照办法第一条 规定办理。", ["按照办法第一条 规定办理。"]),
        ("按照本办法第（一） 项办理。", ["按照本办法第（一） 项办理。"]),
        ("做好宣传、（一）项的工作。", ["做好宣传、（一）项的工作。"]),
        ("做好培训工作（一）组织学习", ["做好培训工作", "（一）组织学习"]),
    ],
    ids=[
        "next to each other",
        "an article behind its chapter",
        "a nought",
        "a reference",
        "a reference behind 第",
        "one of several",
        "the second level stands anywhere",
    ],
)
def test_numbers_part_a_line(plain: str, expected: list[str]) -> None:
    assert parts(plain) == expected


def test_numbers_go_on_where_the_text_before_stopped() -> None:
    last = {Level.FIRST: 3}
    assert parts("会议要求。四、安排值班。六、其他。", last) == [
        "会议要求。",
        "四、安排值班。六、其他。",
    ]
    assert last == {Level.FIRST: 4}
