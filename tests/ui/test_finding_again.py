"""Finding claims again in the window: what was reviewed stays, the rest is new, a stop changes
nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from factcheck_gui import jobs
from factcheck_gui.domain import Block, Claim, FoundClaim, Problem, Span
from factcheck_gui.library.store import Store
from factcheck_gui.ui.main_window import MainWindow


def store_of(window: MainWindow) -> Store:
    assert window.session.store is not None
    return window.session.store


def claims(window: MainWindow) -> list[Claim]:
    assert window.session.article is not None
    store = store_of(window)
    return store.claims(store.claim_keys(window.session.article.row.key))


def key_of(window: MainWindow) -> int:
    assert window.session.article is not None
    return window.session.article.row.key


@pytest.fixture
def told(window: MainWindow) -> list[str]:
    sentences: list[str] = []
    window.session.told.connect(sentences.append)
    return sentences


def another_finder(spans: list[Span], monkeypatch: pytest.MonkeyPatch) -> None:
    """A finder that finds these places and no other."""

    def find(text: str, published: str, blocks: tuple[Block, ...]) -> Iterator[jobs.FoundBatch]:
        found = tuple(FoundClaim((one,), "", 0.9, True, why=("figure",)) for one in spans)
        yield jobs.FoundBatch(found, len(text), len(text))

    monkeypatch.setattr(jobs, "find_claims", find)


def test_nothing_changes_where_the_finder_says_the_same(
    window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    window.session.give_verdict(0)
    before = claims(window)
    current = window.session.claim
    window.actions_by_id["article.again"].trigger()
    qtbot.waitUntil(lambda: told != [])
    assert told == ["Claims found again: 0 new, 0 no longer listed."]
    assert claims(window) == before
    assert window.session.claim == current


def test_reviewed_claims_stay_and_the_rest_is_what_is_found_now(
    window: MainWindow, qtbot: QtBot, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    first, second, third = claims(window)[:3]
    session.choose_claim(first.key)
    session.give_verdict(0)
    session.choose_claim(second.key)
    session.set_kind("property")
    session.choose_claim(third.key)
    session.dismiss("no claim")
    last = claims(window)[-1]
    session.choose_claim(last.key)  # which the other finder does not know
    kept = store_of(window).claims([first.key, second.key, third.key])
    undo = session.history.undo_label
    another_finder([Span(0, 30), Span(100, 160)], monkeypatch)
    window.find_again()
    qtbot.waitUntil(lambda: told != [])
    assert store_of(window).claims([first.key, second.key, third.key]) == kept
    assert len(claims(window)) == 5 or len(claims(window)) == 4
    assert last.key not in session.view
    assert session.claim is not None
    assert session.claim.key in session.view
    assert {mark.key for mark in window.reader._marks.index} == set(session.view)
    assert window.claims.model.rowCount() == len(session.view)
    highest = max(one.number for one in [*kept, last])
    fresh = [one for one in claims(window) if one.why == ("figure",)]
    assert fresh
    assert all(one.number > highest for one in fresh)
    assert session.history.undo_label == undo
    session.undo()  # the dismissal, as if nothing had been found anew
    assert store_of(window).claim(third.key).dismissed is None


def test_a_stop_changes_nothing(
    window: MainWindow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = claims(window)
    waiting: list[jobs.FoundBatch] = []
    monkeypatch.setattr(window.tasks, "submit", lambda job, first: waiting.append(job))
    window.find_again()
    (job,) = waiting
    another_finder([Span(0, 30)], monkeypatch)
    for batch in jobs.find_claims("x", "", ()):
        job.part(batch)  # type: ignore[attr-defined]
    job.cancelled()  # type: ignore[attr-defined]
    assert told == ["The claims are as they were."]
    assert claims(window) == before
    window.find_again()
    assert len(waiting) == 2  # it may be asked for again


def test_it_is_offered_where_an_earlier_finder_was_at_work(
    window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    session = window.session
    assert not window.claims.again.isVisible()
    store_of(window).finish_finding(key_of(window), "factcheck-gui 0.0.1", session.clock())
    session.open_article(key_of(window))
    assert session.outdated
    assert window.claims.again.isVisible()
    window.claims.again.click()
    qtbot.waitUntil(lambda: told != [])
    assert not session.outdated
    assert not window.claims.again.isVisible()


def test_a_library_that_cannot_be_written_says_so_and_keeps_what_was_reviewed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems: list[Problem] = []
    window.session.problem.connect(problems.append)
    window.session.give_verdict(0)
    reviewed = claims(window)[0]

    def full(*_: object) -> list[int]:
        raise Problem("The disk is full.")

    monkeypatch.setattr(Store, "add_found", full)
    window.find_again()
    qtbot.waitUntil(lambda: problems != [])
    assert "Reviewed claims are as they were" in problems[0].kept
    assert store_of(window).claim(reviewed.key) == reviewed


def test_an_article_that_goes_meanwhile_is_let_go(
    window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    session, key = window.session, key_of(window)
    window.find_again()  # its steps wait in the event loop
    session.trash(key)
    session.empty_trash()
    qtbot.wait(30)
    assert not window.again.at_work
    assert session.reader is not None
    assert session.reader.article_rows() == []
