"""Understand a text: cut it into blocks, say of each what it is and why, and put the notice together."""

from __future__ import annotations

from models.reading.addressees import read_addressees
from models.reading.blocks import Block, blocks_of
from models.reading.chrome import Fact, end_of_document, facts_of, is_beside, is_noise
from models.reading.closing import read_closing
from models.reading.days import before_day, day_start, is_day, is_passed
from models.reading.fold import clean_text, fold
from models.reading.imprint import read_imprint, tail_imprint
from models.reading.marks import organ_marks, read_marks
from models.reading.organs import is_organ
from models.reading.pieces import looks_like_piece, names_in, noted_names, read_pieces
from models.reading.reading import Found, Reading, Role
from models.reading.titles import Title, find_title
from models.reading.whole import reading_of

_FACT_ROLES = {
    "发文字号": Role.DOC_NUMBER,
    "文号": Role.DOC_NUMBER,
    "发文机关": Role.ORGAN,
    "主题词": Role.SUBJECT_WORDS,
}


def read_text(text: str) -> Reading:
    """What `text` says as an official document. Never fails: what cannot be told stays empty."""
    clean = clean_text(text)
    plain = fold(clean.text)
    blocks = [block for block in blocks_of(plain) if not is_noise(block)]
    blocks = blocks[: end_of_document(blocks)]
    return reading_of(clean, recognise(blocks))


def recognise(blocks: list[Block]) -> list[Found]:
    """What the blocks of a document are, each with its reason."""
    title = find_title(blocks)
    if title is None:
        return _recognise_text(blocks, 0, "", "")
    found = [Found(Role.TITLE, blocks[title.first].start, blocks[title.last].end, title.reason)]
    head, start = _head(blocks, title)
    found += head
    below = blocks[title.last + 1 : start]
    addressed, start = read_addressees(blocks, start)
    found += addressed
    organ = title.words.split("关于")[0] if "关于" in title.words else ""
    text = _recognise_text(blocks, start, organ, title.words)
    if not any(f.role is Role.DATE for f in text):
        found += _day_below_title(below)
    return found + text


def _is_below_title(block: Block) -> bool:
    """Whether a block between title and text belongs to the head or to the page."""
    return is_beside(block) or bool(read_marks([block])) or _is_head_day(block)


def _is_head_day(block: Block) -> bool:
    words = block.tight
    return is_day(words) or is_passed(words) or is_organ(before_day(words))


def _day_below_title(blocks: list[Block]) -> list[Found]:
    """The day under the title, as minutes and decisions of a meeting carry it."""
    day = next(filter(_is_head_day, blocks), None)
    if day is None:
        return []
    start = day_start(day.plain) if before_day(day.tight) else 0
    return [Found(Role.DATE, day.start + start, day.end, "标题之下的日期")]


def _head(blocks: list[Block], title: Title) -> tuple[list[Found], int]:
    """The marks around the title, and the index behind them."""
    start = title.last + 1
    while start < len(blocks) and _is_below_title(blocks[start]):
        start += 1
    above = blocks[: title.first]
    facts = facts_of(above)
    told = {fact.block for fact in facts}
    free = [block for at, block in enumerate(above) if at not in told and not is_beside(block)]
    below = blocks[title.last + 1 : start]
    found = _once(read_marks(below) + read_marks(free)) + organ_marks(free)
    return found + _from_facts(facts, found), start


def _once(marks: list[Found]) -> list[Found]:
    """Of each mark the first only; signers may be several."""
    seen: set[Role] = set()
    kept: list[Found] = []
    for mark in marks:
        if mark.role is Role.SIGNER or mark.role not in seen:
            kept.append(mark)
        seen.add(mark.role)
    return kept


def _from_facts(facts: list[Fact], found: list[Found]) -> list[Found]:
    """What only the table of the page tells."""
    known = {f.role for f in found}
    taken: list[Found] = []
    for fact in facts:
        role = _FACT_ROLES.get(fact.label)
        if role and role not in known and fact.start < fact.end:
            taken.append(Found(role, fact.start, fact.end, f"网页信息表中的“{fact.label}”"))
            known.add(role)
    return taken


def _recognise_text(blocks: list[Block], start: int, organ: str, title: str) -> list[Found]:
    tail = tail_imprint(blocks, start)
    main = blocks[: tail.end]
    closing = read_closing(main, start, organ)
    found = closing.found + tail.found
    found += [
        Found(Role.BODY, block.start, block.end, "主送机关与落款之间的段落")
        for block in main[start : closing.body_end]
    ]
    imprint = read_imprint(main, closing.end)
    found += imprint.found
    rest = main[imprint.end :]
    spoken = [title, *(block.tight for block in main[start : closing.body_end])]
    names = names_in(spoken) | noted_names(main, found)
    if looks_like_piece(rest, names):
        found += read_pieces(rest, names)
    return found
