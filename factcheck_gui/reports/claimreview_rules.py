"""The rules that a ClaimReview must keep before it may be published.

Here: pure checks of one ClaimReview as JSON's own types, whoever made it. Errors stop an export,
warnings are listed. Not here: how a review becomes a ClaimReview (``claimreview``).

The properties are those of https://schema.org/ClaimReview; which are required is what readers of
fact checks demand of the mark-up.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck_gui.reports import reasons

CONTEXT = "https://schema.org"
LONG = 75  # characters of a claim that lists of fact checks show


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one property of a ClaimReview; an ``error`` forbids to publish it."""

    field: str  # with dots: "reviewRating.alternateName"
    what: str
    error: bool = False


def faults(
    review: Mapping[str, Any], checkers: Collection[str] = (), labels: Collection[str] = ()
) -> list[Fault]:
    """What is wrong with a ClaimReview, in the order of its properties.

    ``checkers`` are names that may not be the claimant's, besides the review's own author;
    ``labels`` are verdicts that the claim's words should not begin with.
    """
    return [
        *_context(review),
        *_claim(review, labels),
        *_rating(review.get("reviewRating")),
        *_addresses(review),
        *_author(review),
        *_item(review, checkers),
    ]


def _context(review: Mapping[str, Any]) -> Iterator[Fault]:
    if review.get("@context") != CONTEXT:
        yield Fault("@context", f"The context is not exactly {CONTEXT}.", True)


def _claim(review: Mapping[str, Any], labels: Collection[str]) -> Iterator[Fault]:
    words = _text(review.get("claimReviewed"))
    if not words:
        yield Fault("claimReviewed", "The claim has no words.", True)
    if len(words) > LONG:
        yield Fault(
            "claimReviewed",
            f"The claim has {len(words)} characters; lists of fact checks show about {LONG}.",
        )
    head, colon, _ = words.partition(":")
    known = {one.casefold() for one in (*labels, "rating", "verdict", "fact check")}
    if colon and head.strip().casefold() in known:
        yield Fault("claimReviewed", "The claim’s words begin with a rating.")


def _rating(rating: Any) -> Iterator[Fault]:
    if not isinstance(rating, Mapping):
        yield Fault("reviewRating", "There is no rating.", True)
        return
    if not _text(rating.get("alternateName")):
        yield Fault("reviewRating.alternateName", "The verdict is not given in words.", True)
    names = ("ratingValue", "bestRating", "worstRating")
    numbers = [rating[one] for one in names if one in rating]
    if not numbers:
        return
    if len(numbers) < len(names):
        yield Fault("reviewRating", "A rating’s value needs its best and its worst.", True)
    elif not all(_is_number(one) for one in numbers):
        yield Fault("reviewRating.ratingValue", "The rating’s value is no number.", True)
    else:
        yield from _range(*numbers)


def _range(value: float, best: float, worst: float) -> Iterator[Fault]:
    if not 1 <= worst < best:
        said = f"The scale runs from {worst:g} to {best:g}; it must begin at 1 or more, and rise."
        yield Fault("reviewRating.worstRating", said, True)
    elif not worst <= value <= best:
        said = f"The rating’s value {value:g} is not between {worst:g} and {best:g}."
        yield Fault("reviewRating.ratingValue", said, True)


def _is_number(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)


def _addresses(review: Mapping[str, Any]) -> Iterator[Fault]:
    """Every property named ``url`` or ``archivedAt`` at any depth is a web address."""
    if not review.get("url") and review.get("creativeWorkStatus") != "Draft":
        yield Fault("url", "The address of the published check is missing.", True)
    for path, url in _urls(review, ""):
        if not (isinstance(url, str) and reasons.is_web_address(url)):
            yield Fault(path, f"“{str(url)[:80]}” is no full http or https address.", True)


def _urls(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            at = f"{path}.{name}" if path else str(name)
            if name in ("url", "archivedAt"):
                yield at, one
            else:
                yield from _urls(one, at)
    elif isinstance(value, list):
        for one in value:
            yield from _urls(one, path)


def _author(review: Mapping[str, Any]) -> Iterator[Fault]:
    if not _names(review.get("author")):
        yield Fault("author", "It does not say who checked the claim.")


def _item(review: Mapping[str, Any], checkers: Collection[str]) -> Iterator[Fault]:
    item = review.get("itemReviewed")
    item = item if isinstance(item, Mapping) else {}
    claimants = _names(item.get("author"))
    mine = {_folded(one) for one in (*_names(review.get("author")), *checkers)}
    if same := [one for one in claimants if _folded(one) in mine]:
        said = f"“{same[0][:80]}” would be both who made the claim and who checked it."
        yield Fault("itemReviewed.author", said, True)
    if not claimants:
        yield Fault("itemReviewed.author", "It does not say who made the claim.")
    if not item.get("datePublished"):
        yield Fault("itemReviewed.datePublished", "It does not say when the claim was made.")
    if not item.get("appearance") and not item.get("firstAppearance"):
        yield Fault("itemReviewed.appearance", "It does not say where the claim appeared.")


def _names(who: Any) -> list[str]:
    people = who if isinstance(who, list) else [who]
    names = (_text(one.get("name")) for one in people if isinstance(one, Mapping))
    return [one for one in names if one]


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
