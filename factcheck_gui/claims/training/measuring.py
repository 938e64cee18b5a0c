"""How good the model is: figures on data that it did not learn from.

Here: ranking, calibration, names. Not here: what the commands print (``tests/bench/quality.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from factcheck_gui.claims.judging.entities import find_names, settle
from factcheck_gui.claims.language.words import Words, read_words
from factcheck_gui.claims.network.backbone import Backbone
from factcheck_gui.domain import Span

Row = dict[str, Any]
Found = tuple[int, int, str]
_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_JOINS = {"person": {"de", "van", "von", "al", "bin", "der", "la", "-"}}
_OTHER_JOINS = {"of", "on", "and", "for", "the", "de", "&", "-", "in", "at"}
_COMMON = set(
    """he she it they we i his her their our you its who both local church state government court
    university voters critics commanders here lawsuits some people republican democrat""".split()
)


@dataclass(frozen=True)
class Ranking:
    """F1 at one half, average precision, the best F1 that any bar would give."""

    f1: float
    average_precision: float
    best_f1: float
    listed: int
    right: int
    wanted: int


def ranking(scores: Sequence[float], wanted: Sequence[bool]) -> Ranking:
    """Figures of scores of sentences of which some are wanted."""
    order = np.argsort(-np.asarray(scores), kind="stable")
    hits = np.cumsum(np.asarray(wanted, dtype=float)[order])
    places = np.arange(1, len(order) + 1)
    count = int(hits[-1])
    listed = int((np.asarray(scores) >= 0.5).sum())
    right = int(hits[listed - 1]) if listed else 0
    precision = hits / places
    return Ranking(
        f1=2 * right / max(1, listed + count),
        average_precision=float((precision * np.asarray(wanted)[order]).sum() / max(1, count)),
        best_f1=float((2 * hits / (places + count)).max()),
        listed=listed,
        right=right,
        wanted=count,
    )


def reliability(
    scores: Sequence[float], wanted: Sequence[bool], bands: int = 10
) -> list[tuple[int, float, float]]:
    """For each band of scores: how many sentences, their mean score, the share wanted."""
    values, truth = np.asarray(scores), np.asarray(wanted, dtype=float)
    band = np.minimum((values * bands).astype(int), bands - 1)
    return [
        (int(here.sum()), float(values[here].mean()), float(truth[here].mean()))
        for number in range(bands)
        if (here := band == number).any()
    ]


def calibration_error(table: Iterable[tuple[int, float, float]]) -> float:
    """The mean gap between score and share, by sentences (expected calibration error)."""
    lines = list(table)
    return sum(n * abs(score - share) for n, score, share in lines) / sum(n for n, _, _ in lines)


# ---------------------------------------------------------------- names


@dataclass(frozen=True)
class NameFigures:
    """F1 of names: ends and kind right, ends right, touching and kind right."""

    exact: float
    spans: float
    touching: float
    wanted: int
    found: int


def names_in(model: Backbone, row: Row) -> list[Found]:
    """What the model finds in an article whose sentences are given."""
    text = row["text"]
    words = [read_words(text, one["start"], one["end"]) for one in row["sentences"]]
    seen = model.see([one.forms for one in words])
    found = (
        name
        for one, view in zip(words, seen, strict=True)
        for name in find_names(one, 0, len(one), view.tags)
    )
    return [(one.span.start, one.span.end, one.kind) for one in settle(found)]


def name_figures(pairs: Iterable[tuple[Sequence[Found], Sequence[Found]]]) -> NameFigures:
    """Figures over articles, each with the names wanted and found."""
    exact = spans = touching = touched = wanted = found = 0
    for gold, own in pairs:
        exact += len(set(gold) & set(own))
        spans += len({one[:2] for one in gold} & {one[:2] for one in own})
        touching += sum(any(_touch(one, other) for other in gold) for one in own)
        touched += sum(any(_touch(one, other) for other in own) for one in gold)
        wanted, found = wanted + len(set(gold)), found + len(set(own))
    precision, recall = touching / max(1, found), touched / max(1, wanted)
    return NameFigures(
        2 * exact / max(1, wanted + found),
        2 * spans / max(1, wanted + found),
        2 * precision * recall / max(1e-9, precision + recall),
        wanted,
        found,
    )


def _touch(one: Found, other: Found) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] == other[2]


def gold_names(row: Row) -> list[Found]:
    """Names by rule from annotated mentions, which are whole phrases ("English captain Kane").

    A name is the last run of capitals in a mention (of organisations and places the longest), bare
    of mentions of another kind inside it and of its article. Words that the article also writes
    small, or annotates as nothing, are no names: "Church", "Local", "Both".
    """
    mentions = [
        (one["start"], one["end"], _KINDS[one["type"]])
        for one in row["entities"]
        if one["type"] in _KINDS
    ]
    small = {low for low in read_words(row["text"]).forms if low.islower()}
    found = set()
    for start, end, kind in mentions:
        inner = [
            Span(a, b) for a, b, k in mentions
            if start <= a and b <= end and k != kind and b - a < end - start
        ]  # fmt: skip
        for run in _runs(read_words(row["text"], start, end), kind, inner):
            name = row["text"][run[0] : run[1]]
            if not all(word.lower() in small | _COMMON for word in name.split()):
                found.add((*run, kind))
    return sorted(found)


def _runs(words: Words, kind: str, inner: Sequence[Span]) -> list[tuple[int, int]]:
    joins = _JOINS.get(kind, _OTHER_JOINS)
    runs: list[list[int]] = []
    for index, form in enumerate(words.forms):
        if form[0].isupper() and not any(
            one.start <= words.starts[index] < one.end for one in inner
        ):
            near = runs and (
                runs[-1][-1] == index - 1
                or (runs[-1][-1] == index - 2 and words.lows[index - 1] in joins)
            )
            if near:
                runs[-1].append(index)
            else:
                runs.append([index])
    if runs and words.lows[runs[0][0]] in ("the", "a", "an"):
        runs[0].pop(0)
    runs = [run for run in runs if run]
    if not runs:
        return []
    chosen = runs[-1] if kind == "person" else max(runs, key=len)
    text = words.text[words.starts[chosen[0]] : words.ends[chosen[-1]]]
    end = words.ends[chosen[-1]] - len(re.search(r"(['’]s?)?$", text).group())  # type: ignore[union-attr]
    return [(words.starts[chosen[0]], end)]
