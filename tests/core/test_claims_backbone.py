"""The language model that ships: loading, agreement with it before rounding, hostile text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck_gui import paths
from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.network import backbone
from factcheck_gui.claims.network.backbone import NETWORK, VOCABULARY, WEIGHTS, Backbone, shape_of
from factcheck_gui.domain import Problem

MODELS = paths.resources() / "models"


@pytest.fixture(scope="module")
def model() -> Backbone:
    found = backbone.loaded()
    assert isinstance(found, Backbone)
    return found


def shares(model: Backbone, sentences: list[str]) -> list[list[float]]:
    import numpy as np

    found = []
    for one in model.see([read_words(sentence).forms for sentence in sentences]):
        powers = np.exp(one.verdict - one.verdict.max())
        found.append([float(value) for value in powers / powers.sum()])
    return found


def test_eight_bits_say_what_thirty_two_said(model: Backbone) -> None:
    told = json.loads((MODELS / "agreement.json").read_text(encoding="utf-8"))
    for sentence, own, whole in zip(told, shares(model, list(told)), told.values(), strict=True):
        assert own == pytest.approx(whole, abs=0.12), sentence


def test_the_answer_is_the_same_every_time(model: Backbone) -> None:
    sentences = [["A", "dam", "broke", "."], ["Why", "?"]]
    first, second = model.see(sentences), model.see(sentences)
    for one, other in zip(first, second, strict=True):
        assert (one.verdict == other.verdict).all() and (one.tags == other.tags).all()


def test_neighbours_in_a_batch_hardly_change_an_answer(model: Backbone) -> None:
    short = ["The", "mine", "closed", "in", "1987", "."]
    alone = model.see([short])[0]
    beside = model.see([short, [*short[:-1], "and", "4,000", "men", "lost", "their", "work", "."]])
    assert beside[0].verdict == pytest.approx(alone.verdict, abs=0.5)


def test_every_token_has_its_tags_in_a_sentence_longer_than_a_window(model: Backbone) -> None:
    tokens = ["Anna", "Berg", "walked", "on", ","] * 60
    seen = model.see([tokens])[0]
    assert seen.tags.shape == (300, 7)
    people = [n for n, tag in enumerate(seen.tags.argmax(1)) if tag in (1, 2)]
    assert sum(n % 5 in (0, 1) for n in people) > 100
    assert max(people) > 280


@pytest.mark.parametrize(
    "tokens",
    [[], ["x" * 100_000], ["👩‍👩‍👧" * 50], ["\u0301"], ["-".join("ab" * 5_000)], ["�"] * 500],
)
def test_hostile_tokens_are_only_tokens(model: Backbone, tokens: list[str]) -> None:
    seen = model.see([tokens])[0]
    assert seen.verdict.shape == (3,) and seen.tags.shape == (len(tokens), 7)


def test_nothing_to_see_is_no_fault(model: Backbone) -> None:
    assert model.see([]) == []


@pytest.mark.parametrize("broken", [NETWORK, VOCABULARY, WEIGHTS])
def test_a_missing_or_broken_file_is_a_problem_that_says_what_is_left(
    tmp_path: Path, broken: str
) -> None:
    for name in (NETWORK, VOCABULARY, WEIGHTS):
        (tmp_path / name).symlink_to(MODELS / name)
    (tmp_path / broken).unlink()
    with pytest.raises(Problem, match="simpler rules"):
        Backbone(tmp_path)
    (tmp_path / broken).write_bytes(b"\x00broken")
    with pytest.raises(Problem):
        Backbone(tmp_path)


def test_without_the_model_claims_are_found_and_a_note_says_so() -> None:
    program = (
        "from pathlib import Path; from factcheck_gui import paths;"
        "paths.resources = lambda: Path('nowhere');"
        "from factcheck_gui.claims.pipeline import find_claims;"
        "found = find_claims('Police arrested three men in Oslo on Friday. Why?');"
        "print(found.claims[0].listed, found.entities, found.notes[0]);"
        "from factcheck_gui import jobs;"
        "print([one.simple for one in jobs.find_claims('Police arrested a man.', '', ())][-1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("True () ")
    assert "simpler rules" in done.stdout
    assert done.stdout.endswith("True\n")  # and the window hears of it


def test_importing_the_finder_loads_no_model_and_no_numpy() -> None:
    program = (
        "import sys, factcheck_gui.claims.pipeline;"
        "print(*(one for one in ('onnxruntime', 'numpy', 'torch') if one in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    ("token", "shape"),
    [("war", 0), ("War", 1), ("A", 1), ("NATO", 2), ("McCain", 3), ("12th", 4), (",", 5)],
)
def test_how_a_token_is_written(token: str, shape: int) -> None:
    assert shape_of(token) == shape


def test_the_models_are_small_and_bring_their_card_and_licence() -> None:
    files = {one.name: one.stat().st_size for one in MODELS.iterdir()}
    assert sum(files.values()) < 40_000_000
    assert {"MODEL_CARD.md", "LICENSE.md", "calibration.svg"} <= files.keys()
