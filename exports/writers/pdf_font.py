"""A face as a PDF font: one identity-encoded font per face, its text layer exact also beyond U+FFFF.

reportlab's TrueType fonts parse whole tables into dictionaries, cut a document of 800 characters into fonts of 256 and
write five digits for characters beyond U+FFFF, which no reader understands; so this stands in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.writers.subset import cut_font

if TYPE_CHECKING:
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


class PdfFont:
    """Collects the characters of a face that a document uses, then writes the font."""

    def __init__(self, font: TrueType, name: str) -> None:
        self._font, self._tag = font, f"/YINFAA+{name}"
        self._codes: dict[str, str] = {}
        self._glyphs = [0]

    def encode(self, text: str) -> str:
        """The hexadecimal codes of a text."""
        return "".join([self._codes.get(char) or self._new_code(char) for char in text])

    def add_to(self, objects: PdfObjects) -> Reference:
        """Write the font's objects."""
        descendant = objects.dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=self._tag,
            CIDSystemInfo="<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            FontDescriptor=self._add_descriptor(objects),
            DW=EM,
            W=self._widths(),
            CIDToGIDMap="/Identity",
        )
        return objects.dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=self._tag,
            Encoding="/Identity-H",
            DescendantFonts=f"[{descendant}]",
            ToUnicode=objects.stream(self._unicode_map()),
        )

    def _add_descriptor(self, objects: PdfObjects) -> Reference:
        program = cut_font(self._font, self._glyphs)
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
            FontFile2=objects.stream(program, Length1=len(program)),
        )

    def _new_code(self, char: str) -> str:
        code = self._codes[char] = f"{len(self._glyphs):04X}"
        self._glyphs.append(self._font.glyph(char))
        return code

    def _widths(self) -> str:
        widths = ((code, self._font.advance(glyph) * EM) for code, glyph in enumerate(self._glyphs))
        return "[" + " ".join(f"{code}[{width:.3f}]" for code, width in widths if width != EM) + "]"

    def _unicode_map(self) -> bytes:
        rows = [
            f"<{code}><{char.encode('utf-16-be').hex().upper()}>"
            for char, code in self._codes.items()
        ]
        sections = (rows[at : at + MAP_ROWS] for at in range(0, len(rows), MAP_ROWS))
        body = "".join(
            f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar\n"
            for section in sections
        )
        return (MAP_HEAD + body + MAP_TAIL).encode("ascii")
