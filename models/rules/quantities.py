"""How many copies (份数): what may be typed, what a list adds up to, and how many must be printed for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.rules.dealing import deal
from models.spans import count_of
from models.unit import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.distribution import Allotment, Distribution

MOST_OF_UNIT = 99_999
MOST_IN_ALL = 999_999  # a 份号 has six digits (GB/T 9704-2012, 7.2.1)
ROUNDED_TO = 10


class WrongQuantity(UserError):
    """No unit can get so many copies."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum of a list held against 共印份数; None: that is not known."""

    total: int
    copies: int | None

    @property
    def is_right(self) -> bool:
        """Whether as many are printed as are handed out."""
        return self.total == self.copies

    def __str__(self) -> str:
        """For the clerk."""
        if self.copies is None:
            return f"合计 {self.total}，没有填共印份数"
        if self.is_right:
            return f"合计 {self.total}，与共印 {self.copies} 份相等"
        word = "少" if self.total < self.copies else "多"
        return (
            f"合计 {self.total}，比共印 {self.copies} 份{word} {abs(self.total - self.copies)} 份"
        )


def quantity_from(text: str) -> int:
    """The number of copies that was typed.

    Raises:
        WrongQuantity: it is no whole number, is negative, or is more than a unit can get.
    """
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("份").strip()
    sign, digits = ("-", plain[1:]) if plain[:1] in "-−" else ("", plain)
    whole, _, part = digits.partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()):
        raise WrongQuantity(f"份数“{text.strip()[:20]}”不是数字。请填整数，如 5。")
    if part.strip("0"):
        raise WrongQuantity(f"份数“{text.strip()[:20]}”不是整数。请填整数，如 5。")
    if sign and whole.strip("0"):
        raise WrongQuantity(f"份数“{text.strip()[:20]}”是负数。请填 0 或更大的整数。")
    if len(whole) > 15:
        raise WrongQuantity(_too_many(f"{whole[:15]}…"))
    return checked(int(whole))


def checked(quantity: int) -> int:
    """The same number, where a unit can get so many.

    Raises:
        WrongQuantity: it cannot.
    """
    if quantity < 0:
        raise WrongQuantity(f"份数 {quantity} 是负数。请填 0 或更大的整数。")
    if quantity > MOST_OF_UNIT:
        raise WrongQuantity(_too_many(str(quantity)))
    return quantity


def checked_total(copies: int) -> int:
    """The same number, where so many copies can be printed.

    Raises:
        WrongQuantity: they cannot.
    """
    if copies < 1:
        raise WrongQuantity(f"共印 {copies} 份，一份也印不出来。请填 1 到 {MOST_IN_ALL} 的整数。")
    if copies > MOST_IN_ALL:
        raise WrongQuantity(f"共印 {copies} 份太多，份号只有六位。请填 1 到 {MOST_IN_ALL} 的整数。")
    return copies


def with_quantity(distribution: Distribution, at: int, quantity: int) -> Distribution:
    """Give the row at this place so many copies, whatever its category gets.

    Raises:
        WrongQuantity: there is no such number, or more were sent already.
    """
    changed = _changed(distribution.allotments[at], checked(quantity), is_own=True)
    return deal(_with_row(distribution, at, changed))


def with_quantities(
    distribution: Distribution, quantities: Mapping[int, int]
) -> tuple[Distribution, dict[int, str]]:
    """Give the rows at these places so many copies, all at once; by place, why a row could not have so many."""
    rows = list(distribution.allotments)
    refused: dict[int, str] = {}
    for at, quantity in quantities.items():
        try:
            rows[at] = _changed(rows[at], checked(quantity), is_own=True)
        except WrongQuantity as error:
            refused[at] = str(error)
    return deal(replace(distribution, allotments=tuple(rows))), refused


def fill_category(
    distribution: Distribution, category: str, quantity: int, *, also_own: bool = False
) -> Distribution:
    """Give every row of a category so many copies (按类别填); those set by hand only where `also_own`.

    Raises:
        WrongQuantity: as above.
    """
    checked(quantity)
    rows = tuple(
        _changed(one, quantity, is_own=False)
        if one.category == category and (also_own or not one.is_own)
        else one
        for one in distribution.allotments
    )
    return deal(replace(distribution, allotments=rows))


def copies_for(distribution: Distribution) -> int:
    """共印份数 worked out from the list: its sum, rounded up to ten."""
    return -(-distribution.total // ROUNDED_TO) * ROUNDED_TO


def with_spare_filled(distribution: Distribution, copies: int) -> Distribution:
    """Let the row for 备用 take what is left of the copies printed, so that the sum is right.

    Raises:
        WrongQuantity: the other rows alone need more, or there is no row for 备用.
    """
    spare = next(
        (at for at, one in enumerate(distribution.allotments) if one.purpose is Purpose.SPARE), None
    )
    if spare is None:
        raise WrongQuantity("分发表里没有“备用”一行，多出的份数没有地方放。请先加一行备用。")
    others = distribution.total - distribution.allotments[spare].quantity
    if others > copies:
        raise WrongQuantity(
            f"不算备用已经有 {others} 份，比共印 {copies} 份多 {others - copies} 份。请减少份数或增加共印份数。"
        )
    return with_quantity(distribution, spare, copies - others)


def _changed(one: Allotment, quantity: int, *, is_own: bool) -> Allotment:
    sent = count_of(one.sent)
    if quantity < sent:
        raise WrongQuantity(f"“{one.name}”已经送出 {sent} 份，份数不能改成 {quantity}。")
    return replace(one, quantity=quantity, is_own=is_own)


def _with_row(distribution: Distribution, at: int, row: Allotment) -> Distribution:
    rows = distribution.allotments
    return replace(distribution, allotments=(*rows[:at], row, *rows[at + 1 :]))


def _too_many(told: str) -> str:
    return f"份数 {told} 太多，一个单位最多 {MOST_OF_UNIT} 份。请核对。"
