"""The skeletons: every 文种 of both sets of rules, each as a notice that can be set."""

from __future__ import annotations

import resources
from models.edition import Edition
from models.notice import Level
from models.reading.kinds import STATUTORY
from models.reading.skeletons import of_edition, read_skeletons

ALL = read_skeletons(resources.SKELETONS.read_text(encoding="utf-8"))


def test_each_set_of_rules_has_its_kinds() -> None:
    assert [one.kind for one in of_edition(ALL, Edition.GB2012)] == [
        *("决议", "决定", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示"),
        *("批复", "议案", "函", "纪要"),
    ]
    assert len(of_edition(ALL, Edition.GB1999)) == 13
    assert all(one.kind in STATUTORY for one in ALL)


def test_a_skeleton_says_what_each_one_of_its_kind_says() -> None:
    notice = next(one.notice for one in ALL if one.kind == "请示")
    assert notice.addressees == "……"
    assert notice.body[-1].whole == "妥否，请批示。"
    assert notice.body[1].level is Level.FIRST
    assert notice.notes.startswith("联系人：")
