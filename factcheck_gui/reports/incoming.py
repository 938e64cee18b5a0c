"""Reading a JSON report that may come from a stranger, as packages do: what it says of each article
becomes the rows of a package, and merging takes those in.

Nothing is believed: the shape is looked at by the schema itself, then every value, then the rows
are proved as those of a package. What is wrong refuses the article that it is in, with the path to
the field; what is wrong with the report as a whole refuses the report. A report carries no hash
chain: what its history says comes in under a chain named after the report's SHA-256. Not here:
what the library has of it already (``library.contradictions``).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from factcheck_gui import paths
from factcheck_gui.domain import Problem, derived_id, opening, storable
from factcheck_gui.library import proof
from factcheck_gui.library.contradictions import contradiction, renamed
from factcheck_gui.library.packages import TABLES, Package, Row
from factcheck_gui.library.reading import Reader
from factcheck_gui.reports.incoming_claims import add_claims
from factcheck_gui.reports.incoming_rows import Json, Rows, Shared, add_article
from factcheck_gui.reports.interchange import FORMAT, VERSION
from factcheck_gui.reports.shape import Shape, Wrong

PIECE = 100  # rows that are handed over at once
NOTHING = "Nothing was taken in."
REFUSED = "This article was not taken in; what is here of it stayed as it was."
_MARK = re.compile(
    rb'"format"\s*:\s*"' + FORMAT.encode() + b'"'
)  # in a text its quotes are escaped


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a report: its rows by table, the numbers of its evidence; ``versions`` are the
    ids of all its versions, also of those whose text is not there."""

    place: str  # articles[2]
    name: str
    rows: Mapping[str, tuple[Row, ...]]
    numbers: Mapping[str, int]
    lesser: Mapping[str, str]  # ids of assessments that came in part, and of the whole ones
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report that was read: the articles that can come in, those that cannot and why, and what
    else there is to say."""

    sha256: str
    made_at: str
    parts: tuple[Part, ...]
    refused: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def says_report(data: bytes) -> bool:
    """Whether JSON says somewhere that it is such a report."""
    found = data.find(f'"{FORMAT}"'.encode())  # many times as fast as the pattern
    return found >= 0 and bool(_MARK.search(data))


def read(data: bytes) -> Incoming:
    """What a report holds. Raises Problem where none of it can be taken in."""
    report = _parsed(data)
    sha = hashlib.sha256(data).hexdigest()
    shape = Shape(_schema())
    try:
        listed = isinstance(report.get("articles"), list)  # each of them is looked at by itself
        shape.check({**report, "articles": []} if listed else report)
        shared = Shared.of(report, derived_id(f"report:{sha}"))
    except Wrong as wrong:
        raise wrong.problem(NOTHING) from wrong
    parts, refused, notes = [], [], []
    for number, article in enumerate(report["articles"]):
        try:
            part, told = _part(shape, shared, number, article)
        except Wrong as wrong:
            refused.append(wrong.within(number).within("articles").problem(REFUSED))
            continue
        parts.append(part)
        notes += told
    unknown = ", ".join(shape.unknown)
    notes += [f"Fields that are not known here were passed over: {unknown}."] if unknown else []
    return Incoming(sha, shared.made_at, tuple(parts), tuple(refused), tuple(notes))


def _part(shape: Shape, shared: Shared, number: int, article: Any) -> tuple[Part, list[str]]:
    """Raises Wrong; then nothing of the article counts as seen."""
    shape.of("article")(article)
    seen = set(shared.seen)
    rows = Rows(shared)
    try:
        add_article(rows, article)
        notes = add_claims(rows, article)
        found = rows.finish()
        proof.prove(Package(shared.id, shared.made_at, False, found))
    except Wrong:
        shared.seen = seen
        raise
    except proof.Unproved as error:
        shared.seen = seen
        raise Wrong(f"What it says does not fit together ({error.detail}).") from error
    name = article["title"] or opening(article["text"])
    versions = tuple(one["id"] for one in article["versions"])
    place = f"articles[{number}]"
    versions = (*versions, article["version_id"])
    part = Part(place, name, found, rows.numbers, rows.lesser, versions)
    return part, [f"{name}: {one}" for one in notes]


def package(incoming: Incoming) -> Package:
    """All articles of a report as one package; what several have in common is there once."""
    tables: dict[str, tuple[Row, ...]] = {}
    for table in TABLES:
        rows = [row for part in incoming.parts for row in part.rows[table]]
        tables[table] = tuple(_once(table, rows))
    numbers = {id_: number for part in incoming.parts for id_, number in part.numbers.items()}
    id_ = derived_id(f"report:{incoming.sha256}")
    made = Package(id_, incoming.made_at, False, tables)
    return replace(made, report=incoming.sha256, numbers=numbers)


def _once(table: str, rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[str] = set()
    key = "sha256" if table in ("scale", "original") else "uuid"
    for row in rows:
        if key not in row or row[key] not in seen:
            seen.add(row.get(key, ""))
            yield row


Piece = tuple[int, str, tuple[Row, ...]]  # of which part, of which table, some rows


def pieces(incoming: Incoming) -> Iterator[Incoming | Piece]:
    """A report in pieces, of which none takes long to hand over: first all but the rows."""
    bare = tuple(replace(part, rows={}) for part in incoming.parts)
    yield replace(incoming, parts=bare)
    for number, part in enumerate(incoming.parts):
        for table, rows in part.rows.items():
            step = 1 if table == "original" else PIECE  # which may be large
            for start in range(0, len(rows), step):
                yield number, table, rows[start : start + step]


class Gathering:
    """Puts pieces together again."""

    def __init__(self) -> None:
        self._whole: Incoming | None = None
        self._rows: dict[tuple[int, str], list[Row]] = {}

    def take(self, piece: Incoming | Piece) -> None:
        if isinstance(piece, Incoming):
            self._whole = piece
        else:
            number, table, rows = piece
            self._rows.setdefault((number, table), []).extend(rows)

    @property
    def incoming(self) -> Incoming:
        """The report, after its last piece."""
        assert self._whole is not None
        parts = (
            replace(part, rows={one: tuple(self._rows.get((number, one), ())) for one in TABLES})
            for number, part in enumerate(self._whole.parts)
        )
        return replace(self._whole, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a library takes in of a report: nothing where ``package`` is None."""

    package: Package | None
    refused: tuple[Problem, ...]
    notes: tuple[str, ...]


def admitted(incoming: Incoming, reader: Reader, by: str) -> Admitted:
    """What of a report does not contradict what is here, for ``by`` to take in."""
    parts, refused = [], list(incoming.refused)
    names: set[str] = set()
    for part in incoming.parts:
        wrong = contradiction(reader, part.rows, part.versions)
        if wrong:
            refused.append(Problem(wrong, part.place, REFUSED))
            continue
        rows, said = renamed(reader, part.rows, by, part.lesser)
        names |= {*said}
        parts.append(replace(part, rows=rows))
    whose = ", ".join(sorted(names))
    told = f"What it says in the name of {whose} came in under a name of its own."
    notes = (*incoming.notes, *([told] if names else []))
    taken = package(replace(incoming, parts=tuple(parts))) if parts else None
    return Admitted(taken, tuple(refused), notes)


# ---------------------------------------------------------------- JSON


@cache
def _schema() -> Mapping[str, Any]:
    path = paths.resources() / "reports" / "factcheck-report.schema.json"
    schema: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


class _Odd(ValueError):
    """JSON that readers disagree about."""


def _parsed(data: bytes) -> Json:
    """The report as JSON's own types, every text as a library can hold it. Raises Problem."""
    try:
        found = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant
        )
    except _Odd as error:
        raise Problem(f"{error}", kept=NOTHING) from error
    except RecursionError as error:
        raise Problem("This report is nested too deeply to be read.", kept=NOTHING) from error
    except MemoryError as error:
        raise Problem("This report is too large to be read here.", kept=NOTHING) from error
    except ValueError as error:
        raise Problem(f"This report is damaged ({error}).", kept=NOTHING) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Problem("This file is not a report of this app.", kept=NOTHING)
    version = found.get("version")
    if isinstance(version, int) and version > VERSION:
        what = f"This report was made by a newer version of the app (its format is {version})."
        raise Problem(f"{what} Please update the app.", "version", NOTHING)
    return found


def _object(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if not all(map(str.isascii, found)):
        found = {storable(key): value for key, value in pairs}
    for key, value in found.items():
        if isinstance(value, str | list):
            found[key] = _stored(value)
    if len(found) < len(pairs):
        names = [storable(key) for key, _ in pairs]
        twice = next(one for one in names if names.count(one) > 1)
        raise _Odd(f"In this report the field “{twice[:40]}” is there twice in one object.")
    return found


def _stored(value: Any) -> Any:
    """Texts as a library can hold them; objects have been here before what holds them."""
    if isinstance(value, str):
        return storable(value)
    return [_stored(one) for one in value] if isinstance(value, list) else value


def _constant(name: str) -> Any:
    raise _Odd(f"This report holds {name}, which is no number in JSON.")
