"""The README names every term that the code uses."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from exports.page import Role
from models.notice import Notice

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
HEADINGS = {Role.HEADING_2, Role.HEADING_3}  # named as a row from the first to the fourth


@pytest.mark.parametrize("name", [field.name for field in fields(Notice) if field.name != "id"])
def test_every_field_of_a_notice_stands_in_the_glossary(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("role", [role for role in Role if role not in HEADINGS])
def test_every_role_stands_in_the_glossary_with_its_term(role: Role) -> None:
    assert role.value in README


@pytest.mark.parametrize("picture", ["window.png", "page.png"])
def test_the_pictures_are_there(picture: str) -> None:
    path = f"resources/help/pictures/{picture}"
    assert path in README
    assert (Path(__file__).parent.parent / path).is_file()
