"""Hostile texts in every field of a report, in every format: shown as they are, doing nothing.

One report has them all: each text fills the fields of one claim, its reasons and its evidence, and
all together the fields of the article, the scale and the report. Every format is read by a reader
that knows nothing of ours. ``TEXTS`` is the table to add to.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import docx
import openpyxl
import pypdfium2
import pytest
from markdown_it import MarkdownIt
from openpyxl.utils.escape import unescape

from factcheck_gui import domain
from factcheck_gui.reports import content, wording, writing
from tests.core import html_page
from tests.core import report_samples as samples

TEXTS = {
    "a script": "<script>alert(1)</script>",
    "a picture": '<img src=x onerror=alert(2)> " onload="x',
    "ends of everything": "]]> --> </title></style></textarea></script><script>alert(3)</script>",
    "entities": "&lt;b&gt; &amp;amp; &#60;i&#62; &unknown;",
    "a formula": "=cmd|' /C calc'!A0",
    "other formulas": "@SUM(A1) +1 -1 =HYPERLINK(0)",
    "a plus": "+441234",
    "a tab before a formula": "\t=1+1",
    "a template": "{{ 7*7 }}{% raw %}${7*7}#{7*7}",
    "typst": '#import "x": * #panic() $x$ <label> @ref = Head',
    "Markdown": "[a](javascript:alert(4)) ![p](https://evil.example/p.png) <https://e.example> `c`",
    "blocks of Markdown": "# Head\n\n- item\n> quote\n\n| a | b |\n| - | - |\n***\n```code",
    "a direction turned": "\u202eevil\u202c \u2067turned\u2069 \u200fmark",
    "control characters": "\x07bell \x1b[31mred \x7f\x85 \x0b\x0c",
    "what XML forbids": "\ufffe \uffff \U0001ffff \ufdd0 \x01",
    "halves of characters": "half \ud800 and \udfff end",
    "lines of a letter": "one\r\nBcc: two\rthree\u2028four\u2029five",
    "an address": "javascript:alert(5) data:text/html,x vbscript:x file:///etc/passwd",
    "Word fields": "{ HYPERLINK \\\\evil } w:instrText <w:object/> _x000D_ _x0041_",
    "rich text of a workbook": "<r><t>bold</t><evil></r>",
    "a broken entity in it": "<r>& so on</r>",
    "SQL": "'); DROP TABLE claim; --",
    "combining marks": "Z" + "\u0301" * 60 + "algo",
}
LONG = "w" * 100_000
_FOOTER = re.compile(r"Fact-check report(?: · Not for publication[^/]*?)?\s*\d+ / \d+")


@lru_cache(maxsize=1)
def report() -> content.Report:
    """Every field of every claim has one of the texts; everything is told, private notes too."""
    whole = " ".join(TEXTS.values())
    lines = [domain.storable(text).replace("\n", " ") for text in TEXTS.values()]
    about = samples.article("\n\n".join([*lines, LONG]), whole)
    row = replace(about.row, site=whole, author=whole, signed_at=samples.NOW.isoformat())
    about = replace(about, row=replace(row, url="javascript:alert(6)", signed_by=whole))
    label = domain.Label("Wrong", "✕", "red", meaning=whole)
    claims = [_claim(about, number, text) for number, text in enumerate([*TEXTS.values(), LONG], 1)]
    scale = domain.Scale("own", whole, (label,), whole)
    return samples.report(
        content.ReportArticle(about, scale, tuple(claims)),
        reviewer="Desk " + whole,
        organisation="House " + whole,
        made_with=whole,
        url="https://example.org/check",
        agreement=(_agreed(whole),),
        included=content.Included(history=True, agreement=True, notes=True),
    )


def _agreed(whole: str) -> content.Agreement:
    pair = (f"{whole} (pair0)", "Ada")
    found = content.Coefficient("cohen", pair, 0.5, 0.25, 0.75, 9, agreed=7)
    return content.Agreement(f"{whole} (agreed0)", pair, 9, 7, (found,))


def _claim(about: domain.Article, number: int, text: str) -> content.ReportClaim:
    """The text with the field's name behind it, so that a field can be looked for."""
    short = text if text != LONG else "long"
    made = samples.claim(about, number, domain.storable(text).replace("\n", " "))
    made = replace(made, text=f"{short} (text{number})", wording=f"{text} (wording{number})")
    made = replace(made, claimant=f"{short} (claimant{number})", cue=short, kind=short)
    source = replace(
        samples.source(f"{short} (source{number})", f"{short}.pdf", publisher=short, author=short),
        url="javascript:alert(7)",
        conflict=f"{short} (conflict{number})",
    )
    fields = {name: f"{short} ({name}{number})" for name in ("question", "answer", "quote")}
    proof = samples.evidence(1, "refutes", source=source, **fields, locator=short, read_on=short)
    early = samples.given("Wrong", f"{text} (reason{number})", reviewer=f"{short} (by{number})")
    early = replace(early, note=f"{short} (private{number})")
    late = samples.given(
        "Wrong",
        f"{text} (again{number})",
        reviewer=f"{short} (by{number})",
        round="correction",
        public_note=f"{short} (note{number})",
        at="2026-11-22T12:00:00.000000Z",
    )
    return samples.judged(made, early, late, evidence=[proof])


class Read(NamedTuple):
    """What a reader found: all text, and what in the file is alive."""

    text: str
    alive: list[str]


# ---------------------------------------------------------------- a reader for each format


def _page(data: bytes) -> Read:
    page = html_page.read(data)
    alive = [e.tag for e in page.all("script", "img", "iframe", "object", "base", "form", "embed")]
    alive += [n for e in page.elements for n in e.attributes if n.startswith("on") or n == "src"]
    return Read(page.text, alive + _bad_links(page.links()))


def _pasted(data: bytes) -> Read:
    """The block of ClaimReview: one script of data, whose text no parser of HTML may end early."""
    page = html_page.read(re.sub(rb"<!--.*?-->\n?", b"", data, count=1))
    (script,) = page.all("script")
    alive = [] if script.attributes == {"type": "application/ld+json"} else ["script"]
    alive += [one.tag for one in page.elements if one is not script]
    return Read(_strings(json.loads(script.text)), alive)


def _markdown(data: bytes) -> Read:
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(data.decode())
    return _page(f"<html><body>{shown.replace(' />', '>')}</body></html>".encode())


def _pdf(data: bytes) -> Read:
    names = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/SubmitForm")
    with closing(pypdfium2.PdfDocument(data)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    text = "".join(_FOOTER.sub("", page) for page in pages)  # where a text goes on overleaf
    alive = [name for name in names if name in data]
    return Read(
        text, list(map(bytes.decode, alive + re.findall(rb"/URI \((?!https://).{20}", data)))
    )


def _word(data: bytes) -> Read:
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    fields = [e.tag for e in body.iter() if e.tag.endswith(("fldSimple", "instrText", "object"))]
    links = [link.address for one in document.paragraphs for link in one.hyperlinks if link.address]
    notes = [one.text for note in document.comments for one in note.paragraphs]
    told = [one.text for one in document.paragraphs]
    for sheet in document.tables:
        told += [cell.text for row in sheet.rows for cell in row.cells]
    return Read("\n".join(told + notes), fields + _bad_links(links))


def _workbook(data: bytes) -> Read:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    alive = [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    # Excel reads _x000D_ as a sign; a text that has these letters is escaped, as openpyxl leaves it
    return Read("\n".join(unescape(str(cell.value or "")) for cell in cells), alive)


def _table(data: bytes) -> Read:
    csv.field_size_limit(10 * len(LONG))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    alive = [cell[:40] for cell in cells if cell.lstrip(" \u00a0")[:1] in tuple("=+-@\t\r\n")]
    return Read("\n".join(cells), alive)


def _json(data: bytes) -> Read:
    assert not re.search(rb"[<>&]|\xe2\x80\xae", data), "harmless wherever it is pasted"
    return Read(_strings(json.loads(data)), [])


def _strings(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "\n".join(_strings(one) for pair in value.items() for one in pair)
    return "\n".join(map(_strings, value)) if isinstance(value, list) else ""


def _bad_links(links: list[str]) -> list[str]:
    """Links that lead elsewhere than to the web, as a reason may, or into the file."""
    return [one[:60] for one in links if not one.startswith(("#", "https://"))]


READERS: dict[str, Callable[[bytes], Read]] = {
    "html": _page,
    "manuscript-html": _page,
    "claimreview-html": _pasted,
    "md": _markdown,
    "pdf": _pdf,
    "manuscript-pdf": _pdf,
    "docx": _word,
    "manuscript-docx": _word,
    "xlsx": _workbook,
    "csv": _table,
    "json": _json,
    "webannotation": _json,
    "claimreview": _json,
}
# The fields that a format tells. A reason is Markdown: its marks may be gone, its words are not.
MANY = {
    *("wording", "claimant", "source", "conflict", "question", "answer", "quote", "note", "again"),
    *("private", "by"),
}
TOLD = {
    "html": MANY,
    "manuscript-html": {"again", "source", "private"},
    "claimreview-html": {"wording", "claimant", "again"},
    "md": MANY,
    "pdf": MANY,
    "manuscript-pdf": {"again", "source", "private"},
    "docx": MANY,
    "manuscript-docx": {"wording", "again", "source", "quote", "private"},
    "xlsx": MANY | {"text", "reason"},
    "csv": MANY | {"text"},
    "json": MANY | {"text", "reason"},
    "webannotation": {"wording", "again", "note", "by"},
    "claimreview": {"wording", "claimant", "again"},
}


def read(format: str) -> Read:
    one = report()
    if format.startswith("claimreview"):  # which refuses an article whose address is none
        (article,) = one.articles
        row = replace(article.article.row, url="https://example.org/article")
        one = replace(one, articles=(replace(article, article=replace(article.article, row=row)),))
    return READERS[format](writing.FORMATS[format].written(one, None).data)


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(TOLD) == set(writing.FORMATS)


@pytest.mark.parametrize("format", READERS)
def test_texts_are_shown_and_do_nothing(format: str) -> None:
    text, alive = read(format)
    assert alive == []
    told = _letters(text)
    lost = [
        f"{name}: {field}"
        for number, (name, words) in enumerate(TEXTS.items(), 1)
        for field in sorted(TOLD[format])
        if _letters(f"{words} ({field}{number})") not in told
        and (name, field) != ("Markdown", "again")  # there it is a link, its address not text
    ]
    assert lost == []
    assert ("pair0" in told and "agreed0" in told) is ("agreement" in writing.applies(format))
    # the long word is whole, or cut where the format has a limit of its own
    limits = {"xlsx": 30_000, "claimreview": 1_000, "claimreview-html": 1_000}
    assert text.count("w") >= limits.get(format, len(LONG))


def _letters(text: str) -> str:
    """Letters and figures as they are shown: readers differ in signs, spaces and line ends."""
    return re.sub(r"[\W_]", "", wording.visible(text))
