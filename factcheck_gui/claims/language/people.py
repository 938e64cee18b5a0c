"""The people of an article: their full names, and which noun tells of whom.

Here: names of two or more words found in the whole text, and what stands beside them ("Mayor Ines
Roth", "Jan Lund, a baker,"). Not here: who speaks (``attribution``), which name a source gets
(``speakers``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck_gui.claims.language.given_names import (
    FEMALE_TITLES,
    MALE_TITLES,
    TITLES,
    gender_of,
    is_given_name,
)
from factcheck_gui.claims.language.words import (
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
)

_WORD = r"[A-ZÀ-ÞŠŽŁ][\w’'-]{1,30}"
_FULL = re.compile(rf"{_WORD}(?: (?:[A-Z]\. ?)?{_WORD}){{1,4}}")
_APPOSITION = re.compile(r",? (?:\d\d, )?(?:an?|the) ((?:[\w’'-]{1,30} ?){1,6})")
_INITIAL = re.compile(r"^[A-Z]\.?$")
ROLES = frozenset(
    """president premier chancellor minister secretary senator governor mayor judge justice general
    colonel captain king queen prince princess pope bishop archbishop coach chairman chairwoman
    director commissioner ambassador spokesman spokeswoman sheriff inspector detective professor
    doctor nurse teacher lawyer engineer farmer baker author historian economist analyst professor
    scientist researcher actor actress singer director manager owner driver pilot priest officer
    student congressman congresswoman representative activist candidate nominee architect""".split()
)
_NO_NAMES = (
    DAYS | frozenset(MONTHS) | DETERMINERS | PREPOSITIONS | CLAUSE_WORDS
    | frozenset("he she they it we i you and or".split())
)  # fmt: skip
_NEAR = 350  # characters in which a pronoun looks back for a name


@dataclass(frozen=True, slots=True)
class People:
    """Full names by surname, by role, and in the order in which the text names them."""

    by_surname: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_role: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: tuple[int, ...] = ()
    named: tuple[str, ...] = ()  # the full name at each place

    def full_name(self, surname: str, gender: str = "") -> str | None:
        """The one person of the article with this surname, None where there are several."""
        found = [one for one in self.by_surname.get(surname, ()) if fits(one, gender)]
        return found[0] if len(found) == 1 else None

    def with_role(self, role: str) -> str | None:
        """The one person of the article who is called so: "mayor"."""
        found = self.by_role.get(role, frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def just_named(self, at: int, gender: str) -> str | None:
        """The one person of this gender whose full name stands shortly before ``at``."""
        end = bisect_left(self.places, at)
        start = bisect_left(self.places, at - _NEAR)
        found = {one for one in self.named[start:end] if fits(one, gender)}
        return found.pop() if len(found) == 1 else None


def fits(name: str, gender: str) -> bool:
    """Whether a name may be of a gender; a given name that is not known fits both."""
    known = gender_of(name.split(" ", maxsplit=1)[0])
    return not gender or not known or known == gender


def without_titles(name: str) -> tuple[str, str]:
    """A name without its titles, and the gender that they tell: "Mrs. Roth" is Roth, "f"."""
    gender = ""
    parts = name.split(" ")
    while len(parts) > 1 and _is_title(parts[0]):
        low = parts[0].lower()
        gender = "m" if low in MALE_TITLES else "f" if low in FEMALE_TITLES else gender
        parts = parts[1:]
    return " ".join(parts), gender


def _is_title(word: str) -> bool:
    low = word.lower()
    return low in TITLES or low.rstrip(".") in TITLES or low.rstrip(".") in ROLES


def find_people(text: str) -> People:
    """Everybody whom the text calls by a given name and a surname. Takes linear time."""
    by_surname: dict[str, set[str]] = defaultdict(set)
    by_role: dict[str, set[str]] = defaultdict(set)
    places: list[int] = []
    named: list[str] = []
    for match in _FULL.finditer(text):
        roles = _roles(text, match)
        name = _person(match.group(), called=bool(roles))
        if name is None:
            continue
        by_surname[name.rsplit(" ", 1)[1]].add(name)
        places.append(match.start())
        named.append(name)
        for role in roles:
            by_role[role].add(name)
    return People(
        {key: frozenset(names) for key, names in by_surname.items()},
        {key: frozenset(names) for key, names in by_role.items()},
        tuple(places),
        tuple(named),
    )


def _person(words: str, called: bool) -> str | None:
    """Given name and surname out of "Foreign Minister Jan P. Lund", None where it is no person.

    A person is taken for one by a given name that is known, or is ``called`` a baker or a mayor.
    """
    parts = [part for part in words.split(" ") if not _INITIAL.match(part)]
    parts[-1] = re.sub(r"['’]s?$", "", parts[-1])
    for index in range(len(parts) - 1):
        low = parts[index].lower()
        if is_given_name(low) and low not in _NO_NAMES and len(parts) - index <= 3:
            return " ".join(parts[index:]) if len(parts[-1]) > 1 else None
    titled = called and len(parts) >= 2 and not any(_is_title(part) for part in parts[-2:])
    return " ".join(parts[-2:]) if titled else None


def _roles(text: str, match: re.Match[str]) -> list[str]:
    """What the words beside a name call its bearer."""
    before = text[max(0, match.start() - 30) : match.start()].lower().split()[-1:]
    inside = match.group().lower().split(" ")[:-1]
    after = _APPOSITION.match(text, match.end(), match.end() + 80)
    behind = after.group(1).lower().split() if after else []
    return [word for word in (*before, *inside, *behind) if word in ROLES]
