"""The recall list (清退单): the numbers that each unit got against those it gave back, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.forms.printed_form import (
    LANDSCAPE,
    UNDER,
    Column,
    NothingToPrint,
    PrintedForm,
    form_title,
    line,
    list_table,
    to_sign,
    told,
)
from exports.typeset.listing import Entry, Listing
from models.rules.dealing import DIGITS
from models.rules.handing import recall
from models.spans import count_of, without, written

if TYPE_CHECKING:
    from models.distribution import Allotment, Distribution
    from models.notice import Notice

COLUMNS = (
    Column("序号", 13.0),
    Column("清退单位", 46.0, Align.LEFT),
    Column("发出份号", 31.0),
    Column("份数", 12.0),
    Column("清退份号", 31.0),
    Column("份数", 12.0),
    Column("未退份号", 31.0),
    Column("清退人", 22.0),
    Column("接收人", 22.0),
    Column("清退日期", 23.0),
    Column("处置", 24.0),
)
ISSUED = 3  # place of the column


def recall_list(notice: Notice, distribution: Distribution) -> PrintedForm:
    """How the recall of a document stands.

    Raises:
        NothingToPrint: nothing was sent.
    """
    stand = recall(distribution)
    if not stand.issued:
        raise NothingToPrint(f"{stand}。请先登记送发，再打印清退单。")
    sent = [one for one in distribution.allotments if one.sendings]
    missing = stand.issued - stand.returned
    content = Listing(
        list_table(COLUMNS),
        tuple(_entry(at, one) for at, one in enumerate(sent, 1)),
        (
            form_title("文件清退单"),
            line(f"文件标题：{notice.title}"),
            told(("发文字号", notice.doc_number), ("密级", notice.secrecy or "无")),
        ),
        (line(f"{stand}。", UNDER), to_sign(LANDSCAPE, "清点人", "监销人", "日期")),
        total=_total(stand.issued, stand.returned, missing),
        summed=ISSUED,
    )
    return PrintedForm("清退单", content, LANDSCAPE)


def _entry(at: int, one: Allotment) -> Entry:
    issued, returned = count_of(one.sent), count_of(one.returned)
    missing = without(one.sent, one.returned)
    people = "、".join(dict.fromkeys(back.returned_by for back in one.returns if back.returned_by))
    days = "、".join(dict.fromkeys(back.on.isoformat() for back in one.returns))
    cells = (
        str(at),
        one.name,
        written(one.sent, DIGITS),
        str(issued),
        written(one.returned, DIGITS),
        str(returned or ""),
        written(missing, DIGITS),
        people,
        "",
        days,
        "" if missing else "□待销毁",
    )
    return Entry(cells, issued)


def _total(issued: int, returned: int, missing: int) -> tuple[str, ...]:
    cells = [""] * len(COLUMNS)
    left = f"未退{missing}份" if missing else "全部收回"
    cells[1], cells[ISSUED], cells[ISSUED + 2], cells[ISSUED + 3] = (
        "总计",
        str(issued),
        str(returned),
        left,
    )
    return tuple(cells)
