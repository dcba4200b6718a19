"""Reading against other programs and against its own limits: `python -m tests.bench.reading_bench`."""

from __future__ import annotations

import io
import sys
from dataclasses import replace

from docx import Document

import resources
from exports.papers.notice import compose
from exports.typeset.fonts import FontBook
from models.reading.doors.door import open_bytes
from models.reading.files import read_file
from models.reading.understand import read_text
from tests.bench.harness import Row, cpu_ms, in_turn, table
from tests.bench.peers import word_by_runs

FILES, TURNS = 500, 3
MOST_MS = 20.0  # of a document of 6,000 characters
LONG = 1_000_000


def main() -> None:
    """Measure everything and print the table."""
    sys.stdout.write("\n".join(table([words(), understanding(), growing()])) + "\n")


def words() -> Row:
    """500 Word files as python-docx makes them, each with a title of its own: to text, paragraphs and tables."""
    notice, fonts = read_file(resources.SAMPLE).notice, FontBook()
    titles = (replace(notice, title=f"{notice.title}{at}") for at in range(FILES))
    files = [word_by_runs(compose(one), fonts) for one in titles]

    def ours(_: int) -> object:
        return [open_bytes(data, "文.docx") for data in files]

    def peer(_: int) -> object:
        return [_texts(data) for data in files]

    taken = in_turn(ours, peer, TURNS)
    return Row("500 Word files to text : python-docx", taken.ours, taken.peer, "ms", 0.1)


def _texts(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def understanding() -> Row:
    """The sample, which has 6,000 characters."""
    text = resources.SAMPLE.read_text(encoding="utf-8")
    taken = min(cpu_ms(lambda _: read_text(text), turn) for turn in range(9))
    return Row("understanding 6,000 characters : 20 ms", taken, MOST_MS, "ms", 1)


def growing() -> Row:
    """A million characters against as many in documents of 6,000."""
    text = resources.SAMPLE.read_text(encoding="utf-8")
    head, _, tail = text.partition("现将")
    times = LONG // len(text)
    long = head + ("现将" + tail) * times
    one = min(cpu_ms(lambda _: read_text(text), turn) for turn in range(5))
    return Row(
        "1,000,000 characters : as many in short ones",
        cpu_ms(lambda _: read_text(long), 0),
        one * times,
        "ms",
        2,
    )


if __name__ == "__main__":
    main()
