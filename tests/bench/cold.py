# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
"""A whole process that makes the PDF of the sample. Called as `cold.py notice|text|typst IN OUT`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.notice import Notice


def from_notice(source: Path, target: Path) -> None:
    """Ours where typst begins: what stands in the document is known."""
    import pickle

    _write(pickle.loads(source.read_bytes()), target)


def from_text(source: Path, target: Path) -> None:
    """Ours from the raw text, which has to be understood."""
    from models.reading.files import read_file

    _write(read_file(source).notice, target)


def _write(notice: Notice, target: Path) -> None:
    from exports.jobs import lay_out, notice_pdf
    from exports.typeset.fonts import FontBook

    fonts = FontBook()
    target.write_bytes(notice_pdf(notice, lay_out(notice, fonts), fonts))


def with_typst(source: Path, target: Path) -> None:
    """The peer, from its own source."""
    import typst

    fonts = Path(__file__).parents[2] / "resources" / "fonts"
    target.write_bytes(
        typst.compile(source, font_paths=[fonts], ignore_system_fonts=True, pdf_tags=False)
    )


if __name__ == "__main__":
    jobs = {"notice": from_notice, "text": from_text, "typst": with_typst}
    sys.path[0] = str(Path(__file__).parents[2])
    jobs[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
