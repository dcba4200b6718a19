"""The commands that read a text and put it on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.edition import Edition
from models.errors import UserError
from models.office import Office
from ui.console import units, wishes

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from exports.numbered import CopyRange
    from exports.typeset.fonts import FontBook
    from models.notice import Notice
    from models.practice import Practice
    from ui.console.units import Dealt

DONE = 0


def issue(asked: argparse.Namespace) -> int:
    """Read a text and write it as an official document; say what was written and what is missing."""
    from exports.typeset.font_finding import fonts_of_this_pc, substitutes
    from exports.typeset.fonts import FontBook
    from models.files import sweep_parts
    from models.reading.files import read_file
    from models.rules.missing import missing
    from models.rules.secrecy import refuse_secret, refuse_secret_text

    reading = read_file(asked.file)
    refuse_secret_text(reading.text)
    notice = _with_options(reading.notice, asked)
    refuse_secret(notice)
    sheet = units.read_units(asked.units) if asked.units else None
    fonts = FontBook(fonts_of_this_pc())
    sweep_parts(asked.output)
    notice, office = _kept(notice, asked.data) if asked.data else (notice, Office())
    dealt, practice = units.deal(notice, sheet, asked.data), office.practice
    files = _files_of(notice, fonts, practice, asked, dealt)
    for file in (*files, *([asked.data] if asked.data else [])):
        print(f"已写出：{file}")
    for stand_in in substitutes(fonts.files, with_latin=practice.latin_digits):
        print(f"字体：{stand_in}")
    if sheet:
        print(f"单位表：{sheet}")
    for line in units.told(notice, dealt) if dealt else ():
        print(line)
    if lacking := missing(notice):
        print(f"原文中没有、还要补的：{'、'.join(lacking)}")
    return DONE


def _files_of(
    notice: Notice,
    fonts: FontBook,
    practice: Practice,
    asked: argparse.Namespace,
    dealt: Dealt | None,
) -> tuple[Path, ...]:
    """Write the notice, with its set where there is a list; or numbered copies, with the rest of the set."""
    folder, ink = asked.output, asked.cmyk
    if not (asked.numbered or asked.separate):
        if dealt is not None:
            return _set_of(notice, dealt, fonts, practice, asked)
        from exports.jobs import issue

        return issue(notice, folder, fonts, practice=practice, is_cmyk=ink)
    from exports.numbered import issue_numbered, issue_separately

    write = issue_separately if asked.separate else issue_numbered
    copies = _copies(notice, asked)
    files = write(notice, folder, fonts, copies, practice=practice, is_cmyk=ink)
    return (*files, *(_set_of(notice, dealt, fonts, practice, asked) if dealt else ()))


def _set_of(
    notice: Notice, dealt: Dealt, fonts: FontBook, practice: Practice, asked: argparse.Namespace
) -> tuple[Path, ...]:
    """The forms that are asked for; the document itself not again where its copies are numbered."""
    from exports.issue_set import issue_set
    from exports.set_papers import Case, Output, usual_outputs

    made, roster = dealt
    wish = wishes.wish_of(asked)
    outputs = usual_outputs(made) if wish.outputs is None else wish.outputs
    if asked.numbered or asked.separate:
        outputs -= {Output.NOTICE}
    wish = replace(wish, outputs=outputs)
    return issue_set(Case(notice, made, roster, practice=practice), asked.output, fonts, wish)


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
    from models.reading.options import read_number, read_organs

    if organs := read_organs(asked.organ or ""):
        notice = replace(notice, organs=organs)
    if number := read_number(asked.number or ""):
        notice = replace(notice, doc_number=number)
    if asked.edition:
        notice = replace(notice, edition=Edition(asked.edition))
    is_run = asked.numbered or asked.separate  # of which the count need not be that of the document
    return units.with_copies(notice, asked.copies) if asked.units or not is_run else notice


def _kept(notice: Notice, path: Path) -> tuple[Notice, Office]:
    from models.store.taking_in import take_in

    return take_in(notice, path)


def read(asked: argparse.Namespace) -> int:
    """Read a text and print what was understood."""
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
