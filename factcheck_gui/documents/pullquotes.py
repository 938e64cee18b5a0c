"""Pull quotes: words of the article that a page shows a second time in large letters.

Here: which blocks repeat words of another one. Not here: the layout of any format. A pull quote
stays in the text, marked, so that its claim is not found twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck_gui.domain import Block, Document

FEWEST = 5  # words; fewer may be repeated by accident
LONGEST = 600  # characters of a pull quote
WORD = re.compile(r"\w+")
ASIDE = frozenset({"quote", "pullquote"})


def marked(document: Document) -> Document:
    """The document with those quotes called pull quotes whose words its paragraphs say too.

    A block that its reader called a pull quote, but that repeats nothing, is a quote.
    """
    blocks = document.blocks
    if not any(one.kind in ASIDE for one in blocks):
        return document
    body = f" {_words(document.text, [one for one in blocks if one.kind not in ASIDE])} "
    return replace(document, blocks=tuple(_judged(one, document.text, body) for one in blocks))


def _judged(block: Block, text: str, body: str) -> Block:
    if block.kind not in ASIDE:
        return block
    repeats = False
    if block.end - block.start <= LONGEST:
        words = _words(text, [block])
        repeats = words.count(" ") >= FEWEST - 1 and f" {words} " in body
    return replace(block, kind="pullquote" if repeats else "quote")


def _words(text: str, blocks: Sequence[Block]) -> str:
    """The words of blocks without case and punctuation, parted by spaces."""
    return " ".join(" ".join(WORD.findall(text[one.start : one.end].casefold())) for one in blocks)
