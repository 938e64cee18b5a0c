"""Between the library and the reports: what a report on articles says, gathered from the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck_gui.domain import Progress
from factcheck_gui.library.background import background
from factcheck_gui.library.reading import Reader
from factcheck_gui.reports.content import (
    Agreement,
    Choices,
    Coefficient,
    Measure,
    Report,
    ReportArticle,
    ReportClaim,
)

if TYPE_CHECKING:
    from factcheck_gui.agreement import Agreement as Measured
    from factcheck_gui.agreement import Estimate


def build_report(
    reader: Reader,
    articles: Sequence[int],
    at: datetime,
    choices: Choices,
    progress: Progress | None = None,
    *,
    whole: bool = False,
) -> Report:
    """The report on articles (row ids) in their order, with every claim and all said of it.

    ``at`` is the time of the export; days in the report are those of its time zone. ``whole``
    gathers also what only the JSON report tells. Raises Problem where an article is gone, and what
    ``progress`` raises, which counts articles.
    """
    gathered = []
    for number, key in enumerate(articles, 1):
        gathered.append(_article(reader, key, whole))
        if progress:
            progress(number, len(articles))
    agreed = _agreement(reader, articles) if choices.included.agreement else ()
    return Report(at, tuple(gathered), choices, agreement=agreed)


def _article(reader: Reader, key: int, whole: bool) -> ReportArticle:
    given, evidence = reader.every_assessment(key), reader.every_evidence(key)
    claims = tuple(
        ReportClaim(claim, tuple(given.get(claim.key, ())), tuple(evidence.get(claim.key, ())))
        for claim in reader.claims(reader.every_claim(key))
    )
    article, scale = reader.article(key), reader.scale(key)
    known = background(reader, key) if whole else None
    return ReportArticle(article, scale, claims, tuple(reader.versions(key)), known)


def _agreement(reader: Reader, articles: Sequence[int]) -> tuple[Agreement, ...]:
    """How far the reviewers of these articles agree, a scale each that two of them used."""
    from factcheck_gui.agreement import measure
    from factcheck_gui.library.ratings import ratings, scales

    measured = measure(ratings(reader.connection, articles), scales(reader.connection))
    return tuple(_agreed(one) for one in measured if one.claims)


def _agreed(found: Measured) -> Agreement:
    """The coefficients over all reviewers, then those of each pair."""
    whole: tuple[tuple[Measure, Estimate], ...] = (
        ("krippendorff nominal", found.nominal),
        ("krippendorff ordinal", found.ordinal),
        ("fleiss", found.fleiss),
    )
    return Agreement(
        found.scale,
        found.reviewers,
        found.claims,
        found.unanimous,
        (
            *(_coefficient(name, found.reviewers, one) for name, one in whole if one.n),
            *(
                replace(_coefficient("cohen", (one.one, one.other), one.kappa), agreed=one.agreed)
                for one in found.pairs
            ),
        ),
    )


def _coefficient(name: Measure, reviewers: tuple[str, ...], one: Estimate) -> Coefficient:
    return Coefficient(name, reviewers, one.value, one.low, one.high, one.n)
