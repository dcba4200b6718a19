"""Doors whose library could hang or fill the memory: they open in a process of their own, which is ended if it does."""

from __future__ import annotations

import errno
import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

from models.errors import UserError
from models.reading.doors import OPEN_APART
from models.reading.doors.opened import Opened
from models.reading.doors.refusals import Refused, broken, too_slow

logger = logging.getLogger(__name__)

SECONDS = 10.0
"""Of waiting; its own limit of processor time ends a busy process long before."""

_ROOT = Path(__file__).parents[3]
_MODULE = "models.reading.doors.serve"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ENDED_FOR_TIME = (-24, 1816)  # SIGXCPU, ERROR_NOT_ENOUGH_QUOTA
_ENDED_FOR_MEMORY = -9  # SIGKILL: nobody but the system that has run out of memory sends it
_OUR_FAULT = 1  # how Python ends by an exception
_NO_MEMORY, _NO_PAGES = (errno.ENOMEM, errno.EAGAIN), 1455  # ERROR_COMMITMENT_LIMIT
_MOST_TOLD = 4_000  # characters of what the process said of its fault


def open_apart(door: str, data: bytes, name: str, seconds: float = SECONDS) -> Opened:
    """What `door` says in another process.

    Raises:
        Refused: the door's own word; or the process ended, or had to be ended, without one.
        UserError: the machine has no memory for another process.
    """
    try:
        done = subprocess.run(
            [*_program(), door, name],
            input=data,
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT if _ROOT.is_dir() else None,
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_slow(name) from error
    except OSError as error:
        if error.errno in _NO_MEMORY or getattr(error, "winerror", 0) == _NO_PAGES:
            raise _no_memory() from error
        raise
    if done.returncode == _ENDED_FOR_MEMORY:
        raise _no_memory()
    if done.returncode in _ENDED_FOR_TIME:
        raise too_slow(name)
    if done.returncode == _OUR_FAULT:
        told = done.stderr.decode("utf-8", errors="replace")[-_MOST_TOLD:]
        logger.error("The door %s failed:\n%s", door, told)
    return _opened(done.stdout, name)


def _no_memory() -> UserError:
    return UserError("内存不足，打不开这个文件。请关闭一些程序后再试。")


def _program() -> list[str]:
    """This program itself where it is frozen, else Python and the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, OPEN_APART]
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
