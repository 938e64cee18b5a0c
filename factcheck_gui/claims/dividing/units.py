"""The clauses and phrases of a sentence while it is read from left to right.

Here: what a clause or phrase is, and the state of the walk: which one is open, on which it hangs.
Not here: what begins one (``asides``, ``joinings``), the walk itself and its outcome (``parts``).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Literal

from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.phrases import subject_between
from factcheck_gui.claims.language.predicates import BREAKS, COORDINATORS, Group, find_groups
from factcheck_gui.claims.language.words import CLAUSE_WORDS, Range, Words

# How a part's words become a sentence: as they stand, "X is …", "X is 43 years old", "X killed …"
# or "X is killing …", "X's …", "… in X", "they described X as …"; None where none can be made.
Link = Literal["", "is", "age", "past", "present", "whose", "where", "object"] | None
Kind = Literal["clause", "predicate", "relative", "doing", "apposition"]

# A clause after one of these states something of its own.
ASIDE = frozenset("although though while whereas because after".split())
_REACH = 25  # tokens a subject may span


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


@dataclass(slots=True)
class Unit:
    """A clause or phrase: the tokens it has so far, its verb, whose it is.

    ``host`` is the clause it hangs on. ``shared`` are auxiliaries of another unit. ``doubtful`` is
    a word of which it is not certain that it stands for ``subject``.
    """

    kind: Kind
    open: int
    host: Unit | None = None
    ranges: list[Range] = field(default_factory=list)
    subject: Range | None = None
    verb: Group | None = None
    link: Link = ""
    shared: Range | None = None
    doubtful: str = ""
    dashed: bool = False  # between dashes, so that the next one ends it

    def close(self, end: int) -> None:
        """Takes the tokens up to ``end``."""
        if end > self.open:
            self.ranges.append((self.open, end))
        self.open = end


class State:
    """A sentence being read: its verb groups, the units so far, the one that is open now."""

    def __init__(self, words: Words, lo: int, hi: int, covered: Set[int]) -> None:
        self.words, self.lo, self.hi, self.covered = words, lo, hi, covered
        self.groups = {group.first: group for group in find_groups(words, lo, hi, covered)}
        # "While A fell, B rose": the main clause follows. "After his fall, X" is no clause.
        self.fronted = words.low(lo) in ASIDE and self._has_verb_before_comma()
        self.main = Unit("clause", lo + self.fronted)
        self.now = self.main
        self.done = [self.main]
        self.inside = False  # in a clause under the unit's own verb: "when", "that"
        self.waits = False  # that clause has no verb yet

    def _has_verb_before_comma(self) -> bool:
        for index in range(self.lo, self.hi):
            if self.words.lows[index] == ",":
                return False
            if index in self.groups:
                return True
        return False

    def give_verb(self, unit: Unit, group: Group) -> None:
        """Sets a unit's verb, and the subject before it."""
        unit.verb = group
        if unit.kind == "clause" and unit.subject is None:
            start, end = unit.ranges[0] if unit.ranges else (unit.open, group.first)
            if start in self.covered or end - 1 in self.covered:
                return  # "…," said X
            unit.subject = subject_between(self.words, start, end)

    def over_adverbs(self, index: int) -> int:
        """The first token from ``index`` on that is no adverb."""
        while index < self.hi and (
            (is_adverb(self.words.lows[index]) and not self.words.is_name(index))
            or (self.words.lows[index] == "in" and self.words.low(index + 1) == "turn")
        ):
            index += 1
        return index

    def begin(self, unit: Unit, index: int) -> bool:
        """Ends the open unit at ``index`` and opens another: True."""
        self.now.close(index)
        self.done.append(unit)
        self.now = unit
        self.inside = self.waits = False
        return True

    def resume(self, index: int, after: int) -> bool:
        """Ends the open unit at ``index`` and goes on with its host at ``after``, if it has one."""
        host = self.now.host
        if host is None:
            return False
        self.now.close(index)
        host.open = after
        self.now = host
        self.inside = self.waits = False
        return True

    def base(self) -> Unit:
        """The clause that the current unit hangs on, or itself."""
        return self.now if self.now.host is None else self.now.host

    def next_group(self, start: int) -> Group | None:
        """The finite verb whose subject begins at ``start``, before the next break."""
        for index in range(start, min(self.hi, start + _REACH)):
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
