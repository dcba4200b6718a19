"""What stands on the paper of a notice, by edition and by what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from exports.page import Break, Element, Face, Foot, Placed, Role, Row, Text
from exports.papers.notice import compose
from models.edition import Edition
from models.notice import Notice
from models.practice import CopiesPlace, JointMark, Practice
from tests.support.invented import full_notice

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = replace(
    full_notice(),
    edition=Edition.GB1999,
    subject_words=("人事", "培训", "通知"),
    secrecy="机密",
)


def paragraphs(notice: Notice, practice: Practice | None = None) -> Iterator[Text | Row]:
    for element in compose(notice, practice):
        if isinstance(element, Text | Row):
            yield element
        elif isinstance(element, Placed):
            yield element.text
        elif isinstance(element, Foot):
            yield from (row.content for row in element.rows)


def texts(notice: Notice, role: Role, practice: Practice | None = None) -> list[str]:
    return [
        p.text if isinstance(p, Text) else shown(p)
        for p in paragraphs(notice, practice)
        if p.role is role
    ]


def shown(row: Row) -> str:
    return "｜".join("".join(run.text for run in cell.runs) for cell in row.cells)


def roles(elements: tuple[Element, ...]) -> list[Role]:
    return [e.role for e in elements if isinstance(e, Text | Row) and e.role is not Role.BLANK]


def test_the_head_stands_in_the_order_of_the_standard() -> None:
    assert roles(compose(replace(full_notice(), secrecy="秘密★1年")))[:6] == [
        Role.COPY_NUMBER,
        Role.SECRECY,
        Role.URGENCY,
        Role.MARK,
        Role.DOC_NUMBER,
        Role.TITLE,
    ]


def test_the_two_editions_write_the_date_in_their_own_numerals() -> None:
    assert texts(full_notice(), Role.DATE) == ["2019年3月8日"]
    assert texts(OLD, Role.DATE) == ["二〇一九年三月八日"]


def test_one_sealing_organ_signs_in_2012_and_not_in_1999() -> None:
    assert texts(full_notice(), Role.SIGNATURE) == ["青川市人事局"]
    assert texts(replace(OLD, signatures=("青川市人事局",)), Role.SIGNATURE) == []


def test_the_old_imprint_has_subject_words_and_copies() -> None:
    assert texts(OLD, Role.SUBJECT_WORDS) == ["主题词：人事　培训　通知"]
    assert texts(OLD, Role.IMPRINT) == [
        "抄送：市委组织部，市财政局。",
        "青川市人事局办公室｜2019年3月9日印发",
        "（共印120份）",
    ]


def test_the_new_imprint_has_neither() -> None:
    assert texts(full_notice(), Role.SUBJECT_WORDS) == []
    assert texts(full_notice(), Role.IMPRINT) == [
        "抄送：市委组织部，市财政局。",
        "青川市人事局办公室｜2019年3月9日印发",
    ]


def test_secrecy_is_spaced_and_at_the_right_in_1999() -> None:
    assert texts(replace(OLD, copy_number="0000012"), Role.SECRECY) == ["0000012｜机　密"]
    assert texts(replace(OLD, copy_number=""), Role.SECRECY) == ["机　密"]
    assert texts(replace(OLD, copy_number="", secrecy="机密★一年"), Role.SECRECY) == ["机密★一年"]


def test_an_upward_document_has_its_signers_beside_the_number() -> None:
    upward = replace(full_notice(), signers=("李明", "王红"))
    assert texts(upward, Role.DOC_NUMBER) == ["青人〔2019〕7号｜签发人：李明｜王红"]


@pytest.mark.parametrize(
    ("role", "face"),
    [
        (Role.HEADING_1, Face.HEI),
        (Role.HEADING_2, Face.KAI),
        (Role.HEADING_3, Face.FANG_SONG),
        (Role.HEADING_4, Face.FANG_SONG),
    ],
)
def test_each_level_has_its_face(role: Role, face: Face) -> None:
    headings = [p for p in paragraphs(full_notice()) if isinstance(p, Text) and p.role is role]
    assert headings
    assert {heading.runs[0].face for heading in headings} == {face}


def test_an_attachment_bears_its_label_and_an_issued_piece_does_not() -> None:
    elements = compose(full_notice())
    starts = [at for at, element in enumerate(elements) if isinstance(element, Break)]
    after = [element.role for at in starts if isinstance(element := elements[at + 1], Text)]
    assert after == [Role.PIECE_TITLE, Role.PIECE_LABEL]


def test_a_single_attachment_is_not_numbered() -> None:
    notice = replace(full_notice(), attachment_notes=("名单",))
    assert texts(notice, Role.ATTACHMENT_NOTES) == ["附件：名单"]


def test_an_empty_notice_keeps_its_places() -> None:
    assert roles(compose(Notice())) == [Role.MARK, Role.DOC_NUMBER, Role.TITLE]


def test_an_imprint_needs_only_what_is_known() -> None:
    assert texts(Notice(issued_on=date(2019, 3, 9)), Role.IMPRINT) == ["｜2019年3月9日印发"]
    assert texts(Notice(issuing_office="办公室"), Role.IMPRINT) == ["办公室｜"]


def test_a_long_name_makes_the_mark_smaller() -> None:
    mark = next(
        p for p in paragraphs(Notice(organs=("青川市人力资源和社会保障局",))) if p.role is Role.MARK
    )
    assert mark.setting.size == 29


def test_the_mark_of_several_organs_names_the_lead_or_all() -> None:
    joint = Notice(organs=("甲局", "乙局"))
    assert texts(joint, Role.MARK) == ["甲局文件"]
    assert texts(joint, Role.MARK, Practice(joint_mark=JointMark.ALL)) == ["甲局\n乙局", "文件"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (CopiesPlace.BELOW, ["青川市", "（共印"]),
        (CopiesPlace.ABOVE, ["（共印", "青川市"]),
        (CopiesPlace.NONE, ["青川市"]),
    ],
)
def test_the_copies_stand_where_the_office_has_them(
    place: CopiesPlace, expected: list[str]
) -> None:
    rows = texts(OLD, Role.IMPRINT, Practice(copies_place=place))
    assert [row[:3] for row in rows[1:]] == expected


def test_an_order_or_minutes_without_organ_day_and_number_still_has_its_places() -> None:
    order = Notice(kind="令", title="青川市人民政府令")
    assert texts(order, Role.MARK) == ["青川市人民政府令"]
    minutes = Notice(kind="纪要", title="局务会议纪要")
    assert texts(minutes, Role.MARK) == ["局务会议纪要"]
    assert texts(minutes, Role.DATE) == ["｜"]
    assert texts(minutes, Role.DOC_NUMBER) == []


def test_minutes_on_a_matter_bear_the_name_of_their_organ_above_their_title() -> None:
    minutes = replace(full_notice(), kind="纪要", title="关于人才住房问题的会议纪要")
    assert texts(minutes, Role.MARK) == ["青川市人事局纪要"]
    assert texts(minutes, Role.TITLE) == ["关于人才住房问题的会议纪要"]
