"""A Word file through LibreOffice, set as Word would set it with the fonts of resources/fonts.

Two things would else part it from Word. The names of Windows fonts lead to files by a fontconfig map, and the machine's
own fonts are out of sight. And LibreOffice parts Chinese from digits although the file says not to (w:autoSpaceDE=0):
the text goes through its own format, where that is taken back.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import resources
from exports.typeset.font_finding import WANTED
from exports.typeset.font_names import names_of_faces
from exports.typeset.fonts import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PDF_OPTIONS = ':writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'  # blank pages are sheets
SECONDS = 300
MAP = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
{rules}
</fontconfig>
"""
RULE = (
    '<match target="pattern"><test name="family"><string>{name}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>'
    '<edit name="weight" mode="assign" binding="strong"><const>{weight}</const></edit></match>'
)


def is_there() -> bool:
    """Whether this machine has LibreOffice."""
    return shutil.which("soffice") is not None


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice with a home of its own in `folder`, which it fills at its first start."""

    folder: Path

    def words_to_pdf(self, words: Sequence[bytes]) -> list[bytes]:
        """The pages of each Word file; many at once, for each start of LibreOffice takes seconds."""
        self._write_map()
        files = [self.folder / f"word{at}.docx" for at, _ in enumerate(words)]
        for file, word in zip(files, words, strict=True):
            file.write_bytes(word)
        flats = self._convert(files, "fodt")
        for flat in flats:
            text = flat.read_text(encoding="utf-8")
            flat.write_text(
                text.replace('text-autospace="ideograph-alpha"', 'text-autospace="none"'),
                encoding="utf-8",
            )
        return [pdf.read_bytes() for pdf in self._convert(flats, "pdf", PDF_OPTIONS)]

    def _convert(self, files: Sequence[Path], form: str, options: str = "") -> list[Path]:
        made = [file.with_suffix(f".{form}") for file in files]
        for file in made:
            file.unlink(missing_ok=True)
        done = subprocess.run(
            [
                "soffice",
                "--headless",
                "--convert-to",
                form + options,
                "--outdir",
                self.folder,
                *files,
            ],
            env=os.environ | {"FONTCONFIG_FILE": str(self._map), "HOME": str(self.folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        assert all(file.exists() for file in made), (
            done.stderr.decode(errors="replace") or "LibreOffice wrote nothing"
        )
        return made

    @property
    def _map(self) -> Path:
        return self.folder / "fonts.conf"

    def _write_map(self) -> None:
        text = MAP.format(
            fonts=escape(str(resources.FONTS)),
            cache=escape(str(self.folder / "fontconfig")),
            rules="\n".join(_rules()),
        )
        self._map.write_text(text, encoding="utf-8")


def _rules() -> Iterator[str]:
    """One for each name that the program looks for on a PC: to the face that stands in for it."""
    for face, names in WANTED.items():
        path = BUNDLED[face].path
        family = min(names_of_faces(path)[0], key=len)
        weight = "bold" if path.stem.endswith("Bold") else "regular"
        for name in names:
            yield RULE.format(name=escape(name), family=escape(family), weight=weight)
