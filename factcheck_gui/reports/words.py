"""The fixed words of a report in the language of its readers: phrases, plurals, days, numbers.

A language is one file, ``resources/reports/words/LANGUAGE.toml``, or one that a newsroom added to
its own folder (``paths.own_words``), where a file of the same name goes before ours. Its head says
what a file holds. Phrases that it lacks are in English. Not here: which phrase stands where
(``wording``, ``views`` and the writers), verdicts and all other data, which stay as they were
given.
"""

from __future__ import annotations

import gettext
import re
import string
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from factcheck_gui import domain, paths
from factcheck_gui.reports import verdicts

ENGLISH = "en"
LARGEST = 256 * 1024  # bytes of a file of words; ours have some ten thousand
HEAD = {  # what stands before the phrases, and how many texts each has
    "name": 1,
    "direction": 1,
    "locale": 1,
    "months": 12,
    "date": 1,
    "time": 1,
    "row": 2,
    "quotes": 2,
    "decimal": 1,
    "thousands": 1,
}
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TRIED = 200  # numbers, from 0, by which a rule of the plural shows all its forms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """One language. ``words("said_by", who="Ada")`` is a phrase with its places filled;
    ``words("articles", 2)`` fills the place ``n`` with a number and takes the form for it."""

    language: str  # as in the attribute ``lang`` of a page
    name: str
    direction: str  # "ltr" or "rtl"
    locale: str  # language and country, as an office document wants them
    phrases: Mapping[str, Sequence[str]]  # the forms of each, one or as many as the language has
    form: Callable[[int], int]  # which of the forms a number takes
    columns: Mapping[str, tuple[str, str]]  # head and meaning of "claim_id", "Evidence.author"
    months: Sequence[str]
    date: str
    time: str
    row: Sequence[str]  # what stands between names, and before the last of them
    quotes: Sequence[str]
    decimal: str
    thousands: str
    zone: tzinfo = UTC  # where the day of a full time is taken

    def __call__(self, key: str, n: int = 0, /, **places: object) -> str:
        """A phrase as plain text."""
        return "".join(self.woven(key, str, n, **{k: str(one) for k, one in places.items()}))

    def woven(self, key: str, literal: Callable[[str], T], n: int = 0, /, **places: T) -> list[T]:
        """The pieces of a phrase in their order, for formats in which a place holds mark-up: its
        own words go through ``literal``, what fills its places stays as it is."""
        forms = self.phrases[key]
        form = forms[min(self.form(n), len(forms) - 1)] if len(forms) > 1 else forms[0]
        pieces: list[T] = []
        for text, name in _pieces(form):
            pieces += [literal(text)] if text else []
            if name is not None:
                pieces.append(literal(self.number(n)) if name == "n" else places[name])
        return pieces

    @property
    def fixed(self) -> dict[str, str]:
        """The phrases that have no places, as they stand."""
        return {key: forms[0] for key, forms in self.phrases.items() if not _places(forms)}

    # ------------------------------------------------------------ numbers, days, rows

    def number(self, value: float, places: int = 0) -> str:
        """``12480.5`` as "12,480.5" or "12.480,5"; ``places`` behind the decimal sign;
        no "-0.00"."""
        signs = {",": self.thousands, ".": self.decimal}
        return "".join(signs.get(one, one) for one in f"{value:z,.{places}f}")

    def day(self, iso: str) -> str:
        """``2022-07-29`` or a full ISO time as "29 July 2022"; anything else as it stands."""
        try:
            at = datetime.fromisoformat(iso).astimezone(self.zone) if "T" in iso else None
            when = at.date() if at else date.fromisoformat(iso)
        except (ValueError, OverflowError):
            return iso
        month = self.months[when.month - 1]
        return self.date.format(day=when.day, month=month, year=when.year)

    def time_of(self, at: datetime) -> str:
        """The time of day with its zone: "14:05 UTC"."""
        hour, minute, zone = at.astimezone(self.zone).strftime("%H %M %Z").split(" ", 2)
        return self.time.format(hour=hour, minute=minute, zone=zone)

    def joined(self, names: Sequence[str]) -> str:
        """Names in a row: "A, B and C"."""
        after = self.separators(len(names))
        return "".join(name + stop for name, stop in zip(names, after, strict=True))

    def separators(self, number: int) -> Sequence[str]:
        """What stands after each of ``number`` names in a row: "A, B and C"."""
        between, last = self.row
        return [between] * (number - 2) + [last] * (number > 1) + [""] * (number > 0)

    def quoted(self, text: str) -> str:
        """The text between the language's quotation marks."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def column(self, sheet: str, name: str, meaning: str) -> tuple[str, str]:
        """The head of a workbook's column and what it holds; as given where it has no words."""
        own = self.columns.get(f"{sheet}.{name}") or self.columns.get(name)
        return own or (name, meaning)

    def look(self, look: verdicts.Look) -> verdicts.Look:
        """The look of a verdict with its word, where that is one of ours and no label."""
        ours = {"open": "to_review", "disputed": "disputed"}
        return replace(look, text=self(ours[look.style])) if look.style in ours else look


def capital(text: str) -> str:
    """The text with a capital where a line begins with it."""
    return text[:1].upper() + text[1:]


# ---------------------------------------------------------------- the files


def languages() -> dict[str, str]:
    """The name of each language that has words, by its code; files that cannot be read are left
    out, and ``load`` says why."""
    known = {}
    for code, path in sorted(_files().items()):
        try:
            known[code] = str(_read(path).get("name") or code)
        except domain.Problem:
            continue
    return known


@lru_cache(maxsize=1)
def english() -> Words:
    """Our English, for formats whose words never change: those for programs."""
    model = _read(_shipped() / f"{ENGLISH}.toml")
    return _made(ENGLISH, model, model, "en.toml")


def load(language: str, zone: tzinfo = UTC) -> Words:
    """The words of a language. Raises Problem where there are none, or their file is wrong."""
    files = _files()
    if language not in files:
        there = ", ".join(sorted(files))
        raise domain.Problem(
            f"There are no words for the language “{language}”; there are {there}.", "language"
        )
    english = _read(_shipped() / f"{ENGLISH}.toml")
    path = files[language]
    return replace(_made(language, english, _read(path), path.name), zone=zone)


def _shipped() -> Path:
    return paths.resources() / "reports" / "words"


def _files() -> dict[str, Path]:
    """The file of each language; a newsroom's own goes before ours."""
    found = (one for folder in (_shipped(), paths.own_words()) for one in folder.glob("*.toml"))
    return {one.stem: one for one in found if _CODE.fullmatch(one.stem)}


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise domain.Problem("This file of words is larger than any language needs.", path.name)
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise domain.Problem(
            f"The words could not be read ({error.strerror}).", path.name
        ) from error
    except (ValueError, RecursionError) as error:  # of TOML, with the line; of UTF-8
        raise domain.Problem(f"This file of words is not sound: {error}.", path.name) from error


def _made(language: str, english: dict[str, Any], own: dict[str, Any], name: str) -> Words:
    """``own`` checked against ``english``, which has every key, and completed by it."""
    form = _rule(str(own.get("plural", english["plural"])), name)
    head = {**_texts(english, HEAD, name), **_texts(own, HEAD, name)}
    if wrong := [key for key, number in HEAD.items() if len(head[key]) != number]:
        raise domain.Problem(f"“{wrong[0]}” takes {HEAD[wrong[0]]} texts.", name)
    ours = _texts(english["phrases"], english["phrases"], name)
    theirs = _texts(own.get("phrases", {}), ours, name)
    for key, forms in theirs.items():
        _check(key, forms, _places(ours[key]), 1 + max(map(form, range(_TRIED))), name)
    _check("date", head["date"], {"day", "month", "year"}, 1, name)
    _check("time", head["time"], {"hour", "minute", "zone"}, 1, name)
    columns = _columns(own.get("columns", {}), name)
    return Words(language, form=form, phrases={**ours, **theirs}, columns=columns, **_head(head))


def _columns(table: object, name: str) -> dict[str, tuple[str, str]]:
    """Head and meaning of each column, those of one sheet alone under "Sheet.column"."""
    found: dict[str, tuple[str, str]] = {}
    for key, one in table.items() if isinstance(table, dict) else ():
        if isinstance(one, dict):
            found |= {f"{key}.{column}": pair for column, pair in _columns(one, name).items()}
        elif isinstance(one, list) and len(one) == 2 and all(isinstance(t, str) for t in one):
            found[key] = (one[0], one[1])
        else:
            raise domain.Problem(f"“{key}” of the columns takes a head and a meaning.", name)
    return found


def _head(head: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The head of a file as the fields of ``Words``."""
    several = {key: head[key] for key in ("months", "row", "quotes")}
    return {key: texts[0] for key, texts in head.items()} | several


def _texts(table: object, known: Iterable[str], name: str) -> dict[str, tuple[str, ...]]:
    """The known keys of a table, each with its text or texts."""
    if not isinstance(table, dict):
        raise domain.Problem("The phrases of a file of words are a table of texts.", name)
    found = {}
    for key in (one for one in known if one in table):
        texts = table[key] if isinstance(table[key], list) else [table[key]]
        if not texts or not all(isinstance(one, str) for one in texts):
            raise domain.Problem(f"“{key}” is no text and no list of texts.", name)
        found[key] = tuple(texts)
    return found


def _check(key: str, forms: Sequence[str], known: set[str], number: int, name: str) -> None:
    """Raises Problem where a phrase has forms that its language has not, or unknown places."""
    if len(forms) not in (1, number):
        raise domain.Problem(f"“{key}” has {len(forms)} forms, its language has {number}.", name)
    try:
        other = _places(forms) - known
    except ValueError as error:
        raise domain.Problem(f"The braces of “{key}” are not sound: {error}.", name) from error
    if other:
        raise domain.Problem(f"“{key}” has no place {{{min(other)}}}.", name)


@lru_cache(maxsize=1024)
def _pieces(form: str) -> Sequence[tuple[str, str | None]]:
    """The words of a phrase, each with the name of the place behind it; a report of many claims
    says the same phrases again and again."""
    return tuple((text, name) for text, name, _, _ in string.Formatter().parse(form))


def _places(forms: Iterable[str]) -> set[str]:
    """The names in braces. Raises ValueError for braces that do not close or hold more."""
    found = set()
    for _, name, spec, conversion in (
        one for form in forms for one in string.Formatter().parse(form)
    ):
        if spec or conversion:
            raise ValueError(f"“{{{name}” holds more than a name")
        found |= {name} if name is not None else set()
    return found


def _rule(plural: str, name: str) -> Callable[[int], int]:
    """The form that a number takes, by a rule as gettext writes it."""
    try:
        rule = gettext.c2py(plural)
        list(map(rule, range(_TRIED)))
    except (ValueError, ZeroDivisionError, RecursionError) as error:
        raise domain.Problem(f"The rule of the plural is not sound: {error}.", name) from error

    def form(number: int) -> int:
        try:
            return max(int(rule(abs(number))), 0)
        except ZeroDivisionError:
            return 0

    return form
