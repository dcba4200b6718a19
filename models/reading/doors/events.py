"""XML of strangers event by event: no document type is let in, hence no entity; and no tree that could fill memory."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from models.reading.doors.refusals import broken, dangerous

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Attributes = dict[str, str]
    Start = Callable[[str, Attributes], None]
    End = Callable[[str], None]

MAX_TAGS = 3_000_000  # of start and end together
GAP = " "  # between a namespace and a name


class Events:
    """Answers to the elements of one XML text. Names are `namespace name`.

    `starts` and `ends` answer to elements that begin and end, `text` to what stands between them.
    """

    def __init__(
        self,
        starts: Mapping[str, Callable[[Attributes], None]],
        ends: Mapping[str, Callable[[], None]],
        text: Callable[[str], None],
    ) -> None:
        self._start, self._end, self._depth = _starter(starts.get), _ender(ends.get), 0
        self._parser = expat.ParserCreate(namespace_separator=GAP)
        self._parser.buffer_text = True
        self._parser.CharacterDataHandler = text
        self._listen()

    def run(self, data: bytes, name: str) -> None:
        """Go through an XML text that stands in the file `name`.

        Raises:
            Refused: it is no XML, too large, or declares a document type.
        """

        def refuse(*_: object) -> None:
            raise dangerous(name, "含有实体声明")

        if data.count(b"<") > MAX_TAGS:
            raise dangerous(name, "内容过多")
        self._parser.StartDoctypeDeclHandler = refuse
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise broken(name) from error

    def skip(self, _: Attributes) -> None:
        """Pass over the element that has just begun, with all that is in it."""
        self._depth = 1
        self._parser.StartElementHandler = self._deeper
        self._parser.EndElementHandler = self._back

    def _listen(self) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def _deeper(self, *_: object) -> None:
        self._depth += 1

    def _back(self, _: str) -> None:
        self._depth -= 1
        if not self._depth:
            self._listen()


# closures, as they are called for every element: what they ask stands at hand


def _starter(answer: Callable[[str], Callable[[Attributes], None] | None]) -> Start:
    def start(name: str, attributes: Attributes) -> None:
        does = answer(name)
        if does is not None:
            does(attributes)

    return start


def _ender(answer: Callable[[str], Callable[[], None] | None]) -> End:
    def end(name: str) -> None:
        does = answer(name)
        if does is not None:
            does()

    return end
