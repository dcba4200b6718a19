"""A process of its own for one torture, so that it may fork, limit itself and be preloaded: `python -m tests.torture.host`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture import damage, errors, killing, names, order, places, power, texts, typing_lost

if TYPE_CHECKING:
    from collections.abc import Callable


def main(what: str, folder: Path, number: int, control: str) -> object:
    """Do it; what it tells."""
    work: dict[str, Callable[[], object]] = {
        "kill": lambda: killing.kill(folder, number, control),
        "sweep": lambda: errors.sweep(folder, number, control),
        "record": lambda: power.record(folder, number, control),
        "flip": lambda: damage.flip(folder, number),
        "tamper": lambda: damage.tamper(folder, number),
        "salvage": lambda: damage.save_what_is_left(folder, number, plainly=bool(control)),
        "back up": lambda: damage.back_up_at_work(folder, number),
        "copy": lambda: damage.copy_at_work(folder, number),
        "fill": lambda: places.fill_disk(folder, number),
        "meet": lambda: places.meet(folder, number, control),
        "jump": lambda: places.jump(folder, number),
        "type": lambda: typing_lost.type_and_kill(folder, number, control),
        "export": lambda: places.export(folder, number, plainly=bool(control)),
        "name": lambda: names.make_names(folder, number, plainly=bool(control)),
        "carry": lambda: texts.carry(folder, number, plainly=bool(control)),
        "order": lambda: order.go(number, control),
    }
    return work[what]()


if __name__ == "__main__":
    told = main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    sys.stdout.write(json.dumps(told, ensure_ascii=False))
