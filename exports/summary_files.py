"""The files about what the units said: 汇总表, 对照表 and 报送情况分析 as PDF and Word, and one workbook of all three."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exports.forms import form_makers
from exports.jobs import write_made
from exports.papers.forms.item_matrix import item_matrix, matrix_sheet
from exports.papers.forms.reply_analysis import analysis_sheet, reply_analysis
from exports.papers.forms.summary_table import NAME, summary_form, summary_sheet
from models.progress import no_tick

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from exports.typeset.fonts import FontBook
    from models.progress import Tick
    from models.replies.chasing.chase import Chase
    from models.replies.summing.table import SummaryTable

WORKBOOK_ENDING = f"（{NAME}）.xlsx"


def write_summary(
    table: SummaryTable,
    chase: Chase,
    folder: Path,
    fonts: FontBook,
    tick: Tick = no_tick,
) -> tuple[Path, ...]:
    """Write all forms and the workbook into `folder`; all files or none, named after the notice.

    Raises:
        UserError: nobody is asked or sent anything, a character is in no font, the folder cannot be written.
    """
    forms = (summary_form(table, chase), *item_matrix(table, chase), reply_analysis(chase))
    makers: dict[str, Callable[[], bytes]] = {}
    for form in forms:
        makers |= form_makers(form, fonts)
    makers[WORKBOOK_ENDING] = partial(summary_xlsx, table, chase)
    return write_made(chase.notice.title, folder, makers, tick)


def summary_xlsx(table: SummaryTable, chase: Chase) -> bytes:
    """The workbook: 汇总表 with whole texts, 对照表 with all items, 报送情况分析.

    Raises:
        UserError: nobody is asked.
    """
    from exports.writers.sheet import workbook_bytes  # the window starts without its writers

    sheets = (summary_sheet(table, chase), matrix_sheet(table, chase), analysis_sheet(chase))
    return workbook_bytes(sheets, f"{chase.demand.matter}{NAME}")
