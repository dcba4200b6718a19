"""An OFD file is read by where its characters stand."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from models.errors import UserError
from models.reading.doors.door import open_bytes
from models.reading.doors.serve import answer_of
from tests.support.packages import zipped

if TYPE_CHECKING:
    from models.reading.doors.opened import Opened

NAME = "文.ofd"
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(
    words: str, x: float, y: float, *, size: float = 5.0, code: str = "", more: str = ""
) -> str:
    return (
        f'<ofd:TextObject Boundary="{x} {y} 100 {size}" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {code}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def ofd(*pages: str, background: str = "") -> bytes:
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
    used = '<ofd:Template TemplateID="90"/>' if background else ""
    template = '<ofd:TemplatePage ID="90" BaseLoc="/Doc_0/Back.xml"/>' if background else ""
    parts = {
        f"Doc_0/Pages/{at}.xml": f"<ofd:Page {SPACE}>{used}<ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>"
        for at, page in enumerate(pages)
    }
    return zipped(
        {
            "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{template}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
            "Doc_0/Back.xml": f"<ofd:Page {SPACE}>{background}</ofd:Page>",
            **parts,
        }
    )


def read(data: bytes) -> Opened:
    """What stands in the file; read in the process of its own, and here to the same end."""
    opened = open_bytes(data, NAME)
    assert answer_of("ofd", data, NAME) == asdict(opened)
    return opened


def refused(data: bytes) -> str:
    """Why the file is not read, there and here."""
    with pytest.raises(UserError) as caught:
        open_bytes(data, NAME)
    assert answer_of("ofd", data, NAME) == {"refused": str(caught.value)}
    return str(caught.value)


def lines(data: bytes) -> list[str]:
    """Its paragraphs."""
    return read(data).text.split("\n")


def test_lines_become_paragraphs() -> None:
    steps = 'DeltaX="g 29 5.2"'
    page = (
        text("关于放假的通知", 80, 40, size=7)
        + text("国" * 28, 38, 60, code='DeltaX="g 27 5.2"')
        + text("家" * 30, 28, 70, code=steps)
        + text("。", 28, 80)
        + text("二", 120, 90)
        + text("月", 125, 90)
    )
    assert lines(ofd(page)) == ["关于放假的通知", "国" * 28 + "家" * 30 + "。", "二月"]


def test_backgrounds_and_page_numbers_are_read() -> None:
    first, second = text("甲", 28, 50) + text("— 1 —", 150, 280), text("乙", 28, 50) + text("— 2 —", 150, 280)  # fmt: skip
    opened = read(ofd(first, second, background=text("青川文件", 60, 20, size=12)))
    assert opened.text.split("\n") == ["青川文件", "甲", "青川文件", "乙"]
    assert opened.furniture == ("— 1 —", "— 2 —")


def test_text_drawn_larger_by_its_matrix_and_odd_numbers_are_read() -> None:
    page = (
        text("大", 20, 20, size=1, more='CTM="7 0 0 7 0 0"')
        + text("甲", 28, 50, code='DeltaX="g x 5 g g 1"')
        + text("没有大小", 28, 60, more='Size=""').replace('Size="5.0" ', "")
        + text(" ", 28, 70)
    )
    opened = read(ofd(page))
    assert opened.text == "大\n甲"
    assert opened.unread == ("文件里有 1 处文字没有标明位置，没有读出（如“没有大小”），请核对。",)


@pytest.mark.parametrize("box", ["31.749999999999996 37.5 100 5", "31 .5 1e-5 5", "-0 1E1 1. +5"])
def test_numbers_are_read_as_programs_write_them(box: str) -> None:
    thing = text("甲乙", 20, 20, code='DeltaX=".5000000000000001e1"')
    assert lines(ofd(thing.replace("20 20 100 5.0", box))) == ["甲乙"]


@pytest.mark.parametrize("box", ["", "1 2 3", "1 2 3 x", "nan 1 2 3", "1 2 3 inf", "1e9 2 3 4"])
def test_a_text_that_says_nowhere_to_stand_is_told(box: str) -> None:
    lost = text("甲", 20, 20).replace("20 20 100 5.0", box)
    opened = read(ofd(text("乙", 20, 20) + lost))
    assert opened.text == "乙"
    assert opened.unread == ("文件里有 1 处文字没有标明位置，没有读出（如“甲”），请核对。",)
    assert "“甲”" in read(ofd(lost)).unread[0]


def test_a_background_of_many_pages_is_unpacked_once() -> None:
    pages = [text("甲", 28, 50 + at) for at in range(30)]
    background = f"<!--{random.Random(1).randbytes(1_500_000).hex()}-->" + text("青川", 60, 20)
    assert read(ofd(*pages, background=background)).furniture.count("甲") == 30


def test_pages_that_would_take_minutes_are_given_up() -> None:
    pair = text("上", 28, 50) + text("下", 28, 280)
    with pytest.raises(UserError, match=r"时间太长|已损坏|不正常"):
        open_bytes(ofd(*[pair * 20_000] * 3), "慢.ofd")


def test_more_steps_than_characters_are_not_built() -> None:
    steps = "g 900000 5 " * 100_000
    assert lines(ofd(text("甲乙", 28, 50, code=f'DeltaX="{steps}"'))) == ["甲乙"]


def test_a_gap_in_a_line_is_kept() -> None:
    assert lines(ofd(text("甲", 28, 50) + text("乙", 60, 50))) == ["甲 乙"]


def test_what_is_no_readable_ofd_is_refused() -> None:
    assert "扫描件" in refused(ofd("<ofd:ImageObject/>"))
    assert "密码" in refused(zipped({"OFD.xml": "<a/>", "Encryptions.xml": "<a/>"}))
    assert "已损坏" in refused(zipped({"OFD.xml": "<a><DocRoot>x.xml</DocRoot></a>"}))
