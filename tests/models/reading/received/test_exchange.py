"""A 填报表 comes back: what is typed into its fields is read by their names, whatever else the file says."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.exchange_files import SHEET, WORD, write_exchange_forms
from exports.writers.exchange_sheet import exchange_xlsx
from exports.writers.exchange_word import HINT, exchange_docx
from models.errors import UserError
from models.reading.received.exchange import exchange_text
from models.reading.received.words import words_of
from models.replies.exchange import FIELDS, TITLES, as_text, values_in
from tests.support.chases import chase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VALUES = {
    "unit": "东城区人事局",
    "filler": "李 & <明>",
    "phone": "022-2345",
    "plans": "一、抓好录用。\n二、抓好培训。",
    "features": "",
    "advice": "特色做法：这一行不是字段\n主要安排：这也不是",
    "needs": "无",
}
MAKERS = (("a.docx", exchange_docx), ("a.xlsx", exchange_xlsx))
lines = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=20)
values = st.fixed_dictionaries(
    {one.name: st.lists(lines, max_size=3).map("\n".join) for one in FIELDS}
)


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_what_is_typed_comes_back(name: str, make: Callable[..., bytes]) -> None:
    found = values_in(words_of(make("填报表", "请填写", VALUES), name).text)
    assert {**found, "advice": found["advice"].replace("\n　", "\n")} == VALUES


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_an_empty_form_says_nothing_but_its_unit(name: str, make: Callable[..., bytes]) -> None:
    text = words_of(make("填报表", "请填写", {"unit": "东城区人事局"}), name).text
    assert HINT not in text
    found = values_in(text)
    assert found.pop("unit") == "东城区人事局"
    assert not any(found.values())


@given(values)
def test_any_values_go_through_the_text(given_: dict[str, str]) -> None:
    found = values_in(as_text(given_))
    assert set(found) == set(TITLES)
    plain = {name: value.strip() for name, value in given_.items()}
    assert {name: value.replace("\n　", "\n") for name, value in found.items()} == {
        name: value.replace("\n　", "\n") for name, value in plain.items()
    }


@settings(max_examples=25, deadline=None)
@given(lines)
def test_any_words_come_back_from_word(words: str) -> None:
    found = values_in(
        words_of(exchange_docx("表", "填", {**VALUES, "plans": words}), "a.docx").text
    )
    assert found["plans"] == words.strip()


def test_any_other_text_has_no_fields() -> None:
    assert values_in("") == {}
    assert values_in("2007年工作安排\n主要安排：无") == {}
    assert values_in("填报单位：某局\n其他") == {}


def test_what_word_did_to_a_field_is_read() -> None:
    """Typed paragraphs, parted runs, a field that lost its hint."""
    data = exchange_docx("表", "填", {"unit": "甲局", "plans": "旧"})
    inside = "<w:r><w:t>一、录</w:t></w:r><w:r><w:t>用。</w:t><w:br/><w:t>二、培训。</w:t></w:r>"
    data = changed(data, "旧</w:t></w:r>", f"旧</w:t></w:r>{inside}")
    assert values_in(exchange_text(data, "a.docx"))["plans"] == "旧一、录用。\n二、培训。"


def test_a_hostile_form_is_refused() -> None:
    data = exchange_docx("表", "填", VALUES)
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]>'
    data = changed(data, "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", bomb)
    assert "实体" in words_of(data, "a.docx").unread


@pytest.mark.parametrize("kind", [WORD, SHEET])
def test_every_unit_that_is_asked_gets_its_form(tmp_path: Path, kind: str) -> None:
    files = write_exchange_forms(chase(), tmp_path, kind)
    assert len(files) == 5
    assert files[0].name == f"工作安排意见填报表（东城区人事局）{kind}"
    read = values_in(words_of(files[4].read_bytes(), files[4].name).text)
    assert read["unit"] == "市财政局"


def test_nobody_asked_gets_no_form(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有应报单位"):
        write_exchange_forms(replace(chase(), standings=()), tmp_path)


def changed(data: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """A file with other words in a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.infolist():
            content = before.read(one)
            if one.filename == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(one.filename, content)
    return out.getvalue()


def test_what_excel_did_to_a_form_is_read() -> None:
    """Another kind of cell, a name that points nowhere, a field that was cleared."""
    data = exchange_xlsx("表", "填", {**VALUES, "filler": ""})
    workbook = changed(data, "$B$5</definedName>", "$B$99</definedName>", "xl/workbook.xml")
    found = values_in(exchange_text(workbook, "a.xlsx"))
    assert (found["unit"], found["filler"], found["phone"]) == ("东城区人事局", "", "")
    other = changed(data, "yinfa.plans", "别的名称", "xl/workbook.xml")
    assert values_in(exchange_text(other, "a.xlsx"))["plans"] == ""


def test_tabs_and_foreign_fields_of_word_are_read_or_left() -> None:
    data = exchange_docx("表", "填", {"unit": "甲局", "plans": "旧"})
    data = changed(data, "旧</w:t></w:r>", "旧</w:t></w:r><w:r><w:tab/><w:t>新</w:t></w:r>")
    data = changed(data, "yinfa.filler", "yinfa.other")
    found = values_in(exchange_text(data, "a.docx"))
    assert (found["plans"], found["filler"]) == ("旧\t新", "")


def test_a_package_of_another_kind_is_no_form() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "yinfa.unit")
    assert exchange_text(out.getvalue(), "a.zip") == ""


def test_files_without_fields_are_no_forms() -> None:
    data = changed(exchange_docx("表", "填", VALUES), "yinfa.", "other.")
    assert exchange_text(data, "a.docx") == ""
    book = changed(exchange_xlsx("表", "填", VALUES), "yinfa.", "other.", "xl/workbook.xml")
    assert exchange_text(book, "a.xlsx") == ""
