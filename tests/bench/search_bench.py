"""How fast the search is beside SQLite's LIKE, on 50,000 paragraphs: `python -m tests.bench.search_bench [paragraphs]`.

Prints the middle of the ratios of processor time, taken in turns, for queries of 2 to 6 characters, and says whether both
found the same.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from models.notice import Notice, Paragraph
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from models.store.searching import Search

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPHS, OF_A_NOTICE, LENGTH, RARE = 50_000, 100, 120, 400
WORDS = [
    "人事",
    "人才",
    "职称",
    "改革",
    "公务员",
    "考试",
    "录用",
    "培训",
    "工资",
    "退休",
    "军转",
    "安置",
    "事业",
    "单位",
    "岗位",
    "设置",
    "聘用",
    "合同",
    "专业",
    "技术",
    "人员",
    "管理",
    "部门",
    "区县",
    "委办局",
    "通知",
    "印发",
    "要点",
    "工作",
    "加强",
    "推进",
    "完善",
    "制度",
    "机制",
    "服务",
    "发展",
    "落实",
    "科学",
    "评价",
    "选拔",
]
QUERIES = (
    "职称",
    "公务员",
    "聘用合同",
    "专业技术",
    "公务员考试",
    "职称改革工作",
    "委办局",
    "人才发展",
)
ROUNDS, LIMIT = 15, 50
LIKE = "SELECT id FROM paragraph WHERE number || heading || text LIKE '%' || ? || '%'"


def main(paragraphs: int) -> int:
    """Measure; 1 where the search found something else than LIKE or was less than 50 times as fast."""
    with tempfile.TemporaryDirectory() as folder, DataFile.create(Path(folder) / "a.yinfa") as file:
        start = time.perf_counter()
        _fill(file, paragraphs)
        _say(f"{paragraphs} paragraphs through the gate in {time.perf_counter() - start:.0f} s")
        ratios = [_measure(file, query) for query in QUERIES]
        same = all(_found(file, query) == _liked(file, query) for query in QUERIES)
    _say(f"first {LIMIT} hits / LIKE: worst {max(ratios):.4f}, same result sets: {same}")
    return int(not same or max(ratios) > 1 / 50)


def _measure(file: DataFile, query: str) -> float:
    search = Search(file)
    pairs = [
        (_cost(lambda: search.search(query, LIMIT)), _cost(lambda: _liked(file, query)))
        for _ in range(ROUNDS)
    ]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (1000 * statistics.median(side) for side in zip(*pairs, strict=True))
    hits = len(_liked(file, query))
    _say(
        f"{query}: {hits} hits, first {LIMIT} {ours:.2f} ms, LIKE {theirs:.1f} ms, ratio {ratio:.4f}"
    )
    return ratio


def _cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _found(file: DataFile, query: str) -> set[int | None]:
    return {hit.paragraph_id for hit in Search(file).search(query, None)} - {None}


def _liked(file: DataFile, query: str) -> set[int | None]:
    with file.reading() as database:
        return {row for (row,) in database.ask(LIKE, query)}


def _fill(file: DataFile, paragraphs: int) -> None:
    chance = random.Random(1)
    words = [*WORDS, *(_rare(chance) for _ in range(RARE))]
    for number in range(paragraphs // OF_A_NOTICE):
        body = tuple(Paragraph(_text(chance, words)) for _ in range(OF_A_NOTICE))
        NoticeRepository(file).save(Notice("通知", f"第{number}号", body=body))


def _text(chance: random.Random, words: list[str]) -> str:
    text = ""
    while len(text) < LENGTH:
        text += chance.choice(words) + chance.choice(("", "", "", "，", "、", "的"))
    return text


def _rare(chance: random.Random) -> str:
    """A word as others are in real texts, so that each is in some of the paragraphs only."""
    return "".join(chr(chance.randrange(0x4E00, 0x5600)) for _ in range(chance.choice((2, 2, 3))))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PARAGRAPHS))
