"""What it means that a disk refused, in the clerk's words; the system's own are often English."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CAUSES = {
    errno.EACCES: "没有权限，或正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘或U盘是只读的",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "有同名的文件",
    errno.EISDIR: "那是文件夹，不是文件",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接转来转去找不到文件",
    errno.EIO: "磁盘读写出错",
    **dict.fromkeys(_FULL, "空间不足"),
}


def cause_of(error: OSError) -> str:
    """Why, in a few words; an error that clerks do not meet goes by its number, or as it says itself."""
    if error.errno:
        return _CAUSES.get(error.errno, f"系统错误{error.errno}")
    return error.strerror or "原因不明"


def why(error: OSError, path: Path) -> str:
    """Why `path` could not be written and what to do, in a sentence."""
    if error.errno in _FULL:
        return f"磁盘空间不足，未能保存「{path.name}」。请清理磁盘或换一个位置再保存。"
    if isinstance(error, NotADirectoryError) or error.errno == errno.ELOOP:
        return f"“{path.parent}”不在文件夹里，未能保存「{path.name}」。请换一个文件夹。"
    if isinstance(error, FileNotFoundError):
        return f"文件夹「{path.parent}」不存在，未能保存「{path.name}」。请换一个文件夹。"
    if isinstance(error, PermissionError | IsADirectoryError) or error.errno == errno.EROFS:
        return f"未能保存「{path.name}」：文件正被别的程序打开，或文件夹不允许写入。请关闭该文件，或另存到别处。"
    return f"未能保存「{path.name}」：磁盘出错（{cause_of(error)}）。请另存到别处，并检查磁盘。"
