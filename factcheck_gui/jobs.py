"""Work for a thread or for the child process, as plain functions. No Qt.

What goes out of a library that is open in a window (reports, copies, checks, searches) opens a
read-only connection of its own and closes it. What comes in is handed back, and written where
the library is open (``Arrival``).
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck_gui.claims import FINDER
from factcheck_gui.domain import (
    Article,
    Attribution,
    Block,
    Document,
    FoundClaim,
    Part,
    Problem,
    Progress,
    share_of,
    uuid7,
)
from factcheck_gui.library import file
from factcheck_gui.library.found import NOTHING_HELD, Held
from factcheck_gui.library.reading import Reader
from factcheck_gui.paths import TOOL

if TYPE_CHECKING:
    from factcheck_gui.agreement import Agreement
    from factcheck_gui.domain import Reviewer, Tally
    from factcheck_gui.library.check import Finding
    from factcheck_gui.library.coverage import Coverage
    from factcheck_gui.library.packages import Package
    from factcheck_gui.library.packing import Packed
    from factcheck_gui.library.readiness import Unready
    from factcheck_gui.library.search import Hit
    from factcheck_gui.library.sourcing import ReadyCopy
    from factcheck_gui.library.store import Store
    from factcheck_gui.originals import Original
    from factcheck_gui.reports.content import Choices

FINDER_NAME = f"{TOOL}, finder {FINDER}"  # as a version notes who went through it
LOT = 200  # paths in one message
BATCH = 40  # claims in one transaction: a verdict never waits behind more than that


class Exported(NamedTuple):
    """A report that was written, and what its format has to say of it, a sentence each."""

    path: Path
    warnings: list[str]


def export(
    library: Path,
    articles: Sequence[int],
    choices: Choices,
    *,
    format: str,
    out: Path,
    at: datetime,
    copies: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Writes a report on articles (row ids), over a file the user has agreed to replace.

    ``copies`` makes a ZIP file of the report and the kept copies of the evidence that it cites.
    Raises Problem where it cannot be written, and what ``progress`` raises: nothing is written
    then.
    """
    from factcheck_gui.rendering import written as make
    from factcheck_gui.reports.writing import write
    from factcheck_gui.reviews import build_report

    _refuse_itself(library, out)
    with closing(file.open_reader(library)) as connection:
        reader = Reader(connection)
        gathered, written = share_of(progress, 0, 2), share_of(progress, 1, 2)
        report = build_report(
            reader, articles, at.astimezone(), choices, gathered, whole=format == "json"
        )
        read = (lambda copy: reader.copy_bytes(copy.key)[1]) if copies else None
        told = write(report, format, out, overwrite=True, copies=read, make=make, progress=written)
    return Exported(out, told)


def report_html(library: Path, articles: Sequence[int], choices: Choices, *, at: datetime) -> str:
    """The report as HTML, for the printer."""
    from factcheck_gui.reports import print_page
    from factcheck_gui.reviews import build_report

    with closing(file.open_reader(library)) as connection:
        report = build_report(Reader(connection), articles, at.astimezone(), choices)
    return print_page.render(report)


def tally(library: Path, articles: Sequence[int], blind: Reviewer | None) -> Tally:
    """How many claims of each verdict these articles (row ids) have together."""
    from factcheck_gui.library.rows import tally_of

    counts: Counter[str] = Counter()
    with closing(file.open_reader(library)) as connection:
        reader = Reader(connection)
        reader.read_as(blind)
        for start in range(0, len(articles), 500):
            for buckets in reader.buckets(articles[start : start + 500]).values():
                counts.update(buckets)
    return tally_of(counts)


def check(library: Path) -> list[Finding]:
    """Everything that is wrong with a library."""
    from factcheck_gui.library.check import check as check_library

    with closing(file.open_reader(library)) as connection:
        return list(check_library(connection))


def quick_check(library: Path) -> None:
    """SQLite's own check of a large library, which opening left out. Raises Problem."""
    if library.stat().st_size >= file.QUICK_CHECK_BELOW:
        with closing(file.open_reader(library)) as connection:
            file.quick_check(connection, library)


def copy(library: Path, target: Path) -> Path:
    """A consistent copy of a library in use. Raises Problem."""
    _refuse_itself(library, target)
    with closing(file.open_reader(library)) as connection:
        file.copy_to(connection, target)
    return target


def package(
    library: Path, articles: Sequence[int], *, blind: bool, notes: bool, out: Path, at: datetime
) -> Packed:
    """Writes a package of articles (row ids) for a colleague, over a file the user has agreed to
    replace. Raises Problem."""
    from factcheck_gui.library.packing import write_package

    _refuse_itself(library, out)
    id_ = uuid7(at, os.urandom(10))
    with closing(file.open_reader(library)) as connection:
        return write_package(connection, articles, out, id=id_, at=at, blind=blind, notes=notes)


def agreement(
    library: Path, articles: Sequence[int], names: Sequence[str]
) -> tuple[Agreement, ...]:
    """How far these reviewers agree over articles (row ids). Raises Problem."""
    from factcheck_gui.agreement import measure
    from factcheck_gui.library.ratings import ratings, scales

    with closing(file.open_reader(library)) as connection:
        given = ratings(connection, articles)
        return measure((one for one in given if one.reviewer in names), scales(connection))


def save_agreement(found: Sequence[Agreement], out: Path) -> Path:
    """Writes what was measured, as JSON by its ending and as CSV otherwise. Raises Problem."""
    import csv
    import io
    import json

    from factcheck_gui.agreement import to_json, to_rows
    from factcheck_gui.reports.table import cell

    if out.suffix.casefold() == ".json":
        text = json.dumps([to_json(one) for one in found], ensure_ascii=False, indent=1) + "\n"
    else:
        lines = io.StringIO()
        csv.writer(lines).writerows([cell(one) for one in row] for row in to_rows(found))
        text = lines.getvalue()
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise Problem(f"The file could not be written ({error.strerror}).", str(out)) from error
    return out


def read_package(path: Path, at: datetime) -> Package:
    """A package from a colleague, proved. Raises Problem.

    A library that was copied as a file counts as a package of all that is in it.
    """
    from factcheck_gui.library import unpacking

    with suppress(Problem):  # neither: the reader of packages says what is wrong with it
        if file.look_at(path):
            return _as_package(path, at)
    return unpacking.read_package(path)


def _as_package(library: Path, at: datetime) -> Package:
    from factcheck_gui.library import unpacking

    with (
        tempfile.TemporaryDirectory(prefix="factcheck-") as folder,
        closing(file.open_reader(library)) as connection,
    ):
        out = Path(folder) / library.name
        keys = Reader(connection).article_keys()
        package(library, keys, blind=False, notes=True, out=out, at=at)
        return unpacking.read_package(out)


def search(library: Path, text: str, blind: str = "") -> list[Hit]:
    """Full-text hits, newest first; ``blind`` names a reviewer who may read no remarks but their
    own. Raises Problem."""
    from factcheck_gui.library.search import search as search_library

    with closing(file.open_reader(library)) as connection:
        return search_library(connection, text, blind=blind)


def original(library: Path, article: int, number: int = 0) -> tuple[bytes, Original]:
    """The bytes of a version as imported, and what they are. Raises Problem."""
    from factcheck_gui.originals import look_at

    with closing(file.open_reader(library)) as connection:
        data = Reader(connection).original(article, number)[1]
    return data, look_at(data)


def save_original(library: Path, article: int, out: Path, number: int = 0) -> Path:
    """Writes the bytes of a version as imported. Raises Problem."""
    _refuse_itself(library, out)
    with closing(file.open_reader(library)) as connection:
        return _written(out, Reader(connection).original(article, number)[1])


def pack_files(paths: Sequence[Path]) -> list[tuple[str, ReadyCopy]]:
    """Files as copies that are ready to be kept: name and bytes. Raises Problem."""
    import mimetypes

    from factcheck_gui.library.sourcing import COPY_LIMIT, pack

    found = []
    for path in paths:
        try:
            with path.open("rb") as file_:
                data = file_.read(COPY_LIMIT + 1)
        except OSError as error:
            what = f"The file could not be read ({error.strerror})."
            raise Problem(what, str(path), "Nothing was kept.") from error
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        found.append((path.name, pack(path.name, data, kind)))
    return found


def kept_copy(library: Path, copy: int) -> tuple[bytes, Original]:
    """The bytes of a kept copy, and what they are. Raises Problem."""
    from factcheck_gui.originals import look_at

    with closing(file.open_reader(library)) as connection:
        data = Reader(connection).copy_bytes(copy)[1]
    return data, look_at(data)


def save_kept_copy(library: Path, copy: int, out: Path) -> Path:
    """Writes the bytes of a kept copy. Raises Problem."""
    _refuse_itself(library, out)
    with closing(file.open_reader(library)) as connection:
        return _written(out, Reader(connection).copy_bytes(copy)[1])


def _written(out: Path, data: bytes) -> Path:
    try:
        out.write_bytes(data)
    except OSError as error:
        raise Problem(f"The file could not be written ({error.strerror}).", str(out)) from error
    return out


def coverage(library: Path, article: int, every: bool, blind: Reviewer | None) -> Coverage:
    """How much of an article is accounted for, as somebody who may be blind is told it."""
    from factcheck_gui.library.coverage import coverage as measured

    with closing(file.open_reader(library)) as connection:
        reader = Reader(connection)
        reader.read_as(blind)
        return measured(reader, article, every=every)


def unready(library: Path, article: int, blind: Reviewer | None) -> Unready:
    """What an article lacks before it is signed off."""
    from factcheck_gui.library.readiness import unready as found

    with closing(file.open_reader(library)) as connection:
        reader = Reader(connection)
        reader.read_as(blind)
        return found(reader, article)


class Intact(NamedTuple):
    """Whether the history is as it was written: how many steps, and where it is not."""

    steps: int
    broken: tuple[str, ...] = ()


def history_intact(library: Path) -> Intact:
    """Goes through the hash chain of a library."""
    from factcheck_gui.library.check import history_findings

    with closing(file.open_reader(library)) as connection:
        steps, findings = history_findings(connection)
    return Intact(steps, tuple(one.what for one in findings))


def _refuse_itself(library: Path, out: Path) -> None:
    """Whatever goes out of a library must not be written over it."""
    with suppress(OSError, RuntimeError, ValueError):  # no usable name: the writer says so
        if out.resolve() == library.resolve():
            raise Problem("This needs another name than the library itself.", str(out))


class FoundBatch(NamedTuple):
    """Some claims of a text, in its order; ``done`` of ``total`` code points are read.

    ``part_of`` of a claim counts over all batches. ``pairs`` (numbers of claims that contest each
    other, and why) come with the last batch, and so does ``simple``: whether the language model is
    missing, so that claims were found by simpler rules.
    """

    claims: tuple[FoundClaim, ...]
    done: int
    total: int
    pairs: tuple[tuple[int, int, str], ...] = ()
    attributions: tuple[Attribution | None, ...] = ()  # one for each claim
    simple: bool = False


def find_claims(text: str, published: str, blocks: tuple[Block, ...]) -> Iterator[FoundBatch]:
    """The claims of a text as they are found, at most ``BATCH`` at once, for the child process."""
    from factcheck_gui.claims.pipeline import iter_claims

    heard: list[Attribution] = []
    for batch in iter_claims(text, published=published or None, blocks=blocks):
        heard += batch.attributions
        for start in range(0, len(batch.claims), BATCH):
            claims = batch.claims[start : start + BATCH]
            said = [None if one.attribution is None else heard[one.attribution] for one in claims]
            yield FoundBatch(claims, batch.done, batch.total, attributions=tuple(said))
        if batch.findings:
            pairs = [
                (one, other, why)
                for one, claim in enumerate(batch.findings.claims)
                for other, why in zip(claim.contested_by, claim.contested_why, strict=True)
                if one < other
            ]
            simple = bool(batch.findings.notes)
            yield FoundBatch((), batch.total, batch.total, tuple(pairs), simple=simple)


def is_outdated(finder: str) -> bool:
    """Whether a version was last searched by an earlier finder than this one; "" is not at all."""
    number = finder.rpartition(" finder ")[2]
    return bool(finder) and (not number.isdecimal() or int(number) < FINDER)


@dataclass
class Arrival:
    """The claims of one article as they come in: their row ids, and which contest which.

    On an article that was searched before: ``replace`` after the last batch, before ``finish``.
    """

    article: Article
    held: Held = NOTHING_HELD
    keys: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int, str]] = field(default_factory=list)

    def take(self, store: Store, batch: FoundBatch) -> list[int]:
        """Writes one batch: the row ids of its claims. Raises Problem."""
        keys = store.add_found(self.article, batch.claims, batch.attributions, self.keys, self.held)
        self.keys += keys
        self.pairs += batch.pairs
        return keys

    def finish(self, store: Store, at: datetime) -> None:
        """Links what contests what, and notes that the finder has been through. Raises Problem."""
        store.link_contested(
            (self.keys[one], self.keys[other], why) for one, other, why in self.pairs
        )
        store.finish_finding(self.article.row.key, FINDER_NAME, at)

    def replace(self, store: Store) -> Iterator[None]:
        """Withdraws what is not found any more, a little at each step. Raises Problem."""
        gone = store.unfound(self.article, self.keys)
        for start in range(0, len(gone), BATCH):
            store.withdraw(gone[start : start + BATCH])
            yield
        store.unlink_contested(self.article.row.key)


class Expanded(NamedTuple):
    """Some of the files to read, and how many of other kinds were passed over in folders."""

    paths: tuple[Path, ...]
    passed_over: int = 0


def expand(paths: list[Path]) -> Iterator[Expanded]:
    """The files named and the readable files in folders, ``LOT`` at once, for the child process.
    Raises Problem where there are too many."""
    from factcheck_gui.documents import reading

    other: list[Path] = []
    found = list(reading.expand(paths, passed_over=other.append))
    for start in range(0, len(found), LOT):
        yield Expanded(tuple(found[start : start + LOT]))
    yield Expanded((), len(other))


def look_into(path: str) -> Document | tuple[Part, ...]:
    """The document in a file, or what there is to choose from where it holds several, for the
    child process. Raises Problem."""
    from factcheck_gui.documents import reading

    parts = reading.parts_of(path)
    return parts if len(parts) > 1 else reading.read_path(path)


def read_file(path: str, part: str | None = None) -> Document:
    """The document in a file, or in a part of it, for the child process. Raises Problem."""
    from factcheck_gui.documents import reading

    return reading.read_path(path, part=part)


def parts_of(path: str) -> tuple[Part, ...]:
    """The texts in a file of several, for the child process. Raises Problem."""
    from factcheck_gui.documents import reading

    return reading.parts_of(path)


def read_pasted(text: str) -> Document:
    """Pasted text as a document, for the child process. Raises Problem."""
    from factcheck_gui.documents import reading

    return reading.read_pasted(text)
