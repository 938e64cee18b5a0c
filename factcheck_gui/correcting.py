"""The verbs that put right what the claim finder said of the current claim: its wording, who said
it in which words, its figures and dates, its kind, and the parts of its sentence.

Each is one step to undo and a line of the claim's history; a claim that was put right counts as
worked on, so running the finder again never touches it. Not here: judging (session.py), where a
claim lies (shaping.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, get_args

from factcheck_gui.domain import (
    Attribution,
    Claim,
    ClaimType,
    DateMention,
    Figure,
    Kind,
    Span,
    whole_words,
)
from factcheck_gui.library.rows import attribution_row, date_rows, figure_rows
from factcheck_gui.shaping import Shaping

SaidPart = Literal["source", "cue", "content"]
KINDS: tuple[Kind, ...] = get_args(Kind)
TYPES: tuple[ClaimType, ...] = get_args(ClaimType)


class Correcting(Shaping):
    """Corrections of the current claim."""

    # ------------------------------------------------------------ its words and kind

    def accept_wording(self) -> None:
        """Takes the proposed stand-alone wording as the reviewer's own."""
        self.finish_typing()
        claim = self.claim
        if claim and claim.proposal and claim.wording != claim.proposal:
            self._correct({"wording": claim.proposal}, self.tr("accept the wording"))

    def set_kind(self, kind: str) -> None:
        """One of KINDS."""
        self._correct({"kind": kind}, self.tr("kind of claim"))

    def set_type(self, type_: str) -> None:
        """One of TYPES."""
        self._correct({"type": type_}, self.tr("fact or opinion"))

    # ------------------------------------------------------------ who said it

    def attribute(self, part: SaidPart, span: Span) -> None:
        """The words at ``span`` are who said it, the words of saying, or what was said."""
        if self.claim is None or self.article is None:
            return
        span = whole_words(span, self.article.text)
        said = self.claim.attribution or Attribution((), (), self.claim.spans)
        words = " ".join(span.of(self.article.text).split())
        parts: dict[str, Any] = {part: (span,)}
        values: dict[str, Any] = {"attribution": attribution_row(replace(said, **parts))}
        if part != "content":
            values["claimant" if part == "source" else "cue"] = words
        label = {
            "source": self.tr("who said it"),
            "cue": self.tr("words of saying"),
            "content": self.tr("what was said"),
        }[part]
        self._correct(values, label)

    def set_polarity(self, polarity: str) -> None:
        """Whether who said it claims ("positive") or denies it ("negative")."""
        if self.claim is None:
            return
        said = self.claim.attribution or Attribution((), (), self.claim.spans)
        said = replace(said, polarity="negative" if polarity == "negative" else "positive")
        self._correct({"attribution": attribution_row(said)}, self.tr("claims or denies"))

    def say_in_own_voice(self) -> None:
        """Nobody is quoted: the article itself says it."""
        nobody = {"claimant": "", "cue": "", "attribution": None}
        self._correct(nobody, self.tr("the article’s own voice"))

    # ------------------------------------------------------------ figures and dates

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """All figures of the claim."""
        ordered = sorted(figures, key=lambda one: one.span.start)
        self._correct({"figures": figure_rows(ordered)}, self.tr("figures"))

    def set_dates(self, dates: Sequence[DateMention]) -> None:
        """All dates of the claim."""
        ordered = sorted(dates, key=lambda one: one.span.start)
        self._correct({"dates": date_rows(ordered)}, self.tr("dates"))

    def _correct(self, values: Mapping[str, Any], label: str) -> None:
        self.finish_typing()
        claim = self.claim
        if claim is None:
            return
        change = self._try(
            lambda: self._writable().edit_claim(claim.key, values, self.reviewer, self.clock())
        )
        self._record(label, change)

    # ------------------------------------------------------------ parts of a sentence

    def parts(self) -> list[Claim]:
        """What the sentence of the current claim asserts one by one; none where it is one thing."""
        return self.reader.parts(self.claim.key) if self.reader and self.claim else []

    def whole(self) -> Claim | None:
        """The sentence's claim that the current one is a part of."""
        if self.reader is None or self.claim is None or self.claim.part_of is None:
            return None
        found = self.reader.claims([self.claim.part_of])
        # One with a number that is not shown is no longer found, or was merged with another.
        return next((one for one in found if one.shown or not one.number), None)

    def review_parts(self, keys: Sequence[int]) -> None:
        """Puts parts of a sentence among the claims to review."""
        self._together(
            self.tr("review parts separately"),
            lambda store: [store.list_claim(key, self.reviewer, self.clock()) for key in keys],
        )

    def attributions(self) -> list[Attribution]:
        """Who says what all over the open article."""
        if self.reader is None or self.article is None:
            return []
        return self.reader.attributions(self.article.row.key)
