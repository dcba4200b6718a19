"""Workbooks made part by part, so that a test says exactly what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.packages import KIND, RELATED, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(
    *sheets: str,
    texts: Sequence[str] = (),
    styles: str = "",
    extra: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx file; each sheet is the inside of its `sheetData`."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    related = "".join(
        f'<Relationship Id="r{n}" Type="{KIND}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATED}">{related}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(texts)}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    parts |= {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="A1:A1"/><sheetData>{sheet}</sheetData></worksheet>'
        for n, sheet in enumerate(sheets, 1)
    }
    return zipped({**parts, **(extra or {})})


def row(*cells: str, number: int | None = None) -> str:
    """A row of inline texts."""
    told = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    return f"<row>{told}</row>" if number is None else f'<row r="{number}">{told}</row>'
