"""A damaged data file at opening: its newest good backup is offered, then a salvage; what neither brings is told."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from models.errors import Cancelled
from models.store.backups import folder_of, newest_good
from models.store.datafile import open_or_create
from models.store.gate import now
from models.store.refusals import Damaged, NotOurs
from models.store.restoring import note_restored, put_back
from models.store.salvage import salvage
from ui import messages
from ui.tasks import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from models.store.datafile import DataFile
    from models.store.refusals import StoreError
    from models.store.salvage import Salvaged

SHOWN = 12


def open_or_rescue(path: Path, parent: QWidget | None) -> DataFile:
    """The data file at `path`; where it is damaged or changed from outside, what the clerk wants in its place.

    Raises:
        UserError: it is not opened.
    """
    try:
        return open_or_create(path)
    except (Damaged, NotOurs) as error:
        rescued = None
        with contextlib.suppress(Cancelled):
            rescued = _rescued(path, error, parent)
        if rescued is None:
            raise
        return open_or_create(rescued)


def _rescued(path: Path, why: StoreError, parent: QWidget | None) -> Path | None:
    """The path to open: of a backup put back, or of a new file with what was saved of a damaged one."""
    backup = wait_for(parent, newest_good, folder_of(path), path.stem)
    if backup is not None:
        words = f"{why}\n最近一份完好的备份是 {backup.made:%Y-%m-%d %H:%M} 的，此后的修改不在其中。要用它恢复吗？现在的文件会留在旁边。"
        if messages.ask(parent, words, "恢复备份"):
            wait_for(parent, put_back, backup.path, path)
            note_restored(backup.path, path)
            return path
    if isinstance(why, NotOurs) or not messages.ask(
        parent, f"{why}\n要把还能读出的内容抢救到一个新文件吗？", "抢救"
    ):
        return None
    target = path.with_name(f"{path.stem}-抢救-{now():%Y%m%d-%H%M%S}{path.suffix}")
    messages.tell(parent, _told(wait_for(parent, salvage, path, target), target))
    return target


def _told(result: Salvaged, target: Path) -> str:
    """What was saved and what was not."""
    lines = [
        f"已抢救公文{result.rows['notice']}份、段落{result.rows['paragraph']}段，存入「{target.name}」。"
    ]
    lines += [f"由历史复原：{title}" for title in result.rebuilt[:SHOWN]]
    lines += result.lost[:SHOWN] or ["没有发现缺失。"]
    if len(result.lost) > SHOWN:
        lines.append(f"等共{len(result.lost)}处。")
    return "\n".join(lines)
