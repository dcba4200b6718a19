"""Hold the floors of coverage: a folder's share of lines and branches, and a ratchet for each file.

    python tests/floors/coverage_floors.py [--raise]

Reads the `coverage.json` of the last test run. `coverage.txt` holds what each file has reached; a file may not fall below
its line there, and a file without a line may not fall below its folder's floor. `--raise` writes the file anew, upwards
only; who must go down edits the line by hand, where a reviewer sees it.
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


@dataclass(frozen=True, slots=True)
class Share:
    """How many lines and branches of a file there are, and how many the tests went through."""

    covered: int
    of: int

    @property
    def percent(self) -> float:
        """Rounded down, so that nothing is promised that was not reached."""
        return math.floor(10000 * self.covered / self.of) / 100 if self.of else 100.0

    def __add__(self, other: Share) -> Share:
        """Both together."""
        return Share(self.covered + other.covered, self.of + other.of)


Shares = Mapping[str, Share]
Ratchet = Mapping[str, float]


def main(arguments: list[str]) -> str | None:
    """Compare or raise; what is wrong, for `sys.exit`."""
    shares = read_shares((ROOT / "coverage.json").read_text(encoding="utf-8"))
    ratchet = read_ratchet(RATCHET.read_text(encoding="utf-8"))
    if arguments == ["--raise"]:
        RATCHET.write_text(raised(shares, ratchet), encoding="utf-8", newline="\n")
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


def read_ratchet(text: str) -> dict[str, float]:
    """Lines of `percent path`."""
    pairs = (line.split(maxsplit=1) for line in text.splitlines())
    return {name: float(percent) for percent, name in pairs}


def raised(shares: Shares, ratchet: Ratchet) -> str:
    """The ratchet after this run: files that are gone are dropped, none goes down."""
    return "".join(
        f"{max(share.percent, ratchet.get(name, 0.0)):6.2f} {name}\n"
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
        floor = ratchet.get(name, FLOORS[name.split("/")[0]])
        if share.percent < floor:
            yield f"{name} is covered to {share.percent:.2f} %, its floor is {floor:.2f} %"


def _sum_of(folder: str, shares: Shares) -> Share:
    mine = (share for name, share in shares.items() if name.startswith(f"{folder}/"))
    return sum(mine, Share(0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
