"""Word pieces: known numbers, folding, hostile tokens."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui import paths
from factcheck_gui.claims.network.wordpiece import WordPieces
from factcheck_gui.domain import Problem


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.read(paths.resources() / "models" / "vocabulary.txt")


@pytest.mark.parametrize(
    ("token", "numbers"),
    [
        ("Hello", (7592,)),
        (",", (1010,)),
        ("unaffable", (14477, 20961, 3468)),
        ("It's", (2009, 1005, 1055)),
        ("naïve", (15743,)),
        ("NAÏVE", (15743,)),
        ("€", (1574,)),
        ("東", (1879,)),
    ],
)
def test_tokens_have_the_numbers_of_the_published_vocabulary(
    pieces: WordPieces, token: str, numbers: tuple[int, ...]
) -> None:
    assert pieces.of(token) == numbers


def test_what_is_not_writing_has_no_pieces(pieces: WordPieces) -> None:
    assert pieces.of("\u0301") == ()
    assert pieces.of("\u200b") == ()


def test_a_word_too_long_is_unknown_and_costs_no_time(pieces: WordPieces) -> None:
    assert pieces.of("x" * 100_000) == (pieces.unknown,)
    assert pieces.of("é" * 100_000) == (pieces.unknown,)


@given(st.text(min_size=1, max_size=40))
def test_any_token_can_be_cut(pieces: WordPieces, token: str) -> None:
    assert all(0 <= number < 30522 for number in pieces.of(token))


def test_a_vocabulary_that_is_not_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_text("a\nb\n", encoding="utf-8")
    with pytest.raises(Problem, match="not whole"):
        WordPieces.read(path)
