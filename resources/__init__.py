"""Where the program's own files are, also when it is frozen."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = (
    Path(getattr(sys, "_MEIPASS", "")) / "resources"
    if hasattr(sys, "_MEIPASS")
    else Path(__file__).parent
)
HELP = ROOT / "help"
FONTS = ROOT / "fonts"
HOLIDAYS = ROOT / "holidays" / "holidays.txt"
WORDS = ROOT / "words" / "words.txt"
PINYIN = ROOT / "words" / "pinyin.txt"
SKELETONS = ROOT / "skeletons" / "skeletons.txt"
SAMPLE = ROOT / "sample" / "notice-2007.txt"
UNITS = ROOT / "sample" / "units-2007.xlsx"
