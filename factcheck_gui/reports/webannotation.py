"""Reviews as W3C Web Annotations in JSON-LD: each claim an annotation on its passage.

The target of an annotation is the article's address (its UUID where it has none), selected by the
words with their surroundings (``TextQuoteSelector``), which find the passage on a page, and by code
points of the text as it was checked (``TextPositionSelector``). The bodies are the verdict, the
claim in words that stand alone, the published reasons (Markdown) and the addresses of the sources.
Model: https://www.w3.org/TR/annotation-model/. Not here: private notes, the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck_gui import domain
from factcheck_gui.reports import content, interchange, reasons, verdicts

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Node = dict[str, Any]


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The annotations as JSON-LD in UTF-8. Raises what ``progress`` raises; it counts articles."""
    return interchange.dumped(as_json(report, progress))


def as_json(report: content.Report, progress: domain.Progress | None = None) -> Node:
    """An annotation collection as JSON's own types."""
    report = content.choose(content.public(report))
    items: list[Node] = []
    for number, article in enumerate(report.articles, 1):
        items += _annotations(report, article)
        if progress:
            progress(number, len(report.articles))
    return {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "Fact-check report",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotations(report: content.Report, article: content.ReportArticle) -> Iterator[Node]:
    """The claims of the list that still have a place in the text."""
    about = article.article
    url = about.row.url
    source = url if reasons.is_web_address(url) else f"urn:uuid:{about.row.id}"
    for one in content.listed(article):
        if one.claim.spans:
            spans = (_selected(about.text, span) for span in one.claim.spans)
            yield {
                **_about(report, one),
                "body": list(_bodies(article, one)),
                "target": [{"type": "SpecificResource", "source": source, **s} for s in spans],
            }


def _about(report: content.Report, one: content.ReportClaim) -> Node:
    """What an annotation is, who made it and when."""
    given = verdicts.standing(one.assessments)
    names = dict.fromkeys(a.reviewer for a in given)
    at = max((a.at for a in given), default="")
    return {
        "id": f"urn:uuid:{one.claim.id}",
        "type": "Annotation",
        "motivation": "assessing" if content.is_reviewed(one) else "highlighting",
        **({"creator": [{"type": "Person", "name": name} for name in names]} if names else {}),
        **({"created": at} if at else {}),
        "generator": {"type": "Software", "name": report.made_with},
        "generated": domain.iso(report.exported_at),
    }


def _bodies(article: content.ReportArticle, one: content.ReportClaim) -> Iterator[Node]:
    claim, look = one.claim, verdicts.look(article.scale, one.claim)
    if content.is_reviewed(one):
        yield _text(look.text, "classifying")
    yield _text(claim.wording.strip() or claim.text, "describing", article.article.language)
    for given in verdicts.standing(one.assessments):
        if given.reason.strip():
            yield {**_text(content.reason(one, given), "commenting"), "format": "text/markdown"}
        if given.public_note.strip():
            yield _text(given.public_note, "editing")
    links = {e.source.url for e in one.evidence if e.source}
    for url in sorted(filter(reasons.is_web_address, links)):
        yield {"type": "SpecificResource", "source": url, "purpose": "linking"}


def _text(value: str, purpose: str, language: str = "") -> Node:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return {**body, "language": language} if language else body


def _selected(text: str, span: domain.Span) -> Node:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - domain.CONTEXT) : span.start],
        "suffix": text[span.end : span.end + domain.CONTEXT],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"selector": [quote, place]}
