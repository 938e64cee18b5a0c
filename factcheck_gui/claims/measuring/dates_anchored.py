"""Dates told from another date of the article, or from something that happened.

Here: "the next day", "two weeks later", "the year before", "that night", "opening night", "day
five", and how long something has lasted. They are resolved only where the date before them is as
exact as they need, or where a date stands beside them; else they are found and left open. Not here:
what is told from the day of publication (``dates_told``).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck_gui.claims.measuring.dates_told import SMALL_NUMBERS, UNITS, whole_period
from factcheck_gui.claims.measuring.dates_written import Reader, Resolved, number_in

_DAY_PARTS = frozenset("day night morning afternoon evening".split())
_UNITS = _DAY_PARTS | {"week", "weekend", "month", "year"}
_SAME = frozenset("same very".split())
_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}
_SIDES = {"after": 1, "before": -1, "later": 1, "earlier": -1, "afterwards": 1, "afterward": 1}
_LONGEST = {"day": 1, "week": 7, "weekend": 7, "month": 31, "year": 366}  # days of the date before
_SUPERLATIVE = re.compile(r"(?:first|only|\w{3,}est|most|least|worst|best|record)$")
_LOOK_BACK = 8
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth final last".split()
)
DAYS_COUNTED = _ORDINALS - {"last"} | {"day", "opening"}
_BREAKS_OFF = frozenset("lull break absence gap hiatus pause silence ban drought wait".split())
_ENDED = frozenset("after following ended ends ending broke breaks breaking".split())
_OPENING = frozenset("opening closing final first".split())


def anchored(reader: Reader, index: int) -> Resolved | None:
    """Reads "that night", "the same week", "the next day", "the previous year"."""
    words = reader.words
    at, step = index + 1, 0
    if words.low(at) in _SAME:
        at += 1
    elif words.lows[index] == "the":
        if words.low(at) not in _STEPS:
            return _beside(reader, index)
        step = _STEPS[words.low(at)]
        at += 1
    if words.low(at) not in _UNITS or at >= reader.hi:
        return None
    return at + 1, *_moved(reader, words.low(at), step)


def _beside(reader: Reader, index: int) -> Resolved | None:
    """Reads "the year before", "the day after the vote", "the opening night"."""
    words = reader.words
    if words.low(index + 1) in _OPENING and words.low(index + 2) == "night":
        return index + 3, None, None
    unit, side = words.low(index + 1), words.low(index + 2)
    if unit not in _UNITS or side not in ("before", "after") or index + 2 >= reader.hi:
        return None
    if words.low(index + 3)[:1].isalpha():
        return index + 3, None, None  # of what happened, not of a date
    return index + 3, *_moved(reader, unit, _SIDES[side])


def later(reader: Reader, index: int) -> Resolved | None:
    """Reads "two weeks later", "a day earlier", "four months before the vote"."""
    words = reader.words
    number = SMALL_NUMBERS.get(words.lows[index], number_in(words.lows[index]))
    unit = words.low(index + 1).removesuffix("s")
    side = words.low(index + 2)
    if not number or number > 99 or words.low(index + 1) not in UNITS or index + 2 >= reader.hi:
        return None
    if side == "in" and words.low(index + 3) == "advance":
        return index + 4, None, None
    if side not in _SIDES:
        return None
    if side in ("before", "after") and words.low(index + 3)[:1].isalpha():
        return index + 3, None, None
    if unit in ("hour", "decade"):
        return index + 3, None, None
    return index + 3, *_moved(reader, unit, _SIDES[side] * number)


def _moved(reader: Reader, unit: str, steps: int) -> tuple[date, date] | tuple[None, None]:
    """The period of this kind so many steps from the date before, where that is exact enough."""
    unit = "day" if unit in _DAY_PARTS else unit
    if reader.anchor is None:
        return None, None
    first, last = reader.anchor
    if (last - first).days >= _LONGEST[unit] or not 1500 < first.year + steps < 2500:
        return None, None
    if unit == "day":
        found = first + timedelta(days=steps)
        return found, found
    return whole_period(first, unit, steps)


def day_counted(reader: Reader, index: int) -> Resolved | None:
    """Reads "day five", "Day 2", "the fifth day of", "opening night": of something that goes on."""
    words = reader.words
    if words.lows[index] in _ORDINALS:
        counted = words.low(index + 1) in ("day", "night") and words.low(index + 2) == "of"
        return (index + 2, None, None) if counted and index + 1 < reader.hi else None
    if words.lows[index] == "opening":
        return (index + 2, None, None) if words.low(index + 1) in ("night", "day") else None
    low = words.low(index + 1)
    number = SMALL_NUMBERS.get(low, number_in(low))
    counted = number is not None and (2 <= number <= 31) and low not in ("a", "an")
    before = words.low(index - 1) if index > reader.lo else ""
    if not counted or index + 1 >= reader.hi or before in ("a", "every", "each", "per", "one"):
        return None
    return index + 2, None, None


def broken_off(reader: Reader, index: int) -> Resolved | None:
    """Reads "after an 11-year lull", "a ten-year absence": up to the publication."""
    words = reader.words
    amount, _, unit = words.lows[index].partition("-")
    number = SMALL_NUMBERS.get(amount, number_in(amount))
    if unit not in ("year", "decade") or words.low(index + 1) not in _BREAKS_OFF:
        return None
    if not number or index + 1 >= reader.hi or not _after(reader, index):
        return None
    return index + 1, *_up_to_now(reader, number, unit)


def _after(reader: Reader, index: int) -> bool:
    """Whether it is over: "after an", "ended a", "following its"."""
    low = reader.words.low(index - 1)
    lead = index - 1 - (low in ("an", "a", "the", "its", "their", "his", "her"))
    return lead >= reader.lo and reader.words.lows[lead] in _ENDED


def lasting(reader: Reader, index: int) -> Resolved | None:
    """Reads "has ruled for 15 years", "the first in almost ten years": up to the publication."""
    words = reader.words
    at = index + 1
    while words.low(at) in ("almost", "nearly", "about", "over", "around", "more", "than", "some"):
        at += 1
    number = SMALL_NUMBERS.get(words.low(at), number_in(words.low(at)))
    unit = words.low(at + 1).removesuffix("s")
    if not number or number > 400 or unit not in ("year", "decade") or at + 1 >= reader.hi:
        return None
    before = words.lows[max(reader.lo, index - _LOOK_BACK) : index]
    if words.lows[index] == "for":
        lasts = "has" in before or "have" in before or "hasn't" in before or "haven't" in before
    else:
        lasts = any(map(_SUPERLATIVE.match, before))
    return (at + 2, *_up_to_now(reader, number, unit)) if lasts else None


def _up_to_now(reader: Reader, number: int, unit: str) -> tuple[date, date] | tuple[None, None]:
    """The years that end with the publication's; open where they reach back out of all reason."""
    span = number * (10 if unit == "decade" else 1)
    if reader.published is None or reader.published.year - span < 1500:
        return None, None
    first = whole_period(reader.published, "year", -span)[0]
    return first, whole_period(reader.published, "year", 0)[1]
