"""Stretches of time that have a name: seasons, quarters, halves, ranges of years, feasts.

Here: patterns that say a period by its own name, with or without a year. Not here: days, months and
years (``dates_written``), what is told from the day of publication alone (``dates_told``).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck_gui.claims.measuring.dates_written import Reader, Resolved, month_range, year_number

SEASONS = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
}  # first month, in the north
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_PARTS = {"quarter": 3, "half": 6}  # months
_YEARS = re.compile(r"(?<![\w.,-])(1[5-9]\d\d|20\d\d)[-–—/](1[5-9]\d\d|20\d\d|\d\d)(?![\w%-])")
_QUARTER = re.compile(r"q([1-4])$")
_FEASTS = {
    ("new", "year's", "day"): (1, 1),
    ("new", "year's", "eve"): (12, 31),
    ("valentine's", "day"): (2, 14),
    ("april", "fools'", "day"): (4, 1),
    ("may", "day"): (5, 1),
    ("fourth", "of", "july"): (7, 4),
    ("halloween",): (10, 31),
    ("armistice", "day"): (11, 11),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
}
_EASTER = {("good", "friday"): -2, ("easter", "sunday"): 0, ("easter", "monday"): 1}
FEAST_WORDS = frozenset(words[0] for words in (*_FEASTS, *_EASTER)) | {"thanksgiving"}


def season(reader: Reader, index: int) -> Resolved | None:
    """Reads "last summer", "the summer of 2015", "spring 2015", "this winter"."""
    words = reader.words
    at = index + (words.lows[index] in ("last", "this", "next", "the", "late", "early", "mid"))
    name = words.low(at)
    if name not in SEASONS or at >= reader.hi:
        return None
    after = at + 1 + (words.low(at + 1) in ("of", "in", ","))
    year = year_number(words.low(after)) if after < reader.hi else None
    if year:
        return (after + 1, *_season(name, year))
    which = words.lows[index]
    if which not in ("last", "this", "next"):
        return None
    if reader.published is None:
        return at + 1, None, None
    return (at + 1, *_season_told(reader.published, name, which))


def _season(name: str, year: int) -> tuple[date, date]:
    first = SEASONS[name]
    last = month_range(year + (first == 12), (first + 1) % 12 + 1)[1]
    return date(year, first, 1), last


def _season_told(published: date, name: str, which: str) -> tuple[date, date]:
    begins = [_season(name, published.year + shift) for shift in (-2, -1, 0, 1, 2)]
    if which == "next":
        return next(one for one in begins if one[0] > published)
    if which == "last":
        return [one for one in begins if one[1] < published][-1]
    return min(begins, key=lambda one: _distance(one, published))


def _distance(season: tuple[date, date], day: date) -> int:
    return max(0, (season[0] - day).days, (day - season[1]).days)


def part_of_year(reader: Reader, index: int) -> Resolved | None:
    """Reads "the first quarter of 2015", "the second half of last year", "third-quarter 2014"."""
    words = reader.words
    at = index + (words.lows[index] == "the")
    number, name = words.low(at), words.low(at + 1)
    end = at + 2
    if "-" in number:
        number, _, name = number.partition("-")
        end = at + 1
    if name not in _PARTS or number not in _ORDINALS or end > reader.hi:
        return None
    year, end = _year_near(reader, end)
    return _part(year, _ORDINALS[number], _PARTS[name], end) if year else None


def quarter(reader: Reader, index: int) -> Resolved | None:
    """Reads "Q3 2014"."""
    match = _QUARTER.match(reader.words.lows[index])
    year = year_number(reader.words.low(index + 1)) if index + 1 < reader.hi else None
    return _part(year, int(match[1]), 3, index + 2) if match and year else None


def _part(year: int, number: int, months: int, end: int) -> Resolved | None:
    last = number * months
    if last > 12:
        return None
    return end, date(year, last - months + 1, 1), month_range(year, last)[1]


def _year_near(reader: Reader, at: int) -> tuple[int | None, int]:
    """A year after "of" or "in", also as "last year", "this year": (year, one past it)."""
    words = reader.words
    at += words.low(at) in ("of", "in", ",")
    year = year_number(words.low(at)) if at < reader.hi else None
    if year:
        return year, at + 1
    shift = {"last": -1, "this": 0, "the": 0, "next": 1}.get(words.low(at))
    if shift is None or words.low(at + 1) != "year" or not reader.published:
        return None, at
    return reader.published.year + shift, at + 2


def years(reader: Reader, index: int) -> Resolved | None:
    """Reads "2004–2009", "2014-15", "1939–45"."""
    words = reader.words
    match = _YEARS.match(words.text, words.starts[index])
    if not match:
        return None
    first, last = int(match[1]), int(match[2])
    last += first // 100 * 100 if len(match[2]) == 2 else 0
    end = words.range(match.start(), match.end())[1]
    if not first < last <= first + 300 or end > reader.hi:
        return None
    return end, date(first, 1, 1), date(last, 12, 31)


def fiscal_year(reader: Reader, index: int) -> Resolved | None:
    """Reads "fiscal 2015", "fiscal year 2015": found, but open, for it begins where a firm says."""
    words = reader.words
    at = index + 1 + (words.low(index + 1) == "year")
    return (at + 1, None, None) if at < reader.hi and year_number(words.low(at)) else None


def feast(reader: Reader, index: int) -> Resolved | None:
    """Reads "Christmas Eve", "Good Friday", "Thanksgiving": the nearest, or that of the year."""
    words = reader.words
    if not words.is_name(index):
        return None
    for names in (*_FEASTS, *_EASTER, ("thanksgiving",)):
        end = index + len(names)
        if end <= reader.hi and tuple(words.lows[index:end]) == names:
            break
    else:
        return None
    at = end + (words.low(end) in (",", "of", "in"))
    year = year_number(words.low(at)) if at < reader.hi else None
    if year:
        return at + 1, _feast(names, year), _feast(names, year)
    if reader.published is None:
        return end, None, None
    found = _nearest(reader, index, names, reader.published)
    return end, found, found


def _nearest(reader: Reader, index: int, names: tuple[str, ...], published: date) -> date:
    days = [_feast(names, published.year + shift) for shift in (-1, 0, 1)]
    ahead = reader.ahead(index)
    wanted = [day for day in days if (day >= published if ahead else day <= published)]
    return wanted[0] if ahead else wanted[-1]


def _feast(names: tuple[str, ...], year: int) -> date:
    if names in _FEASTS:
        return date(year, *_FEASTS[names])
    if names in _EASTER:
        return _easter(year) + timedelta(days=_EASTER[names])
    first = date(year, 11, 1)  # the fourth Thursday of November
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    quad, odd = divmod(rest, 4)
    week = (32 + 2 * left + 2 * quad - epact - odd) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
