"""One document for every case of the standard: how it is headed, closed, sealed and what format it has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from models.edition import Edition
from models.form import Sealing
from models.notice import Level, Paragraph, Piece, PieceKind
from models.practice import JointMark, Practice, TypeArea
from tests.support.invented import filled_notice, full_notice
from tests.support.sample import sample_notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.notice import Notice

ORGANS = ("青川市人事局", "青川市财政局", "青川市教育局", "青川市卫生局", "青川市民政局")
SHORT = replace(full_notice(), pieces=(), attachment_notes=(), copy_number="", urgency="", notes="")
OLD: Mapping[str, Any] = {
    "edition": Edition.GB1999,
    "subject_words": ("人事", "培训", "通知"),
}
CORNERS: Mapping[str, Any] = {"copy_number": "000012", "secrecy": "秘密★1年", "urgency": "特急"}
ORDER: Mapping[str, Any] = {
    "kind": "令",
    "doc_number": "第1号",
    "organs": ("青川市人民政府",),
    "signatures": ("市长 李明",),
}
ATTENDANCE = (
    Paragraph("出席：李明、王红、张三、李四、赵五、钱六、孙七、周八、吴九、郑十、冯十一、陈十二"),
    Paragraph("请假：卫十三"),
    Paragraph("列席：蒋十四、沈十五"),
)
TABLE = Paragraph(
    "\n".join(
        (
            "序号\t班次名称\t时间\t人数\t说明",
            *(
                f"{at}\t第{at}期青年干部培训班\t{at % 12 + 1}月\t{at * 7}\t"
                + ("由市委党校承办，学员食宿自理，请于开班前十日报送名单" if at % 3 else "")
                for at in range(1, 31)
            ),
        )
    ),
    Level.TABLE,
)
LIST = Piece("2019年干部教育培训班次安排表", (TABLE,), PieceKind.ATTACHMENT, "附件1")
WIDE = Paragraph(
    "\n".join(
        (
            "\t".join(f"第{column}项指标名称" for column in range(1, 13)),
            *(
                "\t".join(f"{row}行{column}列数据" for column in range(1, 13))
                for row in range(1, 41)
            ),
        )
    ),
    Level.TABLE,
)
WIDE_LIST = Piece(
    "2019年干部教育培训指标表", (WIDE, Paragraph("以上为全部指标。")), PieceKind.ATTACHMENT, "附件"
)
SIGNERS = ("李明", "王红红", "赵四")
USUAL = Practice()
ALL_NAMES = Practice(joint_mark=JointMark.ALL)


@dataclass(frozen=True, slots=True)
class Case:
    """A notice and how its office sets it."""

    notice: Notice
    practice: Practice = USUAL


def _both(name: str, notice: Notice, practice: Practice = USUAL) -> dict[str, Case]:
    return {
        f"{name}-2012": Case(replace(notice, edition=Edition.GB2012), practice),
        f"{name}-1999": Case(replace(notice, **OLD), practice),
    }


CASES: Mapping[str, Case] = {
    **_both("full", full_notice()),
    **_both("sample", sample_notice()),
    **_both("filled page", filled_notice()),
    **_both("corners", replace(SHORT, **CORNERS)),
    **_both("two organs", replace(SHORT, organs=ORGANS[:2]), ALL_NAMES),
    **_both("three organs", replace(SHORT, organs=ORGANS[:3]), ALL_NAMES),
    **_both("five organs", replace(SHORT, organs=ORGANS)),
    **_both("upward", replace(SHORT, kind="请示", signers=("李明",))),
    **_both("upward of three", replace(SHORT, kind="请示", signers=SIGNERS, organs=ORGANS[:3])),
    **_both("unsealed", replace(SHORT, sealing=Sealing.NONE)),
    **_both("unsealed joint", replace(SHORT, sealing=Sealing.NONE, organs=("市局", ORGANS[2]))),
    **_both(
        "signed", replace(SHORT, sealing=Sealing.SIGNATURE, signatures=("局长 李明", "副局长 王红"))
    ),
    **_both(
        "letter",
        replace(SHORT, kind="函", title="青川市人事局关于商请协助做好人才调查的函", **CORNERS),
    ),
    **_both("order", replace(SHORT, **ORDER)),
    **_both(
        "minutes",
        replace(
            SHORT,
            kind="纪要",
            title="青川市人事局局务会议纪要",
            doc_number="第3号",
            body=SHORT.body + ATTENDANCE,
        ),
    ),
    **_both(
        "many addressees",
        replace(SHORT, addressees="、".join(f"青川市第{at}直属单位" for at in range(40))),
    ),
    **_both("table", replace(SHORT, body=(*SHORT.body[:1], TABLE, *SHORT.body[1:]))),
    **_both("table at the end", replace(full_notice(), pieces=(LIST,))),
    **_both("narrow margins", SHORT, Practice(top_mm=35, bottom_mm=33, left_mm=27, right_mm=27)),
    **_both("turned table", replace(full_notice(), pieces=(WIDE_LIST,))),
    **_both("bold and Latin", full_notice(), Practice(bold_levels=True, latin_digits=True)),
    **_both("preprinted", SHORT, Practice(preprinted=True, shift_right_mm=2, shift_down_mm=-1.5)),
}
FILLED: Mapping[str, Case] = _both("filled", full_notice(), Practice(type_area=TypeArea.FILLED))
"""Only for PDF: an office program cannot set it."""
