"""Reviews as one HTML file that stands alone: no scripts, nothing loaded, made to be printed.

Here: what the template ``report.html`` is given, ours or a newsroom's, and its faults told by file
and line. The template does the mark-up and escapes all of it; only ``reasons`` hands it HTML. Not
here: what is shown (``views``), colours, sizes, tags, which template (``templates``).
"""

from __future__ import annotations

import itertools
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck_gui import domain
from factcheck_gui.reports import content, reasons, record, templates, verdicts, views, wording
from factcheck_gui.reports.wording import visible
from factcheck_gui.reports.words import Words, capital

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def written(report: content.Report, progress: domain.Progress | None = None) -> content.Written:
    """The report as HTML in UTF-8, and what a newsroom's page does that ours does not. Raises
    Problem for a fault in its template, and what ``progress`` raises; it counts claims."""
    return _page(report, progress, manuscript=False)


def written_manuscript(
    report: content.Report, progress: domain.Progress | None = None
) -> content.Written:
    """The articles with notes in their margin. Raises as ``written``, before and after the work."""
    if progress:
        progress(0, 1)
    made = _page(report, None, manuscript=True)
    if progress:
        progress(1, 1)
    return made


def _page(
    report: content.Report, progress: domain.Progress | None, *, manuscript: bool
) -> content.Written:
    shown = views.view(report)
    template = templates.load(report.choices.template)
    with _faults(template):
        page = _page_of(template).render(_given(shown, template, progress, manuscript))
    told = () if template.name == templates.OURS else templates.alive(page)
    return content.Written(page.encode(), told)


def _given(
    shown: views.ReportView,
    template: templates.Template,
    progress: domain.Progress | None,
    manuscript: bool,
) -> dict[str, Any]:
    """What a template is given; ``TEMPLATES.md`` beside it tells its authors."""
    from markupsafe import Markup

    report, words = shown.report, shown.words
    return {
        "words": _marked_up(words),
        "style": Markup(template.text("report.css")),
        "language": words.language,
        "direction": words.direction,
        "quotes": words.quotes,
        "separators": words.separators,
        "report": report,
        "logo": shown.logo,
        "publisher": shown.publisher,
        "articles": shown.articles,
        "scales": shown.scales,
        "exported_on": shown.exported_on,
        "exported_time": shown.exported_time,
        "manuscript": manuscript,
        "method": shown.method,
        "private": shown.private,
        "agreement": shown.agreement,
        "agreement_heads": record.heads(words),
        "stop": lambda text: wording.ended(text)[len(text) :],
        "disputed": words.look(verdicts.DISPUTED),
        "label_look": lambda scale, label: verdicts.verdict_look(scale, label.text),
        "reason": lambda claim, judgment: reasons.to_html(judgment.reason, claim.cited),
        "each": _watched(progress, shown.claims),
    }


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


# ---------------------------------------------------------------- the template


def _page_of(template: templates.Template) -> Template:
    """The compiled ``report.html``; ours is kept, a newsroom's may have been changed since."""
    return _ours() if template.name == templates.OURS else _compiled(template)


@lru_cache(maxsize=1)
def _ours() -> Template:
    return _compiled(templates.load(templates.OURS))


def _compiled(template: templates.Template) -> Template:
    from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def source(name: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return template.text(name), name, lambda: True
        except domain.Problem as problem:
            raise TemplateNotFound(name, problem.what.rstrip(".")) from problem

    # Ours needs no sandbox, which would take half the time.
    kind = Environment if template.name == templates.OURS else ImmutableSandboxedEnvironment
    environment = kind(
        loader=FunctionLoader(source),
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


@contextmanager
def _faults(template: templates.Template) -> Iterator[None]:
    """Tells a fault of a newsroom's template with its file and line; one of ours is a bug."""
    try:
        yield
    except (domain.Problem, domain.Cancelled, MemoryError):
        raise
    except Exception as error:  # whatever the code of a template may raise
        if template.name == templates.OURS:
            raise
        what, file, line = _fault(error)
        raise domain.Problem(what, templates.place(file, line)) from error


def _fault(error: Exception) -> tuple[str, str, int]:
    """What is wrong with a template, and the file and line of it."""
    from jinja2 import TemplateError, TemplateSyntaxError

    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if not Path(one.filename).is_absolute()]  # Python's own have paths
    file, line = (own[-1].filename, own[-1].lineno or 0) if own else ("report.html", 0)
    if isinstance(error, TemplateSyntaxError):
        return f"The template is not sound: {error.message}.", error.name or file, error.lineno
    if isinstance(error, RecursionError):
        return "The template calls itself without an end.", file, line
    said = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}, {error}"
    return f"The template cannot be filled: {wording.ended(str(said))}", file, line
