"""When the last backup was made is told by the names of files, without opening any."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from models.store.backups import last_made

if TYPE_CHECKING:
    from pathlib import Path


def test_the_newest_name_of_this_data_file_counts(tmp_path: Path) -> None:
    for name in ("公文-20260301-080000", "公文-20260302-090500-1", "别的-20270101-000000", "公文"):
        (tmp_path / f"{name}.yinfa").touch()
    assert last_made(tmp_path, "公文") == datetime(2026, 3, 2, 9, 5)


def test_a_folder_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert last_made(tmp_path / "备份", "公文") is None
    assert last_made(tmp_path / ("长" * 200), "公文") is None  # a name that no disk takes
