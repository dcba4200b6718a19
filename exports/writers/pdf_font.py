"""A face as a PDF font: one identity-encoded font per face, its text layer exact also beyond U+FFFF.

reportlab's TrueType fonts parse whole tables into dictionaries, cut a document of 800 characters into fonts of 256 and
write five digits for characters beyond U+FFFF, which no reader understands; so this stands in their place.

The code of a character is its own number in Unicode, not its turn: an edit then changes neither the operators of other
pages nor, while it brings no new character, the font, and what was compressed once serves again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.writers.pdf_objects import compress
from exports.writers.subset import cut_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exports.memo import Memo
    from exports.typeset.truetype import TrueType
    from exports.writers.pdf_objects import PdfObjects, Reference

EM = 1000
SYMBOLIC = 4  # flag of the descriptor
MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def "
    "/CMapName/Adobe-Identity-UCS def /CMapType 2 def "
    "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)
MAP_TAIL = "endcmap CMapName currentdict/CMap defineresource pop end end"
MAP_ROWS = 100  # of one beginbfchar section
LAST_CODE = "\uffff"
FIRST_SPARE = 0xD800  # codes that no character has, lent to those beyond the last code


class PdfFont:
    """Collects the characters of a face that a document uses, then writes the font."""

    def __init__(self, font: TrueType, name: str) -> None:
        self._font, self._tag = font, f"/YINFAA+{name}"
        self._chars: set[str] = set()
        self._lent: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """The hexadecimal codes of a text."""
        if max(text, default="") > LAST_CODE:
            return "".join([self._code(char) for char in text])
        self._chars.update(text)
        return text.encode("utf-16-be").hex()

    def add_to(self, objects: PdfObjects, memo: Memo[tuple[bytes, ...]]) -> Reference:
        """Write the font's objects."""
        codes = {char: ord(char) for char in sorted(self._chars)}
        codes |= {char: int(code, 16) for char, code in self._lent.items()}
        key = (self._font.path, self._font.index, tuple(codes))
        program, length, glyphs, unicode_map, widths = memo.once(key, lambda: self._parts(codes))
        descendant = objects.dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=self._tag,
            CIDSystemInfo="<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            FontDescriptor=self._add_descriptor(objects, program, length.decode()),
            DW=EM,
            W=widths.decode(),
            CIDToGIDMap=objects.packed_stream(glyphs),
        )
        return objects.dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=self._tag,
            Encoding="/Identity-H",
            DescendantFonts=f"[{descendant}]",
            ToUnicode=objects.packed_stream(unicode_map),
        )

    def _code(self, char: str) -> str:
        if char <= LAST_CODE:
            return self.encode(char)
        return self._lent.setdefault(char, f"{FIRST_SPARE + len(self._lent):04x}")

    def _parts(self, codes: dict[str, int]) -> tuple[bytes, ...]:
        """What depends on the characters alone: program and its length, glyphs by code, texts by code, widths."""
        glyphs = [0, *map(self._font.glyph, codes)]
        program = cut_font(self._font, glyphs)
        return (
            compress(program),
            b"%d" % len(program),
            compress(_glyph_map(tuple(codes.values()))),
            compress(_unicode_map(codes)),
            self._widths(codes.values(), glyphs[1:]),
        )

    def _add_descriptor(self, objects: PdfObjects, program: bytes, length: str) -> Reference:
        scale = EM / self._font.units
        box = " ".join(str(round(edge * scale)) for edge in self._font.box)
        return objects.dictionary(
            Type="/FontDescriptor",
            FontName=self._tag,
            Flags=SYMBOLIC,
            FontBBox=f"[{box}]",
            ItalicAngle=0,
            Ascent=round(self._font.ascent * scale),
            Descent=round(self._font.descent * scale),
            CapHeight=round(self._font.ascent * scale),
            StemV=80,
            FontFile2=objects.packed_stream(program, Length1=length),
        )

    def _widths(self, codes: Iterable[int], glyphs: Iterable[int]) -> bytes:
        advances = (self._font.advance(glyph) * EM for glyph in glyphs)
        parts = (
            f"{code}[{width:.3f}]"
            for code, width in zip(codes, advances, strict=True)
            if width != EM
        )
        return f"[{' '.join(parts)}]".encode("ascii")


def _glyph_map(codes: Sequence[int]) -> bytes:
    """The glyph of each code up to the last, two bytes each; the cut font has its glyphs in the order of `codes`."""
    places = bytearray(2 * (max(codes) + 1))
    for glyph, code in enumerate(codes, 1):
        places[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(places)


def _unicode_map(codes: Mapping[str, int]) -> bytes:
    rows = [f"<{code:04x}><{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    sections = (rows[at : at + MAP_ROWS] for at in range(0, len(rows), MAP_ROWS))
    body = "".join(
        f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar\n"
        for section in sections
    )
    return (MAP_HEAD + body + MAP_TAIL).encode("ascii")
