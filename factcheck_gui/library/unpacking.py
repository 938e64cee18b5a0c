"""Reading a package that may come from a stranger: only known tables, only known types, bounded.

Nothing in it is executed: an authorizer lets SQLite read the known tables and nothing else, so
that views, triggers and functions in it are never reached. What is wrong refuses the package
whole, with the reason. Not here: writing one (``packing``), taking one in (``merging``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck_gui.domain import Problem
from factcheck_gui.library import proof
from factcheck_gui.library.packages import (
    APPLICATION_ID,
    TABLES,
    VERSION,
    Package,
    Row,
    Seal,
    Type,
    whole_seal,
)

FILE_LIMIT = 2 * 1024**3  # bytes
VALUE_LIMIT = 128 * 1024**2  # bytes of one value
ROW_LIMIT = 3_000_000  # of one table
MEMORY_LIMIT = 1024**3  # bytes of all values
TICK = 100_000  # steps of SQLite's machine between two looks at the clock
STEPS = 2_000_000_000  # of SQLite's machine: a package that needs more is made to keep us busy
_NOTHING = "Nothing was taken in."
_TYPES: dict[Type, tuple[type, ...]] = {
    "text": (str,), "text?": (str, type(None)), "int": (int,), "real": (float, int),
    "blob": (bytes,),
}  # fmt: skip


def read_package(path: Path) -> Package:
    """A package, read whole and found right. Raises Problem: no package, newer, damaged, too large
    or not made by this app."""
    _look_at(path)
    try:
        with closing(_connect(path)) as connection:
            return _read(connection, path)
    except (sqlite3.Error, UnicodeError, OverflowError) as error:
        raise Problem(f"This package is damaged ({error}).", str(path), _NOTHING) from error


def _look_at(path: Path) -> None:
    """Tells by the file's head what it is, before SQLite opens it."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        why = error.strerror or str(error)
        raise Problem(f"This package cannot be read ({why}).", str(path), _NOTHING) from error
    version, application = (int.from_bytes(head[at : at + 4], "big") for at in (60, 68))
    if not head.startswith(b"SQLite format 3\x00") or application != APPLICATION_ID:
        raise Problem(
            "This is neither a package from a colleague nor a JSON report.", str(path), _NOTHING
        )
    if version > VERSION:
        what = f"This package was made by a newer version of the app (its format is {version})."
        raise Problem(f"{what} Please update the app.", str(path), _NOTHING)
    if size > FILE_LIMIT:
        raise Problem("This package is too large (over 2 GB).", str(path), _NOTHING)


def _connect(path: Path) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA mmap_size = 0")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, VALUE_LIMIT)
        for (finding,) in connection.execute("PRAGMA quick_check(1)"):
            if finding != "ok":
                raise sqlite3.DatabaseError(finding.splitlines()[0])
        _bound(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _bound(connection: sqlite3.Connection) -> None:
    """From here on SQLite reads the known tables only, for so long and no longer."""
    readable = {*TABLES, "meta", "sqlite_master"}

    def allow(action: int, one: str | None, *_: str | None) -> int:
        reads = action == sqlite3.SQLITE_READ and one in readable
        looks = action == sqlite3.SQLITE_PRAGMA and one == "table_xinfo"
        good = reads or looks or action == sqlite3.SQLITE_SELECT
        return sqlite3.SQLITE_OK if good else sqlite3.SQLITE_DENY

    steps = 0

    def count() -> int:
        nonlocal steps
        steps += TICK
        return int(steps > STEPS)

    connection.set_authorizer(allow)
    connection.set_progress_handler(count, TICK)


def _read(connection: sqlite3.Connection, path: Path) -> Package:
    seals = {table: Seal() for table in TABLES}
    room = [MEMORY_LIMIT]
    meta = {str(row["name"]): str(row["value"]) for row in _rows(connection, "meta", path, room)}
    rows = {}
    for table, seal in seals.items():
        found = []
        for row in _rows(connection, table, path, room):
            seal.take(list(row.values()))
            found.append(row)
        rows[table] = tuple(found)
    if meta.get("seal") != whole_seal(seals):
        raise Problem("This package is damaged (its seal is broken).", str(path), _NOTHING)
    package = Package(
        id=meta.get("id", ""),
        made_at=meta.get("made_at", ""),
        blind=meta.get("blind") == "1",
        rows=rows,
        library=meta.get("library", ""),
        head=meta.get("head", ""),
    )
    try:
        proof.prove(package)
    except Problem as problem:
        raise Problem(problem.what, str(path), _NOTHING) from problem
    return package


_META: dict[str, Type] = {"name": "text", "value": "text"}


def _rows(connection: sqlite3.Connection, table: str, path: Path, room: list[int]) -> Iterator[Row]:
    """The rows of a table, every value of its type; ``room`` counts down the bytes left."""
    columns = _META if table == "meta" else TABLES[table]
    _plain_table(connection, table, columns, path)
    names = ", ".join(f'"{name}"' for name in columns)
    kinds = [(name, _TYPES[kind]) for name, kind in columns.items()]
    for number, row in enumerate(
        connection.execute(f'SELECT {names} FROM main."{table}" ORDER BY rowid')
    ):
        for (name, kind), value in zip(kinds, row, strict=True):
            if not isinstance(value, kind):
                what = f"This package is damaged (a {name} of {table} has the wrong type)."
                raise Problem(what, str(path), _NOTHING)
        room[0] -= sum(len(value) for value in row if isinstance(value, str | bytes))
        if number >= ROW_LIMIT or room[0] < 0:
            raise Problem("This package holds more than can be taken in.", str(path), _NOTHING)
        yield dict(zip(columns, row, strict=True))


def _plain_table(
    connection: sqlite3.Connection, table: str, columns: dict[str, Type] | Any, path: Path
) -> None:
    """Raises Problem unless this is an ordinary table with these columns, none of them computed."""
    made = connection.execute(
        "SELECT type, rootpage, sql FROM sqlite_master WHERE name = ?", (table,)
    ).fetchall()
    plain = len(made) == 1 and made[0][0] == "table" and made[0][1] > 0
    found = {row[1]: row[6] for row in connection.execute(f'PRAGMA table_xinfo("{table}")')}
    if not plain or any(found.get(name) != 0 for name in columns):
        what = f"This package was not made by this app (its table {table} is another one)."
        raise Problem(what, str(path), _NOTHING)
