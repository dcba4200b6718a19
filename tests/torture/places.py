"""Where a data file should not have to live: a full disk, two programs, a clock that jumps, an export that is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from models.errors import UserError
from models.files import PART_PREFIX, sweep_parts, write_atomically
from models.store import gate, holder
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository
from models.store.refusals import DiskFault, DiskFull, InUse
from tests.torture.workload import days, faults, make, use

if TYPE_CHECKING:
    from pathlib import Path


MORE = 50


def fill_disk(folder: Path, restarts: int) -> dict[str, int]:
    """Work on a disk of 1.5 MB until it is full, so often; then make room. Needs root."""
    disk, told = folder / "disk", {"restarts": restarts, "told": 0, "broken": 0, "unreadable": 0}
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)], check=True)
    try:
        path, promised = disk / "a.yinfa", 0
        make(path)
        for number in range(restarts):
            try:
                with DataFile.open(path) as file:
                    for head in days(file, random.Random(number), 3000):
                        promised = head.seq
            except (DiskFull, DiskFault):
                told["told"] += 1
            told["broken"] += bool(faults(path, promised))
            told["unreadable"] += not _reads_when_full(path)
        told["changes"] = promised
        subprocess.run(["mount", "-o", "remount,size=9m", str(disk)], check=True)
        with DataFile.open(path) as file:
            promised = [head.seq for head in days(file, random.Random(0), MORE)][-1]
        return {**told, "more with room": promised - told["changes"]}
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def meet(folder: Path, tries: int, control: str = "") -> dict[str, float]:
    """Open a file that another program has, so often; then kill that program. The control keeps no lock."""
    path = folder / "a.yinfa"
    make(path)
    told = {"tries": float(tries), "let in": 0.0, "nameless": 0.0, "slowest s": 0.0}
    for _ in range(tries):
        child = _holding(path, control)
        start = time.monotonic()
        try:
            DataFile.open(path).close()
            told["let in"] += 1
        except InUse as refused:
            told["nameless"] += holder.myself().user not in str(refused)
        told["slowest s"] = round(max(told["slowest s"], time.monotonic() - start), 2)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        start = time.monotonic()
        DataFile.open(path).close()
        told["free after s"] = round(max(told.get("free after s", 0), time.monotonic() - start), 3)
    return told


def jump(folder: Path, jumps: int) -> dict[str, int]:
    """Let the clock jump between changes; the order and the chain must hold."""
    path, chance, clock = folder / "a.yinfa", random.Random(5), gate.now
    make(path)
    try:
        with DataFile.open(path) as file:
            for _ in days(file, chance, jumps):
                moment = datetime(2007, 1, 11) + timedelta(
                    days=chance.choice((-400, 9000, -2900, 0))
                )
                gate.now = lambda moment=moment: moment
            lines = HistoryRepository(file).lines()
    finally:
        gate.now = clock
    return {
        "jumps": jumps,
        "marked": sum(line.is_clock_back for line in lines),
        "out of order": sum(a.seq >= b.seq for a, b in pairwise(lines)),
        "out of order by the clock": sum(a.deed.at > b.deed.at for a, b in pairwise(lines)),
        "faults": len(faults_of_file(path)),
    }


def export(folder: Path, kills: int, *, plainly: bool = False) -> dict[str, int]:
    """Kill a program that writes a file over an older one; `plainly` is how it should not be done."""
    path, chance, told = folder / "通知.pdf", random.Random(9), {"kills": kills, "broken": 0}
    data = [bytes([65 + number]) * 3_000_000 for number in range(2)]
    for _ in range(kills):
        path.write_bytes(data[0])
        child = os.fork()
        if child == 0:
            while True:
                for one in data:
                    path.write_bytes(one) if plainly else write_atomically(path, one)
        time.sleep(chance.uniform(0.001, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told["broken"] += path.read_bytes() not in data
    sweep_parts(folder, older_than=-1)
    told["left behind"] = len(list(folder.glob(f"{PART_PREFIX}*")))
    return told


def _holding(path: Path, control: str) -> int:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        use(control)
        with DataFile.open(path):
            os.write(writer, b"x")
            time.sleep(60)
        os._exit(0)
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    return child


def _reads_when_full(path: Path) -> bool:
    """Not a byte is left, and still the file opens and shows what it holds."""
    filler = path.with_name("filler")
    try:
        with filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(512))
    except OSError:
        pass
    try:
        with DataFile.open(path) as opened:
            return HistoryRepository(opened).head().seq > 0
    except UserError:
        return False
    finally:
        filler.unlink()
