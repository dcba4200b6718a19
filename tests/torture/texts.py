"""Thousands of odd texts through all that keeps or writes them: no character may be lost."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pypdfium2

from exports.jobs import lay_out, notice_pdf, notice_word
from exports.typeset.fonts import FontBook
from models.history.plain import from_plain
from models.notice import Notice, Paragraph
from models.reading.files import read_file
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from models.store.replay import stories_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

AT_ONCE = 100
PARTS = (
    *(
        "<b>",
        "</b>",
        "<!--注-->",
        "&amp;",
        "&",
        "=1+1",
        "+1",
        "@",
        "%s",
        "{0}",
        "\\n",
        "'",
        '"',
        "--",
    ),
    *(
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        "〔2007〕",
        "……",
        "——",
        "①",
        "㎡",
        "℃",
        "№",
        "×",
        "、",
        "。",
        "，",
    ),
    *("2007年", "550份", "A4", "GB/T 9704", "a@b.cn", "０１２", "镕", "〇", "䶮"),
    *("人事", "工作", "要点", "关于", "通知", "干部", "职称", "改革"),
)


def carry(folder: Path, count: int, *, plainly: bool = False) -> dict[str, int]:
    """So many texts through each way; `plainly` sends them through an encoding of old, which loses some."""
    fonts, chance = FontBook(), random.Random(13)
    told = Counter(texts=count)
    for number, start in enumerate(range(0, count, AT_ONCE)):
        texts = [_text(chance) for _ in range(min(AT_ONCE, count - start))]
        sent = [t.encode("gb2312", "ignore").decode("gb2312") for t in texts] if plainly else texts
        notice = Notice("通知", "关于文字的通知", body=tuple(map(Paragraph, sent)))
        for way, came in _ways(notice, fonts, folder / f"{number}"):
            told[f"lost in the {way}"] += sum(not came(text) for text in texts)
    return dict(told)


def _ways(
    notice: Notice, fonts: FontBook, path: Path
) -> Iterator[tuple[str, Callable[[str], bool]]]:
    with DataFile.create(path.with_suffix(".yinfa")) as file:
        saved = NoticeRepository(file).save(notice)
        (story,) = stories_of(file.database)
    with DataFile.open(path.with_suffix(".yinfa")) as file:
        loaded = NoticeRepository(file).load(saved.id or 0)
    told = from_plain(Notice, story.plain)
    yield "data file", {p.text for p in loaded.body}.__contains__
    yield "history", {p.text for p in told.body}.__contains__
    layout = lay_out(notice, fonts)
    yield "Word file", _standing_in(_words_of(notice_word(notice, layout, fonts)))
    yield "PDF", _standing_in(_words_of_pdf(notice_pdf(notice, layout, fonts)))
    text = path.with_suffix(".txt")
    lines = [notice.title, "各单位：", *(p.text for p in notice.body)]
    text.write_text("\n".join(lines), encoding="utf-8")
    yield "reading", _standing_in(_tight("".join(_read(text))))


def _read(path: Path) -> Iterator[str]:
    """All that was understood, and all that was told to be left out."""
    reading = read_file(path)
    notice = reading.notice
    for text in (notice.body, *(piece.paragraphs for piece in notice.pieces)):
        yield from (p.whole for p in text)
    yield from (reading.text[s.start : s.end] for s in reading.left_out)


def _standing_in(whole: str) -> Callable[[str], bool]:
    return lambda text: _tight(text) in whole


def _words_of(word: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(word)) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))
    return _tight("".join(node.text or "" for node in root.iter() if node.tag.endswith("}t")))


def _words_of_pdf(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[at].get_textpage().get_text_range() for at in range(len(document)))
    # the number at the foot of a page stands between the lines of a text that goes over it
    return _tight("".join(re.sub(r"\s*—\s*\d+\s*—\s*$", "", page) for page in pages))


def _tight(text: str) -> str:
    return "".join(text.split())


def _text(chance: random.Random) -> str:
    return "正" + "".join(chance.choices(PARTS, k=chance.randint(1, 40))) + "文"
