"""The facts of the office that stay the same from one document to the next."""

from __future__ import annotations

from dataclasses import dataclass

from models.practice import USUAL, Practice
from models.workdays import SpecialDay


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
