"""What the documents about a matter of replies have in common: which notice asked, for what, and how all units stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.notice import Notice
from models.numerals import arabic_date
from models.replies.chasing.demand import Demand, demand_of
from models.replies.standing import State

if TYPE_CHECKING:
    from datetime import date

    from models.office import Office
    from models.replies.standing import Standing

_OF_ITS_YEAR = ("今年", "本年", "当年", "明年", "次年")
ANY_MATTER = "有关材料"


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
        return Demand(found.matter or ANY_MATTER, found.to or self.organ, found.by)

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
        """What was asked for by when, without its end: `《…》要求各单位于1月底前将工作安排意见报市人事局办公室`."""
        by = f"于{self._by}" if self._by else ""
        asked = f"{self.named}要求各单位{by}将{self.demand.matter}报{self.demand.to}"
        old = self.notice.reply_due
        is_later = self.due is not None and old is not None and self.due != old
        return f"{asked}，后延期至{self.day(self.due)}" if self.due and is_later else asked

    @property
    def _by(self) -> str:
        """Until when, as the notice says it; as a day where that would mean another year by now."""
        day, said = self.notice.reply_due or self.due, self.demand.by
        is_of_today = day is None or day.year == self.today.year
        if said and is_of_today and not said.startswith(_OF_ITS_YEAR):
            return said
        return "" if day is None else f"{self.day(day)}前"

    def day(self, day: date) -> str:
        """A day in a sentence, with its year where that is another than today's."""
        return arabic_date(day) if day.year != self.today.year else f"{day.month}月{day.day}日"

    @property
    def contact(self) -> str:
        """`联系人：…，联系电话：…。`; the dots are to be filled in where the office did not say."""
        return f"联系人：{self.office.contact or '……'}，联系电话：{self.office.phone or '……'}。"
