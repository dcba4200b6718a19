"""The spreadsheets that the window writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.papers.distribution_sheet import distribution_sheet
from exports.papers.roster_sheet import roster_sheets

if TYPE_CHECKING:
    from models.distribution import Distribution
    from models.notice import Notice
    from models.unit import Roster

LIST_ENDING = "（分发表）.xlsx"


def distribution_xlsx(notice: Notice, distribution: Distribution) -> bytes:
    """The spreadsheet of a distribution list."""
    from exports.writers.sheet import workbook_bytes  # the window starts without its writers

    return workbook_bytes([distribution_sheet(notice, distribution)], notice.title)


def roster_xlsx(roster: Roster) -> bytes:
    """The spreadsheets of all units and categories, which are read again to the letter."""
    from exports.writers.sheet import workbook_bytes  # as above

    return workbook_bytes(roster_sheets(roster), "单位名册")
