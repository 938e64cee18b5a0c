"""Numbers in a text: what they count, how exactly, in which unit.

Here: the noun or unit that follows a number, qualifiers, ranges, and which numbers count nothing.
Not here: what a number is worth (``numerals``); dates (``dates``), whose tokens are passed in so
that no year counts as a figure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from factcheck_gui.claims.language.finite import is_finite
from factcheck_gui.claims.language.words import DASHES, PREPOSITIONS, Words
from factcheck_gui.claims.measuring.numerals import (
    MONEY,
    SMALL,
    SPANS_OF_TIME,
    Number,
    amount,
    number_at,
)
from factcheck_gui.domain import Figure, Span

_MONEY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
    "yen": "JPY", "rubles": "RUB", "roubles": "RUB", "rupees": "INR", "cents": "cents",
    "usd": "USD", "eur": "EUR", "gbp": "GBP",
}  # fmt: skip
_LANDS = frozenset("us u.s. american canadian australian hong".split())  # before "dollars"
_LABELS = frozenset(
    """article chapter section page pages figure table room route flight highway interstate boeing
    airbus channel apollo windows type grade level phase line paragraph rule title proposition
    amendment resolution no nos number""".split()
)
_RANGE = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)-(\d+(?:,\d{3})*(?:\.\d+)?)$")
_PERCENT = frozenset("% percent percentage pct".split())
_QUALIFIERS = (
    "at least", "at most", "more than", "less than", "fewer than", "no more than",
    "no less than", "no fewer than", "up to", "as many as", "as much as", "as few as",
    "as little as", "close to", "just over", "just under", "well over", "some", "about", "around",
    "approximately", "roughly", "nearly", "almost", "over", "under", "below", "above", "only",
    "just", "exactly", "an estimated", "estimated", "upwards of", "in excess of", "an average of",
    "a record", "circa", "another", "a minimum of", "a maximum of", "north of", "well under",
    "not more than", "not less than", "slightly more than", "slightly less than", "a total of",
    "a further", "an additional", "barely",
)  # fmt: skip
_LONGEST_QUALIFIER = 3  # tokens
_QUALIFIER_SET = frozenset(_QUALIFIERS)
_NOT_UNITS = frozenset(
    """to of and or in on at for from by with the a an is are was were be as than that who which
    has have had if but when while other others per do did it they he she we i you not so because
    since until will would could may can more less after before during its their his her this
    there""".split()
)
_MODIFIERS_MAX = 2


def find_figures(words: Words, lo: int, hi: int, taken: Collection[int] = ()) -> list[Figure]:
    """The figures among the tokens ``lo`` to ``hi``; ``taken`` are tokens of dates.

    A range such as "15 to 20 per cent" gives two figures. Years, list numbers and "one" as a
    pronoun are left out.
    """
    found: list[Figure] = []
    index = lo
    while index < hi:
        if index in taken:
            index += 1
            continue
        pair = _range(words, index, lo, hi)
        number = None if pair else number_at(words, index, hi) or _one(words, index, lo)
        if number is None:
            found += pair
            index += 1
            continue
        number = _with_unit(words, number, hi)
        if _counts(words, number, lo):
            figure = _figure(words, number, lo)
            found.append(_with_noun_before(words, figure, number.end, found))
        index = max(number.end, index + 1)
    return _ranges_share_units(found, words.text)


def _one(words: Words, index: int, lo: int) -> Number | None:
    """Reads "nearly a month": one, where it is qualified."""
    low, unit = words.lows[index], words.low(index + 1)
    measured = low in ("a", "an") and unit in SPANS_OF_TIME and _qualifier(words, lo, index)
    return Number(1.0, index, index + 2, unit) if measured else None


def _range(words: Words, index: int, lo: int, hi: int) -> list[Figure]:
    """The two figures of "200-300 people", a single token; none of "2-1", which counts nothing."""
    match = _RANGE.match(words.lows[index])
    first, last = (amount(match[1]), amount(match[2])) if match else (None, None)
    if not match or first is None or last is None or first >= last:
        return []
    number = _with_unit(words, Number(last, index, index + 1), hi)
    if not number.unit or (words.low(index - 1) in _LABELS and index > lo):
        return []
    start = words.starts[index]
    middle = start + len(match[1])
    qualifier = _qualifier(words, lo, index)
    second = Span(middle + 1, words.ends[number.end - 1])
    return [
        Figure(Span(start, middle), first, number.unit, qualifier),
        Figure(second, last, number.unit),
    ]


def _figure(words: Words, number: Number, lo: int) -> Figure:
    qualifier = _qualifier(words, lo, number.first)
    span = Span(words.starts[number.first], words.ends[number.end - 1])
    if _is_minus(words, number.first, lo):
        span = Span(words.starts[number.first - 1], span.end)
        number = replace(number, value=-number.value)
    return Figure(span, number.value, number.unit, qualifier)


def _is_minus(words: Words, first: int, lo: int) -> bool:
    """Whether a minus stands before a number: "-5 degrees", "minus 5", not "2010 - 5 people"."""
    if first <= lo:
        return False
    sign = words.low(first - 1)
    if sign == "minus":
        return True
    touches = words.ends[first - 1] == words.starts[first]
    text, at = words.text, words.starts[first - 1]
    return sign in ("-", "−") and touches and (at == 0 or text[at - 1].isspace())


def _with_noun_before(words: Words, figure: Figure, end: int, found: list[Figure]) -> Figure:
    """A bare figure with a qualifier counts the same: "53 troops, and wounding about 75"."""
    bare = not figure.unit and figure.qualifier and words.low(end) in (".", ",", ";", "and", "")
    if not bare or not found or found[-1].unit in ("", "%", "share", *MONEY.values()):
        return figure
    return Figure(figure.span, figure.value, found[-1].unit, figure.qualifier)


# ---------------------------------------------------------------- units and qualifiers


def _with_unit(words: Words, number: Number, hi: int) -> Number:
    """Adds the noun after a number: "53 captive Ukrainian troops" counts troops."""
    if number.unit and number.unit != "share":
        return number
    unit, end = _unit_after(words, number.end, hi)
    if unit:
        return replace(number, unit=unit, end=end)
    return replace(number, unit=number.unit or _noun(words, number.end, hi))


def _unit_after(words: Words, at: int, hi: int) -> tuple[str, int]:
    """A unit that is no common noun, and one past the tokens that belong to the figure."""
    low, after = (words.low(at), words.low(at + 1)) if at < hi else ("", "")
    if low in _PERCENT or (low == "per" and after == "cent"):
        end = at + 1 + (low == "per")
        point = words.low(end) in ("point", "points")
        return "percentage points" if point else "%", end + point
    if low in _LANDS and after in ("dollar", "dollars") and at + 1 < hi:
        return "USD" if low[0] == "u" else "dollars", at + 2
    if low == "pounds" and after == "of":
        return "pounds", at
    if low in _MONEY_WORDS:
        return _MONEY_WORDS[low], at + 1
    return (after if low == "-" and after in SPANS_OF_TIME else ""), at


def _noun(words: Words, start: int, hi: int) -> str:
    """The head of the noun phrase after a number; only names keep their capital letter."""
    start += words.low(start) == "of"
    start += words.low(start) in ("the", "its", "their", "his", "her", "these", "those")
    best = ""
    for index in range(start, min(hi, start + _MODIFIERS_MAX + 2)):
        low = words.lows[index]
        form = words.forms[index] if words.is_name(index) else low
        if (
            low in _NOT_UNITS
            or low in PREPOSITIONS
            or not low[0].isalpha()
            or is_finite(words, index)
            or low in SMALL
        ):
            break
        best = form
        if _is_plural(low) or low in SPANS_OF_TIME:
            break
    return best


def _is_plural(low: str) -> bool:
    return low in ("people", "men", "women", "children") or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))
    )


def _qualifier(words: Words, lo: int, first: int) -> str:
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        if first - length < lo:
            continue
        phrase = " ".join(words.lows[first - length : first])
        if phrase in _QUALIFIER_SET:
            return phrase
    return ""


def _counts(words: Words, number: Number, lo: int) -> bool:
    """Leaves out what is no quantity: years, list numbers, "one" alone, "No. 5", "Boeing 747"."""
    low = words.lows[number.first]
    before = words.low(number.first - 1) if number.first > lo else ""
    if low == "one" and before in ("no", "any", "every", "some", "each"):
        return False
    if number.unit in ("%", "share"):
        return True
    if low in ("one", "zero"):
        return bool(number.unit) and (
            number.end > number.first + 1 or words.low(number.end) != "of"
        )
    if before in _LABELS or (before == "." and words.low(number.first - 2) in ("no", "nos")):
        return False
    return not low[0].isdigit() or _digits_count(words, number, lo, before)


def _digits_count(words: Words, number: Number, lo: int, before: str) -> bool:
    bare, after = words.forms[number.first], words.low(number.end)
    if len(bare) == 4 and bare.isdigit() and 1800 <= int(bare) <= 2100:
        return _is_plural(number.unit) and not _qualifier_is_time(before)
    if number.first == lo and after in (".", ")"):
        return False
    return not (before in ("#", "/", "@") or after in ("/", "@") or _is_time_of_day(words, number))


def _is_time_of_day(words: Words, number: Number) -> bool:
    """Reads "9 a.m.", "3:30 p.m.", "16:45"."""
    after, before = words.low(number.end), words.low(number.first - 1)
    clock = after == ":" and words.low(number.end + 1)[:2].isdigit()
    minutes = before == ":" and words.low(number.first - 2)[:1].isdigit()
    return after in ("a.m.", "p.m.", "am", "pm", "o'clock") or clock or minutes


def _qualifier_is_time(before: str) -> bool:
    return before in ("in", "since", "of", "by", "from", "until", "the", ",")


def _ranges_share_units(figures: list[Figure], text: str) -> list[Figure]:
    """The first figure of "15 to 20 per cent" takes the second one's unit."""
    for number in range(len(figures) - 2, -1, -1):
        first, second = figures[number], figures[number + 1]
        between = text[first.span.end : second.span.start].strip().lower()
        if not first.unit and (between in ("to", "or", "and") or between in DASHES):
            figures[number] = Figure(first.span, first.value, second.unit, first.qualifier)
    return figures


def taken_tokens(words: Words, spans: Collection[Span]) -> Iterator[int]:
    """The numbers of the tokens that lie in spans."""
    for span in spans:
        yield from range(*words.range(span.start, span.end))
