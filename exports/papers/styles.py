"""How each kind of paragraph is set: the standard's sizes and indents in the grid of the office's practice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from exports import standard
from exports.grid import Grid, grid_of
from exports.page import Align, Cell, Face, Ink, Role, Run, Setting, Source, Text
from models.notice import Level

if TYPE_CHECKING:
    from exports.standard import Measures
    from models.edition import Edition
    from models.practice import Practice

LEVEL_FACES = {
    Level.FIRST: Face.HEI,
    Level.SECOND: Face.KAI,
    Level.CHAPTER: Face.HEI,
    Level.SECTION: Face.HEI,
}
BOLD_LEVELS = {Level.SECOND: Face.KAI_BOLD, Level.THIRD: Face.FANG_SONG_BOLD}
LEVEL_ROLES = {
    Level.FIRST: Role.HEADING_1,
    Level.CHAPTER: Role.HEADING_1,
    Level.SECTION: Role.HEADING_1,
    Level.SECOND: Role.HEADING_2,
    Level.THIRD: Role.HEADING_3,
    Level.ARTICLE: Role.HEADING_3,
    Level.FOURTH: Role.HEADING_4,
}


class Room(Enum):
    """What gives way so that page 1 shows text (2012: 7.3.2)."""

    USUAL = "nothing"
    SMALL_MARK = "the 标志 is half as high"
    ADDRESSEES_MOVED = "the 主送机关 stand in the 版记"
    BOTH = "both"

    @property
    def has_small_mark(self) -> bool:
        """Whether the 标志 gives way."""
        return self in (Room.SMALL_MARK, Room.BOTH)

    @property
    def moves_addressees(self) -> bool:
        """Whether the 主送机关 give way."""
        return self in (Room.ADDRESSEES_MOVED, Room.BOTH)


@dataclass(frozen=True, slots=True)
class Styles:
    """What the parts of a paper are set by: edition, practice and the settings that follow from them."""

    measures: Measures
    practice: Practice
    grid: Grid
    body: Setting  # first line indented
    flush: Setting  # 顶格
    left: Setting
    right: Setting
    centered: Setting
    title: Setting
    room: Room = Room.USUAL

    @property
    def mark_pt(self) -> float:
        """The largest type of the 标志."""
        return self.measures.mark_pt / (2 if self.room.has_small_mark else 1)

    @property
    def seal_pt(self) -> float:
        """The diameter of a seal."""
        return standard.pt(self.practice.seal_mm)

    def level_face(self, level: Level) -> Face:
        """The face of a heading and its number (7.3.3)."""
        if self.practice.bold_levels and level in BOLD_LEVELS:
            return BOLD_LEVELS[level]
        return LEVEL_FACES.get(level, Face.FANG_SONG)

    def blank(self, lines: int, *, keep: bool = False) -> tuple[Text, ...]:
        """Empty lines of the body's pitch; `keep` holds them to what follows."""
        setting = replace(self.left, squeeze=0.0, align=Align.JUSTIFY, keep_with_next=keep)
        return (Text(Role.BLANK, (), setting),) * lines

    def mark(self, size: float, space_before: float) -> Setting:
        """The 标志: red, its line as high as its type; in a filled type area white follows its last line."""
        return Setting(
            size,
            size,
            Align.CENTER,
            space_before=space_before,
            space_after=self.grid.overhang,
            ink=Ink.RED,
            lead=0.0,
        )

    def imprint(self, align: Align = Align.LEFT) -> Setting:
        """A row of the 版记."""
        return Setting(self.measures.imprint_pt, self.grid.pitch, align)


def styles_of(edition: Edition, practice: Practice, room: Room = Room.USUAL) -> Styles:
    """The styles of an edition in an office's practice."""
    grid = grid_of(practice)
    lead = None if grid.lead else 0.0
    flush = Setting(standard.BODY_PT, grid.pitch, squeeze=grid.squeeze, lead=lead)
    title = Setting(
        standard.TITLE_PT, practice.title_pitch_pt, Align.CENTER, keep_with_next=True, lead=lead
    )
    return Styles(
        standard.measures_of(edition),
        practice,
        grid,
        replace(flush, first_indent=standard.INDENT_PT),
        flush,
        flush.aligned(Align.LEFT),
        flush.aligned(Align.RIGHT),
        flush.aligned(Align.CENTER),
        title,
        room,
    )


def plain(role: Role, text: str, setting: Setting, source: Source | None = None) -> Text:
    """A paragraph in 仿宋."""
    return Text(role, (Run(text, Face.FANG_SONG),), setting, source)


def plain_cell(text: str, x: float, source: Source, align: Align = Align.LEFT) -> Cell:
    """A text of a row in 仿宋."""
    return Cell((Run(text, Face.FANG_SONG),), x, align, source)


def kept(text: Text) -> Text:
    """The same, held to the page of what follows."""
    return replace(text, setting=replace(text.setting, keep_with_next=True))


def width_in_chars(text: str) -> float:
    """Width of a text in characters (字): half for what is half-width."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def nominal_width(text: str, setting: Setting) -> float:
    """Width of a text, points, before any font is known."""
    return width_in_chars(text) * setting.size - len(text) * setting.squeeze
