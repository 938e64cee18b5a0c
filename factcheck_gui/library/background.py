"""What a library knows of an article beyond what a reader of a report is shown: which text a claim
stood in before, whose hand a field is from, which scale a verdict was given on.

The JSON report tells it so that it can be imported again without loss. Everything is named by ids,
never by row ids. Not here: what a report shows (``reading``), packages (``packing``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck_gui.domain import Block, Furniture, Rule, Scale, Span, scale_from_json
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.settling import FIELDS, Line, heads, lines_of


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who judged or found evidence; no two of a library have one name."""

    id: str
    name: str
    initials: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """The line of the history that a field's value is from; ``over`` are the ids of all lines that
    stood before, ``before`` is what was found where no line did. A field that was edited apart and
    not settled has several."""

    field: str
    id: str
    at: str
    by: str
    value: Any  # as the history has it
    over: tuple[str, ...]
    before: Any = None


@dataclass(frozen=True, slots=True)
class OtherText:
    """The text of a version that the article does not show."""

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    finder: str


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in one version: where, how it came there (None: nobody carried it), the words that
    it had before, and what was known of it there, as ``rows`` stores details."""

    version: str
    spans: tuple[Span, ...]
    anchor: str | None = None
    was: str = ""
    details: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Where a claim that the text shown has lost stands in the list, the version it was seen in
    last, and what is known of it there."""

    version: str
    start: int
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Background:
    """By ids: of claims (``touched``, ``homes``, ``places``, ``contested``), of assessments
    (``given_on``: the SHA-256 of a scale), of evidence (``found_by``: a name), of versions
    (``texts``), of any of them (``edits``). ``scale`` is the SHA-256 of the article's own."""

    rule: Rule
    scale: str
    scales: Mapping[str, Scale] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    touched: frozenset[str] = frozenset()
    homes: Mapping[str, Home] = field(default_factory=dict)
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    contested: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    given_on: Mapping[str, str] = field(default_factory=dict)
    found_by: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, OtherText] = field(default_factory=dict)
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)


_CLAIMS = "SELECT id FROM claim WHERE article_id = :article AND NOT withdrawn"
_EVIDENCE = f"SELECT * FROM evidence WHERE claim_id IN ({_CLAIMS}) AND NOT withdrawn"
_SOURCES = f"SELECT source_id FROM ({_EVIDENCE})"

_SCALES = f"""SELECT sha256, body FROM scale WHERE id IN
    (SELECT scale_id FROM article WHERE id = :article
    UNION SELECT scale_id FROM assessment WHERE claim_id IN ({_CLAIMS})) ORDER BY sha256"""
_PEOPLE = f"""SELECT uuid, name, initials, organisation FROM reviewer WHERE id IN
    (SELECT reviewer_id FROM assessment WHERE claim_id IN ({_CLAIMS})
    UNION SELECT reviewer_id FROM ({_EVIDENCE})) ORDER BY name"""
_CONTESTED = f"""SELECT c.uuid, o.uuid, x.reason FROM contested x
    JOIN claim c ON c.id = x.claim_id JOIN claim o ON o.id = x.other_id
    WHERE c.id IN ({_CLAIMS}) AND o.id IN ({_CLAIMS}) ORDER BY c.id, o.uuid"""
_GIVEN_ON = f"""SELECT g.uuid, s.sha256 FROM assessment g JOIN scale s ON s.id = g.scale_id
    JOIN claim c ON c.id = g.claim_id JOIN article a ON a.id = c.article_id
    WHERE g.claim_id IN ({_CLAIMS}) AND g.scale_id <> a.scale_id"""
_FOUND_BY = f"""SELECT e.uuid, r.name FROM ({_EVIDENCE}) e
    JOIN reviewer r ON r.id = e.reviewer_id"""
_TEXTS = """SELECT v.uuid, v.text, v.blocks, v.furniture, v.finder FROM version v
    JOIN article a ON a.id = v.article_id AND a.version <> v.number WHERE a.id = :article"""
_HOMES = f"""SELECT c.uuid, v.uuid, c.start, c.details FROM claim c
    JOIN version v ON v.id = c.version_id JOIN article a ON a.id = c.article_id
    WHERE c.id IN ({_CLAIMS}) AND v.number <> a.version"""
_SPANS = f"""SELECT c.uuid, v.uuid, s."start", s."end" FROM span s
    JOIN claim c ON c.id = s.claim_id JOIN version v ON v.id = s.version_id
    WHERE c.id IN ({_CLAIMS}) ORDER BY c.id, v.number, s.place"""
_CARRIED = f"""SELECT c.uuid, v.uuid, k.anchor, k.was, k.details FROM carried k
    JOIN claim c ON c.id = k.claim_id JOIN version v ON v.id = k.version_id
    WHERE c.id IN ({_CLAIMS}) ORDER BY c.id, v.number"""
_EDITED = f"""SELECT DISTINCT subject FROM event WHERE what LIKE 'edit %' AND subject IN (
    SELECT uuid FROM article WHERE id = :article
    UNION SELECT uuid FROM claim WHERE id IN ({_CLAIMS})
    UNION SELECT uuid FROM ({_EVIDENCE})
    UNION SELECT uuid FROM source WHERE id IN ({_SOURCES})
    UNION SELECT uuid FROM copy WHERE source_id IN ({_SOURCES})) ORDER BY subject"""


def background(reader: Reader, article: int) -> Background:
    """All of it for one article (row id), without what was taken out of the review."""

    def rows(sql: str) -> list[Any]:
        return reader.connection.execute(sql, {"article": article}).fetchall()

    own = reader._one(
        "SELECT s.sha256 FROM scale s JOIN article a ON a.scale_id = s.id WHERE a.id = ?", article
    )
    touched = rows(f"SELECT uuid FROM claim WHERE id IN ({_CLAIMS}) AND touched")
    contested: dict[str, tuple[tuple[str, str], ...]] = {}
    for claim, other, reason in rows(_CONTESTED):
        contested[claim] = (*contested.get(claim, ()), (other, reason))
    return Background(
        rule=reader.rule(article),
        scale=own[0] if own else "",
        scales={sha: scale_from_json(json.loads(body)) for sha, body in rows(_SCALES)},
        people=tuple(Person(*row) for row in rows(_PEOPLE)),
        touched=frozenset(row[0] for row in touched),
        homes={row[0]: Home(row[1], row[2], json.loads(row[3])) for row in rows(_HOMES)},
        places=_places(rows(_SPANS), rows(_CARRIED)) if len(reader.versions(article)) > 1 else {},
        contested=contested,
        given_on=dict(rows(_GIVEN_ON)),
        found_by=dict(rows(_FOUND_BY)),
        texts={row[0]: _text(*row[1:]) for row in rows(_TEXTS)},
        edits={subject: _edits(reader, subject) for (subject,) in rows(_EDITED)},
    )


def _text(text: str, blocks: str, furniture: str, finder: str) -> OtherText:
    return OtherText(
        text,
        tuple(Block(*one) for one in json.loads(blocks)),
        tuple(Furniture(*one) for one in json.loads(furniture)),
        finder,
    )


def _places(spans: list[Any], carried: list[Any]) -> dict[str, tuple[Place, ...]]:
    stood: dict[tuple[str, str], tuple[Span, ...]] = {}
    for claim, version, start, end in spans:
        stood[claim, version] = (*stood.get((claim, version), ()), Span(start, end))
    how = {(row[0], row[1]): row[2:] for row in carried}
    found: dict[str, tuple[Place, ...]] = {}
    for claim, version in dict.fromkeys([*stood, *how]):
        anchor, was, details = how.get((claim, version), (None, "", None))
        known = None if details is None else json.loads(details)
        one = Place(version, stood.get((claim, version), ()), anchor, was, known)
        found[claim] = (*found.get(claim, ()), one)
    return found


def _edits(reader: Reader, subject: str) -> tuple[Edit, ...]:
    """The fields of a subject as the history left them, each with the lines it stands over. What
    is told here was not taken out, whatever a line says that was followed by another verb."""
    found: list[Edit] = []
    for (table, name), lines in sorted(lines_of(reader, subject).items()):
        if name not in FIELDS.get(table, ()):
            continue
        stand = heads(lines)
        ids = {one.uuid for one in stand}
        below = {uuid for one in lines for uuid in (one.uuid, *(one.over or ()))}
        over = tuple(sorted(below - ids))
        edits = (_edit(name, one, over) for one in stand)
        found += [one for one in edits if name != "withdrawn" or not one.value]
    return tuple(found)


def _edit(name: str, line: Line, over: tuple[str, ...]) -> Edit:
    before = None if over else json.loads(line.before)
    return Edit(name, line.uuid, line.at, line.reviewer, json.loads(line.value), over, before)
