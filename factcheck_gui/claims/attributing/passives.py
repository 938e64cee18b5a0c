"""Statements told in the passive: "was rejected by the board", "it is reported that", "is said to".

Here: what is said and by whom, where a cue is a participle after "was". Not here: the other
patterns around cue verbs (``attribution``).
"""

from __future__ import annotations

from factcheck_gui.claims.attributing.clauses import Draft, Sentence
from factcheck_gui.claims.attributing.complements import REACH
from factcheck_gui.claims.attributing.contents import clean
from factcheck_gui.claims.language.cues import Cue
from factcheck_gui.claims.language.subjects import left_subject, right_subject
from factcheck_gui.claims.language.words import DETERMINERS, NEGATIONS, THIRD_PERSON, Range, Words

_HEARSAY = frozenset("say allege report believe rumor suspect claim".split())


def passive(sentence: Sentence, verb: int, cue: Cue, end: int, first: int) -> Draft | None:
    """As in "the plan was rejected by the board", "it was reported that" of nobody named."""
    words = sentence.words
    subject = left_subject(words, max(sentence.lo, verb - REACH), end)
    source: Range | None = None
    if subject is None:
        return None
    if words.low(verb + 1) == "by":
        source = right_subject(words, verb + 2, sentence.hi)
        content = _said_by(sentence, cue, subject, source) if source else ()
    else:
        content = _hearsay(sentence, verb, cue, subject, end)
    if not content:
        return None
    negated = any(words.low(i) in NEGATIONS for i in range(first, verb))
    sources = (source,) if source else ()
    return Draft(sources, (first, verb + 1), content, cue.negative or negated, cue.stance)


def _said_by(sentence: Sentence, cue: Cue, subject: Range, source: Range) -> tuple[Range, ...]:
    """As in "the plan was rejected by the board", "Roth was told by the owner that"."""
    words = sentence.words
    if cue.manner == "clause" or not _may_speak(words, source):
        return ()
    if words.low(source[1]) == "that":
        return clean(sentence, source[1] + 1, sentence.hi)
    return () if cue.addresses or words.low(subject[0]) in THIRD_PERSON else (subject,)


def _hearsay(
    sentence: Sentence, verb: int, cue: Cue, subject: Range, end: int
) -> tuple[Range, ...]:
    """As in "it was reported that", "Roth is said to have sold the mill"."""
    words = sentence.words
    after = words.low(verb + 1)
    if after == "that" and words.low(subject[0]) == "it":
        return clean(sentence, verb + 2, sentence.hi)
    if after != "to" or cue.lemma not in _HEARSAY or words.low(end - 1) in ("and", "or"):
        return ()
    return subject, *clean(sentence, verb + 1, sentence.hi)


def _may_speak(words: Words, source: Range) -> bool:
    """A name, "the board", "dozens of papers", "critics"; not "chance", "storm"."""
    low = words.low(source[0])
    return words.is_name(source[0]) or low in DETERMINERS or low.endswith("s")
