"""kill -9 while typing: how many seconds of typing are gone."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from models.store.datafile import DataFile
from models.store.notices import NoticeRepository

if TYPE_CHECKING:
    from pathlib import Path


def type_and_kill(folder: Path, kills: int, control: str = "") -> dict[str, float]:
    """The most that was lost of so many typists."""
    chance, told = random.Random(2), {"kills": float(kills), "most lost s": 0.0}
    for number in range(kills):
        path = folder / f"{number}.yinfa"
        typed, killed = _typed(path, chance.uniform(1, 4), control)
        with DataFile.open(path) as file:
            (line,) = NoticeRepository(file).lines()
        kept = typed.get(int(line.title), min(typed.values()))
        lost = round(killed - kept, 2) if int(line.title) < max(typed) else 0.0
        told["most lost s"] = max(told["most lost s"], lost)
    return told


def _typed(path: Path, seconds: float, control: str) -> tuple[dict[int, float], float]:
    """The numbers that were typed with their moments, and the moment of the kill."""
    command = [sys.executable, "-m", "tests.torture.typist", str(path), control]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout
        first = typist.stdout.readline()
        time.sleep(seconds)
        typist.kill()
        killed = time.time()
        lines = [first, *typist.stdout]
    pairs = (line.split() for line in lines if line.endswith("\n"))
    return {int(number): float(moment) for number, moment in pairs}, killed
