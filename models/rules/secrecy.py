"""State secrets (涉密) are never kept here: a text that bears a secret grade is stopped before a character is stored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from models.errors import UserError
from models.notice import Notice, Paragraph, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = (
    "本机未登记为涉密计算机。按保密法规定，国家秘密不得在非涉密计算机上存储、处理。"
    "请勿录入内容，改在本单位涉密计算机办理，并告知保密员。"
)
_GRADE = re.compile(r"[绝絕]\s*密|[机機]\s*密|(?<![工商作业])[秘祕]\s*密")
_ONE = r"(?:[绝絕机機秘祕]\s*密)"
_MARK = re.compile(rf"{_ONE}\s*[★☆]")
_LINE = re.compile(
    rf"^\s*[（(〔\[【]?\s*(?:密\s*级\s*[：:]?)?[★☆\s]*{_ONE}\s*[）)〕\]】]?\s*$", re.MULTILINE
)


class StateSecret(UserError):
    """The document bears the grade of a state secret."""

    def __init__(self) -> None:
        super().__init__(WORDS)


def is_secret(notice: Notice) -> bool:
    """Whether a grade is chosen, or its mark (机密★) stands anywhere in the document; 工作秘密 is none."""
    return bool(_GRADE.search(notice.secrecy)) or any(_MARK.search(text) for text in _texts(notice))


def refuse_secret_text(text: str) -> None:
    """Stop a text that is about to be read.

    Raises:
        StateSecret: a line of it is a grade, or the mark of one stands in it.
    """
    if _MARK.search(text) or _LINE.search(text):
        raise StateSecret


def refuse_secret(notice: Notice) -> None:
    """Stop a document that may not be on this machine.

    Raises:
        StateSecret: it bears a grade.
    """
    if is_secret(notice):
        raise StateSecret


def _texts(value: object) -> Iterator[str]:
    """Every text in a document, wherever it stands."""
    match value:
        case str():
            yield value
        case tuple():
            for part in cast("tuple[object, ...]", value):
                yield from _texts(part)
        case Paragraph():
            yield value.whole
        case Notice() | Piece():
            for name in value.__slots__:
                yield from _texts(getattr(value, name))
        case _:
            pass
