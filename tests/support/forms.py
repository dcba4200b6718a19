"""Forms for tests: an invented office's notice and list, and what a laid out form says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import resources
from models.distribution import Allotment, Distribution
from models.reading.sheets.files import read_sheets
from models.reading.sheets.taking_in import taken_in
from models.reading.sheets.unit_sheet import units_from
from models.rules.dealing import deal
from models.rules.distributing import distribute
from models.unit import Delivery, Purpose, Roster, Unit
from tests.support.invented import full_notice
from tests.support.sample import sample_notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.page import Page
    from models.notice import Notice

DELIVERIES = tuple(Delivery)


def sample() -> tuple[Notice, Roster, Distribution]:
    """The bundled notice with its 550 copies dealt to the bundled units."""
    notice = replace(sample_notice(), copies=550)
    roster = taken_in(Roster(), units_from(read_sheets(resources.UNITS)))
    return notice, roster, distribute(notice, roster)


def small() -> tuple[Notice, Roster, Distribution]:
    """Six units with every delivery, and a spare row."""
    units = tuple(
        Unit(
            name,
            category,
            delivery=DELIVERIES[at % 4],
            box=f"{30 - at}" if at % 4 == 0 else "",
            address=f"青川市东大街{at + 1}号",
            postcode=f"61000{at}",
            id=at + 1,
        )
        for at, (name, category) in enumerate(
            (
                ("青川市东城区人事局", "区县人事局"),
                ("青川市西城区人事局", "区县人事局"),
                ("青川市财政局", "部委办局"),
                ("青川师范学院", "大专院校"),
                ("青川市建设委员会", "部委办局"),
                ("办公室", "局机关处室"),
            )
        )
    )
    rows = [
        Allotment(
            unit.name,
            Purpose.INTERNAL if unit.name == "办公室" else Purpose.MAIN,
            unit.category,
            unit.id,
            3,
            delivery=unit.delivery or Delivery.EXCHANGE,
            box=unit.box,
        )
        for unit in units
    ]
    spare = Allotment("备用", Purpose.SPARE, "备用", quantity=2)
    notice = replace(full_notice(), copies=20)
    return notice, Roster(units=units), deal(Distribution(1, (*rows, spare)))


def texts_of(pages: Sequence[Page]) -> list[list[str]]:
    """The lines of each page as they are placed: glyphs of one baseline joined from the left."""
    return [[text for _, text in sorted(_lines(page).items())] for page in pages]


def _lines(page: Page) -> dict[float, str]:
    lines: dict[float, list[tuple[float, str]]] = {}
    for mark in page.texts:
        lines.setdefault(round(mark.baseline, 1), []).append((mark.x, mark.text))
    return {at: "|".join(text for _, text in sorted(found)) for at, found in lines.items()}
