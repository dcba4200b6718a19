"""What the window says of its state: which commands are open, and whether all is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.typeset.font_finding import substitutes
from models.files import has_little_room
from ui.actions import DRAFTING, NEED_NOTICE, NEED_TABLE, NEED_WRITING, ON_NOTICE

if TYPE_CHECKING:
    from exports.typeset.fonts import FontBook
    from ui.actions import Actions
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.parts.status import Status


def show_actions(
    actions: Actions, desk: Desk, draft: Draft, *, has_paper: bool, has_table: bool
) -> None:
    """Open the commands that can be taken just now."""
    is_open, may = draft.notice is not None, not desk.file.read_only
    for name in NEED_NOTICE:
        actions[name].setEnabled(is_open)
    for name in NEED_WRITING:
        actions[name].setEnabled(may and (is_open or name != "delete"))
    for name in DRAFTING:
        actions[name].setEnabled(may and is_open and has_paper)
    for name in ON_NOTICE:
        actions[name].setEnabled(is_open and has_paper)
    for name in NEED_TABLE:
        actions[name].setEnabled(has_table)
    undo = desk.undo
    actions["undo"].setEnabled(undo.canUndo() or draft.is_dirty)
    actions["redo"].setEnabled(undo.canRedo() and not draft.is_dirty)
    for name, word, what in (("undo", "撤销", undo.undoText()), ("redo", "重做", undo.redoText())):
        actions[name].setText(f"{word}{what}")
        actions[name].setIconText(word)


def title_of(desk: Desk, draft: Draft) -> str:
    """What the window is called."""
    notice = draft.notice
    title = notice.title or "未命名" if notice else desk.file.path.stem
    return f"{title} - 印发"


def show_status(status: Status, desk: Desk, draft: Draft, fonts: FontBook) -> None:
    """The line at the foot."""
    practice, file = desk.office.practice, desk.file
    status.show_stand_ins(substitutes(fonts.files, with_latin=practice.latin_digits))
    status.show_saved(
        draft.saved_at,
        is_dirty=draft.is_dirty,
        read_only=file.read_only,
        is_full=has_little_room(file.path.parent),
    )
