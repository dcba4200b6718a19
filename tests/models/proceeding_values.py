"""A proceeding with a step changed after signing, and a book with a void number, for all tests."""

from __future__ import annotations

from datetime import date

from models.number_book import NumberBook, VoidNumber
from models.proceeding import Amendment, Proceeding, Step, StepDone

SIGNED_ON = date(2007, 1, 9)
PROCEEDING = Proceeding(
    1,
    (
        StepDone(Step.DRAFT, date(2007, 1, 5), "李明"),
        StepDone(Step.SIGN, SIGNED_ON, "王强"),
    ),
    (Amendment(date(2007, 1, 10), "更正第三项的日期", "李明"),),
)
BOOK = NumberBook((VoidNumber("津人〔2007〕3号", date(2007, 2, 1), "重号", "关于核对名册的通知"),))
