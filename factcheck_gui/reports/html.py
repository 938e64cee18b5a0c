"""Reviews as one HTML file that stands alone: no scripts, nothing loaded, made to be printed.

Here: what the template ``resources/reports/report.html`` is given. The template does the mark-up
and escapes all of it; only ``reasons`` hands it HTML. Not here: what is shown (``views``), colours,
sizes, tags.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck_gui import domain, paths
from factcheck_gui.reports import content, reasons, record, views, wording
from factcheck_gui.reports.wording import visible
from factcheck_gui.reports.words import Words, capital

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as HTML in UTF-8. Raises what ``progress`` raises; it counts claims."""
    return _page(report, progress, manuscript=False)


def manuscript(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The articles with notes in their margin. Raises as ``render``, before the work is done."""
    if progress:
        progress(0, 1)
    return _page(report, progress, manuscript=True)


def _page(report: content.Report, progress: domain.Progress | None, *, manuscript: bool) -> bytes:
    shown = views.view(report)
    words = shown.words
    text = _template().render(
        words=_marked_up(words),
        style=_style(),
        language=words.language,
        direction=words.direction,
        quotes=words.quotes,
        separators=words.separators,
        report=shown.report,
        logo=shown.logo,
        publisher=shown.publisher,
        articles=shown.articles,
        scales=shown.scales,
        exported_on=shown.exported_on,
        exported_time=shown.exported_time,
        manuscript=manuscript,
        method=shown.method,
        private=shown.private,
        agreement=shown.agreement,
        agreement_heads=record.heads(words),
        stop=lambda text: wording.ended(text)[len(text) :],
        disputed=words.look(content.DISPUTED),
        label_look=lambda scale, label: content.verdict_look(scale, label.text),
        reason=lambda claim, judgment: reasons.to_html(judgment.reason, claim.cited),
        each=_watched(progress, shown.claims),
    )
    return text.encode("utf-8")


def _style() -> Markup:
    """The style sheet as it is, so that nothing in it is taken for the template's language."""
    from markupsafe import Markup

    return Markup((paths.resources() / "reports" / "report.css").read_text(encoding="utf-8"))


def _marked_up(words: Words) -> Callable[..., Markup]:
    """The fixed words for the template: a phrase is escaped, mark-up in its places stays."""
    from markupsafe import Markup, escape

    def told(key: str, n: int = 0, **places: object) -> Markup:
        safe = {k: escape(_shown(one)) for k, one in places.items() if k != "n"}
        return Markup("").join(words.woven(key, escape, n, **safe))

    return told


def _watched(
    progress: domain.Progress | None, total: int
) -> Callable[[Iterable[views.ClaimView]], Iterator[views.ClaimView]]:
    """What the template goes through its claims with, so that progress is told and can stop it."""
    done = itertools.count(1)

    def each(claims: Iterable[views.ClaimView]) -> Iterator[views.ClaimView]:
        for one in claims:
            yield one
            if progress:
                progress(next(done), total)

    return each


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(paths.resources() / "reports", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["capital"] = capital
    return environment.get_template("report.html")


def _shown(value: object) -> object:
    """Every text that the template prints passes here."""
    return visible(value) if type(value) is str else value
