"""A distribution as a table that is typed into: the numbers of copies, and what is noted beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.cells import Refused
from models.rules.quantities import WrongQuantity, quantity_from, with_quantities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.cells import Edit
    from models.distribution import Distribution


def with_allotment_cells(
    distribution: Distribution, edits: Sequence[Edit]
) -> tuple[Distribution, tuple[Refused, ...]]:
    """Take what was typed into `quantity` and `note`. Rows are allotments by their place."""
    rows = list(distribution.allotments)
    quantities: dict[int, int] = {}
    refused: list[Refused] = []
    counted = {edit.row: edit for edit in edits if edit.field == "quantity"}
    for edit in edits:
        if edit.field == "note":
            rows[edit.row] = replace(rows[edit.row], note=" ".join(edit.text.split()))
    for row, edit in counted.items():
        try:
            quantities[row] = quantity_from(edit.text)
        except WrongQuantity as error:
            refused.append(Refused(edit, str(error)))
    noted = replace(distribution, allotments=tuple(rows))
    changed, wrong = with_quantities(noted, quantities)
    refused += [Refused(counted[row], why) for row, why in wrong.items()]
    return changed, tuple(refused)
