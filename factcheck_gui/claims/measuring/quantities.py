"""What a figure allows: "at least 20 km" and "12 miles" as ranges of one unit, made comparable.

Here: units turned into one another, qualifiers as ranges, whether two figures can both be right.
Not here: figures found in text (``figures``), which claims speak of the same thing (``contested``).
The factors are those of the SI and of the international yard and pound.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck_gui.domain import Figure

# unit -> (what is measured, how many of its base unit)
_UNITS: dict[str, tuple[str, float]] = {}
for _measured, _table in {
    "length": """km 1000/kilometre 1000/kilometer 1000/m 1/metre 1/meter 1/cm .01/centimetre .01/
        centimeter .01/mm .001/mile 1609.344/yard .9144/foot .3048/feet .3048/ft .3048/
        inch .0254""",
    "mass": """kg 1/kilogram 1/kilo 1/g .001/gram .001/tonne 1000/ton 907.18/lb .45359/lbs .45359/
        ounce .02835""",
    "area": """hectare 10000/acre 4046.86/sq 1""",
    "time": """second 1/minute 60/hour 3600/day 86400/week 604800/fortnight 1209600/month 2629800/
        year 31557600/decade 315576000/century 3155760000""",
    "age": "years old 1/year-old 1/aged 1",
    "share": "% .01/share 1",
    "people": "people 1/person 1/men 1/women 1/resident 1/citizen 1/human 1",
}.items():
    for _row in " ".join(_table.split()).split("/"):
        _name, _, _factor = _row.strip().rpartition(" ")
        _UNITS[_name] = (_measured, float(_factor))

_ABOUT = frozenset("about around approximately roughly some circa estimated close".split()) | {
    "an estimated",
    "close to",
    "an average of",
}
_ATLEAST = frozenset(
    ("at least|more than|over|well over|just over|above|no less than|no fewer than|upwards of|"
     "in excess of|as many as|as much as|a record").split("|")
)  # fmt: skip
_ATMOST = frozenset(
    ("at most|less than|fewer than|under|just under|below|up to|nearly|almost|no more than|only|"
     "as few as|as little as").split("|")
)  # fmt: skip
_MARGIN = 0.1  # what "about" allows on each side
_ROOM = 1.5  # "over 200" is hardly said of more than one and a half times as much
_VAGUE = {"dozens": 4.0, "scores": 4.0, "hundreds": 9.0, "thousands": 9.0, "millions": 9.0}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as a range of what is measured; ``stated`` is its value, ``words`` its text."""

    kind: str
    low: float
    high: float
    stated: float
    side: str  # "", "about", "least" or "most"
    words: str


def is_unit(low: str) -> bool:
    """Whether a small-letter word is a unit that can be turned into others."""
    return low in _UNITS or low.removesuffix("s") in _UNITS


def quantity(figure: Figure, words: str, after: str = "") -> Quantity:
    """The range that a figure allows.

    ``words`` are the figure as the text writes it, ``after`` the small-letter word behind it: "km"
    of "20 km long", which counts more than the unit that was read.
    """
    kind, factor = _kind(after if is_unit(after) else figure.unit.lower())
    value = figure.value * factor
    low = high = value
    side = ""
    vague = _VAGUE.get(words.lower().split(" ")[0])
    if vague:
        side, high = "about", value * vague
    elif figure.qualifier in _ABOUT:
        side, low, high = "about", value * (1 - _MARGIN), value * (1 + _MARGIN)
    elif figure.qualifier in _ATLEAST:
        side, high = "least", value * _ROOM
    elif figure.qualifier in _ATMOST:
        side, low = "most", value / _ROOM
    return Quantity(kind, low, high, value, side, words)


def _kind(unit: str) -> tuple[str, float]:
    """What a unit measures: "length" for "miles", the noun itself in the singular for a thing."""
    for name in (unit, unit.removesuffix("s"), unit.removesuffix("es")):
        if name in _UNITS:
            return _UNITS[name]
    return unit.removesuffix("s"), 1.0


def clash(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one thing cannot both be right, rounding and units allowed for."""
    if one.kind != other.kind:
        return False
    slack = 0.03 * max(abs(one.stated), abs(other.stated)) if _rounded(one, other) else 0.0
    if one.side == other.side and one.side in ("least", "most"):
        return abs(one.stated - other.stated) > slack
    return one.low - slack > other.high or other.low - slack > one.high


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one was turned into another unit, or is a round number: "5 miles", "8 km"."""
    converted = one.words.split(" ")[-1] != other.words.split(" ")[-1]
    return converted and one.kind in ("length", "mass", "area", "share", "time")
