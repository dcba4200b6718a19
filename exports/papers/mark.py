"""The 发文机关标志 of one organ and of several (2012: 7.2.4; 1999: 8.1.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Face, Placed, Role, Run, Source, Text
from exports.papers.styles import cells
from models.practice import JointMark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice

DOCUMENT = "文件"  # follows the name of the organ
GAP_CELLS = 0.5  # between the names and 文件, characters of the 标志
ROW_GAP = 0.25  # between the names of several organs, parts of their type


def mark(notice: Notice, styles: Styles, height_above: float) -> Iterator[Element]:
    """The 标志 of the 文件格式, its ink at the place of the edition; `height_above` is taken already, points."""
    top = styles.measures.mark_top_upward if notice.signers else styles.measures.mark_top
    space = standard.pt(top) - height_above
    if len(notice.organs) > 1 and styles.practice.joint_mark is JointMark.ALL:
        yield from _joint(notice.organs, styles, space, standard.pt(top))
    else:
        yield single(notice.organs[0] + DOCUMENT if notice.organs else "", styles, space)


def single(text: str, styles: Styles, space_before: float) -> Text:
    """A 标志 of one row, in the largest type that fits."""
    room = styles.grid.width / max(cells(text), 1.0)
    size = min(styles.mark_pt, int(room))
    run = Run("" if styles.practice.preprinted else text, Face.XIAO_BIAO_SONG)
    setting = styles.mark(size, space_before)
    return Text(Role.MARK, (run,) if run.text else (), setting, Source("organs"), broken=True)


def _joint(
    organs: tuple[str, ...], styles: Styles, space_before: float, top: float
) -> Iterator[Element]:
    """All names, the lead's on top, stretched to one width; 文件 at their right in the middle of their height."""
    longest = max(map(cells, organs))
    size = _joint_size(longest, len(organs), styles)
    pitch = size * (1 + ROW_GAP)
    left = (styles.grid.width - size * (longest + GAP_CELLS + len(DOCUMENT))) / 2
    right = styles.grid.width - left - size * longest
    setting = replace(
        styles.mark(size, space_before), pitch=pitch, align=Align.SPREAD, left=left, right=right
    )
    if styles.practice.preprinted:
        yield Text(Role.MARK, (), replace(setting, pitch=pitch * len(organs)))
        return
    names = Run("\n".join(organs), Face.XIAO_BIAO_SONG)
    yield Text(Role.MARK, (names,), setting, Source("organs"), broken=True)
    yield _document(styles, size, top + (pitch * (len(organs) - 1)) / 2, left + size * longest)


def _joint_size(longest: float, rows: int, styles: Styles) -> int:
    """The largest type that keeps to the width, and to a height that leaves room for text on page 1."""
    wide = styles.grid.width / (longest + GAP_CELLS + len(DOCUMENT))
    high = standard.pt(standard.MARK_HEIGHT) / (rows * (1 + ROW_GAP))
    return int(min(styles.mark_pt, wide, high))


def _document(styles: Styles, size: int, top: float, left: float) -> Placed:
    setting = replace(styles.mark(size, 0.0), align=Align.LEFT, space_after=0.0)
    text = Text(Role.MARK, (Run(DOCUMENT, Face.XIAO_BIAO_SONG),), setting, Source("organs"))
    gap = GAP_CELLS * size
    width = size * (len(DOCUMENT) + 0.1)
    return Placed(text, standard.pt(styles.practice.top_mm) + top, left + gap, width)
