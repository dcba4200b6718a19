"""Thousands of odd titles as file names: each must be legal on every Windows, and be made here."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from models.files import CannotWrite, safe_name, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 80  # with what numbered copies add it stays far below 255
PARTS = (
    *("CON", "prn", "Aux", "NUL", "COM1", "lpt9", "COM¹", "CONIN$", ".", "..", ". ", " ", "\u3000"),
    *('<>:"/\\|?*', "\r\n", "\t", "\0", "\x1f", "\x85", "\u200b", "\u202e", "\ufeff", "\ud800"),
    *(
        "\ufffe",
        "e\u0301",
        "\u0301",
        "👩‍👩‍👧",
        "𠀀",
        "关于",
        "通知",
        "《要点》",
        "~$",
        "$",
        "%20",
        "#",
        "-",
    ),
)
_RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?", re.IGNORECASE
)


def make_names(folder: Path, count: int, *, plainly: bool = False) -> dict[str, int]:
    """So many; `plainly` takes the titles as they are."""
    chance, told = random.Random(12), {"titles": count, "illegal": 0, "changed again": 0}
    told["not made"] = 0
    for _ in range(count):
        title = _title(chance)
        name = title if plainly else safe_name(title)
        told["illegal"] += not is_legal(name)
        told["changed again"] += safe_name(name) != name
        told["not made"] += not _is_made(folder / "names", f"{name}.pdf")
    return told


def is_legal(name: str) -> bool:
    """Whether every Windows takes it, with whatever suffix."""
    return not (
        not name
        or re.search(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff]', name)
        or name != name.strip(" .\u3000\u00a0")
        or len(name.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST
        or _RESERVED.fullmatch(name)
    )


def _title(chance: random.Random) -> str:
    parts = chance.choices(PARTS, k=chance.choice((0, 1, 1, 2, 3, 5, 60)))
    return "".join(parts) + "字" * chance.choice((0, 0, 0, 1, 200))


def _is_made(folder: Path, name: str) -> bool:
    folder.mkdir(exist_ok=True)
    try:
        write_atomically(folder / name, b"x")
    except (CannotWrite, ValueError):
        return False
    (made,) = folder.iterdir()
    made.unlink()
    return made.name == name
