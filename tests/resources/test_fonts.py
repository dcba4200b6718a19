"""The fonts of the house: unchanged, complete, fit to be embedded, and not too heavy."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from resources import FONTS, SAMPLE
from resources.fonts.prepare import Font, characters, open_font

MAIN = ("FandolFang", "FandolKai", "FandolHei", "FandolSong")
TEXT_FACES = tuple(f"{name}-Regular.ttf" for name in MAIN)
TITLE_FACE = "NotoSerifSC-Bold.ttf"
RARE_FACE = "NotoSerifSC-Regular.ttf"
ALL = (*TEXT_FACES, TITLE_FACE, RARE_FACE)
MEGABYTE = 1_000_000
EXTENSION_A = frozenset(range(0x3400, 0x4DB6))
SAME_DASH = 0x2015  # Python's gb2312 reads A1AA as U+2015, everybody else as U+2014
NEVER_TYPED = 0x2252  # ≒, which Noto leaves out
RESTRICTED = 0x0002
NO_SUBSET_OR_BITMAP_ONLY = 0x0300


@cache
def font(name: str) -> Font:
    return open_font(FONTS / name)


def coverage(name: str) -> frozenset[int]:
    return frozenset(font(name).getBestCmap())


def named(missing: frozenset[int]) -> str:
    return "".join(map(chr, sorted(missing)))


def test_every_file_is_the_one_that_was_tested() -> None:
    lines = (FONTS / "sha256.txt").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert {*listed} == {*ALL, "COPYING-Fandol.txt", "OFL.txt"}
    assert listed == {
        name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in listed
    }


def test_no_other_font_slipped_in_and_all_are_within_the_budget() -> None:
    files = {file.name: file.stat().st_size for file in FONTS.iterdir() if file.suffix == ".ttf"}
    assert {*files} == {*ALL}
    assert sum(files.values()) <= 40 * MEGABYTE


@pytest.mark.parametrize("name", [*TEXT_FACES, TITLE_FACE])
def test_the_faces_have_the_characters_in_use(name: str) -> None:
    assert named(characters("gb2312") - {SAME_DASH} - coverage(name)) == ""


@pytest.mark.parametrize("name", ALL)
def test_every_face_sets_the_sample(name: str) -> None:
    text = frozenset(map(ord, SAMPLE.read_text(encoding="utf-8"))) - {0x0A, 0x0D, 0x09}
    assert named(text - coverage(name)) == ""


@pytest.mark.parametrize("name", ALL)
def test_every_face_has_the_signs_of_an_official_document(name: str) -> None:
    signs = "〔〕〇○★—–-·…‘’“”《》（）、，。：；？！％℃０１２３４５６７８９ \u00a0\u3000"
    assert named(frozenset(map(ord, signs)) - coverage(name)) == ""


def test_the_rare_face_helps_out_with_all_of_gbk_and_extension_a() -> None:
    needed = characters("gbk") | EXTENSION_A
    assert named(needed - {NEVER_TYPED} - coverage(RARE_FACE)) == ""


@pytest.mark.parametrize("char", "堃喆玥赟彧頔祎翀珺旸㛃䶮𬭎𫖯𬱖")
def test_the_rare_face_has_the_names_that_clerks_ask_for(char: str) -> None:
    assert ord(char) in coverage(RARE_FACE)


@pytest.mark.parametrize("name", ALL)
def test_every_face_may_be_embedded_and_cut(name: str) -> None:
    allowed = int(font(name)["OS/2"].fsType)
    assert allowed & 0x000F != RESTRICTED
    assert not allowed & NO_SUBSET_OR_BITMAP_ONLY


@pytest.mark.parametrize("name", ALL)
def test_outlines_are_truetype(name: str) -> None:
    assert "glyf" in font(name)
    assert "CFF " not in font(name)


@pytest.mark.parametrize("name", ALL)
def test_a_chinese_character_is_as_wide_as_its_size(name: str) -> None:
    face = font(name)
    assert face["hmtx"][face.getBestCmap()[ord("国")]][0] == face["head"].unitsPerEm
