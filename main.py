"""印发 (Yinfa): a batch job without a window, or the window."""

from __future__ import annotations

import argparse
import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.edition import Edition
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.numbered import CopyRange
    from exports.typeset.fonts import FontBook
    from models.notice import Notice

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - it has no other name

DONE, WORLDS_FAULT = 0, 1  # wrong usage ends with 2, as argparse does
COMMANDS = ("issue", "read", "history", "verify", "backup", "restore", "salvage")


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if arguments and arguments[0] in COMMANDS:
            asked = _parsed(arguments)
            return asked.does(asked)
        return _open_window(_window_parser().parse_args(arguments))
    except UserError as error:
        print(error, file=sys.stderr)
        return WORLDS_FAULT


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _batch_parser()
    asked = parser.parse_args(arguments)
    if asked.command == "issue" and not (asked.numbered or asked.separate):
        given = (asked.copies, asked.first, asked.last, asked.digits)
        if any(value is not None for value in given):
            parser.error("--copies、--from、--to、--digits 要和 --numbered 或 --separate 一起用")
    return asked


def _batch_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="yinfa", description="印发：公文排版与分发")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_paper_commands(commands)
    _add_data_commands(commands)
    return parser


def _add_paper_commands(commands: Commands) -> None:
    issue = commands.add_parser("issue", help="读一份公文，写出 PDF 和 Word")
    issue.add_argument("file", type=Path, help="公文原文")
    issue.add_argument("-o", "--output", type=Path, required=True, help="写到哪个文件夹")
    issue.add_argument("--data", type=Path, help="同时存入这个数据文件（.yinfa）")
    issue.add_argument(
        "--edition", choices=[edition.value for edition in Edition], help="用哪一版标准"
    )
    issue.add_argument("--organ", help="发文机关，如 天津市人事局")
    issue.add_argument("--number", help="发文字号，如 津人〔2007〕1号")
    issue.add_argument("--cmyk", action="store_true", help="PDF 中的红色用印刷四色")
    _add_numbering(issue)
    read = commands.add_parser("read", help="读一份公文，说出读懂了什么")
    read.add_argument("file", type=Path, help="公文原文")
    read.add_argument("--json", action="store_true", help="用 JSON 输出")
    issue.set_defaults(does=_issue)
    read.set_defaults(does=_read)


def _add_data_commands(commands: Commands) -> None:
    history = commands.add_parser("history", help="列出数据文件的全部修改历史和末条的校验码")
    verify = commands.add_parser("verify", help="逐项核对数据文件，说出有什么不对")
    backup = commands.add_parser("backup", help="把数据文件备份到一个文件夹")
    restore = commands.add_parser("restore", help="用备份换回数据文件，原来的文件留在旁边")
    salvage = commands.add_parser("salvage", help="把损坏的数据文件中能读出的内容抢救到新文件")
    restore.add_argument("backup", type=Path, help="备份文件")
    for command, does in (
        (history, _history),
        (verify, _verify),
        (backup, _backup),
        (restore, _restore),
        (salvage, _salvage),
    ):
        command.add_argument("file", type=Path, help="数据文件（.yinfa）")
        command.set_defaults(does=does)
    backup.add_argument("folder", type=Path, help="备份到哪个文件夹，如U盘")
    salvage.add_argument("target", type=Path, help="新的数据文件")


def _add_numbering(issue: argparse.ArgumentParser) -> None:
    group = issue.add_argument_group("份号")
    group.add_argument("--numbered", action="store_true", help="每份编份号，各份合为一个 PDF")
    group.add_argument("--separate", action="store_true", help="每份一个 PDF")
    group.add_argument("--copies", type=int, help="编多少份；不写时用原文的共印份数")
    group.add_argument("--from", dest="first", type=int, help="起始号，不写时为 1")
    group.add_argument("--to", dest="last", type=int, help="终止号")
    group.add_argument("--digits", type=int, help="份号几位，不写时为 6；1999 版常用 7")


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="yinfa",
        description="印发：公文排版与分发",
        epilog="另有命令：issue、read、history、verify、backup、restore、salvage，加 -h 看用法。",
    )
    parser.add_argument("data", type=Path, nargs="?", help="要打开的数据文件（.yinfa）")
    parser.add_argument(
        "--close-after", type=float, metavar="秒", help="过几秒自行关闭，供检查安装"
    )
    return parser


def _issue(asked: argparse.Namespace) -> int:
    from exports.typeset.font_finding import fonts_of_this_pc, substitutes
    from exports.typeset.fonts import FontBook
    from models.reading.files import read_file
    from models.rules.missing import missing
    from models.rules.secrecy import refuse_secret, refuse_secret_text

    reading = read_file(asked.file)
    refuse_secret_text(reading.text)
    notice = _with_options(reading.notice, asked)
    refuse_secret(notice)
    fonts = FontBook(fonts_of_this_pc())
    files = _files_of(notice, fonts, asked)
    if asked.data:
        _keep(notice, asked.data)
    for file in (*files, *([asked.data] if asked.data else [])):
        print(f"已写出：{file}")
    for stand_in in substitutes(fonts.files):
        print(f"字体：没有{stand_in.wanted}，{stand_in.face.value}用 {stand_in.used} 代替")
    if lacking := missing(notice):
        print(f"原文中没有、还要补的：{'、'.join(lacking)}")
    return DONE


def _files_of(notice: Notice, fonts: FontBook, asked: argparse.Namespace) -> tuple[Path, ...]:
    """Write PDF and Word, or numbered copies."""
    if not (asked.numbered or asked.separate):
        from exports.jobs import issue

        return issue(notice, asked.output, fonts, is_cmyk=asked.cmyk)
    from exports.numbered import issue_numbered, issue_separately

    copies = _copies(notice, asked)
    if asked.separate:
        return issue_separately(notice, asked.output, fonts, copies, is_cmyk=asked.cmyk)
    return (issue_numbered(notice, asked.output, fonts, copies, is_cmyk=asked.cmyk),)


def _copies(notice: Notice, asked: argparse.Namespace) -> CopyRange:
    """The 份号 asked for; how many copies there are stands in the text where the command line does not say it."""
    from exports.numbered import USUAL_DIGITS, CopyRange

    first = 1 if asked.first is None else asked.first
    digits = USUAL_DIGITS if asked.digits is None else asked.digits
    if asked.last is not None:
        if asked.copies not in (None, asked.last - first + 1):
            raise UserError("份数（--copies）和起止号（--from、--to）对不上。请只写其中一种。")
        return CopyRange(first, asked.last, digits)
    copies = notice.copies if asked.copies is None else asked.copies
    if copies is None:
        raise UserError("不知道编多少份：原文没有写共印份数。请用 --copies 写明份数。")
    return CopyRange(first, first + copies - 1, digits)


def _with_options(notice: Notice, asked: argparse.Namespace) -> Notice:
    """What the clerk says on the command line goes before what was read."""
    if asked.organ:
        notice = replace(notice, organs=(asked.organ,))
    if asked.number:
        notice = replace(notice, doc_number=asked.number)
    if asked.edition:
        notice = replace(notice, edition=Edition(asked.edition))
    return notice


def _keep(notice: Notice, path: Path) -> None:
    """Put the notice into a data file, in the place of the one that has its title and number."""
    from models.store.datafile import DataFile
    from models.store.notices import NoticeRepository

    with DataFile.open(path) if path.exists() else DataFile.create(path) as file:
        notices = NoticeRepository(file)
        same = (
            line.id
            for line in notices.lines()
            if (line.title, line.doc_number) == (notice.title, notice.doc_number)
        )
        notices.save(replace(notice, id=next(same, None)), "读入公文")


def _read(asked: argparse.Namespace) -> int:
    import json

    from models.reading.answers import answers
    from models.reading.describe import describe
    from models.reading.files import read_file

    reading = read_file(asked.file)
    if asked.json:
        print(json.dumps(answers(reading), ensure_ascii=False, indent=1))
    else:
        print(describe(reading))
    return DONE


def _history(asked: argparse.Namespace) -> int:
    from models.store.datafile import DataFile
    from models.store.histories import HistoryRepository

    with DataFile.open(asked.file) as file:
        history = HistoryRepository(file)
        for line in history.lines():
            print(line)
        head, faults = history.head(), history.faults()
    print(f"末条：{head}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return WORLDS_FAULT if faults else DONE


def _verify(asked: argparse.Namespace) -> int:
    from models.store.backups import backups_in, folder_of
    from models.store.checking import faults_of_file

    known = backups_in(folder_of(asked.file), asked.file.stem)
    faults = faults_of_file(asked.file, [backup.head for backup in known])
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"「{asked.file.name}」" + ("有以上问题。" if faults else "完好。"))
    return WORLDS_FAULT if faults else DONE


def _backup(asked: argparse.Namespace) -> int:
    from models.store.backups import back_up
    from models.store.datafile import DataFile

    with DataFile.open(asked.file) as file:
        made = back_up(file, asked.folder)
    print(f"已备份并核对：{made.path}\n校验码：{made.sha256}\n历史末条：{made.head}")
    return DONE


def _restore(asked: argparse.Namespace) -> int:
    from models.store.restoring import restore

    kept = restore(asked.backup, asked.file)
    print(f"已恢复：{asked.file}")
    if kept is not None:
        print(f"原来的文件：{kept}")
    return DONE


def _salvage(asked: argparse.Namespace) -> int:
    from models.store.salvage import salvage

    result = salvage(asked.file, asked.target)
    print(
        f"已抢救到：{asked.target}（公文{result.rows['notice']}份，段落{result.rows['paragraph']}段）"
    )
    for title in result.rebuilt:
        print(f"由历史复原：{title}")
    for line in result.lost:
        print(line, file=sys.stderr)
    return WORLDS_FAULT if result.lost else DONE


def _open_window(asked: argparse.Namespace) -> int:
    from ui.application import run

    return run(asked.data, asked.close_after)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
