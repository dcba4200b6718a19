"""What was understood of a text, and why: the notice, where each element stands, what was left out, what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.notice import Notice


class Role(Enum):
    """What a stretch of the text is; the order is that of the paper."""

    COPY_NUMBER = "copy_number"  # 份号
    SECRECY = "secrecy"  # 密级和保密期限
    URGENCY = "urgency"  # 紧急程度
    ORGAN = "organ"  # 发文机关标志
    DOC_NUMBER = "doc_number"  # 发文字号
    SIGNER = "signer"  # 签发人
    TITLE = "title"  # 标题
    ADDRESSEES = "addressees"  # 主送机关
    BODY = "body"  # 正文, one paragraph
    ATTACHMENT_NOTE = "attachment_note"  # 附件说明, one item
    SIGNATURE = "signature"  # 署名
    DATE = "date"  # 成文日期
    NOTES = "notes"  # 附注
    PIECE_LABEL = "piece_label"  # 附件1
    PIECE_TITLE = "piece_title"  # title of an issued piece or attachment
    PIECE_PARAGRAPH = "piece_paragraph"
    SUBJECT_WORDS = "subject_words"  # 主题词
    CC = "cc"  # 抄送机关
    ISSUING_OFFICE = "issuing_office"  # 印发机关
    ISSUED_ON = "issued_on"  # 印发日期
    COPIES = "copies"  # 共印份数


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """An element of the document with its place in the text, its label (抄送：) included, and why it was taken."""

    role: Role
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to ask the clerk: which of `candidates` holds, at the place `start` to `end`."""

    role: Role
    start: int
    end: int
    candidates: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was understood. Each printed character is in one of `found` or in one of `left_out`."""

    text: str
    notice: Notice
    found: tuple[Found, ...] = ()
    left_out: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    removed: tuple[int, ...] = ()  # where marks stood that cannot be printed
    unread: tuple[str, ...] = ()  # sentences on what its file holds and could not be read

    def said(self, role: Role) -> tuple[str, ...]:
        """The stretches of the text that were taken for `role`, in order."""
        return tuple(self.text[f.start : f.end] for f in self.found if f.role is role)
