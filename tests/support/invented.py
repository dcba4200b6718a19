"""Documents made up for tests: offices, names and matters exist nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.notice import Level, Notice, Paragraph, Piece, PieceKind


def full_notice() -> Notice:
    """A notice with every element, of the present edition."""
    return Notice(
        kind="通知",
        title="青川市人事局关于印发2019年干部教育培训工作要点的通知",
        organs=("青川市人事局",),
        doc_number="青人〔2019〕7号",
        copy_number="000012",
        secrecy="",
        urgency="加急",
        addressees="各区县人事局，市直各单位",
        body=(
            Paragraph("现将《2019年干部教育培训工作要点》印发给你们，请结合实际认真贯彻执行。"),
            Paragraph("有关要求如下：", Level.FIRST, "一、", "加强领导。"),
            Paragraph("各单位要高度重视。", Level.SECOND, "（一）", "落实责任。"),
            Paragraph("按月报送进度。", Level.THIRD, "1.", "建立台账。"),
            Paragraph("", Level.FOURTH, "（1）", "每月5日前报送，逾期的予以通报。"),
        ),
        attachment_notes=(
            "2019年干部教育培训班次安排表",
            "关于进一步加强和改进全市各级各类干部教育培训机构管理工作的若干意见（试行）",
        ),
        date=date(2019, 3, 8),
        notes="此件公开发布",
        pieces=(
            Piece(
                "2019年干部教育培训工作要点",
                (
                    Paragraph("今年工作的总体要求是稳中求进。"),
                    Paragraph("", Level.FIRST, "一、", "抓好主体班次"),
                    Paragraph("全年办班12期。", Level.THIRD, "1.", "办好轮训。"),
                ),
            ),
            Piece(
                "2019年干部教育培训班次安排表",
                (Paragraph("班次见附表。"),),
                PieceKind.ATTACHMENT,
                "附件1",
            ),
        ),
        cc="市委组织部，市财政局",
        issuing_office="青川市人事局办公室",
        issued_on=date(2019, 3, 9),
        copies=120,
    )


def filled_notice() -> Notice:
    """Its text leaves no room for the 版记 on page 2: a blank page precedes that of the 版记."""
    text = Paragraph("国" * (28 * 24 - 2))
    return replace(full_notice(), body=(text,), attachment_notes=(), notes="", pieces=())
