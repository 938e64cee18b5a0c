"""What the triggers keep: nothing given is overwritten, the verdict that stands, the counts."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.domain import (
    ROUNDS,
    Assessment,
    Claim,
    Reviewer,
    Round,
    current_verdict,
    iso,
    uuid7,
)
from factcheck_gui.library import file
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, ME, YOU, dice, fill, findings, opened, ticking

APPEND_ONLY = [
    "UPDATE assessment SET note = 'other'",
    "UPDATE assessment SET at = at WHERE id = 1",
    "DELETE FROM assessment",
    "REPLACE INTO assessment SELECT * FROM assessment WHERE id = 1",
    "DELETE FROM claim WHERE id = 1",
    "DELETE FROM article",
    "UPDATE event SET at = '2020-01-01T00:00:00.000000Z'",
    "UPDATE event SET payload = '{}' WHERE payload IS NOT NULL",
    "UPDATE event SET payload = NULL, hash = 'x'",
    "UPDATE event SET assessment_id = NULL",
    "DELETE FROM event WHERE id = (SELECT MAX(id) FROM event)",
    "REPLACE INTO event SELECT * FROM event WHERE id = 1",
    "UPDATE version SET text = 'other'",
    "UPDATE version SET sha256 = 'other'",
]


@pytest.mark.parametrize("statement", APPEND_ONLY)
def test_what_was_given_cannot_be_overwritten_or_deleted(tmp_path: Path, statement: str) -> None:
    store = opened(tmp_path)
    store.assess(1, ME, AT, {"verdict": "True", "note": "n"})
    before = list(store.connection.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|never changed"):
        store.connection.execute(statement)
    assert list(store.connection.iterdump()) == before
    store.close()


def test_the_guards_hold_for_other_programs_too(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(1, ME, AT, {"verdict": "True"})
    store.close()
    connection = sqlite3.connect(tmp_path / "test.factcheck")
    for statement in ("UPDATE assessment SET verdict = 'False'", "DELETE FROM event"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


# ---------------------------------------------------------------- the verdict that stands

VERDICTS = st.sampled_from(["True", "False", "Mixed", None])
GIVEN = st.tuples(st.integers(0, 2), st.sampled_from(ROUNDS), VERDICTS)


def raw_insert(
    store: Store, claim: int, at_second: int, given_: tuple[int, Round, str | None]
) -> None:
    """An assessment as a merge brings it: in any order, with its own time."""
    reviewer, round_, verdict = given_
    moment = AT + timedelta(seconds=at_second)
    store._insert(
        "assessment",
        uuid=uuid7(moment, at_second.to_bytes(10, "big")),
        claim_id=claim,
        reviewer_id=store._reviewer(f"reviewer {reviewer}", AT),
        round=round_,
        verdict=verdict,
        at=iso(moment),
        scale_id=1,
    )


def latest(given_: list[tuple[int, Round, str | None]]) -> list[Assessment]:
    last: dict[tuple[int, Round], Assessment] = {}
    for second, (who, round_, verdict) in enumerate(given_):
        at = iso(AT + timedelta(seconds=second))
        last[who, round_] = Assessment(str(second), str(who), round_, verdict, "", "", at)
    return list(last.values())


@settings(max_examples=150)
@given(st.lists(GIVEN, max_size=8), st.randoms(use_true_random=False))
def test_the_triggers_and_the_domain_agree_on_the_verdict_in_any_order(given_, random) -> None:
    numbered = list(enumerate(given_))
    random.shuffle(numbered)
    store = shared()
    store.connection.execute("BEGIN")
    try:
        for second, one in numbered:
            raw_insert(store, 1, second, one)
        claim = store.claim(1)
        assert (claim.state, claim.verdict) == current_verdict(latest(given_))
        assert (claim.state, claim.verdict) == current_verdict(store.standing(1))
    finally:
        store.connection.execute("ROLLBACK")


_SHARED: list[tuple[tempfile.TemporaryDirectory[str], Store]] = []


def shared() -> Store:
    """One library for all examples, which roll back what they did."""
    if not _SHARED:
        folder = tempfile.TemporaryDirectory(prefix="factcheck-")
        _SHARED.append((folder, opened(Path(folder.name))))
    return _SHARED[0][1]


@pytest.fixture(scope="module", autouse=True)
def _shared_closed():
    yield
    while _SHARED:
        folder, store = _SHARED.pop()
        store.close()
        folder.cleanup()


@pytest.mark.parametrize(
    ("steps", "state", "verdict"),
    [
        ("a first True", "reviewed", "True"),
        ("a first True, b first True", "reviewed", "True"),
        ("a first True, b second False", "disputed", None),
        ("a first True, b second False, b second None", "reviewed", "True"),
        ("a first True, b second False, c adjudication Mixed", "reviewed", "Mixed"),
        ("c adjudication Mixed, a correction True", "reviewed", "True"),
        ("a correction True, a correction None, b first False", "reviewed", "False"),
        ("a first True, a first None", "open", None),
    ],
)
def test_correction_over_adjudication_over_agreement(tmp_path, steps, state, verdict) -> None:
    store, clock = opened(tmp_path), ticking()
    for name, round_, verdict_given in (one.split() for one in steps.split(", ")):
        verdict_or_none = None if verdict_given == "None" else verdict_given
        store.assess(1, Reviewer(name, round_), clock(), {"verdict": verdict_or_none})
    assert (store.claim(1).state, store.claim(1).verdict) == (state, verdict)
    assert findings(store) == []
    store.close()


# ---------------------------------------------------------------- counts

ACTIONS = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.sampled_from(["me", "you", "dismiss", "back", "withdraw", "return", "add", "again"]),
        VERDICTS,
    ),
    max_size=12,
)


def act(store: Store, claim: int, action: str, verdict: str | None, clock) -> None:
    if action in {"me", "you"}:
        store.assess(claim, ME if action == "me" else YOU, clock(), {"verdict": verdict})
    elif action in {"dismiss", "back"}:
        reason = "opinion" if action == "dismiss" else None
        store.edit_claim(claim, {"dismissed": reason}, ME, clock())
    elif action in {"withdraw", "return"}:
        store.edit_claim(claim, {"withdrawn": int(action == "withdraw")}, ME, clock())
    elif action == "add":
        article = store.article(1)
        store.add_claim(article, store.claim(claim).spans, ME, clock())


class RolledBack(Exception):
    """Ends a transaction of a test without keeping it."""


def recount(claims: list[Claim]) -> tuple[int, int, int, dict[str, int]]:
    shown = [one for one in claims if one.shown and one.dismissed is None]
    states = Counter(one.state for one in shown)
    verdicts = Counter(one.verdict for one in shown if one.state == "reviewed" and one.verdict)
    return len(shown), states["reviewed"], states["disputed"], dict(verdicts)


@settings(max_examples=80)
@given(ACTIONS)
def test_the_counts_of_an_article_are_what_counting_gives(actions) -> None:
    store, clock = shared(), ticking()
    with pytest.raises(RolledBack), file.atomic(store.connection):
        for claim, action, verdict in actions:
            act(store, claim, action, verdict, clock)
        keys = [row[0] for row in store.connection.execute("SELECT id FROM claim")]
        tally = store.article(1).row.tally
        counted = tally.claims, tally.reviewed, tally.disputed, dict(tally.verdicts)
        assert counted == recount(store.claims(keys))
        assert findings(store) == []
        raise RolledBack  # the next example starts afresh


def test_agreement_of_many_reviewers_in_every_order(tmp_path: Path) -> None:
    store = opened(tmp_path)
    given_: list[tuple[int, Round, str | None]] = [
        (0, "first", "True"), (1, "second", "False"), (2, "adjudication", "Mixed"),
        (0, "correction", None),
    ]  # fmt: skip
    for order in itertools.permutations(enumerate(given_)):
        store.connection.execute("BEGIN")
        for second, one in order:
            raw_insert(store, 2, second, one)
        assert (store.claim(2).state, store.claim(2).verdict) == ("reviewed", "Mixed")
        store.connection.execute("ROLLBACK")
    store.close()


def test_randomness_given_makes_the_same_library_again(tmp_path: Path) -> None:
    dumps = []
    for name in ("one", "two"):
        store, clock = Store.open(tmp_path / name, AT, dice()), ticking()
        _, claims = fill(store)
        store.assess(claims[0], ME, clock(), {"verdict": "True"})
        store.edit_claim(claims[1], {"wording": "w"}, ME, clock())
        dumps.append(
            [one for one in store.connection.iterdump() if "_sqlite_migrations" not in one]
        )
        store.close()
    assert dumps[0] == dumps[1]
