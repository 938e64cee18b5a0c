"""How far a review is, in numbers: claims found, reviewed and disputed, and claims by verdict.

Not here: the sentences that tell them (``wording``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck_gui import domain
from factcheck_gui.reports import content
from factcheck_gui.reports.verdicts import DISPUTED, OPEN, Look, latest, look, verdict_look


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review of an article is, over all claims of the reviewer's list."""

    found: int
    reviewed: int
    disputed: int
    by_two: int  # claims that at least two people gave a verdict on
    dismissed: int
    verdicts: tuple[tuple[Look, int], ...]  # in the scale's order, then other words, then the rest


def count(article: content.ReportArticle) -> Counts:
    """Counts of an article's listed claims."""
    claims = content.listed(article)
    reviewed = [one for one in claims if content.is_reviewed(one)]
    return Counts(
        found=len(claims),
        reviewed=len(reviewed),
        disputed=sum(one.claim.state == "disputed" for one in reviewed),
        by_two=sum(len({a.reviewer for a in latest(one.assessments)}) > 1 for one in reviewed),
        dismissed=sum(one.claim.dismissed is not None for one in article.claims),
        verdicts=tally(article.scale, claims),
    )


def tally(
    scale: domain.Scale, claims: Iterable[content.ReportClaim]
) -> tuple[tuple[Look, int], ...]:
    """How many claims have each verdict; verdicts that nobody gave are left out."""
    number = Counter(look(scale, one.claim) for one in claims)
    order = [verdict_look(scale, one.text) for one in scale.labels]
    others = sorted(
        (one for one in number if one not in order and one not in (DISPUTED, OPEN)),
        key=lambda one: one.text,
    )
    ranked = [*order, *others, DISPUTED, OPEN]
    return tuple((one, number[one]) for one in ranked if number[one])


def is_wanted(look: Look, choices: content.Choices) -> bool:
    """Whether claims that look so are listed."""
    key = {"open": "", "disputed": content.DISPUTED_KEY}.get(look.style, look.text.casefold())
    if choices.only_reviewed and not key:
        return False
    return choices.verdicts is None or key in {one.casefold() for one in choices.verdicts}
