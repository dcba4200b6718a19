"""What stands where there is no notice yet."""

from __future__ import annotations

from ui.parts.blank import Blank

WORDS = "把公文原文粘贴进来，或者把文件拖到窗口里，\n程序会认出标题、主送机关、正文和日期，排成红头文件。"


def empty_notices() -> Blank:
    """Four ways to begin: `paste`, `new`, `open`, `sample`."""
    steps = {
        "paste": "粘贴原文（Ctrl+Shift+V）",
        "new": "新建公文（Ctrl+N）",
        "open": "打开文件（Ctrl+O）",
        "sample": "打开示例（2007）",
    }
    return Blank("还没有打开公文", WORDS, steps)
