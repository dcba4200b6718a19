"""How long a large data file takes to be opened with all its checks: `python -m tests.bench.open_bench [megabytes]`."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from models.notice import Notice, Paragraph
from models.store.backups import back_up
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository

MEGABYTES, PARAGRAPHS, LENGTH = 100, 400, 400
LIMIT_SECONDS = 0.2


def main(megabytes: int) -> int:
    """Make a file of that size through the gate and open it; 1 where that takes over a fifth of a second for 100 MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yinfa"
        _fill(path, megabytes * 1_000_000)
        opening = min(_opening(path) for _ in range(3))
        start = time.perf_counter()
        faults = faults_of_file(path)
        verifying = time.perf_counter() - start
        with DataFile.open(path) as file:
            start = time.perf_counter()
            back_up(file, Path(folder) / "备份")
            backing_up = time.perf_counter() - start
        sys.stdout.write(
            f"{path.stat().st_size / 1e6:.0f} MB: opened and checked in {opening:.2f} s (≤ {LIMIT_SECONDS}), verified in {verifying:.1f} s"
            f" ({len(faults)} faults), backed up and checked in {backing_up:.1f} s\n"
        )
    return int(opening > LIMIT_SECONDS * max(1, megabytes / MEGABYTES))


def _opening(path: Path) -> float:
    start = time.perf_counter()
    DataFile.open(path).close()
    return time.perf_counter() - start


def _fill(path: Path, size: int) -> None:
    chance = random.Random(1)
    with DataFile.create(path) as file:
        while path.stat().st_size < size:
            body = tuple(Paragraph(_text(chance)) for _ in range(PARAGRAPHS))
            NoticeRepository(file).save(Notice("通知", "关于某事的通知", body=body))


def _text(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x4E00, 0x5200)) for _ in range(LENGTH))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES))
