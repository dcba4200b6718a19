"""The command line: what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest

import resources
from main import main
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from tests.support.force import force

ROOT = Path(__file__).parent.parent
TITLE = "关于印发天津市2007年人事工作要点的通知"
OPTIONS = ("--organ", "天津市人事局", "--number", "津人〔2007〕1号")


def issue(folder: Path, *more: str, file: Path = resources.SAMPLE) -> int:
    return main(["issue", str(file), "-o", str(folder), *more])


def test_the_sample_becomes_pdf_word_and_a_data_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "year.yinfa"
    assert issue(tmp_path / "out", "--data", str(data), *OPTIONS) == 0
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == [f"{TITLE}.docx", f"{TITLE}.pdf"]
    assert capsys.readouterr().out.count("已写出") == 3
    with DataFile.open(data) as file:
        (line,) = NoticeRepository(file).lines()
        notice = NoticeRepository(file).load(line.id)
    assert (notice.organs, notice.doc_number) == (("天津市人事局",), "津人〔2007〕1号")
    assert len(notice.pieces[0].paragraphs) == 34


def test_issuing_again_keeps_one_notice(tmp_path: Path) -> None:
    data = tmp_path / "year.yinfa"
    for _ in range(2):
        assert issue(tmp_path, "--data", str(data), *OPTIONS) == 0
    with DataFile.open(data) as file:
        assert len(NoticeRepository(file).lines()) == 1


def test_a_number_of_another_document_is_not_given_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "year.yinfa"
    assert issue(tmp_path / "a", "--data", str(data), *OPTIONS) == 0
    other = tmp_path / "另一份.txt"
    text = resources.SAMPLE.read_text(encoding="utf-8")
    other.write_text(text.replace("关于印发天津市", "关于转发天津市"), encoding="utf-8")
    assert issue(tmp_path / "b", "--data", str(data), *OPTIONS, file=other) == 1
    assert f"津人〔2007〕1号 已经用于《{TITLE}》" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


def test_what_is_not_in_the_text_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(tmp_path, "--edition", "2012") == 0
    assert "还要补的：发文机关、发文字号" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100, "今天天气很好。".encode()])
def test_what_is_no_notice_ends_in_one_sentence(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "原文.txt"
    file.write_bytes(content)
    assert issue(tmp_path / "out", file=file) == 1
    said = capsys.readouterr().err.strip()
    assert said.endswith("。")
    assert "\n" not in said
    assert not (tmp_path / "out").exists()


def test_a_missing_file_and_a_file_as_folder_end_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(tmp_path, file=tmp_path / "没有.txt") == 1
    (tmp_path / "占位").write_bytes(b"")
    assert issue(tmp_path / "占位") == 1
    assert capsys.readouterr().err.count("。") >= 2


@pytest.mark.parametrize(
    "asked",
    [
        "issue {sample} -o {out} --data {loop}",
        "issue {sample} -o {loop}",
        "issue {sample} -o {loop}/out",
        "issue {loop} -o {out}",
        "verify {loop}",
        "history {loop}",
        "backup {loop} {out}",
        "restore {loop} {loop}",
        "salvage {loop} {out}",
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="only an administrator makes links")
def test_links_that_lead_round_end_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    paths = {"sample": resources.SAMPLE, "out": tmp_path / "out", "loop": loop}
    assert main([word.format(**paths) for word in asked.split()]) == 1
    assert capsys.readouterr().err.strip().endswith("。")
    assert [file.name for file in tmp_path.iterdir()] == ["loop"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--number", "abc\ndef"), "“abcdef”不像发文字号"),
        (("--number", "津人\x02"), "发文字号里有看不见的控制符"),
        (("--organ", "天津\x01市"), "发文机关里有看不见的控制符"),
    ],
)
def test_nonsense_beside_the_text_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, str], said: str
) -> None:
    assert issue(tmp_path / "out", *given) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["issue"], ["issue", "a", "-o", "b", "--edition", "1988"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_read_says_what_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(resources.SAMPLE)]) == 0
    assert "报送期限：2007年1月31日" in capsys.readouterr().out
    assert main(["read", str(resources.SAMPLE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["copies"] == 550


def test_history_prints_each_step_and_the_head(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "year.yinfa"
    issue(tmp_path, "--data", str(data))
    issue(tmp_path, "--data", str(data), *OPTIONS[:2])
    capsys.readouterr()
    assert main(["history", str(data)]) == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert "读入公文" in first
    assert "发文机关「」→「天津市人事局」" in second
    assert last.startswith("末条：第2条 ")


def test_a_broken_history_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "year.yinfa"
    issue(tmp_path, "--data", str(data))
    force(data, "UPDATE history SET who = '别人'")
    assert main(["history", str(data)]) == 1
    assert capsys.readouterr().err == "历史第1条被改动过。\n"


def test_a_file_is_backed_up_verified_and_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, stick = tmp_path / "year.yinfa", tmp_path / "U盘"
    issue(tmp_path, "--data", str(data))
    assert main(["backup", str(data), str(stick)]) == 0
    assert "历史末条：第1条" in capsys.readouterr().out
    assert main(["verify", str(data)]) == 0
    assert capsys.readouterr().out == "「year.yinfa」完好。\n"
    force(data, "UPDATE paragraph SET text = '改' WHERE id = 2")
    assert main(["verify", str(data)]) == 1
    assert "与历史不符" in capsys.readouterr().err
    (backup,) = stick.glob("*.yinfa")
    assert main(["restore", str(backup), str(data)]) == 0
    assert "原来的文件：" in capsys.readouterr().out
    assert main(["verify", str(data)]) == 0


def test_a_lost_file_is_restored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, stick = tmp_path / "year.yinfa", tmp_path / "U盘"
    issue(tmp_path, "--data", str(data))
    main(["backup", str(data), str(stick)])
    (backup,) = stick.glob("*.yinfa")
    capsys.readouterr()
    assert main(["restore", str(backup), str(tmp_path / "新.yinfa")]) == 0
    assert "原来" not in capsys.readouterr().out


def test_a_damaged_file_is_salvaged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "year.yinfa"
    issue(tmp_path, "--data", str(data))
    capsys.readouterr()
    assert main(["salvage", str(data), str(tmp_path / "新.yinfa")]) == 0
    assert "公文1份" in capsys.readouterr().out
    force(data, "UPDATE notice SET copies = 5")
    assert main(["salvage", str(data), str(tmp_path / "二.yinfa")]) == 0
    assert "由历史复原：公文「关于" in capsys.readouterr().out
    force(data, "UPDATE history SET delta = 'x'")
    assert main(["salvage", str(data), str(tmp_path / "三.yinfa")]) == 1
    assert "历史第1条读不出来。" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "heavy"),
    [
        ((), ("PySide6", "peewee")),
        (("--numbered",), ("PySide6", "peewee", "docx", "lxml", "reportlab")),
    ],
)
def test_nothing_heavy_is_loaded_that_the_way_to_paper_does_not_need(
    tmp_path: Path, more: tuple[str, ...], heavy: tuple[str, ...]
) -> None:
    asked = ["issue", str(resources.SAMPLE), "-o", str(tmp_path), *more]
    code = f"import sys, main; main.main({asked!r}); sys.exit(any(m in sys.modules for m in {heavy!r}))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_reader_that_has_had_enough_ends_the_batch_job_quietly() -> None:
    command = [sys.executable, "main.py", "read", str(resources.SAMPLE), "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe) as job:
        assert job.stdout is not None
        assert job.stderr is not None
        job.stdout.close()
        assert job.stderr.read() == b""
    assert job.returncode == 0


def test_numbered_copies_are_as_many_as_the_text_says_or_as_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(tmp_path, "--numbered") == 0
    assert issue(tmp_path, "--numbered", "--copies", "3", "--from", "101", "--cmyk") == 0
    assert issue(tmp_path, "--separate", "--from", "8", "--to", "9", "--digits", "7") == 0
    assert sorted(file.name.removeprefix(TITLE) for file in tmp_path.iterdir()) == [
        "-0000008.pdf",
        "-0000009.pdf",
        "（份号 000001—000550）.pdf",
        "（份号 000101—000103）.pdf",
    ]
    assert capsys.readouterr().out.count("已写出") == 4


@pytest.mark.parametrize(
    "asked", [("--copies", "0"), ("--from", "9", "--to", "3"), ("--copies", "5", "--to", "3")]
)
def test_wrong_numbers_end_in_one_sentence(
    tmp_path: Path, asked: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(tmp_path / "out", "--numbered", *asked) == 1
    assert capsys.readouterr().err.strip().endswith("。")
    assert not (tmp_path / "out").exists()


def test_a_text_without_a_count_needs_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "原文.txt"
    text = resources.SAMPLE.read_text(encoding="utf-8")
    file.write_text(re.sub("（?共印.*份）?", "", text), encoding="utf-8")
    assert issue(tmp_path / "out", "--numbered", file=file) == 1
    assert "--copies" in capsys.readouterr().err


def test_red_for_the_printing_house_is_asked_for(tmp_path: Path) -> None:
    for folder, more in (("screen", ()), ("press", ("--cmyk",))):
        assert issue(tmp_path / folder, *OPTIONS, *more) == 0
    screen, press = (next((tmp_path / name).glob("*.pdf")) for name in ("screen", "press"))
    assert inks(screen) == {(0,), (1, 0, 0)}
    assert inks(press) == {(0,), (0, 0.8, 0.8, 0)}


def inks(file: Path) -> set[tuple[float, ...]]:
    with pdfplumber.open(file) as pdf:
        return {tuple(char["non_stroking_color"]) for char in pdf.pages[0].chars}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["issue"], "缺少：file, -o/--output。"),
        (
            ["issue", "a.txt", "-o", "b", "--edition", "2000"],
            "--edition 不能是 '2000'，只能是 '1999', '2012'。",
        ),
        (["issue", "a.txt", "-o", ""], "-o/--output：不能是空的。"),
        (["issue", "a.txt", "-o"], "-o/--output 后面要写上内容。"),
        (["read", "a.txt", "b.txt"], "不认识：b.txt。"),
        (["isue"], "“isue”不是数据文件（.yinfa），也不是命令。"),
        (["长" * 300], "data：名称太长，或含有系统不允许的字符，请换一个名称。"),
        (["read", "甲\x00"], "file：名称太长，或含有系统不允许的字符，请换一个名称。"),
    ],
)
def test_a_wrong_command_line_is_answered_in_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert "用法：" in told
    assert "usage" not in told


def test_help_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["issue", "-h"])
    assert not {"usage:", "options:", "positional"} & set(capsys.readouterr().out.split())


def test_several_organs_and_blanks_are_taken_as_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "a.yinfa"
    given = ["--organ", "青川市人事局、青川市财政局", "--number", " "]
    assert (
        main(["issue", str(resources.SAMPLE), "-o", str(tmp_path), "--data", str(data), *given])
        == 0
    )
    assert "还要补的：发文字号" in capsys.readouterr().out
    with DataFile.open(data) as file:
        assert NoticeRepository(file).load(1).organs == ("青川市人事局", "青川市财政局")


def test_a_data_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    data = tmp_path / "a.yinfa"
    data.write_bytes(b"no data file")
    out = tmp_path / "out"
    assert main(["issue", str(resources.SAMPLE), "-o", str(out), "--data", str(data)]) == 1
    assert not out.exists()


def test_the_data_file_may_stand_in_the_folder_that_is_made_for_the_paper(tmp_path: Path) -> None:
    out = tmp_path / "out"
    data = out / "a.yinfa"
    assert main(["issue", str(resources.SAMPLE), "-o", str(out), "--data", str(data)]) == 0
    assert len(list(out.glob("*.pdf"))) == 1
    assert data.exists()
