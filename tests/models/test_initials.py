"""Names found by characters, initials and pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from models.initials import Fit, Spelt, fit, folded, readings_from, spelt

READINGS = readings_from(resources.PINYIN.read_text(encoding="utf-8"))
names = st.text("总览单位分发重做新建公文行旅女Word/PDF…、2007 ", min_size=1, max_size=12).map(
    lambda text: spelt(text, READINGS)
)


def found(asked: str, name: str) -> Fit | None:
    return fit(folded(asked), spelt(name, READINGS))


@pytest.mark.parametrize(
    ("asked", "name", "how"),
    [
        ("总", "总览", Fit.TEXT),
        ("zl", "总览", Fit.INITIALS),
        ("zonglan", "总览", Fit.PINYIN),
        ("zongl", "总览", Fit.PINYIN),
        ("预览", "打印预览…", Fit.TEXT_INSIDE),
        ("yl", "打印预览…", Fit.INITIALS_INSIDE),
        ("yulan", "打印预览…", Fit.PINYIN_INSIDE),
        ("pdf", "生成 Word/PDF…", Fit.TEXT_INSIDE),
        ("scw", "生成 Word/PDF…", Fit.INITIALS),
        ("shengchengword", "生成 Word/PDF…", Fit.PINYIN),
        ("Ｚ Ｌ", "总览", Fit.INITIALS),
        ("cz", "查找和替换…", Fit.INITIALS),
        ("chongzuo", "重做", Fit.PINYIN),
        ("zhongzuo", "重做", Fit.PINYIN),
        ("lv", "旅游", Fit.PINYIN),
        ("", "总览", Fit.TEXT),
        ("onglan", "总览", None),
        ("zlx", "总览", None),
        ("zonglanx", "总览", None),
        ("览总", "总览", None),
    ],
)
def test_a_name_answers_to_what_is_typed(asked: str, name: str, how: Fit | None) -> None:
    assert found(asked, name) is how


def test_every_character_of_gb2312_is_read_in_letters() -> None:
    assert len(READINGS) >= 6763
    assert all(
        reading.isascii() and reading.islower() for one in READINGS.values() for reading in one
    )


def test_the_beginning_goes_before_the_middle() -> None:
    assert max(Fit.TEXT, Fit.INITIALS, Fit.PINYIN) < min(
        Fit.TEXT_INSIDE, Fit.INITIALS_INSIDE, Fit.PINYIN_INSIDE
    )


@given(names, st.data())
def test_a_name_is_found_by_any_part_of_it_in_each_way(name: Spelt, data: st.DataObject) -> None:
    if not name.text:
        return
    start = data.draw(st.integers(0, len(name.text) - 1))
    end = data.draw(st.integers(start + 1, len(name.text)))
    part = [data.draw(st.sampled_from(one)) for one in name.readings[start:end]]
    best = Fit.PINYIN if start == 0 else Fit.PINYIN_INSIDE
    for asked in (name.text[start:end], "".join(one[0] for one in part), "".join(part)):
        how = fit(asked, name)
        assert how is not None
        assert how <= best


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_looked_for_in_any_name(asked: str, name: str) -> None:
    how = found(asked, name)
    assert how is None or folded(asked) == "" or how in Fit
    assert found(name, name) is Fit.TEXT
