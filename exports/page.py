"""The shared language of paper: elements in reading order, and marks placed on pages.

A paper (exports/papers) says once what stands on the sheet, as elements. The typesetter turns elements into pages of
placed marks; the PDF, the printer and the preview draw those marks. The Word writer writes the same elements, so that
the clerk can go on editing, and takes from the pages only what must stand at an absolute place.

Lengths of marks are in points from the top left corner of the sheet, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Face(Enum):
    """The kinds of type that the standard knows, by its own words; `RARE` serves characters the others lack.

    `LATIN` and the bold ones serve offices whose practice has them.
    """

    FANG_SONG = "仿宋"
    HEI = "黑体"
    KAI = "楷体"
    SONG = "宋体"
    XIAO_BIAO_SONG = "小标宋"
    RARE = "补字"
    LATIN = "西文"
    FANG_SONG_BOLD = "仿宋加粗"
    KAI_BOLD = "楷体加粗"

    __hash__ = object.__hash__  # Enum's own is slow, and a long list asks for it a million times


class Ink(Enum):
    """The two inks of an official document."""

    BLACK = "black"
    RED = "red"


class Align(Enum):
    """How a line stands between its indents; the values are the words of Word's files."""

    JUSTIFY = "both"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    SPREAD = "distribute"  # every line filled, the last too


class Numbering(Enum):
    """How the pages of a paper are numbered."""

    CLOSE = "—1—"
    SPACED = "— 1 —"
    OF_ALL = "第1页 共3页"
    NONE = ""


class Role(Enum):
    """What a paragraph is, in the standard's words: the name of its style in Word and of its field in the window."""

    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    DOC_NUMBER = "发文字号"
    SIGNERS = "签发人"
    TITLE = "标题"
    ADDRESSEES = "主送机关"
    BODY = "正文"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    ATTACHMENT_NOTES = "附件说明"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    SEAL = "印章"
    NOTES = "附注"
    PIECE_LABEL = "附件标识"
    PIECE_TITLE = "附件标题"
    SUBJECT_WORDS = "主题词"
    IMPRINT = "版记"
    TABLE = "表格"
    PAGE_NUMBER = "页码"
    ATTENDANCE = "出席人员"
    BLANK = "空行"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from in the notice, so that page and form can point at each other.

    `field` is the name of a field of `Notice`; `piece` and `paragraph` are indexes, -1 where they do not apply.
    """

    field: str
    piece: int = -1
    paragraph: int = -1


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a paragraph in one face; `spacing` (points) where they are apart by more than their paragraph's."""

    text: str
    face: Face
    spacing: float | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set. Lengths in points; `pitch` is the exact distance between its lines."""

    size: float
    pitch: float
    align: Align = Align.JUSTIFY
    first_indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    ink: Ink = Ink.BLACK
    squeeze: float = 0.0  # taken from the advance of each character, so that 28 of them fit
    keep_with_next: bool = False
    tail_lines: int = (
        0  # so many of its last lines stay with what follows, where it is too long to stay whole
    )
    lead: float | None = None  # white above the type in its line; None: half of what is left

    def aligned(self, align: Align) -> Setting:
        """The same with another alignment."""
        return replace(self, align=align)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph that flows. `broken`: its lines are given by line feeds, not to be broken again."""

    role: Role
    runs: tuple[Run, ...]
    setting: Setting
    source: Source | None = None
    broken: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)


LOW = Text(Role.BLANK, (), Setting(1.0, 1.0))
"""The lowest paragraph there can be: Word wants one before a new page, and between tables and after the last."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text at a place of its own in a `Row`: `x` (points from the left of the type area) is its start, middle or end."""

    runs: tuple[Run, ...]
    x: float
    align: Align = Align.LEFT
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of several texts: 发文字号 … 签发人, 印发机关 … 印发日期, the names under several seals."""

    role: Role
    cells: tuple[Cell, ...]
    setting: Setting


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells between rules; the first `heads` rows are repeated on every page. Points.

    Rows are at least `least` high; those whose places are `strong` sum up, and are set like the head. One that `is_turned` reads upwards, its head at the left of the sheet, on pages of its own; the texts `above` it
    read upwards with it (2012: 9).
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    setting: Setting
    heads: int
    source: Source | None = None
    role: Role = Role.TABLE
    is_turned: bool = False
    above: tuple[Text, ...] = ()
    least: float = 0.0
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a `Frame` with the texts in it, in its middle or from its top. Points from the frame's corner."""

    x: float
    y: float
    width: float
    height: float
    texts: tuple[Text, ...] = ()
    is_middle: bool = True
    ink: Ink | None = Ink.BLACK  # of its border; None: it has none
    is_filled: bool = False  # with its ink, as a bar of a chart; it has no texts


@dataclass(frozen=True, slots=True)
class Frame:
    """Boxes that never cross each other, each at its place: a form, a sheet of labels, an envelope."""

    boxes: tuple[Box, ...]

    @property
    def height(self) -> float:
        """How far it reaches down."""
        return max(box.y + box.height for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Line:
    """A rule as wide as the type area, `gap` below the text before it and `after` above what follows. Points.

    A `width` of 0 keeps its place white.
    """

    gap: float
    width: float
    ink: Ink
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Break:
    """What follows starts a new page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph at an absolute place, `top` points under the upper edge of the sheet; the flow does not feel it."""

    text: Text
    top: float
    left: float = 0.0  # from the left of the type area
    width: float = 0.0  # 0: that of the type area


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A rule in the middle of the sheet at an absolute place: its middle is `y` points under the upper edge."""

    y: float
    length: float
    width: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """The page it stands on bears no number."""


@dataclass(frozen=True, slots=True)
class Stamping:
    """Where seals will be pressed: shown on the screen, never printed, without room of its own.

    Each centre is (points from the left of the type area, points under the place of the element in the flow).
    """

    centres: tuple[tuple[float, float], ...]
    width: float
    height: float
    names: tuple[str, ...]
    is_round: bool = True


@dataclass(frozen=True, slots=True)
class FootRow:
    """A row of the 版记 and the rule drawn under it (its width in points, 0 for none)."""

    content: Text | Row
    rule_below: float


@dataclass(frozen=True, slots=True)
class Foot:
    """The 版记: stands at the bottom of the last page, its last rule on the lower edge of the type area."""

    rows: tuple[FootRow, ...]
    rule_above: float = 0.0
    on_even_page: bool = True


Element = (
    Text | Row | Table | Frame | Line | Break | Placed | PlacedLine | Unnumbered | Stamping | Foot
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A stretch of one line in one face. Each character moves the pen by its advance plus `spacing`."""

    x: float
    baseline: float
    face: Face
    size: float
    text: str
    role: Role
    spacing: float = 0.0
    ink: Ink = Ink.BLACK
    source: Source | None = None
    start: int = 0  # place of its first character in the text of its source
    is_turned: bool = False  # the pen moves up the sheet

    def moved(self, right: float, down: float) -> Glyphs:
        """The same elsewhere. `replace` would take three times as long, and this is done to every mark of a page."""
        return Glyphs(
            self.x + right,
            self.baseline + down,
            self.face,
            self.size,
            self.text,
            self.role,
            self.spacing,
            self.ink,
            self.source,
            self.start,
            self.is_turned,
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of `width` points from (`x`, `y`), its middle: to the right, or downwards where it is upright."""

    x: float
    y: float
    length: float
    width: float
    ink: Ink
    role: Role
    is_upright: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """The place of a seal or a 签名章, for the eye only: its middle, its extent, whose it is."""

    x: float
    y: float
    width: float
    height: float
    name: str
    is_round: bool
    role: Role = Role.SEAL


Mark = Glyphs | Rule | Stamp


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet; `number` counts from 1 and is odd on the right-hand page. `left`: of its type area."""

    number: int
    marks: tuple[Mark, ...]
    width: float
    height: float
    left: float

    @property
    def texts(self) -> Iterator[Glyphs]:
        """Its stretches of text, in the order they were placed."""
        return (mark for mark in self.marks if isinstance(mark, Glyphs))
