"""What of the printed set is asked for on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import split_organs

if TYPE_CHECKING:
    import argparse

    from exports.set_papers import Output, Wish
    from ui.console.parser import Parser


def add_wishes(issue: Parser) -> None:
    """The options of the set; they need a list of units."""
    group = issue.add_argument_group("成套表格")
    group.add_argument("--forms", metavar="表格", help="只要哪几种，如 标签、信封；不写时全要")
    group.add_argument("--only", metavar="单位", help="标签和信封只印这几个单位，用顿号隔开")
    group.add_argument(
        "--label-sheet", type=int, default=1, metavar="序号", help="标签纸的序号，见说明"
    )
    group.add_argument("--skip", type=int, default=0, help="第一张标签纸空过前几格")
    group.add_argument("--envelope", default="ZL", choices=["DL", "ZL", "C5"], help="信封的代号")


def wish_of(asked: argparse.Namespace) -> Wish:
    """What was asked for.

    Raises:
        UserError: there is no such form or sheet of labels.
    """
    from exports.forms_standard import LABEL_SHEETS, Envelope
    from exports.set_papers import Wish

    if not 1 <= asked.label_sheet <= len(LABEL_SHEETS):
        told = "；".join(f"{at} {sheet.name}" for at, sheet in enumerate(LABEL_SHEETS, 1))
        raise UserError(f"没有第 {asked.label_sheet} 种标签纸。可用的：{told}。")
    sheet: int = asked.label_sheet
    return Wish(
        _outputs(asked.forms),
        split_organs(asked.only or ""),
        LABEL_SHEETS[sheet - 1],
        asked.skip,
        Envelope[asked.envelope],
        is_cmyk=asked.cmyk,
    )


def _outputs(text: str | None) -> frozenset[Output] | None:
    from exports.set_papers import Output

    if text is None:
        return None
    known = {output.value: output for output in Output}
    names = split_organs(text)
    if unknown := [name for name in names if name not in known]:
        raise UserError(f"没有“{unknown[0]}”这种表格。可用的：{'、'.join(known)}。")
    if not names:
        raise UserError(f"--forms 后面没有写表格。可用的：{'、'.join(known)}。")
    return frozenset(known[name] for name in names)
