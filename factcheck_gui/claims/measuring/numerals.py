"""Numbers as people write them, and their values: digits, words, shares, sums of money.

Here: what a run of tokens is worth. Not here: what is counted and how exactly (``figures``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factcheck_gui.claims.language.words import Words

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: float(n) for n, word in enumerate(_ONES)} | {
    word: float(10 * n) for n, word in enumerate(_TENS, start=2)
}
_LARGE = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "k": 1e3, "dozen": 12.0,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_ORDINARY_LARGE = frozenset("hundred thousand million billion trillion dozen lakh crore".split())
_SHORT_LARGE = frozenset("bn mn m tn".split())
_VAGUE = {
    "tens": 1e1, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "dozens": 12.0, "scores": 20.0,
}  # fmt: skip
_PARTS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
    "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10,
}  # fmt: skip
MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH"}
SPANS_OF_TIME = frozenset(
    "second minute hour day week month year decade century".split()
    + "seconds minutes hours days weeks months years decades centuries".split()
)
_DIGITS = re.compile(r"(\d+(?:,\d{2,3})+|\d+)((?:\.\d+)*)(m|mn|bn|tn|k|st|nd|rd|th|s)?$")
_COMPOUND = re.compile(r"(\d+(?:[.,]\d+)*|[a-z]+)-([a-z]+(?:-[a-z]+)?)$")
_GLUED = re.compile(
    r"(\d+(?:,\d{3})*(?:\.\d+)?)(km|kg|cm|mm|mph|kph|kmh|ft|gw|mw|kw|gb|tb|mb|ml|hz|ghz|°c|c|f)$"
)
_AND_A_HALF = re.compile(r"([a-z]+|\d+)-and-a-half$")
_LONGEST_IN_WORDS = 12  # tokens


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the tokens ``first`` to ``end``; ``unit`` where it says it itself."""

    value: float
    first: int
    end: int  # one past the last token
    unit: str = ""


def number_at(words: Words, index: int, hi: int) -> Number | None:
    """The number that begins at a token; None where none does."""
    low = words.lows[index]
    if low in MONEY:
        number = _digits(words, index + 1, hi) if words.low(index + 1)[:1].isdigit() else None
        return Number(number.value, index, number.end, MONEY[low]) if number else None
    if low[0].isdigit():
        number = _digits(words, index, hi)
        return _ratio(words, number, hi) or _and_a_half(words, number, hi) if number else None
    if low in _VAGUE and words.low(index + 1) == "of":
        many = _VAGUE.get(words.low(index + 2)) if index + 2 < hi else None
        return Number(_VAGUE[low] * (many or 1), index, index + (3 if many else 1))
    share = _share(words, index, hi)
    if share:
        return share
    number = _in_words(words, index, hi)
    return _ratio(words, number, hi) or _and_a_half(words, number, hi) if number else None


def amount(digits: str) -> float | None:
    """What a token of digits is worth, None where it is no plain number."""
    match = _DIGITS.match(digits)
    if not match or match[2].count(".") > 1 or match[3] or len(match[1]) >= 40:
        return None
    return float(match[1].replace(",", "") + match[2])


def _digits(words: Words, index: int, hi: int) -> Number | None:
    match = _DIGITS.match(words.lows[index])
    if not match:
        return _glued(words, index) or _compound(words, index)
    whole, rest, ending = match.groups()
    if rest.count(".") > 1 or ending in ("st", "nd", "rd", "th", "s"):
        return None
    value = float(whole.replace(",", "") + rest) if len(whole) < 40 else 0.0
    value *= _LARGE.get(ending or "", 1.0)
    end = index + 1
    while end < min(hi, index + 3) and words.lows[end] in _ORDINARY_LARGE | _SHORT_LARGE:
        if words.lows[end] == "m" and value > 999:
            break
        value *= _LARGE[words.lows[end]]
        end += 1
    return Number(value, index, end)


def _glued(words: Words, index: int) -> Number | None:
    """Reads "5km", "100mph", "37.5C"."""
    match = _GLUED.match(words.lows[index])
    if not match:
        return None
    unit = words.forms[index][match.end(1) :]
    return Number(float(match[1].replace(",", "")), index, index + 1, unit)


def _compound(words: Words, index: int) -> Number | None:
    """Reads "14-year-old", "18-fold", "seven-day", "3.5-million", "three-and-a-half"."""
    low = words.lows[index]
    match = _COMPOUND.match(low)
    if not match:
        return None
    half = _AND_A_HALF.match(low)
    size, rest = match.groups()
    if half:
        size = half[1]
    value = amount(size) if size[0].isdigit() else SMALL.get(size)
    if value is None or rest in SMALL:
        return None
    if half:
        return Number(value + 0.5, index, index + 1)
    if rest in _ORDINARY_LARGE:
        return Number(value * _LARGE[rest], index, index + 1)
    unit = "years old" if rest.startswith("year-old") else rest
    return Number(value, index, index + 1, unit)


def _in_words(words: Words, index: int, hi: int) -> Number | None:
    """Reads "seventeen", "twenty-five", "two hundred and six thousand", "a million"."""
    total, current, end, seen = 0.0, 0.0, index, False
    if words.lows[index] in ("a", "an") and words.low(index + 1) in _ORDINARY_LARGE:
        current, end, seen = 1.0, index + 1, True
    while end < hi and end - index < _LONGEST_IN_WORDS:
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
    return Number(total + current, index, end) if seen and end > index else _compound(words, index)


def _word_value(low: str) -> float | None:
    if low in SMALL:
        return SMALL[low]
    tens, dash, ones = low.partition("-")
    if dash and tens in _TENS and ones in _ONES:
        return SMALL[tens] + SMALL[ones]
    return None


# ---------------------------------------------------------------- parts of a whole


def _share(words: Words, index: int, hi: int) -> Number | None:
    """Reads "a quarter of", "two-thirds", "two thirds", "half of", "half a million"."""
    low, after = words.lows[index], words.low(index + 1)
    if low == "half" and after in ("a", "an") and words.low(index + 2) in _ORDINARY_LARGE:
        whole = _in_words(words, index + 1, hi)
        return replace(whole, value=whole.value / 2, first=index) if whole else None
    top, dash, part = low.rpartition("-")
    single = part.removesuffix("s")
    if single in _PARTS and (low == "half" or (dash and SMALL.get(top))):
        return Number(SMALL.get(top, 1.0) * _PARTS[single], index, index + 1, "share")
    single = after.removesuffix("s")
    of_it = index + 2 < hi and words.low(index + 2) == "of"
    if low in ("a", "one") and after in _PARTS and after != "half" and of_it:
        return Number(_PARTS[after], index, index + 2, "share")
    if single in _PARTS and after.endswith("s") and SMALL.get(low, 0) > 1 and index + 1 < hi:
        return Number(SMALL[low] * _PARTS[single], index, index + 2, "share")
    return None


def _ratio(words: Words, number: Number, hi: int) -> Number | None:
    """Reads "one in five", "four out of five", "nine of ten": at most the whole."""
    at = number.end
    if number.unit or number.value > 99 or number.value != int(number.value):
        return None
    if words.low(at) == "out" and words.low(at + 1) == "of":
        at += 2
    elif words.low(at) == "in" and number.value == 1:
        at += 1
    else:
        return None
    whole = _in_words(words, at, hi) if at < hi else None
    if at < hi and words.lows[at][0].isdigit():
        whole = _digits(words, at, hi)
    if not whole or whole.unit or not number.value < whole.value or whole.end - at > 3:
        return None
    if number.value == 1 and 1500 < whole.value < 2200:
        return None  # "one in 1999"
    return Number(number.value / whole.value, number.first, whole.end, "share")


def _and_a_half(words: Words, number: Number, hi: int) -> Number:
    """Adds the half of "two and a half years", "3 1/2 years"."""
    at = number.end
    if number.unit or number.value > 999:
        return number
    after = tuple(words.lows[at : min(hi, at + 3)])
    if after == ("and", "a", "half") or (after == ("1", "/", "2") and at > number.first):
        return Number(number.value + 0.5, number.first, at + 3)
    return number
