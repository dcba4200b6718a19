"""Numbered copies as rendered: each bears its number, and costs next to nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.jobs import lay_out, notice_pdf
from exports.numbered import MOST_COPIES, CopyRange, issue_numbered, issue_separately
from exports.typeset.fonts import FontBook
from models.edition import Edition
from models.errors import Cancelled, UserError
from models.form import Form
from tests.support.ink import black_ink, rows_of
from tests.support.invented import full_notice
from tests.support.sample import sample_notice

if TYPE_CHECKING:
    from pathlib import Path

ALL = CopyRange(1, 550)
PAGES = 12  # of the sample


@pytest.fixture(scope="module", autouse=True)
def tools() -> None:
    """What looks at the files; where CI is the judge they must be there."""
    for tool in ("qpdf", "pdfinfo", "pdftotext", "pdftoppm"):
        if shutil.which(tool) is None:
            say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            say(f"{tool} is not installed")


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return issue_numbered(sample_notice(), tmp_path_factory.mktemp("numbered"), FontBook(), ALL)[0]


def lines_of(pdf: Path, page: int) -> list[str]:
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), pdf, "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return [line.strip() for line in done.stdout.splitlines() if line.strip()]


def picture_of(pdf: Path, page: int, folder: Path) -> str:
    command = ["pdftoppm", "-r", "50", "-gray", "-f", str(page), "-singlefile"]
    done = subprocess.run([*command, pdf, folder / "page"], check=True, capture_output=True)
    assert done.stderr == b""
    return hashlib.sha256((folder / "page.pgm").read_bytes()).hexdigest()


def single(notice_number: str, folder: Path) -> Path:
    notice, fonts = replace(sample_notice(), copy_number=notice_number), FontBook()
    path = folder / f"{notice_number}.pdf"
    path.write_bytes(notice_pdf(notice, lay_out(notice, fonts), fonts))
    return path


def test_the_file_is_named_after_title_and_numbers_and_pleases_the_checker(numbered: Path) -> None:
    title = sample_notice().title
    assert numbered.name == f"{title}（份号 000001—000550）.pdf"
    subprocess.run(["qpdf", "--check", numbered], check=True, capture_output=True)


@pytest.mark.parametrize("copy", [1, 275, 550])
def test_first_middle_and_last_copy_look_like_a_notice_with_that_number(
    numbered: Path, copy: int, tmp_path: Path
) -> None:
    first_page = (copy - 1) * PAGES + 1
    own = single(f"{copy:06}", tmp_path)
    assert lines_of(numbered, first_page)[0] == f"{copy:06}"
    for page in (1, 2, PAGES):
        at = first_page + page - 1
        assert lines_of(numbered, at) == lines_of(own, page)
        assert picture_of(numbered, at, tmp_path) == picture_of(own, page, tmp_path)


def test_pages_are_own_objects_and_size_grows_little(numbered: Path, tmp_path: Path) -> None:
    said = subprocess.run(["pdfinfo", numbered], check=True, capture_output=True, text=True)
    assert int(said.stdout.split("Pages:")[1].split()[0]) == 550 * PAGES
    kids = [
        kid
        for node in numbered.read_bytes().split(b"/Kids [")[1:]
        for kid in node.split(b"]")[0].split(b" R")
        if kid
    ]
    assert len(kids) == len(set(kids))
    assert numbered.stat().st_size <= 5 * single("000001", tmp_path).stat().st_size


def test_the_number_stands_at_the_upper_left_corner_of_the_type_area(numbered: Path) -> None:
    (file,) = issue_numbered(full_notice(), numbered.parent, FontBook(), CopyRange(7, 8))
    copy = file.read_bytes()
    assert rows_of(copy)[0][0].text == "000007"
    ink = black_ink(copy, 1, 36, 46)
    assert ink.left == pytest.approx(28.5, abs=0.7)


@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
@pytest.mark.parametrize("edition", list(Edition), ids=lambda edition: edition.value)
def test_every_format_bears_its_number(form: Form, edition: Edition, tmp_path: Path) -> None:
    notice = replace(full_notice(), form=form, edition=edition)
    (copies,) = issue_numbered(notice, tmp_path, FontBook(), CopyRange(41, 43))
    pages = rows_of(copies.read_bytes())
    firsts = pages[:: len(pages) // 3]
    for number, page in zip(("000041", "000042", "000043"), firsts, strict=True):
        assert sum(number in row.text for row in page) == 1


def test_the_same_copies_give_the_same_bytes(fonts: FontBook, tmp_path: Path) -> None:
    files = [
        issue_numbered(full_notice(), tmp_path / name, book, CopyRange(101, 200))[0].read_bytes()
        for name, book in (("a", fonts), ("b", FontBook()))
    ]
    assert files[0] == files[1]


def test_separate_files_end_in_their_number(fonts: FontBook, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    def tick(done: int, of: int, _: str) -> None:
        steps.append((done, of))

    files = issue_separately(
        full_notice(),
        tmp_path,
        fonts,
        CopyRange(99, 101, digits=7),
        tick,
        is_cmyk=True,
    )
    assert [file.stem[-8:] for file in files] == ["-0000099", "-0000100", "-0000101"]
    assert [lines_of(file, 1)[0] for file in files] == ["0000099", "0000100", "0000101"]
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    for file in files:
        subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


@pytest.mark.parametrize("issue", [issue_numbered, issue_separately])
def test_who_stops_leaves_only_whole_files(issue: object, fonts: FontBook, tmp_path: Path) -> None:
    def stop(done: int, *_: object) -> None:
        if done == 1:
            raise Cancelled

    assert callable(issue)
    with pytest.raises(Cancelled):
        issue(full_notice(), tmp_path, fonts, CopyRange(1, 3), stop)
    assert [f.name[-10:] for f in tmp_path.iterdir()] in ([], ["000001.pdf"])


@pytest.mark.parametrize(
    ("first", "last", "digits", "word"),
    [
        (0, 5, 6, "从 1 开始"),
        (5, 4, 6, "一份也印不出来"),
        (999_999, 1_000_000, 6, "超过 6 位"),
        (1, MOST_COPIES + 1, 6, "分几次"),
    ],
)
def test_a_range_that_is_none_is_refused(first: int, last: int, digits: int, word: str) -> None:
    with pytest.raises(UserError, match=word):
        CopyRange(first, last, digits)
