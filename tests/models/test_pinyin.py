"""Letters for Chinese words: by first letters, by syllables, mixed; a character that is read in two ways goes by both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.pinyin import Fit, fit, folded, readings, spells

HAN = st.text(st.sampled_from("和平南开河东人事局长行重银天津市"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    "typed", ["h", "hpq", "hepingqu", "heping", "hpingq", "hep", "和p", "hpqrsj"]
)
def test_what_an_input_method_would_take_spells_a_name(typed: str) -> None:
    assert spells(typed, "和平区人事局")


@pytest.mark.parametrize("typed", ["pq", "hq", "hpqrsjx", "heing"])
def test_what_leaves_a_character_out_or_goes_on_does_not(typed: str) -> None:
    assert not spells(typed, "和平区人事局")


def test_a_character_with_two_readings_goes_by_both() -> None:
    assert spells("cl", "长芦")
    assert spells("zl", "长芦")
    assert spells("hang", "行")
    assert spells("xing", "行")


def test_letters_and_figures_stand_for_themselves() -> None:
    assert spells("d1zx", "第1中学")
    assert fit("oa", "OA办") is Fit.BEGINNING


@given(HAN, st.data())
def test_any_mix_of_beginnings_of_syllables_spells(words: str, data: st.DataObject) -> None:
    typed = ""
    for one in words:
        syllable = data.draw(st.sampled_from(readings()[one]))
        typed += syllable[: data.draw(st.integers(1, len(syllable)))]
        assert spells(typed, words)
    assert not spells(typed + "v", words)


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("总览", "总览", Fit.WHOLE),
        ("总", "总览", Fit.BEGINNING),
        ("zl", "总览", Fit.SPELT),
        ("zongl", "总览", Fit.SPELT),
        ("预览", "打印预览…", Fit.INSIDE),
        ("yulan", "打印预览…", Fit.SPELT_INSIDE),
        ("pdf", "生成 Word/PDF…", Fit.INSIDE),
        ("shengchengword", "生成 Word/PDF…", Fit.SPELT),
        ("Ｚ Ｌ", "总览", Fit.SPELT),
        ("chongzuo", "重做", Fit.SPELT),
        ("zhongzuo", "重做", Fit.SPELT),
        ("lv", "旅游", Fit.SPELT),
        ("", "总览", Fit.BEGINNING),
        ("onglan", "总览", None),
        ("zlx", "总览", None),
        ("览总", "总览", None),
    ],
)
def test_a_name_answers_to_what_is_typed(typed: str, name: str, how: Fit | None) -> None:
    assert fit(typed, name) is how


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_looked_for_in_any_name(typed: str, name: str) -> None:
    how = fit(typed, name)
    assert how is None or folded(typed) == "" or how in Fit
    assert fit(name, name) is Fit.WHOLE


def test_every_character_of_gb2312_is_read_in_letters() -> None:
    assert len(readings()) >= 6763
    assert all(one.isascii() and one.islower() for found in readings().values() for one in found)
