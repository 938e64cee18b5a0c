"""The formats, and the one way a report gets onto the disk: whole, or not at all.

Not here: what a report says. Every failure that a person can mend is a ``domain.Problem``.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from factcheck_gui import domain
from factcheck_gui.reports import (
    bundle,
    claimreview,
    content,
    docx,
    html,
    interchange,
    markdown,
    pdf,
    table,
    webannotation,
    workbook,
)

Render = Callable[[content.Report, domain.Progress | None], bytes]
Fill = Callable[[IO[bytes]], list[str]]  # writes a file; what has to be said of it
Telling = Callable[[content.Report, domain.Progress | None], content.Written]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of report: the name for commands, the file's ending, the label for people."""

    name: str
    suffix: str
    label: str
    written: Telling


def _silent(render: Render) -> Telling:
    """A format that has nothing to say of what it wrote."""
    return lambda report, progress: content.Written(render(report, progress))


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("html", ".html", "Web page, to read and print", html.written),
        Format("md", ".md", "Markdown, to paste elsewhere", _silent(markdown.render)),
        Format("pdf", ".pdf", "PDF, to print and keep", pdf.written),
        Format("docx", ".docx", "Word document, the article with comments", _silent(docx.render)),
        Format(
            "manuscript-docx", ".docx", "Manuscript in Word, comments only",
            _silent(docx.manuscript),
        ),
        Format(
            "manuscript-html", ".html", "Manuscript as web page, with notes",
            html.written_manuscript,
        ),
        Format(
            "manuscript-pdf", ".pdf", "Manuscript as PDF, notes in the margin",
            pdf.written_manuscript,
        ),
        Format(
            "xlsx", ".xlsx", "Workbook: claims, evidence, assessments", _silent(workbook.render)
        ),
        Format("csv", ".csv", "Table, one row a claim", _silent(table.render)),
        Format("json", ".json", "JSON, to import again", _silent(interchange.render)),
        Format(
            "webannotation", ".jsonld", "Web annotations (JSON-LD)", _silent(webannotation.render)
        ),
        Format(
            "claimreview", ".jsonld", "ClaimReview, for search engines", claimreview.written
        ),
        Format(
            "claimreview-html", ".html", "ClaimReview, to paste in a page",
            claimreview.written_block,
        ),
    )
}  # fmt: skip


_READ = {"reasons", "evidence", "copies", "language", "method", "organisation"}
_WHOLE = _READ | {"corrections", "scale", "history", "agreement", "notes"}
_DATA = {"reasons", "evidence", "copies", "corrections"}
_APPLIES = {
    "html": {*_WHOLE, "logo", "template"},
    "md": _WHOLE,
    "pdf": {*_WHOLE, "logo", "template"},
    "docx": {*_WHOLE, "logo"},
    "manuscript-docx": {*_READ, "notes", "logo"},
    "manuscript-html": {*_READ, "notes", "logo", "template"},
    "manuscript-pdf": {*_READ, "notes", "logo", "template"},
    "xlsx": _WHOLE,
    "csv": {*_DATA, "history", "notes"},
    "json": {*_DATA, "history", "agreement", "notes", "organisation"},
    "webannotation": _DATA,
    "claimreview": {*_DATA, "organisation", "url"},
    "claimreview-html": {*_DATA, "organisation", "url"},
}


def applies(format: str) -> frozenset[str]:
    """What a format can tell: names of ``content.Included``'s fields, and "copies", "organisation",
    "url", "logo", "language", "template". Any other choice makes no difference to it."""
    return frozenset(_APPLIES[format])


def usual(format: str) -> content.Included:
    """What a format tells unless somebody says otherwise: JSON, to import again, loses nothing."""
    return content.Included(history=format == "json")


def written(
    report: content.Report, format: str, progress: domain.Progress | None = None
) -> content.Written:
    """A report in a format of ``FORMATS``. Raises Problem where it cannot be written so, and what
    ``progress`` raises."""
    return FORMATS[format].written(report, progress)


Make = Callable[[content.Report, str, domain.Progress | None], content.Written]  # as ``written``

KEPT = "Nothing was written; a file that was there is unchanged."


def write(
    report: content.Report,
    format: str,
    path: Path,
    *,
    overwrite: bool = False,
    copies: bundle.Read | None = None,
    make: Make = written,
    progress: domain.Progress | None = None,
) -> list[str]:
    """Writes a report so that ``path`` holds all of it or what it held before; what has to be said
    of it, a sentence each.

    ``format`` is a name in ``FORMATS``. With ``copies``, which reads a kept copy, it is a ZIP file
    of the report and the copies of the evidence that it cites. ``make`` makes the report, perhaps
    in another process. Raises ``Problem`` for an unknown format, a file that is there (unless
    ``overwrite``), a missing folder, no permission, a full disk; raises what ``progress`` raises,
    and leaves nothing behind then.
    """
    if format not in FORMATS:
        raise domain.Problem(
            f"There is no report format “{format}”; there are {', '.join(FORMATS)}.", "format"
        )
    path = _real(path)
    try:
        _check(path, overwrite)
        parts = 1 if copies is None else 2
        made = make(report, format, domain.share_of(progress, 0, parts))
        fill = _whole(made.data)
        if copies is not None:
            inside = bundle.Inside(report, f"report{FORMATS[format].suffix}", made.data)
            fill = partial(inside.write, read=copies, progress=domain.share_of(progress, 1, parts))
        return [*made.warnings, *_put(fill, path, overwrite)]
    except OSError as error:
        raise domain.Problem(problem_words(error), str(path), KEPT) from error


def _real(path: Path) -> Path:
    """Where the path leads, so that a link to a file is written through and not replaced."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle, a NUL in the name
        raise domain.Problem("This is not a usable file name.", str(path), KEPT) from error


def _check(path: Path, overwrite: bool) -> None:
    """Finds what would fail at the end before the work begins."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no folder")
    if path.exists() and not overwrite:
        raise FileExistsError(errno.EEXIST, "exists")


def _whole(data: bytes) -> Fill:
    def fill(file: IO[bytes]) -> list[str]:
        file.write(data)
        return []

    return fill


def _put(fill: Fill, path: Path, overwrite: bool) -> list[str]:
    """Makes a file in its place by what fills it; what that has to say."""
    draft = _draft(path.parent)
    try:
        with draft.open("xb") as file:
            told = fill(file)
            file.flush()
            os.fsync(file.fileno())
        _publish(draft, path, overwrite)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return told


def _draft(folder: Path) -> Path:
    """A name beside the report that is free; opening it is exclusive, so a race only fails."""
    names = (folder / f".report-{os.getpid()}-{number}.part" for number in itertools.count())
    return next(one for one in names if not one.exists())


def _publish(draft: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        draft.replace(path)
        return
    try:
        path.hardlink_to(draft)  # fails where a file appeared meanwhile, unlike a rename
    except FileExistsError:
        raise
    except OSError:  # no hard links here (FAT, some shares): claim the name, then fill it
        path.open("xb").close()
        draft.replace(path)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where a folder can be opened (not Windows).

    The report is in its place already: a file system that cannot do this is no failure.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_WORDS = {
    errno.EEXIST: "There is already a file of this name.",
    errno.ENOENT: "This folder does not exist.",
    errno.ENOTDIR: "This folder does not exist.",
    errno.EISDIR: "This is a folder; give the report a file name.",
    errno.EACCES: "You may not write here.",
    errno.EPERM: "You may not write here.",
    errno.EROFS: "This place can only be read.",
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "Your share of the disk is full.",
    errno.EFBIG: "The report is larger than a file may be here.",
    errno.ENAMETOOLONG: "The file name is too long.",
}


def problem_words(error: OSError) -> str:
    """What went wrong in writing a file, in one sentence for people."""
    words = _WORDS.get(error.errno or 0)
    return words or f"The report could not be written: {error.strerror or error}."
