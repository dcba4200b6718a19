"""What a category of units gets copies for, guessed by its name."""

from __future__ import annotations

from models.unit import Purpose

_WORDS = (
    (Purpose.ARCHIVE, ("存档", "归档", "档案")),
    (Purpose.SPARE, ("备用", "机动")),
    (Purpose.COPY, ("抄送",)),
    (Purpose.INTERNAL, ("局领导", "处室", "机关各", "局机关", "本局", "内部", "领导同志")),
)


def purpose_of(category: str) -> Purpose:
    """The purpose that the name of a category tells; 主送 where it tells none."""
    for purpose, words in _WORDS:
        if any(word in category for word in words):
            return purpose
    return Purpose.MAIN
