"""The window: its menus, its pages, and every connection between the parts, in one block."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from models.proceeding import Step
from models.rules.drafting.extent import word_count
from ui import messages, theme
from ui.actions import Actions
from ui.backing_up import BackingUp, told
from ui.closing import Closing
from ui.commanding import Commanding
from ui.data_files import DataFiles
from ui.desk import Desk
from ui.draft import Draft
from ui.drafting import Drafting
from ui.finding import Finding
from ui.frame import Frame
from ui.help import Help
from ui.history import History
from ui.intake import Intake, can_take
from ui.output import Output
from ui.pages.distribution import DistributionPage
from ui.pages.notices import NoticesPage
from ui.pages.overview import OverviewPage
from ui.pages.replies import RepliesPage
from ui.pages.summary import SummaryPage
from ui.pages.units import UnitsPage
from ui.parts.office_dialog import ask_office
from ui.parts.status import Status
from ui.paste_offer import PasteOffer
from ui.proceedings import Proceedings
from ui.remembering import Remembering
from ui.seeking import Seeking
from ui.state import show_actions, show_status, title_of
from ui.taking_in import TakingIn
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
        self.summary = SummaryPage(self.desk, self.draft, self.replies.answering, fonts)
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
        self.data_files = DataFiles(self.desk, self.draft, self.backing_up, habits, self)
        self.closing = Closing(self.draft, self.output, self.backing_up, self)
        self.remembering = Remembering(habits, self, self.frame, self.page)
        pages = (self.page, self.units, self.distribution)
        self.ways = Ways(self.frame, self.draft, pages, self.data_files.back_up)
        self.taking_in = TakingIn(
            self.desk,
            self.draft,
            self.frame,
            intake=self.intake,
            notices=self.page,
            replies=self.replies,
            proceedings=self.proceedings,
        )
        self.history = History(self.desk, self.draft, self)
        self.seeking = Seeking(self.desk, self.draft, self)
        self.actions_by_name = Actions(self)
        self.help = Help(self.frame, self)
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
            "summary": self.summary,
        }

    def _connect(self) -> None:
        for name, answer in self._answers().items():
            self.actions_by_name[name].triggered.connect(partial(_without_state, answer))
        self.intake.taken.connect(self.taking_in.take)
        self.paste_offer.agreed.connect(self.intake.offer)
        self.intake.data_file_asked.connect(self.data_files.open)
        self.overview.goal_asked.connect(self.ways.go)
        self.overview.step_asked.connect(self._begin)
        self.overview.undo_asked.connect(self._undo_step)
        self.overview.file_asked.connect(self.data_files.open)
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
        self.summary.page_asked.connect(self._begin)
        self.summary.summing.changed.connect(self._show_table)
        self.summary.outputs.drafted.connect(partial(self.frame.show_page, "notices"))
        self.summary.outputs.written.connect(self._on_written)
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
            "back_up": self.data_files.back_up,
            "backup_folder": self.backing_up.ask_folder,
            "restore": self.data_files.restore,
            "history": self.history.ask,
            "to_opening": self.history.ask_to_opening,
            "undo": self._undo,
            "redo": self._redo,
            "phrase": self.drafting.ask_phrase,
            "title": self.drafting.ask_title,
            "replace": self.finding.ask,
            "find_next": partial(self.finding.step, 1),
            "find_last": partial(self.finding.step, -1),
            "paste": self.taking_in.paste,
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
            "take_replies": self.taking_in.ask_replies,
            "exchange": self.replies.chasing.ask_forms,
            "system": partial(self.set_theme, "system"),
            "light": partial(self.set_theme, "light"),
            "dark": partial(self.set_theme, "dark"),
            "issue": self.output.issue,
            "print_preview": self.output.preview,
            "print": self.output.print,
            "help": self.help.open,
            "first_steps": self.help.open_first_steps,
            "about": self.help.tell_about,
        }

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
        """Take what was dropped."""
        event.acceptProposedAction()
        self.taking_in.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the last word, back up, remember the place."""
        if not self.closing.is_agreed():
            event.ignore()
            return
        self.remembering.keep(self.desk, self.draft)
        self.replies.originals.clear()
        self.draft.drop()
        self.desk.close()
        event.accept()

    def _begin(self, step: str) -> None:
        self.actions_by_name[step].trigger()

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

    def _on_backed_up(self, backup: Backup) -> None:
        self.status.showMessage(told(backup), SHOWN_MS)
        self.status.show_backup(self.backing_up.last)

    def _ask_office(self) -> None:
        self.draft.flush()
        before = self.desk.office
        after = ask_office(self, before)
        if after is not None and after != before:
            self.desk.change("修改机关资料", before, after, self.desk.put_office)

    def _new(self) -> None:
        self.frame.show_page("notices")
        self.drafting.ask_new()

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
        self.status.show_backup(self.backing_up.last)
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

    def _restore(self) -> None:
        wanted = self.remembering.restore(self.desk)
        self.actions_by_name[self._habits.theme].setChecked(True)
        self.data_files.open_first(wanted)
        self.status.showMessage(self.history.clock_warning())


def _without_state(answer: Callable[[], object], _checked: bool = False) -> None:
    """Call what a menu asks for; whether it is checked is nobody's question."""
    answer()
