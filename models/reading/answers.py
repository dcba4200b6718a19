"""A reading as plain answers: for other programs (the keys are those of the reading corpus) and for the eye."""

from __future__ import annotations

import re
from typing import Any

from models.notice import Level, Notice, Paragraph, Piece, split_organs
from models.reading.days import day_in, is_day
from models.reading.fold import fold, tidy, tight
from models.reading.marks import is_number
from models.reading.numbering import rank
from models.reading.organs import is_address, is_organ
from models.reading.reading import Reading, Role

Answers = dict[str, Any]

_COUNT = re.compile(r"^[（(]?\d{1,3}份?[）)]?$|[（(]\d{1,3}份?[）)]$")
_CC_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff）)])\s+(?=[\u4e00-\u9fff（(])")


def answers(reading: Reading) -> Answers:
    """What was understood, by the keys of the reading corpus; None and empty lists for what the text does not say."""
    notice = reading.notice
    first = notice.pieces[0] if notice.pieces else None
    organs = list(notice.organs)
    return {
        "kind": notice.kind or None,
        "title": notice.title or None,
        "doc_number": notice.doc_number or None,
        "organ": (organs[0] if len(organs) == 1 else organs) or None,
        "signer": "　".join(notice.signers) or None,
        "secrecy": notice.secrecy or None,
        "urgency": notice.urgency or None,
        "addressees": list(split_organs(notice.addressees)),
        "body_paragraph_count": len(notice.body),
        "attachment_notes": list(notice.attachment_notes),
        "signature": list(notice.signatures),
        "date_iso": notice.date.isoformat() if notice.date else None,
        "date_text": next((day_in(tidy(day)) for day in reading.said(Role.DATE)), None),
        "attachment_title": (first.title or None) if first else None,
        "attachment_titles": [piece.title for piece in notice.pieces if piece.title],
        "att_unnumbered": _unnumbered(first) if first else None,
        "sections": _sections(notice),
        "notes": notice.notes or None,
        "subject_words": list(notice.subject_words),
        "cc": _copied(notice.cc),
        "issuing_office": notice.issuing_office or None,
        "issued_on": notice.issued_on.isoformat() if notice.issued_on else None,
        "copies": notice.copies,
        "reply_due": notice.reply_due.isoformat() if notice.reply_due else None,
        "doubts": [*(doubt.question for doubt in reading.doubts), *reading.unread],
    }


def _copied(line: str) -> list[str]:
    """The organs that get copies, without the count of copies behind a name."""
    names = split_organs(_CC_BLANKS.sub("，", line))
    return [bare for name in names if (bare := _COUNT.sub("", name).strip())]


def _unnumbered(piece: Piece) -> int:
    return sum(p.level is Level.PLAIN and not _is_formal(p.text) for p in piece.paragraphs)


def _is_formal(text: str) -> bool:
    """Whether a line of a piece is its own number, addressee, signature or date, not a paragraph."""
    words = tight(fold(text))
    if len(words) > 300:
        return False
    return is_address(words) or is_day(words) or is_number(words) or is_organ(words)


def _sections(notice: Notice) -> list[Answers]:
    sections: list[Answers] = []
    _add_sections(sections, "body", notice.body)
    for at, piece in enumerate(notice.pieces, start=1):
        _add_sections(sections, "att" if at == 1 else f"att{at}", piece.paragraphs)
    return sections


def _add_sections(sections: list[Answers], zone: str, paragraphs: tuple[Paragraph, ...]) -> None:
    above: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        if paragraph.level is Level.PLAIN:
            continue
        depth = rank(paragraph.level)
        while above and above[-1][0] >= depth:
            above.pop()
        sections.append(
            {
                "number_text": paragraph.number.strip(),
                "level": int(paragraph.level),
                "heading": paragraph.heading.strip().rstrip("。") or paragraph.text[:30],
                "parent": above[-1][1] if above else None,
                "in": zone,
            }
        )
        above.append((depth, len(sections) - 1))
