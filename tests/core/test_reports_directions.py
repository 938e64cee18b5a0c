"""Which way a text is written, and where in it that turns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.reports import directions
from tests.core.quickness import within

TEXTS = st.text(st.sampled_from("aB1 .(אבع😀\n"), max_size=40)


@pytest.mark.parametrize(
    ("text", "leftward", "pieces"),
    [
        ("", False, []),
        ("plain (1)", False, [("plain (1)", False)]),
        ("12 (שלום)", True, [("12 (שלום)", True)]),
        ("😀 العربية", True, [("😀 العربية", True)]),
        ("hello עולם 12 שלום, bye", False,
         [("hello ", False), ("עולם 12 שלום", True), (", bye", False)]),
        ("שלום two words (12) עולם.", True,
         [("שלום ", True), ("two words", False), (" (12) עולם.", True)]),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_its_direction_turns(
    text: str, leftward: bool, pieces: list[tuple[str, bool]]
) -> None:
    assert directions.is_leftward(text) == leftward
    assert list(directions.stretches(text)) == pieces


@given(TEXTS)
def test_nothing_is_lost_and_neighbours_differ(text: str) -> None:
    pieces = list(directions.stretches(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    sides = [side for _, side in pieces]
    assert all(one != other for one, other in pairwise(sides))


@pytest.mark.parametrize("text", ["א" + " " * 10**5, "a" + "א1 " * 10**5, "אa " * 10**5])
def test_long_texts_take_no_more_than_their_share(text: str) -> None:
    assert within(5, lambda: list(directions.stretches(text)))
    assert sum(len(piece) for piece, _ in directions.stretches(text)) == len(text)
