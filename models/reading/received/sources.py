"""Where handed-in files lie: folders with all that is in them, and zips, which are read member by member and never unpacked."""

from __future__ import annotations

import os
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from models.errors import UserError
from models.invisible import visible
from models.reading.doors import refusals
from models.reading.doors.file_bytes import bytes_of
from models.reading.doors.package import MAX_RATIO, RATIO_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

MAX_MEGABYTES = 100
MAX_BYTES = MAX_MEGABYTES * 1_000_000  # of a file that is kept
MAX_FILES = 5_000
_DOCUMENTS = ("[Content_Types].xml", "OFD.xml", "mimetype")
_UTF8, _LOCKED = 0x800, 1
_JUNK = {"thumbs.db", "desktop.ini", ".ds_store", "__macosx"}
_OWN = (".yinfa", ".yinfa-journal")  # data files, this one among them
_JUNK_STARTS = ("~$", "._", ".~")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was handed in.

    Attributes:
        folder: Where it lay within what was handed over; a zip is a folder.
        content: Reads its bytes; raises UserError where that cannot be.
    """

    name: str
    folder: str
    content: Callable[[], bytes]


def found_in(places: Iterable[Path]) -> tuple[FoundFile, ...]:
    """All files in some folders, files and zips, in the order of their names.

    Raises:
        UserError: there are far too many.
    """
    found: list[FoundFile] = []
    for place in places:
        for one in _found_in(place):
            found.append(one)
            if len(found) > MAX_FILES:
                raise UserError(
                    f"“{place.name}”里的文件超过 {MAX_FILES} 个，不像是报送的文件。请检查是否选错了文件夹，或分几次收取。"
                )
    return tuple(found)


def _found_in(place: Path) -> Iterator[FoundFile]:
    if not place.is_dir():
        yield from _file_or_zip(place, "")
        return
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not _is_junk(name))
        within = Path(folder).relative_to(place).as_posix()
        for name in sorted(names):
            if not _is_junk(name):
                yield from _file_or_zip(Path(folder, name), "" if within == "." else within)


def _file_or_zip(path: Path, folder: str) -> Iterator[FoundFile]:
    members = _members_of(path) if path.suffix.lower() == ".zip" else ()
    for member in members:
        yield from _member(path, member, f"{folder}/{path.stem}".lstrip("/"))
    if not members:
        yield FoundFile(_shown(path.name), folder, lambda: _bytes_of(path))


def _members_of(path: Path) -> Sequence[zipfile.ZipInfo]:
    """None where it is broken, holds too many, or is a document by a wrong name: then it is one file."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except _FAULTS:
        return ()
    is_document = any(one.filename in _DOCUMENTS for one in members)
    return () if is_document or len(members) > MAX_FILES else members


def _member(path: Path, member: zipfile.ZipInfo, folder: str) -> Iterator[FoundFile]:
    parts = [one for one in PurePosixPath(_name_of(member)).parts if one not in ("/", "..", ".")]
    if member.is_dir() or not parts or any(map(_is_junk, parts)):
        return
    *folders, name = map(_shown, parts)
    yield FoundFile(name, "/".join((folder, *folders)), lambda: _read(path, member, name))


def _name_of(member: zipfile.ZipInfo) -> str:
    """Chinese programs write names in GBK and say nothing of it, those of Apple in UTF-8."""
    name = member.filename
    if not member.flag_bits & _UTF8:
        raw = name.encode("cp437", errors="replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("gb18030", errors="replace")
    return name.replace("\\", "/")


def _read(path: Path, member: zipfile.ZipInfo, name: str) -> bytes:
    """A member, unpacked into memory and no further than it says."""
    if member.flag_bits & _LOCKED:
        raise refusals.locked(name)
    if member.file_size > MAX_BYTES:
        raise refusals.too_big(name, MAX_MEGABYTES)
    if member.file_size > max(RATIO_FROM, MAX_RATIO * member.compress_size):
        raise refusals.dangerous(name, "压缩比异常")
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            return file.read()
    except _FAULTS as error:
        raise refusals.broken(name) from error


def _bytes_of(path: Path) -> bytes:
    return bytes_of(path, MAX_BYTES, refusals.too_big(path.name, MAX_MEGABYTES))


def _is_junk(name: str) -> bool:
    """What programs leave behind, and data files: nobody hands them in."""
    small = name.lower()
    return small in _JUNK or name.startswith(_JUNK_STARTS) or small.endswith(_OWN)


def _shown(name: str) -> str:
    return visible(name).replace("\n", " ").replace("\t", " ").strip() or "未命名"
