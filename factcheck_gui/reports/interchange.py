"""Reviews as JSON: the one format that can be imported again without loss.

``resources/reports/factcheck-report.schema.json`` describes it. It lists what by
rule does not leave; what was not chosen is absent, and ``included`` tells. Whoever wants nothing
lost chooses the history. Offsets are code points of ``text``, end exclusive; times are UTC with
``Z``.

Control characters stay, escaped as JSON demands; NUL and lone surrogates, which no text in a
library may hold, become U+FFFD. So that the bytes are harmless wherever they are pasted, ``< > &``
and the characters that end a line or turn its direction are escaped too: to a reader of JSON
nothing changes.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from factcheck_gui import domain
from factcheck_gui.reports import content
from factcheck_gui.reports import interchange_background as background
from factcheck_gui.reports.content import Included

INCLUDED = ("reasons", "evidence", "corrections", "history", "agreement", "notes")  # what applies
FORMAT, VERSION = "factcheck-report", 1

_LOST = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile("[<>&\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as JSON in UTF-8. Raises what ``progress`` raises."""
    report = content.choose(content.public(report))
    return dumped(as_json(report, progress))


def dumped(value: dict[str, Any] | list[dict[str, Any]]) -> bytes:
    """JSON's own types as bytes that are harmless wherever they are pasted."""
    text = json.dumps(_clean(value), ensure_ascii=False, indent=1)
    escaped = _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return escaped.encode("utf-8") + b"\n"


def as_json(report: content.Report, progress: domain.Progress | None = None) -> dict[str, Any]:
    """The report as JSON's own types; ``report`` must be public already."""
    included = report.choices.included
    scales = background.scales(report)
    articles = []
    for number, one in enumerate(report.articles):
        articles.append(_article(one, included))
        if one.background:
            background.complete(articles[-1], one.background)
        if progress:
            progress(number + 1, len(report.articles))
    known = background.known(report)
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": domain.iso(report.exported_at),
        "exported_by": report.reviewer,
        "organisation": report.choices.organisation,
        "made_with": report.made_with,
        "only_reviewed": report.choices.only_reviewed,
        "verdicts": None if report.choices.verdicts is None else list(report.choices.verdicts),
        "included": {name: getattr(included, name) for name in INCLUDED},
        "scales": [{**_scale(one), **more} for one, more in scales],
        **background.people(report),
        "sources": [background.edited(_source(one), known) for one in _sources(report).values()],
        **(
            {"agreement": [_agreement(one) for one in report.agreement]}
            if included.agreement
            else {}
        ),
        "articles": articles,
    }


def _scale(scale: domain.Scale) -> dict[str, Any]:
    """A scale as ``resources/scales`` has it, so that ``domain.scale_from_json`` reads it."""
    fields = ("text", "symbol", "colour", "order", "value", "claimskg", "meaning")
    return {
        "id": scale.id,
        "name": scale.name,
        "explanation": scale.explanation,
        "needs_reason": scale.needs_reason,
        "labels": [{name: getattr(one, name) for name in fields} for one in scale.labels],
    }


def _article(one: content.ReportArticle, included: Included) -> dict[str, Any]:
    article, row = one.article, one.article.row
    return {
        "id": row.id,
        "title": row.title,
        "author": row.author,
        "site": row.site,
        "url": row.url,
        "published": row.published,
        "modified": row.modified,
        "origins": dict(article.origins),
        "language": article.language,
        "source_name": row.source_name,
        "imported_at": row.imported_at,
        "scale": one.scale.id,
        "version_id": article.version_id,
        "version_number": article.version_number,
        "sha256": article.sha256,
        "extracted": article.extracted,
        "finder": article.finder,
        "signed_at": row.signed_at,
        "signed_by": row.signed_by,
        "versions": [_plain(version) for version in one.versions],
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "furniture": [{"at": part.at, "text": part.text} for part in article.furniture],
        "claims": _claims(one.claims, included),
    }


def _block(block: domain.Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "start": block.start,
        "end": block.end,
        "level": block.level,
        "label": block.label,
    }


def _claims(claims: Sequence[content.ReportClaim], included: Included) -> list[dict[str, Any]]:
    """The claims; one that is a part of another names it by its id."""
    known = {one.claim.key: one.claim.id for one in claims}
    return [_claim(one, known.get(one.claim.part_of or 0), included) for one in claims]


def _claim(one: content.ReportClaim, part_of: str | None, included: Included) -> dict[str, Any]:
    claim = one.claim
    return {
        "id": claim.id,
        "number": claim.number,
        "text": claim.text,
        "spans": _spans(claim.spans),
        "anchor": claim.anchor,
        "was": claim.was,
        "part_of": part_of,
        "wording": claim.wording,
        "proposal": claim.proposal,
        "ambiguous": list(claim.ambiguous),
        "claimant": claim.claimant or None,
        "cue": claim.cue,
        "attribution": _attribution(claim.attribution),
        "kind": claim.kind,
        "type": claim.type,
        "score": claim.score,
        "why": list(claim.why),
        "listed": claim.listed,
        "shown": claim.shown,
        "origin": claim.origin,
        "figures": [_figure(figure) for figure in claim.figures],
        "dates": [_date(date) for date in claim.dates],
        "entities": [_entity(one) for one in claim.entities],
        "contested_by": list(claim.contested_by),
        "contested_why": list(claim.contested_why),
        "state": claim.state,
        "verdict": claim.verdict,
        "dismissed": claim.dismissed,
        "said_on": claim.said_on,
        "appeared": claim.appeared,
        "tags": claim.tags,
        "query": claim.query,
        "assessments": [_assessment(given, included) for given in one.assessments],
        **({"evidence": [_evidence(found) for found in one.evidence]} if included.evidence else {}),
    }


def _spans(spans: Iterable[domain.Span]) -> list[list[int]]:
    return [[one.start, one.end] for one in spans]


def _entity(one: domain.Entity) -> dict[str, Any]:
    return {"span": [one.span.start, one.span.end], "kind": one.kind}


def _attribution(one: domain.Attribution | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "source": _spans(one.source),
        "cue": _spans(one.cue),
        "content": _spans(one.content),
        "polarity": one.polarity,
        "quote": one.quote,
        "stance": one.stance,
    }


def _figure(one: domain.Figure) -> dict[str, Any]:
    return {
        "span": [one.span.start, one.span.end],
        "value": one.value if math.isfinite(one.value) else None,  # JSON has no infinity
        "unit": one.unit,
        "qualifier": one.qualifier,
    }


def _date(one: domain.DateMention) -> dict[str, Any]:
    return {"span": [one.span.start, one.span.end], "from": one.start, "to": one.end}


def _assessment(one: domain.Assessment, included: Included) -> dict[str, Any]:
    refs = {str(number): evidence for number, evidence in one.refs}
    return {
        "id": one.id,
        "reviewer": one.reviewer,
        "round": one.round,
        "verdict": one.verdict,
        "free_text": one.free_text,
        **({"reason": one.reason} if included.reasons else {}),
        "at": one.at,
        **({"public_note": one.public_note} if included.corrections else {}),
        **({"refs": refs} if included.reasons and included.evidence else {}),
        **({"note": one.note} if included.notes else {}),
    }


def _agreement(one: content.Agreement) -> dict[str, Any]:
    return {
        "scale": one.scale,
        "reviewers": list(one.reviewers),
        "claims": one.claims,
        "unanimous": one.unanimous,
        "coefficients": [_coefficient(found) for found in one.coefficients],
    }


def _coefficient(one: content.Coefficient) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "reviewers": list(one.reviewers),
        "value": _rounded(one.value),
        "low_95": _rounded(one.low),
        "high_95": _rounded(one.high),
        "claims": one.claims,
        "agreed": one.agreed,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def _sources(report: content.Report) -> dict[str, domain.Source]:
    """The sources of all evidence by their ids: one may serve many claims."""
    return {
        evidence.source.id: evidence.source
        for article in report.articles
        for claim in article.claims
        for evidence in claim.evidence
        if evidence.source
    }


def _source(one: domain.Source) -> dict[str, Any]:
    return {**_plain(one), "copies": [_plain(copy) for copy in one.copies]}


def _evidence(one: domain.Evidence) -> dict[str, Any]:
    return {**_plain(one), "source": one.source.id if one.source else None}


def _plain(
    one: domain.Evidence | domain.KeptCopy | domain.Source | domain.VersionRow,
) -> dict[str, Any]:
    """The fields as they are, without those that mean something in one library only."""
    inside = ("key", "claim", "here")
    return {f.name: getattr(one, f.name) for f in fields(one) if f.name not in inside}


def _clean(value: Any) -> Any:
    """The same value with what no text may hold replaced, at every depth."""
    if isinstance(value, str):
        return _LOST.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value
