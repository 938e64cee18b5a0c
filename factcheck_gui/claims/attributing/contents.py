"""What is said: the stretch before, after or around "X said".

Here: where a content begins and ends in its sentence. Not here: whether there is an attribution
at all, quotations that go on in other sentences.
"""

from __future__ import annotations

from factcheck_gui.claims.attributing.clauses import Sentence
from factcheck_gui.claims.attributing.complements import (
    ADJUNCTS,
    FORWARD_REACH,
    LEAVING,
    REACH,
    forward,
    verb_ahead,
)
from factcheck_gui.claims.language.cues import Cue
from factcheck_gui.claims.language.finite import is_adverb, is_finite
from factcheck_gui.claims.language.words import (
    DASHES,
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Range,
    is_subject_pronoun,
)

_SUBORDINATE = frozenset("when while although though if because once after before since".split())
_SUBJECT_WITHIN = 12  # tokens between "when" and who says


def content_of(
    sentence: Sentence, verb: int, cue: Cue, start: int, source: Range
) -> tuple[Range, ...]:
    """What is said: before, after, or on both sides of "X said"."""
    words = sentence.words
    left = words.low(start - 1) if start > sentence.lo else ""
    if left == "as" and (start - 1 == sentence.lo or words.low(start - 2) == ","):
        return as_said(sentence, start - 1, verb + 1)
    follows = left in (",", *QUOTE_SIGNS, *DASHES) and start - 1 > sentence.lo
    follows = follows or (start == sentence.lo and ends_quoted(sentence, start))
    tail = _tail(sentence, verb + 1, cue.addresses)
    if tail is None and follows and words.low(verb + 1) in ADJUNCTS and left not in (",", *DASHES):
        tail = sentence.hi  # "…," X said as the crowd …
    if follows and tail is not None and cue.manner != "object" and start < verb:
        resumed = _resumed(sentence, start, tail)
        if left == "," and resumed and sentence.quoted[resumed[0][0]] and _only_leads(sentence):
            return resumed
        return (*said_before(sentence, start), *resumed)
    found = forward(sentence, verb, cue, source)
    if found is None or found[0] >= sentence.hi:
        return ()
    begin, end = found
    return clean(sentence, begin, _main_clause(sentence, start, begin) or end)


def _main_clause(sentence: Sentence, start: int, begin: int) -> int | None:
    """Where a main clause follows what is said in the clause before it: "When Roth said that the
    mill was shut, Lund laughed". ``start`` is where the speaker or the cue stands."""
    words = sentence.words
    opening = sentence.lo + (words.low(sentence.lo) in ("but", "and", "yet"))
    if words.low(opening) not in _SUBORDINATE or start - opening > _SUBJECT_WITHIN:
        return None
    if words.comma(opening, start) is not None or sentence.quoted[min(begin, sentence.hi - 1)]:
        return None
    comma = words.comma(begin, min(sentence.hi, begin + REACH))
    while comma is not None:
        first = words.low(comma + 1)
        subject = words.is_name(comma + 1) or first in DETERMINERS or is_subject_pronoun(first)
        if subject and first != "who" and verb_ahead(words, comma + 2):
            return comma
        comma = words.comma(comma + 1, min(sentence.hi, begin + REACH))
    return None


def _only_leads(sentence: Sentence) -> bool:
    """Whether a sentence begins with when, where or why: "In a letter, Roth said, “…”"."""
    low = sentence.words.low(sentence.lo)
    return not sentence.quoted[sentence.lo] and (low in _SUBORDINATE or low in PREPOSITIONS)


def as_said(sentence: Sentence, start: int, end: int) -> tuple[Range, ...]:
    """What is said around "as X noted" (``start`` to ``end``) behind or between commas."""
    words = sentence.words
    comma = words.comma(end, min(sentence.hi, end + REACH))
    if start == sentence.lo:
        return clean(sentence, comma, sentence.hi) if comma else ()
    if words.low(start - 1) != ",":
        return ()
    return (*said_before(sentence, start), *(clean(sentence, comma, sentence.hi) if comma else ()))


def _resumed(sentence: Sentence, start: int, tail: int) -> tuple[Range, ...]:
    """What comes after an "X said" in the midst of a statement: "The deal, X said, failed"."""
    words = sentence.words
    for index in range(tail, min(sentence.hi, tail + FORWARD_REACH)):
        if sentence.quoted[index]:  # "…," X said at a rally in Hull, "…"
            return clean(sentence, index, sentence.hi)
    rest = clean(sentence, tail, sentence.hi)
    if words.low(tail) in ENDS or not rest:
        return ()
    first = rest[0][0]
    quote_before = words.low(start - 1) in QUOTE_SIGNS or words.low(start - 2) in QUOTE_SIGNS
    leaves = words.low(first) in LEAVING
    if words.low(first).endswith("ing"):  # "he said, adding …", not "he said, replacing her was …"
        leaves = not any(is_finite(words, i) for i in range(first, min(first + 6, sentence.hi)))
    return () if quote_before or leaves else rest


def _tail(sentence: Sentence, start: int, listener: bool) -> int | None:
    """Where the statement goes on after "X said" that closes it: a stop, a comma, the end."""
    words = sentence.words
    first = words.low(start)
    plain = first in ADJUNCTS or first in (",", *ENDS, *QUOTE_SIGNS) or is_adverb(first)
    if not plain and not listener:
        return start if start >= sentence.hi else None
    for index in range(start, min(sentence.hi, start + FORWARD_REACH)):
        low = words.low(index)
        if low == "that" or (sentence.quoted[index] and index > start):
            return None
        if low in ENDS or low in (",", ";") or sentence.quoted[index]:
            return index
        if listener and is_finite(words, index):
            return None
    return sentence.hi if sentence.hi - start < FORWARD_REACH else None


def ends_quoted(sentence: Sentence, start: int) -> bool:
    """Whether a quotation ends right before token ``start``, in the same paragraph."""
    if start == 0 or not sentence.quoted[start - 1] or sentence.quoted[start]:
        return False
    words = sentence.words
    return "\n" not in words.text[words.ends[start - 1] : words.starts[start]]


def said_before(sentence: Sentence, end: int) -> tuple[Range, ...]:
    """What stands before "X said"; where that opens the sentence, the quotation before it."""
    if end > sentence.lo:
        return clean(sentence, sentence.lo, end)
    start = end
    while start > 0 and sentence.quoted[start - 1] == sentence.quoted[end - 1] != 0:
        start -= 1
    return ((start, end),) if start < end else ()


def clean(sentence: Sentence, start: int, end: int) -> tuple[Range, ...]:
    """The stretch without commas, stops and joining words at its ends; marks of quotation stay."""
    words = sentence.words
    while end > start and not sentence.quoted[end - 1] and _is_edge(words.low(end - 1)):
        end -= 1
    while start + 1 < end and words.low(start) in (",", ";", ":", "that", *DASHES):
        start += 1
    return ((start, end),) if start < end else ()


def _is_edge(low: str) -> bool:
    return low in ENDS or low in DASHES or low in (",", ";", ":")
