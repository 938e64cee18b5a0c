"""What somebody may want to look at before an article is signed off. It asks, and forbids nothing.

Not here: signing off (``store.Store.sign_off``), showing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck_gui.domain import Evidence
from factcheck_gui.library.reading import Reader


@dataclass(frozen=True, slots=True)
class Unready:
    """Numbers of claims: still open, in dispute, with a verdict and no reason or source for it, or
    with a single anonymous source."""

    open: tuple[int, ...] = ()
    disputed: tuple[int, ...] = ()
    no_reason: tuple[int, ...] = ()
    no_source: tuple[int, ...] = ()
    one_anonymous: tuple[int, ...] = ()


def unready(reader: Reader, article: int) -> Unready:
    """Goes through the listed claims of an article (row id) that were not dismissed."""
    found: dict[str, list[int]] = {name: [] for name in Unready.__dataclass_fields__}
    evidence = reader.every_evidence(article)
    for claim in reader.claims(reader.claim_keys(article)):
        if claim.state != "reviewed":
            found[claim.state].append(claim.number)
            continue
        if not any(one.reason.strip() for one in reader.standing(claim.key)):
            found["no_reason"].append(claim.number)
        lacking = _lacking(evidence.get(claim.key, ()))
        if lacking:
            found[lacking].append(claim.number)
    return Unready(**{name: tuple(numbers) for name, numbers in found.items()})


def _lacking(evidence: Sequence[Evidence]) -> str:
    sources = {one.source.id: one.source for one in evidence if one.source}
    if not sources:
        return "no_source"
    alone = len(sources) == 1 and all(one.anonymous for one in sources.values())
    return "one_anonymous" if alone else ""
