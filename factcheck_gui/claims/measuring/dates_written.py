"""Dates that are written out: "August 2, 2015", "in April", "the 1960s", "the 20th century".

Here: the shared ``Reader`` and the patterns with a day, month or year in them. Not here: dates
told from the day of publication alone (``dates_told``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from factcheck_gui.claims.language.words import MONTHS, Words

_ISO = re.compile(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_BEFORE_DECADE = frozenset("the early late mid ' ’ ‘".split())
CENTURIES = {
    name: number
    for number, name in enumerate(
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(), 15
    )
}
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(\d{1,2})([/.])(\d{1,2})\2((?:1[5-9]|20)\d\d)|9/11)(?![\w/-]|[.,]\d)"
)
_NINE_ELEVEN = date(2001, 9, 11)
_TO = frozenset("to and through until till - – — &".split())
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
_AGES = frozenset("year years".split())
_AHEAD = frozenset(
    "will would shall next upcoming scheduled due plans planned begins starts through".split()
)
_BEFORE_TO = frozenset("is are was were set due going expected scheduled".split())
_PAST = frozenset("said was were had told announced did that".split())
_HEAD, _LOOK_AHEAD = 2, 10  # tokens
_FAR = 183  # days; a day without a year is taken as the nearer one within this
_NEAR_AHEAD = 92

Resolved = tuple[int, date | None, date | None]  # one past the last token, first and last day


@dataclass(frozen=True, slots=True)
class Reader:
    words: Words
    lo: int
    hi: int
    published: date | None
    anchor: tuple[date, date] | None = None  # the last date of the text that was resolved

    def low(self, index: int) -> str:
        """The word at ``index`` in small letters without the "'s" of "Tuesday's"."""
        return self.words.low(index).removesuffix("'s")

    def ahead(self, index: int) -> bool:
        """Whether the words before speak of what is to come; at the head of a sentence, the next
        verbs: "On Friday the court will …"."""
        if any(self._is_ahead(i) for i in range(max(self.lo, index - 10), index)):
            return True
        if index - self.lo > _HEAD:
            return False
        following = range(index + 1, min(self.hi, index + _LOOK_AHEAD))
        told = next((i for i in following if self.words.lows[i] in _PAST), self.hi)
        return any(self._is_ahead(i) for i in following if i < told)

    def _is_ahead(self, i: int) -> bool:
        low = self.words.lows[i]
        return low in _AHEAD or (low == "to" and self.words.low(i - 1) in _BEFORE_TO)


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


def year_number(low: str) -> int | None:
    plain = low.isdecimal() and len(low) == 4
    return int(low) if plain and 1500 <= int(low) <= 2199 else None


def _year_after(words: Words, index: int, hi: int) -> tuple[int | None, int]:
    """A year after a month or day, over a comma: (year, one past it)."""
    at = index + (words.low(index) == ",")
    year = year_number(words.low(at)) if at < hi else None
    return (year, at + 1) if year else (None, index)


def _after_month(words: Words, index: int) -> int:
    """Past the full stop of "Sept."."""
    short = len(words.forms[index]) <= 4 and words.low(index) not in ("may", "june", "july")
    return index + 1 + (short and words.low(index + 1) == ".")


def month_first(reader: Reader, index: int) -> Resolved | None:
    """Reads "August 2, 2015", "Aug. 2", "August 2015", "in April"."""
    words, month = reader.words, MONTHS[reader.low(index)]
    if not words.is_name(index):
        return None
    at = _after_month(words, index)
    day = _day_number(words.low(at)) if at < reader.hi else None
    if day and not year_number(words.low(at)):
        last, at = _day_to(reader, at)
        year, end = _year_after(words, at, reader.hi)
        found = _day(year, month, day) if year else _nearest_day(reader, index, month, day)
        return end, found, _in_month(found, last)
    months = _month_to(reader, index, at)
    if months:
        return months
    year, end = _year_after(words, at, reader.hi)
    if year:
        return (end, *month_range(year, month))
    before = words.low(index - 1) if index > reader.lo else ""
    joined = before in _TO and index - 2 >= reader.lo and words.low(index - 2) in MONTHS
    if before not in _BEFORE_MONTH and not joined and not words.low(index).endswith("'s"):
        return None
    return at, *_nearest_month(reader, index, month)


def _day_to(reader: Reader, at: int) -> tuple[int | None, int]:
    """The last day of "5 to 7", "5–7": (day or None, one past it); ``at`` is the first day's."""
    words = reader.words
    if words.low(at + 1) not in _TO:
        return None, at + 1
    last, first = _day_number(words.low(at + 2)), _day_number(words.lows[at])
    beyond = words.low(at + 3) in ("%", "percent", "per", "million", "people")
    if at + 2 >= reader.hi or not last or not first or last <= first or beyond:
        return None, at + 1
    return last, at + 3


def _in_month(first: date | None, last: int | None) -> date | None:
    return _day(first.year, first.month, last) if first and last else first


def _month_to(reader: Reader, index: int, at: int) -> Resolved | None:
    """Reads "January to March 2015", "June–July 2014"."""
    words = reader.words
    last = MONTHS.get(words.low(at + 1)) if at + 1 < reader.hi else None
    if words.low(at) not in _TO or not last or not words.is_name(at + 1):
        return None
    first = MONTHS[words.lows[index]]
    year, end = _year_after(words, _after_month(words, at + 1), reader.hi)
    if not year or last <= first:
        return None
    return end, date(year, first, 1), month_range(year, last)[1]


def day_first(reader: Reader, index: int) -> Resolved | None:
    """Reads "2 August 2015", "the 2nd of August"."""
    words = reader.words
    day = _day_number(words.lows[index])
    last, at = _day_to(reader, index) if day else (None, index + 1)
    at += words.low(at) == "of"
    month = MONTHS.get(words.low(at)) if at < reader.hi and words.is_name(at) else None
    if not day or not month:
        return None
    year, end = _year_after(words, _after_month(words, at), reader.hi)
    found = _day(year, month, day) if year else _nearest_day(reader, index, month, day)
    return end, found, _in_month(found, last)


def iso_day(reader: Reader, index: int) -> Resolved | None:
    match = _ISO.match(reader.words.text, reader.words.starts[index])
    if not match:
        return None
    found = _day(*(int(part) for part in match.groups()))
    end = reader.words.range(match.start(), match.end())[1]
    return (end, found, found) if found else None


def numeric_day(reader: Reader, index: int) -> Resolved | None:
    """Reads "31/12/2015", "12/31/2015", "31.12.2015", "9/11"; open where day and month may both
    be meant."""
    words = reader.words
    match = _NUMERIC.match(words.text, words.starts[index])
    if not match:
        return None
    end = words.range(match.start(), match.end())[1]
    if match[1] is None:
        return (end, _NINE_ELEVEN, _NINE_ELEVEN) if end <= reader.hi else None
    one, sign, other, year = int(match[1]), match[2], int(match[3]), int(match[4])
    day, month = (one, other) if sign == "." or one > 12 else (other, one)
    found = _day(year, month, day)
    sure = sign == "." or one > 12 or other > 12 or one == other
    if found is None or end > reader.hi:
        return None
    return (end, found, found) if sure else (end, None, None)


def year_alone(reader: Reader, index: int) -> Resolved | None:
    words = reader.words
    year = year_number(words.lows[index])
    if year is None or not 1700 <= year <= 2100:
        return None
    before = words.low(index - 1) if index > reader.lo else ""
    after = words.low(index + 1)
    if after in ("year", "years", "-") and words.low(index + 2 - (after != "-")) in _AGES:
        return None
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
    if low in DECADES and reader.words.low(index - 1) in ("the", "early", "late", "mid"):
        start = 1900 + DECADES[low]
    elif re.fullmatch(r"[3-9]0'?s", low) and reader.words.low(index - 1) in _BEFORE_DECADE:
        start = 1900 + int(low[:2])
    elif re.fullmatch(r"(1[5-9]|20)\d0'?s", low):
        start = int(low[:4])
    else:
        return None
    return index + 1, date(start, 1, 1), date(start + 9, 12, 31)


def century(reader: Reader, index: int) -> Resolved | None:
    words = reader.words
    number = _century_number(words.lows[index])
    end = index + 1
    last = number
    if words.low(end) in ("and", "to", "-", "–"):
        last, end = _century_number(words.low(end + 1)), end + 2
    if words.low(end) not in ("century", "centuries") or not number or not last or end >= reader.hi:
        return None
    return end + 1, date((number - 1) * 100, 1, 1), date(last * 100 - 1, 12, 31)


def _century_number(low: str) -> int | None:
    number = CENTURIES.get(low) or number_in(low)
    return number if number and 2 <= number <= 21 else None


def prefixed(reader: Reader, index: int) -> Resolved | None:
    """Reads "mid-2015", "mid-July 2014", "late-1990s": the whole of what is named."""
    words = reader.words
    _, _, rest = words.lows[index].partition("-")
    year = year_number(rest)
    if year:
        return index + 1, date(year, 1, 1), date(year, 12, 31)
    if re.fullmatch(r"(1[5-9]|20)\d0'?s", rest):
        return index + 1, date(int(rest[:4]), 1, 1), date(int(rest[:4]) + 9, 12, 31)
    month = MONTHS.get(rest)
    if not month:
        return None
    year, end = _year_after(words, index + 1, reader.hi)
    return (end, *(month_range(year, month) if year else _nearest_month(reader, index, month)))


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
