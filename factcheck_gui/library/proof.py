"""Whether the rows of a package are what they say: ids, hashes, places, times, references.

Pure: rows in, Problem out where anything is wrong. A seal shows an accident; this is what a
stranger's package has to get past. Not here: reading the file (``unpacking``).
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from factcheck_gui.domain import (
    ROUNDS,
    SOURCE_KINDS,
    STANCES,
    Problem,
    Span,
    scale_from_json,
    slices,
    storable,
    text_sha256,
    version_id,
)
from factcheck_gui.library import chain
from factcheck_gui.library.packages import Package, Row
from factcheck_gui.library.rows import DETAILS, details_of, packed

UNPACKED_LIMIT = 128 * 1024**2  # bytes of one original
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHA = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d\.\d{6}Z")
_WRONG = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_FLAGS = ("listed", "touched", "withdrawn", "primary", "anonymous", "free_text", "withheld")
_POINTERS = {
    "article": "article", "version": "version", "claim": "claim", "other": "claim",
    "part_of": "claim", "scale": "scale", "reviewer": "reviewer", "source": "source",
    "original": "original", "assessment": "assessment", "shown": "version",
}  # fmt: skip
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("claim", "origin"): ("found", "reviewer"),
    ("source", "kind"): SOURCE_KINDS,
    ("evidence", "stance"): STANCES,
    ("assessment", "round"): ROUNDS,
    ("article", "rule"): ("agreement", "majority"),
    ("carried", "anchor"): ("ok", "moved", "orphaned"),
}


def prove(package: Package) -> None:
    """Raises Unproved, with the first thing that is wrong."""
    if not _UUID.fullmatch(package.id) or not _TIME.fullmatch(package.made_at):
        raise _wrong("meta", "it has no id or time")
    known = {table: _ids(table, rows) for table, rows in package.rows.items()}
    for table, rows in package.rows.items():
        for row in rows:
            _plain(table, row)
            _points(table, row, known)
            try:
                _PROOFS.get(table, _nothing)(row, package)
            except _WRONG as error:
                raise _wrong(table, str(error) or "a value has no meaning") from error
    _prove_places(package)
    if {one["uuid"] for one in package.rows["article"]} - {
        one["article"] for one in package.rows["version"]
    }:
        raise _wrong("article", "an article has no text")


def _ids(table: str, rows: tuple[Row, ...]) -> set[str]:
    name = "sha256" if table in ("scale", "original") else "uuid"
    ids = {row[name] for row in rows if name in row}
    if name in (rows[0] if rows else {}) and len(ids) != len(rows):
        raise _wrong(table, "an id is there twice")
    return ids


def _plain(table: str, row: Row) -> None:
    """Ids, times, flags and choices are such; texts are as the library stores them."""
    for name, value in row.items():
        if name in ("uuid", "chain") and not _UUID.fullmatch(value):
            raise _wrong(table, f"{name} is no id")
        if name in ("at", "imported_at", "kept_at") and not _TIME.fullmatch(value):
            raise _wrong(table, f"{name} is no time")
        if name in ("sha256", "digest", "hash") and not _SHA.fullmatch(value):
            raise _wrong(table, f"{name} is no hash")
        if name in _FLAGS and value not in (0, 1):
            raise _wrong(table, f"{name} is neither 0 nor 1")
        if (choices := _CHOICES.get((table, name))) and value not in choices:
            raise _wrong(table, f"there is no {name} {value[:40]!r}")
        if isinstance(value, str) and value != storable(value):
            raise _wrong(table, f"{name} holds signs that are never stored")


def _points(table: str, row: Row, known: Mapping[str, set[str]]) -> None:
    for name, target in _POINTERS.items():
        if name != "reviewer" or table != "event":
            value = row.get(name)
            if value is not None and value not in known[target]:
                raise _wrong(table, f"its {name} is not in the package")


def _nothing(row: Row, package: Package) -> None:
    pass


def _scale(row: Row, package: Package) -> None:
    if hashlib.sha256(row["body"].encode()).hexdigest() != row["sha256"]:
        raise ValueError("the scale was changed")
    if scale_from_json(json.loads(row["body"])).id != row["name"]:
        raise ValueError("the scale has another name")


def _original(row: Row, package: Package) -> None:
    if not row["body"]:  # a report named it and did not bring it
        return
    machine = zlib.decompressobj()
    try:
        data = machine.decompress(row["body"], UNPACKED_LIMIT)
    except zlib.error as error:
        raise ValueError("a kept file is damaged") from error
    whole = machine.eof and not machine.unconsumed_tail
    if not whole or hashlib.sha256(data).hexdigest() != row["sha256"] or len(data) != row["size"]:
        raise ValueError("a kept file was changed or is too large")


def _article(row: Row, package: Package) -> None:
    _origins(row["origins"])


def _origins(stored: str) -> None:
    origins = json.loads(stored)
    if not all(isinstance(one, str) for pair in origins.items() for one in pair):
        raise ValueError("origins are no words")


def _carried(row: Row, package: Package) -> None:
    if row["details"] is not None:
        details_of(row["details"])


def _version(row: Row, package: Package) -> None:
    text = row["text"]
    ids = (version_id(text), version_id(text, row["article"]))
    if text_sha256(text) != row["sha256"] or row["uuid"] not in ids:
        raise ValueError("a text was changed")
    if row["number"] < 1:
        raise ValueError("a version has no number")
    for kind, start, end, level, *label in json.loads(row["blocks"]):
        _inside(start, end, text)
        _types((kind, str), (level, int), *((one, str) for one in label))
    for at, words in json.loads(row["furniture"]):
        _inside(at, at, text)
        _types((words, str))


def _types(*wanted: tuple[Any, type]) -> None:
    if not all(isinstance(value, kind) for value, kind in wanted):
        raise ValueError("a value has the wrong type")


def _inside(start: Any, end: Any, text: str) -> None:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)):
        raise ValueError("a place lies outside its text")


def _claim(row: Row, package: Package) -> None:
    details_of(row["details"])
    if not 0 <= row["score"] <= 1 or row["number"] < 0:
        raise ValueError("a claim has no score or number")


def _assessment(row: Row, package: Package) -> None:
    refs = json.loads(row["refs"]) if row["refs"] else {}
    if not all(key.isdecimal() and _UUID.fullmatch(value) for key, value in refs.items()):
        raise ValueError("references are no numbers and ids")
    if row["verdict"] == "" or (row["withheld"] and row["note"]):
        raise ValueError("an assessment contradicts itself")


def _event(row: Row, package: Package) -> None:
    fields = [row[n] for n in ("uuid", "chain", "at", "reviewer", "what", "subject", "digest")]
    if chain.line_hash(row["previous"], fields) != row["hash"]:
        raise ValueError("a line of the history was changed")
    if row["payload"] is not None:
        if chain.digest(row["payload"]) != row["digest"]:
            raise ValueError("what a line of the history says was changed")
        payload = json.loads(row["payload"])
        parts = [payload.get(name, {}) for name in ("before", "after", "over")]
        if not all(isinstance(one, dict) for one in parts):
            raise ValueError("a line of the history has no meaning")
        _edited(row["what"], payload.get("after", {}))


_MAY_BE_NONE = ("dismissed", "source_id")


def _prove_spans(spans: list[Span]) -> None:
    ends = [0, *(one.end for one in spans)]
    for before, one in zip(ends, spans, strict=False):
        _types((one.start, int), (one.end, int))
        if not before <= one.start < one.end:
            raise ValueError("places are empty or overlap")
    if not spans:
        raise ValueError("a claim has no place")


def _edited(what: str, after: dict[str, Any]) -> None:
    """What an edit sets has the type of its field; a field that is not known is passed over."""
    for name, value in after.items():
        choices = _CHOICES.get((what.removeprefix("edit "), name))
        if choices and value not in choices:
            raise ValueError(f"there is no {name} {value!r}")
        if name in DETAILS:
            details_of(packed({name: value}))
        elif name == "origins":
            _origins(value)
        elif name == "spans":
            _prove_spans([Span(*pair) for pair in value])
        elif name == "place":
            _types((value, list))
            if len(value) != 2:
                raise ValueError("a place is a version and what is quoted of it")
            version, pairs = value
            _types((version, str))
            _prove_spans([Span(*pair) for pair in pairs])
        elif name == "version":
            continue  # which one is shown is each desk's own affair
        elif name in _FLAGS:
            if value not in (0, 1):
                raise ValueError(f"{name} is neither 0 nor 1")
        elif not isinstance(value, str) and not (value is None and name in _MAY_BE_NONE):
            raise ValueError(f"{name} is no text")


_PROOFS: Mapping[str, Callable[[Row, Package], None]] = {
    "scale": _scale, "original": _original, "article": _article, "version": _version,
    "claim": _claim, "carried": _carried, "assessment": _assessment, "event": _event,
}  # fmt: skip


def _prove_places(package: Package) -> None:
    """Each quote stands at its place; a claim has a place in its version, and is its quotes.

    A claim that the version shown has lost stands in the list where ``versions`` put it.
    """
    shown = {row["uuid"]: row["shown"] for row in package.rows["article"]}
    texts = {row["uuid"]: row["text"] for row in package.rows["version"]}
    homes = {row["uuid"]: row["article"] for row in package.rows["version"]}
    claims = {row["uuid"]: row for row in package.rows["claim"]}
    places: dict[tuple[str, str], list[Span]] = {}
    for row in package.rows["span"]:
        span, text = Span(row["start"], row["end"]), texts[row["version"]]
        _inside_or_wrong(span, text)
        if (
            span.of(text) != row["quote"]
            or homes[row["version"]] != claims[row["claim"]]["article"]
        ):
            raise _wrong("span", "a quote does not stand at its place")
        places.setdefault((row["claim"], row["version"]), []).append(span)
    for uuid, row in claims.items():
        spans = places.get((uuid, row["version"]), [])
        lost = row["version"] != shown[row["article"]] and row["start"] >= 0
        whole = spans and (lost or spans[0].start == row["start"])
        if not whole or slices(texts[row["version"]], spans) != row["text"]:
            raise _wrong("claim", "its words are not those at its place")


def _inside_or_wrong(span: Span, text: str) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise _wrong("span", "a place lies outside its text")


class Unproved(Problem):
    """Rows that are not what they say; ``detail`` is the first thing that is wrong."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"This package is damaged or was tampered with ({detail}).")
        self.detail = detail


def _wrong(table: str, what: str) -> Unproved:
    return Unproved(f"{table}: {what}")
