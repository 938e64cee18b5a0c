"""The verbs about what several people said: adjudicating their readings, the rule by which an
article's verdicts stand, and settling fields that were edited apart. Not here: judging (session).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck_gui.domain import ROUNDS, Assessment, Change, Rule
from factcheck_gui.library.clashes import Clash, clashes
from factcheck_gui.library.settling import decide
from factcheck_gui.signing import Signing


class Settling(Signing):
    """Readings and clashes of the current claim."""

    # ------------------------------------------------------------ readings

    def readings(self) -> list[Assessment]:
        """What each reviewer said of the current claim in each round, the first round first; none
        for a blind reader."""
        if self.reader is None or self.claim is None or self.blind:
            return []
        given = [one for one in self.reader.standing(self.claim.key) if one.verdict]
        return sorted(given, key=lambda one: (ROUNDS.index(one.round), one.at))

    def evidence_counts(self) -> dict[str, int]:
        """How many pieces of evidence each reviewer has on the current claim."""
        if self.reader is None or self.claim is None or self.blind:
            return {}
        return self.reader.evidence_by_reviewer(self.claim.key)

    @property
    def adjudicates(self) -> bool:
        """Whether the reviewer decides between readings now."""
        return self.reviewer.round == "adjudication" and not self.read_only

    def adopt(self, place: int) -> None:
        """Decides as the reading at ``place`` (from 0) of the current claim says, and why."""
        given = self.readings()
        if self.adjudicates and self.claim and 0 <= place < len(given):
            one = given[place]
            values = {"verdict": one.verdict, "free_text": one.free_text, "reason": one.reason}
            self._assess(values, self.tr("adjudication: {0}").format(one.verdict))

    def reopen(self) -> None:
        """Takes the reviewer's own decision on the current claim back: it is disputed again."""
        if self.adjudicates:
            self._assess({"verdict": None, "free_text": False}, self.tr("reopen"))

    def _assess(self, values: Mapping[str, Any], label: str) -> bool:
        raise NotImplementedError  # the session judges

    # ------------------------------------------------------------ the rule

    def rule(self) -> Rule:
        """By which rule the open article's verdicts stand."""
        if self.reader is None or self.article is None:
            return "agreement"
        return self.reader.rule(self.article.row.key)

    def use_rule(self, rule: Rule) -> None:
        """Verdicts of the open article stand where all agree, or where the majority does."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        change = self._try(
            lambda: self._writable().edit_article(
                article.row.key, {"rule": rule}, self.reviewer, self.clock()
            )
        )
        if self._record(self.tr("rule of the verdict"), change):
            self._text_changed()  # any claim may stand otherwise now

    # ------------------------------------------------------------ clashes

    def clashes(self) -> list[Clash]:
        """What has to be settled on the current claim; nothing for a blind reader."""
        if self.reader is None or self.claim is None or self.blind:
            return []
        return clashes(self.reader.connection, self.claim.key)

    def settle_clash(self, clash: Clash, value: Any) -> None:
        """Gives a field that was edited apart this value, which stands over all of them."""
        self.finish_typing()

        def write() -> Change | None:
            return decide(self._writable(), clash, value, self.reviewer, self.clock())

        if self._record(self.tr("settle a difference"), self._try(write)):
            self.settled.emit()
