"""What "and" and its like join: a second verb of a subject, another clause.

Here: one function for each, true where it opened or resumed a unit. Not here: asides between commas
(``asides``), the state of the walk (``units``). Each looks at a bounded number of tokens.
"""

from __future__ import annotations

from factcheck_gui.claims.dividing.units import ASIDE, Break, State, Unit
from factcheck_gui.claims.language.predicates import BREAKS, Group
from factcheck_gui.claims.language.verbs import (
    BASES,
    BASES_ALSO_NOUNS,
    PARTICIPLES_ONLY,
    THIRDS,
    UNCHANGED,
    is_doing,
    is_intransitive,
)
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    ENDS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    Range,
    is_shortened,
    is_subject_pronoun,
)

_NO_SUBJECTS = frozenset("to due according what how why who whether if lest".split())
_LISTENED = frozenset("told informed warned assured reminded taught shown".split())


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


def _shares_object(state: State, at: Break) -> bool:
    """As in "arrested and questioned the student"."""
    verb = state.now.verb
    if verb is not None and verb.end == at.index and state.words.lows[verb.head] == "born":
        return True  # "born and raised in Cuba"
    if verb is None or verb.end != at.index or is_intransitive(state.words.lows[verb.head]):
        return False
    return not any(state.words.lows[i] in BE for i in range(verb.first, verb.end))


def _is_infinitive(state: State, at: Break, group: Group) -> bool:
    """As in "wants to raise taxes and cut spending"."""
    verb = state.now.verb
    same = state.words.lows[group.head] in UNCHANGED and verb is not None
    return same and verb is not None and "to" in state.words.lows[verb.end : at.index]


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
