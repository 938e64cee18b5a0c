"""The commands on earlier checks: which earlier claims answer a sentence. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck_gui.console import Inputs, progress, records, write

if TYPE_CHECKING:
    from factcheck_gui.domain import Progress

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
def match(claims: str, queries: str) -> int:
    """Finds the earlier claims that say the same as each query, best first, at most 20."""
    from factcheck_gui.claims.matching import Matcher

    if claims == queries == "-":
        raise click.UsageError("Only one of the two can be standard input.")
    inputs = Inputs()
    known = list(records(claims, inputs, "claim"))
    with progress(claims) as bar:
        matcher = Matcher(list(_imprints(known, bar)))
    for query in records(queries, inputs, "query"):
        best = matcher.best(query["query"])
        found = [{"id": known[n]["id"], "score": round(score, 4)} for n, score in best]
        write({"id": query["id"], "matches": found})
    return inputs.status


def _words(record: dict[str, Any]) -> str:
    """A claim and what stands beside it, as one text to be found by."""
    beside = (record.get(name) for name in _BESIDE)
    return " ".join([record["claim"], *(one for one in beside if isinstance(one, str))])


def _imprints(known: list[dict[str, Any]], bar: Progress | None) -> Iterator[bytes]:
    from factcheck_gui.claims.matching import imprint

    for number, one in enumerate(known):
        if bar and number % _STEP == 0:
            bar(number, len(known))
        yield imprint(_words(one))


ALL = (match,)
