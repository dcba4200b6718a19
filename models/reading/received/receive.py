"""Files that are handed in, one after the other: what each is, what it says, and whether it was here before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import UserError
from models.progress import no_tick
from models.reading.received.sources import found_in
from models.reading.received.words import words_of
from models.rules.secrecy import StateSecret, refuse_secret_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from models.progress import Tick
    from models.reading.received.sources import FoundFile


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was handed in.

    Attributes:
        text: What stands in it; empty where it cannot be read.
        unread: Why it could not be read, or not all of it.
        is_known: Its bytes are here already; it was not read again.
        passed: Why it is not kept: it cannot be got at, or bears the grade of a state secret.
    """

    name: str
    folder: str = ""
    content: bytes = b""
    sha256: str = ""
    text: str = ""
    unread: str = ""
    is_known: bool = False
    passed: str = ""


def receive(
    places: Iterable[Path], known: Iterable[str] = (), tick: Tick = no_tick
) -> Iterator[Received]:
    """What lies in some folders, files and zips; `known` are the sha256 of the files that are here already.

    Raises:
        UserError: there are far too many.
        Cancelled: by `tick`; what was handed on before is whole.
    """
    files, seen = found_in(places), set(known)
    for done, file in enumerate(files):
        tick(done, len(files), file.name)
        one = _received(file, seen)
        if not one.passed:
            seen.add(one.sha256)
        yield one


def _received(file: FoundFile, seen: Collection[str]) -> Received:
    try:
        content = file.content()
    except UserError as error:
        return Received(file.name, file.folder, passed=str(error))
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 in seen:
        return Received(file.name, file.folder, content, sha256, is_known=True)
    text, unread = words_of(content, file.name)
    try:
        refuse_secret_text(text)
    except StateSecret as secret:
        return Received(file.name, file.folder, passed=str(secret))
    return Received(file.name, file.folder, content, sha256, text, unread)
