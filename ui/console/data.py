"""The commands that look after a data file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

DONE, WORLDS_FAULT = 0, 1


def history(asked: argparse.Namespace) -> int:
    """Print every change the data file has seen, and the mark of the last."""
    from models.store.datafile import DataFile
    from models.store.histories import HistoryRepository

    with DataFile.open(asked.file) as file:
        told = HistoryRepository(file)
        for line in told.lines():
            print(line)
        head, faults = told.head(), told.faults()
    print(f"末条：{head}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return WORLDS_FAULT if faults else DONE


def verify(asked: argparse.Namespace) -> int:
    """Say what is wrong with a data file."""
    from models.store.backups import backups_in, folder_of
    from models.store.checking import faults_of_file

    known = backups_in(folder_of(asked.file), asked.file.stem)
    faults = faults_of_file(asked.file, [backup.head for backup in known])
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"「{asked.file.name}」" + ("有以上问题。" if faults else "完好。"))
    return WORLDS_FAULT if faults else DONE


def backup(asked: argparse.Namespace) -> int:
    """Back a data file up into a folder."""
    from models.store.backups import back_up
    from models.store.datafile import DataFile

    with DataFile.open(asked.file) as file:
        made = back_up(file, asked.folder)
    print(f"已备份并核对：{made.path}\n校验码：{made.sha256}\n历史末条：{made.head}")
    return DONE


def restore(asked: argparse.Namespace) -> int:
    """Put a backup in the place of a data file."""
    from models.store import restoring

    kept = restoring.restore(asked.backup, asked.file)
    print(f"已恢复：{asked.file}")
    if kept is not None:
        print(f"原来的文件：{kept}")
    return DONE


def salvage(asked: argparse.Namespace) -> int:
    """Take what can be read of a damaged data file into a new one."""
    from models.store import salvage as salvaging

    result = salvaging.salvage(asked.file, asked.target)
    print(
        f"已抢救到：{asked.target}（公文{result.rows['notice']}份，段落{result.rows['paragraph']}段）"
    )
    for title in result.rebuilt:
        print(f"由历史复原：{title}")
    for line in result.lost:
        print(line, file=sys.stderr)
    return WORLDS_FAULT if result.lost else DONE
