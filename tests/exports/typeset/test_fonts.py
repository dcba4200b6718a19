# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingTypeArgument=false, reportArgumentType=false
# pyright: reportOperatorIssue=false, reportUnknownLambdaType=false, reportAttributeAccessIssue=false
"""The faces: what they cover, how wide they are, and what happens to a character that none has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

import resources
from exports.page import Face
from exports.typeset.fonts import BUNDLED, FontBook
from exports.typeset.truetype import FontError, TrueType
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

SOME = "国人事局〔2007〕1号—…“，ABC 〇"


@pytest.mark.parametrize("face", list(Face))
def test_glyphs_advances_and_ink_are_those_of_the_file(face: Face) -> None:
    ours = TrueType(BUNDLED[face].path)
    theirs = TTFont(BUNDLED[face].path)
    names, glyphs, metrics = theirs.getBestCmap() or {}, theirs["glyf"], theirs["hmtx"]
    for char in SOME:
        name = names[ord(char)]
        assert ours.glyph(char) == theirs.getGlyphID(name)
        assert ours.advance(ours.glyph(char)) == metrics[name][0] / theirs["head"].unitsPerEm
        high = getattr(glyphs[name], "yMax", 0) / theirs["head"].unitsPerEm
        assert ours.bounds(ours.glyph(char)).top == high


def test_a_character_that_no_segment_holds_has_no_glyph() -> None:
    assert TrueType(BUNDLED[Face.FANG_SONG].path).glyph("\U0010ffff") == 0


@pytest.mark.parametrize("content", [b"", b"OTTO" + bytes(100), b"\x00\x01\x00\x00" + bytes(8)])
def test_what_is_no_font_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    with pytest.raises(FontError):
        TrueType(path)


def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    font = TTFont(resources.FONTS / "FandolSong-Regular.ttf")
    font["OS/2"].fsType = 2
    font.save(tmp_path / "closed.ttf")
    with pytest.raises(FontError, match="may not be embedded"):
        TrueType(tmp_path / "closed.ttf")


def test_a_font_without_a_unicode_map_is_refused(tmp_path: Path) -> None:
    font = TTFont(resources.FONTS / "FandolSong-Regular.ttf")
    font["cmap"].tables = [table for table in font["cmap"].tables if table.platformID == 1]
    font.save(tmp_path / "mute.ttf")
    with pytest.raises(FontError):
        TrueType(tmp_path / "mute.ttf")


def test_a_rare_character_is_served_by_another_face() -> None:
    fonts = FontBook()
    assert fonts.serving(Face.FANG_SONG, "国") is Face.FANG_SONG
    assert fonts.serving(Face.FANG_SONG, "堃") is Face.RARE


def test_a_character_that_no_face_has_is_named() -> None:
    with pytest.raises(UserError, match=r"U\+E001"):
        FontBook().serving(Face.FANG_SONG, "\ue001")
