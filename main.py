"""印发 (Yinfa): a batch job without a window, or the window."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from models.errors import UserError
from models.reading.doors import OPEN_APART
from ui.console.arguments import COMMANDS, batch_arguments, window_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, WORLDS_FAULT = 0, 1


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; the exit status. Wrong usage ends the program with 2."""
    if arguments and arguments[0] == OPEN_APART:
        from models.reading.doors.serve import serve

        return serve(arguments[1:])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if arguments and arguments[0] in COMMANDS:
            return _do_batch_job(arguments)
        return _open_window(arguments)
    except UserError as error:
        print(error, file=sys.stderr)
        return WORLDS_FAULT


def _do_batch_job(arguments: Sequence[str]) -> int:
    asked = batch_arguments(arguments)
    try:
        status = asked.does(asked)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads along, as `head` does, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def _open_window(arguments: Sequence[str]) -> int:
    asked = window_parser().parse_args(arguments)
    from ui.application import run  # a batch job loads nothing of Qt

    return run(asked.data, asked.close_after)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
