"""Replies and rolls for tests: any, and one that looks like a real one."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

from models.replies.reminder import Means, Reminder, Reminders
from models.replies.reply import Claim, Fate, Reply
from models.replies.roll import Adjustment, Roll
from models.replies.summary import Assignment, Summary
from models.store.reply_files import sha256_of
from tests.models.unit_values import ids, words

moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
replies = st.builds(
    Reply,
    notice=st.integers(1, 3),
    received=moments,
    unit=ids,
    name=words,
    folder=words,
    size=st.integers(0, 10**9),
    text=words,
    unread=words,
    on_paper=st.booleans(),
    is_electronic=st.booleans(),
    claim=st.sampled_from(Claim),
    fate=st.sampled_from(Fate),
    replaces=ids,
    remark=words,
    id=ids,
)
adjustments = st.builds(Adjustment, st.integers(1, 30), st.booleans(), st.booleans(), ids, words)
rolls = st.builds(
    Roll,
    st.integers(1, 3),
    st.none() | st.dates(),
    st.lists(adjustments, max_size=3).map(tuple),
)

CONTENT = "青川区人事局2007年工作安排意见\n一、抓好录用。\n青川区人事局\n2007年1月25日\n".encode()
REPLY = Reply(
    1,
    datetime(2007, 1, 26, 9, 30),
    unit=1,
    name="青川人事局.txt",
    sha256=sha256_of(CONTENT),
    size=len(CONTENT),
    text=CONTENT.decode(),
    is_electronic=True,
    claim=Claim.NAME,
)
ROLL = Roll(1, date(2007, 2, 5), (Adjustment(2, is_exempt=True, note="新设"),))
REMINDERS = Reminders(
    1,
    (
        Reminder(1, datetime(2007, 2, 2, 10), Means.PHONE, "王芳", "催报工作安排意见", "明日报来"),
        Reminder(2, datetime(2007, 2, 5, 15, 30), Means.LETTER),
        Reminder(1, datetime(2007, 2, 6, 9), Means.PHONE, "王芳"),
    ),
)
SUMMARY = Summary(1, (Assignment(1, 1, 5), Assignment(1, 1, 7)))
