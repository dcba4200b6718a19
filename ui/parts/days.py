"""Days as a clerk types them into a small dialog."""

from __future__ import annotations

from datetime import date

from models.errors import UserError
from ui.parts.elements import DAY, NotUnderstood


def day_from(text: str) -> date:
    """The day that was typed; nothing means today.

    Raises:
        UserError: it is no day.
    """
    try:
        found: date | None = DAY.read(text)
    except NotUnderstood as error:
        raise UserError(f"日期“{text[:20]}”{error}") from error
    return found or date.today()
