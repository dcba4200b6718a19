"""What may be typed after the program's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.edition import Edition
from ui.console import books, data, paper, replies
from ui.console.parser import Parser, a_data_file, a_day, a_path
from ui.console.wishes import add_wishes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - it has no other name

COMMANDS = (
    *("issue", "read", "register", "collect"),
    *("history", "verify", "backup", "restore", "salvage"),
)


def batch_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """What was typed behind a command; `does` is the function that does it."""
    parser = _batch_parser()
    asked = parser.parse_args(arguments)
    if asked.command == "issue" and not (asked.numbered or asked.separate):
        if any(value is not None for value in (asked.first, asked.last, asked.digits)):
            parser.error("--from、--to、--digits 要和 --numbered 或 --separate 一起用。")
        if asked.copies is not None and not (asked.units or asked.data):
            parser.error("--copies 要和 --units、--data、--numbered 或 --separate 一起用。")
    return asked


def _batch_parser() -> Parser:
    parser = Parser(prog="yinfa", description="印发：公文排版与分发")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_paper_commands(commands)
    _add_collect(commands)
    _add_data_commands(commands)
    return parser


def _add_paper_commands(commands: Commands) -> None:
    issue = commands.add_parser("issue", help="读一份公文，写出 PDF 和 Word")
    issue.add_argument("file", type=a_path, help="公文原文")
    issue.add_argument("-o", "--output", type=a_path, required=True, help="写到哪个文件夹")
    issue.add_argument("--data", type=a_path, help="同时存入这个数据文件（.yinfa）")
    issue.add_argument(
        "--edition", choices=[edition.value for edition in Edition], help="用哪一版标准"
    )
    issue.add_argument("--organ", help="发文机关，如 天津市人事局")
    issue.add_argument("--number", help="发文字号，如 津人〔2007〕1号")
    issue.add_argument("--units", type=a_path, help="单位表（.xlsx、.csv），按它编分发表")
    issue.add_argument("--cmyk", action="store_true", help="PDF 中的红色用印刷四色")
    _add_numbering(issue)
    add_wishes(issue)
    read = commands.add_parser("read", help="读一份公文，说出读懂了什么")
    read.add_argument("file", type=a_path, help="公文原文")
    read.add_argument("--json", action="store_true", help="用 JSON 输出")
    issue.set_defaults(does=paper.issue)
    read.set_defaults(does=paper.read)


def _add_collect(commands: Commands) -> None:
    collect = commands.add_parser("collect", help="收取报送的文件，说出是哪个单位的、还有谁没报")
    collect.add_argument("folder", type=a_path, help="文件夹、压缩包（.zip）或一个文件")
    collect.add_argument("--data", type=a_path, required=True, help="存入这个数据文件（.yinfa）")
    collect.add_argument("--notice", help="是哪份公文要求报送的：编号或发文字号")
    collect.add_argument("--on", type=a_day, metavar="日期", help="收到日期，不写时为现在")
    collect.add_argument("--json", action="store_true", help="用 JSON 输出")
    collect.set_defaults(does=replies.collect)


def _add_data_commands(commands: Commands) -> None:
    history = commands.add_parser("history", help="列出数据文件的全部修改历史和末条的校验码")
    verify = commands.add_parser("verify", help="逐项核对数据文件，说出有什么不对")
    backup = commands.add_parser("backup", help="把数据文件备份到一个文件夹")
    restore = commands.add_parser("restore", help="用备份换回数据文件，原来的文件留在旁边")
    salvage = commands.add_parser("salvage", help="把损坏的数据文件中能读出的内容抢救到新文件")
    restore.add_argument("backup", type=a_path, help="备份文件")
    register = commands.add_parser("register", help="写出一年的发文登记簿和送文登记簿")
    for command, does in (
        (register, books.register),
        (history, data.history),
        (verify, data.verify),
        (backup, data.backup),
        (restore, data.restore),
        (salvage, data.salvage),
    ):
        command.add_argument("file", type=a_path, help="数据文件（.yinfa）")
        command.set_defaults(does=does)
    register.add_argument("-o", "--output", type=a_path, required=True, help="写到哪个文件夹")
    register.add_argument("--year", type=int, help="哪一年；不写时为最近有发文的一年")
    backup.add_argument("folder", type=a_path, help="备份到哪个文件夹，如U盘")
    salvage.add_argument("target", type=a_path, help="新的数据文件")


def _add_numbering(issue: Parser) -> None:
    group = issue.add_argument_group("份号")
    group.add_argument("--numbered", action="store_true", help="每份编份号，各份合为一个 PDF")
    group.add_argument("--separate", action="store_true", help="每份一个 PDF")
    group.add_argument("--copies", type=int, help="印多少份；不写时用原文的共印份数")
    group.add_argument("--from", dest="first", type=int, help="起始号，不写时为 1")
    group.add_argument("--to", dest="last", type=int, help="终止号")
    group.add_argument("--digits", type=int, help="份号几位，不写时为 6；1999 版常用 7")


def window_parser() -> argparse.ArgumentParser:
    """Of the command line that opens the window."""
    parser = Parser(
        prog="yinfa",
        description="印发：公文排版与分发",
        epilog="另有命令：issue、read、register、collect、history、verify、backup、restore、salvage，加 -h 看用法。",
    )
    parser.add_argument("data", type=a_data_file, nargs="?", help="要打开的数据文件（.yinfa）")
    parser.add_argument(
        "--close-after", type=float, metavar="秒", help="过几秒自行关闭，供检查安装"
    )
    return parser
