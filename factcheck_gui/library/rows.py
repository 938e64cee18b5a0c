"""Between rows and frozen values: what a claim's details look like stored, and how a row of the
event log reads for people. No SQL, no connection.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck_gui.domain import (
    ENTITY_KINDS,
    Attribution,
    Block,
    Claim,
    DateMention,
    Entity,
    EntityKind,
    Event,
    Figure,
    FoundClaim,
    Furniture,
    Span,
    Tally,
)

PLACED = ("figures", "dates", "entities")  # what of the details has a place in the text
DETAILS = ("figures", "dates", "attribution")  # what of the details a reviewer may correct


def details_json(one: FoundClaim, attribution: Attribution | None) -> str:
    """The finder's details of a claim as stored. Its wording is a proposal: the column of that name
    holds what a reviewer made of it."""
    data = {
        "figures": figure_rows(one.figures),
        "dates": date_rows(one.dates),
        "entities": [[e.span.start, e.span.end, e.kind] for e in one.entities],
        "why": list(one.why),
        "attribution": attribution_row(attribution),
        "proposal": one.wording,
        "ambiguous": list(one.ambiguous),
    }
    return packed(data)


def packed(details: dict[str, Any]) -> str:
    """Details as stored: what is empty takes no room."""
    return json.dumps({key: value for key, value in details.items() if value}, ensure_ascii=False)


def unpacked(row: dict[str, Any]) -> dict[str, Any]:
    """The fields of a claim's row with those of its details in their place; any other row as it
    is. What is empty is None."""
    if "details" not in row:
        return row
    details = json.loads(row["details"])
    plain = {name: value for name, value in row.items() if name != "details"}
    return {**plain, **{name: details.get(name) or None for name in DETAILS}}


def repacked(details: str, after: dict[str, Any]) -> dict[str, Any]:
    """The columns to write for fields that ``unpacked`` gave."""
    columns = {name: value for name, value in after.items() if name not in DETAILS}
    if len(columns) < len(after):
        inside = {name: value for name, value in after.items() if name in DETAILS}
        columns["details"] = packed({**json.loads(details), **inside})
    return columns


def blocks_json(blocks: Iterable[Block]) -> str:
    """The structure of a text as stored."""
    return json.dumps([_block(one) for one in blocks])


def _block(one: Block) -> list[str | int]:
    row: list[str | int] = [one.kind, one.start, one.end, one.level]
    return [*row, one.label] if one.label else row


def furniture_json(furniture: Iterable[Furniture]) -> str:
    """What was taken out of a text as stored."""
    return json.dumps([[one.at, one.text] for one in furniture], ensure_ascii=False)


def figure_rows(figures: Sequence[Figure]) -> list[list[Any]]:
    """Figures as the details and the event log have them."""
    return [[f.span.start, f.span.end, f.value, f.unit, f.qualifier] for f in figures]


def date_rows(dates: Sequence[DateMention]) -> list[list[Any]]:
    """Dates as the details and the event log have them."""
    return [[d.span.start, d.span.end, d.start, d.end] for d in dates]


def attribution_row(one: Attribution | None) -> list[Any] | None:
    """An attribution as the details and the event log have it."""
    if one is None:
        return None
    parts = ([[s.start, s.end] for s in part] for part in (one.source, one.cue, one.content))
    return [*parts, one.polarity, one.quote, one.stance]


def claim_of(
    row: Sequence[Any], spans: tuple[Span, ...], contested: Sequence[tuple[int, str]]
) -> Claim:
    """A claim from a row of ``reading`` and what hangs on it: numbers and reasons of what contests
    it."""
    (key, uuid, article, number, text, wording, claimant, cue, kind, type_, score) = row[:11]
    listed, shown, origin, state, verdict, details, dismissed, part_of, anchor, was = row[11:21]
    said_on, appeared, tags, query = row[21:]
    known = details_of(details)
    if anchor == "orphaned":  # what was found of it stands in another text
        known |= {"figures": (), "dates": (), "entities": (), "attribution": None}
    return Claim(
        key=key,
        id=uuid,
        article=article,
        number=number,
        spans=spans,
        text=text,
        wording=wording,
        claimant=claimant,
        cue=cue,
        kind=kind,
        type=type_,
        score=score,
        listed=bool(listed),
        shown=bool(shown),
        origin=origin,
        state=state,
        verdict=verdict,
        contested_by=tuple(number for number, _ in contested),
        dismissed=dismissed,
        part_of=part_of,
        contested_why=tuple(reason for _, reason in contested),
        anchor=anchor,
        was=was,
        said_on=said_on,
        appeared=appeared,
        tags=tags,
        query=query,
        **known,
    )


def attribution_of(stored: str) -> Attribution:
    """An attribution as the details have it, alone."""
    return _attribution(json.loads(stored))


def details_of(details: str) -> dict[str, Any]:
    """The fields of a Claim that are stored as its details. Raises ValueError, TypeError,
    IndexError where they are no such fields."""
    found = json.loads(details)
    attribution = found.get("attribution")
    return {
        "figures": tuple(Figure(Span(f[0], f[1]), *f[2:]) for f in found.get("figures", ())),
        "dates": tuple(DateMention(Span(d[0], d[1]), d[2], d[3]) for d in found.get("dates", ())),
        "entities": tuple(_entity(*e) for e in found.get("entities", ())),
        "why": tuple(found.get("why", ())),
        "attribution": _attribution(attribution) if attribution else None,
        "proposal": found.get("proposal", ""),
        "ambiguous": tuple(found.get("ambiguous", ())),
    }


def _entity(start: int, end: int, kind: str) -> Entity:
    known: dict[str, EntityKind] = {one: one for one in ENTITY_KINDS}
    if kind not in known or type(start) is not int or type(end) is not int:
        raise ValueError("no such name")
    return Entity(Span(start, end), known[kind])


def _attribution(data: Sequence[Any]) -> Attribution:
    source, cue, content = (tuple(Span(*pair) for pair in part) for part in data[:3])
    return Attribution(source, cue, content, *data[3:])


def tally_of(buckets: dict[str, int]) -> Tally:
    """An article's counts from its buckets."""
    verdicts = {k[8:]: n for k, n in buckets.items() if k.startswith("verdict:")}
    reviewed, disputed = sum(verdicts.values()), buckets.get("disputed", 0)
    claims = reviewed + disputed + buckets.get("open", 0)
    return Tally(claims, reviewed, disputed, tuple(sorted(verdicts.items())))


def assessed_events(
    at: str, who: str, old: tuple[str, str, str], new: tuple[str, str, str]
) -> list[Event]:
    events = []
    for name, before, after in zip(("verdict", "reason", "private note"), old, new, strict=True):
        if before != after:
            hidden = name == "private note"
            events.append(Event(at, who, name, "" if hidden else before, "" if hidden else after))
    return events


def edited_events(at: str, who: str, what: str, payload: dict[str, Any]) -> list[Event]:
    before, after = payload.get("before", {}), payload.get("after", {})
    if not after:
        return [Event(at, who, what, "", "")]
    return [_edited(at, who, name, before.get(name), value) for name, value in after.items()]


def sourced_events(at: str, who: str, what: str, payload: dict[str, Any]) -> list[Event]:
    """Steps about evidence, sources and copies: "add evidence" with its number, "evidence quote"
    with before and after, "take out copy"."""
    verb, thing = what.split(" ", 1)
    if verb in ("add", "keep"):
        number = f"[{payload['number']}]" if "number" in payload else ""
        words = payload.get("title") or payload.get("name") or number
        return [Event(at, who, what, "", _words(words))]
    before, after = payload.get("before", {}), payload.get("after", {})
    events = []
    for name, value in after.items():
        if name == "withdrawn":
            events.append(
                Event(at, who, f"{'take out' if value else 'bring back'} {thing}", "", "")
            )
        elif name == "source_id":
            events.append(Event(at, who, "evidence source", "", ""))
        else:
            was = _words(before.get(name))
            events.append(Event(at, who, f"{thing} {name}", was, _words(value)))
    return events


def _edited(at: str, who: str, name: str, before: Any, after: Any) -> Event:
    if name == "dismissed":  # a reason, which may be empty; None is "brought back"
        return Event(at, who, "brought back" if after is None else name, "", _words(after))
    if name == "spans":
        return Event(at, who, "place", "", "")
    if name == "attribution":
        was, now = (value[3] if value else "" for value in (before, after))
        return Event(at, who, name, *((was, now) if was != now else ("", "")))
    if name in _WORDED:
        return Event(at, who, name, *(_WORDED[name](value or []) for value in (before, after)))
    return Event(at, who, name, _words(before), _words(after))


def _words(value: Any) -> str:
    return "" if value is None else str(value)


def _figures(rows: Sequence[Sequence[Any]]) -> str:
    """Figures as the history tells them: "at least 53 people; 75"."""
    return "; ".join(" ".join(f"{r[4]} {r[2]:.15g} {r[3]}".split()) for r in rows)


def _dates(rows: Sequence[Sequence[Any]]) -> str:
    """Dates as the history tells them: "2022-07-02; 2022-07-01/2022-07-31"."""
    ends = (dict.fromkeys(end or "?" for end in row[2:]) for row in rows)
    return "; ".join("/".join(one) for one in ends)


_WORDED = {"figures": _figures, "dates": _dates}
