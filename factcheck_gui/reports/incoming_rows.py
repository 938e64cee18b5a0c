"""One article of a JSON report as the rows of a package, which is how everything from elsewhere
comes into a library.

The shape of what comes here was looked at (``shape``); here is whether its values fit each other:
places lie in their text, words stand at their place, ids are there once. Wrong names the field.
Not here: the file and what concerns the report as a whole (``incoming``), claims
(``incoming_claims``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from factcheck_gui.domain import (
    Block,
    Furniture,
    Problem,
    Scale,
    Span,
    article_id,
    derived_id,
    scale_from_json,
    text_sha256,
    version_id,
)
from factcheck_gui.library import chain
from factcheck_gui.library.packages import TABLES, Row
from factcheck_gui.library.rows import blocks_json, furniture_json
from factcheck_gui.library.scales import body
from factcheck_gui.library.settling import FIELDS
from factcheck_gui.reports.shape import Wrong

Json = dict[str, Any]
NOBODY = "(no name)"  # who found evidence of which a report does not say so


@contextmanager
def at(*path: str | int) -> Iterator[None]:
    """Says of what is wrong inside where it is."""
    try:
        yield
    except Wrong as wrong:
        for step in reversed(path):
            wrong.within(step)
        raise


@dataclass
class Shared:
    """What the articles of a report have in common, by the names that they use for it."""

    id: str  # of the import
    made_at: str
    scales: dict[str, Row] = field(default_factory=dict)
    labels: dict[str, Scale] = field(default_factory=dict)  # by the scale's own SHA-256
    people: dict[str, Row] = field(default_factory=dict)
    sources: dict[str, Json] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)  # ids of articles that were read

    @classmethod
    def of(cls, report: Json, id: str) -> Shared:
        """Raises Wrong for scales that cannot be used, and for ids and names that are there
        twice."""
        shared = cls(id, moment(report["exported_at"], "exported_at"))
        for number, row in enumerate(report["scales"]):
            with at("scales", number):
                shared._add_scale(row)
        for number, row in enumerate(report.get("reviewers", ())):
            with at("reviewers", number):
                shared._add_person(row)
        for number, row in enumerate(report["sources"]):
            if row["id"] in shared.sources:
                raise Wrong("This source is there twice.", "sources", number, "id")
            shared.sources[row["id"]] = row
        return shared

    def _add_scale(self, row: Json) -> None:
        try:
            scale = scale_from_json(row)
        except Problem as problem:
            raise Wrong(problem.what) from problem
        text, sha = body(scale)
        known = {"sha256": sha, "name": scale.id, "body": text}
        self.labels[sha] = scale
        self.scales[row.get("sha256", sha)] = known
        self.scales.setdefault(scale.id, known)

    def _add_person(self, row: Json) -> None:
        ids = {one["uuid"] for one in self.people.values()}
        if row["name"] in self.people or row["id"] in ids or not row["name"].strip():
            raise Wrong("This reviewer is there twice, or has no name.")
        about = {"initials": row["initials"], "organisation": row["organisation"]}
        self.people[row["name"]] = {"uuid": row["id"], "name": row["name"], **about}

    def scale(self, row: Json, name: str = "") -> Row:
        """The scale that an article or a verdict names."""
        found = self.scales.get(row.get("scale_sha256", name))
        if found is None:
            raise Wrong("This scale is not among the scales of the report.", "scale")
        return found

    def person(self, name: str) -> Row:
        """Somebody by their name; a report from before there were ids has names alone."""
        name = name.strip() or NOBODY
        if name not in self.people:
            nameless = {"uuid": derived_id(f"reviewer:{name}"), "name": name}
            self.people[name] = {**nameless, "initials": "", "organisation": ""}
        return self.people[name]


class Rows:
    """The rows of one article, each once, and the numbers of its evidence."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.tables: dict[str, list[Row]] = {table: [] for table in TABLES}
        self.numbers: dict[str, int] = {}
        self.lesser: dict[str, str] = {}  # ids of assessments without all their words, and theirs
        self.texts: dict[str, str] = {}  # of versions
        self.lines: dict[str, dict[str, Any]] = {}  # of the history, by id
        self._once: set[tuple[str, str]] = set()

    def add(self, table: str, row: Row, key: str = "uuid") -> None:
        """Adds what may be named several times: a scale, a person, a source, an original."""
        if (table, row[key]) not in self._once:
            self._once.add((table, row[key]))
            self.tables[table].append(row)

    def add_new(self, table: str, row: Row) -> None:
        """Adds what may be there once. Raises Wrong."""
        known = table, row["uuid"]
        if known in self.shared.seen:
            raise Wrong(f"There is another {table} with this id in the report.", "id")
        self.shared.seen.add(known)
        self.tables[table].append(row)

    def original(self, sha: str, size: int, media_type: str, encoding: str) -> str:
        """The hash of a file whose bytes are not in a report."""
        about = {"media_type": media_type, "encoding": encoding, "size": size}
        self.add("original", {"sha256": sha, **about, "body": b""}, "sha256")
        return sha

    # ------------------------------------------------------------ whose hand a field is from

    def edited(self, table: str, subject: Json, row: Row) -> None:
        """The lines of the history that the fields of a thing are from. Raises Wrong where a field
        says something else than its last line."""
        last: dict[str, tuple[str, str, Any]] = {}
        for number, one in enumerate(subject.get("edited", ())):
            with at("edited", number):
                name, value = one["field"], self._value(one)
                when = moment(one["at"], "at")
                self._take_line(table, subject["id"], one, when, value)
                last[name] = max(last.get(name, ("", "", None)), (when, one["id"], value))
        for name, (_, _, value) in last.items():
            if name in row and row[name] != value:
                raise Wrong("This is not what its last edit says.", name)

    def _value(self, one: Json) -> Any:
        value = one["value"]
        if one["field"] == "scale_id":
            known = self.shared.scales.get(str(value))
            return known["sha256"] if known else value
        return endless(value) if one["field"] == "figures" else value

    def _take_line(self, table: str, subject: str, one: Json, when: str, value: Any) -> None:
        if one["field"] not in FIELDS[table]:
            raise Wrong(f"There is no such field of {table}.", "field")
        line = self.lines.setdefault(
            one["id"],
            {"at": when, "by": one["by"], "what": f"edit {table}", "subject": subject,
             "before": {}, "after": {}, "over": {}},
        )  # fmt: skip
        same = (when, one["by"], subject) == (line["at"], line["by"], line["subject"])
        if not same or one["field"] in line["after"]:
            raise Wrong("There is another line with this id.", "id")
        line["after"][one["field"]] = value
        line["over"][one["field"]] = one["over"]
        if "before" in one:
            line["before"][one["field"]] = self._value({**one, "value": one["before"]})

    def finish(self) -> dict[str, tuple[Row, ...]]:
        """All rows. The lines of the history make a chain of their own, which is named after the
        report: it shows what came with it, and proves nothing of the library it was made in."""
        previous = ""
        for id_, line in sorted(self.lines.items(), key=lambda item: (item[1]["at"], item[0])):
            payload = chain.canonical({name: line[name] for name in ("before", "after", "over")})
            fields = [self.shared.id, line["at"], line["by"], line["what"], line["subject"]]
            digest = chain.digest(payload)
            names = ("chain", "at", "reviewer", "what", "subject")
            row = {"uuid": id_, **dict(zip(names, fields, strict=True)), "digest": digest}
            row |= {"previous": previous, "assessment": None, "payload": payload}
            previous = row["hash"] = chain.line_hash(previous, [id_, *fields, digest])
            self.tables["event"].append(row)
        return {table: tuple(rows) for table, rows in self.tables.items()}


def add_article(rows: Rows, one: Json) -> None:
    """An article, its scale and the texts of its versions."""
    if ("article", one["id"]) in rows.shared.seen:
        raise Wrong("This article is there twice.", "id")
    scale = rows.shared.scale(one, one["scale"])
    rows.add("scale", scale, "sha256")
    row = {name: one[name] for name in _ARTICLE}
    row |= {
        "uuid": one["id"],
        "imported_at": moment(one["imported_at"], "imported_at"),
        "origins": json.dumps(one["origins"], ensure_ascii=False),
        "rule": one.get("rule", "agreement"),
        "signed_at": one["signed_at"] and moment(one["signed_at"], "signed_at"),
        "scale": scale["sha256"],
        "shown": one["version_id"],
    }
    rows.add_new("article", row)
    edited = {name: value for name, value in row.items() if name != "origins"}
    rows.edited("article", one, {**edited, "scale_id": row["scale"]})
    _versions(rows, one)


_ARTICLE = (
    "title", "author", "site", "url", "published", "modified", "language", "source_name",
    "signed_by",
)  # fmt: skip


def _versions(rows: Rows, one: Json) -> None:
    """The texts that are there, the first one first; of the others a report names the hash."""
    about = {v["id"]: (n, v) for n, v in enumerate(one["versions"])}
    if len(about) < len(one["versions"]):
        raise Wrong("A version is there twice.", "versions")
    found = []
    for id_, (number, version) in about.items():
        if id_ != one["version_id"] and "text" in version:
            with at("versions", number):
                found.append(_version(rows, one, version, version))
    shown = about.get(one["version_id"], (0, _nothing_of(one)))[1]
    if shown["number"] != one["version_number"]:
        raise Wrong("Its list of versions gives it another number.", "version_number")
    found.append(_version(rows, one, shown, {**one, "id": one["version_id"]}))
    numbers = {row["number"] for row in found}
    if len(numbers) < len(found):
        raise Wrong("Two versions have one number.", "versions")
    for row in sorted(found, key=lambda row: row["number"]):
        rows.add_new("version", row)
    whole = len(found) == len(about)
    if whole and one["id"] not in {article_id(row["text"]) for row in found}:
        raise Wrong("This id belongs to another text than those of this article.", "id")


def _nothing_of(one: Json) -> Json:
    """What is known of the version shown where the list of versions does not have it."""
    nothing = {"tool": "", "original_sha256": "", "original_size": 0}
    about = {name: one[name] for name in ("imported_at", "source_name", "sha256")}
    return {**nothing, **about, "number": one["version_number"], "media_type": "", "encoding": ""}


def _version(rows: Rows, one: Json, about: Json, text_of: Json) -> Row:
    text = text_of["text"]
    sha = text_sha256(text)
    if text_of["sha256"] != sha or about["sha256"] != sha:
        raise Wrong("This is not the text that its hash belongs to.", "text")
    if text_of["id"] not in (version_id(text), version_id(text, one["id"])):
        raise Wrong("This is not the text that its id belongs to.", "text")
    rows.texts[text_of["id"]] = text
    blocks = [Block(**{n: b[n] for n in _BLOCK}) for b in text_of.get("blocks", ())]
    furniture = [Furniture(f["at"], f["text"]) for f in text_of.get("furniture", ())]
    places = [("blocks", n, b.start, b.end) for n, b in enumerate(blocks)]
    places += [("furniture", n, f.at, f.at) for n, f in enumerate(furniture)]
    for name, number, start, end in places:
        if not 0 <= start <= end <= len(text):
            raise Wrong("This place lies outside the text.", name, number)
    original = None
    if about["original_sha256"]:
        kept = about["original_size"], about["media_type"], about["encoding"]
        original = rows.original(about["original_sha256"], *kept)
    return {
        "uuid": text_of["id"],
        "article": one["id"],
        "text": text,
        "sha256": sha,
        "blocks": blocks_json(blocks),
        "furniture": furniture_json(furniture),
        "imported_at": moment(about["imported_at"], "imported_at"),
        "tool": about["tool"],
        "finder": text_of.get("finder", ""),
        "source_name": about["source_name"],
        "number": about["number"],
        "original": original,
    }


_BLOCK = ("kind", "start", "end", "level", "label")


def spans_of(pairs: Sequence[Sequence[int]], text: str, *, ordered: bool = True) -> list[Span]:
    """Places in a text, which lie in it and, where it matters, apart and in order. Raises Wrong."""
    found, last = [], 0
    for number, (start, end) in enumerate(pairs):
        if not 0 <= start < end <= len(text):
            raise Wrong("This place lies outside the text.", number)
        if ordered and start < last:
            raise Wrong("These places overlap, or are not in the order of the text.", number)
        last = end
        found.append(Span(start, end))
    return found


def endless(figures: Any) -> Any:
    """Figures as the library has them: a number that JSON does not know is endless again."""
    if not isinstance(figures, list):
        return figures
    return [
        [*row[:2], math.inf, *row[3:]] if isinstance(row, list) and row[2:3] == [None] else row
        for row in figures
    ]


def moment(value: str, name: str) -> str:
    """A time as the library writes it. Raises Wrong for one that no clock shows."""
    try:
        known = datetime.fromisoformat(value)
    except ValueError as error:
        raise Wrong(f"“{value[:40]}” is no time.", name) from error
    if known.year > LAST_YEAR:
        raise Wrong(f"“{value[:40]}” is no time.", name)
    return known.strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


LAST_YEAR = 9000  # some room is left: a later moment is reckoned from the last one


def plain(row: Mapping[str, Any], names: Sequence[str]) -> Row:
    return {name: row[name] for name in names}
