"""What only the JSON report tells, so that it can be imported again without loss: fields that are
added to the objects that ``interchange`` made. Without a background (a report that was made by
hand) nothing is. Not here: what every report tells, reading any of it (``incoming``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from factcheck_gui import domain
from factcheck_gui.reports import content

if TYPE_CHECKING:
    from factcheck_gui.library.background import Background, Edit, Home, OtherText, Place

Fields = dict[str, Any]
Edits = Mapping[str, tuple["Edit", ...]]


def known(report: content.Report) -> Edits:
    """The hands that the fields of all things in a report are from, by their ids."""
    found = (one.background.edits for one in report.articles if one.background)
    return {id_: lines for edits in found for id_, lines in edits.items()}


def people(report: content.Report) -> Fields:
    """Everybody who is named in the report, by their ids in the library."""
    backgrounds = [one.background for one in report.articles if one.background]
    claims = [claim for one in report.articles for claim in one.claims]
    finders = {id_: name for one in backgrounds for id_, name in one.found_by.items()}
    told = {given.reviewer for claim in claims for given in claim.assessments}
    told |= {finders.get(found.id, "") for claim in claims for found in claim.evidence}
    rows = {p.name: p for one in backgrounds for p in one.people if p.name in told}
    if not backgrounds:
        return {}
    return {
        "reviewers": [
            {"id": p.id, "name": p.name, "initials": p.initials, "organisation": p.organisation}
            for _, p in sorted(rows.items())
        ]
    }


def scales(report: content.Report) -> list[tuple[domain.Scale, Fields]]:
    """The scales of articles and of verdicts, each once: of one id there may be two, if an own
    scale was changed."""
    found: dict[str, tuple[domain.Scale, Fields]] = {}
    for one in report.articles:
        if one.background is None:
            found.setdefault(one.scale.id, (one.scale, {}))
        else:
            kept = one.background.scales.items()
            found |= {sha: (scale, {"sha256": sha}) for sha, scale in kept}
    return list(found.values())


def complete(article: Fields, known: Background) -> None:
    """Adds to an article, its versions, its claims and what hangs on them."""
    article |= {"scale_sha256": known.scale, "rule": known.rule}
    edited(article, known.edits)
    for version in article["versions"]:
        if text := known.texts.get(version["id"]):
            version.update(_text(text))
    told = {claim["id"] for claim in article["claims"]}
    for claim in article["claims"]:
        _complete_claim(claim, known, told)


def _complete_claim(claim: Fields, known: Background, told: set[str]) -> None:
    """``told`` are the ids of all claims of the article in this report."""
    id_ = claim["id"]
    others = known.contested.get(id_, ())
    claim["touched"] = id_ in known.touched
    claim["contested"] = [{"claim": other, "why": why} for other, why in others if other in told]
    if home := known.homes.get(id_):
        claim["home"] = _home(home)
    if places := known.places.get(id_):
        claim["places"] = [_place(one) for one in places]
    edited(claim, known.edits)
    for given in claim["assessments"]:
        if given["id"] in known.given_on:
            given["scale_sha256"] = known.given_on[given["id"]]
    for found in claim.get("evidence", ()):
        found["reviewer"] = known.found_by.get(found["id"], "")
        edited(found, known.edits)


def _text(one: OtherText) -> Fields:
    return {
        "text": one.text,
        "blocks": [
            {"kind": b.kind, "start": b.start, "end": b.end, "level": b.level, "label": b.label}
            for b in one.blocks
        ],
        "furniture": [{"at": part.at, "text": part.text} for part in one.furniture],
        "finder": one.finder,
    }


def _home(one: Home) -> Fields:
    return {"version": one.version, "start": one.start, "details": _finite(one.details)}


def _place(one: Place) -> Fields:
    spans = [[span.start, span.end] for span in one.spans]
    found = {"version": one.version, "spans": spans, "anchor": one.anchor, "was": one.was}
    return found if one.details is None else {**found, "details": _finite(one.details)}


def _finite(value: Any) -> Any:
    """Details as a library has them, with null for numbers that JSON does not know."""
    if isinstance(value, Mapping):
        return {name: _finite(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def edited(row: Fields, edits: Edits) -> Fields:
    """Adds which lines of the history the fields of a thing (and of a source's copies) are from;
    nothing where nobody edited it."""
    for copy in row.get("copies", ()):
        edited(copy, edits)
    lines = edits.get(row["id"])
    if lines:
        row["edited"] = [
            {"field": o.field, "id": o.id, "at": o.at, "by": o.by, "value": _finite(o.value),
             "over": list(o.over), **({} if o.before is None else {"before": _finite(o.before)})}
            for o in lines
        ]  # fmt: skip
    return row
