"""What an article adds to a source's name: "Ines Roth, 41, of Kiel, an engineer who saw it, said".

Here: where that description begins and ends, behind a source between commas. Not here: the source
itself (``subjects``), what the description tells of people (``people``). The description is a span
of its own, so that a list shows the name alone and the reader sees who that is.
"""

from __future__ import annotations

from factcheck_gui.claims.attributing.clauses import Draft, Sentence
from factcheck_gui.claims.language.finite import is_adverb, is_finite
from factcheck_gui.claims.language.words import (
    CLAUSE_WORDS,
    DAYS,
    ENDS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Range,
    Words,
)

_REACH = 60  # tokens that a description may span
_RELATIVES = frozenset("who whose which whom".split())
_TIMES = frozenset("day days week weeks month months year years hour hours minutes time".split())
_JOINING = frozenset("and but or so then not".split())
_NO_ROLES = (
    (PREPOSITIONS - {"of"})
    | CLAUSE_WORDS
    | SUBJECT_PRONOUNS
    | _JOINING
    | DAYS
    | frozenset("this that these those there meanwhile last next who's".split())
) - _RELATIVES


def with_description(sentence: Sentence, draft: Draft) -> tuple[Range, ...]:
    """The source, and as a second stretch who that is: "Ines Roth, an engineer, said"."""
    if len(draft.source) != 1 or draft.joined:
        return draft.source
    source = draft.source[0]
    after = [a for a, _ in (draft.cue, *draft.content) if a >= source[1]]
    description = described(sentence.words, source, min(after, default=sentence.hi))
    return (source, description) if description else draft.source


def described(words: Words, source: Range, stop: int) -> Range | None:
    """The description behind ``source``, a stretch of tokens; None where there is none.

    ``stop`` is the token where it must have ended: the verb, or the sentence's end.
    """
    begin = source[1] + 1
    if words.low(source[1]) != "," or not _names(words, source):
        return None
    end, stop = begin, min(stop, begin + _REACH)
    while end < stop and _describes(words, end, stop, first=end == begin):
        end = _comma_after(words, end, stop) + 1
    if end - 1 <= begin or words.low(end - 2) in _RELATIVES:
        return None
    return begin, end - 1


def _names(words: Words, source: Range) -> bool:
    return any(words.is_name(i) for i in range(*source)) or source[1] - source[0] > 1


def _comma_after(words: Words, start: int, stop: int) -> int:
    """The comma or stop that ends the piece that begins at ``start``."""
    for index in range(start, stop):
        low = words.low(index)
        if low in (",", ";", ":", "(") or low in ENDS or low in "–—":
            return index
    return stop


def _describes(words: Words, start: int, stop: int, *, first: bool) -> bool:
    """Whether a piece between commas tells who somebody is, not when, where or what happened."""
    end = _comma_after(words, start, stop)
    low = words.low(start)
    if low == "and" and words.low(start + 1) in ("other", "others"):
        return not first
    if end == start or _tells_else(words, start) or (first and _is_clause(words, start, end)):
        return False
    if low in _RELATIVES:
        return True
    head = next((i for i in range(start, end) if words.low(i) in (*_RELATIVES, "that")), end)
    if any(words.low(i) in _TIMES for i in range(start, min(head, start + 4))):
        return low.isdigit() and end - start == 1
    return not any(is_finite(words, i) for i in range(start, head))


def _tells_else(words: Words, start: int) -> bool:
    """Whether a piece begins like "in May", "May 3", "however", "speaking"."""
    low = words.low(start)
    month = low in MONTHS and not words.is_name(start + 1)  # "May 3", not "Jan Lund"
    doing = low.endswith("ing") and low != "including"
    return month or low in _NO_ROLES or is_adverb(low) or doing


def _is_clause(words: Words, start: int, end: int) -> bool:
    """A long piece that begins with a name is more often a clause; not "House editor for"."""
    role = words.form(start + 1).islower() and words.low(start + 2) in ("for", "of", "at")
    return words.is_name(start) and end - start > 3 and not role
