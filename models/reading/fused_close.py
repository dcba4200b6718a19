"""The borders at the end of a line that runs on: attachment notes, signature, date, remarks, imprint, what is attached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.days import DATE
from models.reading.fold import squeeze
from models.reading.fused_head import KINDS
from models.reading.kinds import ISSUED, issued_kind
from models.reading.organs import is_organ

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = re.compile(rf"{DATE}(?! ?(?:印 ?[发制]|[，,、。至起止前后以的为]))")
_DATE_FIRST = re.compile(rf"^(?P<date>{DATE})(?P<rest>[^。，：；、]{{4,60}})(?= |$)")
_FORMULA = re.compile(
    r"(?:(?<=[。；）])|(?<=[。；）] ))(?:此复|此令|特此(?:通知|公告|通告|通报|报告|函复|函达|批复|请示|函告|证明)|请予函复|妥否，请批[示复]|当否，请批[示复]|以上[^。]{2,20}请批[示复])。"
)
_LABEL = re.compile(
    r"(?:(?<=[。）日发！])|(?<=[。）日发！] ))附件：|主 ?题 ?词：|(?<!送)抄 ?[送报]："
)
_ISSUED = re.compile(rf"(?:。|份|{KINDS}) ?(?P<organ>[^。，：；、 ]{{4,40}}?) ?{DATE} ?印 ?[发制]")
_REMARK = re.compile(r"（[^（）]{2,120}(?:（[^（）]*）[^（）]*)*）")
_OPENS = re.compile(r"主 ?题 ?词：|抄 ?[送报]：|附件(?:[\d一二三四五六七八九十]{1,2}|：)")
_ATTACHMENT = re.compile(r"附件(?:[\d一二三四五六七八九十]{1,2}(?![\d、.]))?：?")
_COPIES = re.compile(r"（?共 ?印 ?\d{1,6} ?份）?")
_OFFICE = re.compile(rf"(?P<organ>[^。，：；、 （）]{{4,40}}?) ?{DATE} ?印 ?[发制]")
_FIRST_PART = re.compile(r"第一[章条]|一、|目录|1[.．、]")
_SEAL = re.compile(r" ?（(?:盖章|印章|公章|印|章|代章)）$")
_BORDER = re.compile(r"[。；！？：）]")
_NOTED = re.compile(rf"{'|'.join(sorted(ISSUED, key=len, reverse=True))}|表|名册|图|{KINDS}|）")
_NUMBER = re.compile(r"\d{1,2} ?[.、]")
_BACK, _NOTES, _TITLE = 90, 600, 60


def closing_cuts(plain: str, organs: set[str]) -> list[int]:
    """The borders of the close of a folded line; `organs` are those that its head names."""
    cuts = [at for found in _FORMULA.finditer(plain) for at in found.span()]
    cuts += [found.start() for found in _LABEL.finditer(plain)]
    names = _names(plain, organs)
    for found in _DAY.finditer(plain):
        signed = _signed(plain, found.start(), organs)
        behind = list(_behind(plain, found.end(), names)) if signed is not None else []
        if signed is not None and _is_closed(plain, behind):
            cuts += [signed, found.start(), found.end(), *behind]
    for found in _issued(plain, organs):
        cuts += [found.start("organ"), found.end(), *_behind(plain, found.end(), names)]
    first = _DATE_FIRST.match(plain)
    if first and issued_kind(first.group("rest").replace(" ", "")):
        cuts.append(first.end("date"))
    return cuts


def _issued(plain: str, organs: set[str]) -> Iterator[re.Match[str]]:
    """Where an office issued the document on a day: behind a full stop or the last subject word, or known by the head."""
    known = "|".join(map(re.escape, organs))
    own = rf"(?P<organ>(?:{known})[^。，：；、 ]{{0,14}}?) ?{DATE} ?印 ?[发制]"
    found = [*_ISSUED.finditer(plain), *(re.finditer(own, plain) if organs else ())]
    return (one for one in found if is_organ(one.group("organ")))


def _names(plain: str, organs: set[str]) -> set[str]:
    """The names of what is attached or issued: those in 《》, and the items of the 附件说明."""
    names = set(re.findall(r"《([^《》]{4,60})》", plain))
    label = re.search(r"附件：", plain)
    if label is None:
        return {squeeze(name) for name in names}
    days = _DAY.finditer(plain, label.end(), label.end() + _NOTES)
    ends = (_signed(plain, day.start(), organs) for day in days)
    end = next((end for end in ends if end is not None), label.end())
    names.update(_NUMBER.split(plain[label.end() : end]))
    return {squeeze(name) for name in names if len(name) > 3}


def _signed(plain: str, day: int, organs: set[str]) -> int | None:
    """Where the signature before the day at `day` begins (at the day where there is none); None where no border is there."""
    start = max(day - _BACK, 0)
    before = _SEAL.sub("", plain[start:day].rstrip(" "))
    for organ in sorted(organs, key=len, reverse=True):
        if before.endswith(organ):
            return start + _with_others(before, len(before) - len(organ))
    fitting = (edge for edge in _edges(plain, start, day) if _are_organs(before[edge:], organs))
    return next((start + edge for edge in fitting), None)


def _edges(plain: str, start: int, day: int) -> list[int]:
    """Where a signature before a day can begin, counted from `start`: behind a mark, behind a name in the 附件说明."""
    before = plain[start:day]
    label = plain.rfind("附件：", max(day - _NOTES, 0), day)
    if label >= 0 and "。" not in plain[label:day]:
        return [
            end for found in _NOTED.finditer(before) if start + (end := found.end()) > label + 3
        ]
    borders = [found.end() for found in _BORDER.finditer(before)]
    return borders[-1:] or ([0] if not start else [])


def _with_others(before: str, at: int) -> int:
    """Where the signature begins whose last organ begins at `at`: organs parted by blanks may stand before it."""
    while (rest := before[:at]).endswith(" "):
        word = re.split(r"[ 。；：，）]", rest.rstrip(" "))[-1]
        if not is_organ(word):
            break
        at = len(rest.rstrip(" ")) - len(word)
    return at


def _are_organs(words: str, known: set[str]) -> bool:
    """Whether some words are organs parted by blanks, none of them with another text before one that the head names."""
    names = words.split()
    is_clean = not any(name.endswith(organ) and name != organ for name in names for organ in known)
    return is_clean and all(map(is_organ, names))


def _behind(plain: str, day: int, names: set[str]) -> Iterator[int]:
    """The borders of the elements that follow the end of a day, as far as they can be told."""
    ends = [day]
    while ends:
        yield from ends
        at = ends[-1]
        at += len(plain[at : at + 40]) - len(plain[at : at + 40].lstrip(" "))
        ends = list(_step(plain, at, names))


def _is_closed(plain: str, behind: list[int]) -> bool:
    """Whether a day closes a text: behind it stand only elements of the close, or a piece; no sentence goes on."""
    rest = plain[behind[-1] : behind[-1] + 40].lstrip(" ")
    return len(behind) > 1 or not rest or _OPENS.match(rest) is not None


def _step(plain: str, at: int, names: set[str]) -> Iterator[int]:
    """Where the elements end that begin at `at` behind a day: a remark, a count of copies, an office with its day, a piece."""
    found = _REMARK.match(plain, at) or _COPIES.match(plain, at)
    office = _OFFICE.match(plain, at)
    label = _ATTACHMENT.match(plain, at)
    if found:
        yield found.end()
    elif office and is_organ(office.group("organ")):
        yield office.end()
    elif label and (end := _titled(plain, label.end(), names)):
        yield label.end()
        yield end
    elif end := _titled(plain, at, names):
        yield end


def _titled(plain: str, at: int, names: set[str]) -> int | None:
    """Where the title of a piece ends: a name that the notice told, or an issued text before its first part."""
    words = plain[at : at + _TITLE]
    ends = (end for end in range(len(words), 3, -1) if squeeze(words[:end]) in names)
    if end := next(ends, 0):
        return at + end
    first = _FIRST_PART.search(words)
    title = words[: first.start()] if first else ""
    return at + len(title.rstrip(" ")) if first and issued_kind(title.replace(" ", "")) else None
