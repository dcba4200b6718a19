"""Ten thousand units against other programs: `python -m tests.bench.units_bench [units]`.

Reading the table against openpyxl, keeping the roster through the gate (rows, history with all of it, digest) against a plain
executemany of the same rows with a synced commit, one changed unit against that, and what has no peer in milliseconds.
"""

from __future__ import annotations

import io
import sys
import tempfile
from contextlib import closing
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl

from exports.papers.distribution_sheet import distribution_sheet
from exports.papers.roster_sheet import roster_sheets
from exports.writers.sheet import workbook_bytes
from models.notice import Notice
from models.reading.sheets.unit_sheet import units_from
from models.reading.sheets.xlsx import read_xlsx
from models.rules.distributing import distribute
from models.rules.quantities import with_quantity
from models.store.datafile import DataFile
from models.store.distributions import DistributionRepository
from models.store.driver import driver
from models.store.rosters import RosterRepository
from models.unit import Category, Roster, Unit
from tests.bench.harness import Row, cpu_ms, in_turn, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNITS, TURNS = 10_000, 5
GROUPS = ("区县人事局", "部委办局", "集团公司", "人民团体", "大专院校")
NOTICE = Notice(title="关于某事的通知", addressees="，".join(f"各{one}" for one in GROUPS), id=1)
EACH = f"INSERT INTO unit VALUES ({', '.join('?' * 15)})"


def main(units: int) -> None:
    """Measure everything and print the table."""
    roster = _roster(units)
    data = workbook_bytes(roster_sheets(roster), "单位")
    with tempfile.TemporaryDirectory() as folder:
        rows = [reading(data), writing(roster, data), *keeping(roster, Path(folder))]
    sys.stdout.write(f"{units} units\n\n" + "\n".join(table(rows)) + "\n\n")
    sys.stdout.writelines(f"- {line}\n" for line in alone(data, roster))


def reading(data: bytes) -> Row:
    """The table as texts, then as units; openpyxl as cells only."""
    pair = in_turn(lambda _: units_from(read_xlsx(data, "")), lambda _: _peer_reads(data), TURNS)
    return Row("read the table, as units : openpyxl, as cells", pair.ours, pair.peer, "ms", 1.0)


def writing(roster: Roster, data: bytes) -> Row:
    """The roster as a table; openpyxl writes the cells of ours."""
    cells = [line.cells for sheet in read_xlsx(data, "") for line in sheet.rows]
    sheets = roster_sheets(roster)
    pair = in_turn(lambda _: workbook_bytes(sheets, ""), lambda _: _peer_writes(cells), TURNS)
    return Row("write the table : openpyxl", pair.ours, pair.peer, "ms", 0)


def keeping(roster: Roster, folder: Path) -> Iterator[Row]:
    """All of them at once, then one that changes among them."""
    plain = [_plain(unit) for unit in roster.units]
    pair = in_turn(
        lambda turn: _keep(roster, folder / f"a{turn}.yinfa"),
        lambda turn: _peer_keeps(plain, folder / f"b{turn}.db"),
        TURNS,
    )
    yield Row("keep all, with history : executemany", pair.ours, pair.peer, "ms", 0)
    with DataFile.create(folder / "one.yinfa") as file:
        kept = RosterRepository(file)
        saved = kept.save(roster)
        one = in_turn(
            lambda turn: kept.save(_changed(saved, turn)),
            lambda turn: _peer_keeps(plain, folder / f"c{turn}.db"),
            TURNS,
        )
    yield Row("change one of them : executemany of all", one.ours, one.peer, "ms", 0)


def alone(data: bytes, roster: Roster) -> Iterator[str]:
    """What no other program does."""
    made = distribute(NOTICE, roster)
    jobs: dict[str, Callable[[int], object]] = {
        "understand the table": lambda _: units_from(read_xlsx(data, "")),
        "expand and deal": lambda _: distribute(NOTICE, roster),
        "deal again after a change": lambda turn: with_quantity(made, turn, 7),
        "the distribution list as .xlsx": lambda _: workbook_bytes(
            [distribution_sheet(NOTICE, made)], ""
        ),
    }
    for name, job in jobs.items():
        yield f"{name}: {min(cpu_ms(job, turn) for turn in range(3)):.0f} ms"
    with tempfile.TemporaryDirectory() as folder, DataFile.create(Path(folder) / "a.yinfa") as file:
        lists = DistributionRepository(file)
        yield f"keep the distribution: {cpu_ms(lambda _: lists.save(made), 0):.0f} ms"
        changed = with_quantity(made, 5, 9)
        yield f"keep one changed row of it: {cpu_ms(lambda _: lists.save(changed), 0):.0f} ms"


def _roster(units: int) -> Roster:
    made = (
        Unit(
            f"第{number}单位人事处",
            GROUPS[number % len(GROUPS)],
            (f"{number}处",),
            box=f"{number:05d}",
            address=f"示范路{number}号",
            postcode=f"{300000 + number % 999:06d}",
            phone=f"022-{number:08d}",
        )
        for number in range(units)
    )
    return Roster(tuple(Category(one) for one in GROUPS), tuple(made))


def _changed(roster: Roster, turn: int) -> Roster:
    at = len(roster.units) // 2
    unit = replace(roster.units[at], phone=f"022-{turn}")
    return replace(roster, units=(*roster.units[:at], unit, *roster.units[at + 1 :]))


def _keep(roster: Roster, path: Path) -> None:
    with DataFile.create(path) as file:
        RosterRepository(file).save(roster)


def _plain(unit: Unit) -> tuple[object, ...]:
    parts: tuple[object, ...] = astuple(unit)
    return tuple(part if part is None else str(part) for part in parts[:15])


def _peer_keeps(rows: list[tuple[object, ...]], path: Path) -> None:
    with closing(driver.connect(path)) as connection:
        names = ", ".join(f"c{at}" for at in range(15))
        connection.execute(f"CREATE TABLE unit ({names})")
        connection.executemany(EACH, rows)
        connection.commit()


def _peer_reads(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheet: Any = book.worksheets[0]
    sheet.reset_dimensions()
    return sum(1 for _ in sheet.iter_rows(values_only=True))


def _peer_writes(cells: list[tuple[str, ...]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("单位")
    for row in cells:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else UNITS)
