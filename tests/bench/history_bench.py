"""How long a history of 100,000 lines takes to be checked: `python -m tests.bench.history_bench [lines]`."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from models.history.delta import between
from models.history.line import Deed
from models.history.plain import to_plain
from models.notice import Notice
from models.store import chain
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository

LINES, LIMIT_SECONDS = 100_000, 1.0


def main(lines: int) -> int:
    """Write and check; 1 where the check takes over a second or finds a fault."""
    with tempfile.TemporaryDirectory() as folder, DataFile.create(Path(folder) / "a.yinfa") as file:
        start = time.perf_counter()
        _write(file, lines)
        writing = time.perf_counter() - start
        taken, faults = zip(*(_check(file) for _ in range(3)), strict=True)
    sys.stdout.write(
        f"{lines} lines of history: written in {writing:.1f} s, checked in {min(taken):.2f} s (≤ {LIMIT_SECONDS}),"
        f" {max(faults)} faults\n"
    )
    return int(any(faults) or min(taken) > LIMIT_SECONDS)


def _check(file: DataFile) -> tuple[float, int]:
    """The seconds, and the faults found."""
    start = time.perf_counter()
    found = HistoryRepository(file).faults()
    return time.perf_counter() - start, len(found)


def _write(file: DataFile, lines: int) -> None:
    titles = [to_plain(Notice(title=f"关于第{number}次修改的通知")) for number in range(2)]
    delta, state, now = between(*titles), "0" * 64, datetime(2007, 1, 11)
    with file.changing() as database:
        for _ in range(lines):
            chain.append(database, Deed(now, "经办人", "修改标题", "notice", 1, delta, state))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else LINES))
