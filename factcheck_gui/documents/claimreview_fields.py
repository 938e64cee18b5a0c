"""One ClaimReview, however it is written, to a Precedent.

Here: which property holds what, and the faults of real mark-up: each is put right or its value left
out, and a note says which. Not here: finding the objects in a file (``claimreview_feed``).

An object comes with plain keys ("claimreviewed" for "schema:claimReviewed" or "claim_reviewed"), so
that nested JSON-LD and flat rows of a table are read by the same rules.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck_gui.documents.metadata import LANGUAGE, iso_date, one_line, web_address
from factcheck_gui.domain import Precedent

Item = Mapping[str, Any]
Numbers = tuple[float | None, float | None, float | None]  # value, worst, best

CLAIM = ("claimreviewed", "claimreviewclaimreviewed", "claim", "claimtext", "statement")
VERDICT = ("alternatename", "ratingalternatename", "reviewratingalternatename", "textualrating",
           "verdict", "label")  # fmt: skip
_RATING = ("reviewrating", "rating")
_VALUE = ("ratingvalue", "ratingratingvalue", "reviewratingratingvalue")
_WORST = ("worstrating", "ratingworstrating", "reviewratingworstrating")
_BEST = ("bestrating", "ratingbestrating", "reviewratingbestrating")
_EXPLAINED = ("ratingexplanation", "reviewbody", "description")
_CHECKER = (
    "author",
    "publisher",
    "sdpublisher",
    "claimreviewauthorname",
    "checker",
    "organization",
)
_URL = ("url", "claimreviewurl", "mainentityofpage", "link")
_TITLE = ("headline", "name", "title", "extratitle")
_PUBLISHED = ("datepublished", "claimreviewdatepublished", "reviewdate", "datecreated",
              "published")  # fmt: skip
_LANGUAGE = ("inlanguage", "languagecode", "extralanguage", "language")
_CLAIMANT = ("author", "creator", "claimant")
_FLAT_CLAIMANT = ("claimauthor", "creativeworkauthorname", "claimant", "speaker", "itemreviewed"
                  "authorname")  # fmt: skip
_SAID = ("datepublished", "datecreated", "claimdate")
_FLAT_SAID = ("claimdate", "creativeworkdatepublished", "saidon", "date")
_NAMES = ("name", "legalname", "alternatename", "value", "text")
_MOST_NAMES = 5

_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_PREFIX = re.compile(
    r"(?:our |final )?(?:rating|verdict|ruling|conclusion|fact[ -]?check)\s*[:–—]\s*(?=\S)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,6})?")
_TOGETHER = re.compile(r"[\s,;|]+(?=https?://)|(?<![/=:?&])(?=https?://)", re.IGNORECASE)

# What notes say. The window knows them by these words, so they are in one place.
HTML = "marks of HTML were taken out"
SEVERAL = "of several values the first was taken"
TWICE = "a property stands in it twice; the last counts"
NO_CLAIM = "it names no claim and is found by its headline"
NOTHING = "it names neither a claim nor a headline"
NO_VERDICT = "it gives no verdict in words"
PREFIXED = "a word such as “Rating:” was taken off"
BARE_RATING = "the rating is no object but bare words or a number"
ODD_WORDS = "the verdict was given as an object or a list"
WORDY_VALUE = "the rating’s number is in words, which were taken for the verdict"
NO_NUMBER = "the rating’s number is none and was left out"
OFF_SCALE = "the rating’s number is not on its scale; numbers were left out"
SEVERAL_URLS = "of several addresses in one field the first was taken"
NO_URL = "it has no web address"
BAD_URL = "an address that is none was left out"
NO_DAY = "a date that is none was left out"
BY_ADDRESS = "the checker is named by their web address"
NO_CHECKER = "it does not say who checked"
SAME = "who checked was also named as who said it; the latter was left out"


@dataclass
class Reading:
    """What is found in one object, noting each fault once."""

    known: Mapping[str, Any] = field(default_factory=dict)  # objects that others name by "@id"
    notes: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        if what not in self.notes:
            self.notes.append(what)

    # ------------------------------------------------------------ values

    def whole(self, value: Any) -> Any:
        """An object in place of a mere reference to it."""
        if isinstance(value, Mapping) and set(value) <= {"id", "type"} and "id" in value:
            named = self.known.get(str(value["id"]))
            return named if named is not None else value
        return value

    def first(self, item: Item, names: tuple[str, ...]) -> Any:
        """The first of these properties that says anything, None where none does."""
        return next((item[one] for one in names if _says(item.get(one))), None)

    def text(self, value: Any) -> str:
        """A value as one line: of a list the first, of an object its name, without HTML."""
        value = self.one(value)
        if isinstance(value, Mapping):
            inner = (value.get(name) for name in _NAMES)
            value = next((one for one in map(self.one, inner) if isinstance(one, str)), "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = f"{value:g}" if math.isfinite(value) else ""
        return self._bare(value) if isinstance(value, str) else ""

    def one(self, value: Any) -> Any:
        """The first of several values that says anything; an object for a reference to it."""
        if isinstance(value, list):
            values = [one for one in value[:100] if _says(one)]
            if len(values) > 1:
                self.note(SEVERAL)
            value = values[0] if values else None
        return self.whole(value)

    def _bare(self, text: str) -> str:
        if _TAGS.search(text) or _ENTITY.search(text):
            self.note(HTML)
            text = html.unescape(_TAGS.sub(" ", html.unescape(text)))
        return one_line(text)

    def names(self, who: Any) -> list[str]:
        """The names of one or several people or organisations; addresses are no names."""
        people = who[:_MOST_NAMES] if isinstance(who, list) else [who]
        found = (self.text(one) for one in people)
        return list(dict.fromkeys(one for one in found if one and not web_address(one)))

    def day(self, value: Any) -> str:
        """An ISO day; "" where there is none, which is noted where something stands there."""
        words = self.text(value)
        found = iso_date(words) if words else ""
        if words and not found > "1000":  # the year 1 is how some programs write "none"
            self.note(NO_DAY)
            return ""
        return found

    def number(self, value: Any) -> float | None:
        """A number, also one written as a text; None where it is none."""
        value = self.one(value)
        if isinstance(value, bool) or not _says(value):
            return None
        if isinstance(value, int | float) and math.isfinite(value):
            return float(value)
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            return float(value.strip().replace(",", "."))
        self.note(NO_NUMBER)
        return None

    def address(self, value: Any) -> str:
        """A web address; of several in one field the first."""
        values = value if isinstance(value, list) else [value]
        for one in values[:20]:
            whole = self.whole(one)
            if isinstance(whole, Mapping):
                whole = whole.get("id") or whole.get("url")
            if isinstance(whole, str) and whole.strip():
                parts = [part for part in _TOGETHER.split(whole.strip()[:4000]) if part]
                good = [part for part in map(web_address, parts) if part]
                if len(good) > 1:
                    self.note(SEVERAL_URLS)
                if good:
                    return one_line(good[0])
                self.note(BAD_URL)
        return ""


def _says(value: Any) -> bool:
    return value is not None and value not in ("", [], {})


# ---------------------------------------------------------------- a review


def precedent_of(
    item: Item, known: Mapping[str, Any], page: str = ""
) -> tuple[Precedent | None, list[str]]:
    """The check that an object with plain keys tells of, and what was not as it should be.

    ``known`` are objects that it may name by their id, ``page`` is the address of the page or the
    feed's entry it stands in. None where it names nothing that was checked.
    """
    read = Reading(known)
    if item.get("twice"):
        read.note(TWICE)
    claim = _unprefixed(read, read.text(read.first(item, CLAIM)))
    title = read.text(read.first(item, _TITLE))
    if not claim:
        read.note(NO_CLAIM if title else NOTHING)
        if not title:
            return None, read.notes
    url = read.address(read.first(item, _URL)) or web_address(page)
    if not url:
        read.note(NO_URL)
    checker = _checker(read, item, url)
    claimant, said_on = _said(read, item, checker)
    verdict, numbers, explanation = _rated(read, item)
    return Precedent(
        claim, claimant, said_on, verdict, *numbers, explanation, checker, url, title,
        read.day(read.first(item, _PUBLISHED)), _language(read, item),
    ), read.notes  # fmt: skip


def _checker(read: Reading, item: Item, url: str) -> str:
    for name in _CHECKER:
        names = read.names(item.get(name))
        if names:
            return ", ".join(names)
    for name in _CHECKER:
        whole = read.whole(item.get(name))
        home = (
            read.address(whole.get("url") or whole.get("id")) if isinstance(whole, Mapping) else ""
        )
        if home:
            read.note(BY_ADDRESS)
            return _host(home)
    if url:
        read.note(BY_ADDRESS)
        return _host(url)
    read.note(NO_CHECKER)
    return ""


def _host(url: str) -> str:
    return url.split("/")[2].rpartition("@")[2].removeprefix("www.").casefold()


def _said(read: Reading, item: Item, checker: str) -> tuple[str, str]:
    """Who said it, and when."""
    names, day = list[str](), ""
    for one in _items(read, item.get("itemreviewed")):
        names = names or read.names(read.first(one, _CLAIMANT))
        day = day or read.day(read.first(one, _SAID))
    names = names or read.names(read.first(item, _FLAT_CLAIMANT))
    day = day or read.day(read.first(item, _FLAT_SAID))
    others = [one for one in names if one.casefold() != checker.casefold()]
    if len(others) < len(names):
        read.note(SAME)
    return ", ".join(others), day


def _items(read: Reading, value: Any) -> Iterator[Item]:
    for one in value[:_MOST_NAMES] if isinstance(value, list) else [value]:
        whole = read.whole(one)
        if isinstance(whole, Mapping):
            yield whole


def _rated(read: Reading, item: Item) -> tuple[str, Numbers, str]:
    """The verdict in words, value, worst and best, and what explains it."""
    rating = read.one(read.first(item, _RATING))
    words: Any = None
    inside: Item = item
    if isinstance(rating, Mapping):
        inside = rating
    elif _says(rating):
        read.note(BARE_RATING)
        words = rating
    given = read.first(inside, VERDICT) if words is None else words
    if isinstance(given, Mapping | list):
        read.note(ODD_WORDS)
    verdict = _unprefixed(read, read.text(given))
    if isinstance(rating, Mapping) and not verdict:
        verdict = _from_value(read, rating)
    if not verdict:
        read.note(NO_VERDICT)
    explained = read.first(inside, _EXPLAINED) or read.first(item, _EXPLAINED)
    return verdict, _numbers(read, inside, verdict), read.text(explained)


def _from_value(read: Reading, rating: Item) -> str:
    """Words that stand where the number should."""
    words = read.text(read.first(rating, _VALUE) or rating.get("name"))
    if not words or _NUMBER.fullmatch(words):
        return ""
    read.note(WORDY_VALUE)
    return _unprefixed(read, words)


def _numbers(read: Reading, rating: Item, verdict: str) -> Numbers:
    """Value, worst and best where they make sense together, else nothing."""
    raw = read.first(rating, _VALUE)
    value = None if isinstance(raw, str) and read.text(raw) == verdict else read.number(raw)
    worst, best = (read.number(read.first(rating, one)) for one in (_WORST, _BEST))
    if value is None:
        return (None, None, None)
    low = value if worst is None else worst
    high = value if best is None else best
    flat = worst is not None and worst == best
    if flat or not min(low, high) <= value <= max(low, high):
        read.note(OFF_SCALE)
        return (None, None, None)
    return (value, worst, best)


def _unprefixed(read: Reading, words: str) -> str:
    found = _PREFIX.match(words)
    if not found:
        return words
    read.note(PREFIXED)
    return words[found.end() :]


def _language(read: Reading, item: Item) -> str:
    value = read.first(item, _LANGUAGE)
    words = read.text(value).replace("_", "-")
    return words if LANGUAGE.match(words) else ""
