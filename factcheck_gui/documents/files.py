"""Files and folders on the disk: which there are, and their bytes, within limits.

Here: what the operating system can refuse, sizes, and gzip with bounded output. Not here: what the
bytes mean.
"""

from __future__ import annotations

import os
import re
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from factcheck_gui.domain import Problem, storable

MEGABYTE = 1024 * 1024
SIZE_LIMIT = 64 * MEGABYTE
FILE_LIMIT = 10_000  # files in one go
GZIP = b"\x1f\x8b\x08"
STEP = 64 * 1024  # bytes
MOST_PARTS = 50_000  # in one gzip file; a web archive has one for each record
PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
BESIDE = re.compile(  # how browsers end the name of the folder of a page that was saved whole
    r"(?:_files|-Dateien|_fichiers|_archivos|_arquivos|_bestanden|_file|-filer|_tiedostot)$"
)
SYNCED = "The file may lie in a synced folder and not be on this computer yet."


def shown(path: Path | str) -> str:
    """A path as a message can hold it, whatever bytes its name is made of."""
    return storable(str(path))


def load(path: Path, size_limit: int) -> bytes:
    """The bytes of a file. Raises Problem where it is missing, no file, shut or too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Problem(_why_no_folder(path), shown(path))
        if not stat.S_ISREG(status.st_mode):
            raise Problem("This is a device or a pipe, not a file.", shown(path))
        if status.st_size > size_limit:
            raise too_large(status.st_size, size_limit, shown(path))
        with path.open("rb") as file:
            return file.read(size_limit + 1)
    except (OSError, ValueError) as error:
        raise Problem(_why(error), shown(path)) from error


def _why_no_folder(path: Path) -> str:
    if not os.access(path, os.R_OK | os.X_OK):
        return "You have no permission to open this folder."
    return "This is a folder in which nothing was found to read."


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "There is no such file."
    if isinstance(error, PermissionError):
        return "You have no permission to read this file."
    if isinstance(error, TimeoutError):
        return "This file could not be read in time. " + SYNCED
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"This file could not be read ({reason})."


def too_large(size: int, limit: int, where: str) -> Problem:
    """The refusal of a file of ``size`` bytes, or of more than ``limit`` where it is unknown."""
    much = f"is {_megabytes(size)} large" if size > limit else "is too large"
    return Problem(f"This file {much}; the most that is read is {_megabytes(limit)}.", where)


def _megabytes(size: int) -> str:
    if size < MEGABYTE:
        return f"{size:,} bytes"
    return f"{size / MEGABYTE:,.1f}".removesuffix(".0") + " MB"


def unpacked(data: bytes, limit: int) -> bytes:
    """What a gzip file holds, at most ``limit`` bytes, all its parts joined.

    Raises Problem for a bomb (more than the limit), a file that breaks off, and a damaged one.
    """
    parts: list[bytes] = []
    room, position, members = limit, 0, 0
    while data.startswith(GZIP, position):  # what follows the last part is padding
        members += 1
        if members > MOST_PARTS:
            raise Problem("This compressed file is made of too many parts to be read.")
        part, position = _member(data, position, room)
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _member(data: bytes, position: int, room: int) -> tuple[bytes, int]:
    """One part of a gzip file from ``position``: its bytes, and where the next one starts."""
    machine = zlib.decompressobj(wbits=31)
    out = bytearray()
    try:
        while not machine.eof:
            step = machine.unconsumed_tail or data[position : position + STEP]
            if not machine.unconsumed_tail:
                position += len(step)
            if not step:
                raise Problem("This compressed file breaks off before its end.")
            out += machine.decompress(step, room - len(out) + 1)
            if len(out) > room:
                raise Problem(
                    "This compressed file unpacks to more than is read, so it was left alone."
                )
    except zlib.error as error:
        raise Problem("This compressed file is damaged.") from error
    return bytes(out), position - len(machine.unused_data)


# ---------------------------------------------------------------- folders


def expand(
    paths: Iterable[Path | str],
    suffixes: tuple[str, ...],
    limit: int = FILE_LIMIT,
    passed_over: Callable[[Path], object] = bool,
) -> Iterator[Path]:
    """Files named, and files with these suffixes in folders named, in a stable order.

    In folders hidden entries, and the parts of saved web pages (``page_files`` beside
    ``page.html``), are passed over and links to folders are not followed. A folder that
    cannot be opened, or holds nothing to read, stands for itself, so that reading it says so.
    ``passed_over`` hears of each file in a folder that has another end of its name. Raises Problem
    before the first path if there are more than ``limit``.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        inside = _walk(path, suffixes, passed_over) if _is_folder(path) else iter((path,))
        before = len(found)
        for one in inside:
            if len(found) == limit:
                what = f"There are more than {limit:,} files here; choose a smaller folder."
                raise Problem(what, shown(path), "Nothing was read.")
            found.append(one)
        if len(found) == before:
            found.append(path)
    yield from found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk(
    folder: Path, suffixes: tuple[str, ...], passed_over: Callable[[Path], object]
) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                inside = sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))
        except OSError:
            yield here
            continue
        seen = [entry for entry in inside if not entry.name.startswith(".")]
        for entry in seen:
            if entry.name.lower().endswith(suffixes) and entry.is_file():
                yield here / entry.name
            elif entry.is_file():
                passed_over(here / entry.name)
        folders = [one.name for one in seen if one.is_dir(follow_symlinks=False)]
        pages = {entry.name.rpartition(".")[0] for entry in seen if PAGE.search(entry.name)}
        beside = {one for one in folders if BESIDE.search(one) and BESIDE.sub("", one) in pages}
        waiting.extend(here / one for one in reversed(folders) if one not in beside)
