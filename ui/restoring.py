"""恢复备份: the backups of a data file to choose from, each with what is known of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.store.backups import backups_in, faults_of_all
from models.store.restoring import note_restored, put_back
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.store.backups import Backup
    from ui.backing_up import BackingUp
    from ui.desk import Desk

PATH = Qt.ItemDataRole.UserRole
SIZE = (640, 380)


def restore(window: QWidget, desk: Desk, backing_up: BackingUp, backup: Path) -> None:
    """Put a backup back in the place of the data file on the desk, which is backed up once more."""
    backing_up.back_up()
    desk.reopen(partial(_put_back, window, backup, desk.file.path))


def ask_backup(parent: QWidget, folders: Sequence[Path], stem: str) -> Path | None:
    """Ask which backup to put back; None where the clerk thought better of it."""
    found = [backup for folder in folders for backup in backups_in(folder, stem)]
    faults = wait_for(parent, faults_of_all, found)
    dialog = BackupDialog(list(zip(found, faults, strict=True)), parent)
    return dialog.chosen if dialog.exec() else None


def _put_back(window: QWidget, backup: Path, path: Path) -> None:
    wait_for(window, put_back, backup, path)
    note_restored(backup, path)


class BackupDialog(QDialog):
    """The backups, the newest first, each with what is wrong with it."""

    def __init__(self, backups: Sequence[tuple[Backup, Sequence[str]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Path | None = None
        self.list = QTreeWidget()
        self._words = QLabel(
            "选一份备份换回数据文件。换回之前会再备份一次，现在的文件也留在旁边，不会丢失。",
            textFormat=Qt.TextFormat.PlainText,
            wordWrap=True,
        )
        self.buttons = QDialogButtonBox()
        self.restore = QPushButton("恢复这份备份")
        self.other = QPushButton("另选文件…")
        self._lay_out()
        self._connect()
        self._show(backups)

    def _lay_out(self) -> None:
        self.setWindowTitle("恢复备份")
        self.resize(*SIZE)
        self.list.setHeaderLabels(["备份时间", "历史", "检查", "文件夹"])
        self.list.setAccessibleName("备份")
        self.list.setRootIsDecorated(False)
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton(self.other, role.ActionRole)
        self.buttons.addButton(self.restore, role.AcceptRole)
        self.buttons.addButton("取消", role.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self.list)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.other.clicked.connect(self._ask_other)

    def _show(self, backups: Sequence[tuple[Backup, Sequence[str]]]) -> None:
        self.restore.setEnabled(False)
        for backup, faults in backups:
            cells = [f"{backup.made:%Y-%m-%d %H:%M:%S}", f"第{backup.head.seq}条"]
            item = QTreeWidgetItem(
                [*cells, "有损坏" if faults else "完好", str(backup.path.parent)]
            )
            item.setData(0, PATH, str(backup.path))
            item.setToolTip(2, "".join(faults))
            item.setDisabled(bool(faults))
            self.list.addTopLevelItem(item)
        for column in range(3):
            self.list.resizeColumnToContents(column)

    def _on_selected(self) -> None:
        items = self.list.selectedItems()
        self.chosen = Path(items[0].data(0, PATH)) if items else None
        self.restore.setEnabled(bool(items))

    def _ask_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选一份备份", "", "备份 (*.yinfa)")
        if name:
            self.chosen = Path(name)
            self.accept()
