"""The real faces of a PC before the bundled ones, found by the names inside the files.

The names that Windows keeps in its registry are translated and differ between versions, those in the files do not.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exports.page import Face
from exports.typeset.font_names import names_of_faces
from exports.typeset.fonts import BUNDLED, FontFile, with_bold
from exports.typeset.truetype import FontError, TrueType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

WANTED: Mapping[Face, tuple[str, ...]] = {
    Face.XIAO_BIAO_SONG: (
        "方正小标宋简体",
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "华文中宋",
        "STZhongsong",
    ),
    Face.FANG_SONG: (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "仿宋",
        "FangSong",
        "华文仿宋",
        "STFangsong",
    ),
    Face.KAI: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti"),
    Face.HEI: ("黑体", "SimHei"),
    Face.SONG: ("宋体", "SimSun"),
    Face.LATIN: ("Times New Roman",),
}
FONT_ENDINGS = (".ttf", ".ttc")


class Substitute(NamedTuple):
    """A kind of type whose own font this PC does not have, and what stands in for it."""

    face: Face
    wanted: str
    used: str


def fonts_of_this_pc() -> Mapping[Face, FontFile]:
    """For each kind of type the best font there is: an installed one, else that of the program."""
    return choose(_installed_files())


def choose(files: Iterable[Path]) -> Mapping[Face, FontFile]:
    """The best font of `files` for each kind of type; the bundled one where none fits or none may be embedded."""
    found: dict[str, FontFile] = {}
    for path in files:
        for index, names in enumerate(names_of_faces(path)):
            for name in names:
                found.setdefault(name, FontFile(path, name, index))
    chosen = dict(BUNDLED)
    for face, names in WANTED.items():
        usable = (found[name] for name in names if name in found and _is_usable(found[name]))
        chosen[face] = next(usable, BUNDLED[face])
    return with_bold(chosen)


def substitutes(
    files: Mapping[Face, FontFile], *, with_latin: bool = False
) -> tuple[Substitute, ...]:
    """What is used in the place of the standard's own fonts, and of the one for Latin, for the clerk to see."""
    return tuple(
        Substitute(face, names[0], files[face].path.stem)
        for face, names in WANTED.items()
        if files[face].path == BUNDLED[face].path and (with_latin or face is not Face.LATIN)
    )


def _is_usable(file: FontFile) -> bool:
    try:
        TrueType(file.path, file.index)
    except (FontError, OSError):
        return False
    return True


def _installed_files() -> Iterator[Path]:
    for folder in _font_folders():
        if folder.is_dir():
            yield from sorted(p for p in folder.iterdir() if p.suffix.lower() in FONT_ENDINGS)


def _font_folders() -> tuple[Path, ...]:
    """Where Windows keeps the fonts of all users and those of one."""
    if sys.platform != "win32":
        return ()
    windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
    local = Path(os.environ.get("LOCALAPPDATA", ""))
    return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
