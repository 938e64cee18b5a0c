"""The sheets of the workbook: which there are, their columns with what each holds, and their rows.

The claims have the columns of the table (``table.columns``), what people read before what machines
need. What was not chosen has no column and no sheet; private notes, where they were chosen, have a
column of that name. Days and times are typed. Not here: cells, looks, files (``workbook``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from factcheck_gui import domain
from factcheck_gui.reports import content, table, verdicts
from factcheck_gui.reports.words import Words

Cell = str | int | float | date | None
_OLDEST = date(1900, 3, 1)  # Excel counts days from 1900 and takes that year for a leap year

_READ_FIRST = (
    "article_title claim_number text wording claimant state verdict reason reviewers assessed_at "
    "evidence"
).split()
EVIDENCE = {
    "article_title": "title of the article",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "number": "what [1] in a reason means",
    "stance": "supports, refutes, context or nothing found",
    "source": "title of the source",
    "author": "who wrote it",
    "publisher": "who published it",
    "published": "day of publication",
    "url": "its address",
    "source_kind": "document, interview, data, own check or other",
    "primary": "1 where it is first-hand",
    "anonymous": "1 where its name is known to the newsroom and not published",
    "conflict": "a conflict of interest",
    "question": "what was asked",
    "answer": "what was answered",
    "quote": "its words",
    "locator": "page, minute, table",
    "read_on": "day when it was read",
    "copies": "names of the kept copies, a line each",
    "copies_sha256": "SHA-256 of each of them",
}
ASSESSMENTS = {
    "article_title": "title of the article",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "reviewer": "who gave the verdict",
    "round": "first, second, adjudication or correction",
    "verdict": "the verdict, empty where it was taken back",
    "own_words": "1 where the verdict is no label of the scale",
    "reason": "the published reason",
    "public_note": "of a correction: what readers are told",
    "at": "when it was given, UTC",
    "private_note": "the reviewer's note to colleagues: not for publication",
}
_OF = {"reasons": "reason", "corrections": "public_note", "notes": "private_note"}  # assessments
COEFFICIENTS = {
    "scale": "name of the rating scale",
    "measure": "Krippendorff's alpha (nominal, ordinal), Fleiss' kappa, Cohen's kappa of two",
    "reviewers": "whose verdicts are compared",
    "value": "1 is full agreement, 0 what chance alone would give; empty where not defined",
    "low_95": "where the 95 % interval begins",
    "high_95": "where it ends",
    "claims": "how many claims of the articles are compared, also those that are not listed",
    "agreed": "of two reviewers: claims with the same verdict",
}
SCALE = {
    "scale": "name of the rating scale",
    "verdict": "a label of it",
    "symbol": "its symbol",
    "order": "1 is best; empty outside the order",
    "value": "its number, where the scale has some",
    "claimskg": "the verdict on the ClaimsKG scale",
    "meaning": "what it means",
}
BY = "by "  # and a reviewer: a column each
AGREEMENT = {
    "article_title": "title of the article",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "agree": "1 where all first and second verdicts are the same, 0 where not, empty with only one",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns with what they hold, and its rows."""

    name: str
    columns: dict[str, str]
    rows: Iterable[dict[str, Cell]]


def sheets(
    report: content.Report, words: Words, progress: domain.Progress | None
) -> Iterator[Sheet]:
    """The sheets in their order; rows are made while they are read. ``report`` must be public and
    chosen already."""
    included = report.choices.included
    yield Sheet("Claims", _read_first(table.columns(included)), _claims(report, words, progress))
    if included.evidence:
        yield Sheet("Evidence", EVIDENCE, _evidence(report, words))
    yield Sheet("Assessments", _assessed(included), _assessments(report))
    names = {f"{BY}{name}": "" for name in _reviewers(report)}
    yield Sheet("Agreement", {**AGREEMENT, **names}, _agreement(report))
    if included.agreement:
        yield Sheet("Coefficients", COEFFICIENTS, _coefficients(report))
    if included.scale:
        yield Sheet("Scale", SCALE, _labels(report))


def _read_first(columns: dict[str, str]) -> dict[str, str]:
    """The columns of a table in an order to be read, not behind ids and hashes."""
    first = {name: columns[name] for name in _READ_FIRST if name in columns}
    return first | columns


def _assessed(included: content.Included) -> dict[str, str]:
    out = {column for name, column in _OF.items() if not getattr(included, name)}
    return {name: meaning for name, meaning in ASSESSMENTS.items() if name not in out}


def when(iso: str) -> Cell:
    """An ISO date or time as Excel's own; anything else as it stands."""
    try:
        if "T" in iso:
            at = datetime.fromisoformat(iso).astimezone(UTC).replace(tzinfo=None)
            return at if at.date() >= _OLDEST else iso
        day = date.fromisoformat(iso)
        return day if day >= _OLDEST else iso
    except (ValueError, OverflowError):
        return iso


# ---------------------------------------------------------------- rows


def _claims(
    report: content.Report, words: Words, progress: domain.Progress | None
) -> Iterator[dict[str, Cell]]:
    timed, included = (
        ("published", "assessed_at", "corrected_at", "signed_at"),
        report.choices.included,
    )
    for number, article in enumerate(report.articles, 1):
        for row in table.rows(article, included, words):
            yield {**row, **{name: when(str(row[name])) for name in timed}}
        if progress:
            progress(number, len(report.articles))


def _each(
    report: content.Report,
) -> Iterator[tuple[content.ReportClaim, dict[str, Cell]]]:
    """Every claim of the list with the columns that name it."""
    for article in report.articles:
        for one in content.listed(article):
            title, claim = article.article.row.name, one.claim
            names = ("article_title", "claim_number", "claim_id")
            yield one, dict(zip(names, (title, claim.number, claim.id), strict=True))


def _evidence(report: content.Report, words: Words) -> Iterator[dict[str, Cell]]:
    for claim, about in _each(report):
        for one in sorted(claim.evidence, key=lambda e: e.number):
            yield {**about, **_piece(one), **_source(one.source, words)}


def _piece(one: domain.Evidence) -> dict[str, Cell]:
    return {
        "number": one.number,
        "stance": one.stance,
        "question": one.question,
        "answer": one.answer,
        "quote": one.quote,
        "locator": one.locator,
        "read_on": when(one.read_on),
    }


def _source(one: domain.Source | None, words: Words) -> dict[str, Cell]:
    if one is None:
        return {}
    return {
        "source": words("unnamed") if one.anonymous else one.title,
        "author": one.author,
        "publisher": one.publisher,
        "published": when(one.published),
        "url": one.url,
        "source_kind": one.kind,
        "primary": int(one.primary),
        "anonymous": int(one.anonymous),
        "conflict": one.conflict,
        "copies": "\n".join(copy.name for copy in one.copies),
        "copies_sha256": "\n".join(copy.sha256 for copy in one.copies),
    }


def _assessments(report: content.Report) -> Iterator[dict[str, Cell]]:
    for claim, about in _each(report):
        for one in claim.assessments:
            yield {
                **about,
                "reviewer": one.reviewer,
                "round": one.round,
                "verdict": one.verdict,
                "own_words": int(one.free_text),
                "reason": content.reason(claim, one),
                "public_note": one.public_note,
                "at": when(one.at),
                "private_note": one.note,
            }


def _coefficients(report: content.Report) -> Iterator[dict[str, Cell]]:
    for found in report.agreement:
        for one in found.coefficients:
            yield {
                "scale": found.scale,
                "measure": one.measure,
                "reviewers": "; ".join(one.reviewers),
                "value": one.value,
                "low_95": one.low,
                "high_95": one.high,
                "claims": one.claims,
                "agreed": one.agreed,
            }


def _labels(report: content.Report) -> Iterator[dict[str, Cell]]:
    """The labels of each scale, in the order of its number keys."""
    for scale in {one.scale.id: one.scale for one in report.articles}.values():
        for one in scale.labels:
            yield {
                "scale": scale.name,
                "verdict": one.text,
                "symbol": one.symbol,
                "order": one.order,
                "value": one.value,
                "claimskg": one.claimskg,
                "meaning": one.meaning,
            }


def _reviewers(report: content.Report) -> list[str]:
    names = (a.reviewer for claim, _ in _each(report) for a in _independent(claim))
    return list(dict.fromkeys(names))


def _independent(claim: content.ReportClaim) -> list[domain.Assessment]:
    """The verdicts that were given for themselves, not over those of others."""
    return [a for a in verdicts.latest(claim.assessments) if a.round in ("first", "second")]


def _agreement(report: content.Report) -> Iterator[dict[str, Cell]]:
    for claim, about in _each(report):
        given = {a.reviewer: a.verdict for a in _independent(claim)}
        if given:
            same = int(len(set(given.values())) == 1) if len(given) > 1 else None
            verdicts = {f"{BY}{name}": verdict for name, verdict in given.items()}
            yield {**about, "agree": same, **verdicts}
