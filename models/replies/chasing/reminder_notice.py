"""催报通知: to one unit that has not answered, or one to all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import Paragraph
from models.replies.chasing.lists import are_few, names, table_piece
from models.replies.standing import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.notice import Notice
    from models.replies.chasing.chase import Chase
    from models.replies.standing import Standing

COPIES_EACH = 2  # 一式两份: one is sent back signed
LIST_TITLE = "尚未报送的单位名单"
OPEN = (State.MISSING, State.SENT_BACK)


class NobodyToRemind(UserError):
    """All have answered."""


def reminder_notices(chase: Chase) -> tuple[Notice, ...]:
    """One for each unit that has not answered, or must answer again."""
    return tuple(_to_one(chase, one) for one in _open(chase))


def reminder_notice(chase: Chase) -> Notice:
    """One for all of them: named where they are few, else listed in an attachment."""
    units = _open(chase)
    are_named = are_few(units)
    listed = f"下列{len(units)}个单位" if are_named else f"附件所列{len(units)}个单位"
    whom = f"，{listed}尚未报送" + (f"：{names(units)}" if are_named else "")
    paragraphs = (_asked(chase, whom), _ask(chase, units), chase.contact)
    return replace(
        _document(chase),
        addressees=names(units) if are_named else "各有关单位",
        body=tuple(map(Paragraph, paragraphs)),
        attachment_notes=() if are_named else (LIST_TITLE,),
        pieces=() if are_named else (table_piece("", LIST_TITLE, units),),
        copies=COPIES_EACH * len(units),
    )


def _open(chase: Chase) -> tuple[Standing, ...]:
    """Those that answer for themselves; who is answered for stands as its superior."""
    found = tuple(one for one in chase.of(*OPEN) if not one.by)
    if not found:
        raise NobodyToRemind("应报单位都已报送，没有要催报的单位。")
    return found


def _to_one(chase: Chase, one: Standing) -> Notice:
    you = _you(one.expected.name)
    if one.state is State.SENT_BACK:
        whom = f"，{you}报送的{chase.demand.matter}已退回修改，尚未重新报送"
    else:
        whom = f"，{you}尚未报送"
    paragraphs = (_asked(chase, whom), _ask(chase, (one,)), chase.contact)
    return replace(
        _document(chase),
        addressees=one.expected.name,
        body=tuple(map(Paragraph, paragraphs)),
        copies=COPIES_EACH,
    )


def _document(chase: Chase) -> Notice:
    return replace(chase.document(), kind="通知", title=f"关于催报{chase.demand.matter}的通知")


def _asked(chase: Chase, whom: str) -> str:
    return f"{chase.demanded}。截至{chase.day(chase.today)}{whom}。"


def _ask(chase: Chase, units: Sequence[Standing]) -> str:
    again = "，已退回修改的请修改后重新报送" if _is_mixed(units) else ""
    return f"请于{chase.day(chase.again)}前以书面形式（加盖公章）并附电子版报送{chase.demand.to}{again}。"


def _is_mixed(units: Sequence[Standing]) -> bool:
    return len(units) > 1 and any(one.state is State.SENT_BACK for one in units)


def _you(name: str) -> str:
    """What a unit is called in a letter to it."""
    return next((f"你{end}" for end in ("局", "委", "办", "院") if name.endswith(end)), "你单位")
