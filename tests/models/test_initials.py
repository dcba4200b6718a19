"""Names found by characters, initials and pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.initials import Fit, fit, folded
from models.pinyin import readings

names = st.text("总览单位分发重做新建公文行旅女Word/PDF…、2007 ", min_size=1, max_size=12).map(
    folded
)


def found(asked: str, name: str) -> Fit | None:
    return fit(folded(asked), folded(name))


@pytest.mark.parametrize(
    ("asked", "name", "how"),
    [
        ("总", "总览", Fit.TEXT),
        ("zl", "总览", Fit.LETTERS),
        ("zonglan", "总览", Fit.LETTERS),
        ("zongl", "总览", Fit.LETTERS),
        ("预览", "打印预览…", Fit.TEXT_INSIDE),
        ("yl", "打印预览…", Fit.LETTERS_INSIDE),
        ("yulan", "打印预览…", Fit.LETTERS_INSIDE),
        ("pdf", "生成 Word/PDF…", Fit.TEXT_INSIDE),
        ("scw", "生成 Word/PDF…", Fit.LETTERS),
        ("shengchengword", "生成 Word/PDF…", Fit.LETTERS),
        ("Ｚ Ｌ", "总览", Fit.LETTERS),
        ("cz", "查找和替换…", Fit.LETTERS),
        ("chongzuo", "重做", Fit.LETTERS),
        ("zhongzuo", "重做", Fit.LETTERS),
        ("", "总览", Fit.TEXT),
        ("onglan", "总览", None),
        ("zlx", "总览", None),
        ("zonglanx", "总览", None),
        ("览总", "总览", None),
    ],
)
def test_a_name_answers_to_what_is_typed(asked: str, name: str, how: Fit | None) -> None:
    assert found(asked, name) is how


@given(names, st.data())
def test_a_name_is_found_by_any_part_of_it_in_each_way(name: str, data: st.DataObject) -> None:
    if not name:
        return
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    read = [data.draw(st.sampled_from(readings().get(one, (one,)))) for one in name[start:end]]
    best = Fit.LETTERS if start == 0 else Fit.LETTERS_INSIDE
    for asked in (name[start:end], "".join(one[0] for one in read), "".join(read)):
        how = fit(asked, name)
        assert how is not None
        assert how <= best


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_looked_for_in_any_name(asked: str, name: str) -> None:
    how = found(asked, name)
    assert how is None or how in Fit
    assert found(name, name) is Fit.TEXT
