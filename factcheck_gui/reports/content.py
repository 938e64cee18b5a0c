"""What a report is made of, and what may leave the desk.

Here: the frozen input of every writer, the door that strips private notes and the names of
anonymous sources, the choice of claims, counts, which assessments carry a verdict, and what was
corrected. Not here: any output format, files, words of a language (``wording``), evidence in words
(``sources``), places in the text (``passages``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck_gui import domain, paths

if TYPE_CHECKING:
    from factcheck_gui.library.background import Background

Style = Literal["given", "open", "disputed"]


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
    given = one.assessments if included.history else _last(one.assessments)
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


# ---------------------------------------------------------------- verdicts


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is shown: word, symbol and tone, never the tone alone."""

    text: str
    symbol: str
    tone: str
    style: Style = "given"


OPEN = Look("To review", "○", "grey", "open")
DISPUTED = Look("Disputed", "≠", "violet", "disputed")
DISPUTED_KEY = "≠"  # in ``Choices.verdicts``; no verdict of a scale
OWN_WORDS = "•"  # the symbol of a verdict outside the scale


def look(scale: domain.Scale, claim: domain.Claim) -> Look:
    """The look of a claim's current verdict."""
    if claim.state == "disputed":
        return DISPUTED
    return verdict_look(scale, claim.verdict) if claim.verdict else OPEN


def verdict_look(scale: domain.Scale, verdict: str) -> Look:
    """The look of a verdict; one in the reviewer's own words is grey with a dot."""
    label = scale.label(verdict)
    if label is None:
        return Look(verdict, OWN_WORDS, "grey")
    return Look(label.text, label.symbol, label.colour)


def latest(assessments: Iterable[domain.Assessment]) -> list[domain.Assessment]:
    """The last assessment of each reviewer in each round, oldest first; cleared ones left out."""
    return [one for one in _last(assessments) if one.verdict]


def unfinished(assessments: Iterable[domain.Assessment]) -> list[domain.Assessment]:
    """The last ones that have a reason and no verdict yet, oldest first."""
    return [one for one in _last(assessments) if not one.verdict and one.reason.strip()]


def _last(assessments: Iterable[domain.Assessment]) -> list[domain.Assessment]:
    last = {(one.reviewer, one.round): one for one in sorted(assessments, key=lambda a: a.at)}
    return sorted(last.values(), key=lambda a: a.at)


def standing(assessments: Iterable[domain.Assessment]) -> list[domain.Assessment]:
    """The assessments that carry the current verdict, as ``domain.current_verdict`` decides:
    the last correction, else the last adjudication, else every reviewer's."""
    given = latest(assessments)
    for final in ("correction", "adjudication"):
        decided = [one for one in given if one.round == final]
        if decided:
            return decided[-1:]
    return given


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict given after publication; ``before`` is what stood, "" where none did."""

    at: str
    verdict: str
    before: str
    note: str  # what readers are told

    @property
    def changed(self) -> bool:
        return self.before != self.verdict


def corrections(assessments: Iterable[domain.Assessment]) -> list[Correction]:
    """The corrections of a claim, oldest first."""
    given = latest(assessments)
    result = []
    for number, one in enumerate(given):
        if one.round == "correction":
            _, before = domain.current_verdict(given[:number])
            result.append(Correction(one.at, one.verdict or "", before or "", one.public_note))
    return result


def reason(claim: ReportClaim, given: domain.Assessment) -> str:
    """An assessment's reason with its ``[1]`` as the evidence is numbered now."""
    numbers = {one.id: one.number for one in claim.evidence}
    return domain.recited(given.reason, dict(given.refs), numbers)


def is_wanted(look: Look, choices: Choices) -> bool:
    """Whether claims that look so are listed."""
    key = {"open": "", "disputed": DISPUTED_KEY}.get(look.style, look.text.casefold())
    if choices.only_reviewed and not key:
        return False
    return choices.verdicts is None or key in {one.casefold() for one in choices.verdicts}


# ---------------------------------------------------------------- counts


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review of an article is, over all claims of the reviewer's list."""

    found: int
    reviewed: int
    disputed: int
    by_two: int  # claims that at least two people gave a verdict on
    dismissed: int
    verdicts: tuple[tuple[Look, int], ...]  # in the scale's order, then other words, then the rest


def count(article: ReportArticle) -> Counts:
    """Counts of an article's listed claims."""
    claims = listed(article)
    reviewed = [one for one in claims if is_reviewed(one)]
    return Counts(
        found=len(claims),
        reviewed=len(reviewed),
        disputed=sum(one.claim.state == "disputed" for one in reviewed),
        by_two=sum(len({a.reviewer for a in latest(one.assessments)}) > 1 for one in reviewed),
        dismissed=sum(one.claim.dismissed is not None for one in article.claims),
        verdicts=tally(article.scale, claims),
    )


def tally(scale: domain.Scale, claims: Iterable[ReportClaim]) -> tuple[tuple[Look, int], ...]:
    """How many claims have each verdict; verdicts that nobody gave are left out."""
    number = Counter(look(scale, one.claim) for one in claims)
    order = [verdict_look(scale, one.text) for one in scale.labels]
    others = sorted(
        (one for one in number if one not in order and one not in (DISPUTED, OPEN)),
        key=lambda one: one.text,
    )
    ranked = [*order, *others, DISPUTED, OPEN]
    return tuple((one, number[one]) for one in ranked if number[one])
