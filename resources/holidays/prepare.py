"""Makes holidays.txt from the package chinesecalendar (MIT): `python prepare.py FOLDER`, where pip put the package.

Kept are the days that differ from Monday to Friday: days off (休) on weekdays, weekends worked (班) in their place, and
for its name every day of a holiday. A line is a day, its mark, and the name of its holiday.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

OFF, ON = "休", "班"


def main(folder: Path, target: Path) -> None:
    """Write the days that the package in `folder` knows to `target`."""
    sys.path.insert(0, str(folder))
    known: Any = importlib.import_module("chinese_calendar.constants")
    names = {holiday.value: holiday.chinese for holiday in known.Holiday}
    days = {day: (OFF, names[name]) for day, name in known.holidays.items()}
    days |= {day: (ON, names[name]) for day, name in known.workdays.items()}
    lines = [f"{day} {mark} {name}\n" for day, (mark, name) in sorted(days.items())]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "holidays.txt")
