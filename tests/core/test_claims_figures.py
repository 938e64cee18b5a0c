"""Numbers, units and qualifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.measuring.dates import find_dates, is_measured
from factcheck_gui.claims.measuring.figures import find_figures, taken_tokens


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
        ("two and a half years of work", ("two and a half", 2.5, "years", "")),
        ("half a million people fled", ("half a million", 5e5, "people", "")),
        ("one in five adults voted", ("one in five", 0.2, "share", "")),
        ("four out of five doctors agree", ("four out of five", 0.8, "share", "")),
        ("two thirds of them left", ("two thirds", 2 / 3, "share", "")),
        ("tens of thousands of people", ("tens of thousands", 1e4, "people", "")),
        ("a $3.5-million house", ("$3.5-million", 3.5e6, "USD", "")),
        ("20,000 US dollars were paid", ("20,000 US dollars", 20000, "USD", "")),
        ("a fish of 12 pounds of meat", ("12", 12, "pounds", "")),
        ("it fell to -5 degrees", ("-5", -5, "degrees", "")),
        ("winds of 100mph hit it", ("100mph", 100, "mph", "")),
        ("5 lakh people came", ("5 lakh", 5e5, "people", "")),
        ("two Russians spoke", ("two", 2, "Russians", "")),
    ],
)
def test_value_unit_and_qualifier(text: str, wanted: tuple[str, float, str, str]) -> None:
    assert figures(text) == [wanted]


def test_both_ends_of_a_range_have_the_unit() -> None:
    assert figures("15 to 20 percent of them")[0][1:3] == (15, "%")


def test_a_range_gives_two_figures_with_their_own_places() -> None:
    wanted = [("200", 200, "people", "about"), ("300", 300, "people", "")]
    assert figures("about 200-300 people died") == wanted
    assert [one[:3] for one in figures("from 200 to 300 people died")] == [
        one[:3] for one in wanted
    ]


def test_a_bare_figure_takes_the_unit_of_the_one_before() -> None:
    assert figures("killing at least 53 soldiers and wounding about 75.")[1][1:] == (
        75,
        "soldiers",
        "about",
    )


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2014.", "No one came.", "On July 2 it rained.", "one of them", "$ was",
        "They met at 9 a.m. and 3:30 p.m.", "No. 10 Downing Street", "Article 50", "a Boeing 747",
        "the 2-1 win", "in one in 1999",
    ],
)  # fmt: skip
def test_years_pronouns_and_dates_are_no_figures(text: str) -> None:
    assert figures(text) == []


_BITS = st.sampled_from(
    "$ 5 4.5 million thousand two hundred and a the last week ago May 31 2015 , . % of to – 1/2 "
    "Feb. 29 Tuesday 90s century years at least 99 decades 1,000,000 14-year-old ½ ² ٣ nd "
    "one in five out - 5-7 1,5-2 half third three-and-a-half 5km tens thousands a.m. :".split()
)


@given(st.lists(_BITS, max_size=25))
def test_any_mixture_of_numbers_and_dates_is_read(bits: list[str]) -> None:
    assert all(abs(value) >= 0 and span for span, value, _, _ in figures(" ".join(bits)))
