"""A report with the kept copies of the evidence that it cites, in one ZIP file.

In it are the report, ``copies/`` with the bytes as they were kept, ``manifest.json`` (what each
copy is, where it comes from and which claims cite it) and ``SHA256SUMS``, which
``sha256sum -c SHA256SUMS`` checks after unpacking. Times in the file are that of the export, so
that the same report gives the same file. One copy is in memory at a time.

Names of files are made anew: a number, then letters, digits, ``-`` and ``_`` of ASCII, so that no
name leads out of the folder, means a device, or is another one on a system that folds case or
accents; the manifest has the names as they were. Not here: copies of anonymous sources, which
``content.public`` has left out; reading a library.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, Any

from factcheck_gui import domain
from factcheck_gui.reports import content

Read = Callable[[domain.KeptCopy], bytes]  # the bytes of a copy; raises Problem where it cannot

MANIFEST, SUMS, FOLDER = "manifest.json", "SHA256SUMS", "copies"
FORMAT, VERSION = "factcheck-copies", 1
LENGTH = 80  # of a copy's name, without number and ending
CHUNK = 1 << 20  # bytes written before the next look whether to stop
_ODD = re.compile(r"[^A-Za-z0-9_-]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}")


@dataclass(slots=True)
class Cited:
    """A kept copy, its source, and the claims whose evidence cites it: title and numbers by the
    article's id."""

    copy: domain.KeptCopy
    source: domain.Source
    claims: dict[str, tuple[str, list[int]]] = field(default_factory=dict)


def cited(report: content.Report) -> list[Cited]:
    """The copies behind the evidence on the listed claims, each once, in the claims' order."""
    found: dict[str, Cited] = {}
    for article in content.choose(content.public(report)).articles:
        row = article.article.row
        for claim in content.listed(article):
            sources = {e.source.id: e.source for e in claim.evidence if e.source}
            for source in sources.values():
                for copy in source.copies:
                    one = found.setdefault(copy.id, Cited(copy, source))
                    numbers = one.claims.setdefault(row.id, (row.name, []))[1]
                    numbers.append(claim.claim.number)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Inside:
    """What goes into the file: a report, under which name it was made, and its bytes."""

    report: content.Report
    name: str
    made: bytes

    def write(
        self, file: IO[bytes], read: Read, progress: domain.Progress | None = None
    ) -> list[str]:
        """Writes the ZIP file; what has to be said of it, a sentence each.

        A copy that cannot be read is left out; the manifest and a sentence say so. ``progress``
        counts bytes of copies; raises what it raises.
        """
        copies = cited(self.report)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            packer = _Packer(archive, self.report.exported_at, progress, copies)
            packer.put(self.name, self.made)
            entries = [packer.keep(number, one, read) for number, one in enumerate(copies, 1)]
            packer.put(MANIFEST, _manifest(self, entries))
            sums = (f"{sha256}  {name}\n" for name, sha256 in packer.sums.items())
            packer.put(SUMS, "".join(sums).encode())
        return packer.warnings


def safe_name(number: int, name: str) -> str:
    """A file's name that is good on every system, at most 96 characters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem, dot, last = plain.rpartition(".")
    ending = f".{last}" if dot and _ENDING.fullmatch(f".{last}") else ""
    words = _ODD.sub("-", stem if ending else plain).strip("-_")[:LENGTH].rstrip("-_")
    return f"{number:03d}{words and '-'}{words}{ending.lower()}"


class _Packer:
    """An archive on its way: the sums of its files, and copies that were met before."""

    def __init__(
        self,
        archive: zipfile.ZipFile,
        at: datetime,
        progress: domain.Progress | None,
        copies: Sequence[Cited],
    ) -> None:
        self.archive, self.progress = archive, progress
        self.total = max(sum(one.copy.size for one in copies), 1)
        self.at = max(at.astimezone(UTC).timetuple()[:6], (1980, 1, 1, 0, 0, 0))
        self.done = 0
        self.sums: dict[str, str] = {}
        self.paths: dict[str, str] = {}  # by the SHA-256 of the bytes: none is packed twice
        self.warnings: list[str] = []

    def keep(self, number: int, one: Cited, read: Read) -> dict[str, Any]:
        """Packs a copy; its entry in the manifest."""
        path, what = self.paths.get(one.copy.sha256, ""), ""
        if not path:
            try:
                data = read(one.copy)
                if hashlib.sha256(data).hexdigest() != one.copy.sha256:
                    raise domain.Problem("This copy is damaged in the library file.", one.copy.name)
                path = f"{FOLDER}/{safe_name(number, one.copy.name)}"
                self.put(path, data)
                self.paths[one.copy.sha256] = path
            except domain.Problem as problem:
                what = problem.what
                self.warnings.append(f"{one.copy.name}: {what} It is not in the file.")
        return _entry(one, path, what)

    def put(self, name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name, self.at)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system, info.external_attr = 3, 0o644 << 16  # the same on every system
        with self.archive.open(info, "w", force_zip64=True) as file:
            for start in range(0, len(data), CHUNK):
                self._tell(len(data[start : start + CHUNK]) if name.startswith(FOLDER) else 0)
                file.write(data[start : start + CHUNK])
        self.sums[name] = hashlib.sha256(data).hexdigest()

    def _tell(self, size: int) -> None:
        self.done += size
        if self.progress:
            self.progress(min(self.done, self.total), self.total)


def _manifest(inside: Inside, entries: list[dict[str, Any]]) -> bytes:
    report = inside.report
    about = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": domain.iso(report.exported_at),
        "made_with": report.made_with,
        "organisation": report.choices.organisation,
        "report": inside.name,
        "copies": entries,
    }
    return (json.dumps(about, ensure_ascii=True, indent=1) + "\n").encode()


def _entry(one: Cited, path: str, problem: str) -> dict[str, Any]:
    source, copy = one.source, one.copy
    return {
        "path": path or None,
        "problem": problem,
        "name": copy.name,
        "sha256": copy.sha256,
        "bytes": copy.size,
        "media_type": copy.media_type,
        "kept_at": copy.kept_at,
        "source": {
            name: getattr(source, name)
            for name in ("id", "title", "author", "publisher", "url", "published")
        },
        "cited_by": [
            {"article": id_, "title": title, "claims": numbers}
            for id_, (title, numbers) in one.claims.items()
        ],
    }
