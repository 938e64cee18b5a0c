"""Opening, locking and copying the library file.

One process holds the lock and one read-write connection, which also makes every checkpoint; all
other connections open ``mode=ro``. With that the WAL-reset fault of SQLite before 3.51.3 (two
writing connections) has no way in. Not here: what the tables mean.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout

from factcheck_gui.domain import LibraryLocked, LibraryNewer, Problem
from factcheck_gui.library.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate

QUICK_CHECK_BELOW = 50 * 1024 * 1024  # bytes; larger files are checked in the background
_MAGIC = b"SQLite format 3\x00"


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with the settings every connection of ours has. Raises sqlite3.Error."""
    mode = "ro" if read_only else "rwc"
    address = f"file:{quote(str(path.resolve()).replace(os.sep, '/'))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32768")
    return connection


def lock(path: Path) -> FileLock:
    """Takes the lock file beside the library. Raises LibraryLocked, Problem."""
    holder = FileLock(str(path) + ".lock", timeout=0)
    try:
        holder.acquire()
    except Timeout as error:
        raise LibraryLocked(
            "This library is open in another window or command.",
            str(path),
            "Nothing was changed.",
        ) from error
    except OSError as error:
        raise _unusable(path, error) from error
    return holder


def open_connection(path: Path, at: datetime) -> sqlite3.Connection:
    """Opens a library for writing, made or migrated where needed; the caller holds the lock.

    Raises Problem (not a library, damaged, no permission) and LibraryNewer; the file is then as
    it was.
    """
    try:
        existed = _look_at(path)
        unclean = _has_content(Path(str(path) + "-wal"))
        connection = connect(path, read_only=False)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error
    try:
        _prepare(connection, path, existed=existed, unclean=unclean, at=at)
    except (OSError, sqlite3.Error) as error:
        connection.close()
        raise _unusable(path, error) from error
    except Problem:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Opens a library for reading only. Raises Problem and LibraryNewer."""
    try:
        if not _look_at(path):
            raise Problem("There is no library at this place.", str(path))
        connection = connect(path, read_only=True)
        version = _version(connection)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error
    try:
        _refuse_foreign(connection, path, version)
        if version < SCHEMA_VERSION:
            raise Problem(
                "This library is of an older version: open it for writing once.", str(path)
            )
    except Problem:
        connection.close()
        raise
    return connection


def _look_at(path: Path) -> bool:
    """Whether a library is there already; makes the folder of a new one."""
    if path.is_dir():
        raise Problem("This is a folder, not a library.", str(path))
    if not _has_content(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        return False
    with path.open("rb") as file:
        if file.read(16) != _MAGIC:
            raise Problem("This file is not a library.", str(path), "It was not touched.")
    return True


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _prepare(
    connection: sqlite3.Connection, path: Path, *, existed: bool, unclean: bool, at: datetime
) -> None:
    version = _version(connection)
    if existed:
        _refuse_foreign(connection, path, version)
    pending = version < SCHEMA_VERSION
    if existed and (pending or unclean or path.stat().st_size < QUICK_CHECK_BELOW):
        quick_check(connection, path)
    if existed and pending:
        stamp = at.strftime("%Y%m%d-%H%M%S")
        copy_to(connection, path.with_name(f"{path.name}.before-version-{SCHEMA_VERSION}.{stamp}"))
    if pending:
        migrate(connection)
    wal = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal"
    # Without WAL (some network drives) only EXTRA survives a power cut whole.
    connection.execute(f"PRAGMA synchronous = {'FULL' if wal else 'EXTRA'}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_foreign(connection: sqlite3.Connection, path: Path, version: int) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Problem(
            "This SQLite file is not a library of this app.", str(path), "It was not touched."
        )
    if version > SCHEMA_VERSION:
        raise LibraryNewer(
            f"This library was written by a newer version of the app (its format is {version}, "
            f"this version knows {SCHEMA_VERSION}). Please update the app.",
            str(path),
            "Nothing was changed.",
        )


def quick_check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises Problem where SQLite finds damage."""
    findings = [row[0] for row in connection.execute("PRAGMA quick_check(5)")]
    if findings != ["ok"]:
        raise Problem(
            f"This library is damaged ({findings[0].splitlines()[0]}).",
            str(path),
            "It was not changed. Please restore a copy; a damaged file can still be read in part.",
        )


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """A consistent copy of a live library: to a temporary file, checked, synced, renamed.

    Raises Problem where the target cannot be written; an existing target is kept until then.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
            # A copy is one whole file: no write-ahead log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            quick_check(copy, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
        _sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Problem(f"The copy could not be written ({error}).", str(target)) from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def close_connection(connection: sqlite3.Connection) -> None:
    """Checkpoints, so that a file copied afterwards is whole, and closes."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA optimize")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@contextmanager
def atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it or nothing. Inside another one it joins that one.

    Raises Problem where the disk is full, gone or read-only.
    """
    if connection.in_transaction:
        yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        _roll_back(connection)
        raise Problem(
            f"The library could not be written ({error}).",
            kept="Everything saved before is safe; this last change is not saved.",
        ) from error
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _unusable(path: Path, error: Exception) -> Problem:
    if isinstance(error, PermissionError) or "readonly" in str(error):
        return Problem("This place may not be written.", str(path), "Nothing was changed.")
    if isinstance(error, sqlite3.DatabaseError) and "malformed" in str(error):
        return Problem("This library is damaged.", str(path), "It was not changed.")
    return Problem(f"This library cannot be opened ({error}).", str(path), "Nothing was changed.")
