"""The bundled notice of 2007, with what its text does not say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import resources
from models.reading.files import read_file

if TYPE_CHECKING:
    from models.notice import Notice


def sample_notice() -> Notice:
    """As the README's command issues it; the number is an example."""
    notice = read_file(resources.SAMPLE).notice
    return replace(notice, organs=("天津市人事局",), doc_number="津人〔2007〕1号")
