"""Put found elements together to a notice: the one place where stretches of text become its fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.notice import Level, Notice, Paragraph, Piece, PieceKind
from models.numerals import parse_number
from models.reading.days import day_of
from models.reading.deadline import deadlines
from models.reading.fold import closed, fold, tidy, tight
from models.reading.imprint import COPIES
from models.reading.kinds import kind_of
from models.reading.numbering import mark_at
from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL = re.compile(
    r"^\s*(?:份号|密级|紧急程度|签发人|签发|主\s*题\s*词|抄\s*送|抄\s*报|分\s*送|抄\s*发|主\s*送|报\s*送|发\s*送|报|送|发)(?:单位|机关)?\s*[：:]\s*"
)
_NOTE_LABEL = re.compile(r"^附\s*件?\s*[：:]?\s*(?:\d{1,2}\s*(?:[.、．：:]|(?=[^\d年月])))?\s*")
_ITEM_NUMBER = re.compile(r"^\s*[\d０-９]{1,2}\s*[.、．]\s*")
_FIRST_SENTENCE = re.compile(r"^.*?。[”’）)]?", re.DOTALL)
_BLANK_ENDED = re.compile(r"^[^\s。；：，、]{2,30}\s+(?=\S{6}.*。)", re.DOTALL)
_SEAL = re.compile(r"[（(](?:盖章|印章|公章|印|章|代章)[）)]$")
_BETWEEN_WORDS = re.compile(r"[\s；;、，,]+")


def assemble(text: str, found: Iterable[Found]) -> Notice:
    """The notice that the found elements of `text` make."""
    parts = sorted(found, key=lambda f: f.start)
    one = {role: _first(text, parts, role) for role in Role}
    issued = day_of(fold(one[Role.DATE]))
    body = [f for f in parts if f.role is Role.BODY]
    due = deadlines(fold(text), body, issued)
    return Notice(
        kind=kind_of(tight(fold(one[Role.TITLE]))),
        title=closed(one[Role.TITLE]),
        organs=tuple(filter(None, map(_organ, _all(text, parts, Role.ORGAN)))),
        doc_number=one[Role.DOC_NUMBER].replace(" ", ""),
        signers=_words(_all(text, parts, Role.SIGNER)),
        copy_number=re.sub(r"\D", "", fold(one[Role.COPY_NUMBER])),
        secrecy=_LABEL.sub("", one[Role.SECRECY]),
        urgency=_LABEL.sub("", one[Role.URGENCY]),
        addressees=one[Role.ADDRESSEES].rstrip("：: "),
        body=tuple(paragraph_of(text[f.start : f.end]) for f in body),
        attachment_notes=tuple(
            closed(_note(item)) for item in _all(text, parts, Role.ATTACHMENT_NOTE)
        ),
        signatures=tuple(_SEAL.sub("", name) for name in _all(text, parts, Role.SIGNATURE)),
        date=issued,
        notes="\n".join(map(_without_brackets, _all(text, parts, Role.NOTES))),
        pieces=_pieces(text, parts),
        subject_words=_words([one[Role.SUBJECT_WORDS]]),
        cc="；".join(_cc(line) for line in _all(text, parts, Role.CC)),
        issuing_office=one[Role.ISSUING_OFFICE],
        issued_on=day_of(fold(one[Role.ISSUED_ON])),
        copies=_copies(one[Role.COPIES]),
        reply_due=due[0].day if due else None,
    )


def paragraph_of(text: str) -> Paragraph:
    """A stretch of text as a paragraph: its number, its first sentence, the rest."""
    words = tidy(text)
    mark = mark_at(fold(words))
    if mark is None:
        return Paragraph(words)
    number, rest = words[: mark.end], words[mark.end :].lstrip()
    if mark.level in (Level.CHAPTER, Level.SECTION, Level.ARTICLE):
        number += "\u3000" if rest else ""
    heading, text = heading_and_rest(rest)
    return Paragraph(text, mark.level, number, heading)


def heading_and_rest(words: str) -> tuple[str, str]:
    """What stands behind a number: its first sentence, and the rest."""
    first = _BLANK_ENDED.match(words) or _FIRST_SENTENCE.match(words)
    heading = first.group() if first else words
    return heading, words[len(heading) :]


def _all(text: str, parts: list[Found], role: Role) -> list[str]:
    return [tidy(text[f.start : f.end]) for f in parts if f.role is role]


def _first(text: str, parts: list[Found], role: Role) -> str:
    return next((tidy(text[f.start : f.end]) for f in parts if f.role is role), "")


def _organ(name: str) -> str:
    return name.removesuffix("文件").strip()


def _words(lines: list[str]) -> tuple[str, ...]:
    """The names of signers or the subject words behind a label."""
    words = (word for line in lines for word in _BETWEEN_WORDS.split(_LABEL.sub("", line)))
    return tuple(filter(None, words))


def _note(item: str) -> str:
    return _ITEM_NUMBER.sub(
        "", _NOTE_LABEL.sub("", item, count=1) if item.startswith("附") else item
    )


def _without_brackets(note: str) -> str:
    return note[1:-1] if note[:1] in "（(" and note[-1:] in "）)" else note


def _cc(line: str) -> str:
    return _LABEL.sub("", line).rstrip("。. ")


def _copies(words: str) -> int | None:
    found = COPIES.match(fold(words))
    return parse_number(found.group("number")) if found else None


def _pieces(text: str, parts: list[Found]) -> tuple[Piece, ...]:
    groups: list[list[Found]] = []
    for found in parts:
        if found.role not in (Role.PIECE_LABEL, Role.PIECE_TITLE, Role.PIECE_PARAGRAPH):
            continue
        labelled = bool(groups) and [f.role for f in groups[-1]] == [Role.PIECE_LABEL]
        if (
            not groups
            or found.role is Role.PIECE_LABEL
            or (found.role is Role.PIECE_TITLE and not labelled)
        ):
            groups.append([])
        groups[-1].append(found)
    return tuple(_piece(text, group) for group in groups)


def _piece(text: str, group: list[Found]) -> Piece:
    label = _first(text, group, Role.PIECE_LABEL).rstrip("：:.、 ")
    return Piece(
        title=closed(_first(text, group, Role.PIECE_TITLE)),
        paragraphs=tuple(
            paragraph_of(text[f.start : f.end]) for f in group if f.role is Role.PIECE_PARAGRAPH
        ),
        kind=PieceKind.ATTACHMENT if label else PieceKind.ISSUED,
        label=label,
    )
