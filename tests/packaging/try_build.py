"""Try the frozen program as a clerk without Python would: `python tests/packaging/try_build.py dist`.

It issues the sample it carries and opens its window for a second, with no variable of this environment but the screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 60
SCREEN = ("QT_QPA_PLATFORM", "DISPLAY", "XDG_RUNTIME_DIR", "SYSTEMROOT")
STARTS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".yinfa": b"SQLite format 3\0"}


def main(arguments: Sequence[str]) -> None:
    """Run both ways and look at what was written; an assertion says what is wrong."""
    program = Path(arguments[0]).resolve() / "yinfa" / "yinfa"
    sample = next(program.parent.rglob("notice-2007.txt"))
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "out"
        data = folder / "sample.yinfa"
        run([program, "issue", sample, "-o", folder, "--data", data], Path(home))
        check_files(folder)
        said = run([program, data, "--close-after", "1"], Path(home))
        assert not said, f"the window had something to say: {said}"
    strangers = [file for file in program.parent.rglob("*.qm") if file.name != "qtbase_zh_CN.qm"]
    assert not strangers, strangers
    assert any(program.parent.rglob("manual/*.md")), "the manual was left behind"
    size = sum(file.stat().st_size for file in program.parent.rglob("*") if not file.is_symlink())
    sys.stdout.write(f"{program.parent.name}: both ways work, {size / 1e6:.0f} MB\n")


def run(command: Sequence[str | Path], home: Path) -> str:
    """What the program said on stderr; it must end well."""
    kept = {name: os.environ[name] for name in SCREEN if name in os.environ}
    done = subprocess.run(
        command,
        env=kept | {"HOME": str(home), "LANG": "C.UTF-8"},
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    said = done.stderr.decode("utf-8", errors="replace")
    assert done.returncode == 0, f"{command} ended with {done.returncode}: {said}"
    return said


def check_files(folder: Path) -> None:
    """One whole file of each kind."""
    for suffix, start in STARTS.items():
        (file,) = folder.glob(f"*{suffix}")
        assert file.read_bytes().startswith(start), file


if __name__ == "__main__":
    main(sys.argv[1:])
