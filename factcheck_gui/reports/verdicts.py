"""Verdicts in a report: how each is shown, which assessments carry the one that stands, and what
was corrected. Not here: counts (``tallies``), mark-up, colours, which come by their tones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factcheck_gui import domain

Style = Literal["given", "open", "disputed"]


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
    return [one for one in last(assessments) if one.verdict]


def unfinished(assessments: Iterable[domain.Assessment]) -> list[domain.Assessment]:
    """The last ones that have a reason and no verdict yet, oldest first."""
    return [one for one in last(assessments) if not one.verdict and one.reason.strip()]


def last(assessments: Iterable[domain.Assessment]) -> list[domain.Assessment]:
    """The last assessment of each reviewer in each round, oldest first."""
    found = {(one.reviewer, one.round): one for one in sorted(assessments, key=lambda a: a.at)}
    return sorted(found.values(), key=lambda a: a.at)


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
