"""The verbs that say where a claim lies in the text: add, adjust, split, merge.

What a reviewer marks is taken to whole words; what a claim knows of its speaker goes along to the
part that is cut off. Not here: judging (session.py).
"""

from __future__ import annotations

import re
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

    def add_place(self, span: Span) -> None:
        """The current claim stands at one more place of the text."""
        claim, article = self.claim, self.article
        if claim is None or article is None:
            return
        self._place_at([*claim.spans, whole_words(span, article.text)])

    def nudge(self, start: int = 0, end: int = 0) -> None:
        """Moves the start of the current claim, or its end, by a word."""
        claim, article = self.claim, self.article
        if claim is None or article is None or not claim.spans:
            return
        spans, text = list(claim.spans), article.text
        if start:
            at = word_beside(text, spans[0].start, start)
            spans[0] = Span(at, spans[0].end)
        if end:
            at = word_beside(text, spans[-1].end, end, ends=True)
            spans[-1] = Span(spans[-1].start, at)
        if all(one.start < one.end for one in spans):
            self._place_at(spans)

    def _place_at(self, spans: list[Span]) -> None:
        claim, article = self.claim, self.article
        if claim is None or article is None:
            return
        self.finish_typing()
        moved = joined(spans, article.text)
        change = self._try(
            lambda: self._writable().move_claim(claim.key, moved, self.reviewer, self.clock())
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


def word_beside(text: str, at: int, by: int, *, ends: bool = False) -> int:
    """The start of the next word (1) or of the one before (-1), seen from an offset; its end where
    ``ends``. An offset with no word beside it stays."""
    lines = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    first, last = lines[0], len(text) if lines[1] < 0 else lines[1]
    places = [first + (one.end() if ends else one.start())
              for one in re.finditer(r"\S+", text[first:last])]  # fmt: skip
    beside = [one for one in places if (one > at if by > 0 else one < at)]
    return at if not beside else beside[0 if by > 0 else -1]
