"""What is pasted, cleaned."""

from __future__ import annotations

import pytest

from models.rules.drafting.cleaning import as_it_is, cleaned


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("各处室,请于3月1日(星期四)前报送:", "各处室，请于3月1日（星期四）前报送："),
        ("比例为3:2,共1,000人", "比例为3:2，共1,000人"),
        ('落实"三支一扶"工作.', "落实“三支一扶”工作。"),
        ("等等...另行通知", "等等……另行通知"),
        ("目标--任务", "目标——任务"),
        ("（试行)", "（试行）"),
        ("网址 http://a.b/c?d=1:2", "网址 http://a.b/c?d=1:2"),
        ("Word (2016) and Excel", "Word (2016) and Excel"),
        ("2007 年\u00a0工作， 安排 ", "2007年 工作，安排"),
        ("　　通 知　　", "通知"),
        ("李明 王芳", "李明 王芳"),
        ("工作\u200b要点", "工作要点"),
        ("版本3.5", "版本3.5"),
        ("没有要改的。", "没有要改的。"),
    ],
)
def test_one_line(raw: str, clean: str) -> None:
    result = cleaned(raw)
    assert result.lines == (clean,)
    assert bool(result.changes) == (raw.strip(" 　") != clean or "通 知" in raw)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("(1)加强管理", ("（1）加强管理",)),
        ("见f(x)一节", ("见f（x）一节",)),
        ("run(a) ok", ("run(a) ok",)),
        ("王 强　　李 明　　张 华", ("王强 李明 张华",)),
        ("王 强　李 明", ("王强 李明",)),
        ("通　知", ("通知",)),
        ("1.\t加强管理\n2.\t改进服务", ("1.加强管理", "2.改进服务")),
        (
            "各单位要按照要求认真做好今年的各项工作。　\n各区县要及时报送有关材料，并按规定做好总结。",
            (
                "各单位要按照要求认真做好今年的各项工作。",
                "各区县要及时报送有关材料，并按规定做好总结。",
            ),
        ),
    ],
)
def test_what_looks_alike_is_told_apart(raw: str, clean: tuple[str, ...]) -> None:
    result = cleaned(raw)
    assert result.lines == clean
    assert not result.is_table


def test_what_was_cleaned_is_counted() -> None:
    raw = "一、甲,乙\r\n\r\n【打印】\n— 3 —\n　　二、丙等\u00a0丁 。\n分享到微博\n"
    result = cleaned(raw)
    assert result.lines == ("一、甲，乙", "二、丙等 丁。")
    assert result.told == "网页按钮、页码 3 处、空格 2 处、半角标点 1 处"


def test_a_single_word_is_no_button() -> None:
    assert cleaned("打印").lines == ("打印",)


def test_lines_that_an_edge_broke_off_are_one_again() -> None:
    raw = (
        "各单位要高度重视，加强领导，明确责任，确保\n"
        "各项工作落到实处，取得实效，并于月底前将\n"
        "情况报送。\n"
        "一、加强领导\n"
        "各单位主要负责同志要亲自抓。"
    )
    result = cleaned(raw)
    assert result.lines == (
        "各单位要高度重视，加强领导，明确责任，确保各项工作落到实处，取得实效，并于月底前将情况报送。",
        "一、加强领导",
        "各单位主要负责同志要亲自抓。",
    )
    assert result.told == "断开的行 2 处"


def test_cells_stay_as_they_are() -> None:
    result = cleaned("姓名\t人数,个\n李明\t1\n")
    assert result.lines == ("姓名\t人数,个\n李明\t1",)
    assert result.is_table


def test_nothing_is_cleaned_where_it_shall_stay() -> None:
    raw = "甲,乙\r\n\r\n 丙 "
    assert as_it_is(raw).lines == ("甲,乙", " 丙 ")
    assert as_it_is(raw).changes == ()
