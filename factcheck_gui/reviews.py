"""Between the library and the reports: what a report on articles says, gathered from the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from factcheck_gui.domain import Progress
from factcheck_gui.library.reading import Reader
from factcheck_gui.reports.content import Choices, Report, ReportArticle, ReportClaim


def build_report(
    reader: Reader,
    articles: Sequence[int],
    at: datetime,
    choices: Choices,
    progress: Progress | None = None,
) -> Report:
    """The report on articles (row ids) in their order, with every claim and all said of it.

    ``at`` is the time of the export; days in the report are those of its time zone. Raises Problem
    where an article is gone, and what ``progress`` raises, which counts articles.
    """
    gathered = []
    for number, key in enumerate(articles, 1):
        gathered.append(_article(reader, key))
        if progress:
            progress(number, len(articles))
    return Report(at, tuple(gathered), choices)


def _article(reader: Reader, key: int) -> ReportArticle:
    given, evidence = reader.every_assessment(key), reader.every_evidence(key)
    claims = tuple(
        ReportClaim(claim, tuple(given.get(claim.key, ())), tuple(evidence.get(claim.key, ())))
        for claim in reader.claims(reader.every_claim(key))
    )
    article, scale = reader.article(key), reader.scale(key)
    return ReportArticle(article, scale, claims, tuple(reader.versions(key)))
