"""People, organisations, places: from tags to entities of one kind throughout an article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.claims.judging.entities import Name, settle
from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.domain import Span


def kinds(text: str) -> dict[str, str]:
    return {one.span.of(text): one.kind for one in find_claims(text).entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Emmanuel Macron flew to Berlin on Friday.",
         {"Emmanuel Macron": "person", "Berlin": "place"}),
        ("Dr. Anna Keller works for Siemens in Austria.",
         {"Anna Keller": "person", "Siemens": "organisation", "Austria": "place"}),
        ("The World Health Organization sent doctors to Kenya’s capital, Nairobi.",
         {"World Health Organization": "organisation", "Kenya": "place", "Nairobi": "place"}),
    ],
)  # fmt: skip
def test_names_are_found_without_titles_articles_and_possessives(
    text: str, expected: dict[str, str]
) -> None:
    assert kinds(text) == expected


def test_a_name_keeps_its_brackets_and_loses_what_hangs_on_it() -> None:
    found = kinds("“It is over,” [George] Barros told Reuters. He fired a U.S.-made rocket.")
    assert found == {"[George] Barros": "person", "Reuters": "organisation", "U.S.": "place"}


def test_prose_without_names_has_none() -> None:
    assert kinds("On Monday the river rose again, and in June it fell.") == {}


def test_a_last_name_follows_the_full_name() -> None:
    names = [
        Name(Span(0, 14), "Valeska London", (3.0, 0.0, 1.0)),
        Name(Span(20, 26), "London", (0.0, 0.5, 4.0)),
        Name(Span(30, 36), "Dublin", (0.0, 0.5, 4.0)),
    ]
    assert [one.kind for one in settle(names)] == ["person", "person", "place"]


def test_what_is_written_alike_is_of_the_kind_most_places_support() -> None:
    names = [
        Name(Span(at, at + 5), "Mercy", support)
        for at, support in ((0, (2.0, 1.5, 0.0)), (10, (0.0, 3.0, 0.0)))
    ]
    assert {one.kind for one in settle(names)} == {"organisation"}


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_entities_of_any_text_lie_in_it_in_order_and_apart(text: str) -> None:
    found = find_claims(text).entities
    ends = [0, *(one.span.end for one in found)]
    assert all(end <= one.span.start < one.span.end for end, one in zip(ends, found, strict=False))
    assert all(one.span.end <= len(text) for one in found)
