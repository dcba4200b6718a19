"""What the clerk is asked: elements that are missing, or that could be something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.deadline import deadlines
from models.reading.reading import Doubt, Found, Role

if TYPE_CHECKING:
    from models.notice import Notice
    from models.reading.fold import Clean


def doubts_of(clean: Clean, plain: str, found: list[Found], notice: Notice) -> tuple[Doubt, ...]:
    """The doubts of a reading, in the order of the paper."""
    return (
        *_doubts_of_title(found, notice),
        *_doubts_of_deadline(plain, found, notice),
        *_doubts_of_missing(found, notice),
        *_doubts_of_unprintable(clean),
    )


def _doubts_of_title(found: list[Found], notice: Notice) -> list[Doubt]:
    title = next((f for f in found if f.role is Role.TITLE), None)
    if title is None:
        return [Doubt(Role.TITLE, 0, 0, (), "没有认出标题，请指出哪一段是标题。")]
    if notice.kind:
        return []
    question = "标题没有写明文种，请选定文种。"
    return [Doubt(Role.TITLE, title.start, title.end, ("通知", "意见", "函", "报告"), question)]


def _doubts_of_deadline(plain: str, found: list[Found], notice: Notice) -> list[Doubt]:
    due = deadlines(plain, found, notice.date)
    if len(due) < 2:
        return []
    days = tuple(d.day.isoformat() for d in due)
    question = "正文写了几个报送期限，请选定以哪一个为准。"
    return [Doubt(Role.BODY, due[0].start, due[0].end, days, question)]


def _doubts_of_missing(found: list[Found], notice: Notice) -> list[Doubt]:
    end = max((f.end for f in found), default=0)
    doubts: list[Doubt] = []
    if notice.date is None:
        question = "没有认出成文日期，请填写。"
        doubts.append(Doubt(Role.DATE, end, end, (), question))
    if (
        notice.body
        and not notice.addressees
        and notice.kind in ("通知", "函", "批复", "报告", "请示")
    ):
        question = "没有认出主送机关，请填写或确认没有主送机关。"
        doubts.append(Doubt(Role.ADDRESSEES, end, end, (), question))
    return doubts


def _doubts_of_unprintable(clean: Clean) -> list[Doubt]:
    if not clean.removed:
        return []
    at = clean.removed[0]
    question = f"原文有 {len(clean.removed)} 个不能打印或已损坏的字符，已换成空格，请核对。"
    return [Doubt(Role.BODY, at, at + 1, (), question)]
