"""Numbers, units and qualifiers; dates as intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.claims.dates import find_dates, parse_day
from factcheck_gui.claims.figures import find_figures, taken_tokens
from factcheck_gui.claims.words import read_words


def figures(text: str) -> list[tuple[str, float, str, str]]:
    words = read_words(text)
    taken = frozenset(
        taken_tokens(words, [one.span for one in find_dates(words, 0, len(words), None)])
    )
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


def dates(text: str, published: str | None = None) -> list[tuple[str, str | None, str | None]]:
    words = read_words(text)
    found = find_dates(words, 0, len(words), parse_day(published))
    return [(one.span.of(text), one.start, one.end) for one in found]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Sunday, August 2, 2015", "2015-08-02", "2015-08-02"),
        ("2 August 2015", "2015-08-02", "2015-08-02"),
        ("2nd of August, 2015", "2015-08-02", "2015-08-02"),
        ("Sept. 11, 2001", "2001-09-11", "2001-09-11"),
        ("2015-08-02", "2015-08-02", "2015-08-02"),
        ("February 2016", "2016-02-01", "2016-02-29"),
        ("1960s", "1960-01-01", "1969-12-31"),
        ("20th century", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_written_date_needs_no_publication_day(text: str, start: str, end: str) -> None:
    assert dates(text) == [(text, start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It fell on July 2 there.", "2022-07-02", "2022-07-02"),
        ("It fell on Tuesday.", "2022-07-26", "2022-07-26"),
        ("It fell yesterday.", "2022-07-28", "2022-07-28"),
        ("It fell last week.", "2022-07-18", "2022-07-24"),
        ("It fell this year.", "2022-01-01", "2022-12-31"),
        ("It fell last month.", "2022-06-01", "2022-06-30"),
        ("It fell in April.", "2022-04-01", "2022-04-30"),
        ("It fell three days ago.", "2022-07-26", "2022-07-26"),
        ("It fell 17 years ago.", "2005-01-01", "2005-12-31"),
        ("It is to open on August 9.", "2022-08-09", "2022-08-09"),
        ("It fell in the past few days.", None, "2022-07-29"),
    ],
)
def test_a_relative_date_is_told_from_the_publication(
    text: str, start: str | None, end: str
) -> None:
    assert [one[1:] for one in dates(text, "2022-07-29")] == [(start, end)]
    assert [one[1:] for one in dates(text)] == [(None, None)]


@pytest.mark.parametrize("text", ["It may 2 rise", "They march on", "February 30, 2015", "13:45"])
def test_words_that_only_look_like_dates(text: str) -> None:
    assert all(start is None for _, start, _ in dates(text, "2022-07-29"))


@pytest.mark.parametrize("text", ["", None, "yesterday", "2022-13-40", "0001-01-01", "9999-12-31"])
def test_a_publication_day_out_of_reason_is_none(text: str | None) -> None:
    assert parse_day(text) is None


_BITS = st.sampled_from(
    "$ 5 4.5 million thousand two hundred and a the last week ago May 31 2015 , . % of to – 1/2 "
    "Feb. 29 Tuesday 90s century years at least 99 decades 1,000,000 14-year-old ½ ² ٣ nd".split()
)


@given(st.lists(_BITS, max_size=25), st.dates().map(str))
def test_any_mixture_of_numbers_and_dates_is_read(bits: list[str], published: str) -> None:
    text = " ".join(bits)
    for _, value, _, _ in figures(text):
        assert value >= 0
    for _, start, end in dates(text, published):
        assert start is None or end is None or start <= end
