"""Dates told from the day of publication: "Tuesday", "last week", "three days ago".

Here: patterns without a day, month or year of their own. Without a day of publication they are
found and left open. Not here: dates that are written out (``dates_written``), dates told from
another date (``dates_anchored``).
"""

from __future__ import annotations

from datetime import date, timedelta

from factcheck_gui.claims.language.words import MONTHS
from factcheck_gui.claims.measuring.dates_written import (
    Reader,
    Resolved,
    day_first,
    month_first,
    month_range,
    number_in,
)

DAY_NUMBERS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        "a two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"an": 1, "one": 1, "fifteen": 15, "seventeen": 17, "twenty": 20, "thirty": 30}
UNITS = frozenset("hour hours day days week weeks month months year years decade decades".split())
DAY_PARTS = frozenset("morning afternoon evening night".split())
PERIODS = frozenset("week weekend month quarter year decade century".split())
_EDGES = frozenset("end start beginning middle close rest half".split())
NAMED_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "today's": 0, "tonight's": 0, "yesterday's": -1, "tomorrow's": 1,
}  # fmt: skip


def weekday(reader: Reader, index: int) -> Resolved | None:
    words, published = reader.words, reader.published
    if not words.is_name(index):
        return None
    number = DAY_NUMBERS[reader.low(index)]
    whole = _dated_weekday(reader, index)
    if whole:
        return whole
    before = words.low(index - 1) if index > reader.lo else ""
    if published is None or before in ("every", "each"):
        return index + 1, None, None
    if before == "this":
        found = published + timedelta(days=number - published.weekday())
        return index + 1, found, found
    back = (published.weekday() - number) % 7
    if before in ("next", "coming") or (reader.ahead(index) and before != "last"):
        found = published + timedelta(days=(7 - back) % 7 or 7)
    else:
        found = published - timedelta(days=back or (7 if before == "last" else 0))
    return index + 1, found, found


def _dated_weekday(reader: Reader, index: int) -> Resolved | None:
    """The date in "Sunday, August 2, 2015": the weekday belongs to the date after it."""
    at = index + 1 + (reader.words.low(index + 1) == ",")
    if at >= reader.hi:
        return None
    low = reader.words.lows[at]
    if low in MONTHS:
        return month_first(reader, at)
    return day_first(reader, at) if low[0].isdigit() else None


def named_day(reader: Reader, index: int) -> Resolved | None:
    if reader.published is None:
        return index + 1, None, None
    found = reader.published + timedelta(days=NAMED_DAYS[reader.words.lows[index]])
    return index + 1, found, found


def period(reader: Reader, index: int) -> Resolved | None:
    """Reads "last week", "this year", "this past month", "last night", "next March"."""
    words = reader.words
    which = words.lows[index]
    at = index + 1 + (words.low(index + 1) in ("past", "coming"))
    if which == "this" and at > index + 1:
        which = "last" if words.low(index + 1) == "past" else "next"
    unit = words.low(at).removesuffix("'s")
    unit = unit.removesuffix("s") if unit in ("years", "weeks", "months") else unit
    day_part = which != "next" and unit in DAY_PARTS
    if at >= reader.hi or (unit not in PERIODS and not day_part):
        return None
    step = {"last": -1, "this": 0, "next": 1}[which]
    if reader.published is None:
        return at + 1, None, None
    return at + 1, *whole_period(reader.published, "day" if day_part else unit, step)


def edge(reader: Reader, index: int) -> Resolved | None:
    """Reads "the year" of "the end of the year": the one of the publication, open where the text
    speaks of another."""
    words, published = reader.words, reader.published
    unit = words.low(index + 1)
    if index - 2 < reader.lo or index + 1 >= reader.hi or unit not in PERIODS - {"weekend"}:
        return None
    if words.low(index - 1) != "of" or words.low(index - 2) not in _EDGES:
        return None
    elsewhere = published and reader.anchor and reader.anchor[0].year != published.year
    if published is None or elsewhere:
        return index + 2, None, None
    return index + 2, *whole_period(published, unit, 0)


def coming(reader: Reader, index: int) -> Resolved | None:
    """Reads "in two weeks", "in three years' time", where the sentence looks ahead."""
    words = reader.words
    number = SMALL_NUMBERS.get(words.low(index + 1), number_in(words.low(index + 1)))
    word = words.low(index + 2).removesuffix("'")
    unit = word.removesuffix("'s").removesuffix("s")
    if not number or number > 99 or unit not in ("day", "week", "month", "year"):
        return None
    end = index + 3 + (words.low(index + 3) == "'")
    timed = words.low(end) == "time"
    if end > reader.hi or not (timed or reader.ahead(index)):
        return None
    end += timed and end < reader.hi
    if reader.published is None:
        return end, None, None
    return end, *whole_period(reader.published, unit, number)


def whole_period(published: date, unit: str, step: int) -> tuple[date, date]:
    if unit == "day":
        found = published + timedelta(days=step)
        return found, found
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = published.year // length * length + step * length
        return date(first, 1, 1), date(first + length - 1, 12, 31)
    if unit == "year":
        return date(published.year + step, 1, 1), date(published.year + step, 12, 31)
    if unit in ("month", "quarter"):
        length = 1 if unit == "month" else 3
        months = published.year * 12 + (published.month - 1) // length * length + step * length
        last = months + length - 1
        first_day = date(months // 12, months % 12 + 1, 1)
        return first_day, month_range(last // 12, last % 12 + 1)[1]
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if step == 0 and published.weekday() < 5:
        monday -= timedelta(weeks=1)  # "this weekend" on a weekday is mostly the one just gone
    return monday + timedelta(days=5), monday + timedelta(days=6)


def ago(reader: Reader, index: int) -> Resolved | None:
    """Reads "three days ago", "17 years ago"; of "over a year ago" the end is known alone."""
    words = reader.words
    number = SMALL_NUMBERS.get(words.lows[index], number_in(words.lows[index]))
    unit = words.low(index + 1).removesuffix("s")
    if not number or number > 99 or words.low(index + 1) not in UNITS:
        return None
    if words.low(index + 2) != "ago" or index + 2 >= reader.hi:
        return None
    if reader.published is None:
        return index + 3, None, None
    first, last = _back(reader.published, unit, number)
    before = words.lows[max(reader.lo, index - 2) : index]
    over = before[-1:] == ["over"] or before == ["more", "than"]
    return index + 3, None if over else first, last


def _back(published: date, unit: str, number: int) -> tuple[date, date]:
    if unit in ("day", "hour"):
        number = number if unit == "day" else number // 24
        found = published - timedelta(days=number)
        return found, found
    if unit == "week":
        return whole_period(published, "week", -number)
    if unit == "month":
        return whole_period(published, "month", -number)
    return whole_period(published, "year", -number * (10 if unit == "decade" else 1))


def past_few(reader: Reader, index: int) -> Resolved | None:
    """Reads "the past few days", "the last ten years", "the coming weeks", "recent months": open
    where it does not say how many, in years where it does."""
    words = reader.words
    at = index + (words.lows[index] == "the")
    which = words.low(at)
    ahead = which in ("coming", "next")
    if which not in ("past", "last", "recent", "coming", "next"):
        return None
    number = SMALL_NUMBERS.get(words.low(at + 1), number_in(words.low(at + 1)))
    counted = number is not None or words.low(at + 1) in ("few", "several", "couple")
    end = at + 1 + counted
    end += words.low(end) == "of"
    unit = words.low(end)
    if end >= reader.hi or unit not in UNITS or not (counted or unit.endswith("s")):
        return None
    if not counted and which in ("last", "next"):
        return None
    if reader.published is None or ahead:
        return end + 1, reader.published, None
    if number and unit in ("years", "decades") and number < 100:
        return end + 1, *_last_years(reader.published, number * (10 if unit == "decades" else 1))
    return end + 1, None, reader.published


def _last_years(published: date, number: int) -> tuple[date | None, date]:
    first = published.year - number
    return (date(first, 1, 1) if first >= 1 else None), date(published.year, 12, 31)


def weekend(reader: Reader, index: int) -> Resolved | None:
    if reader.words.low(index + 1) != "weekend" or index + 1 >= reader.hi:
        return None
    if reader.published is None:
        return index + 2, None, None
    step = -1 if reader.published.weekday() < 5 else 0
    return index + 2, *whole_period(reader.published, "weekend", step)
