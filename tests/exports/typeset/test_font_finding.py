# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
"""The fonts of a PC: found by the names in the files, refused where they may not be embedded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTCollection, TTFont

from exports.page import Face
from exports.typeset import font_finding
from exports.typeset.font_finding import choose, fonts_of_this_pc, substitutes
from exports.typeset.font_names import names_of_faces
from exports.typeset.fonts import BUNDLED

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = BUNDLED[Face.SONG].path
PLACES = {
    "windows": (3, 1, 0x804),
    "unicode": (0, 3, 0),
    "mac": (1, 25, 33),
    "mac-roman": (1, 0, 0),
}


def named(name: str, *, fs_type: int = 0, place: str = "windows") -> TTFont:
    font = TTFont(SOURCE)
    font["name"].names = []
    font["name"].setName(name, 1, *PLACES[place])
    font["OS/2"].fsType = fs_type
    return font


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder as Windows keeps one: a font in a collection, a broken one, a closed one."""
    named("仿宋").save(tmp_path / "simfang.ttf")
    named("方正小标宋简体", fs_type=2).save(tmp_path / "closed.ttf")
    collection = TTCollection()
    collection.fonts = [named("新宋体"), named("宋体")]
    collection.save(tmp_path / "simsun.ttc")
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x09" + bytes(20))
    (tmp_path / "nameless.ttf").write_bytes(b"\x00\x01\x00\x00" + bytes(20))
    return tmp_path


def test_installed_fonts_come_before_those_of_the_program(installed: Path) -> None:
    chosen = choose(sorted(installed.iterdir()))
    assert (chosen[Face.FANG_SONG].path.name, chosen[Face.FANG_SONG].family) == (
        "simfang.ttf",
        "仿宋",
    )
    assert (chosen[Face.SONG].path.name, chosen[Face.SONG].index) == ("simsun.ttc", 1)


def test_a_font_that_may_not_be_embedded_is_passed_over(installed: Path) -> None:
    chosen = choose(sorted(installed.iterdir()))
    assert chosen[Face.XIAO_BIAO_SONG] == BUNDLED[Face.XIAO_BIAO_SONG]


def test_what_stands_in_for_what_is_told(installed: Path) -> None:
    told = substitutes(choose(sorted(installed.iterdir())))
    assert [(item.wanted, item.used) for item in told] == [
        ("方正小标宋简体", "NotoSerifSC-Bold"),
        ("楷体_GB2312", "FandolKai-Regular"),
        ("黑体", "FandolHei-Regular"),
    ]


@pytest.mark.parametrize("place", ["windows", "unicode", "mac"])
def test_names_are_read_in_every_encoding(tmp_path: Path, place: str) -> None:
    named("楷体_GB2312", place=place).save(tmp_path / "font.ttf")
    assert names_of_faces(tmp_path / "font.ttf") == ({"楷体_GB2312"},)


def test_a_latin_name_of_the_old_macintosh_is_read(tmp_path: Path) -> None:
    named("KaiTi", place="mac-roman").save(tmp_path / "font.ttf")
    assert names_of_faces(tmp_path / "font.ttf") == ({"KaiTi"},)


def test_what_is_no_name_of_the_family_is_passed_over(tmp_path: Path) -> None:
    font = named("KaiTi")
    font["name"].setName("A notice of copyright", 0, *PLACES["windows"])
    font["name"].setName("Version 1", 5, *PLACES["windows"])
    font.save(tmp_path / "font.ttf")
    assert names_of_faces(tmp_path / "font.ttf") == ({"KaiTi"},)


def test_the_folders_of_windows_are_looked_through(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = installed.parent / "windows" / "Fonts"
    fonts.mkdir(parents=True)
    (installed / "simfang.ttf").rename(fonts / "simfang.TTF")
    monkeypatch.setattr(font_finding.sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(fonts.parent))
    monkeypatch.setenv("LOCALAPPDATA", str(installed / "nowhere"))
    assert fonts_of_this_pc()[Face.FANG_SONG].path == fonts / "simfang.TTF"


def test_elsewhere_the_fonts_of_the_program_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_finding.sys, "platform", "linux")
    assert fonts_of_this_pc() == BUNDLED
