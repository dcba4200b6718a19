"""XML of strangers is held to what memory and time allow, in whichever way it is read."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.reading.doors.events import MAX_TAGS as MOST_EVENTS
from models.reading.doors.events import Events
from models.reading.doors.markup import MAX_ATTRIBUTES, MAX_TAGS, tree_of
from models.reading.doors.package import MAX_TAKEN, Package
from tests.support.packages import zipped


def test_too_many_marks_are_refused_before_they_are_read() -> None:
    for data in (b"<a>" + b"<b/>" * MAX_TAGS, b"<a " + b"b=" * (MAX_ATTRIBUTES + 1)):
        with pytest.raises(UserError, match="内容过多"):
            tree_of(data, "文.docx")
    with pytest.raises(UserError, match="内容过多"):
        Events({}, {}, lambda _: None).run(b"<a>" + b"<b/>" * MOST_EVENTS, "文.docx")


def test_a_long_prolog_is_read_through_to_the_document_type() -> None:
    prolog = b"<?xml version='1.0'?><!--" + b"x" * 300_000 + b"-->"
    assert tree_of(prolog + b"<a/>", "文.docx").tag == "a"
    with pytest.raises(UserError, match="实体声明"):
        tree_of(prolog + b"<!DOCTYPE a><a/>", "文.docx")


@pytest.mark.parametrize("data", [b"<a", b"", b"<?xml version='1.0' encoding='none-8'?><a/>"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="已损坏"):
        tree_of(data, "文.docx")


def test_all_parts_together_are_held_to_one_limit() -> None:
    package = Package(zipped({name: bytes(9_000_000) for name in "abcdefgh"}), "文.docx")
    for part in "abcdefg":
        assert len(package.read(part)) == 9_000_000
    with pytest.raises(UserError, match="解压后过大"):
        package.read("h")
    assert 7 * 9_000_000 < MAX_TAKEN < 8 * 9_000_000


def test_what_would_unpack_to_too_much_is_refused_unread() -> None:
    parts = {f"{at}.bin": bytes(9_900_000) for at in range(31)}
    with pytest.raises(UserError, match="解压后过大"):
        Package(zipped(parts), "文.docx")
