"""The units (单位) that documents go to, in their standing order, and the categories they stand under."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Delivery(Enum):
    """How a document reaches a unit (送达方式)."""

    EXCHANGE = "交换"
    CONFIDENTIAL = "机要"
    PICKUP = "自取"
    POST = "邮寄"


class Purpose(Enum):
    """What copies are for: a row of a distribution is of one unit and one purpose."""

    MAIN = "主送"
    COPY = "抄送"
    INTERNAL = "内部"
    ARCHIVE = "存档"
    SPARE = "备用"


@dataclass(frozen=True, slots=True)
class FormerName:
    """What a unit was called until a day; None where nobody knows the day."""

    name: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A category of units (类别), known by its name.

    Attributes:
        purpose: What its units get copies for. Units of MAIN and COPY are on a list where the document is addressed to
            them, all others are always there.
        terms: What addressees call it, such as 区县人事局 or 委办局; its own name needs no mention.
        quantity: Copies (份数) of a unit that has no number of its own.
        delivery: How documents reach a unit that says nothing else.
    """

    name: str
    purpose: Purpose = Purpose.MAIN
    terms: tuple[str, ...] = ()
    quantity: int = 1
    delivery: Delivery = Delivery.EXCHANGE


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. Its place in the roster is its standing order (排序); `id` is its row and does not count for equality.

    Attributes:
        short_names: 简称, by which clerks write it.
        aliases: Names learned from the files and lists it was found in.
        quantity: Its own number of copies; None: that of its category.
        delivery: None: that of its category.
        box: Exchange box (交换箱号).
        is_stopped: 停用: gets nothing any more, stays for the papers of its time.
        merged_into: The name of the unit that took it over.
    """

    name: str
    category: str = ""
    short_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    quantity: int | None = None
    delivery: Delivery | None = None
    box: str = ""
    address: str = ""
    postcode: str = ""
    contact: str = ""
    phone: str = ""
    note: str = ""
    is_stopped: bool = False
    merged_into: str = ""
    id: int | None = field(default=None, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is known by, the present one first."""
        former = tuple(former.name for former in self.former_names)
        return (self.name, *self.short_names, *self.aliases, *former)


@dataclass(frozen=True, slots=True)
class AddresseeRule:
    """What a clerk decided that an addressee of many means: all units of some categories, some units by name."""

    phrase: str
    categories: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """All units and categories of an office, each in standing order, with the rules by which addressees are understood."""

    categories: tuple[Category, ...] = ()
    units: tuple[Unit, ...] = ()
    rules: tuple[AddresseeRule, ...] = ()

    def names(self) -> dict[int, str]:
        """The names of the units by their rows."""
        return {unit.id: unit.name for unit in self.units if unit.id is not None}

    def category(self, name: str) -> Category:
        """The category of that name; one with nothing but the name where it was never described."""
        return next((one for one in self.categories if one.name == name), Category(name))
