"""The several things that one sentence asserts, each with its own places in the text.

Here: coordinated clauses and predicates, relative clauses, participles ("killing at least 53"),
appositions, found by a walk from break to break over verb groups. Not here: what a verb is
(``predicates``), a wording that stands alone (``wording``), scores and speakers (``stages``).
A cautious reading: what is conditional, asked, or hangs on a doubtful verb is left whole.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from factcheck_gui.claims.given_names import PERSONS
from factcheck_gui.claims.phrases import noun_phrase_before, subject_between
from factcheck_gui.claims.predicates import BREAKS, COORDINATORS, Group, find_groups
from factcheck_gui.claims.subjects import Range, is_adverb
from factcheck_gui.claims.verbs import (
    BASES,
    BASES_ALSO_NOUNS,
    PARTICIPLES_ONLY,
    PAST_ONLY,
    is_doing,
    is_intransitive,
    is_participle,
    is_past_form,
)
from factcheck_gui.claims.words import (
    AUXILIARIES,
    BE,
    CLAUSE_WORDS,
    DASHES,
    DETERMINERS,
    ENDS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Words,
    is_shortened,
)

# How a part's words become a sentence: as they stand, "X is …", "X killed …" or "X is
# killing …", "X's …", "… in X",
# "they described X as …"; None where no plain sentence can be made of them.
Link = Literal["", "is", "past", "present", "whose", "where", "object"] | None

_LONGEST = 220  # tokens; what is longer is a list or no sentence
_FEWEST = 3  # tokens of a part
_CONDITIONS = frozenset("if unless whether".split())
_ASIDE = frozenset("although though while whereas because after".split())
_PRONOUNS = frozenset("who which whose where who's".split())
_OTHER_CLAUSES = frozenset("when as since before until that where why how what who which".split())
_ROLES = frozenset(
    """president director spokesman spokeswoman spokesperson head chief chairman chairwoman chair
    minister mayor governor secretary professor founder co-founder owner leader manager editor
    author captain coach commander ambassador commissioner undersecretary deputy member executive
    curator analyst lawyer attorney researcher sister brother son daughter wife husband mother
    father""".split()
)
_MEASURES = frozenset("soon long days weeks months years hours minutes day week month".split())
_DESCRIBING = frozenset(
    """mounting rising growing falling existing remaining leading increasing developing ongoing
    surrounding emerging declining soaring mailing driving living working operating""".split()
)
_LISTENED = frozenset("told informed warned assured reminded taught shown".split())
_WHOLE_EVENT = frozenset(
    "making meaning bringing prompting sparking raising pushing causing forcing triggering".split()
)


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


Kind = Literal["clause", "predicate", "relative", "doing", "apposition"]


@dataclass(slots=True)
class _Unit:
    """A clause or phrase while the sentence is walked."""

    kind: Kind
    open: int
    host: _Unit | None = None
    ranges: list[Range] = field(default_factory=list)
    subject: Range | None = None
    verb: Group | None = None
    link: Link = ""
    shared: Range | None = None
    doubtful: str = ""
    dashed: bool = False  # between dashes, so that the next one ends it

    def close(self, end: int) -> None:
        if end > self.open:
            self.ranges.append((self.open, end))
        self.open = end


def find_parts(words: Words, lo: int, hi: int, covered: Set[int] = frozenset()) -> list[Part]:
    """The parts of the sentence or clause in the tokens ``lo`` to ``hi``; [] where it asserts one
    thing. ``covered`` tokens (what somebody says, a statement of its own) are never looked into.
    """
    if hi - lo > _LONGEST or words.low(_last(words, lo, hi)) == "?":
        return []
    lows = {words.lows[i] for i in range(lo, hi) if i not in covered}
    if lows & _CONDITIONS:
        return []
    units = _Walk(words, lo, hi, covered).units()
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
    if not (lo <= start < end <= hi) or (start <= lo and end >= hi - 1) or end - start > _LONGEST:
        return False
    groups = find_groups(words, start, end, frozenset())
    first = next((group.first for group in groups if not group.relative), start)
    # "accused the forces of the attack, which they described": the verb must be the content's own.
    return (
        first > start
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


def _part(words: Words, unit: _Unit) -> Part | None:
    body = tuple(bare for one in unit.ranges if (bare := _bare(words, *one)) is not None)
    if not body or (unit.kind == "clause" and unit.verb is None):
        return None
    if unit.kind == "clause":
        first, end = body[0]
        if words.lows[first] == "that" and unit.verb and unit.verb.first > first + 1:
            body = ((first + 1, end), *body[1:])
        whole = _size(body) >= _FEWEST - 1 and words.lows[body[0][0]] != "to"
        return Part(body[0][0], (), body) if whole else None
    if unit.subject is None or _overlaps(unit.subject, body):
        return None
    shared = (unit.shared,) if unit.shared else ()
    if unit.link == "past" and _of_whole_event(words, unit, body[0][0]):
        return Part(body[0][0], (), body, None, (), words.forms[body[0][0]])
    if _size(body) + unit.subject[1] - unit.subject[0] < _FEWEST:
        return None
    return Part(body[0][0], (unit.subject,), body, unit.link, shared, unit.doubtful)


def _of_whole_event(words: Words, unit: _Unit, doing: int) -> bool:
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


_EDGES = frozenset(", ; : …".split()) | DASHES | ENDS | COORDINATORS


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


def _relative_link(pronoun: str, is_subject: bool) -> Link:
    """How a relative clause becomes a sentence, by what the pronoun is in it."""
    if pronoun == "whose":
        return "whose"
    if pronoun == "where":
        return "where"
    return "" if is_subject else "object"


# ---------------------------------------------------------------- the walk


class _Walk:
    """Goes through a sentence from break to break and opens, closes and resumes units."""

    def __init__(self, words: Words, lo: int, hi: int, covered: Set[int]) -> None:
        self.words, self.lo, self.covered = words, lo, covered
        self.hi = hi
        while self.hi > lo and words.lows[self.hi - 1] in _EDGES | QUOTE_SIGNS:
            self.hi -= 1
        found = find_groups(words, lo, self.hi, covered)
        self.groups = {group.first: group for group in found}
        self.main = _Unit("clause", lo + (words.low(lo) in _ASIDE))
        self.fronted = words.low(lo) in _ASIDE
        self.now = self.main
        self.done = [self.main]
        self.inside = False  # in a clause under the unit's own verb: "when", "that"
        self.waits = False  # that clause has no verb yet

    def units(self) -> list[_Unit]:
        index = self.lo
        while index < self.hi:
            if index in self.covered:
                index += 1
                continue
            self._note(index)
            if self._is_break(index):
                after = self._after_break(index)
                self._at_break(index, after)
                index = max(after, index + 1)
            else:
                index += 1
        self.now.close(self.hi)
        return self.done

    def _note(self, index: int) -> None:
        """Takes notice of a verb, or of a clause that opens under it."""
        group = self.groups.get(index)
        if group and not group.relative and self._ends_relative(index):
            self._resume(index, index)
        if group and not group.relative and self.now.verb is None and not self._aside(group):
            self._give_verb(self.now, group)
        elif self.now.verb is not None and self.words.lows[index] in _OTHER_CLAUSES:
            self.inside = self.waits = True
        if group:
            self.waits = False

    def _ends_relative(self, index: int) -> bool:
        """Whether the verb is that of "a woman who was pulled from the rubble died"."""
        unit = self.now
        waits = unit.kind == "relative" and unit.host is not None and unit.host.verb is None
        return waits and unit.verb is not None and index >= unit.verb.end and not self.inside

    def _aside(self, group: Group) -> bool:
        """Whether a form after a comma only describes: "the study, published in May, found"."""
        if group.sure or self.words.low(group.first - 1) != ",":
            return False
        later = (first for first in self.groups if first > group.first)
        return any(self.words.lows[self._under_adverbs(first) - 1] == "," for first in later)

    def _under_adverbs(self, index: int) -> int:
        while index > self.lo and is_adverb(self.words.lows[index - 1]):
            index -= 1
        return index

    def _give_verb(self, unit: _Unit, group: Group) -> None:
        unit.verb = group
        if unit.kind == "clause" and unit.subject is None:
            start, end = unit.ranges[0] if unit.ranges else (unit.open, group.first)
            if start in self.covered or end - 1 in self.covered:
                return  # "…," said X
            unit.subject = subject_between(self.words, start, end)

    def _is_break(self, index: int) -> bool:
        low = self.words.lows[index]
        if low in (",", ";", "and", "but", "yet") or low in ("—", "–"):
            return True
        if low in _ASIDE or (low == "even" and self.words.low(index + 1) == "though"):
            return self._splits(index)
        return low in ("who", "which") and self._asserts(index)

    def _splits(self, index: int) -> bool:
        """Whether "after", "because"… joins two statements: not "came after", "shortly after"."""
        verb, before = self.now.verb, self.words.low(index - 1)
        if index == self.lo or verb is None or self._base().verb is None:
            return False
        measured = before in _MEASURES or (is_adverb(before) and before != "even")
        return self.words.lows[index] != "after" or not (measured or verb.end == index)

    def _asserts(self, index: int) -> bool:
        """Whether a relative clause without a comma says something of its own: "a prison which
        was destroyed", not "those who were there"."""
        group = self.groups.get(self._over_adverbs(index + 1))
        phrase = noun_phrase_before(self.words, self.lo, index)
        if group is None or phrase is None or not self._has_main_verb(group):
            return False
        past = self.words.lows[group.first] in ("was", "were", "had") or (
            group.head == group.first and self.words.lows[group.first].endswith("ed")
        )
        first = self.words.lows[phrase[0]]
        return past and (first in ("a", "an", "several", "two", "three") or first.isdigit())

    def _has_main_verb(self, relative: Group) -> bool:
        """Whether the clause around a relative one has a verb, before it or after it."""
        later = (one for first, one in self.groups.items() if first > relative.first)
        return self.now.verb is not None or any(not one.relative for one in later)

    def _after_break(self, index: int) -> int:
        after = index + 1
        while after < self.hi and self.words.lows[after] in (",", "and", "but", "yet", "even"):
            after += 1
        if self.words.lows[index] == "even":
            return index + 1
        return after if self.words.lows[index] not in ("who", "which", *_ASIDE) else index

    def _over_adverbs(self, index: int) -> int:
        while index < self.hi and (
            (is_adverb(self.words.lows[index]) and not self.words.is_name(index))
            or (self.words.lows[index] == "in" and self.words.low(index + 1) == "turn")
        ):
            index += 1
        return index

    # ------------------------------------------------------------ what begins at a break

    def _at_break(self, index: int, after: int) -> None:
        if after >= self.hi or after in self.covered:
            return
        signs = {self.words.lows[i] for i in range(index, max(after, index + 1))}
        joins = bool(signs & COORDINATORS)
        if self.now.dashed and not signs.isdisjoint(("—", "–")):
            self._resume(index, after)
        for attempt in (self._relative, self._doing, self._predicate, self._clause):
            if attempt(index, after, signs, joins):
                return
        if not joins and "," in signs and self._apposition(index, after):
            return
        if self.now.kind == "apposition" and signs - {"and"}:
            self._resume(index, after)

    def _begin(self, unit: _Unit, index: int) -> bool:
        self.now.close(index)
        self.done.append(unit)
        self.now = unit
        self.inside = self.waits = False
        return True

    def _resume(self, index: int, after: int) -> bool:
        host = self.now.host
        if host is None:
            return False
        self.now.close(index)
        host.open = after
        self.now = host
        self.inside = self.waits = False
        return True

    def _base(self) -> _Unit:
        """The clause that the current unit hangs on, or itself."""
        return self.now if self.now.host is None else self.now.host

    def _relative(self, index: int, after: int, signs: Set[str], joins: bool) -> bool:
        at = self._pronoun_after(after)
        if joins or at is None or self._next_group(at) is None:
            return False
        low = self.words.lows[at]
        antecedent = self._antecedent(index, person=low.startswith("who"))
        if antecedent is None or self.waits:
            return False
        own = self.groups.get(self._over_adverbs(after + 1))
        plain = at == after and low != "who's"
        link = _relative_link(low, own is not None) if plain else None
        begin = after + (link in ("", "where"))
        unit = _Unit("relative", begin, self._base(), subject=antecedent, link=link)
        unit.verb = own or self._next_group(after)
        apart = low == "which" and self.words.low(antecedent[0] - 1) in PREPOSITIONS
        unit.dashed = not signs.isdisjoint(("—", "–"))
        if apart or link is None:
            unit.doubtful = self.words.forms[after]  # "a house in Omak, which"
        return self._begin(unit, index)

    def _antecedent(self, index: int, *, person: bool) -> Range | None:
        """What a relative clause is about: the whole subject where it stands right before."""
        host = self._base()
        whole = subject_between(self.words, host.open, index) if host.verb is None else None
        if whole and whole[1] == index and not self._is_composed(whole):
            return whole
        return noun_phrase_before(self.words, self.lo, index, person=person)

    def _is_composed(self, phrase: Range) -> bool:
        return any(self.words.lows[i] in BREAKS for i in range(*phrase))

    def _pronoun_after(self, after: int) -> int | None:
        """The relative pronoun at a break, over what leads to it: ", most of whom"."""
        for at in range(after, min(self.hi, after + 4)):
            low = self.words.lows[at]
            if low in _PRONOUNS or low == "whom":
                led = at == after or self.words.lows[at - 1] in PREPOSITIONS
                return at if led else None
        return None

    def _doing(self, index: int, after: int, signs: Set[str], joins: bool) -> bool:
        at = self._over_adverbs(after)
        if at >= self.hi or not is_doing(self.words.lows[at]) or self.words.low(at + 1) in BREAKS:
            return False
        if (
            self.words.lows[at] in _DESCRIBING
            and self.words.low(at + 1) not in PREPOSITIONS | DETERMINERS
        ):
            return False
        if at + 2 in self.groups and self.words.lows[at + 2] in AUXILIARIES:
            return False  # "mailing lists have been closed"
        sibling = joins and self.now.kind == "doing"
        host = self._base()
        if not sibling and (joins or "," not in signs):
            return False
        if host.verb is None and not self._resumes_after(at):
            return False
        subject = self.now.subject if self.now.kind == "relative" else host.subject
        if host.verb is None:
            subject = subject_between(self.words, host.open, index)
        link = self._tense(host.verb or self.groups[self._after_comma(at)])
        return self._begin(_Unit("doing", after, host, subject=subject, link=link), index)

    def _resumes_after(self, at: int) -> bool:
        """Whether the next comma brings the verb: "Shaw, speaking in Hull, called"."""
        verb = self._after_comma(at)
        return verb in self.groups and not any(i in self.groups for i in range(at, verb))

    def _after_comma(self, at: int) -> int:
        """Where the words begin after the next comma, over adverbs; the end where none is near."""
        for index in range(at + 1, min(self.hi, at + 25)):
            if self.words.lows[index] == ",":
                return self._over_adverbs(index + 1)
            if self.words.lows[index] in BREAKS:
                break
        return self.hi

    def _tense(self, verb: Group) -> Link:
        """How a participle becomes a verb beside this one; None beside "will" and the like."""
        low = self.words.lows[verb.first]
        if low in MODALS - {"did"}:
            return None
        past = low in ("was", "were", "had", "did", "has", "have") or low in PAST_ONLY
        return "past" if past or is_past_form(low) else "present"

    def _predicate(self, index: int, after: int, signs: Set[str], joins: bool) -> bool:
        at = self._over_adverbs(after)
        group = self.groups.get(at) or self._shared_form(at, joins)
        if group is None or self._has_subject(group):
            return False
        host = self._base()
        if not joins and self.now is not host and host.verb is None:
            self._resume(index, after)
            self._give_verb(host, group)
            return True
        if host.verb is None and self.now is host:
            return False
        then = self.words.lows[after] == "then"
        if not joins and not then and not self._goes_on(at):
            return False
        if self.inside and "," not in signs:
            return False
        target = self.now if "," not in signs or host.verb is None else host
        if target.kind == "doing":
            target = host
        unit = _Unit("predicate", after, host if host is not self.now else self.now)
        unit.host = host if target is host else target.host
        unit.subject, unit.verb = target.subject, group
        unit.shared = self._shared(target, group)
        return self._begin(unit, index)

    def _has_subject(self, group: Group) -> bool:
        """As "we're" has."""
        low = self.words.lows[group.first]
        return is_shortened(low) and not low.startswith("who")

    def _shared_form(self, at: int, joins: bool) -> Group | None:
        """The base form of "will build schools and close clinics"."""
        verb = self.now.verb
        if not joins or verb is None or at >= self.hi or self.inside:
            return None
        low = self.words.lows[at]
        helper = self.words.lows[verb.first]
        modal = helper in MODALS and low in BASES and low not in BASES_ALSO_NOUNS
        participle = helper in BE | HAVE and low in PARTICIPLES_ONLY
        return Group(at, at, at + 1) if verb.head > verb.first and (modal or participle) else None

    def _shared(self, target: _Unit, group: Group) -> Range | None:
        """The auxiliaries that a second participle leans on: "were arrested and charged with"."""
        verb = target.verb
        if verb is None or verb.head == verb.first or group.head != group.first:
            return None
        low, after = self.words.lows[group.head], self.words.low(group.end)
        kinds = {self.words.lows[i] for i in range(verb.first, verb.head)}
        if low in PARTICIPLES_ONLY or (low in BASES and kinds & MODALS):
            return verb.first, verb.head
        if not kinds & (BE | HAVE) or low in BE or is_intransitive(low) or group.sure:
            return None
        lean = after in PREPOSITIONS or after in ENDS or after in ("", "to", ",", "and")
        lean = lean or (after == "that" and low in _LISTENED)
        if self.words.low(group.first - 1) == "but":
            return None
        return (verb.first, verb.head) if kinds & HAVE or lean else None

    def _goes_on(self, at: int) -> bool:
        """Whether a list of predicates follows: "shot his mother, drove to the school, and …"."""
        if self.groups.get(at) is None or self.now.verb is None:
            return False
        for index in range(at + 1, min(self.hi, at + 30)):
            if self.words.lows[index] == "and":
                return self._over_adverbs(index + 1) in self.groups
            if self.words.lows[index] == ";":
                return False
        return False

    def _next_group(self, start: int) -> Group | None:
        """The finite verb whose subject begins at ``start``, before the next break."""
        for index in range(start, min(self.hi, start + 25)):
            group = self.groups.get(index)
            if group and not (
                group.relative and index > start + 1 and self._is_inner(start, index)
            ):
                return group
            low = self.words.lows[index]
            if index in self.covered or (
                index > start and low in BREAKS | CLAUSE_WORDS - {"that", "which"}
            ):
                return None
        return None

    def _is_inner(self, start: int, index: int) -> bool:
        return any(self.words.lows[i] in ("who", "which", "that") for i in range(start + 1, index))

    def _clause(self, index: int, after: int, signs: Set[str], joins: bool) -> bool:
        aside = self.words.lows[after] in _ASIDE
        begin = after + aside
        group, base = self._next_group(begin), self._base()
        if group is None or base.verb is None:
            return False
        if group.first <= begin and not self._has_subject(group):
            return False
        fronted = self.fronted and base is self.main
        parted = aside or ";" in signs
        if not (parted or joins or fronted or self._in_list(after, group)):
            return False
        if self.words.lows[begin] in ("to", "due", "according") or self._is_verb(begin, group):
            return False
        if signs <= {"and"} and not parted and (self.inside or not self._is_clause(begin, group)):
            return False
        self.fronted = self.fronted and (joins or parted)
        return self._begin(_Unit("clause", begin), index)

    def _is_verb(self, begin: int, group: Group) -> bool:
        """Whether an infinitive goes on: "to pick, carry, and deposit balls coloured blue"."""
        low = self.words.lows[begin]
        return not group.sure and (low in BASES or low in BASES_ALSO_NOUNS)

    def _in_list(self, begin: int, group: Group) -> bool:
        """Whether a comma parts clauses: "Germany bought gas, France bought oil, and Italy"."""
        if self.now.kind != "clause" or self.inside:
            return False
        for index in range(group.end, min(self.hi, begin + 40)):
            if self.words.lows[index] == "and":
                following = self._next_group(index + 1)
                return following is not None and following.first > index + 1
            if self.words.lows[index] in BREAKS - {","}:
                return False
        return False

    def _is_clause(self, begin: int, group: Group) -> bool:
        """Whether after a bare "and" a clause begins, not a second noun: "cake and tables laid"."""
        after = self.words.low(group.end)
        takes = after in DETERMINERS or self.words.is_name(group.end) or after[:1].isdigit()
        return group.sure or takes or after == "that"

    def _apposition(self, index: int, after: int) -> bool:
        end = self._phrase_end(after)
        if end is None or index == self.lo or self.words.lows[index - 1] in PREPOSITIONS:
            return False
        low = self.words.lows[after]
        role = low in _ROLES and self.words.low(after + 1) in ("of", "at", "for", "to", "and")
        opens = low in ("a", "an", "the") or (low == "one" and self.words.low(after + 1) == "of")
        if not (role or opens) or end - after < 2:
            return False
        subject = noun_phrase_before(self.words, self.lo, index)
        if subject is None or not self._may_be(subject) or self._is_listed(after, end):
            return False
        unit = _Unit("apposition", after, self._base(), subject=subject, link="is")
        return self._begin(unit, index)

    def _is_listed(self, start: int, end: int) -> bool:
        """Whether names follow one another: "the News, the Republic and the Enquirer"."""
        return any(
            self.words.lows[i] == "and"
            and (self.words.low(i + 1) in DETERMINERS or self.words.is_name(i + 1))
            for i in range(start, end)
        )

    def _may_be(self, subject: Range) -> bool:
        """A name or a definite noun phrase, not a day or a figure."""
        named = any(self.words.is_name(i) for i in range(*subject))
        if is_adverb(self.words.lows[subject[0]]):
            return False  # "Meanwhile, the leader"
        return named and not self.words.lows[subject[1] - 1][0].isdigit()

    def _phrase_end(self, start: int) -> int | None:
        """Where a noun phrase between commas ends; None where it holds a verb or is in a list."""
        for index in range(start, min(self.hi, start + 30)):
            low = self.words.lows[index]
            group = self.groups.get(index)
            if (group and not group.relative) or index in self.covered:
                return None
            if low in (",", ";") or low in ("—", "–"):
                listed = self.words.low(index + 1) in ("and", "or")
                return None if listed else index
            if low in ("but", "yet", ":"):
                return None
        return self.hi if self.hi - start <= 30 else None
