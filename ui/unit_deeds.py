"""What the clerk does to units as a whole: stop them, merge them, put them under other categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from models.errors import UserError
from models.rules.rosters import merged, stopped
from ui.parts.categories_dialog import ask_categories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.unit import Roster
    from ui.desk import Desk

SHOWN = 3


class UnitDeeds(QObject):
    """Each is one step that can be undone. Units are told by their places in the roster."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def keep(self, label: str, roster: Roster) -> None:
        """Store the roster where it differs."""
        if roster != self._desk.roster:
            self._desk.change(label, self._desk.roster, roster, self._desk.put_roster)

    def stop(self, places: Sequence[int]) -> None:
        """Stop units; those that are all stopped are used again."""
        roster = self._desk.roster
        is_stopped = not all(roster.units[at].is_stopped for at in places)
        for at in places:
            roster = stopped(roster, at, is_stopped=is_stopped)
        self.keep("停用单位" if is_stopped else "恢复使用单位", roster)

    def merge(self, places: Sequence[int]) -> None:
        """Ask which unit takes these over.

        Raises:
            UserError: there is no such unit.
        """
        roster = self._desk.roster
        others = {
            unit.name: at
            for at, unit in enumerate(roster.units)
            if not unit.is_stopped and at not in places
        }
        gone = "、".join(roster.units[at].name for at in places[:SHOWN])
        more = f"等 {len(places)} 个单位" if len(places) > SHOWN else ""
        words = f"“{gone}”{more}并入哪个单位？可以输入名称。"
        told, is_told = QInputDialog.getItem(self._window, "并入", words, list(others))
        name = told.strip()
        if not is_told:
            return
        if name not in others:
            raise UserError(f"没有找到在用的单位“{name[:20]}”。请从列表中选一个。")
        for at in places:
            roster = merged(roster, at, others[name])
        self.keep("并入单位", roster)

    def edit_categories(self) -> None:
        """Ask for the categories."""
        if not self._desk.file.read_only:
            roster = ask_categories(self._window, self._desk.roster)
            if roster is not None:
                self.keep("修改类别", roster)
