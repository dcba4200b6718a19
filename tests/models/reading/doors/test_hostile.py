"""Every hostile file is refused in one sentence; how fast and with how little memory, `make bench` measures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from models.errors import UserError
from models.reading.doors.door import MAX_MEGABYTES, open_bytes, open_file
from tests.support.hostile import HOSTILE
from tests.support.packages import numbered, paragraph, word, zipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(name: str) -> None:
    with pytest.raises(UserError) as refusal:
        open_bytes(HOSTILE[name](), name)
    assert str(refusal.value).endswith("。")
    assert name in str(refusal.value)


def test_a_file_deep_as_a_well_is_read_without_falling_in() -> None:
    body = "<w:sdt>" * 200_000 + paragraph("底") + "</w:sdt>" * 200_000
    assert open_bytes(word(body), "深.docx").text == "底"


def test_a_span_that_lies_is_not_believed() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + paragraph("甲") + "</w:tc>"
    body = f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
    assert open_bytes(word(body), "宽.docx").text == "甲" + 63 * "\t" + "乙"


def test_a_file_in_the_file_is_left_alone() -> None:
    """What is packed in it, bomb or not, is never unpacked."""
    inner = HOSTILE["炸弹.docx"]()
    data = zipped({"word/document.xml": _document("甲"), "word/embeddings/a.docx": inner})
    assert open_bytes(data, "套.docx").text == "甲"


def _document(text: str) -> str:
    return f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("表.xlsx", zipped({"xl/workbook.xml": ""}), "Excel 表格"),
        ("演.pptx", zipped({"ppt/presentation.xml": ""}), "演示文稿"),
        ("文.odt", zipped({"mimetype": ""}), "“文.odt”是 ODF 文档，.*另存为 Word 文档"),
        ("包.zip", zipped({"a.txt": "甲"}), "先解压"),
        ("包.rar", b"Rar!\x1a\x07\x01\x00", "先解压"),
        ("文.rtf", rb"{\rtf1\ansi }", "另存为 Word 文档"),
        ("文.doc", b"<?xml version='1.0'?><w:wordDocument/>", "另存为 Word 文档"),
        ("页.mht", b"MIME-Version: 1.0\r\n", "另存为 Word 文档"),
        ("图.jpg", b"\xff\xd8\xff\xe0", "只有图片"),
        ("扫.docx", zipped({"word/document.xml": _document(""), "word/media/1.png": ""}), "只有图片"),
        ("坏.docx", zipped({"word/document.xml": "<a/>" "<b/>"}), "已损坏"),
    ],
)  # fmt: skip
def test_other_files_are_named_and_what_to_do_is_said(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=said):
        open_file(tmp_path / name)


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "大.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_MEGABYTES * 1_000_000 + 1)
    with pytest.raises(UserError, match="太大"):
        open_file(path)


def test_a_word_file_with_too_many_characters_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "长.docx"
    path.write_bytes(word(paragraph("字" * 1_000_001)))
    with pytest.raises(UserError, match="100 万字"):
        open_file(path)


def _list(text: str) -> str:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    return (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


_NOTE = f'<w:footnote w:id="2">{paragraph("注" * 2_000)}</w:footnote>'
_NESTED_ROW = "<w:tbl><w:tr><w:tc>", f"</w:tc><w:tc>{paragraph('甲')}</w:tc></w:tr></w:tbl>"
WRITTEN_OFTEN = {
    "脚注.docx": word("<w:p>" + '<w:footnoteReference w:id="2"/>' * 3_000 + "</w:p>", footnotes=_NOTE),
    "编号.docx": word(numbered("") * 20_000, numbering=_list("%1" + "条" * 5_000)),
    "跨列.docx": word("<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc>' * 70_000 + "</w:tr></w:tbl>"),
    "套表.docx": word(_NESTED_ROW[0] * 3_000 + paragraph("底" * 2_000) + _NESTED_ROW[1] * 3_000),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN_OFTEN)
def test_a_small_word_file_that_writes_much_is_refused_while_it_writes(name: str) -> None:
    with pytest.raises(UserError, match="100 万字"):
        open_bytes(WRITTEN_OFTEN[name], name)


def test_a_number_longer_than_any_is_cut() -> None:
    text = open_bytes(word(numbered("甲"), numbering=_list("条" * 5_000)), "长.docx").text
    assert text == "条" * 255 + " 甲"


def test_open_fields_are_not_counted_again_for_each_text() -> None:
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    fields, times = (mark("begin") + mark("separate")) * 50_000, 50_000
    body = f"<w:p><w:r>{fields}{'<w:t>甲</w:t>' * times}{mark('begin')}<w:t>乙</w:t></w:r></w:p>"
    start = time.process_time()
    assert open_bytes(word(body), "域.docx").text == "甲" * times
    assert time.process_time() - start < 2
