"""Fits the weights that decide where sentences end, and says how good they are on other documents.

    python -m factcheck_gui.claims.splitting.training_sentences DATA [OUT]

DATA holds ``segmentation/ewt_dev.jsonl`` (English Web Treebank, CC BY-SA 4.0) and
``news/gum_news_dev.jsonl`` (Wikinews in GUM, CC BY); OUT is ``resources/models/sentences.json``
unless given. Here: logistic regression over the features of ``sentence_model``, cross-validation
by document. Not here: the features, anything the app does. Only the weights ship, under
CC BY-SA 4.0. The result depends on the data alone: nothing is drawn by chance.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck_gui.claims.splitting import sentence_model
from factcheck_gui.claims.splitting.sentence_ends import places
from factcheck_gui.claims.splitting.sentences import (
    split_paragraphs,
    split_sentences,
    without_bullet,
)
from factcheck_gui.paths import resources

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SOURCES = {"web": "segmentation/ewt_dev.jsonl", "news": "news/gum_news_dev.jsonl"}
NOTICE = (
    "Fitted on the development part of UD English EWT (CC BY-SA 4.0, Universal Dependencies and "
    "the Linguistic Data Consortium) and on Wikinews texts of the GUM corpus (texts CC BY 2.5, "
    "annotations CC BY 4.0, Amir Zeldes and others). These weights are under CC BY-SA 4.0."
)
FOLDS = 10
SEEN_AT_LEAST = 2  # times a feature must be seen to get a weight
PENALTY = 3.0  # of the squares of the weights, halved
STEPS = 80  # of the optimiser; it stops by itself at about 50
MEMORY = 8
SMALLEST = 0.01  # weights nearer to 0 are left out of the file

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a sentence may end: what is seen there, and whether one ends."""

    features: tuple[str, ...]
    ends: bool


def main(arguments: Sequence[str]) -> int:
    """Fits, writes the weights, prints the cross-validated figures as JSON."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    data = Path(arguments[0])
    out = Path(arguments[1]) if len(arguments) > 1 else None
    print(json.dumps(train(data, out), indent=1))
    return 0


def train(data: Path, out: Path | None = None) -> dict[str, Any]:
    """Fits the weights on ``data`` and writes them; the cross-validated figures by source.

    Raises OSError where a file of ``SOURCES`` is missing or the weights cannot be written.
    """
    out = out or resources() / "models" / sentence_model.WEIGHTS
    documents = {name: _rows(data / place) for name, place in SOURCES.items()}
    figures = cross_validated(documents)
    weights = fit([place for rows in documents.values() for row in rows for place in _places(row)])
    kept = {name: round(one, 3) for name, one in weights.items() if abs(one) >= SMALLEST}
    out.parent.mkdir(parents=True, exist_ok=True)
    model = {"notice": NOTICE, "figures": figures, "weights": dict(sorted(kept.items()))}
    out.write_text(json.dumps(model, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return figures


def cross_validated(documents: dict[str, list[Row]]) -> dict[str, Any]:
    """F1 of sentence spans on documents that were not fitted on, and of the rules alone."""
    places = {name: [list(_places(row)) for row in rows] for name, rows in documents.items()}
    found: dict[str, dict[str, Counter[str]]] = {
        name: {"fitted": Counter(), "rules": Counter()} for name in documents
    }
    for fold in range(FOLDS):
        others = (
            place
            for groups in places.values()
            for number, group in enumerate(groups)
            if number % FOLDS != fold
            for place in group
        )
        for kind, weights in (("fitted", fit(list(others))), ("rules", {})):
            with sentence_model.using(weights):
                for name, rows in documents.items():
                    for row in rows[fold::FOLDS]:
                        found[name][kind] += _compared(row)
    return {
        name: {kind: _f1(counts) for kind, counts in kinds.items()} for name, kinds in found.items()
    }


def fit(data: Sequence[Place]) -> dict[str, float]:
    """Weights by feature: logistic regression with a penalty on squares, solved by L-BFGS
    (Liu and Nocedal 1989)."""
    import numpy as np

    seen = Counter(one for place in data for one in place.features)
    common = sorted(one for one, count in seen.items() if count >= SEEN_AT_LEAST)
    numbers = {one: n for n, one in enumerate(common)}
    pairs = [
        (row, numbers[one])
        for row, place in enumerate(data)
        for one in place.features
        if one in numbers
    ]
    rows, columns = np.array(pairs, dtype=np.int64).T
    wanted = np.array([place.ends for place in data], dtype=np.float64)

    def loss(weights: Floats) -> tuple[float, Floats]:
        total = np.bincount(rows, weights[columns], len(data))
        value = np.sum(np.logaddexp(0, total) - wanted * total) + PENALTY / 2 * weights @ weights
        error = 1 / (1 + np.exp(-total)) - wanted
        slope = np.bincount(columns, error[rows], len(numbers)) + PENALTY * weights
        return float(value), slope

    best = _minimum(loss, np.zeros(len(numbers)))
    return {one: float(best[n]) for one, n in numbers.items()}


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], point: Floats) -> Floats:
    steps: list[tuple[Floats, Floats]] = []
    value, slope = loss(point)
    for _ in range(STEPS):
        way = _direction(slope, steps)
        size = 1.0
        while True:
            new = point - size * way
            new_value, new_slope = loss(new)
            if new_value <= value - 1e-4 * size * float(slope @ way) or size < 1e-6:
                break
            size /= 2
        steps = [*steps, (new - point, new_slope - slope)][-MEMORY:]
        done = value - new_value < 1e-7 * abs(value)
        point, value, slope = new, new_value, new_slope
        if done:
            break
    return point


def _direction(slope: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The two-loop recursion of L-BFGS: the slope, bent by what the last steps have shown."""
    import numpy as np

    way = slope.copy()
    used = []
    for moved, turned in reversed(steps):
        share = float(moved @ way) / float(turned @ moved)
        way -= share * turned
        used.append(share)
    if steps:
        moved, turned = steps[-1]
        way *= float(moved @ turned) / float(turned @ turned)
    else:
        way /= np.linalg.norm(way)
    for (moved, turned), share in zip(steps, reversed(used), strict=True):
        way += moved * (share - float(turned @ way) / float(turned @ moved))
    return way


def _places(row: Row) -> Iterable[Place]:
    """The places of a document with what the annotators say; the sentences before are theirs."""
    text = row["text"]
    begins = {one["start"] for one in row["sentences"]}
    for paragraph in split_paragraphs(text):
        start = without_bullet(text, paragraph)
        view = sentence_model.View(text, start, paragraph.end)
        for at, ruled in places(text, start, paragraph.end):
            features = tuple(view.features(at, ruled))
            ends = at + len(text[at:]) - len(text[at:].lstrip()) in begins
            yield Place(features, ends)
            if ends:
                view.last = at


def _compared(row: Row) -> Counter[str]:
    """Spans found, wanted, and both."""
    wanted = {(one["start"], one["end"]) for one in row["sentences"]}
    found = {(one.start, one.end) for one in split_sentences(row["text"])}
    return Counter(both=len(wanted & found), found=len(found), wanted=len(wanted))


def _f1(counts: Counter[str]) -> float:
    return round(2 * counts["both"] / max(1, counts["found"] + counts["wanted"]), 4)


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
