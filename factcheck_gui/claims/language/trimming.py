"""What only leads to a subject or hangs on it: "But on Monday the minister", "he, in 2015".

Here: a noun phrase made as short as it is. Not here: where it was found (``subjects``).
"""

from __future__ import annotations

from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.verbs import THIRDS, is_doing, is_past_form
from factcheck_gui.claims.language.words import (
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    THIRD_PERSON,
    Range,
    Words,
)

LEADS = frozenset(
    """and but or so yet nor however meanwhile still also now then today yesterday instead
    moreover furthermore additionally later earlier indeed even only besides nevertheless well
    because that though although while when if as since""".split()
)
_PERIODS = frozenset("week month year summer autumn fall winter spring morning evening".split())
_ABOUT = frozenset("only just nearly roughly approximately exactly".split())
_ALONE = frozenset("this both many some all others most few several each none".split())
_AFTER_VERB = DETERMINERS | PREPOSITIONS | frozenset("off up out not one anybody".split())
_BEGIN = DETERMINERS | frozenset("one anybody anyone somebody someone".split())


def trimmed(words: Words, start: int, end: int) -> Range | None:
    """Drops what only leads to the subject: "But on Monday the minister" gives the minister, and
    what only tells when: "the court this month"."""
    end = _before_time(words, start, end)
    if end - start > 1 and words.low(end - 1) in SUBJECT_PRONOUNS - {"who"}:
        start = end - 1 if words.low(end - 2) not in ("and", "or") else start
    while start < end and (words.low(start) in LEADS or is_adverb(words.low(start))):
        if words.low(start + 1)[:1].isdigit() and start + 1 < end and words.low(start) in _ABOUT:
            break  # "Only 52 percent of voters"
        start += 1
    start = _behind_verb(words, start, end)
    if words.low(start) in ("on", "last", "this", "late", "early") or words.low(start) in DAYS:
        start = _after_day(words, start, end)
    if start >= end or all(words.low(i) in DETERMINERS for i in range(start, end)):
        return _pronoun(words, start, end)
    if words.low(start) == ")":
        return None
    if words.low(start) in PREPOSITIONS:
        return _name_behind(words, start, end)
    return (
        (start, end)
        if any(c.isalnum() for c in words.form(end - 1))
        else _unbracket(words, start, end)
    )


def _name_behind(words: Words, start: int, end: int) -> Range | None:
    """The name after "In a letter to the board" without a comma: "In a statement Roth said"."""
    first = end
    while first > start and words.is_name(first - 1):
        first -= 1
    before = words.low(first - 1)
    plain = before.isalpha() and before not in PREPOSITIONS and before not in DETERMINERS
    return (first, end) if first < end and first - start > 1 and plain else None


def _behind_verb(words: Words, start: int, end: int) -> int:
    """Where a noun phrase begins after a verb that the walk went over: "cited a report by the
    port that says", "forced to defend an architect who said"."""
    pronoun = words.low(start) in THIRD_PERSON and words.low(start + 1) not in ("and", "or", "who")
    verb = start + (pronoun and end - start > 2)
    low = words.low(verb)
    verbal = low in THIRDS or is_past_form(low) or is_doing(low)
    if words.is_name(verb) or not verbal or words.low(verb + 1) not in _AFTER_VERB:
        return start
    return next((i for i in range(verb + 1, end) if words.low(i) in _BEGIN), end)


def _before_time(words: Words, start: int, end: int) -> int:
    """The end of a noun phrase without "on Monday", "in 2015", "just this month" behind it."""
    at = end - 1
    unit = words.low(at) in _PERIODS and words.low(at - 1) in ("this", "last", "next")
    year = words.low(at).isdigit() and len(words.low(at)) == 4 and words.low(at - 1) == "in"
    if words.low(at) in DAYS:
        at -= words.low(at - 1) in ("on", "last", "this", "from", "since")
    elif unit or year:
        at -= 1
    else:
        return end
    at -= words.low(at - 1) in ("just", "late", "early", "only")
    return at if at > start and not is_past_form(words.low(at - 1)) else end


def _unbracket(words: Words, start: int, end: int) -> Range | None:
    return (start, end) if words.low(end - 1) in ")]" and end - start > 1 else None


def _pronoun(words: Words, start: int, end: int) -> Range | None:
    low = words.low(start)
    return (start, end) if start + 1 == end and low in _ALONE else None


def _after_day(words: Words, start: int, end: int) -> int:
    for index in range(start, min(end, start + 4)):
        low = words.low(index)
        if low in DAYS or low in ("week", "month", "year", "night"):
            return index + 1
    return start
