"""Whether a word is the verb of saying it looks like, and whether a statement follows it.

Here: judgements on one place in a sentence by its neighbours. Not here: the pieces that make an
attribution. Each looks at a bounded number of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck_gui.claims.language.cues import CUES, Cue, is_doubtful
from factcheck_gui.claims.language.finite import is_adverb, is_finite
from factcheck_gui.claims.language.verbs import PARTICIPLES_ONLY, is_past_form
from factcheck_gui.claims.language.words import (
    BE,
    DASHES,
    DETERMINERS,
    ENDS,
    HAVE,
    PREPOSITIONS,
    Range,
    Words,
    is_shortened,
    is_subject_pronoun,
)
from factcheck_gui.domain import Stance

# What may follow "say" without being a statement: "said so", "said goodbye".
_SAID_ALONE = frozenset(
    "so yes nothing something anything much little goodbye hello farewell what , ;".split()
)

_NEEDS_CLAUSE = frozenset(
    """find show learn discover prove reveal indicate suggest rule think believe fear hope expect
    suspect determine conclude read remind assume decide observe""".split()
)

_DOCUMENTS = frozenset(
    """study poll polls report survey data research researchers analysis court investigation
    video footage photos images documents records figures statistics review audit inquiry
    emails tests jury judge""".split()
)
# What people say something in: "a statement saying that".
DOCUMENTS = frozenset(
    """statement letter email memo note post tweet message report video lawsuit complaint ruling
    order petition article study poll filing ad motion resolution""".split()
)
_AFTER_VERB = DETERMINERS | PREPOSITIONS | ENDS | {","}
# Verbs that let the infinitive say what their subject says: "went on to say", "refused to say".
_GOVERNORS = frozenset(
    """appear appears appeared seem seems seemed continue continues continued begin begins began
    start starts started go goes went try tries tried manage managed refuse refuses refused decline
    declines declined fail fails failed want wants wanted hasten hastened use used rush rushed
    yet""".split()
)
_UNREAL = frozenset("would could might may should can cannot must will".split())
_BEFORE_ING = frozenset(", by and or but before after while without when in for".split())
_ADJECTIVES = ("ing", "ed", "ous", "ive", "able", "ible", "atory", "ful", "less", "past", "recent")
_HEADLINE_ENDS = frozenset("says say finds find shows show warns warn reports".split())
_VISITS = frozenset("in into back off up out".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in token numbers, with which of its tokens are quoted."""

    words: Words
    lo: int
    hi: int
    quoted: Sequence[int]  # for each token of the passage: 1 + number of its quotation, or 0


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in token numbers while its sentence is being read."""

    source: tuple[Range, ...]  # a pronoun has the name it stands for before it
    cue: Range
    content: tuple[Range, ...]
    negative: bool = False
    stance: Stance = "says"
    joined: bool = False  # its subject is that of the draft before

    @property
    def start(self) -> int:
        own = self.source and not self.joined and self.source[-1][0] < self.cue[0]
        return self.source[-1][0] if own else self.cue[0]


def is_verb(sentence: Sentence, verb: int, cue: Cue, end: int, first: int) -> bool:
    """Whether the token ``verb`` is a finite verb of saying that states a fact.

    ``end`` is where its subject ends, ``first`` the first of its auxiliaries.
    """
    words = sentence.words
    before = words.low(verb - 1) if verb > sentence.lo else ""
    auxiliaries = {words.low(i) for i in range(first, verb)}
    if words.low(verb) in PARTICIPLES_ONLY and not auxiliaries & HAVE:
        return False  # "the week known as"
    if _is_unreal(words, verb, cue, auxiliaries) or _is_no_verb(sentence, verb, end, before):
        return False
    if cue.tense == "ing":
        being = bool(auxiliaries & BE) or (is_shortened(before) and is_subject_pronoun(before))
        after = verb + 1 + (words.low(verb + 1) == ",")
        marked = words.low(after) == "that" or bool(sentence.quoted[min(after, sentence.hi - 1)])
        marked = marked and before not in PREPOSITIONS
        told = before in _BEFORE_ING or before in DASHES
        return being or marked or told or (before in DOCUMENTS and cue.stance == "says")
    if is_doubtful(words.low(verb)) and not auxiliaries:
        return _surely_verb(sentence, verb, cue, end)
    if cue.tense == "base" and not auxiliaries:
        return _plural_subject(words, end) or takes_clause(sentence, verb + 1)
    return True


def governor_of(sentence: Sentence, verb: int, cue: Cue) -> int | None:
    """The verb that an infinitive or gerund of saying hangs on: "appeared to suggest that"."""
    words = sentence.words
    before = words.low(verb - 1)
    if cue.stance != "says" or (before, cue.tense) not in (("to", "base"), ("by", "ing")):
        return None
    for index in range(verb - 2, max(sentence.lo, verb - 6), -1):
        low = words.low(index)
        if low in _GOVERNORS:
            return index
        if low in BE:
            return index if index < verb - 2 else None  # "was forced to admit", not "was to say"
        if not is_adverb(low) and low not in ("on", "off", "out", "quick", "able", "forced"):
            return None
    return None


def _is_unreal(words: Words, verb: int, cue: Cue, auxiliaries: set[str]) -> bool:
    """Passive, merely possible, a phone call: "was told", "would say", "the man accused of"."""
    after = words.low(verb + 1)
    return (
        bool(auxiliaries & _UNREAL)
        or (cue.tense == "past" and bool(auxiliaries & BE))
        or after == "by"
        or not (after.startswith(cue.needs) or cue.about(after))
        or (cue.charges and after in ("of", "for"))
        or (cue.lemma == "call" and after in _VISITS)
    )


def _is_no_verb(sentence: Sentence, verb: int, end: int, before: str) -> bool:
    """An infinitive, or part of a noun phrase: "the only publicly declared goal"."""
    words = sentence.words
    left = words.low(end - 1)
    if words.is_name(verb) and words.is_name(verb - 1) and verb > sentence.lo:
        closes = words.low(verb + 1) in ("", *ENDS) and words.low(verb) in _HEADLINE_ENDS
        closes = closes and words.comma(max(sentence.lo, verb - 6), verb) is not None
        return not (closes or words.is_name(verb + 1))  # Stevie Wonder, not "Smith Says No"
    return (
        "to" in (before, left)
        or (before.endswith("'s") and not is_shortened(before))
        or (left in DETERMINERS and left not in ("all", "both", "each", "that"))
        or (end - 1 > sentence.lo and is_finite(words, end - 1) and not is_shortened(left))
        or (left in CUES and is_subject_pronoun(words.low(end - 2)))  # "it claims proves"
    )


def _surely_verb(sentence: Sentence, verb: int, cue: Cue, end: int) -> bool:
    """Whether a form that is mostly a noun is a verb here: "Paris claims she", "they report"."""
    words = sentence.words
    before, after = words.low(end - 1), words.low(verb + 1)
    if before in PREPOSITIONS or (_describes(words, end - 1) and cue.tense == "third"):
        return False
    if is_subject_pronoun(after) or after in ("there", ":"):
        return True
    if is_finite(words, verb + 1):
        return False  # "health worries have"
    third = words.low(verb).endswith("s")
    agrees = third != (before.endswith("s") and not before.endswith("ss"))
    person = words.is_name(end - 1) or is_subject_pronoun(before) or before in ("also", "who")
    if not after or after in ENDS:  # "…, a new survey shows."
        return "," in words.lows[max(sentence.lo, end - 12) : end]
    quoted = sentence.quoted[min(verb + 1, sentence.hi - 1)]
    wanted = after == "to" and cue.wishes and cue.lemma not in ("call", "claim")
    thing = cue.transitive and (after in DETERMINERS or (person and agrees))
    clear = (
        after in ("that", "how", "why", "whether")
        or (after == "," and person)
        or bool(quoted)
        or wanted
        or thing
    )
    return (person or agrees) and (clear or takes_clause(sentence, verb + 1))


def _describes(words: Words, index: int) -> bool:
    """Whether a word is an adjective by its form: "disparaging", "late-night", "derogatory"."""
    low = words.low(index)
    return not words.is_name(index) and (low.endswith(_ADJECTIVES) or "-" in low)


def _plural_subject(words: Words, end: int) -> bool:
    low = words.low(end - 1)
    return low in ("they", "who", "people", "many", "some", "others", "police", "and") or (
        low.endswith("s") and not low.endswith("ss") and len(low) > 3
    )


def says_clause(sentence: Sentence, verb: int, cue: Cue, begin: int, source: Range) -> bool:
    """Whether a statement follows without "that": "said the mill would close"."""
    words = sentence.words
    if cue.lemma == "say":
        if words.low(begin) == "no":  # "said no." but "said no decision was made"
            return words.low(begin + 1) not in ENDS and words.low(begin + 1) != ","
        alone = words.low(begin) in _SAID_ALONE and not is_finite(words, begin + 1)
        return not alone and words.low(begin) not in ENDS
    if takes_clause(sentence, begin):
        return cue.manner != "object" or words.low(begin) not in PREPOSITIONS
    if cue.lemma in _NEEDS_CLAUSE:
        return any(words.low(i) in _DOCUMENTS for i in range(source[0], min(source[1], verb)))
    return False


def takes_clause(sentence: Sentence, start: int) -> bool:
    """Whether a clause with a finite verb, or a quotation, seems to begin here."""
    words = sentence.words
    if start >= sentence.hi:
        return False
    if sentence.quoted[start] or words.low(start) in ("that", "whether", "how", "why", "it", "he"):
        return True
    if is_subject_pronoun(words.low(start)) or words.low(start).startswith("there"):
        return True
    for index in range(start + 1, min(sentence.hi, start + 16)):
        if words.low(index) in (";", ":") or words.low(index) in ENDS:
            return False
        if is_finite(words, index) or sentence.quoted[index] or _past_form(words, index):
            return True
    return False


def _past_form(words: Words, index: int) -> bool:
    """A word in -ed after a name or noun and before a phrase: "the missile landed in"."""
    low = words.low(index)
    after = words.low(index + 1)
    return (
        is_past_form(low)
        and (after in _AFTER_VERB or is_adverb(after))
        and after not in ("by", "of")
    )
