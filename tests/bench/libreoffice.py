"""The sample text as LibreOffice sets and saves it, where LibreOffice is installed.

Here: the flat OpenDocument source in several layouts, and running ``soffice`` on it. Not here: what
is measured with the files.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.core.document_samples import AUTHOR, HEADER, NOTES, TABLE, TITLE, Layout, body
from tests.core.office_writer import ODF

LAYOUTS = (
    Layout("one column"),
    Layout("one column, justified, hyphens, notes, table, running heads",
           hyphens=True, justified=True, running=True, notes=True, table=True),
    Layout("two columns, justified, hyphens, running heads",
           2, hyphens=True, justified=True, running=True),
    Layout("two columns, ragged, notes, table", 2, notes=True, table=True),
    Layout("three columns, justified, hyphens, running heads",
           3, hyphens=True, justified=True, running=True),
)  # fmt: skip
MORE = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
PAGE = (
    '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
    'fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>'
)
ROOM = (  # between the edges of the page and the text, where something runs there
    '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" '
    'fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style>'
    '<style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/>'
    "</style:footer-style>"
)
ENDS = "</text:list-item></text:list>"
BULLETS = (
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode='
    '"label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
    'text:list-tab-stop-position="0.8cm" fo:text-indent="-0.5cm" fo:margin-left="0.8cm"/>'
    "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
)


def is_there() -> bool:
    """Whether LibreOffice can be run here."""
    return shutil.which("soffice") is not None


def convert(sources: Sequence[Path], ending: str, folder: Path) -> None:
    """Has LibreOffice save files in another format ("pdf", "docx"…) in a folder."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)], check=True, capture_output=True
    )


def fodt(layout: Layout) -> str:
    """The sample text as a flat OpenDocument file in a layout."""
    head = f"<text:p>{HEADER} – March issue</text:p>"
    foot = "<text:p>Page <text:page-number/></text:p>"
    running = f"<style:header>{head}</style:header><style:footer>{foot}</style:footer>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {ODF} {MORE} '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator></office:meta>"
        f"<office:styles>{_styles(layout)}</office:styles><office:automatic-styles>{BULLETS}"
        f'<style:page-layout style:name="P">{PAGE}{ROOM if layout.running else ""}'
        '</style:page-layout><style:style style:name="S" style:family="section">'
        f'<style:section-properties><style:columns fo:column-count="{layout.columns}" '
        'fo:column-gap="0.5cm"/></style:section-properties></style:style></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="P">{running if layout.running else ""}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{_body(layout)}</office:text>"
        "</office:body></office:document>"
    )


def _styles(layout: Layout) -> str:
    side = "justify" if layout.justified else "start"
    hyphens = f'fo:hyphenate="{"true" if layout.hyphens else "false"}"'

    def style(name: str, paragraph: str, words: str = "", more: str = "") -> str:
        return (
            f'<style:style style:name="{name}" style:family="paragraph" {more}>'
            f"<style:paragraph-properties {paragraph}/><style:text-properties {words}/>"
            "</style:style>"
        )

    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        'fo:font-family="Liberation Serif" fo:font-size="10.5pt" fo:language="en" '
        'fo:country="GB"/></style:default-style>'
        + style("Body", f'fo:margin-bottom="0.15cm" fo:text-align="{side}"', hyphens)
        + style("Title", 'fo:text-align="center"', 'fo:font-size="20pt" fo:font-weight="bold"')
        + style("Heading_20_1", 'fo:margin-top="0.4cm"',
                'fo:font-size="14pt" fo:font-weight="bold"')
        + style("Quotations", 'fo:margin-left="1cm" fo:margin-right="1cm"',
                more='style:parent-style-name="Body"')
        + style("Footnote", 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm"',
                'fo:font-size="8.5pt"')
    )  # fmt: skip


def _body(layout: Layout) -> str:
    found: list[str] = []
    notes = list(NOTES) if layout.notes else []
    for kind, words in body(layout):
        found.append(_block(kind, words, notes))
        if kind == "title" and layout.columns > 1:
            found.append('<text:section text:style-name="S" text:name="columns">')
    return "".join(found) + ("</text:section>" if layout.columns > 1 else "")


def _block(kind: str, words: str, notes: list[str]) -> str:
    text = escape(words)
    if kind == "table":
        return _table()
    if kind == "heading":
        return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{text}</text:h>'
    if kind == "item":
        inner = f'<text:p text:style-name="Body">{text}</text:p>'
        return (
            f'<text:list text:style-name="L1"><text:list-item>{inner}</text:list-item></text:list>'
        )
    if kind == "paragraph" and notes:
        at = text.index(". ") + 1
        text = text[:at] + _note(notes.pop(0)) + text[at:]
    style = {"title": "Title", "quote": "Quotations"}.get(kind, "Body")
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _note(words: str) -> str:
    return (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f'<text:note-body><text:p text:style-name="Footnote">{escape(words)}</text:p>'
        "</text:note-body></text:note>"
    )


def _table() -> str:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in TABLE
    )
    return (
        '<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>'
        f"{rows}</table:table>"
    )
