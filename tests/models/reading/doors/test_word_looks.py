"""What is cut out before parsing is nothing that is read."""

from __future__ import annotations

import pytest

from models.reading.doors.door import open_bytes
from models.reading.doors.word_looks import LOOKS, without_looks
from models.reading.doors.word_names import WORD
from tests.support.packages import word

HEAD = f'<w:document xmlns:w="{WORD}">'.encode()


@pytest.mark.parametrize("name", sorted(LOOKS))
def test_no_element_that_says_something_is_cut_out(name: str) -> None:
    """A comment keeps everything in."""
    look = f'<w:{name} w:val="1"/>'
    body = f"<w:p><w:pPr>{look}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>甲</w:t>{look}<w:t>乙</w:t></w:r></w:p>"
    cut, kept = (open_bytes(word(words), "文.docx") for words in (body, "<!-- -->" + body))
    assert cut == kept
    assert cut.text == "甲乙"


def test_looks_are_cut_out_and_nothing_else() -> None:
    run = b'<w:r><w:rPr><w:sz w:val="32"/><w:vanish/></w:rPr><w:t>a&lt;w:sz/></w:t></w:r>'
    bare = b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>a&lt;w:sz/></w:t></w:r>"
    assert without_looks(HEAD + run) == HEAD + bare
    assert without_looks(HEAD + b"<w:rPr><w:b/></w:rPr><w:br/>") == HEAD + b"<w:br/>"


@pytest.mark.parametrize(
    "data",
    [
        b'<x:document xmlns:x="%b"><x:sz/>' % WORD.encode(),
        b'<w:document xmlns:w="other"><w:sz/>',
        HEAD + b'<w:p xmlns:w="other"><w:sz/>',
        HEAD + b"<w:t><![CDATA[<w:sz/>]]></w:t>",
        HEAD + b"<!-- <w:sz/> -->",
    ],
)
def test_what_may_mean_something_else_stays(data: bytes) -> None:
    assert without_looks(data) == data
