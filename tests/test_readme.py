"""The README keeps its promises: every term of the code is in the glossary once, and what it points at is there."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from exports.page import Role
from models.notice import Notice, Piece

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TERMS = [
    (chinese, english, re.findall(r"`(\w+)`", code))
    for chinese, english, code in re.findall(
        r"^\| (\S+) \| (.+?) \| (.*?)\|$",
        README.partition("## Glossary")[2].partition("\n## ")[0],
        re.MULTILINE,
    )
    if chinese not in ("中文", "---")
]
HEADINGS = {
    re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-")
    for line in re.findall(r"^#+ (.+)$", README, re.MULTILINE)
}


@pytest.mark.parametrize("column", [0, 1], ids=["chinese", "english"])
def test_each_term_has_one_name(column: int) -> None:
    names = [term[column] for term in TERMS]
    assert sorted(names) == sorted(set(names))


def test_each_name_in_code_belongs_to_one_term() -> None:
    names = [name for _, _, code in TERMS for name in code]
    assert sorted(names) == sorted(set(names))


def test_all_fields_of_a_notice_and_its_pieces_are_terms() -> None:
    kept = {field.name for value in (Notice, Piece) for field in fields(value)}
    shared = {"id", "kind", "title"}  # of both, or of the data file
    assert kept - shared <= {name for _, _, code in TERMS for name in code}


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.name)
def test_each_role_on_paper_is_a_term_by_its_chinese_name(role: Role) -> None:
    assert [chinese for chinese, _, code in TERMS if role.name in code] == [role.value]


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", README))
def test_what_is_pointed_at_is_there(target: str) -> None:
    if target.startswith("#"):
        assert target[1:] in HEADINGS
    else:
        assert (ROOT / target).exists()


@pytest.mark.parametrize("name", ["ui", "exports", "models", "resources", "tests"])
def test_the_map_names_every_folder(name: str) -> None:
    assert f"| `{name}/` |" in README
