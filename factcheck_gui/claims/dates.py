"""Dates in a text as ISO intervals: written out, or told from the day of publication.

Here: the search through the words, and the table of patterns in the order they are tried. Not
here: figures, the patterns themselves (``dates_written``, ``dates_told``). A relative date is
resolved only against ``published``; what is not certain stays None, an open end in the app.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from factcheck_gui.claims.dates_told import (
    DAY_NUMBERS,
    NAMED_DAYS,
    SMALL_NUMBERS,
    ago,
    named_day,
    past_few,
    period,
    weekday,
    weekend,
)
from factcheck_gui.claims.dates_written import (
    DECADES,
    Reader,
    Resolved,
    century,
    day_first,
    decade,
    iso_day,
    month_first,
    year_alone,
)
from factcheck_gui.claims.words import MONTHS, Words
from factcheck_gui.domain import DateMention, Span


def parse_day(text: str | None) -> date | None:
    """An ISO date or date-time as a day; None where it is none, not whole, or out of all reason."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return day if 1500 <= day.year <= 2500 else None


def find_dates(words: Words, lo: int, hi: int, published: date | None) -> list[DateMention]:
    """The dates among the tokens ``lo`` to ``hi`` in order; spans in code points."""
    reader = Reader(words, lo, hi, published)
    found: list[DateMention] = []
    index = lo
    while index < hi:
        reading = _at(reader, index)
        if reading is None:
            index += 1
            continue
        end, first, last = reading
        span = Span(words.starts[index], words.ends[end - 1])
        found.append(DateMention(span, _iso(first), _iso(last)))
        index = end
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _at(reader: Reader, index: int) -> Resolved | None:
    low = reader.words.lows[index]
    if low not in _TRIGGERS and not low[0].isdigit():
        return None
    for applies, read in _PATTERNS:
        if applies(low):
            reading = read(reader, index)
            if reading is not None:
                return reading
    return None


_TRIGGERS = frozenset(
    [
        *DAY_NUMBERS,
        *MONTHS,
        *SMALL_NUMBERS,
        *DECADES,
        *NAMED_DAYS,
        "last",
        "this",
        "next",
        "the",
    ]
)
_PATTERNS: tuple[tuple[Callable[[str], bool], Callable[[Reader, int], Resolved | None]], ...] = (
    (DAY_NUMBERS.__contains__, weekday),
    (MONTHS.__contains__, month_first),
    (lambda low: low[0].isdigit() and len(low) == 10, iso_day),
    (lambda low: low[0].isdigit(), day_first),
    (lambda low: low[0].isdigit(), century),
    (lambda low: low[0].isdigit() or low in SMALL_NUMBERS, ago),
    (lambda low: low[0].isdigit() and len(low) == 4, year_alone),
    (lambda low: low in DECADES or (low[0].isdigit() and low[-1] == "s"), decade),
    (NAMED_DAYS.__contains__, named_day),
    (("last", "this", "next").__contains__, period),
    (lambda low: low == "the", past_few),
    (lambda low: low == "the", weekend),
)
