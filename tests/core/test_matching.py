"""Earlier claims that say the same: how a text is read, who is found first, and the command."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui import cli
from factcheck_gui.claims.matching import MOST, Matcher, differences, imprint, pieces, words

CLAIMS = [
    "The harbour of Aldmoor handled 41,000 containers in March.",
    "The mayor of Aldmoor closed three swimming pools.",
    "Drinking sea water cures colds.",
    "Ferries to the islands carry more people than the bridge.",
    "海の水を飲むと風邪が治る",
    "Das Hafenbeckensanierungsprogramm kostet 12 Millionen Euro.",
]


def made(texts: list[str]) -> Matcher:
    return Matcher([imprint(one) for one in texts])


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return made(CLAIMS)


def test_words_lose_endings_and_addresses_and_hashtags_are_parted() -> None:
    assert words("Pools closed: https://example.org/a?b=c #SaveThePools") == [
        "pool", "clos", "save", "the", "pool",
    ]  # fmt: skip
    assert words("ﬁres ＡＢＣ") == ["fir", "abc"]


def test_pieces_mark_the_ends_of_words_and_are_pairs_where_no_spaces_are_written() -> None:
    assert pieces("pool") == ["_poo", "pool", "ool_"]
    assert pieces("a") == ["_a_"]
    assert pieces("海水") == ["_海", "海水", "水_"]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("In March 41,000 containers went through Aldmoor’s harbour", 0),
        ("three pools were closed by the mayor", 1),
        ("#SeaWater is a cure for a cold!", 2),
        ("More travel by ferry than over the bridge", 3),
        ("風邪は海の水で治る", 4),
        ("Die Sanierung des Hafenbeckens kostet viele Millionen", 5),
    ],
)
def test_the_claim_that_says_the_same_comes_first(matcher: Matcher, query: str, best: int) -> None:
    found = matcher.best(query)
    assert found[0].number == best
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < one <= 1 for one in scores)


def test_a_claim_word_for_word_is_surer_than_one_in_other_words(matcher: Matcher) -> None:
    same = matcher.best(CLAIMS[2])[0]
    other = matcher.best("Sea water is good against colds, people say")[0]
    assert same.number == other.number == 2
    assert same.score > 0.8 > other.score


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("41,000 containers in 2024", "In 2024 the port had 12 boxes", ()),
        ("41,000 containers", "12,000 containers", ("figures",)),
        ("Containers", "12,000 containers", ()),
        ("The mayor closed the pools", "The mayor didn’t close the pools", ("denial",)),
        ("It is not true that nobody came", "People came", ()),
        ("Prices rose by 3 percent", "Prices fell by 4 percent", ("figures", "denial")),
    ],
)
def test_figures_and_denials_tell_alike_claims_apart(
    one: str, other: str, differs: tuple[str, ...]
) -> None:
    assert differences(one, other) == differs == differences(other, one)


def test_alike_is_what_both_share(matcher: Matcher) -> None:
    long = CLAIMS[0] + " Nothing else of note happened on the coast that spring, said the pilots."
    both = matcher.alike(CLAIMS[0], CLAIMS[0], 1.0)
    assert both == pytest.approx(1.0)
    assert 0.3 < matcher.alike(CLAIMS[0], long, 1.0) < both
    assert matcher.alike(CLAIMS[0], CLAIMS[2], 0.1) < 0.2
    assert made([]).alike("a b", "a b", 1.0) == pytest.approx(1.0)
    assert matcher.alike("", "", 0.0) == 0.0


def test_nothing_shared_finds_nothing(matcher: Matcher) -> None:
    assert matcher.best("") == matcher.best("???") == matcher.best("Ξ ψ") == []
    assert made([]).best("anything") == made(["", "  "]).best("anything") == []


def test_at_most_twenty_come_back() -> None:
    alike = made([f"Pool {n} is closed" for n in range(50)])
    assert len(alike.best("Pools closed")) == MOST


@given(st.lists(st.text(max_size=60), max_size=6), st.text(max_size=60))
def test_any_text_can_be_matched(texts: list[str], query: str) -> None:
    found = made(texts).best(query)
    assert all(0 <= one.number < len(texts) and 0 <= one.score <= 1 for one in found)
    assert len({one.number for one in found}) == len(found)


def test_a_monstrous_text_costs_no_more_than_its_beginning() -> None:
    monster = made(["wall " * 3 + "x" * 5_000_000, "a wall"])
    assert {one.number for one in monster.best("wall " * 1_000_000)} == {0, 1}


# ---------------------------------------------------------------- the command


def lines(path: Path, rows: list[Any]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    claims = [
        {"id": "sea", "claim": CLAIMS[2], "title": "Does sea water help against a cold?"},
        {"id": "pool", "claim": CLAIMS[1], "title": None},
        {"id": 7, "claim": "Nobody counts.", "title": "Ferry or bridge?"},
    ]
    queries = [
        {"id": "q1", "query": "The mayor closed the swimming pools"},
        {"id": "q2", "query": "take the ferry over the bridge"},
        {"id": "q3", "query": "…"},
    ]
    return lines(tmp_path / "c.jsonl", claims), lines(tmp_path / "q.jsonl", queries)


def test_the_command_prints_a_line_for_each_query(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    claims, queries = files
    assert cli.run(["match", "--claims", str(claims), "--queries", str(queries)]) == 0
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["matches"][0]["id"]) == ("q1", "pool")
    assert second["matches"][0]["id"] == 7
    assert 0 < second["matches"][0]["score"] < 1
    assert third == {"id": "q3", "matches": []}


def test_a_line_that_is_no_claim_is_named_and_the_others_are_matched(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    claims, queries = files
    with claims.open("a", encoding="utf-8") as file:
        file.write('\n{"id": "x"}\nno JSON\n')
    assert cli.run(["match", "--claims", str(claims), "--queries", str(queries)]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 3
    assert "line 4: This line has no “claim”." in told.err
    assert "line 5: This line is no JSON" in told.err


def test_queries_may_come_through_a_pipe_and_both_may_not(
    files: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claims, queries = files
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(queries.read_bytes())))
    assert cli.run(["match", "--claims", str(claims), "--queries", "-"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert cli.run(["match", "--claims", "-", "--queries", "-"]) == 2
    assert cli.run(["match", "--claims", str(claims)]) == 2
    assert cli.run(["match", "--claims", str(claims), "--queries", "nowhere.jsonl"]) == 1
