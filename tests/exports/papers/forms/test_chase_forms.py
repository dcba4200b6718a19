"""报送情况统计表 and 电话催办记录 on their sheets, and as files."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from exports.chase_files import write_statistics
from exports.forms import lay_out_form
from exports.papers.forms.phone_log import BLANKS, phone_log
from exports.papers.forms.printed_form import NothingToPrint
from exports.papers.forms.reply_statistics import reply_statistics
from exports.typeset.fonts import FontBook
from exports.typeset.listing import Listing
from models.reading.sheets.files import read_sheets
from models.replies.reminder import Means, Reminder, Reminders
from models.replies.roll import Expected
from tests.support.chases import chase
from tests.support.forms import texts_of
from tests.support.golden import Golden, pages_text

if TYPE_CHECKING:
    from pathlib import Path

FONTS = FontBook()
REMINDERS = Reminders(
    1,
    (
        Reminder(5, datetime(2007, 2, 2, 10, 5), Means.PHONE, "王芳", "催报意见", "明日报来"),
        Reminder(5, datetime(2007, 2, 5, 9), Means.LETTER),
    ),
)
NAMES = {5: "市财政局"}


def test_the_forms_are_those_reviewed(golden: Golden) -> None:
    form = reply_statistics(chase(), REMINDERS.counts())
    golden.check("reply-statistics.pages.txt", pages_text(lay_out_form(form, FONTS).pages))
    log = phone_log(chase(), REMINDERS, NAMES)
    golden.check("phone-log.pages.txt", pages_text(lay_out_form(log, FONTS).pages))


def test_sums_are_those_of_the_rows() -> None:
    content = reply_statistics(chase(40), {}).content
    assert isinstance(content, Listing)
    rows = [one.cells for one in content.entries if not one.is_sum]
    sums = [one.cells for one in content.entries if one.is_sum]
    assert len(rows) == 39  # the exempt one does not count
    assert [sum(int(row[3] or 0) for row in rows)] == [int(content.total[3])]
    assert sum(int(one[2]) for one in sums) == int(content.total[2]) == 39
    assert sum(int(one[3]) for one in sums) == int(content.total[3]) == 3


def test_a_unit_that_was_added_stands_with_those_of_its_category() -> None:
    found = chase()
    added = replace(found.standings[0], expected=Expected("新区人事局", 9, "区县人事局"))
    content = reply_statistics(replace(found, standings=(*found.standings, added)), {}).content
    assert isinstance(content, Listing)
    assert [one.cells[1] for one in content.entries[4:6]] == ["新区人事局", "区县人事局小计"]
    assert sum(one.is_sum for one in content.entries) == 2


def test_what_was_done_about_a_unit_stands_behind_it() -> None:
    (page,) = texts_of(lay_out_form(reply_statistics(chase(), REMINDERS.counts()), FONTS).pages)
    assert any("市财政局" in one and "未报" in one and "已催2次" in one for one in page)
    assert any("免报1个（不计入应报）" in one for one in page)


def test_there_is_room_to_write_by_hand() -> None:
    content = phone_log(chase(), REMINDERS, NAMES).content
    assert isinstance(content, Listing)
    assert [any(one.cells) for one in content.entries] == [True] * 2 + [False] * BLANKS


def test_nobody_asked_gives_no_form() -> None:
    with pytest.raises(NothingToPrint, match="没有应报单位"):
        reply_statistics(replace(chase(), standings=()), {})


def test_all_files_are_written(tmp_path: Path) -> None:
    files = write_statistics(chase(), REMINDERS, NAMES, tmp_path, FONTS)
    assert sorted(path.suffix for path in files) == [".docx", ".docx", ".pdf", ".pdf", ".xlsx"]
    assert all(path.stat().st_size > 1000 for path in files)
    (sheet,) = read_sheets(next(path for path in files if path.suffix == ".xlsx"))
    assert any("市财政局" in row.cells for row in sheet.rows)
