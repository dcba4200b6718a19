"""Titles from their parts, and back."""

from __future__ import annotations

import pytest

from models.rules.drafting.titling import TitleParts, parts_of_title

TITLES = (
    ("青川市人事局关于做好考试工作的通知", ("青川市人事局", "做好考试工作", "通知")),
    ("关于转发《某某关于考试的通知》的通知", ("", "转发《某某关于考试的通知》", "通知")),
    ("青川市人民政府令", ("青川市人民政府", "", "令")),
    ("关于考试的意见（试行）", ("", "考试", "意见（试行）")),
    ("关于增加编制的请示", ("", "增加编制", "请示")),
)


@pytest.mark.parametrize(("title", "parts"), TITLES)
def test_a_title_comes_apart_and_together_again(title: str, parts: tuple[str, str, str]) -> None:
    assert parts_of_title(title) == TitleParts(*parts)
    assert TitleParts(*parts).whole == title


def test_what_a_title_lacks_the_notice_says() -> None:
    assert parts_of_title("", "函") == TitleParts("", "", "函")
    assert parts_of_title("考试工作", "函") == TitleParts("", "考试工作", "函")


@pytest.mark.parametrize(
    "matter", ["关于开展考试的", "开展考试的通知", " 开展考试。", "关于开展考试的通知"]
)
def test_what_was_typed_too_much_is_understood(matter: str) -> None:
    assert TitleParts("", matter, "通知").whole == "关于开展考试的通知"


def test_the_kind_of_a_notice_that_is_passed_on_stays() -> None:
    assert TitleParts("", "转发省局考试的通知", "通知").whole == "关于转发省局考试的通知的通知"
