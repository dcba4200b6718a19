"""kill -9 in the middle of work: no change half done, none lost that was said to be stored."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

from models.store.datafile import DataFile
from tests.torture.workload import days, faults, make, use

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 0.12


def kill(folder: Path, rounds: int, control: str = "") -> dict[str, int]:
    """Kill so many workers, each on the file that the last one left."""
    chance, path = random.Random(7), folder / "a.yinfa"
    told = {"rounds": rounds, "promised": 0, "broken": 0}
    make(path)
    promised = 0
    for number in range(rounds):
        stored = _killed(path, control, number, chance.uniform(0.005, LONGEST))
        told["promised"] += len(stored)
        promised = max([promised, *stored])
        if faults(path, promised):
            told["broken"] += 1
            for left in folder.iterdir():
                left.unlink()
            make(path)
            promised = 0
    return told


def _killed(path: Path, control: str, seed: int, seconds: float) -> list[int]:
    """The numbers of the changes that were said to be stored."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _work(path, control, seed, writer)
    os.close(writer)
    os.read(reader, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, encoding="ascii") as said:
        return [int(line) for line in said if line.endswith("\n") and line.strip()]


def _work(path: Path, control: str, seed: int, writer: int) -> None:
    try:
        use(control)
        with DataFile.open(path) as file:
            os.write(writer, b"\n")
            for head in days(file, random.Random(seed), 100_000):
                os.write(writer, b"%d\n" % head.seq)
    finally:
        os._exit(1)
