"""The verbs about evidence: what was found on the current claim, in which sources, with which
kept copies. Each is one step to undo. What is typed into a field of evidence goes the way of all
typing (writing_desk.py). Not here: opening copies, what anything looks like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck_gui.domain import Change, Evidence, Source
from factcheck_gui.library.sourcing import ReadyCopy
from factcheck_gui.versioning import Versioning


class Evidencing(Versioning):
    """Evidence on the current claim; ``key`` is the row id of a piece of evidence."""

    def evidence(self) -> list[Evidence]:
        """What is there on the current claim, in the order of its numbers."""
        return self.reader.evidence(self.claim.key) if self.reader and self.claim else []

    def add_evidence(self, values: Mapping[str, Any]) -> int:
        """New evidence on the current claim: its row id, 0 where it could not be written."""
        self.finish_typing()
        claim = self.claim
        if claim is None:
            return 0
        change = self._try(
            lambda: self._writable().add_evidence(claim.key, values, self.reviewer, self.clock())
        )
        self._record(self.tr("add evidence"), change)
        return change.thing if change else 0

    def edit_evidence(self, key: int, values: Mapping[str, Any]) -> None:
        """Sets fields of evidence; ``withdrawn`` 1 takes it out."""
        self.finish_typing()
        change = self._try(
            lambda: self._writable().edit_evidence(key, values, self.reviewer, self.clock())
        )
        out = self.tr("take evidence out") if values.get("withdrawn") else self.tr("evidence")
        self._record(out, change)

    def edit_source(self, source: int, values: Mapping[str, Any]) -> None:
        """Sets fields of a source, for every claim that it serves."""
        self.finish_typing()
        change = self._try(
            lambda: self._writable().edit_source(source, values, self.reviewer, self.clock())
        )
        self._record(self.tr("source"), change)

    def use_source(self, key: int, source: int | None) -> None:
        """The evidence comes from this source of the library, or (None) from none."""
        self.forget_typed(f"evidence {key} source")
        self.edit_evidence(key, {"source_id": source})

    def begin_source(self, key: int, title: str = "") -> int:
        """A source for evidence that has none: its row id, 0 where it could not be written."""
        self.finish_typing()
        now = self.reader.one_evidence(key) if self.reader else None
        if now and now.source:
            return now.source.key

        def write() -> tuple[int, Change | None]:
            store = self._writable()
            with store.together():
                made = store.add_source({"title": title}, self.reviewer, self.clock())
                values = {"source_id": made}
                return made, store.edit_evidence(key, values, self.reviewer, self.clock())

        made, change = self._try(write) or (0, None)
        self._record(self.tr("add source"), change)
        return made

    def cite(self, source: Mapping[str, Any], values: Mapping[str, Any], label: str = "") -> int:
        """New evidence from a source, which is taken from the library where one stands at its
        address, as one step to undo: its row id, 0 where it could not be written."""
        self.finish_typing()
        claim, by, at = self.claim, self.reviewer, self.clock()
        if claim is None:
            return 0

        def write() -> Change:
            store = self._writable()
            known = None if store.blind else store.source_at(source.get("url", ""))
            with store.together():
                key = known or store.add_source(source, by, at)
                return store.add_evidence(claim.key, {**values, "source_id": key}, by, at)

        change = self._try(write)
        self._record(label or self.tr("add evidence"), change)
        return change.thing if change else 0

    def find_sources(self, text: str) -> list[Source]:
        """Sources of the library that have these words, to be used again. A blind reviewer is
        offered none: they would tell what the first reading found."""
        if self.reader is None or self.reader.blind:
            return []
        return self.reader.find_sources(text, 8)

    def keep_copies(self, key: int, copies: Sequence[tuple[str, ReadyCopy]]) -> None:
        """Keeps named bytes as copies of a source of evidence, which is made where there is none:
        then it is called what the first copy is."""
        if not copies or not self.editable:
            return
        source = self.begin_source(key, copies[0][0])
        if source:
            self._together(
                self.tr("keep a copy"),
                lambda store: [
                    store.keep_packed(source, name, packed, self.reviewer, self.clock())
                    for name, packed in copies
                ],
            )

    def remove_copy(self, copy: int) -> None:
        """Takes a kept copy out; it can be brought back by undo."""
        self._together(
            self.tr("take a copy out"),
            lambda store: [store.edit_copy(copy, {"withdrawn": 1}, self.reviewer, self.clock())],
        )
