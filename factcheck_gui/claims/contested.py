"""Claims of one article that contradict each other.

Here: pairs by a few safe rules: the same thing with another figure; opposed blame or denial of
one event. Not here: contradictions of meaning, which need a model. Few false alarms come before
many finds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck_gui.claims.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    read_words,
)
from factcheck_gui.domain import FoundClaim

_COMMON = (
    DETERMINERS
    | PREPOSITIONS
    | CLAUSE_WORDS
    | AUXILIARIES
    | SUBJECT_PRONOUNS
    | frozenset(
        """and or not no more than also said says say told there his her its their them him it's one
    two year years people new first last earlier reports according officials""".split()
    )
)
_MOST_CLAIMS_A_WORD = 40  # a word in more claims than this tells nothing
_ALIKE = 0.72  # share of the rarer claim's words that two figures' sentences must have in common
_FEWEST_SHARED = 4
_NEAR = 12  # claims between an accusation and its denial
_ACCUSING = frozenset(
    "blame blames blamed blaming accuse accuses accused accusing hit attack attacked".split()
)
_DENYING = frozenset("deny denies denied denying reject rejects rejected rejecting".split())
_NEGATING = frozenset("not no never wasn't weren't isn't aren't didn't hasn't".split())
_HARM = frozenset(
    """strike strikes hit hits attack attacks attacked killed killing destroyed shelled shelling
    bombed bombing explosion missile missiles shot fired massacre poisoned hacked crime blame
    blames blamed blaming accuse accused accuses accusing involvement responsibility""".split()
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim with what the rules look at."""

    number: int
    claim: FoundClaim
    content: frozenset[str]
    names: frozenset[str]
    cue: frozenset[str]


class Pair(NamedTuple):
    """Two claims by number, the lower first, and in words why they contradict each other."""

    one: int
    other: int
    why: str


def find_pairs(claims: Sequence[FoundClaim]) -> list[Pair]:
    """Pairs of claims that contradict each other, in order; one reason a pair.

    Only listed claims take part. The number of comparisons grows with the number of claims that
    share rare words, not with its square.
    """
    read = [_reading(number, claim) for number, claim in enumerate(claims) if claim.listed]
    pairs: dict[tuple[int, int], Pair] = {}
    for pair in (*_other_figures(read), *_opposed_blame(read)):
        pairs.setdefault((pair.one, pair.other), pair)
    return sorted(pairs.values())


def _reading(number: int, claim: FoundClaim) -> _Read:
    words = read_words(claim.text)
    plain = [low for low in words.lows if len(low) > 2 and low[0].isalpha()]
    content = frozenset(_stem(low) for low in plain if low not in _COMMON)
    names = frozenset(
        _stem(words.lows[i])
        for i in range(len(words))
        if words.is_name(i) and words.lows[i] not in _COMMON
    )
    return _Read(number, claim, content, names, frozenset(plain))


def _stem(low: str) -> str:
    """Enough to see Ukraine in Ukrainian, Russia in Russians, strike in strikes."""
    low = low.removesuffix("'s")
    for ending in ("ians", "ian", "ans", "an", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low.removesuffix(ending).rstrip("aei")
    return low.rstrip("aei") if len(low) > 5 else low


# ---------------------------------------------------------------- figures


def _other_figures(read: Sequence[_Read]) -> Iterator[Pair]:
    by_word: dict[str, list[_Read]] = defaultdict(list)
    for one in read:
        if not one.claim.figures:
            continue
        partners: dict[int, int] = defaultdict(int)
        others = {}
        for word in one.content:
            for other in by_word[word][-_MOST_CLAIMS_A_WORD:]:
                partners[other.number] += 1
                others[other.number] = other
            by_word[word].append(one)
        for number, shared in partners.items():
            if _same_matter(one, others[number], shared):
                why = _differs(others[number], one)
                if why:
                    yield Pair(number, one.number, why)


def _same_matter(one: _Read, other: _Read, shared: int) -> bool:
    fewest = min(len(one.content), len(other.content))
    return shared >= min(_FEWEST_SHARED, fewest) and shared >= _ALIKE * fewest and shared > 1


def _differs(one: _Read, other: _Read) -> str:
    """How figures of one unit stand against each other in two claims, "" where they agree."""
    days, other_days = _days(one.claim), _days(other.claim)
    if days and other_days and days.isdisjoint(other_days):
        return ""  # 5 percent in May, 7 percent in June
    mine, theirs = _by_unit(one.claim), _by_unit(other.claim)
    for unit, values in mine.items():
        others = theirs.get(unit, {})
        as_many = len(values) == len(others) > 1
        unlike = values.keys() != others.keys() if as_many else values.keys().isdisjoint(others)
        if others and unlike:
            first = next(written for value, written in values.items() if value not in others)
            second = next(written for value, written in others.items() if value not in values)
            return f"other figures: {first} against {second}"
    return ""


def _days(claim: FoundClaim) -> set[str]:
    """The dates of a claim as written, in small letters."""
    begin = claim.spans[0].start
    return {claim.text[d.span.start - begin : d.span.end - begin].lower() for d in claim.dates}


def _by_unit(claim: FoundClaim) -> dict[str, dict[float, str]]:
    """For each unit its values, and how the text writes them."""
    begin = claim.spans[0].start
    found: dict[str, dict[float, str]] = defaultdict(dict)
    for one in claim.figures:
        written = claim.text[one.span.start - begin : one.span.end - begin]
        found[one.unit.lower()].setdefault(one.value, written)
    return found


# ---------------------------------------------------------------- blame


def _opposed_blame(read: Sequence[_Read]) -> Iterator[Pair]:
    """A charges B with harm, and B denies it or charges A, a few claims apart."""
    charged = [one for one in read if one.claim.claimant and one.cue & _HARM]
    for place, one in enumerate(charged):
        for other in charged[place + 1 : place + 1 + _NEAR]:
            if other.number - one.number > _NEAR:
                break
            why = _opposed(one, other)
            if why:
                yield Pair(one.number, other.number, why)


def _opposed(one: _Read, other: _Read) -> str:
    """Why two claims of opposed sides clash, "" where they do not."""
    mine, theirs = _side(one), _side(other)
    if not mine or not theirs or mine & theirs:
        return ""
    names_each_other = bool(mine & other.content) and bool(theirs & one.content)
    shared = len((one.content & other.content) - mine - theirs)
    clash = (one.cue | other.cue) & (_ACCUSING | _DENYING)
    if not names_each_other:
        return ""
    sides = f"{one.claim.claimant} and {other.claim.claimant}"
    if not clash:  # "this wasn't a HIMARS strike" against "a HIMARS strike hit"
        negated = bool((one.cue | other.cue) & _NEGATING) and shared >= 2
        return f"{sides} contradict each other" if negated else ""
    if shared < 1 and not _both_blame(one, other):
        return ""
    denied = (one.cue | other.cue) & _DENYING
    return f"{sides}: one blames, the other denies" if denied else f"{sides} blame each other"


def _both_blame(one: _Read, other: _Read) -> bool:
    return bool(one.cue & _ACCUSING) and bool(other.cue & _HARM)


def _side(one: _Read) -> frozenset[str]:
    """The names in a claimant, as stems."""
    words = read_words(one.claim.claimant or "")
    return frozenset(
        _stem(low.split("-")[0])
        for low, form in zip(words.lows, words.forms, strict=True)
        if form[0].isupper() and low not in _COMMON
    )
