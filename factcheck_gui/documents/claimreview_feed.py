"""Files of earlier checks to Precedents: ClaimReview in JSON-LD, in saved web pages, in feeds, in
lists of lines, and as flat rows of a table.

Here: what kind of file it is, and the objects in it, in the file's order. Not here: what the
properties of an object mean (``claimreview_fields``), the library. A ``@context`` is never fetched:
properties are known by the ends of their names. What an item lacks, and what was put right in it,
is a note.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck_gui.documents import files, page_tree, warc, web_archives
from factcheck_gui.documents.claimreview_fields import CLAIM, precedent_of
from factcheck_gui.documents.claimreview_objects import plain_key, reviews_in
from factcheck_gui.documents.decoding import decode
from factcheck_gui.documents.kinds import looks_like
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.page_facts import unwrapped
from factcheck_gui.documents.web_archives import Saved
from factcheck_gui.domain import FeedNote, FeedRead, Precedent, Problem

SIZE_LIMIT = 128 * files.MEGABYTE  # bytes, unpacked: some hundred thousand checks
MOST_ITEMS = 200_000
_LONG_NUMBER = 18  # digits
_DELIMITERS = ",;\t|"
_TRAILING = re.compile(r",(\s*[}\]])")
_SCRIPT = re.compile(
    r"<script\b[^>]{0,300}ld\+json[^>]{0,300}>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)

_ARCHIVES: dict[str, Callable[[bytes], list[Saved]]] = {
    "a saved web page (MHTML)": web_archives.mhtml_pages,
    "a property list or web archive": web_archives.webarchive_pages,
    "a web archive (WARC)": warc.warc_pages,
    "a web archive (WACZ)": warc.wacz_pages,
}

# What notes say beside those of ``claimreview_fields``.
NO_JSON = "it is no JSON"
NO_REVIEW = "there is no check in it"
AGAIN = "the same check stands in this file before"
MENDED = "commas before closing brackets were taken out"

NOTHING_HERE = (
    "There is no ClaimReview in this file: neither as JSON, nor in a web page, nor as a table with "
    "a column “claimReviewed”."
)

Found = tuple[str, Any, str]  # where it stands, a value as JSON has it, the page's address


def read_path(path: Path | str) -> FeedRead:
    """The earlier checks in a file. Raises Problem where it cannot be read or holds none."""
    path = Path(path)
    where = files.shown(path)
    try:
        return read_bytes(files.load(path, SIZE_LIMIT), one_line(path.name))
    except Problem as problem:
        raise Problem(problem.what, problem.where or where, problem.kept) from problem
    except RecursionError as error:
        raise Problem("This file is nested too deeply to be read.", where) from error


def read_bytes(data: bytes, name: str) -> FeedRead:
    """The earlier checks in bytes that came with a file name; as ``read_path``."""
    content = files.unpacked(data, SIZE_LIMIT) if data.startswith(files.GZIP) else data
    found: dict[str, Precedent] = {}
    notes: list[FeedNote] = []
    for number, (place, item, known, page) in enumerate(_reviews(content, notes)):
        if number == MOST_ITEMS:
            raise Problem(f"This file holds more than {MOST_ITEMS:,} checks.")
        one, told = precedent_of(item, known, page)
        notes += [FeedNote(place, what, one is None) for what in told]
        if one and found.setdefault(one.id, one) is not one:
            notes.append(FeedNote(place, AGAIN, True))
    if not found and not notes:
        raise Problem(NOTHING_HERE)
    return FeedRead(name, hashlib.sha256(data).hexdigest(), tuple(found.values()), tuple(notes))


Review = tuple[str, Mapping[str, Any], Mapping[str, Any], str]


def _reviews(content: bytes, notes: list[FeedNote]) -> Iterator[Review]:
    """The reviews in a file with plain keys, each with its place, what it may refer to, and the
    address of its page."""
    count = 0
    for place, value, page in _values(content, notes):
        known: dict[str, Any] = {}
        items = list(reviews_in(value, known))
        if not items and place:
            notes.append(FeedNote(place, NO_REVIEW, True))
        for item in items:
            count += 1
            yield place or f"item {count}", item, known, item.get("entryaddress", "") or page


# ---------------------------------------------------------------- kinds of file


def _values(content: bytes, notes: list[FeedNote]) -> Iterator[Found]:
    """What a file holds as JSON's own types: an archive of pages or another known kind by its first
    bytes, else by its first sign a page, JSON, lines or a table."""
    kind = looks_like(content)
    if kind in _ARCHIVES:
        for page in _ARCHIVES[kind](content):
            yield from _in_page(page.data, notes, page.address, page.charset)
        return
    if kind and kind != "a web page":
        raise Problem(f"This is {kind}. {NOTHING_HERE}")
    decoded = decode(content)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        yield from _in_page(content, notes)
    elif text.startswith(("{", "[")):
        yield from _in_json(text, notes)
    else:
        yield from _in_table(text)


def _in_json(text: str, notes: list[FeedNote]) -> Iterator[Found]:
    try:
        yield "", _parsed(text), ""
    except ValueError as error:
        lines = text.split("\n")
        if len(lines) < 2 or not _is_json(lines[0]):
            mended = _mended(text)
            if mended is None:
                raise Problem(f"This JSON file is damaged ({error}).") from error
            notes.append(FeedNote("the file", MENDED))
            yield "", mended, ""
            return
        yield from _in_lines(lines, notes)


def _in_lines(lines: list[str], notes: list[FeedNote]) -> Iterator[Found]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                value = _parsed(line)
            except (ValueError, RecursionError):
                notes.append(FeedNote(f"line {number}", NO_JSON, True))
            else:
                yield f"line {number}", value, ""


def _in_page(
    content: bytes, notes: list[FeedNote], address: str = "", charset: str = ""
) -> Iterator[Found]:
    page = page_tree.parse(content, charset)
    if page.root is None:  # too deep or too large to be taken apart
        scripts = _SCRIPT.findall(page.source)
    else:
        scripts = [
            one.text or ""
            for one in page.root.iter("script")
            if "ld+json" in (one.get("type") or "").lower()
        ]
        address = _address(page.root) or address
    for number, script in enumerate(scripts, 1):
        bare = unwrapped(script)
        try:
            yield "", _parsed(bare), address
        except (ValueError, RecursionError):
            mended = _mended(bare)
            notes.append(FeedNote(f"script {number}", MENDED if mended else NO_JSON, not mended))
            if mended:
                yield "", mended, address


def _address(root: Any) -> str:
    """Where a page says that it stands."""
    for one in root.iter("link"):
        if (one.get("rel") or "").lower() == "canonical":
            return str(one.get("href") or "")
    for one in root.iter("meta"):
        if (one.get("property") or "").lower() == "og:url":
            return str(one.get("content") or "")
    return ""


def _in_table(text: str) -> Iterator[Found]:
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(_DELIMITERS, key=first.count)
    names = next(csv.reader([first], delimiter=delimiter), [])
    if not {plain_key(one) for one in names} & {*CLAIM}:
        raise Problem(NOTHING_HERE)
    before = csv.field_size_limit(len(text) + 1)
    try:
        rows = csv.reader(io.StringIO(text), delimiter=delimiter)
        next(rows)
        for number, cells in enumerate(rows, 2):
            if any(map(str.strip, cells)):
                row = {k: v for k, v in zip(names, cells, strict=False) if v.strip()}
                yield f"row {number}", row, ""
    except csv.Error as error:
        raise Problem(f"This table is damaged ({error}).") from error
    finally:
        csv.field_size_limit(before)


# ---------------------------------------------------------------- JSON


def _parsed(text: str) -> Any:
    """JSON without what Python adds to it: no NaN, no numbers of a thousand digits."""
    return json.loads(
        text,
        strict=False,
        object_pairs_hook=_object,
        parse_constant=lambda _: None,
        parse_int=lambda digits: int(digits) if len(digits) <= _LONG_NUMBER else None,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else {**found, "twice": True}


def _is_json(text: str) -> bool:
    try:
        _parsed(text)
    except (ValueError, RecursionError):
        return False
    return True


def _mended(text: str) -> Any:
    """What JSON means that has commas before closing brackets; None where that was not all."""
    try:
        return _parsed(_TRAILING.sub(r"\1", text.rstrip().rstrip(";")))
    except (ValueError, RecursionError):
        return None
