"""What is said: the stretch before, after or around "X said".

Here: where a content begins and ends in its sentence. Not here: whether there is an attribution
at all, quotations that go on in other sentences.
"""

from __future__ import annotations

from factcheck_gui.claims.clauses import Sentence, says_clause
from factcheck_gui.claims.cues import Cue
from factcheck_gui.claims.subjects import Range, is_adverb, is_finite
from factcheck_gui.claims.verbs import is_past_form
from factcheck_gui.claims.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DASHES,
    DAYS,
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    SUBJECT_PRONOUNS,
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

_QUESTIONS = frozenset("how why whether what".split())
_LISTENER = 11  # tokens of "the council of the town to"
_NO_THING = (
    PREPOSITIONS
    | CLAUSE_WORDS
    | AUXILIARIES
    | SUBJECT_PRONOUNS
    | ENDS
    | frozenset(", ; him them me us himself herself themselves itself her".split())
) - {"like", "what", "how", "why", "her"}
REACH = 200  # tokens within which a clause is looked for, so that time stays linear
_VERB_AHEAD = 8
_FORWARD_REACH = 14  # tokens between a cue and its "that" or quotation


def content_of(
    sentence: Sentence, verb: int, cue: Cue, start: int, source: Range
) -> tuple[Range, ...]:
    """What is said: before, after, or on both sides of "X said"."""
    words = sentence.words
    left = words.low(start - 1) if start > sentence.lo else ""
    if left == "as" and (start - 1 == sentence.lo or words.low(start - 2) == ","):
        return _as_said(sentence, start - 1, verb + 1)
    follows = left in (",", *QUOTE_SIGNS, *DASHES) and start - 1 > sentence.lo
    follows = follows or (start == sentence.lo and ends_quoted(sentence, start))
    tail = _tail(sentence, verb + 1, cue.addresses)
    if tail is None and follows and words.low(verb + 1) in _ADJUNCTS and left not in (",", *DASHES):
        tail = sentence.hi  # "…," X said as the crowd …
    if follows and tail is not None and cue.manner != "object" and start < verb:
        return (*said_before(sentence, start), *_resumed(sentence, start, tail))
    found = _forward(sentence, verb, cue, source)
    if found is None or found[0] >= sentence.hi:
        return ()
    return clean(sentence, *found)


def _as_said(sentence: Sentence, start: int, end: int) -> tuple[Range, ...]:
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
    for index in range(tail, min(sentence.hi, tail + _FORWARD_REACH)):
        if sentence.quoted[index]:  # "…," X said at a rally in Hull, "…"
            return clean(sentence, index, sentence.hi)
    rest = clean(sentence, tail, sentence.hi)
    if words.low(tail) in ENDS or not rest:
        return ()
    first = rest[0][0]
    quote_before = words.low(start - 1) in QUOTE_SIGNS or words.low(start - 2) in QUOTE_SIGNS
    leaves = words.low(first) in _LEAVING
    if words.low(first).endswith("ing"):  # "he said, adding …", not "he said, replacing her was …"
        leaves = not any(is_finite(words, i) for i in range(first, min(first + 6, sentence.hi)))
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


# ---------------------------------------------------------------- what follows a cue


def _forward(sentence: Sentence, verb: int, cue: Cue, source: Range) -> Range | None:
    """What is said after a cue: a clause, an infinitive, a matter or a thing."""
    start = verb + 1
    start += bool(cue.needs) and sentence.words.low(start) == cue.needs
    begin = _marked(sentence, start, cue)
    if begin is not None:
        return begin, sentence.hi
    begin = _infinitive(sentence, start, cue)
    if begin is None:
        begin = _matter(sentence, start, cue)
    if begin is None:
        begin = _after_listener(sentence, start) if cue.addresses else start
        begin = _after_adverbs(sentence, begin)
        if says_clause(sentence, verb, cue, begin, source):
            return begin, sentence.hi
        if not (cue.transitive and is_thing(sentence, begin)):
            begin = start
        if not (cue.transitive and is_thing(sentence, begin)):
            return None
    return begin, thing_end(sentence, begin)


def _marked(sentence: Sentence, start: int, cue: Cue) -> int | None:
    """After "that", a colon or before a quotation, at once or behind an adjunct or a listener."""
    words = sentence.words
    if sentence.quoted[min(start, sentence.hi - 1)]:
        return start
    if words.low(start) in ("that", ":", ","):
        alone = words.low(start) == "that" and words.low(start + 1) in ENDS  # "denied that."
        return start + (not alone)
    passing = words.low(start) in _ADJUNCTS or is_adverb(words.low(start))
    return _mark_ahead(sentence, start, passing) if passing or cue.addresses else None


def _mark_ahead(sentence: Sentence, start: int, passing: bool) -> int | None:
    words = sentence.words
    for index in range(start, min(sentence.hi, start + _FORWARD_REACH)):
        if words.low(index) in ("that", ":") or sentence.quoted[index]:
            return index + (not sentence.quoted[index])
        if passing and index > start and words.low(index) in _QUESTIONS:
            return index  # "shows in detail how"
        if is_finite(words, index) and words.low(index - 1) not in ("who", "which"):
            break
    return None


def _infinitive(sentence: Sentence, start: int, cue: Cue) -> int | None:
    """As in "plans to close the mill", "asked the council to pay"."""
    words = sentence.words
    if not cue.wishes:
        return None
    to = start + (words.low(start) == "not")
    if words.low(to) == "to" and words.low(to + 1) not in DETERMINERS:
        return start
    for index in range(start + 1, min(sentence.hi, start + _LISTENER)):
        low = words.low(index)
        if low == "to":
            follows = words.low(index + 1) not in DETERMINERS and not words.is_name(index + 1)
            return (index if cue.lemma == "tell" else start) if follows else None
        if low in (",", ";", "that") or low in ENDS or is_finite(words, index):
            return None
    return None


def _matter(sentence: Sentence, start: int, cue: Cue) -> int | None:
    """As in "called for a strike", "spoke warmly of her"."""
    words = sentence.words
    begin = _after_adverbs(sentence, start)
    if cue.lemma in ("speak", "talk"):  # "spoke during the service of her youth"
        ahead = range(begin, min(begin + _LISTENER, sentence.hi))
        begin = next((i for i in ahead if words.low(i) in ("of", "about", ",")), begin)
        if words.low(begin - 1) == "condition":
            return None  # "spoke on condition of anonymity"
    return begin + 1 if cue.about(words.low(begin)) and begin + 1 < sentence.hi else None


def _after_adverbs(sentence: Sentence, start: int) -> int:
    while start < sentence.hi and is_adverb(sentence.words.low(start)):
        start += 1
    return start


def _after_listener(sentence: Sentence, start: int) -> int:
    """As in "told reporters he", "told CNN the": past a short listener."""
    words = sentence.words
    if words.is_name(start):
        while words.is_name(start):
            start += 1
        return start
    if words.low(start) in DETERMINERS:
        start += 1
    return start + 1


def is_thing(sentence: Sentence, start: int) -> bool:
    """Whether a noun phrase that is more than a pronoun seems to begin here."""
    words = sentence.words
    low = words.low(start)
    if start + 1 >= sentence.hi or low in _NO_THING or words.low(start + 1) in ENDS:
        return False
    return low[:1].isalnum() or low in ("[", "$")


def thing_end(sentence: Sentence, start: int) -> int:
    """Where a thing told of ends: before a clause of its own behind a comma."""
    words = sentence.words
    for index in range(start + 1, min(sentence.hi, start + REACH)):
        if sentence.quoted[index]:
            continue
        low = words.low(index)
        if low == ";" or (low == "," and _turns(words, index + 1)):
            return index
    return sentence.hi


def _turns(words: Words, index: int) -> bool:
    low = words.low(index)
    if low in ("and", "but"):  # "…, and a need for rain" goes on, "…, and left" does not
        return _verb_ahead(words, index + 1)
    if low == "as" and words.low(index + 1) in (",", *QUOTE_SIGNS):
        return False
    return low in _LEAVING or (low.endswith("ing") and len(low) > 5)


def _verb_ahead(words: Words, start: int) -> bool:
    for index in range(start, start + _VERB_AHEAD):
        if is_finite(words, index) or is_past_form(words.low(index)):
            return True
        if words.low(index) in (",", ";", *ENDS):
            return False
    return False
