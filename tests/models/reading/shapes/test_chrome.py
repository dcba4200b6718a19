"""What a page prints above and below a document is left out and never lost."""

from __future__ import annotations

import pytest

from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

DOCUMENT = """白塔市人事局关于举办培训班的通知
白人发〔2015〕8号
各区人事局：
　　为提高业务能力，定于6月举办培训班。
　　一、时间地点。6月3日，市委党校。
　　二、参加人员。各区分管局长。
白塔市人事局
2015年5月11日"""
ABOVE = """您当前的位置：首页 > 政务公开 > 通知公告
索引号：00300/2015-00021　　主题分类：人事
发布机构：白塔市人事局
名　　称：白塔市人事局关于举办培训班的通知
文　　号：白人发〔2015〕8号　　发布日期：2015-05-12
时间：2015-05-12 08:30　来源：本站　浏览次数：302
【字体：大 中 小】 打印 收藏
分享到：
微信
微博
"""
BELOW = """
分享到：微信 微博
【打印本页】【关闭窗口】
上一篇：关于放假的通知
下一篇：关于调休的公告
主办：白塔市人事局　地址：白塔市光明路1号
Copyright © 2015 白塔市人事局 版权所有。保留所有权利。
"""


@pytest.mark.parametrize("above", ["", ABOVE])
@pytest.mark.parametrize(
    "below", ["", BELOW, "\n附件下载\n附件1.doc", "\n来源：本站\n责任编辑：安然"]
)
def test_frame_of_the_page_changes_nothing(above: str, below: str) -> None:
    bare = read_text(DOCUMENT)
    framed = read_text(above + DOCUMENT + below)
    assert framed.notice.body == bare.notice.body
    assert framed.notice.date == bare.notice.date
    assert framed.notice.title == bare.notice.title
    assert framed.notice.doc_number == "白人发〔2015〕8号"
    assert framed.notice.addressees == "各区人事局"
    assert framed.notice.pieces == ()
    assert_lossless(framed)


def test_facts_of_the_page_are_taken_only_where_the_document_is_silent() -> None:
    silent = DOCUMENT.replace("白人发〔2015〕8号\n", "")
    reading = read_text(ABOVE + silent)
    assert reading.notice.doc_number == "白人发〔2015〕8号"
    assert reading.notice.organs == ()


def test_foot_below_an_undated_document_counts_where_no_sentence_follows() -> None:
    undated = DOCUMENT.replace("\n2015年5月11日", "").replace("\n白塔市人事局", "")
    reading = read_text(undated + "\n打印本页\n关闭窗口")
    assert len(reading.notice.body) == 3
    assert [reading.text[s.start : s.end] for s in reading.left_out] == ["打印本页\n关闭窗口"]


def test_page_numbers_between_paragraphs_are_left_out() -> None:
    paged = DOCUMENT.replace("　　二、", "— 1 —\n　　二、") + "\n— 2 —\n"
    reading = read_text(paged)
    assert len(reading.notice.body) == 3
    assert_lossless(reading)


def test_replies_of_an_office_system_are_no_piece() -> None:
    reading = read_text(DOCUMENT + "\n签收意见\n安然\n两小时前签收\n已阅。请办理。\n")
    assert reading.notice.pieces == ()
    assert_lossless(reading)
