"""The command ``export``: a report on articles, and what it tells. No Qt.

Here: from words to ``content.Choices``, and what a script is warned of. Not here: the work
(``jobs.export``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck_gui.console import (
    DONE,
    article_keys,
    free_place,
    library_option,
    opened,
    out_option,
    progress,
    write,
)
from factcheck_gui.domain import storable

if TYPE_CHECKING:
    from factcheck_gui.domain import Article
    from factcheck_gui.library.reading import Reader
    from factcheck_gui.reports.content import Choices, Included

_VERDICT = "Only claims of this verdict, “To review” and “Disputed” too; repeatable."
_WHAT = "reasons, evidence, corrections, method, scale, history, agreement"


def _parts(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Names that were given one by one or parted by commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


_with = click.option(
    "--with", "more", multiple=True, metavar="LIST", callback=_parts, help=f"What to tell: {_WHAT}."
)
_without = click.option(
    "--without", "less", multiple=True, metavar="LIST", callback=_parts, help="What to leave out."
)


@click.command()
@library_option
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only these.")
@click.option("--format", "format_", required=True, metavar="F", help="html, pdf, docx, json …")
@click.option(
    "--reviewed", "--only-reviewed", "only_reviewed", is_flag=True, help="Only reviewed claims."
)
@click.option("--verdict", "verdicts", multiple=True, metavar="LABEL", help=_VERDICT)
@_with
@_without
@click.option("--with-notes", is_flag=True, help="Tells private notes; the report says so.")
@click.option("--copies", is_flag=True, help="A ZIP file with the kept copies that it cites.")
@click.option("--organisation", default="", metavar="NAME", help="Who publishes the check.")
@click.option("--url", default="", metavar="URL", help="Where it is published, for ClaimReview.")
@click.option("--logo", metavar="FILE", type=click.Path(path_type=Path), help="PNG, JPEG or SVG.")
@click.option("--language", default="en", metavar="CODE", help="Of the fixed words: en, de …")
@click.option("--template", default="", metavar="NAME", help="A look of your own.")
@out_option
def export(
    library: Path, articles: tuple[str, ...], format_: str, copies: bool, out: Path, **chosen: Any
) -> int:
    """Writes a report on articles (all of them, if none is named), without private notes unless
    they are asked for."""
    from factcheck_gui.jobs import export as write_report
    from factcheck_gui.reports.writing import FORMATS

    _known(format_, FORMATS, "--format")
    choices = _choices(format_, **chosen)
    free_place(out)
    with opened(library) as reader:
        keys = article_keys(reader, articles)
        choices = replace(choices, verdicts=_verdicts(reader, keys, chosen["verdicts"]))
        warnings = [*_without_effect(format_, copies, chosen), *_lacking(reader, keys, choices)]
    with progress(out.name) as bar:
        made = write_report(
            library, keys, choices,
            format=format_, out=out, at=datetime.now(UTC), copies=copies, progress=bar,
        )  # fmt: skip
    write({"path": str(out), "warnings": [*warnings, *made.warnings]})
    return DONE


def _known(name: str, known: Iterable[str], option: str) -> None:
    """Wrong usage where there is nothing of this name."""
    there = list(known)
    if name not in there:
        others = f"there are {', '.join(there)}" if there else "there are none yet"
        raise click.BadParameter(f"There is no “{name}”; {others}.", param_hint=option)


# ---------------------------------------------------------------- what was chosen


def _choices(format_: str, **chosen: Any) -> Choices:
    from factcheck_gui.reports import logos, templates, words
    from factcheck_gui.reports.content import Choices

    _known(chosen["language"], words.languages(), "--language")
    if chosen["template"]:
        _known(chosen["template"], [one.name for one in templates.templates()][1:], "--template")
    return Choices(
        only_reviewed=chosen["only_reviewed"],
        included=_included(format_, chosen["more"], chosen["less"], chosen["with_notes"]),
        organisation=storable(chosen["organisation"]),
        url=storable(chosen["url"]),
        logo=logos.read(chosen["logo"]) if chosen["logo"] else b"",
        language=chosen["language"],
        template=chosen["template"],
    )


def _included(format_: str, more: Sequence[str], less: Sequence[str], notes: bool) -> Included:
    """What the format usually tells, but for what was asked for."""
    from factcheck_gui.reports.content import Included
    from factcheck_gui.reports.writing import usual

    names = [one.name for one in fields(Included) if one.name != "notes"]
    for option, given in (("--with", more), ("--without", less)):
        for name in given:
            _known(name, names, option)
    if both := set(more) & set(less):
        raise click.UsageError(f"Either with or without {min(both)}.")
    wanted = {**dict.fromkeys(more, True), **dict.fromkeys(less, False)}
    return replace(usual(format_), **wanted, notes=notes)


def _verdicts(reader: Reader, keys: Sequence[int], given: Sequence[str]) -> tuple[str, ...] | None:
    """The verdicts as claims have them: labels of the articles' scales, and those in use."""
    from factcheck_gui.reports.content import DISPUTED_KEY
    from factcheck_gui.reports.verdicts import DISPUTED, OPEN

    if not given:
        return None
    labels = [label.text for key in keys for label in reader.scale(key).labels]
    used = [text for row in reader.article_rows(keys=keys) for text, _ in row.tally.verdicts]
    keyed = {OPEN.text.casefold(): "", DISPUTED.text.casefold(): DISPUTED_KEY}
    keyed |= {text.casefold(): text for text in (*used, *labels)}
    for one in given:
        if one.strip().casefold() not in keyed:
            there = ", ".join(dict.fromkeys((*labels, *used, OPEN.text, DISPUTED.text)))
            raise click.BadParameter(
                f"No claim here can have the verdict “{one}”; there are {there}.",
                param_hint="--verdict",
            )
    return tuple(keyed[one.strip().casefold()] for one in given)


# ---------------------------------------------------------------- what to look at


def _without_effect(format_: str, copies: bool, chosen: dict[str, Any]) -> Iterator[str]:
    """What was asked for and makes no difference to the format."""
    from factcheck_gui.reports.writing import applies

    asked = {
        **dict.fromkeys((*chosen["more"], *chosen["less"]), True),
        "notes": chosen["with_notes"],
        "copies": copies,
        "organisation": bool(chosen["organisation"]) and not copies,  # which tell it beside them
        "url": bool(chosen["url"]),
        "logo": chosen["logo"] is not None,
        "language": chosen["language"] != "en",
        "template": bool(chosen["template"]),
    }
    for name, wanted in asked.items():
        if wanted and name not in applies(format_):
            yield f"The choice of {name} makes no difference to {format_}."


def _lacking(reader: Reader, keys: Sequence[int], choices: Choices) -> Iterator[str]:
    """What somebody may want to mend in the articles first."""
    from factcheck_gui.library.readiness import among, sentences, unready

    for key in keys:
        article = reader.article(key)
        name, tally = article.row.name, article.row.tally
        if not article.extracted:
            yield f"{name}: its claims were not found to the end."
        if choices.only_reviewed and not tally.reviewed + tally.disputed:
            yield f"{name}: no claim is reviewed."
        chosen = _numbers(reader, article, choices)
        if choices.verdicts is not None and not chosen:
            yield f"{name}: no claim has a verdict that was chosen."
        for told in sentences(among(unready(reader, key), chosen)):
            yield f"{name}: {told}"


def _numbers(reader: Reader, article: Article, choices: Choices) -> set[int]:
    """The numbers of the claims that are chosen."""
    from factcheck_gui.reports.content import Report, ReportArticle, ReportClaim, choose

    key = article.row.key
    claims = tuple(map(ReportClaim, reader.claims(reader.claim_keys(key))))
    report = Report(
        datetime.now(UTC), (ReportArticle(article, reader.scale(key), claims),), choices
    )
    return {one.claim.number for found in choose(report).articles for one in found.claims}


ALL = (export,)
