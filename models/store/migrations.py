"""The steps that lead from an empty file to the schema of today. A released step is never touched; new ones go last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.store.database import Database

APPLICATION_ID = 0x47574744  # "GWGD"


@dataclass(frozen=True, slots=True)
class Step:
    """One step forward: statements, and then what must be worked out from the rows that are there."""

    statements: tuple[str, ...]
    fill: Callable[[Database], None] | None = None


def migrate(
    database: Database, steps: Sequence[Step], settle: Callable[[Database], None] | None = None
) -> None:
    """Take the steps that the file has not taken; each with its number in one transaction.

    `settle` belongs to the last of them: it brings what is kept twice up to date, on the schema of today.
    """
    done: int = database.value("PRAGMA user_version")
    for number, step in enumerate(steps[done:], done + 1):
        with database.whole():
            for statement in step.statements:
                database.run(statement)
            if step.fill is not None:
                step.fill(database)
            if settle is not None and number == len(steps):
                settle(database)
            database.run(f"PRAGMA user_version = {number}")


_NOTICES = Step(
    (
        """CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    doc_number TEXT NOT NULL,
    copy_number TEXT NOT NULL,
    secrecy TEXT NOT NULL,
    urgency TEXT NOT NULL,
    addressees TEXT NOT NULL,
    date TEXT,
    notes TEXT NOT NULL,
    cc TEXT NOT NULL,
    issuing_office TEXT NOT NULL,
    issued_on TEXT,
    copies INTEGER,
    reply_due TEXT,
    edition TEXT
) STRICT""",
        """CREATE TABLE notice_entry (
    id INTEGER PRIMARY KEY,
    notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (notice_id, role, ordinal)
) STRICT""",
        """CREATE TABLE piece (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT""",
        "CREATE INDEX piece_of_notice ON piece (notice_id, ordinal)",
        """CREATE TABLE paragraph (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
    piece_id INTEGER REFERENCES piece (id) ON DELETE CASCADE,
    section_id INTEGER REFERENCES paragraph (id) ON DELETE SET NULL,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    number TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT""",
        "CREATE INDEX paragraph_of_notice ON paragraph (notice_id, piece_id, ordinal)",
        "CREATE INDEX paragraph_of_piece ON paragraph (piece_id)",
        "CREATE INDEX paragraph_of_section ON paragraph (section_id)",
        """CREATE TABLE office_fact (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    )
)

_FORMS = Step(
    ("ALTER TABLE notice ADD COLUMN form TEXT", "ALTER TABLE notice ADD COLUMN sealing TEXT")
)

_HISTORY = Step(
    (
        """CREATE TABLE history (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    key INTEGER NOT NULL,
    delta TEXT NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT""",
        "CREATE INDEX history_of_value ON history (kind, key, seq)",
        """CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END""",
        """CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END""",
        """CREATE TRIGGER history_grows_at_its_end BEFORE INSERT ON history
WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM history)
BEGIN SELECT RAISE(ABORT, 'history grows at its end'); END""",
    )
)

_WORDS = Step(
    (
        "CREATE VIRTUAL TABLE words USING fts5"
        "(text, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    )
)

_UNITS = Step(
    (
        """CREATE TABLE category (
    ordinal INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    terms TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    delivery TEXT NOT NULL
) STRICT""",
        """CREATE TABLE addressee_rule (
    ordinal INTEGER PRIMARY KEY,
    phrase TEXT NOT NULL UNIQUE,
    categories TEXT NOT NULL,
    units TEXT NOT NULL
) STRICT""",
        """CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    short_names TEXT NOT NULL,
    aliases TEXT NOT NULL,
    former_names TEXT NOT NULL,
    quantity INTEGER,
    delivery TEXT,
    box TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    is_stopped INTEGER NOT NULL,
    merged_into TEXT NOT NULL
) STRICT""",
        # no link to the notice: one that was deleted returns under its number and finds its list again
        """CREATE TABLE distribution (
    notice INTEGER PRIMARY KEY,
    first_number INTEGER NOT NULL,
    runs TEXT NOT NULL,
    voids TEXT NOT NULL,
    held TEXT NOT NULL
) STRICT""",
        # no link to the unit either: the list says what was printed, whatever becomes of the unit
        """CREATE TABLE allotment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distribution (notice) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    category TEXT NOT NULL,
    unit INTEGER,
    quantity INTEGER NOT NULL,
    is_own INTEGER NOT NULL,
    delivery TEXT NOT NULL,
    box TEXT NOT NULL,
    spans TEXT NOT NULL,
    sendings TEXT NOT NULL,
    returns TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT""",
        "CREATE INDEX allotment_of_distribution ON allotment (distribution_id, ordinal)",
    )
)

_UNIT_WORDS = Step(("INSERT INTO words (words, rank) VALUES ('automerge', 2)",))
"""The search takes in the units, which `settle` does; its index stays in few pieces, so that it answers sooner."""

_REPLIES = Step(
    (
        """CREATE TABLE roll (
    notice INTEGER PRIMARY KEY,
    due TEXT,
    adjustments TEXT NOT NULL
) STRICT""",
        # no links: a notice or a unit that was deleted returns under its number and finds its replies again
        """CREATE TABLE reply (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice INTEGER NOT NULL,
    received TEXT NOT NULL,
    unit INTEGER,
    name TEXT NOT NULL,
    folder TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    text TEXT NOT NULL,
    unread TEXT NOT NULL,
    on_paper INTEGER NOT NULL,
    is_electronic INTEGER NOT NULL,
    claim TEXT NOT NULL,
    fate TEXT NOT NULL,
    replaces INTEGER,
    remark TEXT NOT NULL
) STRICT""",
        "CREATE INDEX reply_of_notice ON reply (notice, id)",
        """CREATE TABLE reply_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL
) STRICT""",
    )
)

_PROCEEDINGS = Step(
    (
        # no link to the notice, as above
        """CREATE TABLE proceeding (
    notice INTEGER PRIMARY KEY,
    done TEXT NOT NULL,
    amendments TEXT NOT NULL
) STRICT""",
        """CREATE TABLE void_number (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ordinal INTEGER NOT NULL,
    doc_number TEXT NOT NULL,
    voided_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT""",
    )
)

_CHASES = Step(
    (
        """CREATE TABLE reminders (
    notice INTEGER PRIMARY KEY,
    reminders TEXT NOT NULL
) STRICT""",
        """CREATE TABLE summary (
    notice INTEGER PRIMARY KEY,
    assignments TEXT NOT NULL
) STRICT""",
    )
)

STEPS: tuple[Step, ...] = (
    _NOTICES,
    _FORMS,
    _HISTORY,
    _WORDS,
    _UNITS,
    _UNIT_WORDS,
    _REPLIES,
    _PROCEEDINGS,
    _CHASES,
)
"""The number of a step is its place here, counted from 1; a file's number is the last step it took."""
