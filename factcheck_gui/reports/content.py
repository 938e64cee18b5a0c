"""What a report is made of, and what may leave the desk.

Here: the frozen input of every writer, the door that strips what was not chosen, private notes and
the names of anonymous sources, and the choice of claims. Not here: any output format, files,
verdicts and counts (``verdicts``, ``tallies``), words of a language (``wording``).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck_gui import domain, paths
from factcheck_gui.reports import verdicts

if TYPE_CHECKING:
    from factcheck_gui.library.background import Background

DISPUTED_KEY = "≠"  # of disputed claims in ``Choices.verdicts``; no verdict of a scale


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A claim, every assessment of it, oldest first, and the evidence by its numbers."""

    claim: domain.Claim
    assessments: tuple[domain.Assessment, ...] = ()
    evidence: tuple[domain.Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportArticle:
    """An article, the scale its verdicts use, and all its claims (the writers choose).

    ``versions`` are those of its text, the first one first. ``background`` is what only the JSON
    report tells, where it was asked for.
    """

    article: domain.Article
    scale: domain.Scale
    claims: tuple[ReportClaim, ...] = ()
    versions: tuple[domain.VersionRow, ...] = ()
    background: Background | None = None


Measure = Literal["krippendorff nominal", "krippendorff ordinal", "fleiss", "cohen"]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """How far reviewers agree by one measure, with the 95 % interval, over ``claims`` claims.

    ``value`` is None where the measure is not defined there. ``agreed`` is the number of claims
    with the same verdict, of a pair (cohen) only.
    """

    measure: Measure
    reviewers: tuple[str, ...]
    value: float | None
    low: float | None
    high: float | None
    claims: int
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The coefficients of the verdicts on one scale, over all claims of the report's articles that
    two reviewers rated at least; ``unanimous`` of these have one verdict alone."""

    scale: str
    reviewers: tuple[str, ...]
    claims: int
    unanimous: int
    coefficients: tuple[Coefficient, ...] = ()


@dataclass(frozen=True, slots=True)
class Included:
    """What is told beside claims and verdicts."""

    reasons: bool = True
    evidence: bool = True
    corrections: bool = True
    method: bool = True
    scale: bool = True
    history: bool = False  # every assessment over time, also those that were replaced
    agreement: bool = False  # the coefficients between reviewers
    notes: bool = False  # private notes, then marked as private


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person who exports has chosen.

    ``verdicts`` are those whose claims are listed, as stored: "" for claims that nobody judged,
    ``DISPUTED_KEY`` for disputed ones; None lists all. ``url`` is where the check is or will be
    published, "" while that is not known. ``logo`` is a PNG, JPEG or SVG as read from its file;
    ``language`` that of the fixed words; ``template`` names a newsroom's own look, "" is ours.
    """

    only_reviewed: bool = False
    verdicts: tuple[str, ...] | None = None
    included: Included = Included()
    organisation: str = ""
    url: str = ""
    logo: bytes = b""
    language: str = "en"
    template: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a writer may know.

    Hand over all claims of each article: the writers choose by ``choices``, and can then still say
    how many claims were found. Days are shown in the time zone of ``exported_at``, which must have
    one. ``reviewer`` is who exports. ``agreement`` is filled where the choices include it.
    """

    exported_at: datetime
    articles: tuple[ReportArticle, ...]
    choices: Choices = Choices()
    reviewer: str = ""
    made_with: str = paths.TOOL
    agreement: tuple[Agreement, ...] = ()


class Written(NamedTuple):
    """A report in a format, and what the format has to say of it all the same, a sentence each."""

    data: bytes
    warnings: tuple[str, ...] = ()


# ---------------------------------------------------------------- what may leave, and what does


def public(report: Report) -> Report:
    """The report without what its choices do not include, and without what would name an anonymous
    source. Private notes stay only where they were chosen: a writer marks them.

    Every writer begins with this.
    """
    included = report.choices.included
    articles = tuple(_public_article(one, included) for one in report.articles)
    agreement = report.agreement if included.agreement else ()
    return replace(report, articles=articles, agreement=agreement)


def _public_article(one: ReportArticle, included: Included) -> ReportArticle:
    claims = tuple(_public_claim(claim, included) for claim in one.claims)
    known = one.background and _public_background(one, one.background, included)
    return replace(one, claims=claims, background=known)


_NAMING = ("title", "author", "publisher", "url", "published")  # of a source


def _public_background(one: ReportArticle, known: Background, included: Included) -> Background:
    """Without the hands that named a source before it was anonymous, and without reasons."""
    evidence = (found for claim in one.claims for found in claim.evidence)
    unnamed = {e.source.id for e in evidence if e.source and e.source.anonymous}
    left_out = () if included.reasons else ("dismissed",)
    edits = {
        subject: tuple(
            edit
            for edit in lines
            if edit.field not in (_NAMING if subject in unnamed else left_out)
        )
        for subject, lines in known.edits.items()
    }
    return replace(known, edits=edits)


def _public_claim(one: ReportClaim, included: Included) -> ReportClaim:
    """Without the history, only the last assessment of each reviewer in each round is left: all
    that says which verdict stands."""
    given = one.assessments if included.history else verdicts.last(one.assessments)
    evidence = one.evidence if included.evidence else ()
    claim = one.claim
    if claim.dismissed and not included.reasons:
        claim = replace(claim, dismissed="")
    return ReportClaim(
        claim,
        tuple(_public_assessment(a, included) for a in given),
        tuple(map(_public_evidence, evidence)),
    )


def _public_assessment(one: domain.Assessment, included: Included) -> domain.Assessment:
    public = (
        one.reason if included.reasons else "",
        one.note if included.notes else "",
        one.public_note if included.corrections else "",
        one.refs if included.reasons and included.evidence else (),
    )
    if public == (one.reason, one.note, one.public_note, one.refs):
        return one
    reason, note, public_note, refs = public
    return replace(one, reason=reason, note=note, public_note=public_note, refs=refs)


def _public_evidence(one: domain.Evidence) -> domain.Evidence:
    """An anonymous source without names, address and copies (whose hash would betray a page)."""
    if one.source is None or not one.source.anonymous:
        return one
    unnamed = replace(one.source, title="", author="", publisher="", url="")
    return replace(one, source=replace(unnamed, published="", copies=()))


def choose(report: Report) -> Report:
    """The report with the claims that its choices list.

    Reviewed means that a verdict stands or is disputed. A claim that was dismissed is none of
    these, nor of any verdict.
    """
    choices = report.choices
    if not choices.only_reviewed and choices.verdicts is None:
        return report
    wanted = None if choices.verdicts is None else {one.casefold() for one in choices.verdicts}

    def chosen(one: ReportClaim) -> bool:
        if choices.only_reviewed and not is_reviewed(one):
            return False
        return wanted is None or (one.claim.dismissed is None and _verdict_key(one) in wanted)

    articles = (replace(one, claims=tuple(filter(chosen, one.claims))) for one in report.articles)
    return replace(report, articles=tuple(articles))


def _verdict_key(one: ReportClaim) -> str:
    """A claim's current verdict as ``Choices.verdicts`` names it, in small letters."""
    return DISPUTED_KEY if one.claim.state == "disputed" else (one.claim.verdict or "").casefold()


def is_reviewed(claim: ReportClaim) -> bool:
    """Whether a verdict was given, agreed on or not, and the claim was not dismissed."""
    return claim.claim.state != "open" and claim.claim.dismissed is None


def listed(article: ReportArticle) -> tuple[ReportClaim, ...]:
    """The claims that a reader is shown, in the order of the text: those of the reviewer's list,
    without what was set aside as not a claim."""
    shown = (one for one in article.claims if one.claim.shown and one.claim.dismissed is None)
    return tuple(sorted(shown, key=_place))


def _place(claim: ReportClaim) -> tuple[int, int, int]:
    end = domain.Span(sys.maxsize, sys.maxsize)  # one that is in the text no more comes last
    first = min(claim.claim.spans, key=lambda s: s.start, default=end)
    return first.start, first.end, claim.claim.number


def reason(claim: ReportClaim, given: domain.Assessment) -> str:
    """An assessment's reason with its ``[1]`` as the evidence is numbered now."""
    numbers = {one.id: one.number for one in claim.evidence}
    return domain.recited(given.reason, dict(given.refs), numbers)
