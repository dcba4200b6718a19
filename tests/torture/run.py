"""All rounds of every torture, and their figures in the README: `python -m tests.torture.run [a share, such as 0.1]`."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture import shim, tortures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.torture.tortures import Told

README = tortures.ROOT / "README.md"
TABLE = re.compile(r"(?<=<!-- torture -->\n).*?(?=<!-- end -->)", re.DOTALL)
DISK = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Torture:
    """One line of the table."""

    words: str
    work: Callable[[Path, int], Told]
    rounds: int
    holds: Callable[[Told], bool]


def none_of(*names: str) -> Callable[[Told], bool]:
    """Nothing was counted under these names."""
    return lambda told: not any(told[name] for name in names)


def at_least(name: str, share: float, of: str = "") -> Callable[[Told], bool]:
    """For a control: so much was counted."""
    return lambda told: told[name] >= share * (told[of] if of else 1)


def simply(what: str, control: str = "") -> Callable[[Path, int], Told]:
    """One that needs no failing disk."""
    return lambda folder, rounds: tortures.run(what, folder, rounds, control)


def cut(control: str = "") -> Callable[[Path, int], Told]:
    """Power cuts."""
    return lambda folder, rounds: tortures.cut_power(folder, rounds, control, 40)


def all_of(*conditions: Callable[[Told], bool]) -> Callable[[Told], bool]:
    """All of these."""
    return lambda told: all(condition(told) for condition in conditions)


def at_most(name: str, most: float) -> Callable[[Told], bool]:
    """No more than that."""
    return lambda told: told[name] <= most


LOSSES = tuple(
    f"lost in the {way}" for way in ("data file", "history", "Word file", "PDF", "reading")
)
ALL = (
    Torture("kill -9 while changing", simply("kill"), 400, none_of("broken")),
    Torture("· control: no journal", simply("kill", "no journal"), 200, at_least("broken", 10)),
    Torture("power cut", cut(), 3000, none_of("broken")),
    Torture("· control: no syncs", cut("no sync"), 500, at_least("broken", 0.3, "cuts")),
    Torture("EIO or ENOSPC at a call", tortures.sweep, 400, none_of("damaged", "misnamed")),
    Torture(
        "· control: no journal",
        lambda folder, most: tortures.sweep(folder, most, "no journal"),
        50,
        at_least("damaged", 10),
    ),
    Torture(
        "full disk, then room",
        simply("fill"),
        12,
        all_of(
            none_of("broken", "unreadable"),
            at_least("told", 1, "restarts"),
            at_least("more with room", 1),
        ),
    ),
    Torture(
        "a second program",
        simply("meet"),
        200,
        all_of(
            none_of("let in", "nameless"), at_most("slowest s", 2.5), at_most("free after s", 1)
        ),
    ),
    Torture("· control: no lock", simply("meet", "no lock"), 20, at_least("let in", 1, "tries")),
    Torture(
        "backup at work, restored", simply("back up"), 100, none_of("broken", "restored otherwise")
    ),
    Torture("· control: plain copies", simply("copy"), 100, at_least("broken", 10)),
    Torture("one byte flipped", simply("flip"), 1000, none_of("missed", "backups missed")),
    Torture(
        "garbage page, salvaged",
        simply("salvage"),
        60,
        all_of(none_of("not told"), at_least("mean", 0.99)),
    ),
    Torture("· control: read as if whole", simply("salvage", "plainly"), 60, at_most("mean", 0.9)),
    Torture("history changed by force", simply("tamper"), 50, none_of("missed")),
    Torture("clock jumps", simply("jump"), 200, none_of("out of order", "faults")),
    Torture("killed while typing", simply("type"), 100, at_most("most lost s", 2)),
    Torture(
        "· control: stored at pauses", simply("type", "plainly"), 10, at_least("most lost s", 2)
    ),
    Torture("export killed", simply("export"), 200, none_of("broken", "left behind")),
    Torture(
        "· control: written in place", simply("export", "plainly"), 200, at_least("broken", 100)
    ),
    Torture(
        "titles as file names",
        simply("name"),
        5000,
        none_of("illegal", "changed again", "not made"),
    ),
    Torture("· control: as they are", simply("name", "plainly"), 500, at_least("illegal", 100)),
    Torture("texts through five ways", simply("carry"), 3000, none_of(*LOSSES)),
    Torture("· control: in GB 2312", simply("carry", "plainly"), 100, at_least(LOSSES[0], 10)),
    Torture("all operations in any order", simply("order"), 2000, none_of("faults")),
    Torture("· control: rows left behind", simply("order", "plainly"), 200, at_least("faults", 1)),
)


def main(share: float) -> int:
    """Do all, print and keep the table; 1 where a promise did not hold."""
    if why := shim.why_not():
        sys.exit(why)
    lines, failed = list[str](), 0
    for torture, told, holds in _do_all(share):
        failed += not holds
        lines.append(f"| {torture.words} | {_figures(told)} | {'yes' if holds else '**no**'} |")
        sys.stdout.write(lines[-1] + "\n")
        sys.stdout.flush()
    if share == 1:
        _write(lines)
    return int(failed > 0)


def _do_all(share: float) -> Iterator[tuple[Torture, Told, bool]]:
    for torture in ALL:
        with tempfile.TemporaryDirectory(dir=DISK if DISK.exists() else None) as folder:
            start = time.monotonic()
            told = torture.work(Path(folder), max(1, round(torture.rounds * share)))
            told["s"] = round(time.monotonic() - start)
        yield torture, told, torture.holds(told)


def _figures(told: Told) -> str:
    return ", ".join(f"{name} {_short(value)}" for name, value in told.items())


def _short(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _write(lines: list[str]) -> None:
    head = (
        f"Last full run: {datetime.now():%Y-%m-%d}.\n\n| fault | counted | holds |\n|---|---|---|\n"
    )
    text = README.read_text(encoding="utf-8")
    README.write_text(TABLE.sub(lambda _: head + "\n".join(lines) + "\n", text), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1))
