"""Numbers, units and qualifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.claims.dates import find_dates, is_measured
from factcheck_gui.claims.figures import find_figures, taken_tokens
from factcheck_gui.claims.words import read_words


def figures(text: str) -> list[tuple[str, float, str, str]]:
    words = read_words(text)
    days = (one for one in find_dates(words, 0, len(words), None) if not is_measured(text, one))
    taken = frozenset(taken_tokens(words, [one.span for one in days]))
    found = find_figures(words, 0, len(words), taken)
    return [(one.span.of(text), one.value, one.unit, one.qualifier) for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("at least 53 captive soldiers died", ("53", 53, "soldiers", "at least")),
        ("up to 50 miles of range", ("50", 50, "miles", "up to")),
        ("a debt of $4.2 billion", ("$4.2 billion", 4.2e9, "USD", "")),
        ("it costs 300 euros", ("300 euros", 300, "EUR", "")),
        ("about 18 percent of it", ("18 percent", 18, "%", "about")),
        ("turnout was 61.5% there", ("61.5%", 61.5, "%", "")),
        ("rose two percentage points", ("two percentage points", 2, "percentage points", "")),
        ("twenty-five sheep", ("twenty-five", 25, "sheep", "")),
        ("two hundred and six men", ("two hundred and six", 206, "men", "")),
        ("more than a million votes", ("a million", 1e6, "votes", "more than")),
        ("422,000 people fled", ("422,000", 422000, "people", "")),
        ("a 14-year-old girl", ("14-year-old", 14, "years old", "")),
        ("nearly a month later", ("a month", 1, "month", "nearly")),
        ("dozens of boats", ("dozens", 12, "boats", "")),
        ("a quarter of voters", ("a quarter", 0.25, "share", "")),
        ("two Russians spoke", ("two", 2, "Russians", "")),
    ],
)
def test_value_unit_and_qualifier(text: str, wanted: tuple[str, float, str, str]) -> None:
    assert figures(text) == [wanted]


def test_both_ends_of_a_range_have_the_unit() -> None:
    assert figures("15 to 20 percent of them")[0][1:3] == (15, "%")


def test_a_bare_figure_takes_the_unit_of_the_one_before() -> None:
    assert figures("killing at least 53 soldiers and wounding about 75.")[1][1:] == (
        75,
        "soldiers",
        "about",
    )


@pytest.mark.parametrize(
    "text", ["It began in 2014.", "No one came.", "On July 2 it rained.", "one of them", "$ was"]
)
def test_years_pronouns_and_dates_are_no_figures(text: str) -> None:
    assert figures(text) == []


_BITS = st.sampled_from(
    "$ 5 4.5 million thousand two hundred and a the last week ago May 31 2015 , . % of to – 1/2 "
    "Feb. 29 Tuesday 90s century years at least 99 decades 1,000,000 14-year-old ½ ² ٣ nd".split()
)


@given(st.lists(_BITS, max_size=25))
def test_any_mixture_of_numbers_and_dates_is_read(bits: list[str]) -> None:
    assert all(value >= 0 for _, value, _, _ in figures(" ".join(bits)))
