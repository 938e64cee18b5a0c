"""The several things that one sentence asserts, each with its own places in the text.

Here: coordinated clauses and predicates, relative clauses, participles ("killing at least 53"),
appositions, found by a walk from break to break over verb groups. Not here: what a verb is
(``predicates``), what begins at a break (``asides``, ``joinings``), a wording that stands alone
(``wording``).
A cautious reading: what is conditional, asked, or hangs on a doubtful verb is left whole.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from factcheck_gui.claims.dividing.asides import apposition, doing, relative
from factcheck_gui.claims.dividing.joinings import clause, predicate
from factcheck_gui.claims.dividing.units import ASIDE, Break, Link, State, Unit
from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.given_names import PERSONS
from factcheck_gui.claims.language.phrases import noun_phrase_before, subject_between
from factcheck_gui.claims.language.predicates import COORDINATORS, Group, find_groups
from factcheck_gui.claims.language.verbs import is_participle
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    DASHES,
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Range,
    Words,
)

LONGEST = 220  # tokens; what is longer is a list or no sentence
_FEWEST = 3  # tokens of a part
_CONDITIONS = frozenset("if unless whether lest".split())
_PRONOUNS = frozenset("who which whose where who's".split())
_OTHER_CLAUSES = frozenset("when as since before until that where why how what who which".split())
_MEASURES = frozenset("soon long days weeks months years hours minutes day week month".split())
_WHOLE_EVENT = frozenset(
    "making meaning bringing prompting sparking raising pushing causing forcing triggering".split()
)
_EDGES = frozenset(", ; : …".split()) | DASHES | ENDS | COORDINATORS


@dataclass(frozen=True, slots=True)
class Part:
    """One assertion in token numbers: whose (``subject``), what (``body``), and how they join.

    ``at`` orders the parts of a sentence. ``shared`` are auxiliaries taken from another part.
    ``doubtful`` is the pronoun of which it is not certain that it stands for ``subject``.
    """

    at: int
    subject: tuple[Range, ...]
    body: tuple[Range, ...]
    link: Link = ""
    shared: tuple[Range, ...] = ()
    doubtful: str = ""

    @property
    def ranges(self) -> tuple[Range, ...]:
        return tuple(sorted((*self.subject, *self.shared, *self.body)))


def find_parts(words: Words, lo: int, hi: int, covered: Set[int] = frozenset()) -> list[Part]:
    """The parts of the sentence or clause in the tokens ``lo`` to ``hi``; [] where it asserts one
    thing. ``covered`` tokens (what somebody says, a statement of its own) are never looked into.
    """
    if hi - lo > LONGEST or words.low(_last(words, lo, hi)) == "?":
        return []
    lows = {words.lows[i] for i in range(lo, hi) if i not in covered}
    if lows & _CONDITIONS:
        return []
    units = _walk(State(words, lo, _bare_end(words, lo, hi), covered))
    parts = [part for unit in units if (part := _part(words, unit)) is not None]
    return parts if len(parts) > 1 else []


def find_assertions(words: Words, lo: int, hi: int, contents: Sequence[Range]) -> list[Part]:
    """The parts of a sentence in which somebody says something: ``contents`` are read as sentences
    of their own, and what stands around them as another. In the order of the text."""
    told = [one for one in contents if _is_statement(words, lo, hi, one)]
    covered = frozenset(i for start, end in told for i in range(start, end))
    parts = find_parts(words, lo, hi, covered) if len(covered) < hi - lo else []
    for start, end in told:
        inner = (range(a, b) for a, b in told if start <= a and b <= end and (a, b) != (start, end))
        parts += find_parts(words, start, end, frozenset(i for one in inner for i in one))
    return _without_doubles(sorted(parts, key=lambda part: (part.at, part.ranges)))


def _without_doubles(parts: Sequence[Part]) -> list[Part]:
    """Of two parts that begin alike the shorter one: what was said, without "the source added"."""
    kept: dict[int, Part] = {}
    for part in parts:
        there = kept.get(part.at)
        if there is None or _size(part.ranges) < _size(there.ranges):
            kept[part.at] = part
    return list(kept.values())


def _is_statement(words: Words, lo: int, hi: int, content: Range) -> bool:
    """Whether a content says something by a verb of its own: not "denied any involvement"."""
    start, end = content
    if not (lo <= start < end <= hi) or (start <= lo and end >= hi - 1) or end - start > LONGEST:
        return False
    if words.low(start - 1) in _CONDITIONS or words.lows[end - 1] in AUXILIARIES:
        return False  # "whether he has", "what he says his plan would do"
    groups = find_groups(words, start, end, frozenset())
    first = next((group.first for group in groups if not group.relative), start)
    # "accused the forces of the attack, which they described": the verb must be the content's own.
    return (
        first > start
        and subject_between(words, start, first) is not None
        and not any(words.lows[i] in _PRONOUNS for i in range(start, first))
        and not _is_contact_clause(words, start, first)
    )


def _is_contact_clause(words: Words, start: int, verb: int) -> bool:
    """As in "derogatory comments Trump had made": what is cited, and whose, but no statement."""
    name = verb
    while name > start and words.is_name(name - 1):
        name -= 1
    before = words.lows[name - 1] if start < name < verb else ""
    return before.isalpha() and before not in PERSONS | DETERMINERS | PREPOSITIONS | COORDINATORS


def _last(words: Words, lo: int, hi: int) -> int:
    """The last token that is no mark of quotation."""
    last = hi - 1
    while last > lo and words.low(last) in QUOTE_SIGNS:
        last -= 1
    return last


def _part(words: Words, unit: Unit) -> Part | None:
    body = _body(words, unit)
    if not body or (unit.kind == "clause" and unit.verb is None):
        return None
    if unit.kind == "clause":
        first, end = body[0]
        joined = first > 0 and words.lows[first - 1] in ("and", ",")
        if joined and words.lows[first] == "that" and unit.verb and unit.verb.first > first + 1:
            body = ((first + 1, end), *body[1:])
        whole = (
            _size(body) >= _FEWEST - 1
            and not _says_nothing(words, body)
            and words.lows[body[0][0]] not in ("to", "as")
        )
        return Part(body[0][0], (), body) if whole else None
    if unit.subject is None or _overlaps(unit.subject, body):
        return None
    shared = (unit.shared,) if unit.shared else ()
    if unit.link == "past" and _of_whole_event(words, unit, body[0][0]):
        return Part(body[0][0], (), body, None, (), words.forms[body[0][0]])
    if unit.link != "age" and _size(body) + unit.subject[1] - unit.subject[0] < _FEWEST:
        return None
    return Part(body[0][0], (unit.subject,), body, unit.link, shared, unit.doubtful)


def _says_nothing(words: Words, body: Sequence[Range]) -> bool:
    """As "I mean", "let's go on"."""
    first = words.lows[body[0][0]]
    return first in ("let", "let's") or (first in ("i", "you") and _size(body) < _FEWEST)


def _body(words: Words, unit: Unit) -> tuple[Range, ...]:
    """The unit's tokens without what only joins them; "X, a driver, and his sons" keeps "and"."""
    found: list[Range] = []
    for start, end in unit.ranges:
        joined = bool(found) and words.lows[start] == "and"
        bare = _bare(words, start + joined, end)
        if bare is not None:
            found.append((bare[0] - joined, bare[1]))
    return tuple(found)


def _of_whole_event(words: Words, unit: Unit, doing: int) -> bool:
    """Whether what happened, and not its subject, did it: "the vote was lost, forcing him out"."""
    verb = unit.host.verb if unit.host else None
    passive = (
        verb is not None
        and is_participle(words.lows[verb.head])
        and any(words.lows[i] in BE for i in range(verb.first, verb.head))
    )
    return passive or words.lows[doing] in _WHOLE_EVENT


def _size(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _overlaps(subject: Range, body: Sequence[Range]) -> bool:
    return any(start < subject[1] and subject[0] < end for start, end in body)


def _bare(words: Words, start: int, end: int) -> Range | None:
    """Without commas, stops, lone marks of quotation and joining words at its ends."""
    while end > start and (
        words.lows[end - 1] in _EDGES or _lone_quote(words, start, end, end - 1)
    ):
        end -= 1
    while start < end and (words.lows[start] in _EDGES or _lone_quote(words, start, end, start)):
        start += 1
    return (start, end) if start < end else None


def _lone_quote(words: Words, start: int, end: int, at: int) -> bool:
    signs = sum(words.lows[i] in QUOTE_SIGNS for i in range(start, end))
    return words.lows[at] in QUOTE_SIGNS and signs % 2 == 1


# ---------------------------------------------------------------- the walk


def _bare_end(words: Words, lo: int, hi: int) -> int:
    """The end without stops and marks of quotation."""
    while hi > lo and words.lows[hi - 1] in _EDGES | QUOTE_SIGNS:
        hi -= 1
    return hi


def _walk(state: State) -> list[Unit]:
    """Reads the sentence from left to right: its units in the order in which they begin."""
    index = state.lo
    while index < state.hi:
        after = index + 1
        if index not in state.covered:
            _note_verb(state, index)
            if _is_break(state, index):
                after = _after_break(state, index)
                _at_break(state, index, after)
            _note_clause(state, index)
        index = max(after, index + 1)
    state.now.close(state.hi)
    return state.done


def _note_verb(state: State, index: int) -> None:
    """Takes notice of a verb: the open unit's, or that of the clause that it interrupted."""
    group = state.groups.get(index)
    if group is None:
        return
    state.waits = False
    if not group.relative and _ends_relative(state, index):
        state.resume(index, index)
    if not group.relative and state.now.verb is None and not _aside(state, group):
        state.give_verb(state.now, group)


def _note_clause(state: State, index: int) -> None:
    """Takes notice of a clause that opens under the verb: "when", "that"."""
    unit = state.now
    begins = index in (unit.open, unit.open - 1) and unit.kind == "relative"
    if unit.verb is not None and state.words.lows[index] in _OTHER_CLAUSES and not begins:
        state.inside = state.waits = True


def _ends_relative(state: State, index: int) -> bool:
    """Whether the verb is that of "a woman who was pulled from the rubble died"."""
    unit = state.now
    waits = unit.kind == "relative" and unit.host is not None and unit.host.verb is None
    return waits and unit.verb is not None and index >= unit.verb.end and not state.inside


def _aside(state: State, group: Group) -> bool:
    """Whether a form after a comma only describes: "the study, published in May, found"."""
    if group.sure or state.words.low(group.first - 1) != ",":
        return False
    later = (first for first in state.groups if first > group.first)
    return any(state.words.lows[_under_adverbs(state, first) - 1] == "," for first in later)


def _under_adverbs(state: State, index: int) -> int:
    """Back over the adverbs that end before ``index``."""
    while index > state.lo and is_adverb(state.words.lows[index - 1]):
        index -= 1
    return index


def _is_break(state: State, index: int) -> bool:
    low = state.words.lows[index]
    if low in (",", ";", "and", "but", "yet") or low in ("—", "–"):
        return True
    if low in ASIDE or (low == "even" and state.words.low(index + 1) == "though"):
        return _splits(state, index)
    return low in ("who", "which") and _asserts(state, index)


def _splits(state: State, index: int) -> bool:
    """Whether "after", "because"… joins two statements: not "came after", "shortly after"."""
    verb, before = state.now.verb, state.words.low(index - 1)
    if index == state.lo or verb is None or state.base().verb is None:
        return False
    measured = before in _MEASURES or (is_adverb(before) and before != "even")
    return state.words.lows[index] != "after" or not (measured or verb.end == index)


def _asserts(state: State, index: int) -> bool:
    """Whether a relative clause without a comma says something of its own: "a prison which
    was destroyed", not "those who were there"."""
    group = state.groups.get(state.over_adverbs(index + 1))
    phrase = noun_phrase_before(state.words, state.lo, index)
    if group is None or phrase is None or not _has_main_verb(state, group):
        return False
    past = state.words.lows[group.first] in ("was", "were", "had") or (
        group.head == group.first and state.words.lows[group.first].endswith("ed")
    )
    first = state.words.lows[phrase[0]]
    return past and (first in ("a", "an", "several", "two", "three") or first.isdigit())


def _has_main_verb(state: State, relative: Group) -> bool:
    """Whether the clause around a relative one has a verb, before it or after it."""
    later = (one for first, one in state.groups.items() if first > relative.first)
    return state.now.verb is not None or any(not one.relative for one in later)


def _after_break(state: State, index: int) -> int:
    """The first token after a sign or joining words; a pronoun or "because" is its own."""
    after = index + 1
    while after < state.hi and state.words.lows[after] in (",", "and", "but", "yet", "even"):
        after += 1
    if state.words.lows[index] == "even":
        return index + 1
    return after if state.words.lows[index] not in ("who", "which", *ASIDE) else index


def _at_break(state: State, index: int, after: int) -> None:
    """Opens what begins after a break, or goes on with what an apposition interrupted."""
    if after >= state.hi or after in state.covered:
        return
    signs = {state.words.lows[i] for i in range(index, max(after, index + 1))}
    at = Break(index, after, signs)
    if state.now.dashed and at.dashed:
        state.resume(index, after)
    if any(opens(state, at) for opens in (relative, doing, predicate, clause, apposition)):
        return
    if state.now.kind == "apposition" and signs - {"and"}:
        host = state.now.host
        together = "and" in signs and host is not None and host.verb is None
        state.resume(index, after - together)
