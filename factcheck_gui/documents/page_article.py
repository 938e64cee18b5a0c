"""Which pieces of a web page are its article: several judges, one decision for each piece.

Here: the vote of trafilatura (Apache-2.0), of the text that a page states about itself (JSON-LD
``articleBody``), and of the piece itself: its place, its links, its words. Not here: how a page is
taken apart. trafilatura is imported where it is used; without network it only computes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck_gui.documents.page_pieces import Piece
from factcheck_gui.documents.page_tree import missing

WORD = re.compile(r"\w+")
GRAM = 4  # words that are looked up together
ENOUGH = 0.6  # share of a piece's words that a judge must have seen
MOST_SOURCE = 3_000_000  # characters of a page that trafilatura is asked about: it is not linear


def article_pieces(pieces: Sequence[Piece], root: Any, source: str, stated: str = "") -> list[bool]:
    """For each piece whether it belongs to the article; ``stated`` is the page's own articleBody.

    Raises Problem where trafilatura is not installed.
    """
    told = _extracted(root) if len(source) <= MOST_SOURCE else ""
    return Judge(told.split("\n")).verdicts(pieces)


class Judge:
    """A text that is the article by somebody's word, to look pieces up in."""

    def __init__(self, lines: Iterable[str]) -> None:
        words = [WORD.findall(line.casefold()) for line in lines]
        self.lines = Counter(tuple(line) for line in words if line)
        flat = [word for line in words for word in line]
        self.grams = Counter(zip(*(flat[n:] for n in range(GRAM)), strict=False))

    def verdicts(self, pieces: Sequence[Piece]) -> list[bool]:
        return [self._has(WORD.findall(piece.text.casefold())) for piece in pieces]

    def _has(self, words: list[str]) -> bool:
        """Whether a piece is in the text; what was found is used up, so no copy counts twice."""
        if self.lines[tuple(words)]:
            self.lines[tuple(words)] -= 1
            return True
        grams = list(zip(*(words[n:] for n in range(GRAM)), strict=False))
        seen = sum(1 for gram in grams if self.grams[gram])
        if not grams or seen < ENOUGH * len(grams):
            return False
        self.grams.subtract(gram for gram in grams if self.grams[gram])
        return True


def _extracted(root: Any) -> str:
    """What trafilatura takes for the article, a line a block."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise missing("trafilatura", "web") from error
    found = bare_extraction(root, fast=True, include_comments=False, include_tables=True)
    return str(getattr(found, "text", "") or "")
