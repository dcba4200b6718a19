"""A unit is found by its name, its short names and their letters, the surest first."""

from __future__ import annotations

import pytest

from models.rules.unit_finding import found
from models.unit import Unit

UNITS = (
    Unit("河平大学", "高校", id=1),
    Unit("和平区人事局", "区", short_names=("和平",), id=2),
    Unit("天津市公安局", "局", id=3),
    Unit("市和平医院", "医院", id=4),
    Unit("和平旧局", "区", is_stopped=True, id=5),
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("和平", [2, 4]),
        ("hp", [1, 2, 4]),
        ("hpq", [2]),
        ("gaj", [3]),
        ("g", [3]),
        ("公安", [3]),
        ("市", [4, 3]),
        ("无此", []),
        (" HPQ ", [2]),
        ("@@", []),
    ],
)
def test_the_surest_comes_first(typed: str, ids: list[int]) -> None:
    assert [one.id for one in found(UNITS, typed)] == ids
