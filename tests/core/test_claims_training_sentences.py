"""Fitting the ends of sentences: weights learn what no rule says, and are repeatable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck_gui.claims.splitting import training_sentences
from factcheck_gui.claims.splitting.sentence_model import using
from factcheck_gui.claims.splitting.sentences import split_sentences


def document(name: str, sentences: list[str]) -> str:
    text = " ".join(sentences)
    starts = [text.index(one) for one in sentences]
    spans = [{"start": a, "end": a + len(b)} for a, b in zip(starts, sentences, strict=True)]
    return json.dumps({"id": name, "text": text, "sentences": spans})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Documents in which a colon before "The" ends a sentence, which no rule says."""
    towns = "Ulm Bonn Jena Kiel Gera Hof Aalen Trier Celle Emden Hagen Herne".split()
    for place in training_sentences.SOURCES.values():
        rows = [
            document(
                town, [f"This is what {town} wrote:", f"The mill of {town} burned.", "It fell."]
            )
            for town in towns
        ]
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_fitting_learns_what_no_rule_says(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "sentences.json"
    figures = training_sentences.train(data, out)
    assert figures["web"]["fitted"] > 0.95 > figures["web"]["rules"]
    weights = json.loads(out.read_text(encoding="utf-8"))["weights"]
    text = "This is what Suhl wrote: The mill of Suhl burned."
    with using(weights):
        assert len(split_sentences(text)) == 2
    with using({}):
        assert len(split_sentences(text)) == 1


def test_fitting_twice_gives_the_same_file(data: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    training_sentences.train(data, one)
    training_sentences.train(data, other)
    assert one.read_bytes() == other.read_bytes()


def test_the_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert training_sentences.main([]) == 2
    assert "training_sentences DATA" in capsys.readouterr().err
