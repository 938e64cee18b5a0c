"""What somebody may want to look at before an article is signed off or a report leaves the desk.
It asks, and forbids nothing.

Not here: signing off (``store.Store.sign_off``), reports, showing in a window.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from factcheck_gui.domain import Claim, Evidence
from factcheck_gui.library.reading import Reader

SHOWN = 12  # numbers of claims that a line names


@dataclass(frozen=True, slots=True)
class Unready:
    """Numbers of claims: still open, in dispute, with a verdict and no reason or source for it, or
    with a single anonymous source; edited apart by two desks and not settled; not in the text any
    more (and judged); with words that changed since the verdict."""

    open: tuple[int, ...] = ()
    disputed: tuple[int, ...] = ()
    no_reason: tuple[int, ...] = ()
    no_source: tuple[int, ...] = ()
    one_anonymous: tuple[int, ...] = ()
    clashing: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()


def unready(reader: Reader, article: int) -> Unready:
    """Goes through the listed claims of an article (row id) that were not dismissed."""
    found: dict[str, list[int]] = {name: [] for name in Unready.__dataclass_fields__}
    evidence = reader.every_evidence(article)
    apart = set() if reader.blind else set(reader.claim_keys(article, "clashing"))
    for claim in reader.claims(reader.claim_keys(article)):
        for name in _unsettled(claim, claim.key in apart):
            found[name].append(claim.number)
        if claim.state != "reviewed":
            found[claim.state].append(claim.number)
            continue
        if not any(one.reason.strip() for one in reader.standing(claim.key)):
            found["no_reason"].append(claim.number)
        lacking = _lacking(evidence.get(claim.key, ()))
        if lacking:
            found[lacking].append(claim.number)
    return Unready(**{name: tuple(numbers) for name, numbers in found.items()})


def _unsettled(claim: Claim, apart: bool) -> Iterator[str]:
    """What is to be settled of a claim, whether it is judged or not."""
    if apart:
        yield "clashing"
    if claim.anchor == "orphaned":
        yield "gone"
    if claim.was and claim.verdict:
        yield "changed"


def _lacking(evidence: Sequence[Evidence]) -> str:
    sources = {one.source.id: one.source for one in evidence if one.source}
    if not sources:
        return "no_source"
    alone = len(sources) == 1 and all(one.anonymous for one in sources.values())
    return "one_anonymous" if alone else ""


_WORDS = {
    "open": "not reviewed yet",
    "disputed": "reviewers disagree",
    "no_reason": "no reason given",
    "no_source": "no source",
    "one_anonymous": "a single anonymous source",
    "clashing": "edited apart",
    "gone": "no longer in the text",
    "changed": "its words changed since the verdict",
}


def among(unready: Unready, numbers: Container[int]) -> Unready:
    """The same of the claims with these numbers alone."""
    return Unready(
        **{
            name: tuple(one for one in getattr(unready, name) if one in numbers)
            for name in Unready.__dataclass_fields__
        }
    )


def sentences(unready: Unready) -> list[str]:
    """The same in words, "no source: claims 2, 5"."""
    told = []
    for name, words in _WORDS.items():
        numbers: tuple[int, ...] = getattr(unready, name)
        if not numbers:
            continue
        shown = ", ".join(str(one) for one in numbers[:SHOWN])
        rest = f" and {len(numbers) - SHOWN} more" if len(numbers) > SHOWN else ""
        told.append(f"{words}: {'claim' if len(numbers) == 1 else 'claims'} {shown}{rest}.")
    return told
