"""The command that takes in a folder of replies, and says whose they are and who is missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from models.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from models.notice import Notice
    from models.replies.collecting import Collected
    from models.replies.deadline import Deadline
    from models.replies.roll import Expected
    from models.replies.standing import Standing
    from models.store.datafile import DataFile

DONE = 0
SHOWN = 20


@dataclass(slots=True)
class Told:
    """What a run has to tell."""

    notice: Notice
    names: dict[int, str]
    deadline: Deadline | None = None
    files: list[Collected] = field(default_factory=list["Collected"])
    standings: tuple[Standing, ...] = ()

    @property
    def matched(self) -> list[Collected]:
        """Files that were given to a unit."""
        return [one for one in self.files if one.match.unit is not None and not one.passed]

    @property
    def unsure(self) -> list[Collected]:
        """Files of which the clerk must say whose they are."""
        return [one for one in self.files if one.match.unit is None and not one.passed]

    @property
    def unread(self) -> list[Collected]:
        """Files that are kept though nothing could be read."""
        return [one for one in self.files if one.reply and one.reply.unread and not one.reply.text]

    @property
    def passed(self) -> list[Collected]:
        """Files that are not kept."""
        return [one for one in self.files if one.passed]

    def units_in(self, *states: str) -> list[str]:
        """The names of the units that stand so."""
        return [one.expected.name for one in self.standings if one.state.value in states]


def collect(asked: argparse.Namespace) -> int:
    """Take in what lies in a folder, file or zip as replies to a notice."""
    import json

    from models.store.datafile import DataFile

    if not asked.folder.exists():
        raise UserError(f"没有找到“{asked.folder}”。请检查文件夹的名称和位置。")
    with DataFile.open(asked.data) as file:
        told = _collected(file, asked)
    if asked.json:
        print(json.dumps(_as_json(told), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(told)))
    return DONE


def _collected(file: DataFile, asked: argparse.Namespace) -> Told:
    from models.replies.collecting import Call
    from models.replies.collecting import collect as collect_files
    from models.replies.matching.decide import matcher_for
    from models.replies.roll import expected_of
    from models.store.distributions import DistributionRepository
    from models.store.offices import OfficeRepository
    from models.store.replies import Arrival, ReplyRepository
    from models.store.rosters import RosterRepository

    notice = _notice(file, asked.notice)
    key, office = notice.id or 0, OfficeRepository(file).load()
    replies, roster = ReplyRepository(file), RosterRepository(file).load()
    expected = expected_of(DistributionRepository(file).load(key), replies.roll(key), roster)
    _refuse_without_units(expected, notice)
    organ = office.organ or next(iter(notice.organs), "")
    matcher = matcher_for(
        roster, (one.unit for one in expected if one.unit), replace(office, organ=organ)
    )
    told = Told(notice, roster.names())

    def keep(batch: Sequence[Collected]) -> None:
        replies.take_in([Arrival(one.reply, one.content) for one in batch if one.reply])
        told.files.extend(replace(one, content=b"") for one in batch)

    call = Call(key, matcher, _moment(asked.on), replies.of_notice(key))
    collect_files([asked.folder], call, keep)
    _judge(told, file, expected)
    return told


def _judge(told: Told, file: DataFile, expected: tuple[Expected, ...]) -> None:
    """How each unit stands after it, and how long there is time."""
    from models.replies.deadline import deadline_of
    from models.replies.standing import standings
    from models.store.offices import OfficeRepository
    from models.store.replies import ReplyRepository
    from models.workdays import workdays_with

    replies, key = ReplyRepository(file), told.notice.id or 0
    due = replies.roll(key).due or told.notice.reply_due
    told.standings = standings(expected, replies.of_notice(key), due)
    if due is not None:
        workdays = workdays_with(OfficeRepository(file).load().special_days)
        told.deadline = deadline_of(due, date.today(), workdays)


def _notice(file: DataFile, wanted: str | None) -> Notice:
    """The document that is meant: by its row or number, else the only one that asks for replies."""
    from models.store.notices import NoticeRepository

    notices = NoticeRepository(file)
    lines = notices.lines()
    if wanted is not None:
        found = [one for one in lines if wanted in (str(one.id), one.doc_number)]
        if len(found) != 1:
            raise UserError(f"没有找到编号或发文字号为“{wanted}”的公文，或不止一份。请检查后再试。")
        return notices.load(found[0].id)
    asking = [one for line in lines if (one := notices.load(line.id)).reply_due is not None]
    if len(asking) == 1:
        return asking[0]
    if not asking:
        raise UserError(
            "数据文件里没有写明报送期限的公文。请用 --notice 写明是哪一份（编号或发文字号）。"
        )
    listed = "；".join(f"{one.id} {one.title}" for one in asking[:SHOWN])
    raise UserError(f"有 {len(asking)} 份公文要求报送。请用 --notice 写明是哪一份：{listed}。")


def _refuse_without_units(expected: tuple[Expected, ...], notice: Notice) -> None:
    if not any(one.unit for one in expected):
        raise UserError(
            f"公文“{notice.title}”还没有分发表，不知道哪些单位要报送。请先用 issue --units 编好分发表。"
        )


def _moment(on: date | None) -> datetime:
    """When the files came: now, or on the day that was typed."""
    if on is None:
        return datetime.now().replace(microsecond=0)
    return datetime(on.year, on.month, on.day)


def _lines(told: Told) -> Iterator[str]:
    from models.replies.standing import plain_list

    yield f"报送：{told.notice.title}"
    if told.deadline is not None:
        yield f"期限：{told.deadline}"
    yield f"收取 {len(told.files)} 个文件：认出 {len(told.matched)}，拿不准 {len(told.unsure)}，读不出 {len(told.unread)}，没有收 {len(told.passed)}"
    for one in told.matched:
        yield f"认出：{one.name} → {told.names[one.match.unit or 0]}（{one.match.reason}）"
    for one in told.unsure:
        candidates = (
            f"{at} {told.names[c.unit]}（{c.reason}）"
            for at, c in enumerate(one.match.candidates, 1)
        )
        yield f"拿不准：{one.name} → {'；'.join(candidates) or '没有线索，待认领'}"
    for one in told.unread:
        yield f"读不出：{one.name}：{one.reply.unread if one.reply else ''}"
    for one in told.passed:
        yield f"没有收：{one.name}：{one.passed}"
    late, back = told.units_in("迟报"), told.units_in("退回修改")
    yield f"应报 {_asked(told)}，已报 {len(told.units_in('已报', '迟报'))}，其中迟报 {len(late)}；退回修改 {len(back)}"
    if missing := [one for one in told.standings if one.state.value == "未报"]:
        yield f"未报：{plain_list(missing)}"


def _asked(told: Told) -> int:
    return len(told.standings) - len(told.units_in("免报"))


def _as_json(told: Told) -> dict[str, object]:
    due = told.deadline
    return {
        "notice": {"id": told.notice.id, "title": told.notice.title},
        "deadline": due and {"day": str(due.day), "workdays_left": due.left, "said": str(due)},
        "matched": [
            {
                "file": _path(one),
                "unit": told.names[one.match.unit or 0],
                "by": one.match.claim.value,
                "reason": one.match.reason,
            }
            for one in told.matched
        ],
        "unsure": [
            {
                "file": _path(one),
                "candidates": [
                    {"unit": told.names[c.unit], "reason": c.reason} for c in one.match.candidates
                ],
            }
            for one in told.unsure
        ],
        "unreadable": [
            {"file": _path(one), "why": one.reply.unread} for one in told.unread if one.reply
        ],
        "not_kept": [{"file": one.name, "why": one.passed} for one in told.passed],
        "asked": _asked(told),
        "late": told.units_in("迟报"),
        "missing": told.units_in("未报"),
    }


def _path(one: Collected) -> str:
    folder = one.reply.folder if one.reply else ""
    return f"{folder}/{one.name}".lstrip("/")
