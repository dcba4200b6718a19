"""催报通知: to one unit that has not answered, or one to all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import Paragraph
from models.replies.chasing.lists import addressees, are_few, counted, table_piece
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
    if are_few(units):
        return _document(chase, units, _named(chase, units), addressees(units))
    return replace(
        _document(chase, units, _listed(chase, units), "各有关单位"),
        attachment_notes=(LIST_TITLE,),
        pieces=(table_piece("", LIST_TITLE, units),),
    )


def _open(chase: Chase) -> tuple[Standing, ...]:
    """Those that answer for themselves; who is answered for stands as its superior."""
    found = tuple(one for one in chase.of(*OPEN) if not one.by)
    if not found:
        raise NobodyToRemind("应报单位都已报送，没有要催报的单位。")
    return found


def _to_one(chase: Chase, one: Standing) -> Notice:
    you = you_of(one.expected.name)
    whom = _back(chase, you) if one.state is State.SENT_BACK else f"{you}尚未报送"
    return _document(chase, (one,), whom, one.expected.name)


def _document(chase: Chase, units: Sequence[Standing], whom: str, to: str) -> Notice:
    """A notice to these units; `whom` says how they stand."""
    how = f"{chase.demanded}。截至{chase.day(chase.today)}，{whom}。"
    return replace(
        chase.document(),
        kind="通知",
        title=f"关于催报{chase.demand.matter}的通知",
        addressees=to,
        body=tuple(map(Paragraph, (how, _ask(chase, units), chase.contact))),
        copies=COPIES_EACH * len(units),
    )


def _named(chase: Chase, units: Sequence[Standing]) -> str:
    missing, back = _parted(units)
    told = (f"{counted(missing)}尚未报送" if missing else "", _back(chase, counted(back)))
    return "；".join(filter(None, told if back else told[:1]))


def _listed(chase: Chase, units: Sequence[Standing]) -> str:
    missing, back = _parted(units)
    if not missing:
        return _back(chase, f"附件所列{len(back)}个单位")
    among = f"，其中{_back(chase, f'{len(back)}个单位')}" if back else ""
    return f"附件所列{len(units)}个单位尚未报送{among}"


def _back(chase: Chase, whose: str) -> str:
    return f"{whose}报送的{chase.demand.matter}已退回修改，尚未重新报送"


def _parted(units: Sequence[Standing]) -> tuple[list[Standing], list[Standing]]:
    """Those of which nothing is there, and those that must do it again."""
    missing = [one for one in units if one.state is State.MISSING]
    return missing, [one for one in units if one.state is State.SENT_BACK]


def _ask(chase: Chase, units: Sequence[Standing]) -> str:
    missing, back = _parted(units)
    day, to = chase.day(chase.again), chase.demand.to
    if not missing:
        return f"请修改后重新报送，书面材料（加盖公章）和电子版于{day}前报{to}。"
    again = "；已退回修改的，请修改后重新报送" if back else ""
    return f"请于{day}前以书面形式（加盖公章）并附电子版报送{to}{again}。"


def you_of(name: str) -> str:
    """What a unit is called in a letter to it."""
    return next((you for ends, you in _YOU if name.endswith(ends)), "你单位")


_YOU = (
    (("大学", "学院", "学校"), "你校"),
    (("委员会", "委"), "你委"),
    (("公司",), "你公司"),
    (("局",), "你局"),
    (("厅",), "你厅"),
    (("部",), "你部"),
    (("办公室", "办"), "你办"),
    (("院",), "你院"),
)
