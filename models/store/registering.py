"""What the registers of a year are made from, read from a data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules.registers import Registered

if TYPE_CHECKING:
    from models.store.distributions import DistributionRepository
    from models.store.notices import NoticeRepository


def registered(notices: NoticeRepository, lists: DistributionRepository) -> list[Registered]:
    """All documents, each with its list where there is one."""
    return [Registered(notices.load(line.id), lists.load(line.id)) for line in notices.lines()]
