"""The house's one structural rule: imports run downwards and never in a circle, and each library has its room."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FLOORS = ("main", "ui", "exports", "models")
ROOMS = {
    "PySide6": ("ui/", "main.py"),
    "peewee": ("models/store/",),
    "playhouse": ("models/store/",),
    "sqlite3": ("models/store/",),
    "pysqlite3": ("models/store/",),
    "reportlab": ("exports/writers/",),
    "docx": ("exports/writers/",),
    "xlsxwriter": ("exports/writers/",),
    "pypdfium2": ("models/reading/doors/",),
    "legacy_doc": ("models/reading/doors/",),
}
TOP_CODE = {"main.py", "ui", "models", "resources", "exports", "tests"}
FILES = [
    ROOT / "main.py",
    *sorted(f for top in (*FLOORS[1:], "resources") for f in (ROOT / top).rglob("*.py")),
]


def path_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=path_of)
def test_no_import_climbs(file: Path) -> None:
    top = name_of(file).split(".")[0]
    below = set(FLOORS[FLOORS.index(top) :]) if top in FLOORS else set[str]()
    above = {target.split(".")[0] for target in imports(file)} & set(FLOORS) - below
    assert not above


@pytest.mark.parametrize("file", FILES, ids=path_of)
def test_each_library_stays_in_its_room(file: Path) -> None:
    strangers = {
        target.split(".")[0]
        for target in imports(file)
        if not path_of(file).startswith(ROOMS.get(target.split(".")[0], ("",)))
    }
    assert not strangers


def test_no_circle() -> None:
    names = {name_of(f) for f in FILES}
    graph = {name_of(f): {t for t in imports(f) if t in names and t != name_of(f)} for f in FILES}
    assert tuple(TopologicalSorter(graph).static_order())


def test_no_other_code_stands_at_the_top() -> None:
    holders = {
        path_of(f).split("/")[0]
        for f in ROOT.rglob("*.py")
        if not path_of(f).startswith((".", "build", "dist", "out"))
    }
    assert holders <= TOP_CODE


@pytest.mark.parametrize("file", FILES, ids=path_of)
def test_no_file_is_over_400_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("file", FILES, ids=path_of)
def test_no_function_is_over_50_lines(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@pytest.mark.parametrize("file", FILES, ids=path_of)
def test_every_change_goes_through_the_gate(file: Path) -> None:
    calls = [
        n.func
        for n in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(n, ast.Call)
    ]
    names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert "changing" not in names or path_of(file) == "models/store/gate.py"
