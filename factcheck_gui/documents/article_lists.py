"""Lists of articles (CSV, TSV, JSON, JSON Lines) to Documents: each row is one.

Here: rows, which column holds what, one row to a Document. Not here: paragraphs (``paragraphs``),
values of metadata (``metadata``). Nothing in a row is interpreted beyond text and plain HTML.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck_gui.documents import page_tree, plain
from factcheck_gui.documents.composing import Composer
from factcheck_gui.documents.decoding import decode
from factcheck_gui.documents.metadata import FIELDS, fields, one_line
from factcheck_gui.documents.page_pieces import pieces_of
from factcheck_gui.domain import Document, Part, Problem, opening, storable

CSV_TYPE, TSV_TYPE = "text/csv", "text/tab-separated-values"
JSON_TYPE, LINES_TYPE = "application/json", "application/x-ndjson"
MOST_ROWS = 100_000
MOST_CELLS = 2_000_000
DELIMITERS = ",;\t|"
TEXT = ("text", "body", "content", "article", "full text", "fulltext", "article text",
        "maintext", "main text", "article body", "articlebody", "story", "transcript",
        "plain text")  # fmt: skip
LISTS = ("articles", "items", "data", "results", "documents", "rows", "records", "entries")
HTML = re.compile(r"\s*<(?:!doctype|html|body|div|p|article|h[1-6]|section)\b", re.IGNORECASE)
NO_TEXT = (
    "No column of this list holds articles. One must be called “text”, “body”, “content” or "
    "“article”."
)
REPORT = (
    "This is a report of this app and no article: add it by itself, and its claims and verdicts "
    "come in."
)

Row = dict[str, str]  # keys in lower case, their words parted by single spaces


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that hold an article, each with its number in the file, and notes."""

    rows: tuple[tuple[int, Row], ...]
    notes: tuple[str, ...] = ()


def key_of(name: str) -> str:
    """A column's name as it is looked up: "Article_Body" is "article body"."""
    return " ".join(re.sub(r"[_\-.]+", " ", one_line(name)).lower().split())


# ---------------------------------------------------------------- rows


def csv_rows(data: bytes, delimiter: str = "") -> Rows:
    """The rows of a table, whose first line names the columns."""
    decoded = decode(data)
    text = decoded.text
    if text[:5].lower().startswith("sep=") and len(text) > 5:
        delimiter, text = text[4], text.partition("\n")[2]
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = delimiter or max(DELIMITERS, key=first.count)
    names: list[str] = []
    rows: list[tuple[int, Row]] = []
    before = csv.field_size_limit(len(text) + 1)
    try:
        for n, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter)):
            if n > MOST_ROWS:
                raise Problem(f"This list has more than {MOST_ROWS:,} rows.")
            if not names:
                names = [key_of(one) for one in cells]
            elif any(map(str.strip, cells)):
                rows.append((n, dict(zip(names, cells, strict=False))))
    except csv.Error as error:
        raise Problem(f"This table is damaged ({error}).") from error
    finally:
        csv.field_size_limit(before)
    return _chosen(rows, decoded.notes)


def tsv_rows(data: bytes) -> Rows:
    """The rows of a table whose cells are parted by tabs."""
    return csv_rows(data, "\t")


def jsonl_rows(data: bytes) -> Rows:
    """The objects of a file of JSON lines; lines that are none are left out, and a note says so."""
    decoded = decode(data)
    rows: list[tuple[int, Row]] = []
    bad: list[int] = []
    for n, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        if n > MOST_ROWS:
            raise Problem(f"This list has more than {MOST_ROWS:,} lines.")
        found = _json(line)
        if isinstance(found, dict):
            rows.append((n, _flat(found)))
        else:
            bad.append(n)
    notes = decoded.notes
    if bad:
        shown = ", ".join(map(str, bad[:5])) + (" and others" if len(bad) > 5 else "")
        notes = (*notes, f"Left out, since no JSON object: line {shown}.")
    return _chosen(rows, notes)


def json_rows(data: bytes) -> Rows:
    """The objects of a JSON list, of a list inside an object, or the one object that there is."""
    decoded = decode(data)
    found = _json(decoded.text)
    if found is None:
        lines = decoded.text.lstrip().split("\n", 1)
        if len(lines) > 1 and isinstance(_json(lines[0]), dict):
            return jsonl_rows(data)
        raise Problem("This JSON file is damaged and could not be read.")
    if isinstance(found, dict) and found.get("format") == "factcheck-report":
        raise Problem(REPORT)
    if isinstance(found, dict):
        inner = next((found[key] for key in LISTS if isinstance(found.get(key), list)), None)
        found = [found] if inner is None else inner
    if not isinstance(found, list):
        raise Problem(NO_TEXT)
    objects = [(n, _flat(one)) for n, one in enumerate(found, 1) if isinstance(one, dict)]
    return _chosen(objects[:MOST_ROWS], decoded.notes)


def _json(text: str) -> Any:
    """What a JSON text says; None where it is none or is nested too deeply."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _flat(found: dict[str, Any]) -> Row:
    """An object as a row: texts and numbers as they are, lists joined, objects by their name."""
    return {key_of(str(key)): _words(value) for key, value in found.items()}


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("value") or value.get("text") or "")
    if isinstance(value, list):
        inner = [_words(one) for one in value[:1000]]
        return ("\n\n" if any(len(one) > 200 for one in inner) else ", ").join(filter(None, inner))
    return "" if value is None or isinstance(value, bool) else str(value)


def _chosen(rows: Sequence[tuple[int, Row]], notes: tuple[str, ...]) -> Rows:
    """The rows with an article in them. Raises Problem where there is none."""
    held = tuple((n, row) for n, row in rows if _text_key(row))
    if not held:
        raise Problem(NO_TEXT if rows else "There is no row in this list.")
    missing = len(rows) - len(held)
    if missing:
        notes = (*notes, f"{missing:,} of {len(rows):,} rows hold no text and were left out.")
    return Rows(held, notes)


def _text_key(row: Row) -> str:
    return next((key for key in TEXT if row.get(key, "").strip()), "")


# ---------------------------------------------------------------- one row


def document(rows: Rows, name: str, media_type: str, key: str | None = None) -> Document:
    """The article of the row with a key, else of the first, with a note of the others."""
    wanted = [(n, row) for n, row in rows.rows if key in (None, str(n))]
    if not wanted:
        raise Problem("There is no such row in this list.")
    number, row = wanted[0]
    found = _article(row)
    notes = (*found.notes, *rows.notes)
    if key is None and len(rows.rows) > 1:
        many = f"This is the first of {len(rows.rows):,} articles in this list"
        notes = (*notes, f"{many}; the others can be chosen.")
    return replace(found, source_name=name, media_type=media_type, notes=notes, part=str(number))


def parts(rows: Rows) -> tuple[Part, ...]:
    """The rows as parts, each with its title or its first words."""
    return tuple(
        Part(str(n), _title(row), len(row[_text_key(row)].encode("utf-8", "replace")))
        for n, row in rows.rows
    )


def _title(row: Row) -> str:
    named = (row.get(key, "") for key, field in FIELDS.items() if field == "title")
    return one_line(next(filter(None, named), "")) or opening(storable(row[_text_key(row)]))


def _article(row: Row) -> Document:
    column = _text_key(row)
    found = _from_html(row[column]) if HTML.match(row[column]) else None
    if found is None:
        found = plain.from_text(Document(storable(row[column].lstrip("\ufeff")).lstrip("\ufeff")))
    values = {key: value for key, value in row.items() if key != column}
    known = fields(values)
    origins = tuple((name, f"column “{_column(values, name)}”") for name in known)
    return replace(found, **known, origins=origins)  # type: ignore[arg-type]


def _column(values: Row, name: str) -> str:
    return next((key for key in values if FIELDS.get(key) == name), name)


def _from_html(source: str) -> Document | None:
    root = page_tree.parse(source.encode("utf-8", "replace"), "utf-8").root
    out = Composer()
    for piece in pieces_of(root) if root is not None else ():
        if not piece.hidden:
            out.add(piece.text, piece.kind, piece.level, piece.label)
    return out.document(Document("")) if out.blocks else None


# ---------------------------------------------------------------- for the table of formats


Functions = tuple[
    Callable[[bytes, str], Document],
    Callable[[bytes], tuple[Part, ...]],
    Callable[[bytes, str, str], Document],
]


def functions(rows_of: Callable[[bytes], Rows], media_type: str) -> Functions:
    """The three functions of a reader: the main article, all of them, one of them."""

    def read(data: bytes, name: str) -> Document:
        return document(rows_of(data), name, media_type)

    def list_parts(data: bytes) -> tuple[Part, ...]:
        return parts(rows_of(data))

    def read_part(data: bytes, name: str, key: str) -> Document:
        return document(rows_of(data), name, media_type, key)

    return read, list_parts, read_part


def lists() -> Iterator[tuple[str, tuple[str, ...], str, Functions]]:
    """The formats of lists: name, ends of file names, media type, functions."""
    for name, ends, media_type, rows_of in (
        ("lists of articles (CSV)", (".csv",), CSV_TYPE, csv_rows),
        ("lists of articles (TSV)", (".tsv", ".tab"), TSV_TYPE, tsv_rows),
        ("lists of articles (JSON lines)", (".jsonl", ".ndjson"), LINES_TYPE, jsonl_rows),
        ("lists of articles (JSON)", (".json",), JSON_TYPE, json_rows),
    ):
        yield name, ends, media_type, functions(rows_of, media_type)
