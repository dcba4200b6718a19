"""The roll, and the replies that wait for their units, as the lines of grids."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from models.replies.standing import State
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from models.replies.matching.decide import Match
    from models.replies.reply import Reply
    from models.replies.standing import Standing
    from ui.replying.answering import Answers

NOTE, PAPER, ELECTRONIC = "note", "paper", "electronic"
TICK = "✓"
ROLL = (
    GridColumn("order", "序", 36, is_editable=False, is_number=True),
    GridColumn("name", "单位", 160, is_editable=False),
    GridColumn("category", "类别", 56, is_editable=False),
    GridColumn("state", "状态", 56, is_editable=False),
    GridColumn("first", "报送", 52, is_editable=False),
    GridColumn(PAPER, "纸质", 38, is_editable=False),
    GridColumn(ELECTRONIC, "电子", 38, is_editable=False),
    GridColumn("reminded", "已催", 36, is_editable=False, is_number=True),
    GridColumn("files", "报送件", 150, is_editable=False),
    GridColumn(NOTE, "备注", 84),
)
WAITING = (
    GridColumn("name", "报送件", 210, is_editable=False),
    GridColumn("received", "收到", 92, is_editable=False),
    GridColumn("first", "按 1 认领", 130, is_editable=False),
    GridColumn("second", "按 2 认领", 130, is_editable=False),
    GridColumn("third", "按 3 认领", 130, is_editable=False),
)


class Tile(Enum):
    """Which lines are looked at."""

    ASKED = "应报"
    DONE = "已报"
    MISSING = "未报"
    LATE = "迟报"
    SENT_BACK = "退回修改"
    EXEMPT = "免报"
    WAITING = "待认领"


_STATES: Mapping[Tile, tuple[State, ...]] = {
    Tile.ASKED: (State.MISSING, State.IN_TIME, State.LATE, State.SENT_BACK),
    Tile.DONE: (State.IN_TIME, State.LATE),
    Tile.MISSING: (State.MISSING,),
    Tile.LATE: (State.LATE,),
    Tile.SENT_BACK: (State.SENT_BACK,),
    Tile.EXEMPT: (State.EXEMPT,),
}


def counts_of(answers: Answers) -> dict[Tile, int]:
    """How many lines each tile stands for."""
    by_state = Counter(one.state for one in answers.standings)
    counts = {tile: sum(by_state[state] for state in states) for tile, states in _STATES.items()}
    return {**counts, Tile.WAITING: len(answers.waiting)}


def roll_lines(answers: Answers, tile: Tile) -> list[GridLine]:
    """The units that stand as a tile says, known by their places on the roll."""
    states, reminded = _STATES.get(tile, ()), answers.reminders.counts()
    return [
        GridLine(
            at,
            _texts(at, one, reminded[one.expected.unit or 0]),
            tip=_tip(one),
            is_quiet=one.state is State.EXEMPT,
        )
        for at, one in enumerate(answers.standings)
        if one.state in states
    ]


def waiting_lines(
    replies: Sequence[Reply], match: Callable[[Reply], Match], names: Mapping[int, str]
) -> list[GridLine]:
    """The replies of which nobody knows whose they are, known by their ids, with whose they may be."""
    return [_waiting_line(one, match(one), names) for one in replies]


def path_of(reply: Reply) -> str:
    """The name of its file with the folder it lay in; 纸质件 where there is none."""
    return f"{reply.folder}/{reply.name}".lstrip("/") or "纸质件"


def _waiting_line(reply: Reply, match: Match, names: Mapping[int, str]) -> GridLine:
    found = [names.get(one.unit, "") for one in match.offered]
    of = f"（{names.get(reply.unit, '已删除的单位')}，不在应报名单）" if reply.unit else ""
    texts = (path_of(reply) + of, f"{reply.received:%m-%d %H:%M}", *(*found, "", "", "")[:3])
    tip = (path_of(reply), reply.unread, *(one.reason for one in match.offered))
    return GridLine(reply.id or 0, texts, tip="\n".join(filter(None, tip)))


def _texts(at: int, one: Standing, reminded: int) -> tuple[str, ...]:
    return (
        str(at + 1),
        one.expected.name,
        one.expected.category,
        one.state.value,
        f"{one.first:%m-%d}" if one.first else "",
        TICK if one.on_paper else "",
        TICK if one.is_electronic else "",
        str(reminded or ""),
        "、".join(reply.name for reply in one.replies if reply.name),
        one.expected.note,
    )


def _tip(one: Standing) -> str:
    told = [f"{path_of(reply)}（{reply.claim.value}）{reply.remark}" for reply in one.replies]
    by = f"由{one.by}合并报送" if one.by else ""
    return "\n".join(filter(None, (one.expected.name, by, *told))) if told or by else ""
