"""Dates in a text as ISO intervals: written out, or told from the day of publication.

Here: the search through the words, the table of patterns in the order they are tried, and the day
that the head of a text says. Not here: figures, the patterns themselves (``dates_written``,
``dates_periods``, ``dates_told``, ``dates_anchored``). A relative date is
resolved only against ``published``; what is not certain stays None, an open end in the app.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from factcheck_gui.claims.language.words import MONTHS, Words, read_words
from factcheck_gui.claims.measuring.dates_anchored import (
    DAYS_COUNTED,
    anchored,
    broken_off,
    day_counted,
    lasting,
    later,
)
from factcheck_gui.claims.measuring.dates_periods import (
    FEAST_WORDS,
    SEASONS,
    feast,
    fiscal_year,
    part_of_year,
    quarter,
    season,
    years,
)
from factcheck_gui.claims.measuring.dates_told import (
    DAY_NUMBERS,
    DAY_PARTS,
    NAMED_DAYS,
    SMALL_NUMBERS,
    ago,
    coming,
    edge,
    named_day,
    past_few,
    period,
    weekday,
    weekend,
)
from factcheck_gui.claims.measuring.dates_written import (
    CENTURIES,
    DECADES,
    Reader,
    Resolved,
    century,
    day_first,
    decade,
    iso_day,
    month_first,
    numeric_day,
    prefixed,
    year_alone,
)
from factcheck_gui.domain import DateMention, Span


def parse_day(text: str | None) -> date | None:
    """An ISO date or date-time as a day; None where it is none, not whole, or out of all reason."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return day if 1500 <= day.year <= 2500 else None


def find_dates(
    words: Words, lo: int, hi: int, published: date | None, before: DateMention | None = None
) -> list[DateMention]:
    """The dates among the tokens ``lo`` to ``hi`` in order; spans in code points.

    ``before`` is the last resolved date of the text before them, from which "the next day" is told.
    """
    found: list[DateMention] = []
    anchor = _interval(before)
    index = lo
    while index < hi:
        reading = _at(Reader(words, lo, hi, published, anchor), index)
        if reading is None:
            index += 1
            continue
        end, first, last = reading
        if words.low(end) in DAY_PARTS and first == last and end < hi:
            end += 1  # "Tuesday night"
        span = Span(words.starts[index], words.ends[end - 1])
        found.append(DateMention(span, _iso(first), _iso(last)))
        anchor = (first, last) if first and last else anchor
        index = end
    return _beside_each_other(words.text, found)


def is_measured(text: str, mention: DateMention) -> bool:
    """Whether it also says how long: "for 15 years", "two weeks later" have a figure as well."""
    return _MEASURED.match(mention.span.of(text)) is not None


def dateline(text: str, paragraphs: Sequence[Span], published: date | None) -> date | None:
    """The day that a line of its own at the head of a text says, else ``published``.

    It stands nearer to the words than a date from elsewhere, which is often that of the first
    version; but one over a month away from ``published`` is not taken for the article's.
    """
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.end - paragraph.start > _LONGEST_DATELINE:
            continue
        words = read_words(text, paragraph.start, paragraph.end)
        found = find_dates(words, 0, len(words), published)
        whole = len(found) == 1 and found[0].span == paragraph and found[0].start == found[0].end
        day = parse_day(found[0].start) if whole else None
        if day and _YEAR.search(paragraph.of(text)):
            near = published is None or abs((day - published).days) <= _NEAR
            return day if near else published
    return published


def _interval(mention: DateMention | None) -> tuple[date, date] | None:
    first, last = (parse_day(mention.start), parse_day(mention.end)) if mention else (None, None)
    return (first, last) if first and last else None


def _beside_each_other(text: str, found: list[DateMention]) -> list[DateMention]:
    """An open date takes the day of one that stands beside it: "Saturday, the opening night"."""
    for number, one in enumerate(found):
        if one.start or one.end:
            continue
        for other in (found[number + 1 : number + 2], found[number - 1 : number] if number else []):
            day = other[0] if other else None
            if day is None or day.start is None or day.start != day.end:
                continue
            between = text[min(one.span.end, day.span.end) : max(one.span.start, day.span.start)]
            if between.strip(" ") == ",":
                found[number] = DateMention(one.span, day.start, day.end)
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _at(reader: Reader, index: int) -> Resolved | None:
    low = reader.low(index)
    formed = low[:1].isdigit() or low.startswith(_PREFIXES) or low.endswith(_SUFFIXES)
    if low not in _TRIGGERS and not formed:
        return None
    for applies, read in _PATTERNS:
        if applies(low):
            reading = read(reader, index)
            if reading is not None:
                return reading
    return None


_MEASURED = re.compile(
    r"(?:for|in) |.*-(?:year|decade)$|.*\b(?:later|earlier|before|after|afterwards?|advance)$", re.I
)
_HEAD = 5  # paragraphs
_LONGEST_DATELINE = 40
_NEAR = 31  # days
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SUFFIXES = ("-year", "-decade")
_PREFIXES = ("mid-", "early-", "late-", "pre-", "post-")


def _is_number(low: str) -> bool:
    return low[0].isdigit() or low in SMALL_NUMBERS


def _digit(low: str) -> bool:
    return low[0].isdigit()


_TELLING = frozenset("last this next the that past recent coming for in day opening fiscal".split())
_TRIGGERS = frozenset(
    [
        *DAY_NUMBERS, *MONTHS, *SMALL_NUMBERS, *DECADES, *NAMED_DAYS, *SEASONS, *FEAST_WORDS,
        *_TELLING, *CENTURIES, "q1", "q2", "q3", "q4", *DAYS_COUNTED,
        "first-quarter", "second-quarter", "third-quarter", "fourth-quarter",
    ]
)  # fmt: skip
# In the order they are tried. What a pattern is asked for is the small word without "'s".
_PATTERNS: tuple[tuple[Callable[[str], bool], Callable[[Reader, int], Resolved | None]], ...] = (
    (FEAST_WORDS.__contains__, feast),
    (DAY_NUMBERS.__contains__, weekday),
    (MONTHS.__contains__, month_first),
    (lambda low: _digit(low) and len(low) == 10, iso_day),
    (_digit, numeric_day),
    (_digit, day_first),
    (_digit, years),
    (lambda low: _digit(low) or low in CENTURIES, century),
    (_is_number, ago),
    (_is_number, later),
    (lambda low: _digit(low) and len(low) == 4, year_alone),
    (lambda low: low in DECADES or (_digit(low) and low[-1] == "s"), decade),
    (NAMED_DAYS.__contains__, named_day),
    (lambda low: low.startswith("q"), quarter),
    (lambda low: low in ("last", "this", "next", "the", *SEASONS), season),
    (("last", "this", "next").__contains__, period),
    (("the", "past", "last", "recent", "coming", "next").__contains__, past_few),
    (lambda low: low == "the", weekend),
    (
        lambda low: low == "the" or low.startswith(("first", "second", "third", "fourth")),
        part_of_year,
    ),
    (lambda low: low == "the", edge),
    (("the", "that").__contains__, anchored),
    (DAYS_COUNTED.__contains__, day_counted),
    (("for", "in").__contains__, lasting),
    (lambda low: low == "in", coming),
    (lambda low: low.endswith(_SUFFIXES), broken_off),
    (lambda low: low == "fiscal", fiscal_year),
    (lambda low: low.startswith(_PREFIXES), prefixed),
)
