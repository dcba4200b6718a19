"""The facts of the office that stay the same from one document to the next."""

from __future__ import annotations

from dataclasses import dataclass

from models.practice import USUAL, Practice
from models.workdays import SpecialDay

USUAL_PHRASES = (
    "为深入贯彻落实……精神，",
    "根据……有关规定，",
    "经研究，",
    "经……同意，",
    "现将有关事项通知如下：",
    "现将《……》印发给你们，请结合实际认真贯彻执行。",
    "请结合本地区、本部门、本单位实际，认真组织实施。",
    "执行中遇到的问题，请及时报告。",
    "请于……前将……报送……。",
    "逾期未报的，视为无意见。",
    "联系人：……，联系电话：……。",
    "此前有关规定与本通知不一致的，以本通知为准。",
    "本通知自发布之日起施行。",
    "特此通知。",
    "特此通报。",
    "特此公告。",
    "特此报告。",
    "特此函复。",
    "妥否，请批示。",
    "以上报告，请审阅。",
    "以上意见如无不妥，请批转……执行。",
    "请予研究并函复。",
    "此复。",
)
"""Phrases that any office writes; “……” is to be filled in."""


@dataclass(frozen=True, slots=True)
class Office:
    """What the office is called and uses. An empty string or None means: not known, to be asked for."""

    organ: str = ""  # 发文机关
    code: str = ""  # 机关代字, such as 津人
    issuing_office: str = ""  # 印发机关
    copies: int | None = None  # 共印份数 that is usual
    contact: str = ""  # 联系人
    phone: str = ""  # 联系电话
    region: str = ""  # 行政区划, for addressees without it
    practice: Practice = USUAL
    special_days: tuple[SpecialDay, ...] = ()  # 放假和调休 that the office entered itself
    phrases: tuple[str, ...] = USUAL_PHRASES  # 常用语
