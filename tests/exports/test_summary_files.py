"""汇总表, 对照表 and 报送情况分析 as files: all of them or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.papers.forms.printed_form import NothingToPrint
from exports.summary_files import summary_xlsx, write_summary
from exports.typeset.fonts import FontBook
from models.errors import UserError
from models.reading.sheets.files import read_sheets
from tests.support.sums import summed_chase, table

if TYPE_CHECKING:
    from pathlib import Path

FONTS = FontBook()


def test_all_files_are_written(tmp_path: Path) -> None:
    told: list[str] = []
    files = write_summary(
        table(), summed_chase(), tmp_path, FONTS, lambda _done, _of, what: told.append(what)
    )
    title = summed_chase().notice.title
    assert [path.name for path in files] == [
        f"{title}（汇总表）.pdf",
        f"{title}（汇总表）.docx",
        f"{title}（单位与要点对照表）.pdf",
        f"{title}（单位与要点对照表）.docx",
        f"{title}（报送情况分析）.pdf",
        f"{title}（报送情况分析）.docx",
        f"{title}（汇总表）.xlsx",
    ]
    assert all(path.stat().st_size > 1000 for path in files)
    assert told == [*(path.name for path in files), "完成"]


def test_the_workbook_has_a_sheet_for_each(tmp_path: Path) -> None:
    *_, workbook = write_summary(table(), summed_chase(), tmp_path, FONTS)
    sheets = read_sheets(workbook)
    assert [sheet.name for sheet in sheets] == ["汇总表", "单位与要点对照表", "报送情况分析"]
    cells = [cell for row in sheets[0].rows for cell in row.cells]
    assert any("举办考录培训两期，录用公务员二十名。" in cell for cell in cells)
    assert any("●" in cell for row in sheets[1].rows for cell in row.cells)


def test_the_same_workbook_is_the_same_file() -> None:
    first, second = (summary_xlsx(table(), summed_chase()) for _ in range(2))
    assert first == second


def test_nothing_is_written_where_anything_cannot_be(tmp_path: Path) -> None:
    found = table()
    odd = replace(found, lines=(replace(found.lines[0], features="\U0001f3fa"), *found.lines[1:]))
    with pytest.raises(UserError):
        write_summary(odd, summed_chase(), tmp_path, FONTS)
    with pytest.raises(NothingToPrint):
        write_summary(replace(found, lines=()), summed_chase(), tmp_path, FONTS)
    assert list(tmp_path.iterdir()) == []
