"""The office's own way where the standard leaves a choice; the defaults are what the standard's own figures show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class JointMark(Enum):
    """What the 标志 of a document of several organs says (2012: 7.2.4)."""

    LEAD = "只用主办机关名称"
    ALL = "并用联署机关名称"


class CopiesPlace(Enum):
    """Where 共印份数 stands in the 版记 under the 1999 rules of application."""

    BELOW = "印发机关之下"
    ABOVE = "印发机关之上"
    NONE = "不印"


class TypeArea(Enum):
    """How 22 lines fill the type area: by office programs' pitch, or ink from edge to edge (PDF only)."""

    PITCH = "按行距排（Word 与 PDF 一致）"
    FILLED = "撑满版心（只用于 PDF）"


@dataclass(frozen=True, slots=True)
class Practice:
    """Measures in mm, type and pitch in points."""

    top_mm: float = 37.0  # 天头
    bottom_mm: float = 35.0
    left_mm: float = 28.0  # 订口
    right_mm: float = 26.0
    pitch_pt: float = 28.95  # 22 lines in 225 mm
    title_pitch_pt: float = 35.8
    blank_lines_above_title: int = 2
    red_line_pt: float = 1.42  # 版头分隔线, 0.5 mm
    joint_mark: JointMark = JointMark.LEAD
    copies_place: CopiesPlace = CopiesPlace.BELOW
    copies_right_chars: int = 3
    zero: str = "〇"  # of a year in Chinese numerals; ○ is met too
    note_dot: str = ". "  # behind the number of an 附件
    spaced_page_number: bool = True  # — 1 — rather than —1—
    bold_levels: bool = False  # （一） and 1. in bold type
    latin_digits: bool = False  # figures and Latin letters in Times New Roman
    mirrored: bool = True  # even pages bind at the right
    type_area: TypeArea = TypeArea.PITCH
    seal_mm: float = 42.0  # diameter of the seal
    preprinted: bool = False  # the paper bears its red head already: 套打
    shift_right_mm: float = 0.0  # of all print on preprinted paper
    shift_down_mm: float = 0.0


USUAL = Practice()
"""As the standard's own figures show."""
