"""The numbers that Word computes stand nowhere in a file and are read all the same."""

from __future__ import annotations

import pytest

from models.reading.doors.counting import written
from models.reading.doors.door import open_bytes
from tests.support.packages import numbered, paragraph, rank, word

OUTLINE = (
    rank(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>')
    + rank(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>')
    + rank(2, "decimal", "%3.")
    + rank(3, "decimal", "%1.%2.%4", "<w:isLgl/>")
)


def listed(ranks: str, more: str = "", overrides: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{more}{ranks}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
    )


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return open_bytes(word(body, numbering=numbering, styles=styles), "文.docx").text.split("\n")


def test_levels_count_and_begin_anew_below_a_higher_one() -> None:
    body = "".join(numbered("", at) + paragraph("。") for at in (0, 1, 1, 2, 2, 0, 1, 2, 3))
    said = [line for line in lines(body, listed(OUTLINE)) if line != "。"]
    assert said == ["一、", "（一）", "（二）", "1. ", "2. ", "二、", "（一）", "1. ", "2.1.1 "]


def test_a_number_stands_before_its_text_and_zero_takes_it_away() -> None:
    body = numbered("加强领导") + numbered("无号", name=0) + numbered("落实责任")
    assert lines(body, listed(OUTLINE)) == ["一、加强领导", "无号", "二、落实责任"]


def test_lists_of_one_kind_count_on_and_a_start_of_their_own_counts_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = numbered("甲") + numbered("乙", name=2) + numbered("丙", name=2) + numbered("丁")
    assert lines(body, listed(OUTLINE)) == ["一、甲", "二、乙", "三、丙", "四、丁"]
    assert lines(body, listed(OUTLINE, overrides=again)) == ["一、甲", "五、乙", "六、丙", "七、丁"]


def test_a_list_may_change_a_level() -> None:
    other = '<w:lvlOverride w:ilvl="0">' + rank(0, "upperLetter", "%1)") + "</w:lvlOverride>"
    body = numbered("甲", name=2)
    assert lines(body, listed(OUTLINE, overrides=other)) == ["A) 甲"]


@pytest.mark.parametrize(("restart", "said"), [("0", "3. 丙"), ("1", "1. 丙"), ("2", "1. 丙")])
def test_a_level_says_after_which_one_it_begins_anew(restart: str, said: str) -> None:
    ranks = rank(0, "decimal", "%1") + rank(
        1, "decimal", "%2.", f'<w:lvlRestart w:val="{restart}"/>'
    )
    body = numbered("甲", 1) + numbered("乙", 1) + numbered("章") + numbered("丙", 1)
    assert lines(body, listed(ranks))[-1] == said


def test_a_deeper_level_used_first_shows_where_the_higher_would_start() -> None:
    assert lines(numbered("甲", 3), listed(OUTLINE)) == ["1.1.1 甲"]


def test_styles_number_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>'
        '<w:style w:type="table" w:styleId="t"><w:pPr/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h3"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>'
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{name}"/>')
        for text, name in (("甲", "h1"), ("乙", "h2"), ("丙", "h3"), ("丁", "round"), ("戊", "无"))
    )
    assert lines(body, listed(OUTLINE), styles) == ["一、甲", "二、乙", "（一）丙", "丁", "戊"]
    level = '<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert lines(paragraph("甲", level), listed(OUTLINE), styles) == ["（一）甲"]


def test_a_level_names_the_style_it_belongs_to() -> None:
    styles = (
        '<w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    ranks = rank(0, "decimal", "%1") + rank(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h"/>')
    assert lines(paragraph("甲", '<w:pStyle w:val="h"/>'), listed(ranks), styles) == ["（一） 甲"]


def test_a_list_style_leads_to_its_list() -> None:
    numbering = listed(OUTLINE) + (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="outline"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
    )
    styles = '<w:style w:type="numbering" w:styleId="outline"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert lines(numbered("甲", name=3), numbering, styles) == ["一、甲"]
    assert lines(numbered("甲", name=3), numbering) == ["甲"]


def test_bullets_of_symbol_fonts_become_a_dot_that_every_font_has() -> None:
    assert lines(numbered("甲"), listed(rank(0, "bullet", "\uf0b7"))) == ["● 甲"]
    assert lines(numbered("甲"), listed(rank(0, "none", "%1"))) == ["甲"]


def test_a_hidden_empty_paragraph_is_not_counted() -> None:
    hidden = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    body = paragraph("", hidden) + numbered("甲")
    assert lines(body, listed(OUTLINE)) == ["一、甲"]


@pytest.mark.parametrize(
    ("form", "values", "said"),
    [
        ("chineseCounting", (1, 10, 11, 20, 105), "一 十 十一 二十 一百零五"),
        ("chineseLegalSimplified", (3, 21), "叁 贰拾壹"),
        ("japaneseDigitalTenThousand", (2, 10), "二 一〇"),
        ("decimalEnclosedCircleChinese", (1, 20, 21, 36, 51), "① ⑳ ㉑ ㊱ 51"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (12,), "亥"),
        ("ideographEnclosedCircle", (2,), "㊁"),
        ("decimalEnclosedFullstop", (3,), "⒊"),
        ("decimalEnclosedParen", (4,), "⑷"),
        ("decimalFullWidth", (12,), "１２"),
        ("decimalZero", (3, 12), "03 12"),
        ("numberInDash", (3,), "- 3 -"),
        ("upperRoman", (4, 19, 1990), "IV XIX MCMXC"),
        ("lowerRoman", (9,), "ix"),
        ("upperLetter", (1, 26, 27), "A Z AA"),
        ("lowerLetter", (28,), "bb"),
        ("hindiVowels", (3,), "3"),
        ("chineseCounting", (0, 10000), "0 10000"),
    ],
)
def test_numbers_are_written_as_word_writes_them(
    form: str, values: tuple[int, ...], said: str
) -> None:
    assert " ".join(written(value, form) for value in values) == said
