"""The report for the printer, in the small HTML that Qt's own text engine lays out: headings,
paragraphs, block quotes. The exported page has the finer layout. Not here: printing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from factcheck_gui.reports import content, passages, reasons, sources, wording


def render(report: content.Report) -> str:
    """An HTML document without styles sheets, scripts or pictures; private notes left out."""
    from markupsafe import Markup

    report = content.choose(content.public(report))
    return str(Markup("\n").join(_page(report)))


def _page(report: content.Report) -> Iterator[str]:
    from markupsafe import Markup

    day = wording.day(report.exported_at.isoformat(), report.exported_at.tzinfo or UTC)
    for one in report.articles:
        row = one.article.row
        about = [row.author, row.site, wording.day(row.published), f"checked {day}"]
        yield Markup("<h1>{}</h1>").format(wording.visible(row.name))
        yield Markup("<p>{}</p>").format(wording.visible(" · ".join(filter(None, about))))
        summary = wording.summary(content.count(one), report.choices)
        yield Markup("<p>{}</p><hr>").format(summary)
        for claim in content.listed(one):
            yield from _claim(one, claim)
    yield Markup("<hr><p><small>{}, offline</small></p>").format(report.made_with)


def _claim(article: content.ReportArticle, one: content.ReportClaim) -> Iterator[str]:
    from markupsafe import Markup

    claim, look = one.claim, content.look(article.scale, one.claim)
    words = wording.visible(claim.wording or claim.text)
    number = f"{claim.number}. " if claim.number else ""
    yield Markup("<h3>{}{}</h3>").format(number, words)
    said = f"Said by {claim.claimant}" if claim.claimant else "The article’s own voice"
    gone = " · no longer in the article’s text" if claim.anchor == "orphaned" else ""
    yield Markup("<p><b>{}</b> · {}{}</p>").format(look.text, wording.visible(said), gone)
    pieces = Markup("").join(
        Markup("<b>{}</b>" if piece.claim else "{}").format(wording.visible(piece.text))
        for piece in passages.context(article.article.text, claim.spans)
    )
    yield Markup("<blockquote>{}</blockquote>").format(pieces)
    for given in content.standing(one.assessments) or content.unfinished(one.assessments):
        yield reasons.to_html(content.reason(one, given))
    for made in content.corrections(one.assessments):
        if made.note.strip():
            yield Markup("<p><b>Corrected.</b> {}</p>").format(wording.visible(made.note))
    for told in sources.told(one):
        yield Markup("<p><small>{}</small></p>").format(wording.visible(sources.sentence(told)))
