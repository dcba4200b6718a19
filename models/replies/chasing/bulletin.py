"""通报: how the replies came in, praise first, in standing order, with exact counts and the day they are of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import Level, Paragraph
from models.numerals import hanzi_number
from models.replies.chasing.lists import are_few, counted, table_piece
from models.replies.standing import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.notice import Notice
    from models.replies.chasing.chase import Chase
    from models.replies.standing import Standing


@dataclass(frozen=True, slots=True)
class Part:
    """A section about the units that stand in one way.

    Attributes:
        said: What is said of them.
        listed: The title of their list, where they are too many to be named.
    """

    state: State
    heading: str
    said: str
    listed: str


PARTS = (
    Part(State.IN_TIME, "按时报送的单位", "按时报送，予以表扬", "按时报送的单位名单"),
    Part(State.LATE, "迟报的单位", "报送迟于规定期限", "迟报的单位名单"),
    Part(
        State.SENT_BACK,
        "退回修改的单位",
        "报送的材料已退回修改，尚未重新报送",
        "退回修改的单位名单",
    ),
    Part(State.MISSING, "尚未报送的单位", "尚未报送", "尚未报送的单位名单"),
)
WHOLE = 1000  # tenths of a percent
NAMES = ("按时报送", "迟报", "退回修改", "未报")


class NobodyAsked(UserError):
    """There is nothing to tell."""


def bulletin(chase: Chase) -> Notice:
    """The document."""
    if not chase.asked:
        raise NobodyAsked("没有应报单位，不能起草通报。请先编好分发表。")
    matter = chase.demand.matter
    parts = [(part, units) for part in PARTS if (units := chase.of(part.state))]
    titles = [part.listed for part, units in parts if not are_few(units)]
    numbers = {title: "" if len(titles) == 1 else str(at) for at, title in enumerate(titles, 1)}
    listed = [(part.listed, units) for part, units in parts if part.listed in numbers]
    return replace(
        chase.document(),
        kind="通报",
        title=f"关于{matter}报送情况的通报",
        addressees=chase.notice.addressees,
        body=(Paragraph(_opening(chase)), *_sections(parts, numbers), *_end(chase, len(parts) + 1)),
        attachment_notes=tuple(titles),
        pieces=tuple(table_piece(numbers[title], title, units) for title, units in listed),
        copies=chase.notice.copies,
    )


def shares(counts: Sequence[int]) -> tuple[int, ...]:
    """Tenths of a percent that add up to 1000: what rounding down leaves over goes to the largest remainders, the first first.

    In whole percents two units of 59 would have different shares.
    """
    total = sum(counts)
    if not total:
        return tuple(0 for _ in counts)
    parts = [divmod(WHOLE * count, total) for count in counts]
    order = sorted(range(len(counts)), key=lambda at: (-parts[at][1], at))
    raised = set(order[: WHOLE - sum(whole for whole, _ in parts)])
    return tuple(whole + (at in raised) for at, (whole, _) in enumerate(parts))


def percent(tenths: int) -> str:
    """`45.8%`, `40%`."""
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}%" if rest else f"{whole}%"


def counts_told(chase: Chase) -> str:
    """`截至2月5日，应报单位5个，其中按时报送2个，占40%；…`."""
    counts = [len(chase.of(part.state)) for part in PARTS]
    said = zip(NAMES, counts, shares(counts), strict=True)
    told = "；".join(f"{name}{count}个，占{percent(share)}" for name, count, share in said if count)
    return f"截至{chase.day(chase.today)}，应报单位{len(chase.asked)}个，其中{told}"


def _opening(chase: Chase) -> str:
    return f"{chase.demanded}。{counts_told(chase)}。现将有关情况通报如下："


def _sections(
    parts: Sequence[tuple[Part, Sequence[Standing]]], numbers: dict[str, str]
) -> Iterator[Paragraph]:
    for at, (part, units) in enumerate(parts, 1):
        yield _heading(at, part.heading)
        where = "" if are_few(units) else f"附件{numbers[part.listed]}所列{len(units)}个单位"
        yield Paragraph(f"{where or counted(units)}{part.said}。")


def _end(chase: Chase, at: int) -> Iterator[Paragraph]:
    yield _heading(at, "有关要求")
    yield Paragraph("".join(_demands(chase)))
    yield Paragraph("特此通报。")


def _heading(at: int, text: str) -> Paragraph:
    return Paragraph("", Level.FIRST, f"{hanzi_number(at)}、", text)


def _demands(chase: Chase) -> Iterator[str]:
    whom = ((State.MISSING, "尚未报送的单位"), (State.SENT_BACK, "需要修改的单位"))
    if open_ := [words for state, words in whom if chase.of(state)]:
        yield f"{'和'.join(open_)}，请于{chase.day(chase.again)}前报送{chase.demand.to}。"
    if chase.of(State.LATE, State.MISSING):
        yield "迟报和尚未报送的单位要查明原因，切实改进工作。"
    yield "各单位要加强对报送工作的组织领导，确保按时、保质完成报送任务。请将此件送本单位主管领导阅。"
