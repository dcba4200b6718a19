"""Every format and every way of closing, measured on the rendered page. Millimetres from the top left corner."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from exports import standard
from exports.jobs import lay_out, notice_pdf
from exports.page import Stamp
from tests.support.cases import CASES, FILLED
from tests.support.ink import Row, black_ink, red_ink, rows_of, rules_of

if TYPE_CHECKING:
    from exports.jobs import Layout
    from exports.typeset.fonts import FontBook

TOLERANCE = 0.3
CHAR = 156 / 28  # 1 字
LINE = 10.213  # 1 行


class Sheets:
    """The pages of every case, each laid out and drawn once."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._made: dict[str, tuple[Layout, bytes]] = {}

    def pdf(self, name: str) -> bytes:
        return self._case(name)[1]

    def row(self, name: str, text: str) -> tuple[int, Row]:
        """The page and place of the only row that begins with `text`."""
        (found,) = (
            (number, row)
            for number, page in enumerate(rows_of(self.pdf(name)), 1)
            for row in page
            if row.text.startswith(text)
        )
        return found

    def stamps(self, name: str) -> list[tuple[int, Stamp]]:
        return [
            (page.number, mark)
            for page in self._case(name)[0].pages
            for mark in page.marks
            if isinstance(mark, Stamp)
        ]

    def _case(self, name: str) -> tuple[Layout, bytes]:
        if name not in self._made:
            case = CASES.get(name) or FILLED[name]
            layout = lay_out(case.notice, self._fonts, case.practice)
            self._made[name] = layout, notice_pdf(case.notice, layout, self._fonts)
        return self._made[name]


@pytest.fixture(scope="module")
def sheets(fonts: FontBook) -> Sheets:
    return Sheets(fonts)


def left_of(page: int) -> float:
    """The left edge of the type area."""
    return 28.0 if page % 2 else 26.0


def top_of(stamp: Stamp) -> float:
    return standard.mm(stamp.y - stamp.height / 2)


def assert_apart(stamps: list[Stamp]) -> None:
    """No seal crosses or touches another."""
    for at, one in enumerate(stamps):
        for other in stamps[at + 1 :]:
            distance = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert distance > (one.width + other.width) / 2


def test_corners_of_2012_stand_at_the_left_one_under_the_other(sheets: Sheets) -> None:
    rows = [sheets.row("corners-2012", text)[1] for text in ("000012", "秘密★1年", "特急")]
    assert [row.left for row in rows] == pytest.approx([28.0] * 3, abs=TOLERANCE)
    assert rows[1].bottom - rows[0].bottom == pytest.approx(LINE, abs=0.6)
    assert rows[2].bottom - rows[1].bottom == pytest.approx(LINE, abs=TOLERANCE)


def test_corners_of_1999_share_the_first_line(sheets: Sheets) -> None:
    first = sheets.row("corners-1999", "000012秘密★1年")[1]
    assert (first.left, first.right) == pytest.approx((28.0, 184.0), abs=TOLERANCE)
    assert sheets.row("corners-1999", "特急")[1].right == pytest.approx(184.0, abs=TOLERANCE)


@pytest.mark.parametrize(("edition", "top"), [("2012", 72.0), ("1999", 62.0)])
def test_all_names_of_a_joint_mark_are_one_block_in_the_middle(
    edition: str, top: float, sheets: Sheets
) -> None:
    pdf = sheets.pdf(f"three organs-{edition}")
    ink = red_ink(pdf, 1, bottom=top + 65)
    rows = [row.text for row in rows_of(pdf)[0] if row.bottom < ink.bottom + 6]
    assert ink.top == pytest.approx(top, abs=TOLERANCE)
    assert (ink.left + ink.right) / 2 == pytest.approx(106.0, abs=0.8)
    assert rows == ["青川市人事局", "青川市财政局文件", "青川市教育局"]


@pytest.mark.parametrize("edition", ["2012", "1999"])
def test_number_and_signer_stand_one_character_from_the_edges(edition: str, sheets: Sheets) -> None:
    row = sheets.row(f"upward-{edition}", "青人〔2019〕7号签发人：李明")[1]
    assert row.left == pytest.approx(28 + CHAR, abs=TOLERANCE)
    assert row.right == pytest.approx(184 - CHAR, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("upward of three-2012", ["签发人：李明王红红", "青人〔2019〕7号赵四"]),
        ("upward of three-1999", ["签发人：李明", "王红红", "青人〔2019〕7号赵四"]),
    ],
)
def test_several_signers_stand_in_rows_and_the_number_beside_the_last(
    name: str, expected: list[str], sheets: Sheets
) -> None:
    rows = [sheets.row(name, text)[1] for text in expected]
    steps = [after.bottom - before.bottom for before, after in pairwise(rows)]
    assert steps == pytest.approx([LINE] * len(steps), abs=0.6)
    line = rules_of(sheets.pdf(name), 1)[0]
    number = black_ink(sheets.pdf(name), 1, line.top - 12, line.top - 1)
    assert line.top - number.bottom == pytest.approx(4.0, abs=TOLERANCE)


def test_a_seal_of_2012_presses_name_and_date_within_a_line_of_the_text(sheets: Sheets) -> None:
    ((page, stamp),) = sheets.stamps("full-2012")
    number, date = sheets.row("full-2012", "2019年3月8日")
    above = [r for r in rows_of(sheets.pdf("full-2012"))[page - 1] if r.bottom < date.bottom - 15]
    gap = top_of(stamp) - above[-1].bottom
    assert number == page
    assert date.right == pytest.approx(left_of(page) + 156 - 4 * CHAR, abs=TOLERANCE)
    assert standard.mm(stamp.x) == pytest.approx((date.left + date.right) / 2, abs=TOLERANCE)
    assert 0 < gap <= LINE
    assert top_of(stamp) < date.bottom < top_of(stamp) + standard.mm(stamp.height)


def test_a_seal_of_1999_stands_2_to_4_mm_under_the_text_and_presses_the_date(
    sheets: Sheets,
) -> None:
    ((page, stamp),) = sheets.stamps("corners-1999")
    date = sheets.row("corners-1999", "二〇一九年三月八日")[1]
    area = 37 + LINE * round((date.bottom - 37) / LINE - 3)  # the line of text above ends here
    assert 2 <= top_of(stamp) - area <= 4
    assert standard.mm(stamp.x) == pytest.approx((date.left + date.right) / 2, abs=TOLERANCE)
    assert date.right == pytest.approx(left_of(page) + 156 - 4 * CHAR, abs=TOLERANCE)


def test_seals_of_several_organs_press_their_names_and_the_last_the_date(sheets: Sheets) -> None:
    for name, count in (("two organs-2012", 2), ("three organs-2012", 3), ("five organs-2012", 5)):
        placed = sheets.stamps(name)
        stamps = [stamp for _, stamp in placed]
        page, date = sheets.row(name, "2019年3月8日")
        assert len(stamps) == count
        assert {number for number, _ in placed} == {page}
        assert_apart(stamps)
        left = min(standard.mm(stamp.x - stamp.width / 2) for stamp in stamps)
        right = max(standard.mm(stamp.x + stamp.width / 2) for stamp in stamps)
        assert left_of(page) <= left
        assert right <= left_of(page) + 156
        assert standard.mm(stamps[-1].x) == pytest.approx((date.left + date.right) / 2, abs=0.4)
        assert standard.mm(stamps[-1].y + stamps[-1].height / 2) > date.bottom


def test_two_seals_of_1999_press_a_date_drawn_out_between_seven_characters(sheets: Sheets) -> None:
    (page, first), (_, second) = sheets.stamps("two organs-1999")
    date = sheets.row("two organs-1999", "二〇一九年三月八日")[1]
    assert date.left == pytest.approx(left_of(page) + 7 * CHAR, abs=TOLERANCE)
    assert date.right == pytest.approx(left_of(page) + 156 - 7 * CHAR, abs=TOLERANCE)
    assert first.x < second.x
    assert 0 < standard.mm(second.x - first.x - first.width) <= 3


def test_more_seals_of_1999_stand_in_rows_of_three_above_the_date(sheets: Sheets) -> None:
    placed = sheets.stamps("five organs-1999")
    stamps = [stamp for _, stamp in placed]
    page, date = sheets.row("five organs-1999", "二〇一九年三月八日")
    assert [len([s for s in stamps if s.y == y]) for y in sorted({s.y for s in stamps})] == [3, 2]
    assert_apart(stamps)
    middle = standard.mm(stamps[3].x + stamps[4].x) / 2
    assert middle == pytest.approx(left_of(page) + 78, abs=TOLERANCE)
    assert date.right == pytest.approx(left_of(page) + 156 - 2 * CHAR, abs=TOLERANCE)
    assert date.bottom - 5.7 > standard.mm(max(s.y + s.height / 2 for s in stamps))


def test_without_a_seal_the_date_stands_two_characters_in_from_the_name(sheets: Sheets) -> None:
    """The date is longer than the name: it ends 2 字 from the right, and the name moves."""
    rows = rows_of(sheets.pdf("unsealed-2012"))[1]
    at = next(at for at, row in enumerate(rows) if row.text == "2019年3月8日")
    name, date = rows[at - 1], rows[at]
    assert name.text == "青川市人事局"
    assert date.left - name.left == pytest.approx(2 * CHAR, abs=0.5)


def test_a_joint_document_without_seals_has_the_lead_first(sheets: Sheets) -> None:
    rows = rows_of(sheets.pdf("unsealed joint-2012"))[1]
    at = next(at for at, row in enumerate(rows) if row.text == "2019年3月8日")
    assert [row.text for row in rows[at - 2 : at]] == ["市局", "青川市教育局"]
    assert rows[at - 1].right == pytest.approx(26 + 156 - 2 * CHAR, abs=0.4)
    assert rows[at].left - rows[at - 1].left == pytest.approx(2 * CHAR, abs=0.4)


def test_a_signature_stamp_stands_four_characters_from_the_right_its_post_beside_it(
    sheets: Sheets,
) -> None:
    ((page, stamp),) = sheets.stamps("order-2012")
    post = sheets.row("order-2012", "市长")[1]
    date = sheets.row("order-2012", "2019年3月8日")[1]
    assert page == 1
    assert standard.mm(stamp.x + stamp.width / 2) == pytest.approx(184 - 4 * CHAR, abs=TOLERANCE)
    left = standard.mm(stamp.x - stamp.width / 2)
    assert left - post.right == pytest.approx(2 * CHAR, abs=0.5)
    assert date.right == pytest.approx(184 - 4 * CHAR, abs=TOLERANCE)
    assert sheets.row("order-1999", "二〇一九年三月八日")[1].right == pytest.approx(
        184 - 2 * CHAR, abs=TOLERANCE
    )


@pytest.mark.parametrize("edition", ["2012", "1999"])
def test_a_letter_has_its_organ_and_double_lines_at_the_edges_of_the_sheet(
    edition: str, sheets: Sheets
) -> None:
    pdf = sheets.pdf(f"letter-{edition}")
    mark = red_ink(pdf, 1, bottom=48 if edition == "2012" else 46)
    rules = rules_of(pdf, 1)
    assert mark.top == pytest.approx(30.0, abs=TOLERANCE)
    assert [(rule.left, rule.right) for rule in rules] == [pytest.approx((20, 190), abs=0.1)] * 4
    assert (rules[2].top + rules[3].top) / 2 == pytest.approx(277.0, abs=TOLERANCE)
    assert rules[1].top - rules[0].top < 1.0


def test_the_first_elements_of_a_letter_lie_seven_eighths_under_the_line(sheets: Sheets) -> None:
    pdf = sheets.pdf("letter-2012")
    line = rules_of(pdf, 1)[1]
    first = sheets.row("letter-2012", "000012青人〔2019〕7号")[1]
    ink = black_ink(pdf, 1, line.bottom + 1, line.bottom + 11)
    assert ink.top - line.bottom == pytest.approx(4.875, abs=0.7)
    assert (first.left, first.right) == pytest.approx((28.0, 184.0), abs=TOLERANCE)


def test_a_letter_has_no_number_on_page_1_and_no_rules_around_its_copies(sheets: Sheets) -> None:
    pages = rows_of(sheets.pdf("letter-2012"))
    assert not [row for row in pages[0] if row.text.startswith("—")]
    assert len(rules_of(sheets.pdf("letter-2012"), len(pages))) == (4 if len(pages) == 1 else 0)
    last = pages[-1][-1] if len(pages) == 1 else pages[-1][-2]
    assert last.text == "抄送：市委组织部，市财政局。"


@pytest.mark.parametrize("edition", ["2012", "1999"])
def test_an_order_begins_20_mm_under_the_type_area_without_red_line(
    edition: str, sheets: Sheets
) -> None:
    pdf = sheets.pdf(f"order-{edition}")
    assert red_ink(pdf, 1).top == pytest.approx(57.0, abs=TOLERANCE)
    assert not rules_of(pdf, 1)
    number = sheets.row(f"order-{edition}", "第1号")[1]
    assert (number.left + number.right) / 2 == pytest.approx(106.0, abs=0.5)


@pytest.mark.parametrize(("edition", "top"), [("2012", 72.0), ("1999", 62.0)])
def test_minutes_say_who_was_there_under_the_text(edition: str, top: float, sheets: Sheets) -> None:
    name = f"minutes-{edition}"
    assert red_ink(sheets.pdf(name), 1, bottom=top + 20).top == pytest.approx(top, abs=TOLERANCE)
    page, first = sheets.row(name, "出席：")
    rows = rows_of(sheets.pdf(name))[page - 1]
    more = rows[rows.index(first) + 1]
    assert first.left == pytest.approx(28 + 2 * CHAR, abs=TOLERANCE)
    assert more.left == pytest.approx(28 + 5 * CHAR, abs=0.4)
    assert not sheets.stamps(name)


def test_addressees_too_many_for_page_1_stand_above_the_copies(sheets: Sheets) -> None:
    pages = rows_of(sheets.pdf("many addressees-2012"))
    assert any(row.text.startswith("现将") for row in pages[0])
    texts = [row.text for row in pages[-1]]
    assert texts[0].startswith("主送：青川市第0直属单位")
    assert [text[:3] for text in texts[-2:]] == ["抄送：", "青川市"]
    assert len(rules_of(sheets.pdf("many addressees-2012"), len(pages))) == 3


@pytest.mark.parametrize("edition", ["2012", "1999"])
def test_a_filled_type_area_has_ink_from_edge_to_edge(edition: str, sheets: Sheets) -> None:
    pdf = sheets.pdf(f"filled-{edition}")
    full = max(range(1, len(rows_of(pdf)) + 1), key=lambda page: len(rows_of(pdf)[page - 1]))
    assert rules_of(pdf, 1)[0].top == pytest.approx(124.27 if edition == "2012" else 112.2, abs=0.5)
    assert black_ink(pdf, full, 30, 50).top == pytest.approx(37.4, abs=0.5)


def test_preprinted_paper_gets_no_red_and_all_print_is_moved(sheets: Sheets) -> None:
    with pytest.raises(AssertionError, match="no ink"):
        red_ink(sheets.pdf("preprinted-2012"), 1)
    moved = sheets.row("preprinted-2012", "各区县人事局")[1]
    usual = sheets.row("unsealed-2012", "各区县人事局")[1]
    assert moved.left - usual.left == pytest.approx(2.0, abs=0.05)
    assert moved.bottom - usual.bottom == pytest.approx(-1.5, abs=0.05)


@pytest.mark.parametrize("edition", ["2012", "1999"])
def test_a_turned_table_has_its_head_at_the_left_of_every_page_and_the_number_in_its_place(
    edition: str, sheets: Sheets
) -> None:
    name = f"turned table-{edition}"
    pages = [
        (number, rows)
        for number, rows in enumerate(rows_of(sheets.pdf(name)), 1)
        if any("1行" in row.text or "7行" in row.text for row in rows)
    ]
    assert [number % 2 for number, _ in pages][:2] == [1, 0]
    for number, rows in pages:
        left = left_of(number)
        rules = rules_of(sheets.pdf(name), number)
        ours = [rule for rule in rules if rule.bottom - rule.top > 100]
        assert min(rule.top for rule in ours) == pytest.approx(37.35, abs=TOLERANCE)
        assert max(rule.bottom for rule in ours) == pytest.approx(261.3, abs=TOLERANCE)
        assert left - TOLERANCE <= min(rule.left for rule in ours)
        assert max(rule.left for rule in ours) <= left + 156 + TOLERANCE
        (dashes,) = (row for row in rows if row.text.startswith("—"))
        assert dashes.bottom < 275
        assert (dashes.left > 105) == (number % 2 == 1)
    label = next(row for row in pages[0][1] if row.text == "附件")
    assert label.left == pytest.approx(35.7, abs=TOLERANCE)
    assert label.bottom < left_of(pages[0][0]) + LINE
