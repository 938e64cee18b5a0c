"""What an article has named so far: full names, acronyms, phrases that introduce a thing.

Here: the memory that grows sentence by sentence, bounded and forgetful. Not here: the rules that
choose among what is remembered (``referents``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from factcheck_gui.claims.language.given_names import FEMALE_TITLES, MALE_TITLES, TITLES
from factcheck_gui.claims.language.predicates import BREAKS
from factcheck_gui.claims.language.verbs import is_past_form
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Words,
)
from factcheck_gui.claims.rewording.mentions import Mention

_REMEMBERED = 400  # names and nouns of each sort; an article rarely has as many
_MOST_NAMES = 10_000
_LONGEST_TAIL = 6  # tokens of "in the town of Olenivka"
_PLACING = frozenset("in at to from near".split())  # "in Paris" is a town, whoever Paris is
_TIMES = frozenset(
    """time day night week month year half moment way part place case point end start
    planet world sun moon country nation government public economy internet media people""".split()
)
_TAILS = frozenset("in of at near outside from".split())
Entry = TypeVar("Entry")


@dataclass(slots=True)
class Recall:
    """What an article has named so far. ``last`` holds the mentions of the two sentences before."""

    people: dict[str, tuple[str, ...]] = field(default_factory=dict)  # surname: full names
    acronyms: dict[str, str] = field(default_factory=dict)
    introduced: dict[str, tuple[str, ...]] = field(default_factory=dict)  # "prison": "prison in …"
    titled: dict[str, tuple[str, ...]] = field(default_factory=dict)  # "court": "Supreme Court"
    genders: dict[str, str] = field(default_factory=dict)  # of full names
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of full names
    since: dict[str, int] = field(default_factory=dict)  # the sentence that introduced a phrase
    sentences: int = 0
    names: set[str] = field(default_factory=set)
    last: tuple[tuple[Mention, ...], ...] = ()

    def copy(self) -> Recall:
        """A memory that grows without changing this one; the oldest entries are forgotten."""
        return Recall(
            _latest(self.people),
            _latest(self.acronyms),
            _latest(self.introduced),
            _latest(self.titled),
            _latest(self.genders),
            _latest(self.titles),
            _latest(self.since),
            self.sentences,
            self.names if len(self.names) < _MOST_NAMES else set(),
            self.last,
        )

    def recognised(self, words: Words, one: Mention) -> Mention:
        """A bare surname as the person it is known to be: "Barros" is George Barros."""
        start, end = one.range
        names = self.people.get(one.head, ()) if one.named and end - start == 1 else ()
        if len(names) != 1 or words.low(start - 1) in _PLACING or words.forms[start].isupper():
            return one
        if not self._titled_so(names[0], words.low(start - 1)):
            return one
        return replace(
            one, words=names[0], sort="person", gender=self.genders.get(names[0], one.gender)
        )

    def _titled_so(self, name: str, title: str) -> bool:
        """Whether a title fits: "President Clinton" is not the Hillary Clinton named before."""
        if title in MALE_TITLES | FEMALE_TITLES:
            other = "f" if title in MALE_TITLES else "m"
            return self.genders.get(name, "") != other
        return title not in TITLES or title in self.titles.get(name, ())

    def take(self, scene: Scene) -> None:
        """Remembers a sentence; what it says in a quotation introduces nothing outside of it."""
        for one in scene.mentions:
            if one.named:
                self._name(scene.words, scene.hi, one)
            elif one.opens and not scene.quoted(one.start) and one.head not in _TIMES:
                self._introduce(scene.words, scene.hi, one)
        self.sentences += 1
        self.last = (*self.last[-1:], scene.mentions)

    def _name(self, words: Words, hi: int, one: Mention) -> None:
        parts = one.words.split()
        parts = parts[1:] if one.opens else parts
        if not parts:
            return
        self.names.update(part.lower() for part in parts if part[:1].isupper())
        if one.sort == "person" and len(parts) > 1:
            _add(self.people, parts[-1].lower(), one.words)
            if one.gender:
                self.genders[one.words] = one.gender
            title = words.low(one.range[0] - 1)
            if title in TITLES:
                self.titles[one.words] = (*self.titles.get(one.words, ()), title)[-3:]
        elif one.sort in ("organisation", "place"):
            self._title(one, parts)
        end = one.range[1]
        if words.low(end) == "(" and words.low(end + 2) == ")" and end + 2 < hi:
            short = words.forms[end + 1]
            full = _spelt_out(parts, short)
            if full:
                self.acronyms[short] = full

    def _title(self, one: Mention, parts: Sequence[str]) -> None:
        """Remembers "court" for "the Supreme Court", "university" for "University of Leeds"."""
        stop = next((i for i, part in enumerate(parts) if part in ("of", "for")), len(parts))
        if len(parts) > 1 and parts[stop - 1][0].isupper():
            _add(self.titled, parts[stop - 1].lower(), one.words)

    def _introduce(self, words: Words, hi: int, one: Mention) -> None:
        """Remembers a phrase. "the match" before any other makes what follows no introduction."""
        start, end = one.range
        phrase = _as_text(words, start + 1, _tail(words, end, hi))
        a_new_one = one.opens in ("a", "an")
        if a_new_one or " " in phrase or one.head not in self.introduced:
            phrase = phrase if a_new_one else f"{one.opens} {phrase}"
            _add(self.introduced, one.head, phrase)
            self.since[phrase] = self.sentences


def _spelt_out(parts: Sequence[str], short: str) -> str | None:
    """The words at the end of a name whose first letters are the short form."""
    if not short.isupper() or not 2 <= len(short) <= 7:
        return None
    for start in range(len(parts) - 1, -1, -1):
        initials = "".join(part[0] for part in parts[start:] if part[0].isupper())
        if initials == short and parts[start][0].isupper():
            return " ".join(parts[start:])
    return None


def _latest(table: dict[str, Entry]) -> dict[str, Entry]:
    return dict(list(table.items())[-_REMEMBERED:])


def _add(table: dict[str, tuple[str, ...]], key: str, value: str) -> None:
    """Adds a value unless one like it is there."""
    there = table.get(key, ())
    if len(there) < 3 and not any(_alike(value, one) for one in there):
        table[key] = (*there, value)


def _alike(one: str, other: str) -> bool:
    """The same name with and without an initial or "the"."""
    mine, theirs = one.removeprefix("the ").split(), other.removeprefix("the ").split()
    return mine == theirs or (
        mine[:1] == theirs[:1] and mine[-1:] == theirs[-1:] and min(len(mine), len(theirs)) == 2
    )


def _tail(words: Words, end: int, hi: int) -> int:
    """One past "in the town of Olenivka" after "a prison"."""
    if words.low(end) not in _TAILS or end >= hi:
        return end
    at = end + 1
    while at < min(hi, end + _LONGEST_TAIL) and not (
        words.lows[at] in BREAKS
        or words.lows[at] in AUXILIARIES
        or is_past_form(words.lows[at])
        or words.lows[at] in CLAUSE_WORDS
        or words.lows[at] in QUOTE_SIGNS
        or (words.lows[at] in PREPOSITIONS and words.lows[at] != "of")
    ):
        at += 1
    return at if words.is_name(at - 1) else end


def _as_text(words: Words, start: int, end: int) -> str:
    return (
        " ".join(words.text[words.starts[start] : words.ends[end - 1]].split())
        if end > start
        else ""
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence in token numbers with what it names, and the memory of those before it."""

    words: Words
    lo: int
    hi: int
    mentions: tuple[Mention, ...]
    verbs: frozenset[int]  # tokens of finite verb groups
    recall: Recall
    quoted: Callable[[int], bool]  # whether a code point lies inside a quotation
    published: date | None = None
