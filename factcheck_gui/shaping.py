"""The verbs that say where a claim lies in the text: add, adjust, split, merge.

What a reviewer marks is taken to whole words; what a claim knows of its speaker goes along to the
part that is cut off. Not here: judging (session.py).
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck_gui.domain import Change, Claim, Span, cut, joined, whole_words, word_start
from factcheck_gui.library.store import Store
from factcheck_gui.writing_desk import WritingDesk

_AHEAD = 50  # claims that are looked at for the next one in the text


class Shaping(WritingDesk):
    """Claims as spans of the open article; each verb is one step to undo."""

    def add_claim(self, span: Span) -> None:
        """A claim from text selected in the reader; one that is there already is shown."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        span = whole_words(span, article.text)
        around = self._around(span)
        if around and around.spans == (span,):
            self.told.emit(self.tr("This is claim {0} already.").format(around.number))
            self.go_to(article.row.key, around.key)
            return
        change = self._try(
            lambda: self._writable().add_claim(article, [span], self.reviewer, self.clock(), around)
        )
        if self._record(self.tr("add claim"), change) and change.claim:
            self.go_to(article.row.key, change.claim)

    def _around(self, span: Span) -> Claim | None:
        """The shortest claim with a span that holds this one."""
        holding = [one for one in self.marks() if one.start <= span.start and span.end <= one.end]
        if not holding or self.reader is None:
            return None
        return self.reader.claim(min(holding, key=lambda one: one.end - one.start).key)

    def adjust(self, key: int, span: Span) -> None:
        """An end of a claim was moved: ``span`` takes the place of the one it overlaps most."""
        if self.reader is None or self.article is None:
            return
        span = whole_words(span, self.article.text)
        spans = list(self.reader.claim(key).spans)
        nearest = max(spans, key=lambda one: min(one.end, span.end) - max(one.start, span.start))
        spans[spans.index(nearest)] = span
        moved = joined(spans, self.article.text)  # it may lie over another span of the claim
        self.finish_typing()
        change = self._try(
            lambda: self._writable().move_claim(key, moved, self.reviewer, self.clock())
        )
        self._record(self.tr("adjust claim"), change)

    def split(self, offset: int) -> None:
        """Makes two claims of the current one: what is before ``offset`` and what follows. What
        was judged stays with the first."""
        claim, article = self.claim, self.article
        if claim is None or article is None:
            return
        first, second = cut(claim.spans, word_start(article.text, offset), article.text)
        if not first or not second:
            self.told.emit(self.tr("Put the cursor inside the claim, then press S."))
            return
        self._together(
            self.tr("split claim"),
            lambda store: [
                store.move_claim(claim.key, first, self.reviewer, self.clock()),
                store.add_claim(article, second, self.reviewer, self.clock(), claim),
            ],
        )

    def merge(self) -> None:
        """Makes one claim of the current one and the next in the text, if that is not judged."""
        claim, following = self.claim, self._next_in_text()
        if claim is None or following is None or self.article is None or not claim.spans:
            self.told.emit(self.tr("There is no next claim to merge with."))
            return
        if self.reader and any(
            one.verdict or one.reason or one.note for one in self.reader.standing(following.key)
        ):
            words = self.tr("Claim {0} was reviewed: clear its verdict, reason and note first.")
            self.told.emit(words.format(following.number))
            return
        spans = joined([*claim.spans, *following.spans], self.article.text)
        self._together(
            self.tr("merge claims"),
            lambda store: [
                store.edit_claim(following.key, {"withdrawn": 1}, self.reviewer, self.clock()),
                store.move_claim(claim.key, spans, self.reviewer, self.clock()),
            ],
        )

    def _next_in_text(self) -> Claim | None:
        if self.reader is None or self.article is None or self.claim is None:
            return None
        order = self.reader.claim_keys(self.article.row.key, bar=self.bar)
        place = order.index(self.claim.key) + 1 if self.claim.key in order else len(order)
        after = self.reader.claims(order[place : place + _AHEAD])
        return next((one for one in after if one.spans), None)  # orphaned ones are passed over

    def _together(self, label: str, write: Callable[[Store], list[Change | None]]) -> list[Change]:
        """Several writes as one transaction and one step to undo."""
        self.finish_typing()

        def run() -> list[Change]:
            store = self._writable()
            with store.together():
                return [change for change in write(store) if change]

        changes: list[Change] = self._try(run) or []
        self._record_all(label, changes)
        return changes
