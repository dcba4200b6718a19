"""Doors whose library could hang or fill the memory: they open in a process of their own, which is ended if it does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from models.errors import UserError
from models.reading.doors.opened import Opened
from models.reading.doors.refusals import Refused, broken, too_slow

COMMAND = "open-apart"
"""What the finished program is called with when it starts itself as such a process."""

SECONDS = 10.0
"""Of waiting; its own limit of processor time ends a busy process long before."""

_ROOT = Path(__file__).parents[3]
_MODULE = "models.reading.doors.serve"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ENDED_FOR_TIME = (-24, -9, 1816)  # SIGXCPU, SIGKILL, ERROR_NOT_ENOUGH_QUOTA


def open_apart(door: str, data: bytes, name: str, seconds: float = SECONDS) -> Opened:
    """What `door` says in another process.

    Raises:
        Refused: the door's own word; or the process ended, or had to be ended, without one.
    """
    try:
        done = subprocess.run(
            [*_program(), door, name],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            cwd=_ROOT if _ROOT.is_dir() else None,
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_slow(name) from error
    except OSError as error:
        raise UserError("内存不足，打不开这个文件。请关闭一些程序后再试。") from error
    if done.returncode in _ENDED_FOR_TIME:
        raise too_slow(name)
    return _opened(done.stdout, name)


def _program() -> list[str]:
    """This program itself where it is frozen, else Python and the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    return [sys.executable, "-m", _MODULE]


def _opened(answer: bytes, name: str) -> Opened:
    try:
        said: Any = json.loads(answer)
    except ValueError as error:
        raise broken(name) from error
    match said:
        case {"refused": str(sentence)}:
            raise Refused(sentence)
        case {"text": str(text), "furniture": [*furniture], "unread": [*unread]}:
            return Opened(text, tuple(map(str, furniture)), tuple(map(str, unread)))
        case _:
            raise broken(name)
