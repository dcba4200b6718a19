"""Values for the tests of the data file: any notice, and one that looks like the real ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from models.edition import Edition
from models.form import Form, Sealing
from models.notice import Level, Notice, Paragraph, Piece, PieceKind
from models.office import Office
from models.practice import JointMark, Practice

words = st.text(max_size=12)
several = st.lists(words, max_size=3).map(tuple)
days = st.none() | st.dates()
counts = st.none() | st.integers(-(2**63), 2**63 - 1)
ids = st.none() | st.integers(1, 30)

paragraphs = st.builds(Paragraph, words, st.sampled_from(Level), words, words, ids)
texts = st.lists(paragraphs, max_size=5).map(tuple)
pieces = st.builds(Piece, words, texts, st.sampled_from(PieceKind), words, ids)
notices = st.builds(
    Notice,
    kind=words,
    title=words,
    organs=several,
    doc_number=words,
    signers=several,
    copy_number=words,
    secrecy=words,
    urgency=words,
    addressees=words,
    body=texts,
    attachment_notes=several,
    signatures=several,
    date=days,
    notes=words,
    pieces=st.lists(pieces, max_size=3).map(tuple),
    subject_words=several,
    cc=words,
    issuing_office=words,
    issued_on=days,
    copies=counts,
    reply_due=days,
    edition=st.none() | st.sampled_from(Edition),
    form=st.none() | st.sampled_from(Form),
    sealing=st.none() | st.sampled_from(Sealing),
    id=ids,
)

PLAN = Piece(
    "天津市2007年人事工作要点",
    (
        Paragraph("2007年人事工作的总体要求是……"),
        Paragraph(level=Level.FIRST, number="一、", heading="加强公务员队伍建设"),
        Paragraph("全面实施公务员法。", Level.THIRD, "1."),
        Paragraph("完善考试录用办法。", Level.THIRD, "2."),
        Paragraph(level=Level.FIRST, number="二、", heading="深化职称改革"),
        Paragraph("推进分类评价。", Level.THIRD, "3."),
    ),
)
NOTICE = Notice(
    kind="通知",
    title="关于印发天津市2007年人事工作要点的通知",
    organs=("天津市人事局",),
    doc_number="津人〔2007〕1号",
    addressees="各区、县人事局，各委、办、局人事（干部）处",
    body=(Paragraph("现将《天津市2007年人事工作要点》印发给你们。"),),
    signatures=("天津市人事局",),
    date=date(2007, 1, 11),
    pieces=(PLAN,),
    subject_words=("人事", "要点", "通知"),
    issuing_office="天津市人事局办公室",
    issued_on=date(2007, 1, 11),
    copies=550,
    reply_due=date(2007, 1, 31),
    edition=Edition.GB1999,
)
PRACTICE = Practice(pitch_pt=28.8, zero="○", joint_mark=JointMark.ALL, bold_levels=True)
OFFICE = Office("天津市人事局", "津人", "天津市人事局办公室", 550, practice=PRACTICE)


def without_ids(notice: Notice) -> Notice:
    """The notice as if it had never been kept."""
    return replace(
        notice,
        id=None,
        body=_bare(notice.body),
        pieces=tuple(replace(p, id=None, paragraphs=_bare(p.paragraphs)) for p in notice.pieces),
    )


def ids_of(notice: Notice) -> tuple[object, ...]:
    """All row ids, in order; equality of values does not look at them."""
    return (
        notice.id,
        tuple(p.id for p in notice.body),
        tuple((piece.id, tuple(p.id for p in piece.paragraphs)) for piece in notice.pieces),
    )


def _bare(text: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(replace(p, id=None) for p in text)
