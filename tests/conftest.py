"""What all tests share."""

from __future__ import annotations

import pytest

from exports.typeset.fonts import FontBook
from tests.support.golden import Golden


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
