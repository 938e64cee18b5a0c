"""The last step of check-worthiness: what the model's view and the clues of a sentence count.

Here: labelled sentences with their places, logistic regression, cross-validation. Not here: the
model's learning (``teaching``).

The model must not have learned from the sentences that its weight is fitted on, or it would seem
surer than it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from factcheck_gui.claims.judging.clues import NOWHERE, clues
from factcheck_gui.claims.judging.worth import model_clues
from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.network.backbone import Backbone
from factcheck_gui.claims.pipeline import placed
from factcheck_gui.domain import Span

# Too rare in the data to be fitted, or not in it. Headlines and captions repeat the text.
_BY_HAND = {
    "caption": -5.0, "code": -4.0, "heading": -5.0, "quoted": -0.6, "quoted detail": -0.3,
    "text about itself": -1.5,
}  # fmt: skip


@dataclass(frozen=True)
class Judged:
    """A labelled sentence: its clues with those of the model, and whether it must be listed.

    ``group`` is what must not be torn apart in cross-validation: the article.
    """

    clues: dict[str, float]
    wanted: bool | None  # None: both are right; measured, never learned from
    group: str
    weight: float = 1.0


def judged(
    model: Backbone,
    text: str,
    labels: Sequence[tuple[Span, bool | None]],
    group: str,
    weight: float,
) -> list[Judged]:
    """The labelled sentences of an article, where they stand in it."""
    spans = [span for span, _ in labels]
    words = [read_words(text, span.start, span.end) for span in spans]
    seen = model.see([one.forms for one in words])
    return [
        Judged(clues(one, 0, len(one), place) | model_clues(view), wanted, group, weight)
        for one, view, place, (_, wanted) in zip(
            words, seen, placed(text, spans), labels, strict=True
        )
    ]


def bare(model: Backbone, sentences: Sequence[tuple[str, bool, str]]) -> list[Judged]:
    """Sentences that stand nowhere: text, whether wanted, the debate they are from."""
    words = [read_words(text) for text, _, _ in sentences]
    seen = model.see([one.forms for one in words])
    return [
        Judged(clues(one, 0, len(one), NOWHERE) | model_clues(view), wanted, group)
        for one, view, (_, wanted, group) in zip(words, seen, sentences, strict=True)
    ]


def fit(examples: Iterable[Judged], strength: float) -> dict[str, float]:
    """Weights by logistic regression (L2, C = ``strength``), the bias among them."""
    known = [one for one in examples if one.wanted is not None]
    table = DictVectorizer(sparse=False)
    inputs = table.fit_transform([one.clues for one in known])
    regression = LogisticRegression(C=strength, max_iter=5000)
    regression.fit(
        inputs,
        [bool(one.wanted) for one in known],
        sample_weight=[one.weight for one in known],
    )
    names = table.get_feature_names_out()
    weights = dict(zip(names, regression.coef_[0], strict=True)) | _BY_HAND
    found = {str(name): round(float(value), 4) for name, value in sorted(weights.items())}
    return {"bias": round(float(regression.intercept_[0]), 4)} | found


def probabilities(weights: dict[str, float], examples: Sequence[Judged]) -> NDArray[np.float64]:
    """What the weights say of each example."""
    totals = [
        weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in one.clues.items())
        for one in examples
    ]
    return 1 / (1 + np.exp(-np.clip(totals, -30, 30)))


def cross_validated(
    examples: Sequence[Judged], strength: float, folds: int = 15
) -> NDArray[np.float64]:
    """For each example what weights say that were fitted on other articles only."""
    groups = sorted({one.group for one in examples})
    fold = {group: number % folds for number, group in enumerate(groups)}
    found = np.zeros(len(examples))
    for number in range(min(folds, len(groups))):
        held = [n for n, one in enumerate(examples) if fold[one.group] == number]
        others = [one for one in examples if fold[one.group] != number]
        found[held] = probabilities(fit(others, strength), [examples[n] for n in held])
    return found
