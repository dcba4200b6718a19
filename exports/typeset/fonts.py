"""The faces a document is set in: which file serves which kind of type, and how wide its characters are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import resources
from exports.memo import Memo
from exports.page import Face
from exports.typeset.truetype import TrueType
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from exports.typeset.past import Past
    from exports.typeset.set_line import SetLine

MOST_BYTES = 16 << 20  # of compressed fonts and pages
MOST_LINES = 10_000  # more than 400 pages


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face in a file: `index` counts the faces of a collection; `family` is its name in Word.

    One that `is_bold` is made so by drawing thicker, as Word does, for these types have no bold of their own.
    """

    path: Path
    family: str
    index: int = 0
    is_bold: bool = False


BOLD: Mapping[Face, Face] = {Face.FANG_SONG: Face.FANG_SONG_BOLD, Face.KAI: Face.KAI_BOLD}
BOLD_STROKE = 1 / 36  # of the type size, by which bold type is thicker


def with_bold(files: Mapping[Face, FontFile]) -> Mapping[Face, FontFile]:
    """The same with the bold faces, drawn from the files of the plain ones."""
    return {**files, **{bold: replace(files[face], is_bold=True) for face, bold in BOLD.items()}}


_PLAIN: Mapping[Face, FontFile] = {
    Face.FANG_SONG: FontFile(resources.FONTS / "FandolFang-Regular.ttf", "仿宋_GB2312"),
    Face.HEI: FontFile(resources.FONTS / "FandolHei-Regular.ttf", "黑体"),
    Face.KAI: FontFile(resources.FONTS / "FandolKai-Regular.ttf", "楷体_GB2312"),
    Face.SONG: FontFile(resources.FONTS / "FandolSong-Regular.ttf", "宋体"),
    Face.XIAO_BIAO_SONG: FontFile(resources.FONTS / "NotoSerifSC-Bold.ttf", "方正小标宋简体"),
    Face.RARE: FontFile(resources.FONTS / "NotoSerifSC-Regular.ttf", "宋体"),
    Face.LATIN: FontFile(resources.FONTS / "NotoSerifSC-Regular.ttf", "Times New Roman"),
}
BUNDLED = with_bold(_PLAIN)


class _Advances(dict[str, float]):
    """Advances of one face in parts of the type size, looked up once."""

    def __init__(self, font: TrueType) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> float:
        advance = self[char] = self._font.advance(self._font.glyph(char))
        return advance


class FontBook:
    """The opened faces of one set of font files; a face is opened when its first character is asked for.

    Attributes:
        files: Where each face comes from.
        lines: Paragraphs set in these faces.
        past: The text that was placed in them last.
        written: What writers made from them.
    """

    def __init__(self, files: Mapping[Face, FontFile] = BUNDLED) -> None:
        self.files = files
        self.written: Memo[tuple[bytes, ...]] = Memo(MOST_BYTES, lambda parts: sum(map(len, parts)))
        self.past: Past | None = None
        self.lines: Memo[tuple[SetLine, ...]] = Memo(MOST_LINES, len)
        self._fonts: dict[Face, TrueType] = {}
        self._advances: dict[Face, _Advances] = {}
        self._known: dict[Face, set[str]] = {}

    def font(self, face: Face) -> TrueType:
        """The opened file of a face."""
        if face not in self._fonts:
            file = self.files[face]
            self._fonts[face] = TrueType(file.path, file.index)
        return self._fonts[face]

    def advances(self, face: Face) -> _Advances:
        """Advance of each character in parts of the type size."""
        if face not in self._advances:
            self._advances[face] = _Advances(self.font(face))
        return self._advances[face]

    def covers(self, face: Face, text: str) -> bool:
        """Whether `face` has every character of `text`."""
        known = self._known.setdefault(face, set())
        new = set(text) - known
        font = self.font(face)
        has = {char for char in new if font.glyph(char)}
        known |= has
        return len(has) == len(new)

    def serving(self, face: Face, char: str) -> Face:
        """The face that has `char`: the wanted one, else the one for rare characters.

        Raises:
            UserError: no face has it; names it, so that nothing is dropped silently.
        """
        if self.font(face).glyph(char):
            return face
        if self.font(Face.RARE).glyph(char):
            return Face.RARE
        raise UserError(
            f"字体中没有“{char}”（U+{ord(char):04X}）这个字，打印会缺字。请改用其他写法，或安装含有该字的字体。"
        )
