"""A frame of boxes: the texts of each in the largest type that fits, its border drawn once where boxes meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports import forms_standard, standard
from exports.page import Align, Glyphs, Role, Rule
from exports.typeset.lines import set_text
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Box, Frame, Text
    from exports.typeset.fonts import FontBook
    from exports.typeset.set_line import SetLine

PADDING = standard.pt(forms_standard.BOX_PADDING)
HALF = 2  # type sizes are counted in half points, as Word does
SHOWN = 12
ONE_LINE_SCALES = 3


class BoxTooSmall(UserError):
    """A text does not fit into its box in any type that can be read."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The texts of a box as they fit, and their lines."""

    texts: tuple[Text, ...]
    lines: tuple[SetLine, ...]

    @property
    def height(self) -> float:
        """Of all lines."""
        return sum(line.height for line in self.lines)


def fitted(box: Box, fonts: FontBook) -> Fitted:
    """The texts of a box, made smaller where they are too long for it.

    Raises:
        BoxTooSmall: the smallest type is too large; names the text.
        UserError: a character is in no font.
    """
    made = [_scaled_to(box, fonts, forms_standard.SCALES[0])]
    if len(made[0].lines) > len(box.texts) or made[0].height > box.height - PADDING:
        made = [_scaled_to(box, fonts, scale) for scale in forms_standard.SCALES]
    room = box.height - (0.0 if box.is_middle else PADDING)
    fits = [one for one in made if one.height <= room]
    if fits:
        little = (one for one in fits[:ONE_LINE_SCALES] if len(one.lines) == len(box.texts))
        return next(little, fits[0]) if _is_centred(box) else fits[0]
    longest = max((text.text for text in box.texts), key=len)
    raise BoxTooSmall(
        f"“{longest[:SHOWN]}…”有 {len(longest)} 个字，表格的格子里放不下。请改短，或改用简称。"
    )


def _is_centred(box: Box) -> bool:
    """Such a text rather gets a little smaller than leave a character on a line of its own."""
    return all(text.setting.align is Align.CENTER for text in box.texts)


def _scaled_to(box: Box, fonts: FontBook, scale: float) -> Fitted:
    texts = tuple(_scaled(text, scale) for text in box.texts)
    room = box.width - 2 * PADDING
    return Fitted(texts, tuple(line for text in texts for line in set_text(text, fonts, room)))


def frame_marks(frame: Frame, fonts: FontBook, left: float, top: float) -> Iterator[Glyphs | Rule]:
    """Its texts and borders, its upper left corner at (`left`, `top`)."""
    yield from dict.fromkeys(_borders(frame, left, top))
    for box in frame.boxes:
        if box.is_filled and box.ink is not None:
            middle = top + box.y + box.height / 2
            yield Rule(left + box.x, middle, box.width, box.height, box.ink, Role.TABLE)
        made = fitted(box, fonts)
        y = top + box.y + ((box.height - made.height) / 2 if box.is_middle else PADDING)
        for line in made.lines:
            for glyphs in line.glyphs:
                yield glyphs.moved(left + box.x + PADDING, y)
            y += line.height


def _borders(frame: Frame, left: float, top: float) -> Iterator[Rule]:
    for box in frame.boxes:
        if box.ink is None:
            continue
        x, y = left + box.x, top + box.y
        for down in (0.0, box.height):
            yield Rule(x, y + down, box.width, standard.TABLE_RULE_PT, box.ink, Role.TABLE)
        for right in (0.0, box.width):
            rule = Rule(x + right, y, box.height, standard.TABLE_RULE_PT, box.ink, Role.TABLE)
            yield replace(rule, is_upright=True)


def _scaled(text: Text, scale: float) -> Text:
    if scale == 1.0:
        return text
    setting = text.setting
    size = round(setting.size * scale * HALF) / HALF
    return replace(
        text,
        setting=replace(
            setting,
            size=size,
            pitch=setting.pitch * size / setting.size,
            first_indent=setting.first_indent * size / setting.size,
        ),
    )
