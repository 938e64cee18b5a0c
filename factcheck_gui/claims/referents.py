"""What a pronoun, a bare surname or "the prison" stands for, where the article leaves no doubt.

Here: what is remembered of the sentences before, and the rules that pick one candidate or none. Not
here: where phrases are (``mentions``), the sentence that comes of it (``wording``). A rule resolves
only where one candidate fits: with two, "ambiguous" is the honest answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from factcheck_gui.claims.cues import CUES
from factcheck_gui.claims.given_names import FEMALE_TITLES, MALE_TITLES, TITLES
from factcheck_gui.claims.mentions import Mention
from factcheck_gui.claims.predicates import BREAKS
from factcheck_gui.claims.verbs import is_past_form
from factcheck_gui.claims.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Words,
)

_REMEMBERED = 400  # names and nouns of each sort; an article rarely has as many
_NEAR = 3  # sentences
_MOST_NAMES = 10_000
_LONGEST_TAIL = 6  # tokens of "in the town of Olenivka"
_HE = frozenset("he him his he's he'd he'll".split())
_SHE = frozenset("she her hers she's she'd she'll".split())
_IT = frozenset("it its it's it'll it'd".split())
_THEY = frozenset("they them their they've they're they'd they'll".split())
_I = frozenset("i my me we our".split())
Entry = TypeVar("Entry")
PRONOUNS = _HE | _SHE | _IT | _THEY
_PLACING = frozenset("in at to from near".split())  # "in Paris" is a town, whoever Paris is
_TIMES = frozenset(
    """time day night week month year half moment way part place case point end start
    planet world sun moon country nation government public economy internet media people""".split()
)
_TAILS = frozenset("in of at near outside from".split())


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


# ---------------------------------------------------------------- one sentence


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


def kind_of_pronoun(low: str) -> str:
    """ "he", "she", "it", "they" for any form of these, else ""."""
    for name, forms in (("he", _HE), ("she", _SHE), ("it", _IT), ("they", _THEY)):
        if low in forms:
            return name
    return ""


def may_be(kind: str, one: Mention) -> bool:
    """Whether a pronoun could stand for a mention; what is unknown could be anybody."""
    if kind in ("he", "she"):
        unknown = one.named and one.sort == "" and not one.opens
        other = "f" if kind == "he" else "m"
        return (one.sort == "person" or unknown) and one.gender != other and not one.many
    if kind == "it":
        return one.sort != "person" and not one.many
    return one.many or one.sort in ("organisation", "place")


def referent(
    scene: Scene, kind: str, at: int, inside: Callable[[Mention], bool], *, leads: bool = False
) -> Mention | None:
    """The one mention that the pronoun at token ``at`` stands for; None where that is not certain.

    ``inside`` tells mentions that the claim itself holds. ``leads`` says that the pronoun is the
    subject of a clause joined to the one before, whose subject it then takes up.
    """
    if scene.quoted(scene.words.starts[at]) or _in_first_person(scene):
        return None
    before = [
        one
        for one in scene.mentions
        if one.end <= scene.words.starts[at] and not inside(one) and may_be(kind, one)
    ]
    if before:
        said = any(scene.words.lows[i] in CUES for i in scene.verbs if i < at)
        one = _one_of(kind, before, leads=leads, reported=said)
        return None if one and kind == "they" and _is_joined(scene.words, one) else one
    if not scene.recall.last:
        return None
    return _from_before(scene, kind)


def _in_first_person(scene: Scene) -> bool:
    """Whether somebody speaks of himself, in a quotation perhaps that has no marks."""
    return any(scene.words.lows[i].partition("'")[0] in _I for i in range(scene.lo, scene.hi))


def _is_joined(words: Words, one: Mention) -> bool:
    """Whether a phrase is one of several that "they" would mean together."""
    joins = ("and", "or", ",")
    return words.low(one.range[0] - 1) in joins or words.low(one.range[1]) in ("and", "or")


def _one_of(kind: str, found: Sequence[Mention], *, leads: bool, reported: bool) -> Mention | None:
    distinct = _distinct(found)
    if len(distinct) == 1:
        return distinct[0] if _is_certain(kind, distinct[0]) else None
    subjects = [one for one in distinct if one.subject]
    if leads and subjects and _is_certain(kind, subjects[0]) and not (kind == "it" and reported):
        return subjects[0]
    return None


def _from_before(scene: Scene, kind: str) -> Mention | None:
    """From the sentence before: the only candidate there, which no other one contests."""
    last = [one for one in scene.recall.last[-1] if may_be(kind, one)]
    distinct = _distinct(last)
    if kind in ("it", "they"):
        only = distinct[0] if len(distinct) == 1 else None
        plain = only is not None and only.subject and only.named
        return only if only and plain and _is_certain(kind, only) else None
    earlier = scene.recall.last[-2] if len(scene.recall.last) > 1 else ()
    everyone = _distinct([*last, *(one for one in earlier if may_be(kind, one))])
    if len(distinct) == 1 and (len(everyone) == 1 or (distinct[0].subject and distinct[0].gender)):
        stands_out = distinct[0].subject or distinct[0].acted
        return distinct[0] if stands_out and _is_certain(kind, distinct[0]) else None
    return None


def _is_certain(kind: str, one: Mention) -> bool:
    """A person must be known as one, and by name; "they" must be several."""
    if kind == "they":
        return one.many
    if kind == "it":  # a lone name may be anybody's
        return not one.named or one.sort != "" or one.opens == "the" or one.words.isupper()
    return one.sort == "person" and one.named


def _distinct(found: Iterable[Mention]) -> list[Mention]:
    """One mention for each person or thing: "Barros" and "George Barros" are one."""
    kept: list[Mention] = []
    for one in found:
        same = [other for other in kept if _same(one, other)]
        if not same:
            kept.append(one)
        elif len(one.words) > len(same[0].words):
            kept[kept.index(same[0])] = one
    return kept


def _same(one: Mention, other: Mention) -> bool:
    if one.words.lower() == other.words.lower():
        return True
    return one.named and other.named and one.words.split()[-1] == other.words.split()[-1]


def description(scene: Scene, one: Mention) -> str | None:
    """The fuller phrase for "the prison": as it was introduced, or the one name that ends so."""
    named = scene.recall.titled.get(one.head, ())
    introduced = scene.recall.introduced.get(one.head, ())
    rich = [phrase for phrase in introduced if _bare(phrase) != one.head]
    if len(named) + len(rich) != 1 or (one.sort == "person" and len(introduced) > 1):
        return None
    if not rich:
        name = named[0]
        return name if name.lower().startswith("the ") or " of " not in name else f"the {name}"
    if f"the {one.head}" in introduced or not _tells(scene.recall, rich[0]):
        return None
    return f"the {_bare(rich[0])}"


def _bare(phrase: str) -> str:
    """Without "the", "its", "this" at the front."""
    first, _, rest = phrase.partition(" ")
    return rest if first in DETERMINERS else phrase


def _tells(recall: Recall, phrase: str) -> bool:
    """Whether a phrase says which one it is: one that began with "a", or lately "the Ukrainian
    retreat"."""
    if _bare(phrase) == phrase:
        return True
    near = recall.sentences - recall.since.get(phrase, -_NEAR) < _NEAR
    return near and phrase.startswith("the ") and any(word[0].isupper() for word in phrase.split())
