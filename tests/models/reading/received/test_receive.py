"""Handed-in files are found wherever they lie, read through the doors, and never unpacked onto the disk."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from models.errors import Cancelled, UserError
from models.reading.received import sources
from models.reading.received.receive import Received, receive
from models.reading.received.words import Words, words_of
from tests.support.hostile import HOSTILE, OLD_WORD, blown_up
from tests.support.packages import paragraph, word, zipped
from tests.support.workbooks import row, workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def zip_with(names: dict[bytes, bytes]) -> bytes:
    """A zip whose names are these bytes, as programs write them that say nothing of an encoding."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, data in enumerate(names.values()):
            archive.writestr(f"@{at:03}" + "x" * 40, data)
    made = buffer.getvalue()
    for at, name in enumerate(names):
        stand_in = f"@{at:03}".encode() + b"x" * 40
        made = made.replace(stand_in, name.ljust(44, b"x")[:44])
    return made


def taken(*places: Path, known: Iterable[str] = ()) -> list[Received]:
    return list(receive(places, known))


def test_a_folder_is_walked_and_junk_is_left(tmp_path: Path) -> None:
    for name in (
        "乙.txt",
        "甲.txt",
        "~$甲.docx",
        "Thumbs.db",
        "._甲.txt",
        "区/丙.txt",
        ".DS_Store",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"文字{name}", encoding="utf-8")
    found = [(one.name, one.folder, one.text) for one in taken(tmp_path)]
    assert found == [
        ("乙.txt", "", "文字乙.txt"),
        ("甲.txt", "", "文字甲.txt"),
        ("丙.txt", "区", "文字区/丙.txt"),
    ]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_a_zip_with_chinese_names_is_read_member_by_member(tmp_path: Path, encoding: str) -> None:
    name = "河西区/工作安排意见.txt".encode(encoding)
    (tmp_path / "汇总.zip").write_bytes(zip_with({name + b" " * (44 - len(name)): "甲".encode()}))
    before = sorted(tmp_path.rglob("*"))
    (one,) = taken(tmp_path / "汇总.zip")
    assert (one.name, one.folder, one.text) == ("工作安排意见.txt", "汇总/河西区", "甲")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_zip_may_lie_in_a_folder_and_name_what_it_likes(tmp_path: Path) -> None:
    members = {
        "../../外.txt": "甲",
        "/根.txt": "乙",
        "__MACOSX/._x": "",
        "内\\深\\丁.txt": "丁",
        "空/": "",
    }
    (tmp_path / "区").mkdir()
    (tmp_path / "区" / "a.zip").write_bytes(zipped(members))
    found = {(one.name, one.folder) for one in taken(tmp_path)}
    assert found == {("外.txt", "区/a"), ("根.txt", "区/a"), ("丁.txt", "区/a/内/深")}


def test_hostile_members_are_passed_by_and_the_others_read(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("炸弹.txt", bytes(30_000_000))
        archive.writestr("好.txt", "甲".encode())
    locked = bytearray(zipped({"锁.txt": "乙"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    lying = zipped({"谎.txt": "丙" * 999}).replace(
        (2997).to_bytes(4, "little"), (5).to_bytes(4, "little")
    )
    for name, data in (("a.zip", bomb.getvalue()), ("b.zip", bytes(locked)), ("c.zip", lying)):
        (tmp_path / name).write_bytes(data)
    told = {one.name: one.passed or one.text for one in taken(tmp_path)}
    assert told["好.txt"] == "甲"
    assert "压缩比异常" in told["炸弹.txt"]
    assert "设了打开密码" in told["锁.txt"]
    assert "谎.txt" in told["谎.txt"]


def test_a_member_that_is_too_large_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    (tmp_path / "大.zip").write_bytes(zipped({"大.txt": "字" * 20}))
    (one,) = sources.found_in([tmp_path / "大.zip"])
    with pytest.raises(UserError, match="100 MB"):
        one.content()


def test_a_zip_that_is_none_is_kept_as_a_file_that_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "坏.zip").write_bytes(b"PK\x03\x04" + bytes(50))
    (tmp_path / "包.rar").write_bytes(b"Rar!\x1a\x07\x00")
    bad, packed = taken(tmp_path)
    assert (packed.name, packed.content) == ("坏.zip", b"PK\x03\x04" + bytes(50))
    assert "先解压" in bad.unread
    assert packed.unread


def test_a_zip_of_far_too_many_files_is_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "多.zip").write_bytes(zipped({f"{at}.txt": "" for at in range(9)}))
    monkeypatch.setattr(sources, "MAX_FILES", 8)
    (one,) = taken(tmp_path)
    assert one.name == "多.zip"
    for at in range(9):
        (tmp_path / f"{at}.txt").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="超过 8 个"):
        taken(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("文.docx", word(paragraph("甲")), "甲"),
        ("文.doc", word(paragraph("名不副实")), "名不副实"),
        ("文.txt", "甲\r\n乙".encode("gbk"), "甲\r\n乙"),
        ("表.xlsx", workbook(row("单位", "人数"), row("甲局", "3")), "单位\t人数\n甲局\t3"),
        ("表.csv", "单位,人数".encode("gbk"), "单位,人数"),
        ("页.html", "<html><p>甲</p></html>".encode(), "甲"),
    ],
)
def test_every_kind_of_file_is_read_by_its_content(name: str, data: bytes, text: str) -> None:
    assert words_of(data, name) == Words(text)


def test_an_old_word_file_and_one_of_wps_are_read() -> None:
    for name in ("旧.doc", "旧.wps"):
        assert "青川市人事局" in words_of(OLD_WORD.read_bytes(), name).text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.doc", b"", "是空的"),
        ("白.txt", b"  \n", "没有文字"),
        ("照.jpg", b"\xff\xd8\xff\xe0", "只有图片"),
        ("旧.xls", OLD_WORD.read_bytes(), r"旧版 Excel 文件（\.xls）"),
        ("坏.xlsx", zipped({"xl/workbook.xml": "<a"}), "已损坏"),
        ("长.txt", ("字" * 1_000_001).encode("gb18030"), "100 万字"),
        ("密.docx", HOSTILE["加密.docx"](), "密码"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, said: str) -> None:
    words = words_of(data, name)
    assert words.text == ""
    assert said.replace("\\", "") in words.unread
    assert words.unread.endswith("。")


def test_an_unreadable_file_is_kept_and_a_huge_one_is_not(tmp_path: Path) -> None:
    bomb = blown_up("word/document.xml", 120)
    (tmp_path / "甲.docx").write_bytes(bomb)
    with (tmp_path / "乙.pdf").open("wb") as file:
        file.truncate(sources.MAX_BYTES + 1)
    with (tmp_path / "丙.pdf").open("wb") as file:
        file.truncate(51_000_000)
    scan, huge, hostile = taken(tmp_path)
    assert (len(scan.content), scan.passed) == (51_000_000, "")
    assert "超过 50 MB" in scan.unread
    assert "超过 100 MB" in huge.passed
    assert (hostile.content, hostile.passed) == (bomb, "")
    assert hostile.unread


def test_the_same_file_is_read_once(tmp_path: Path) -> None:
    for name in ("甲.txt", "甲（2）.txt"):
        (tmp_path / name).write_text("文字", encoding="utf-8")
    first, second = taken(tmp_path)
    assert (first.text, first.is_known) == ("文字", False)
    assert (second.text, second.is_known, second.sha256) == ("", True, first.sha256)
    assert all(one.is_known for one in taken(tmp_path, known=[first.sha256]))


def test_a_state_secret_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "密.txt").write_text("机密★一年\n某局", encoding="utf-8")
    (one,) = taken(tmp_path)
    assert (one.content, one.text) == (b"", "")
    assert "非涉密计算机" in one.passed


def test_what_lies_nowhere_is_told(tmp_path: Path) -> None:
    (one,) = taken(tmp_path / "无.doc")
    assert "没有找到文件" in one.passed


def test_progress_names_each_file_and_can_stop(tmp_path: Path) -> None:
    for at in range(5):
        (tmp_path / f"{at}.txt").write_text(str(at), encoding="utf-8")
    told: list[tuple[int, int, str]] = []

    def tick(done: int, of: int, what: str) -> None:
        told.append((done, of, what))
        if done == 3:
            raise Cancelled

    coming = receive([tmp_path], (), tick)
    assert [next(coming).name for _ in range(3)] == ["0.txt", "1.txt", "2.txt"]
    with pytest.raises(Cancelled):
        next(coming)
    assert told[2] == (2, 5, "2.txt")
