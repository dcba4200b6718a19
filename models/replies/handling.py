"""What the clerk does with a reply; each answers the reply as it is kept from then on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.replies.reply import Claim, Fate, Reply

if TYPE_CHECKING:
    from datetime import datetime


def confirmed(reply: Reply, unit: int) -> Reply:
    """It is of this unit, says the clerk (认领)."""
    return replace(reply, unit=unit, claim=Claim.CLERK)


def released(reply: Reply) -> Reply:
    """It is not of the unit that has it: nobody's again."""
    return replace(reply, unit=None, claim=Claim.NOBODY, replaces=None)


def shared_with(reply: Reply, unit: int) -> Reply:
    """A reply of one more unit by the same file, which is kept once."""
    return replace(confirmed(reply, unit), replaces=None, id=None)


def sent_back(reply: Reply, why: str) -> Reply:
    """The unit must do it again (退回修改)."""
    return replace(reply, fate=Fate.SENT_BACK, remark=why)


def withdrawn(reply: Reply, why: str) -> Reply:
    """The unit took it back (撤回), as a wrong file; what it replaced counts again."""
    return replace(reply, fate=Fate.WITHDRAWN, remark=why)


def paper_of(notice: int, unit: int, received: datetime) -> Reply:
    """Paper that came from a unit, of which there is no file."""
    return Reply(notice, received, unit, on_paper=True, claim=Claim.CLERK)
