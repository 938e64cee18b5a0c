"""The verbs about versions of an article: taking a newer text in, going back, and where claims
stand in the text that is shown. Not here: comparing texts (importing.py has it done in the child
process), what is shown of it.
"""

from __future__ import annotations

from factcheck_gui.anchoring import Carry
from factcheck_gui.correcting import Correcting
from factcheck_gui.domain import Change, Document, Problem, Span, whole_words


class Versioning(Correcting):
    """Each verb is one step to undo."""

    def take_version(
        self, key: int, document: Document, found: Carry, source: int = 0
    ) -> Change | Problem | None:
        """Makes a document a newer text of an article, as one step to undo; None where the article
        has this text already, and the problem where it could not be written."""
        self.finish_typing()
        try:
            change = self._writable().add_version(
                key, document, found, self.reviewer, self.clock(), source=source
            )
        except Problem as problem:
            return problem
        self._record(self.tr("newer text"), change)
        return change

    def show_version(self, number: int) -> None:
        """Goes back to another version of the open article, as one step to undo."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        change = self._try(
            lambda: self._writable().show_version(
                article.row.key, number, self.reviewer, self.clock()
            )
        )
        self._record(self.tr("go back to a version"), change)

    def anchor_claim(self, span: Span) -> None:
        """The current claim stands here in the text shown: an orphaned one has its place again."""
        claim, article = self.claim, self.article
        if claim is None or article is None:
            return
        self.finish_typing()
        spans = [whole_words(span, article.text)]
        change = self._try(
            lambda: self._writable().move_claim(claim.key, spans, self.reviewer, self.clock())
        )
        self._record(self.tr("anchor claim"), change)

    def settle_claim(self) -> None:
        """The reviewer has seen that the current claim's words changed; what was said stands."""
        claim = self.claim
        if claim is None or not claim.was:
            return
        self.finish_typing()
        change = self._try(
            lambda: self._writable().settle(claim.key, "", self.reviewer, self.clock())
        )
        self._record(self.tr("changed words seen"), change)
