"""The floors of coverage hold what they say."""

from __future__ import annotations

import json

from tests.floors.coverage_floors import (
    FLOORS,
    PLAY,
    Share,
    complaints,
    read_ratchet,
    read_shares,
    report,
    tightened,
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
    assert not list(complaints(GOOD, {"models/a.py": 0}))


def test_a_folder_below_its_floor_is_named() -> None:
    said = list(complaints({**GOOD, "ui/c.py": Share(60, 100)}, {"ui/c.py": 40}))
    assert said == [f"ui/ is covered to 60.00 %, its floor is {FLOORS['ui']:g} %"]


def test_a_new_file_below_its_folder_is_named() -> None:
    shares = {**GOOD, "exports/b.py": Share(2000, 2000), "exports/d.py": Share(96, 100)}
    said = list(complaints(shares, {}))
    assert said == ["exports/d.py is covered to 96.00 %, its floor is 97.00 %"]


def test_a_file_that_misses_more_than_before_is_named_however_short_it_became() -> None:
    shares = {**GOOD, "exports/b.py": Share(2000, 2000), "exports/d.py": Share(46, 50)}
    assert not list(complaints(shares, {"exports/d.py": 4 - PLAY}))
    said = list(complaints(shares, {"exports/d.py": 3 - PLAY}))
    assert said == ["exports/d.py has 4 lines and branches without a test, not 0 as before"]


def test_the_ratchet_tightens_only_and_forgets_what_is_gone() -> None:
    before = {"models/a.py": 3, "exports/b.py": 0, "models/gone.py": 0}
    after = read_ratchet(tightened(GOOD, before))
    assert after == {"models/a.py": 0, "exports/b.py": 0, "ui/c.py": 15}


def test_a_share_is_rounded_down() -> None:
    assert Share(2, 3).percent == 66.66
    assert Share(0, 0).percent == 100.0


def test_the_report_has_a_line_a_folder() -> None:
    assert [line.split()[0] for line in report(GOOD)] == ["models/", "exports/", "ui/"]
