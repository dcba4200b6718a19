"""雷同: replies that share much of their text, such as one copied from another with the names changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from models.progress import no_tick
from models.replies.exchange import values_in
from models.replies.versions import SHARED, pairs_of, share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from models.notice import Notice
    from models.progress import Tick
    from models.replies.standing import Standing
    from models.replies.versions import Pairs

QUOTED = 6  # characters in a row that stand in the notice too
LEAST_PAIRS = 60  # of its own: shorter texts are alike by chance
OWN_FIELDS = ("plans", "features", "advice", "needs")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two units, in standing order, whose texts share so much of the shorter one (0 to 1)."""

    unit: str
    other: str
    share: float


def alike(standings: Sequence[Standing], notice: Notice, tick: Tick = no_tick) -> tuple[Alike, ...]:
    """Which units sent nearly the same, the most alike first; what they quote of the notice is no likeness."""
    quotable = stretches_of(notice)
    texts = [(one.expected.name, own_text(one, quotable)) for one in standings if not one.by]
    made = [(name, pairs) for name, text in texts if len(pairs := pairs_of(text)) >= LEAST_PAIRS]
    found = [
        Alike(made[at][0], made[other][0], share(made[at][1], made[other][1]))
        for at, other in _candidates([pairs for _, pairs in made], tick)
    ]
    return tuple(sorted(found, key=lambda one: -one.share))


def stretches_of(notice: Notice) -> frozenset[str]:
    """All stretches of the notice and its pieces that count as a quotation."""
    paragraphs = (*notice.body, *(one for piece in notice.pieces for one in piece.paragraphs))
    texts = (notice.title, *(one.title for one in notice.pieces), *(p.whole for p in paragraphs))
    return frozenset(stretch for text in texts for stretch in _stretches("".join(text.split())))


def own_text(standing: Standing, quotable: Collection[str]) -> str:
    """What a unit wrote itself: one line for each stretch between quotations."""
    parts = (part for one in standing.replies for part in _parts(one.text))
    return "\n".join(own for part in parts for own in _unquoted("".join(part.split()), quotable))


def _parts(text: str) -> Sequence[str]:
    """A text, of a form only what was filled in; its titles are the same in all of them."""
    values = values_in(text)
    return [values[name] for name in OWN_FIELDS] if values else [text]


def _stretches(text: str) -> Iterator[str]:
    for start in range(len(text) - QUOTED + 1):
        yield text[start : start + QUOTED]


def _unquoted(text: str, quotable: Collection[str]) -> Iterator[str]:
    """What lies between the quotations of a text."""
    end = 0
    for start, stretch in enumerate(_stretches(text)):
        if stretch in quotable:
            if start > end:
                yield text[end:start]
            end = start + QUOTED
    yield text[end:]


def _candidates(texts: Sequence[Pairs], tick: Tick) -> Iterator[tuple[int, int]]:
    """The places of those that share enough, counted by bits: a number holds the pairs of a text, a bit for each."""
    bits = _bits_of(texts)
    sizes = [len(pairs) for pairs in texts]
    for at, (mine, size) in enumerate(zip(bits, sizes, strict=True)):
        tick(at, len(texts), "比对报送件")
        for other in range(at + 1, len(texts)):
            if (mine & bits[other]).bit_count() >= SHARED * min(size, sizes[other]):
                yield at, other


def _bits_of(texts: Sequence[Pairs]) -> list[int]:
    """A number for each text; pairs that stand in one text alone have no bit."""
    having = Counter(chain.from_iterable(texts))
    places = {pair: at for at, pair in enumerate(p for p, count in having.items() if count > 1)}
    return [_number([places[p] for p in pairs if p in places], len(places)) for pairs in texts]


def _number(places: Iterable[int], size: int) -> int:
    """The number whose bits at these places are set."""
    made = bytearray(size // 8 + 1)
    for place in places:
        made[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(made, "little")
