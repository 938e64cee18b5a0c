"""One page made of two versions of a text, or of a text and what was set aside from it.

Here: pure functions that lay words removed between words kept, and say where every character
came from. Not here: how it is painted (ui/reader), what became of claims (anchoring.py).

A page's own unit is the code point of its ``text``; it has pieces that follow each other without
a hole. Typographic differences (kinds of quotes, spaces) are no change: the newer text shows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from factcheck_gui.alignment import Run, Words, aligned
from factcheck_gui.domain import Block, Furniture, Span

PieceKind = Literal["same", "added", "removed", "aside", "between"]
_SPECK = 2  # words in a row that are no island of agreement
_ROUGH = 4  # changed words around that drown such a speck


class Piece(NamedTuple):
    """A stretch of a page. ``old`` and ``new`` are where it starts in the texts, -1 where it is in
    none; for what was set aside ``old`` is the number of the furniture. "between" parts others."""

    kind: PieceKind
    text: str
    old: int = -1
    new: int = -1


@dataclass(frozen=True)
class Page:
    """A text to show, its pieces and its blocks."""

    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        return "".join(one.text for one in self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        """Where each piece begins on the page."""
        starts, at = [], 0
        for one in self.pieces:
            starts.append(at)
            at += len(one.text)
        return starts

    @cached_property
    def changes(self) -> tuple[Span, ...]:
        """The passages that differ, in order: what was removed with what came in its place."""
        spans: list[Span] = []
        last = -2
        for number, one in enumerate(self.pieces):
            if one.kind not in ("added", "removed", "aside"):
                continue
            start = self.starts[number]
            joins = last == number - 1 or (
                last == number - 2 and self.pieces[number - 1].kind == "between"
            )
            end = start + len(one.text)
            if spans and joins and one.kind != "aside":
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
            last = number
        return tuple(spans)

    def piece_at(self, offset: int) -> Piece | None:
        """The piece that holds a character of the page."""
        at = bisect_right(self.starts, offset) - 1
        return self.pieces[at] if at >= 0 and offset < len(self.text) else None

    def of_new(self, span: Span) -> Span:
        """Where a span of the newer (or the only) text stands on the page; what was removed inside
        it belongs to it."""
        return _moved(span, self._new)

    def in_new(self, span: Span) -> Span | None:
        """What of the newer text lies in a span of the page; None where nothing does."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        found: list[int] = []
        for start, piece in zip(self.starts[first:], self.pieces[first:], strict=True):
            if start >= span.end:
                break
            low, high = max(span.start, start), min(span.end, start + len(piece.text))
            if piece.new >= 0 and low < high:
                found += [piece.new + low - start, piece.new + high - start]
        return Span(found[0], found[-1]) if found else None

    def new_at(self, offset: int) -> int:
        """The place in the newer text at or before a place on the page."""
        at = bisect_right(self.starts, offset) - 1
        while at >= 0 and self.pieces[at].new < 0:
            at -= 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        return piece.new + min(offset - self.starts[at], len(piece.text))

    def of_old(self, span: Span) -> Span:
        """Where a span of the older text stands on the page."""
        return _moved(span, self._old)

    @cached_property
    def _new(self) -> list[tuple[int, int]]:
        return [(p.new, s) for p, s in zip(self.pieces, self.starts, strict=True) if p.new >= 0]

    @cached_property
    def _old(self) -> list[tuple[int, int]]:
        return [
            (p.old, s)
            for p, s in zip(self.pieces, self.starts, strict=True)
            if p.old >= 0 and p.kind != "aside"
        ]


def _moved(span: Span, places: list[tuple[int, int]]) -> Span:
    def at(offset: int) -> int:
        number = bisect_right(places, (offset, 1 << 62)) - 1
        if number < 0:
            return 0
        source, page = places[number]
        return page + offset - source

    return Span(at(span.start), at(span.end - 1) + 1 if span.end > span.start else at(span.end))


# ---------------------------------------------------------------- two versions


def compare(
    old: str, new: str, old_blocks: Sequence[Block] = (), new_blocks: Sequence[Block] = ()
) -> Page:
    """The page of two versions of a text, older first."""
    words, others = Words.of(old), Words.of(new)
    pieces: list[Piece] = []
    at_old = at_new = 0
    end = Run(len(words.forms), len(others.forms), 0)
    for run in _runs(words, others, end):
        here = words.starts[run.old] if run.length else len(old)
        there = others.starts[run.new] if run.length else len(new)
        pieces += _difference(old, new, (at_old, here), (at_new, there))
        if run.length:
            pieces += _agreement(words, others, run)
            at_old = words.ends[run.old + run.length - 1]
            at_new = others.ends[run.new + run.length - 1]
    page = Page(tuple(_joined(pieces)))
    return replace(page, blocks=_blocks(page, old_blocks, new_blocks))


def _runs(old: Words, new: Words, end: Run) -> list[Run]:
    """What both versions have; then the end."""
    return [*_without_specks(aligned(old, new), end, new), end]


def _without_specks(runs: list[Run], end: Run, new: Words) -> list[Run]:
    """Without the words that two rewritten passages share by accident."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        before = kept[-1] if kept else Run(0, 0, 0)
        after = runs[at + 1] if at + 1 < len(runs) else end
        gap = (run.old - before.old - before.length, run.new - before.new - before.length)
        ahead = max(gap)
        behind = max(after.old - run.old - run.length, after.new - run.new - run.length)
        bare = not any(one[0].isalnum() for one in new.forms[run.new : run.new + run.length])
        rough = ahead and behind and ahead + behind >= (_ROUGH if bare else _ROUGH + 1)
        if run.length > _SPECK or not rough:
            kept.append(_from_word(run, new) if min(gap) >= _ROUGH else run)
    return [run for run in kept if run.length]


def _from_word(run: Run, new: Words) -> Run:
    """Without the stops it begins with: those of a sentence written anew belong to it."""
    forms = new.forms[run.new : run.new + run.length]
    stops = next((n for n, form in enumerate(forms) if form[0].isalnum()), len(forms))
    return Run(run.old + stops, run.new + stops, run.length - stops)


def _agreement(old: Words, new: Words, run: Run) -> Iterator[Piece]:
    """What both say, in the newer spelling; in one piece where it is the same to the letter."""
    whole = slice(old.starts[run.old], old.ends[run.old + run.length - 1])
    other = slice(new.starts[run.new], new.ends[run.new + run.length - 1])
    if old.text[whole] == new.text[other]:
        yield Piece("same", new.text[other], whole.start, other.start)
        return
    for n in range(run.length):
        a, b = run.old + n, run.new + n
        if n:
            gap = new.text[new.ends[b - 1] : new.starts[b]]
            if gap:
                yield Piece("same", gap, old.ends[a - 1], new.ends[b - 1])
        yield Piece("same", new.text[new.starts[b] : new.ends[b]], old.starts[a], new.starts[b])


def _difference(
    old: str, new: str, here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Piece]:
    """What stands between two runs: white space that both have aside, removed, then added."""
    gone, come = old[slice(*here)], new[slice(*there)]
    ahead = _white(gone, come)
    behind = _white(gone[ahead:][::-1], come[ahead:][::-1])
    if ahead:
        yield Piece("same", come[:ahead], here[0], there[0])
    removed, added = gone[ahead : len(gone) - behind], come[ahead : len(come) - behind]
    if not removed.strip() and not added.strip():  # other white space is no change
        if added:
            yield Piece("same", added, here[0] + ahead, there[0] + ahead)
    else:
        yield from _exchange(removed, added, here[0] + ahead, there[0] + ahead)
    if behind:
        yield Piece("same", come[len(come) - behind :], here[1] - behind, there[1] - behind)


def _exchange(removed: str, added: str, old: int, new: int) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed, old)
    if removed.strip() and added.strip():
        apart = removed[-1].isspace() or added[0].isspace()
        lines = "\n" in removed.strip() or "\n" in added.strip()
        yield Piece("between", "\n\n" if lines else "" if apart else " ")
    if added:
        yield Piece("added", added, -1, new)


def _white(one: str, other: str) -> int:
    """How much white space both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isspace():
            break
        count += 1
    return count


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Without empty ones; neighbours that go on from each other made one."""
    held: Piece | None = None
    for one in pieces:
        if not one.text:
            continue
        if held and held.kind == one.kind == "same" and _follows(held, one):
            held = held._replace(text=held.text + one.text)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _follows(held: Piece, one: Piece) -> bool:
    length = len(held.text)
    return (held.old + length, held.new + length) == (one.old, one.new)


def _blocks(
    page: Page, old_blocks: Sequence[Block], new_blocks: Sequence[Block]
) -> tuple[Block, ...]:
    """The newer text's blocks, and those of the older one that are gone as a whole."""

    def placed(block: Block, of: Callable[[Span], Span]) -> Block:
        span = of(Span(block.start, block.end))
        return replace(block, start=span.start, end=span.end)

    blocks = [placed(one, page.of_new) for one in new_blocks]
    for one in old_blocks:
        there = placed(one, page.of_old)
        piece = page.piece_at(there.start)
        if piece and piece.kind == "removed" and one.end <= piece.old + len(piece.text):
            blocks.append(there)
    return tuple(sorted(blocks, key=lambda block: (block.start, block.end)))


# ---------------------------------------------------------------- what was set aside


def with_furniture(text: str, blocks: Sequence[Block], furniture: Sequence[Furniture]) -> Page:
    """The page of a text with what was set aside in its places, as paragraphs of their own."""
    pieces: list[Piece] = []
    at = 0
    for number, one in sorted(enumerate(furniture), key=lambda pair: (pair[1].at, pair[0])):
        if not one.text.strip():
            continue
        place = min(max(one.at, at), len(text))
        pieces.append(Piece("same", text[at:place], at, at))
        written = bool(place or len(pieces) > 1)
        pieces.append(Piece("between", _gap(text[:place]) if written else ""))
        pieces.append(Piece("aside", one.text.strip("\n"), number))
        pieces.append(Piece("between", "\n\n" if place < len(text) else ""))
        at = place
    pieces.append(Piece("same", text[at:], at, at))
    page = Page(tuple(_joined(pieces)))
    kept = [page.of_new(Span(one.start, one.end)) for one in blocks]
    return replace(
        page,
        blocks=tuple(
            replace(one, start=span.start, end=span.end)
            for one, span in zip(blocks, kept, strict=True)
        ),
    )


def _gap(before: str) -> str:
    """The line breaks that are missing between two paragraphs."""
    there = len(before) - len(before.rstrip("\n"))
    return "" if not before else "\n" * max(0, 2 - there)


class Restored(NamedTuple):
    """A text into which something set aside was taken back."""

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]


def take_back(
    text: str, blocks: Sequence[Block], furniture: Sequence[Furniture], number: int
) -> Restored:
    """The text with one part of the furniture in its place again, as paragraphs of its own.

    Raises IndexError where there is no such part.
    """
    part = furniture[number]
    at = min(max(part.at, 0), len(text))
    words = part.text.strip("\n")
    before, after = text[:at], text[at:]
    head = before + _gap(before)
    tail = "\n" * max(0, 2 - (len(after) - len(after.lstrip("\n")))) if after else ""
    shift = len(head) - len(before) + len(words) + len(tail)
    moved = [_shifted(block, at, shift) for block in blocks]
    lines = _paragraphs(words, len(head))
    return Restored(
        head + words + tail + after,
        tuple(sorted([*moved, *lines], key=lambda block: (block.start, block.end))),
        tuple(
            replace(one, at=one.at + shift) if (one.at, n) > (part.at, number) else one
            for n, one in enumerate(furniture)
            if n != number
        ),
    )


def _shifted(block: Block, at: int, shift: int) -> Block:
    start = block.start + shift if block.start >= at else block.start
    end = block.end + shift if block.end > at else block.end
    return replace(block, start=start, end=end)


def _paragraphs(words: str, at: int) -> Iterator[Block]:
    for line in words.split("\n"):
        if line.strip():
            yield Block("paragraph", at, at + len(line))
        at += len(line) + 1
