"""The model that compares meanings: what is near, memory, hostile text, a missing file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui import paths
from factcheck_gui.claims import meaning
from factcheck_gui.claims.matching import Match, by_meaning
from factcheck_gui.claims.meaning import Meaning
from factcheck_gui.claims.network import backbone
from factcheck_gui.domain import Problem


@pytest.fixture(scope="module")
def model() -> Meaning:
    found = meaning.loaded()
    assert found
    return found


def test_what_says_the_same_in_other_words_is_nearer(model: Meaning) -> None:
    same, other = model.nearness(
        "The harbour was shut after the storm.",
        ["The port closed because of bad weather.", "She shut the storm lantern and read on."],
    )
    assert same > other
    assert same > 0.5


def test_a_text_is_next_to_itself_and_what_has_no_words_next_to_nothing(model: Meaning) -> None:
    itself, empty = model.nearness("A dam broke.", ["A dam broke.", " "])
    assert itself == pytest.approx(1.0, abs=1e-3)
    assert empty == 0.0
    assert model.nearness("", ["A dam broke."]) == [0.0]
    assert model.nearness("A dam broke.", []) == []


def test_company_hardly_changes_an_answer(model: Meaning) -> None:
    fresh = Meaning(paths.resources() / "models")
    alone = fresh.nearness("A dam broke.", ["Water burst through the wall of the lake."])
    others = [f"Sentence {n} about trade and the price of onions in May." for n in range(30)]
    beside = model.nearness("A dam broke.", ["Water burst through the wall of the lake.", *others])
    assert beside[0] == pytest.approx(alone[0], abs=0.05)


def test_memory_is_bounded(model: Meaning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_REMEMBERED", 5)
    small = Meaning(paths.resources() / "models")
    for start in range(0, 12, 3):
        found = small.nearness("A", [f"B {n}" for n in range(start, start + 3)])
        assert len(found) == 3
        assert len(small._known) <= 5


@given(st.lists(st.text(max_size=40), max_size=3), st.text(max_size=40))
def test_any_text_has_an_answer(others: list[str], text: str) -> None:
    model = meaning.loaded()
    assert model
    assert all(-1.01 <= one <= 1.01 for one in model.nearness(text, others))


def test_a_monstrous_word_costs_little(model: Meaning) -> None:
    assert len(model.nearness("x" * 3_000_000, ["y " * 1_000_000])) == 1


def test_without_its_file_there_is_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert meaning.loaded.__wrapped__() is None


def test_networks_that_do_not_belong_together_are_no_model(tmp_path: Path) -> None:
    for one in (paths.resources() / "models").iterdir():
        shutil.copy(one, tmp_path)
    network = tmp_path / backbone.NETWORK
    changed = bytearray(network.read_bytes())
    changed[changed.index(meaning._table(bytes(changed))[:400]) + 200] ^= 1
    network.write_bytes(changed)
    with pytest.raises(Problem, match="belong together"):
        Meaning(tmp_path)
    with pytest.raises(ValueError, match="no table"):
        meaning._table(b"")


def test_the_order_is_of_words_and_meaning() -> None:
    found = [Match(4, 0.5), Match(2, 0.4), Match(9, 0.1)]
    ranked = by_meaning(found, [0.1, 0.9, -0.5])
    assert [one.number for one in ranked] == [2, 4, 9]
    assert all(0 < one.score <= 1 for one in ranked)
    assert by_meaning([], []) == []
