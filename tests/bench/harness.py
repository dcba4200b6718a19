"""Measures in CPU time: ours and a peer's turn about, medians, a ratio against its goal.

A job is given the number of its turn, so that no turn does the same and nobody answers from a cache.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `unit` is that of `ours` and `peer`. A goal of 0 is none: for information."""

    what: str
    ours: float
    peer: float
    unit: str
    goal: float

    @property
    def ratio(self) -> float:
        """Ours in parts of the peer's."""
        return self.ours / self.peer

    @property
    def verdict(self) -> str:
        """Whether the goal is reached."""
        if not self.goal:
            return ""
        return "reached" if self.ratio <= self.goal else "MISSED"


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows in Markdown."""
    yield "| what | ours | peer | ratio | goal | |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        figures = f"{row.ours:.1f} {row.unit} | {row.peer:.1f} {row.unit} | {row.ratio:.3f}"
        goal = f"≤ {row.goal:.3f}" if row.goal else "–"
        yield f"| {row.what} | {figures} | {goal} | {row.verdict} |"


def in_turn(ours: Callable[[int], object], peer: Callable[[int], object], turns: int) -> Pair:
    """Median CPU milliseconds of two jobs of this process, after one turn each that does not count."""
    taken = [(cpu_ms(ours, turn), cpu_ms(peer, turn)) for turn in range(turns + 1)][1:]
    return Pair(median(mine for mine, _ in taken), median(theirs for _, theirs in taken))


def processes_in_turn(ours: Sequence[str], peer: Sequence[str], turns: int) -> Pair:
    """Median CPU milliseconds of two whole processes, start and end among it."""
    taken = [(process_ms(ours), process_ms(peer)) for _ in range(turns + 1)][1:]
    return Pair(median(mine for mine, _ in taken), median(theirs for _, theirs in taken))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two medians."""

    ours: float
    peer: float


def cpu_ms(job: Callable[[int], object], turn: int) -> float:
    """CPU milliseconds of one turn."""
    start = time.process_time()
    job(turn)
    return 1000 * (time.process_time() - start)


def percentile_99(job: Callable[[int], object], turns: int) -> float:
    """What 99 of 100 turns stay under, in CPU milliseconds."""
    return quantiles((cpu_ms(job, turn) for turn in range(turns)), n=100)[-1]


def process_ms(command: Sequence[str]) -> float:
    """CPU milliseconds of a Python process that finds its modules compiled, as those of an installed program are."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def peak_mb(command: Sequence[str], folder: Path) -> float:
    """The largest memory of a Python process."""
    report = folder / "peak.txt"
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[2:], check=True); "
        "open(sys.argv[1], 'w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))"
    )
    _run(["-c", code, str(report), sys.executable, *command])
    return int(report.read_text(encoding="ascii")) / 1024


def _run(command: Sequence[str]) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *command], check=True, env=environment)
