"""Power cuts replayed: a recorded stream of writes is cut anywhere, and what was not synced survives sector by sector."""

from __future__ import annotations

import random
import struct
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from models.store.datafile import DataFile
from tests.torture.workload import days, faults, use

if TYPE_CHECKING:
    from pathlib import Path

WATCHED = "power"
ACK = "ack"
SECTOR = 512


class Op(NamedTuple):
    """One recorded operation."""

    kind: str
    name: str
    offset: int
    data: bytes


def record(folder: Path, changes: int, control: str) -> None:
    """Work on the watched disk; each change is noted when it is said to be stored."""
    use(control)
    with (folder / ACK).open("ab", buffering=0) as ack, DataFile.open(folder / "a.yinfa") as file:
        for head in days(file, random.Random(3), changes):
            ack.write(b"%8d" % head.seq)


def cut(folder: Path, log: Path, cuts: int) -> dict[str, int]:
    """Cut so often; the files in `folder` are those from before the recording."""
    start = {f.name: f.read_bytes() for f in folder.iterdir()}
    ops, chance = read_log(log), random.Random(5)
    told = {"cuts": cuts, "broken": 0, "operations": len(ops)}
    told["syncs"] = sum(op.kind == "S" and not op.name.startswith(".~") for op in ops)
    place = folder.parent / "cut"
    for _ in range(cuts):
        disk = Disk({name: bytearray(data) for name, data in start.items()})
        for op in ops[: chance.randint(0, len(ops))]:
            disk.do(op)
        disk.lose_power(chance)
        _lay(disk.files, place)
        told["broken"] += bool(faults(place / "a.yinfa", disk.promised))
    return told


def read_log(log: Path) -> list[Op]:
    """The operations in their order."""
    data, at, ops = log.read_bytes(), 0, list[Op]()
    while at < len(data):
        kind, size = struct.unpack_from("<cI", data, at)
        name = data[at + 5 : at + 5 + size].decode()
        at += 5 + size
        offset, length = struct.unpack_from("<qq", data, at)
        at += 16
        ops.append(Op(kind.decode(), name, offset, data[at : at + length]))
        at += length
    return ops


@dataclass
class Disk:
    """Files as they are for certain, and what may or may not have reached them yet."""

    files: dict[str, bytearray]
    pending: dict[str, list[Op]] = field(default_factory=dict[str, list[Op]])
    fresh: set[str] = field(default_factory=set[str])
    gone: dict[str, bytearray] = field(default_factory=dict[str, bytearray])
    promised: int = 0

    def do(self, op: Op) -> None:
        """Take one operation."""
        if op.name == ACK:
            self.promised = int(op.data) if op.kind == "W" else self.promised
        elif op.kind == "C" and op.name not in self.files:
            self.files[op.name] = bytearray()
            self.fresh.add(op.name)
        elif op.kind in "WT":
            self.pending.setdefault(op.name, []).append(op)
        elif op.kind == "S":
            for late in self.pending.pop(op.name, []):
                _apply(self.files.setdefault(op.name, bytearray()), late)
        elif op.kind == "D":
            self.fresh.clear()
            self.gone.clear()
        elif op.kind == "U":
            self.gone[op.name] = self.files.pop(op.name, bytearray())
            self.pending.pop(op.name, None)

    def lose_power(self, chance: random.Random) -> None:
        """Of what was not synced some sectors arrive; names not synced come and go."""
        share = chance.choice([0, 0.1, 0.5, 0.9, 1])
        for name, ops in self.pending.items():
            for op in ops:
                for part in _sectors(op):
                    if chance.random() < share:
                        _apply(self.files.setdefault(name, bytearray()), part)
        if chance.random() < 0.5:
            for name in self.fresh:
                self.files.pop(name, None)
        if chance.random() < 0.5:
            self.files |= {name: data for name, data in self.gone.items() if name not in self.files}


def _apply(data: bytearray, op: Op) -> None:
    if op.kind == "T":
        del data[op.offset :]
        return
    data.extend(bytes(max(0, op.offset + len(op.data) - len(data))))
    data[op.offset : op.offset + len(op.data)] = op.data


def _sectors(op: Op) -> list[Op]:
    if op.kind == "T":
        return [op]
    ends = range(op.offset - op.offset % SECTOR + SECTOR, op.offset + len(op.data) + SECTOR, SECTOR)
    cuts = [op.offset, *(min(end, op.offset + len(op.data)) for end in ends)]
    return [
        op._replace(offset=a, data=op.data[a - op.offset : b - op.offset])
        for a, b in pairwise(cuts)
    ]


def _lay(files: dict[str, bytearray], place: Path) -> None:
    place.mkdir(exist_ok=True)
    for left in place.iterdir():
        left.unlink()
    for name, data in files.items():
        if not name.startswith(".~"):
            (place / name).write_bytes(data)
