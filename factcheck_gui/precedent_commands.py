"""The commands on earlier checks: which earlier claims answer a sentence, and files of ClaimReview
taken into a library. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck_gui.console import (
    DONE,
    Inputs,
    files_argument,
    library_option,
    need_library,
    opened,
    opened_for_writing,
    progress,
    read_in_child,
    records,
    tell,
    write,
)
from factcheck_gui.domain import Problem, Reviewer, storable

if TYPE_CHECKING:
    from factcheck_gui.claims.matching import Match, Matcher
    from factcheck_gui.claims.meaning import Meaning
    from factcheck_gui.domain import Progress
    from factcheck_gui.library.store import Store
    from factcheck_gui.precedents import FeedBatch

# What of an earlier claim is read beside its words, where a line has it.
_BESIDE = ("title", "subtitle")
_STEP = 500  # claims between two signs of progress


@click.command()
@click.option(
    "--claims", required=True, metavar="FILE", help='Earlier claims: {"id", "claim", "title"?}.'
)
@click.option(
    "--queries", required=True, metavar="FILE", help='What to find them for: {"id", "query"}.'
)
@click.option("--words-only", is_flag=True, help="Quicker: compare words, not their meaning.")
def match(claims: str, queries: str, words_only: bool) -> int:
    """Finds the earlier claims that say the same as each query, best first, at most 20."""
    from factcheck_gui.claims.matching import MOST, Matcher
    from factcheck_gui.claims.meaning import loaded

    if claims == queries == "-":
        raise click.UsageError("Only one of the two can be standard input.")
    inputs = Inputs()
    known = list(records(claims, inputs, "claim"))
    with progress(claims) as bar:
        matcher = Matcher(list(_imprints(known, bar)))
    meaning = None if words_only else loaded()
    if meaning is None and not words_only:
        tell("The language model for comparing meanings cannot be loaded: words alone decide.")
    for query in records(queries, inputs, "query"):
        best = _best(matcher, query["query"], known, meaning)[:MOST]
        found = [{"id": known[n]["id"], "score": round(score, 4)} for n, score in best]
        write({"id": query["id"], "matches": found})
    return inputs.status


def _words(record: dict[str, Any]) -> str:
    """A claim and what stands beside it, as one text to be found by."""
    beside = (record.get(name) for name in _BESIDE)
    return " ".join([record["claim"], *(one for one in beside if isinstance(one, str))])


def _best(
    matcher: Matcher, query: str, known: list[dict[str, Any]], meaning: Meaning | None
) -> list[Match]:
    from factcheck_gui.claims.matching import LOOKED_AT, by_meaning

    found = matcher.best(query, LOOKED_AT)
    if meaning is None:
        return found
    return by_meaning(found, meaning.nearness(query, [known[one.number]["claim"] for one in found]))


def _imprints(known: list[dict[str, Any]], bar: Progress | None) -> Iterator[bytes]:
    from factcheck_gui.claims.matching import imprint

    for number, one in enumerate(known):
        if bar and number % _STEP == 0:
            bar(number, len(known))
        yield imprint(_words(one))


@click.command()
@library_option
@files_argument
@click.option("--reviewer", default="", metavar="NAME", help="Who does it, for the history.")
@click.option("--remove", default="", metavar="ID", help="Remove what one file brought.")
@click.option("--list", "list_files", is_flag=True, help="Only list the files taken in.")
@click.option("--find", metavar="TEXT", help="Print what says the same as a text, best first.")
def precedents(
    library: Path, files: tuple[str, ...], reviewer: str, remove: str, list_files: bool,
    find: str | None,
) -> int:  # fmt: skip
    """Takes earlier checks into a library: ClaimReview as JSON-LD, in pages, feeds or tables."""
    need_library(library)
    by = Reviewer(storable(reviewer).strip())
    if list_files:
        return _list(library)
    if find is not None:
        return _find(library, find)
    if remove:
        return _remove(library, remove, by)
    if not files:
        raise click.UsageError("Name at least one file.")
    from factcheck_gui.precedents import SECONDS, read_feed_at_once

    inputs = Inputs()
    with opened_for_writing(library) as store:
        for name, batches in read_in_child(files, read_feed_at_once, inputs, SECONDS):
            write({"path": name, **_take_in(store, batches, by)})
    return inputs.status


def _take_in(store: Store, batches: list[FeedBatch], by: Reviewer) -> dict[str, Any]:
    from factcheck_gui.precedents import FeedArrival

    arrival = FeedArrival()
    taken = None
    for batch in batches:
        taken = arrival.take(store, batch, by, datetime.now(UTC))
    if taken is None:
        return {}
    counts = taken.counts
    notes = [{"place": n.place, "what": n.what, "left_out": n.left_out} for n in taken.notes]
    return {
        "new": counts.new, "changed": counts.changed, "known": counts.known,
        "left_out": taken.left_out, "notes": notes,
    }  # fmt: skip


def _list(library: Path) -> int:
    from factcheck_gui.library.precedents import feeds

    with opened(library) as reader:
        for one in feeds(reader):
            told = {"id": one.id, "name": one.name, "imported_at": one.imported_at}
            write({**told, "checks": one.count, "left_out": one.left_out})
    return DONE


def _find(library: Path, text: str) -> int:
    """Checks of files, and judged claims of the library, as the window shows them."""
    from factcheck_gui.precedents import Finder, judged, nearness

    found = Finder().find(library, text, 0)
    for one in judged(found, nearness(text, [each.precedent.words for each in found])):
        told = {name: value for name, value in asdict(one.precedent).items() if value}
        near = {"near": one.near, "differs": list(one.differs)}
        write({**told, "score": round(one.alike, 4), **near, "from": one.feed or "this library"})
    return DONE


def _remove(library: Path, feed: str, by: Reviewer) -> int:
    from factcheck_gui.library.precedents import feeds
    from factcheck_gui.precedents import removing

    with opened_for_writing(library) as store:
        key = next((one.key for one in feeds(store) if one.id == feed), 0)
        if not key:
            raise Problem("No file of earlier checks has this id.", feed)
        gone = sum(removing(store, key, by, datetime.now(UTC)))
        write({"id": feed, "removed": gone})
    return DONE


ALL = (match, precedents)
