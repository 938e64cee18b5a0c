"""A JSON report as a file: by itself, or in a ZIP file with the kept copies that it cites. Read in
the child process, then compared with the library. No Qt.

Not here: what a report says (``reports.incoming``), merging.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_gui.domain import Problem

if TYPE_CHECKING:
    from factcheck_gui.documents.zips import Zip
    from factcheck_gui.library.packages import Row
    from factcheck_gui.reports.incoming import Admitted, Incoming, Part, Piece

MEGABYTE = 1024**2
JSON_LIMIT = 128 * MEGABYTE  # bytes of a report
FILE_LIMIT = 512 * MEGABYTE  # bytes of a report with copies
UNPACKED_LIMIT = 1024 * MEGABYTE  # bytes of all that is in one
NOTHING = "Nothing was taken in."
REPORT, COPIES = "report.json", "copies/"  # as reports.bundle names them
_ZIP = b"PK\x03\x04"
_MARK_OF_UTF8 = b"\xef\xbb\xbf"
_SEARCHED = 32 * MEGABYTE  # bytes that are looked through where it does not stand there
_HEAD = 4096  # bytes at the start of a file, where our own reports say what they are


def is_report(path: Path) -> bool:
    """Whether a file says that it is a JSON report, alone or with copies: mostly at its start, but
    wherever a program put it that has written the JSON anew."""
    from factcheck_gui.reports.incoming import says_report

    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if head.startswith(_ZIP):
                return head[30:].startswith(REPORT.encode())
            if not head.removeprefix(_MARK_OF_UTF8).lstrip().startswith(b"{"):
                return False
            return says_report(head) or says_report(head + file.read(_SEARCHED))
    except (OSError, ValueError):
        return False


def read_report(path: str) -> Incoming:
    """What a JSON report holds, for the child process. Raises Problem."""
    from factcheck_gui.reports import incoming

    try:
        data = _load(Path(path))
        return _with_copies(data) if data.startswith(_ZIP) else incoming.read(data)
    except Problem as problem:
        where = f"{path}: {problem.where}" if problem.where not in ("", path) else path
        raise Problem(problem.what, where, problem.kept or NOTHING) from problem


def _load(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            most = FILE_LIMIT if file.read(len(_ZIP)) == _ZIP else JSON_LIMIT
            size = path.stat().st_size
            if size > most:
                raise _too_large(size, most)
            file.seek(0)
            return file.read(most + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise Problem(f"This report cannot be read ({why}).") from error


def _too_large(size: int, most: int) -> Problem:
    much = f"{size / MEGABYTE:,.0f} MB large; the most that is read is {most // MEGABYTE} MB"
    return Problem(f"This report is {much}.")


def _with_copies(data: bytes) -> Incoming:
    """The report in a ZIP file, and the bytes of the copies that it names by their SHA-256."""
    from factcheck_gui.documents.zips import Zip
    from factcheck_gui.reports import incoming

    archive = Zip(data, most_bytes=UNPACKED_LIMIT)
    if archive.size(REPORT) > JSON_LIMIT:
        raise _too_large(archive.size(REPORT), JSON_LIMIT)
    found = incoming.read(archive.read(REPORT))
    named = {row["sha256"]: row for part in found.parts for row in part.rows["original"]}
    bodies = _bodies(archive, named)
    return replace(found, parts=tuple(_filled(part, bodies) for part in found.parts))


def _bodies(archive: Zip, named: dict[str, Row]) -> dict[str, bytes]:
    """The packed bytes of what a report names, by SHA-256; whatever else is there is let be."""
    from factcheck_gui.library.sourcing import COPY_LIMIT

    bodies: dict[str, bytes] = {}
    for name in archive.names:
        if name.startswith(COPIES) and archive.size(name) <= COPY_LIMIT:
            data = archive.read(name)
            sha = hashlib.sha256(data).hexdigest()
            if sha in named and named[sha]["size"] == len(data):
                bodies[sha] = zlib.compress(data, 1)
    return bodies


def _filled(part: Part, bodies: dict[str, bytes]) -> Part:
    originals = tuple(
        {**row, "body": bodies.get(row["sha256"], row["body"])} for row in part.rows["original"]
    )
    return replace(part, rows={**part.rows, "original": originals})


def report_pieces(path: str) -> Iterator[Incoming | Piece]:
    """The same piece by piece, of which the window takes one after the other. Raises Problem."""
    from factcheck_gui.reports.incoming import pieces

    yield from pieces(read_report(path))


def admit(library: Path, report: Incoming, by: str) -> Admitted:
    """What of a report does not contradict a library, for ``by`` to take in."""
    from factcheck_gui.library import file
    from factcheck_gui.library.reading import Reader
    from factcheck_gui.reports.incoming import admitted

    with closing(file.open_reader(library)) as connection:
        return admitted(report, Reader(connection), by)
