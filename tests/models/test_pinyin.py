"""Letters for Chinese words: by first letters, by syllables, mixed; a character that is read in two ways goes by both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.pinyin import readings, spells

HAN = st.text(st.sampled_from("和平南开河东人事局长行重银天津市"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    "typed", ["h", "hpq", "HPQ", "hepingqu", "heping", "hpingq", "hep", "h p q", "和p", "hpqrsj"]
)
def test_what_an_input_method_would_take_spells_a_name(typed: str) -> None:
    assert spells(typed, "和平区人事局")


@pytest.mark.parametrize("typed", ["", " ", "pq", "hq", "hpqrsjx", "heing"])
def test_what_leaves_a_character_out_or_goes_on_does_not(typed: str) -> None:
    assert not spells(typed, "和平区人事局")


def test_a_character_with_two_readings_goes_by_both() -> None:
    assert spells("cl", "长芦")
    assert spells("zl", "长芦")
    assert spells("hang", "行")
    assert spells("xing", "行")


def test_letters_and_figures_stand_for_themselves() -> None:
    assert spells("d1zx", "第1中学")
    assert spells("oa", "OA办")


@given(HAN, st.data())
def test_any_mix_of_beginnings_of_syllables_spells(words: str, data: st.DataObject) -> None:
    typed = ""
    for one in words:
        syllable = data.draw(st.sampled_from(readings()[one]))
        typed += syllable[: data.draw(st.integers(1, len(syllable)))]
        assert spells(typed, words)
    assert not spells(typed + "v", words)
