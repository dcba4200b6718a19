"""The line at the foot of the window: what the paper is set in, which page, how large, whether all is saved, and when it was backed up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from exports.typeset.font_finding import Substitute

NEVER = "还没有备份；“文件→立即备份”现在就备份"


class Status(QStatusBar):
    """Labels at the right; messages come and go at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.stand_ins, self.extent, self.place, self.zoom, self.backup, self.saved = (
            labels
        ) = tuple(QLabel(textFormat=Qt.TextFormat.PlainText) for _ in range(7))
        self.setSizeGripEnabled(False)
        for label in labels:
            self.addPermanentWidget(label)

    def show_stand_ins(self, found: Sequence[Substitute]) -> None:
        """How many of the standard's own fonts this PC lacks; which, when the mouse rests there."""
        self.stand_ins.setText(f"代用字体 {len(found)} 种" if found else "")
        self.stand_ins.setToolTip("\n".join(map(str, found)))
        self.stand_ins.setAccessibleDescription(self.stand_ins.toolTip())

    def show_extent(self, words: int, lines: int) -> None:
        """How much the notice says; nothing of one that says nothing."""
        self.extent.setText(f"{words:,} 字　{lines:,} 行" if words else "")
        self.extent.setToolTip("正文和附件的字数（一个数字、一个英文词算一个字）和行数")

    def show_place(self, page: int, pages: int) -> None:
        """Which page is in sight."""
        self.place.setText(f"第 {page} 页，共 {pages} 页" if pages else "")

    def show_table(self, words: str, *, has_paper: bool) -> None:
        """How much is in the table in sight, or of the paper."""
        self.table.setText(words)
        for label in (self.stand_ins, self.extent, self.place, self.zoom):
            label.setVisible(has_paper)

    def show_zoom(self, percent: int) -> None:
        """How large the paper is shown."""
        self.zoom.setText(f"{percent}%")

    def show_backup(self, at: datetime | None) -> None:
        """When the last backup was made: the time of today, else the day."""
        self.backup.setText(told_backup(at, date.today()))
        self.backup.setToolTip(f"最近一次备份：{at:%Y-%m-%d %H:%M}" if at is not None else NEVER)

    def show_saved(
        self, at: datetime | None, *, is_dirty: bool, read_only: bool, is_full: bool
    ) -> None:
        """Whether all is on the disk, and whether that has room."""
        words = f"已保存 {at:%H:%M:%S}" if at is not None else ""
        if read_only:
            words = "只读，不能修改"
        elif is_dirty:
            words = "正在输入…"
        self.saved.setText(words + ("　磁盘空间不足 200 MB，请清理" if is_full else ""))


def told_backup(at: datetime | None, today: date) -> str:
    """`备份 14:05`, `备份 3月2日`, `备份 2025年3月2日`."""
    if at is None:
        return "未备份"
    if at.date() == today:
        return f"备份 {at:%H:%M}"
    year = "" if at.year == today.year else f"{at.year}年"
    return f"备份 {year}{at.month}月{at.day}日"
