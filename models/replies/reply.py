"""A reply (报送件) as a value: what came, when, what it says, and whose it is. Its file lies beside it, by its sha256."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class Claim(Enum):
    """How it became known whose a reply is (认领)."""

    NOBODY = "待认领"
    NAME = "文件名中的单位名称"
    INSIDE = "文中的落款或标题"
    CLERK = "经办人认领"


class Fate(Enum):
    """What the office did with a reply."""

    KEPT = "收下"
    SENT_BACK = "退回修改"
    WITHDRAWN = "撤回"  # a wrong file, taken back by its unit


@dataclass(frozen=True, slots=True)
class Reply:
    """A file that came, or a paper of which there is no file. One file that speaks for several units is a reply of each.

    Attributes:
        notice: The row of the notice that asked for it.
        received: When it came (收到时间).
        unit: The row of its unit in the roster; None while nobody knows (待认领).
        name: The name of the file as it came.
        folder: Where it lay in what was handed over, such as the folder of a district in a zip.
        sha256: Of its bytes; empty where there is no file.
        text: What stands in it.
        unread: Why nothing could be read, as a sentence.
        on_paper: 纸质 came.
        is_electronic: 电子版 came.
        replaces: The row of the earlier reply in whose place it stands; both stay.
        remark: The clerk's words, such as why it was sent back.
    """

    notice: int
    received: datetime
    unit: int | None = None
    name: str = ""
    folder: str = ""
    sha256: str = ""
    size: int = 0
    text: str = ""
    unread: str = ""
    on_paper: bool = False
    is_electronic: bool = False
    claim: Claim = Claim.NOBODY
    fate: Fate = Fate.KEPT
    replaces: int | None = None
    remark: str = ""
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Batch:
    """Replies that come, change or go as one step."""

    replies: tuple[Reply, ...] = ()
