"""What the office is known to be fills what a notice does not say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.notice import Notice
    from models.office import Office


def with_office(notice: Notice, office: Office) -> Notice:
    """The notice as this office issues it; what it says itself stays, what nobody knows stays empty."""
    organs = (office.organ,) if office.organ else ()
    return replace(
        notice,
        organs=notice.organs or organs,
        issuing_office=notice.issuing_office or office.issuing_office,
        copies=notice.copies if notice.copies is not None else office.copies,
    )
