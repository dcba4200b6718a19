"""What all tests share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault(
    "QT_QPA_PLATFORM", "offscreen"
)  # read when Qt loads: no test opens a window on a screen

import pytest

from exports.typeset.fonts import FontBook
from tests.support import office
from tests.support.golden import Golden

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regold", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Texts kept in tests/golden."""
    return Golden(is_written=bool(request.config.getoption("--regold")))


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    """The fonts of resources/fonts, never those of the machine."""
    return FontBook()


@pytest.fixture(scope="session")
def words_to_pdf(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Sequence[bytes]], list[bytes]]:
    """Renders Word files; without LibreOffice its tests are skipped, but never where CI is the judge."""
    if not office.is_there():
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say("LibreOffice (soffice) is not there, so no Word file can be rendered")
    return office.Office(tmp_path_factory.mktemp("office")).words_to_pdf
