"""Earlier checks between the rooms: a file of them read for the library, and those that say the
same as a claim found in it.

Here: what needs both the readers or the matching and the library. Not here: how a file is read
(``documents.claimreview_feed``), how texts are compared (``claims.matching``), SQL, Qt.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck_gui.domain import FeedNote, Precedent, Reviewer
from factcheck_gui.library import file
from factcheck_gui.library.feeds import Intake, Ready

if TYPE_CHECKING:
    from factcheck_gui.claims.matching import Matcher
    from factcheck_gui.library.precedents import Earlier
    from factcheck_gui.library.reading import Reader
    from factcheck_gui.library.store import Store

BATCH = 40  # checks in one transaction: a verdict never waits behind more
SECONDS = 600.0  # in which the largest file is read
MOST = 20  # earlier checks that are shown
# How alike (``Matcher.alike``) a check must be to be shown, and to count as very close: by words
# alone, and by words and meaning. On 997 tweets and 14,231 claims of Snopes a wrong one is over the
# first for 8 % of the tweets, and the right one for 52 or 63 %; of those over the second 98 % are
# right (tests/bench/quality_matching.py).
BY_WORDS, BY_MEANING = (0.35, 0.5), (0.45, 0.55)


# ---------------------------------------------------------------- taking files in


class FeedBatch(NamedTuple):
    """Some checks of a file, in its order; ``done`` of ``total`` are read. The last batch has what
    was not as it should be."""

    name: str
    sha256: str
    ready: tuple[Ready, ...]
    done: int
    total: int
    notes: tuple[FeedNote, ...] = ()


def read_feed(path: str) -> Iterator[FeedBatch]:
    """The earlier checks in a file, for the child process. Raises Problem."""
    from factcheck_gui.claims.matching import imprint
    from factcheck_gui.documents.claimreview_feed import read_path

    read = read_path(path)
    found, total = read.precedents, len(read.precedents)
    for start in range(0, total, BATCH):
        ready = tuple(Ready(one, imprint(_words(one))) for one in found[start : start + BATCH])
        yield FeedBatch(read.name, read.sha256, ready, start + len(ready), total)
    yield FeedBatch(read.name, read.sha256, (), total, total, read.notes)


def read_feed_at_once(path: str) -> list[FeedBatch]:
    """All batches of a file, for the child process. Raises Problem."""
    return list(read_feed(path))


def _words(one: Precedent) -> str:
    """What a check is found by."""
    return f"{one.claim} {one.title}" if one.title != one.claim else one.claim


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file brought: checks that are new, changed or known, and what is to be said of it."""

    name: str
    counts: Intake
    notes: tuple[FeedNote, ...] = ()

    @property
    def left_out(self) -> int:
        """How many of its items were left out."""
        return len({one.place for one in self.notes if one.left_out})


class FeedArrival:
    """A file of earlier checks as it comes in, batch by batch."""

    def __init__(self) -> None:
        self._feed = 0
        self._counts = Intake()
        self.over = False  # all of it came, or it was given up

    def take(self, store: Store, batch: FeedBatch, by: Reviewer, at: datetime) -> TakenIn | None:
        """Writes a batch; after the last one what the file brought. Raises Problem."""
        from factcheck_gui.claims.matching import METHOD

        self._feed = self._feed or store.begin_feed(batch.name, batch.sha256, at)
        store.add_precedents(self._feed, batch.ready, METHOD, self._counts)
        if batch.ready:
            return None
        self.over = True
        taken = TakenIn(batch.name, self._counts, batch.notes)
        store.finish_feed(self._feed, taken.left_out, self._counts, by, at)
        return taken

    def give_up(self, store: Store, by: Reviewer, at: datetime) -> Iterator[int]:
        """Takes back in small turns what came in so far, since the rest will not come."""
        if self._feed and not self.over:
            yield from removing(store, self._feed, by, at)
        self.over = True


def removing(store: Store, feed: int, by: Reviewer, at: datetime) -> Iterator[int]:
    """Removes a file of earlier checks in small turns; how many went in each. Raises Problem."""
    while gone := store.shrink_feed(feed):
        yield gone
    store.drop_feed(feed, by, at)


# ---------------------------------------------------------------- finding


class Finder:
    """Finds what says the same as a claim in one library. It keeps its index between questions,
    which come from a thread, one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: object = None
        self._keys: list[tuple[bool, int]] = []  # whether it is the library's own, and its row id
        self._own: dict[str, bytes] = {}  # imprints of the library's own claims
        self._matcher: Matcher | None = None

    def find(
        self, library: Path, text: str, article: int, blind: Reviewer | None = None
    ) -> list[Earlier]:
        """Earlier checks that share most words with a text: those of files, and judged claims of
        other articles than this one (a row id), as far as somebody who may be blind is told them.
        ``judged`` picks those to show. Raises Problem."""
        from factcheck_gui.claims.matching import LOOKED_AT
        from factcheck_gui.library.reading import Reader

        with self._lock, closing(file.open_reader(library)) as connection:
            reader = Reader(connection)
            reader.read_as(blind)
            matcher = self._ready(reader, library, article)
            found = matcher.best(text, LOOKED_AT)
            earlier = _read(reader, [self._keys[one.number] for one in found])
        return [
            _compared(matcher, text, one, match.score)
            for one, match in zip(earlier, found, strict=True)
            if one
        ]

    def _ready(self, reader: Reader, library: Path, article: int) -> Matcher:
        """The index, made anew where the library holds other checks than it does."""
        from factcheck_gui.claims.matching import Matcher, imprint
        from factcheck_gui.library.precedents import imprints, judged, state_of

        own = judged(reader, article)
        state = (library, state_of(reader), tuple(own))
        if self._matcher is None or state != self._state:
            others = list(_read_alike(reader, imprints(reader)))
            self._keys = [(False, key) for key, _ in others] + [(True, key) for key, _ in own]
            self._own = {words: self._own.get(words) or imprint(words) for _, words in own}
            prints = [one for _, one in others] + [self._own[words] for _, words in own]
            self._matcher, self._state = Matcher(prints), state
        return self._matcher


def _read_alike(
    reader: Reader, kept: Iterator[tuple[int, bytes, int]]
) -> Iterator[tuple[int, bytes]]:
    """Imprints as they are made now; those of an earlier method are made anew from the words."""
    from factcheck_gui.claims.matching import METHOD, imprint
    from factcheck_gui.library.precedents import precedents

    for key, one, method in list(kept):
        if method == METHOD and len(one) % 4 == 0:
            yield key, one
        else:
            known = precedents(reader, [key]).get(key)
            yield key, imprint(_words(known.precedent)) if known else b""


def _read(reader: Reader, keys: Sequence[tuple[bool, int]]) -> list[Earlier | None]:
    from factcheck_gui.library.precedents import claims, precedents

    others = precedents(reader, [key for own, key in keys if not own])
    mine = claims(reader, [key for own, key in keys if own])
    return [(mine if own else others).get(key) for own, key in keys]


def _compared(matcher: Matcher, text: str, one: Earlier, score: float) -> Earlier:
    """A check with how alike its words are, and in what it differs."""
    from factcheck_gui.claims.matching import differences

    words = one.precedent.words
    alike = matcher.alike(text, words, score)
    return replace(one, alike=alike, differs=differences(text, words))


def nearness(text: str, others: Sequence[str]) -> list[float] | None:
    """How near each is to a text in meaning, for the child process; None without the model."""
    from factcheck_gui.claims.meaning import loaded

    model = loaded()
    return None if model is None else model.nearness(text, others)


def judged(
    found: Sequence[Earlier], near: Sequence[float] | None = None, *, every: bool = False
) -> list[Earlier]:
    """Those that are related at least, or ``every`` one, best first, at most ``MOST``; by their
    words alone, or by how ``near`` each is in meaning as well. One that differs in figures or
    denies is never close."""
    related, close = BY_WORDS if near is None else BY_MEANING
    if near is not None:
        both = zip(found, near, strict=True)
        found = [replace(one, alike=(one.alike + max(0.0, each)) / 2) for one, each in both]
    kept = [one for one in found if every or one.alike >= related]
    shown = sorted(kept, key=lambda one: -one.alike)[:MOST]
    return [replace(one, near=_near(one, related, close)) for one in shown]


def _near(one: Earlier, related: float, close: float) -> str:
    if one.alike >= close and not one.differs:
        return "close"
    return "related" if one.alike >= related else ""
