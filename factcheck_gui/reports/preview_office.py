"""The office files that the writers made, read for a preview: a Word document as HTML with its
comments beside the passages, a workbook as rows of text.

Here: only as much of both formats as ``docx`` and ``workbook`` write. Not here: other people's
files, which ``documents`` reads in a process of its own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from xml.etree import ElementTree

from factcheck_gui.reports import preview

MARGIN = 210  # pixels for the comments
ROWS = 200  # of a sheet that are shown, its head with them
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TAGS = {"Title": "h1", "Heading1": "h2", "Heading2": "h3", "Heading3": "h4", "Quote": "blockquote"}
_DAY_ZERO = datetime(1899, 12, 30)  # how Excel counts days
_DATES = re.compile(r"[ymdh]")

Element = ElementTree.Element


# ---------------------------------------------------------------- Word documents


def outline(data: bytes) -> str:
    """A Word document as HTML, a line a paragraph, the comments that begin in it beside it.

    Only those have a table: Qt lays out a large table all at once, and plain paragraphs as they
    come into sight.
    """
    from markupsafe import Markup

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
        notes = ElementTree.fromstring(package.read("word/comments.xml"))
    comments = {
        one.get(f"{_W}id", ""): Markup("").join(Markup("<p>{}</p>").format(_runs(p)) for p in one)
        for one in notes
    }
    return Markup("\n").join(_line(one, comments) for one in body.iter(f"{_W}p"))


def _line(one: Element, comments: Mapping[str, str]) -> str:
    from markupsafe import Markup

    beside = Markup("").join(_beside(one, comments))
    if not beside:
        return _paragraph(one, f"margin-right: {MARGIN + 8}px")
    table = Markup(
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top: 8px">'
        "<tr><td>{}</td>"
        '<td width="8"></td><td width="{}" class="note">{}</td></tr></table>'
    )
    return table.format(_paragraph(one), MARGIN, beside)


def _paragraph(one: Element, look: str = "") -> str:
    from markupsafe import Markup

    style = one.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    tag = Markup(_TAGS.get(name, "p"))  # a word of our own table
    mark = "• " if name.startswith("ListBullet") else ""
    return Markup('<{0} style="{3}">{1}{2}</{0}>').format(tag, mark, _runs(one), look)


def _beside(one: Element, comments: Mapping[str, str]) -> Iterator[str]:
    for start in one.iter(f"{_W}commentRangeStart"):
        yield comments.get(start.get(f"{_W}id", ""), "")


def _runs(paragraph: Element) -> str:
    from markupsafe import Markup

    return Markup("").join(_run(one) for one in paragraph.iter(f"{_W}r"))


def _run(run: Element) -> str:
    """A run with its look: bold, italic, the colour of the ink and of the ground."""
    from markupsafe import Markup

    inner = Markup("").join(_pieces(run))
    look = run.find(f"{_W}rPr")
    if look is None or not inner:
        return inner
    for name, tag in (("b", "b"), ("i", "i")):
        if look.find(f"{_W}{name}") is not None:
            inner = Markup("<{0}>{1}</{0}>").format(Markup(tag), inner)
    colour, ground = look.find(f"{_W}color"), look.find(f"{_W}shd")
    styles = []
    if colour is not None:
        styles.append(f"color: #{colour.get(f'{_W}val')}")
    if ground is not None:
        styles.append(f"background-color: #{ground.get(f'{_W}fill')}")
    if styles:
        inner = Markup('<span style="{}">{}</span>').format("; ".join(styles), inner)
    return inner


def _pieces(run: Element) -> Iterator[str]:
    from markupsafe import Markup

    for one in run:
        if one.tag == f"{_W}t":
            yield Markup.escape(one.text or "")
        elif one.tag == f"{_W}br":
            yield Markup("<br>")
        elif one.tag == f"{_W}tab":
            yield Markup("&nbsp; ")


# ---------------------------------------------------------------- workbooks


def sheets(data: bytes) -> tuple[preview.Sheet, ...]:
    """The first rows of every sheet of a workbook, as a spreadsheet shows their cells."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        dated = _dated(ElementTree.fromstring(package.read("xl/styles.xml")))
        names = [one.get("name", "") for one in book.iter(f"{_S}sheet")]
        return tuple(
            _sheet(name, package.read(f"xl/worksheets/sheet{number}.xml"), dated)
            for number, name in enumerate(names, 1)
        )


def _dated(styles: Element) -> set[str]:
    """The numbers of the cell styles that show a number as a day or a time."""
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter(f"{_S}numFmt")}
    looks = styles.find(f"{_S}cellXfs")
    return {
        str(number)
        for number, one in enumerate(looks if looks is not None else ())
        if _DATES.search(codes.get(one.get("numFmtId"), ""))
    }


def _sheet(name: str, xml: bytes, dated: set[str]) -> preview.Sheet:
    found = ElementTree.fromstring(xml).iter(f"{_S}row")
    rows = tuple(_row(one, dated) for one in islice(found, ROWS))
    return preview.Sheet(name, rows, len(rows) + sum(1 for _ in found))


def _row(row: Element, dated: set[str]) -> tuple[str, ...]:
    cells: list[str] = []
    for one in row:
        column = _column(one.get("r", ""))
        cells += [""] * (column - len(cells))
        cells.append(_cell(one, one.get("s", "") in dated))
    return tuple(cells)


def _column(place: str) -> int:
    """Which column a cell like "AB12" stands in, from 0."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell(cell: Element, dated: bool) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(f"{_S}t"))
    value = cell.findtext(f"{_S}v", "")
    if not dated or not value:
        return value
    at = _DAY_ZERO + timedelta(days=float(value))
    return at.isoformat(sep=" ", timespec="seconds").removesuffix(" 00:00:00")
