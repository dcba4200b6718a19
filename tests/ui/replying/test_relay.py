"""A worker has a deed done on the thread of the window, waits for it, and gets what it raises."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from models.errors import UserError
from ui.replying.relay import Relay

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("qapp")
def test_the_deed_is_done_here_and_its_error_is_raised_there(qtbot: QtBot) -> None:
    done: list[tuple[int, int]] = []
    raised: list[str] = []

    def deed(number: int) -> None:
        done.append((number, threading.get_ident()))
        if number == 2:
            raise UserError("满了")

    relay = Relay(deed)

    def work() -> None:
        relay(1)
        try:
            relay(2)
        except UserError as error:
            raised.append(str(error))

    worker = threading.Thread(target=work)
    worker.start()
    qtbot.waitUntil(lambda: bool(raised))
    worker.join()
    assert done == [(1, threading.get_ident()), (2, threading.get_ident())]
    assert raised == ["满了"]
