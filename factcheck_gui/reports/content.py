"""What a report is made of, and what may leave the desk.

Here: the frozen input of every writer, the door that strips private notes, the choice of claims,
counts, and which assessments carry a verdict. Not here: any output format, files, words of a
language (``wording``), places in the text (``passages``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from factcheck_gui import domain, paths

Style = Literal["given", "open", "disputed"]


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A claim and every assessment of it, oldest first."""

    claim: domain.Claim
    assessments: tuple[domain.Assessment, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportArticle:
    """An article, the scale its verdicts use, and all its claims (the writers choose)."""

    article: domain.Article
    scale: domain.Scale
    claims: tuple[ReportClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a writer may know.

    Hand over all claims of each article and say ``only_reviewed``: the writers choose by it, and
    can then still say how many claims were found. Days are shown in the time zone of
    ``exported_at``, which must have one. ``reviewer`` is who exports.
    """

    exported_at: datetime
    articles: tuple[ReportArticle, ...]
    only_reviewed: bool = False
    reviewer: str = ""
    organisation: str = ""
    made_with: str = paths.TOOL


# ---------------------------------------------------------------- what may leave, and what does


def public(report: Report) -> Report:
    """The report without private notes. Every writer begins with this."""
    return replace(report, articles=tuple(_public_article(one) for one in report.articles))


def _public_article(article: ReportArticle) -> ReportArticle:
    claims = tuple(
        replace(one, assessments=tuple(replace(a, note="") for a in one.assessments))
        for one in article.claims
    )
    return replace(article, claims=claims)


def choose(report: Report, only_reviewed: bool) -> Report:
    """The report with only its reviewed claims, or with all.

    Reviewed means that a verdict stands or is disputed, and that the claim was not dismissed.
    """
    if not only_reviewed:
        return replace(report, only_reviewed=False)
    articles = tuple(
        replace(one, claims=tuple(c for c in one.claims if is_reviewed(c)))
        for one in report.articles
    )
    return replace(report, only_reviewed=True, articles=articles)


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


def corrected_from(assessments: Iterable[domain.Assessment]) -> str | None:
    """The verdict that stood before a correction; None where nothing was corrected or it is
    the same, "" where none stood."""
    given = latest(assessments)
    corrections = [one for one in given if one.round == "correction"]
    if not corrections:
        return None
    _, before = domain.current_verdict(one for one in given if one.round != "correction")
    return None if before == corrections[-1].verdict else before or ""


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
