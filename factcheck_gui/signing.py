"""The verbs about an article as a whole: its rating scale, signing it off, and corrections after
that. Each is one step to undo. Not here: judging a claim (session.py).
"""

from __future__ import annotations

from dataclasses import replace

from factcheck_gui.domain import Assessment, Change, Scale
from factcheck_gui.evidencing import Evidencing


class Signing(Evidencing):
    """Scale, sign-off, corrections of the open article."""

    def use_scale(self, scale: Scale) -> None:
        """Gives the article another scale; verdicts that were given stay as they are."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        change = self._try(
            lambda: self._writable().use_scale(article.row.key, scale, self.reviewer, self.clock())
        )
        self._record(self.tr("rating scale"), change)

    def sign_off(self) -> None:
        """Freezes the open article: what changes from now on is a correction."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        change = self._try(
            lambda: self._writable().sign_off(article.row.key, self.reviewer, self.clock())
        )
        self._record(self.tr("sign off"), change)

    def take_back_sign_off(self) -> None:
        """The article may change again; the history keeps that it was signed off."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        values = {"signed_at": "", "signed_by": ""}
        change = self._try(
            lambda: self._writable().edit_article(
                article.row.key, values, self.reviewer, self.clock()
            )
        )
        self._record(self.tr("take the sign-off back"), change)

    def correction(self) -> Assessment | None:
        """The correction of the current claim that stands, whoever gave it."""
        if self.reader is None or self.claim is None:
            return None
        given = [one for one in self.reader.standing(self.claim.key) if one.round == "correction"]
        return max(given, key=lambda one: (one.at, one.id), default=None)

    def correct(self, verdict: str, reason: str, public_note: str) -> bool:
        """Corrects the verdict of the current claim; whether it was written."""
        claim = self.claim
        if claim is None:
            return False
        self.finish_typing()
        by = replace(self.reviewer, round="correction")
        known = self.scale.label(verdict) if self.scale else None
        values = {
            "verdict": verdict, "free_text": known is None, "reason": reason,
            "public_note": public_note,
        }  # fmt: skip

        def write() -> Change | None:
            return self._writable().assess(claim.key, by, self.clock(), values)

        return self._record(self.tr("correction"), self._try(write))
