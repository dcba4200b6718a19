"""The empty Word file that python-docx fills.

The template of the library carries half a megabyte of styles, a theme and the picture of a strange page. To read and
to write them again took two thirds of the time of a whole file, and three quarters of its size.
"""

from __future__ import annotations

import io
import zipfile

from exports.writers.word_xml import NAMESPACES

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{WORD}.settings+xml"/></Types>'
)
DOCUMENT = (
    f'<w:document {NAMESPACES}><w:body><w:sectPr><w:pgSz/><w:pgMar w:gutter="0"/>'
    '<w:cols w:space="720"/><w:docGrid/></w:sectPr></w:body></w:document>'
)


def empty_package(styles: str, settings: str) -> io.BytesIO:
    """A file with these styles and settings, and one section without text."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relationships(officeDocument="word/document.xml"),
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": _relationships(
            styles="styles.xml", settings="settings.xml"
        ),
        "word/styles.xml": styles,
        "word/settings.xml": settings,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, xml in parts.items():
            file.writestr(name, DECLARATION + xml)
    return buffer


def _relationships(**targets: str) -> str:
    rows = (
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'
