"""What opens in a process of its own says the same as here, and is ended when it takes too much."""

from __future__ import annotations

import errno
import io
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import UserError
from models.reading.doors import OPEN_APART
from models.reading.doors.child import open_apart
from models.reading.doors.door import open_bytes
from models.reading.doors.limits import limit_this_process
from models.reading.doors.serve import answer_of, serve

ROOT = Path(__file__).parents[4]
OLD = (ROOT / "tests" / "data" / "old-word.doc").read_bytes()
PAGE = "<html><p>关于放假的通知</p><p>各单位：</p></html>".encode()


def test_a_page_and_an_old_word_file_open_apart() -> None:
    assert open_bytes(PAGE, "页.html").text == "关于放假的通知\n各单位："
    assert open_bytes(OLD, "旧.wps").furniture == ("青川人事", "藏")


@pytest.mark.parametrize(
    ("door", "data", "answer"),
    [
        ("web", PAGE, {"text": "关于放假的通知\n各单位：", "furniture": (), "unread": ()}),
        ("old_word", OLD[:600], "已损坏"),
        ("pdf", b"%PDF-", "已损坏"),
    ],
)
def test_an_answer_is_what_was_read_or_why_not(
    door: str, data: bytes, answer: dict[str, object] | str
) -> None:
    said = answer_of(door, data, "文")
    if isinstance(answer, str):
        assert answer in str(said["refused"])
    else:
        assert said == answer


def test_too_little_memory_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("models.reading.doors.web.decode", fill)
    assert "内存过多" in str(answer_of("web", PAGE, "页.html")["refused"])


def test_a_refusal_comes_back_as_its_sentence() -> None:
    with pytest.raises(UserError, match=r"“旧\.doc”已损坏"):
        open_bytes(OLD[:600], "旧.doc")


def test_who_does_not_answer_in_time_is_ended() -> None:
    with pytest.raises(UserError, match="时间太长"):
        open_apart("web", PAGE, "页.html", seconds=0.001)


def test_a_program_that_is_not_there_is_our_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "没有"))
    with pytest.raises(FileNotFoundError):
        open_apart("web", PAGE, "页.html")


def test_a_machine_without_memory_for_a_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(UserError, match="内存不足"):
        open_apart("web", PAGE, "页.html")


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_process_that_the_system_kills_is_told_as_lack_of_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = "import os, sys; sys.stdin.buffer.read(); os.kill(os.getpid(), 9)"
    monkeypatch.setattr("models.reading.doors.child._program", lambda: [sys.executable, "-c", code])
    with pytest.raises(UserError, match="内存不足"):
        open_apart("web", PAGE, "页.html")


def test_a_fault_of_ours_is_kept_for_the_report(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    code = (
        "import sys; from models.reading.doors import serve;"
        "sys.modules['models.reading.doors.web'] = None; sys.exit(serve.serve(sys.argv[1:]))"
    )
    monkeypatch.setattr("models.reading.doors.child._program", lambda: [sys.executable, "-c", code])
    with pytest.raises(UserError, match="已损坏"):
        open_apart("web", PAGE, "页.html")
    assert "The door web failed" in caplog.text
    assert "ModuleNotFoundError" in caplog.text


def test_the_process_fails_without_an_answer_and_says_why(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError("Windows would not have it")

    monkeypatch.setattr("models.reading.doors.serve.limit_this_process", fail)
    assert serve(["web", "页.html"]) == 1
    said = capfd.readouterr()
    assert (said.out, "Windows would not have it" in said.err) == ("", True)


@pytest.mark.parametrize("answer", [b"", b"[]", b'{"text": 1}'])
def test_an_answer_that_is_none_is_a_broken_file(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({answer!r})"
    monkeypatch.setattr("models.reading.doors.child._program", lambda: [sys.executable, "-c", code])
    with pytest.raises(UserError, match="已损坏"):
        open_apart("web", PAGE, "页.html")


def test_a_process_that_computes_for_ever_is_ended_by_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = (
        "import sys; sys.stdin.buffer.read(); from models.reading.doors.limits import limit_this_process;"
        "limit_this_process(1 << 30, 1)\nwhile True: pass"
    )
    monkeypatch.setattr("models.reading.doors.child._program", lambda: [sys.executable, "-c", code])
    with pytest.raises(UserError, match="时间太长"):
        open_apart("web", PAGE, "页.html", seconds=120)


@pytest.mark.skipif(sys.platform == "win32", reason="a job object cannot be left again")
def test_limits_are_those_of_the_system() -> None:
    import resource

    kept = {which: resource.getrlimit(which) for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU)}
    try:
        limit_this_process(1 << 46, 1_000_000)
        assert resource.getrlimit(resource.RLIMIT_AS)[0] == 1 << 46
        assert resource.getrlimit(resource.RLIMIT_CPU)[0] == 1_000_000
    finally:
        for which, limits in kept.items():
            resource.setrlimit(which, limits)


@pytest.mark.skipif(sys.platform == "win32", reason="a job object cannot be left again")
def test_a_machine_that_allows_less_keeps_its_limit() -> None:
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (50, 60));"
        "from models.reading.doors.limits import limit_this_process; limit_this_process(1 << 40, 90);"
        "print(*resource.getrlimit(resource.RLIMIT_CPU))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.split() == [b"60", b"60"]


def test_the_program_opens_for_itself_when_it_is_called_so() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", OPEN_APART, "web", "页.html"],
        input=PAGE, capture_output=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert b"text" in io.BytesIO(done.stdout).read()
