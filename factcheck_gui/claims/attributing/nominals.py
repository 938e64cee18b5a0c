"""Statements given by a noun or an adjective: "the claim that …", "her plan to …", "sure that …".

Here: the words, whose they are, what follows them. Not here: verbs (``attribution``).
"""

from __future__ import annotations

from factcheck_gui.claims.attributing.clauses import Draft, Sentence, takes_clause
from factcheck_gui.claims.attributing.complements import REACH, is_thing, thing_end
from factcheck_gui.claims.attributing.contents import clean, said_before
from factcheck_gui.claims.language.finite import is_adverb, is_finite
from factcheck_gui.claims.language.subjects import left_subject, verb_start
from factcheck_gui.claims.language.words import BE, DETERMINERS, ENDS, PREPOSITIONS, Range, Words
from factcheck_gui.domain import Stance

_SAYING = frozenset(
    """claim claims allegation allegations accusation accusations assertion assertions argument
    arguments statement statements suggestion suggestions conclusion conclusions ruling warning
    warnings threat threats promise promises pledge pledges announcement contention complaint
    complaints prediction predictions insistence admission confirmation denial denials charge
    charges rumor rumors rumour rumours assurance assurances testimony comment comments remark
    remarks speculation criticism finding findings emphasis implication rhetoric estimate
    forecast proposal proposals case message assessment reminder observation objection revelation
    declaration guarantee disclosure verdict""".split()
)
_THINKING = frozenset(
    """belief beliefs view hope hopes fear fears concern concerns expectation expectations
    suspicion suspicions doubt doubts opinion conviction impression feeling sense realization
    understanding worry worries confidence disdain support opposition question questions
    anger realisation""".split()
)
_WANTING = frozenset(
    """decision decisions plan plans effort efforts vow desire intention intentions refusal bid
    willingness call calls request demand demands attempt attempts""".split()
)
_FEELINGS = frozenset(
    """sure certain convinced confident concerned worried afraid aware unaware glad happy proud
    pleased hopeful optimistic pessimistic skeptical sceptical surprised sorry frustrated angry
    furious outraged disappointed unsure uncertain adamant wary critical supportive unconvinced
    alarmed relieved thrilled mindful clear""".split()
)
_WILLING = frozenset(
    """eager willing unwilling ready reluctant determined keen poised prepared opposed
    desperate""".split()
)
_STANCES: dict[str, Stance] = {
    **dict.fromkeys(_WANTING | _WILLING, "wants"),
    **dict.fromkeys(_THINKING | _FEELINGS, "thinks"),
    **dict.fromkeys(_SAYING, "says"),
}
_OUTLOOKS = frozenset("view opinion words telling account estimation judgment reading".split())
_ABOUT = frozenset("of about over for with at by against on".split())
_OWN = frozenset("his her its their".split())
_LINKING = BE | frozenset(
    "feel feels felt seem seems seemed remain remains remained became make makes made".split()
)
_LIGHT = frozenset(
    """make makes made making raise raises raised raising express expresses expressed expressing
    voice voiced voicing have has had issue issued issues issuing repeat repeated repeats offer
    offered share shared shares level leveled levelled reject rejected rejects release
    released""".split()
)
_LONGEST_PHRASE = 4  # tokens between an owner and the noun: "Dole's oft repeated claim"


def from_noun(sentence: Sentence, index: int) -> Draft | None:
    """A statement given by the noun or adjective at ``index``, None where it gives none."""
    low = sentence.words.low(index)
    if low in _OUTLOOKS and (draft := _in_view(sentence, index)):
        return draft
    stance = _STANCES.get(low)
    if stance is None:
        return None
    if low in _FEELINGS or low in _WILLING:
        return _from_adjective(sentence, index, stance)
    owner = _owner(sentence, index)
    doer = _doer(sentence, index) if owner is None else None
    content = _after_noun(sentence, index, stance, owned=bool(owner or doer))
    if not content:
        return None
    owner = owner or doer
    return Draft((owner,) if owner else (), (index, index + 1), content, stance=stance)


def _in_view(sentence: Sentence, index: int) -> Draft | None:
    """As in "In the mayor's view, the mill is a ruin"; ``index`` is at "view"."""
    words = sentence.words
    near = range(index - 1, max(sentence.lo, index - 8) - 1, -1)
    begin = next((i for i in near if words.low(i) == "in"), None)
    owned = words.low(index - 1).endswith(("'s", "s'")) or words.low(index - 1) in _OWN
    if begin is None or not owned or words.low(index + 1) != "," or begin + 1 == index:
        return None
    before = said_before(sentence, begin) if words.low(begin - 1) == "," else ()
    content = (*before, *clean(sentence, index + 2, sentence.hi))
    source = (begin + 1, index)
    return Draft((source,), (index, index + 1), content, stance="thinks") if content else None


def _after_noun(sentence: Sentence, index: int, stance: Stance, owned: bool) -> tuple[Range, ...]:
    """What follows the noun: a that-clause; with an owner also an infinitive or a matter."""
    words = sentence.words
    after = words.low(index + 1)
    if after == "that" and stance != "wants":
        relative = is_finite(words, index + 2) or not takes_clause(sentence, index + 2)
        return () if relative else clean(sentence, index + 2, sentence.hi)
    if not owned:
        return ()
    wanted = after == "to" and stance == "wants" and words.low(index + 2) not in DETERMINERS
    matter = after in _ABOUT and stance != "wants" and is_thing(sentence, index + 2)
    begin = index + 1 if wanted else index + 2
    return clean(sentence, begin, _comma(sentence, begin)) if wanted or matter else ()


def _comma(sentence: Sentence, start: int) -> int:
    end = thing_end(sentence, start)
    comma = sentence.words.comma(start, min(end, start + REACH))
    return end if comma is None else comma


def _owner(sentence: Sentence, index: int) -> Range | None:
    """Whose it is: "the mayor's repeated claim", "her decision"."""
    words = sentence.words
    for at in range(index - 1, max(sentence.lo, index - _LONGEST_PHRASE) - 1, -1):
        low = words.low(at)
        if low in _OWN:
            return at, at + 1
        if low.endswith(("'s", "s'")) and len(low) > 3:
            return left_subject(words, max(sentence.lo, at - 12), at + 1)
        if low == "'" and words.low(at - 1).endswith("s"):
            return left_subject(words, max(sentence.lo, at - 12), at)
        if low in DETERMINERS or low in PREPOSITIONS or not low[:1].isalpha():
            return None
    return None


def _doer(sentence: Sentence, index: int) -> Range | None:
    """The subject of the verb before: "The owner made the claim that …"."""
    words = sentence.words
    for at in range(index - 1, max(sentence.lo, index - 6) - 1, -1):
        if words.low(at) in _LIGHT:
            end, _ = verb_start(words, sentence.lo, at)
            return left_subject(words, max(sentence.lo, at - 60), end)
        if words.low(at) == ",":
            return None
    return None


def _from_adjective(sentence: Sentence, index: int, stance: Stance) -> Draft | None:
    words = sentence.words
    start = index
    while start > sentence.lo and (
        is_adverb(words.low(start - 1)) or words.low(start - 1) == "more"
    ):
        start -= 1
    if words.low(start - 1) not in _LINKING:
        return None
    end, first = verb_start(words, sentence.lo, start - 1)
    content = _after_adjective(sentence, index, stance)
    source = left_subject(words, max(sentence.lo, end - 60), end) if content else None
    if source is None or words.low(source[0]) in ("it", "i", "we", "you", "that", "this"):
        return None
    negative = any(words.low(i) in ("not", "never") for i in range(first, index))
    return Draft((source,), (min(first, start - 1), index + 1), content, negative, stance)


def _after_adjective(sentence: Sentence, index: int, stance: Stance) -> tuple[Range, ...]:
    words: Words = sentence.words
    after = words.low(index + 1)
    if stance == "wants":
        begins = after == "to" and words.low(index + 2) not in DETERMINERS
        begin = index + 1
    elif after == "that":
        begins, begin = True, index + 2
    elif after in _ABOUT:
        begins, begin = is_thing(sentence, index + 2), index + 2
    else:
        begins, begin = after not in ENDS and takes_clause(sentence, index + 1), index + 1
    if not begins:
        return ()
    end = sentence.hi if after == "that" else thing_end(sentence, begin)
    return clean(sentence, begin, end)
