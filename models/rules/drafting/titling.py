"""The title of a notice from its parts, and back: 发文机关 + 关于 + 事由 + 的 + 文种 (2012: 7.3.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.reading.kinds import statutory_kind, without_brackets

ABOUT = "关于"
_WHOLE = re.compile(rf"^(?P<organs>.*?){ABOUT}(?P<matter>.+?)的?$")


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What a title says: whose it is, about what, and which 文种. Each may be empty."""

    organs: str = ""
    matter: str = ""
    kind: str = ""

    @property
    def whole(self) -> str:
        """The title; without a 事由 the 文种 follows the organ (某局令, 某局公告)."""
        matter = tidy_matter(self.matter, self.kind)
        about = f"{ABOUT}{matter}的" if matter else ""
        return "".join(self.organs.split()) + about + self.kind.strip()


def parts_of_title(title: str, kind: str = "") -> TitleParts:
    """The parts of a title; its 文种 is `kind` where it names none."""
    word, bare = statutory_kind(title), without_brackets(title)
    last = word + title[len(bare) :] if word else ""  # 办法（试行）
    front = title.removesuffix(last)
    found = _WHOLE.match(front)
    if found is None:
        return TitleParts(front if last else "", "" if last else title, last or kind)
    return TitleParts(found["organs"], found["matter"], last or kind)


def tidy_matter(matter: str, kind: str) -> str:
    """The 事由 as it stands between 关于 and 的: who typed those, or the 文种 too, is understood."""
    bare = "".join(matter.split()).strip("。；，、")
    bare = bare.removeprefix(ABOUT)
    if kind and bare.endswith(f"的{kind}") and not _names_a_notice(bare):
        bare = bare.removesuffix(f"的{kind}")
    return bare.removesuffix("的")


def _names_a_notice(matter: str) -> bool:
    """Whether the 事由 is another notice that is passed on (转发…的通知): its 文种 stays."""
    return matter.startswith(("转发", "批转", "印发", "废止", "贯彻"))
