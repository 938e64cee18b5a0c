"""What stands of a field that was edited in several libraries, and what has to be settled.

The state of a field is a function of the lines that edited it, in whatever order they came: the
lines that no other line was written over are its heads. One head, or heads of one value: that
stands. Heads that differ: the latest is shown, and all are kept as a disagreement (table
``clash``) until somebody edits the field again, which is written over all of them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck_gui.domain import Change, Problem, Reviewer, Span
from factcheck_gui.library import chain
from factcheck_gui.library.clashes import Clash
from factcheck_gui.library.editing import OLDER, POINTERS
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.rows import DETAILS, packed
from factcheck_gui.library.sourcing import COPY, EVIDENCE, SOURCE
from factcheck_gui.library.store import ARTICLE, CLAIM, Store

FIELDS = {  # that a reviewer edits, by table
    # What lies in the trash is each desk's own affair.
    "article": (*(name for name in ARTICLE if name != "trashed_at"), "scale_id"),
    "claim": (*CLAIM, *DETAILS, "place"),
    "evidence": EVIDENCE,
    "source": SOURCE,
    "copy": COPY,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line's edit of one field."""

    uuid: str
    chain: str
    at: str
    reviewer: str
    before: str  # JSON, as value
    value: str
    over: tuple[str, ...] | None  # None: written before lines said so


def settle(store: Store, subjects: Sequence[str], new: Collection[str] = ()) -> int:
    """Brings the fields of these subjects (uuids) to what their lines say; how many disagree.

    Subjects that are ``new`` came as their lines left them: what was found in the text has followed
    its words into newer versions since, which a line does not tell.
    """
    clashes = 0
    for subject in subjects:
        for (table, field), lines in lines_of(store, subject).items():
            if field in FIELDS.get(table, ()):
                clashes += _settle(store, table, subject, field, heads(lines), subject in new)
    return clashes


def heads(lines: Sequence[Line]) -> list[Line]:
    """The lines that no other was written over, the latest last.

    A line from before lines named what they are written over stands over the one before it in its
    chain; and one that found the value of another in place knew of it.
    """
    over: set[str] = set()
    last: dict[str, str] = {}
    for one in lines:
        if one.over is not None:
            over.update(one.over)
        elif one.chain in last:
            over.add(last[one.chain])
        last[one.chain] = one.uuid
    open_ones = [one for one in lines if one.uuid not in over]
    known = {
        old.uuid
        for new in open_ones
        if not new.over
        for old in open_ones
        if old.value == new.before and old.chain != new.chain and old.at < new.at
    }
    return sorted((one for one in open_ones if one.uuid not in known), key=lambda o: (o.at, o.uuid))


def lines_of(store: Reader, subject: str) -> dict[tuple[str, str], list[Line]]:
    """The lines that edited each field of a subject (uuid), by table and field, oldest first."""
    found: dict[tuple[str, str], list[Line]] = {}
    rows = store.connection.execute(
        "SELECT uuid, chain, at, reviewer, what, payload FROM event WHERE subject = ?"
        " AND what LIKE 'edit %' AND payload IS NOT NULL ORDER BY at, uuid",
        (subject,),
    )
    for uuid, name, at, reviewer, what, payload in rows:
        said = json.loads(payload)
        before, over = said.get("before", {}), said.get("over", {})
        for name_then, value_then in said.get("after", {}).items():
            field, value = name_then, value_then
            if name_then == OLDER["place"]:
                field, value = "place", [_first_version(store, subject), value_then]
            over_these = tuple(over[field]) if field in over else None
            old, new = chain.canonical(before.get(field)), chain.canonical(value)
            lines = found.setdefault((what.removeprefix("edit "), field), [])
            lines.append(Line(uuid, name, at, reviewer, old, new, over_these))
    return found


def _settle(
    store: Store, table: str, subject: str, field: str, open_ones: list[Line], new: bool
) -> int:
    row = store._one(f"SELECT id FROM {table} WHERE uuid = ?", subject)
    if row is None:
        return 0
    if not new:
        _write(store, table, int(row[0]), field, json.loads(open_ones[-1].value))
    differ = len({one.value for one in open_ones}) > 1
    store.connection.execute("DELETE FROM clash WHERE subject = ? AND field = ?", (subject, field))
    if differ:
        store.connection.executemany(
            "INSERT INTO clash (subject, field, event, value, reviewer, at) VALUES (?,?,?,?,?,?)",
            [(subject, field, o.uuid, o.value, o.reviewer, o.at) for o in open_ones],
        )
    return int(differ)


def _write(store: Store, table: str, key: int, field: str, value: Any) -> None:
    if field == "place":
        _place(store, key, value[0], [Span(*pair) for pair in value[1]])
        return
    if field in POINTERS and value is not None:
        target = POINTERS[field]
        name = "sha256" if target == "scale" else "uuid"
        row = store._one(f"SELECT id FROM {target} WHERE {name} = ?", value)
        if row is None:  # it did not come with the package
            return
        value = row[0]
    if field in DETAILS:
        details = json.loads(store._one("SELECT details FROM claim WHERE id = ?", key)[0])
        store._write_fields("claim", key, {"details": packed({**details, field: value})})
        return
    store._write_fields(table, key, {field: value})


def decide(store: Store, clash: Clash, value: Any, by: Reviewer, at: datetime) -> Change | None:
    """Gives a field that was edited apart this value, as one more edit over all of them. Raises
    Problem where the value names what is not in this library."""
    if clash.field == "place":
        version, pairs = value
        number = int(_row(store, "SELECT number FROM version WHERE uuid = ?", version))
        return store.move_claim(clash.key, [Span(*pair) for pair in pairs], by, at, number)
    if clash.field == "scale_id":
        scale = _row(store, "SELECT id FROM scale WHERE sha256 = ?", value)
        change = Change("article", clash.key, None, after={"scale_id": scale})
        return store.write(change, by, at)
    if clash.field == "source_id" and value:
        value = _row(store, "SELECT id FROM source WHERE uuid = ?", value)
    edit = {
        "claim": store.edit_claim,
        "article": store.edit_article,
        "evidence": store.edit_evidence,
        "source": store.edit_source,
    }[clash.subject]
    return edit(clash.key, {clash.field: value}, by, at)


def _row(store: Reader, sql: str, name: str) -> Any:
    """The one value that is asked for by the name of its row."""
    row = store._one(sql, name)
    if row is None:
        raise Problem("What this value names did not come into this library.")
    return row[0]


def _place(store: Store, claim: int, version: str, spans: list[Span]) -> None:
    """Puts a claim where a line says, if that version is here and has such a place."""
    row = store._one(
        "SELECT v.id, v.text FROM version v JOIN claim c ON c.article_id = v.article_id"
        " WHERE v.uuid = ? AND c.id = ?",
        version,
        claim,
    )
    if row and spans[-1].end <= len(row[1]):
        store.place_claim(claim, row[0], spans)


def _first_version(store: Reader, claim: str) -> str:
    """The version that places meant before lines named one."""
    row = store._one(
        "SELECT v.uuid FROM version v JOIN claim c ON c.article_id = v.article_id"
        " WHERE c.uuid = ? ORDER BY v.imported_at, v.uuid LIMIT 1",
        claim,
    )
    return str(row[0]) if row else ""
