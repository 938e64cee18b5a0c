"""Word files (DOCX) to a Document.

Here: the body of a Word file from top to bottom, its notes, text boxes and tracked changes. Not
here: styles and lists (``docx_parts``). Fields show their last result and are never worked out;
macros, objects, pictures and whatever lies outside the file are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from factcheck_gui.documents import docx_parts, trees
from factcheck_gui.documents.composing import Composer, stated, titled
from factcheck_gui.documents.docx_parts import EXTRA, Numbering, Style
from factcheck_gui.documents.metadata import iso_date, one_line
from factcheck_gui.documents.trees import Element
from factcheck_gui.documents.zips import Zip
from factcheck_gui.domain import Document, Problem

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_HEADING = 120  # characters of a bold line that serves as a heading
ADDED, TAKEN = ("ins", "moveTo"), ("del", "moveFrom")
PASSED_OVER = {
    "pPr",
    "rPr",
    "sectPr",
    "instrText",
    "delText",
    "Fallback",
    "object",
    "annotationRef",
}
LINES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes, name: str) -> Document:
    """The text of a Word file as if all tracked changes were accepted.

    Foot- and endnotes come at the end as items, with their mark in the text; headers, footers and
    tables of contents are kept beside it. Raises Problem where the file is damaged or locked.
    """
    if data.startswith(LOCKED):
        raise Problem("This Word file needs a password, or is of the old kind (.doc).")
    archive = Zip(data)
    main = docx_parts.main_part(archive)
    writer = _Writer(
        docx_parts.styles(docx_parts.part(archive, main, "styles.xml")),
        docx_parts.numbering(docx_parts.part(archive, main, "numbering.xml")),
    )
    body = trees.child(trees.parse(archive.read(main), EXTRA), "body")
    if body is None:
        raise Problem("This Word file has no text body.")
    edges = _edges(archive, main)
    for words in edges["header"]:
        writer.out.put_aside(words)
    writer.read(body)
    for kind in ("footnotes", "endnotes"):
        writer.write_notes(kind, docx_parts.part(archive, main, f"{kind}.xml"))
    for words in edges["footer"]:
        writer.out.put_aside(words)
    comments = docx_parts.part(archive, main, "comments.xml")
    document = Document("", source_name=name, media_type=MEDIA_TYPE, notes=writer.said(comments))
    return writer.out.document(_metadata(archive, document, writer))


def _edges(archive: Zip, main: str) -> dict[str, list[str]]:
    """What headers and footers say, each once."""
    found: dict[str, list[str]] = {"header": [], "footer": []}
    folder = main.rpartition("/")[0]
    for name in sorted(archive.names):
        kind = name.removeprefix(folder + "/")[:6]
        if name.startswith(f"{folder}/{kind}") and kind in found and name.endswith(".xml"):
            root = trees.parse(archive.read(name), EXTRA)
            words = "\n".join(filter(None, map(_plain, trees.within(root, "p"))))
            if words and words not in found[kind]:
                found[kind].append(words)
    return found


def _plain(paragraph: Element) -> str:
    return " ".join("".join(one.text or "" for one in trees.within(paragraph, "t")).split())


# ---------------------------------------------------------------- the body


@dataclass(slots=True)
class _Writer:
    """Walks over the body and writes blocks; counts what it leaves out."""

    styles: dict[str, Style]
    numbering: Numbering
    out: Composer = field(default_factory=Composer)
    boxes: list[Element] = field(default_factory=list)  # text boxes of the paragraph at hand
    notes: dict[str, list[str]] = field(default_factory=dict)  # ids of notes in order of their use
    boxed: bool = False  # what is read now stands in a text box
    begun: str = ""  # words whose paragraph goes on in the next: a drop cap, a deleted line end
    changes: int = 0
    title: str = ""
    headings: bool = False

    def read(self, body: Element) -> None:
        named = (self._style(one) for one in trees.within(body, "p"))
        self.headings = any(one.kind == "heading" and one.name != "title" for one in named)
        self._children(body)
        self._paragraph(self.begun, Style(), None)

    def _children(self, parent: Element) -> None:
        for one in parent:
            kind = trees.name(one)
            if kind == "p":
                self._read_paragraph(one)
            elif kind == "tbl":
                self._table(one)
            elif kind == "sdt" and _is_contents(one):
                self.out.put_aside("\n".join(filter(None, map(_plain, trees.within(one, "p")))))
            elif kind in ADDED or kind in ("sdt", "sdtContent", "customXml", "AlternateContent",
                                           "Choice", "smartTag"):  # fmt: skip
                self._children(one)

    def _read_paragraph(self, paragraph: Element) -> None:
        properties = trees.child(paragraph, "pPr")
        words = self.begun + self.words(paragraph)
        self.begun = ""
        if _goes_on(properties):
            self.begun = words
            return
        style = self._style(paragraph)
        if style.name.startswith(("toc ", "table of contents", "toa ")):
            self.out.put_aside(words)
        else:
            self._paragraph(words, style, paragraph)
        boxes, self.boxes = self.boxes, []
        boxed, self.boxed = self.boxed, True
        for box in boxes:
            self._children(box)
        self.boxed = boxed

    def _style(self, paragraph: Element) -> Style:
        """The style of a paragraph with what the paragraph itself says otherwise."""
        properties = trees.child(paragraph, "pPr")
        style = self.styles.get(trees.value(properties, "pStyle"), Style())
        outline = trees.value(properties, "outlineLvl")
        if outline in tuple("012345"):
            style = replace(style, kind="heading", level=int(outline) + 1)
        number = trees.value(properties, "numPr", "numId")
        if number:
            deep = trees.value(properties, "numPr", "ilvl")
            style = replace(style, numbering=(number, int(deep) if deep.isdigit() else 0))
        return style

    def _paragraph(self, words: str, style: Style, paragraph: Element | None) -> None:
        words = _folded(words)
        number, deep = style.numbering
        if style.name in ("title", "titel", "titre") and not self.title:
            self.title = one_line(words)
        if not words.strip():
            return
        if style.kind == "heading":
            self.out.add(" ".join(words.split()), "heading", style.level)
        elif number not in ("", "0"):
            near = bool(self.out.blocks) and self.out.blocks[-1].kind == "item"
            label = self.numbering.label(number, deep)
            self.out.add(words, "item", min(6, deep + 1), label, near=near)
        elif self._looks_like_heading(words, style, paragraph):
            self.out.add(words, "heading", 2)
        else:
            apart = self.boxed or style.kind == "quote"
            self.out.add(words, style.kind, style.level, apart=apart)

    def _looks_like_heading(self, words: str, style: Style, paragraph: Element | None) -> bool:
        """Whether a bold line is a heading, in a file whose writer used no styles for them."""
        if self.headings or paragraph is None or style.kind != "paragraph":
            return False
        if len(words) > LONGEST_HEADING or words.rstrip()[-1:] in ".,;:!…" or "\n" in words:
            return False
        runs = [one for one in trees.within(paragraph, "r") if _plain(one)]
        return bool(runs) and all(docx_parts.is_on(one, "b") or style.bold for one in runs)

    # ------------------------------------------------------------ words

    def words(self, element: Element) -> str:
        """The words of a paragraph; text boxes in it are kept for later."""
        return "".join(self._pieces(element))

    def _pieces(self, element: Element) -> Iterator[str]:
        for one in element:
            kind = trees.name(one)
            if kind == "t":
                yield one.text or ""
            elif kind in LINES:
                yield " " if trees.attribute(one, "type") == "page" else LINES[kind]
            elif kind == "txbxContent":
                self.boxes.append(one)
            elif kind in ("footnoteReference", "endnoteReference"):
                yield self._mark(kind.removesuffix("Reference") + "s", trees.attribute(one, "id"))
            elif kind in TAKEN:
                self.changes += 1
            elif kind not in PASSED_OVER and not (kind == "r" and docx_parts.is_on(one, "vanish")):
                self.changes += kind in ADDED
                yield from self._pieces(one)

    def _mark(self, kind: str, key: str) -> str:
        used = self.notes.setdefault(kind, [])
        used.append(key)
        return f"[{_note_label(kind, len(used))}]"

    # ------------------------------------------------------------ tables, notes

    def _table(self, table: Element) -> None:
        """A table; one of a single cell or column only frames what stands in it."""
        rows = [list(_cells(row)) for row in _rows(table)]
        if max((len(row) for row in rows), default=0) <= 1:
            for row in rows:
                for cell in row:
                    self._children(cell)
            return
        self.out.add_rows([[text for cell in row for text in self._cell(cell)] for row in rows])

    def _cell(self, cell: Element) -> list[str]:
        """The words of a cell, and an empty one for each further column that it spans."""
        words = self._all_words(cell)
        span = trees.value(cell, "tcPr", "gridSpan")
        return [words, *[""] * (min(50, int(span)) - 1 if span.isdigit() else 0)]

    def _all_words(self, element: Element) -> str:
        """The words of all paragraphs in a cell or a note, those of its text boxes behind them."""
        words = [self.words(one) for one in trees.topmost(element, {"p"}, PASSED_OVER)]
        boxes, self.boxes = self.boxes, []
        words += [_plain(one) for box in boxes for one in trees.topmost(box, {"p"}, PASSED_OVER)]
        return " ".join(" ".join(words).split())

    def write_notes(self, kind: str, root: Element | None) -> None:
        """The notes that the text refers to, in that order, at the end of it."""
        found = {trees.attribute(one, "id"): one for one in root} if root is not None else {}
        for n, key in enumerate(self.notes.get(kind, ())):
            if key in found:
                label = f"[{_note_label(kind, n + 1)}]"
                self.out.add(self._all_words(found[key]), "item", 1, label)

    def said(self, comments: Element | None) -> tuple[str, ...]:
        """What a person should know of changes, comments and notes."""
        count = sum(1 for _ in trees.within(comments, "comment"))
        notes = sum(len(one) for one in self.notes.values())
        return tuple(
            sentence
            for number, sentence in (
                (self.changes, f"{_many(self.changes, 'tracked change')}: read as if accepted."),
                (count, f"{_many(count, 'comment')} left out."),
                (notes, f"{_many(notes, 'note')} put at the end."),
            )
            if number
        )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _note_label(kind: str, number: int) -> str:
    return str(number) if kind == "footnotes" else docx_parts.counted(number, "lowerRoman")


def _goes_on(properties: Element | None) -> bool:
    """Whether a paragraph is the first part of the next: its line end is deleted, or a drop cap."""
    deleted = trees.child(properties, "rPr", "del") is not None
    cap = trees.attribute(trees.child(properties, "framePr"), "dropCap")
    return deleted or cap in ("drop", "margin")


def _folded(words: str) -> str:
    """Words with single spaces; line ends within a paragraph stay."""
    return "\n".join(" ".join(line.split()) for line in words.split("\n")).strip()


def _is_contents(element: Element) -> bool:
    gallery = trees.value(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery.lower() == "table of contents"


def _rows(table: Element) -> Iterator[Element]:
    for one in table:
        if trees.name(one) == "tr" and trees.child(one, "trPr", "del") is None:
            yield one
        elif trees.name(one) in ("sdt", "sdtContent", "customXml"):
            yield from _rows(one)


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if trees.name(one) == "tc":
            yield one
        elif trees.name(one) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(one)


# ---------------------------------------------------------------- metadata


def _metadata(archive: Zip, document: Document, writer: _Writer) -> Document:
    """Title, author, dates and language; a paragraph in the style Title comes before all."""
    core = None
    if "docProps/core.xml" in archive.names:
        core = trees.parse(archive.read("docProps/core.xml"), EXTRA)

    def says(name: str) -> str:
        return one_line(trees.text_of(trees.child(core, name)))

    made_by = says("creator")
    document = stated(
        document,
        author=(made_by, "Word creator"),
        published=(iso_date(says("created")) if made_by != "python-docx" else "", "Word created"),
        modified=(iso_date(says("modified")) if made_by != "python-docx" else "", "Word modified"),
        language=(says("language"), "Word language"),
    )
    if writer.title:
        origins = (*document.origins, ("title", "style Title"))
        return replace(document, title=writer.title, origins=origins)
    return titled(document, says("title"), "Word title", writer.out.first_heading())
