"""The claims of an article in a JSON report as rows of a package: their places in every version,
who said them, what reviewers gave and what they found. As in ``incoming_rows``, Wrong names the
field that does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck_gui.domain import CONTEXT, Span, derived_id, slices
from factcheck_gui.library import chain
from factcheck_gui.library.packages import Row
from factcheck_gui.library.rows import PLACED, packed
from factcheck_gui.reports.incoming_rows import Json, Rows, at, endless, moment, plain, spans_of
from factcheck_gui.reports.shape import Wrong

_CLAIM = (
    "origin", "text", "wording", "cue", "kind", "type", "said_on", "appeared", "tags", "query",
    "number", "score", "dismissed", "part_of",
)  # fmt: skip
_SOURCE = ("title", "author", "publisher", "url", "published", "kind", "conflict")
_EVIDENCE = ("stance", "question", "answer", "quote", "locator", "read_on", "source")


def add_claims(rows: Rows, article: Json) -> list[str]:
    """All claims of an article; sentences on what was left out. Raises Wrong."""
    claims = article["claims"]
    places: dict[str, int] = {}
    for number, one in enumerate(claims):
        places.setdefault(one["id"], number)
    numbers = {one["number"]: one["id"] for one in claims if one["number"]}
    notes = []
    left: set[str] = set()
    for one in _parents_first(claims, places):
        with at("claims", places[one["id"]]):
            if _lost(one) or one["part_of"] in left:
                left.add(one["id"])
                notes.append(f"claim {one['number'] or one['id']}")
                continue
            _claim(rows, article, one)
            _given(rows, article, one)
            _found(rows, one)
    here = places.keys() - left
    for one in claims:
        _contested(rows, one, here, numbers)
    lost = "left out, since the report does not say where in an older text it stood"
    return [f"{', '.join(notes[:5])}{' and more' if notes[5:] else ''}: {lost}."] if notes else []


def _lost(one: Json) -> bool:
    """Whether an older report does not say where a claim stood before its text lost it."""
    return one["anchor"] == "orphaned" and "home" not in one


def _parents_first(claims: Sequence[Json], places: Mapping[str, int]) -> Iterator[Json]:
    """The claims in their order, but none before the sentence that it is a part of."""
    done: set[str] = set()
    for number, one in enumerate(claims):
        if places[one["id"]] != number:
            raise Wrong("This claim is there twice.", "claims", number, "id")
        parent = one["part_of"]
        if parent is not None:
            whole = claims[places[parent]] if parent in places else None
            if whole is None or whole["part_of"] is not None:
                raise Wrong("This is no sentence of the article.", "claims", number, "part_of")
            if parent not in done:
                done.add(parent)
                yield whole
        if one["id"] not in done:
            done.add(one["id"])
            yield one


def _claim(rows: Rows, article: Json, one: Json) -> None:
    home = one.get("home")
    version = home["version"] if home else article["version_id"]
    places = _places(rows, article, one)
    if version not in places or not places[version]:
        raise Wrong("It has no place in its version of the text.", "spans")
    text, spans = rows.texts[version], places[version]
    if slices(text, spans) != one["text"]:
        raise Wrong("These are not the words at its place.", "text")
    row = plain(one, _CLAIM) | {
        "uuid": one["id"],
        "article": article["id"],
        "version": version,
        "claimant": one["claimant"] or "",
        "details": packed(_details(home["details"], text) if home else _known(one, text)),
        "start": home["start"] if home else spans[0].start,
        "listed": int(one["listed"]),
        "touched": int(bool(one.get("touched", one["shown"] and not one["listed"]))),
        "withdrawn": 0,
    }
    rows.add_new("claim", row)
    rows.edited("claim", one, row)


def _places(rows: Rows, article: Json, one: Json) -> dict[str, list[Span]]:
    """Where a claim stands in each version, and how it came there."""
    shown: str = article["version_id"]
    found: dict[str, list[Span]] = {}
    told = one.get("places")
    if told is None:
        told = [
            {"version": shown, "spans": one["spans"], "anchor": one["anchor"], "was": one["was"]}
        ]
        if one["anchor"] == "ok" and not one["was"]:
            told[0]["anchor"] = None
    for number, place in enumerate(told):
        with at("places", number) if "places" in one else at():
            found[place["version"]] = _place(rows, one, place, found)
    if [[s.start, s.end] for s in found.get(shown, ())] != one["spans"]:
        raise Wrong("These are not the places that it has in this version.", "spans")
    return found


def _place(rows: Rows, one: Json, place: Json, before: Mapping[str, Any]) -> list[Span]:
    version = place["version"]
    if version in before or version not in rows.texts:
        raise Wrong("The article has no such version, or it is there twice.", "version")
    text = rows.texts[version]
    with at("spans"):
        spans = spans_of(place["spans"], text)
    for number, span in enumerate(spans):
        rows.tables["span"].append({
            "claim": one["id"], "version": version, "quote": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
            "place": number, "start": span.start, "end": span.end,
        })  # fmt: skip
    details = place.get("details")
    if place["anchor"] is not None:
        known = None if details is None else packed(_details(details, text))
        carried = {"claim": one["id"], "version": version, "anchor": place["anchor"]}
        rows.tables["carried"].append({**carried, "was": place["was"], "details": known})
    return spans


def _known(one: Json, text: str) -> Json:
    """The details of a claim as the library has them."""
    said = one["attribution"]
    parts = said and [said[name] for name in ("source", "cue", "content")]
    figures = [[*f["span"], f["value"], f["unit"], f["qualifier"]] for f in one["figures"]]
    details = {
        "figures": figures,
        "dates": [[*d["span"], d["from"], d["to"]] for d in one["dates"]],
        "entities": [[*e["span"], e["kind"]] for e in one.get("entities", ())],
        "why": one["why"],
        "attribution": said and [*parts, said["polarity"], said["quote"], said["stance"]],
        "proposal": one["proposal"],
        "ambiguous": one["ambiguous"],
    }
    return _details(details, text)


def _details(details: Json, text: str) -> Json:
    """Details as the library has them, whose places lie in the text."""
    found = dict(details)
    for name in PLACED:
        for number, row in enumerate(details.get(name, ())):
            with at(name, number):
                spans_of([_pair(row)], text)
    for part in (details.get("attribution") or ())[:3]:
        with at("attribution"):
            spans_of(part, text, ordered=False)
    if "figures" in found:
        found["figures"] = endless(found["figures"])
    return found


def _pair(row: Sequence[Any]) -> list[int]:
    start, end = row[:2]
    if type(start) is not int or type(end) is not int:
        raise Wrong("This place is no pair of whole numbers.")
    return [start, end]


def _contested(rows: Rows, one: Json, here: set[str], numbers: Mapping[int, str]) -> None:
    if one["id"] not in here:
        return
    if "contested" in one:
        pairs = [(other["claim"], other["why"]) for other in one["contested"]]
    else:
        reasons = [*one["contested_why"], *[""] * len(one["contested_by"])]
        pairs = [
            (numbers[other], why)
            for other, why in zip(one["contested_by"], reasons, strict=False)
            if other in numbers
        ]
    for other, why in dict(pairs).items():
        if other in here:
            rows.tables["contested"].append({"claim": one["id"], "other": other, "reason": why})


# ---------------------------------------------------------------- what reviewers gave


def _given(rows: Rows, article: Json, one: Json) -> None:
    for number, given in enumerate(one["assessments"]):
        with at("assessments", number):
            _assessment(rows, article, one["id"], given)


def _assessment(rows: Rows, article: Json, claim: str, one: Json) -> None:
    if one["verdict"] is not None and not one["verdict"].strip():
        raise Wrong("A verdict that was taken back is null.", "verdict")
    scale = rows.shared.scale(one if "scale_sha256" in one else article, article["scale"])
    person = rows.shared.person(one["reviewer"])
    if not all(number.isdecimal() and number.isascii() for number in one.get("refs", {})):
        raise Wrong("This should be the numbers of evidence.", "refs")
    refs = one.get("refs", {})
    rows.add("scale", scale, "sha256")
    rows.add("reviewer", person)
    rows.add_new("assessment", {
        "uuid": _whole_or_lesser(rows, one), "claim": claim, "reviewer": person["uuid"],
        "round": one["round"], "reason": one.get("reason", ""), "note": one.get("note", ""),
        "at": moment(one["at"], "at"), "scale": scale["sha256"],
        "public_note": one.get("public_note", ""), "refs": chain.canonical(refs) if refs else "",
        "free_text": int(one["free_text"]), "withheld": int("note" not in one),
        "verdict": one["verdict"],
    })  # fmt: skip


def _whole_or_lesser(rows: Rows, one: Json) -> str:
    """The id of an assessment; another one where a report tells only a part of it. The whole one
    can then still come, and stands over this, since ids decide what was given at one moment."""
    if all(name in one for name in ("reason", "public_note", "refs")):
        return str(one["id"])
    lesser = f"00000000{derived_id('part of:' + one['id'])[8:]}"
    rows.lesser[lesser] = one["id"]
    return lesser


def _found(rows: Rows, one: Json) -> None:
    for number, found in enumerate(one.get("evidence", ())):
        with at("evidence", number):
            if found["source"] is not None:
                _add_source(rows, found["source"])
            person = rows.shared.person(found.get("reviewer", ""))
            rows.add("reviewer", person)
            row = {"uuid": found["id"], "claim": one["id"], "reviewer": person["uuid"]}
            row |= {**plain(found, _EVIDENCE), "withdrawn": 0}
            rows.add_new("evidence", row)
            rows.edited("evidence", found, {**row, "source_id": row["source"]})
            rows.numbers[found["id"]] = found["number"]


def _add_source(rows: Rows, id_: str) -> None:
    if id_ not in rows.shared.sources:
        raise Wrong("This source is not among the sources of the report.", "source")
    one = rows.shared.sources[id_]
    if any(row["uuid"] == id_ for row in rows.tables["source"]):
        return
    row: Row = plain(one, _SOURCE) | {"uuid": id_}
    row |= {"primary": int(one["primary"]), "anonymous": int(one["anonymous"])}
    rows.add("source", row)
    rows.edited("source", one, row)
    for copy in one["copies"]:
        about = copy["size"], copy["media_type"], ""
        kept = {"uuid": copy["id"], "source": id_, "name": copy["name"]}
        kept |= {"original": rows.original(copy["sha256"], *about), "withdrawn": 0}
        kept |= {"kept_at": moment(copy["kept_at"], "kept_at")}
        rows.add("copy", kept)
        rows.edited("copy", copy, kept)
