"""Dates of a claim as they are said elsewhere: with their year, with the day that "Tuesday" was.

Here: the words for a resolved date in place of those of the text. Not here: resolving (``dates``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck_gui.claims.language.words import DAYS, MONTHS, PREPOSITIONS, Words
from factcheck_gui.domain import DateMention

MONTH_NAMES = tuple(
    """January February March April May June July August September October November
    December""".split()
)
_NEXT_DAYS = frozenset("yesterday tomorrow".split())
_POINTING = frozenset(
    "yesterday today tomorrow tonight last this next ago later earlier following previous".split()
)
_DAY_PARTS = frozenset("morning afternoon evening night".split())


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for ``text[start:end]`` (code points)."""

    start: int
    end: int
    words: str


def spell_day(words: Words, day: DateMention) -> Change | str | None:
    """A date with its year; the words where the day of publication is not known."""
    span = day.span
    text = span.of(words.text)
    if any(len(part) >= 4 and part[:4].isdigit() for part in text.replace("-", " ").split()):
        return None
    first = _parsed(day.start)
    last = _parsed(day.end)
    if first is None or last is None:
        return text if _points(text) else None
    if _is_explained(words, span.start, span.end):
        return None
    return _dated(words, span.start, span.end, text, (first, last))


def _points(text: str) -> bool:
    """Whether a date means nothing elsewhere: "last week", "July 2", and not "for 40 years"."""
    lows = {low.strip(",.").removesuffix("'s").removesuffix("’s") for low in text.lower().split()}
    return not lows.isdisjoint(_POINTING) or not lows.isdisjoint(MONTHS) or bool(lows & DAYS)


def _is_explained(words: Words, start: int, end: int) -> bool:
    """Whether another date stands beside it: "Sunday night (March 4)", "March 11 this year"."""
    lo, hi = words.range(start, end)
    after = hi + (words.low(hi) in _DAY_PARTS)
    bracket = words.low(after) == "(" and words.low(after + 1) in MONTHS
    alone = words.low(lo) == "this" or words.low(lo) in DAYS
    before = {words.low(i) for i in range(lo - 5, lo)} if alone else set()
    return bracket or not before.isdisjoint(MONTHS)


def _parsed(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None


def _dated(
    words: Words, start: int, end: int, text: str, interval: tuple[date, date]
) -> Change | str | None:
    first, last = interval
    lows = [low.strip(",.") for low in text.lower().split()]
    index = words.range(start, end)[0]
    whole = (first.day == 1) and (last.month, last.year) == (first.month, first.year)
    if lows[0] in MONTHS and (first == last or (len(lows) == 1 and whole)):
        return Change(end, end, f", {first.year}" if first == last else f" {first.year}")
    if lows[-1] in MONTHS and lows[0][0].isdigit() and first == last:
        return Change(end, end, f" {first.year}")
    if first == last and len(lows) == 2 and lows[0] in DAYS and lows[1] in _DAY_PARTS:
        return Change(end, end, f", {_spelt(first)}")
    if first == last and len(lows) == 1 and (lows[0] in DAYS or lows[0] in _NEXT_DAYS):
        return _day_told(words, start, end, text, _spelt(first))
    before = words.low(index - 1)
    if (
        first == last
        and lows[-1] == "ago"
        and before not in PREPOSITIONS
        and "hour" not in lows[-2]
    ):
        return Change(start, end, f"on {_spelt(first)}")
    return _period(start, end, text, interval, before)


def _day_told(words: Words, start: int, end: int, text: str, said: str) -> Change | str:
    """As "Tuesday" becomes "Tuesday, May 14, 2024", and "tomorrow night" "on the night of …"."""
    index = words.range(start, end)[0]
    part = words.low(index + 1)
    inside = words.ends[index + 1] if part in _DAY_PARTS else end
    if part.removesuffix("'s") in _DAY_PARTS and part not in _DAY_PARTS:
        return text
    if text.lower() not in _NEXT_DAYS:
        return Change(inside, inside, f", {said}")
    if part in _DAY_PARTS:
        return Change(start, inside, f"on the {part} of {said}")
    return Change(start, end, said if words.low(index - 1) in PREPOSITIONS else f"on {said}")


def _period(
    start: int, end: int, text: str, interval: tuple[date, date], before: str
) -> Change | str | None:
    """As "last month" becomes "in June 2022"."""
    first, last = interval
    within = "" if before in PREPOSITIONS else "in "
    lows = text.lower().split()
    if lows[0] not in ("last", "this", "next") or len(lows) != 2 or before == "to":
        return None if lows[0] in ("today", "tonight") else text
    if lows[1] == "month":
        return Change(start, end, f"{within}{MONTH_NAMES[first.month - 1]} {first.year}")
    if lows[1] == "year" and first.year == last.year:
        return Change(start, end, f"{within}{first.year}")
    if lows[1] == "week":
        return Change(start, end, f"{within}the week of {_spelt(first)}")
    return text


def _spelt(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"
