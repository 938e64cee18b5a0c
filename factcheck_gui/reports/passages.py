"""Where claims stand in their article: quoted contexts, and the text cut into marked segments.

Units are code points of the article's text, end exclusive. Not here: mark-up; a writer turns
pieces and segments into its own.
"""

from __future__ import annotations

import heapq
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck_gui.domain import Block, BlockKind, Span

REACH = 48  # characters wanted on each side; at least the 32 of domain.CONTEXT
SLACK = 32  # how much further a cut may move to fall between words
GAP = 160  # a gap between two spans of one claim is quoted whole up to this length
JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a quotation; ``claim`` where it belongs to the claim itself."""

    text: str
    claim: bool = False


def context(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The claim's passage with at least 32 characters around it, inside its paragraph.

    Cut at words where there are any; "…" stands where the paragraph goes on.
    """
    places = _merged(text, spans)
    if not places:
        return ()
    pieces = [Piece(_before(text, places[0].start))]
    for number, place in enumerate(places):
        if number:
            pieces.append(Piece(_between(text, places[number - 1].end, place.start)))
        pieces.append(Piece(place.of(text), claim=True))
    pieces.append(Piece(_after(text, places[-1].end)))
    return tuple(one for one in pieces if one.text)


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, clipped to the text, overlapping ones joined, empty ones left out."""
    places: list[Span] = []
    for one in sorted(spans, key=lambda s: (s.start, s.end)):
        start, end = max(one.start, 0), min(one.end, len(text))
        if places and start <= places[-1].end:
            start, end = places[-1].start, max(end, places[-1].end)
            places.pop()
        if start < end:
            places.append(Span(start, end))
    return places


def _before(text: str, at: int) -> str:
    low = max(0, at - REACH - SLACK)
    low = max(low, text.rfind("\n", low, at) + 1)
    if _line_starts(text, low) and at - low <= REACH:
        return text[low:at]
    cut = _space_before(text, low, at - REACH)
    return text[cut:at] if _line_starts(text, cut) else "… " + text[cut:at].lstrip()


def _line_starts(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _line_ends(text: str, at: int) -> bool:
    return at == len(text) or text[at] == "\n"


def _space_before(text: str, low: int, high: int) -> int:
    """The last start of a word in ``low..high``; without one, ``high`` off a combining mark."""
    for at in range(high, max(low, 1) - 1, -1):
        if text[at - 1].isspace():
            return at
    if _line_starts(text, low):
        return low
    while high > low and _clings(text[high]):
        high -= 1
    return high


def _after(text: str, at: int) -> str:
    high = min(len(text), at + REACH + SLACK)
    line = text.find("\n", at, high)
    high = high if line < 0 else line
    if _line_ends(text, high) and high - at <= REACH:
        return text[at:high]
    cut = _space_after(text, at + REACH, high)
    return text[at:cut] if _line_ends(text, cut) else text[at:cut].rstrip() + " …"


def _space_after(text: str, low: int, high: int) -> int:
    """The first end of a word in ``low..high``; without one, ``low`` off a combining mark."""
    for at in range(low, high):
        if text[at].isspace():
            return at
    if _line_ends(text, high):
        return high
    while low < high and _clings(text[low]):
        low += 1
    return low


def _clings(char: str) -> bool:
    return char in JOINERS or unicodedata.category(char).startswith("M")


def _between(text: str, start: int, end: int) -> str:
    gap = text[start:end]
    if len(gap) <= GAP and "\n" not in gap:
        return gap
    return " … "


# ---------------------------------------------------------------- the whole article


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under one mark or none.

    ``claim`` is the innermost claim here; ``opens`` the claims that begin with this segment;
    ``ends`` those whose number stands after it. All are indices into the claims given.
    """

    text: str
    claim: int | None = None
    opens: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the article; ``paragraph`` counts from 1, 0 for headings."""

    kind: BlockKind
    level: int
    paragraph: int
    segments: tuple[Segment, ...]


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    claim: int
    opens: bool
    closes: bool


def whole(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with a paragraph for each line that no block holds: nothing is lost."""
    result: list[Block] = []
    at = 0
    for one in sorted(blocks, key=lambda b: (b.start, b.end)):
        start, end = max(one.start, at), min(one.end, len(text))
        if start < end:
            result += _lines(text, at, start)
            result.append(Block(one.kind, start, end, one.level))
            at = end
    return result + _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> list[Block]:
    found: list[Block] = []
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            found.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return found


def paragraph_numbers(blocks: Sequence[Block]) -> list[int]:
    """The number of each block among the paragraphs, from 1; a heading has the number 0."""
    numbers: list[int] = []
    count = 0
    for one in blocks:
        count += one.kind != "heading"
        numbers.append(0 if one.kind == "heading" else count)
    return numbers


def block_at(blocks: Sequence[Block], offset: int) -> int:
    """The index of the block that holds an offset, or the one before it."""
    return max(bisect_right(blocks, offset, key=lambda b: b.start) - 1, 0)


def marked(
    text: str, blocks: Sequence[Block], claims: Sequence[Sequence[Span]]
) -> list[MarkedBlock]:
    """The article's blocks (from ``whole``) cut where claims begin and end."""
    cuts: list[list[_Stretch]] = [[] for _ in blocks]
    for claim, spans in enumerate(claims):
        for number, span in enumerate(_merged(text, spans)):
            _place(span, claim, number == 0, blocks, cuts)
    return [
        MarkedBlock(block.kind, block.level, paragraph, _segments(text, block, cut))
        for block, cut, paragraph in zip(blocks, cuts, paragraph_numbers(blocks), strict=True)
    ]


def _place(
    span: Span, claim: int, first: bool, blocks: Sequence[Block], cuts: list[list[_Stretch]]
) -> None:
    """Adds a span to every block that it touches; a span between blocks touches none."""
    stretches: list[_Stretch] = []
    for index in range(block_at(blocks, span.start), len(blocks)):
        block = blocks[index]
        if block.start >= span.end:
            break
        start, end = max(span.start, block.start), min(span.end, block.end)
        if start < end:
            stretches.append(_Stretch(start, end, claim, first and not stretches, False))
            cuts[index].append(stretches[-1])
    if stretches:
        stretches[-1].closes = True


def _segments(text: str, block: Block, stretches: list[_Stretch]) -> tuple[Segment, ...]:
    """Sweeps once over the block; a heap keeps the shortest open stretch on top."""
    stretches.sort(key=lambda s: (s.start, -s.end))
    inner = {edge for one in stretches for edge in (one.start, one.end)}
    edges = sorted(inner | {block.start, block.end})
    ending: dict[int, list[int]] = {}
    for one in stretches:
        if one.closes:
            ending.setdefault(one.end, []).append(one.claim)
    result: list[Segment] = []
    active: list[tuple[int, int, int]] = []  # length, end, claim
    waiting = 0
    for start, end in pairwise(edges):
        opens: list[int] = []
        while waiting < len(stretches) and stretches[waiting].start == start:
            one = stretches[waiting]
            heapq.heappush(active, (one.end - one.start, one.end, one.claim))
            opens += [one.claim] if one.opens else []
            waiting += 1
        while active and active[0][1] <= start:
            heapq.heappop(active)
        claim = active[0][2] if active else None
        result.append(Segment(text[start:end], claim, tuple(opens), tuple(ending.get(end, ()))))
    return tuple(result)
