"""Who has a data file, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.store import holder

if TYPE_CHECKING:
    from collections.abc import Callable


def raising(error: Exception) -> Callable[[], str]:
    def fail() -> str:
        raise error

    return fail


@pytest.mark.parametrize("error", [KeyError(7), OSError("no name"), ModuleNotFoundError("pwd")])
def test_a_user_without_a_name_is_still_called_something(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", raising(error))
    monkeypatch.setattr("os.getuid", lambda: 7, raising=False)
    assert holder.myself().user == "用户7"
    monkeypatch.delattr("os.getuid")
    assert holder.myself().user == "未知用户"
