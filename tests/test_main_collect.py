"""`collect`: a folder of replies on the command line, told as lines and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import resources
from main import main
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from models.store.replies import ReplyRepository
from models.store.rosters import RosterRepository
from tests.samples.make_units import sample_roster
from tests.support.replies import BIG, COUNT, handed_in, write_all

NOTICE = """关于报送工作安排的通知
各区人事局：
    请于2007年1月31日前将工作安排报送市人事局办公室。
云屏市人事局
2007年1月5日
"""
UNITS = "单位,类别\n甲山区人事局,区人事局\n乙水区人事局,区人事局\n丙石区人事局,区人事局\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data file with a notice to three units."""
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "单位.csv").write_text(UNITS, encoding="utf-8")
    path = tmp_path / "a.yinfa"
    options = [
        "--data",
        str(path),
        "--units",
        str(tmp_path / "单位.csv"),
        "--organ",
        "云屏市人事局",
    ]
    assert main(["issue", str(tmp_path / "通知.txt"), "-o", str(tmp_path / "out"), *options]) == 0
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "报送"
    made.mkdir()
    text = "2007年工作安排\n一、抓好录用。\n"
    (made / "甲山区人事局.txt").write_text(text, encoding="gb18030")
    (made / "乙水人事.txt").write_text(text + "二、\n", encoding="utf-8")
    (made / "扫描件.jpg").write_bytes(b"\xff\xd8\xff")
    (made / "重复.txt").write_text(text, encoding="gb18030")
    return made


def collect(folder: Path, data: Path, *options: str) -> int:
    return main(["collect", str(folder), "--data", str(data), *options])


def test_a_folder_is_taken_in_and_told(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert collect(folder, data, "--on", "2007-01-26") == 0
    said = capsys.readouterr().out
    assert said.startswith("报送：关于报送工作安排的通知\n期限：1月31日（星期三），已过期")
    assert "收取 4 个文件：认出 1，拿不准 2，读不出 1，没有收 1\n" in said
    assert "认出：甲山区人事局.txt → 甲山区人事局（文件名“甲山区人事局”）\n" in said
    assert "拿不准：乙水人事.txt → 1 乙水区人事局（文件名“乙水人事”与它的名称相近）；2 " in said
    assert "拿不准：扫描件.jpg → 没有线索，待认领\n" in said
    assert "读不出：扫描件.jpg：文件“扫描件.jpg”里只有图片" in said
    assert "没有收：重复.txt：与“甲山区人事局.txt”完全相同" in said
    assert "应报 3，已报 1，其中迟报 0；退回修改 0\n" in said
    assert said.endswith("未报：乙水区人事局、丙石区人事局（共2个单位）\n")
    assert faults_of_file(data) == ()
    with DataFile.open(data) as file:
        kept = ReplyRepository(file).of_notice(1)
        assert {one.unit for one in kept} == {None, 1}
        assert {one.received.date().isoformat() for one in kept} == {"2007-01-26"}


def test_the_same_folder_again_adds_nothing_and_late_ones_are_told(
    folder: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collect(folder, data, "--on", "2007-02-03")
    assert "其中迟报 1" in capsys.readouterr().out
    collect(folder, data)
    assert "认出 0，拿不准 0，读不出 0，没有收 4" in capsys.readouterr().out
    (tmp_path / "丙石区人事局.txt").write_text("安排\n", encoding="utf-8")
    collect(tmp_path / "丙石区人事局.txt", data)
    assert "认出 1" in capsys.readouterr().out


def test_json_says_the_same(folder: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert collect(folder, data, "--json", "--notice", "1", "--on", "2007年1月26日") == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["deadline"]["day"] == "2007-01-31"
    assert [one["unit"] for one in told["matched"]] == ["甲山区人事局"]
    assert [one["file"] for one in told["unsure"]] == ["乙水人事.txt", "扫描件.jpg"]
    assert told["unsure"][0]["candidates"][0]["unit"] == "乙水区人事局"
    assert [one["file"] for one in told["unreadable"]] == ["扫描件.jpg"]
    assert (told["asked"], told["late"]) == (3, [])
    assert told["missing"] == ["乙水区人事局", "丙石区人事局"]
    assert len(told["not_kept"]) == 1


def test_what_is_wrong_is_said_in_a_sentence(
    folder: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert collect(tmp_path / "没有", data) == 1
    assert "没有找到" in capsys.readouterr().err
    assert collect(folder, tmp_path / "没有.yinfa") == 1
    assert collect(folder, data, "--notice", "云人〔2007〕9号") == 1
    assert "没有找到编号或发文字号" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        collect(folder, data, "--on", "昨天")
    assert "不是日期" in capsys.readouterr().err


def test_the_notice_must_be_clear_and_have_a_list(
    folder: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with DataFile.open(data) as file:
        notices = NoticeRepository(file)
        other = notices.save(
            notices.load(1).__class__(title="另一份", reply_due=notices.load(1).reply_due)
        )
    assert collect(folder, data) == 1
    assert "有 2 份公文要求报送" in capsys.readouterr().err
    assert collect(folder, data, "--notice", str(other.id)) == 1
    assert "还没有分发表" in capsys.readouterr().err
    empty = tmp_path / "空.yinfa"
    DataFile.create(empty).close()
    assert collect(folder, empty) == 1
    assert "没有写明报送期限" in capsys.readouterr().err


def test_a_year_of_the_sample_is_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yinfa"
    options = ["--data", str(path), "--units", str(resources.UNITS), "--organ", "天津市人事局"]
    assert main(["issue", str(resources.SAMPLE), "-o", str(tmp_path / "out"), *options]) == 0
    files = [one for one in handed_in(sample_roster()) if len(one.data) < BIG]
    write_all(files, tmp_path / "报送")
    capsys.readouterr()
    assert collect(tmp_path / "报送", path, "--json", "--on", "2007-01-26") == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    truth = {one.path.removesuffix(".zip"): one.unit for one in files}
    for one in told["matched"]:
        found = one["file"] if one["file"] in truth else one["file"].rsplit("/", 1)[0]
        assert one["unit"] == truth[found], one
    assert len(told["matched"]) + len(told["unsure"]) >= COUNT - 2
    assert told["asked"] == 164
    empty = {one.unit for one in files if not one.data}  # they are there, and no answers
    answered = {one["unit"] for one in told["matched"]} - empty
    assert len(told["missing"]) == 164 - len(answered)
    assert faults_of_file(path) == ()
    with DataFile.open(path) as file:
        assert len(RosterRepository(file).load().units) == 201


def test_the_command_loads_nothing_of_qt(data: Path, folder: Path) -> None:
    code = (
        "import sys; from main import main; main(sys.argv[1:]);sys.exit('PySide6' in sys.modules)"
    )
    command = [sys.executable, "-c", code, "collect", str(folder), "--data", str(data)]
    done = subprocess.run(
        command, cwd=Path(__file__).parent.parent, capture_output=True, check=False
    )
    assert done.returncode == 0
