"""The elements of a notice as the form shows them: one table, and text for each both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from models.numerals import arabic_date, parse_date, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from models.notice import Notice

_BETWEEN = re.compile(r"[、;；\s]+")


class NotUnderstood(ValueError):
    """The text is no value of this element; its own text says what to type."""


@dataclass(frozen=True, slots=True)
class Notation:
    """How an element is written in its field: text for the value of one field of `Notice`, and back."""

    show: Callable[[Any], str]
    read: Callable[[str], Any]
    several_lines: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One row of the form. `hint` stands in the empty field and says what belongs there."""

    field: str
    name: str
    notation: Notation
    hint: str


def shown(element: Element, notice: Notice) -> str:
    """What the field says for a notice."""
    return element.notation.show(getattr(notice, element.field))


def shown_before(element: Element, texts: tuple[str, ...]) -> int:
    """How many characters a field shows before the text that follows these."""
    return len(element.notation.show((*texts, ""))) if texts else 0


def text_at(element: Element, texts: tuple[str, ...], place: int) -> tuple[int, int]:
    """Which of several texts a field shows at a place, and which of its characters; -1 where it shows only one."""
    if not texts:
        return -1, place
    at = max(n for n in range(len(texts)) if shown_before(element, texts[:n]) <= place)
    return at, place - shown_before(element, texts[:at])


def with_text(element: Element, notice: Notice, text: str) -> Notice:
    """The notice with what was typed.

    Raises:
        NotUnderstood: it cannot be read.
    """
    changes: dict[str, Any] = {element.field: element.notation.read(text)}
    return replace(notice, **changes)


def _show_day(day: date | None) -> str:
    return arabic_date(day) if day else ""


def _read_day(text: str) -> date | None:
    if not text.strip():
        return None
    plain = re.sub(r"^\s*(\d{4})[-./](\d{1,2})[-./](\d{1,2})\s*$", r"\1年\2月\3日", text)
    day = parse_date(plain)
    if day is None:
        raise NotUnderstood("没有看懂，请写成 2007年1月11日 或 2007-1-11。")
    return day


def _show_count(count: int | None) -> str:
    return "" if count is None else str(count)


def _read_count(text: str) -> int | None:
    if not text.strip():
        return None
    number = parse_number(text.strip().removesuffix("份"))
    if number is None or not 0 < number < 1_000_000:
        raise NotUnderstood("没有看懂，请只写数字，如 550。")
    return number


def _read_names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _BETWEEN.split(text) if name)


def _read_signatures(text: str) -> tuple[str, ...]:
    """A blank parts the post from the name in a 签名章, not one signature from the next."""
    return tuple(name.strip() for name in re.split("[、;；]", text) if name.strip())


def _read_lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


TEXT = Notation(str, str)
LONG_TEXT = Notation(str, lambda text: text.replace("\n", ""), several_lines=True)
DAY = Notation(_show_day, _read_day)
COUNT = Notation(_show_count, _read_count)
NAMES = Notation("、".join, _read_names)
SIGNATURES = Notation("、".join, _read_signatures)
LINES = Notation("\n".join, _read_lines, several_lines=True)

HEAD = (
    Element("organs", "发文机关", NAMES, "如 天津市人事局；几个机关用顿号隔开"),
    Element("doc_number", "发文字号", TEXT, "如 津人〔2007〕1号"),
    Element("signers", "签发人", NAMES, "上行文（请示、报告）才印"),
    Element("copy_number", "份号", TEXT, "如 000001；涉密公文才印"),
    Element("secrecy", "密级", TEXT, "如 秘密★1年；不涉密则空"),
    Element("urgency", "紧急程度", TEXT, "特急、加急；平件则空"),
)
MAIN = (
    Element("kind", "文种", TEXT, "如 通知"),
    Element("title", "标题", LONG_TEXT, "发文机关＋事由＋文种"),
    Element("addressees", "主送机关", LONG_TEXT, "如 各区县人事局，各部委办局"),
    Element("attachment_notes", "附件说明", LINES, "每行一个附件的名称"),
    Element("signatures", "署名", SIGNATURES, "空着则按标准自动处理；签名章写 市长 李明"),
    Element("date", "成文日期", DAY, "如 2007年1月11日"),
    Element("notes", "附注", TEXT, "不用写括号，如 此件公开发布"),
    Element("reply_due", "报送期限", DAY, "要求下级报送的最后一天"),
)
IMPRINT = (
    Element("subject_words", "主题词", NAMES, "用空格隔开，如 人事 要点 通知"),
    Element("cc", "抄送机关", LONG_TEXT, "如 市委办公厅，市政府办公厅"),
    Element("issuing_office", "印发机关", TEXT, "如 天津市人事局办公室"),
    Element("issued_on", "印发日期", DAY, "如 2007年1月11日"),
    Element("copies", "共印份数", COUNT, "如 550"),
)
GROUPS = (("版头", HEAD), ("主体", MAIN), ("版记", IMPRINT))
