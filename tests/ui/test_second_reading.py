"""A second reading is blind: what the first reviewer said is nowhere to be read in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from factcheck_gui import jobs
from factcheck_gui.domain import Reviewer
from factcheck_gui.library.search import Hit
from factcheck_gui.reports.content import Choices
from factcheck_gui.ui.export_run import Wanted as Report
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.package_dialog import Wanted
from factcheck_gui.ui.reviewer_dialog import ReviewerDialog
from tests.ui.conftest import MakeWindow

SECRETS = ("zebrawood", "quagga", "okapi", "ibex", "tapir", "narwhal")
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.StatusTipRole,
)  # fmt: skip
ASKED = (
    "text", "toolTip", "accessibleName", "accessibleDescription", "statusTip", "whatsThis",
    "windowTitle", "title", "placeholderText", "toPlainText", "currentText", "html", "iconText",
)  # fmt: skip


def judged(window: MainWindow) -> list[int]:
    """The first reviewer's verdict, reason, note, evidence and dismissal, in words of their own."""
    session = window.session
    session.set_reviewer(Reviewer("Ada"))
    store, by, at = session.store, session.reviewer, session.clock()
    assert store
    first, second, *_ = claims = list(session.view)
    verdict, reason, note, dismissal, quote, query = SECRETS
    given = {"verdict": verdict, "free_text": True, "reason": reason, "note": note}
    session.choose_claim(first)
    session._assess(given, f"verdict {verdict}")
    store.add_evidence(first, {"stance": "refutes", "quote": quote}, by, at)
    store.edit_claim(first, {"query": query}, by, at)
    session.choose_claim(second)
    session.dismiss(dismissal)
    session.choose_claim(first)
    return claims


def everything_readable(window: MainWindow) -> Iterator[str]:
    """The words of every widget, action and model of the app, shown or hidden."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found: set[QObject] = {window, *window.findChildren(QObject), *app.allWidgets()}
    for one in found:
        for name in ASKED if isinstance(one, QWidget | QAction) else ():
            asked = getattr(one, name, None)
            if callable(asked):
                try:
                    yield str(asked())
                except TypeError:  # it needs to know of which part
                    continue
        if isinstance(one, QAbstractItemModel):
            yield from rows_of(one)


def rows_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), 200)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            for role in ROLES:
                yield str(model.data(model.index(row, column), role))


def readable(window: MainWindow) -> list[str]:
    """Which of the secrets can be read, on every claim and on every page of the review."""
    seen = ""
    for chip in ("all", "open", "disputed", "dismissed"):
        window.session.show_claims(chip)
        for claim in window.session.view[:3]:
            window.session.choose_claim(claim)
            for page in range(window.review.tabs.count()):
                window.review.tabs.setCurrentIndex(page)
                QApplication.processEvents()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                seen += "\n".join(everything_readable(window))
    return [one for one in SECRETS if one in seen]


def test_the_search_for_leaks_finds_what_is_shown(window: MainWindow) -> None:
    judged(window)
    assert {"zebrawood", "quagga", "okapi", "ibex"} <= set(readable(window))


def test_nothing_of_the_first_reading_is_readable_in_a_blind_one(window: MainWindow) -> None:
    judged(window)
    window.notice.say(f"Written: {SECRETS[1]}")
    window.session.set_reviewer(Reviewer("Bo", "second"))
    assert readable(window) == []


def test_a_blind_reader_sees_what_they_judge_themselves(window: MainWindow) -> None:
    session = window.session
    claims = judged(window)
    session.set_reviewer(Reviewer("Bo", "second"))
    assert session.reader
    assert session.article
    key = session.article.row.key
    assert session.reader.claim(claims[0]).state == "open"
    before = session.reader.claim_counts(key)["open"]
    session.choose_claim(claims[0])
    session.give_verdict(0)
    assert session.reader.claim(claims[0]).state == "reviewed"  # a reviewer not known until now
    assert session.reader.claim_counts(key)["open"] == before - 1
    assert window.review.verdicts.buttons[0].isChecked()
    session.set_reviewer(Reviewer("Cy", "adjudication"))
    assert session.reader.claim(claims[0]).state == "disputed"


def test_other_readers_of_the_library_are_blind_too(window: MainWindow) -> None:
    judged(window)
    found: list[list[Hit]] = []
    window._search("quagga", found.append)
    QApplication.processEvents()
    assert [one.kind for one in found[0]] == ["remark"]
    window.session.set_reviewer(Reviewer("Bo", "second"))
    window._search("quagga", found.append)
    QApplication.processEvents()
    assert found[1] == []


def test_what_goes_out_is_refused_with_its_reason(window: MainWindow, tmp_path: Path) -> None:
    judged(window)
    session = window.session
    session.set_reviewer(Reviewer("Bo", "second"))
    assert session.article
    keys = [session.article.row.key]
    window.export(Report("html", Choices(), tuple(keys), tmp_path / "r.html"))
    window.package(Wanted(keys, False, False, tmp_path / "p.factpack"))
    QApplication.processEvents()
    assert list(tmp_path.glob("[rp].*")) == []
    assert "blind second reading" in window.notice._text.text()
    window.package(Wanted(keys, True, False, tmp_path / "p.factpack"))
    QApplication.processEvents()
    held = jobs.read_package(tmp_path / "p.factpack", session.clock())
    assert held.rows["assessment"] == ()


def test_a_blind_reading_goes_on_after_a_new_start(make_window: MakeWindow) -> None:
    first = make_window()
    judged(first)
    first.session.set_reviewer(Reviewer("Bo", "second"))
    first.settings.reviewer = "Bo"
    first.close()
    again = make_window()
    assert again.session.reviewer == Reviewer("Bo", "second")
    assert again.top._round.text() == "Blind second review"
    assert readable(again) == []


def test_who_is_at_the_desk_is_asked_in_one_place(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(window)
    session = window.session

    def answered(dialog: ReviewerDialog) -> int:
        assert dialog.reviewer() == session.reviewer
        dialog._name.setCurrentText("Ada")
        dialog._initials.setText("AL")
        dialog._organisation.setText("Harbour Desk")
        dialog._rounds.button(2).setChecked(True)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ReviewerDialog, "exec", answered)
    window.show_reviewer()
    assert session.reviewer == Reviewer("Ada", "adjudication")
    assert session.reader
    assert session.reader.reviewer_details("Ada") == ("AL", "Harbour Desk")
    assert session.reader.reviewer_details("nobody") == ("", "")


def test_sources_of_others_are_not_offered_to_a_blind_reader(window: MainWindow) -> None:
    claims = judged(window)
    session = window.session
    store, at = session.store, session.clock()
    assert store
    for name in ("Ada", "Bo"):
        key = store.add_source({"title": f"Ledger of {name}", "kind": "data"}, Reviewer(name), at)
        store.add_evidence(claims[0], {"source_id": key}, Reviewer(name), at)
    assert len(store.find_sources("Ledger")) == 2
    session.set_reviewer(Reviewer("Bo", "second"))
    assert [one.title for one in store.find_sources("Ledger")] == ["Ledger of Bo"]
    assert [one.title for one in store.find_sources()] == ["Ledger of Bo"]
