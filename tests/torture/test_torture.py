"""A share of every torture, each with a control that must fail; `make torture` does all of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.torture import run, shim, tortures

if TYPE_CHECKING:
    from pathlib import Path

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here to make workers")
needs_shim = pytest.mark.skipif(bool(shim.why_not()), reason=shim.why_not())


@needs_fork
def test_kill_9_leaves_no_half_change_and_loses_none(tmp_path: Path) -> None:
    told = tortures.run("kill", tmp_path, 20)
    assert told["broken"] == 0
    assert told["promised"] > 20


@needs_fork
def test_the_same_check_finds_what_a_kill_breaks_without_a_journal(tmp_path: Path) -> None:
    broken = 0
    for number in range(8):
        (folder := tmp_path / str(number)).mkdir()
        broken += tortures.run("kill", folder, 30, "no journal")["broken"]
        if broken:
            break
    assert broken


@needs_shim
def test_a_power_cut_takes_nothing_that_was_said_to_be_stored(tmp_path: Path) -> None:
    assert tortures.cut_power(tmp_path, 100)["broken"] == 0


@needs_shim
def test_the_same_check_finds_what_a_power_cut_breaks_without_syncs(tmp_path: Path) -> None:
    assert tortures.cut_power(tmp_path, 40, "no sync")["broken"] > 12


@needs_shim
def test_any_error_of_the_disk_leaves_the_data_whole_and_is_named(tmp_path: Path) -> None:
    told = tortures.sweep(tmp_path, 15)
    assert (told["damaged"], told["misnamed"]) == (0, 0)
    assert told["raised"] > 40


@needs_shim
def test_the_same_check_finds_what_errors_break_without_a_journal(tmp_path: Path) -> None:
    assert tortures.sweep(tmp_path, 8, "no journal")["damaged"] > 5


@needs_fork
def test_changed_bytes_are_noticed_though_sqlite_does_not(tmp_path: Path) -> None:
    told = tortures.run("flip", tmp_path, 150)
    assert (told["missed"], told["backups missed"]) == (0, 0)
    assert told["quick missed"] > 0


@needs_fork
def test_a_changed_history_is_noticed_with_the_head_kept_outside(tmp_path: Path) -> None:
    told = tortures.run("tamper", tmp_path, 3)
    assert told["missed"] == 0
    assert told["missed without head"] > 0


@needs_fork
def test_garbage_on_a_page_costs_next_to_nothing(tmp_path: Path) -> None:
    told = tortures.run("salvage", tmp_path, 10)
    assert told["mean"] >= 0.97
    assert told["not told"] == 0
    (plain := tmp_path / "plain").mkdir()
    assert tortures.run("salvage", plain, 60, "plainly")["mean"] < 0.95


@needs_fork
def test_backups_at_work_are_whole_and_come_back(tmp_path: Path) -> None:
    told = tortures.run("back up", tmp_path, 10)
    assert (told["broken"], told["restored otherwise"]) == (0, 0)


@needs_fork
def test_the_same_check_finds_plain_copies_of_a_file_at_work_broken(tmp_path: Path) -> None:
    assert tortures.run("copy", tmp_path, 40)["broken"] > 0


@needs_fork
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may make a small disk"
)
def test_a_full_disk_loses_nothing_and_can_be_read(tmp_path: Path) -> None:
    told = tortures.run("fill", tmp_path, 2)
    assert (told["broken"], told["unreadable"], told["told"]) == (0, 0, 2)
    assert told["more with room"] > 0


@needs_fork
def test_a_second_program_is_refused_by_name_and_let_in_after_a_kill(tmp_path: Path) -> None:
    told = tortures.run("meet", tmp_path, 2)
    assert (told["let in"], told["nameless"]) == (0, 0)
    assert told["slowest s"] < 2.5
    assert told["free after s"] < 1
    (unlocked := tmp_path / "unlocked").mkdir()
    assert tortures.run("meet", unlocked, 1, "no lock")["let in"] == 1


@needs_fork
def test_a_clock_that_jumps_breaks_no_order(tmp_path: Path) -> None:
    told = tortures.run("jump", tmp_path, 20)
    assert (told["out of order"], told["faults"]) == (0, 0)
    assert told["marked"] > 0
    assert told["out of order by the clock"] > 0


@needs_fork
def test_a_kill_while_typing_loses_two_seconds_at_most(tmp_path: Path) -> None:
    assert 0 < tortures.run("type", tmp_path, 2)["most lost s"] <= 2
    (pauses := tmp_path / "pauses").mkdir()
    assert tortures.run("type", pauses, 2, "at pauses")["most lost s"] > 2


@needs_fork
def test_a_killed_export_never_ruins_the_older_file(tmp_path: Path) -> None:
    told = tortures.run("export", tmp_path, 20)
    assert (told["broken"], told["left behind"]) == (0, 0)
    assert tortures.run("export", tmp_path, 20, "plainly")["broken"] > 5


def test_odd_titles_become_legal_names(tmp_path: Path) -> None:
    told = tortures.run("name", tmp_path, 500)
    assert (told["illegal"], told["changed again"], told["not made"]) == (0, 0, 0)


def test_the_same_check_finds_illegal_names(tmp_path: Path) -> None:
    assert tortures.run("name", tmp_path, 50, "as they are")["illegal"] > 10


def test_odd_texts_lose_nothing_on_any_way(tmp_path: Path) -> None:
    told = tortures.run("carry", tmp_path, 100)
    assert {way: told[way] for way in run.LOSSES} == dict.fromkeys(run.LOSSES, 0)


def test_the_same_check_finds_what_an_old_encoding_loses(tmp_path: Path) -> None:
    told = tortures.run("carry", tmp_path, 20, "in GB 2312")
    assert all(told[way] > 0 for way in run.LOSSES)
