"""The official document (公文) as a value: what was understood, what is kept, what is put on paper.

Names follow the glossary of the README. An empty string, an empty tuple or None means: not known, to be asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, IntEnum

from models.edition import Edition
from models.form import Form, Sealing

_BETWEEN_ORGANS = re.compile(r"[、，,；;](?![^（(]*[）)])")


class Level(IntEnum):
    """Rank of a numbered paragraph; the numbers are those of the reading keys."""

    PLAIN = 0
    FIRST = 1  # 一、
    SECOND = 2  # （一）
    THIRD = 3  # 1.
    FOURTH = 4  # （1）
    CHAPTER = 11  # 第一章
    SECTION = 12  # 第一节
    ARTICLE = 13  # 第一条
    TABLE = 20  # 表格: its text has a line for each row and a tab between cells, as a spreadsheet copies it


class PieceKind(Enum):
    """How a piece hangs on its notice."""

    ISSUED = "issued"  # 印发件: the object of the notice, no 附件 label
    ATTACHMENT = "attachment"  # 附件


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a text: `number + heading + text` is what stands on the paper.

    `heading` holds the first sentence of a numbered paragraph with its full stop, or a heading that stands alone.
    `id` is the row in the data file; it does not count for equality.
    """

    text: str = ""
    level: Level = Level.PLAIN
    number: str = ""
    heading: str = ""
    id: int | None = field(default=None, compare=False)

    @property
    def whole(self) -> str:
        """The paragraph as it is read."""
        return self.number + self.heading + self.text

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of a table, every row as long as the longest."""
        rows = [line.split("\t") for line in self.text.split("\n")]
        longest = max(map(len, rows))
        return tuple((*row, *[""] * (longest - len(row))) for row in rows)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that goes out with the notice: the issued piece (印发件) or an attachment (附件)."""

    title: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    kind: PieceKind = PieceKind.ISSUED
    label: str = ""  # 附件1
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """One official document. `addressees` and `cc` are lines as printed, without the closing mark."""

    kind: str = ""  # 文种
    title: str = ""  # 标题
    organs: tuple[str, ...] = ()  # 发文机关
    doc_number: str = ""  # 发文字号
    signers: tuple[str, ...] = ()  # 签发人
    copy_number: str = ""  # 份号
    secrecy: str = ""  # 密级和保密期限
    urgency: str = ""  # 紧急程度
    addressees: str = ""  # 主送机关
    body: tuple[Paragraph, ...] = ()  # 正文
    attachment_notes: tuple[str, ...] = ()  # 附件说明
    signatures: tuple[str, ...] = ()  # 发文机关署名
    date: date | None = None  # 成文日期
    notes: str = ""  # 附注, without its brackets
    pieces: tuple[Piece, ...] = ()  # 印发件、附件
    subject_words: tuple[str, ...] = ()  # 主题词
    cc: str = ""  # 抄送机关
    issuing_office: str = ""  # 印发机关
    issued_on: date | None = None  # 印发日期
    copies: int | None = None  # 共印份数
    reply_due: date | None = None  # 报送期限, last day
    edition: Edition | None = None  # None: the one its date calls for
    form: Form | None = None  # 格式; None: the one its kind calls for
    sealing: Sealing | None = None  # None: what its form asks for
    id: int | None = field(default=None, compare=False)

    @property
    def edition_in_use(self) -> Edition:
        """The edition it is set in: the one chosen, else the one its date calls for."""
        return self.edition or Edition.of_date(self.date)

    @property
    def form_in_use(self) -> Form:
        """The format it is set in: the one chosen, else the one its kind calls for."""
        return self.form or Form.of_kind(self.kind)

    @property
    def sealing_in_use(self) -> Sealing:
        """How it is sealed: as chosen, else as its format asks."""
        return self.sealing or Sealing.of_form(self.form_in_use)


def split_organs(line: str) -> tuple[str, ...]:
    """The organs of a line of addressees or copies, parted at 、，； but never inside brackets."""
    return tuple(
        name for part in _BETWEEN_ORGANS.split(line.rstrip("：:。")) if (name := part.strip())
    )
