"""120 replies as offices send them: their names of files, their ways to sign, their slips; all texts are invented.

Every unit has its habit, which it keeps from one year to the next: only years, versions and persons in a name change.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from models.unit import Purpose
from tests.support.hostile import HOSTILE, OLD_WORD
from tests.support.packages import paragraph, word, zipped
from tests.support.workbooks import row, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from models.unit import Roster, Unit

COUNT, FIRST_YEAR = 120, 2007
REGION = "天津市"
PERSONS = ("张建国", "李秀英", "王志强", "赵敏", "刘洋", "陈晓东")
MATTERS = (
    "人事工作安排意见",
    "工作安排",
    "工作安排意见",
    "人事工作要点",
    "工作打算",
    "人事工作计划",
)
MARKS = ("", "（定稿）", "(最终版)", "_v2", "（已盖章）", " 修改稿", "(1)", "（改）")
WORKS = (
    "做好公务员登记工作，规范工资发放秩序。",
    "开展机关工作人员轮训，全年办班十二期。",
    "完善事业单位岗位设置，推行聘用制度。",
    "办好高校毕业生供需见面会，加强就业服务。",
    "加强专业技术人员继续教育，评审高级职称。",
    "妥善安置军队转业干部，落实各项待遇。",
    "引进国外智力项目三个，选派人员出国培训。",
    "清理规范津贴补贴，核定退休人员待遇。",
)
OUTSIDERS = ("大港油田人事处.doc", "民航大学2007年安排.doc", "河北省人事厅工作要点.doc")
NAMELESS = "IMG_20070125.jpg"
PICTURE = b"\xff\xd8\xff\xe0"
BIG = 51_000_000


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file as it was sent: where it lies, its bytes, and the unit that truly sent it (None: one that was not asked)."""

    path: str
    data: bytes
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Sender:
    """A unit that sends, the year, its place in the list, and its own chance."""

    unit: Unit
    year: int
    at: int
    chance: random.Random

    @property
    def full(self) -> str:
        return self.unit.name

    @property
    def matter(self) -> str:
        return self.chance.choice(MATTERS)

    @property
    def mark(self) -> str:
        return self.chance.choice(MARKS)


def handed_in(roster: Roster, year: int = FIRST_YEAR) -> list[HandedIn]:
    """All files of a year, a unit each but for second versions, outsiders and one that says nothing."""
    asked = [u for u in roster.units if roster.category(u.category).purpose is Purpose.MAIN]
    senders = random.Random(7).sample(asked, COUNT - len(OUTSIDERS) - 3)
    files = [_file(_sender(unit, year, at)) for at, unit in enumerate(senders)]
    files += [HandedIn(name, _docx(_text("某单位", year, name)), None) for name in OUTSIDERS]
    files += [_second_version(_sender(senders[at], year, at)) for at in (0, 1)]
    return [*files, HandedIn(NAMELESS, PICTURE + bytes([year % 256]), senders[5].name)]


def truth_of(files: list[HandedIn]) -> dict[str, str | None]:
    """Whose each file is, by where it is found: a zip is a folder."""
    return {one.path.removesuffix(".zip"): one.unit for one in files}


def write_all(files: list[HandedIn], folder: Path) -> None:
    """Put them where they say."""
    for one in files:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.data)


def spoken(name: str) -> str:
    """What clerks call a unit among themselves."""
    short = name.removeprefix(REGION).removeprefix("天津").removeprefix("市")
    for end, said in (
        ("区人事局", "人事局"), ("县人事局", "县"), ("集团公司", "集团"), ("管理委员会", "委"),
        ("委员会", "委"), ("办公室", "办"), ("管理局", "局"), ("联合会", "联"), ("技术学院", "学院"), ("分行", ""),
    ):  # fmt: skip
        if short.endswith(end) and len(short) > len(end):
            return short.removesuffix(end) + said
    return short


def _sender(unit: Unit, year: int, at: int) -> _Sender:
    return _Sender(unit, year, at, random.Random(year * 1000 + at))


def _file(one: _Sender) -> HandedIn:
    habit = HABITS[one.at % len(HABITS)]
    path, data = habit(one)
    return HandedIn(path, data, one.full)


def _second_version(one: _Sender) -> HandedIn:
    first = _text(one.full, one.year, one.full)
    return HandedIn(f"{one.full}第二稿.docx", _docx(f"{first}\n补充：{WORKS[0]}"), one.full)


def _text(name: str, year: int, seed: str, signed: str | None = None) -> str:
    """A reply of about a page; `signed` is how it is signed, nothing for not at all."""
    chance = random.Random(f"{seed}{year}")
    signature = name if signed is None else signed
    lines = [
        f"{name}关于{year}年人事工作安排的意见"
        if chance.random() < 0.5
        else f"{year}年人事工作安排意见"
    ]
    lines += ["市人事局：", f"《天津市{year}年人事工作要点》收悉。现将我单位工作安排报告如下。"]
    for at, work in enumerate(chance.sample(WORKS, 6), 1):
        lines.append(f"{at}．{name}要{work}" + chance.choice(WORKS))
    if signature:
        day = chance.randint(15, 31)
        lines += [signature, f"{year}年1月{day}日"]
    return "\n".join(lines)


@cache
def _docx(text: str) -> bytes:
    return word("".join(paragraph(escape(line)) for line in text.split("\n")))


def _full_name(one: _Sender) -> tuple[str, bytes]:
    return f"{one.full}{one.year}年{one.matter}{one.mark}.docx", _docx(
        _text(one.full, one.year, one.full)
    )


def _with_region(one: _Sender) -> tuple[str, bytes]:
    name = REGION + one.full.removeprefix("市").removeprefix("天津")
    text = _text(name, one.year, one.full, f"{name}（盖章）")
    return f"{name}关于{one.year}年人事工作安排的意见{one.mark}.doc", _docx(text)


def _spoken_only(one: _Sender) -> tuple[str, bytes]:
    return f"{spoken(one.full)}.doc", _docx(_text(one.full, one.year, one.full, ""))


def _spoken_signed(one: _Sender) -> tuple[str, bytes]:
    said = spoken(one.full)
    text = _text("我单位", one.year, one.full, said).replace("我单位关于", "关于")
    return f"{said}{one.year}年{one.matter}{one.mark}.docx", _docx(text)


def _nothing_said(one: _Sender) -> tuple[str, bytes]:
    name = f"附件{one.at}：工作安排意见（定稿）最终版.docx"
    return name, _docx(_text(one.full, one.year, one.full))


def _by_phone(one: _Sender) -> tuple[str, bytes]:
    name = f"微信文件_{one.year}0125{one.at:04}.docx"
    return name, _docx(_text(one.full, one.year, one.full))


def _numbered(one: _Sender) -> tuple[str, bytes]:
    text = _text(one.full, one.year, one.full, "")
    return f"{one.at}.{spoken(one.full)}.txt", text.encode("gb18030")


def _by_a_person(one: _Sender) -> tuple[str, bytes]:
    name = f"{spoken(one.full)}报送材料_{one.chance.choice(PERSONS)}.doc"
    return name, _docx(_text(one.full, one.year, one.full))


def _scan_in_a_folder(one: _Sender) -> tuple[str, bytes]:
    return f"{one.full}/扫描件.jpg", PICTURE + one.full.encode() + bytes([one.year % 256])


def _zip_of_gbk_names(one: _Sender) -> tuple[str, bytes]:
    inside = zipped({"00000000.docx": _docx(_text(one.full, one.year, one.full, ""))})
    return f"{spoken(one.full)}.zip", inside.replace(b"00000000", "安排意见".encode("gbk"))


def _letter(one: _Sender) -> tuple[str, bytes]:
    name = f"关于报送{one.year}年工作安排意见的函-{spoken(one.full)}人事处.wps"
    return name, _docx(_text(one.full, one.year, one.full, f"{spoken(one.full)}人事处"))


def _table(one: _Sender) -> tuple[str, bytes]:
    cells = (row(f"{one.year}年工作安排表"), row(f"填报单位：{one.full}", "填报人：某人"))
    works = [row(str(at), work) for at, work in enumerate(WORKS, 1)]
    return f"工作安排表({one.at}).xlsx", workbook("".join((*cells, *works)))


def _to_the_bureau(one: _Sender) -> tuple[str, bytes]:
    name = f"报市人事局-{spoken(one.full)}{one.mark}.docx"
    return name, _docx(_text(one.full, one.year, one.full, f"{one.full}办公室"))


def _old_word(one: _Sender) -> tuple[str, bytes]:
    old, new = "青川市人事局", f"{one.full:　<6}"[:6]
    data = OLD_WORD.read_bytes().replace(old.encode("utf-16-le"), new.encode("utf-16-le"))
    return f"{one.full}{one.year}.doc", data + one.year.to_bytes(2, "big")


def _copied_from_a_neighbour(one: _Sender) -> tuple[str, bytes]:
    """In the first year: it took the text of its neighbour and forgot to change the name."""
    name = "和平区人事局" if one.year == FIRST_YEAR else one.full
    return f"{one.full}意见.docx", _docx(_text(name, one.year, one.full))


def _odd(one: _Sender) -> tuple[str, bytes]:
    """Empty, huge or hostile, under an honest name."""
    return f"{one.full}{one.mark}.docx", _odd_bytes(one.at // len(HABITS) % 5)


@cache  # a bomb takes seconds to build
def _odd_bytes(kind: int) -> bytes:
    match kind:
        case 0:
            return b""
        case 1:
            return bytes(BIG)
        case _:
            return HOSTILE[("炸弹.docx", "实体.docx", "截断.docx")[kind - 2]]()


HABITS = (
    _full_name, _with_region, _spoken_only, _spoken_signed, _nothing_said, _by_phone, _numbered, _by_a_person,
    _scan_in_a_folder, _zip_of_gbk_names, _letter, _table, _to_the_bureau, _old_word, _copied_from_a_neighbour, _odd,
)  # fmt: skip
