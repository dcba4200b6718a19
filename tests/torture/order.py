"""All operations in any order, far more often than at each push; and whether a planted fault is found."""

from __future__ import annotations

from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from models.store import notices
from tests.support.doubles import answering
from tests.ui.any_order import AnyOrder, so_often
from ui.application import prepare

STEPS = 50


def go(runs: int, control: str) -> dict[str, int]:
    """So many runs; the control leaves the rows of removed pieces behind."""
    app = prepare(["yinfa"])
    if control:
        notices.remove_rows = answering(None)
    found = 0
    often = settings(so_often(runs, STEPS), database=None, derandomize=True)
    try:
        run_state_machine_as_test(
            AnyOrder, settings=settings(often, phases=[Phase.generate]) if control else often
        )
    except (AssertionError, ExceptionGroup):
        found = 1
    app.processEvents()
    return {"runs": runs, "steps a run": STEPS, "faults": found}
