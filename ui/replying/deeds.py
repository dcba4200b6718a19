"""What the clerk does about the replies; each deed is one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from models.numerals import arabic_date
from models.replies.claiming import claim
from models.replies.handling import released, sent_back, shared_with, withdrawn
from models.replies.reply import Batch
from models.replies.roll import Adjustment, Roll, adjusted, adjustment_of
from models.replies.ticks import Medium, ticked
from models.replies.versions import with_version
from models.store.keepers import put_kept
from ui.parts.days import day_from
from ui.parts.texts_dialog import Ask, ask_texts
from ui.parts.unit_picker import ask_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from models.replies.reply import Reply
    from models.unit import Unit
    from ui.desk import Desk
    from ui.replying.answering import Answering

YEARS = range(1980, 2100)


class ReplyDeeds(QObject):
    """Units are told by their places on the roll, replies by their ids."""

    def __init__(self, desk: Desk, answering: Answering, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._answering, self._window = desk, answering, window

    def claim_candidate(self, reply: Reply, at: int) -> None:
        """认领 for one of the three candidates; nothing where there are fewer."""
        candidates = self._answering.match(reply).offered
        if at < len(candidates):
            self.claim(reply, candidates[at].unit)

    def ask_claim(self, reply: Reply) -> None:
        """认领 for a unit that the clerk names."""
        unit = self._ask_unit("认领", f"“{reply.name or '纸质件'}”是哪个单位报的？")
        if unit is not None:
            self.claim(reply, unit)

    def claim(self, reply: Reply, unit: int) -> None:
        """认领: what it teaches finds the units of others that wait, in the same step."""
        answering, roster = self._answering, self._desk.roster
        claimed = claim(reply, unit, self._answering.required.replies, roster, answering.matcher_of)
        label = f"认领“{(reply.name or '纸质件')[:20]}”"
        with self._desk.together(label):
            self._exchange(label, claimed.before, claimed.after)
            if claimed.roster != roster:
                self._desk.change("记住单位的叫法", roster, claimed.roster, self._desk.put_roster)

    def ask_share(self, reply: Reply) -> None:
        """One file speaks for one more unit."""
        unit = self._ask_unit("也代表", f"“{reply.name}”还代表哪个单位？")
        if unit is not None:
            if any(
                (one.sha256, one.unit) == (reply.sha256, unit)
                for one in self._answering.required.replies
            ):
                raise UserError("这个文件已经是那个单位的报送件，不用再登记。")
            shared = with_version(shared_with(reply, unit), self._answering.required.replies)
            self._exchange("一件代表几个单位", Batch(), Batch((shared,)))

    def release(self, reply: Reply) -> None:
        """退出认领: it waits for its unit again."""
        self._change_one("退出认领", reply, released(reply))

    def send_back(self, reply: Reply) -> None:
        """退回修改, with the reason."""
        self._ask_reason("退回修改", "哪里要改？", reply, sent_back)

    def withdraw(self, reply: Reply) -> None:
        """撤回: it counts no more, and stays where it is."""
        self._ask_reason("撤回", "为什么撤回？如：收错文件。", reply, withdrawn)

    def tick(self, places: Sequence[int], medium: Medium) -> None:
        """纸质, 电子: set the tick of units, or take it away.

        Raises:
            UserError: a file came from one, another answers for it, it is no unit.
        """
        answers = self._answering.required
        moment = datetime.now().replace(microsecond=0)
        found = [ticked(answers.standings[at], medium, answers.notice, moment) for at in places]
        before = Batch(tuple(reply for one in found for reply in one.before.replies))
        after = Batch(tuple(reply for one in found for reply in one.after.replies))
        self._exchange(f"登记{medium.value}", before, after)

    def enter_paper(self, unit: int) -> None:
        """Paper came from a unit; one that has its tick already keeps it."""
        standings = self._answering.required.standings
        places = [at for at, one in enumerate(standings) if one.expected.unit == unit]
        self.tick([at for at in places if not standings[at].on_paper], Medium.PAPER)

    def exempt(self, places: Sequence[int]) -> None:
        """免报; units that are all exempt must answer again."""
        chosen = self._adjustments(places)
        are_exempt = all(one.is_exempt for one in chosen)
        self._adjust(
            "恢复应报" if are_exempt else "免报",
            [replace(one, is_exempt=not are_exempt) for one in chosen],
        )

    def ask_superior(self, places: Sequence[int]) -> None:
        """合并报送: which unit answers for these."""
        chosen = self._adjustments(places)
        unit = self._ask_unit("合并报送", f"选中的 {len(chosen)} 个单位由哪个单位合并报送？")
        if unit is not None:
            joined = [replace(one, superior=unit) for one in chosen if one.unit != unit]
            self._adjust("合并报送", joined)

    def part(self, places: Sequence[int]) -> None:
        """Each answers for itself again."""
        self._adjust("分别报送", [replace(one, superior=None) for one in self._adjustments(places)])

    def ask_added(self) -> None:
        """A unit that must answer though the notice is not addressed to it."""
        asked = {one.unit for one in self._answering.required.expected}
        others = [one for one in self._desk.roster.units if one.id not in asked]
        unit = ask_unit(self._window, "增加应报单位", "哪个单位也要报送？", others)
        if unit is not None:
            one = adjustment_of(self._answering.required.roll, unit)
            self._adjust("增加应报单位", [replace(one, is_added=True)])

    def note(self, place: int, text: str) -> None:
        """备注 of a unit."""
        (one,) = self._adjustments([place])
        self._adjust("修改备注", [replace(one, note=text.strip())])

    def ask_due(self) -> None:
        """延期: another last day than the notice says; that of the notice where nothing is typed.

        Raises:
            UserError: what was typed is no day.
        """
        answers = self._answering.required
        start = "" if answers.due is None else arabic_date(answers.due)
        words = "报送期限改到哪一天？空着就按公文写明的期限。"
        told = ask_texts(self._window, "报送期限", words, (Ask("日期", start),))
        if told is not None:
            due: date | None = day_from(told[0]) if told[0] else None
            if due is not None and due.year not in YEARS:
                raise UserError(f"报送期限“{told[0][:20]}”不像是真的日期。请核对年份。")
            self._keep_roll("修改报送期限", replace(answers.roll, due=due))

    def _ask_unit(self, title: str, words: str) -> int | None:
        """One of those that are asked first, then of the others."""
        asked = {one.unit for one in self._answering.required.expected}
        units: list[Unit] = sorted(self._desk.roster.units, key=lambda one: one.id not in asked)
        return ask_unit(self._window, title, words, [one for one in units if not one.is_stopped])

    def _ask_reason(
        self, name: str, words: str, reply: Reply, deed: Callable[[Reply, str], Reply]
    ) -> None:
        told = ask_texts(self._window, name, words, (Ask("原因", reply.remark),))
        if told is not None:
            self._change_one(name, reply, deed(reply, told[0]))

    def _adjustments(self, places: Sequence[int]) -> list[Adjustment]:
        answers = self._answering.required
        units = [answers.expected[at].unit for at in places]
        if not units:
            raise UserError("还没有选中单位。请先在表里选中一行或几行。")
        if None in units:
            raise UserError("选中的行里有不在单位名册里的名称。请先在“单位”页添加。")
        return [adjustment_of(answers.roll, unit) for unit in units if unit is not None]

    def _adjust(self, label: str, changed: Sequence[Adjustment]) -> None:
        roll = self._answering.required.roll
        for one in changed:
            roll = adjusted(roll, one)
        self._keep_roll(label, roll)

    def _keep_roll(self, label: str, roll: Roll) -> None:
        if roll != (before := self._answering.required.roll):
            self._desk.change(label, before, roll, partial(put_kept, self._desk.file))

    def _change_one(self, label: str, before: Reply, after: Reply) -> None:
        self._exchange(label, Batch((before,)), Batch((after,)))

    def _exchange(self, label: str, before: Batch, after: Batch) -> None:
        if before != after:
            self._desk.change(label, before, after, self._desk.put_replies)
