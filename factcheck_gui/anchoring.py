"""What becomes of claims when an article's text is replaced by a newer one.

Here: pure functions from two texts and places in the older one to places in the newer, each with
how sure that is. Not here: the library (library/versions.py keeps what is said here).

A claim is looked for in four ways, the surest first: its words where the texts agree; its words
somewhere else, told from copies by what stands around them; nearly its words where the texts
agree around them; nearly its words in a passage that the older text does not explain. Where none
of them is sure the claim is orphaned: better none than a wrong place. Thresholds were chosen on
synthetic edits of news articles (tests/bench/quality_anchors.py), for no wrong place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import NamedTuple

from factcheck_gui.alignment import Run, Words, aligned, sentence_starts
from factcheck_gui.domain import CONTEXT, AnchorState, Span, joined

DISTINCT = 4  # words that stand for themselves; fewer need what stands around them
ALIKE = 70.0  # percent that a changed passage must have kept between neighbours that are the same
FAR_ALIKE = 88.0  # the same for a passage found elsewhere
MARGIN = 8.0  # percent by which the best place must beat the second
CUT = 15.0  # percent that an end within a sentence costs, where the claim ended with one
AROUND = 60.0  # percent that what stands around must have kept, for words that are few
AROUND_COPY = 80.0  # the same where the words stood in several places
FEW_ALIKE = 80.0  # ALIKE for claims of fewer than SHORT words
SHORT = 7
SHUFFLED = 15.0  # percent that the order of words alone may cost: "dog bites man" is no typo


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a span went. ``near`` is where it stands or would stand; ``changed`` says that words
    inside are others now. ``span`` is None where it is orphaned."""

    state: AnchorState
    span: Span | None
    near: int
    changed: bool = False


class Anchored(NamedTuple):
    """A claim that is to be found in a newer text: its row id, the row id of the version that it
    was last seen in, its places there, and those of what is known of it (figures, speaker)."""

    claim: int
    version: int
    spans: tuple[Span, ...]
    details: tuple[Span, ...] = ()


class Carried(NamedTuple):
    """Where a claim went: its places in the newer text, in order (none where it is orphaned), and
    where each detail went that could be found."""

    claim: int
    state: AnchorState
    spans: tuple[Span, ...]
    near: int
    changed: bool
    details: tuple[tuple[Span, Span], ...] = ()


class Carry(NamedTuple):
    """What a newer text does to the claims of an article. ``kept`` is the share of the older
    words that it has in their order: how far it is a text of the same article at all."""

    claims: tuple[Carried, ...]
    kept: float


def carry(
    texts: Mapping[int, str], new: str, claims: Sequence[Anchored], current: int = 0
) -> Carry:
    """Finds claims in a newer text; ``texts`` are the versions that they were last seen in, by row
    id, ``current`` the one to compare with as a whole."""
    placings = {version: Placing(text, new) for version, text in texts.items()}
    found = tuple(_carried(placings[one.version], one) for one in claims)
    return Carry(found, placings[current].kept if current in placings else 0.0)


def _carried(placing: Placing, claim: Anchored) -> Carried:
    places = [placing.place(span) for span in claim.spans]
    near = places[0].near if places else 0
    spans = [one.span for one in places if one.span]
    if not spans or len(spans) < len(places):
        return Carried(claim.claim, "orphaned", (), near, False)
    state: AnchorState = "moved" if any(one.state == "moved" for one in places) else "ok"
    whole = tuple(joined(spans, placing.new.text))
    details = ((span, placing.place(span).span) for span in dict.fromkeys(claim.details))
    return Carried(
        claim.claim,
        state,
        whole,
        near,
        any(one.changed for one in places),
        tuple((span, new) for span, new in details if new),
    )


def place(old: str, new: str, spans: Iterable[Span]) -> list[Placement]:
    """Where spans (code points of the older text) stand in the newer one, one for each."""
    placing = Placing(old, new)
    return [placing.place(span) for span in spans]


class Placing:
    """Two texts aligned once, for any number of spans."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = Words.of(old), Words.of(new)
        self.runs = aligned(self.old, self.new)
        self._old_starts = [run.old for run in self.runs]
        self._new_starts = [run.new for run in self.runs]

    @property
    def kept(self) -> float:
        """The share of the words of the shorter text that both have in the same order."""
        words = min(len(self.old.forms), len(self.new.forms))
        return sum(run.length for run in self.runs) / words if words else 0.0

    def place(self, span: Span) -> Placement:
        first, end = self.old.inside(span)
        near = self._near(first)
        if first >= end or span.start >= span.end:
            return Placement("orphaned", None, near)
        if self.old.text == self.new.text:
            return Placement("ok", span, span.start)
        for way in (self._in_place, self._elsewhere, self._changed_in_place, self._changed_far):
            found = way(first, end)
            if found:
                state, start, stop = found
                return self._placement(state, span, (first, end), (start, stop))
        return Placement("orphaned", None, near)

    def _placement(
        self,
        state: AnchorState,
        span: Span,
        words: tuple[int, int],
        found: tuple[int, int],
    ) -> Placement:
        """A span that cut into its first or last word, or left a stop out, does so again."""
        old, new = self.old.span(*words), self.new.span(*found)
        changed = self.old.forms[slice(*words)] != self.new.forms[slice(*found)]
        start, end = new.start, new.end
        cut, rest = span.start - old.start, old.end - span.end
        if not changed and cut > 0 and _same_word(self, words[0], found[0]):
            start += cut
        if not changed and rest > 0 and _same_word(self, words[1] - 1, found[1] - 1):
            end -= rest
        return Placement(state, Span(start, end), start, changed)

    # ------------------------------------------------------------ where words went

    def _image(self, word: int) -> int | None:
        """The number in the newer text of a word of the older one that stayed."""
        at = bisect_right(self._old_starts, word) - 1
        if at < 0 or word >= self.runs[at].old + self.runs[at].length:
            return None
        return self.runs[at].new + word - self.runs[at].old

    def _origin(self, word: int) -> int | None:
        """The number in the older text of a word of the newer one that was there before."""
        at = bisect_right(self._new_starts, word) - 1
        if at < 0 or word >= self.runs[at].new + self.runs[at].length:
            return None
        return self.runs[at].old + word - self.runs[at].new

    def _near(self, word: int) -> int:
        """Where a word of the older text would stand in the newer one, in code points."""
        at = bisect_right(self._old_starts, word) - 1
        if at < 0 or not self.new.forms:
            return 0
        run = self.runs[at]
        image = run.new + min(word - run.old, run.length)
        return self.new.starts[image] if image < len(self.new.starts) else len(self.new.text)

    # ------------------------------------------------------------ the four ways

    def _in_place(self, first: int, end: int) -> tuple[AnchorState, int, int] | None:
        """The same words where the texts agree."""
        start = self._image(first)
        if start is None or self._image(end - 1) != start + end - 1 - first:
            return None
        if self.new.forms[start : start + end - first] != self.old.forms[first:end]:
            return None
        beyond = DISTINCT - 1  # one sign more, a quotation mark, says nothing
        alone = (
            self._image(first - beyond) != start - beyond
            and self._image(end + beyond - 1) != start + end - first + beyond - 1
        )
        if alone and self._has_copies(first, end) and self._around(first, end, start) < AROUND:
            return None  # a copy may have taken its place
        return "ok", start, start + end - first

    def _has_copies(self, first: int, end: int) -> bool:
        return len(self.old.occurrences(self.old.forms[first:end], 2)) > 1

    def _elsewhere(self, first: int, end: int) -> tuple[AnchorState, int, int] | None:
        """The same words at another place that no other copy of them has."""
        words = self.old.forms[first:end]
        taken = {self._image(at) for at in self.old.occurrences(words) if at != first}
        places = [at for at in self.new.occurrences(words) if at not in taken]
        copies = len(self.old.occurrences(words))
        if len(places) == 1 and copies == 1 and _content(words) >= DISTINCT:
            return "moved", places[0], places[0] + len(words)
        scored = sorted(((self._around(first, end, at), at) for at in places), reverse=True)
        if not scored or scored[0][0] < (AROUND if copies == 1 else AROUND_COPY):
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
            return None
        return "moved", scored[0][1], scored[0][1] + len(words)

    def _around(self, first: int, end: int, at: int) -> float:
        """How alike in percent what stands before and behind words is in both texts."""
        from rapidfuzz.fuzz import ratio

        old, new, last = self.old, self.new, at + end - first - 1
        before = ratio(_before(old.text, old.starts[first]), _before(new.text, new.starts[at]))
        behind = ratio(_after(old.text, old.ends[end - 1]), _after(new.text, new.ends[last]))
        return (before + behind) / 2

    def _changed_in_place(self, first: int, end: int) -> tuple[AnchorState, int, int] | None:
        """Nearly the same words between neighbours that are the same."""
        kept = [image for word in range(first, end) if (image := self._image(word)) is not None]
        before, after = self._neighbours(first, end)
        if not kept:
            low, high = before, after
            if high - low > 3 * (end - first) + 8:
                return None
            starts, stops = self._candidates(low, high, low, high)
        else:
            starts, stops = self._candidates(before, after, kept[0], kept[-1] + 1)
        best = self._best(first, end, starts, stops)
        short = _content(self.old.forms[first:end]) < SHORT
        if best is None or best[0] < (FEW_ALIKE if short else ALIKE):
            return None
        if self.new.forms[slice(*best[1:])] == self.old.forms[first:end]:
            return None  # the very words, and they were refused before
        return "ok", best[1], best[2]

    def _neighbours(self, first: int, end: int) -> tuple[int, int]:
        """The stretch of the newer text between the images of the words before and after."""
        at = bisect_left(self._old_starts, first) - 1
        before = 0
        if at >= 0:
            run = self.runs[at]
            before = run.new + min(first - run.old, run.length)
        at = bisect_right(self._old_starts, end - 1)
        after = len(self.new.forms)
        if at < len(self.runs):
            after = self.runs[at].new
        inside = self._image(end)
        return before, after if inside is None else inside

    def _candidates(
        self, low: int, high: int, first: int, last: int
    ) -> tuple[list[int], list[int]]:
        """Where a changed claim may start (from ``low`` to ``first``) and stop (``last`` to
        ``high``): at the ends, and at sentences between them, those next to what was kept."""
        if low >= high:
            return [], []
        starts = self._sentences(low, max(first, low))[-3:]
        stops = self._sentences(min(last, high), high)[:3]
        return [low, first, *starts], [high, last, *stops]

    def _sentences(self, low: int, high: int) -> list[int]:
        """Numbers of the words between two at which sentences start."""
        starts = self.new.starts
        if low >= high:
            return []
        end = starts[high] if high < len(starts) else len(self.new.text)
        places = sentence_starts(self.new.text, starts[max(low - 1, 0)], end + 1)
        numbers = (bisect_left(starts, place) for place in places)
        return [one for one in numbers if low <= one <= high]

    def _best(
        self, first: int, end: int, starts: Sequence[int], stops: Sequence[int]
    ) -> tuple[float, int, int] | None:
        """How alike in percent, start and stop of the candidate most like the words."""
        words = self.old.forms[first:end]
        best: tuple[float, int, int] | None = None
        for start, stop in product(dict.fromkeys(starts), dict.fromkeys(stops)):
            if start < stop <= start + 4 * len(words) + 8:
                alike = _alike(words, self.new.forms[start:stop])
                alike -= CUT * self._cuts_sentences(first, end, start, stop)
                if best is None or alike > best[0]:
                    best = alike, start, stop
        return best

    def _cuts_sentences(self, first: int, end: int, start: int, stop: int) -> int:
        """At how many ends a place cuts a sentence where the claim did not: a piece of another
        sentence is no place for a whole one."""
        old, new = self.old, self.new
        begins = _begins(old, first) and not _begins(new, start)
        return begins + (_begins(old, end) and not _begins(new, stop))

    # ------------------------------------------------------------ passages that are new

    @cached_property
    def _unexplained(self) -> list[tuple[int, int]]:
        """Stretches of the newer text that are not in the older one in this place."""
        stretches, at = [], 0
        for run in [*self.runs, Run(len(self.old.forms), len(self.new.forms), 0)]:
            if run.new - at >= DISTINCT:
                stretches.append((at, run.new))
            at = run.new + run.length
        return stretches

    @cached_property
    def _new_sentences(self) -> list[tuple[int, int]]:
        """Sentences in those stretches, as first word and behind the last."""
        found = []
        for low, high in self._unexplained:
            cuts = sorted({low, *self._sentences(low, high), high})
            found += [
                (a, b) for a, b in pairwise(cuts) if b - a >= DISTINCT and not self._is_copy(a, b)
            ]
        return found

    def _changed_far(self, first: int, end: int) -> tuple[AnchorState, int, int] | None:
        """Nearly the same words in a passage that came in elsewhere: moved and edited."""
        words = self.old.forms[first:end]
        if _content(words) < 2 * DISTINCT or any(
            self._image(word) is not None for word in (first, end - 1)
        ):
            return None
        least, length = FAR_ALIKE - MARGIN, end - first
        scored = sorted(
            (
                (_alike(words, self.new.forms[a:b], least), a, b)
                for a, b in self._new_sentences
                if length <= 2 * (b - a) <= 4 * length
            ),
            reverse=True,
        )
        if not scored or scored[0][0] < FAR_ALIKE:
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
            return None
        return "moved", scored[0][1], scored[0][2]

    def _is_copy(self, start: int, stop: int) -> bool:
        """Whether other words of the older text went there: then it is their place."""
        return bool(self.old.occurrences(self.new.forms[start:stop], 1))


def _before(text: str, at: int) -> str:
    return " ".join(text[max(0, at - CONTEXT) : at].split())


def _after(text: str, at: int) -> str:
    return " ".join(text[at : at + CONTEXT].split())


def _alike(words: Sequence[str], others: Sequence[str], least: float = 0.0) -> float:
    """How many words in percent two passages share in order; 0 where that is under ``least``, or
    where they share them in another order."""
    from rapidfuzz.fuzz import ratio

    alike = ratio(words, others, score_cutoff=least)
    if not alike:
        return 0.0
    return 0.0 if ratio(sorted(words), sorted(others)) - alike >= SHUFFLED else alike


def _begins(words: Words, at: int) -> bool:
    """Whether a sentence begins with a word, as far as stops and lines tell."""
    if at == 0 or at >= len(words.starts):
        return True
    start = words.starts[at]
    return start in sentence_starts(words.text, words.starts[at - 1], start + 1)


def _content(words: Sequence[str]) -> int:
    """How many of the words are made of letters or figures."""
    return sum(word[0].isalnum() for word in words)


def _same_word(placing: Placing, old: int, new: int) -> bool:
    """Whether two words are the same to the letter, not only as they are compared."""
    one, other = placing.old.span(old, old + 1), placing.new.span(new, new + 1)
    return one.of(placing.old.text) == other.of(placing.new.text)
