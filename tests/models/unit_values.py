"""Units, rosters and distributions for tests: any, and some that look like the real ones."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from models.distribution import Allotment, Distribution, PrintRun, Return, Sending, VoidCopy
from models.spans import Span
from models.unit import AddresseeRule, Category, Delivery, FormerName, Purpose, Roster, Unit

words = st.text(max_size=8)
several = st.lists(words, max_size=2).map(tuple)
numbers = st.integers(1, 10**6)
days = st.dates()
ids = st.none() | st.integers(1, 30)
spans = st.lists(st.builds(Span, numbers, numbers), max_size=2).map(tuple)

categories = st.builds(
    Category, words, st.sampled_from(Purpose), several, numbers, st.sampled_from(Delivery)
)
units = st.builds(
    Unit,
    words,
    words,
    several,
    several,
    st.lists(st.builds(FormerName, words, st.none() | days), max_size=2).map(tuple),
    st.none() | numbers,
    st.none() | st.sampled_from(Delivery),
    words,
    words,
    words,
    words,
    words,
    words,
    st.booleans(),
    words,
    ids,
)
rosters = st.builds(
    Roster,
    st.lists(categories, max_size=3, unique_by=lambda one: one.name).map(tuple),
    st.lists(units, max_size=4).map(tuple),
    st.lists(
        st.builds(AddresseeRule, words, several, several), max_size=2, unique_by=lambda r: r.phrase
    ).map(tuple),
)
allotments = st.builds(
    Allotment,
    words,
    st.sampled_from(Purpose),
    words,
    ids,
    numbers,
    st.booleans(),
    st.sampled_from(Delivery),
    words,
    spans,
    st.lists(st.builds(Sending, days, spans, words, st.none() | days), max_size=2).map(tuple),
    st.lists(st.builds(Return, days, spans, words), max_size=2).map(tuple),
    words,
    ids,
)
distributions = st.builds(
    Distribution,
    st.integers(1, 9),
    st.lists(allotments, max_size=4).map(tuple),
    numbers,
    st.lists(st.builds(PrintRun, days, st.builds(Span, numbers, numbers)), max_size=2).map(tuple),
    st.lists(st.builds(VoidCopy, numbers, days, words), max_size=2).map(tuple),
    spans,
)

DISTRICTS = Category("区县人事局", terms=("各区县",), quantity=3)
COMMISSIONS = Category("部委办局", quantity=2)
COLLEGES = Category("大专院校", delivery=Delivery.POST)
OFFICES = Category("局机关", Purpose.INTERNAL)
ARCHIVE = Category("存档", Purpose.ARCHIVE, quantity=2)
SPARE = Category("备用", Purpose.SPARE, quantity=5)
ROSTER = Roster(
    (DISTRICTS, COMMISSIONS, COLLEGES, OFFICES, ARCHIVE, SPARE),
    (
        Unit("东城区人事局", "区县人事局", ("东城",), box="01", id=1),
        Unit("西城区人事局", "区县人事局", former_names=(FormerName("西城区劳动人事局"),), id=2),
        Unit("市建设委员会", "部委办局", ("市建委",), quantity=4, id=3),
        Unit("市财政局", "部委办局", delivery=Delivery.PICKUP, phone="02287654321", id=4),
        Unit("滨海大学", "大专院校", postcode="030001", id=5),
        Unit("旧学院", "大专院校", is_stopped=True, merged_into="滨海大学", id=6),
        Unit("办公室", "局机关", id=7),
        Unit("档案室", "存档", id=8),
        Unit("备用", "备用", id=9),
    ),
)
DAY = date(2007, 1, 12)
