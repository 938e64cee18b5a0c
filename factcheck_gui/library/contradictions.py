"""What a report says against what is here already: the same id for something else.

A package proves its history; a JSON report proves nothing, and anybody can edit one. So what it
says of a thing that is here must be the same thing, or the article it is in is refused. And what it
says in the name of somebody who works in this library comes in under a name of its own: their own
words come by their hand, or in a package. Reading only. Not here: reports (``reports.incoming``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck_gui.domain import derived_id
from factcheck_gui.library import chain
from factcheck_gui.library.articles import marks_of
from factcheck_gui.library.packages import Row
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.settling import lines_of

LOOKED_UP = 200  # ids looked up at once
_GIVEN = ("claim", "round", "verdict", "at")  # of an assessment, always told
_WORDS = ("reason", "public_note", "refs")  # of an assessment, "" where they were left out

_HERE = {
    "version": "SELECT v.uuid, a.uuid FROM version v JOIN article a ON a.id = v.article_id"
    " WHERE v.uuid IN ({})",
    "claim": "SELECT c.uuid, a.uuid FROM claim c JOIN article a ON a.id = c.article_id"
    " WHERE c.uuid IN ({})",
    "evidence": "SELECT e.uuid, c.uuid FROM evidence e JOIN claim c ON c.id = e.claim_id"
    " WHERE e.uuid IN ({})",
    "copy": "SELECT k.uuid, s.uuid, o.sha256 FROM copy k JOIN source s ON s.id = k.source_id"
    " JOIN original o ON o.id = k.original_id WHERE k.uuid IN ({})",
    "assessment": "SELECT g.uuid, c.uuid, g.round, g.verdict, g.at, g.reason, g.public_note,"
    " g.refs, r.uuid FROM assessment g JOIN claim c ON c.id = g.claim_id"
    " JOIN reviewer r ON r.id = g.reviewer_id WHERE g.uuid IN ({})",
    "event": "SELECT uuid, subject, payload FROM event WHERE uuid IN ({})",
}
_OWNERS = {"version": ("article",), "claim": ("article",), "evidence": ("claim",),
           "copy": ("source", "original")}  # fmt: skip


def contradiction(
    reader: Reader, rows: Mapping[str, Sequence[Row]], versions: Sequence[str]
) -> str:
    """What is wrong with one article of a report, beside what is here; "" where nothing is.

    ``versions`` are the ids of all its versions, also of those whose text did not come.
    """
    if not _same_article(reader, rows["article"][0]["uuid"], versions):
        return "The library has another article under this id."
    for table, owners in _OWNERS.items():
        here = _here(reader, table, rows[table])
        for row in rows[table]:
            known = here.get(row["uuid"])
            if known and known != tuple(row[name] for name in owners):
                return f"The library has another {table} under the id {row['uuid']}."
    if wrong := _other_assessment(reader, rows["assessment"]):
        return f"The library has the assessment {wrong} with other words."
    if wrong := _other_hand(reader, rows):
        return wrong
    if wrong := _other_line(reader, rows["event"]):
        return f"The library has the line {wrong} of the history with another value."
    return ""


def _same_article(reader: Reader, id: str, versions: Sequence[str]) -> bool:
    key = reader.article_key(id)
    return key is None or any(one.id in versions for one in reader.versions(key))


def _here(reader: Reader, table: str, rows: Iterable[Row]) -> dict[str, tuple[Any, ...]]:
    """What is here of these rows, by id."""
    ids = [row["uuid"] for row in rows]
    found: dict[str, tuple[Any, ...]] = {}
    for start in range(0, len(ids), LOOKED_UP):
        page = ids[start : start + LOOKED_UP]
        for uuid, *values in reader.connection.execute(_HERE[table].format(marks_of(page)), page):
            found[uuid] = tuple(values)
    return found


def _other_assessment(reader: Reader, rows: Sequence[Row]) -> str:
    here = _here(reader, "assessment", rows)
    for row in rows:
        known = here.get(row["uuid"])
        if known is None:
            continue
        same = known[:4] == tuple(row[name] for name in _GIVEN)
        words = zip(known[4:7], (row[name] for name in _WORDS), strict=True)
        same = same and all(theirs in ("", mine) for mine, theirs in words)
        if not same or known[7] not in (row["reviewer"], _stand_in(row["reviewer"])):
            return str(row["uuid"])
    return ""


# Fields that nobody but a reviewer fills in: where they say something, a line says whose it is.
_BY_HAND = {
    "claim": ("wording", "dismissed", "said_on", "appeared", "tags", "query"),
    "evidence": ("stance", "question", "answer", "quote", "locator", "read_on"),
}


def _other_hand(reader: Reader, rows: Mapping[str, Sequence[Row]]) -> str:
    """What was changed by hand, without the line of the history that every edit has: a field of a
    thing that is here has a value that it never had here."""
    told = {(row["subject"], field) for row in rows["event"]
            for field in json.loads(row["payload"])["after"]}  # fmt: skip
    for table, fields in _BY_HAND.items():
        ids = [row["uuid"] for row in rows[table]]
        here: dict[str, tuple[Any, ...]] = {}
        for start in range(0, len(ids), LOOKED_UP):
            page = ids[start : start + LOOKED_UP]
            sql = f"SELECT uuid, {', '.join(fields)} FROM {table} WHERE uuid IN ({marks_of(page)})"
            here |= {row[0]: row[1:] for row in reader.connection.execute(sql, page)}
        for row in rows[table]:
            for name, mine in zip(fields, here.get(row["uuid"], ()), strict=False):
                theirs = row[name]
                if theirs in (mine, "", None) or (row["uuid"], name) in told:
                    continue
                if not _was(reader, table, row["uuid"], name, theirs):
                    return f"The {name} of the {table} {row['uuid']} was changed by hand."
    return ""


def _was(reader: Reader, table: str, id: str, name: str, value: Any) -> bool:
    """Whether a field ever had a value here: somebody found it in place, or gave it."""
    lines = lines_of(reader, id).get((table, name), ())
    return any(chain.canonical(value) in (one.before, one.value) for one in lines)


def _other_line(reader: Reader, rows: Sequence[Row]) -> str:
    here = _here(reader, "event", rows)
    for row in rows:
        if row["uuid"] in here:
            subject, payload = here[row["uuid"]]
            mine = json.loads(payload or "{}").get("after", {})
            theirs = json.loads(row["payload"])["after"]
            other = any(name in mine and mine[name] != value for name, value in theirs.items())
            if subject != row["subject"] or (payload and other):
                return str(row["uuid"])
    return ""


# ---------------------------------------------------------------- in somebody's name


def renamed(
    reader: Reader, rows: Mapping[str, Sequence[Row]], by: str, lesser: Mapping[str, str]
) -> tuple[dict[str, tuple[Row, ...]], tuple[str, ...]]:
    """The rows without assessments and evidence that are here, and with what is new in the name of
    somebody who works here under a name of its own; whose names these are. ``by`` takes the report
    in, and works here though nothing may be from them yet; ``lesser`` has the ids of assessments
    that came in part, which are left out where the whole ones are here."""
    names = _working_here(reader, by)
    own = {row["uuid"]: row for row in rows["reviewer"] if _works(reader, row, names)}
    here = {table: {*_here(reader, table, rows[table])} for table in ("assessment", "evidence")}
    whole = _here(reader, "assessment", [{"uuid": id_} for id_ in lesser.values()])
    here["assessment"] |= {id_ for id_, other in lesser.items() if other in whole}
    given, found = (
        tuple(_under_another(row, own) for row in rows[table] if row["uuid"] not in here[table])
        for table in ("assessment", "evidence")
    )
    wanted = {row["reviewer"] for row in (*given, *found)}
    others = [{**row, "uuid": _stand_in(id_)} for id_, row in own.items()]
    people = tuple(row for row in (*rows["reviewer"], *others) if row["uuid"] in wanted)
    lines, hands = _lines_under_another(rows["event"], _here(reader, "event", rows["event"]), names)
    said = {row["name"] for row in others if row["uuid"] in wanted} | hands
    new = {"reviewer": people, "assessment": given, "evidence": found, "event": lines}
    return {**{table: tuple(old) for table, old in rows.items()}, **new}, tuple(sorted(said))


def _under_another(row: Row, own: Mapping[str, Row]) -> Row:
    return {**row, "reviewer": _stand_in(row["reviewer"])} if row["reviewer"] in own else row


def _lines_under_another(
    rows: Sequence[Row], here: Mapping[str, Any], names: set[str]
) -> tuple[tuple[Row, ...], set[str]]:
    """Lines of the history in the name of somebody who works here; their chain is made anew."""
    said = {row["reviewer"] for row in rows if row["uuid"] not in here} & names
    lines: list[Row] = []
    previous = ""
    for row in rows:
        ours = row["uuid"] not in here and row["reviewer"] in names
        who = f"{row['reviewer']} (2)" if ours else row["reviewer"]
        line = {**row, "reviewer": who, "previous": previous}
        fields = [line[n] for n in ("uuid", "chain", "at", "reviewer", "what", "subject", "digest")]
        previous = line["hash"] = chain.line_hash(previous, fields)
        lines.append(line)
    return tuple(lines), said


def _stand_in(reviewer: str) -> str:
    """The id of whoever is said to be a reviewer, the same on every desk."""
    return derived_id(f"said to be:{reviewer}")


def _working_here(reader: Reader, by: str) -> set[str]:
    """The names of those of whom this library's own lines are."""
    rows = reader.connection.execute(
        "SELECT DISTINCT reviewer FROM event WHERE chain = (SELECT uuid FROM library)"
        " AND what NOT IN ('take in', 'merge')"
    )
    return {by, *(row[0] for row in rows)} - {""}


def _works(reader: Reader, row: Row, names: set[str]) -> bool:
    """Whether this is somebody who works here, by their id and whatever a report calls them, or
    has the name of the one who takes it in."""
    known = reader._one("SELECT name FROM reviewer WHERE uuid = ?", row["uuid"])
    return known[0] in names if known else row["name"] in names
