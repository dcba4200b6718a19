"""Distributions in the data file, one for a notice.

Rows and history hold the copy numbers that were printed; those that change with every row are dealt again on loading.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.distribution import Allotment, Distribution
from models.rules.dealing import deal, undealt
from models.store import gate, rows
from models.store.columns import Columns
from models.store.ordered import Ordered
from models.store.tables import AllotmentRow, DistributionRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.gate import Access

_ALLOTMENTS = Ordered(AllotmentRow, Allotment, owner="distribution")
_COLUMNS = Columns(Distribution, apart=("notice", "allotments"))


class DistributionRepository:
    """The distributions of one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def load(self, notice: int) -> Distribution | None:
        """Who gets the notice; None where nobody said yet."""
        with self._file.reading() as database:
            found = DISTRIBUTIONS.find(database, notice)
        return None if found is None else deal(found)

    def save(self, distribution: Distribution, what: str = "修改分发") -> Distribution:
        """Keep it in the place of the one that its notice has; the same with all ids."""
        return deal(gate.keep(self._file, DISTRIBUTIONS, distribution, what))

    def delete(self, notice: int, what: str = "删除分发") -> None:
        """Remove it; `Gone` where there is none."""
        gate.remove(self._file, DISTRIBUTIONS, notice, what)


class DistributionKeeper:
    """How distributions lie in the data file, for the gate."""

    kind = "distribution"
    flat = ((DistributionRow, _COLUMNS), (AllotmentRow, _ALLOTMENTS.columns))

    def keys(self, database: Database) -> list[int]:
        """The notices of all."""
        return [key for (key,) in database.ask("SELECT notice FROM distribution ORDER BY notice")]

    def key_of(self, value: Distribution) -> int | None:
        """Its notice."""
        return value.notice

    def find(self, database: Database, key: int) -> Distribution | None:
        """Read it, where it is there."""
        where = DistributionRow.notice == key
        found = rows.tuples(database, DistributionRow, _COLUMNS.names, where)
        if not found:
            return None
        allotments = _ALLOTMENTS.load(database, key)
        return _COLUMNS.value(found[0], notice=key, allotments=allotments)

    def put(self, database: Database, value: Distribution) -> Distribution:
        """Write what differs; the value without numbers that were only dealt."""
        value = undealt(value)
        told: rows.Values = dict(zip(_COLUMNS.names, _COLUMNS.row(value), strict=True))
        where = DistributionRow.notice == value.notice
        if rows.find(database, DistributionRow, where):
            rows.update(database, DistributionRow, where, told)
        else:
            rows.insert(database, DistributionRow, {"notice": value.notice, **told})
        allotments = _ALLOTMENTS.put(database, value.allotments, value.notice)
        return replace(value, allotments=allotments)

    def remove(self, database: Database, key: int) -> None:
        """Delete it with its rows."""
        rows.delete(database, DistributionRow, DistributionRow.notice == key)

    def texts(self, value: Distribution) -> Mapping[int, str]:  # noqa: ARG002 - its units are in the roster
        """Nothing."""
        return {}


DISTRIBUTIONS = DistributionKeeper()
