"""Which pieces of a web page are its article: several judges, one decision for each piece.

Here: the vote of trafilatura (Apache-2.0), of the text that a page states about itself (JSON-LD
``articleBody``), of the place of a piece among those already chosen. Not here: how a page is taken
apart, and what speaks against a piece by itself (``page_furniture``). trafilatura is imported where
it is used; it computes and opens no connection.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.page_furniture import (
    is_below_headline,
    linked,
    named_so,
    pictured,
    speaks_against,
)
from factcheck_gui.documents.page_pieces import Piece
from factcheck_gui.documents.page_tree import missing

WORD = re.compile(r"\w+")
GRAM = 4  # words that are looked up together
ENOUGH = 0.6  # share of a piece's words that a judge must have seen
MOST_SOURCE, MOST_ELEMENTS = 3_000_000, 50_000  # of a page that trafilatura is asked about: it
# takes 20 seconds for a million elements, and more than twice as long for twice as much text
HOME = 0.6  # share of the chosen text that the article's container holds
RICHER = 2.0  # times as much prose as was chosen, for another container to be the article's
BELOW = 3  # pieces below the headline among which the standfirst is looked for
STANDFIRST = 400  # its characters at most
LINKED = 0.35  # share of links above which a piece is not taken in
SHORTEST = 40  # characters of a paragraph that is taken in, unless it is a sentence
STATED = 400  # characters of an articleBody that is believed
SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")


def article_pieces(
    pieces: Sequence[Piece], root: Any, source: str, title: str = "", stated: str = ""
) -> list[bool]:
    """For each piece whether it belongs to the article; ``stated`` is the page's own articleBody.

    The headline (``title``) does not: it stands beside the text, and not in it too. Raises Problem
    where trafilatura is not installed.
    """
    few = len(source) <= MOST_SOURCE and root.xpath("count(//*)") <= MOST_ELEMENTS
    told = _extracted(root) if few else ""
    chosen = Judge(told.split("\n")).verdicts(pieces)
    if len(stated) >= STATED:
        chosen = _with_stated(pieces, chosen, Judge(stated.split("\n")).verdicts(pieces))
    chosen = _seen(pieces, chosen)
    chosen = _with_richest(pieces, chosen)
    if not any(chosen):
        return _all_prose(pieces)
    home = _home(pieces, chosen)
    chosen = _taken_in(pieces, chosen, home)
    chosen = _with_standfirst(pieces, chosen, title)
    kept = [good and not _against(piece, home) for piece, good in zip(pieces, chosen, strict=True)]
    return _without_headline(pieces, kept if any(kept) else chosen, title)


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
        grams = list(zip(*(words[n:] for n in range(GRAM)), strict=False))
        seen = [gram for gram in grams if self.grams[gram]]
        line = self.lines[tuple(words)] > 0
        if not line and (not grams or len(seen) < ENOUGH * len(grams)):
            return False
        self.lines[tuple(words)] -= line
        self.grams.subtract(seen)
        return True


def _extracted(root: Any) -> str:
    """What trafilatura takes for the article, a line a block."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise missing("trafilatura", "web") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells of what it leaves out
    found = bare_extraction(root, fast=True, include_comments=False, include_tables=True)
    return str(getattr(found, "text", "") or "")


# ---------------------------------------------------------------- places


def _with_stated(
    pieces: Sequence[Piece], chosen: Sequence[bool], stated: Sequence[bool]
) -> list[bool]:
    """The choice with what the page states is its text, and without what stands outside of that.

    A statement that holds little of what was chosen is a teaser, or another text: it says nothing.
    """
    both = _length(pieces, [a and b for a, b in zip(chosen, stated, strict=True)])
    if not any(stated) or both < HOME * _length(pieces, chosen):
        return list(chosen)
    places = [n for n, good in enumerate(stated) if good]
    first, last = places[0], places[-1]
    return [
        good or (chosen[n] and (first <= n <= last or pieces[n].kind != "paragraph"))
        for n, good in enumerate(stated)
    ]


def _length(pieces: Sequence[Piece], chosen: Sequence[bool]) -> int:
    return sum(len(piece.text) for piece, good in zip(pieces, chosen, strict=True) if good)


def _home(pieces: Sequence[Piece], chosen: Sequence[bool]) -> tuple[str, ...]:
    """The names down to the innermost container that holds most of the chosen text.

    Containers of the same names are one: some pages lay one article out in several.
    """
    weights: Counter[tuple[str, ...]] = Counter()
    for piece, good in zip(pieces, chosen, strict=True):
        if good:
            for depth in range(len(piece.names) + 1):
                weights[piece.names[:depth]] += len(piece.text)
    most = weights[()]
    return max((one for one in weights if weights[one] >= HOME * most), key=len)


def _seen(pieces: Sequence[Piece], chosen: Sequence[bool]) -> list[bool]:
    """The choice without what a browser hides, unless that is nearly all: pages that wait for a
    script, or a payment, hide their article."""
    seen = [good and not piece.hidden for piece, good in zip(pieces, chosen, strict=True)]
    enough = 2 * _length(pieces, seen) >= _length(pieces, chosen)
    return seen if enough else list(chosen)


def _with_richest(pieces: Sequence[Piece], chosen: Sequence[bool]) -> list[bool]:
    """The choice, or the prose of the richest container where that is far more than was chosen."""
    prose: Counter[tuple[str, ...]] = Counter()
    for piece in pieces:
        if _like_text(piece) and not named_so(piece.names):
            prose[piece.names] += len(piece.text)
    richest, size = max(prose.items(), key=itemgetter(1), default=((), 0))
    if size <= RICHER * _length(pieces, chosen):
        return list(chosen)
    return [piece.names == richest and _like_text(piece) for piece in pieces]


def _with_standfirst(pieces: Sequence[Piece], chosen: Sequence[bool], title: str) -> list[bool]:
    """The choice with the words below the headline that say what the article is about."""
    found = list(chosen)
    first = found.index(True)
    heads = [n for n in range(first) if is_headline(pieces[n], title)]
    for n in range(heads[-1] + 1, min(first, heads[-1] + 1 + BELOW)) if heads else ():
        piece = pieces[n]
        if is_below_headline(piece.names) and _like_text(piece) and len(piece.text) <= STANDFIRST:
            found[n] = True
            break
    return found


def _without_headline(pieces: Sequence[Piece], chosen: Sequence[bool], title: str) -> list[bool]:
    found = [
        good and not is_headline(piece, title) for piece, good in zip(pieces, chosen, strict=True)
    ]
    return found if any(found) else list(chosen)


def is_headline(piece: Piece, title: str) -> bool:
    """Whether a piece is the headline, as the page shows it above its article."""
    shown = one_line(piece.text)
    return (
        piece.kind == "heading"
        and piece.level < 3
        and (shown == title or (title in shown and len(title) > len(shown) / 2))
    )


def _taken_in(pieces: Sequence[Piece], chosen: Sequence[bool], home: tuple[str, ...]) -> list[bool]:
    """The choice with pieces of the same container that read like the article's."""
    depth = len(home)
    places = [n for n, good in enumerate(chosen) if good]
    first, last = places[0], places[-1]
    return [
        good
        or (
            piece.names[:depth] == home
            and (first < n < last or piece.names == home)
            and _like_text(piece)
            and not named_so(piece.names[depth:])
            and not pictured(piece.names[depth:])
        )
        for n, (piece, good) in enumerate(zip(pieces, chosen, strict=True))
    ]


def _like_text(piece: Piece) -> bool:
    if piece.hidden or linked(piece) > LINKED or speaks_against(piece):
        return False
    if piece.kind == "heading":
        return piece.links == 0
    long = len(piece.text) >= SHORTEST or SENTENCE.search(piece.text) is not None
    return piece.kind in ("quote", "code", "table") or (
        piece.kind in ("paragraph", "item") and long
    )


def _against(piece: Piece, home: tuple[str, ...]) -> bool:
    """Whether a chosen piece is put out again."""
    inside = piece.names[: len(home)] == home
    beyond = piece.names[len(home) :] if inside else piece.names[_shared(piece.names, home) :]
    return speaks_against(piece) or named_so(beyond)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _all_prose(pieces: Sequence[Piece]) -> list[bool]:
    """Where no judge found an article: everything that is seen and is not mostly links."""
    chosen = [not one.hidden and linked(one) < 0.5 for one in pieces]
    return chosen if any(chosen) else [True] * len(pieces)
