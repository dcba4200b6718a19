"""Files that are whole or not there: written beside their place, synced, then renamed; and names Windows accepts."""

from __future__ import annotations

import contextlib
import os
import re
import time
import unicodedata
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from models.disk_faults import why
from models.errors import UserError
from models.invisible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping

PART_PREFIX = ".~"
PART_SUFFIX = ".part"
MAX_NAME_UNITS = 80
LITTLE_ROOM, NO_ROOM = 200_000_000, 500_000  # bytes
REFUSALS = 6
FIRST_DELAY = 0.05

_FORBIDDEN = str.maketrans('<>:"/\\|?*', "〈〉：”／＼｜？＊")
_LINE_ENDS = re.compile("[\t\r\n\v\f\x85\u2028\u2029]+")
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    port + digit for port in ("com", "lpt") for digit in "0123456789¹²³"
}


class CannotWrite(UserError):
    """A file could not be written; what stood at its place before is untouched."""


def make_folder(folder: Path) -> None:
    """Make a folder with those above it; it may be there already.

    Raises:
        UserError: a file stands at its place, or the place cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        what = "打不开的链接" if folder.is_symlink() else "文件"
        raise CannotWrite(f"“{folder}”是一个{what}，不是文件夹。请换一个文件夹。") from error
    except OSError as error:
        raise CannotWrite(why(error, folder)) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`: the old file or the whole new one stands there at every moment, also after a power cut."""
    write_together({path: data})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Put each content at its path, as `write_atomically` does; where one has no room or is held, none is touched."""
    path = next(iter(contents))
    try:
        with contextlib.ExitStack() as stack:
            parts: dict[Path, Path] = {}
            for path, data in contents.items():
                parts[path] = stack.enter_context(part_of(path))
                _write_synced(parts[path], data)
            for path in filter(Path.exists, contents):
                _patiently(lambda path=path: path.open("r+b").close())
            for path, part in parts.items():
                replace_file(part, path)
    except OSError as error:
        raise CannotWrite(why(error, path)) from error


@contextlib.contextmanager
def part_of(path: Path) -> Generator[Path]:
    """An empty file beside `path` to write into; it is gone afterwards, with all made under its name, unless renamed."""
    part = path.parent / f"{PART_PREFIX}{os.urandom(8).hex()}{PART_SUFFIX}"
    part.touch(exist_ok=False)  # tempfile would be a tenth of the start of a batch job
    try:
        yield part
    finally:
        for left in path.parent.glob(f"{part.name}*"):
            with contextlib.suppress(OSError):
                left.unlink()


def replace_file(part: Path, path: Path) -> None:
    """Rename a synced `part` to `path`."""
    _patiently(lambda: part.replace(path))
    sync_folder(path.parent)


def _patiently(act: Callable[[], object]) -> None:
    """Do it; on Windows scanners hold files for a moment and then let go."""
    delay = FIRST_DELAY
    for _ in range(REFUSALS - 1):
        try:
            act()
            return
        except PermissionError:
            time.sleep(delay)
            delay *= 2
    act()


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_parts(folder: Path, older_than: float = 3600.0) -> int:
    """Remove what a killed program left half-made in `folder` more than `older_than` seconds ago; how many."""
    count = 0
    for part in folder.glob(f"{PART_PREFIX}*{PART_SUFFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > older_than:
                _remove(part)
                count += 1
    return count


def _remove(part: Path) -> None:
    if not part.is_dir():
        part.unlink()
        return
    import shutil  # a start of the program seldom needs it

    shutil.rmtree(part)


def has_little_room(folder: Path) -> bool:
    """Whether the disk of `folder` is nearly full, so that the clerk hears of it before it is."""
    return _room_in(folder) < LITTLE_ROOM


def is_full(folder: Path) -> bool:
    """Whether the disk of `folder` is full: some systems tell so only when a file is synced, as any other fault."""
    return _room_in(folder) < NO_ROOM


def _room_in(folder: Path) -> float:
    """How many bytes may still be written; no end of them where the disk does not tell."""
    import shutil  # only the window asks, and who met a fault

    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return float("inf")


def safe_name(title: str, suffix: str = "") -> str:
    """A file name for `title` that every Windows accepts; forbidden marks become their full-width twins."""
    shown = visible(_LINE_ENDS.sub(" ", title))
    name = _trim(unicodedata.normalize("NFC", shown).translate(_FORBIDDEN)) or "未命名"
    if name.split(".")[0].strip().lower() in _RESERVED:
        name = "_" + name
    return _trim(_shortened(name)) + suffix


def free_path(folder: Path, title: str, suffix: str) -> Path:
    """Where a file named after `title` goes without taking the place of another: `标题（2）.pdf`."""
    endings = chain((suffix,), (f"（{number}）{suffix}" for number in count(2)))
    return first_free(folder / safe_name(title, ending) for ending in endings)


def first_free(paths: Iterable[Path]) -> Path:
    """The first of some places that nothing has taken yet."""
    return next(path for path in paths if not path.exists())


def _write_synced(part: Path, data: bytes) -> None:
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _trim(name: str) -> str:
    """Without the blanks and dots at its ends that Windows drops by itself."""
    return name.strip(" .\u3000\u00a0")


def _shortened(name: str) -> str:
    units = name.encode("utf-16-le")[: 2 * MAX_NAME_UNITS]
    return units.decode("utf-16-le", "ignore")
