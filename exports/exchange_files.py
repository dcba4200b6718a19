"""填报表 for all units that must answer, each as a file of its own to be handed out on a stick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exports.jobs import write_made
from models.errors import UserError
from models.files import safe_name
from models.progress import no_tick
from models.replies.exchange import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.progress import Tick
    from models.replies.chasing.chase import Chase

WORD, SHEET = ".docx", ".xlsx"


def write_exchange_forms(
    chase: Chase, folder: Path, kind: str = WORD, tick: Tick = no_tick
) -> tuple[Path, ...]:
    """Write a form for every unit into `folder`, all or none; `kind` is WORD or SHEET.

    Raises:
        UserError: nobody is asked, the folder cannot be written.
    """
    names = [one.expected.name for one in chase.asked]
    if not names:
        raise UserError("没有应报单位，不能生成填报表。请先编好分发表。")
    matter = chase.demand.matter
    makers: dict[str, Callable[[], bytes]] = {
        f"（{safe_name(name)}）{kind}": partial(_form, chase, name, kind) for name in names
    }
    return write_made(f"{matter}填报表", folder, makers, tick)


def _form(chase: Chase, unit: str, kind: str) -> bytes:
    from exports.writers.exchange_sheet import exchange_xlsx  # the window starts without them
    from exports.writers.exchange_word import exchange_docx

    due = f"请于{chase.day(chase.due)}前" if chase.due is not None else "请"
    words = f"{due}将本表报{chase.demand.to}。只在右边的格里填写，不要增删格子，填好后原样交回。"
    make = exchange_docx if kind == WORD else exchange_xlsx
    return make(f"{chase.demand.matter}填报表", words, {UNIT: unit})
