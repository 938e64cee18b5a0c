"""The precedents tab and the files of earlier checks, on the real window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from factcheck_gui.documents import claimreview_feed, claimreview_fields
from factcheck_gui.domain import FeedNote, Precedent, Problem, Reviewer
from factcheck_gui.library.precedents import Earlier, feeds
from factcheck_gui.precedents import FeedArrival, FeedBatch, read_feed
from factcheck_gui.ui import precedent_words
from factcheck_gui.ui.feeds_dialog import FeedsDialog
from factcheck_gui.ui.main_window import MainWindow
from tests.core.feed_samples import URL, packed, rating, review

Key = Qt.Key


def feed(folder: Path, *reviews: dict[str, Any]) -> Path:
    path = folder / "feed.json"
    path.write_bytes(packed(list(reviews)))
    return path


def current(window: MainWindow) -> str:
    claim = window.session.claim
    assert claim
    return claim.text


def brought(window: MainWindow, *reviews: dict[str, Any]) -> None:
    assert window.session.path
    window.earlier.take_in([feed(window.session.path.parent, *reviews)])


def looked(window: MainWindow, qtbot: QtBot) -> list[Earlier]:
    """What the tab shows of the current claim, once it has looked."""
    window.review.show_precedents()
    panel = window.review.precedents
    qtbot.waitUntil(lambda: "…" not in panel.state.text())
    return [card.earlier for card in panel.cards]


def another_article(window: MainWindow, words: str, verdict: str) -> int:
    """A judged claim of another article, by somebody else in the first round; its row id."""
    session, at = window.session, window.session.clock()
    assert session.store
    from factcheck_gui.domain import Document, Span
    from tests.core.library_samples import SCALE

    store, by = session.store, Reviewer("Somebody")
    key, _ = store.add_article(Document(words, title="Elsewhere"), SCALE, by.name, at)
    change = store.add_claim(store.article(key), [Span(0, len(words))], by, at)
    assert change
    assert change.claim
    store.assess(change.claim, by, at, {"verdict": verdict})
    return change.claim


def test_nothing_is_sought_before_somebody_looks(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.review.precedents.wanted):
        window.session.step(1)
    assert looked(window, qtbot) == []
    assert window.review.precedents.state.text() == (
        "No earlier check was found that says the same."
    )
    assert window.review.precedents.bring.isVisible()


def test_the_key_p_shows_a_check_that_says_the_same(window: MainWindow, qtbot: QtBot) -> None:
    brought(window, review(claimReviewed=current(window)), review(url=URL + "/other"))
    QTest.keyClick(window, Key.Key_P)
    (one,) = looked(window, qtbot)
    (card,) = window.review.precedents.cards
    assert one.precedent.url == URL
    review_tabs = window.review.tabs
    assert review_tabs.tabText(review_tabs.currentIndex()) == "Precedents 1"
    assert card.verdict.text() == "False (1 on a scale from 1 to 5)"
    assert card.near.text() == "very close"
    assert card.about.text() == (
        "Checkers’ Desk · 2 May 2024 · said by Inês Prado · Does sea water help? · from feed.json"
    )
    assert "Checkers’ Desk" in card.accessibleName()
    assert QApplication.focusWidget() is card.cite
    assert not card.open.isVisible()


def test_the_best_come_at_once_and_the_rest_when_there_is_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    looked(window, qtbot)
    panel, claim = window.review.precedents, window.session.claim
    assert claim
    checks = [Earlier(Precedent(f"Claim {n}", verdict="False"), n) for n in range(8)]
    panel.show_found(claim.key, checks)
    assert [card.earlier.key for card in panel.cards] == [0, 1, 2]
    assert window.review.tabs.tabText(window.review.tabs.currentIndex()) == "Precedents 8"
    qtbot.waitUntil(lambda: len(panel.cards) == 8)
    assert [card.earlier.key for card in panel.cards] == list(range(8))
    panel.show_found(claim.key + 1, [])  # an answer for another claim is not shown
    assert len(panel.cards) == 8


def test_own_words_find_more_and_are_forgotten_with_the_claim(
    window: MainWindow, qtbot: QtBot
) -> None:
    brought(window, review(claimReviewed="Sea water cures colds", name=None))
    assert looked(window, qtbot) == []
    panel = window.review.precedents
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "sea cold")
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    assert QApplication.focusWidget() is panel.field
    window.session.step(1)
    assert panel.field.text() == ""
    qtbot.waitUntil(lambda: panel.state.text().startswith("No earlier"))


def test_another_claim_is_sought_anew(window: MainWindow, qtbot: QtBot) -> None:
    brought(window, review(claimReviewed=current(window)))
    assert len(looked(window, qtbot)) == 1
    window.session.step(1)
    qtbot.waitUntil(lambda: window.review.precedents.state.text().startswith("No earlier"))
    assert window.review.tabs.tabText(window.review.tabs.currentIndex()) == "Precedents"
    window.session.step(-1)
    qtbot.waitUntil(lambda: len(window.review.precedents.cards) == 1)


def test_a_check_is_used_as_evidence_in_one_step_and_gives_no_verdict(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    brought(window, review(claimReviewed=current(window)))
    looked(window, qtbot)
    QTest.mouseClick(window.review.precedents.cards[0].cite, Qt.MouseButton.LeftButton)
    (one,) = session.evidence()
    assert one.source
    assert (one.stance, one.quote, one.answer) == (
        "context", current(window), "Checkers’ Desk: False",
    )  # fmt: skip
    assert (one.source.url, one.source.publisher, one.source.published) == (
        URL, "Checkers’ Desk", "2024-05-02",
    )  # fmt: skip
    assert session.own_assessment() is None
    assert session.history.undo_label == "use an earlier check as evidence"
    session.undo()
    assert session.evidence() == []
    session.redo()
    window.review.precedents.cards[0].cite.click()
    assert len({each.source.key for each in session.evidence() if each.source}) == 1


def test_an_address_is_copied_and_never_opened(window: MainWindow, qtbot: QtBot) -> None:
    brought(window, review(claimReviewed=current(window)))
    looked(window, qtbot)
    window.review.precedents.cards[0].copy.click()
    assert QGuiApplication.clipboard().text() == URL


def test_a_judged_claim_of_another_article_is_shown_and_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    other = another_article(window, current(window), "Mostly false")
    (one,) = looked(window, qtbot)
    (card,) = window.review.precedents.cards
    assert (one.claim, card.verdict.text()) == (other, "Mostly false")
    assert "in this library: “Elsewhere”" in card.about.text()
    assert not card.cite.isVisible()
    card.open.click()
    assert window.session.claim
    assert window.session.claim.key == other


def test_a_blind_reader_is_shown_nothing_that_others_judged(
    window: MainWindow, qtbot: QtBot
) -> None:
    another_article(window, current(window), "Mostly false")
    assert len(looked(window, qtbot)) == 1
    window.session.set_reviewer(Reviewer("Bo", "second"))
    qtbot.waitUntil(lambda: window.review.precedents.state.text().startswith("No earlier"))
    assert window.review.precedents.cards == []


def test_what_a_file_brought_is_told_with_what_was_left_out(window: MainWindow) -> None:
    rated = review(reviewRating="Rating: False", url=URL + "/2")
    brought(window, review(), rated, review(claimReviewed=None, name=None))
    notice = window.notice
    assert notice._text.text() == "Earlier checks from feed.json: 2 new, 1 left out."
    more = notice._more.toPlainText()
    assert "Left out: it names neither a claim nor a headline (1×: item 3)" in more
    assert "a word such as “Rating:” was taken off (1×: item 2)" in more


def test_a_file_without_checks_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    window.earlier.take_in([bad])
    assert "There is no ClaimReview in this file" in window.notice._text.text()
    assert window.earlier.feeds() == []


def test_files_are_chosen_and_the_folder_is_remembered(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = feed(tmp_path, review())
    asked: list[str] = []

    def chosen(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(folder)
        return [str(path)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    for _ in range(2):
        window.actions_by_id["library.checks"].trigger()
    assert asked == ["", str(tmp_path)]
    assert [one.count for one in window.earlier.feeds()] == [1]


def test_what_a_file_brought_is_removed_after_asking_once(window: MainWindow, qtbot: QtBot) -> None:
    brought(window, review(claimReviewed=current(window)))
    assert len(looked(window, qtbot)) == 1
    window.show_feeds()
    (dialog,) = window.findChildren(FeedsDialog)
    assert [dialog.list.topLevelItem(0).text(n) for n in range(3)] == ["feed.json", "1", "0"]
    dialog.remove.click()
    assert dialog.remove.text() == "Really remove 1 checks"
    assert len(window.earlier.feeds()) == 1
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 0)
    assert window.earlier.feeds() == []
    assert not dialog.remove.isEnabled()
    dialog.close()
    qtbot.waitUntil(lambda: window.review.precedents.cards == [])


def test_what_was_cut_short_is_taken_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    store, path = window.session.store, feed(tmp_path, review())
    assert store
    first = next(read_feed(str(path)))
    arrival = FeedArrival()
    window.earlier._take(store, arrival, first)
    assert len(window.earlier.feeds()) == 1
    with qtbot.waitSignal(window.earlier.changed):
        window.earlier._take_back(store, arrival)
    assert feeds(store) == []
    window.earlier._take(store, arrival, first)  # what still comes is not taken
    assert feeds(store) == []


def test_a_full_disk_costs_the_file_and_says_so(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> FeedBatch:
        raise Problem("The library could not be written (disk full).")

    monkeypatch.setattr(FeedArrival, "take", full)
    with qtbot.waitSignal(window.earlier.refused):
        brought(window, review())
    assert "disk full" in window.notice._text.text()


def test_every_note_of_the_reader_is_translated() -> None:
    known = {
        value
        for module in (claimreview_feed, claimreview_fields)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and name[0] != "_" and value[:1].islower()
    }
    assert known - {"claimreview"} == set(precedent_words.NOTES)


def test_details_tell_how_often_and_where_first() -> None:
    notes = [FeedNote(f"line {n}", "it has no web address") for n in range(1, 6)]
    told = precedent_words.details([*notes, FeedNote("line 9", "it is no JSON", True)])
    assert told.splitlines() == [
        "it has no web address (5×: line 1, line 2, line 3, …)",
        "Left out: it is no JSON (1×: line 9)",
    ]


def test_a_verdict_in_free_words_and_none_are_shown_as_they_are() -> None:
    given = {"alternateName": "Pants <b>on</b> fire"}
    (batch, _) = read_feed_of(review(reviewRating=rating(**given)))
    assert precedent_words.verdict(Earlier(batch.ready[0].precedent)) == "Pants on fire"
    (batch, _) = read_feed_of(review(reviewRating=None))
    assert precedent_words.verdict(Earlier(batch.ready[0].precedent)) == "No verdict in words"


def read_feed_of(one: dict[str, Any]) -> list[FeedBatch]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return list(read_feed(str(feed(Path(folder), one))))
