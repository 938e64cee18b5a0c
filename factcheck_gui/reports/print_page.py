"""The report for the printer, in the small HTML that Qt's own text engine lays out: headings,
paragraphs, block quotes. The exported page has the finer layout. Not here: printing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from factcheck_gui.reports import content, passages, reasons, sources, tallies, verdicts, wording
from factcheck_gui.reports import words as catalogue
from factcheck_gui.reports.words import Words, capital


def render(report: content.Report) -> str:
    """An HTML document without styles sheets, scripts or pictures; private notes left out."""
    from markupsafe import Markup

    report = content.choose(content.public(report))
    language = catalogue.load(report.choices.language, report.exported_at.tzinfo or UTC)
    return str(Markup("\n").join(_page(report, language)))


def _page(report: content.Report, words: Words) -> Iterator[str]:
    from markupsafe import Markup

    day = words("checked", day=words.day(report.exported_at.isoformat()))
    for one in report.articles:
        row = one.article.row
        about = [row.author, row.site, words.day(row.published), day]
        yield Markup("<h1>{}</h1>").format(wording.visible(row.name))
        yield Markup("<p>{}</p>").format(wording.visible(" · ".join(filter(None, about))))
        yield Markup("<p>{}</p><hr>").format(
            wording.summary(tallies.count(one), report.choices, words)
        )
        for claim in content.listed(one):
            yield from _claim(one, claim, words)
    yield Markup("<hr><p><small>{}</small></p>").format(wording.made(report, words))


def _claim(article: content.ReportArticle, one: content.ReportClaim, words: Words) -> Iterator[str]:
    from markupsafe import Markup

    claim, look = one.claim, words.look(verdicts.look(article.scale, one.claim))
    stated = wording.visible(claim.wording or claim.text)
    number = f"{claim.number}. " if claim.number else ""
    yield Markup("<h3>{}{}</h3>").format(number, stated)
    said = words("said_by", who=claim.claimant) if claim.claimant else words("own_voice")
    gone = f" · {words('gone')}" if claim.anchor == "orphaned" else ""
    yield Markup("<p><b>{}</b> · {}{}</p>").format(look.text, wording.visible(capital(said)), gone)
    pieces = Markup("").join(
        Markup("<b>{}</b>" if piece.claim else "{}").format(wording.visible(piece.text))
        for piece in passages.context(article.article.text, claim.spans)
    )
    yield Markup("<blockquote>{}</blockquote>").format(pieces)
    for given in verdicts.standing(one.assessments) or verdicts.unfinished(one.assessments):
        yield reasons.to_html(content.reason(one, given))
    for made in verdicts.corrections(one.assessments):
        if made.note.strip():
            on = words("corrected", day=words.day(made.at))
            yield Markup("<p><b>{}</b> {}</p>").format(on, wording.visible(made.note))
    for told in sources.told(one, words):
        said = wording.visible(sources.sentence(told, words))
        yield Markup("<p><small>{}</small></p>").format(said)
