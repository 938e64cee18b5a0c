"""Books (EPUB) to a Document: the whole book in its reading order, or one chapter of it.

Here: the package, its order, titles of chapters, properties. Not here: ZIP (``zips``), pages
(``page_tree``, ``page_pieces``). Addresses inside a book are looked up among the names of its
members and are never paths; pictures, scripts and fonts are not looked at.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from factcheck_gui.documents import page_tree, trees
from factcheck_gui.documents.composing import Composer, stated, titled
from factcheck_gui.documents.metadata import iso_date, one_line
from factcheck_gui.documents.page_pieces import Piece, pieces_of
from factcheck_gui.documents.trees import Element
from factcheck_gui.documents.zips import Zip
from factcheck_gui.domain import Document, Part, Problem

MEDIA_TYPE = "application/epub+zip"
EXTRA = "office"
MOST_CHAPTERS = 3_000
PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
MARK = re.compile(r"\d{1,4}|[*†‡§]{1,3}|[ivxlc]{1,6}")
NOTE = re.compile(r"\[(?:\d{1,4}|[*†‡§]{1,3}|[ivxlc]{1,6})\][ \u00a0]?(?=\S)")
FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


@dataclass(frozen=True, slots=True)
class Book:
    """An opened book: its archive, its package, its chapters in reading order."""

    archive: Zip
    package: Element
    chapters: tuple[str, ...]  # names of members
    titles: dict[str, str]  # of chapters, as the table of contents has them


def read(data: bytes, name: str) -> Document:
    """The whole book. Raises Problem where it is damaged, locked (DRM), or too long as a whole."""
    book = _opened(data)
    out = Composer()
    notes = [note for chapter in book.chapters for note in _write(book, chapter, out)]
    count = len(book.chapters)
    if count > 1:
        notes.append(f"This is the whole book; its {count:,} chapters can be chosen one by one.")
    document = Document("", source_name=name, media_type=MEDIA_TYPE, notes=tuple(notes))
    return out.document(_metadata(book, document, out.first_heading()))


def parts(data: bytes) -> tuple[Part, ...]:
    """The chapters, in reading order."""
    book = _opened(data)
    return tuple(
        Part(one, book.titles.get(one, "") or posixpath.basename(one), book.archive.size(one))
        for one in book.chapters
    )


def read_part(data: bytes, name: str, key: str) -> Document:
    """One chapter by its key. Raises Problem where there is none."""
    book = _opened(data)
    if key not in book.chapters:
        raise Problem("There is no such chapter in this book.")
    out = Composer()
    notes = tuple(_write(book, key, out))
    document = Document("", source_name=name, media_type=MEDIA_TYPE, notes=notes, part=key)
    document = _metadata(book, document, "")
    chapter = book.titles.get(key, "") or out.first_heading()
    if chapter:
        whole = document.title
        others = tuple(one for one in document.origins if one[0] != "title")
        document = replace(document, title=chapter, origins=(*others, ("title", "chapter")))
        document = replace(document, site=whole or document.site)
    return out.document(document)


# ---------------------------------------------------------------- the package


def _opened(data: bytes) -> Book:
    archive = Zip(data)
    _refuse_locked(archive)
    where = _package_name(archive)
    package = trees.parse(archive.read(where), EXTRA)
    members = dict(_manifest(archive, package, where))
    chapters = tuple(_spine(package, members))
    if not chapters:
        raise Problem("This book has no chapters that can be read.")
    return Book(archive, package, chapters, _contents(archive, members))


def _refuse_locked(archive: Zip) -> None:
    """A book whose text is encrypted; fonts alone often are, which is no hindrance."""
    lock = "META-INF/encryption.xml"
    if lock not in archive.names:
        return
    for one in trees.within(trees.parse(archive.read(lock), EXTRA), "EncryptionMethod"):
        if trees.attribute(one, "Algorithm") not in FONTS:
            raise Problem("This book is locked (DRM), so its text cannot be read.")


def _package_name(archive: Zip) -> str:
    container = "META-INF/container.xml"
    if container in archive.names:
        for one in trees.within(trees.parse(archive.read(container), EXTRA), "rootfile"):
            path = _member(archive, "", trees.attribute(one, "full-path"))
            if path:
                return path
    found = [name for name in archive.names if name.endswith(".opf")]
    if not found:
        raise Problem("This book has no table of its parts, so it cannot be read.")
    return found[0]


def _member(archive: Zip, base: str, address: str) -> str:
    """The name of the member that an address in another one means, "" where there is none."""
    path = unquote(address.partition("#")[0])
    name = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).lstrip("/")
    return name if name in archive.names else ""


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    media_type: str
    properties: str


def _manifest(archive: Zip, package: Element, where: str) -> Iterator[tuple[str, _Item]]:
    for one in trees.within(trees.child(package, "manifest"), "item"):
        name = _member(archive, where, trees.attribute(one, "href"))
        if name:
            kind, said = trees.attribute(one, "media-type"), trees.attribute(one, "properties")
            yield trees.attribute(one, "id"), _Item(name, kind, said)


def _spine(package: Element, members: dict[str, _Item]) -> Iterator[str]:
    """Names of the chapters in reading order, each once, without the table of contents."""
    seen = set()
    for one in trees.within(trees.child(package, "spine"), "itemref"):
        item = members.get(trees.attribute(one, "idref"))
        if item is None or item.name in seen or "nav" in item.properties.split():
            continue
        if item.media_type in PAGES or item.name.endswith((".xhtml", ".html", ".htm")):
            seen.add(item.name)
            yield item.name
        if len(seen) >= MOST_CHAPTERS:
            return


def _contents(archive: Zip, members: dict[str, _Item]) -> dict[str, str]:
    """Titles of chapters, from the book's own table of contents; {} where that is damaged."""
    found: dict[str, str] = {}
    for item in members.values():
        pairs: Iterator[tuple[str, str]] = iter(())
        if "nav" in item.properties.split():
            pairs = _nav(archive.read(item.name))
        elif item.media_type == "application/x-dtbncx+xml":
            pairs = _ncx(archive.read(item.name))
        for address, title in pairs:
            name = _member(archive, item.name, address)
            if name and one_line(title):
                found.setdefault(name, one_line(title))
    return found


def _nav(data: bytes) -> Iterator[tuple[str, str]]:
    root = page_tree.parse(data).root
    for one in trees.within(root, "a"):
        yield trees.attribute(one, "href"), trees.text_of(one)


def _ncx(data: bytes) -> Iterator[tuple[str, str]]:
    try:
        root = trees.parse(data, EXTRA)
    except Problem:  # the chapters can do without their titles
        return
    for one in trees.within(root, "navPoint"):
        address = trees.attribute(trees.child(one, "content"), "src")
        yield address, trees.text_of(trees.child(one, "navLabel"))


# ---------------------------------------------------------------- text


def _write(book: Book, chapter: str, out: Composer) -> Sequence[str]:
    """Writes a chapter; what a person should know of one that cannot be read."""
    try:
        page = page_tree.parse(book.archive.read(chapter))
    except Problem as problem:
        return (f"Chapter “{book.titles.get(chapter, chapter)[:80]}” was left out: {problem.what}",)
    if page.root is None:
        return (f"Chapter “{chapter[:80]}” is nested too deeply and was left out.",)
    _mark_notes(page.root)
    title = book.titles.get(chapter, "")
    for piece in pieces_of(page.root):
        if not piece.hidden:
            _add(piece, title, out)
    return page.notes


def _add(piece: Piece, title: str, out: Composer) -> None:
    """Writes a piece; a note has its mark as label, and some writers' headings only look so."""
    note = NOTE.match(piece.text)
    if note:
        out.add(piece.text[note.end() :], "item", 1, note[0].strip())
    elif piece.kind == "paragraph" and title and one_line(piece.text) == title:
        out.add(piece.text, "heading", 1)
    else:
        near = piece.kind == "item" and bool(out.blocks) and out.blocks[-1].kind == "item"
        out.add(piece.text, piece.kind, piece.level, piece.label, near=near)


def _mark_notes(root: Element) -> None:
    """Puts the marks of notes in brackets, so that they are no part of the word before them."""
    for one in trees.within(root, "a"):
        said = trees.text_of(one)
        raised = one.getparent() is not None and trees.name(one.getparent()) == "sup"
        refers = "noteref" in str(one.get("epub:type") or "") or (
            raised and "#" in str(one.get("href") or "")
        )
        if refers and MARK.fullmatch(said):
            for inner in list(one):
                one.remove(inner)
            one.text = f"[{said}]"


def _metadata(book: Book, document: Document, heading: str) -> Document:
    meta = trees.child(book.package, "metadata")

    def says(name: str) -> str:
        return one_line(trees.text_of(next(trees.within(meta, name), None)))

    creators = [one_line(trees.text_of(one)) for one in trees.within(meta, "creator")]
    modified = [
        trees.text_of(one)
        for one in trees.within(meta, "meta")
        if trees.attribute(one, "property") == "dcterms:modified"
    ]
    document = stated(
        document,
        author=(one_line(", ".join(filter(None, creators))), "EPUB creator"),
        site=(says("publisher"), "EPUB publisher"),
        published=(iso_date(says("date")), "EPUB date"),
        modified=(iso_date(modified[0]) if modified else "", "EPUB modified"),
        language=(says("language"), "EPUB language"),
    )
    return titled(document, says("title"), "EPUB title", heading)
