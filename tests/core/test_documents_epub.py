"""Books: the whole in its order, one chapter, titles from the contents, locked ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck_gui.documents import epub
from factcheck_gui.documents.reading import parts_of, read_path
from factcheck_gui.domain import Problem
from tests.core.document_samples import PARAGRAPHS
from tests.core.office_writer import archive

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A history of bridges</dc:title>
<dc:creator>Ida Marlow</dc:creator><dc:creator>Tom Reed</dc:creator><dc:language>en</dc:language>
<dc:publisher>Norham Press</dc:publisher><dc:date>2023-05-02</dc:date></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="x" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/>
<itemref idref="x"/><itemref idref="gone"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>
<li><a href="text/one.xhtml#start">The first bridge</a></li>
<li><a href="text/two%20b.xhtml">The second</a></li></ol></nav></body></html>"""
PAGE = (
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://x/y.dtd">'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script>no()</script></head>'
    "<body>{}</body></html>"
)


def book(**replaced: str) -> bytes:
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/nav.xhtml": NAV,
        "OEBPS/text/one.xhtml": PAGE.format(
            f"<h1>The first bridge</h1><p>{PARAGRAPHS[0]}</p>"
            f"<blockquote><p>{PARAGRAPHS[1]}</p></blockquote>"
        ),
        "OEBPS/text/two b.xhtml": PAGE.format(f"<p>The second</p><p>{PARAGRAPHS[2]}</p>"),
        **replaced,
    }
    return archive(*members.items())


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    document = epub.read(book(), "a.epub")
    text = document.text
    assert [(one.kind, text[one.start : one.end]) for one in document.blocks] == [
        ("heading", "The first bridge"),
        ("paragraph", PARAGRAPHS[0]),
        ("quote", PARAGRAPHS[1]),
        ("heading", "The second"),
        ("paragraph", PARAGRAPHS[2]),
    ]
    assert (document.title, document.author) == ("A history of bridges", "Ida Marlow, Tom Reed")
    assert (document.site, document.published) == ("Norham Press", "2023-05-02")
    assert "2 chapters can be chosen" in document.notes[-1]


def test_one_chapter_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(book())
    parts = parts_of(path)
    assert [one.title for one in parts] == ["The first bridge", "The second"]
    chapter = read_path(path, part=parts[1].key)
    assert chapter.text == f"The second\n\n{PARAGRAPHS[2]}"
    assert (chapter.title, chapter.site) == ("The second", "A history of bridges")
    assert chapter.part == parts[1].key
    with pytest.raises(Problem, match="no such chapter"):
        read_path(path, part="OEBPS/nav.xhtml")


def test_titles_also_come_from_the_older_contents() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Old'
        '</text></navLabel><content src="text/one.xhtml"/></navPoint></navMap></ncx>'
    )
    package = PACKAGE.replace(
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    )
    data = book(**{"OEBPS/book.opf": package, "OEBPS/toc.ncx": ncx})
    assert epub.parts(data)[0].title == "Old"


def test_locked_and_damaged_books_are_refused() -> None:
    lock = (
        "<encryption><EncryptedData><EncryptionMethod Algorithm='{}'/></EncryptedData></encryption>"
    )
    with pytest.raises(Problem, match="DRM"):
        epub.read(book(**{"META-INF/encryption.xml": lock.format("aes")}), "a.epub")
    fonts = lock.format("http://www.idpf.org/2008/embedding")
    assert epub.read(book(**{"META-INF/encryption.xml": fonts}), "a.epub").text
    with pytest.raises(Problem, match="no chapters"):
        epub.read(book(**{"OEBPS/book.opf": "<package/>"}), "a.epub")
    with pytest.raises(Problem, match="no table of its parts"):
        epub.read(archive(("mimetype", "application/epub+zip")), "a.epub")


def test_a_damaged_chapter_is_named_and_the_others_are_read() -> None:
    data = book(**{"OEBPS/text/one.xhtml": "<p>" * 200_000})
    document = epub.read(data, "a.epub")
    assert document.text.endswith(PARAGRAPHS[2])
