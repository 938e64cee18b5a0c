"""Dates as ISO intervals: written out, told from the publication, told from another date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.measuring.dates import dateline, find_dates, is_measured, parse_day
from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.claims.splitting.sentences import split_paragraphs


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
        ("nineteenth century", "1800-01-01", "1899-12-31"),
        ("18th and 19th centuries", "1700-01-01", "1899-12-31"),
        ("May 3 to 5, 2019", "2019-05-03", "2019-05-05"),
        ("3 and 5 May 2019", "2019-05-03", "2019-05-05"),
        ("June 5–7, 2019", "2019-06-05", "2019-06-07"),
        ("January to March 2015", "2015-01-01", "2015-03-31"),
        ("2004–2009", "2004-01-01", "2009-12-31"),
        ("1939-45", "1939-01-01", "1945-12-31"),
        ("mid-2015", "2015-01-01", "2015-12-31"),
        ("31/12/2015", "2015-12-31", "2015-12-31"),
        ("1.2.2015", "2015-02-01", "2015-02-01"),
        ("the summer of 2015", "2015-06-01", "2015-08-31"),
        ("winter 2015", "2015-12-01", "2016-02-29"),
        ("the first quarter of 2015", "2015-01-01", "2015-03-31"),
        ("Q4 2014", "2014-10-01", "2014-12-31"),
        ("the second half of 2014", "2014-07-01", "2014-12-31"),
        ("Easter Sunday 2024", "2024-03-31", "2024-03-31"),
        ("Thanksgiving 2023", "2023-11-23", "2023-11-23"),
        ("9/11", "2001-09-11", "2001-09-11"),
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
        ("It fell in recent weeks.", None, "2022-07-29"),
        ("It fell on Tuesday evening.", "2022-07-26", "2022-07-26"),
        ("Monday’s storm passed.", "2022-07-25", "2022-07-25"),
        ("It fell last night.", "2022-07-28", "2022-07-28"),
        ("It fell this morning.", "2022-07-29", "2022-07-29"),
        ("It fell last winter.", "2021-12-01", "2022-02-28"),
        ("It fell this spring.", "2022-03-01", "2022-05-31"),
        ("It fell over the last ten years.", "2012-01-01", "2022-12-31"),
        ("It has stood for 15 years.", "2007-01-01", "2022-12-31"),
        ("It is the first fall in nearly ten years.", "2012-01-01", "2022-12-31"),
        ("It fell on Christmas Eve.", "2021-12-24", "2021-12-24"),
        ("On Wednesday the court will rule.", "2022-08-03", "2022-08-03"),
        ("It fell in the second half of last year.", "2021-07-01", "2021-12-31"),
        ("It fell just over 24 hours ago.", None, "2022-07-28"),
        ("It fell more than two years ago.", None, "2020-12-31"),
        ("It came after an 11-year lull.", "2011-01-01", "2022-12-31"),
        ("It came after a ten-year ban.", "2012-01-01", "2022-12-31"),
        ("It opens this Monday.", "2022-07-25", "2022-07-25"),
        ("It fell last quarter.", "2022-04-01", "2022-06-30"),
        ("It opens this quarter.", "2022-07-01", "2022-09-30"),
        ("It is due by the end of the year.", "2022-01-01", "2022-12-31"),
        ("It fell at the start of the month.", "2022-07-01", "2022-07-31"),
        ("It will open in two weeks.", "2022-08-08", "2022-08-14"),
        ("It opens in three years' time.", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_relative_date_is_told_from_the_publication(
    text: str, start: str | None, end: str
) -> None:
    assert [one[1:] for one in dates(text, "2022-07-29")] == [(start, end)]
    assert [one[1:] for one in dates(text)] == [(None, None)]


@pytest.mark.parametrize(
    "text", ["It may 2 rise", "They march on", "February 30, 2015", "13:45", "5/6/2015"]
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert all(start is None for _, start, _ in dates(text, "2022-07-29"))


@pytest.mark.parametrize("text", ["", None, "yesterday", "2022-13-40", "0001-01-01", "9999-12-31"])
def test_a_publication_day_out_of_reason_is_none(text: str | None) -> None:
    assert parse_day(text) is None


def told(text: str, published: str | None = "2022-07-29") -> list[tuple[str, str | None]]:
    return [(one.span.of(text), one.start) for one in find_claims(text, published=published).dates]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It fell on July 2. The next day it rose.", "2022-07-03"),
        ("It fell on July 2. Two days later it rose.", "2022-07-04"),
        ("It fell on July 2, a fall from the week before.", "2022-06-20"),
        ("It fell in 2009. That year it rained.", "2009-01-01"),
        ("It fell in 2009. The following year it rose.", "2010-01-01"),
        ("It fell in 2009. The next day it rose.", None),
        ("It fell on July 2. It rose the day after the vote.", None),
        ("It rose four months in advance of the vote.", None),
        ("It fell on July 2, opening night.", "2022-07-02"),
        ("It rose on day five.", None),
        ("It fell on opening night. It was cold. Opening night, July 2, was full.", "2022-07-02"),
        ("Opening night, July 2, was full. She left the opening night late.", "2022-07-02"),
        ("Day five, July 2, was cold. Day five, July 9, was not. It fell on day five.", None),
        ("It fell in 2009. By the end of the year it rose.", None),
    ],
)
def test_a_date_is_told_from_the_one_before_where_that_is_exact(
    text: str, start: str | None
) -> None:
    assert told(text)[-1][1] == start


def test_a_day_that_has_a_name_is_known_by_it_before_and_after() -> None:
    text = "A rout on day five.\n\nYesterday, day five of the cup, it rained." + " It rained." * 60
    text += "\n\nNobody came on day five."
    assert [start for words, start in told(text) if words == "day five"] == ["2022-07-28"] * 3


def test_months_side_by_side_are_both_found() -> None:
    found = dates("It fell in January and February.", "2022-07-29")
    assert [one[1] for one in found] == ["2022-01-01", "2022-02-01"]


@pytest.mark.parametrize("text", ["It rose 5 points in two weeks.", "the 11-year old boy"])
def test_a_length_of_time_is_no_date(text: str) -> None:
    assert dates(text, "2022-07-29") == []


def test_the_head_of_a_text_says_its_day() -> None:
    text = "Mill burns\n\nTuesday, June 19, 2018\n\nYesterday a mill burned."
    assert told(text, "2018-06-18")[-1] == ("Yesterday", "2018-06-18")
    assert told(text, None)[-1] == ("Yesterday", "2018-06-18")
    assert told(text, "2022-06-18")[-1] == ("Yesterday", "2022-06-17")
    assert dateline(text, split_paragraphs(text), None) == parse_day("2018-06-19")


def test_a_line_without_a_year_is_no_dateline() -> None:
    text = "Tuesday, June 19\n\nYesterday a mill burned."
    assert dateline(text, split_paragraphs(text), None) is None


def test_how_long_something_lasted_is_a_figure_too() -> None:
    text = "She has ruled for 15 years. He left on July 2."
    found = find_claims(text, published="2022-07-29")
    assert [one.value for one in found.claims[0].figures] == [15]
    assert [is_measured(text, one) for one in found.dates] == [True, False]


@pytest.mark.parametrize("text", ["a 2000 year old rite", "2000 people came", "a day two men came"])
def test_numbers_beside_words_of_time_are_no_dates(text: str) -> None:
    assert dates(text, "2022-07-29") == []


_BITS = st.sampled_from(
    "5 the last next week month years ago later before May 31 2015 , . – - to 5/6/2015 Feb. 29 "
    "Tuesday 90s century decades for in has first quarter of summer Easter Sunday day night that "
    "same 9999 1500 99 two recent coming past few mid-2015 1999-05 and past end will time "
    "99-year lull after over more than ago this quarter century".split()
)


@given(st.lists(_BITS, max_size=25), st.dates().map(str), st.dates().map(str))
def test_any_mixture_of_words_of_time_is_read(bits: list[str], published: str, other: str) -> None:
    text = f"{other} {' '.join(bits)}"
    for _, start, end in dates(text, published):
        assert start is None or end is None or start <= end
