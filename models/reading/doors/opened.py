"""What a door hands on: the text of a file, what its pages carry besides, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

HAS_MACROS = "文件含宏，宏没有读入，也没有运行；请核对文件的来源。"


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file in reading order, a line for each paragraph, tabs between the cells of a row.

    `furniture` is what belongs to the file and not to the text: page numbers, running heads (页眉、页脚), what is hidden.
    `unread` are Chinese sentences on what stands in the file and could not be read, such as pages that are pictures.
    """

    text: str
    furniture: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
