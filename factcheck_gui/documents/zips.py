"""ZIP archives within limits, for every format that is one inside (WACZ, EPUB, Word files…).

Here: which members there are, and their bytes, bounded in number, size and growth. Names of members
are keys to look them up, never paths: nothing is written to a disk. Not here: what members mean.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from factcheck_gui.documents.files import MEGABYTE
from factcheck_gui.domain import Problem

MOST_MEMBERS = 20_000
MOST_BYTES = 256 * MEGABYTE  # that all reads of one archive may unpack together
STEP = 256 * 1024  # bytes
DAMAGED = "This file is a damaged archive."
BOMB = "This file unpacks to more than is read, so it was left alone."
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class Zip:
    """A ZIP archive in memory. Raises Problem for damage, a password, a bomb; on any member."""

    def __init__(self, data: bytes, *, most_bytes: int = MOST_BYTES) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except FAULTS as error:
            raise Problem(DAMAGED) from error
        self._room = most_bytes
        self._members = {one.filename: one for one in self._archive.infolist() if not one.is_dir()}
        if len(self._archive.infolist()) > MOST_MEMBERS:
            raise Problem(f"This archive has over {MOST_MEMBERS:,} members, too many to be read.")

    @property
    def names(self) -> list[str]:
        """The names of all members, in the order of the archive; of two alike the last stands."""
        return list(self._members)

    def size(self, name: str) -> int:
        """The unpacked size that a member states, in bytes; 0 where there is no such member."""
        return self._members[name].file_size if name in self._members else 0

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises Problem where it is missing, locked, damaged or too much.

        The size is counted while unpacking, whatever the archive states.
        """
        if name not in self._members:
            raise Problem(f"This file lacks its part “{name[:80]}”.")
        if self._members[name].flag_bits & 1:
            raise Problem("This file is locked with a password.")
        parts: list[bytes] = []
        try:
            with self._archive.open(self._members[name]) as member:
                while part := member.read(STEP):
                    self._room -= len(part)
                    if self._room < 0:
                        raise Problem(BOMB)
                    parts.append(part)
        except (*FAULTS, RuntimeError) as error:
            raise Problem(DAMAGED) from error
        return b"".join(parts)
