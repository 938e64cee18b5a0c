"""Evidence, scales of one's own, sign-off and corrections, votes, blind reading, coverage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck_gui.domain import (
    Evidence,
    Problem,
    Reviewer,
    Source,
    Span,
    independent_sources,
    recited,
)
from factcheck_gui.library.coverage import coverage, measure
from factcheck_gui.library.scales import all_scales, delete_scale, own_scales, save_scale, shipped
from factcheck_gui.library.search import search
from tests.core.library_samples import ME, SCALE, YOU, document, findings, found, opened, ticking

TRUE, FALSE = {"verdict": "True", "free_text": False}, {"verdict": "False", "free_text": False}


# ---------------------------------------------------------------- evidence


def test_evidence_is_kept_with_its_source_and_copies(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    source = store.add_source(
        {"title": "Port statistics", "publisher": "Port of Aldmoor", "primary": 1, "kind": "data"},
        ME, clock(),
    )  # fmt: skip
    change = store.add_evidence(
        1, {"stance": "refutes", "quote": "39,800", "locator": "p. 4", "source_id": source},
        ME, clock(),
    )  # fmt: skip
    store.add_evidence(1, {"stance": "nothing found", "question": "A later count?"}, ME, clock())
    copy = store.keep_copy(source, "table.pdf", b"%PDF " * 99, "application/pdf", ME, clock())
    again = store.keep_copy(source, "same.pdf", b"%PDF " * 99, "application/pdf", ME, clock())
    first, second = store.evidence(1)
    assert (first.number, first.stance, first.locator) == (1, "refutes", "p. 4")
    assert first.source is not None
    assert (first.source.name, first.source.primary) == ("Port statistics", True)
    assert [one.name for one in first.source.copies] == ["table.pdf", "same.pdf"]
    assert len({one.sha256 for one in first.source.copies}) == 1
    assert (second.number, second.source) == (2, None)
    assert copy.thing is not None
    assert store.copy_bytes(copy.thing) == ("table.pdf", b"%PDF " * 99)
    assert store.connection.execute("SELECT COUNT(*) FROM original").fetchone() == (2,)
    assert store.evidence_counts([1, 2]) == {1: 2}
    assert store.claim(1).shown
    # What is taken out can be brought back, each as one more step.
    assert store.write(change.inverse(), ME, clock()) is not None
    assert [one.number for one in store.evidence(1)] == [2]
    assert store.write(change, ME, clock()) is not None
    assert [one.number for one in store.evidence(1)] == [1, 2]
    store.write(again.inverse(), ME, clock())
    assert [one.name for one in store.sources([source])[0].copies] == ["table.pdf"]
    assert findings(store) == []
    store.close()


def test_one_source_serves_many_claims(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    source = store.add_source({"title": "Logbook"}, ME, clock())
    for claim in (1, 2):
        store.add_evidence(claim, {"source_id": source}, ME, clock())
    store.edit_source(
        source, {"title": "Harbour logbook", "conflict": "kept by the port"}, ME, clock()
    )
    assert [e.source.title for n in (1, 2) for e in store.evidence(n) if e.source] == [
        "Harbour logbook", "Harbour logbook",
    ]  # fmt: skip
    assert [one.title for one in store.find_sources("harb")] == ["Harbour logbook"]
    assert store.find_sources("log") == store.find_sources()
    assert store.edit_source(source, {"title": "Harbour logbook"}, ME, clock()) is None
    hits = search(store.connection, "harbour")
    assert {one.kind for one in hits} >= {"claim"}
    store.close()


def test_what_cannot_be_evidence_is_refused(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    with pytest.raises(Problem, match="no such stance"):
        store.add_evidence(1, {"stance": "proves"}, ME, clock())
    with pytest.raises(Problem, match="no such kind"):
        store.add_source({"kind": "rumour"}, ME, clock())
    source = store.add_source({"title": "s"}, ME, clock())
    with pytest.raises(Problem, match="nothing in this copy"):
        store.keep_copy(source, "a", b"", "text/plain", ME, clock())
    with pytest.raises(ValueError, match="no fields"):
        store.edit_source(source, {"uuid": "x"}, ME, clock())
    store.close()


def sourced(number: int, **values: str) -> Evidence:
    return Evidence(number, str(number), 1, number, source=Source(number, f"id{number}", **values))


def test_independent_sources_are_counted_by_their_hands() -> None:
    one = sourced(1, title="A", publisher="Port", url="https://www.port.example/a")
    same_house = sourced(2, title="B", publisher="port ")
    same_host = sourced(3, title="C", url="http://port.example/c")
    other = sourced(4, title="D", author="Inês Prado")
    bridge = sourced(5, title="E", author="inês prado", publisher="PORT")
    assert independent_sources([one, same_house, same_host]) == 1
    assert independent_sources([one, other]) == 2
    assert independent_sources([one, other, bridge]) == 1  # one hand after all
    assert independent_sources([replace(one, stance="context"), other]) == 1
    assert independent_sources([Evidence(1, "1", 1, 1)]) == 0


def test_a_reason_remembers_which_evidence_it_cites(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    for _ in range(2):
        store.add_evidence(1, {}, ME, clock())
    store.assess(1, ME, clock(), {**TRUE, "reason": "See [2], [1] and [9]."})
    (given,) = store.standing(1)
    ids = [one.id for one in store.evidence(1)]
    assert given.refs == ((1, ids[0]), (2, ids[1]))
    numbers = {ids[0]: 5, ids[1]: 1}
    assert recited(given.reason, dict(given.refs), numbers) == "See [1], [5] and [9]."
    assert findings(store) == []
    store.close()


# ---------------------------------------------------------------- sign-off, corrections, votes


def test_after_sign_off_only_corrections_change_anything(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), TRUE)
    signed = store.sign_off(1, ME, clock())
    assert signed is not None
    for write in (
        lambda: store.assess(1, ME, clock(), FALSE),
        lambda: store.edit_claim(1, {"wording": "w"}, ME, clock()),
        lambda: store.add_evidence(1, {}, ME, clock()),
        lambda: store.move_claim(1, [Span(0, 5)], ME, clock()),
        lambda: store.use_scale(1, shipped()["averitec"], ME, clock()),
    ):
        with pytest.raises(Problem, match="signed off"):
            write()
    mending = Reviewer(ME.name, "correction")
    with pytest.raises(Problem, match="note for the public"):
        store.assess(1, mending, clock(), {**FALSE, "reason": "A new count."})
    told = {"reason": "A new count.", "public_note": "We had the wrong month."}
    assert store.assess(1, mending, clock(), {**FALSE, **told}) is not None
    assert store.claim(1).verdict == "False"
    assert [one.public_note for one in store.standing(1)] == ["", "We had the wrong month."]
    store.write(signed.inverse(), ME, clock())  # taken back, and the history shows it
    assert store.assess(2, ME, clock(), TRUE) is not None
    told = [one.what for one in store.history(1)]
    assert (told[0], told[-2:]) == ("sign-off taken back", ["signed off", "verdict"])
    store.read_as(YOU)  # who reads blind
    assert store.history(1) == []
    assert findings(store) == []
    store.close()


def test_two_of_three_decide_where_votes_do(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    for name, values in (("Ada", TRUE), ("Ben", FALSE), ("Cy", TRUE)):
        store.assess(1, Reviewer(name), clock(), values)
    store.assess(2, Reviewer("Ada"), clock(), TRUE)
    store.assess(2, Reviewer("Ben"), clock(), FALSE)
    assert store.claim(1).state == store.claim(2).state == "disputed"
    store.edit_article(1, {"rule": "majority"}, ME, clock())
    assert (store.claim(1).verdict, store.claim(2).state) == ("True", "disputed")
    assert findings(store) == []
    store.edit_article(1, {"rule": "agreement"}, ME, clock())
    assert store.claim(1).state == "disputed"
    store.use_scale(1, shipped()["averitec"], ME, clock())
    scale, rule, *_ = store.history(1)
    assert (scale.what, scale.after) == ("scale", shipped()["averitec"].name)
    assert (rule.what, rule.before, rule.after) == ("rule", "majority", "agreement")
    store.close()


# ---------------------------------------------------------------- blind


def test_a_blind_reader_is_told_nothing_of_the_first_reading(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {**TRUE, "reason": "ledger words", "note": "call Prado"})
    store.add_evidence(1, {"quote": "ledger quote"}, ME, clock())
    store.read_as(YOU)
    claim = store.claim(1)
    assert (claim.state, claim.verdict) == ("open", None)
    assert store.standing(1) == store.evidence(1) == store.history(1) == []
    assert {one.state for one in store.marks(1)} == {"open"}
    assert store.claim_counts(1)["open"] == 4
    assert store.article_row(1).tally.reviewed == 0  # type: ignore[union-attr]
    assert list(store.claim_keys(1, "open")) == [1, 2, 3, 4]
    assert search(store.connection, "ledger", blind=YOU.name) == []
    store.assess(1, YOU, clock(), FALSE)
    store.read_as(YOU)  # now known to the library
    assert (store.claim(1).state, store.claim(1).verdict) == ("reviewed", "False")
    assert [one.reviewer for one in store.standing(1)] == [YOU.name]
    assert store.article_row(1).tally.verdicts == (("False", 1),)  # type: ignore[union-attr]
    store.read_as(None)
    assert store.claim(1).state == "disputed"
    store.close()


# ---------------------------------------------------------------- scales


def test_a_verdict_is_incomplete_without_the_reason_that_its_scale_asks_for(
    tmp_path: Path,
) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), TRUE)
    assert not store.claim(1).incomplete
    store.use_scale(1, replace(SCALE, id="strict", needs_reason=True), ME, clock())
    assert [one.incomplete for one in store.claims([1, 2])] == [True, False]  # 2: no verdict yet
    store.assess(1, ME, clock(), {"reason": " \n"})
    assert store.claim(1).incomplete
    store.assess(1, ME, clock(), {"reason": "The ledger says so."})
    assert not store.claim(1).incomplete
    store.assess(1, YOU, clock(), TRUE)
    store.read_as(YOU)  # who reads blind, and has given no reason
    assert store.claim(1).incomplete
    store.close()


def test_a_scale_of_ones_own_is_saved_used_and_kept(tmp_path: Path) -> None:
    store, clock = opened(tmp_path / "x" if False else tmp_path), ticking()
    mine = replace(SCALE, id="desk", name="Our desk", labels=SCALE.labels[:2], needs_reason=True)
    save_scale(tmp_path / "scales", mine)
    assert all_scales(tmp_path / "scales")["desk"] == mine
    store.assess(1, ME, clock(), TRUE)
    changed = store.use_scale(1, mine, ME, clock())
    assert changed is not None
    assert (store.scale(1), store.claim(1).verdict) == (mine, "True")
    save_scale(tmp_path / "scales", replace(mine, labels=SCALE.labels[2:3] and mine.labels[:1]))
    assert store.scale(1) == mine  # the article keeps the text it was given
    store.write(changed.inverse(), ME, clock())
    assert store.scale(1) == SCALE
    delete_scale(tmp_path / "scales", "desk")
    assert "desk" not in all_scales(tmp_path / "scales")
    assert findings(store) == []
    store.close()


def test_a_scale_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    bad = {
        "a.json": "not json", "b.json": "[]", "c.json": '{"id": "c"}', "d.json": "[" * 99_999,
    }  # fmt: skip
    for name, text in bad.items():
        (tmp_path / name).write_text(text)
    found_ones, problems = own_scales(tmp_path)
    assert (found_ones, [Path(one.where).name for one in problems]) == ({}, sorted(bad))
    first = SCALE.labels[0]
    for wrong, words in (
        (replace(SCALE, id="x", labels=(first, first)), "twice"),
        (replace(SCALE, id="x", labels=(replace(first, colour="pink"),)), "colours"),
        (replace(SCALE, id="x", labels=(replace(first, order=3),)), "1, 2, 3"),
        (replace(SCALE, id="x", labels=(replace(first, claimskg="MAYBE"),)), "ClaimsKG"),
        (replace(SCALE, id="x", name=" "), "no name"),
        (SCALE, "of the app"),
        (replace(SCALE, id="../x"), "plain name"),
    ):
        with pytest.raises(Problem, match=words):
            save_scale(tmp_path / "own", wrong)


# ---------------------------------------------------------------- coverage


def test_coverage_counts_what_is_judged_or_dismissed(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    spans = [one.spans[0] for one in found()]
    assert coverage(store, 1).waiting == tuple(spans[:4])
    assert coverage(store, 1, every=True).waiting == tuple(spans)
    store.assess(1, ME, clock(), TRUE)
    store.edit_claim(2, {"dismissed": ""}, ME, clock())
    article = store.article(1)
    part = Span(spans[2].start, spans[2].start + 40)  # more than half of the third sentence
    added = store.add_claim(article, [part], ME, clock())
    assert added.claim is not None
    store.assess(added.claim, ME, clock(), FALSE)
    now = coverage(store, 1)
    assert now.waiting == (spans[3],)
    assert now.total - now.done == spans[3].end - spans[3].start
    assert 0 < now.share < 1
    store.close()


def test_coverage_of_nothing_is_whole() -> None:
    assert measure([], []).share == 1.0
    assert measure([Span(0, 10)], [Span(0, 3), Span(2, 4)]) == measure([Span(0, 10)], [Span(0, 4)])
    assert measure([Span(0, 10)], [Span(0, 4)]).done == 4
    assert document().text
