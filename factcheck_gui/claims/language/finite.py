"""Which tokens are finite verbs, auxiliaries or adverbs, by their form alone.

Here: questions asked of one token, or of a stretch that may hold a verb. Not here: where noun
phrases begin and end (``subjects``), groups of verbs and what they belong to (``predicates``).
"""

from __future__ import annotations

from factcheck_gui.claims.language.cues import CUES, is_doubtful
from factcheck_gui.claims.language.verbs import PAST_ONLY, is_intransitive
from factcheck_gui.claims.language.words import AUXILIARIES, Words, is_shortened

REACH = 40  # tokens a noun phrase may span
RELATIVES = frozenset("who which whose whom that".split())
_ADVERBS = frozenset(
    """also later then now already still once twice often never always ever again too not both
    first further earlier yesterday today thus even only just however meanwhile instead nevertheless
    nonetheless therefore moreover furthermore otherwise turn too""".split()
)
_ARTICLES = frozenset("a an the his her its their our my your no every each".split())
# Pasts that are participles too, but stand as finite verbs nearly always.
_PASTS = frozenset(
    "had left kept held met led told said sent spent stood brought felt sat won".split()
)


def is_adverb(word: str) -> bool:
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly"))


def is_auxiliary(words: Words, index: int) -> bool:
    """Whether a token is "is", "has", "would" …; the names May and Will are not."""
    low = words.low(index)
    return low in AUXILIARIES and not (low in ("may", "will") and words.is_name(index))


def is_finite(words: Words, index: int) -> bool:
    """Whether a token is surely a finite verb; unknown verbs count as none."""
    low = words.low(index)
    if is_auxiliary(words, index) or is_shortened(low):
        return True
    if low in PAST_ONLY or low in _PASTS:
        return True
    if is_intransitive(low):
        return words.low(index - 1) not in _ARTICLES  # "a retired judge"
    cue = CUES.get(low)
    return cue is not None and cue.tense in ("past", "third") and not is_doubtful(low)


def has_finite(words: Words, start: int, end: int) -> bool:
    """Whether a surely finite verb stands in a stretch, outside relative clauses with "who"."""
    for index in range(max(start, end - REACH), end):
        relative = {words.low(index - step) for step in (1, 2)} & RELATIVES
        if not relative and is_finite(words, index):
            return True
    return False
