"""Findings as the JSON object that the commands print.

Here: names and shapes of that object. Not here: reading, finding, printing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from factcheck_gui.domain import (
    Attribution,
    DateMention,
    Entity,
    Figure,
    Findings,
    FoundClaim,
    Furniture,
    Span,
)


def to_json(
    id: str, title: str, text: str, furniture: Sequence[Furniture], findings: Findings
) -> dict[str, Any]:
    """The object that ``extract`` prints for one article; offsets are code points of ``text``.

    ``furniture`` are page parts taken out before; ``furniture_spans`` lie in the text still.
    """
    return {
        "id": id,
        "title": title,
        "text": text,
        "furniture": [{"at": one.at, "text": one.text} for one in furniture],
        "furniture_spans": _pairs(findings.furniture),
        "dates": [_date(one) for one in findings.dates],
        "sentences": _pairs(findings.sentences),
        "attributions": [_attribution(one) for one in findings.attributions],
        "claims": [_claim(one) for one in findings.claims],
        "entities": [_entity(one) for one in findings.entities],
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _date(one: DateMention) -> dict[str, Any]:
    return {"span": [one.span.start, one.span.end], "from": one.start, "to": one.end}


def _entity(one: Entity) -> dict[str, Any]:
    return {"span": [one.span.start, one.span.end], "kind": one.kind}


def _figure(one: Figure) -> dict[str, Any]:
    whole = int(one.value) if one.value == int(one.value) else one.value
    found: dict[str, Any] = {"span": [one.span.start, one.span.end], "value": whole}
    if one.unit:
        found["unit"] = one.unit
    if one.qualifier:
        found["qualifier"] = one.qualifier
    return found


def _attribution(one: Attribution) -> dict[str, Any]:
    return {
        "source": _pairs(one.source),
        "cue": _pairs(one.cue),
        "content": _pairs(one.content),
        "polarity": one.polarity,
        "quote": one.quote,
        "stance": one.stance,
    }


def _claim(one: FoundClaim) -> dict[str, Any]:
    return {
        "spans": _pairs(one.spans),
        "text": one.text,
        "score": round(one.score, 4),
        "listed": one.listed,
        "kind": one.kind,
        "type": one.type,
        "part_of": one.part_of,
        "wording": one.wording,
        "ambiguous": list(one.ambiguous),
        "claimant": one.claimant,
        "cue": one.cue,
        "attribution": one.attribution,
        "figures": [_figure(figure) for figure in one.figures],
        "dates": [_date(date) for date in one.dates],
        "entities": [_entity(entity) for entity in one.entities],
        "contested_by": list(one.contested_by),
        "contested_why": list(one.contested_why),
        "why": list(one.why),
    }
