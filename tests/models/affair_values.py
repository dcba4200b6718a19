"""Affairs for tests: any, and one that goes from stage to stage like a real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st

from models.affair import Affair
from models.distribution import Allotment, Distribution, PrintRun
from models.notice import Notice, Paragraph
from models.proceeding import Proceeding, Step, StepDone
from models.replies.deadline import Deadline
from models.replies.reply import Reply
from models.replies.roll import Expected
from models.replies.standing import Standing, State
from models.rules.dealing import deal
from models.spans import Span
from models.unit import Purpose
from tests.models.store.store_values import notices
from tests.models.unit_values import distributions

SIGNED = date(2007, 1, 9)
TODAY = date(2007, 1, 26)
DRAFTED = Notice(
    kind="通知",
    title="关于报送工作安排的通知",
    organs=("天津市人事局",),
    addressees="各区县人事局",
    body=(Paragraph("请于1月底前报送。"),),
    subject_words=("人事", "通知"),
    issuing_office="天津市人事局办公室",
    copies=12,
    reply_due=date(2007, 1, 31),
    id=1,
)
LIST = deal(
    Distribution(
        1,
        (
            Allotment("和平区人事局", unit=1, quantity=4),
            Allotment("河东区人事局", unit=2, quantity=3),
            Allotment("存档", Purpose.ARCHIVE, quantity=2),
            Allotment("备用", Purpose.SPARE, quantity=3),
        ),
    )
)
PRINTED = replace(LIST, runs=(PrintRun(date(2007, 1, 12), Span(1, 12)),))
DUE = Deadline(date(2007, 1, 31), TODAY, 3)
HEPING, HEDONG = Expected("和平区人事局", 1), Expected("河东区人事局", 2)
REPLY = Reply(1, datetime(2007, 1, 20, 9), unit=1)
HALF = (Standing(HEPING, State.IN_TIME, (REPLY,)), Standing(HEDONG, State.MISSING))
ALL_IN = (Standing(HEPING, State.IN_TIME, (REPLY,)), Standing(HEDONG, State.LATE, (REPLY,)))
BEGUN = Affair(DRAFTED, Proceeding(1), LIST, standings=HALF, deadline=DUE)


def through(*steps: Step) -> Proceeding:
    """These steps, each done on the day of the signature."""
    return Proceeding(1, tuple(StepDone(step, SIGNED, "王强") for step in steps))


proceedings = st.sets(st.sampled_from(Step)).map(
    lambda steps: through(*sorted(steps, key=lambda step: step.place))
)
standings = st.builds(
    Standing, st.builds(Expected, st.text(max_size=4), st.integers(1, 9)), st.sampled_from(State)
)
deadlines = st.builds(Deadline, st.dates(), st.dates(), st.integers(-400, 400))
affairs = st.builds(
    Affair,
    notices,
    proceedings,
    st.none() | distributions,
    st.lists(st.text(max_size=4), max_size=2).map(tuple),
    st.lists(standings, max_size=3).map(tuple),
    st.integers(0, 3),
    st.none() | deadlines,
)
