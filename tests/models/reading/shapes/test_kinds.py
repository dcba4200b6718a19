"""Kinds with a form of their own: 令, 函, 批复, 纪要, 公告 and 通告, 决定, 意见."""

from __future__ import annotations

from datetime import date

from models.notice import Level, PieceKind
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

ORDER = """青溪省人民政府令
第 58 号
《青溪省公共场所管理办法》已经2008年3月5日省人民政府第12次常务会议通过，现予公布，自2008年6月1日起施行。
省　长　　方知远
二○○八年三月二十日
青溪省公共场所管理办法
第一章　总　则
第一条　为了加强公共场所管理，制定本办法。
第二条　本办法所称公共场所，是指下列场所：
（一）公园、广场；
（二）车站、码头。
第二章　附　则
第三条　本办法自2008年6月1日起施行。
"""

LETTER = """青溪省人事厅关于商请借用考场的函
青溪大学：
　　我厅定于5月18日举行考试，拟借用贵校教学楼两栋。如无不妥，请予支持。
　　特此函达，请函复。
青溪省人事厅
2010年4月6日
（联系人：安然；电话：6660011）
"""

MINUTES = """青溪市人民政府常务会议纪要
〔2014〕第6期
青溪市人民政府办公室　　2014年3月11日
　　3月10日，市长主持召开第六次常务会议，研究有关工作。纪要如下：
　　一、听取防汛准备情况汇报。会议指出，要落实责任。
　　二、审议津贴调整方案。会议原则同意。
出席：方知远、安然。
分送：各副市长，市政府各部门。
青溪市人民政府办公室　　2014年3月12日印发
"""

PUBLIC = """青溪市人事局
关于2010年公开招聘结果的公告
2010年第3号
　　根据有关规定，现将2010年公开招聘结果公告如下：
　　一、拟聘用人员十二名。
　　二、公示期自2010年7月1日至7月7日。
　　特此公告。
　　附件：拟聘用人员名单
青溪市人事局
二〇一〇年六月三十日
附件
拟聘用人员名单
序号　姓名　岗位
1　　　安然　　教师
2　　　方远　　医师
"""


def test_order_carries_its_regulation() -> None:
    reading = read_text(ORDER)
    notice = reading.notice
    (piece,) = notice.pieces
    assert notice.kind == "令"
    assert notice.date == date(2008, 3, 20)
    assert len(notice.body) == 1
    assert (piece.kind, piece.title) == (PieceKind.ISSUED, "青溪省公共场所管理办法")
    assert [p.level for p in piece.paragraphs].count(Level.ARTICLE) == 3
    assert_lossless(reading)


def test_order_has_its_number_and_no_addressees() -> None:
    notice = read_text(ORDER).notice
    assert notice.doc_number.replace(" ", "") == "第58号"
    assert notice.addressees == ""
    assert notice.signatures == ("省长 方知远",)


def test_letter_has_one_addressee_and_a_remark() -> None:
    notice = read_text(LETTER).notice
    assert (notice.kind, notice.addressees) == ("函", "青溪大学")
    assert len(notice.body) == 2
    assert notice.notes == "联系人：安然；电话：6660011"
    assert notice.pieces == ()


def test_reply_quotes_the_request_in_its_body() -> None:
    text = LETTER.replace("关于商请借用考场的函", "关于同意设立考点的批复").replace(
        "我厅定于", "你校《关于设立考点的请示》（青大〔2010〕3号）收悉。我厅定于"
    )
    notice = read_text(text).notice
    assert (notice.kind, notice.doc_number) == ("批复", "")


def test_minutes_have_items_and_copies() -> None:
    reading = read_text(MINUTES)
    notice = reading.notice
    assert (notice.kind, notice.doc_number) == ("会议纪要", "〔2014〕第6期")
    assert notice.date == date(2014, 3, 11)
    assert [p.number for p in notice.body if p.number] == ["一、", "二、"]
    assert notice.issued_on == date(2014, 3, 12)
    assert notice.issuing_office == "青溪市人民政府办公室"
    assert notice.cc.startswith("各副市长")
    assert_lossless(reading)


def test_public_announcement_has_no_addressees_and_a_table() -> None:
    reading = read_text(PUBLIC)
    notice = reading.notice
    (piece,) = notice.pieces
    assert (notice.kind, notice.addressees) == ("公告", "")
    assert notice.doc_number == "2010年第3号"
    assert notice.attachment_notes == ("拟聘用人员名单",)
    assert (piece.kind, piece.title) == (PieceKind.ATTACHMENT, "拟聘用人员名单")
    assert piece.paragraphs[0].text.startswith("序号")
    assert len(piece.paragraphs) == 3
    assert_lossless(reading)
