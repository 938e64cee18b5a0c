"""Claims of one article that contradict each other.

Here: the rules of disagreement over pairs that speak of the same thing: another figure, another
date, a negation, an opposite, another count of the dead; and all rules put together. Not here:
which claims are alike (``alike``), opposed sides (``blame``), contradictions of meaning, which need
a model. Few false alarms come before many finds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from factcheck_gui.claims.contesting.alike import FEWEST_SHARED, Likeness, Told, likenesses, told
from factcheck_gui.claims.contesting.blame import opposed_sides
from factcheck_gui.claims.contesting.opposites import TWINS, negations, opposed
from factcheck_gui.claims.measuring.quantities import Quantity, clash, quantity
from factcheck_gui.domain import DateMention, Figure, FoundClaim

MOST_PARTNERS = 12  # of one claim
_NEAR = 12  # claims between two counts of the dead
_FEWEST_FOR_TOLL = 2  # words that two counts of the dead must share beside the count
_DEAD = frozenset("killed killing kill died dead deaths death fatalities toll".split())
_HURT = frozenset("injured wounded wounding injuring hurt injuries".split())
_MOVING = frozenset("rose risen rising climbed increased earlier initially revised updated".split())
_FRACTIONS = frozenset("third quarter half fifth tenth two-thirds three-quarters".split())
_WINDOW = 5  # tokens between a count and "killed"


class Pair(NamedTuple):
    """Two claims by number, the lower first, and in words why they contradict each other."""

    one: int
    other: int
    why: str


def find_pairs(claims: Sequence[FoundClaim]) -> list[Pair]:
    """Pairs of claims that contradict each other, in order; one reason a pair.

    Claims that are not listed take part only where they say the same almost word for word; those
    in page furniture never.
    """
    read = [told(n, claim) for n, claim in enumerate(claims) if "page furniture" not in claim.why]
    listed = [one for one in read if one.claim.listed]
    pairs: dict[tuple[int, int], Pair] = {}
    for one, other, why in (*_disagreeing(read), *_tolls(listed), *opposed_sides(listed)):
        pairs.setdefault((one.number, other.number), Pair(one.number, other.number, why))
    return sorted(_nearest(pairs.values()))


def _nearest(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Of the many pairs that a table told in sentences makes, those that stand close together: no
    claim with more partners than a person would read."""
    partners: Counter[int] = Counter()
    for pair in sorted(pairs, key=lambda one: (one.other - one.one, one)):
        if partners[pair.one] < MOST_PARTNERS and partners[pair.other] < MOST_PARTNERS:
            partners.update((pair.one, pair.other))
            yield pair


def _disagreeing(read: Sequence[Told]) -> Iterator[tuple[Told, Told, str]]:
    for pair in likenesses(read):
        both = pair.one.claim.listed and pair.other.claim.listed
        if not (both or pair.same) or "?" in pair.one.lows | pair.other.lows:
            continue
        why = next(filter(None, (rule(pair) for rule in _RULES)), "")
        if why:
            yield pair.one, pair.other, why


# ---------------------------------------------------------------- figures


def _other_figures(pair: Likeness) -> str:
    """How figures of one kind stand against each other, "" where they agree."""
    one, other = pair.one, pair.other
    days, other_days = _days(one), _days(other)
    if days and other_days and days.isdisjoint(other_days):
        return ""  # 5 percent in May, 7 percent in June
    if opposed(one.lows, other.lows) or opposed(one.lows, other.lows, TWINS):
        return ""  # 54 per cent were true, 52 per cent were false
    mine, theirs = _by_kind(one), _by_kind(other)
    for kind in sorted(mine.keys() & theirs.keys()):
        if not kind and pair.shared < FEWEST_SHARED:
            continue  # "the first half ended 1-1"
        found = _first_clash(mine[kind], theirs[kind])
        if found:
            return f"other figures: {found[0].words} against {found[1].words}"
    return ""


def _first_clash(
    mine: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Figures that clash: of as many the first in order, else only where each clashes with each."""
    if len(mine) == len(theirs):
        in_order = (pair for pair in zip(mine, theirs, strict=True) if clash(*pair))
        return next(in_order, None) if not _reordered(mine, theirs) else None
    if all(clash(a, b) for a, b in product(mine, theirs)):
        return mine[0], theirs[0]
    return None


def _reordered(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    return sorted(one.stated for one in mine) == sorted(one.stated for one in theirs)


@lru_cache(maxsize=256)
def _by_kind(one: Told) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = defaultdict(list)
    for figure in one.claim.figures:
        measured = _quantity(one, figure)
        found[measured.kind].append(measured)
    return found


def _quantity(one: Told, figure: Figure) -> Quantity:
    span = one.own(figure.span)
    after = one.words.low(one.words.range(span.start, span.end)[1])
    return quantity(figure, one.written(figure.span), after)


def _other_numbers(pair: Likeness) -> str:
    """Almost the same words with numbers that are no figures: a score, a rank, a time of day."""
    mine, theirs = _loose_numbers(pair.one), _loose_numbers(pair.other)
    if not pair.same or len(mine) != len(theirs) or sorted(mine) == sorted(theirs):
        return ""
    first, second = next((a, b) for a, b in zip(mine, theirs, strict=True) if a != b)
    return f"other figures: {first} against {second}"


def _loose_numbers(one: Told) -> list[str]:
    known: set[int] = set()
    for span in (*(f.span for f in one.claim.figures), *(d.span for d in one.claim.dates)):
        own = one.own(span)
        known.update(range(*one.words.range(own.start, own.end)))
    return [
        low
        for index, low in enumerate(one.words.lows)
        if index not in known
        and (low[0].isdecimal() or (low in _FRACTIONS and one.words.low(index - 1) in ("a", "one")))
    ]


# ---------------------------------------------------------------- dates and words


def _other_dates(pair: Likeness) -> str:
    """Almost the same words with other dates: what happened once happened on one day."""
    mine, theirs = pair.one.claim.dates, pair.other.claim.dates
    if not pair.same or len(mine) != 1 or len(theirs) != 1:
        return ""
    if _values(pair.one) != _values(pair.other):
        return ""  # so many in 2019, so many in 2020
    first, second = pair.one.written(mine[0].span), pair.other.written(theirs[0].span)
    return f"other dates: {first} against {second}" if _apart(mine[0], theirs[0]) else ""


def _apart(one: DateMention, other: DateMention) -> bool:
    known = one.start and one.end and other.start and other.end
    return bool(known and (str(one.end) < str(other.start) or str(other.end) < str(one.start)))


@lru_cache(maxsize=256)
def _days(one: Told) -> frozenset[str]:
    """The dates of a claim as written, in small letters."""
    return frozenset(one.written(date.span).lower() for date in one.claim.dates)


def _values(one: Told) -> list[float]:
    return sorted(figure.value for figure in one.claim.figures)


def _other_words(pair: Likeness) -> str:
    """A negation or an opposite is all that parts two claims."""
    one, other = pair.one, pair.other
    if not pair.same or opposed(one.lows, other.lows, TWINS):
        return ""
    if _values(one) != _values(other):
        return ""
    if (negations(one.lows) + negations(other.lows)) % 2:
        return "one says what the other negates"
    words = opposed(one.lows, other.lows)
    return f"opposites: {words[0]} against {words[1]}" if words else ""


_RULES = (_other_figures, _other_numbers, _other_dates, _other_words)


# ---------------------------------------------------------------- the dead and the hurt


def _tolls(listed: Sequence[Told]) -> Iterator[tuple[Told, Told, str]]:
    """Two sides that count the dead or hurt of one event otherwise."""
    counted = [(one, tolls) for one in listed if one.claim.claimant and (tolls := _counts(one))]
    for place, (one, mine) in enumerate(counted):
        for other, theirs in counted[place + 1 :]:
            if other.number - one.number > _NEAR:
                break
            if not _same_event(one, other):
                continue
            for name in mine.keys() & theirs.keys():
                if clash(mine[name], theirs[name]):
                    words = f"{mine[name].words} against {theirs[name].words}"
                    yield one, other, f"other counts of the {name}: {words}"


def _same_event(one: Told, other: Told) -> bool:
    days, other_days = _days(one), _days(other)
    return (
        one.claim.claimant != other.claim.claimant
        and len(one.content & other.content) >= _FEWEST_FOR_TOLL
        and not (days and other_days and days.isdisjoint(other_days))
        and not (one.lows | other.lows) & _MOVING
    )


def _counts(one: Told) -> dict[str, Quantity]:
    """The dead and the hurt that a claim counts; the first count of each."""
    found: dict[str, Quantity] = {}
    for figure in one.claim.figures:
        span = one.own(figure.span)
        lo, hi = one.words.range(span.start, span.end)
        near = one.words.lows[max(0, lo - _WINDOW) : hi + _WINDOW]
        named = [(abs(i - _WINDOW), low) for i, low in enumerate(near) if low in _DEAD | _HURT]
        if named and figure.value >= 1:
            name = "dead" if min(named)[1] in _DEAD else "hurt"
            measured = _quantity(one, figure)
            if measured.kind not in ("share", "time", "age", "length"):
                same = Quantity(name, *_bounds(measured))
                found.setdefault(name, same)
    return found


def _bounds(one: Quantity) -> tuple[float, float, float, str, str]:
    return one.low, one.high, one.stated, one.side, one.words
