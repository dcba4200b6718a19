"""Words found anywhere in a notice, and replaced."""

from __future__ import annotations

from models.notice import Level, Notice, Paragraph, Piece
from models.rules.drafting.finding import Hit, Slot, find_all, replace_hits

NOTICE = Notice(
    title="关于考试的通知",
    organs=("甲考试院", "乙局"),
    body=(Paragraph("做好考试，考试后报。"), Paragraph("试工作。", Level.FIRST, "一、", "考")),
    attachment_notes=("名单", "考试表"),
    pieces=(Piece("考试办法", (Paragraph("考试\t考试", Level.TABLE),)),),
    cc="考试中心",
)


def test_words_are_found_everywhere_in_the_order_of_the_paper() -> None:
    slots = [hit.slot for hit in find_all(NOTICE, "考试")]
    assert slots == [
        Slot("organs", -1, 0),
        Slot("title"),
        Slot("body", -1, 0),
        Slot("body", -1, 0),
        Slot("body", -1, 1),
        Slot("attachment_notes", -1, 1),
        Slot("pieces", 0),
        Slot("pieces", 0, 0),
        Slot("pieces", 0, 0),
        Slot("cc"),
    ]
    assert find_all(NOTICE, "考试")[3] == Hit(Slot("body", -1, 0), 5, 7)
    assert find_all(NOTICE, "") == find_all(NOTICE, "没有") == ()


def test_all_are_replaced_and_counted() -> None:
    result = replace_hits(NOTICE, find_all(NOTICE, "考试"), "面试工作")
    assert result.count == 10
    notice = result.notice
    assert notice.organs == ("甲面试工作院", "乙局")
    assert notice.body[0].text == "做好面试工作，面试工作后报。"
    assert (notice.body[1].heading, notice.body[1].text) == ("面试工作", "工作。")
    assert notice.attachment_notes == ("名单", "面试工作表")
    assert notice.pieces[0].title == "面试工作办法"
    assert notice.pieces[0].paragraphs[0].text == "面试工作\t面试工作"
    assert notice.cc == "面试工作中心"
    assert find_all(notice, "考试") == ()


def test_nothing_is_left_of_a_name_that_goes() -> None:
    result = replace_hits(NOTICE, find_all(NOTICE, "乙局"), "")
    assert result.notice.organs == ("甲考试院",)


def test_words_that_overlap_are_counted_once() -> None:
    assert len(find_all(Notice(title="啊啊啊"), "啊啊")) == 1
