"""The one table of the formats that are read.

Here: what each is called, how its files are known, and which functions read it. Not here: how it is
read. A reader is a function of bytes and a file name in a module of its own; it raises Problem
without a place, and imports its package when it is called, so this table costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck_gui.documents import (
    article_lists,
    docx,
    eml,
    epub,
    markdown,
    msg,
    odt,
    plain,
    rtf,
    transcripts,
    warc,
    web_archives,
    webpage,
)
from factcheck_gui.documents.pdf import reader as pdf
from factcheck_gui.domain import Document, Part


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: what people call it, how its files are known, and the functions that read.

    ``kinds`` is what ``kinds.looks_like`` calls its files, which are then known whatever their
    name. Where a file may hold several texts, ``parts`` lists them and ``read_part`` reads the
    one with a key; ``read`` then takes the main one, and says in a note that there are others.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[bytes, str], Document]
    kinds: tuple[str, ...] = ()
    parts: Callable[[bytes], tuple[Part, ...]] | None = None
    read_part: Callable[[bytes, str, str], Document] | None = None


ODT, FLAT = "an OpenDocument text", "a flat OpenDocument text"
PLAIN = Reader("plain text", (".txt", ".text"), "text/plain", plain.read)
READERS: tuple[Reader, ...] = (
    PLAIN,
    Reader("Markdown", (".md", ".markdown", ".mdown", ".mkd"), markdown.MEDIA_TYPE, markdown.read),
    Reader(
        "web pages",
        (".html", ".htm", ".xhtml"),
        webpage.MEDIA_TYPE,
        webpage.read,
        ("a web page",),
    ),
    Reader(
        "saved web pages (MHTML)",
        (".mhtml", ".mht"),
        web_archives.MHTML_TYPE,
        web_archives.read_mhtml,
        ("a saved web page (MHTML)",),
        web_archives.mhtml_parts,
        web_archives.read_mhtml_part,
    ),
    Reader(
        "Safari web archives",
        (".webarchive",),
        web_archives.WEBARCHIVE_TYPE,
        web_archives.read_webarchive,
        ("a property list or web archive",),
        web_archives.webarchive_parts,
        web_archives.read_webarchive_part,
    ),
    Reader(
        "web archives (WARC)",
        (".warc",),
        warc.WARC_TYPE,
        warc.read_warc,
        ("a web archive (WARC)",),
        warc.warc_parts,
        warc.read_warc_part,
    ),
    Reader(
        "web archives (WACZ)",
        (".wacz",),
        warc.WACZ_TYPE,
        warc.read_wacz,
        ("a web archive (WACZ)",),
        warc.wacz_parts,
        warc.read_wacz_part,
    ),
    Reader("PDF", (".pdf",), pdf.MEDIA_TYPE, pdf.read, ("a PDF",)),
    Reader("Word files", (".docx", ".docm"), docx.MEDIA_TYPE, docx.read, ("a Word file",)),
    Reader("rich text", (".rtf",), rtf.MEDIA_TYPE, rtf.read, ("a rich text file (RTF)",)),
    Reader(
        "books (EPUB)",
        (".epub",),
        epub.MEDIA_TYPE,
        epub.read,
        ("an e-book (EPUB)",),
        epub.parts,
        epub.read_part,
    ),
    Reader("subtitles (SRT)", (".srt",), transcripts.SRT_TYPE, transcripts.read),
    Reader("subtitles (WebVTT)", (".vtt",), transcripts.VTT_TYPE, transcripts.read),
    Reader("mail", (".eml",), eml.MEDIA_TYPE, eml.read, (), eml.parts, eml.read_part),
    Reader(
        "Outlook messages",
        (".msg",),
        msg.MEDIA_TYPE,
        msg.read,
        ("an old Office file or an Outlook message",),
        msg.parts,
        msg.read_part,
    ),
    Reader("OpenDocument texts", (".odt", ".fodt"), odt.MEDIA_TYPE, odt.read, (ODT, FLAT)),
    *(
        Reader(name, ends, media_type, read, (), parts, read_part)
        for name, ends, media_type, (read, parts, read_part) in article_lists.lists()
    ),
)
PACKED = ".gz"
SUFFIXES = tuple(one + end for reader in READERS for one in reader.suffixes for end in ("", PACKED))

# Formats that are text to look at, but whose words are not those that a person reads.
UNREADABLE = {
    (".mbox",): "a box of mail",
}
