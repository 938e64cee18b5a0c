"""Noun phrases by closed word classes: what stands before a place, what a verb is said of.

Here: where such a phrase begins and ends. Not here: who speaks (``subjects``), what a phrase stands
for (``referents``). Every walk is bounded.
"""

from __future__ import annotations

from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.given_names import PERSONS
from factcheck_gui.claims.language.predicates import BREAKS, RELATIVES
from factcheck_gui.claims.language.verbs import PAST_ONLY, is_past_form
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    SUBJECT_PRONOUNS,
    Range,
    Words,
)

_REACH = 24
_LONGEST_CORE = 9
_LEADS = frozenset(
    "well and but or so yet because that although though while whereas after".split()
)
_OTHER_CLAUSES = frozenset("as when while because if although since until".split())
_PARTICLES = frozenset("out up down off away back together aside apart alone".split())
_TIME_NOUNS = frozenset("week month year night morning evening day weekend century decade".split())
_NOT_IN_PHRASE = (
    BREAKS | AUXILIARIES | PREPOSITIONS | CLAUSE_WORDS | RELATIVES | NEGATIONS | {"to"}
) - {",", ")", "]", "("}


def noun_phrase_before(words: Words, floor: int, end: int, *, person: bool = False) -> Range | None:
    """The noun phrase that ends before token ``end``, with the "of …" that belongs to it.

    "a prison in the town of Olenivka" before a comma gives "the town of Olenivka". Where a
    ``person`` is meant, "the death of Ann Lee" gives "Ann Lee".
    """
    stop = end
    while stop > floor and (words.lows[stop - 1] in QUOTE_SIGNS or words.lows[stop - 1] == ","):
        stop -= 1
    start = _core_start(words, floor, stop)
    if start is not None and _is_day(words, start, stop) and start - 1 > floor:
        stop = start - 1  # "10,000 trees in 2021"
        start = _core_start(words, floor, stop)
    if start is None:
        return None
    full_name = stop - start > 1 and words.is_name(stop - 1) and words.is_name(stop - 2)
    while start - 1 > floor and _joins(words, start) and not (person and full_name):
        if not person and words.is_name(start) and words.low(start - 2) in PERSONS:
            break  # "the director of Acme, which"
        outer = _core_start(words, floor, start - 1)
        if outer is None:
            break
        start = outer
    signs = sum(words.lows[i] in QUOTE_SIGNS for i in range(start, stop))
    return start, stop + (signs % 2 == 1 and words.low(stop) in QUOTE_SIGNS)


def _is_day(words: Words, start: int, stop: int) -> bool:
    """Whether a phrase after a preposition only dates what stands before it."""
    low = words.lows[start]
    dated = low in MONTHS or low in DAYS or (len(low) == 4 and low.isdigit() and stop - start == 1)
    return dated and words.low(start - 1) in PREPOSITIONS


def _joins(words: Words, start: int) -> bool:
    """Whether the phrase goes on to the left: "the town of", "University of Leeds at"."""
    low = words.low(start - 1)
    names = words.is_name(start) and words.is_name(start - 2)
    if low == "for" and words.low(start) in PERSONS:
        return True  # "the nominee for president"
    return low == "of" or (names and low in ("at", "for"))


def _core_start(words: Words, floor: int, end: int) -> int | None:
    """Where the determiner, name or noun begins that ends before ``end``."""
    start = end
    if words.low(start - 1) in (")", "]"):
        start = _over_bracket(words, floor, start)
    while start > max(floor, end - _LONGEST_CORE):
        low = words.lows[start - 1]
        if low in DETERMINERS:
            start -= 1
            break
        if low in _NOT_IN_PHRASE or low in (",", ")", "(") or low in PAST_ONLY:
            break
        if low in DAYS or (is_past_form(low) and start < end and not _describes(words, start)):
            break
        if is_adverb(low) and not words.is_name(start - 1):
            break
        start -= 1
    while start < end and words.lows[start] in QUOTE_SIGNS:
        start += 1
    start = _name_start(words, start, end)
    if start + 1 == end and words.lows[start] in _PARTICLES:
        return None
    return start if start < end and words.lows[start] not in SUBJECT_PRONOUNS else None


def _name_start(words: Words, start: int, end: int) -> int:
    """Where a name begins that the walk went past: "pardon Ann Lee" gives "Ann Lee"."""
    first = end - 1
    if words.lows[first] == ")":  # "naming Mike Lee (R-Utah)"
        first = max(start, _over_bracket(words, start, end) - 1)
    if not words.is_name(first) or words.lows[start] in DETERMINERS:
        return start
    while first > start and (
        words.is_name(first - 1) or words.lows[first - 1] in PERSONS or words.lows[first - 1] == "."
    ):
        first -= 1
    lower = [i for i in range(start, end) if words.lows[i].isalpha() and not words.is_name(i)]
    return first if lower else start


def _describes(words: Words, start: int) -> bool:
    """Whether the past form before ``start`` goes with the noun: "the captured troops"."""
    return words.low(start - 2) in DETERMINERS or words.low(start - 2)[:1].isdigit()


def _over_bracket(words: Words, floor: int, end: int) -> int:
    for index in range(end - 1, max(floor, end - 10) - 1, -1):
        if words.lows[index] in ("(", "["):
            return index
    return end


def subject_between(words: Words, start: int, end: int) -> Range | None:
    """The subject in what stands before a verb, without what leads to it.

    "But on Monday the retreat" gives "the retreat"; None for "there" or where it is not plain.
    """
    start = _after_lead(words, start, end)
    while end > start and _is_trail(words, end - 1):
        end -= 1
    if start >= end or words.lows[start] == "there" or words.lows[end - 1] in QUOTE_SIGNS:
        return None
    if words.lows[start] in PREPOSITIONS:
        return None
    if end - start > _REACH or words.lows[start] in CLAUSE_WORDS - {"that", "what"}:
        return None
    if any(words.lows[i] in _OTHER_CLAUSES for i in range(start, end)):
        return None
    return start, _before_aside(words, start, end)


def _before_aside(words: Words, start: int, end: int) -> int:
    """Where "the study, published in May," stops naming its subject; a list goes on."""
    for index in range(start + 1, end):
        if words.lows[index] == ",":
            listed = any(words.lows[i] in ("and", "or") for i in range(index, end))
            return end if listed else index
    return end


def _is_trail(words: Words, index: int) -> bool:
    low = words.lows[index]
    return low in (",", "however") or (is_adverb(low) and not words.is_name(index))


def _after_lead(words: Words, start: int, end: int) -> int:
    """Past joining words, adverbs and "On Monday," at the front."""
    comma = max(
        (i for i in range(start, min(end, start + _REACH)) if words.lows[i] == ","), default=-1
    )
    if comma >= 0 and comma + 1 < end and _leads(words, start):
        start = comma + 1
    while start < end and (
        words.lows[start] in _LEADS
        or words.lows[start] in QUOTE_SIGNS
        or words.lows[start] == ","
        or (is_adverb(words.lows[start]) and start + 1 < end)
    ):
        start += 1
    if words.low(start) in PREPOSITIONS or words.low(start) in DAYS:
        start = _after_time(words, start, end)
    return start


def _leads(words: Words, start: int) -> bool:
    low = words.lows[start]
    return (
        low in PREPOSITIONS
        or low in CLAUSE_WORDS
        or is_adverb(low)
        or low.endswith("ing")
        or low in DAYS
    )


def _after_time(words: Words, start: int, end: int) -> int:
    """Past "In 2014", "On Tuesday", "On July 2", "Last week"."""
    for index in range(start, min(end, start + 5)):
        low = words.lows[index]
        if low in DAYS or low in _TIME_NOUNS or (low[0].isdigit() and len(low) == 4):
            return index + 1
        if low in MONTHS:
            return index + 1 + (words.low(index + 1)[:1].isdigit())
    return start
