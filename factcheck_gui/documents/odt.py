"""OpenDocument texts (ODT, and the flat FODT) to a Document.

Here: the body from top to bottom, its styles, lists, notes, frames and properties. Not here: ZIP
and XML. Changes are read as accepted: what was deleted lies apart in this format. Macros, objects
and whatever lies outside the file are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from factcheck_gui.documents import trees
from factcheck_gui.documents.composing import Composer, stated, titled
from factcheck_gui.documents.docx_parts import DEEPEST_STYLE, EXTRA, counted
from factcheck_gui.documents.metadata import iso_date, one_line
from factcheck_gui.documents.trees import Element
from factcheck_gui.documents.zips import Zip
from factcheck_gui.domain import BlockKind, Document, Problem

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
KINDS: dict[str, BlockKind] = {
    "quotations": "quote", "quote": "quote", "caption": "caption", "illustration": "caption",
    "figure": "caption", "table": "caption", "preformatted text": "code",
}  # fmt: skip
PASSED_OVER = {"annotation", "annotation-end", "tracked-changes", "note-citation", "bookmark",
               "soft-page-break", "sequence-decls", "forms", "object", "image", "desc", "title",
               "ruby-text", "script", "event-listeners"}  # fmt: skip
CONTENTS = {"table-of-content", "alphabetical-index", "illustration-index", "table-index",
            "bibliography", "object-index", "user-index"}  # fmt: skip
MOST_SPACES = 100
MOST_REPEATS = 50  # cells that one element may stand for


def read(data: bytes, name: str) -> Document:
    """The text of an OpenDocument file; notes come at the end as items, marked in the text.

    Raises Problem where the file is damaged or locked.
    """
    if data.startswith(b"PK"):
        content, styles, meta = _members(Zip(data))
    else:
        content = styles = meta = trees.parse(data, EXTRA)
    body = trees.child(content, "body", "text")
    if body is None:
        raise Problem("This file is no OpenDocument text.")
    writer = _Writer({**_styles(styles), **_styles(content)}, _lists(styles) | _lists(content))
    _edges(styles, "header", writer.out)
    writer.read(body)
    writer.write_notes()
    _edges(styles, "footer", writer.out)
    said = tuple(writer.said(body))
    document = Document("", source_name=name, media_type=MEDIA_TYPE, notes=said)
    return writer.out.document(_metadata(meta, document, writer))


def _members(archive: Zip) -> tuple[Element, Element | None, Element | None]:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise Problem("This file is locked with a password. Save a copy without one.")

    def part(name: str) -> Element | None:
        return trees.parse(archive.read(name), EXTRA) if name in archive.names else None

    return trees.parse(archive.read("content.xml"), EXTRA), part("styles.xml"), part("meta.xml")


def _edges(styles: Element | None, kind: str, out: Composer) -> None:
    """What headers or footers of the pages say, each once."""
    said = {trees.text_of(one) for one in trees.within(styles, kind)}
    for words in sorted(said):
        out.put_aside(words)


# ---------------------------------------------------------------- styles and lists


def _styles(root: Element | None) -> dict[str, tuple[str, str]]:
    """For each style the name that people see, in lower case, and its parent."""
    return {
        trees.attribute(one, "name"): (
            (trees.attribute(one, "display-name") or trees.attribute(one, "name")).lower(),
            trees.attribute(one, "parent-style-name"),
        )
        for one in trees.within(root, "style")
        if trees.attribute(one, "family") == "paragraph"
    }


ListLevel = tuple[str, str, str, int]  # number format ("" is a bullet), prefix, suffix, start


def _lists(root: Element | None) -> dict[tuple[str, int], ListLevel]:
    found: dict[tuple[str, int], ListLevel] = {}
    for style in trees.within(root, "list-style"):
        for one in style:
            level, start = trees.attribute(one, "level"), trees.attribute(one, "start-value")
            if level.isdigit() and trees.name(one).startswith("list-level-style"):
                found[(trees.attribute(style, "name"), int(level))] = (
                    trees.attribute(one, "num-format"),
                    trees.attribute(one, "num-prefix"),
                    trees.attribute(one, "num-suffix"),
                    int(start) if start.isdigit() else 1,
                )
    return found


# ---------------------------------------------------------------- the body


@dataclass(slots=True)
class _Writer:
    styles: dict[str, tuple[str, str]]
    lists: dict[tuple[str, int], ListLevel]
    out: Composer = field(default_factory=Composer)
    frames: list[Element] = field(default_factory=list)  # text boxes of the paragraph at hand
    notes: list[tuple[str, Element]] = field(default_factory=list)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    title: str = ""
    framed: bool = False  # what is read now stands in a frame

    def read(self, parent: Element) -> None:
        for one in parent:
            kind = trees.name(one)
            if kind in ("p", "h"):
                self._paragraph(one)
            elif kind == "list":
                self._list(one, trees.attribute(one, "style-name"), 1)
            elif kind == "table":
                self._table(one)
            elif kind in CONTENTS:
                self.out.put_aside("\n".join(map(trees.text_of, trees.within(one, "p"))))
            elif kind not in PASSED_OVER:
                self.read(one)

    def _paragraph(self, one: Element, label: str | None = None, level: int = 0) -> None:
        words = _folded(self.words(one))
        kind, depth = self._kind(one)
        if label is not None and kind != "heading":
            near = bool(self.out.blocks) and self.out.blocks[-1].kind == "item"
            self.out.add(words, "item", min(6, level), label, near=near)
        elif kind == "heading":
            self.out.add(" ".join(words.split()), kind, depth)
        else:
            self.out.add(words, kind, depth, apart=self.framed or kind == "quote")
        frames, self.frames = self.frames, []
        framed, self.framed = self.framed, True
        for frame in frames:
            self.read(frame)
        self.framed = framed

    def _kind(self, one: Element) -> tuple[BlockKind, int]:
        names = list(self._names(trees.attribute(one, "style-name")))
        if trees.name(one) == "h":
            level = trees.attribute(one, "outline-level")
            return "heading", min(6, int(level)) if level.isdigit() and level != "0" else 1
        if "title" in names:
            self.title = self.title or one_line(trees.text_of(one))
            return "heading", 1
        for name in names:
            if name.startswith("heading "):
                return "heading", min(6, int(name[8:])) if name[8:].isdigit() else 2
            if name in KINDS:
                return KINDS[name], 1 if KINDS[name] == "quote" else 0
        return "paragraph", 0

    def _names(self, style: str) -> Iterator[str]:
        """The name of a style, of its parent, and so on."""
        for _ in range(DEEPEST_STYLE):
            if style not in self.styles:
                return
            name, style = self.styles[style]
            yield name

    def _list(self, element: Element, style: str, level: int) -> None:
        key = (style, level)
        if trees.attribute(element, "continue-numbering") != "true" and level == 1:
            self.counts = {}
        self.counts.setdefault(key, self.lists.get(key, ("", "", "", 1))[3] - 1)
        for item in element:
            if trees.name(item) not in ("list-item", "list-header"):
                continue
            fresh = trees.name(item) == "list-item"
            for one in item:
                if trees.name(one) == "list":
                    inner = trees.attribute(one, "style-name") or style
                    self.counts.pop((inner, level + 1), None)
                    self._list(one, inner, level + 1)
                elif trees.name(one) in ("p", "h"):
                    self._paragraph(one, self._label(key) if fresh else "", level)
                    fresh = False

    def _label(self, key: tuple[str, int]) -> str:
        form, prefix, suffix, _ = self.lists.get(key, ("", "", "", 1))
        self.counts[key] = self.counts.get(key, 0) + 1
        return f"{prefix}{counted(self.counts[key], form)}{suffix}"[:20] if form else "•"

    # ------------------------------------------------------------ words

    def words(self, element: Element) -> str:
        """The words of a paragraph; text boxes and notes in it are kept for later."""
        return "".join(self._pieces(element))

    def _pieces(self, element: Element) -> Iterator[str]:
        yield _spaced(element.text)
        for one in element:
            kind = trees.name(one)
            if kind == "s":
                count = trees.attribute(one, "c")
                yield " " * (min(MOST_SPACES, int(count)) if count.isdigit() else 1)
            elif kind in ("tab", "line-break"):
                yield " " if kind == "tab" else "\n"
            elif kind == "note":
                yield self._mark(one)
            elif kind in ("text-box", "frame"):
                self.frames.append(one)
            elif kind not in PASSED_OVER:
                yield from self._pieces(one)
            yield _spaced(one.tail)

    def _mark(self, note: Element) -> str:
        known = [label for label, _ in self.notes]
        label = trees.text_of(trees.child(note, "note-citation")) or str(len(known) + 1)
        body = trees.child(note, "note-body")
        if body is not None:
            self.notes.append((f"[{label[:10]}]", body))
        return f"[{label[:10]}]"

    def write_notes(self) -> None:
        """The notes in the order of their marks, at the end of the text."""
        for label, body in self.notes[:]:
            self.out.add(self._all_words(body), "item", 1, label)

    def _table(self, table: Element) -> None:
        """A table; one of a single column only frames what stands in it."""
        rows = [list(_cells(row)) for row in trees.topmost(table, {"table-row"}, PASSED_OVER)]
        if max((len(row) for row in rows), default=0) <= 1:
            for row in rows:
                for cell in row:
                    self.read(cell)
            return
        self.out.add_rows([[self._all_words(cell) for cell in row] for row in rows])

    def _all_words(self, element: Element) -> str:
        """The words of all paragraphs in a cell or a note, those of its frames behind them."""
        words = [self.words(one) for one in trees.topmost(element, {"p", "h"}, PASSED_OVER)]
        frames, self.frames = self.frames, []
        words += [self._all_words(frame) for frame in frames]
        return " ".join(" ".join(words).split())

    def said(self, body: Element) -> Iterator[str]:
        """What a person should know of changes, comments and notes."""
        changes = sum(1 for _ in trees.within(body, "changed-region"))
        comments = sum(1 for _ in trees.within(body, "annotation"))
        for number, noun, what in (
            (changes, "tracked change", ": read as if accepted."),
            (comments, "comment", " left out."),
            (len(self.notes), "note", " put at the end."),
        ):
            if number:
                yield f"{number:,} {noun}{'' if number == 1 else 's'}{what}"


def _spaced(text: str | None) -> str:
    """Text in which line ends and runs of spaces are one space, as this format has it."""
    if not text:
        return ""
    middle = " ".join(text.split())
    start = " " if text[0].isspace() else ""
    return start + middle + (" " if middle and text[-1].isspace() else "")


def _folded(words: str) -> str:
    return "\n".join(" ".join(line.split()) for line in words.split("\n")).strip()


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row; one that stands for many empty ones stands for few."""
    for one in row:
        if trees.name(one) in ("table-cell", "covered-table-cell"):
            count = trees.attribute(one, "number-columns-repeated")
            full = bool(trees.text_of(one))
            yield from [one] * (min(MOST_REPEATS, int(count)) if count.isdigit() and full else 1)


# ---------------------------------------------------------------- metadata


def _metadata(root: Element | None, document: Document, writer: _Writer) -> Document:
    meta = trees.child(root, "meta")

    def says(*names: str) -> str:
        found = (one_line(trees.text_of(trees.child(meta, name))) for name in names)
        return next(filter(None, found), "")

    document = stated(
        document,
        author=(says("initial-creator", "creator"), "OpenDocument creator"),
        published=(iso_date(says("creation-date")), "OpenDocument creation-date"),
        modified=(iso_date(says("date")), "OpenDocument date"),
        language=(says("language"), "OpenDocument language"),
    )
    if writer.title:
        origins = (*document.origins, ("title", "style Title"))
        return replace(document, title=writer.title, origins=origins)
    return titled(document, says("title"), "OpenDocument title", writer.out.first_heading())
