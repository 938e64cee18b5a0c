"""What begins at a comma, a dash or an "and": another clause, a second verb, an aside.

Here: one function for each sort of clause and phrase, each true where it opened or resumed one. Not
here: the state of the walk (``units``), the walk (``parts``). Each looks at a bounded number of
tokens.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from factcheck_gui.claims.cues import CUES
from factcheck_gui.claims.given_names import PERSONS
from factcheck_gui.claims.phrases import noun_phrase_before, subject_between
from factcheck_gui.claims.predicates import BREAKS, COORDINATORS, Group
from factcheck_gui.claims.subjects import Range, is_adverb
from factcheck_gui.claims.units import ASIDE, Link, State, Unit
from factcheck_gui.claims.verbs import (
    BASES,
    BASES_ALSO_NOUNS,
    PARTICIPLES_ONLY,
    PAST_ONLY,
    THIRDS,
    UNCHANGED,
    is_doing,
    is_intransitive,
    is_past_form,
)
from factcheck_gui.claims.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    ENDS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    is_shortened,
    is_subject_pronoun,
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
_NO_SUBJECTS = frozenset("to due according what how why who whether if lest".split())
_LISTENED = frozenset("told informed warned assured reminded taught shown".split())


@dataclass(frozen=True, slots=True)
class Break:
    """Where something may begin: the sign at ``index``, the first word ``after`` it, all signs."""

    index: int
    after: int
    signs: Set[str]

    @property
    def joins(self) -> bool:
        """Whether "and", "but" stands there."""
        return bool(self.signs & COORDINATORS)

    @property
    def dashed(self) -> bool:
        """Whether it is a dash."""
        return not self.signs.isdisjoint(("—", "–"))


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


def predicate(state: State, at: Break) -> bool:
    """As in "and rejected the plan": a second verb of a subject, or the first after an aside."""
    word, host = state.over_adverbs(at.after), state.base()
    group = state.groups.get(word) or _shared_form(state, word, at.joins)
    if group is None or _has_subject(state, group):
        return False
    if not at.joins and state.now is not host and host.verb is None:
        state.resume(at.index, at.after)
        state.give_verb(host, group)
        return True
    if host.verb is None and state.now is host:
        return False
    if _shares_object(state, at) or (at.joins and _is_infinitive(state, at, group)):
        return False
    follows = at.joins or state.words.lows[at.after] == "then" or _goes_on(state, word)
    if not follows or (state.inside and "," not in at.signs):
        return False
    return state.begin(_second(state, at, group), at.index)


def _is_infinitive(state: State, at: Break, group: Group) -> bool:
    """As in "wants to raise taxes and cut spending"."""
    verb = state.now.verb
    same = state.words.lows[group.head] in UNCHANGED and verb is not None
    return same and verb is not None and "to" in state.words.lows[verb.end : at.index]


def _shares_object(state: State, at: Break) -> bool:
    """As in "arrested and questioned the student"."""
    verb = state.now.verb
    if verb is not None and verb.end == at.index and state.words.lows[verb.head] == "born":
        return True  # "born and raised in Cuba"
    if verb is None or verb.end != at.index or is_intransitive(state.words.lows[verb.head]):
        return False
    return not any(state.words.lows[i] in BE for i in range(verb.first, verb.end))


def _second(state: State, at: Break, group: Group) -> Unit:
    """The unit of a second verb: after a comma it is the main clause's, else the nearest one's."""
    host = state.base()
    target = state.now if "," not in at.signs or host.verb is None else host
    if target.kind == "doing":
        target = host
    unit = Unit("predicate", at.after, host if target is host else target.host)
    unit.subject, unit.verb = target.subject, group
    unit.shared = _shared(state, target, group)
    return unit


def _has_subject(state: State, group: Group) -> bool:
    """As "we're" has."""
    low = state.words.lows[group.first]
    return is_shortened(low) and not low.startswith("who")


def _shared_form(state: State, at: int, joins: bool) -> Group | None:
    """The base form of "will build schools and close clinics"."""
    verb = state.now.verb
    if not joins or verb is None or at >= state.hi or state.inside:
        return None
    low = state.words.lows[at]
    helper = state.words.lows[verb.first]
    modal = helper in MODALS and low in BASES and low not in BASES_ALSO_NOUNS
    participle = helper in BE | HAVE and low in PARTICIPLES_ONLY
    return Group(at, at, at + 1) if verb.head > verb.first and (modal or participle) else None


def _shared(state: State, target: Unit, group: Group) -> Range | None:
    """The auxiliaries that a second participle leans on: "were arrested and charged with"."""
    verb = target.verb
    if verb is None or verb.head == verb.first or group.head != group.first:
        return None
    low, after = state.words.lows[group.head], state.words.low(group.end)
    kinds = {state.words.lows[i] for i in range(verb.first, verb.head)}
    if low in PARTICIPLES_ONLY or (low in BASES and kinds & MODALS):
        return verb.first, verb.head
    if not kinds & (BE | HAVE) or low in BE or is_intransitive(low) or group.sure:
        return None
    lean = after in PREPOSITIONS or after in ENDS or after in ("", "to", ",", "and", "online")
    lean = lean or (after == "that" and low in _LISTENED)
    if state.words.low(group.first - 1) == "but":
        return None
    return (verb.first, verb.head) if kinds & HAVE or lean else None


def _goes_on(state: State, at: int) -> bool:
    """Whether a list of predicates follows: "shot his mother, drove to the school, and …"."""
    if state.groups.get(at) is None or state.now.verb is None:
        return False
    for index in range(at + 1, min(state.hi, at + 30)):
        if state.words.lows[index] == "and":
            return state.over_adverbs(index + 1) in state.groups
        if state.words.lows[index] == ";":
            return False
    return False


def clause(state: State, at: Break) -> bool:
    """As in ", and the river rose", "because the crew had left": with a subject of its own."""
    aside = state.words.lows[at.after] in ASIDE
    begin = at.after + aside
    group, base = state.next_group(begin), state.base()
    if group is None or base.verb is None or _is_odd(state, begin, group):
        return False
    if group.first <= begin and not _has_subject(state, group):
        return False
    fronted = state.fronted and base is state.main
    parted = aside or ";" in at.signs
    if not (parted or at.joins or fronted or _in_list(state, at.after, group)):
        return False
    if state.words.lows[begin] in _NO_SUBJECTS or _is_verb(state, begin, group):
        return False
    if at.signs <= {"and"} and not parted and (state.inside or not _is_clause(state, begin, group)):
        return False
    state.fronted = state.fronted and (at.joins or parted)
    return state.begin(Unit("clause", begin), at.index)


def _is_odd(state: State, begin: int, group: Group) -> bool:
    """As in "should she become president", "the pride he takes", "while avoiding what he was",
    "of rules and loopholes remains": no clause begins here."""
    words = state.words
    inside = {words.lows[i] for i in range(begin, group.first)}
    before, after = words.low(group.first - 1), words.low(begin + 1)
    if words.low(group.first) in AUXILIARIES and is_subject_pronoun(words.low(group.first + 1)):
        return True
    noun = words.lows[begin] in DETERMINERS - {"that"} and group.first - 1 > begin
    acts = is_doing(words.lows[begin]) and (after in DETERMINERS or after in PREPOSITIONS)
    many = before.endswith("s") and not before.endswith("ss") and not words.is_name(group.first - 1)
    disagrees = many and words.lows[group.first] in THIRDS
    contact = noun and is_subject_pronoun(before) and before != "who"
    return contact or acts or disagrees or not inside.isdisjoint(("which", "whom"))


def _is_verb(state: State, begin: int, group: Group) -> bool:
    """Whether an infinitive goes on: "to pick, carry, and deposit balls coloured blue"."""
    low = state.words.lows[begin]
    acts = low in BASES or low in BASES_ALSO_NOUNS
    return acts and (not group.sure or state.words.low(begin + 1) in DETERMINERS)


def _in_list(state: State, begin: int, group: Group) -> bool:
    """Whether a comma parts clauses: "Germany bought gas, France bought oil, and Italy"."""
    if state.now.kind != "clause" or state.inside:
        return False
    for index in range(group.end, min(state.hi, begin + 40)):
        if state.words.lows[index] == "and":
            following = state.next_group(index + 1)
            return following is not None and following.first > index + 1
        if state.words.lows[index] in BREAKS - {","}:
            return False
    return False


def _is_clause(state: State, begin: int, group: Group) -> bool:
    """Whether after a bare "and" a clause begins, not a second noun: "cake and tables laid"."""
    after = state.words.low(group.end)
    takes = after in DETERMINERS or state.words.is_name(group.end) or after[:1].isdigit()
    ends = group.end >= state.hi and state.words.lows[begin] in DETERMINERS
    return group.sure or takes or ends or after == "that"


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
