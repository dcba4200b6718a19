"""The run as the clerk sees it: how far it is, pause, stop, go on from a copy after a jam, and which copies were spoiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from ui.printing.press import Press

WIDTH = 480


class RunDialog(QDialog):
    """Shows a press; it is closed when the run is over or was stopped.

    Attributes:
        press: What it shows.
        start_again: The copy to go on from, while it is paused.
        spoiled: The 份号 that were spoiled, as they are typed.
    """

    def __init__(self, press: Press, *, asks_spoiled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.press, self._asks_spoiled = press, asks_spoiled
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.bar = QProgressBar()
        self.start_again = QSpinBox(minimum=1)
        self.spoiled, self.reason = QLineEdit(), QLineEdit()
        self.pause, self.stop = QPushButton("暂停"), QPushButton("停止")
        self._asked = QFormLayout()
        self._lay_out()
        press.progressed.connect(self._show_progress)
        press.failed.connect(self._on_failed)
        press.ended.connect(self._on_ended)
        self._show_progress()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the corner means what the button means."""
        event.ignore()
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses wherever the keyboard is not in a field."""
        if event.key() == Qt.Key.Key_Space and not self.press.is_over:
            self._turn()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Escape and the cross pause first; of a pause, 停止 ends the run."""
        if self.press.is_over:
            self.accept()
        elif not self.press.is_paused:
            self._turn()

    def _lay_out(self) -> None:
        self.setWindowTitle("正在打印")
        self.setMinimumWidth(WIDTH)
        self.bar.setAccessibleName("进度")
        self.start_again.setAccessibleName("从第几份接着印")
        self.spoiled.setAccessibleName("印坏的份号")
        self.spoiled.setPlaceholderText("如 000012、000015—000016；没有就空着")
        self.reason.setAccessibleName("印坏的原因")
        self.reason.setPlaceholderText("如 卡纸")
        self._asked.addRow("从第几份接着印：", self.start_again)
        self._asked.addRow("印坏的份号：", self.spoiled)
        self._asked.addRow("原因：", self.reason)
        buttons = QDialogButtonBox()
        buttons.addButton(self.pause, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.stop, QDialogButtonBox.ButtonRole.ActionRole)
        # Enter in a field sends no sheet to a printer that is jammed
        for button in (self.pause, self.stop):
            button.setAutoDefault(False)
        self.pause.clicked.connect(self._turn)
        self.stop.clicked.connect(self._on_stop)
        column = QVBoxLayout(self)
        for part in (self.words, self.bar):
            column.addWidget(part)
        column.addLayout(self._asked)
        column.addWidget(buttons)
        self._show_asked()

    def _turn(self) -> None:
        """Pause, or go on: from another copy where the clerk says so."""
        if self.press.is_paused:
            copy = self.start_again.value()
            if copy != self.press.done + 1:
                self.press.go_back_to(copy)
            self.press.start()
        else:
            self.press.pause()
        self._show_progress()

    def _on_stop(self) -> None:
        if not self.press.is_over:
            self.press.stop()
            self._show_progress()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._show_progress()
        self.words.setText(f"{error}\n修好后按“继续”，从下面这一份接着印。")

    def _on_ended(self) -> None:
        self._show_progress()
        if not self._asks_spoiled:
            self.accept()

    def _show_progress(self) -> None:
        job, done = self.press.job, self.press.done
        self.bar.setMaximum(job.copies)
        self.bar.setValue(done)
        number = job.numbers[min(done, job.copies - 1)]
        told = f"，份号 {number}" if number else ""
        self.words.setText(f"{job.title}：已送 {done} 份，共 {job.copies} 份{told}")
        if self.press.is_over:
            self.words.setText("已送给打印机。请清点份数，印坏的填在下面，换号补印。")
        self.start_again.setMaximum(min(done + 1, job.copies))
        self.start_again.setValue(self.start_again.maximum())
        self._show_asked()

    def _show_asked(self) -> None:
        is_waiting = self.press.is_paused or self.press.is_over
        self._asked.setRowVisible(self.start_again, is_waiting and not self.press.is_over)
        for field in (self.spoiled, self.reason):
            self._asked.setRowVisible(field, is_waiting and self._asks_spoiled)
        self.pause.setText("继续" if self.press.is_paused else "暂停")
        self.pause.setVisible(not self.press.is_over)
        self.stop.setText("完成" if self.press.is_over else "停止")
        self.stop.setDefault(self.press.is_over)
