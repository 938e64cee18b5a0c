"""How much a sentence asks to be checked: its clues and what the language model sees, weighed.

Here: the weights, the score and its explanation in words. Not here: the clues themselves
(``clues``), the model (``backbone``), which claims are listed.

The score is a logistic regression over the clues and two figures of the language model: how much
more it takes the sentence for a check-worthy, or an unimportant, statement of fact than for none.
The clues are few and general, so they steady the model on prose unlike that it learned from.
There are two sets of learned weights (``resources/models/worth.json``): for sentences of prose in
an article, and for speech and bare sentences. How they came about, and how good they are, stands in
``resources/models/MODEL_CARD.md``.

Without the model (its files are missing) ``RULES`` weigh the clues alone: logistic regression (L2,
C = 1) fitted on 22,490 sentences of US presidential debates (ClaimBuster: Arslan, Hassan, Li and
Tremayne, doi 10.5281/zenodo.3609356; those of its measuring part left out) and 258 sentences of
eleven Wikinews articles (text CC BY 2.5) labelled by us. F1 at 0.5 / average precision: held-out
debate sentences .83 / .89; news, without the article measured, .95 / .99.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from factcheck_gui.claims.judging.clues import NOWHERE, Place, clues
from factcheck_gui.claims.language.words import Words, read_words
from factcheck_gui.claims.network.backbone import Backbone, loaded

if TYPE_CHECKING:
    from factcheck_gui.claims.network.backbone import Seen

# The words in which a score is explained; features that only shape it are left out.
_RAISES = {
    "figure": "figure", "number word": "figure", "money or share": "money or share",
    "change by a size": "change", "change": "change", "year": "date", "date": "date",
    "event": "event", "deed": "event", "was": "event", "their deed": "event",
    "accusation": "accusation", "force and crime": "force or crime",
    "comparison": "comparison", "cause": "cause", "name": "names someone or a place",
    "acronym": "names someone or a place", "public money and law": "public matter",
    "office": "event",
}  # fmt: skip
_LOWERS = {
    "heading": "headline", "code": "code", "caption": "caption", "quoted": "a quotation on its own",
    "question": "question", "I": "first person", "own deed": "first person", "we": "first person",
    "you": "speaks to the reader", "talk": "talk about talking", "page": "talk about the page",
    "taste": "opinion", "belief": "opinion", "ideals": "opinion", "duty": "says what should be",
    "plan": "prediction or plan", "wish": "hypothetical", "hedge": "hedged", "thing": "vague",
    "no detail": "vague", "text about itself": "talk about the page",
    "order": "speaks to the reader", "no verb": "no verb", "no stop": "no whole sentence",
    "very short": "very short",
}  # fmt: skip
_LEAST = 0.3  # a contribution below this explains nothing
_BY_HAND = {
    "text about itself": -2.5,
    "quoted detail": -0.5,
    "code": -4.0,
}  # too rare in the data to be fitted
_WEIGHTS: dict[str, float] = {
    "figure": 3.18, "money or share": 2.12, "office": 2.02, "year": 1.42, "long": 1.38,
    "number word": 1.29, "acronym": 1.21, "since": 1.08, "deed": 1.02, "was": 1.02, "event": 0.98,
    "name": 0.97, "statement": 0.93, "comparison": 0.82, "force and crime": 0.77,
    "public money and law": 0.76, "accusation": 0.75, "date": 0.65, "their deed": 0.60,
    "change": 0.55, "cause": 0.51, "is": 0.35, "he or they": 0.21, "page": 0.16,
    "opens with a name": 0.15, "change by a size": 0.09, "no verb": -0.01, "denial": -0.05,
    "perfect": -0.15, "all or none": -0.15, "very short": -0.16, "we": -0.19, "points": -0.20,
    "exclamation": -0.23, "size of public matter": -0.26, "you": -0.31, "passive": -0.32,
    "spoken opening": -0.33, "order": -0.44, "no detail": -0.61, "thing": -0.69, "talk": -0.72,
    "own deed": -0.74, "can": -0.94, "wish": -0.96, "belief": -1.04, "taste": -1.16,
    "hedge": -1.20, "plan": -1.24, "quoted": -1.27, "I": -1.39, "duty": -1.71, "no stop": -1.86,
    "ideals": -1.94, "question": -2.37, "heading": -3.37, "caption": -5.26,
}  # fmt: skip
_BIAS = -1.18
_FURTHEST = 6.0  # how far the model's certainty counts

# The model's own clues, in the words that explain a score; its order is that of the verdicts.
WORTHY, UNIMPORTANT = "model: worthy", "model: unimportant"
_SEEN_AS = ("lowered: no statement of fact", "lowered: of little weight", "statement of fact")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each clue counts; one that is not named counts nothing."""

    bias: float
    of: Mapping[str, float]

    def probability(self, found: Mapping[str, float]) -> float:
        total = self.bias + sum(self.of.get(name, 0.0) * value for name, value in found.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


RULES = Weights(_BIAS, _WEIGHTS | _BY_HAND)
Genre = Literal["article", "speech"]


@cache
def weights_for(genre: Genre) -> Weights:
    """The learned weights for a kind of text; ``RULES`` where the model cannot be loaded."""
    model = loaded()
    if isinstance(model, str):
        return RULES
    own = model.weights[genre]
    return Weights(own["bias"], {name: value for name, value in own.items() if name != "bias"})


def score(sentence: str, place: Place | None = None) -> float:
    """Check-worthiness of a sentence, 0 to 1; from 0.5 on the reviewer's list shows it.

    One without a place is judged as speech, one with a place (``Place()``: plain prose) as part
    of an article.
    """
    return _judged(sentence, place)[0]


def explain(sentence: str, place: Place | None = None) -> tuple[str, ...]:
    """What raised the score, the strongest first, and what lowered it, in plain words."""
    return _judged(sentence, place)[1]


def _judged(sentence: str, place: Place | None) -> tuple[float, tuple[str, ...]]:
    words = read_words(sentence)
    (seen,) = look([words.forms])
    genre: Genre = "speech" if place is None else "article"
    return judge(words, 0, len(words), place or NOWHERE, seen, genre)


def look(sentences: Sequence[Sequence[str]]) -> Sequence[Seen | None]:
    """What the model sees in sentences given as tokens; None for each where there is no model."""
    model = loaded()
    return model.see(sentences) if isinstance(model, Backbone) else [None] * len(sentences)


def judge(
    words: Words,
    lo: int,
    hi: int,
    place: Place,
    seen: Seen | None = None,
    genre: Genre = "article",
) -> tuple[float, tuple[str, ...]]:
    """Score and reasons of the tokens ``lo`` to ``hi``, which are one claim.

    ``seen`` is what the model says of the sentence; the claim may be a part of it only.
    """
    found = clues(words, lo, hi, place)
    if seen is None:
        worth = RULES.probability(found)
    else:
        worth = weights_for(genre).probability(found | model_clues(seen))
    return worth, _reasons(found, worth, seen)


def model_clues(seen: Seen) -> dict[str, float]:
    """The model's certainty, as logarithms of odds against "no statement of fact"."""
    none, unimportant, worthy = (float(one) for one in seen.verdict)

    def within(value: float) -> float:
        return max(-_FURTHEST, min(_FURTHEST, value))

    return {WORTHY: within(worthy - none), UNIMPORTANT: within(unimportant - none)}


def _reasons(found: Mapping[str, float], worth: float, seen: Seen | None) -> tuple[str, ...]:
    """Clues that speak for the score first, then those against it: never only the latter."""
    raised, lowered = _sides(found)
    view = _SEEN_AS[int(seen.verdict.argmax())] if seen is not None else ""
    if worth >= 0.5:
        if not raised or view == _SEEN_AS[2]:
            raised = [*raised[:3], "statement of fact"]
        return (*raised[:4], *(f"lowered: {one}" for one in lowered[:2]))
    reasons = [f"lowered: {one}" for one in lowered[:2]]
    if view in _SEEN_AS[:2] or not reasons:
        reasons.append(view if view in _SEEN_AS[:2] else "lowered: little to check")
    return (*reasons, *raised[:3])


def _sides(found: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """What the clues say for and against, the strongest first, each in plain words once."""
    raised: dict[str, float] = {}
    lowered: dict[str, float] = {}
    for name, value in found.items():
        weight = RULES.of.get(name, 0.0) * value
        side, table = (raised, _RAISES) if weight > 0 else (lowered, _LOWERS)
        if name in table:
            side[table[name]] = side.get(table[name], 0.0) + abs(weight)
    up, down = (
        sorted((one for one in side if side[one] >= _LEAST), key=lambda one: -side[one])
        for side in (raised, lowered)
    )
    return up, down
