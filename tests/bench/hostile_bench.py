"""How fast, and with how little memory, hostile files are refused: `python -m tests.bench.hostile_bench`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.hostile import HOSTILE

MOST_SECONDS, MOST_MEGABYTES = 3.0, 512.0


def main() -> int:
    """Try each in a process of its own and print a table; 1 where one is let in, or takes too much."""
    is_bad = False
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write("| file | KB | refused in s | MB | why |\n|---|---|---|---|---|\n")
        for name, make in HOSTILE.items():
            path = Path(folder) / name
            path.write_bytes(make())
            said, seconds, megabytes = _tried(path)
            is_bad |= not said or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES
            size = path.stat().st_size / 1024
            sys.stdout.write(
                f"| {name} | {size:.0f} | {seconds:.2f} | {megabytes:.0f} | {said[:40]} |\n"
            )
    return int(is_bad)


def _tried(path: Path) -> tuple[str, float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.hostile_one", str(path)],
        capture_output=True,
        check=True,
    )
    said, seconds, megabytes = json.loads(done.stdout)
    return said, seconds, megabytes


if __name__ == "__main__":
    sys.exit(main())
