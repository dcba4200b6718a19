"""Whatever is done in whatever order: the data file holds what it should, and each step goes back and forth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from models.notice import Notice
from models.store import notices as notices_module
from models.store.offices import OfficeRepository
from tests.support.doubles import answering
from tests.ui.any_order import AnyOrder, so_often
from ui.desk import UNDO_LIMIT

if TYPE_CHECKING:
    from ui.main_window import MainWindow


@pytest.mark.usefixtures("qapp")
def test_any_order_of_all_operations_leaves_what_it_should() -> None:
    run_state_machine_as_test(AnyOrder, settings=so_often(80, 30))


@pytest.mark.usefixtures("qapp")
def test_a_planted_bug_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_module, "remove_rows", answering(None))
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(
            AnyOrder, settings=settings(so_often(200, 30), phases=[Phase.generate])
        )


def test_fifty_steps_go_back_and_forth_across_documents_and_office(window: MainWindow) -> None:
    offices = OfficeRepository(window.desk.file)
    window.draft.create("新建公文", Notice(title="甲"))
    window.draft.create("新建公文", Notice(title="乙"))
    states = [state(window)]
    for step in range(UNDO_LIMIT + 10):
        if step % 3 == 0:
            office = offices.load()
            window.history._put("修改机关资料", (office, type(office)(f"第{step}局")))  # pyright: ignore[reportPrivateUsage, reportArgumentType]
        else:
            window.draft.open(step % 2 + 1)
            window.draft.edit("修改", Notice(title=f"第{step}稿", id=step % 2 + 1))
        states.append(state(window))
    assert UNDO_LIMIT == 50
    for wanted in reversed(states[-UNDO_LIMIT - 1 : -1]):
        window.actions_by_name["undo"].trigger()
        assert state(window) == wanted
    assert not window.actions_by_name["undo"].isEnabled()
    for wanted in states[-UNDO_LIMIT:]:
        window.actions_by_name["redo"].trigger()
        assert state(window) == wanted
    assert not window.actions_by_name["redo"].isEnabled()


def state(window: MainWindow) -> object:
    kept = window.desk.notices
    office = OfficeRepository(window.desk.file).load()
    return office, [kept.load(line.id) for line in kept.lines()]
