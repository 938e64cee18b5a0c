"""Rich text files (RTF) to a Document.

Here: groups, control words, and the paragraphs, tables, lists and notes that they make (after the
RTF specification 1.9.1). Not here: tables of words (``rtf_words``). Pictures, objects and fields
are passed over, so nothing in a file is run or followed. One pass without recursion, linear.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from factcheck_gui.documents.composing import Composer, stated, titled
from factcheck_gui.documents.docx_parts import HEADING, KINDS
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.rtf_words import (
    CHARACTERS,
    CHARSETS,
    EDGES,
    INFO,
    PAGES,
    SILENT,
    STARRED,
    SYMBOLS,
)
from factcheck_gui.domain import BlockKind, Document, Problem, storable

MEDIA_TYPE = "application/rtf"
MOST_GROUPS = 3_000_000
DEEPEST = 1_000  # groups inside one another
TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)


@dataclass(slots=True)
class _State:
    """What a group inherits: where its words go, and how its bytes are to be read."""

    target: str = "text"  # "", "text", "note", "box", "label", "edge", "fonts", "styles", a field
    codec: str = "cp1252"
    skip: int = 1  # letters after \u that only older programs read
    hidden: bool = False
    deleted: bool = False
    style: int = 0
    depth: int = 0  # of a list's item
    outline: int = -1
    table: bool = False


@dataclass(slots=True)
class _Reader:
    """Goes over the tokens; ``stack`` holds the states of the groups that are open."""

    out: Composer = field(default_factory=Composer)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)  # for each target
    pending: bytearray = field(default_factory=bytearray)  # bytes not decoded yet
    to_skip: int = 0
    starred: bool = False
    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    styles: dict[int, tuple[str, int]] = field(default_factory=dict)
    cells: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    when: dict[str, list[int]] = field(default_factory=dict)
    edges: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)  # text boxes of the paragraph at hand
    changes: int = 0
    title: str = ""

    def read(self, source: str) -> None:
        position = 0
        while match := TOKEN.search(source, position):
            position = match.end()
            word, number, byte, symbol, brace, words = match.groups()
            if word:
                position = self._control(word, int(number) if number else None, position)
            elif byte:
                self._byte(int(byte, 16))
            elif words:
                self._raw(words)
            elif brace:
                self._brace(brace)
            else:
                self._symbol(symbol)
        self._end_paragraph()
        self._end_table()

    # ------------------------------------------------------------ groups

    def _brace(self, brace: str) -> None:
        self._flush()
        self.to_skip = 0
        if brace == "{":
            if len(self.stack) >= DEEPEST:
                raise Problem("This rich text file is nested too deeply to be read.")
            self.stack.append(self.state)
            self.state = replace(self.state)
        elif self.stack:
            closed, self.state = self.state, self.stack.pop()
            if closed.target != self.state.target:
                self._closed(closed)
        self.starred = False

    def _closed(self, closed: _State) -> None:
        """A group with a target of its own has ended: its words go where they belong."""
        words = _folded("".join(self.words.pop(closed.target, [])))
        if closed.target == "note" and words:
            self.notes.append(words)
            self._say(f"[{len(self.notes)}]")
        elif closed.target == "edge" and words and words not in self.edges:
            self.edges.append(words)
        elif closed.target == "box":
            self.boxes.append(words)
        elif closed.target in ("title", "author"):
            self.info.setdefault(closed.target, one_line(words))
        elif closed.target == "label":
            self.words["label"] = [words]

    def _open(self, target: str) -> None:
        """The group at hand has a target of its own from here on."""
        self._flush()
        self.state.target = target
        if target:
            self.words[target] = []

    # ------------------------------------------------------------ control words

    def _control(self, word: str, number: int | None, position: int) -> int:
        """Does what a word says; where the text goes on, which for ``\\bin`` is further on."""
        if word == "u" and number is not None:
            self._flush()
            self._say(chr(number % 0x10000))
            self.to_skip = self.state.skip
            return position
        self.to_skip = 0
        self._flush()
        if word == "bin":
            return position + max(0, number or 0)
        starred, self.starred = self.starred, False
        if word in CHARACTERS:
            self._say(CHARACTERS[word])
        elif word in self.STEPS:
            self.STEPS[word](self, number)
        elif word in EDGES:
            self._open("edge")
        elif word in INFO and self.stack and self.state.target == "info":
            self._open(word)
        elif word in SILENT or (starred and word not in STARRED):
            self._open("")
        elif self.state.target in ("creatim", "revtim") and word in ("yr", "mo", "dy"):
            self.when.setdefault(self.state.target, []).append(number or 0)
        return position

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.starred = True
        elif symbol in "\r\n":
            self._end_paragraph()
        else:
            self._flush()
            self._say(SYMBOLS.get(symbol, ""))

    def _font(self, number: int | None) -> None:
        self.font = number or 0
        if self.state.target != "fonts":
            self.state.codec = self.fonts.get(self.font, self.codec)

    def _charset(self, number: int | None) -> None:
        if self.state.target == "fonts" and number is not None:
            self.fonts[self.font] = CHARSETS.get(number, self.codec)

    def _page(self, number: int | None) -> None:
        self.codec = PAGES.get(number or 0, f"cp{number}")
        try:
            codecs.lookup(self.codec)
        except LookupError:
            self.codec = "cp1252"
        self.state.codec = self.codec

    def _style(self, number: int | None) -> None:
        self.state.style = number or 0
        if self.state.target != "styles":
            self.state.outline = self.styles.get(number or 0, ("", -1))[1]

    def _outline(self, number: int | None) -> None:
        self.state.outline = number if number is not None and number < 9 else -1

    def _plain_paragraph(self, _: int | None) -> None:
        self.state.style = self.state.depth = 0
        self.state.outline, self.state.table = -1, False

    def _plain_words(self, _: int | None) -> None:
        self.state.hidden = self.state.deleted = False

    def _set(name: str) -> Callable[[_Reader, int | None], None]:  # type: ignore[misc]  # noqa: N805
        """A word that turns something on, and off with 0."""

        def step(self: _Reader, number: int | None) -> None:
            setattr(self.state, name, number != 0)
            self.changes += name == "deleted" and number != 0

        return step

    def _level(self, number: int | None) -> None:
        self.state.depth = min(8, max(0, number or 0))

    def _skips(self, number: int | None) -> None:
        self.state.skip = min(20, max(0, number or 0))

    def _revised(self, number: int | None) -> None:
        self.changes += number != 0

    def _cell(self, _: int | None) -> None:
        self.cells.append(" ".join(self._taken().split()))

    def _row(self, _: int | None) -> None:
        if self.cells:
            self.rows.append(self.cells)
        self.cells = []

    def _end_paragraph(self, _: int | None = None) -> None:
        self._flush()
        if self.state.target not in ("text", "edge", "note", "box"):
            return
        if self.state.target != "text" or self.state.table:
            self._say("\n" if self.state.target in ("edge", "box") else " ")
            return
        self._end_table()
        self._write(_folded(self._taken()))
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.out.add(box, apart=True)

    def _opens(target: str) -> Callable[[_Reader, int | None], None]:  # type: ignore[misc]  # noqa: N805
        """A word whose group has a target of its own."""

        def step(self: _Reader, _: int | None) -> None:
            if self.state.target:  # what lies in a group that is passed over is passed over, too
                self._open(target)

        return step

    STEPS: ClassVar[dict[str, Callable[[_Reader, int | None], None]]] = {
        "par": _end_paragraph, "sect": _end_paragraph, "pard": _plain_paragraph,
        "plain": _plain_words, "f": _font, "fcharset": _charset, "ansicpg": _page, "s": _style,
        "outlinelevel": _outline, "ilvl": _level, "uc": _skips, "cell": _cell, "row": _row,
        "intbl": _set("table"), "v": _set("hidden"), "deleted": _set("deleted"),
        "revised": _revised, "fonttbl": _opens("fonts"), "stylesheet": _opens("styles"),
        "info": _opens("info"), "footnote": _opens("note"), "listtext": _opens("label"),
        "pntext": _opens("label"), "shptxt": _opens("box"),
    }  # fmt: skip

    # ------------------------------------------------------------ words

    def _byte(self, value: int) -> None:
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.pending.append(value)

    def _raw(self, words: str) -> None:
        """Words as they stand in the file; bytes beyond ASCII are in the font's encoding."""
        skipped = min(self.to_skip, len(words))
        self.to_skip -= skipped
        if self.state.target:
            self.pending += words[skipped:].encode("latin-1")
        if self.state.target == "styles":
            self._flush()

    def _flush(self) -> None:
        if self.pending:
            data, self.pending = bytes(self.pending), bytearray()
            self._say(data.decode(self.state.codec, "replace"))

    def _say(self, words: str) -> None:
        target = self.state.target
        if not target or self.state.hidden or self.state.deleted or target == "fonts":
            return
        if target == "styles":
            self._name_style(words)
        else:
            self.words.setdefault(target, []).append(words)

    def _name_style(self, words: str) -> None:
        """The words in a style's group are its name, up to a semicolon."""
        name = words.partition(";")[0].strip().lower()
        if name:
            heading = HEADING.match(name)
            outline = int(heading[1]) - 1 if heading else self.state.outline
            self.styles.setdefault(self.state.style, (name, outline))

    def _taken(self) -> str:
        return "".join(self.words.pop("text", []))

    # ------------------------------------------------------------ blocks

    def _write(self, words: str) -> None:
        label = "".join(self.words.pop("label", []))
        if not words:
            return
        name = self.styles.get(self.state.style, ("", -1))[0]
        kind: BlockKind = KINDS.get(name, "paragraph")
        if name in ("title", "titel", "titre"):
            self.title = self.title or one_line(words)
            self.out.add(words, "heading", 1)
        elif self.state.outline >= 0:
            self.out.add(words, "heading", min(6, self.state.outline + 1))
        elif label:
            near = bool(self.out.blocks) and self.out.blocks[-1].kind == "item"
            mark = label if any(one.isalnum() for one in label) else "•"
            self.out.add(words, "item", min(6, self.state.depth + 1), mark[:20], near=near)
        else:
            self.out.add(words, kind, int(kind == "quote"))

    def _end_table(self) -> None:
        self._row(None)
        if max(map(len, self.rows), default=0) > 1:
            self.out.add_rows(self.rows)
        else:
            for row in self.rows:
                self.out.add(" ".join(row))
        self.rows = []


def _folded(words: str) -> str:
    """Words with single spaces; halves of letters beyond the basic plane are joined."""
    if any("\ud800" <= one <= "\udfff" for one in words):
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "\n".join(" ".join(line.split()) for line in storable(words).split("\n")).strip()


# ---------------------------------------------------------------- the file


def read(data: bytes, name: str) -> Document:
    """The text of a rich text file as if all tracked changes were accepted.

    Notes come at the end as items; headers and footers are kept beside the text. Raises Problem
    where it is nested too deeply.
    """
    if data.count(b"{") > MOST_GROUPS:
        raise Problem("This rich text file has too many groups to be read.")
    reader = _Reader()
    reader.read(data.decode("latin-1"))
    out = reader.out
    for n, words in enumerate(reader.notes):
        out.add(words, "item", 1, f"[{n + 1}]")
    for words in reader.edges:
        out.put_aside(words)
    notes = []
    if reader.changes:
        notes.append(f"{_many(reader.changes, 'tracked change')}: read as if accepted.")
    if reader.notes:
        notes.append(f"{_many(len(reader.notes), 'note')} put at the end.")
    document = Document("", source_name=name, media_type=MEDIA_TYPE, notes=tuple(notes))
    document = stated(
        document,
        author=(reader.info.get("author", ""), "RTF author"),
        published=(_day(reader.when.get("creatim", [])), "RTF creatim"),
        modified=(_day(reader.when.get("revtim", [])), "RTF revtim"),
    )
    if reader.title:
        origins = (*document.origins, ("title", "style Title"))
        return out.document(replace(document, title=reader.title, origins=origins))
    heading = out.first_heading()
    return out.document(titled(document, reader.info.get("title", ""), "RTF title", heading))


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _day(numbers: list[int]) -> str:
    from datetime import date

    try:
        return date(*numbers[:3]).isoformat() if len(numbers) > 2 else ""
    except (ValueError, OverflowError):
        return ""
