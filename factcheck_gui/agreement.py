"""How far reviewers agree: Cohen's and Fleiss' kappa, Krippendorff's alpha, with intervals.

Here: pure statistics over ratings, and the tables behind each number. Not here: which ratings
there are (``library.ratings``), how they are shown or written.

A claim's ratings are counted a label: ``counts[i, c]`` is how many reviewers gave claim ``i`` the
label ``c``. Claims with the same counts are one pattern with a weight, so that drawing claims with
replacement (the bootstrap) is one multinomial draw of weights, whatever the number of claims.

Sources: J. Cohen, A coefficient of agreement for nominal scales (1960); J. L. Fleiss, Measuring
nominal scale agreement among many raters (1971); K. Krippendorff, Computing Krippendorff's
alpha-reliability (2011); B. Efron, Bootstrap methods (1979), percentile intervals.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from factcheck_gui.domain import Label, Rating, Scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAWS = 2_000  # of the bootstrap
_SEED = 20_250_101  # so that the same ratings give the same interval on every desk


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient with its 95 % interval over ``n`` claims.

    ``value`` is None where it is not defined: no claims, or nobody used more than one label, so
    that agreement by chance is complete. ``low`` and ``high`` are None where no draw defines them.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers: their kappa, and the claims in each cell (one's label, the other's)."""

    one: str
    other: str
    agreed: int
    kappa: Estimate
    cells: Mapping[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything about the ratings on one scale. ``left_out``: why -> ids of claims."""

    scale: str
    labels: tuple[str, ...]
    reviewers: tuple[str, ...]
    claims: int  # rated by two reviewers at least
    unanimous: int
    pairs: tuple[Pair, ...]
    fleiss: Estimate  # over the claims that have as many ratings as most have
    nominal: Estimate  # Krippendorff's alpha
    ordinal: Estimate  # the same, of the labels inside the scale's order
    left_out: Mapping[str, tuple[str, ...]]


def measure(ratings: Iterable[Rating], scales: Mapping[str, Scale]) -> tuple[Agreement, ...]:
    """The agreement on each scale that was used, in the order of the scales' names.

    ``scales`` has the scale that ``Rating.scale`` names. Only labels of a scale are compared:
    verdicts in own words are left out, and said. A claim rated by one reviewer says nothing of
    agreement, and is left out.
    """
    by_scale: dict[str, list[Rating]] = defaultdict(list)
    for one in ratings:
        by_scale[one.scale].append(one)
    keys = sorted(by_scale, key=lambda key: (scales[key].name, key))
    return tuple(_measure(by_scale[key], scales[key]) for key in keys)


def _measure(ratings: Sequence[Rating], scale: Scale) -> Agreement:
    labels = {one.text: one for one in scale.labels}
    free = {one.claim for one in ratings if one.free_text or one.verdict not in labels}
    given: dict[str, dict[str, str]] = defaultdict(dict)
    for one in ratings:
        by = given[one.claim]
        if not one.free_text and one.verdict in labels:
            by[one.reviewer] = one.verdict
    compared = {claim: by for claim, by in given.items() if len(by) > 1}
    single = [claim for claim in given if claim not in compared and claim not in free]
    ordered, outside = _ordered(compared, labels)
    counts = [Counter(by.values()) for by in compared.values()]
    left_out = {"rated once": single, "in own words": free, "outside the order": outside}
    return Agreement(
        scale=scale.name,
        labels=tuple(labels),
        reviewers=tuple(sorted({name for by in given.values() for name in by})),
        claims=len(compared),
        unanimous=sum(len(one) == 1 for one in counts),
        pairs=tuple(_pairs(compared, tuple(labels))),
        fleiss=fleiss_kappa(_most_common_size(counts), tuple(labels)),
        nominal=krippendorff_alpha(counts, tuple(labels)),
        ordinal=krippendorff_alpha(*ordered, ordinal=True),
        left_out={why: tuple(sorted(claims)) for why, claims in left_out.items() if claims},
    )


def _ordered(
    compared: Mapping[str, Mapping[str, str]], labels: Mapping[str, Label]
) -> tuple[tuple[list[Counter[str]], tuple[str, ...]], list[str]]:
    """Counts over the labels that have an order, these labels by it, and the claims left out."""
    order = {text: one.order for text, one in labels.items() if one.order is not None}
    ranks = tuple(sorted(order, key=lambda text: order[text]))
    counts: list[Counter[str]] = []
    outside: list[str] = []
    for claim, by in compared.items():
        inside = Counter(verdict for verdict in by.values() if verdict in order)
        if inside.total() < len(by):
            outside.append(claim)
        if inside.total() > 1:
            counts.append(inside)
    return (counts, ranks), outside


def _most_common_size(counts: Sequence[Counter[str]]) -> list[Counter[str]]:
    """The claims with the number of ratings that most claims have: Fleiss needs one number."""
    sizes = Counter(one.total() for one in counts)
    size = max(sizes, key=lambda n: (sizes[n], n), default=0)
    return [one for one in counts if one.total() == size]


def _pairs(compared: Mapping[str, Mapping[str, str]], labels: tuple[str, ...]) -> Iterable[Pair]:
    cells: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim, by in compared.items():
        for one, other in combinations(sorted(by), 2):
            cells[one, other][by[one], by[other]].append(claim)
    for (one, other), claims in sorted(cells.items()):
        table = [[len(claims[a, b]) if (a, b) in claims else 0 for b in labels] for a in labels]
        kept = {cell: tuple(sorted(ids)) for cell, ids in sorted(claims.items())}
        agreed = sum(len(ids) for (a, b), ids in kept.items() if a == b)
        yield Pair(one, other, agreed, cohen_kappa(table), kept)


# ---------------------------------------------------------------- coefficients


def cohen_kappa(table: Sequence[Sequence[int]]) -> Estimate:
    """Cohen's kappa of a square confusion table: ``table[a][b]`` claims got label a from the one
    reviewer and b from the other."""
    import numpy as np

    cells = np.array(table, dtype=np.float64).reshape(len(table), -1)

    def coefficient(weights: Floats) -> Floats:
        drawn = weights.reshape(-1, *cells.shape)
        n = drawn.sum(axis=(1, 2))
        seen = np.trace(drawn, axis1=1, axis2=2) / n
        chance = (drawn.sum(axis=1) * drawn.sum(axis=2)).sum(axis=1) / n**2
        return _beyond_chance(seen, chance)

    return _estimate(coefficient, cells.ravel())


def fleiss_kappa(counts: Sequence[Counter[str]], labels: Sequence[str]) -> Estimate:
    """Fleiss' kappa. ``counts``, one a claim: label -> ratings, the same number for each claim.

    Raises ValueError where the numbers differ.
    """
    if len({one.total() for one in counts}) > 1:
        raise ValueError("Fleiss' kappa needs the same number of ratings for each claim")
    patterns, weights = _patterns(counts, labels)
    raters = patterns[:1].sum()

    def coefficient(drawn: Floats) -> Floats:
        n = drawn.sum(axis=1)
        pairs = (patterns * (patterns - 1)).sum(axis=1) / (raters * (raters - 1))
        shares = drawn @ patterns / (n * raters)[:, None]
        return _beyond_chance(drawn @ pairs / n, (shares**2).sum(axis=1))

    return _estimate(coefficient, weights)


def krippendorff_alpha(
    counts: Sequence[Counter[str]], labels: Sequence[str], *, ordinal: bool = False
) -> Estimate:
    """Krippendorff's alpha. ``counts``, one a claim: label -> ratings, at least two in all.

    ``ordinal`` takes ``labels`` as ranks in their order. Claims may have any number of ratings.
    """
    import numpy as np

    patterns, weights = _patterns(counts, labels)
    size = len(labels)
    apart = np.eye(size)[None] * patterns[:, :, None]
    together = patterns[:, :, None] * patterns[:, None, :] - apart
    together /= np.maximum(patterns.sum(axis=1) - 1, 1)[:, None, None]

    def coefficient(drawn: Floats) -> Floats:
        seen = (drawn @ together.reshape(len(patterns), -1)).reshape(-1, size, size)
        uses = seen.sum(axis=1)
        distance = _rank_distance(uses) if ordinal else 1 - np.eye(size)[None]
        n = uses.sum(axis=1)
        chance = uses[:, :, None] * uses[:, None, :]
        observed = (seen * distance).sum(axis=(1, 2))
        expected = (chance * distance).sum(axis=(1, 2)) / (n - 1)
        with np.errstate(divide="ignore", invalid="ignore"):  # nan: one label only
            result: Floats = np.where(expected > 0, 1 - observed / expected, np.nan)
        return result

    return _estimate(coefficient, weights)


def _rank_distance(uses: Floats) -> Floats:
    """Krippendorff's ordinal difference: the ratings from one rank to the other, ends halved,
    squared. ``uses[draw, rank]`` -> ``[draw, rank, rank]``."""
    import numpy as np

    middle = uses.cumsum(axis=1) - uses / 2
    distance: Floats = np.square(middle[:, :, None] - middle[:, None, :])
    return distance


def _beyond_chance(seen: Floats, chance: Floats) -> Floats:
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):  # nan: all agreement is by chance
        result: Floats = np.where(chance < 1, (seen - chance) / (1 - chance), np.nan)
    return result


def _patterns(counts: Sequence[Counter[str]], labels: Sequence[str]) -> tuple[Floats, Floats]:
    """Different rows of counts, in the order of ``labels``, and how many claims have each."""
    import numpy as np

    rows = Counter(tuple(one[label] for label in labels) for one in counts)
    patterns = np.array(sorted(rows), dtype=np.float64).reshape(len(rows), len(labels))
    return patterns, np.array([rows[one] for one in sorted(rows)], dtype=np.float64)


def _estimate(coefficient: Callable[[Floats], Floats], weights: Floats) -> Estimate:
    """The coefficient of the weights (claims a pattern) and the middle 95 % of it over draws."""
    import numpy as np

    n = int(weights.sum())
    if n == 0:
        return Estimate(None, None, None, 0)
    dice = np.random.default_rng(_SEED)
    draws = dice.multinomial(n, weights / n, size=DRAWS).astype(np.float64)
    value = float(coefficient(weights[None])[0])
    drawn = coefficient(draws)
    drawn = drawn[np.isfinite(drawn)]
    low, high = np.percentile(drawn, (2.5, 97.5)) if len(drawn) else (np.nan, np.nan)
    return Estimate(_known(value), _known(low), _known(high), n)


def _known(number: float) -> float | None:
    return None if math.isnan(number) else float(number)


# ---------------------------------------------------------------- out


def to_json(one: Agreement) -> dict[str, Any]:
    """The object that the command prints for one scale; ids of claims behind every number."""
    return {
        "scale": one.scale,
        "labels": list(one.labels),
        "reviewers": list(one.reviewers),
        "claims": one.claims,
        "unanimous": one.unanimous,
        "krippendorff_alpha": {
            "nominal": _estimate_json(one.nominal),
            "ordinal": _estimate_json(one.ordinal),
        },
        "fleiss_kappa": _estimate_json(one.fleiss),
        "pairs": [_pair_json(pair) for pair in one.pairs],
        "left_out": {why: list(claims) for why, claims in one.left_out.items()},
    }


def to_rows(found: Iterable[Agreement]) -> Iterator[list[str | float]]:
    """The same as a table: a line a coefficient, then a line a cell of each pair's table."""
    yield ["scale", "measure", "reviewers", "value", "low_95", "high_95", "claims", "ids"]
    for one in found:
        whole = {"krippendorff_alpha nominal": one.nominal,
                 "krippendorff_alpha ordinal": one.ordinal, "fleiss_kappa": one.fleiss}  # fmt: skip
        for name, estimate in whole.items():
            yield [one.scale, name, "; ".join(one.reviewers), *_estimate_row(estimate), ""]
        for pair in one.pairs:
            both = f"{pair.one}; {pair.other}"
            yield [one.scale, "cohen_kappa", both, *_estimate_row(pair.kappa), ""]
            for (a, b), ids in pair.cells.items():
                what = f"{a} / {b}"
                yield [one.scale, what, both, "", "", "", len(ids), " ".join(ids)]
        for why, ids in one.left_out.items():
            yield [one.scale, f"left out: {why}", "", "", "", "", len(ids), " ".join(ids)]


def _estimate_row(one: Estimate) -> list[str | float]:
    numbers = (one.value, one.low, one.high)
    return [*("" if n is None else round(n, 4) for n in numbers), one.n]


def _pair_json(pair: Pair) -> dict[str, Any]:
    cells = [
        {pair.one: a, pair.other: b, "claims": list(ids)} for (a, b), ids in pair.cells.items()
    ]
    kappa = _estimate_json(pair.kappa)
    return {"reviewers": [pair.one, pair.other], "agreed": pair.agreed, "cohen_kappa": kappa,
            "cells": cells}  # fmt: skip


def _estimate_json(one: Estimate) -> dict[str, Any]:
    value, low, high = (
        None if number is None else round(number, 4) for number in (one.value, one.low, one.high)
    )
    return {"value": value, "interval_95": [low, high], "claims": one.n}
