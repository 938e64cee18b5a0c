"""What follows a cue: a clause, a quotation, an infinitive, a matter or a thing.

Here: where that begins and ends on the right of a verb. Not here: what stands before or around
"X said" (``contents``).
"""

from __future__ import annotations

from factcheck_gui.claims.attributing.clauses import Sentence, says_clause
from factcheck_gui.claims.language.cues import Cue
from factcheck_gui.claims.language.finite import is_adverb, is_finite
from factcheck_gui.claims.language.verbs import is_past_form
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    SUBJECT_PRONOUNS,
    Range,
    Words,
)

LEAVING = frozenset(
    "but and although though while when who which where whose as after before not".split()
)

ADJUNCTS = (
    PREPOSITIONS
    | DAYS
    | frozenset("earlier last this yesterday today later recently when as while".split())
)

_PERSONS = frozenset("him them me us himself herself themselves".split())
_MADE_OUT = frozenset("as for of a an the over".split())  # "blamed him for", "called him a liar"
_TOWARDS = frozenset("to for against".split())
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
FORWARD_REACH = 14  # tokens between a cue and its "that" or quotation


def forward(sentence: Sentence, verb: int, cue: Cue, source: Range) -> Range | None:
    """What is said after a cue: a clause, an infinitive, a matter or a thing."""
    start = verb + 1
    start += bool(cue.needs) and sentence.words.low(start) == cue.needs
    if sentence.words.low(start) in _TOWARDS and not sentence.quoted[min(start, sentence.hi - 1)]:
        begin = _infinitive(sentence, start, cue) or _matter(sentence, start, cue)
        if begin is not None:  # "called for a strike that", not "told Roth in May that"
            return begin, thing_end(sentence, begin)
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
    passing = words.low(start) in ADJUNCTS or is_adverb(words.low(start))
    return _mark_ahead(sentence, start, passing) if passing or cue.addresses else None


def _mark_ahead(sentence: Sentence, start: int, passing: bool) -> int | None:
    words = sentence.words
    for index in range(start, min(sentence.hi, start + FORWARD_REACH)):
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
    if cue.lemma in ("speak", "talk") and words.low(begin) != "of":
        ahead = range(begin, min(begin + _LISTENER, sentence.hi))
        begin = next((i for i in ahead if words.low(i) in ("about", ",")), begin)
        if words.low(begin - 1) == "for" or words.low(begin + 1)[:1].isdigit():
            return None  # "spoke for about five minutes"
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
    """Whether a noun phrase that is more than a pronoun seems to begin here, or "him a liar"."""
    words = sentence.words
    low = words.low(start)
    if low in _PERSONS:
        return words.low(start + 1) in _MADE_OUT
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
        return verb_ahead(words, index + 1)
    if low == "as" and words.low(index + 1) in (",", *QUOTE_SIGNS):
        return False
    return low in LEAVING or (low.endswith("ing") and len(low) > 5)


def verb_ahead(words: Words, start: int) -> bool:
    for index in range(start, start + _VERB_AHEAD):
        if is_finite(words, index) or is_past_form(words.low(index)):
            return True
        if words.low(index) in (",", ";", *ENDS):
            return False
    return False
