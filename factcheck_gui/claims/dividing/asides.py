"""What stands between commas or dashes: relative clauses, participles, appositions.

Here: one function for each, true where it opened a unit. Not here: what "and" joins (``joinings``),
the state of the walk (``units``). Each looks at a bounded number of tokens.
"""

from __future__ import annotations

from factcheck_gui.claims.dividing.units import Break, Link, State, Unit
from factcheck_gui.claims.language.cues import CUES
from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.given_names import PERSONS
from factcheck_gui.claims.language.phrases import noun_phrase_before, subject_between
from factcheck_gui.claims.language.predicates import BREAKS, Group
from factcheck_gui.claims.language.verbs import (
    PAST_ONLY,
    is_doing,
    is_past_form,
)
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    Range,
)

_PRONOUNS = frozenset("who which whose where who's".split())
_ROLES = frozenset(
    """president director spokesman spokeswoman spokesperson head chief chairman chairwoman chair
    minister mayor governor secretary professor founder co-founder owner leader manager editor
    author captain coach commander ambassador commissioner undersecretary deputy member executive
    curator analyst lawyer attorney researcher sister brother son daughter wife husband mother
    father""".split()
)
_DESCRIBING = frozenset(
    """mounting rising growing falling existing remaining leading increasing developing ongoing
    surrounding emerging declining soaring mailing driving living working operating""".split()
)


def relative(state: State, at: Break) -> bool:
    """As in ", which employs 2,300 people", ", most of whom were freed"."""
    word = _pronoun_after(state, at.after)
    if at.joins or word is None or state.next_group(word) is None:
        return False
    low = state.words.lows[word]
    antecedent = _antecedent(state, at.index, person=low.startswith("who"))
    if word > at.after + 1:
        antecedent = _several(state, at.index)
    if antecedent is None or state.waits or _is_infinitive_at(state, antecedent):
        return False
    own = state.groups.get(state.over_adverbs(at.after + 1))
    plain = word == at.after and low != "who's"
    link = _relative_link(low, own is not None) if plain else None
    begin = at.after + (link in ("", "where"))
    unit = Unit("relative", begin, state.base(), subject=antecedent, link=link)
    unit.verb = own or state.next_group(at.after)
    apart = low == "which" and state.words.low(antecedent[0] - 1) in PREPOSITIONS
    unit.dashed = at.dashed
    cue = CUES.get(state.words.lows[unit.verb.head]) if link == "object" and unit.verb else None
    said = cue is not None and cue.manner != "object"  # "which advocates say harms the poor"
    if apart or said or link is None:
        unit.doubtful = state.words.forms[at.after]  # "a house in Omak, which"
    return state.begin(unit, at.index)


def _antecedent(state: State, index: int, *, person: bool) -> Range | None:
    """What a relative clause is about: the whole subject where it stands right before."""
    host = state.base()
    if state.now.kind == "apposition" and (person or state.now.open >= index - 8):
        return state.now.subject  # "Ann Lee, a lawyer who led the talks"
    whole = subject_between(state.words, host.open, index) if host.verb is None else None
    if whole and whole[1] == index and not _is_composed(state, whole):
        return whole
    phrase = _phrase_before(state, index, person=person)
    said_of = host.verb is not None and state.words.lows[host.verb.head] in BE
    if phrase and host.verb and said_of and phrase[0] == host.verb.end and host.subject:
        return host.subject  # "he was a novice who had never debated"
    return phrase


def _phrase_before(state: State, index: int, *, person: bool = False) -> Range | None:
    """The noun phrase that ends at a break, without a verb that the walk back went past."""
    phrase = noun_phrase_before(state.words, state.lo, index, person=person)
    if phrase is None:
        return None
    start = max(
        (state.groups[i].end for i in range(*phrase) if i in state.groups), default=phrase[0]
    )
    return (start, phrase[1]) if start < phrase[1] else None


def _several(state: State, index: int) -> Range | None:
    """What "most of whom" counts: the nearest phrase of several things, over "in Israel"."""
    end = index
    for _ in range(4):
        phrase = _phrase_before(state, end)
        if phrase is None or phrase[0] - 1 <= state.lo:
            return None
        head = state.words.lows[phrase[1] - 1]
        if head.endswith("s") and not state.words.is_name(phrase[1] - 1):
            return phrase
        end = phrase[0] - 1
    return None


def _is_composed(state: State, phrase: Range) -> bool:
    """Whether commas or joining words stand in it."""
    return any(state.words.lows[i] in BREAKS for i in range(*phrase))


def _pronoun_after(state: State, after: int) -> int | None:
    """The relative pronoun at a break, over what leads to it: ", most of whom"."""
    for at in range(after, min(state.hi, after + 4)):
        low = state.words.lows[at]
        if low in _PRONOUNS or low == "whom":
            led = at == after or state.words.lows[at - 1] in PREPOSITIONS
            return at if led else None
    return None


def doing(state: State, at: Break) -> bool:
    """As in ", killing at least 53", and its like after "and"."""
    word, host = state.over_adverbs(at.after), state.base()
    if not _is_act(state, word):
        return False
    sibling = at.joins and state.now.kind == "doing"
    if not sibling and (at.joins or "," not in at.signs):
        return False
    if host.verb is None and not _resumes_after(state, word):
        return False
    subject = state.now.subject if state.now.kind == "relative" else host.subject
    if host.verb is None:
        subject = subject_between(state.words, host.open, at.index)
    link = _tense(state, host.verb or state.groups[_after_comma(state, word)])
    return state.begin(Unit("doing", at.after, host, subject=subject, link=link), at.index)


def _is_act(state: State, word: int) -> bool:
    """Whether a participle tells an act: not "mounting debt", "mailing lists have been closed"."""
    low, after = state.words.low(word), state.words.low(word + 1)
    if word >= state.hi or not is_doing(low) or after in BREAKS:
        return False
    describes = low in _DESCRIBING and after not in PREPOSITIONS | DETERMINERS
    return not describes and not (
        word + 2 in state.groups and state.words.low(word + 2) in AUXILIARIES
    )


def _resumes_after(state: State, at: int) -> bool:
    """Whether the next comma brings the verb: "Shaw, speaking in Hull, called"."""
    verb = _after_comma(state, at)
    return verb in state.groups and not any(i in state.groups for i in range(at, verb))


def _after_comma(state: State, at: int) -> int:
    """Where the words begin after the next comma, over adverbs; the end where none is near."""
    for index in range(at + 1, min(state.hi, at + 25)):
        if state.words.lows[index] == ",":
            return state.over_adverbs(index + 1)
        if state.words.lows[index] in BREAKS:
            break
    return state.hi


def _tense(state: State, verb: Group) -> Link:
    """How a participle becomes a verb beside this one; None beside "will" and the like."""
    low = state.words.lows[verb.first]
    if low in MODALS - {"did"} or (low in BE and state.words.low(verb.end) == "to"):
        return None
    past = low in ("was", "were", "had", "did", "has", "have") or low in PAST_ONLY
    return "past" if past or is_past_form(low) else "present"


def apposition(state: State, at: Break) -> bool:
    """As in "Ann Lee, a former judge, was named"."""
    if at.joins or "," not in at.signs or at.index == state.lo:
        return False
    if _is_age(state, at):
        subject = _phrase_before(state, at.index)
        return state.begin(
            Unit("apposition", at.after, state.base(), [], subject, link="age"), at.index
        )
    end = _phrase_end(state, at.after)
    if end is None or state.words.lows[at.index - 1] in PREPOSITIONS:
        return False
    low = state.words.lows[at.after]
    role = low in _ROLES and state.words.low(at.after + 1) in ("of", "at", "for", "to", "and")
    opens = low in ("a", "an", "the") or (low == "one" and state.words.low(at.after + 1) == "of")
    if not (role or opens) or end - at.after < 2:
        return False
    subject = _phrase_before(state, at.index)
    if subject is None or not _may_be(state, subject) or _is_listed(state, subject, at.after, end):
        return False
    unit = Unit("apposition", at.after, state.base(), subject=subject, link="is")
    return state.begin(unit, at.index)


def _is_age(state: State, at: Break) -> bool:
    """As in "Ann Lee, 43, was"."""
    words = state.words
    low = words.lows[at.after]
    alone = words.low(at.after + 1) == "," and words.is_name(at.index - 1)
    return alone and low.isdigit() and len(low) < 4 and words.is_name(at.index - 2)


def _is_listed(state: State, subject: Range, start: int, end: int) -> bool:
    """Whether names follow one another: "the News, the Republic and the Enquirer"."""
    words = state.words
    alike = words.lows[subject[0]] == words.lows[start] == "the"
    return any(
        words.lows[i] == "and"
        and (alike or words.low(i + 1) in DETERMINERS or words.is_name(i + 1))
        for i in range(start, end)
    )


def _may_be(state: State, subject: Range) -> bool:
    """A name or a definite noun phrase, not a day or a figure."""
    named = any(state.words.is_name(i) for i in range(*subject))
    if is_adverb(state.words.lows[subject[0]]):
        return False  # "Meanwhile, the leader"
    return named and not state.words.lows[subject[1] - 1][0].isdigit()


def _phrase_end(state: State, start: int) -> int | None:
    """Where a noun phrase between commas ends; None where it holds a verb or is in a list."""
    for index in range(start, min(state.hi, start + 30)):
        low = state.words.lows[index]
        group = state.groups.get(index)
        if (group and not group.relative) or index in state.covered:
            return None
        if low in (",", ";") or low in ("—", "–"):
            if low == "," and _is_place(state, index):
                continue
            person = any(state.words.lows[i] in PERSONS for i in range(start, index))
            listed = state.words.low(index + 1) in ("and", "or") and not person
            return None if listed else index
        if low in ("but", "yet", ":"):
            return None
    return state.hi if state.hi - start <= 30 else None


def _is_place(state: State, comma: int) -> bool:
    """Whether a comma parts town and country: "Irving, Texas,"."""
    words, after = state.words, comma + 1
    named = words.is_name(comma - 1) and words.is_name(after)
    return named and words.low(after + 1) in (",", "") and after + 1 not in state.groups


def _is_infinitive_at(state: State, phrase: Range) -> bool:
    """As in "sent orders to plaster, which they did"."""
    alone = phrase[1] - phrase[0] == 1 and not state.words.is_name(phrase[0])
    return alone and state.words.low(phrase[0] - 1) == "to"


def _relative_link(pronoun: str, is_subject: bool) -> Link:
    """How a relative clause becomes a sentence, by what the pronoun is in it."""
    if pronoun == "whose":
        return "whose"
    if pronoun == "where":
        return "where"
    return "" if is_subject else "object"
