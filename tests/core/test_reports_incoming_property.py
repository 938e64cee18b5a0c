"""Whatever was done in a library, its JSON report brings it into an empty one, which then tells the
same, byte for byte; and reports between desks that work on end where packages do.

``make fuzz`` runs the same for thousands of examples (FACTCHECK_EXCHANGE_RUNS).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, rule

from factcheck_gui.domain import ROUNDS, Attribution, FoundClaim, Problem, Reviewer, Span
from factcheck_gui.library.rows import attribution_row
from factcheck_gui.library.scales import shipped
from tests.core.exchange_samples import Desk, shared
from tests.core.incoming_samples import newer_text, report_of, take
from tests.core.library_samples import TEXT, document, fill, findings, ticking
from tests.core.test_exchange_property import WHO, Desks
from tests.core.test_reports_interchange import valid

RUNS = int(os.environ.get("FACTCHECK_EXCHANGE_RUNS", "12"))
WORDS = ("", "One.", "Two \u202e😀.", "<script>&\u2028", "قال", "[1] and [2]")
SCALES = tuple(shipped().values())

Action = Callable[[Desk, int, int, int], object]  # each takes three small numbers as it likes


def _claim(desk: Desk, number: int) -> int:
    rows = desk.store.connection.execute("SELECT id FROM claim ORDER BY id").fetchall()
    return int(rows[number % len(rows)][0])


def _article(desk: Desk, number: int) -> int:
    keys = sorted(desk.store.article_keys())
    return keys[number % len(keys)]


def _word(number: int) -> str:
    return WORDS[number % len(WORDS)]


def judge(desk: Desk, one: int, two: int, three: int) -> None:
    by = Reviewer(("Ada", "Ben", "Cy")[two % 3], ROUNDS[three % 4])
    values: dict[str, Any] = {"verdict": ("True", "False", None, "half")[three % 4]}
    values |= {"reason": _word(two), "note": _word(three), "free_text": three % 4 == 3}
    if by.round == "correction":
        values |= {"reason": "Misread [1].", "public_note": _word(one) or "So."}
    desk.store.assess(_claim(desk, one), by, desk.clock(), values)


def edit(desk: Desk, one: int, two: int, three: int) -> None:
    fields = ("wording", "claimant", "cue", "said_on", "appeared", "tags", "query", "dismissed")
    value = None if two % 8 == 7 and three % 2 else _word(three)
    desk.store.edit_claim(_claim(desk, one), {fields[two % 8]: value}, desk.by, desk.clock())


def facts(desk: Desk, one: int, two: int, three: int) -> None:
    said = attribution_row(Attribution((Span(0, 2),), (Span(two, two + 2),), (Span(6, 9),)))
    values: dict[str, Any] = {
        "figures": [[two, two + 3, (53, 2.5e6, float("inf"))[three % 3], "people", "some"]],
        "dates": [[0, 5, "2024-03-01", None]],
        "attribution": said if three % 2 else None,
    }
    desk.store.edit_claim(_claim(desk, one), values, desk.by, desk.clock())


def retitle(desk: Desk, one: int, two: int, three: int) -> None:
    values = {("title", "author", "published")[two % 3]: _word(three)}
    if three % 5 == 0:
        values = {"rule": ("majority", "agreement")[two % 2]}
    desk.store.edit_article(_article(desk, one), values, desk.by, desk.clock())


def mark(desk: Desk, one: int, two: int, three: int) -> None:
    article = desk.store.article(_article(desk, one))
    length = len(article.text)
    spans = [Span(two % (length - 9), two % (length - 9) + 4)]
    if spans[0].end + 9 < length and three % 2:
        spans.append(Span(spans[0].end + 2, spans[0].end + 4 + three % 4))
    like = desk.store.claim(_claim(desk, three)) if three % 3 == 0 else None
    desk.store.add_claim(article, spans, desk.by, desk.clock(), like)


def move(desk: Desk, one: int, two: int, three: int) -> None:
    spans = [Span(two, two + 3 + three % 9)]
    desk.store.move_claim(_claim(desk, one), spans, desk.by, desk.clock())


def take_out(desk: Desk, one: int, two: int, three: int) -> None:
    values = {"withdrawn": two % 2}
    desk.store.edit_claim(_claim(desk, one), values, desk.by, desk.clock())


def list_it(desk: Desk, one: int, two: int, three: int) -> None:
    desk.store.list_claim(_claim(desk, one), desk.by, desk.clock())


def parts(desk: Desk, one: int, two: int, three: int) -> None:
    """A sentence with two parts, as the finder finds them, and what contests them."""
    article = desk.store.article(_article(desk, one))
    whole = Span(0, 12)
    found = [
        FoundClaim((whole,), whole.of(article.text), 0.9, True, why=("figure",)),
        FoundClaim((Span(4, 9),), article.text[4:9], 0.3, False, wording=_word(two), part_of=0),
        FoundClaim((Span(0, 3), Span(5, 7)), "", 0.2, False, part_of=0, ambiguous=("it",)),
    ]
    keys = desk.store.add_found(article, [replace(c, kind="numeric") for c in found])
    others = desk.store.every_claim(article.row.key)
    other = others[three % len(others)]
    if other not in keys:
        desk.store.link_contested([(keys[0], other, _word(three))])


def find_evidence(desk: Desk, one: int, two: int, three: int) -> None:
    store, by = desk.store, desk.by
    values: dict[str, Any] = {"quote": _word(two), "stance": ("supports", "refutes")[three % 2]}
    if three % 3:
        source = store.add_source({"title": _word(three), "url": "https://x.example"}, by,
                                  desk.clock())  # fmt: skip
        store.keep_copy(source, _word(two) or "a", b"bytes %d" % three, "text/plain", by,
                        desk.clock())  # fmt: skip
        values["source_id"] = source
    store.add_evidence(_claim(desk, one), values, by, desk.clock())


def edit_evidence(desk: Desk, one: int, two: int, three: int) -> None:
    rows = desk.store.connection.execute("SELECT id FROM evidence ORDER BY id").fetchall()
    if rows:
        values = {"answer": _word(two), "withdrawn": int(three % 3 == 0)}
        desk.store.edit_evidence(rows[one % len(rows)][0], values, desk.by, desk.clock())


def edit_source(desk: Desk, one: int, two: int, three: int) -> None:
    rows = desk.store.connection.execute("SELECT id FROM source ORDER BY id").fetchall()
    if rows:
        values: dict[str, Any] = {"author": _word(two), "primary": bool(three % 2)}
        if three % 3 == 0:
            values["anonymous"] = 1
        desk.store.edit_source(rows[one % len(rows)][0], values, desk.by, desk.clock())


def edit_copy(desk: Desk, one: int, two: int, three: int) -> None:
    rows = desk.store.connection.execute("SELECT id FROM copy ORDER BY id").fetchall()
    if rows:
        values = {"name": _word(two), "withdrawn": three % 2}
        desk.store.edit_copy(rows[one % len(rows)][0], values, desk.by, desk.clock())


def rescale(desk: Desk, one: int, two: int, three: int) -> None:
    scale = SCALES[two % len(SCALES)]
    if three % 2:
        scale = replace(scale, explanation=_word(three))
    desk.store.use_scale(_article(desk, one), scale, desk.by, desk.clock())


def newer(desk: Desk, one: int, two: int, three: int) -> None:
    newer_text(desk, two % 5)


def show(desk: Desk, one: int, two: int, three: int) -> None:
    numbers = [row.number for row in desk.store.versions(1)]
    desk.store.show_version(1, numbers[two % len(numbers)], desk.by, desk.clock())


def another(desk: Desk, one: int, two: int, three: int) -> None:
    desk.store.add_article(document(f"{TEXT} {two % 3}"), SCALES[0], desk.name, desk.clock())


def sign(desk: Desk, one: int, two: int, three: int) -> None:
    desk.store.sign_off(_article(desk, one), desk.by, desk.clock())


def describe(desk: Desk, one: int, two: int, three: int) -> None:
    desk.store.describe_reviewer(desk.name, _word(two), _word(three), desk.clock())


ACTIONS: tuple[Action, ...] = (
    judge, judge, edit, edit, facts, retitle, mark, move, take_out, list_it, parts, find_evidence,
    find_evidence, edit_evidence, edit_source, edit_copy, rescale, newer, show, another, sign,
    describe,
)  # fmt: skip
NUMBER = st.integers(0, 30)


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(ACTIONS), NUMBER, NUMBER, NUMBER), max_size=25))
def test_an_empty_library_tells_the_same(steps: list[tuple[Action, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ada = Desk(Path(folder), "Ada", 1, ticking())
        empty = Desk(Path(folder), "Empty", 2, ticking())
        fill(ada.store)
        for action, *numbers in steps:
            try:
                action(ada, *numbers)
            except Problem:  # a place that is none, an article that is signed off
                continue
        report = report_of(ada.store)
        valid(report)
        taken = take(empty.store, report)
        assert not taken.refused and not taken.notes
        assert report_of(empty.store) == report
        assert findings(empty.store) == []
        for desk in (empty, ada):
            again = take(desk.store, report, desk.name)
            assert again.merged and not again.merged.changed and not again.refused
            desk.close()


class Reports(Desks):
    """Three colleagues who send each other reports as well as packages."""

    reports = Bundle("reports")

    @rule(target=reports, who=WHO)
    def report(self, who: int) -> bytes:
        return report_of(self.desks[who].store)

    @rule(who=WHO, report=reports)
    def take_report(self, who: int, report: bytes) -> None:
        desk = self.desks[who]
        assert not take(desk.store, report, desk.name, desk.clock()).refused
        before = shared(desk.store)
        again = take(desk.store, report, desk.name, desk.clock())
        assert again.merged and not again.merged.changed
        assert shared(desk.store) == before

    def said(self, desk: Desk) -> dict[str, list[Any]]:
        """A line that came with a report is one of another chain."""
        told = super().said(desk)
        return {**told, "event": sorted(row[0] for row in told["event"])}


TestReports = Reports.TestCase
TestReports.settings = settings(
    max_examples=(RUNS + 1) // 2,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
