"""Opening, locking and copying the library file.

One process holds the lock and one read-write connection, which also makes every checkpoint; all
other connections open ``mode=ro``. With that the WAL-reset fault of SQLite before 3.51.3 (two
writing connections) has no way in. Not here: what the tables mean.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout

from factcheck_gui.domain import LibraryLocked, LibraryNewer, Problem
from factcheck_gui.library.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate

QUICK_CHECK_BELOW = 50 * 1024 * 1024  # bytes; larger files are checked in the background
BUSY = 10.0  # seconds to wait for another program that holds the file
_MAGIC = b"SQLite format 3\x00"
_MARKS = ("application_id", "user_version")
_SETTINGS = {
    "trusted_schema": "OFF",
    "foreign_keys": "ON",
    "recursive_triggers": "ON",  # or REPLACE would delete past the guards
    "cache_size": "-32768",
}


def connect(path: Path, *, read_only: bool, more: str = "") -> sqlite3.Connection:
    """A connection with the settings every connection of ours has. Raises sqlite3.Error."""
    mode = "ro" if read_only else "rwc"
    address = f"{_address(path)}?mode={mode}{more}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY)
    try:
        for name, value in _SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        # SQLite's own lower() knows the letters of English only.
        connection.create_function("folded", 1, str.casefold, deterministic=True)
        _version(connection)  # the first look into the file
    except BaseException:
        connection.close()
        raise
    return connection


def _address(path: Path) -> str:
    """The path as a URI: any bytes a file name may have, drive letters, network shares."""
    place = os.fsencode(path.resolve().as_posix())
    return f"file://{'' if place.startswith(b'/') else '/'}{quote(place)}"


def lock(path: Path) -> FileLock:
    """Takes the lock file beside the library (beside the real one, where ``path`` is a link).

    Raises LibraryLocked, Problem.
    """
    holder = FileLock(f"{path.resolve()}.lock", timeout=0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
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
    existed, path = look_at(path), path.resolve()
    with _opening(path) as opened:
        unclean = existed and _has_content(path.with_name(path.name + "-wal"))
        if unclean:  # what the log says counts, and opening for writing would fold it in
            with closing(connect(path, read_only=True)) as look:
                _refuse_foreign(look, path, _version(look))
        connection = opened.enter_context(closing(connect(path, read_only=False)))
        _prepare(connection, path, existed=existed, unclean=unclean, at=at)
        opened.pop_all()
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Opens a library for reading only. Raises Problem and LibraryNewer.

    The file is never read but by SQLite: this process may have it open, and closing another
    handle would drop SQLite's own locks on it (POSIX locks belong to the process).
    """
    if not _is_there(path):
        raise Problem("There is no library at this place.", str(path))
    with _opening(path) as opened:
        connection = opened.enter_context(closing(_connect_reader(path)))
        version = _version(connection)
        _refuse_foreign(connection, path, version)
        if version < SCHEMA_VERSION:
            raise Problem(
                "This library is of an older version: open it for writing once.", str(path)
            )
        opened.pop_all()
    return connection


@contextmanager
def _opening(path: Path) -> Iterator[ExitStack]:
    """What is put on the stack is closed where opening fails; errors become Problems. Who succeeds
    takes it off again (``pop_all``)."""
    try:
        with ExitStack() as opened:
            yield opened
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error


def _connect_reader(path: Path) -> sqlite3.Connection:
    try:
        return connect(path, read_only=True)
    except sqlite3.OperationalError:
        # In a folder that may not be written SQLite cannot make its shared memory file. Without
        # a write-ahead log the file is whole as it lies, and nobody can be writing it.
        if os.access(path.parent, os.W_OK) or _has_content(path.with_name(path.name + "-wal")):
            raise
        return connect(path, read_only=True, more="&immutable=1")


def look_at(path: Path) -> bool:
    """Whether a library is at this place, told without opening or touching it.

    Raises Problem (a folder, another kind of file, no permission) and LibraryNewer.
    """
    if not _is_there(path):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(100)  # SQLite's file header
    except OSError as error:
        raise _unusable(path, error) from error
    if not head.startswith(_MAGIC):
        raise Problem("This file is not a library.", str(path), "It was not touched.")
    version, application = (int.from_bytes(head[at : at + 4], "big") for at in (60, 68))
    if application == APPLICATION_ID and version > SCHEMA_VERSION:
        raise _newer(path, version)
    if application not in {0, APPLICATION_ID}:
        raise _foreign(path)
    return True


def _is_there(path: Path) -> bool:
    try:
        if path.exists() and not path.is_file():
            kind = "a folder" if path.is_dir() else "a device or a pipe"
            raise Problem(f"This is {kind}, not a library.", str(path))
        return _has_content(path)
    except OSError as error:
        raise _unusable(path, error) from error


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _prepare(
    connection: sqlite3.Connection, path: Path, *, existed: bool, unclean: bool, at: datetime
) -> None:
    if existed and _is_blank(connection):  # a start that was killed before the first COMMIT
        existed = False
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


def _is_blank(connection: sqlite3.Connection) -> bool:
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]
    return marks == [0, 0] and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_foreign(connection: sqlite3.Connection, path: Path, version: int) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _foreign(path)
    if version > SCHEMA_VERSION:
        raise _newer(path, version)


def _foreign(path: Path) -> Problem:
    return Problem(
        "This SQLite file is not a library of this app.", str(path), "It was not touched."
    )


def _newer(path: Path, version: int) -> LibraryNewer:
    return LibraryNewer(
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

    Raises Problem where the target cannot be written, and LibraryLocked where it is a library in
    use; an existing target is kept until then.
    """
    try:
        there = target.is_file()
    except OSError:  # then it cannot be written either, which is said below
        there = False
    holder = lock(target) if there else None
    try:
        _copy_to(connection, target)
    finally:
        if holder:
            holder.release()


def _copy_to(connection: sqlite3.Connection, target: Path) -> None:
    with replacing(target) as part, closing(sqlite3.connect(part)) as copy:
        connection.backup(copy)
        # A copy is one whole file: no write-ahead log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        quick_check(copy, part)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A file to write that takes the target's place when it is whole: synced, then renamed.

    Where anything fails the target stays as it was. Raises Problem where it cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        # What a crash left in the log of the file before would be taken for the new one's own.
        for log in ("-wal", "-shm", "-journal"):
            target.with_name(target.name + log).unlink(missing_ok=True)
        part.replace(target)
        _sync_folder(target.parent)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError | sqlite3.Error):
            raise Problem(f"The copy could not be written ({error}).", str(target)) from error
        raise


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
        connection.execute("PRAGMA busy_timeout = 1000")  # a reader must not hold up the end
        connection.execute("PRAGMA analysis_limit = 400")  # or it reads a million claims
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
    except BaseException as error:
        _roll_back(connection)
        # These two alone are the file's fault; their subclasses (a constraint) are bugs.
        if type(error) not in {sqlite3.OperationalError, sqlite3.DatabaseError}:
            raise
        raise Problem(
            f"The library could not be written ({error}).",
            kept="Everything saved before is safe; this last change is not saved.",
        ) from error


def _roll_back(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")


# Of a drive that is gone, broken or full; SQLite's own codes say the same of a library's file.
_DRIVE = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOSPC, errno.EROFS, errno.ESTALE,
          errno.ENOTCONN, errno.EHOSTDOWN}  # fmt: skip
_FILE = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL,
         sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY}  # fmt: skip


def out_of_reach(error: BaseException) -> Problem | None:
    """What to say of an error that is the drive's fault; None for any other, which is a bug."""
    if isinstance(error, sqlite3.DatabaseError):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        at_fault = code & 0xFF in _FILE  # the rest of the number says which kind
    else:
        at_fault = isinstance(error, OSError) and error.errno in _DRIVE
    if not at_fault:
        return None
    return Problem(
        f"The library could not be read ({error}).",
        kept="What was saved before is safe. Look whether its drive is still there, then open the"
        " library again.",
    )


def _unusable(path: Path, error: Exception) -> Problem:
    shut = isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}
    if shut or "readonly" in str(error):
        return Problem("This place may not be written.", str(path), "Nothing was changed.")
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return LibraryLocked(
            "Another program is writing this library.", str(path), "Nothing was changed."
        )
    if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
        return Problem("This file is not a library.", str(path), "It was not touched.")
    if isinstance(error, sqlite3.DatabaseError) and "malformed" in str(error):
        return Problem("This library is damaged.", str(path), "It was not changed.")
    return Problem(f"This library cannot be opened ({error}).", str(path), "Nothing was changed.")
