"""What the documents about a matter of replies have in common: which notice asked, for what, and how all units stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.notice import Notice
from models.numerals import arabic_date
from models.replies.standing import State

if TYPE_CHECKING:
    from datetime import date

    from models.office import Office
    from models.replies.standing import Standing

_DEMAND = re.compile(r"[请将把]{1,2}(?P<matter>[^，。；：请将把]{2,24}?)(?:于|在)[^，。；]{1,20}?(?:前|之前|内)(?:[^，。；]{0,12}?)(?:报送|上报|报)(?P<to>[^，。；（]{2,24})")  # fmt: skip
ANY_MATTER = "有关材料"


@dataclass(frozen=True, slots=True)
class Demand:
    """What a notice asks for (报送内容), and to whom it is sent; both empty where its text does not say so."""

    matter: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Chase:
    """How the replies to a notice stand on a day.

    Attributes:
        notice: The one that asked.
        today: The day of the documents (截至日期).
        due: The last day there was.
        again: The last day that is given now.
    """

    notice: Notice
    standings: tuple[Standing, ...]
    office: Office
    today: date
    due: date | None
    again: date

    @property
    def demand(self) -> Demand:
        """What is asked for, in words for a sentence."""
        found = demand_of(self.notice)
        return Demand(found.matter or ANY_MATTER, found.to or self.organ)

    @property
    def organ(self) -> str:
        """发文机关."""
        return self.office.organ or next(iter(self.notice.organs), "")

    @property
    def asked(self) -> tuple[Standing, ...]:
        """Those that must answer."""
        return tuple(one for one in self.standings if one.state is not State.EXEMPT)

    def of(self, *states: State) -> tuple[Standing, ...]:
        """Those that stand so, in standing order."""
        return tuple(one for one in self.standings if one.state in states)

    def document(self) -> Notice:
        """A notice of the office of this day, without kind, title, addressees and text."""
        office, organ = self.office, self.organ
        organs = (organ,) if organ else ()
        return Notice(
            organs=organs,
            signatures=organs,
            date=self.today,
            issuing_office=office.issuing_office or self.notice.issuing_office,
            issued_on=self.today,
        )

    @property
    def named(self) -> str:
        """`《关于…的通知》（津人〔2007〕1号）`."""
        number = f"（{self.notice.doc_number}）" if self.notice.doc_number else ""
        return f"《{self.notice.title}》{number}"

    @property
    def demanded(self) -> str:
        """What was asked for by when, without its end: `《…》要求各单位于1月31日前将工作安排意见报市人事局办公室`."""
        by = f"于{self.day(self.due)}前" if self.due is not None else ""
        return f"{self.named}要求各单位{by}将{self.demand.matter}报{self.demand.to}"

    def day(self, day: date) -> str:
        """A day in a sentence, with its year where that is another than today's."""
        return arabic_date(day) if day.year != self.today.year else f"{day.month}月{day.day}日"

    @property
    def contact(self) -> str:
        """`联系人：…，联系电话：…。`; the dots are to be filled in where the office did not say."""
        return f"联系人：{self.office.contact or '……'}，联系电话：{self.office.phone or '……'}。"


def demand_of(notice: Notice) -> Demand:
    """What its text asks for: `请将工作安排意见于1月底前报市人事局办公室`."""
    for paragraph in (*notice.body, *(one for piece in notice.pieces for one in piece.paragraphs)):
        found = _DEMAND.search(paragraph.whole)
        if found is not None:
            return Demand(found["matter"], found["to"])
    return Demand()
