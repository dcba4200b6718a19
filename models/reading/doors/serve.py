"""The process that opens one file of strangers: bytes come in, an answer as JSON goes out, and it is over."""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import asdict
from typing import TYPE_CHECKING

from models.reading.doors.limits import limit_this_process
from models.reading.doors.refusals import Refused, dangerous

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.reading.doors.opened import Opened

MEMORY = 512 * 1024 * 1024  # bytes
CPU_SECONDS = 2
_STDIN, _STDOUT, _STDERR = 0, 1, 2


def serve(arguments: Sequence[str]) -> int:
    """Open what comes in by the door and under the name in `arguments`; 1 and no answer where a fault of ours ended it."""
    try:
        _answer(*arguments)
    except Exception:  # noqa: BLE001 - a program without a console would show a window, and wait for a click
        os.write(_STDERR, traceback.format_exc().encode(errors="replace"))
        return 1
    return 0


def _answer(door: str, name: str) -> None:
    limit_this_process(MEMORY, CPU_SECONDS)
    # a program without a console has no sys.stdin, but it has the pipe
    with os.fdopen(_STDIN, "rb", closefd=False) as source:
        data = source.read()
    answer = json.dumps(answer_of(door, data, name)).encode("ascii")
    with os.fdopen(_STDOUT, "wb", closefd=False) as target:
        target.write(answer)


def answer_of(door: str, data: bytes, name: str) -> dict[str, object]:
    """What the door hands on, or its refusal."""
    try:
        return asdict(_open(door, data, name))
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": str(dangerous(name, "需要的内存过多"))}


def _open(door: str, data: bytes, name: str) -> Opened:
    match door:
        case "pdf":
            from models.reading.doors.pdf import open_pdf

            return open_pdf(data, name)
        case "ofd":
            from models.reading.doors.ofd import open_ofd
            from models.reading.doors.package import Package

            return open_ofd(Package(data, name))
        case "old_word":
            from models.reading.doors.old_word import open_old_word

            return open_old_word(data, name)
        case _:
            from models.reading.doors.web import open_web

            return open_web(data, name)


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:]))
