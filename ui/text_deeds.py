"""What is done to the paragraphs of the open notice: each deed with the numbers that follow is one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.notice import Level, Paragraph
from models.places import Place, text_of, with_text_of
from models.rules.drafting.cleaning import Cleaned, as_it_is, cleaned
from models.rules.drafting.numbers import Numbered, followed, renumbered, running_on
from models.rules.drafting.outlining import (
    Edited,
    at_level,
    carried,
    inserted,
    joined_with_previous,
    opened_behind,
    pasted,
    removed_from,
    shifted,
    split,
    stepped,
    with_blocks,
)
from ui.parts.paragraph import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.notice import Notice
    from models.rules.drafting.numbers import Text
    from ui.draft import Draft
    from ui.parts.outline import Outline
    from ui.parts.paragraph import ParagraphForm

SHOWN = 4
NOTHING = "编号都连续，没有要改的。"


class TextDeeds(QObject):
    """Answers the outline and the form of the paragraph, on the text that has the keyboard.

    How numbers run on is seen from the text itself; what the clerk chose holds until another notice is opened, as a
    text with a single number does not show it.
    """

    def __init__(self, draft: Draft, outline: Outline, paragraph: ParagraphForm) -> None:
        super().__init__(outline)
        self._draft, self._outline, self._paragraph = draft, outline, paragraph
        self._running: dict[int, dict[Level, bool]] = {}
        self._before_paste: tuple[Notice, Place] | None = None
        self._connect()

    def add(self) -> None:
        """An empty paragraph behind the chosen one, of its level."""
        self._do("添加段落", partial(opened_behind, at=self._outline.place.paragraph))
        self._paragraph.focus()

    def remove(self) -> None:
        """Take the chosen paragraphs away."""
        if chosen := self._outline.tree.chosen:
            self._do("删除段落", partial(removed_from, chosen=chosen))

    def move(self, step: int) -> None:
        """The chosen blocks up or down."""
        if chosen := self._outline.tree.chosen:
            self._do("移动段落", partial(stepped, chosen=chosen, step=step))

    def shift(self, step: int) -> None:
        """The chosen paragraphs deeper or shallower."""
        if chosen := self._outline.tree.chosen:
            self._do("降一级" if step > 0 else "升一级", partial(shifted, chosen=chosen, step=step))

    def set_level(self, level: Level) -> None:
        """The chosen paragraph on a level."""
        at = self._outline.place.paragraph

        def change(text: Text) -> Edited:
            new = (*text[:at], at_level(text[at], level, text), *text[at + 1 :])
            return Edited(new, (at,), frozenset((at,)))

        if at >= 0:
            self._do("修改层次", change)

    def split(self, place: int) -> None:
        """What stands behind a place of the paragraph's words becomes the next paragraph."""
        self._do("分段", partial(split, at=self._outline.place.paragraph, place=place))
        self._paragraph.begin()

    def join(self) -> None:
        """The paragraph goes to the end of the one above it."""
        at = self._outline.place.paragraph
        before = len(self._text()[at - 1].text)
        self._do("并入上一段", partial(joined_with_previous, at=at))
        self._paragraph.begin(before)

    def carry(self, to: Place) -> None:
        """The chosen blocks before a place, also of another text."""
        chosen = self._outline.tree.chosen
        if to.piece == self._outline.place.piece:
            self._do("移动段落", partial(carried, chosen=chosen, to=to.paragraph))
        elif (notice := self._draft.notice) is not None:
            self._carry_over(notice, chosen, to)

    def paste(self, raw: str, start: int, end: int) -> None:
        """Put the text of the clipboard, cleaned, in the place of a stretch of the paragraph's words."""
        notice, place, result = self._draft.notice, self._outline.place, cleaned(raw)
        if notice is None or not result.lines:
            return
        self._draft.flush()
        self._put("粘贴", result, (start, end))
        if result.changes:
            self._before_paste = (notice, place)
            self._paragraph.paste_note.tell(result, partial(self.paste_as_it_is, raw, (start, end)))

    def paste_as_it_is(self, raw: str, span: tuple[int, int]) -> None:
        """The way back from a cleaned paste: the same text with nothing cleaned, as one more step."""
        if self._before_paste is not None:
            notice, place = self._before_paste
            self._draft.notice = notice
            self._outline.show_notice(notice, place)
            self._put("原样粘贴", as_it_is(raw), span)

    def forget(self) -> None:
        """What was said of the last deed is no longer true."""
        self._outline.tell("")
        self._paragraph.paste_note.tell(None)
        self._before_paste = None

    def renumber(self) -> None:
        """Count all numbers of the text anew."""
        text = self._text()
        result = renumbered(text, self._on(text))
        if result.changes:
            self._take("重新编号", self._outline.place, result, self._outline.tree.chosen)
        self._outline.tell(told(result) or NOTHING, _all(result))

    def run_on(self, *, runs_on: bool) -> None:
        """The numbers of the chosen level count on over headings, or begin again under each."""
        text, place = self._text(), self._outline.place
        level = text[place.paragraph].level if place.paragraph >= 0 else Level.THIRD
        self._running.setdefault(place.piece, {})[level] = runs_on
        result = renumbered(text, self._on(text), (level,))
        if result.changes:
            label = "全文连续编号" if runs_on else "分节编号"
            self._take(label, place, result, self._outline.tree.chosen)
        self._outline.tell(told(result) or NOTHING, _all(result))

    def _connect(self) -> None:
        outline, paragraph = self._outline, self._paragraph
        outline.add_asked.connect(self.add)
        outline.remove_asked.connect(self.remove)
        outline.move_asked.connect(self.move)
        outline.level_asked.connect(self.shift)
        outline.edit_asked.connect(paragraph.focus)
        outline.dropped.connect(self.carry)
        outline.numbers_asked.connect(self.renumber)
        outline.running_asked.connect(self._on_running)
        outline.menu_asked.connect(self._show_running)
        paragraph.level_asked.connect(self.set_level)
        paragraph.text_field.split_asked.connect(self.split)
        paragraph.text_field.join_asked.connect(self.join)
        paragraph.text_field.pasted.connect(self.paste)
        self._draft.shown.connect(self._running.clear)

    def _on_running(self, runs_on: bool) -> None:
        self.run_on(runs_on=runs_on)

    def _show_running(self) -> None:
        """The tick of the menu says how the level of the chosen paragraph runs."""
        text, place = self._text(), self._outline.place
        level = text[place.paragraph].level if 0 <= place.paragraph < len(text) else Level.PLAIN
        self._outline.runs_on.setText(f"“{LEVELS[level]}”一级全文连续编号")
        self._outline.runs_on.setEnabled(level not in (Level.PLAIN, Level.TABLE))
        self._outline.runs_on.setChecked(level in self._on(text))

    def _text(self) -> Text:
        notice, piece = self._draft.notice, self._outline.place.piece
        return () if notice is None or piece >= len(notice.pieces) else text_of(notice, piece)

    def _on(self, text: Text, piece: int | None = None) -> frozenset[Level]:
        piece = self._outline.place.piece if piece is None else piece
        return running_on(text, self._running.get(piece))

    def _do(self, label: str, deed: Callable[[Text], Edited]) -> None:
        """Do it to the text, let the numbers follow, and say which did."""
        if self._draft.notice is None:
            return
        before, piece = self._text(), self._outline.place.piece
        edited = deed(before)
        result = followed(before, edited.text, edited.fresh, self._on(before))
        self._take(label, Place(piece, edited.chosen[0]), result, edited.chosen)
        self._outline.tell(told(result), _all(result))

    def _carry_over(self, notice: Notice, chosen: Sequence[int], to: Place) -> None:
        """Out of one text into another: the numbers of both follow."""
        piece, text, target = self._outline.place.piece, self._text(), text_of(notice, to.piece)
        places = with_blocks(text, chosen)
        left = followed(text, removed_from(text, places).text, (), self._on(text))
        edited = inserted(target, to.paragraph, (text[at] for at in places))
        there = followed(target, edited.text, edited.fresh, self._on(target, to.piece))
        changed = with_text_of(notice, piece, left.text)
        self._draft.edit("移动段落", with_text_of(changed, to.piece, there.text))
        if self._draft.notice is not None:
            self._outline.show_notice(self._draft.notice, Place(to.piece, to.paragraph))
            self._outline.select(to.piece, edited.chosen)
        both = Numbered((), (*left.changes, *there.changes), (*left.left, *there.left))
        self._outline.tell(told(both), _all(both))

    def _put(self, label: str, result: Cleaned, span: tuple[int, int]) -> None:
        """Into the chosen paragraph; cells become a table behind it, or in its place where it is empty."""
        at, text = self._outline.place.paragraph, self._text()
        if result.is_table:
            table = Paragraph(result.lines[0], Level.TABLE)
            is_empty = not text[at].whole.removeprefix(text[at].number)
            if is_empty:
                self._do(label, lambda text: Edited((*text[:at], table, *text[at + 1 :]), (at,)))
            else:
                self._do(label, partial(inserted, at=at + 1, new=(table,)))
            self._paragraph.begin()
            return
        tail = len(text[at].text) - span[1]
        self._do(label, partial(pasted, at=at, span=span, lines=result.lines))
        self._paragraph.begin(len(self._paragraph.text_field.text()) - tail)

    def _take(self, label: str, place: Place, result: Numbered, chosen: Sequence[int]) -> None:
        if self._draft.notice is None:
            return
        self._draft.edit(label, with_text_of(self._draft.notice, place.piece, result.text))
        notice = self._draft.notice
        self._outline.show_notice(notice, place)
        self._outline.select(place.piece, chosen)


def told(result: Numbered) -> str:
    """What became of the numbers, in words; empty where they stay."""
    words = ""
    if result.changes:
        some = "，".join(f"{_said(c.before)}→{_said(c.after)}" for c in result.changes[:SHOWN])
        more = "等" if len(result.changes) > SHOWN else ""
        words = f"编号改了 {len(result.changes)} 处：{some}{more}。"
    if result.left:
        names = "、".join(f"“{LEVELS[level]}”" for level in dict.fromkeys(result.left))
        words += f"{names}一级原来的编号不连续，没有改动；要改请按“编号→重新编号”。"
    return words


def _all(result: Numbered) -> str:
    return "\n".join(f"{_said(c.before)} → {_said(c.after)}" for c in result.changes)


def _said(number: str) -> str:
    return number.strip(" 　、") or "无"
