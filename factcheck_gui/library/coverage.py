"""How much of an article's checkable text is accounted for: the line-by-line way of working.

Here: which sentences count, and which still wait. Not here: judging, showing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck_gui.domain import Span
from factcheck_gui.library.reading import Reader

ENOUGH = 0.5  # a sentence is accounted for where at least this share of it is


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points of checkable text in all and accounted for, and the sentences that wait."""

    total: int
    done: int
    waiting: tuple[Span, ...]

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is nothing to check."""
        return self.done / self.total if self.total else 1.0


def coverage(reader: Reader, article: int, *, every: bool = False) -> Coverage:
    """The checkable sentences of an article's newest version, against what was judged or dismissed.

    Checkable are the sentences that the finder listed; with ``every`` all that it saw.
    """
    rows = reader.connection.execute(
        'SELECT s."start", s."end", (c.origin = \'found\' AND c.part_of IS NULL AND'
        " (? OR c.listed)), (u.state <> 'open' OR u.dismissed) FROM claim c"
        " JOIN seen u ON u.claim_id = c.id JOIN span s ON s.claim_id = c.id"
        " AND s.version_id = c.version_id WHERE c.article_id = ? AND NOT c.withdrawn"
        ' ORDER BY s."start", s."end"',
        (every, article),
    ).fetchall()
    sentences = [Span(start, end) for start, end, checkable, _ in rows if checkable]
    return measure(sentences, [Span(start, end) for start, end, _, settled in rows if settled])


def measure(sentences: Iterable[Span], settled: Iterable[Span]) -> Coverage:
    """Sentences against settled places, both in the order of their starts."""
    places = _joined(settled)
    ends = [one.end for one in places]
    total = done = 0
    waiting: list[Span] = []
    for sentence in sentences:
        length = sentence.end - sentence.start
        covered = _covered(sentence, places, ends)
        enough = covered >= ENOUGH * length
        total += length
        done += length if enough else covered
        if not enough:
            waiting.append(sentence)
    return Coverage(total, done, tuple(waiting))


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for one in spans:
        if found and one.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return found


def _covered(sentence: Span, places: Sequence[Span], ends: Sequence[int]) -> int:
    covered = 0
    for one in places[bisect_left(ends, sentence.start) :]:
        if one.start >= sentence.end:
            break
        covered += max(0, min(one.end, sentence.end) - max(one.start, sentence.start))
    return covered
