"""An issued piece seen as a plan."""

from __future__ import annotations

from models.notice import Level, Paragraph, Piece, split_organs
from models.plan import plan_of


def test_sections_hold_their_items_also_the_unnumbered() -> None:
    opening, loose = Paragraph("总的要求。"), Paragraph("继续做好其他工作。")
    first, item = (
        Paragraph("", Level.FIRST, "一、", "抓重点"),
        Paragraph("办班。", Level.THIRD, "1、", "培训。"),
    )
    plan = plan_of(Piece("要点", (opening, first, item, loose)))
    assert plan.opening == (opening,)
    assert [section.heading for section in plan.sections] == [first]
    assert [item.number for item in plan.items] == ["1", ""]


def test_a_piece_without_sections_is_all_opening() -> None:
    text = (Paragraph("只有一段。"),)
    assert plan_of(Piece("要点", text)).opening == text
    assert plan_of(Piece("要点", text)).sections == ()


def test_organs_are_parted_outside_brackets_only() -> None:
    line = "各区县人事局，各部委办局（集团公司、总公司）、人民团体；驻津单位："
    assert split_organs(line) == (
        "各区县人事局",
        "各部委办局（集团公司、总公司）",
        "人民团体",
        "驻津单位",
    )
