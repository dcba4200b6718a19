"""Taking in replies against python-docx only reading them: `python -m tests.bench.replies_bench`."""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

from exports.papers.notice import compose
from exports.typeset.fonts import FontBook
from models.notice import Level, Notice, Paragraph
from models.office import Office
from models.replies.collecting import Call, Collected, collect
from models.replies.matching.decide import matcher_for
from models.store.datafile import DataFile
from models.store.replies import Arrival, ReplyRepository
from models.unit import Purpose
from tests.bench.harness import Row, cpu_ms, in_turn, table
from tests.bench.peers import word_by_runs
from tests.samples.make_units import sample_roster
from tests.support.replies import MATTERS, WORKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.unit import Roster

FILES, TURNS = 500, 3
OFFICE = Office("天津市人事局", issuing_office="天津市人事局办公室")


def main() -> None:
    """Measure everything and print the table."""
    sample = sample_roster()
    units = tuple(replace(unit, id=at) for at, unit in enumerate(sample.units, 1))
    with tempfile.TemporaryDirectory() as folder:
        rows = taking_in(replace(sample, units=units), Path(folder))
    sys.stdout.write("\n".join(table(rows)) + "\n")


def taking_in(roster: Roster, folder: Path) -> list[Row]:
    """500 Word files of three pages as python-docx makes them: found, read, matched; then kept and indexed too."""
    asked = [u.id or 0 for u in roster.units if _is_asked(roster, u.category)]
    files = folder / "报送"
    files.mkdir()
    fonts = FontBook()
    for at in range(FILES):
        write_reply(files, roster.units[at % len(asked)].name, at, fonts)
    call = Call(1, matcher_for(roster, asked, OFFICE), datetime(2007, 1, 26))

    def ours(_: int) -> object:
        found: list[int] = []
        collect([files], call, lambda batch: found.append(len(batch)))
        return found

    def kept(turn: int) -> object:
        with DataFile.create(folder / f"{turn}.yinfa") as file:
            repository = ReplyRepository(file)

            def keep(batch: Sequence[Collected]) -> None:
                arrivals = [Arrival(one.reply, one.content) for one in batch if one.reply]
                repository.take_in(arrivals)

            collect([files], call, keep)
        return None

    def peer(_: int) -> object:
        return [_texts(path) for path in sorted(files.iterdir())]

    taken = in_turn(ours, peer, TURNS)
    whole = min(cpu_ms(kept, turn) for turn in range(TURNS))
    what = f"{FILES} replies found, read, matched : python-docx reading them"
    return [
        Row(what, taken.ours, taken.peer, "ms", 0.1),
        Row("the same, kept with files, history and search", whole, taken.peer, "ms", 0),
    ]


def write_reply(folder: Path, name: str, at: int, fonts: FontBook) -> None:
    """A reply of three pages as the runs of python-docx."""
    works = (WORKS[(number + at) % len(WORKS)] for number in range(26))
    notice = Notice(
        title=f"{name}关于2007年人事工作安排的意见",
        addressees="市人事局",
        body=tuple(
            Paragraph(work * 2, Level.THIRD, f"{number}.") for number, work in enumerate(works, 1)
        ),
        signatures=(name,),
        date=date(2007, 1, at % 31 + 1),
    )
    path = folder / f"{name}{MATTERS[at % len(MATTERS)]}{at}.docx"
    path.write_bytes(word_by_runs(compose(notice), fonts))


def _is_asked(roster: Roster, category: str) -> bool:
    return roster.category(category).purpose is Purpose.MAIN


def _texts(path: Path) -> list[str]:
    document = Document(io.BytesIO(path.read_bytes()))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


if __name__ == "__main__":
    main()
