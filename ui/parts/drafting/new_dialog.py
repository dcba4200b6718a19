"""新建公文: of a 文种 with its skeleton, or from an earlier notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.edition import Edition
from models.notice import Notice
from models.numerals import arabic_date
from models.reading.skeletons import of_edition
from models.rules.drafting.starting import started_from
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.reading.skeletons import Skeleton
    from models.store.notices import NoticeLine

SIZE = (720, 480)
USUAL_KIND = "通知"
RULES = (
    (Edition.GB2012, "2012年条例（15种）"),
    (Edition.GB1999, "2000年办法（13种）"),
)


def ask_new(
    parent: QWidget,
    skeletons: Sequence[Skeleton],
    lines: Sequence[NoticeLine],
    load: Callable[[int], Notice],
) -> Notice | None:
    """Ask what the new notice starts from; None where the clerk thought better of it."""
    dialog = NewDialog(skeletons, lines, load, parent)
    notice = dialog.notice() if dialog.exec() else None
    dialog.deleteLater()
    return notice


class NewDialog(QDialog):
    """Two tabs: a 文种, an earlier notice.

    Attributes:
        tabs, rules, kinds, with_words, earlier, next_year, preview: Its widgets.
    """

    def __init__(
        self,
        skeletons: Sequence[Skeleton],
        lines: Sequence[NoticeLine],
        load: Callable[[int], Notice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._skeletons, self._lines, self._load = skeletons, lines, load
        self._shown: Sequence[Skeleton] = ()
        self.tabs = QTabWidget()
        self.rules, self.kinds = QComboBox(), QListWidget()
        self.with_words = QCheckBox("带上开头、结尾等常用文字（“……”处填写）")
        self.earlier = QListWidget()
        self.next_year = QCheckBox("标题中的年份加一年")
        self.preview = QPlainTextEdit(readOnly=True)
        self.buttons = QDialogButtonBox()
        self._lay_out()
        self._connect()
        self._show_kinds()

    def notice(self) -> Notice:
        """The new notice as the dialog says it now."""
        if self.tabs.currentWidget() is self.earlier.parentWidget():
            line = self._lines[max(self.earlier.currentRow(), 0)]
            return started_from(self._load(line.id), next_year=self.next_year.isChecked())
        skeleton = self._shown[max(self.kinds.currentRow(), 0)].notice
        of_old = RULES[self.rules.currentIndex()][0] is Edition.GB1999
        edition = Edition.GB1999 if of_old else None
        if self.with_words.isChecked():
            return replace(skeleton, edition=edition)
        return Notice(kind=skeleton.kind, edition=edition)

    def _lay_out(self) -> None:
        self.setWindowTitle("新建公文")
        self.resize(*SIZE)
        self.rules.addItems([words for _, words in RULES])
        self.with_words.setChecked(True)
        self.next_year.setChecked(True)
        for widget, name in (
            (self.rules, "按哪个规定"),
            (self.kinds, "文种"),
            (self.earlier, "以往的公文"),
            (self.preview, "新公文的样子"),
        ):
            widget.setAccessibleName(name)
        self.kinds.setProperty("role", "ticks")
        self.preview.setTabChangesFocus(True)
        self.tabs.addTab(_column(self.rules, self.kinds, self.with_words), "选择文种")
        self.tabs.addTab(_column(self.earlier, self.next_year), "以往年公文为起点")
        self.tabs.setTabEnabled(1, bool(self._lines))
        self.earlier.addItems([_line(line) for line in self._lines])
        self.earlier.setCurrentRow(0)
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton("新建", role.AcceptRole).setProperty("primary", "true")
        self.buttons.addButton("取消", role.RejectRole)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.rules.currentIndexChanged.connect(self._show_kinds)
        self.tabs.currentChanged.connect(self._show_preview)
        for box in (self.with_words, self.next_year):
            box.toggled.connect(self._show_preview)
        for items in (self.kinds, self.earlier):
            items.currentRowChanged.connect(self._show_preview)
            items.itemActivated.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show_kinds(self) -> None:
        """The 文种 of the rules that are chosen, the usual one marked."""
        self._shown = of_edition(self._skeletons, RULES[self.rules.currentIndex()][0])
        names = [one.kind for one in self._shown]
        self.kinds.clear()
        self.kinds.addItems(["命令（令）" if name == "令" else name for name in names])
        self.kinds.setCurrentRow(names.index(USUAL_KIND))

    def _show_preview(self) -> None:
        self.preview.setPlainText("\n".join(_told(self.notice())))


def _told(notice: Notice) -> list[str]:
    """What the notice says already."""
    lines = [notice.title, f"{notice.addressees}：" if notice.addressees else ""]
    lines += [f"　　{paragraph.whole}" for paragraph in notice.body]
    lines += [f"　　（{notice.notes}）" if notice.notes else ""]
    for piece in notice.pieces:
        lines += ["", piece.title, *(f"　　{paragraph.whole}" for paragraph in piece.paragraphs)]
    return lines[not notice.title :] if any(lines) else [f"空白的{notice.kind}"]


def _line(line: NoticeLine) -> str:
    """Number and date behind the title, as the clerk looks for a year."""
    day = arabic_date(line.date) if line.date else ""
    return "\n".join(
        filter(None, (line.title or "（无标题）", f"{line.doc_number}　{day}".strip()))
    )


def _column(*widgets: QWidget) -> QWidget:
    inner = QWidget()
    column = QVBoxLayout(inner)
    for widget in widgets:
        column.addWidget(widget)
        if isinstance(widget, QListWidget):
            widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            widget.setWordWrap(True)
    return inner
