"""The two editions of GB/T 9704 and which of them a date calls for."""

from __future__ import annotations

from datetime import date
from enum import Enum

IN_FORCE_2012 = date(2012, 7, 1)


class Edition(Enum):
    """An edition of GB/T 9704, named by its year."""

    GB1999 = "1999"
    GB2012 = "2012"

    @classmethod
    def of_date(cls, day: date | None) -> Edition:
        """The edition in force on `day`; the present one where there is no date."""
        return cls.GB1999 if day is not None and day < IN_FORCE_2012 else cls.GB2012
