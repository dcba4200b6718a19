"""How each kind of paragraph is set, by the standard's sizes, pitches and indents."""

from __future__ import annotations

from exports import standard
from exports.page import Align, Face, Ink, Role, Run, Setting, Source, Text
from models.notice import Level

AREA_PT = standard.pt(standard.AREA_WIDTH)
_GRID = Setting(standard.BODY_PT, standard.PITCH_PT, squeeze=standard.SQUEEZE_PT)

BODY = Setting(
    standard.BODY_PT,
    standard.PITCH_PT,
    first_indent=standard.INDENT_PT,
    squeeze=standard.SQUEEZE_PT,
)
FLUSH = _GRID  # 顶格
HEAD_LEFT = _GRID.aligned(Align.LEFT)
HEAD_RIGHT = _GRID.aligned(Align.RIGHT)
CENTERED = _GRID.aligned(Align.CENTER)
TITLE = Setting(standard.TITLE_PT, standard.TITLE_PITCH_PT, Align.CENTER, keep_with_next=True)

LEVEL_FACES = {
    Level.FIRST: Face.HEI,
    Level.SECOND: Face.KAI,
    Level.CHAPTER: Face.HEI,
    Level.SECTION: Face.HEI,
}
LEVEL_ROLES = {
    Level.FIRST: Role.HEADING_1,
    Level.CHAPTER: Role.HEADING_1,
    Level.SECTION: Role.HEADING_1,
    Level.SECOND: Role.HEADING_2,
    Level.THIRD: Role.HEADING_3,
    Level.ARTICLE: Role.HEADING_3,
    Level.FOURTH: Role.HEADING_4,
}


def blank(lines: int, *, keep: bool = False) -> tuple[Text, ...]:
    """Empty lines of the body's pitch; `keep` holds them to what follows."""
    setting = Setting(standard.BODY_PT, standard.PITCH_PT, keep_with_next=keep)
    return (Text(Role.BLANK, (), setting),) * lines


def plain(role: Role, text: str, setting: Setting, source: Source | None = None) -> Text:
    """A paragraph in 仿宋."""
    return Text(role, (Run(text, Face.FANG_SONG),), setting, source)


def mark_setting(size: float, space_before: float) -> Setting:
    """The 标志: red, its line as high as its type."""
    return Setting(size, size, Align.CENTER, space_before=space_before, ink=Ink.RED)


def cells(text: str) -> float:
    """Width of a text in characters (字): half for what is half-width."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def nominal_width(text: str) -> float:
    """Width of a text of the body's size, points, before any font is known."""
    return cells(text) * standard.BODY_PT - len(text) * standard.SQUEEZE_PT
