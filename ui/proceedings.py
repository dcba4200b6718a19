"""办理: what the clerk notes of a notice on its way, its number, and the guard over a text that was signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from models.number_book import DocNumber
from models.numerals import arabic_date
from models.proceeding import Proceeding, Step
from models.rules.doc_numbers import Numbers, WrongNumber, voided
from models.rules.proceeding import (
    CannotProceed,
    amended,
    changes_text,
    check_signed,
    proceeded,
    signed,
    withdrawn,
    without,
)
from ui import messages
from ui.parts.days import day_from
from ui.parts.texts_dialog import Ask, ask_texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.notice import Notice
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.parts.proceeding_bar import ProceedingBar

NUMBER = "发文字号"
WHO = {Step.SIGN: "签发人", Step.DRAFT: "拟稿人", Step.COUNTERSIGN: "会签人"}


class Proceedings(QObject):
    """The proceeding of the open notice."""

    def __init__(self, desk: Desk, draft: Draft, bar: ProceedingBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._draft, self._bar, self._window = desk, draft, bar, window
        self._known: Proceeding | None = None
        self._may_change = False
        desk.changed.connect(self._on_changed)
        desk.opened.connect(self._forget)
        draft.shown.connect(self._on_shown)
        draft.changed.connect(self._show)
        bar.step_asked.connect(self.ask)
        bar.withdrawal_asked.connect(self.withdraw)
        bar.void_asked.connect(self.void)
        draft.may_change = self.allows

    @property
    def proceeding(self) -> Proceeding:
        """How far the open notice is."""
        notice = self._draft.notice
        if self._known is None:
            self._known = (
                Proceeding()
                if notice is None or notice.id is None
                else self._desk.proceedings.load(notice.id)
            )
        return self._known

    def ask(self, step: Step) -> None:
        """Ask who and when, and note the step."""
        self._draft.flush()
        notice = self._draft.notice
        if notice is None or notice.id is None:
            return
        name, done = step.name_in(notice.edition_in_use), self.proceeding.of(step)
        check_signed(self.proceeding, step, notice.edition_in_use)
        asks = [
            Ask(WHO.get(step, "经办人"), done.who if done else ""),
            Ask("日期", arabic_date(done.on if done else date.today())),
        ]
        words = f"《{notice.title}》"
        if step is Step.REGISTER and done is None:
            offered, told = self._offered(notice)
            asks.insert(0, Ask(NUMBER, offered))
            words += f"\n{told}"
        answers = ask_texts(self._window, f"登记{name}", words, asks)
        if answers is not None:
            self._note(step, *answers)

    def note(self, step: Step, on: date, who: str = "") -> None:
        """Note a step that was seen to be done; a notice whose signature is not noted is left alone."""
        notice, now = self._draft.notice, self.proceeding
        if notice is None or not now.is_signed or now.of(step) is not None:
            return
        edition = notice.edition_in_use
        # a step that was seen stands, also where those before it bear later days
        day = max((on, *(one.on for one in now.done)))
        self._keep(f"登记{step.name_in(edition)}", proceeded(now, step, day, who, edition))

    def withdraw(self) -> None:
        """Take the last step back; with the registration the number becomes void."""
        now, notice = self.proceeding, self._draft.notice
        if not now.done or notice is None:
            return
        last = now.done[-1].step
        name = last.name_in(notice.edition_in_use)
        if last is Step.REGISTER and notice.doc_number:
            self.void()
        elif messages.ask(self._window, f"要撤回“{name}”这一步吗？", "撤回"):
            self._keep(f"撤回{name}", withdrawn(now, last))

    def void(self) -> None:
        """作废: ask for a reason; the number of the notice is never given again, and the notice waits for another."""
        self._draft.flush()
        notice = self._draft.notice
        if notice is None or DocNumber.read(notice.doc_number) is None:
            raise WrongNumber("这份公文还没有发文字号，不用作废。")
        words = f"{notice.doc_number} 作废以后不再使用，登记簿上注明作废。"
        asked = ask_texts(self._window, "作废发文字号", words, (Ask("原因"),))
        if asked is None:
            return
        if not asked[0]:
            raise CannotProceed("作废字号要写明原因，登记簿上要注明。请填写原因。")
        label = f"作废 {notice.doc_number}"
        with self._desk.together(label):
            self._void(notice, asked[0], label)
            self._keep(label, without(self.proceeding, Step.REGISTER))
            self._draft.edit(label, replace(notice, doc_number=""), is_free=True)

    def delete(self) -> None:
        """Delete the open notice; a number that was registered becomes void."""
        self._draft.flush()
        notice = self._draft.notice
        if notice is None or not self._is_number_out(notice):
            self._draft.delete()
            return
        with self._desk.together("删除公文"):
            self._void(notice, "公文已删除", f"作废 {notice.doc_number}")
            self._draft.delete()

    def _is_number_out(self, notice: Notice) -> bool:
        """Whether its number was registered, or stands on paper."""
        distribution = self._desk.distributions.load(notice.id or 0)
        is_printed = distribution is not None and bool(distribution.runs)
        return is_printed or self.proceeding.of(Step.REGISTER) is not None

    def allows(self, before: Notice, after: Notice) -> bool:
        """Whether a change may be made: of a signed text with a reason, of a number while it is not registered."""
        if self._draft.notice is None or before.id != self._draft.notice.id:
            return True
        try:
            if before.doc_number != after.doc_number:
                self._check_number(after)
        except UserError as error:
            messages.tell(self._window, str(error))
            return False
        if self._may_change or not self.proceeding.is_signed or not changes_text(before, after):
            return True
        self._may_change = self._is_reason_given()
        return self._may_change

    def _is_reason_given(self) -> bool:
        words = "这份公文已经签发。要修改，请写明原因；原因记入历史，并印在发文稿纸上。"
        asked = ask_texts(self._window, "签发后修改", words, (Ask("原因"), Ask("改动人")))
        if asked is None:
            return False
        try:
            changed = amended(self.proceeding, date.today(), *asked)
        except CannotProceed as error:
            messages.tell(self._window, str(error))
            return False
        self._keep("登记签发后修改", changed)
        return True

    def _check_number(self, after: Notice) -> None:
        """Whether the number that is typed may stand there; what is no number yet is still being typed."""
        if self.proceeding.of(Step.REGISTER) is not None:
            raise WrongNumber(
                "这份公文的发文字号已经登记，不能直接改。要换号，请在“办理”的“其他”里作废这个字号，再登记新的。"
            )
        self._numbers(after).refuse_taken(after.doc_number)

    def _offered(self, notice: Notice) -> tuple[str, str]:
        """The number that is offered, and what is said of it."""
        signing = self.proceeding.of(Step.SIGN)
        year = signing.on.year if signing else date.today().year
        code = self._code_for(notice)
        if not code and not notice.doc_number:
            raise WrongNumber("不知道机关代字，不能编号。请在“文件→机关资料”里填写，如 津人。")
        numbers = self._numbers(notice)
        following = str(numbers.next(code, year))
        gaps = "、".join(str(gap) for gap in numbers.gaps(code, year)[:5])
        told = f"按签发日期，下一个是 {following}。" + (f"空号：{gaps}。" if gaps else "")
        return notice.doc_number or following, told

    def _code_for(self, notice: Notice) -> str:
        """That of its number, else of the last document of its kind (津人函), else of the office."""
        last = max(
            (
                one
                for one in self._desk.notices.lines()
                if one.kind == notice.kind and one.doc_number
            ),
            key=lambda one: one.id,
            default=None,
        )
        told = (notice.doc_number, last.doc_number if last else "")
        read = (DocNumber.read(text) for text in told)
        return next((one.code for one in read if one is not None), self._desk.office.code)

    def number_fault(self, notice: Notice) -> str:
        """Why the number of a notice that was read in cannot stand; empty where it can."""
        try:
            self._numbers(notice).refuse_taken(notice.doc_number)
        except WrongNumber as error:
            return str(error)
        return ""

    def _numbers(self, notice: Notice) -> Numbers:
        """Those of all other documents."""
        others = (one for one in self._desk.notices.lines() if one.id != notice.id)
        return Numbers.of(((one.doc_number, one.title) for one in others), self._desk.number_book)

    def _note(self, step: Step, *answers: str) -> None:
        notice = self._draft.notice
        if notice is None:
            return
        *number, who, day = answers
        on, edition = day_from(day), notice.edition_in_use
        after = proceeded(self.proceeding, step, on, who, edition)
        if number:
            given = self._numbers(notice).checked(number[0])
            notice = replace(notice, doc_number=str(given))
        if step is Step.SIGN:
            notice = signed(notice, self.proceeding.of(step), who, on)
        if notice == self._draft.notice and after == self.proceeding:
            return
        label = f"登记{step.name_in(edition)}"
        with self._desk.together(label):
            if notice != self._draft.notice:
                self._draft.edit(label, notice, is_free=True)
            self._keep(label, after)

    def _void(self, notice: Notice, reason: str, label: str) -> None:
        before = self._desk.number_book
        after = voided(before, notice, date.today(), reason)
        self._desk.change(label, before, after, self._desk.put_number_book)

    def _keep(self, label: str, after: Proceeding) -> None:
        before = self.proceeding
        if after != before:
            self._desk.change(label, before, after, self._desk.put_proceeding)

    def _on_changed(self, kind: type) -> None:
        if kind is Proceeding:
            self._may_change = False
            self._forget()

    def _on_shown(self) -> None:
        self._may_change = False
        self._forget()

    def _forget(self) -> None:
        self._known = None
        self._show()

    def _show(self) -> None:
        notice = self._draft.notice
        self._bar.setVisible(notice is not None)
        self._bar.set_read_only(read_only=self._desk.file.read_only)
        if notice is not None:
            self._bar.show_proceeding(self.proceeding, notice)
