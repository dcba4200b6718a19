"""Hold the floors of coverage: a folder's share of lines and branches, and a ratchet for each file.

    python tests/floors/coverage_floors.py [--tighten]

Reads the `coverage.json` of the last test run. `coverage.txt` holds how many lines and branches of each file no test goes
through; they may not grow by more than `PLAY`, and a file without a line there may not fall below its folder's floor. They
are counted, not shares, so that who shortens a file is not punished. `--tighten` writes the file anew, downwards only; who
must go up edits the line by hand, where a reviewer sees it.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RATCHET = Path(__file__).parent / "coverage.txt"
FLOORS = {"models": 97.0, "exports": 97.0, "ui": 85.0}
PLAY = 3  # lines and branches that a thread, a timer or a tool of the machine takes in one run and leaves in the next


@dataclass(frozen=True, slots=True)
class Share:
    """How many lines and branches of a file there are, and how many the tests went through."""

    covered: int
    of: int

    @property
    def missed(self) -> int:
        """What no test goes through."""
        return self.of - self.covered

    @property
    def percent(self) -> float:
        """Rounded down, so that nothing is promised that was not reached."""
        return math.floor(10000 * self.covered / self.of) / 100 if self.of else 100.0

    def __add__(self, other: Share) -> Share:
        """Both together."""
        return Share(self.covered + other.covered, self.of + other.of)


Shares = Mapping[str, Share]
Ratchet = Mapping[str, int]


def main(arguments: list[str]) -> str | None:
    """Compare or tighten; what is wrong, for `sys.exit`."""
    shares = read_shares((ROOT / "coverage.json").read_text(encoding="utf-8"))
    ratchet = read_ratchet(RATCHET.read_text(encoding="utf-8"))
    if arguments == ["--tighten"]:
        RATCHET.write_text(tightened(shares, ratchet), encoding="utf-8", newline="\n")
        return None
    sys.stdout.write("".join(f"{line}\n" for line in report(shares)))
    return "\n".join(complaints(shares, ratchet)) or None


def read_shares(report: str) -> dict[str, Share]:
    """The share of each file that a floor is held for, from the JSON report of coverage."""
    files = {name.replace("\\", "/"): file for name, file in json.loads(report)["files"].items()}
    return {
        name: Share(
            file["summary"]["covered_lines"] + file["summary"].get("covered_branches", 0),
            file["summary"]["num_statements"] + file["summary"].get("num_branches", 0),
        )
        for name, file in sorted(files.items())
        if name.split("/")[0] in FLOORS
    }


def read_ratchet(text: str) -> dict[str, int]:
    """Lines of `missed path`."""
    pairs = (line.split(maxsplit=1) for line in text.splitlines())
    return {name: int(missed) for missed, name in pairs}


def tightened(shares: Shares, ratchet: Ratchet) -> str:
    """The ratchet after this run: files that are gone are dropped, no number grows."""
    return "".join(
        f"{min(share.missed, ratchet.get(name, share.missed)):3} {name}\n"
        for name, share in sorted(shares.items())
    )


def report(shares: Shares) -> Iterator[str]:
    """A line for each folder."""
    for folder, floor in FLOORS.items():
        yield f"{folder + '/':10}{_sum_of(folder, shares).percent:6.2f} % of lines and branches, floor {floor:g} %"


def complaints(shares: Shares, ratchet: Ratchet) -> Iterator[str]:
    """What fell below its floor."""
    for folder, floor in FLOORS.items():
        if (percent := _sum_of(folder, shares).percent) < floor:
            yield f"{folder}/ is covered to {percent:.2f} %, its floor is {floor:g} %"
    for name, share in shares.items():
        floor = FLOORS[name.split("/")[0]]
        if name not in ratchet and share.percent < floor:
            yield f"{name} is covered to {share.percent:.2f} %, its floor is {floor:.2f} %"
        if share.missed > ratchet.get(name, share.missed) + PLAY:
            yield f"{name} has {share.missed} lines and branches without a test, not {ratchet[name]} as before"


def _sum_of(folder: str, shares: Shares) -> Share:
    mine = (share for name, share in shares.items() if name.startswith(f"{folder}/"))
    return sum(mine, Share(0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
