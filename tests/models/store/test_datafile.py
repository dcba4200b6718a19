"""A data file is opened after its checks only, and what is refused stays as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from peewee import OperationalError

from models import files
from models.files import CannotWrite
from models.store import holder, opening
from models.store.database import PRAGMAS, Database
from models.store.datafile import DataFile
from models.store.driver import SAFE_SQLITE, driver
from models.store.notices import NoticeRepository
from models.store.refusals import (
    AlreadyThere,
    BadPlace,
    Damaged,
    DiskFault,
    DiskFull,
    InUse,
    Newer,
    NotFound,
    NotOurs,
    ReadOnly,
    StoreError,
    meaning_of,
)
from tests.models.store.store_values import NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

needs_links = pytest.mark.skipif(os.name == "nt", reason="only an administrator makes links")
needs_modes = pytest.mark.skipif(os.name == "nt", reason="no modes of files")

HOLD = """
import sys
from pathlib import Path
from models.store.datafile import DataFile
with DataFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed data file with one notice; its name holds what trips careless programs."""
    made = tmp_path / "津人 数据#1?%20.yinfa"
    with DataFile.create(made) as file:
        NoticeRepository(file).save(NOTICE)
    return made


@contextlib.contextmanager
def held(path: Path) -> Generator[subprocess.Popen[str]]:
    """Another process that has `path` open."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=pipe, stdout=pipe, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        try:
            yield other
        finally:
            other.kill()


@contextlib.contextmanager
def unprivileged() -> Generator[None]:
    """Not as root, whom no mode stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that another user can enter; those of pytest are closed to all but one."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_new_file_is_opened_again(path: Path) -> None:
    with DataFile.open(path) as file:
        assert file.path == path
        assert not file.read_only
        assert NoticeRepository(file).load(1) == NOTICE


def test_every_pragma_holds(path: Path) -> None:
    with DataFile.open(path) as file:
        assert [file.database.value(f"PRAGMA {name}") for name, _ in PRAGMAS] == [
            wanted for _, wanted in PRAGMAS
        ]


def test_a_pragma_that_does_not_hold_is_our_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.database.PRAGMAS", (*PRAGMAS, ("foreign_kees", 1)))
    with pytest.raises(AssertionError, match="foreign_kees"):
        DataFile.open(path)
    monkeypatch.undo()
    DataFile.open(path).close()


def test_the_library_is_one_without_the_log_reset_fault() -> None:
    assert driver.sqlite_version_info >= SAFE_SQLITE


def test_closing_twice_is_no_fault(path: Path) -> None:
    file = DataFile.open(path)
    file.close()
    file.close()


def test_nothing_is_left_beside_a_closed_file(path: Path) -> None:
    names = {f.name for f in path.parent.iterdir() if f.stat().st_size}
    assert names == {path.name}


def test_a_new_file_never_overwrites(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(AlreadyThere, match="已经存在"):
        DataFile.create(path)
    assert path.read_bytes() == before


def test_a_new_file_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="换一个可以写入的文件夹"):
        DataFile.create(tmp_path / "没有" / "a.yinfa")


def cut(share: float) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

    return damage


def overwrite(data: bytes, at: int = 0) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[at : at + len(data)] = data
        path.write_bytes(whole)

    return damage


def run(sql: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with contextlib.closing(driver.connect(path, isolation_level=None)) as connection:
            connection.executescript(sql)

    return damage


WRONG: dict[str, tuple[Callable[[Path], None], type[StoreError], str]] = {
    "empty": (cut(0), NotOurs, "不是印发的数据文件"),
    "text": (overwrite("公文".encode() * 100), NotOurs, "不是印发的数据文件"),
    "zeros": (overwrite(bytes(8192)), NotOurs, "不是印发"),
    "head only": (cut(0.01), Damaged, "已损坏"),
    "cut off": (cut(0.6), Damaged, "已损坏"),
    "foreign": (run("PRAGMA application_id = 5"), NotOurs, "不是印发的数据文件"),
    "newer": (run("PRAGMA user_version = 99"), Newer, "更新本机的程序"),
    "trigger": (
        run(
            "CREATE TRIGGER z AFTER INSERT ON notice BEGIN UPDATE notice SET copies = 549; END",
        ),
        NotOurs,
        "结构被别的程序改动",
    ),
    "view": (run("CREATE VIEW v AS SELECT 1"), NotOurs, "结构被别的程序改动"),
    "dropped": (run("DROP TABLE office_fact"), NotOurs, "结构被别的程序改动"),
    "huge": (overwrite(b"\x7f\xff\xff\xff", 28), Damaged, "已损坏"),
    "log beside": (overwrite(b"\x02\x02", 18), NotOurs, "被别的程序改动过"),
    "trigger on the index": (
        run("CREATE TRIGGER words_x AFTER INSERT ON words_data BEGIN DELETE FROM notice; END"),
        NotOurs,
        "结构被别的程序改动",
    ),
    "history that may be changed": (
        run("DROP TRIGGER history_is_not_changed"),
        NotOurs,
        "结构被别的程序改动",
    ),
    "garbage page": (overwrite(os.urandom(4096), 4096), Damaged, "已损坏"),
    "garbage root": (overwrite(os.urandom(3984), 112), Damaged, "已损坏"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_and_stays_as_it_was(path: Path, name: str) -> None:
    spoil, kind, words = WRONG[name]
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(kind, match=words):
        DataFile.open(path)
    assert path.read_bytes() == before
    assert not holder.note_of(path).exists()


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="找不到"):
        DataFile.open(tmp_path / "a.yinfa")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOurs, match="是文件夹"):
        DataFile.open(tmp_path)


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="nothing here that refuses to be read"
)
def test_a_disk_that_cannot_be_read_is_said_to_be() -> None:
    with pytest.raises(DiskFault, match="读不出来"):
        opening.check_header(Path("/proc/self/mem"), 1)


@needs_links
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "a.yinfa"
    loop.symlink_to(loop)
    with pytest.raises(BadPlace, match="链接"):
        DataFile.open(loop)
    with pytest.raises(BadPlace, match="链接"):  # where resolving it tells nothing
        opening.check_header(loop, 1)


def test_a_path_too_long_for_windows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPlace, match="路径太长"):
        DataFile.create(tmp_path / ("深" * 80) / ("层" * 150) / "a.yinfa")


@pytest.mark.parametrize("share", ["//server/share/a.yinfa", "\\\\server\\share\\a.yinfa"])
def test_a_share_is_refused(share: str) -> None:
    with pytest.raises(BadPlace, match="网络共享"):
        opening.check_place(Path(share))


def test_a_second_opening_in_this_program_is_refused(path: Path) -> None:
    with DataFile.open(path), pytest.raises(InUse, match="已经在本程序中打开"):
        DataFile.open(path)


def test_another_program_is_refused_quickly_and_told_who_has_the_file(path: Path) -> None:
    with held(path):
        start = time.monotonic()
        with pytest.raises(InUse) as refused:
            DataFile.open(path)
        assert time.monotonic() - start < 2.5
    assert f"正由{holder.myself()}使用" in str(refused.value)


def test_a_killed_holder_frees_the_file(path: Path) -> None:
    with held(path) as other:
        other.kill()
        other.wait()
        assert holder.note_of(path).exists()
        DataFile.open(path).close()
    assert not holder.note_of(path).exists()


def test_a_holder_without_a_readable_note_is_still_refused(path: Path) -> None:
    for note in ("{half", "[1, 2]", None):
        with held(path):
            if note is None:
                holder.note_of(path).unlink()
            else:
                holder.note_of(path).write_text(note)
            with pytest.raises(InUse, match="别的程序"):
                DataFile.open(path)


@needs_modes
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o555, 0o666), (0o777, 0o444), (0o555, 0o444)]
)
def test_a_read_only_place_can_be_read(
    path: Path, shared_folder: Path, folder_mode: int, file_mode: int
) -> None:
    copy = Path(shutil.copy(path, shared_folder / "a.yinfa"))
    before = copy.read_bytes()
    copy.chmod(file_mode)
    shared_folder.chmod(folder_mode)
    with unprivileged(), DataFile.open(copy) as file:
        assert file.read_only
        assert NoticeRepository(file).load(1) == NOTICE
        with pytest.raises(ReadOnly, match="只读"):
            NoticeRepository(file).save(NOTICE)
    assert copy.read_bytes() == before
    assert [f.name for f in shared_folder.iterdir()] == ["a.yinfa"]


@needs_modes
def test_an_unreadable_file_is_said_to_be(path: Path, shared_folder: Path) -> None:
    copy = Path(shutil.copy(path, shared_folder / "a.yinfa"))
    copy.chmod(0)
    with unprivileged(), pytest.raises(ReadOnly, match="没有权限读取"):
        DataFile.open(copy)


@needs_modes
def test_a_hot_journal_in_a_read_only_place_is_not_read_past(
    path: Path, shared_folder: Path
) -> None:
    copy = Path(shutil.copy(path, shared_folder / "a.yinfa"))
    hot_journal(copy)
    shared_folder.chmod(0o555)
    copy.chmod(0o444)
    with unprivileged(), pytest.raises(ReadOnly, match="没有正常关闭"):
        DataFile.open(copy)


def test_a_hot_journal_is_played_back(path: Path) -> None:
    hot_journal(path)
    with DataFile.open(path) as file:
        assert NoticeRepository(file).load(1) == NOTICE


def hot_journal(path: Path) -> None:
    """Leave `path` as a program killed while writing."""
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom models.store.datafile import DataFile\n"
        "database = DataFile.open(Path(sys.argv[1])).database\n"
        "database.run('PRAGMA cache_size = 1')\n"
        "database.run('BEGIN')\n"
        "for _ in range(60):\n"
        '    database.run("UPDATE paragraph SET text = text || hex(randomblob(2000))")\n'
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
    path.with_name(f"{path.name}-journal").chmod(0o666)


def test_a_full_disk_at_the_note_does_not_stop_the_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(holder, "leave_note", full)
    with DataFile.open(path) as file:
        assert not file.read_only


def test_a_fault_of_ours_is_not_dressed_up(path: Path) -> None:
    with (
        DataFile.open(path) as file,
        pytest.raises(OperationalError, match="no such table"),
        file.changing() as database,
    ):
        database.run("DELETE FROM missing")


def _roll_back_and_fail(database: Database) -> None:
    database.run("ROLLBACK")
    raise ZeroDivisionError


def _fill(database: Database) -> None:
    for number in range(400):
        database.run("INSERT INTO office_fact VALUES (?, hex(randomblob(900)))", str(number))


def test_what_sqlite_rolled_back_itself_is_not_rolled_back_twice(path: Path) -> None:
    with DataFile.open(path) as file:
        with pytest.raises(ZeroDivisionError), file.changing() as database:
            _roll_back_and_fail(database)
        file.database.run(f"PRAGMA max_page_count = {file.database.value('PRAGMA page_count')}")
        with pytest.raises(DiskFull, match="空间不足"), file.changing() as database:
            _fill(database)
        assert file.database.value("SELECT count(*) FROM office_fact") == 0


def test_the_true_cause_is_named_when_the_disk_is_full(path: Path) -> None:
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from models.store.datafile import DataFile\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "file = DataFile.open(Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n"
        "    with file.changing() as database:\n"
        "        for _ in range(400):\n"
        "            database.run(\"INSERT INTO office_fact VALUES (hex(randomblob(900)), '')\")\n"
        "except Exception as error:\n"
        "    print(type(error).__name__, error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(("DiskFull", "DiskFault")), done.stdout + done.stderr
    with DataFile.open(path) as file:
        assert file.database.value("SELECT count(*) FROM office_fact") == 0


@pytest.mark.parametrize(("room", "meaning"), [(float("inf"), DiskFull), (0, DiskFault)])
def test_a_disk_without_room_is_full_whatever_it_says(
    path: Path, monkeypatch: pytest.MonkeyPatch, room: float, meaning: type[Exception]
) -> None:
    monkeypatch.setattr(files, "NO_ROOM", room)
    error = driver.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    assert type(meaning_of(error, path)) is meaning


def test_a_file_with_a_changed_name_keeps_its_database_uri(path: Path) -> None:
    assert "%23" in Database(path).database


def test_damaged_characters_are_a_damaged_file(path: Path) -> None:
    run("UPDATE paragraph SET text = CAST(x'8080' AS TEXT)")(path)
    with DataFile.open(path) as file, pytest.raises(Damaged, match="已损坏"):
        NoticeRepository(file).load(1)
