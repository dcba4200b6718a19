"""Each torture as a function of its number of rounds; the tests run a share of it, `make torture` all of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.torture import errors, power, shim
from tests.torture.workload import make

ROOT = Path(__file__).parent.parent.parent
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}  # unless the environment says another
Told = dict[str, Any]


def run(what: str, folder: Path, number: int, control: str = "") -> Told:
    """One that needs no failing disk, in a process of its own."""
    return _host(what, folder, number, control)


def sweep(folder: Path, most: int, control: str = "") -> Told:
    """Let every operation of the disk fail, at most so many a way."""
    library = shim.build(folder)
    env = shim.environment(library, f"/{errors.WATCHED}/")
    return _host("sweep", folder, most, control, env=env)


def cut_power(folder: Path, cuts: int, control: str = "", changes: int = 25) -> Told:
    """Replay so many power cuts of one recorded stream of writes."""
    library, log, disk = shim.build(folder), folder / "log", folder / power.WATCHED
    disk.mkdir()
    make(disk / "a.yinfa")
    before = shutil.copytree(disk, folder / "before")
    env = shim.environment(library, f"/{power.WATCHED}", log)
    _host("record", disk, changes, control, env=env)
    told = power.cut(before, log, cuts)
    return {**told, "syncs a change": round(told["syncs"] / changes, 1)}


def _host(
    what: str, folder: Path, number: int, control: str = "", env: dict[str, str] | None = None
) -> Told:
    command = [sys.executable, "-m", "tests.torture.host", what, str(folder), str(number), control]
    done = subprocess.run(
        command, cwd=ROOT, env=NO_SCREEN | (env or os.environ), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
