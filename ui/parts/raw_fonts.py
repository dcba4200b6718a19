"""The fonts of the typesetter as Qt draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Face
    from exports.typeset.fonts import FontBook

ANY_SIZE = 12
HINTING = QFont.HintingPreference.PreferNoHinting


class RawFonts:
    """Each face in each size, made once.

    A font that Qt's database has from its file goes to a printer as type. One that Qt opened by itself goes there as
    shapes, which is slower by a hundred times and as much larger, so that it only serves where the other is not found.
    """

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._faces: dict[Face, QRawFont] = {}
        self._sized: dict[tuple[Face, float], QRawFont] = {}

    def of(self, face: Face, size: float) -> QRawFont:
        """The face in this size, points."""
        key = (face, size)
        if key not in self._sized:
            if face not in self._faces:
                self._faces[face] = self._found(face)
            font = QRawFont(self._faces[face])
            font.setPixelSize(size)
            self._sized[key] = font
        return self._sized[key]

    def _found(self, face: Face) -> QRawFont:
        """By its head, which holds the sum over the whole file: glyphs are told by number, another font has others."""
        path, head = str(self._fonts.files[face].path), self._fonts.font(face).table("head")
        for raw in _candidates(path):
            if raw.fontTable("head").data() == head:
                return raw
        return QRawFont(path, ANY_SIZE, HINTING)


def _candidates(path: str) -> Iterator[QRawFont]:
    number = QFontDatabase.addApplicationFont(path)
    for family in QFontDatabase.applicationFontFamilies(number) if number >= 0 else ():
        for style in QFontDatabase.styles(family):
            font = QFontDatabase.font(family, style, ANY_SIZE)
            font.setHintingPreference(HINTING)
            yield QRawFont.fromFont(font)
