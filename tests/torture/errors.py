"""Every write, sync, truncate and unlink fails once, or from then on: the data stays whole and the cause is named."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from models.store.datafile import DataFile
from models.store.refusals import DiskFault, DiskFull
from tests.torture import shim
from tests.torture.workload import days, faults, make, read_bytes, use

if TYPE_CHECKING:
    from pathlib import Path

WATCHED = "sweep"
CHANGES = 5
NAMES = {errno.EIO: DiskFault.__name__, errno.ENOSPC: DiskFull.__name__}


class Run(NamedTuple):
    """What a worker on the failing disk said before it ended: the last change it was promised, and its error by name."""

    promised: int
    operations: int
    error: str


def sweep(folder: Path, most: int, control: str) -> dict[str, object]:
    """Let each operation fail in each way, up to `most` runs a way, spread evenly over the work."""
    base, told = folder / "base.yinfa", Counter[str]()
    make(base)
    first = _run(base, folder, (-1, 0, False), control)
    step = max(1, first.operations // most)
    for error in (errno.EIO, errno.ENOSPC):
        for ever in (False, True):
            for at in range(1, first.operations + 1, step):
                run = _run(base, folder, (at, error, ever), control)
                told["runs"] += 1
                told["raised"] += bool(run.error)
                told["damaged"] += bool(faults(folder / WATCHED / "a.yinfa", run.promised))
                told["misnamed"] += bool(run.error) and run.error != NAMES[error]
                told[f"{errno.errorcode[error]} told"] += bool(run.error)
    return {"operations": first.operations, **told}


def _run(base: Path, folder: Path, plan: tuple[int, int, bool], control: str) -> Run:
    work = folder / WATCHED
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    path = work / "a.yinfa"
    shutil.copy(base, path)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _work(path, writer, plan, control)
    os.close(writer)
    said = read_bytes(reader)
    os.close(reader)
    os.waitpid(child, 0)
    return Run(*json.loads(said))


def _work(path: Path, writer: int, plan: tuple[int, int, bool], control: str) -> None:
    promised, error = 0, ""
    at, number, ever = plan
    shim.plan(at, number, ever=ever)
    try:
        use(control)
        with DataFile.open(path) as file:
            for head in days(file, random.Random(2), CHANGES):
                promised = head.seq
    except BaseException as fault:  # noqa: BLE001 - told to the parent
        error = type(fault).__name__
    operations = shim.done()
    shim.plan(-1, 0, ever=False)
    os.write(writer, json.dumps([promised, operations, error]).encode())
    os._exit(0)
