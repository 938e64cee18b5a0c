"""Numbers in a text: what they count, how exactly, in which unit.

Here: digits, numbers in words, money, percentages, ranges, and the noun that follows. Not here:
dates and times (``dates``), whose tokens are passed in so that no year counts as a figure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from factcheck_gui.claims.subjects import is_finite
from factcheck_gui.claims.words import DASHES, PREPOSITIONS, Words
from factcheck_gui.domain import Figure, Span

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: float(n) for n, word in enumerate(_ONES)} | {
    word: float(10 * n) for n, word in enumerate(_TENS, start=2)
}
_LARGE = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "k": 1e3, "dozen": 12.0,
}  # fmt: skip
_ORDINARY_LARGE = frozenset("hundred thousand million billion trillion dozen".split())
_VAGUE = {
    "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "dozens": 12.0, "scores": 20.0,
}  # fmt: skip
_SHARES = {
    "half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25,
    "fifth": 0.2, "fifths": 0.2, "tenth": 0.1, "tenths": 0.1,
}  # fmt: skip
_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH"}
_MONEY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
    "yen": "JPY", "rubles": "RUB", "roubles": "RUB", "rupees": "INR", "cents": "cents",
    "usd": "USD", "eur": "EUR", "gbp": "GBP",
}  # fmt: skip
_PERCENT = frozenset("% percent percentage pct".split())
_SPANS_OF_TIME = frozenset(
    "second minute hour day week month year decade century".split()
    + "seconds minutes hours days weeks months years decades centuries".split()
)
_QUALIFIERS = (
    "at least", "at most", "more than", "less than", "fewer than", "no more than",
    "no less than", "no fewer than", "up to", "as many as", "as much as", "as few as",
    "as little as", "close to", "just over", "just under", "well over", "some", "about", "around",
    "approximately", "roughly", "nearly", "almost", "over", "under", "below", "above", "only",
    "just", "exactly", "an estimated", "estimated", "upwards of", "in excess of", "an average of",
    "a record", "circa", "another",
)  # fmt: skip
_LONGEST_QUALIFIER = 3
_QUALIFIER_SET = frozenset(_QUALIFIERS)
_DIGITS = re.compile(r"(\d+(?:,\d{3})+|\d+)((?:\.\d+)*)(m|mn|bn|tn|k|st|nd|rd|th|s)?$")
_COMPOUND = re.compile(r"(\d+(?:[.,]\d+)*|[a-z]+)-([a-z]+(?:-[a-z]+)?)$")
_NOT_UNITS = frozenset(
    """to of and or in on at for from by with the a an is are was were be as than that who which
    has have had if but when while other others per do did it they he she we i you not so because
    since until will would could may can more less after before during its their his her this
    there""".split()
)
_MODIFIERS_MAX = 2


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    first: int
    end: int  # one past the last token
    unit: str = ""


def find_figures(words: Words, lo: int, hi: int, taken: Collection[int] = ()) -> list[Figure]:
    """The figures among the tokens ``lo`` to ``hi``; ``taken`` are tokens of dates.

    A range such as "15 to 20 per cent" gives two figures. Years, list numbers and "one" as a
    pronoun are left out.
    """
    found: list[Figure] = []
    index = lo
    while index < hi:
        number = None if index in taken else _number_at(words, index, hi)
        if number is None:
            index += 1
            continue
        number = _with_unit(words, number, hi)
        if _counts(words, number, lo):
            figure = _figure(words, number, lo)
            found.append(_with_noun_before(words, figure, number.end, found))
        index = max(number.end, index + 1)
    return _ranges_share_units(found, words.text)


def _figure(words: Words, number: _Number, lo: int) -> Figure:
    qualifier = _qualifier(words, lo, number.first)
    span = Span(words.starts[number.first], words.ends[number.end - 1])
    return Figure(span, number.value, number.unit, qualifier)


def _with_noun_before(words: Words, figure: Figure, end: int, found: list[Figure]) -> Figure:
    """A bare figure with a qualifier counts the same: "53 troops, and wounding about 75"."""
    bare = not figure.unit and figure.qualifier and words.low(end) in (".", ",", ";", "and", "")
    if not bare or not found or found[-1].unit in ("", "%", "share", *_MONEY.values()):
        return figure
    return Figure(figure.span, figure.value, found[-1].unit, figure.qualifier)


# ---------------------------------------------------------------- values


def _number_at(words: Words, index: int, hi: int) -> _Number | None:
    low = words.lows[index]
    if low in _MONEY:
        number = _digits(words, index + 1, hi) if words.low(index + 1)[:1].isdigit() else None
        return _Number(number.value, index, number.end, _MONEY[low]) if number else None
    if low[0].isdigit():
        return _digits(words, index, hi)
    if low in _VAGUE and words.low(index + 1) == "of":
        return _Number(_VAGUE[low], index, index + 1)
    if low in ("a", "an") and words.low(index + 1) in _SPANS_OF_TIME:
        qualified = bool(_qualifier(words, max(0, index - _LONGEST_QUALIFIER), index))
        return _Number(1.0, index, index + 2, words.low(index + 1)) if qualified else None
    return _in_words(words, index, hi) or _share(words, index, hi)


def _digits(words: Words, index: int, hi: int) -> _Number | None:
    low = words.lows[index]
    match = _DIGITS.match(low)
    if not match:
        return _compound(words, index)
    whole, rest, ending = match.groups()
    if rest.count(".") > 1 or ending in ("st", "nd", "rd", "th", "s"):
        return None
    value = float(whole.replace(",", "") + rest) if len(whole) < 40 else 0.0
    value *= _LARGE.get(ending or "", 1.0)
    end = index + 1
    while end < min(hi, index + 3) and words.lows[end] in _ORDINARY_LARGE | {"bn", "mn", "m", "tn"}:
        if words.lows[end] == "m" and value > 999:
            break
        value *= _LARGE[words.lows[end]]
        end += 1
    return _Number(value, index, end)


def _compound(words: Words, index: int) -> _Number | None:
    """Reads "14-year-old", "18-fold", "seven-day"."""
    match = _COMPOUND.match(words.lows[index])
    if not match:
        return None
    size, rest = match.groups()
    value = _SMALL.get(size)
    if size[0].isdigit():
        value = float(size.replace(",", "")) if size.replace(",", "").isdigit() else None
    if value is None or rest in _SMALL or len(size) > 30:
        return None
    unit = "years old" if rest.startswith("year-old") else rest
    return _Number(value, index, index + 1, unit)


def _in_words(words: Words, index: int, hi: int) -> _Number | None:
    """Reads "seventeen", "twenty-five", "two hundred and six thousand", "a million"."""
    total, current, end, seen = 0.0, 0.0, index, False
    if words.lows[index] in ("a", "an") and words.low(index + 1) in _ORDINARY_LARGE:
        current, end, seen = 1.0, index + 1, True
    while end < hi and end - index < 12:
        low = words.lows[end]
        value = _word_value(low)
        if value is not None:
            current += value
        elif low in _ORDINARY_LARGE and seen:
            current *= _LARGE[low]
            if low not in ("hundred", "dozen"):
                total, current = total + current, 0.0
        elif low == "and" and seen and _word_value(words.low(end + 1)) is not None:
            if current < 100 and not total:
                break
        else:
            break
        seen = True
        end += 1
    return _Number(total + current, index, end) if seen and end > index else _compound(words, index)


def _word_value(low: str) -> float | None:
    if low in _SMALL:
        return _SMALL[low]
    tens, dash, ones = low.partition("-")
    if dash and tens in _TENS and ones in _ONES:
        return _SMALL[tens] + _SMALL[ones]
    return None


def _share(words: Words, index: int, hi: int) -> _Number | None:
    """Reads "a quarter of", "two-thirds", "half of": parts of a whole."""
    low = words.lows[index]
    if low in ("half", "one-third", "two-thirds", "three-quarters", "one-quarter"):
        top, _, part = low.rpartition("-")
        value = (_SMALL.get(top, 1.0)) * _SHARES[part]
        return _Number(value, index, index + 1, "share")
    part = words.low(index + 1)
    of_it = index + 2 < hi and words.low(index + 2) == "of"
    if low in ("a", "one") and part in ("third", "quarter", "fifth", "tenth") and of_it:
        return _Number(_SHARES[part], index, index + 2, "share")
    return None


# ---------------------------------------------------------------- units and qualifiers


def _with_unit(words: Words, number: _Number, hi: int) -> _Number:
    """Adds the noun after a number: "53 captive Ukrainian troops" counts troops."""
    if number.unit and number.unit != "share":
        return number
    after = number.end
    low = words.low(after) if after < hi else ""
    if low in _PERCENT or (low == "per" and words.low(after + 1) == "cent"):
        point = words.low(after + 1) in ("point", "points")
        end = after + 1 + (low == "per") + point
        return _Number(number.value, number.first, end, "percentage points" if point else "%")
    if low in _MONEY_WORDS:
        return _Number(number.value, number.first, after + 1, _MONEY_WORDS[low])
    if low == "-" and words.low(after + 1) in _SPANS_OF_TIME:
        return _Number(number.value, number.first, number.end, words.low(after + 1))
    return _Number(number.value, number.first, number.end, number.unit or _noun(words, after, hi))


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
            or low in _SMALL
        ):
            break
        best = form
        if _is_plural(low) or low in _SPANS_OF_TIME:
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


def _counts(words: Words, number: _Number, lo: int) -> bool:
    """Leaves out what is no quantity: years, list numbers, "one" alone, "No. 5", "Boeing 747"."""
    low = words.lows[number.first]
    before = words.low(number.first - 1) if number.first > lo else ""
    if low == "one" and before in ("no", "any", "every", "some", "each"):
        return False
    if low in ("one", "zero"):
        return bool(number.unit) and (
            number.end > number.first + 1 or words.low(number.end) != "of"
        )
    if not low[0].isdigit() or number.unit in ("%", "share"):
        return True
    bare = words.forms[number.first]
    if len(bare) == 4 and bare.isdigit() and 1800 <= int(bare) <= 2100:
        return _is_plural(number.unit) and not _qualifier_is_time(before)
    if number.first == lo and words.low(number.end) in (".", ")"):
        return False
    return not (before in ("#", "/", "@") or words.low(number.end) in ("/", "@"))


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
