"""The sample's list of units as .xlsx, from the two texts beside it: `python tests/samples/make_units.py`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

import resources  # noqa: E402 - the path is set above
from exports.papers.roster_sheet import roster_sheets  # noqa: E402 - as above
from exports.writers.sheet import workbook_bytes  # noqa: E402 - as above
from models.reading.sheets.files import read_sheets  # noqa: E402 - as above
from models.reading.sheets.taking_in import taken_in  # noqa: E402 - as above
from models.reading.sheets.unit_sheet import units_from  # noqa: E402 - as above
from models.unit import Roster  # noqa: E402 - as above

TEXTS = ("units-2007.tsv", "categories-2007.tsv")
TITLE = "单位名册（示例）"


def sample_roster() -> Roster:
    """What the texts say."""
    sheets = [sheet for name in TEXTS for sheet in read_sheets(resources.UNITS.with_name(name))]
    return taken_in(Roster(), units_from(sheets))


def make() -> bytes:
    """The file."""
    return workbook_bytes(roster_sheets(sample_roster()), TITLE)


if __name__ == "__main__":
    resources.UNITS.write_bytes(make())
