"""Building and using `shim.c`, where there is a compiler."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")


def why_not() -> str:
    """Why this machine cannot use it; empty where it can."""
    if os.name != "posix" or not hasattr(os, "fork"):
        return "no LD_PRELOAD here"
    return "" if shutil.which("gcc") else "no gcc to build the failing disk"


def build(folder: Path) -> Path:
    """The library."""
    made = folder / "shim.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-w", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return made


def environment(library: Path, watched: str, log: Path | None = None) -> dict[str, str]:
    """The environment of a process whose files with `watched` in their path are on that disk."""
    told = {"LD_PRELOAD": str(library), "SHIM_PATH": watched}
    return os.environ | told | ({"SHIM_LOG": str(log)} if log else {})


def plan(at: int, error: int, *, ever: bool) -> None:
    """Let the operation number `at` of this process fail, or all from it on."""
    ctypes.CDLL(None).shim_plan(ctypes.c_long(at), error, int(ever))


def done() -> int:
    """How many operations this process has made since the plan."""
    return ctypes.CDLL(None).shim_count()
