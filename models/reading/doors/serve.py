"""The process that opens one file of strangers: bytes come in, an answer as JSON goes out, and it is over."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from models.reading.doors.limits import limit_this_process
from models.reading.doors.refusals import Refused, dangerous

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.reading.doors.opened import Opened

MEMORY = 512 * 1024 * 1024  # bytes
CPU_SECONDS = 2
_STDIN, _STDOUT = 0, 1


def serve(arguments: Sequence[str]) -> int:
    """Open what comes in by the door and under the name in `arguments`. Other faults end it without an answer."""
    door, name = arguments
    limit_this_process(MEMORY, CPU_SECONDS)
    # a program without a console has no sys.stdin, but it has the pipe
    with os.fdopen(_STDIN, "rb", closefd=False) as source:
        data = source.read()
    answer = json.dumps(answer_of(door, data, name)).encode("ascii")
    with os.fdopen(_STDOUT, "wb", closefd=False) as target:
        target.write(answer)
    return 0


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
        case "old_word":
            from models.reading.doors.old_word import open_old_word

            return open_old_word(data, name)
        case _:
            from models.reading.doors.web import open_web

            return open_web(data, name)


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:]))
