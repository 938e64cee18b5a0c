"""What a report would look like, made for a look before it is written: in a thread, from a
read-only connection, of the first articles only; and what can be chosen for it. No Qt.

Not here: what there is to see of each format (``reports.preview``), showing it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_gui.domain import Progress, Reviewer
from factcheck_gui.library import file
from factcheck_gui.library.readiness import Unready
from factcheck_gui.library.reading import Reader

if TYPE_CHECKING:
    from factcheck_gui.reports.content import Choices, Report
    from factcheck_gui.reports.preview import Shown

ARTICLES = 3  # that a preview shows at most
CLAIMS = 300  # likewise; a PDF of so many takes a second or two


@dataclass(frozen=True, slots=True)
class Preview:
    """What there is to see; of how many of the articles chosen (``articles`` of ``total``), and
    whether claims of these were left out; what the format has to say, a sentence each."""

    shown: Shown
    articles: int
    total: int
    cut: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What an article lacks, and what a report can be made with: the names of the languages of the
    fixed words by their codes, the titles of a newsroom's own templates by their names."""

    unready: Unready = field(default_factory=Unready)
    languages: Mapping[str, str] = field(default_factory=lambda: {"en": "English"})
    templates: Mapping[str, str] = field(default_factory=dict)


def offer(library: Path, article: int, blind: Reviewer | None) -> Offer:
    """Looks around before the choices for a report on an article (row id) are shown: it reads
    files, and loads the writers."""
    from factcheck_gui.jobs import unready
    from factcheck_gui.reports import templates, words, writing  # noqa: F401 - loaded here

    own = {one.name: one.title for one in templates.templates() if one.name != templates.OURS}
    return Offer(unready(library, article, blind), words.languages(), own)


def preview(
    library: Path,
    articles: Sequence[int],
    choices: Choices,
    *,
    format: str,
    at: datetime,
    progress: Progress | None = None,
) -> Preview:
    """The first of the articles (row ids) in a format of ``writing.FORMATS``, as they would be
    written. Raises Problem where they could not be, and what ``progress`` raises."""
    from factcheck_gui.rendering import written
    from factcheck_gui.reports.preview import show
    from factcheck_gui.reviews import build_report

    with closing(file.open_reader(library)) as connection:
        reader = Reader(connection)
        first = _first(reader, articles)
        report = build_report(
            reader, first, at.astimezone(), choices, progress, whole=format == "json"
        )
    report, cut = _shortened(report)
    made = written(report, format, progress)
    return Preview(show(made.data, format), len(first), len(articles), cut, made.warnings)


def _first(reader: Reader, articles: Sequence[int]) -> list[int]:
    """As many as can be shown; the first one always."""
    head = list(articles[:ARTICLES])
    claims = {row.key: row.tally.claims for row in reader.article_rows(keys=head)} if head else {}
    taken: list[int] = []
    for key in head:
        if taken and sum(claims.get(one, 0) for one in [*taken, key]) > CLAIMS:
            break
        taken.append(key)
    return taken


def _shortened(report: Report) -> tuple[Report, bool]:
    """The report with no more claims of an article than are shown, and whether some are gone."""
    from factcheck_gui.reports import content

    if all(len(content.listed(one)) <= CLAIMS for one in report.articles):
        return report, False
    chosen = content.choose(report)
    articles = (replace(one, claims=content.listed(one)[:CLAIMS]) for one in chosen.articles)
    return replace(report, articles=tuple(articles)), True
