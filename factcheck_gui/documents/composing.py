"""Blocks to a Document: what readers of structured formats say, block by block, made one text.

Here: the white space between blocks, furniture kept at its place, pull quotes, and which title is
believed. Not here: any format. A reader that knows its paragraphs writes them with a ``Composer``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.paragraphs import WHITE
from factcheck_gui.domain import Block, BlockKind, Document, Furniture, Problem, storable

MOST_CHARACTERS = 10_000_000  # of one text; a long book has 3 million
SHORTEST_PULL, LONGEST_PULL = 25, 400  # characters of a pull quote
SHORTEST_HEADING = 45  # characters of one in large letters; shorter ones may be headings
PULL_WINDOW = 5  # words by which a repeated passage is looked up
WORD = re.compile(r"\w+")

# Names that programs give a document before a person does.
JUNK_TITLE = re.compile(
    r"(?:untitled|unbenannt|ohne titel|sans titre|sin t[ií]tulo|senza titolo|no title|new|title|"
    r"document|dokument|documento?|presentation|slide|page|layout|print|scan|draft|file|text|"
    r"template|blank|normal|unknown|none|null|temp|test)?[\s\d_.()-]*"
    r"|(?:microsoft (?:word|powerpoint|excel|publisher)|word|powerpoint) ?-.*"
    r"|.*\.(?:docx?|dotx?|odt|ott|rtf|pdf|ps|indd|qxd|pptx?|xlsx?|txt|html?|tex|dvi|pages|epub)"
    r"|[a-z]:[\\/].*|file:.*|[\w-]*\d[\w-]*_[\w-]*|layout \d+|(?:doc|scan|img|pic)[\W_]?\d+",
    re.IGNORECASE,
)


@dataclass
class Composer:
    """Writes blocks one after another, an empty line between them, or one line end where ``near``.

    ``text`` and ``blocks`` are read at the end, through ``document``.
    """

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    length: int = 0
    apart: set[int] = field(default_factory=set)  # numbers of blocks that may be pull quotes

    def add(
        self,
        words: str,
        kind: BlockKind = "paragraph",
        level: int = 0,
        label: str = "",
        *,
        near: bool = False,
        apart: bool = False,
    ) -> None:
        """One block; nothing for white space alone, so that no block is empty.

        ``apart`` says that it is set off from the text, in a box or in other letters. ``words``
        is made storable here. Raises Problem where the text grows past all bounds.
        """
        clean = storable(words).strip("\n\ufeff" if kind == "code" else WHITE)
        if not clean.strip(WHITE):
            return
        gap = ("\n" if near else "\n\n") if self.parts else ""
        start = self.length + len(gap)
        self.parts += (gap, clean)
        self.length = start + len(clean)
        if self.length > MOST_CHARACTERS:
            raise Problem(f"This file holds more than {MOST_CHARACTERS:,} characters of text.")
        if apart:
            self.apart.add(len(self.blocks))
        self.blocks.append(Block(kind, start, self.length, level, label))

    def add_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """A table: a line a row, cells parted by a tab. Rows without a word are left out."""
        lines = ("\t".join(" ".join(cell.split()) for cell in row).rstrip() for row in rows)
        self.add("\n".join(line for line in lines if line.strip()), "table")

    def put_aside(self, words: str) -> None:
        """Furniture that stands here: kept beside the text, with the gap it would need in it."""
        clean = storable(words).strip(WHITE)
        if clean:
            gapped = "\n\n" + clean if self.parts else clean + "\n\n"
            self.furniture.append(Furniture(self.length, gapped))

    def first_heading(self) -> str:
        """The words of the first heading on one line, "" where the text has none."""
        for block in self.blocks:
            if block.kind == "heading":
                return one_line("".join(self.parts)[block.start : block.end])
        return ""

    def document(self, document: Document) -> Document:
        """``document`` with this text and its structure, pull quotes marked."""
        text = "".join(self.parts)
        blocks = mark_pullquotes(text, self.blocks, self.apart)
        return replace(document, text=text, blocks=blocks, furniture=tuple(self.furniture))


def titled(document: Document, stated: str, origin: str, heading: str) -> Document:
    """The document with its title: the one its file states, unless a program made that up.

    Then the first heading serves, and a note says so. ``origin`` names the field of the file.
    """
    stated, heading = one_line(stated), one_line(heading)
    if stated and not is_junk_title(stated):
        return replace(document, title=stated, origins=(*document.origins, ("title", origin)))
    if not heading:
        return document
    notes = document.notes
    if stated:
        notes += (f"The file calls itself “{stated[:80]}”; its first heading serves as title.",)
    origins = (*document.origins, ("title", "first heading"))
    return replace(document, title=heading, origins=origins, notes=notes)


def is_junk_title(title: str) -> bool:
    """Whether a title is one that a program, not a person, gave: "untitled", "Microsoft Word -"."""
    return JUNK_TITLE.fullmatch(title.strip()) is not None


def stated(document: Document, **fields: tuple[str, str]) -> Document:
    """The document with what its file states: for each field its value and where it was found.

    Empty values are passed over: ``stated(document, author=("Ida Marlow", "PDF Info Author"))``.
    """
    known = {name: value for name, (value, _) in fields.items() if value}
    origins = tuple((name, fields[name][1]) for name in known)
    return replace(document, **known, origins=(*document.origins, *origins))  # type: ignore[arg-type]


# ---------------------------------------------------------------- pull quotes


def mark_pullquotes(text: str, blocks: Sequence[Block], apart: set[int]) -> tuple[Block, ...]:
    """The blocks; of those set apart the ones that a longer paragraph says again are pull quotes.

    Quotation marks, case and what is between words do not count. Linear in the text: a passage is
    looked up by its first words.
    """
    candidates = [n for n in sorted(apart) if n and _may_be_pulled(blocks[n])]
    if not candidates:
        return tuple(blocks)
    words = {n: _words(text, blocks[n]) for n in candidates}
    starts = {tuple(words[n][:PULL_WINDOW]) for n in candidates}
    places = _places(text, blocks, starts)
    found = list(blocks)
    for n in candidates:
        if len(words[n]) >= PULL_WINDOW and _repeated(n, words[n], places, blocks):
            found[n] = replace(blocks[n], kind="pullquote", level=0)
    return tuple(found)


def _may_be_pulled(block: Block) -> bool:
    length = block.end - block.start
    least = SHORTEST_HEADING if block.kind == "heading" else SHORTEST_PULL
    kinds = ("paragraph", "quote", "heading")
    return block.kind in kinds and least <= length <= LONGEST_PULL


def _words(text: str, block: Block) -> list[str]:
    return WORD.findall(text[block.start : block.end].casefold())


Place = tuple[int, list[str]]  # the number of a block, and its words from a place on


def _places(
    text: str, blocks: Sequence[Block], starts: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[Place]]:
    """Where in paragraphs the first words of candidates stand."""
    found: dict[tuple[str, ...], list[Place]] = {}
    for n, block in enumerate(blocks):
        if block.kind not in ("paragraph", "quote", "item"):
            continue
        words = _words(text, block)
        for at in range(len(words) - PULL_WINDOW + 1):
            window = tuple(words[at : at + PULL_WINDOW])
            if window in starts and len(found.setdefault(window, [])) < PULL_WINDOW:
                found[window].append((n, words[at : at + LONGEST_PULL]))
    return found


def _repeated(
    n: int, words: list[str], places: dict[tuple[str, ...], list[Place]], blocks: Sequence[Block]
) -> bool:
    length = blocks[n].end - blocks[n].start
    for other, there in places.get(tuple(words[:PULL_WINDOW]), ()):
        longer = blocks[other].end - blocks[other].start > length * 1.3
        if other != n and longer and there[: len(words)] == words:
            return True
    return False
