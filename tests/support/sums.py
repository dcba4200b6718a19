"""Replies to an invented plan and what the clerk assigned of them, for tests of what is made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.notice import Level, Paragraph, Piece
from models.plan import Plan, plan_of
from models.replies.exchange import as_text
from models.replies.summary import Assignment, Summary
from models.replies.summing.table import SummaryTable, summary_table
from tests.support.chases import NOTICE, chase, reply

if TYPE_CHECKING:
    from models.replies.chasing.chase import Chase
    from models.replies.reply import Reply

TOPICS = ("考录工作", "职称评审", "军转安置", "工资制度", "人才市场", "岗位设置", "继续教育")
FIRST_ROW = 100


def plan(items: int = 6) -> Plan:
    """Two sections with so many items, the last of which has no number."""
    half = items // 2
    numbered = [
        Paragraph(
            "要抓出成效。",
            Level.THIRD,
            f"{at + 1}、",
            f"做好{TOPICS[at % 7]}{'' if at < 7 else '（续）'}。",
            FIRST_ROW + at,
        )
        for at in range(items - 1)
    ]
    last = Paragraph("各单位要加强领导，认真组织实施。", id=FIRST_ROW + items - 1)
    heads = [
        Paragraph("", Level.FIRST, number, heading)
        for number, heading in (("一、", "加强队伍建设"), ("二、", "提高服务水平"))
    ]
    paragraphs = (heads[0], *numbered[:half], heads[1], *numbered[half:], last)
    return plan_of(Piece("云屏市2007年人事工作要点", paragraphs))


FORM = as_text(
    {
        "unit": "南城区人事局",
        "plans": "1.举办培训班三期。\n2.完成职称评审。",
        "features": "推行“一站式”服务，\n群众满意。",
        "advice": "希望早下达编制计划。",
        "needs": "",
    }
)
TEXTS = (
    "东城区人事局工作安排\n一、举办考录培训两期，录用公务员二十名。\n二、评审中级职称一百人。",
    "西城区人事局工作安排\n组织公务员考试。\n做好评审。\n安置军转干部十二名。",
    FORM,
)


def replies() -> tuple[Reply, ...]:
    """Three units sent texts, the last of them a form; a fourth sent paper, which was sent back."""
    first, second, third = (
        reply(at, 1 if at < 3 else 2, (25, 31, 2)[at - 1], text=text)
        for at, text in enumerate(TEXTS, 1)
    )
    return first, second, third, reply(5, 1, 30, on_paper=True, is_electronic=False)


ASSIGNED = (
    Assignment(1, 1, 100),
    Assignment(1, 2, 101),
    Assignment(2, 1, 100),
    Assignment(2, 2, 101),
    Assignment(2, 3, 102),
    Assignment(2, 3, 105),
    Assignment(3, 3, 103),
)
SUMMARY = Summary(1, ASSIGNED)


def summed_chase() -> Chase:
    """How the units stand that sent these replies."""
    piece = replace(NOTICE, pieces=(Piece("云屏市2007年人事工作要点"),))
    return replace(chase(7, replies()), notice=piece)


def table(items: int = 6) -> SummaryTable:
    """What they said."""
    return summary_table(plan(items), summed_chase().standings, SUMMARY)
