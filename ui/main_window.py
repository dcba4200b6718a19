"""The window: its menus, its pages, and every connection between the parts, in one block."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from models.errors import UserError
from models.proceeding import Step
from models.rules.drafting.extent import word_count
from models.rules.office_facts import with_office
from ui import messages, theme
from ui.actions import Actions
from ui.backing_up import BackingUp, told
from ui.commanding import Commanding
from ui.desk import Desk
from ui.draft import Draft
from ui.drafting import Drafting
from ui.finding import Finding
from ui.frame import Frame
from ui.help import ABOUT, HELP
from ui.history import History
from ui.intake import Intake, Taken, can_take, local_paths
from ui.output import Output
from ui.pages.distribution import DistributionPage
from ui.pages.notices import NoticesPage
from ui.pages.overview import OverviewPage
from ui.pages.replies import RepliesPage
from ui.pages.units import UnitsPage
from ui.parts.office_dialog import ask_office
from ui.parts.status import Status
from ui.paste_offer import PasteOffer
from ui.proceedings import Proceedings
from ui.replying.intake import holds_replies
from ui.rescue import open_or_rescue
from ui.restoring import ask_backup, restore
from ui.seeking import Seeking
from ui.state import show_actions, show_status, title_of
from ui.ways import Ways
from ui.year_books import YearBooks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from exports.typeset.fonts import FontBook
    from models.store.backups import Backup
    from models.store.datafile import DataFile
    from ui.frame import Page
    from ui.habits import Habits

SHOWN_MS = 8000
COUNT_AFTER_MS = 250
FIRST_SIZE = QRect(0, 0, 1366, 728)


class MainWindow(QMainWindow):
    """The whole program on one screen."""

    def __init__(self, file: DataFile, habits: Habits, fonts: FontBook) -> None:
        super().__init__()
        self._habits, self._fonts = habits, fonts
        self.desk = Desk(file, self)
        self.draft = Draft(self.desk, self)
        self.page = NoticesPage(self.desk, self.draft, fonts)
        self.units = UnitsPage(self.desk)
        self.distribution = DistributionPage(self.desk, self.draft)
        self.replies = RepliesPage(self.desk, self.draft, self.distribution.listing, fonts)
        self.drafting = Drafting(self.desk, self.draft, self.page, self)
        self.finding = Finding(self.draft, self.page)
        self.proceedings = Proceedings(self.desk, self.draft, self.page.bar, self)
        listing = self.distribution.listing
        self.overview = OverviewPage(self.desk, self.draft, listing, habits)
        self.output = Output(self.desk, self.draft, self.page, listing, habits, self)
        self.output.set_printing.printed.connect(partial(self.proceedings.note, Step.PRINT))
        self.year_books = YearBooks(self.desk, self.draft, habits, fonts, self)
        self.frame = Frame()
        self.intake = Intake(self)
        self.paste_offer = PasteOffer(self)
        self.backing_up = BackingUp(self.desk, habits, self)
        pages = (self.page, self.units, self.distribution)
        self.ways = Ways(self.frame, self.draft, pages, self._back_up)
        self.history = History(self.desk, self.draft, self)
        self.seeking = Seeking(self.desk, self.draft, self)
        self.actions_by_name = Actions(self)
        self.commanding = Commanding(self.actions_by_name, self.desk, self)
        self.status = Status()
        self._counting = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        for name, page in self._pages().items():
            action = self.actions_by_name[f"page_{name}"]
            self.frame.add(name, action.text(), action.shortcut().toString(), page)
        self.setCentralWidget(self.frame)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.setStatusBar(self.status)

    def _pages(self) -> dict[str, Page]:
        """The pages from above to below; the words and keys of each stand in its command `page_…`."""
        return {
            "overview": self.overview,
            "notices": self.page,
            "units": self.units,
            "distribution": self.distribution,
            "replies": self.replies,
        }

    def _connect(self) -> None:
        for name, answer in self._answers().items():
            self.actions_by_name[name].triggered.connect(partial(_without_state, answer))
        self.intake.taken.connect(self._on_taken)
        self.paste_offer.agreed.connect(self.intake.offer)
        self.intake.data_file_asked.connect(self.open_data_file)
        self.overview.goal_asked.connect(self.ways.go)
        self.overview.step_asked.connect(self._begin)
        self.overview.undo_asked.connect(self._undo_step)
        self.overview.file_asked.connect(self.open_data_file)
        self.page.empty.asked.connect(self._begin)
        self.page.form.title_button.clicked.connect(self.drafting.ask_title)
        self.page.laid_out.connect(self._show_state)
        self.page.laid_out.connect(self._counting.start)
        self._counting.timeout.connect(self._show_extent)
        self.frame.shown.connect(self._show_state)
        self.desk.changed.connect(self._show_state)
        self.units.files.written.connect(self._on_written)
        self.distribution.deeds.written.connect(self._on_written)
        self.distribution.page_asked.connect(self._begin)
        self.distribution.counted.connect(self.frame.show_counts)
        self.replies.page_asked.connect(self._begin)
        self.replies.counted.connect(self.frame.show_counts)
        self.replies.counted.connect(self._show_table)
        self.replies.chasing.drafted.connect(partial(self.frame.show_page, "notices"))
        self.replies.chasing.written.connect(self._on_written)
        self.replies.noted.connect(partial(self.status.showMessage, timeout=SHOWN_MS))
        self.replies.originals.written.connect(self._on_written)
        for table in self.frame.tables.values():
            table.grid.looked_at.connect(self._show_table)
        self.page.preview.page_changed.connect(self.status.show_place)
        self.page.preview.zoomed.connect(self.status.show_zoom)
        self.draft.shown.connect(self._show_state)
        self.draft.changed.connect(self._show_state)
        self.draft.stored.connect(self._show_state)
        self.draft.refused.connect(self._tell)
        self.backing_up.done.connect(self._on_backed_up)
        self.commanding.notice_asked.connect(self.ways.to_notice)
        self.seeking.notice_found.connect(self.ways.to_source)
        self.seeking.unit_found.connect(self.ways.to_unit)
        self.desk.undo.indexChanged.connect(self._show_state)
        self.desk.opened.connect(self._show_state)

    def _answers(self) -> dict[str, Callable[[], object]]:
        preview = self.page.preview
        return {
            "new": self._new,
            "open": partial(self.intake.ask, self),
            "sample": self.intake.take_sample,
            "delete": self.proceedings.delete,
            "quit": self.close,
            "office": self._ask_office,
            "back_up": self._back_up,
            "backup_folder": self.backing_up.ask_folder,
            "restore": self._restore_backup,
            "history": self.history.ask,
            "to_opening": self.history.ask_to_opening,
            "undo": self._undo,
            "redo": self._redo,
            "phrase": self.drafting.ask_phrase,
            "title": self.drafting.ask_title,
            "replace": self.finding.ask,
            "find_next": partial(self.finding.step, 1),
            "find_last": partial(self.finding.step, -1),
            "paste": self.paste,
            "larger": partial(preview.step_zoom, 1),
            "smaller": partial(preview.step_zoom, -1),
            "true_size": partial(preview.set_zoom, "100"),
            "fit_page": partial(preview.set_zoom, "page"),
            "fit_width": partial(preview.set_zoom, "width"),
            "next_pane": self.frame.next_pane,
            **{f"page_{name}": partial(self.frame.show_page, name) for name in self.frame.pages},
            "seek": self._seek,
            "seek_all": self.seeking.ask,
            "commands": self.commanding.ask,
            "export": self._export,
            "registers": self.year_books.ask,
            "take_replies": self._ask_replies,
            "system": partial(self.set_theme, "system"),
            "light": partial(self.set_theme, "light"),
            "dark": partial(self.set_theme, "dark"),
            "issue": self.output.issue,
            "print_preview": self.output.preview,
            "print": self.output.print,
            "help": partial(self._tell, HELP),
            "about": partial(self._tell, ABOUT),
        }

    def open_data_file(self, path: Path) -> None:
        """Work on another data file."""
        self.draft.open(None)
        self.backing_up.finish()
        self.desk.open(path, partial(open_or_rescue, parent=self))
        self._habits.data_file = self.desk.file.path
        self._open_first(None)

    def paste(self) -> None:
        """Understand what lies in the clipboard."""
        self.intake.take_mime(QGuiApplication.clipboard().mimeData())

    def set_theme(self, choice: str) -> None:
        """Wear another look and remember it."""
        self._habits.theme = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.dress(app, dark=theme.is_dark(app, choice))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and texts may be dropped anywhere."""
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped: on the page of the replies, and wherever it is a folder or a zip, it is replies."""
        event.acceptProposedAction()
        paths = local_paths(event.mimeData())
        if paths and (self.frame.name == "replies" or any(map(holds_replies, paths))):
            self.frame.show_page("replies")
            self.replies.take(paths)
        else:
            self.intake.take_mime(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the last word, back up, remember the place; only what cannot be stored or backed up is asked about."""
        if not (
            self.output.goes_on("关闭")
            and self._managed(self.draft.flush, "关闭后，刚才的修改会丢失。", "不保存，关闭")
            and self._managed(self.backing_up.finish, "要不备份就关闭吗？", "不备份，关闭")
        ):
            event.ignore()
            return
        self._remember()
        self.replies.originals.clear()
        self.draft.drop()
        self.desk.close()
        event.accept()

    def _managed(self, last: Callable[[], object], but: str, anyway: str) -> bool:
        """Whether it was done, or the clerk goes without."""
        try:
            last()
        except UserError as error:
            return messages.ask(self, f"{error}\n{but}", anyway)
        return True

    def _begin(self, step: str) -> None:
        self.actions_by_name[step].trigger()

    def _ask_replies(self) -> None:
        self.frame.show_page("replies")
        self.replies.do("folder")

    def _seek(self) -> None:
        if self.frame.table is not None:
            self.frame.table.seek()
        else:
            self.seeking.ask()

    def _export(self) -> None:
        if self.frame.table is not None:
            self.frame.table.do("export")

    def _on_written(self, path: Path) -> None:
        self.status.showMessage(f"已写好：{path}", SHOWN_MS)

    def _back_up(self) -> None:
        self.draft.flush()
        self.backing_up.back_up()

    def _restore_backup(self) -> None:
        folders = self.backing_up.folders()
        backup = ask_backup(self, folders, self.desk.file.path.stem)
        if backup is not None:
            self.draft.open(None)
            restore(self, self.desk, self.backing_up, backup)
            self._open_first(None)

    def _on_backed_up(self, backup: Backup) -> None:
        self.status.showMessage(told(backup), SHOWN_MS)

    def _ask_office(self) -> None:
        self.draft.flush()
        before = self.desk.office
        after = ask_office(self, before)
        if after is not None and after != before:
            self.desk.change("修改机关资料", before, after, self.desk.put_office)

    def _new(self) -> None:
        self.frame.show_page("notices")
        self.drafting.ask_new()

    def _on_taken(self, taken: Taken) -> None:
        self.frame.show_page("notices")
        self.draft.create("读入公文", with_office(taken.notice, self.desk.office))
        self.page.begin()
        fault = self.proceedings.number_fault(self.draft.notice or taken.notice)
        self.page.say_doubts("\n".join(filter(None, (fault, taken.doubts))))

    def _undo(self) -> None:
        self.draft.flush()
        self.desk.undo.undo()

    def _redo(self) -> None:
        self.draft.flush()
        self.desk.undo.redo()

    def _undo_step(self, seq: int, what: str) -> None:
        self.draft.flush()
        self.history.undo(seq, what)

    def _tell(self, words: str) -> None:
        messages.tell(self, words)

    def _show_state(self) -> None:
        has_paper, has_table = self._has_paper, self.frame.table is not None
        show_actions(
            self.actions_by_name, self.desk, self.draft, has_paper=has_paper, has_table=has_table
        )
        show_status(self.status, self.desk, self.draft, self._fonts)
        self._show_table()
        self.status.zoom.setVisible(has_paper and self.draft.notice is not None)
        self.setWindowTitle(title_of(self.desk, self.draft))
        self.frame.show_counts()

    def _show_extent(self) -> None:
        notice, layout = self.draft.notice, self.page.layout_now
        if notice is None or layout is None:
            self.status.show_extent(0, 0)
        else:
            self.status.show_extent(word_count(notice), layout.lines)

    def _show_table(self) -> None:
        self.status.show_table(self.frame.summary(), has_paper=self._has_paper)

    @property
    def _has_paper(self) -> bool:
        return self.frame.name == "notices"

    def _remember(self) -> None:
        notice = self.draft.notice
        self._habits.notice = notice.id if notice else None
        self._habits.data_file = self.desk.file.path
        self._habits.zoom = self.page.preview.zoom
        self._habits.keep_place(self, (self.page.splitter, self.page.text_splitter))
        for name, table in self.frame.tables.items():
            self._habits.keep_columns(name, table.grid.header.kept())

    def _restore(self) -> None:
        splitters = (self.page.splitter, self.page.text_splitter)
        if not self._habits.restore_place(self, splitters):
            self.resize(FIRST_SIZE.size())
        for name, table in self.frame.tables.items():
            table.grid.header.restore(self._habits.columns(name))
        self.page.preview.set_zoom(self._habits.zoom)
        self.actions_by_name[self._habits.theme].setChecked(True)
        is_same = self._habits.data_file == self.desk.file.path
        self._habits.data_file = self.desk.file.path
        self._open_first(self._habits.notice if is_same else None)
        self.status.showMessage(self.history.clock_warning())

    def _open_first(self, wanted: int | None) -> None:
        """Open the notice that was open last, else the first of the list."""
        ids = [line.id for line in self.desk.notices.lines()]
        self.draft.open(wanted if wanted in ids else next(iter(ids), None))


def _without_state(answer: Callable[[], object], _checked: bool = False) -> None:
    """Call what a menu asks for; whether it is checked is nobody's question."""
    answer()
