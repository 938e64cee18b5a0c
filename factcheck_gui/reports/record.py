"""What only some readers are told, in words: a claim's history, private notes, and agreement.

Here: frozen values of plain text, each a line or a row, made only where they were chosen. Not here:
mark-up, the statistics (``agreement`` outside this room), what may leave (``content.public``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck_gui import domain
from factcheck_gui.reports import content, runs, verdicts
from factcheck_gui.reports.verdicts import Look
from factcheck_gui.reports.words import Words


@dataclass(frozen=True, slots=True)
class Past:
    """One assessment in the history of a claim; ``look`` is None where no verdict was given, or
    one was taken back. The texts are plain and in one line."""

    when: str
    by: str  # the round and the reviewer: "second review by Ada"
    look: Look | None
    verdict: str  # with its symbol; in words where there is none
    reason: str
    told: str  # of a correction: what readers are told


@dataclass(frozen=True, slots=True)
class Private:
    """A reviewer's note to colleagues, which a writer marks as private."""

    reviewer: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far the reviewers agree on one scale: a sentence, and a row of words a coefficient."""

    scale: str
    summary: str
    rows: tuple[tuple[str, str, str, str, str], ...]  # in the order of ``COLUMNS``


MEASURES: dict[content.Measure, str] = {  # the words for each
    "krippendorff nominal": "krippendorff_nominal",
    "krippendorff ordinal": "krippendorff_ordinal",
    "fleiss": "fleiss",
    "cohen": "cohen",
}
COLUMNS = ("measure", "reviewers", "value", "interval", "claims")  # the words of the heads


def history(scale: domain.Scale, claim: content.ReportClaim, words: Words) -> tuple[Past, ...]:
    """Every assessment of a claim, the first one first."""
    return tuple(
        _past(scale, claim, one, words) for one in sorted(claim.assessments, key=lambda a: a.at)
    )


def _past(
    scale: domain.Scale, claim: content.ReportClaim, one: domain.Assessment, words: Words
) -> Past:
    look = verdicts.verdict_look(scale, one.verdict) if one.verdict else None
    return Past(
        when=_time(one.at, words),
        by=words(f"round_{one.round}", who=one.reviewer),
        look=look,
        verdict=f"{look.symbol} {look.text}" if look else words("no_verdict"),
        reason=plain(content.reason(claim, one)),
        told=" ".join(one.public_note.split()),
    )


def _time(iso: str, words: Words) -> str:
    try:
        return f"{words.day(iso)}, {words.time_of(datetime.fromisoformat(iso))}"
    except (ValueError, OverflowError):
        return iso


def sentence(one: Past) -> str:
    """An assessment of the history in one line: when, who, verdict, reason."""
    return " — ".join(filter(None, (f"{one.when}, {one.by}: {one.verdict}", one.reason, one.told)))


def notes(claim: content.ReportClaim, words: Words) -> tuple[Private, ...]:
    """The private notes on a claim, the first one first; a note that was only carried on by a later
    assessment of the same person stands once."""
    found: dict[tuple[str, str], str] = {}
    for one in sorted(claim.assessments, key=lambda a: a.at):
        if one.note.strip():
            found.setdefault((one.reviewer, one.note.strip()), words.day(one.at))
    return tuple(Private(reviewer, day, text) for (reviewer, text), day in found.items())


def plain(reason: str) -> str:
    """A reason in one line of plain text."""
    return " ".join(line(one) for one in runs.paragraphs(reason))


def line(one: runs.Paragraph) -> str:
    """A paragraph of a reason in one line, with the label of an item."""
    text = "".join(run.text for run in one.runs)
    return " ".join(f"{one.label} {text}".split())


# ---------------------------------------------------------------- agreement


def agreement(report: content.Report, words: Words) -> tuple[Agreed, ...]:
    """What was measured, a scale each."""
    return tuple(
        Agreed(
            one.scale,
            words("agreement_over", one.claims, scale=one.scale, same=words.number(one.unanimous)),
            tuple(_row(found, words) for found in one.coefficients),
        )
        for one in report.agreement
    )


def _row(one: content.Coefficient, words: Words) -> tuple[str, str, str, str, str]:
    between = ""
    if one.low is not None and one.high is not None:
        between = words("between", low=_number(one.low, words), high=_number(one.high, words))
    return (
        words(MEASURES[one.measure]),
        words.joined(one.reviewers),
        words("not_defined") if one.value is None else _number(one.value, words),
        between,
        words.number(one.claims),
    )


def _number(value: float, words: Words) -> str:
    return words.number(value, 2).replace("-", "−")


def heads(words: Words) -> tuple[str, ...]:
    """The heads of the columns of ``Agreed.rows``."""
    return tuple(words(name) for name in COLUMNS)
