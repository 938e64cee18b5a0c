"""Claims read for comparison, and which of an article's claims speak of the same thing.

Here: what of a claim's words counts, and pairs that share enough of it. Not here: whether such a
pair disagrees (``contested``, ``blame``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from factcheck_gui.claims.contesting.opposites import OPPOSITES
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Words,
    read_words,
)
from factcheck_gui.claims.measuring.quantities import is_unit
from factcheck_gui.domain import FoundClaim, Span

COMMON = (
    DETERMINERS
    | PREPOSITIONS
    | CLAUSE_WORDS
    | AUXILIARIES
    | SUBJECT_PRONOUNS
    | frozenset(
        """and or not no more than also said says say told there his her its their them him it's one
    two year years people new first last earlier reports according officials least most nearly
    almost some never without""".split()
    )
)
_TIMES = DAYS | frozenset(MONTHS)
_MOST_CLAIMS_A_WORD = 40  # a word in more claims than this tells nothing
FEWEST_SHARED = 4
_ALIKE = 0.72  # share of the shorter claim's words that the other must have
_SAME = 0.8  # shared words among all words of both


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A claim with what the rules look at; sets hold small-letter words or their stems."""

    number: int
    claim: FoundClaim
    words: Words
    lows: frozenset[str]
    content: frozenset[str]

    def own(self, span: Span) -> Span:
        """A span of the text as one of the claim's own words."""
        begin = self.claim.spans[0].start
        return Span(span.start - begin, span.end - begin)

    def written(self, span: Span) -> str:
        """The words of a span, on one line."""
        return " ".join(self.own(span).of(self.claim.text).split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two claims, the earlier first, and how alike they are."""

    one: Told
    other: Told
    alike: bool  # the shorter one's words are nearly all in the other
    same: bool  # almost word for word
    shared: int  # words of content in both


def told(number: int, claim: FoundClaim) -> Told:
    """A claim made ready; what its figures and dates say is left out of its content."""
    words = read_words(claim.text)
    begin = claim.spans[0].start
    measured: set[int] = set()
    for span in chain((f.span for f in claim.figures), (d.span for d in claim.dates)):
        measured.update(range(*words.range(span.start - begin, span.end - begin)))
    content = frozenset(
        stem(low)
        for index, low in enumerate(words.lows)
        if len(low) > 2 and low[0].isalpha() and low not in COMMON and index not in measured
        and low not in _TIMES and not is_unit(low)
    )  # fmt: skip
    return Told(number, claim, words, frozenset(words.lows), content)


def stem(low: str) -> str:
    """Enough to see Ukraine in Ukrainian, Chile in Chilean, strike in strikes, close in closed."""
    low = low.removesuffix("'s")
    for ending in ("ians", "ian", "ans", "an", "ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low.removesuffix(ending).rstrip("aei")
    return low.rstrip("aei") if len(low) > 4 else low


_TURNING = frozenset(stem(low) for low in OPPOSITES)  # they part what is said, not of what


def likenesses(claims: Sequence[Told]) -> Iterator[Likeness]:
    """Pairs that speak of the same thing.

    The number of comparisons grows with the number of claims that share rare words, not with its
    square.
    """
    by_word: dict[str, list[Told]] = defaultdict(list)
    for one in claims:
        shared: dict[int, int] = defaultdict(int)
        others: dict[int, Told] = {}
        for word in one.content:
            for other in by_word[word][-_MOST_CLAIMS_A_WORD:]:
                shared[other.number] += 1
                others[other.number] = other
            by_word[word].append(one)
        for number in sorted(shared):
            found = _likeness(others[number], one, shared[number])
            if found.alike or found.same:
                yield found


def _likeness(one: Told, other: Told, shared: int) -> Likeness:
    """How alike two claims are that share some words.

    A measured noun counts as a word. Where each has words of its own they tell of two things: "top
    men in the ministry earned", "in the private sector top men earned".
    """
    fewest = min(len(one.content), len(other.content))
    measures = any(f.unit for f in one.claim.figures) and any(f.unit for f in other.claim.figures)
    apart = len((one.content ^ other.content) - _TURNING)
    same = shared >= (2 if measures else FEWEST_SHARED) and shared >= _SAME * (shared + apart)
    enough = shared >= max(FEWEST_SHARED, _ALIKE * fewest)
    sides = {one.claim.claimant, other.claim.claimant}
    own_words = len(sides) - 1  # another speaker may call one thing otherwise
    return Likeness(one, other, enough and fewest - shared <= own_words, same, shared)
