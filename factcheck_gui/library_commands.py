"""The commands on a library: import, assess, list, check, backup. No Qt.

``import`` and ``assess`` take the lock and end with status 3 while a window holds it; the others
read beside it. Only ``import`` makes a library: a name mistyped elsewhere is no new one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck_gui.console import (
    DONE,
    REFUSED,
    Inputs,
    article_keys,
    ask_to_replace,
    documents,
    files_argument,
    free_place,
    library_option,
    need_library,
    opened,
    opened_for_writing,
    out_option,
    part_option,
    progress,
    published_option,
    read_in_child,
    tell,
    write,
)
from factcheck_gui.domain import ROUNDS, Problem, Reviewer, Round, storable, uuid7

if TYPE_CHECKING:
    from factcheck_gui.domain import Assessment, Document, Scale
    from factcheck_gui.library.reading import Reader
    from factcheck_gui.library.store import Store


@click.command(name="import")
@library_option
@files_argument
@published_option
@part_option
@click.option("--scale", default="five-point", show_default=True, help="The rating scale.")
@click.option("--reviewer", default="", metavar="NAME", help="Who imports, for the history.")
@click.option("--newer-of", default="", metavar="ID", help="The article this is a newer text of.")
def import_(
    library: Path,
    files: tuple[str, ...],
    published: str | None,
    keys: tuple[str, ...],
    scale: str,
    reviewer: str,
    newer_of: str,
) -> int:
    """Adds articles and their claims to a library, which is made if absent; takes JSON reports
    of this app in with all that they tell."""
    from factcheck_gui.library.scales import shipped

    if scale not in shipped():
        raise click.BadParameter(f"There are {', '.join(shipped())}.", param_hint="--scale")
    if not files:
        raise click.UsageError("Name at least one file.")
    inputs = Inputs()
    reports = [name for name in files if _is_report(name)]
    others = [name for name in files if name not in reports]
    with opened_for_writing(library) as store:
        older = article_keys(store, [newer_of])[0] if newer_of else 0
        _take_reports(store, reports, reviewer, inputs)
        for name, document in documents(others, inputs, keys) if others else ():
            dated = replace(document, published=published or document.published)
            write({"path": name, **_import(store, dated, shipped()[scale], reviewer, older)})
    return inputs.status


def _is_report(name: str) -> bool:
    from factcheck_gui.report_files import is_report

    return is_report(Path(name))


def _take_reports(store: Store, names: Sequence[str], reviewer: str, inputs: Inputs) -> None:
    """Takes JSON reports into a library; what is refused of one, and what there is to say of it,
    is told, and the others go on."""
    from factcheck_gui.library.merging import merge as merge_package
    from factcheck_gui.report_files import read_report
    from factcheck_gui.reports.incoming import admitted

    by = storable(reviewer).strip()
    for name, incoming in read_in_child(names, read_report, inputs):
        found = admitted(incoming, store, by)
        for problem in found.refused:
            inputs.refuse(Problem(problem.what, f"{name}: {problem.where}", problem.kept))
        for note in found.notes:
            tell(f"{name}: {note}")
        if found.package:
            came = merge_package(store, found.package, by, datetime.now(UTC))
            write({"path": name, **asdict(came)})


def _import(
    store: Store, document: Document, scale: Scale, reviewer: str, older: int = 0
) -> dict[str, Any]:
    """Adds one article and, unless that was done before, its claims."""
    from factcheck_gui.jobs import Arrival, find_claims

    key, new = _take(store, document, scale, Reviewer(storable(reviewer).strip()), older)
    article = store.article(key)
    if not article.extracted:  # a new text, or one whose import was cut short
        arrival = Arrival(article, store.held(article))
        with progress(article.row.name) as bar:
            for batch in find_claims(article.text, article.row.published, article.blocks):
                arrival.take(store, batch)
                if bar:
                    bar(batch.done, batch.total)
        if article.version_number > 1:
            for _ in arrival.replace(store):
                pass
        arrival.finish(store, datetime.now(UTC))
    row = store.article(key).row
    told = {"id": row.id, "title": row.title, "claims": row.tally.claims, "new": new}
    return {**told, "version": article.version_number} if article.version_number > 1 else told


def _take(
    store: Store, document: Document, scale: Scale, by: Reviewer, older: int
) -> tuple[int, bool]:
    """An article's row id and whether it is new: a newer text of one that is there is its next
    version, of ``older`` whatever it says."""
    from factcheck_gui.anchoring import carry
    from factcheck_gui.library.versions import ALIKE

    known = older or store.alike(document)
    if known:
        before = store.older(known)
        found = carry(before.texts, document.text, before.claims, before.current)
        if older or found.kept >= ALIKE:
            store.add_version(known, document, found, by, datetime.now(UTC))
            return known, False
    return store.add_article(document, scale, by.name, datetime.now(UTC))


@click.command()
@library_option
@click.option("--claim", required=True, metavar="UUID")
@click.option("--verdict", required=True, metavar="LABEL", help="A label of the article's scale.")
@click.option("--free-text", is_flag=True, help="The verdict is in own words, outside the scale.")
@click.option("--reason", metavar="TEXT", help="The reason to publish.")
@click.option("--reviewer", required=True, metavar="NAME")
@click.option("--round", "round_", type=click.Choice(ROUNDS), default="first", show_default=True)
def assess(
    library: Path, claim: str, verdict: str, free_text: bool, reason: str | None,
    reviewer: str, round_: Round,
) -> int:  # fmt: skip
    """Records one assessment, for scripts."""
    by = Reviewer(storable(reviewer).strip(), round_)
    if not by.name or not verdict.strip():
        raise click.UsageError("A reviewer and a verdict need a name.")
    need_library(library)
    with opened_for_writing(library) as store:
        key = store.claim_key(claim)
        if key is None:
            raise Problem("There is no claim with this id.", claim)
        label = None if free_text else _label(store.scale(store.claim(key).article), verdict)
        values = {"verdict": label or verdict.strip(), "free_text": free_text}
        more = {} if reason is None else {"reason": reason}
        store.assess(key, by, datetime.now(UTC), {**values, **more})
        given = store.assessment(key, by)
    if given:
        write(_assessment(claim, given))
    return DONE


def _label(scale: Scale, verdict: str) -> str:
    label = scale.label(verdict.strip())
    if label is None:
        there = ", ".join(one.text for one in scale.labels)
        raise click.BadParameter(f"{scale.name} has {there}.", param_hint="--verdict")
    return label.text


def _assessment(claim: str, given: Assessment) -> dict[str, Any]:
    names = ("id", "reviewer", "round", "verdict", "free_text", "reason", "at")
    return {"claim": claim, **{name: getattr(given, name) for name in names}}


@click.command(name="list")
@library_option
@click.option("--article", metavar="ID", help="The claims of this article.")
def list_(library: Path, article: str | None) -> int:
    """Lists the articles of a library, or the claims of one with their current verdicts."""
    with opened(library) as reader:
        if article is None:
            for row in reader.article_rows():
                tally = row.tally
                about = {"id": row.id, "title": row.title, "opening": row.opening}
                write({**about, "claims": tally.claims, "reviewed": tally.reviewed})
            return DONE
        (key,) = article_keys(reader, [article])
        for one in _claims(reader, key):
            write(one)
    return DONE


def _claims(reader: Reader, article: int) -> Iterator[dict[str, Any]]:
    """Every claim of an article, listed or not, in its order, some hundreds at a time."""
    keys = reader.every_claim(article)
    for start in range(0, len(keys), 500):
        for one in reader.claims(keys[start : start + 500]):
            yield {
                "id": one.id,
                "text": one.text,
                "spans": [[span.start, span.end] for span in one.spans],
                "claimant": one.claimant or None,
                "score": round(one.score, 6),
                "listed": one.listed,
                "verdict": one.verdict,
                "state": one.state,
                "dismissed": one.dismissed,
            }


@click.command()
@library_option
def check(library: Path) -> int:
    """Looks whether a library is whole; prints what is wrong, exit status 1 where anything is."""
    from factcheck_gui.library.check import check as check_library
    from factcheck_gui.library.check import heads

    found = 0
    with opened(library) as reader:
        for one in check_library(reader.connection):
            found += 1
            write({"check": one.check, "where": one.where, "what": one.what})
        for chain, head in heads(reader.connection).items():
            tell(f"The event log of {chain} ends with {head}. Kept elsewhere, it proves the log.")
    return REFUSED if found else DONE


@click.command()
@library_option
@out_option
def backup(library: Path, out: Path) -> int:
    """Makes a consistent copy of a library, also while it is in use."""
    from factcheck_gui.jobs import copy

    ask_to_replace(out)
    copy(library, out)
    write({"path": str(out), "warnings": []})
    return DONE


@click.command()
@library_option
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only these.")
@click.option("--reviewer", "names", multiple=True, metavar="NAME", help="Only these.")
def agreement(library: Path, articles: tuple[str, ...], names: tuple[str, ...]) -> int:
    """How far reviewers agree: kappa and alpha with intervals, one JSON object a rating scale."""
    from factcheck_gui.agreement import measure, to_json
    from factcheck_gui.library.ratings import ratings, scales

    with opened(library) as reader:
        unknown = set(names) - set(reader.reviewers())
        if unknown:
            raise Problem("No reviewer of this library has this name.", ", ".join(sorted(unknown)))
        given = ratings(reader.connection, article_keys(reader, articles))
        chosen = [one for one in given if not names or one.reviewer in names]
        found = measure(chosen, scales(reader.connection))
    for one in found:
        write(to_json(one))
    if not found:
        tell("Nobody has given a verdict here yet.")
    return DONE


@click.command()
@library_option
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only these.")
@click.option("--blind", is_flag=True, help="For a second reviewer: without any judgement.")
@click.option("--with-notes", is_flag=True, help="Takes private notes along.")
@out_option
def package(
    library: Path, articles: tuple[str, ...], blind: bool, with_notes: bool, out: Path
) -> int:
    """Writes one file for a colleague: articles with their claims, verdicts, evidence, history."""
    from factcheck_gui.library.packing import write_package

    if blind and with_notes:
        raise click.UsageError("A blind package has no notes.")
    free_place(out)
    at = datetime.now(UTC)
    with opened(library) as reader, progress(out.name) as bar:
        keys = article_keys(reader, articles)
        id_ = uuid7(at, os.urandom(10))
        write_package(
            reader.connection, keys, out,
            id=id_, at=at, blind=blind, notes=with_notes, progress=bar,
        )  # fmt: skip
    write({"path": str(out), "warnings": []})
    return DONE


@click.command()
@library_option
@click.argument("packages", nargs=-1, required=True, metavar="PACKAGE...")
@click.option("--reviewer", default="", metavar="NAME", help="Who merges, for the history.")
def merge(library: Path, packages: tuple[str, ...], reviewer: str) -> int:
    """Takes packages and JSON reports into a library, which is made if absent. Nothing is
    overwritten."""
    from factcheck_gui.library.merging import merge as merge_package
    from factcheck_gui.library.unpacking import read_package

    inputs = Inputs()
    reports = [name for name in packages if _is_report(name)]
    with opened_for_writing(library) as store:
        _take_reports(store, reports, reviewer, inputs)
        for name in packages:
            if name in reports:
                continue
            try:
                came = merge_package(
                    store, read_package(Path(name)), storable(reviewer).strip(), datetime.now(UTC)
                )
            except Problem as problem:
                inputs.refuse(problem)
                continue
            write({"path": name, **asdict(came)})
    return inputs.status


ALL = (import_, assess, list_, check, backup, agreement, package, merge)
