"""Where the verbs of a sentence stand, and which of them tell rather than describe.

Here: groups of auxiliaries and verb ("had been denied"), finite or not, inside a relative clause or
not, by word forms and close neighbours. Not here: word forms themselves (``verbs``), what a
sentence's parts are (``parts``). A reading errs towards fewer verbs: a missed one costs a part, a
wrong one would cut a sentence in the midst of a phrase.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck_gui.claims.language.cues import CUES, is_doubtful
from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.verbs import (
    BASES,
    BASES_ALSO_NOUNS,
    PARTICIPLES_ONLY,
    PAST_ONLY,
    THIRDS,
    THIRDS_ALSO_NOUNS,
    is_doing,
    is_intransitive,
    is_participle,
    is_past_form,
)
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    CLAUSE_WORDS,
    DASHES,
    DETERMINERS,
    ENDS,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Words,
    is_shortened,
    is_subject_pronoun,
)

COORDINATORS = frozenset("and but or nor yet".split())
RELATIVES = frozenset("who which that whose whom where".split())
BREAKS = frozenset(", ; : ( ) [ ] … • |".split()) | DASHES | ENDS | COORDINATORS
_OPENS = CLAUSE_WORDS | RELATIVES | frozenset("than whereby".split())
_POSSESSIVES = frozenset("his her its their our my your whose".split())
_PLURALS = frozenset(
    "people police men women children many most some others those both they we i you few".split()
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten dozens hundreds thousands".split()
)
_AFTER_VERB = (
    DETERMINERS
    | PREPOSITIONS
    | ENDS
    | frozenset("that to up down out off away back him them it he she they , as".split())
)
_THIRDS_ALONE = frozenset("ends works lives starts falls rises stands comes lies sits runs".split())
_REACH = 12  # tokens looked back over for what a verb belongs to
_LONGEST_GROUP = 7
_NEAR_CUE = 4  # tokens between a verb of saying and its "that"


@dataclass(frozen=True, slots=True)
class Group:
    """One verb with its auxiliaries, in token numbers: ``first`` to ``end``, ``head`` the verb."""

    first: int
    head: int
    end: int
    relative: bool = False  # of a clause with "who", "which", "that" inside a noun phrase
    sure: bool = True  # no form that could as well describe a noun

    def starts(self, words: Words) -> str:
        return words.low(self.first)


def find_groups(words: Words, lo: int, hi: int, covered: Set[int]) -> list[Group]:
    """The finite verb groups among the tokens ``lo`` to ``hi`` outside ``covered``, in order."""
    found: list[Group] = []
    index = lo
    while index < hi:
        verbal = index not in covered and _may_be_verb(words.lows[index])
        group = _group_at(words, lo, hi, index) if verbal else None
        if group is None:
            index += 1
            continue
        found.append(group)
        index = group.end
    return _settled(words, lo, found, covered)


@lru_cache(maxsize=50_000)
def _may_be_verb(low: str) -> bool:
    """Whether a form is a verb anywhere: most words of a text are none, and asked again."""
    return (
        low in AUXILIARIES
        or low in BASES
        or low in BASES_ALSO_NOUNS
        or low in PAST_ONLY
        or low in CUES
        or low.endswith("s")
        or is_past_form(low)
        or is_shortened(low)
    )


def _group_at(words: Words, lo: int, hi: int, index: int) -> Group | None:
    low = words.lows[index]
    before = words.low(index - 1) if index > lo else ""
    if low in AUXILIARIES or is_shortened(low):
        return _with_auxiliaries(words, hi, index, before)
    if before == "to" or before in AUXILIARIES or (words.is_name(index) and index > lo):
        return None
    left = _left_of(words, lo, index)
    if low in PAST_ONLY:
        return None if left in DETERMINERS else Group(index, index, index + 1)
    if is_past_form(low):
        return _past(words, lo, hi, index, left)
    if _is_present(words, hi, index, left):
        return Group(index, index, index + 1, sure=low in THIRDS)
    return None


def _with_auxiliaries(words: Words, hi: int, index: int, before: str) -> Group | None:
    """As in "had not yet been denied"; not "to be", "being", "the can", "his will"."""
    low = words.lows[index]
    if low in ("being", "been", "having", "be") or before == "to":
        return None
    if low in ("will", "might", "can", "must", "may") and (
        before in DETERMINERS or before in PREPOSITIONS or words.form(index) in ("May", "Will")
    ):
        return None
    head, end = index, index + 1
    while end < min(hi, index + _LONGEST_GROUP):
        low = words.lows[end]
        if low in AUXILIARIES or is_participle(low) or _is_head(words, index, end):
            head, end = end, end + 1
            if low not in AUXILIARIES:
                break
        elif low in NEGATIONS or low == "yet" or is_adverb(low):
            end += 1
        else:
            break
    return Group(index, head, head + 1)


def _is_head(words: Words, first: int, index: int) -> bool:
    """A base form after a modal, an -ing form after "was"."""
    low = words.lows[index]
    last = words.low(index - 1)
    if words.lows[first] in MODALS and not last.endswith("ing"):
        return low in BASES or low in BASES_ALSO_NOUNS or low in CUES
    return is_doing(low) and words.lows[first] in (BE | HAVE)


def _left_of(words: Words, lo: int, index: int) -> str:
    """The token before, over adverbs; "" at the start."""
    at = index - 1
    while at >= lo and is_adverb(words.lows[at]) and index - at < 5:
        in_turn = words.lows[at] == "turn" and words.low(at - 1) == "in"
        at -= 1 + in_turn
    return words.low(at) if at >= lo else ""


def _past(words: Words, lo: int, hi: int, index: int, left: str) -> Group | None:
    """A past form or a participle: finite where a noun or a joining word stands before it."""
    low, after = words.lows[index], words.low(index + 1)
    if not left or left in DETERMINERS - {"that"} or left in PREPOSITIONS or left.endswith("'s"):
        return None
    if (
        left in _OPENS - RELATIVES - COORDINATORS
        or left in ("of", "as", "than")
        or _ends_in_hyphen(left)
    ):
        return None
    if after == "by" and not words.low(index + 2)[:1].isdigit() and not is_intransitive(low):
        return None  # "a pause announced by", and not "rose by 5"
    if left[0].isdigit() and not is_intransitive(low):
        return None
    sure = is_intransitive(low) or is_subject_pronoun(left)
    return Group(index, index, index + 1, sure=sure)


def _ends_in_hyphen(low: str) -> bool:
    return low in DASHES - {"—", "–"}


def _is_present(words: Words, hi: int, index: int, left: str) -> bool:
    """A present form after a subject that agrees with it."""
    low, after = words.lows[index], words.low(index + 1)
    no_subject = left in DETERMINERS - {"that"} or left in PREPOSITIONS or left in (";", ":", "")
    if no_subject or left.endswith("'s"):
        return False
    cue = CUES.get(low)
    if low in THIRDS or (cue is not None and cue.tense == "third" and not is_doubtful(low)):
        return True
    if low.endswith("s") and not low.endswith("ss") and left not in _PLURALS:
        return _is_third(words, index, left)
    base = cue is not None and cue.tense == "base"
    if left in ("they", "we", "i", "you", "who"):
        return low in BASES or low in BASES_ALSO_NOUNS or base
    aside = base and after in (",", ".", "")  # "researchers estimate"
    takes = after in DETERMINERS if low in BASES_ALSO_NOUNS else low in BASES and index + 1 < hi
    return _is_plural(left) and (aside or takes)


def _is_third(words: Words, index: int, left: str) -> bool:
    """Whether a form in -s is a verb and not a plural: "it works in", "who chairs the board"."""
    low, after = words.lows[index], words.low(index + 1)
    if left in ("who", "which") and words.lows[index - 1] == left:
        return after not in ENDS and low not in DETERMINERS
    known = low in THIRDS_ALSO_NOUNS or low in CUES
    counted = left[0].isdigit() or left in _NUMBERS
    many = left.endswith("s") and not words.is_name(index - 1)
    if counted or many or after in ENDS or after in (",", "of", "") or len(low) < 4:
        return False
    if after in PREPOSITIONS:
        named = is_subject_pronoun(left) or left == "that" or words.is_name(index - 1)
        return (known and named) or low in _THIRDS_ALONE
    takes_object = after in DETERMINERS - {"that"} or after[:1].isdigit()
    if not known:
        return takes_object and left.isalpha() and left not in _OPENS
    takes = _AFTER_VERB - {"as"} if low in CUES else _AFTER_VERB - {"as", "that"}
    return takes_object or after in takes or words.is_name(index + 1)


def _is_plural(left: str) -> bool:
    if left in _PLURALS or left in _NUMBERS or (left[0].isdigit() and left != "1"):
        return True
    return left.endswith("s") and not left.endswith("ss")


# ---------------------------------------------------------------- the groups together


def _settled(words: Words, lo: int, found: Sequence[Group], covered: Set[int]) -> list[Group]:
    """Drops the forms that only describe a noun, marks those of relative clauses."""
    kept: list[Group] = []
    for number, group in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if not group.sure and _describes(words, group, kept, following, covered):
            continue
        kept.append(replace(group, relative=_relative_before(words, lo, group, kept)))
    return kept


def _describes(
    words: Words,
    group: Group,
    kept: Sequence[Group],
    following: Group | None,
    covered: Set[int],
) -> bool:
    """Whether an uncertain form is part of a noun phrase: "the man arrested on Monday was"."""
    if words.low(group.first - 1) in BREAKS or words.low(group.first - 1) in RELATIVES:
        return False
    last = kept[-1] if kept else None
    if last and not last.relative and _same_stretch(words, last.end, group.first, covered):
        return words.lows[last.head] not in CUES
    if following is None or not _same_stretch(words, group.end, following.first, covered):
        return False
    after = words.low(group.end)
    own_subject = is_subject_pronoun(words.low(following.first - 1))
    takes_object = after in DETERMINERS or words.is_name(group.end) or after[:1].isdigit()
    takes_object = takes_object or after == "that"
    return not own_subject and not takes_object and words.lows[group.head] not in CUES


def _same_stretch(words: Words, start: int, end: int, covered: Set[int]) -> bool:
    """Whether no clause begins or ends between two places."""
    if end - start > _REACH * 2:
        return False
    return not any(
        words.lows[i] in BREAKS or words.lows[i] in _OPENS or i in covered
        for i in range(start, end)
    )


def _relative_before(words: Words, lo: int, group: Group, kept: Sequence[Group]) -> bool:
    """Whether "who", "which", "that" after a noun opens this verb's clause."""
    floor = max(lo, group.first - _REACH, kept[-1].end if kept else lo)
    for at in range(group.first - 1, floor - 1, -1):
        low = words.lows[at]
        if low in RELATIVES and low != "where":
            return at > lo and _is_noun_end(words, at - 1) and not _reports(words, at, kept)
        if low in BREAKS or (low in CLAUSE_WORDS and low not in RELATIVES):
            return False
    return False


def _reports(words: Words, that: int, kept: Sequence[Group]) -> bool:
    """Whether "that" opens what is said: "warned in 2017 that"."""
    near = kept and that - kept[-1].end <= _NEAR_CUE
    return bool(near) and words.lows[that] == "that" and words.lows[kept[-1].head] in CUES


def _is_noun_end(words: Words, index: int) -> bool:
    low = words.lows[index]
    if low in BREAKS or low in QUOTE_SIGNS or low in PREPOSITIONS or low in AUXILIARIES:
        return False
    return low not in CUES and low not in PARTICIPLES_ONLY and low not in PAST_ONLY
