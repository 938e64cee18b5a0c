"""Plain text to blocks: where its paragraphs, quotes, items and headings are.

Here: lines, groups of lines and hard wrapping. Not here: furniture, metadata, other formats. The
text is never changed: a block is a place in it. Every function is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from factcheck_gui.domain import Block, BlockKind

WHITE = (  # what str.isspace says is white, and the byte order mark, which is as invisible
    " \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
QUOTE = re.compile(r"[ ]{0,3}((?:>[ ]?)+)")
ITEM = re.compile(r"[ \t]{0,12}(?:[-*+•‣▪◦]|\d{1,3}[.)])[ \t]+\S")
HEADING = re.compile(r"(#{1,6})[ \t]+\S")
SPACED = re.compile(r"^[^\n ]+ .*$", re.MULTILINE)  # a line of more than one word
ANY_LINE = re.compile(r"^.*$", re.MULTILINE)
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]{0,3}$")
NARROW, WIDE = 45, 100  # the widest line of hard-wrapped text, in characters
SLACK = 12  # how far from the full width a wrapped line may end


class Line(NamedTuple):
    """A line without the white space around it: ``text[start:end]``."""

    start: int
    end: int
    kind: BlockKind
    level: int


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of plain text, sorted and disjoint, none empty.

    Paragraphs end at blank lines. Lines that were wrapped by hand to one width are one paragraph;
    other lines are one each, as in texts that have a line a paragraph, and in transcripts.
    """
    width = _wrap_width(text)
    found: list[Block] = []
    for has_text, group in groupby(_lines(text), key=lambda line: line.end > line.start):
        if has_text:
            found.extend(_group_blocks(text, list(group), width))
    return tuple(found)


def _lines(text: str) -> Iterator[Line]:
    start, after_item = 0, False
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = _line(text, start, end, after_item)
        after_item = line.kind == "item" and line.end > line.start
        yield line
        start = end + 1


def _line(text: str, start: int, end: int, after_item: bool) -> Line:
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip(WHITE))
    last = max(first, start + len(raw.rstrip(WHITE)))
    kind: BlockKind = "paragraph"
    level = 0
    if quote := QUOTE.match(raw):
        kind, level = "quote", quote[1].count(">")
    elif heading := HEADING.match(raw):
        kind, level = "heading", len(heading[1])
    elif ITEM.match(raw):
        kind, level = "item", 1
    elif after_item and raw[:1] in (" ", "\t"):
        kind = "item"  # level 0: goes on with the item above
    return Line(first, last, kind, level)


def _wrap_width(text: str) -> int:
    """The width a text was wrapped to by hand, 0 where it was not.

    Nearly the longest line, so that a long address in a mail does not hide the width.
    """
    lengths = sorted(len(line[0].strip()) for line in SPACED.finditer(text))
    if not lengths:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    return width if NARROW <= width <= WIDE and _breaks_sentences(text, width) else 0


def _breaks_sentences(text: str, width: int) -> bool:
    """Whether most full lines with another below them end within a sentence."""
    full = broken = 0
    before = ""
    for match in ANY_LINE.finditer(text):
        line = match[0].strip()
        if line and len(before) > width - SLACK:
            full += 1
            broken += SENTENCE_END.search(before, len(before) - 4) is None
        before = line
    return broken * 2 > full


def _group_blocks(text: str, lines: Sequence[Line], width: int) -> Iterator[Block]:
    """The blocks of lines without a blank one between them."""
    first = lines[0]
    for before, line in pairwise(lines):
        if not _goes_on(text, before, line, width):
            yield _block(first, before)
            first = line
    yield _block(first, lines[-1])


def _goes_on(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether a line belongs to the block of the line before it."""
    if line.kind == "item":
        return line.level == 0
    if line.kind == "heading" or before.kind == "heading":
        return False
    if line.kind == "quote" or before.kind == "quote":
        return (line.kind, line.level) == (before.kind, before.level)
    if not width:
        return False
    space = text.find(" ", line.start, line.end)
    word = (line.end if space < 0 else space) - line.start
    return before.end - before.start + 1 + word > width - SLACK


def _block(first: Line, last: Line) -> Block:
    return Block(first.kind, first.start, last.end, first.level)
