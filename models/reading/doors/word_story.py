"""The paragraphs of a part of Word (text, header, notes) as lines, as the final state of the file prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.doors.events import GAP, Events
from models.reading.doors.refusals import broken
from models.reading.doors.rows import row_lines
from models.reading.doors.word_names import WORD, as_number, is_on
from models.reading.doors.word_numbers import Asking
from models.reading.doors.word_place import BoxPlace
from models.reading.doors.word_symbols import symbol
from models.reading.doors.word_values import Found, Frame, Paragraph, Place, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.reading.doors.events import Attributes
    from models.reading.doors.word_values import Context

_W = WORD + GAP
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006" + GAP
_MATH_TEXT = "http://schemas.openxmlformats.org/officeDocument/2006/math" + GAP + "t"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" + GAP
_POSITION = _DRAWING + "positionV"
_VML = "urn:schemas-microsoft-com:vml" + GAP
_R_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships" + GAP + "id"
_VAL = _W + "val"
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# instructions, settings, and what stood there before a tracked change
_PASSED_OVER = ("delText", "instrText", "tblPr", "tblGrid", "sdtPr", "pPrChange", "rPrChange", "sectPrChange", "trPrChange", "tcPrChange", "tblPrExChange")  # fmt: skip
_MOST_COLUMNS = 63


class Story:
    """Reads one part, once."""

    def __init__(self, context: Context) -> None:
        self.found = Found()
        self._context = context
        self._places = [Place(self.found.lines)]
        self._paragraphs: list[Paragraph] = []
        self._rows: list[Row] = []
        self._hidden: list[str] = []
        self._choices: list[bool] = []
        self._note = ""
        self._section = 0
        self._in_text = self._is_hidden = False
        self._is_above = False  # in small characters over others that say how they sound (注音)
        self._of_paragraph = self._of_run = self._of_row = False  # whose properties are read
        self._place_of_box = BoxPlace()
        self._events = Events(self._starts(), self._ends(), self._text)

    def read(self, data: bytes, name: str) -> Found:
        """What a part of the file `name` holds.

        Raises:
            Refused: it is broken, or made to exhaust the machine.
        """
        try:
            self._events.run(data, name)
        except IndexError as error:  # a cell outside a row, a property outside a paragraph
            raise broken(name) from error
        self._close()
        return self.found

    def _starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        word: dict[str, Callable[[Attributes], None]] = {
            "p": self._on_paragraph, "pPr": self._on_paragraph_properties, "pStyle": self._on_style,
            "numId": self._on_list, "ilvl": self._on_level,
            "r": self._on_run, "rPr": self._on_run_properties, "rStyle": self._on_run_style, "vanish": self._on_vanish,
            "rt": self._on_sounds,
            "t": self._on_text, "sym": self._on_symbol, "fldChar": self._on_field,
            "del": self._on_taken_out, "moveFrom": self._on_taken_out,
            "tr": self._on_row, "trPr": self._on_row_properties, "tc": self._on_place, "gridSpan": self._on_span,
            "txbxContent": self._on_box, "pict": self._on_drawing, "footnote": self._on_note, "endnote": self._on_note,
            "footnoteReference": self._names("footnotes"), "endnoteReference": self._names("endnotes"),
            "headerReference": self._frames("header"), "footerReference": self._frames("footer"),
            "titlePg": self._on_title_page, "altChunk": self._on_nested,
        }  # fmt: skip
        word |= {name: self._says(mark) for name, mark in _MARKS.items()}
        word |= dict.fromkeys(_PASSED_OVER, self._skip)
        return {_W + name: does for name, does in word.items()} | {
            _MATH_TEXT: self._on_text,
            _DRAWING + "inline": self._on_drawing,
            _DRAWING + "anchor": self._on_drawing,
            _POSITION: self._on_position,
            _VML + "shape": self._on_shape,
            _VML + "rect": self._on_shape,
            _VML + "textpath": self._on_word_art,
            _MC + "AlternateContent": self._on_choices,
            _MC + "Choice": self._on_choice,
            _MC + "Fallback": self._on_choice,
        }

    def _ends(self) -> Mapping[str, Callable[[], None]]:
        word: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph, "pPr": self._end_paragraph_properties, "r": self._end_run,
            "rPr": self._end_run_properties, "rt": self._end_sounds, "t": self._end_text, "tr": self._end_row,
            "trPr": self._end_row_properties, "tc": self._end_cell, "txbxContent": self._end_box,
            "footnote": self._end_note, "endnote": self._end_note, "sectPr": self._end_section,
        }  # fmt: skip
        return {_W + name: does for name, does in word.items()} | {
            _MATH_TEXT: self._end_text,
            _POSITION: self._place_of_box.end,
            _MC + "AlternateContent": self._end_choices,
        }

    def _skip(self, attributes: Attributes) -> None:
        self._events.skip(attributes)

    # characters

    def _text(self, text: str) -> None:
        if self._in_text:
            self._say(text)
        elif self._place_of_box.is_heard:
            self._place_of_box.hear(text)

    def _say(self, text: str) -> None:
        if self._paragraphs and not self._places[-1].unread:
            is_hidden = self._is_hidden or self._is_above
            (self._hidden if is_hidden else self._paragraphs[-1].parts).append(text)

    def _says(self, mark: str) -> Callable[[Attributes], None]:
        """A tab is a character in a run, and a setting of a paragraph."""
        return lambda _: None if self._of_paragraph else self._say(mark)

    def _on_text(self, _: Attributes) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _on_symbol(self, attributes: Attributes) -> None:
        self._say(symbol(attributes.get(_W + "char", ""), attributes.get(_W + "font", "")))

    def _on_field(self, attributes: Attributes) -> None:
        """A field is its instruction, a separator and its result; only the result is text."""
        place = self._places[-1]
        match attributes.get(_W + "fldCharType"):
            case "begin":
                place.begin_field()
            case "separate":
                place.begin_result()
            case "end":
                place.end_field()
            case _:
                pass

    def _on_word_art(self, attributes: Attributes) -> None:
        if text := attributes.get("string", "").strip():
            self._paragraphs[-1].before.append(text)

    # runs

    def _on_run(self, _: Attributes) -> None:
        self._is_hidden = False

    def _end_run(self) -> None:
        self._is_hidden = False

    def _on_run_properties(self, _: Attributes) -> None:
        self._of_run = True

    def _end_run_properties(self) -> None:
        self._of_run = False

    def _on_run_style(self, attributes: Attributes) -> None:
        if self._of_run and not self._of_paragraph:
            self._is_hidden = self._context.is_hidden_style(attributes.get(_VAL, ""))

    def _on_vanish(self, attributes: Attributes) -> None:
        is_hidden = is_on(attributes.get(_VAL))
        if self._of_paragraph:
            self._paragraphs[-1].is_hidden = is_hidden
        else:
            self._is_hidden = is_hidden

    def _on_sounds(self, _: Attributes) -> None:
        self._is_above = True

    def _end_sounds(self) -> None:
        self._is_above = False

    def _on_taken_out(self, attributes: Attributes) -> None:
        """Among properties it says that the end of the paragraph, or the row, was taken out."""
        if self._of_paragraph:
            self._paragraphs[-1].is_joined = self._of_run
        elif self._of_row:
            self._rows[-1].is_gone = True
        else:
            self._skip(attributes)

    # paragraphs

    def _on_paragraph(self, _: Attributes) -> None:
        joined, self._places[-1].joined = self._places[-1].joined, None
        self._paragraphs.append(joined.joining() if joined else Paragraph())

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        if paragraph.is_joined:
            self._places[-1].joined = paragraph
        else:
            self._write(paragraph)

    def _write(self, paragraph: Paragraph) -> None:
        if self._hidden:
            self._keep_hidden()
        text = "".join(paragraph.parts)
        may_ask = paragraph.list_name is not None or paragraph.style is not None
        if may_ask and (text or not paragraph.is_hidden):
            asking = Asking(paragraph.list_name, paragraph.level, paragraph.style)
            text = self._context.number(asking) + text
        lines = [line for line in text.split("\n") if line.strip()] if text else []
        self._put(paragraph.before + lines + paragraph.after)

    def _keep_hidden(self) -> None:
        """What was hidden before the end of a paragraph stands together."""
        hidden = "".join(self._hidden).strip()
        self._hidden.clear()
        if hidden:
            self._context.spend(len(hidden))
            self.found.hidden.append(hidden)

    def _put(self, lines: list[str]) -> None:
        """Lines go where the story stands, unless they are more than any document has."""
        self._context.spend(sum(map(len, lines)) + len(lines))
        self._places[-1].lines += lines

    def _on_paragraph_properties(self, _: Attributes) -> None:
        self._of_paragraph = True

    def _end_paragraph_properties(self) -> None:
        self._of_paragraph = False

    def _on_style(self, attributes: Attributes) -> None:
        self._paragraphs[-1].style = attributes.get(_VAL)

    def _on_list(self, attributes: Attributes) -> None:
        self._paragraphs[-1].list_name = attributes.get(_VAL)

    def _on_level(self, attributes: Attributes) -> None:
        self._paragraphs[-1].level = as_number(attributes.get(_VAL))

    # tables, text boxes, notes

    def _on_row(self, _: Attributes) -> None:
        self._rows.append(Row())

    def _on_row_properties(self, _: Attributes) -> None:
        self._of_row = True

    def _end_row_properties(self) -> None:
        self._of_row = False

    def _on_span(self, attributes: Attributes) -> None:
        span = as_number(attributes.get(_VAL)) or 1
        self._rows[-1].span = min(span, _MOST_COLUMNS)

    def _end_row(self) -> None:
        row = self._rows.pop()
        if not row.is_gone:
            self._put(row_lines(row.cells))

    def _on_place(self, _: Attributes) -> None:
        self._places.append(Place())

    def _on_drawing(self, _: Attributes) -> None:
        self._place_of_box.forget()

    def _on_box(self, _: Attributes) -> None:
        self._places.append(Place(is_low=self._place_of_box.is_low))

    def _on_position(self, attributes: Attributes) -> None:
        self._place_of_box.begin(attributes.get("relativeFrom", ""))

    def _on_shape(self, attributes: Attributes) -> None:
        self._place_of_box.hear_style(attributes.get("style", ""))

    def _close(self) -> list[str]:
        """The lines of the place that ends; a paragraph that should have gone on ends with it."""
        joined = self._places[-1].joined
        if joined is not None:
            self._write(joined)
        return self._places.pop().lines

    def _end_cell(self) -> None:
        row = self._rows[-1]
        self._context.spend(row.span)
        row.cells += [self._close(), *[[]] * (row.span - 1)]
        row.span = 1

    def _end_box(self) -> None:
        paragraph = self._paragraphs[-1]
        side = paragraph.after if self._places[-1].is_low else paragraph.before
        side += self._close()

    def _on_note(self, attributes: Attributes) -> None:
        """Those that have a type only draw the line above the notes."""
        if attributes.get(_W + "type", "normal") != "normal":
            self._skip(attributes)
        else:
            self._note = attributes.get(_W + "id", "")
            self._on_place(attributes)

    def _end_note(self) -> None:
        self.found.notes[self._note] = self._close()

    def _names(self, kind: str) -> Callable[[Attributes], None]:
        """The lines of a note stand below the paragraph that names it."""

        def name(attributes: Attributes) -> None:
            note = self._context.note(kind, attributes.get(_W + "id", ""))
            self._context.spend(sum(map(len, note)) + len(note))
            self._paragraphs[-1].after += note

        return name

    # the same thing for programs of several ages: the first is taken

    def _on_choices(self, _: Attributes) -> None:
        self._choices.append(False)

    def _on_choice(self, attributes: Attributes) -> None:
        if self._choices[-1]:
            self._skip(attributes)
        self._choices[-1] = True

    def _end_choices(self) -> None:
        self._choices.pop()

    # sections

    def _frames(self, kind: str) -> Callable[[Attributes], None]:
        def name(attributes: Attributes) -> None:
            pages, part = attributes.get(_W + "type", ""), attributes.get(_R_ID, "")
            self.found.frames.append(Frame(kind, pages, part, self._section))

        return name

    def _on_title_page(self, attributes: Attributes) -> None:
        if is_on(attributes.get(_VAL)):
            self.found.title_sections.add(self._section)

    def _end_section(self) -> None:
        self._section += 1

    def _on_nested(self, _: Attributes) -> None:
        self.found.is_nested = True
