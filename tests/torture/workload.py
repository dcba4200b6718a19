"""An office at work on a data file, and the question whether all it was promised is there."""

from __future__ import annotations

import os
import random
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from models.notice import Notice, Paragraph, Piece
from models.office import Office
from models.store import database, holder
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository
from models.store.notices import NoticeRepository
from models.store.offices import OfficeRepository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.history.line import Head

SMALL_CACHE: dict[str, str | int] = {"cache_size": 16}
"""Pages leave this small cache in the middle of a transaction, so that much can go wrong."""
CONTROLS: dict[str, dict[str, str | int]] = {
    "": {},
    "no journal": {"journal_mode": "off"},
    "no sync": {"synchronous": 0},
    "no lock": {"locking_mode": "normal"},
}


def make(path: Path) -> None:
    """A data file with some documents."""
    with DataFile.create(path) as file:
        for _ in days(file, random.Random(0), 6):
            pass


def use(control: str) -> None:
    """Work as a program of its own, with its pragmas but for a small cache, or with one of them spoilt."""
    holder.SESSION = uuid.uuid4().hex
    changed = SMALL_CACHE | CONTROLS[control]
    database.PRAGMAS = tuple((name, changed.get(name, value)) for name, value in database.PRAGMAS)


def days(file: DataFile, chance: random.Random, count: int) -> Iterator[Head]:
    """So many changes, each answered when it is said to be stored."""
    notices, history = NoticeRepository(file), HistoryRepository(file)
    for _ in range(count):
        ids = [line.id for line in notices.lines()]
        if len(ids) > 3 and chance.random() < 0.2:
            notices.delete(chance.choice(ids))
        elif ids and chance.random() < 0.7:
            notices.save(_edited(notices.load(chance.choice(ids)), chance))
        elif chance.random() < 0.1:
            OfficeRepository(file).save(Office(organ=_words(chance, 6), copies=chance.randrange(9)))
        else:
            notices.save(_new(chance))
        yield history.head()


def faults(path: Path, promised: int) -> list[str]:
    """What is wrong with a file in which the change number `promised` was said to be stored."""
    try:
        found = list(faults_of_file(path))
        with DataFile.open(path) as file:
            seq = HistoryRepository(file).head().seq
    except Exception as error:  # noqa: BLE001 - a file that cannot be read in whatever way is damaged
        return [f"{type(error).__name__}: {error}"]
    return [*found, f"{seq} of {promised} changes"] if seq < promised else found


def read_bytes(fd: int) -> bytes:
    """Everything a pipe gives until it is closed."""
    found = b""
    while part := os.read(fd, 65536):
        found += part
    return found


def _new(chance: random.Random) -> Notice:
    body = tuple(Paragraph(_words(chance, 80), number=f"{n}.") for n in range(chance.randrange(30)))
    return Notice(
        "通知", f"关于{_words(chance, 8)}的通知", body=body, pieces=(Piece("附件", body[:4]),)
    )


def _edited(notice: Notice, chance: random.Random) -> Notice:
    new = Paragraph(_words(chance, 200))
    at = chance.randint(0, len(notice.body))
    return replace(
        notice, copies=chance.randrange(999), body=(*notice.body[:at], new, *notice.body[at + 1 :])
    )


def _words(chance: random.Random, count: int) -> str:
    return "".join(chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(count))
