"""Any interleaving of edits on three desks, packaged and merged in any order, ends alike.

``make fuzz`` runs the same machine for thousands of examples (FACTCHECK_EXCHANGE_RUNS).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from factcheck_gui.domain import Reviewer, Round, Span
from tests.core.exchange_samples import Desk, shared
from tests.core.library_samples import AT, fill, findings, ticking

RUNS = int(os.environ.get("FACTCHECK_EXCHANGE_RUNS", "12"))
NAMES = ("Ada", "Ben", "Cy")
WHO = st.integers(0, 2)
NUMBER = st.integers(0, 30)
WORDS = st.sampled_from(("", "One.", "Two.", "Drei 😀", "قال"))
ROUNDS: tuple[Round, ...] = ("first", "second", "adjudication")


class Desks(RuleBasedStateMachine):
    """Three colleagues with libraries of their own, and the packages that lie between them."""

    packages = Bundle("packages")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.given: set[str] = set()  # every word that must survive

    @initialize()
    def open(self) -> None:
        # Each clock goes its own way: the same moment happens on all three.
        self.desks = [
            Desk(self.folder, name, seed, ticking(AT)) for seed, name in enumerate(NAMES, 1)
        ]
        for one in self.desks:
            fill(one.store)

    def teardown(self) -> None:
        try:
            self.exchange_all()
            self.compare()
        finally:
            for one in self.desks:
                one.close()
            shutil.rmtree(self.folder)

    def exchange_all(self) -> None:
        for _ in range(2):
            for one in self.desks:
                package = one.package()
                for other in self.desks:
                    if other is not one:
                        other.take(package)

    def said(self, desk: Desk) -> dict[str, list[Any]]:
        return shared(desk.store)

    def compare(self) -> None:
        said = [self.said(one) for one in self.desks]
        assert said[0] == said[1] == said[2]
        words = repr(said[0])
        assert all(word in words for word in self.given)
        for one in self.desks:
            assert findings(one.store) == []
            shown = one.store.claims(one.store.claim_keys(1))
            assert len({claim.number for claim in shown}) == len(shown)

    # ------------------------------------------------------------ what a reviewer does

    @rule(who=WHO, claim=NUMBER, verdict=st.sampled_from(("True", "False", None)),
          round_=st.sampled_from(ROUNDS), note=WORDS)  # fmt: skip
    def judge(self, who: int, claim: int, verdict: str | None, round_: Round, note: str) -> None:
        desk, at = self.desks[who], self.desks[who].clock()
        word = f"reason {len(self.given)}"
        self.given.add(word)
        values: dict[str, Any] = {"verdict": verdict, "reason": word, "note": note}
        desk.store.assess(desk.claim(claim), Reviewer(desk.name, round_), at, values)

    @rule(who=WHO, claim=NUMBER, field=st.sampled_from(("wording", "claimant", "dismissed")),
          value=WORDS)  # fmt: skip
    def edit(self, who: int, claim: int, field: str, value: str) -> None:
        desk = self.desks[who]
        desk.store.edit_claim(desk.claim(claim), {field: value}, desk.by, desk.clock())

    @rule(who=WHO, value=WORDS)
    def retitle(self, who: int, value: str) -> None:
        desk = self.desks[who]
        desk.store.edit_article(1, {"title": value}, desk.by, desk.clock())

    @rule(who=WHO, rule_=st.sampled_from(("agreement", "majority")))
    def vote(self, who: int, rule_: str) -> None:
        desk = self.desks[who]
        desk.store.edit_article(1, {"rule": rule_}, desk.by, desk.clock())

    @rule(who=WHO, start=st.integers(0, 60), length=st.integers(1, 40))
    def mark(self, who: int, start: int, length: int) -> None:
        desk = self.desks[who]
        article = desk.store.article(1)
        desk.store.add_claim(article, [Span(start, start + length)], desk.by, desk.clock())

    @rule(who=WHO, claim=NUMBER, start=st.integers(0, 60), length=st.integers(1, 40))
    def move(self, who: int, claim: int, start: int, length: int) -> None:
        desk = self.desks[who]
        spans = [Span(start, start + length)]
        desk.store.move_claim(desk.claim(claim), spans, desk.by, desk.clock())

    @rule(who=WHO, claim=NUMBER)
    def find_evidence(self, who: int, claim: int) -> None:
        desk, by, now = self.desks[who], self.desks[who].by, self.desks[who].clock
        word = f"quote {len(self.given)}"
        self.given.add(word)
        source = desk.store.add_source({"title": desk.name}, by, now())
        desk.store.keep_copy(source, "page.txt", word.encode(), "text/plain", by, now())
        values = {"stance": "refutes", "quote": word, "source_id": source}
        desk.store.add_evidence(desk.claim(claim), values, by, now())

    @rule(who=WHO, number=NUMBER, withdrawn=st.integers(0, 1), answer=WORDS)
    def edit_evidence(self, who: int, number: int, withdrawn: int, answer: str) -> None:
        desk = self.desks[who]
        rows = desk.store.connection.execute("SELECT id FROM evidence ORDER BY uuid").fetchall()
        if rows:
            key = rows[number % len(rows)][0]
            values = {"withdrawn": withdrawn, "answer": answer}
            desk.store.edit_evidence(key, values, desk.by, desk.clock())

    # ------------------------------------------------------------ what goes between them

    @rule(target=packages, who=WHO, notes=st.booleans(), blind=st.booleans())
    def package(self, who: int, notes: bool, blind: bool) -> Path:
        return self.desks[who].package(notes=notes and not blind, blind=blind)

    @rule(who=WHO, package=packages)
    def take(self, who: int, package: Path) -> None:
        desk = self.desks[who]
        desk.take(package)
        before = shared(desk.store)
        assert not desk.take(package).changed
        assert shared(desk.store) == before

    @invariant()
    def libraries_are_whole(self) -> None:
        for one in getattr(self, "desks", []):
            broken = one.store.connection.execute("PRAGMA foreign_key_check").fetchall()
            assert broken == []


TestDesks = Desks.TestCase
TestDesks.settings = settings(
    max_examples=RUNS,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
