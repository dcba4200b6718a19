"""The whole program on one data file in any order of all it can do, beside a plain model of what it should hold."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtWidgets import QWidget

from models.notice import Level, Notice, Paragraph, Piece
from models.office import Office
from models.store.backups import back_up
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.histories import CannotUndo
from models.store.offices import OfficeRepository
from models.store.restoring import restore
from tests.models.store.store_values import notices, without_ids
from ui.desk import UNDO_LIMIT, Desk
from ui.draft import Draft
from ui.history import History

if TYPE_CHECKING:
    from collections.abc import Mapping


NOBODY = Office()


@dataclass(frozen=True)
class Held:
    """All that a data file holds."""

    notices: Mapping[int, Notice] = field(default_factory=dict[int, Notice])
    office: Office = NOBODY

    def with_notice(self, key: int, notice: Notice | None) -> Held:
        """With this one there, or gone."""
        others = {one: value for one, value in self.notices.items() if one != key}
        return replace(self, notices=others if notice is None else {**others, key: notice})


class AnyOrder(RuleBasedStateMachine):
    """Creating, editing, deleting, taking back and forth, restoring, failing, reopening."""

    def __init__(self) -> None:
        super().__init__()
        self.folder, self.window = tempfile.TemporaryDirectory(), QWidget()
        self.path = Path(self.folder.name) / "a.yinfa"
        self.desk = Desk(DataFile.create(self.path))
        self.draft = Draft(self.desk)
        self.history = History(self.desk, self.draft, self.window)
        self.held = self.at_opening = Held()
        self.done: list[Held] = []
        self.undone: list[Held] = []

    @rule(notice=notices)
    def create(self, notice: Notice) -> None:
        self.draft.create("新建公文", without_ids(notice))
        (key,) = {line.id for line in self.desk.notices.lines()} - set(self.held.notices)
        self._step(self.held.with_notice(key, notice))

    @precondition(lambda self: self.held.notices)
    @rule(data=st.data(), text=st.text(max_size=5), level=st.sampled_from(Level))
    def edit(self, data: st.DataObject, text: str, level: Level) -> None:
        key = self._open_one(data)
        assert self.draft.notice is not None
        line, notice = Paragraph(text, level), self.draft.notice
        pieces = tuple(
            replace(piece, paragraphs=(line, *reversed(piece.paragraphs)))
            for piece in notice.pieces[:2]
        )
        changed = replace(notice, title=text, body=(*notice.body[1:], line), pieces=pieces)
        is_news = changed != notice
        self.draft.edit("修改", changed)
        if is_news:
            self._step(self.held.with_notice(key, changed))

    @precondition(lambda self: self.held.notices)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = self._open_one(data)
        self.draft.delete()
        self._step(self.held.with_notice(key, None))

    @rule(name=st.text(max_size=3), copies=st.none() | st.integers(1, 9))
    def change_the_office(self, name: str, copies: int | None) -> None:
        offices, office = OfficeRepository(self.desk.file), Office(name, copies=copies)

        def put(_before: Office | None, after: Office | None, what: str) -> Office:
            return offices.save(after or Office(), what)

        self.desk.change("修改机关资料", self.held.office, office, put)
        self._step(replace(self.held, office=office))

    @precondition(lambda self: self.done)
    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.done))):
            self.desk.undo.undo()
            self.undone.append(self.held)
            self.held = self.done.pop()

    @precondition(lambda self: self.undone)
    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.undone))):
            self.desk.undo.redo()
            self.done.append(self.held)
            self.held = self.undone.pop()

    @rule(data=st.data())
    def take_a_past_step_back(self, data: st.DataObject) -> None:
        last = self.desk.history.head().seq
        seq = data.draw(st.integers(1, last)) if last else 1
        try:
            before, after = self.desk.history.undone(seq) if last else (None, None)
            if before != after:
                self.history.undo(seq, "修改")
        except CannotUndo:
            return
        one = after or before
        if before == after or one is None:
            return
        if isinstance(one, Office):
            self._step(replace(self.held, office=one))
        elif isinstance(one, Notice):
            self._step(self.held.with_notice(one.id or 0, one if after else None))

    @rule()
    def go_back_to_the_opening(self) -> None:
        exchanges = self.desk.history.since(self.desk.opened_at)
        if changed := [one for one in exchanges if one.before != one.after]:
            self.history.to_opening(changed)
            self._step(self.at_opening)
        assert self.held == self.at_opening

    @rule(data=st.data())
    def back_up_go_on_and_restore(self, data: st.DataObject) -> None:
        made, held = back_up(self.desk.file, self.path.parent / "备份"), self.held
        if held.notices:
            self.delete(data)
        self.draft.open(None)
        self.desk.reopen(partial(restore, made.path, self.path))
        self._reopened(held)

    @rule(notice=notices)
    def fail_half_way(self, notice: Notice) -> None:
        lines = self.desk.history.lines()
        with pytest.raises(UnicodeEncodeError):
            self.draft.create("新建公文", replace(without_ids(notice), pieces=(Piece("\ud800"),)))
        assert self.desk.history.lines() == lines

    @rule()
    def reopen(self) -> None:
        self.draft.open(None)
        self.desk.reopen(lambda: None)
        self._reopened(self.held)

    @invariant()
    def holds_what_it_should(self) -> None:
        kept = self.desk.notices
        assert {line.id: kept.load(line.id) for line in kept.lines()} == self.held.notices
        assert OfficeRepository(self.desk.file).load() == self.held.office
        stack = self.desk.undo
        assert (stack.index(), stack.count() - stack.index()) == (len(self.done), len(self.undone))

    def teardown(self) -> None:
        self.desk.close()
        faults = faults_of_file(self.path)
        self.window.deleteLater()
        self.folder.cleanup()
        assert faults == ()

    def _open_one(self, data: st.DataObject) -> int:
        key = data.draw(st.sampled_from(sorted(self.held.notices)))
        self.draft.open(key)
        return key

    def _step(self, held: Held) -> None:
        self.done = [*self.done, self.held][-UNDO_LIMIT:]
        self.undone.clear()
        self.held = held

    def _reopened(self, held: Held) -> None:
        self.held = self.at_opening = held
        self.done, self.undone = [], []


def so_often(examples: int, steps: int) -> settings:
    """So many runs of so many steps each, slow machines being no fault."""
    return settings(max_examples=examples, stateful_step_count=steps, deadline=None)
