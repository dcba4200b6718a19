"""The set: every paper in its order, all files or none, the same bytes for the same list."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from exports.issue_set import issue_set
from exports.papers.forms.printed_form import NothingToPrint
from exports.set_papers import Case, Output, Wish, usual_outputs
from models.distribution import Allotment, Distribution
from models.errors import Cancelled, UserError
from models.rules.dealing import deal, print_run
from models.rules.handing import send
from models.unit import Purpose
from tests.models.unit_values import DAY
from tests.support.forms import sample, small

if TYPE_CHECKING:
    from pathlib import Path

    from exports.typeset.fonts import FontBook

ENDINGS = {
    Output.DRAFT: ["pdf", "docx"],
    Output.ORDER: ["pdf", "docx"],
    Output.LIST: ["pdf", "docx", "xlsx"],
    Output.DISPATCH: ["pdf", "docx", "xlsx"],
    Output.LABELS: ["pdf", "docx"],
    Output.ENVELOPES: ["pdf"],
    Output.SENDING: ["pdf", "docx", "xlsx"],
    Output.RECALL: ["pdf", "docx", "xlsx"],
}


def test_the_sample_is_written_with_all_its_papers_in_their_order(
    fonts: FontBook, tmp_path: Path
) -> None:
    notice, roster, distribution = sample()
    sent = send(print_run(distribution, DAY), {0}, DAY)
    told: list[str] = []
    files = issue_set(
        Case(notice, sent, roster),
        tmp_path,
        fonts,
        tick=lambda _d, _o, what: told.append(what),
    )
    wanted = [
        f"{notice.title}（{output.value}）.{kind}"
        if output is not Output.NOTICE
        else f"{notice.title}.{kind}"
        for output in Output
        for kind in ENDINGS.get(output, ["pdf", "docx"])
    ]
    assert [file.name for file in files] == wanted
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert told == [*wanted, "完成"]
    pages = {file.name: len(pypdfium2.PdfDocument(file)) for file in files if file.suffix == ".pdf"}
    assert pages[f"{notice.title}.pdf"] == 12
    assert pages[f"{notice.title}（发文稿纸）.pdf"] == 1
    assert pages[f"{notice.title}（信封）.pdf"] == 199


def test_the_same_list_gives_the_same_bytes(fonts: FontBook, tmp_path: Path) -> None:
    notice, roster, distribution = small()
    first = issue_set(Case(notice, distribution, roster), tmp_path / "a", fonts)
    second = issue_set(Case(notice, distribution, roster), tmp_path / "b", fonts)
    for one, other in zip(first, second, strict=True):
        if one.suffix == ".docx":  # its package tells when it was written
            assert contents(one) == contents(other)
        else:
            assert one.read_bytes() == other.read_bytes()


def contents(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_what_is_not_ticked_is_not_written(fonts: FontBook, tmp_path: Path) -> None:
    notice, roster, distribution = small()
    wish = Wish(frozenset({Output.LABELS, Output.DRAFT}))
    files = issue_set(Case(notice, distribution, roster), tmp_path, fonts, wish)
    assert [file.name.removeprefix(notice.title) for file in files] == [
        "（发文稿纸）.pdf",
        "（发文稿纸）.docx",
        "（标签）.pdf",
        "（标签）.docx",
    ]


def test_one_name_that_does_not_fit_leaves_no_file_at_all(fonts: FontBook, tmp_path: Path) -> None:
    notice, roster, distribution = small()
    rows = (*distribution.allotments, Allotment("长" * 500))
    case = Case(notice, deal(replace(distribution, allotments=rows)), roster)
    with pytest.raises(UserError, match="有 500 个字"):
        issue_set(case, tmp_path, fonts)
    assert not list(tmp_path.iterdir())


def test_a_cancelled_set_leaves_no_file(fonts: FontBook, tmp_path: Path) -> None:
    notice, roster, distribution = small()

    def stop(done: int, _of: int, _what: str) -> None:
        if done == 9:
            raise Cancelled

    with pytest.raises(Cancelled):
        issue_set(Case(notice, distribution, roster), tmp_path, fonts, tick=stop)
    assert not list(tmp_path.iterdir())


def test_an_empty_list_is_said(fonts: FontBook, tmp_path: Path) -> None:
    with pytest.raises(NothingToPrint, match="还没有单位"):
        issue_set(Case(small()[0], Distribution()), tmp_path, fonts)


def test_papers_without_anything_on_them_are_left_out() -> None:
    _, _, distribution = small()
    house = deal(Distribution(1, (Allotment("备用", Purpose.SPARE),)))
    assert Output.RECALL not in usual_outputs(distribution)
    assert usual_outputs(house) == {Output.DRAFT, Output.NOTICE, Output.ORDER, Output.LIST}
    assert Output.RECALL in usual_outputs(send(print_run(distribution, DAY), {0}, DAY))
