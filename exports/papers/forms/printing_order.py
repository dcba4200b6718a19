"""The printing order (印制通知单): what the printing room must know of a document, and who answers for it.

No standard shapes it; its entries are those that rules of printing rooms ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import forms_standard
from exports.page import Align, Box, Face, Frame
from exports.papers.forms.printed_form import PLAIN, PORTRAIT, PrintedForm, form_title, line
from exports.standard import pt
from models.form import Sealing
from models.rules.dealing import DIGITS
from models.spans import union, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Text
    from models.distribution import Distribution
    from models.notice import Notice
    from models.spans import Spans

NAME_MM, VALUE_MM = 26.0, 64.0
ROW, HIGH, SIGNED = 12.0, 16.0, 22.0  # heights, mm
QUALITY = (
    "版面干净无底灰，字迹清楚无断划；双面印刷，页码套正，两面误差不超过2毫米；"
    "红色按Y80%、M80%；裁切误差不超过1毫米；左侧装订，不掉页，订眼距上下各1/4处。"
)

Pair = tuple[str, str]


def printing_order(
    notice: Notice, distribution: Distribution | None, pages: int, *, is_duplex: bool = True
) -> PrintedForm:
    """The order for a notice whose text has so many pages."""
    rows = tuple(_rows(notice, _numbers(distribution), pages, is_duplex=is_duplex))
    frame = Frame(tuple(_boxes(rows)))
    return PrintedForm("印制通知单", (form_title("文件印制通知单", 10.0), frame), PORTRAIT)


def _numbers(distribution: Distribution | None) -> Spans:
    if distribution is None:
        return ()
    return union(span for one in distribution.allotments for span in one.spans)


def _rows(
    notice: Notice, numbers: Spans, pages: int, *, is_duplex: bool
) -> Iterator[tuple[float, tuple[Pair, ...]]]:
    """Heights, and the named cells of each row: one or two."""
    sheets = -(-pages // 2) if is_duplex else pages
    copies = notice.copies
    in_all = f"，共{sheets * copies}张" if copies else ""
    yield HIGH, (("文件名称", notice.title),)
    yield ROW, (("发文字号", notice.doc_number), ("密级", notice.secrecy or "无"))
    yield ROW, (("紧急程度", notice.urgency or "无"), ("份数", f"{copies}份" if copies else ""))
    yield ROW, (("面数", f"{pages}面"), ("张数", f"每份{sheets}张{in_all}"))
    sides = _ticked(("单面", not is_duplex), ("双面", is_duplex))
    yield ROW, (("用纸", "A4，60—80克胶版纸或复印纸"), ("单双面", sides))
    binding = _ticked(("骑马订", False), ("平订两钉", sheets > 1), ("不订", sheets <= 1))
    yield ROW, (("套红", _ticked(("首页套红", True), ("不套红", False))), ("装订", binding))
    yield ROW, (("份号", _numbered(numbers)), ("用印", _sealed(notice)))
    yield HIGH, (("印制方式", _machine(copies)),)
    yield ROW, (("送印时间", _until_hour()), ("要求完成", _until_hour()))
    yield SIGNED, (("拟稿处室校对签字", ""), ("办公室签字", ""))
    yield SIGNED, (("承印人", ""), ("清点交件", ""))
    yield SIGNED, (("印制要求", QUALITY),)
    yield SIGNED, (("备注", ""),)


def _boxes(rows: tuple[tuple[float, tuple[Pair, ...]], ...]) -> Iterator[Box]:
    top = 0.0
    for height, pairs in rows:
        whole = 2 * VALUE_MM + NAME_MM if len(pairs) == 1 else VALUE_MM
        left = 0.0
        for name, value in pairs:
            yield _box(left, top, NAME_MM, height, line(name, _CENTRED, Face.HEI))
            yield _box(left + NAME_MM, top, whole, height, *((line(value),) if value else ()))
            left += NAME_MM + whole
        top += height


def _box(left: float, top: float, width: float, height: float, *texts: Text) -> Box:
    return Box(pt(left), pt(top), pt(width), pt(height), texts)


def _ticked(*choices: tuple[str, bool]) -> str:
    """`■双面 □单面`: what was not meant can be ticked by hand."""
    return "　".join(f"{'■' if is_meant else '□'}{name}" for name, is_meant in choices)


def _numbered(numbers: Spans) -> str:
    """A few spans; of many, from the first to the last."""
    if len(numbers) > 2:
        return f"{numbers[0].first:0{DIGITS}}至{numbers[-1].last:0{DIGITS}}，中间有缺号"
    return written(numbers, DIGITS) or "不编份号"


def _sealed(notice: Notice) -> str:
    is_sealed = notice.sealing_in_use is Sealing.SEAL
    return _ticked(("加盖", is_sealed), ("套印", False), ("不盖", not is_sealed))


def _machine(copies: int | None) -> str:
    """By how many copies are wanted, as printing rooms divide them."""
    low, high = forms_standard.COPIER_BELOW, forms_standard.STENCIL_FROM
    count = copies or 0
    return _ticked(
        (f"复印（{low}份以下）", 0 < count < low),
        (f"一体机（{low}—{high - 1}份）", low <= count < high),
        (f"速印（{high}份以上，另计制版）", count >= high),
    )


def _until_hour() -> str:
    return "　　月　　日　　时"


_CENTRED = PLAIN.aligned(Align.CENTER)
