"""The files about who has answered: 统计表 as PDF, Word and spreadsheet, 电话催办记录 as PDF and Word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exports.forms import form_makers
from exports.jobs import write_made
from exports.papers.forms.as_sheet import sheet_of
from exports.papers.forms.phone_log import phone_log
from exports.papers.forms.reply_statistics import reply_statistics
from exports.typeset.listing import Listing
from models.progress import no_tick

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from exports.typeset.fonts import FontBook
    from models.progress import Tick
    from models.replies.chasing.chase import Chase
    from models.replies.reminder import Reminders


def write_statistics(
    chase: Chase,
    reminders: Reminders,
    names: Mapping[int, str],
    folder: Path,
    fonts: FontBook,
    tick: Tick = no_tick,
) -> tuple[Path, ...]:
    """Write both forms into `folder`; all files or none.

    Raises:
        UserError: nobody is asked, the folder cannot be written.
    """
    statistics = reply_statistics(chase, reminders.counts())
    forms = (statistics, phone_log(chase, reminders, names))
    makers: dict[str, Callable[[], bytes]] = {}
    for form in forms:
        makers |= form_makers(form, fonts)
    makers[f"（{statistics.name}）.xlsx"] = partial(statistics_xlsx, chase, reminders)
    return write_made(chase.notice.title, folder, makers, tick)


def statistics_xlsx(chase: Chase, reminders: Reminders) -> bytes:
    """The 统计表 as a spreadsheet."""
    from exports.writers.sheet import workbook_bytes  # the window starts without its writers

    form = reply_statistics(chase, reminders.counts())
    content = form.content
    sheets = [sheet_of(form.name, content)] if isinstance(content, Listing) else []
    return workbook_bytes(sheets, form.name)
