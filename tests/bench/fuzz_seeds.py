"""Real files of every format, small and of our own text: what ``make fuzz`` damages.

Here: one function a family of formats. Not here: how files are damaged (``fuzz_documents``). A file
that is an archive is given as its members, so that their text is damaged and not only its packing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from tests.core import pdf_writer, web_samples
from tests.core.document_samples import NOTES, PARAGRAPHS, TITLE, Layout
from tests.core.msg_writer import msg
from tests.core.office_writer import W, docx, item, odt, paragraph

ONE, TWO, THREE = PARAGRAPHS[:3]
SHORT = Layout("short", justified=True, running=True, table=True, repeats=1)
HTML = f"<html><body><h1>{TITLE}</h1><p>{ONE}</p><blockquote>{TWO}</blockquote></body></html>"


def pdfs() -> list[bytes]:
    """PDF files with and without packed streams: those without have their operators damaged."""

    def loose(canvas: Any) -> None:
        canvas.setPageCompression(0)
        pdf_writer.lines(canvas, ONE, 60, 700, 60)
        pdf_writer.lines(canvas, TWO, 320, 700, 40)
        canvas.setFont("Times-Bold", 40)
        canvas.drawString(40, 690, "W")

    return [pdf_writer.pdf(SHORT), pdf_writer.drawn(loose), pdf_writer.drawn(loose, loose)]


def word() -> list[bytes]:
    """Word files with notes, changes, lists and tables."""
    note = '<w:footnote w:id="5">' + paragraph(NOTES[0]) + "</w:footnote>"
    cells = "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in ("Item", "Cost"))
    body = (
        paragraph(TITLE, "T") + paragraph(ONE) + item("one", 1) + item("two", 1, 1)
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
        + '<w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r>'
        '</w:del><w:r><w:footnoteReference w:id="5"/></w:r></w:p>' + paragraph(TWO, "Q")
    )  # fmt: skip
    notes = ("word/footnotes.xml", f"<w:footnotes {W}>{note}</w:footnotes>")
    return [docx(body, notes, core="<dc:title>A title</dc:title>"), docx(paragraph(THREE))]


def opendocument() -> list[bytes]:
    """OpenDocument texts."""
    body = (
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>{ONE}<text:note><text:note-body>'
        f"<text:p>{NOTES[0]}</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><table:table><table:table-row>"
        "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    return [odt(body, meta="<dc:title>A title</dc:title>"), odt(f"<text:p>{TWO}</text:p>")]


def books() -> list[bytes]:
    """Books, as the tests of their reader make them."""
    from tests.core.test_documents_epub import book

    return [book()]


def rich_text() -> list[bytes]:
    """Rich text files."""
    from tests.core.test_documents_rtf import HEAD

    body = (
        r"{\info{\title A title}{\creatim\yr2024\mo3\dy15}}\pard\s1 " + TITLE + r"\par\pard " + ONE
        + r"{\footnote\pard note\par}\par{\listtext 1.\tab}\ilvl0 one\par\trowd\pard\intbl a\cell b"
        r"\cell\row\pard caf\'e9 \u8364? {\f2 \'93\'fa}{\pict 00ff}"
        r"{\field{\*\fldinst X}{\fldrslt y}}"
    )  # fmt: skip
    return [(HEAD + body + "}").encode("latin-1", "replace")]


def mails() -> list[bytes]:
    """Messages: plain, in two forms, with an attachment, passed on."""
    made = EmailMessage()
    made["From"], made["Subject"] = "Ida Marlow <ida@example.org>", "Fwd: =?utf-8?q?Br=C3=BCcke?="
    made["Date"] = "Fri, 15 Mar 2024 23:30:00 +0100"
    head = (
        "---------- Forwarded message ---------\nFrom: A B\nDate: 4 March 2024\nSubject: x\nTo: y"
    )
    made.set_content(f"{ONE}\n\n{head}\n\n> {TWO}\n\n-- \nIda")
    plain = made.as_bytes()
    made.add_alternative(HTML, subtype="html")
    made.add_attachment(ONE, filename="a.txt")
    return [plain, made.as_bytes()]


def outlook() -> list[bytes]:
    """Outlook messages."""
    sender, sent = "Ida Marlow <ida@example.org>", "2024-03-15T10:00:00"
    files = (("a.txt", ONE.encode() * 20),)
    return [msg("RE: x", ONE, HTML.encode(), sender, sent, files), msg("x", TWO, sender=sender)]


def subtitles() -> list[bytes]:
    """Transcripts of both kinds."""
    from tests.core.test_documents_transcripts import SRT

    vtt = "WEBVTT - A title\nLanguage: en\n\n00:01.000 --> 00:02.000\n<v Ida>It is <i>shut</i>.\n"
    return [SRT.encode(), vtt.encode()]


def lists() -> list[bytes]:
    """Lists of articles in every form; each is read under every name."""
    rows = [{"title": "a", "text": ONE, "authors": ["b"]}, {"title": "c", "content": HTML}]
    table = f'title,text,date\na,"{ONE}",2024-03-15\nb,"{TWO}",\n'
    lines = "\n".join(map(json.dumps, rows))
    return [table.encode(), lines.encode(), json.dumps(rows).encode()]


def pages() -> list[bytes]:
    """Web pages, one of them with something of everything."""
    rich = web_samples.rich_page()
    return [rich.encode(), rich.encode("utf-16"), web_samples.page().encode(), HTML.encode()]


def wrapped(label: str, page: bytes) -> bytes | None:
    """A whole archive of this format around a page; None for formats that hold no pages."""
    source = page.decode("latin-1")
    many = {f"https://example.org/{n}": source for n in range(2)}
    makers: dict[str, Callable[[], bytes]] = {
        "MHTML": lambda: web_samples.mhtml(source, (source,)),
        "webarchive": lambda: web_samples.webarchive(source, (source,)),
        "WARC": lambda: web_samples.warc(many, packed=True),
        "WACZ": lambda: web_samples.wacz(many, tuple(many)),
    }
    return makers[label]() if label in makers else None


def web_archives() -> dict[str, tuple[str, list[bytes]]]:
    """Saved pages in every kind of archive."""
    page = web_samples.page()
    many = {f"https://example.org/{n}": web_samples.other_page(n) for n in range(3)}
    listed = tuple(many)[:1]
    return {
        "MHTML": ("a.mhtml", [web_samples.mhtml(page)]),
        "webarchive": (
            "a.webarchive",
            [web_samples.webarchive(page), web_samples.webarchive(page, binary=False)],
        ),
        "WARC": ("a.warc", [web_samples.warc(many), web_samples.warc(many, packed=True)]),
        "WACZ": ("a.wacz", [web_samples.wacz(many, listed)]),
    }


def formats() -> dict[str, tuple[str, list[bytes]]]:
    """For each format a file name that chooses its reader, and real files to damage."""
    return {
        "HTML": ("a.html", pages()),
        **web_archives(),
        "PDF": ("a.pdf", pdfs()),
        "DOCX": ("a.docx", word()),
        "ODT": ("a.odt", opendocument()),
        "RTF": ("a.rtf", rich_text()),
        "EPUB": ("a.epub", books()),
        "EML": ("a.eml", mails()),
        "MSG": ("a.msg", outlook()),
        "SRT": ("a.srt", subtitles()),
        "WebVTT": ("a.vtt", subtitles()),
        "CSV": ("a.csv", lists()),
        "TSV": ("a.tsv", [lists()[0].replace(b",", b"\t")]),
        "JSON": ("a.json", lists()),
        "JSON lines": ("a.jsonl", lists()),
    }
