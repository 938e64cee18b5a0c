"""Several readings of a claim side by side, the decision between them, and fields edited apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from factcheck_gui import jobs
from factcheck_gui.domain import Reviewer, Scale, Span
from factcheck_gui.library.merging import merge
from factcheck_gui.library.scales import shipped
from factcheck_gui.library.store import Store
from factcheck_gui.ui.main_window import MainWindow
from tests.core.library_samples import dice, findings


def words(box: QWidget) -> str:
    QApplication.processEvents()  # what was laid out just now is shown then
    shown = [one for one in box.findChildren(QLabel) if one.isVisibleTo(box)]
    return "\n".join(one.text() for one in shown)


def read_twice(window: MainWindow, second: int = 1) -> int:
    """Ada gives the first verdict of the scale, Bo (blind) another; the claim's row id."""
    session = window.session
    claim = session.view[0]
    session.set_reviewer(Reviewer("Ada"))
    session.choose_claim(claim)
    session.give_verdict(0)
    session.type("reason", "The ledger says so.")
    session.set_reviewer(Reviewer("Bo", "second"))
    session.choose_claim(claim)
    session.give_verdict(second)
    session.type("note", "hm")
    session.finish_typing()
    assert not window.review.readings.isVisible()
    return claim


def state(window: MainWindow, claim: int) -> tuple[str, str | None]:
    assert window.session.reader
    one = window.session.reader.claim(claim)
    return one.state, one.verdict


def test_readings_stand_side_by_side_and_one_is_taken_by_a_key(window: MainWindow) -> None:
    claim, session = read_twice(window), window.session
    session.set_reviewer(Reviewer("Cy", "adjudication"))
    box = window.review.readings
    assert box.isVisible()
    said = words(box)
    assert "Reviewers disagree" in said
    assert "Ada" in said
    assert "second reading, blind" in said
    assert "The ledger says so." in said
    QTest.keyClick(window.claims.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    labels = session.scale.labels if session.scale else ()
    assert state(window, claim) == ("reviewed", labels[0].text)
    assert session.own_assessment() is not None
    assert window.review.reason.toPlainText() == "The ledger says so."
    assert "Cy has decided" in words(box)
    assert "Other than Bo said." in words(box)


def test_a_third_verdict_can_be_given_and_the_claim_reopened(window: MainWindow) -> None:
    claim, session = read_twice(window), window.session
    session.set_reviewer(Reviewer("Cy", "adjudication"))
    QTest.keyClick(window.claims.view, Qt.Key.Key_3)
    assert state(window, claim)[0] == "reviewed"
    session.set_reviewer(Reviewer("Ada"))  # the first reviewer learns what was decided
    assert "Other than Ada, Bo said." in words(window.review.readings)
    assert not window.review.readings.reopen.isVisible()
    session.set_reviewer(Reviewer("Cy", "adjudication"))
    window.review.readings.reopen.click()
    assert state(window, claim) == ("disputed", None)
    assert session.store
    assert findings(session.store) == []


def test_a_differing_comment_is_no_disagreement(window: MainWindow) -> None:
    claim = read_twice(window, second=0)
    window.session.set_reviewer(Reviewer("Ada"))
    assert state(window, claim)[0] == "reviewed"
    assert "Reviewers agree" in words(window.review.readings)
    window.session.show_claims("disputed")
    assert list(window.session.view) == []


def test_the_majority_decides_where_it_may(window: MainWindow) -> None:
    claim, session = read_twice(window), window.session
    session.set_reviewer(Reviewer("Dee"))
    session.choose_claim(claim)
    session.give_verdict(1)
    assert state(window, claim)[0] == "disputed"
    window.review.readings.rule.click()
    labels = session.scale.labels if session.scale else ()
    assert state(window, claim) == ("reviewed", labels[1].text)
    assert "The majority decides." in words(window.review.readings)
    session.undo()
    assert state(window, claim)[0] == "disputed"


Edit = Callable[[Store, int, datetime], object]


def wording(words: str, name: str) -> Edit:
    by = Reviewer(name)
    return lambda store, claim, at: store.edit_claim(claim, {"wording": words}, by, at)


TRIPLED, DOUBLED = wording("It tripled.", "Bo"), wording("It doubled.", "Ada")


def clash(window: MainWindow, folder: Path, theirs: Edit = TRIPLED, mine: Edit = DOUBLED) -> int:
    """Something is edited in a copy and then here, and the copy is merged."""
    session = window.session
    claim = session.view[0]
    assert session.path
    copy = jobs.copy(session.path, folder / "copy.factcheck")
    other = Store.open(copy, session.clock(), dice(91))
    theirs(other, claim, session.clock())
    other.close()
    assert session.store
    mine(session.store, claim, session.clock())
    package = jobs.read_package(copy, session.clock())
    assert merge(session.store, package, "Ada", session.clock()).clashes == 1
    session.read_anew()
    session.choose_claim(claim)
    return claim


def test_what_was_edited_apart_is_shown_and_settled(window: MainWindow, tmp_path: Path) -> None:
    claim, session = clash(window, tmp_path), window.session
    box = window.review.clashes
    assert box.isVisible()
    assert "It doubled.\nAda" in words(box)
    assert "It tripled.\nBo" in words(box)
    assert window.claims._chips.button(4).text() == "Edited apart 1"
    session.show_claims("clashing")
    assert list(session.view) == [claim]
    box.choices[1].click()  # the one that is shown already
    assert not box.isVisible()
    assert session.reader
    assert session.reader.claim(claim).wording == "It doubled."
    assert session.clashes() == []
    QApplication.processEvents()
    assert window.claims._counts["clashing"] == 0


def test_another_value_settles_as_well(window: MainWindow, tmp_path: Path) -> None:
    claim, session = clash(window, tmp_path), window.session
    (field,) = window.review.clashes.findChildren(QLineEdit)
    QTest.keyClicks(field, "It grew.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.reader
    assert session.reader.claim(claim).wording == "It grew."
    assert session.clashes() == []


def test_scales_that_clash_are_told_by_their_names_and_what_differs(
    window: MainWindow, tmp_path: Path
) -> None:
    first, *_, last = shipped().values()
    fewer = replace(last, labels=last.labels[:-1])

    def giving(scale: Scale, name: str) -> Edit:
        return lambda store, _, at: store.use_scale(1, scale, Reviewer(name), at)

    clash(window, tmp_path, giving(last, "Bo"), giving(fewer, "Ada"))
    box = window.review.clashes
    assert f"Only in this one: {last.labels[-1].text}\nBo" in words(box)
    assert words(box).count(last.name) == 2
    assert "shown now" in words(box)
    box.choices[0].click()
    assert not box.isVisible()
    assert window.session.scale == last != first


def test_a_place_that_clashes_is_chosen(window: MainWindow, tmp_path: Path) -> None:
    assert window.session.article
    text, (whole, *_) = window.session.article.text, window.session.claim.spans  # type: ignore[union-attr]
    spans = [Span(whole.start, whole.end - 4), Span(whole.start, whole.end - 8)]

    def moving(span: Span, name: str) -> Edit:
        return lambda store, claim, at: store.move_claim(claim, [span], Reviewer(name), at)

    claim = clash(window, tmp_path, moving(spans[0], "Bo"), moving(spans[1], "Ada"))
    box = window.review.clashes
    assert f"“{spans[0].of(text)}”\nBo" in words(box)
    box.choices[0].click()
    assert not box.isVisible()
    assert window.session.claim
    assert (window.session.claim.key, window.session.claim.spans) == (claim, (spans[0],))
    window.session.undo()
    assert window.session.claim.spans == (spans[1],)


def test_a_blind_reader_is_shown_no_clash(window: MainWindow, tmp_path: Path) -> None:
    clash(window, tmp_path)
    window.session.set_reviewer(Reviewer("Cy", "second"))
    assert not window.review.clashes.isVisible()
    assert "It tripled." not in words(window.review.clashes)
