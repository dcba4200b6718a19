"""The floors of coverage hold what they say."""

from __future__ import annotations

import json

import pytest

from tests.floors.coverage_floors import (
    FLOORS,
    Share,
    complaints,
    raised,
    read_ratchet,
    read_shares,
    report,
)

GOOD = {"models/a.py": Share(100, 100), "exports/b.py": Share(99, 100), "ui/c.py": Share(85, 100)}


def test_lines_and_branches_count_alike_and_other_folders_do_not() -> None:
    summary = {
        "covered_lines": 8,
        "num_statements": 9,
        "covered_branches": 1,
        "num_branches": 3,
    }
    files = {
        "models\\a.py": {"summary": summary},
        "resources/fonts/prepare.py": {"summary": summary},
    }
    assert read_shares(json.dumps({"files": files})) == {"models/a.py": Share(9, 12)}


def test_nothing_is_said_of_what_holds() -> None:
    assert not list(complaints(GOOD, {"models/a.py": 100.0}))


def test_a_folder_below_its_floor_is_named() -> None:
    said = list(complaints({**GOOD, "ui/c.py": Share(60, 100)}, {"ui/c.py": 50.0}))
    assert said == [f"ui/ is covered to 60.00 %, its floor is {FLOORS['ui']:g} %"]


@pytest.mark.parametrize("ratchet", [{"exports/d.py": 99.5}, {}])
def test_a_file_below_its_ratchet_or_a_new_one_below_its_folder_is_named(
    ratchet: dict[str, float],
) -> None:
    shares = {**GOOD, "exports/b.py": Share(2000, 2000), "exports/d.py": Share(96, 100)}
    floor = ratchet.get("exports/d.py", 97.0)
    said = list(complaints(shares, ratchet))
    assert said == [f"exports/d.py is covered to 96.00 %, its floor is {floor:.2f} %"]


def test_the_ratchet_goes_up_only_and_forgets_what_is_gone() -> None:
    before = {"models/a.py": 90.0, "exports/b.py": 99.5, "models/gone.py": 100.0}
    after = read_ratchet(raised(GOOD, before))
    assert after == {"models/a.py": 100.0, "exports/b.py": 99.5, "ui/c.py": 85.0}


def test_a_share_is_rounded_down() -> None:
    assert Share(2, 3).percent == 66.66
    assert Share(0, 0).percent == 100.0


def test_the_report_has_a_line_a_folder() -> None:
    assert [line.split()[0] for line in report(GOOD)] == ["models/", "exports/", "ui/"]
