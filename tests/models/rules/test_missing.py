"""What a notice lacks is named, never invented."""

from __future__ import annotations

from dataclasses import replace

from models.edition import Edition
from models.notice import Notice
from models.rules.missing import missing
from tests.support.invented import full_notice


def test_a_whole_notice_lacks_nothing() -> None:
    assert missing(full_notice()) == ()


def test_an_empty_notice_lacks_everything_in_the_order_of_the_paper() -> None:
    assert missing(Notice()) == (
        "发文机关",
        "发文字号",
        "标题",
        "主送机关",
        "正文",
        "成文日期",
        "印发机关",
        "印发日期",
    )


def test_subject_words_are_wanted_by_the_old_edition_only() -> None:
    assert missing(replace(full_notice(), edition=Edition.GB1999)) == ("主题词",)


def test_a_document_to_a_superior_wants_its_signer() -> None:
    assert missing(replace(full_notice(), kind="请示")) == ("签发人",)


def test_an_announcement_needs_no_addressees() -> None:
    assert missing(replace(full_notice(), kind="通告", addressees="")) == ()
