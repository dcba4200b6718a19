"""What stands in the place of an element and was not understood, and elements that hold what looks like another one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.blocks import Block
from models.reading.chrome import is_beside, is_noise
from models.reading.days import DATE, before_day, day_of, is_day
from models.reading.fold import fold, tight
from models.reading.kinds import statutory_kind
from models.reading.organs import is_organ
from models.reading.reading import Doubt, Found, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.notice import Notice

_HEAD = (
    Role.COPY_NUMBER,
    Role.SECRECY,
    Role.URGENCY,
    Role.ORGAN,
    Role.DOC_NUMBER,
    Role.SIGNER,
)
_TEXT = (Role.BODY, Role.ATTACHMENT_NOTE)
_CLOSE = (
    Role.SIGNATURE,
    Role.DATE,
    Role.NOTES,
    Role.SUBJECT_WORDS,
    Role.CC,
    Role.ISSUING_OFFICE,
    Role.ISSUED_ON,
    Role.COPIES,
)
_WITHOUT_DAY = {
    Role.DOC_NUMBER: "发文字号",
    Role.ATTACHMENT_NOTE: "附件说明",
    Role.SIGNATURE: "署名",
    Role.SUBJECT_WORDS: "主题词",
    Role.CC: "抄送机关",
    Role.ISSUING_OFFICE: "印发机关",
    Role.PIECE_TITLE: "附件标题",
}
_ORGAN, _LONG_CODE = 4, 8
_ISSUES = re.compile("印发|转发|批转|下发|发布|公布|颁布|批准|转批")
_DAY, _LINE = re.compile(DATE), re.compile(r"[^\n]+")
_GRADE = re.compile("绝 ?密|机 ?密|秘 ?密|密 ?级")
_FORM = re.compile(
    r"(?:[登汇申申推一统审报][^（）]{0,2}表|名单|名册|清单)(?![及和与、的填（表报]| ?（)(?=.{2})"
)
_MOST_SHOWN, _COUNT = 20, re.compile(r"^（?\d{1,3}）?$")


def doubts_of_place(plain: str, found: Sequence[Found], left: Sequence[Span]) -> Iterator[Doubt]:
    """A doubt for each stretch of `left` that stands in the head or in the close of the document."""
    title = next((f.start for f in found if f.role is Role.TITLE), 0)
    marks = [f.start for f in found if f.role in _HEAD and f.start < title]
    text = max((f.end for f in found if f.role in _TEXT), default=0)
    close = max((f.end for f in found if f.role in _CLOSE), default=0)
    for span in left:
        words = plain[span.start : span.end]
        if span.start < title and _GRADE.search(words) and len(words) < 2 * _MOST_SHOWN:
            yield _doubt(Role.SECRECY, span, f"“{words}”像是密级，没有看懂，请核对。")
        elif _is_page(words):
            continue
        elif marks and min(marks) < span.start < title:
            yield _doubt(Role.DOC_NUMBER, span, f"版头中的“{_shown(words)}”没有看懂，请核对。")
        elif text <= span.start < close and not _is_day(words):
            yield _doubt(Role.DATE, span, f"正文之后的“{_shown(words)}”没有看懂，请核对。")


def doubts_of_days(
    plain: str, found: Sequence[Found], left: Sequence[Span], notice: Notice
) -> Iterator[Doubt]:
    """A doubt for the first line of `left` below the title that says another day than that of the document."""
    title = next((f.end for f in found if f.role is Role.TITLE), 0)
    below = (span for span in left if span.start >= title)
    lines = (line for span in below for line in _LINE.finditer(plain, span.start, span.end))
    for line in lines:
        if _is_closing_day(tight(line.group())) and day_of(line.group()) != notice.date:
            question = f"“{_shown(line.group())}”也像成文日期，没有采用，请核对。"
            yield Doubt(Role.DATE, line.start(), line.end(), (), question)
            return


def doubts_of_second(plain: str, found: Sequence[Found], notice: Notice) -> Iterator[Doubt]:
    """A doubt where a text that the notice neither issues nor forwards has the title of a notice of its own."""
    if _ISSUES.search(tight(fold(notice.title))):
        return
    titles = [f for f in found if f.role is Role.PIECE_TITLE]
    labelled = {before.end for before in found if before.role is Role.PIECE_LABEL}
    for one in titles:
        words = tight(plain[one.start : one.end])
        is_labelled = any(
            end <= one.start and not plain[end : one.start].strip() for end in labelled
        )
        if not is_labelled and "关于" in words and statutory_kind(words):
            question = f"“{_shown(words)}”像是另一份公文，请核对；如是，请分开读入。"
            yield Doubt(Role.PIECE_TITLE, one.start, one.end, (), question)


def doubts_of_joined(plain: str, found: Sequence[Found]) -> Iterator[Doubt]:
    """A doubt for each element that seems to go on into the next one."""
    for one in found:
        words, name = plain[one.start : one.end], _WITHOUT_DAY.get(one.role)
        has_columns = one.role is Role.PIECE_TITLE and _FORM.search(words)
        has_organ = one.role is Role.DOC_NUMBER and _has_organ(words)
        if name and (has_columns or has_organ or _DAY.search(words)):
            question = f"{name}“{_shown(words)}”里像是连着别的内容，请核对。"
            yield Doubt(one.role, one.start, one.end, (), question)


def _has_organ(number: str) -> bool:
    """Whether an organ seems to stand before the code of a 发文字号."""
    code = tight(number).split("〔")[0]
    ends = range(_ORGAN, len(code) - 1) if len(code) > _LONG_CODE else ()
    return any(is_organ(code[:end]) for end in ends)


def _is_day(words: str) -> bool:
    return is_day(tight(words))


def _is_closing_day(words: str) -> bool:
    """Whether a line says a day as the close of a document does; days with strokes are those of web pages."""
    return _DAY.search(words) is not None and (is_day(words) or is_organ(before_day(words)))


def _doubt(role: Role, span: Span, question: str) -> Doubt:
    return Doubt(role, span.start, span.end, (), question)


def _is_page(words: str) -> bool:
    """Whether a line of a stretch is what pages carry around a document, or all of it a mere count."""
    lines = [Block(0, len(line), line.strip(" ")) for line in words.split("\n")]
    is_count = _COUNT.match(words) is not None
    return is_count or any(is_noise(line) or is_beside(line) for line in lines)


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST_SHOWN else line[:_MOST_SHOWN] + "…"
