"""报送情况统计表: who has answered, when, in time or not, on paper or as a file; sums of each category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.forms.printed_form import (
    PORTRAIT,
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
from models.numerals import arabic_date
from models.replies.standing import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.replies.chasing.chase import Chase
    from models.replies.standing import Standing

ROW = 7.0  # mm: nobody signs in it
COLUMNS = (
    Column("序号", 13.0),
    Column("单位", 48.0, Align.LEFT),
    Column("应报", 12.0),
    Column("已报", 12.0),
    Column("报送日期", 24.0),
    Column("是否按时", 20.0),
    Column("方式", 26.0),
    Column("备注", 25.0, Align.LEFT),
)
NAME, ASKED, ANSWERED = 1, 2, 3  # places of columns
IN_TIME: Mapping[State, str] = {
    State.IN_TIME: "是",
    State.LATE: "否",
    State.SENT_BACK: "退回修改",
}


def reply_statistics(chase: Chase, reminded: Mapping[int, int]) -> PrintedForm:
    """How all units stand on a day; `reminded` says how often each was reminded, by its row.

    Raises:
        NothingToPrint: nobody is asked.
    """
    if not chase.asked:
        raise NothingToPrint("没有应报单位，不能生成统计表。请先编好分发表。")
    asked, answered = len(chase.asked), sum(map(_has_answered, chase.asked))
    content = Listing(
        list_table(COLUMNS, ROW),
        tuple(_entries(chase.asked, reminded)),
        (
            form_title("报送情况统计表"),
            line(f"报送事项：{chase.demand.matter}（{chase.notice.title}）"),
            told(
                ("报送期限", arabic_date(chase.due) if chase.due else "未写明"),
                ("截至日期", arabic_date(chase.today)),
                ("应报", f"{asked}个"),
                ("已报", f"{answered}个"),
                ("未报", f"{len(chase.of(State.MISSING))}个"),
            ),
        ),
        (line(_below(chase), UNDER), to_sign(PORTRAIT, "制表人", "审核人", "日期")),
        total=_sums("总计", asked, answered),
        summed=ANSWERED,
    )
    return PrintedForm("报送情况统计表", content)


def _entries(asked: Sequence[Standing], reminded: Mapping[int, int]) -> Iterator[Entry]:
    number = 0
    for category, group in _by_category(asked).items():
        for one in group:
            number += 1
            yield Entry(_cells(number, one, reminded), int(_has_answered(one)))
        answered = sum(map(_has_answered, group))
        name = f"{category or '其他'}小计"
        yield Entry(_sums(name, len(group), answered), is_sum=True)


def _by_category(asked: Sequence[Standing]) -> Mapping[str, Sequence[Standing]]:
    """Each category where it first stands: units that were added come last, and belong to the others of theirs."""
    found: dict[str, list[Standing]] = {}
    for one in asked:
        found.setdefault(one.expected.category, []).append(one)
    return found


def _cells(number: int, one: Standing, reminded: Mapping[int, int]) -> tuple[str, ...]:
    has_answered = _has_answered(one)
    media = (("纸质", one.on_paper), ("电子", one.is_electronic))
    times = reminded.get(one.expected.unit or 0, 0)
    notes = (
        f"由{one.by}报送" if one.by else "",
        f"已催{times}次" if times else "",
        one.expected.note,
    )
    return (
        str(number),
        one.expected.name,
        "1",
        str(int(has_answered)) if has_answered else "",
        f"{one.first.month}月{one.first.day}日" if one.first else "",
        IN_TIME.get(one.state, "未报"),
        "、".join(name for name, is_there in media if is_there),
        "；".join(filter(None, notes)),
    )


def _has_answered(one: Standing) -> bool:
    return one.state in (State.IN_TIME, State.LATE)


def _sums(name: str, asked: int, answered: int) -> tuple[str, ...]:
    cells = [""] * len(COLUMNS)
    cells[NAME], cells[ASKED], cells[ANSWERED] = name, str(asked), str(answered)
    return tuple(cells)


def _below(chase: Chase) -> str:
    late, back = chase.of(State.LATE), chase.of(State.SENT_BACK)
    exempt = chase.of(State.EXEMPT)
    told_ = (
        f"已报单位中迟报{len(late)}个",
        f"退回修改尚未重报{len(back)}个" if back else "",
        f"免报{len(exempt)}个（不计入应报）" if exempt else "",
    )
    return f"{'，'.join(filter(None, told_))}。"
