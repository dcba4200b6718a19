"""Units in a text: named where they are few, else in an attachment as a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from models.notice import Level, Paragraph, Piece, PieceKind
from models.replies.standing import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.standing import Standing

MOST_NAMED = 12


def names(standings: Sequence[Standing]) -> str:
    """`和平区人事局、河东区人事局`."""
    return "、".join(one.expected.name for one in standings)


def counted(standings: Sequence[Standing]) -> str:
    """The same with how many they are: `和平区人事局、河东区人事局等2个单位`."""
    return names(standings) + (f"等{len(standings)}个单位" if len(standings) > 1 else "")


def addressees(standings: Sequence[Standing]) -> str:
    """主送机关: 、 between units of one category, ， between categories, in standing order."""
    groups = groupby(standings, key=lambda one: one.expected.category)
    return "，".join(names(list(units)) for _, units in groups)


def are_few(standings: Sequence[Standing]) -> bool:
    """Whether a sentence can name them."""
    return len(standings) <= MOST_NAMED


def table_piece(number: str, title: str, standings: Sequence[Standing]) -> Piece:
    """附件: a line for each unit, in standing order; `number` stands behind 附件."""
    rows = [("序号", "单位", "报送情况", "报送日期")]
    rows += [(str(at), *_cells(one)) for at, one in enumerate(standings, 1)]
    text = "\n".join("\t".join(row) for row in rows)
    table = Paragraph(text, Level.TABLE)
    return Piece(title, (table,), PieceKind.ATTACHMENT, f"附件{number}")


def _cells(one: Standing) -> tuple[str, str, str]:
    day = f"{one.first.month}月{one.first.day}日" if one.first else ""
    state = f"{one.state.value}（由{one.by}报送）" if one.by else one.state.value
    return one.expected.name, state, "" if one.state is State.MISSING else day
