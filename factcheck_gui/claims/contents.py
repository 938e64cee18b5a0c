"""What is said: the stretch before, after or around "X said".

Here: where a content begins and ends in its sentence. Not here: whether there is an attribution
at all, quotations that go on in other sentences.
"""

from __future__ import annotations

from factcheck_gui.claims.clauses import Sentence, is_content
from factcheck_gui.claims.cues import Cue
from factcheck_gui.claims.subjects import Range, is_adverb, is_finite
from factcheck_gui.claims.words import (
    DASHES,
    DAYS,
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Words,
)

_LEAVING = frozenset(
    "but and although though while when who which where whose as after before not".split()
)

_ADJUNCTS = (
    PREPOSITIONS
    | DAYS
    | frozenset("earlier last this yesterday today later recently when as while".split())
)

_FORWARD_REACH = 14  # tokens between a cue and its "that" or quotation


def content_of(
    sentence: Sentence, verb: int, cue: Cue, start: int, source: Range
) -> tuple[Range, ...]:
    """What is said: before, after, or on both sides of "X said"."""
    words = sentence.words
    left = words.low(start - 1) if start > sentence.lo else ""
    follows = left in (",", *QUOTE_SIGNS, *DASHES) and start - 1 > sentence.lo
    tail = _tail(sentence, verb + 1, cue.addresses)
    if follows and tail is not None and cue.manner != "object" and start < verb:
        return (*said_before(sentence, start), *_resumed(sentence, start, tail))
    begin = _forward_start(sentence, verb, cue)
    if begin is None or begin >= sentence.hi or not is_content(sentence, verb, cue, begin, source):
        return ()
    return clean(sentence, begin, sentence.hi)


def _resumed(sentence: Sentence, start: int, tail: int) -> tuple[Range, ...]:
    """What comes after an "X said" in the midst of a statement: "The deal, X said, failed"."""
    words = sentence.words
    rest = clean(sentence, tail, sentence.hi)
    if words.low(tail) in ENDS or not rest:
        return ()
    first = rest[0][0]
    if sentence.quoted[first]:
        return rest
    quote_before = words.low(start - 1) in QUOTE_SIGNS or words.low(start - 2) in QUOTE_SIGNS
    leaves = words.low(first) in _LEAVING or words.low(first).endswith("ing")
    return () if quote_before or leaves else rest


def _tail(sentence: Sentence, start: int, listener: bool) -> int | None:
    """Where the statement goes on after "X said" that closes it: a stop, a comma, the end."""
    words = sentence.words
    first = words.low(start)
    plain = first in _ADJUNCTS or first in (",", *ENDS, *QUOTE_SIGNS) or is_adverb(first)
    if not plain and not listener:
        return start if start >= sentence.hi else None
    for index in range(start, min(sentence.hi, start + _FORWARD_REACH)):
        low = words.low(index)
        if low == "that" or (sentence.quoted[index] and index > start):
            return None
        if low in ENDS or low in (",", ";") or sentence.quoted[index]:
            return index
        if listener and is_finite(words, index):
            return None
    return sentence.hi if sentence.hi - start < _FORWARD_REACH else None


def said_before(sentence: Sentence, end: int) -> tuple[Range, ...]:
    return clean(sentence, sentence.lo, end)


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


def _forward_start(sentence: Sentence, verb: int, cue: Cue) -> int | None:
    """The first token of what follows a cue: after "that", a colon, a listener, an adjunct."""
    words = sentence.words
    start = verb + 1
    if words.low(start) == "that" and words.low(start + 1) in ENDS:
        return start  # "denied that."
    if words.low(start) in ("that", ":", ",") or sentence.quoted[min(start, sentence.hi - 1)]:
        return start + (words.low(start) in ("that", ":", ","))
    if cue.lemma in ("call", "refer") and words.low(start) in ("for", "on", "to"):
        return start + 1
    if cue.addresses or words.low(start) in _ADJUNCTS or is_adverb(words.low(start)):
        for index in range(start, min(sentence.hi, start + _FORWARD_REACH)):
            if words.low(index) in ("that", ":") or sentence.quoted[index]:
                return index + (not sentence.quoted[index])
            if is_finite(words, index) and words.low(index - 1) not in ("who", "which"):
                break
        return _after_listener(words, start) if cue.addresses else start
    return start


def _after_listener(words: Words, start: int) -> int:
    """As in "told reporters he", "told CNN the": past a short listener."""
    if words.is_name(start):
        while words.is_name(start):
            start += 1
        return start
    if words.low(start) in DETERMINERS:
        start += 1
    return start + 1
