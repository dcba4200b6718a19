"""Figures and Latin words in a face of their own, wherever they stand, and nothing else changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.page import Element, Face, Foot, Placed, Role, Row, Run, Text
from exports.papers.latin import with_latin
from exports.papers.notice import compose
from models.practice import Practice
from tests.support.cases import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.notice import Notice

LATIN = Practice(latin_digits=True)


def runs_of(element: Element) -> Iterator[Run]:
    match element:
        case Text():
            yield from element.runs
        case Row():
            for cell in element.cells:
                yield from cell.runs
        case Placed():
            yield from element.text.runs
        case Foot():
            for row in element.rows:
                yield from runs_of(row.content)
        case _:
            return


def words_in(notice: Notice, practice: Practice) -> list[str]:
    return ["".join(run.text for run in runs_of(part)) for part in compose(notice, practice)]


@pytest.mark.parametrize("case", ["full-2012", "full-1999", "letter-2012", "minutes-2012"])
def test_no_character_is_lost_and_every_figure_of_plain_text_is_latin(case: str) -> None:
    notice = CASES[case].notice
    assert words_in(notice, LATIN) == words_in(notice, Practice())
    runs = [run for part in compose(notice, LATIN) for run in runs_of(part)]
    assert any(run.face is Face.LATIN for run in runs)
    for run in runs:
        if run.face in (Face.FANG_SONG, Face.KAI):
            assert not any(char.isascii() and char.isalnum() for char in run.text)
        elif run.face is Face.LATIN:
            assert run.text.isascii()


@given(st.lists(st.tuples(st.text("国表a1. -", max_size=9), st.sampled_from(Face)), max_size=4))
def test_runs_put_together_are_the_text(parts: list[tuple[str, Face]]) -> None:
    (setting,) = (p.setting for p in compose(CASES["full-2012"].notice)[:1] if isinstance(p, Text))
    text = Text(Role.BODY, tuple(Run(words, face) for words, face in parts), setting)
    (parted,) = with_latin([text])
    assert isinstance(parted, Text)
    assert parted.text == text.text
    assert replace(parted, runs=text.runs) == text
