"""Zip packages (Word, OFD): looked at before anything is unpacked, and read part by part within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from models.reading.doors.refusals import broken, dangerous, locked

MAX_MEMBERS = 2_000
MAX_TOTAL = 300_000_000  # bytes, as declared
MAX_RATIO, RATIO_FROM = 200, 10_000_000  # a white picture shrinks as much, but is smaller
MAX_TAKEN = 64_000_000  # bytes of all parts that are read
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)  # fmt: skip


class Package:
    """A checked zip file; nothing of it ever reaches the disk.

    Raises:
        Refused: it is broken, locked, or would unpack to more than a document can be.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.file_name, self._taken = name, 0
        if data.count(_ENTRY) > MAX_MEMBERS:  # zipfile would make an object of each first
            raise dangerous(name, "里面的文件太多")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise broken(name) from error
        self._parts = self._checked()

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        parts: dict[str, zipfile.ZipInfo] = {}
        for part in self._zip.infolist():
            if part.flag_bits & 1:
                raise locked(self.file_name)
            if part.compress_type not in _METHODS:
                raise broken(self.file_name)
            key = part.filename.replace("\\", "/").lstrip("/").lower()
            if key in parts:
                raise dangerous(self.file_name, "里面有重名的文件")
            if part.file_size > max(RATIO_FROM, MAX_RATIO * part.compress_size):
                raise dangerous(self.file_name, "压缩比异常")
            parts[key] = part
        if sum(part.file_size for part in parts.values()) > MAX_TOTAL:
            raise dangerous(self.file_name, "解压后过大")
        return parts

    def __contains__(self, part: str) -> bool:
        """Whether it holds a part; names of parts do not mind the case."""
        return part.lower() in self._parts

    def names(self) -> list[str]:
        """All parts, in small letters."""
        return list(self._parts)

    def read(self, part: str) -> bytes:
        """A part, unpacked; nothing where it is not there.

        Raises:
            Refused: it is larger than a text can be, or broken.
        """
        info = self._parts.get(part.lower())
        if info is None:
            return b""
        self._taken += info.file_size
        if self._taken > MAX_TAKEN:
            raise dangerous(self.file_name, "解压后过大")
        try:
            with self._zip.open(info) as member:
                return member.read(
                    info.file_size + 1
                )  # ZipFile.read() would unpack past a size that lies
        except (*_FAULTS, RuntimeError) as error:
            raise broken(self.file_name) from error
