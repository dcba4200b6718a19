"""Make the fonts of this folder from two public packages: Fandol as TrueType, Noto Serif SC cut down to size.

    python resources/fonts/prepare.py [FOLDER]

`apt-get` (Debian) and `npm` fetch the packages through whatever mirror the machine uses. The result is kept in git, so
that only who changes the fonts runs this; `sha256.txt` then tells whether the files are still the ones that were tested.
"""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

Font = Any  # a font or a part of one: fontTools gives them their fields at run time

HERE = Path(__file__).parent
DEBIAN_PACKAGE = "texlive-lang-chinese"
NPM_PACKAGE = "@expo-google-fonts/noto-serif-sc@0.4.3"

MAX_ERROR = 2.0  # thousandths of the type size; at 22 pt less than half a dot of a 600 dpi printer
LAYOUT_TABLES = ["DSIG", "BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx"]
LEADS, TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))


@dataclass(frozen=True, slots=True)
class Source:
    """A font to make: the file in its package, and which characters it keeps (None: all)."""

    name: str
    file: str
    keep: frozenset[int] | None


def main(folder: Path) -> None:
    """Write the fonts, their licences and their sha256 into `folder`."""
    with tempfile.TemporaryDirectory() as work, ProcessPoolExecutor() as pool:
        unpacked = _fetch(Path(work))
        sources = _sources()
        fonts = pool.map(make_font, [unpacked[source.file] for source in sources], sources)
        made = {source.name: data for source, data in zip(sources, fonts, strict=True)}
        made["COPYING-Fandol.txt"] = gzip.decompress(unpacked["COPYING.gz"])
        made["OFL.txt"] = unpacked["LICENSE_FONT"]
    for name, data in made.items():
        (folder / name).write_bytes(data)
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items())]
    (folder / "sha256.txt").write_text("".join(lines), encoding="utf-8", newline="\n")


def make_font(data: bytes, source: Source) -> bytes:
    """Cut a font down to the characters it keeps and give it quadratic outlines, which PDF writers embed."""
    font = open_font(BytesIO(data))
    _cut(font, source.keep)
    if "CFF " in font:
        _make_quadratic(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def open_font(file: Path | BytesIO) -> Font:
    """A font of fontTools, untyped; its date stays as it is, so that the same input gives the same bytes."""
    return TTFont(file, recalcTimestamp=False, lazy=True)


def characters(encoding: str) -> frozenset[int]:
    """The double-byte characters of a Chinese encoding."""
    pairs = (bytes([lead, trail]) for lead in LEADS for trail in TRAILS)
    return frozenset(ord(c) for pair in pairs if len(c := pair.decode(encoding, "ignore")) == 1)


def _sources() -> tuple[Source, ...]:
    """仿宋 keeps all of GBK that it has; the others keep the characters in use, and the rare font helps out."""
    latin = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2040)})
    ideographs = range(0x4E00, 0xA000)
    signs = frozenset(c for c in characters("gbk") if c not in ideographs) | latin
    in_use = characters("gb2312") | signs
    return (
        Source("FandolFang-Regular.ttf", "FandolFang-Regular.otf", characters("gbk") | in_use),
        Source("FandolKai-Regular.ttf", "FandolKai-Regular.otf", in_use),
        Source("FandolHei-Regular.ttf", "FandolHei-Regular.otf", in_use),
        Source("FandolSong-Regular.ttf", "FandolSong-Regular.otf", in_use),
        Source("NotoSerifSC-Bold.ttf", "NotoSerifSC_700Bold.ttf", in_use),
        Source("NotoSerifSC-Regular.ttf", "NotoSerifSC_400Regular.ttf", None),
    )


def _fetch(work: Path) -> dict[str, bytes]:
    """Download both packages into `work`; the content of the files in question, by their bare names."""
    subprocess.run(["apt-get", "download", "-qq", DEBIAN_PACKAGE], cwd=work, check=True)
    subprocess.run(["npm", "pack", "--silent", NPM_PACKAGE], cwd=work, check=True)
    (deb,), (tgz,) = work.glob("*.deb"), work.glob("*.tgz")
    return _files(_data_of_deb(deb.read_bytes()), "fandol/") | _files(tgz.read_bytes(), "package/")


def _files(archive: bytes, below: str) -> dict[str, bytes]:
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        members = [m for m in tar if m.isfile() and below in m.name]
        return {
            Path(m.name).name: content.read() for m in members if (content := tar.extractfile(m))
        }


def _data_of_deb(deb: bytes) -> bytes:
    """The archive of files inside a Debian package, which is an `ar`: 60 bytes of head before each even-sized part."""
    at = len(b"!<arch>\n")
    while at < len(deb):
        name, size = deb[at : at + 16], int(deb[at + 48 : at + 58])
        if name.startswith(b"data.tar"):
            return deb[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    raise ValueError("no data in this package")


def _cut(font: Font, keep: frozenset[int] | None) -> None:
    options = subset.Options(
        layout_features=[],  # 公文 sets one glyph a character
        drop_tables=LAYOUT_TABLES,
        name_IDs=["*"],
        notdef_outline=True,
    )
    subsetter = _untyped(subset.Subsetter(options))
    subsetter.populate(unicodes=font.getBestCmap().keys() if keep is None else keep)
    subsetter.subset(font)


def _make_quadratic(font: Font) -> None:
    outlines = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyf = _untyped(newTable("glyf"))
    glyphs: dict[str, Any] = {}
    for name in order:
        pen = _untyped(TTGlyphPen(outlines))
        outlines[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = glyph = pen.glyph()
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    font["glyf"], font["loca"] = glyf, newTable("loca")
    del font["CFF "]
    _tell_it_is_truetype(font)


def _untyped(value: object) -> Font:
    return value


def _tell_it_is_truetype(font: Font) -> None:
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for limit in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
        "maxComponentDepth",
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
    ):
        setattr(maxp, limit, 0)  # counted anew when the font is saved
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
