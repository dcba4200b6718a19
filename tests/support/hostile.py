"""Files that are made to exhaust a machine, to mislead, or are broken: each small on disk, each to be refused."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.packages import NAMES, paragraph, word, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OLD_WORD = Path(__file__).parent.parent / "data" / "old-word.doc"
MEGABYTE = 1_000_000
_BODY = f"<w:document {NAMES}><w:body>{paragraph('甲')}</w:body></w:document>"
_LAUGHS = "<!DOCTYPE a [<!ENTITY a '哈哈哈哈'>" + "".join(
    f"<!ENTITY {name} '{f'&{of};' * 20}'>"
    for of, name in zip("abcdefghij", "bcdefghijk", strict=True)
)


def blown_up(part: str, megabytes: int) -> bytes:
    """A Word file with one part of zeros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        if part != "word/document.xml":
            package.writestr("word/document.xml", _BODY)
        with package.open(part, "w", force_zip64=True) as target:
            for _ in range(megabytes):
                target.write(bytes(MEGABYTE))
    return buffer.getvalue()


def lying_size() -> bytes:
    """The text says it is small, and is 80 MB."""
    data = bytearray(blown_up("word/document.xml", 80))
    size = struct.pack("<I", 80 * MEGABYTE)
    at = data.rindex(size)
    data[at : at + 4] = struct.pack("<I", 1000)
    return bytes(data)


def many_members() -> bytes:
    """More files than a document has."""
    return zipped({"word/document.xml": _BODY} | {f"word/{at}.xml": "" for at in range(3_000)})


def twins() -> bytes:
    """Two texts by one name."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as package:
        warnings.simplefilter("ignore")
        package.writestr("word/document.xml", _BODY)
        package.writestr("Word/document.xml", _BODY)
    return buffer.getvalue()


def locked_zip() -> bytes:
    """Its members are encrypted, as their flags say."""
    data = bytearray(zipped({"word/document.xml": _BODY}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def odd_method() -> bytes:
    """Packed in a way that Word does not know."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("word/document.xml", _BODY)
    return buffer.getvalue()


def laughs(part: str) -> bytes:
    """A part whose entities multiply; the text asks for its numbers and its header, so that each part is looked at."""
    body = _BODY.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p><w:p>')
    body = body.replace("</w:body>", '<w:sectPr><w:headerReference r:id="a"/></w:sectPr></w:body>')
    return zipped({"word/document.xml": body} | {part: f"{_LAUGHS}]><a>&k;</a>"})


def entity_in(encoding: str) -> bytes:
    """A text that asks for a file of the machine."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    return zipped({"word/document.xml": text.encode(encoding)})


def crowded() -> bytes:
    """Four million elements without a word."""
    return zipped({"word/document.xml": "<a>" + "<a/>" * 4_000_000 + "</a>"})


def crowded_lists() -> bytes:
    """The same in a part that is read as a tree."""
    asking = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    return word(asking, numbering="<w:a/>" * 2_000_000)


def swollen_pdf(megabytes: int) -> bytes:
    """A page whose drawing grows a thousandfold."""
    packer = zlib.compressobj(9)
    block = b"BT /F1 9 Tf 9 9 Td (aaaaaaaaaaaaaaaa) Tj ET\n" * 20_000
    stream = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF" % (len(stream), stream)
    )


def crowded_pdf() -> bytes:
    """It says it has a hundred million pages, which are all one."""
    kids = b"3 0 R " * 200_000
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[%s]/Count 100000000>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % kids
    )


def round_container() -> bytes:
    """An old Word file whose every sector is followed by the first."""
    data = bytearray(OLD_WORD.read_bytes())
    (sector,) = struct.unpack_from("<I", data, 0x4C)
    start = 512 * (sector + 1)
    data[start : start + 512] = bytes(512)
    return bytes(data)


def endless_page() -> bytes:
    """The parser looks for the end of each of these anew."""
    return b"<html><p>" + b"<a " * 1_200_000


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "炸弹.docx": lambda: blown_up("word/document.xml", 120),
    "图片炸弹.docx": lambda: blown_up("word/media/image1.bmp", 400),
    "谎报大小.docx": lying_size,
    "太多.docx": many_members,
    "重名.docx": twins,
    "加密.docx": locked_zip,
    "压法.docx": odd_method,
    "截断.docx": lambda: word(paragraph("甲" * 5000))[:-400],
    "实体.docx": lambda: laughs("word/document.xml"),
    "实体表.docx": lambda: laughs("word/_rels/document.xml.rels"),
    "外部.docx": lambda: entity_in("utf-8"),
    "外部16.docx": lambda: entity_in("utf-16"),
    "元素.docx": crowded,
    "编号.docx": crowded_lists,
    "不是.docx": lambda: zipped({"[Content_Types].xml": "<Types/>"}),
    "空包.zip": lambda: b"PK\x03\x04" + bytes(100),
    "膨胀.pdf": lambda: swollen_pdf(700),
    "多页.pdf": crowded_pdf,
    "环.doc": round_container,
    "无尽.html": endless_page,
}  # fmt: skip
"""By the name of the file: how its bytes are made."""
