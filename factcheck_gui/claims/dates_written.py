"""Dates that are written out: "August 2, 2015", "in April", "the 1960s", "the 20th century".

Here: the shared ``Reader`` and the patterns with a day, month or year in them. Not here: dates
told from the day of publication alone (``dates_told``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from factcheck_gui.claims.words import MONTHS, Words

_ISO = re.compile(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_BEFORE_MONTH = frozenset(
    """in since last this next by until till during early late mid of from through before after
    between every""".split()
)
_BEFORE_YEAR = frozenset(
    """in since by until till of from to before after early late mid the during around and through
    circa for year spring summer autumn fall winter ( - – —""".split()
)
_AHEAD = frozenset(
    "will would shall next upcoming scheduled due plans planned begins starts through".split()
)
_BEFORE_TO = frozenset("is are was were set due going expected scheduled".split())
_FAR = 183  # days; a day without a year is taken as the nearer one within this
_NEAR_AHEAD = 92

Resolved = tuple[int, date | None, date | None]  # one past the last token, first and last day


@dataclass(frozen=True, slots=True)
class Reader:
    words: Words
    lo: int
    hi: int
    published: date | None

    def ahead(self, index: int) -> bool:
        """Whether the words before speak of what is to come."""
        lows = self.words.lows
        return any(
            lows[i] in _AHEAD or (lows[i] == "to" and self.words.low(i - 1) in _BEFORE_TO)
            for i in range(max(self.lo, index - 10), index)
        )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_range(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def number_in(low: str) -> int | None:
    bare = low.rstrip("stndrh") if low[:1].isdigit() else ""
    return int(bare) if bare.isdecimal() and len(bare) <= 4 else None


def _day_number(low: str) -> int | None:
    number = number_in(low)
    return number if number is not None and 1 <= number <= 31 and len(low) <= 4 else None


def _year_number(low: str) -> int | None:
    plain = low.isdecimal() and len(low) == 4
    return int(low) if plain and 1500 <= int(low) <= 2199 else None


def _year_after(words: Words, index: int, hi: int) -> tuple[int | None, int]:
    """A year after a month or day, over a comma: (year, one past it)."""
    at = index + (words.low(index) == ",")
    year = _year_number(words.low(at)) if at < hi else None
    return (year, at + 1) if year else (None, index)


def _after_month(words: Words, index: int) -> int:
    """Past the full stop of "Sept."."""
    short = len(words.forms[index]) <= 4 and words.low(index) != "may"
    return index + 1 + (short and words.low(index + 1) == ".")


def month_first(reader: Reader, index: int) -> Resolved | None:
    """Reads "August 2, 2015", "Aug. 2", "August 2015", "in April"."""
    words, month = reader.words, MONTHS[reader.words.lows[index]]
    if not words.is_name(index):
        return None
    at = _after_month(words, index)
    day = _day_number(words.low(at)) if at < reader.hi else None
    if day and not _year_number(words.low(at)):
        year, end = _year_after(words, at + 1, reader.hi)
        found = _day(year, month, day) if year else _nearest_day(reader, index, month, day)
        return end, found, found
    year, end = _year_after(words, at, reader.hi)
    if year:
        return (end, *month_range(year, month))
    before = words.low(index - 1) if index > reader.lo else ""
    if before not in _BEFORE_MONTH:
        return None
    return at, *_nearest_month(reader, index, month)


def day_first(reader: Reader, index: int) -> Resolved | None:
    """Reads "2 August 2015", "the 2nd of August"."""
    words = reader.words
    day = _day_number(words.lows[index])
    at = index + 1 + (words.low(index + 1) == "of")
    month = MONTHS.get(words.low(at)) if at < reader.hi and words.is_name(at) else None
    if not day or not month:
        return None
    year, end = _year_after(words, _after_month(words, at), reader.hi)
    found = _day(year, month, day) if year else _nearest_day(reader, index, month, day)
    return end, found, found


def iso_day(reader: Reader, index: int) -> Resolved | None:
    match = _ISO.match(reader.words.text, reader.words.starts[index])
    if not match:
        return None
    found = _day(*(int(part) for part in match.groups()))
    end = reader.words.range(match.start(), match.end())[1]
    return (end, found, found) if found else None


def year_alone(reader: Reader, index: int) -> Resolved | None:
    words = reader.words
    year = _year_number(words.lows[index])
    if year is None or not 1700 <= year <= 2100:
        return None
    before = words.low(index - 1) if index > reader.lo else ""
    after = words.low(index + 1)
    plain = before in _BEFORE_YEAR or after in (")", ",", "-", "–") or before == ","
    if not plain and not (after.isalpha() and before.isalpha() and not _counted(words, index)):
        return None
    return index + 1, date(year, 1, 1), date(year, 12, 31)


def _counted(words: Words, index: int) -> bool:
    """Whether it is as in "2000 people": a number before a plural noun is a figure."""
    after = words.low(index + 1)
    return after.endswith("s") or after in ("people", "men", "women", "children")


def decade(reader: Reader, index: int) -> Resolved | None:
    low = reader.words.lows[index]
    if low in DECADES and reader.words.low(index - 1) == "the":
        start = 1900 + DECADES[low]
    elif re.fullmatch(r"(1[5-9]|20)\d0'?s", low):
        start = int(low[:4])
    else:
        return None
    return index + 1, date(start, 1, 1), date(start + 9, 12, 31)


def century(reader: Reader, index: int) -> Resolved | None:
    number = number_in(reader.words.lows[index])
    if reader.words.low(index + 1) != "century" or not number or not 2 <= number <= 21:
        return None
    start = (number - 1) * 100
    return index + 2, date(start, 1, 1), date(start + 99, 12, 31)


def _nearest_day(reader: Reader, index: int, month: int, day: int) -> date | None:
    """The day meant by "July 2" without a year, where one is much nearer than the others."""
    published = reader.published
    if published is None:
        return None
    days = [_day(published.year + shift, month, day) for shift in (-1, 0, 1)]
    past = max((one for one in days if one and one <= published), default=None)
    future = min((one for one in days if one and one > published), default=None)
    if future and reader.ahead(index):
        return future if not past or (published - past).days > 31 else past
    if past and (published - past).days <= _FAR:
        return past
    return future if future and (future - published).days <= _NEAR_AHEAD else None


def _nearest_month(reader: Reader, index: int, month: int) -> tuple[date, date] | tuple[None, None]:
    published = reader.published
    if published is None:
        return None, None
    before = reader.words.low(index - 1)
    year = published.year - (month > published.month)
    if before == "last":
        year = published.year - (month >= published.month)
    elif before == "next" or (reader.ahead(index) and month > published.month):
        year = published.year + (month <= published.month)
    return month_range(year, month)
