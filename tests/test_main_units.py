"""A list of units on the command line: the sum is said, the list is written and kept, and bad input loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import resources
from main import main
from models.notice import Notice
from models.reading.sheets.xlsx import read_xlsx
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.distributions import DistributionRepository
from models.store.rosters import RosterRepository
from models.unit import Roster
from ui.console import units

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "关于印发天津市2007年人事工作要点的通知"
SET = {
    ".pdf",
    ".docx",
    *(
        f"（{name}）.{kind}"
        for name in ("发文稿纸", "印制通知单", "标签")
        for kind in ("pdf", "docx")
    ),
    *(
        f"（{name}）.{kind}"
        for name in ("分发表", "封发清单", "送文登记簿")
        for kind in ("pdf", "docx", "xlsx")
    ),
    "（信封）.pdf",
}
NOTICE = """关于开展培训的通知
各区人事局，各高校，有关单位：
    现将培训事项通知如下，请认真组织。
云屏市人事局
2007年3月5日
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def issue(file: Path, folder: Path, *options: str | Path) -> int:
    return main(["issue", str(file), "-o", str(folder), *map(str, options)])


def table(folder: Path, text: str) -> Path:
    path = folder / "单位.csv"
    path.write_text(text.replace("|", ","), encoding="gb18030")
    return path


def test_the_sample_is_written_with_its_list_and_the_sum_is_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "a.yinfa"
    options = ("--units", resources.UNITS, "--copies", "550", "--data", data)
    assert issue(resources.SAMPLE, tmp_path / "out", *options) == 0
    said = capsys.readouterr().out
    assert "单位表：读出 201 个单位，11 个类别\n" in said
    assert "主送：各部委办局（集团公司） → 部委办局、集团公司，86个单位\n" in said
    assert "合计 550，与共印 550 份相等\n" in said
    assert {f.name.removeprefix(TITLE) for f in (tmp_path / "out").iterdir()} == SET
    written = (tmp_path / "out" / f"{TITLE}（分发表）.xlsx").read_bytes()
    (sheet,) = read_xlsx(written, "")
    assert "合计 550，与共印 550 份相等" in [row.cell(0) for row in sheet.rows]
    with DataFile.open(data) as file:
        kept = DistributionRepository(file).load(1)
        assert kept
        assert (kept.total, kept.allotments[-1].spans[-1].last) == (550, 550)
        assert all(one.unit for one in kept.allotments)
        assert len(RosterRepository(file).load().units) == 201
    assert faults_of_file(data) == ()


def test_the_list_of_last_time_serves_again_and_a_wrong_sum_is_said(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "a.yinfa"
    listed = table(tmp_path, "单位|类别|份数\n甲区人事局|区人事局|2\n乙大学|高校|3\n丙局|局|1\n")
    assert issue(notice, tmp_path, "--units", listed, "--data", data, "--copies", "20") == 0
    assert "合计 12，比共印 20 份少 8 份" in capsys.readouterr().out
    assert issue(notice, tmp_path, "--data", data) == 0
    said = capsys.readouterr().out
    assert "主送机关中没有对应单位的：有关单位。" in said
    assert "合计 12，没有填共印份数\n按分发表应印 20 份\n" in said
    assert issue(notice, tmp_path, "--data", data, "--copies", "12") == 0
    assert "合计 12，与共印 12 份相等" in capsys.readouterr().out
    with DataFile.open(data) as file:
        kept = DistributionRepository(file).load(1)
        assert kept
        assert [one.name for one in kept.allotments] == ["甲区人事局", "乙大学", "存档", "备用"]


def test_without_units_nothing_is_dealt(tmp_path: Path, notice: Path) -> None:
    data = tmp_path / "a.yinfa"
    assert issue(notice, tmp_path, "--data", data) == 0
    with DataFile.open(data) as file:
        assert DistributionRepository(file).load(1) is None


def test_numbered_copies_come_with_their_list(tmp_path: Path, notice: Path) -> None:
    listed = table(tmp_path, "单位|类别\n甲区人事局|区人事局\n")
    folder = tmp_path / "out"
    options = ("--units", listed, "--numbered", "--copies", "8")
    assert issue(notice, folder, *options) == 0
    names = {f.name for f in folder.iterdir()}
    assert "关于开展培训的通知（份号 000001—000008）.pdf" in names
    assert "关于开展培训的通知（分发表）.xlsx" in names
    assert "关于开展培训的通知.docx" not in names


def test_labels_of_some_units_come_again_alone(tmp_path: Path, notice: Path) -> None:
    listed = table(tmp_path, "单位|类别\n甲区人事局|区人事局\n乙区人事局|区人事局\n")
    folder = tmp_path / "out"
    options = ("--units", listed, "--forms", "标签、信封", "--only", "乙区人事局", "--skip", "3")
    sheet = ("--label-sheet", "2", "--envelope", "C5")
    assert issue(notice, folder, *options, *sheet) == 0
    kinds = [("标签", "docx"), ("标签", "pdf"), ("信封", "pdf")]
    assert {f.name for f in folder.iterdir()} == {
        f"关于开展培训的通知（{name}）.{kind}" for name, kind in kinds
    }


WRONG_WISHES = {
    "form": (("--forms", "标签、海报"), "没有“海报”这种表格。可用的：发文稿纸、公文"),
    "no form": (("--forms", "、"), "没有写表格"),
    "sheet": (("--label-sheet", "9"), "没有第 9 种标签纸。可用的：1 3×8（70×37）"),
    "skip": (("--skip", "24"), "不能空过 24 格"),
    "unit": (("--only", "丁局"), "没有要送给“丁局”的文件"),
    "recall": (("--forms", "清退单"), "还没有送出"),
}


@pytest.mark.parametrize("name", WRONG_WISHES)
def test_a_wish_that_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    listed = table(tmp_path, "单位|类别\n甲区人事局|区人事局\n")
    options, words = WRONG_WISHES[name]
    assert issue(notice, tmp_path / "out", "--units", listed, *options) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_a_list_of_nothing_but_what_stays_in_the_house_has_no_parcels(
    tmp_path: Path, notice: Path
) -> None:
    listed = table(tmp_path, "单位|类别\n丙科|外单位\n")
    folder = tmp_path / "out"
    assert issue(notice, folder, "--units", listed) == 0
    names = {f.name.removeprefix("关于开展培训的通知") for f in folder.iterdir()}
    assert "（分发表）.pdf" in names
    assert not [name for name in names if "标签" in name or "信封" in name]


def test_the_registers_of_a_year_come_from_the_data_file(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, folder = tmp_path / "a.yinfa", tmp_path / "books"
    listed = table(tmp_path, "单位|类别\n甲区人事局|区人事局\n")
    assert issue(notice, tmp_path / "out", "--units", listed, "--data", data) == 0
    assert main(["register", str(data), "-o", str(folder)]) == 0
    assert {f.name for f in folder.iterdir()} == {
        "2007年发文登记簿.pdf",
        "2007年送文登记簿.pdf",
        "2007年登记簿.xlsx",
    }
    assert main(["register", str(data), "-o", str(folder), "--year", "1999"]) == 1
    assert "1999年还没有发文" in capsys.readouterr().err


def test_without_lists_there_is_only_the_register_of_documents(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, folder = tmp_path / "a.yinfa", tmp_path / "books"
    assert issue(notice, tmp_path / "out", "--data", data) == 0
    assert main(["register", str(data), "-o", str(folder)]) == 0
    assert {f.name for f in folder.iterdir()} == {"2007年发文登记簿.pdf", "2007年登记簿.xlsx"}
    undated = tmp_path / "undated.txt"
    undated.write_text("关于放假的通知\n各单位：\n    请按时放假。\n", encoding="utf-8")
    assert issue(undated, tmp_path / "out", "--data", tmp_path / "b.yinfa") == 0
    assert main(["register", str(tmp_path / "b.yinfa"), "-o", str(folder)]) == 1
    assert "还没有写明年份的公文" in capsys.readouterr().err


BAD = {
    "negative": ("单位|份数\n甲局|-3\n", "份数“-3”是负数"),
    "fractional": ("单位|份数\n甲局|2.5\n", "不是整数"),
    "huge": ("单位|份数\n甲局|1000000000\n", "一个单位最多 99999 份"),
    "twice": ("单位|份数\n甲局|1\n甲局|1\n", "和第2行重复"),
    "long name": (f"单位|份数\n{'长' * 500}|1\n", "有 500 个字"),
    "formula": ("单位|份数\n甲局|=1+1\n", "不是数字"),
    "header-less": ("甲局|1\n乙局|1\n", "没有找到表头"),
    "empty": ("单位|份数\n", "没有单位"),
    "blank": ("\n", "没有内容"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_list_is_refused_in_words_and_nothing_is_lost(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    data, folder = tmp_path / "a.yinfa", tmp_path / "out"
    good = table(tmp_path, "单位|类别\n甲区人事局|区人事局\n")
    assert issue(notice, folder, "--units", good, "--data", data) == 0
    before = data.read_bytes(), sorted(f.name for f in folder.iterdir())
    text, words = BAD[name]
    assert issue(notice, folder, "--units", table(tmp_path, text), "--data", data) == 1
    assert words in capsys.readouterr().err
    assert (data.read_bytes(), sorted(f.name for f in folder.iterdir())) == before


@pytest.mark.parametrize("copies", ["0", "-5", "1000000000"])
def test_impossible_copies_are_refused(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str], copies: str
) -> None:
    assert issue(notice, tmp_path / "out", "--units", resources.UNITS, "--copies", copies) == 1
    assert "共印" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_fraction_of_a_copy_is_wrong_usage(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        issue(notice, tmp_path, "--units", resources.UNITS, "--copies", "2.5")
    assert "--copies 要写数字，不能是 '2.5'" in capsys.readouterr().err


def test_copies_without_anything_to_count_are_wrong_usage(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        issue(notice, tmp_path, "--copies", "5")
    assert "--units" in capsys.readouterr().err


def test_many_wrong_rows_are_told_up_to_a_point(
    tmp_path: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "单位|份数\n" + "".join(f"第{n}局|-1\n" for n in range(30))
    assert issue(notice, tmp_path, "--units", table(tmp_path, text)) == 1
    said = capsys.readouterr().err
    assert "有 30 处要改正" in said
    assert "还有 10 处。" in said


def test_units_that_no_addressee_names_are_told() -> None:
    from models.rules.distributing import distribute
    from models.unit import Unit

    roster = Roster(units=(Unit("甲局"), Unit("乙局")))
    made = distribute(Notice(addressees="甲局，乙局"), roster)
    told = units.told(Notice(addressees="甲局"), units.Dealt(made, roster))
    assert "分发表中主送机关没有写到的：乙局（共1个单位）" in list(told)
