"""The look: two palettes, one accent, steps of four pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STEP = 4
MIDDLE = 128  # lightness
LABEL_WIDTH = 64  # pixels, of the names in front of fields
GAP = 2 * STEP
GROUP_GAP = 4 * STEP


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme, by what they are for."""

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    chosen: str
    warning: str
    warning_ground: str
    desk: str
    scroll: str
    right: str
    right_ground: str
    wrong: str
    wrong_ground: str


LIGHT = Colours(
    window="#F5F5F4",
    base="#FFFFFF",
    raised="#FAFAF9",
    text="#1F1F1E",
    quiet="#63625F",
    line="#D5D4D0",
    accent="#A61B1B",
    on_accent="#FFFFFF",
    chosen="#F6E3E1",
    warning="#8A4B00",
    warning_ground="#FFF6E0",
    desk="#E4E3E0",
    scroll="#BDBBB6",
    right="#1B6B36",
    right_ground="#E6F3E9",
    wrong="#A3201C",
    wrong_ground="#FBE9E7",
)
DARK = Colours(
    window="#232322",
    base="#1B1B1A",
    raised="#2B2B2A",
    text="#ECEBE8",
    quiet="#A9A7A2",
    line="#454441",
    accent="#E05A4F",
    on_accent="#1B1110",
    chosen="#4A2A27",
    warning="#F0B45C",
    warning_ground="#3A2E17",
    desk="#161615",
    scroll="#5A5855",
    right="#7CCB92",
    right_ground="#1B3322",
    wrong="#FF9C92",
    wrong_ground="#43201D",
)


def colours(*, dark: bool) -> Colours:
    """The colours of a theme."""
    return DARK if dark else LIGHT


def look_of(palette: QPalette) -> Colours:
    """The colours that go with a palette."""
    return colours(dark=palette.color(QPalette.ColorRole.Window).lightness() < MIDDLE)


def colour(text: str) -> QColor:
    """A colour of a theme for what Qt paints."""
    return QColor(text)


def is_dark(app: QApplication, choice: str) -> bool:
    """Whether `choice` (dark, light, or system) means the dark theme."""
    if choice == "system":
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return choice == "dark"


def dress(app: QApplication, *, dark: bool) -> None:
    """Give the whole program its look."""
    look = colours(dark=dark)
    app.setStyle("Fusion")
    app.setPalette(_palette(look))
    app.setStyleSheet(sheet(look))


def _palette(look: Colours) -> QPalette:
    palette = QPalette(QColor(look.window))
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, look.window),
        (role.Base, look.base),
        (role.AlternateBase, look.raised),
        (role.Button, look.raised),
        (role.ToolTipBase, look.raised),
        (role.WindowText, look.text),
        (role.Text, look.text),
        (role.ButtonText, look.text),
        (role.ToolTipText, look.text),
        (role.PlaceholderText, look.quiet),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.accent),
        (role.Accent, look.accent),
        (role.Mid, look.line),
        (role.Dark, look.desk),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.quiet))
    return palette


def sheet(look: Colours) -> str:
    """The style sheet of a theme."""
    values = {name: getattr(look, name) for name in Colours.__slots__}
    text = _SHEET
    for name, value in sorted(values.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(f"@{name}", value)
    return text


_SHEET = """
QMenuBar { background: @window; padding: 0 4px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 3px; }
QMenuBar::item:selected { background: @chosen; color: @text; }
QMenu { background: @base; border: 1px solid @line; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 24px; }
QMenu::item:selected { background: @chosen; color: @text; }
QMenu::item:disabled { color: @quiet; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolBar { background: @window; border: 0; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { width: 1px; background: @line; margin: 4px; }
QToolButton, QPushButton { padding: 4px 12px; border: 1px solid transparent; border-radius: 4px; min-height: 18px; }
QPushButton { background: @raised; border-color: @line; }
QToolButton[role="tight"] { padding: 4px 8px; }
QToolButton[role="tile"] { background: @raised; border-color: @line; padding: 4px 12px; font-weight: bold; }
QToolButton[role="tile"]:checked { background: @chosen; border-color: @accent; }
QToolButton[role="menu"] { padding: 4px 16px 4px 8px; }
QToolButton:hover, QPushButton:hover { background: @chosen; }
QToolButton:focus, QPushButton:focus { border: 1px solid @accent; }
QToolButton:checked { background: @chosen; border-color: @line; }
QToolButton:disabled, QPushButton:disabled { color: @quiet; }
QToolButton[primary="true"], QPushButton[primary="true"] { background: @accent; color: @on_accent; border-color: @accent; }
QToolButton[primary="true"]:disabled { background: @raised; color: @quiet; border-color: @line; }
QToolButton[primary="true"]:focus, QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[stage] { background: @base; border-radius: 6px; text-align: left; padding: 0; min-height: 94px; min-width: 92px; }
QPushButton[stage]:hover { border-color: @quiet; }
QPushButton[stage]:focus { border: 2px solid @accent; }
QPushButton[stage="due"] { background: @accent; border-color: @accent; }
QPushButton[stage="due"]:focus { border: 2px solid @text; }
QPushButton[stage] QLabel[role="state"] { color: @quiet; }
QPushButton[stage="done"] QLabel[role="state"] { color: @right; }
QPushButton[stage="later"] QLabel { color: @quiet; }
QPushButton[stage="due"] QLabel, QPushButton[stage="due"] QLabel[role="state"] { color: @on_accent; }
QPushButton[role="tight"] { padding: 1px 8px; }
QLineEdit, QPlainTextEdit { background: @base; border: 1px solid @line; border-radius: 4px;
  padding: 2px 6px; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid @accent; }
QLineEdit[lacking="true"], QPlainTextEdit[lacking="true"] { background: @warning_ground; border-color: @warning; }
QLineEdit[lacking="true"]:focus, QPlainTextEdit[lacking="true"]:focus { border: 2px solid @accent; padding: 1px 5px; }
QLabel[role="quiet"] { color: @quiet; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="group"] { font-weight: bold; color: @text; }
QLabel[role="title"] { font-size: 14pt; }
QLabel[role="banner"] { background: @warning_ground; color: @warning; border-bottom: 1px solid @line; padding: 6px 12px; }
QFrame[role="bar"] { background: @raised; border-bottom: 1px solid @line; }
QLabel[role="note"] { color: @quiet; border-top: 1px solid @line; padding: 4px 12px; }
QListWidget, QTreeWidget { background: @base; border: 0; outline: 0; }
QListWidget::item { border-bottom: 1px solid @line; padding: 8px; }
QListWidget::item:selected, QTreeWidget::item:selected { background: @chosen; color: @text; }
QListWidget, QTreeWidget { border: 1px solid @base; }
QListWidget:focus, QTreeWidget:focus { border: 1px solid @accent; }
QTreeWidget::item { min-height: 24px; }
QTableView { background: @base; alternate-background-color: @raised; border: 1px solid @line; gridline-color: @line;
  selection-background-color: @chosen; selection-color: @text; }
QTableView:focus { border: 1px solid @accent; }
QTableView QLineEdit { border: 2px solid @accent; border-radius: 0; padding: 0 2px; min-height: 18px; }
QHeaderView { background: @window; border: 0; }
QHeaderView::section { background: @window; color: @text; border: 0; border-right: 1px solid @line;
  border-bottom: 1px solid @line; padding: 4px; }
QLabel[sum="right"] { background: @right_ground; color: @right; border: 1px solid @right; border-radius: 4px; }
QLabel[sum="wrong"] { background: @wrong_ground; color: @wrong; border: 1px solid @wrong; border-radius: 4px; }
QListWidget[role="lines"] { background: transparent; border: 1px solid transparent; border-radius: 4px; }
QListWidget[role="lines"]:focus { border: 1px solid @accent; }
QListWidget[role="lines"]::item { padding: 5px 8px; }
QListWidget[role="lines"]::item:hover { background: @base; }
QListWidget[role="ticks"]::item { border: 0; padding: 2px 8px; }
QListWidget[role="pages"] { background: @window; border: 0; border-right: 1px solid @line; }
QListWidget[role="pages"]::item { border: 0; border-left: 3px solid transparent; padding: 8px; }
QListWidget[role="pages"]::item:selected { border-left: 3px solid @accent; }
QListWidget[role="pages"]:focus { border: 1px solid @accent; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QTabBar::tab { padding: 6px 16px; background: transparent; border: 0; border-bottom: 2px solid transparent; color: @quiet; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { background: @chosen; }
QScrollArea { border: 0; background: @window; }
QSplitter::handle { background: @line; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractSpinBox { min-height: 24px; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @line; selection-background-color: @chosen; selection-color: @text; }
QStatusBar { background: @window; border-top: 1px solid @line; color: @quiet; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @quiet; padding: 0 8px; }
QStatusBar QLabel[role="warning"] { color: @warning; }
"""
