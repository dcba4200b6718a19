"""The borders in the head of a line that runs on: marks of the head, title, addressees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.days import DATE
from models.reading.kinds import STATUTORY
from models.reading.organs import is_addressee_line, is_organ

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = "|".join(sorted(STATUTORY, key=len, reverse=True))
_MARKS = (
    re.compile(r"(?:№ ?)?\d{6}(?!\d)"),
    re.compile(
        r"(?:工作秘密|绝 ?密|机 ?密|秘 ?密)(?: ?★ ?(?:\d{1,2} ?年|[一二三四五六七八九十]{1,3}年|\d{1,2}个?月|长期)?)?"
    ),
    re.compile(r"(?:特 ?急|加 ?急|特 ?提|平 ?急)"),
)
_MARK = re.compile(r"(?P<organ>[^。，：；〔〕]{2,80}?) ?文件")
_ORGAN_LINE = re.compile(r"(?P<organ>[^ 。，：；〔〕]{4,40}) +(?=[\u4e00-\u9fff]{2,20}〔)")
_NUMBER = re.compile(r"(?P<code>[\u4e00-\u9fff]{2,40})〔\d{4}〕第?\d{1,5}号")
_SIGNER = re.compile(r"签发人?：(?P<names>[^。：〔〕]{2,90}?)(?= *关于)")
_NAME = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6})"
_NAMES = re.compile(rf"^{_NAME}(?:[ 、，]+{_NAME})*$")
_TITLE = re.compile(rf"(?P<title>[^。：]{{0,60}}关于[^。：]{{2,160}}?(?:{KINDS}) ?)")
_TO = re.compile(r"[^。：（〔][^。：〔]{1,300}：")
_FIRST_WORDS = re.compile(
    r"为[了贯进切确严规加深全做落推]|根据|按照|依据|遵照|经[^济费营]|现将|现就|鉴于|近[日来年]|你[局市县区省厅委部院单]"
)
_LONGEST = 800


def head_cuts(plain: str) -> list[int]:
    """The borders of marks, title and addressees; the last is that behind the addressees, or behind the title."""
    marks, at, organs = _marks(plain)
    body = _body_start(plain, at)
    if not body and (signed := _SIGNER.match(plain, at)):
        title = _organ_last(signed.group("names"), organs, plain)
        if title is None:
            return marks
        at = signed.end() - title
        marks.append(at)
        body = _body_start(plain, at)
    if body or at == len(plain):
        return marks + body
    to = _TO.match(plain[:320])
    if to and to.end() < len(plain) and is_addressee_line(to.group()[:-1].replace(" ", "")):
        return [to.end()]
    return []


def head_organs(plain: str) -> set[str]:
    """The organs that the mark of the head, the line of the number and the title name."""
    _, at, organs = _marks(plain)
    if signed := _SIGNER.match(plain, at):
        at = signed.end() - (_organ_last(signed.group("names"), organs, plain) or 0)
    title = _TITLE.match(plain[:_LONGEST], at)
    named = title.group("title").split("关于")[0].replace(" ", "") if title else ""
    return organs | ({named} if is_organ(named) else set())


def _marks(plain: str) -> tuple[list[int], int, set[str]]:
    """The borders of the marks that stand before the title, where they end, and the organs among them."""
    cuts: list[int] = []
    at, organs = _blanks(plain, 0), set[str]()
    for pattern in _MARKS:
        if found := pattern.match(plain, at):
            at = _blanks(plain, found.end())
            cuts.append(at)
    mark = _MARK.match(plain, at)
    if mark and all(map(is_organ, mark.group("organ").split())):
        organs.update(mark.group("organ").split())
        at = _blanks(plain, mark.end())
        cuts.append(at)
    above = _ORGAN_LINE.match(plain, at)
    if above and is_organ(above.group("organ")):
        organs.add(above.group("organ"))
        at = above.end()
        cuts.append(at)
    if number := _NUMBER.match(plain, at):
        if code := _code(number.group("code"), plain):
            organs.add(number.group("code")[:code])
            cuts.append(at + code)
        at = _blanks(plain, number.end())
        cuts.append(at)
    return cuts, at, organs


def _blanks(plain: str, at: int) -> int:
    while at < len(plain) and plain[at] == " ":
        at += 1
    return at


def _code(words: str, plain: str) -> int:
    """Where an organ that signs ends before the code of its 发文字号 (云岭市人事局云人函); 0 where the code stands alone."""
    ends = (end for end in range(len(words) - 2, 3, -1) if _signs(words[:end], plain, "|关于"))
    return next(ends, 0)


def _organ_last(names: str, organs: set[str], plain: str) -> int | None:
    """The length of the organ behind the names of signers, with which the title begins; 0 where only names stand there.

    None where it cannot be told.
    """
    known = [organ for organ in organs if names.endswith(organ) and len(organ) < len(names)]
    if known:
        return max(map(len, known))
    if _NAMES.match(names) and not is_organ(names.split()[-1]):
        return 0
    ends = (len(names) - at for at in range(2, len(names) - 3) if _signs(names[at:], plain))
    return next(ends, None)


def _signs(organ: str, plain: str, besides: str = "") -> bool:
    """Whether some words are an organ that stands in the line before a day, or before one of the words `besides`."""
    if not is_organ(organ):
        return False
    return re.search(rf"{re.escape(organ)} ?(?:（盖章）)? ?(?:{DATE}{besides})", plain) is not None


def _body_start(plain: str, at: int) -> list[int]:
    """The borders of the title that begins at `at`, and the end of the addressees where there are."""
    title = _TITLE.match(plain[: at + _LONGEST], at)
    if title is None:
        return []
    behind = title.end()
    colon = plain.find("：", behind, behind + _LONGEST)
    for end in _title_ends(plain, title, colon) if colon >= 0 else ():
        to = plain[end : colon + 1]
        if _TO.fullmatch(to) and is_addressee_line(to[:-1].replace(" ", "")):
            return [title.start(), end, colon + 1]
    behind = _blanks(plain, behind)
    is_sentence = _FIRST_WORDS.match(plain, behind) and "的" in title.group("title")[-6:]
    return [title.start(), behind] if is_sentence else []


def _title_ends(plain: str, title: re.Match[str], stop: int) -> Iterator[int]:
    """Every place where the title can end with its 文种, the last first."""
    ends = [found.end() for found in re.finditer(KINDS, plain[title.start() : stop])]
    for end in reversed(ends):
        if end > 6:
            yield title.start() + end
