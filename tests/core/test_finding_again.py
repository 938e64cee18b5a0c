"""The finder goes through an article again: what a reviewer touched stays as it is, the rest takes
what the finder says now, nothing is lost and no number is given twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck_gui import jobs
from factcheck_gui.anchoring import carry
from factcheck_gui.domain import FoundClaim, Span, claim_id
from factcheck_gui.library.store import Store
from tests.core.library_samples import (
    AT,
    ME,
    TEXT,
    document,
    findings,
    found,
    opened,
    paragraphs,
    ticking,
)


def again(
    store: Store, claims: list[FoundClaim], pairs: tuple[tuple[int, int, str], ...] = ()
) -> list[int]:
    """The finder's second run, as the window and the commands write it."""
    article = store.article(1)
    arrival = jobs.Arrival(article, store.held(article))
    keys = arrival.take(store, jobs.FoundBatch(tuple(claims), 1, 1, pairs))
    for _ in arrival.replace(store):
        pass
    arrival.finish(store, AT)
    assert findings(store) == []
    return keys


def test_reviewed_claims_stay_and_the_rest_is_replaced(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {"verdict": "True"})
    store.edit_claim(2, {"claimant": "the port"}, ME, clock())
    store.edit_claim(3, {"dismissed": "no claim"}, ME, clock())
    store.save_draft(4, ME, clock(), "note", "half a thought")
    before = store.claims([1, 2, 3, 4])
    again(store, [])
    assert store.claims([1, 2, 3, 4]) == before
    assert 5 not in store.every_claim(1)
    store.close()


def test_numbers_stay_and_are_never_given_twice(tmp_path: Path) -> None:
    store = opened(tmp_path)
    spans = paragraphs(TEXT)
    new = FoundClaim((Span(4, 11),), "", 0.9, True)
    listed_now = replace(found()[4], score=0.8, listed=True)
    keys = again(store, [new, *found()[1:4], listed_now])
    numbers = {one.key: one.number for one in store.claims([*keys, 1])}
    assert numbers == {1: 1, 2: 2, 3: 3, 4: 4, keys[0]: 5, 5: 6}
    assert list(store.claim_keys(1)) == [keys[0], 2, 3, 4, 5]
    # The first finder's claim comes back under its own id and number.
    assert store.claim(5).spans == (spans[4],)
    again(store, found())
    assert store.claim_numbered(1, 1) == 1
    assert keys[0] not in store.claim_keys(1)
    assert store.claim(5).shown is False
    store.close()


def test_a_sentence_that_a_reviewed_claim_covers_is_not_listed_beside_it(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(1, ME, AT, {"verdict": "True"})
    first = paragraphs(TEXT)[0]
    nearly = FoundClaim((Span(first.start, first.end - 1),), "", 0.9, True)
    other = FoundClaim((Span(first.start, first.start + 20),), "", 0.9, True)
    hidden, shown = again(store, [nearly, other])
    assert not store.claim(hidden).shown
    assert store.claim(shown).shown
    store.close()


def test_a_claim_marked_by_hand_is_the_one_that_is_found_there(tmp_path: Path) -> None:
    store = opened(tmp_path)
    change = store.add_claim(store.article(1), [Span(4, 11)], ME, AT)
    keys = again(store, [FoundClaim((Span(4, 11),), "", 0.2, False)])
    assert keys == [change.claim]
    assert store.claim(keys[0]).origin == "reviewer"
    assert store.claim(keys[0]).score == 1.0
    store.close()


def test_a_moved_claim_is_not_found_again_where_it_was(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.move_claim(1, [Span(0, 11)], ME, AT)
    keys = again(store, found())
    assert keys[0] == 1
    assert store.claim(1).text == "The harbour"
    store.close()


def test_what_contests_what_is_found_anew_but_between_reviewed_claims(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.link_contested([(1, 2, "denied"), (2, 3, "another figure")])
    for claim in (1, 2):
        store.assess(claim, ME, AT, {"verdict": "True"})
    again(store, found(), ((2, 3, "opposed blame"),))
    assert store.claim(2).contested_by == (1,)
    assert store.claim(2).contested_why == ("denied",)
    assert (store.claim(3).contested_by, store.claim(3).contested_why) == ((4,), ("opposed blame",))
    store.close()


def test_parts_know_their_sentence_over_batches(tmp_path: Path) -> None:
    store = opened(tmp_path)
    article = store.article(1)
    arrival = jobs.Arrival(article, store.held(article))
    arrival.take(store, jobs.FoundBatch(tuple(found()[:2]), 1, 2))
    part = FoundClaim((Span(4, 11),), "", 0.7, False, part_of=0, wording="W", ambiguous=("it",))
    (key,) = arrival.take(store, jobs.FoundBatch((part,), 2, 2))
    assert [one.key for one in store.parts(1)] == [key]
    assert (store.claim(key).proposal, store.claim(key).wording) == ("W", "")
    assert key not in store.claim_keys(1, bar=0.0)  # its sentence offers it
    change = store.list_claim(key, ME, AT)
    assert change is not None
    assert store.claim(key).number == 5
    assert list(store.claim_keys(1)) == [1, key, 2, 3, 4]
    store.write(change.inverse(), ME, AT)
    assert key not in store.claim_keys(1)
    assert [one.key for one in store.parts(1)] == [key]  # still offered
    store.write(change, ME, AT)
    assert store.claim(key).number == 5
    assert store.list_claim(key, ME, AT) is None
    assert [one.what for one in store.history(key)] == ["withdrawn", "withdrawn", "list claim"]
    assert findings(store) == []
    store.close()


def test_an_earlier_finder_is_known_by_its_number() -> None:
    assert jobs.is_outdated("factcheck-gui 0.1.0")
    assert jobs.is_outdated("factcheck-gui 0.1.0, finder 1")
    assert not jobs.is_outdated(jobs.FINDER_NAME)
    assert not jobs.is_outdated("factcheck-gui 9.0, finder 99")
    assert not jobs.is_outdated("")


_WHOLE = st.tuples(st.integers(0, 200), st.integers(1, 60), st.floats(0, 1), st.booleans())
_TOUCHES = st.sets(st.integers(1, 5))


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(runs=st.lists(st.lists(_WHOLE, max_size=6), min_size=1, max_size=3), touched=_TOUCHES)
def test_whatever_is_found_again_touched_claims_stay(
    tmp_path: Path, runs: list[list[tuple[int, int, float, bool]]], touched: set[int]
) -> None:
    store = opened(tmp_path, "random.factcheck")
    for claim in touched:
        store.assess(claim, ME, AT, {"note": "seen"})
    before = store.claims(sorted(touched))
    given_out: dict[int, str] = {}
    for run in runs:
        spans = {Span(start, min(start + length, len(TEXT))): rest for start, length, *rest in run}
        claims = [FoundClaim((span,), "", rest[0], rest[1]) for span, rest in spans.items()]
        again(store, claims)
        for one in store.claims(store.every_claim(1)):
            if one.number:
                assert given_out.setdefault(one.number, one.id) == one.id
        wanted = {claim_id(store.article(1).version_id, one.spans) for one in claims}
        there = {one.id for one in store.claims(store.every_claim(1))}
        assert there == wanted | {one.id for one in before}
    assert store.claims(sorted(touched)) == before
    store.close()


def test_check_finds_a_part_of_a_part(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.connection.execute("UPDATE claim SET part_of = 1 WHERE id = 2")
    assert findings(store) == []
    store.connection.execute("UPDATE claim SET part_of = 2 WHERE id = 3")
    (wrong,) = findings(store)
    assert (wrong.check, wrong.where) == ("anchors", store.claim(3).id)
    store.close()


def test_a_newer_version_is_searched_beside_the_claims_that_were_carried(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {"verdict": "True"})
    before = store.claim(1)
    newer = document("A new first paragraph stands here.\n\n" + TEXT)
    older = store.older(1)
    carried = carry(older.texts, newer.text, older.claims)
    store.add_version(1, newer, carried, ME, clock())
    text = newer.text
    keys = again(store, found(text))
    assert keys[1:6] == [1, 2, 3, 4, 5]  # where they went, not doubled
    assert store.claim(keys[0]).text == "A new first paragraph stands here."
    now = store.claim(1)
    assert (now.verdict, now.number, now.score) == ("True", 1, before.score)
    store.close()
