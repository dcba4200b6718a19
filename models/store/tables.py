"""The tables as peewee sees them. `migrations.py` makes them; a test holds the two against each other."""
# ruff: noqa: D106 - every Meta only names its table
# pyright: reportIncompatibleVariableOverride=false
# peewee reads each Meta by itself; they are no overrides of one another.

from __future__ import annotations

from typing import TYPE_CHECKING

from peewee import (
    AutoField,
    BlobField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)


class Table(Model):
    """A row; every query names the database it runs on."""

    class Meta:
        database = SqliteDatabase(None)


class NoticeRow(Table):
    """The elements of a notice that are one value each."""

    id = AutoField()
    kind = TextField()
    title = TextField()
    doc_number = TextField()
    copy_number = TextField()
    secrecy = TextField()
    urgency = TextField()
    addressees = TextField()
    date = TextField(null=True)
    notes = TextField()
    cc = TextField()
    issuing_office = TextField()
    issued_on = TextField(null=True)
    copies = IntegerField(null=True)
    reply_due = TextField(null=True)
    edition = TextField(null=True)
    form = TextField(null=True)
    sealing = TextField(null=True)

    class Meta:
        table_name = "notice"


class EntryRow(Table):
    """One of the several organs, signers, signatures, subject words or attachment notes of a notice."""

    id = AutoField()
    notice = ForeignKeyField(NoticeRow, column_name="notice_id", on_delete="CASCADE")
    role = TextField()
    ordinal = IntegerField()
    text = TextField()

    class Meta:
        table_name = "notice_entry"


class PieceRow(Table):
    """An issued piece or an attachment."""

    id = AutoField()
    notice = ForeignKeyField(NoticeRow, column_name="notice_id", on_delete="CASCADE")
    ordinal = IntegerField()
    kind = TextField()
    label = TextField()
    title = TextField()

    class Meta:
        table_name = "piece"


class ParagraphRow(Table):
    """A paragraph of the body (without piece) or of a piece; items know the section they stand under."""

    id = AutoField()
    notice = ForeignKeyField(NoticeRow, column_name="notice_id", on_delete="CASCADE")
    piece = ForeignKeyField(PieceRow, column_name="piece_id", on_delete="CASCADE", null=True)
    section = ForeignKeyField("self", column_name="section_id", on_delete="SET NULL", null=True)
    ordinal = IntegerField()
    level = IntegerField()
    number = TextField()
    heading = TextField()
    text = TextField()
    if TYPE_CHECKING:
        notice_id: int
        piece_id: int | None
        section_id: int | None

    class Meta:
        table_name = "paragraph"


class OfficeFactRow(Table):
    """One fact of the office as JSON."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "office_fact"


class CategoryRow(Table):
    """A category of units; lists and other values within it are JSON, here and below."""

    ordinal = IntegerField(primary_key=True)
    name = TextField()
    purpose = TextField()
    terms = TextField()
    quantity = IntegerField()
    delivery = TextField()

    class Meta:
        table_name = "category"


class AddresseeRuleRow(Table):
    """What an addressee of many means."""

    ordinal = IntegerField(primary_key=True)
    phrase = TextField()
    categories = TextField()
    units = TextField()

    class Meta:
        table_name = "addressee_rule"


class UnitRow(Table):
    """A unit of the roster."""

    id = AutoField()
    ordinal = IntegerField()
    name = TextField()
    category = TextField()
    short_names = TextField()
    aliases = TextField()
    former_names = TextField()
    quantity = IntegerField(null=True)
    delivery = TextField(null=True)
    box = TextField()
    address = TextField()
    postcode = TextField()
    contact = TextField()
    phone = TextField()
    note = TextField()
    is_stopped = IntegerField()
    merged_into = TextField()

    class Meta:
        table_name = "unit"


class DistributionRow(Table):
    """The distribution of a notice."""

    notice = IntegerField(primary_key=True)
    first_number = IntegerField()
    runs = TextField()
    voids = TextField()
    held = TextField()

    class Meta:
        table_name = "distribution"


class AllotmentRow(Table):
    """A row of a distribution."""

    id = AutoField()
    distribution = ForeignKeyField(
        DistributionRow, column_name="distribution_id", on_delete="CASCADE"
    )
    ordinal = IntegerField()
    name = TextField()
    purpose = TextField()
    category = TextField()
    unit = IntegerField(null=True)
    quantity = IntegerField()
    is_own = IntegerField()
    delivery = TextField()
    box = TextField()
    spans = TextField()
    sendings = TextField()
    returns = TextField()
    note = TextField()

    class Meta:
        table_name = "allotment"


class RollRow(Table):
    """What differs from the distribution of a notice in who must answer it."""

    notice = IntegerField(primary_key=True)
    due = TextField(null=True)
    adjustments = TextField()

    class Meta:
        table_name = "roll"


class ReplyRow(Table):
    """A reply to a notice."""

    id = AutoField()
    notice = IntegerField()
    received = TextField()
    unit = IntegerField(null=True)
    name = TextField()
    folder = TextField()
    sha256 = TextField()
    size = IntegerField()
    text = TextField()
    unread = TextField()
    on_paper = IntegerField()
    is_electronic = IntegerField()
    claim = TextField()
    fate = TextField()
    replaces = IntegerField(null=True)
    remark = TextField()

    class Meta:
        table_name = "reply"


class ReplyFileRow(Table):
    """The bytes of a file that came."""

    id = AutoField()
    sha256 = TextField()
    content = BlobField()

    class Meta:
        table_name = "reply_file"


class ProceedingRow(Table):
    """How far a notice is."""

    notice = IntegerField(primary_key=True)
    done = TextField()
    amendments = TextField()

    class Meta:
        table_name = "proceeding"


class VoidNumberRow(Table):
    """A number of a document that is void."""

    id = AutoField()
    ordinal = IntegerField()
    doc_number = TextField()
    voided_on = TextField()
    reason = TextField()
    title = TextField()

    class Meta:
        table_name = "void_number"


class RemindersRow(Table):
    """Whom the office reminded about a notice."""

    notice = IntegerField(primary_key=True)
    reminders = TextField()

    class Meta:
        table_name = "reminders"


class SummaryRow(Table):
    """What was assigned of the replies to a notice."""

    notice = IntegerField(primary_key=True)
    assignments = TextField()

    class Meta:
        table_name = "summary"


TABLES: tuple[type[Table], ...] = (
    NoticeRow,
    EntryRow,
    PieceRow,
    ParagraphRow,
    OfficeFactRow,
    CategoryRow,
    AddresseeRuleRow,
    UnitRow,
    DistributionRow,
    AllotmentRow,
    RollRow,
    ReplyRow,
    ReplyFileRow,
    ProceedingRow,
    VoidNumberRow,
    RemindersRow,
    SummaryRow,
)
