"""Tables come in whole: leading zeros, texts that look like formulas, sheets that lie; hostile ones stay out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.reading.sheets.files import read_sheets, sheet_from_text
from models.reading.sheets.sheet import MAX_CELL, WrongSheet
from models.reading.sheets.xlsx import read_xlsx
from tests.support.packages import KIND, RELATED, zipped
from tests.support.workbooks import MAIN, row, workbook

if TYPE_CHECKING:
    from pathlib import Path

ZEROS = (
    '<numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellStyleXfs><xf numFmtId="164"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
)


def cells_of(data: bytes) -> list[tuple[str, ...]]:
    return [line.cells for sheet in read_xlsx(data, "表.xlsx") for line in sheet.rows]


def saved(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("单位")
    for one in rows:
        sheet.append(one)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_of_another_program_is_read() -> None:
    told = cells_of(saved([["单位名称", "份数", "比例"], ["甲局", 3, 0.1], ["乙局", 1e7, True]]))
    assert told == [("单位名称", "份数", "比例"), ("甲局", "3", "0.1"), ("乙局", "10000000", "是")]


texts = st.text(
    st.characters(
        min_codepoint=32,
        max_codepoint=0xFFFD,
        exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co", "Cf"),
    ),
    min_size=1,
    max_size=8,
).filter(lambda text: text != "\ufffd" and "\ufffd" not in text)


@given(st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=5))
def test_no_text_is_lost_or_changed(rows: list[list[str]]) -> None:
    escaped = [
        [c.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;") for c in one]
        for one in rows
    ]
    told = cells_of(workbook("".join(row(*one) for one in escaped)))
    assert told == [tuple(one) for one in rows]


def test_what_a_sheet_says_of_its_size_is_not_asked() -> None:
    assert len(cells_of(workbook("".join(row("单位", str(n)) for n in range(100))))) == 100


def test_postcodes_keep_their_zeros_as_texts_and_as_formatted_numbers() -> None:
    sheet = '<row><c s="1"><v>30001</v></c><c t="str"><v>022</v></c><c><v>3.50</v></c><c s="9"><v>-2</v></c></row>'
    assert cells_of(workbook(sheet, styles=ZEROS)) == [("030001", "022", "3.5", "-2")]


def test_a_formula_gives_its_value_or_is_told_and_a_text_like_one_stays_text() -> None:
    sheet = (
        '<row r="4"><c r="B4"><f>1+1</f><v>2</v></c><c r="AA4"><f>SUM(A1:A9)</f></c>'
        '<c r="AB4" t="s"><v>0</v></c><c r="AC4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    (told,) = read_xlsx(workbook(sheet, texts=["<si><t>=HYPERLINK(1)</t></si>"]), "表.xlsx")
    assert told.unsolved == ("AA4",)
    (line,) = told.rows
    assert line.number == 4
    assert (line.cell(1), line.cell(27), line.cell(28)) == ("2", "=HYPERLINK(1)", "#DIV/0!")
    assert line.cell(99) == ""


def test_rich_texts_are_joined_and_their_pronunciation_left_out() -> None:
    text = (
        "<si><r><t>和平区</t></r><r><t>人事局</t></r><rPh sb='0' eb='1'><t>hepingqu</t></rPh></si>"
    )
    assert cells_of(workbook('<row><c t="s"><v>0</v></c></row>', texts=[text])) == [
        ("和平区人事局",)
    ]


def test_the_pronunciation_within_a_cell_is_left_out() -> None:
    cell = '<c t="inlineStr"><is><t>区</t><rPh sb="0" eb="1"><t>qu</t></rPh></is></c>'
    assert cells_of(workbook(f"<row>{cell}</row>")) == [("区",)]


def test_numbers_that_are_none_stay_as_they_are() -> None:
    told = [(value,) for value in ("1E+30", "x1", "NaN", "1E+3", "-0.5")]
    sheet = "".join(f"<row><c><v>{value}</v></c></row>" for (value,) in told)
    assert cells_of(workbook(sheet)) == [("1E+30",), ("x1",), ("NaN",), ("1000",), ("-0.5",)]


def listed(*sheets: tuple[str, str, str, str]) -> bytes:
    """A workbook of two sheets that names them so: title, state, kind, target."""
    told = "".join(
        f'<sheet name="{name}" state="{state}" r:id="{name}"/>' for name, state, _, _ in sheets
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{KIND}/{kind}" Target="{target}"/>'
        for name, _, kind, target in sheets
        if target
    )
    extra = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets>{told}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATED}">{related}</Relationships>',
    }
    return workbook(row("甲"), row("乙"), extra=extra)


@pytest.mark.parametrize(
    "target",
    ["worksheets/sheet2.xml", "/xl/worksheets/sheet2.xml", "./worksheets/sheet2.xml", "../xl/worksheets/./sheet2.xml"],
)  # fmt: skip
def test_hidden_sheets_and_charts_are_passed_over(target: str) -> None:
    data = listed(
        ("藏", "hidden", "worksheet", "worksheets/sheet1.xml"),
        ("图", "visible", "chartsheet", "worksheets/sheet1.xml"),
        ("显", "visible", "worksheet", target),
    )
    told = read_xlsx(data, "表.xlsx")
    assert [(sheet.name, sheet.rows[0].cells) for sheet in told] == [("显", ("乙",))]


@pytest.mark.parametrize("target", ["", "worksheets/sheet9.xml"])
def test_a_sheet_that_is_named_and_not_there_is_told(target: str) -> None:
    with pytest.raises(UserError, match="已损坏或不完整"):
        read_xlsx(listed(("无", "visible", "worksheet", target)), "表.xlsx")


def test_a_workbook_without_texts_and_formats_is_read() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row("甲")}</sheetData></worksheet>'
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets><sheet name="甲" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATED}"><Relationship Id="a" Type="{KIND}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    assert cells_of(zipped(parts)) == [("甲",)]


def test_a_pasted_cell_longer_than_excel_holds_is_refused() -> None:
    with pytest.raises(WrongSheet, match=f"第2行有一格超过 {MAX_CELL} 个字"):
        sheet_from_text(f"单位\n{'长' * (MAX_CELL + 1)}")


def test_only_visible_sheets_with_something_in_them_are_offered(tmp_path: Path) -> None:
    data = workbook(row("甲"), "", row("乙"))
    path = tmp_path / "表.xlsx"
    path.write_bytes(data)
    assert [sheet.name for sheet in read_sheets(path)] == ["表1", "表3"]


def test_the_strict_variant_is_read() -> None:
    strict = f'<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData>{row("甲")}</sheetData></worksheet>'
    assert cells_of(workbook("", extra={"xl/worksheets/sheet1.xml": strict})) == [("甲",)]


HOSTILE = {
    "far row": workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "far column": workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    "many rows": workbook("".join(row("局") for _ in range(20_001))),
    "long cell": workbook(row("长" * (MAX_CELL + 1))),
    "long shared text": workbook("", texts=[f"<si><t>{'长' * (MAX_CELL + 1)}</t></si>"]),
    "no such text": workbook('<row><c t="s"><v>7</v></c></row>'),
    "strange text": workbook('<row><c t="s"><v>x</v></c></row>'),
    "entities": workbook("", extra={"xl/worksheets/sheet1.xml": f'<!DOCTYPE a [<!ENTITY b "c">]><worksheet xmlns="{MAIN}"/>'}),
    "no XML": workbook("", extra={"xl/worksheets/sheet1.xml": "<a"}),
    "a bomb": workbook("", extra={"xl/worksheets/sheet1.xml": " " * 60_000_000}),
    "cut off": workbook(row("甲"))[:300],
    "no workbook": zipped({"a.txt": "甲"}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_do_harm_is_refused_in_words(name: str) -> None:
    with pytest.raises(UserError, match="。"):
        read_xlsx(HOSTILE[name], "表.xlsx")


def test_too_many_shared_texts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.reading.sheets.xlsx_parts.MAX_TEXTS", 3)
    with pytest.raises(WrongSheet, match="文字太多"):
        read_xlsx(workbook("", texts=["<si/>"] * 4), "表.xlsx")


def test_what_stands_behind_the_cells_is_no_cell() -> None:
    behind = "<dataValidation><formula1>$A$1:$A$9</formula1></dataValidation>" * 5_000
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row("甲")}</sheetData>{behind}</worksheet>'
    assert cells_of(workbook("", extra={"xl/worksheets/sheet1.xml": sheet})) == [("甲",)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (workbook(row("甲") + row("长" * (MAX_CELL + 1))), f"第2行有一格超过 {MAX_CELL} 个字"),
        (workbook("", texts=[f"<si><t>{'长' * (MAX_CELL + 1)}</t></si>"]), "”有一格超过"),
        (workbook(row(*["甲"] * 101)), "超过 20000 行或 100 列"),
    ],
)
def test_what_is_too_large_is_called_by_its_name(data: bytes, said: str) -> None:
    with pytest.raises(WrongSheet, match=said):
        read_xlsx(data, "表.xlsx")


LONG = f"<si><t>{'长 ' * 16_000}</t></si>"
POINTER = '<row><c t="s"><v>0</v></c></row>'


@pytest.mark.parametrize("sheets", [(POINTER * 8_000,), (POINTER * 200, POINTER * 200)])
def test_a_small_file_whose_cells_all_show_one_long_text_is_refused(
    sheets: tuple[str, ...],
) -> None:
    with pytest.raises(WrongSheet, match="文字太多，超过 1000 万字"):
        read_xlsx(workbook(*sheets, texts=[LONG]), "表.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_tables_are_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes('单位名称,邮编\r\n"和平区,人事局",030001\r\n'.encode(encoding))
    (sheet,) = read_sheets(path)
    assert [line.cells for line in sheet.rows] == [
        ("单位名称", "邮编"),
        ("和平区,人事局", "030001"),
    ]


def test_a_break_of_word_within_a_cell_breaks_no_row() -> None:
    told = sheet_from_text("单位\t份数\r\n市局\v（本部）\t3\r\n甲\x85乙\u2028\t2\r丙局\t1")
    cells = [line.cells for line in told.rows]
    assert cells == [("单位", "份数"), ("市局 （本部）", "3"), ("甲 乙", "2"), ("丙局", "1")]


def test_a_paste_from_excel_keeps_quoted_breaks_in_their_cell() -> None:
    told = sheet_from_text('单位\t备注\n甲局\t"一\n二 ""三"""\n\n\x07乙局\t\n')
    assert [(line.number, line.cells) for line in told.rows] == [
        (1, ("单位", "备注")),
        (2, ("甲局", '一 二 "三"')),
        (4, ("乙局",)),
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "旧版 Excel"),
        ("a.csv", b" \n,,\n", "没有内容"),
        ("a.csv", b"\x00\x01\x02" * 9, "不是文本"),
        ("a.csv", ("长" * 200_000).encode(), "太长"),
        ("a.csv", b"a\n" * 20_001, "太大"),
        ("a.csv", b"," * 200 + b"x", "太大"),
    ],
)
def test_files_that_are_no_table_are_refused_in_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=words):
        read_sheets(path)


def test_a_huge_file_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "大.xlsx").write_bytes(b"PK\x03\x04")
    monkeypatch.setattr("models.reading.sheets.files.MAX_BYTES", 3)
    with pytest.raises(WrongSheet, match="太大，超过 0 MB"):
        read_sheets(tmp_path / "大.xlsx")
