"""收取: folders, zips and files become replies to the open notice, batch by batch, so that who stops keeps what is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from models.errors import UserError
from models.replies.assigning import carried
from models.replies.collecting import Call, Collected, collect
from models.replies.reply import Batch
from models.store.keepers import put_kept
from models.store.replies import Arrival
from ui.replying.relay import Relay
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from models.progress import Tick
    from models.replies.reply import Reply
    from ui.desk import Desk
    from ui.replying.answering import Answering, Answers

LABEL = "收取报送件"


class ReplyIntake(QObject):
    """Takes in what was dropped or chosen.

    Attributes:
        last: What became of the files that were taken in last, without their bytes.

    Signals:
        taken: Files were taken in, or the clerk stopped.
    """

    taken = Signal()

    def __init__(self, desk: Desk, answering: Answering, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._answering, self._window = desk, answering, window
        self.last: list[Collected] = []

    def ask_folder(self) -> None:
        """Ask for a folder of replies."""
        name = QFileDialog.getExistingDirectory(self._window, "选收到的文件所在的文件夹")
        if name:
            self.take([Path(name)])

    def ask_files(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "选收到的文件", "", "所有文件 (*)")
        if names:
            self.take([Path(name) for name in names])

    def take(self, places: Sequence[Path]) -> None:
        """Take in what lies there, as one step.

        Raises:
            UserError: nobody is asked to answer, far too many files, the data file cannot be written.
            Cancelled: the clerk stopped; what was done is kept.
        """
        answers = self._required()
        call = Call(
            answers.notice,
            self._answering.matcher_of(self._desk.roster),
            datetime.now().replace(microsecond=0),
            answers.replies,
        )
        self.last = []
        keep = Relay(partial(self._keep), self)
        try:
            with self._desk.together(LABEL):
                wait_for(self._window, _collect, places, call, keep)
        finally:
            keep.deleteLater()
            self.taken.emit()

    def _required(self) -> Answers:
        answers = self._answering.answers
        if answers is None or not any(one.unit for one in answers.expected):
            raise UserError(
                "还不知道哪些单位要报送。请先打开要求报送的公文，并在“单位”页读入单位名册。"
            )
        return answers

    def _keep(self, batch: Sequence[Collected]) -> None:
        self.last.extend(replace(one, content=b"") for one in batch)
        arrivals = [Arrival(one.reply, one.content) for one in batch if one.reply]
        if arrivals:
            new = Batch(tuple(one.reply for one in arrivals))
            stored = self._desk.change(LABEL, Batch(), new, self._put(arrivals))
            self._carry(stored or Batch())

    def _carry(self, stored: Batch) -> None:
        """What the clerk said about a version holds for the one in its place."""
        there = {one.id: one for one in self._desk.replies.of_notice(stored.replies[0].notice)}
        before = after = self._desk.replies.summary(stored.replies[0].notice)
        for one in stored.replies:
            if (old := there.get(one.replaces)) is not None:
                after = carried(after, old, one)
        if after != before:
            put = partial(put_kept, self._desk.file)
            self._desk.change("沿用归类", before, after, put)

    def _put(
        self, arrivals: Sequence[Arrival]
    ) -> Callable[[Batch | None, Batch | None, str], Batch]:
        """Stores them with their files the first time; undone and done again their files are there."""
        replies = self._desk.replies

        def put(before: Batch | None, after: Batch | None, what: str) -> Batch:
            if after is not None and any(_is_new(one) for one in after.replies):
                return Batch(replies.take_in(arrivals, what))
            return self._desk.put_replies(before, after, what)

        return put


def holds_replies(path: Path) -> bool:
    """Whether something that was dropped can only be replies: a folder, a zip."""
    return path.is_dir() or path.suffix.lower() == ".zip"


def _is_new(reply: Reply) -> bool:
    return reply.id is None


def _collect(
    places: Sequence[Path],
    call: Call,
    keep: Callable[[Sequence[Collected]], None],
    tick: Tick,
) -> None:
    def numbered(done: int, of: int, what: str) -> None:
        tick(done, of, f"{done + 1}/{of} {what}")

    collect(places, call, keep, numbered)
