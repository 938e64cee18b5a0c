"""Headers, footers and page numbers: what runs along the edges of several pages.

Here: which runs of a page are such. Not here: the order of what remains. Words count as running
where they return at the same height of another page, numbers where they count the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck_gui.documents.pdf.columns import Row, rows_of
from factcheck_gui.documents.pdf.glyphs import PageWords, Run

EDGE_ROWS = 3  # rows at either end of a page that may run
EDGE = 0.17  # share of the page's height at either end where they may
SAME_PLACE = 4.0  # points
PLACE = 0.4  # share of the pages that have a running head at one place: then all there is one
MANY_PAGES = 8  # from there on words must return on three pages
ALONE = 1.2  # times its size: the white between a lone page number and the text
NUMBER = re.compile(
    r"(?:(?:page|seite|p\.|pg\.?)\s*)?[-–—·|\[(]?\s*(\d{1,5}|[ivxlc]{1,7})\s*[-–—·|\])]?"
    r"(?:\s*(?:of|/|von|sur|de)\s*\d{1,5})?",
    re.IGNORECASE,
)
SAID_NUMBER = re.compile(
    r"(?:page|seite|p\.)\s*\d{1,5}\b.{0,10}|\d{1,4} ?/ ?\d{1,4}", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A run near an edge of a page: what it says without its numbers, and where."""

    page: int
    at_top: bool
    run: Run
    words: str
    number: int | None  # where it is nothing but a page number
    outermost: bool  # nothing stands further out


def running_runs(pages: Sequence[PageWords]) -> list[list[Run]]:
    """For each page the runs that are headers, footers or page numbers, from the top."""
    edges = [edge for n, page in enumerate(pages) for edge in _edges(n, page)]
    counted = {(_step(one), one.page) for one in edges if one.number is not None}
    steps = Counter(step for step, _ in counted)
    same: dict[tuple[bool, str, int], list[_Edge]] = {}
    for one in edges:
        same.setdefault(_look(one), []).append(one)
    known = [one for one in edges if _runs_on(one, same[_look(one)], steps, len(pages))]
    places = Counter(place for place, _ in {(_place(one), one.page) for one in known})
    running = set(map(id, known))
    found: list[list[Run]] = [[] for _ in pages]
    for edge in edges:
        there = edge.outermost and places[_place(edge)] > PLACE * len(pages)
        if there or id(edge) in running:
            found[edge.page].append(edge.run)
    return found


def _look(edge: _Edge) -> tuple[bool, str, int]:
    return edge.at_top, edge.words, round(edge.run.size)


def _place(edge: _Edge) -> tuple[bool, int, int]:
    """Where on its page a run stands, and how large: what running heads have in common."""
    return edge.at_top, round(edge.run.bottom / SAME_PLACE), round(edge.run.size)


def _edges(number: int, page: PageWords) -> list[_Edge]:
    rows = rows_of(page.runs)
    high, low = page.height * (1 - EDGE), page.height * EDGE
    top = [row for row in rows[:EDGE_ROWS] if row[0].bottom >= high]
    bottom = [row for row in rows[-EDGE_ROWS:] if row[0].top <= low and row not in top]
    found = [_edge(number, True, run, row is rows[0]) for row in top for run in row]
    return found + [
        _edge(number, False, run, row is rows[-1])
        for row in bottom
        for run in row
        if _fits(row, rows)
    ]


def _fits(row: Row, rows: list[Row]) -> bool:
    """Whether a row at the bottom may run at all: one that ends the text's own lines may not.

    Only where the page has nothing but one row is there nothing to compare with.
    """
    return len(rows) > 1 or bool(SAID_NUMBER.fullmatch(" ".join(run.text for run in row)))


def _edge(page: int, at_top: bool, run: Run, outermost: bool) -> _Edge:
    text = " ".join(run.text.split())
    match = NUMBER.fullmatch(text)
    number = _value(match[1]) if match else None
    return _Edge(page, at_top, run, DIGITS.sub("#", text), number, outermost)


def _value(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    values = [ROMAN[one] for one in digits.lower()] + [0]
    return sum(-a if a < b else a for a, b in pairwise(values))


Step = tuple[bool, str, int]


def _step(edge: _Edge) -> Step:
    """What all page numbers of one kind have in common: how far they are ahead of the page."""
    kind = edge.words if "#" in edge.words else "roman"
    return edge.at_top, kind, (edge.number or 0) - edge.page


def _runs_on(edge: _Edge, others: list[_Edge], steps: Counter[Step], pages: int) -> bool:
    if edge.number is not None and steps[_step(edge)] > 1:
        return True
    if SAID_NUMBER.fullmatch(edge.run.text):
        return True
    if edge.number is not None and not any(one.isalpha() for one in edge.words):
        return pages == 1 and edge.number == 1
    there = {one.page for one in others if abs(one.run.bottom - edge.run.bottom) < SAME_PLACE}
    return len(there) >= (3 if pages > MANY_PAGES else 2)
