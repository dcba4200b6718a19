"""A notice that forwards another document: that one keeps its own title, addressees, date and signature."""

from __future__ import annotations

from datetime import date

from models.notice import PieceKind
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

FORWARD = """石门市人事局关于转发省人事厅《关于规范职称评审工作的通知》的通知
石人发〔2006〕31号
各区县人事局，市直各部门：
　　现将省人事厅《关于规范职称评审工作的通知》转发给你们，请遵照执行。
石门市人事局
二○○六年九月八日

关于规范职称评审工作的通知
青人发〔2006〕112号
各市人事局：
　　近年来，职称评审工作取得进展。现通知如下。
　　一、严格标准。不得降低条件。
　　二、严格程序。
　　（一）个人申报；
　　（二）单位推荐。
青溪省人事厅
二○○六年八月二十一日
"""


def test_outer_document_keeps_its_own_parts() -> None:
    notice = read_text(FORWARD).notice
    assert notice.doc_number == "石人发〔2006〕31号"
    assert notice.date == date(2006, 9, 8)
    assert notice.signatures == ("石门市人事局",)
    assert notice.addressees == "各区县人事局，市直各部门"
    assert len(notice.body) == 1


def test_inner_document_is_the_issued_piece() -> None:
    reading = read_text(FORWARD)
    (piece,) = reading.notice.pieces
    assert (piece.kind, piece.title) == (PieceKind.ISSUED, "关于规范职称评审工作的通知")
    assert [p.number for p in piece.paragraphs if p.number] == ["一、", "二、", "（一）", "（二）"]
    assert piece.paragraphs[-1].text == "二○○六年八月二十一日"
    assert_lossless(reading)


def test_inner_document_on_a_page_of_its_own_with_label() -> None:
    text = FORWARD.replace("\n\n关于规范", "\n附件\n关于规范")
    (piece,) = read_text(text).notice.pieces
    assert (piece.kind, piece.label) == (PieceKind.ATTACHMENT, "附件")


def test_piece_follows_without_date() -> None:
    text = FORWARD.replace("石门市人事局\n二○○六年九月八日\n\n", "").replace(
        "请遵照执行。\n", "请遵照执行。\n附件：关于规范职称评审工作的通知\n附件\n"
    )
    notice = read_text(text).notice
    assert notice.attachment_notes == ("关于规范职称评审工作的通知",)
    assert notice.pieces[0].title == "关于规范职称评审工作的通知"
    assert len(notice.body) == 1
