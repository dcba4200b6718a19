"""A Word file is read as its final state prints it: no more, no less, nothing twice."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.reading.doors.door import open_bytes
from tests.support.packages import paragraph, word, zipped


def lines(data: bytes) -> list[str]:
    return open_bytes(data, "文.docx").text.split("\n")


def run(inside: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr>{inside}</w:r></w:p>"


def field(result: str, code: str = "PAGE") -> str:
    marks = ('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    return f"{marks[0]}<w:instrText>{code}</w:instrText>{marks[1]}{result}{marks[2]}"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph("甲") + "<w:p/>" + paragraph("乙"), ["甲", "乙"]),
        (run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"), ["甲\t乙", "丙"]),
        (run("<w:t>二</w:t><w:noBreakHyphen/><w:t>三</w:t><w:softHyphen/><w:cr/>"), ["二-三"]),
        (run('<w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Symbol" w:char="00B1"/>'), ["□±"]),
        (run('<w:sym w:font="Wingdings" w:char="F041"/><w:sym w:char="xyz"/>'), ["\uf041"]),
        (run("<w:t>甲</w:t>" + field("<w:t>12</w:t>") + "<w:t>乙</w:t>"), ["甲12乙"]),
        (run("<w:t>甲</w:t>" + field("<w:t>3</w:t>", "IF " + field("<w:t>漏</w:t>"))), ["甲3"]),
        (run('<w:fldChar w:fldCharType="end"/><w:t>甲</w:t>'), ["甲"]),
        ('<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>今</w:t></w:r></w:fldSimple></w:p>', ["今"]),
        ('<w:p><w:hyperlink r:id="x"><w:r><w:t>网</w:t></w:r></w:hyperlink></w:p>', ["网"]),
        ("<w:p><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:p>", ["x+y"]),
        ("<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>" + paragraph("甲") + "</w:sdtContent></w:sdt>", ["甲"]),
        (paragraph("甲", '<w:tabs><w:tab w:val="left"/></w:tabs>'), ["甲"]),
        ('<w:p><w:pict><v:shape><v:textpath string="青川市文件"/></v:shape></w:pict></w:p>', ["青川市文件"]),
    ],
)  # fmt: skip
def test_what_stands_in_paragraphs_is_read(body: str, said: list[str]) -> None:
    assert lines(word(body)) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<w:p><w:del><w:r><w:t>旧</w:t><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>", ["新"]),
        ("<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom></w:p><w:moveTo>" + paragraph("甲") + "</w:moveTo>", ["甲"]),
        (paragraph("前", "<w:rPr><w:del/></w:rPr>") + paragraph("后"), ["前后"]),
        (paragraph("前", "<w:rPr><w:del/></w:rPr>"), ["前"]),
        (paragraph("新", "<w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>") + paragraph("后"), ["新", "后"]),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("旧") + "</w:tc></w:tr></w:tbl>" + paragraph("新"), ["新"]),
    ],
)  # fmt: skip
def test_tracked_changes_are_read_as_accepted(body: str, said: list[str]) -> None:
    assert lines(word(body)) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (run("<w:t>藏</w:t>", "<w:vanish/>") + paragraph("显"), ["显"]),
        (run("<w:t>显</w:t>", '<w:vanish w:val="0"/>'), ["显"]),
        (run("<w:t>藏</w:t>", '<w:rStyle w:val="hid"/>') + paragraph("显"), ["显"]),
        (run("<w:t>藏</w:t><w:fldChar w:fldCharType='begin'/>", "<w:vanish/>") + paragraph("码"), [""]),
    ],
)  # fmt: skip
def test_hidden_text_is_not_read(body: str, said: list[str]) -> None:
    styles = '<w:style w:type="character" w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert lines(word(body, styles=styles)) == said


def test_a_text_box_is_read_once_and_before_its_paragraph() -> None:
    box = "<w:txbxContent>" + paragraph("青川市人事局文件") + "</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>关于放假的通知</w:t></w:r></w:p>"
    )
    assert lines(word(body)) == ["青川市人事局文件", "关于放假的通知"]


USUAL_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
STRICT_DRAWING = "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"


def box(text: str, place: str = "", *, names: str = USUAL_DRAWING) -> str:
    """A text box, in its line or so many EMU below the upper edge of the page."""
    kind = "anchor" if place else "inline"
    offset = f'<d:positionV relativeFrom="page"><d:posOffset>{place}</d:posOffset></d:positionV>'
    return (
        f'<w:r><w:drawing><d:{kind} xmlns:d="{names}">{offset if place else ""}<wps:txbx><w:txbxContent>'
        f"{paragraph(text)}</w:txbxContent></wps:txbx></d:{kind}></w:drawing></w:r>"
    )


@pytest.mark.parametrize("names", [USUAL_DRAWING, STRICT_DRAWING])
def test_a_box_low_on_the_page_stands_below_its_paragraph(names: str) -> None:
    text, low = "<w:r><w:t>正文</w:t></w:r>", box("版记", "9000000", names=names)
    assert lines(word(f"<w:p>{low}{text}</w:p>")) == ["正文", "版记"]


def test_a_box_that_says_nothing_of_its_place_does_not_take_that_of_the_one_before() -> None:
    text, low = "<w:r><w:t>正文</w:t></w:r>", box("版记", "9000000")
    pict = f"<w:r><w:pict><v:roundrect><v:textbox><w:txbxContent>{paragraph('文号')}</w:txbxContent></v:textbox></v:roundrect></w:pict></w:r>"
    body = f"<w:p>{low}</w:p><w:p>{text}{box('红头')}</w:p><w:p>{low}{pict}{text}</w:p>"
    assert lines(word(body)) == ["版记", "红头", "正文", "文号", "正文", "版记"]


def cell(*texts: str, span: int = 1) -> str:
    properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
    return f"<w:tc>{properties}{''.join(map(paragraph, texts))}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
    )


def test_a_table_becomes_lines_with_tabs() -> None:
    body = table((cell("单位"), cell("人数")), (cell("甲局"), cell("3", "人")))
    assert lines(word(body)) == ["单位\t人数", "甲局\t3 人"]


def test_cells_that_span_columns_keep_the_others_in_place() -> None:
    body = table((cell("合计", span=2), cell("9")), (cell("甲"), cell("乙"), cell("4")))
    assert lines(word(body)) == ["合计\t\t9", "甲\t乙\t4"]


def test_a_table_that_frames_a_text_leaves_its_lines_alone() -> None:
    text = [f"第{at}段。" for at in range(12)]
    assert lines(word(table((cell(*text), cell("旁注"))))) == [*text, "旁注"]
    assert lines(word(table((cell(), cell("甲", "乙"))))) == ["甲", "乙"]


def test_a_table_in_a_cell_is_read() -> None:
    inner = f"<w:tc>{table((cell('甲'), cell('乙')))}{paragraph('丙')}</w:tc>"
    assert lines(word(table((inner, cell("丁"))))) == ["甲 乙 丙\t丁"]


def test_notes_stand_below_the_paragraph_that_names_them() -> None:
    notes = (
        '<w:footnote w:id="0" w:type="separator">' + paragraph("——") + "</w:footnote>"
        '<w:footnote w:id="2">' + paragraph("见附表。") + "</w:footnote>"
    )
    body = '<w:p><w:r><w:t>人数</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="9"/></w:r></w:p>'
    assert lines(word(body + paragraph("后"), footnotes=notes)) == ["人数", "见附表。", "后"]


def test_headers_and_footers_stand_apart() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference r:id="missing"/></w:sectPr>'
    )
    footer = "<w:p><w:r><w:t>— </w:t>" + field("<w:t>1</w:t>") + "<w:t> —</w:t></w:r></w:p>"
    data = word(paragraph("正文") + section, header1=paragraph("青川市人事局"), footer1=footer)
    opened = open_bytes(data, "文.docx")
    assert (opened.text, opened.furniture) == ("正文", ("青川市人事局", "— 1 —"))


def test_what_is_not_printed_stands_apart() -> None:
    """Hidden text, and the small characters over others that say how they sound."""
    ruby = (
        "<w:p><w:r><w:t>学习</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yín</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>寅</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>时</w:t></w:r></w:p>"
    )
    hidden = run("<w:t>藏一</w:t>", "<w:vanish/>") + run("<w:t> </w:t>", "<w:vanish/>")
    note = f'<w:footnote w:id="2">{run("<w:t>藏二</w:t>", "<w:vanish/>")}</w:footnote>'
    named = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    opened = open_bytes(word(ruby + hidden + named, footnotes=note), "文.docx")
    assert (opened.text, sorted(opened.furniture)) == ("学习寅时", ["yín", "藏一", "藏二"])


def test_the_head_of_the_first_page_opens_the_text() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    data = word(paragraph("正文") + section, header1=paragraph("青川市人事局文件"))
    assert lines(data) == ["青川市人事局文件", "正文"]


def test_a_file_within_the_file_is_told() -> None:
    opened = open_bytes(word(paragraph("正文") + '<w:altChunk r:id="x"/>'), "文.docx")
    assert opened.unread == ("文件里还嵌着别的文件，其中的文字没有读出，请核对。",)


def test_the_strict_variant_and_another_place_of_the_text_are_read() -> None:
    text = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>'
    named = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/main.xml"/>'
        '<Relationship Id="2" Type="x" Target="http://a/" TargetMode="External"/></Relationships>'
    )
    assert lines(zipped({"_rels/.rels": named, "word/main.xml": text})) == ["甲"]


def test_macros_are_told_and_not_read() -> None:
    document = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>'
    opened = open_bytes(
        zipped({"word/document.xml": document, "word/vbaProject.bin": b"\xd0\xcf"}), "文.docx"
    )
    assert opened.text == "甲"
    assert [told[:4] for told in opened.unread] == ["文件含宏"]


@pytest.mark.parametrize(
    "body",
    ["<w:tc></w:tc>", "<w:numId/>", "<mc:Choice/>", "<w:trPr><w:del/></w:trPr>", "</w:body>"],
)
def test_things_out_of_their_place_are_refused(body: str) -> None:
    with pytest.raises(UserError, match="已损坏"):
        lines(word(body))
