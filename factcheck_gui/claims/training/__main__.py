"""Makes ``resources/models`` again, from named inputs and nothing else.

    python -m factcheck_gui.claims.training DATA_FOLDER MINILM_WHEEL NAMES_WHEEL [-o FOLDER]

DATA_FOLDER is described by its ``README.md`` and by the model card; MINILM_WHEEL holds
all-MiniLM-L6-v2, NAMES_WHEEL spaCy's small English model. Needs ``requirements-training.txt``
(``make train`` sets it up). Takes an hour or two of one core. Everything random has a seed; on
another kind of processor the last digits differ, since it learns in sixteen bits.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import torch

from factcheck_gui import paths
from factcheck_gui.claims.meaning import NETWORK as MEANING
from factcheck_gui.claims.network.backbone import NETWORK, VOCABULARY, WEIGHTS, Backbone
from factcheck_gui.claims.network.wordpiece import WordPieces
from factcheck_gui.claims.training import data, report, weighing
from factcheck_gui.claims.training.export import export, export_meaning
from factcheck_gui.claims.training.network import Meaning, Model, load
from factcheck_gui.claims.training.teaching import Course, Example, teach, verdicts_of
from factcheck_gui.domain import Problem

SEED = 20261126
RATE = 1e-4
LATEST = 2016  # the year whose debates stand for debates yet to come
NAMES = 7000  # sentences with marked names
WEBLOGS = 0.5  # the weight of a weblog's sentence against one of the news
STRENGTH = {"article": 1.0, "speech": 0.03}  # inverse of L2: the model is surer of debates


def main(arguments: Sequence[str]) -> int:
    """Learns, exports, weighs, measures, writes the card; 1 where an input is not as named."""
    parser = argparse.ArgumentParser(prog="python -m factcheck_gui.claims.training")
    parser.add_argument("data", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=paths.resources() / "models")
    asked = parser.parse_args(arguments)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        training = Training(asked.data, asked.minilm, asked.out)
        training.keep_meaning(asked.out / MEANING)
        training.judge_doubtful()
        names = data.names(asked.data, asked.names, NAMES, SEED)
        finish(asked.data, asked.out, training.trial(), training.backbone(names))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


class Training:
    """The three courses: a model that judges the doubtful sentences, a trial that leaves the latest
    debates out, so that they can measure it and weigh the clues, and the model that ships.
    """

    def __init__(self, folder: Path, minilm: Path, out: Path) -> None:
        self.weights, vocabulary = data.minilm(minilm)
        (out / VOCABULARY).write_bytes(vocabulary)
        self.pieces = WordPieces.read(out / VOCABULARY)
        self.clean, self.doubtful, _ = data.debates(folder)
        self._believed: dict[str, list[float]] = {}

    def keep_meaning(self, path: Path) -> None:
        """Rounds the published model as it is: what it learns later costs it its sense of what
        says the same."""
        model = Meaning()
        load(model.encoder, self.weights)
        export_meaning(model, path)

    def judge_doubtful(self) -> None:
        """Asks a model that has learned from clean sentences of earlier debates only."""
        clean = [data.verdict(row) for row in self.clean if data.year(row) < LATEST]
        judge = self._learn(clean, Course(rounds=3, rate=RATE, seed=SEED), "judge")
        shares = verdicts_of(judge, [data.verdict(row) for row in self.doubtful], self.pieces)
        self._believed = {
            row["id"]: [float(one) for one in share]
            for row, share in zip(self.doubtful, shares, strict=True)
        }

    def trial(self) -> Model:
        """Without names and without the latest debates."""
        return self._learn(self._debates(LATEST), Course(rounds=2, rate=RATE, seed=SEED), "trial")

    def backbone(self, names: list[Example]) -> Model:
        """What ships: all debates, and names."""
        course = Course(rounds=2, rate=RATE, seed=SEED)
        return self._learn(self._debates(LATEST + 1) + names, course, "backbone")

    def _debates(self, before: int) -> list[Example]:
        return [data.verdict(row) for row in self.clean if data.year(row) < before] + [
            data.halved(row, self._believed[row["id"]])
            for row in self.doubtful
            if data.year(row) < before
        ]

    def _learn(self, examples: list[Example], course: Course, name: str) -> Model:
        torch.manual_seed(course.seed)
        model = Model()
        load(model.encoder, self.weights)
        teach(model, examples, self.pieces, course, name)
        return model


def finish(folder: Path, out: Path, trial: Model, model: Model) -> None:
    """Exports, fits what the models' view and the clues count, measures, and writes the card."""
    with tempfile.TemporaryDirectory() as place:
        later = _exported(trial, Path(place), out)
        clean, doubtful, _ = data.debates(folder)
        latest = [
            (row["text"], row["label"] == "yes", row["debate"])
            for row in clean + doubtful
            if data.year(row) >= LATEST
        ]
        spoken = weighing.bare(later, latest)
    backbone = _exported(model, out, out)
    articles = [
        one
        for source, weight in ((data.news, 1.0), (data.weblogs, WEBLOGS))
        for name, text, labels in source(folder)
        for one in weighing.judged(backbone, text, labels, name, weight)
    ]
    examples = {"article": articles, "speech": spoken}
    weights = {genre: weighing.fit(examples[genre], STRENGTH[genre]) for genre in examples}
    (out / WEIGHTS).write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    held = {genre: weighing.cross_validated(examples[genre], STRENGTH[genre]) for genre in examples}
    report.write_agreement(model, backbone.pieces, out)
    agreement = report.agreement(model, Backbone(out), folder)
    report.write(folder, out, examples, held, agreement, datetime.now(UTC))


def _exported(model: Model, place: Path, vocabulary: Path) -> Backbone:
    """The model as the app reads it, still without weights of the clues."""
    nothing = {genre: {"bias": 0.0} for genre in STRENGTH}
    (place / WEIGHTS).write_text(json.dumps(nothing), encoding="utf-8")
    if place != vocabulary:
        shutil.copy(vocabulary / VOCABULARY, place)
    export(model, place / NETWORK)
    return Backbone(place)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
