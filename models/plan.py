"""The year's plan as it is worked with: sections, and under them the items that units and offices answer for."""

from __future__ import annotations

from dataclasses import dataclass

from models.notice import Level, Paragraph, Piece


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One piece of work: a numbered item, or an unnumbered paragraph between items that is work of its own."""

    paragraph: Paragraph

    @property
    def number(self) -> str:
        """The number without its mark, such as `23`; empty where the plan gives none."""
        return self.paragraph.number.strip("（）()、.．")


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A part of the plan (一、…) with its items; the first may be an opening without heading."""

    heading: Paragraph | None
    items: tuple[PlanItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """An issued piece seen as a plan."""

    title: str
    opening: tuple[Paragraph, ...]
    sections: tuple[PlanSection, ...]

    @property
    def items(self) -> tuple[PlanItem, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)


def plan_of(piece: Piece) -> Plan:
    """See `piece` as a plan: what stands before the first 一、 is its opening, the rest are items under sections."""
    starts = [at for at, paragraph in enumerate(piece.paragraphs) if paragraph.level == Level.FIRST]
    ends = [*starts[1:], len(piece.paragraphs)][: len(starts)]
    sections = tuple(
        PlanSection(
            piece.paragraphs[start], tuple(PlanItem(p) for p in piece.paragraphs[start + 1 : end])
        )
        for start, end in zip(starts, ends, strict=True)
    )
    return Plan(piece.title, piece.paragraphs[: starts[0] if starts else None], sections)
