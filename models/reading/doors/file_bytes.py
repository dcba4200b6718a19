"""The bytes of a file of strangers: of a regular one only, and never more than its reader wants."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

from models.errors import UserError
from models.invisible import visible

if TYPE_CHECKING:
    from pathlib import Path

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Word and Excel files, and locked new ones
_UNFIT = (errno.ENAMETOOLONG, errno.EINVAL)
_MOST_SHOWN = 40  # characters of a name


def bytes_of(path: Path, most: int, too_big: UserError) -> bytes:
    """All that stands in the file at `path`; `too_big` is raised where it is more than `most` bytes.

    Raises:
        UserError: it is too big, missing, no regular file, not to be read, or its name is none the system takes.
    """
    try:
        return _read(path, most, too_big)
    except FileNotFoundError as error:
        raise UserError(f"没有找到文件“{path.name}”。请检查文件名和所在的文件夹。") from error
    except ValueError as error:  # a NUL, or half a character
        raise _unfit(path) from error
    except OSError as error:
        raise (_unfit(path) if error.errno in _UNFIT else _held(path)) from error


def _read(path: Path, most: int, too_big: UserError) -> bytes:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise UserError(f"“{path.name}”是一个文件夹。请选择其中的一个文件。")
    if not stat.S_ISREG(about.st_mode):  # to open a pipe is to wait for its other end
        raise UserError(f"“{path.name}”是设备或管道，不是文件。请换一个文件。")
    if about.st_size > most:
        raise too_big
    with path.open("rb") as file:
        data = file.read(about.st_size + 1)  # not `most`, which would be allocated at once
        if len(data) > about.st_size:  # it has grown
            data += file.read(most + 1 - len(data))
    if len(data) > most:
        raise too_big
    return data


def _unfit(path: Path) -> UserError:
    name = visible(path.name)
    shown = name if len(name) <= _MOST_SHOWN else name[:_MOST_SHOWN] + "…"
    return UserError(f"文件名“{shown}”太长，或含有系统不允许的字符，打不开。请改名后再试。")


def _held(path: Path) -> UserError:
    return UserError(
        f"文件“{path.name}”打不开。请关闭正在使用它的程序，或检查是否有权读取，然后再试。"
    )
