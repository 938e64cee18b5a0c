"""Rating scales in the window: choosing one, making one's own, free-text verdicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from factcheck_gui import paths
from factcheck_gui.library.scales import all_scales, own_scales, shipped
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.scale_table import ORDER, WORD
from factcheck_gui.ui.scales_dialog import ScalesDialog

FIVE = shipped()["five-point"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "own_scales", lambda: tmp_path / "scales")
    return tmp_path / "scales"


@pytest.fixture
def dialog(folder: Path, window: MainWindow) -> ScalesDialog:
    return window.scales_dialog()


def copied(dialog: ScalesDialog, name: str = "Our desk") -> None:
    dialog.copy_scale()
    dialog.name.setText(name)
    dialog.save_scale()


def test_a_shipped_scale_is_copied_and_the_copy_changed(dialog: ScalesDialog, folder: Path) -> None:
    assert not dialog.save.isVisibleTo(dialog)  # nobody changes the app's own
    assert not dialog.delete.isEnabled()
    copied(dialog)
    dialog._add_label()
    word = dialog.table.item(dialog.table.rowCount() - 1, WORD)
    assert word is not None
    word.setText("Satire")
    dialog.needs_reason.setChecked(True)
    dialog.table.setCurrentCell(1, WORD)
    dialog.table.shift(-1)
    assert dialog.save_scale() is not None
    own, problems = own_scales(folder)
    (made,) = own.values()
    assert problems == []
    assert (made.name, made.needs_reason) == ("Our desk", True)
    assert [one.text for one in made.labels] == [
        FIVE.labels[1].text, FIVE.labels[0].text, *(one.text for one in FIVE.labels[2:]), "Satire",
    ]  # fmt: skip
    dialog.delete_scale()
    assert own_scales(folder) == ({}, [])


def test_what_is_no_scale_is_said_and_stays_in_the_form(dialog: ScalesDialog, folder: Path) -> None:
    copied(dialog)
    order = dialog.table.item(0, ORDER)
    assert order is not None
    order.setText("first")
    assert dialog.save_scale() is None
    assert "1, 2, 3" in dialog.wrong.text()
    assert order.text() == "first"
    (made,) = own_scales(folder)[0].values()
    assert made.labels == FIVE.labels
    dialog.list.setCurrentRow(0)
    assert dialog.current() == made  # it stays in sight until it is put right
    order.setText("1")
    dialog.explanation.setText("As we agreed.")
    dialog.list.setCurrentRow(0)
    assert dialog.current() == FIVE
    assert [one.explanation for one in own_scales(folder)[0].values()] == ["As we agreed."]


def test_verdicts_stay_when_the_scale_changes(window: MainWindow, dialog: ScalesDialog) -> None:
    session = window.session
    session.give_verdict(0)
    dialog.chosen.emit(shipped()["politifact"])
    assert session.scale == shipped()["politifact"]
    assert len(window.review.verdicts.buttons) == len(shipped()["politifact"].labels)
    assert session.claim is not None
    assert session.claim.verdict == "True"
    session.undo()
    assert session.scale == FIVE
    assert len(window.review.verdicts.buttons) == len(FIVE.labels)


def test_new_articles_get_the_scale_preferred(
    window: MainWindow, dialog: ScalesDialog, tmp_path: Path
) -> None:
    copied(dialog)
    dialog._prefer()
    text = tmp_path / "a.txt"
    text.write_text("The port moved 41,000 crates on 2 March 2024.", encoding="utf-8")
    window.importer.import_paths([text])
    reader = window.session.reader
    assert reader is not None
    (newest, *_) = reader.article_keys()
    assert reader.scale(newest).name == "Our desk"


def test_a_scale_goes_to_a_file_and_comes_back(dialog: ScalesDialog, tmp_path: Path) -> None:
    copied(dialog)
    out = tmp_path / "out.json"
    dialog.export_file(out)
    dialog.delete_scale()
    dialog.import_file(out)
    (made,) = own_scales(dialog._folder)[0].values()
    assert replace(made, id="x") == replace(FIVE, id="x", name="Our desk")
    dialog.import_file(tmp_path / "gone.json")
    assert "cannot be read" in dialog.wrong.text()


def test_a_verdict_in_words_and_one_of_the_list(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, review = window.session, window.review
    for words in ("Taken  out of context", "false"):
        monkeypatch.setattr(QInputDialog, "getItem", lambda *_, w=words: (w, True))
        QTest.keyClick(window, Qt.Key.Key_V)
        mine = session.own_assessment()
        assert mine is not None
        if words == "false":
            assert (mine.verdict, mine.free_text) == ("False", False)
            assert not review._own_words.isVisible()
        else:
            assert (mine.verdict, mine.free_text) == ("Taken out of context", True)
            assert review._own_words.text() == "“Taken out of context”"


def test_a_verdict_without_the_reason_asked_for_is_incomplete(window: MainWindow) -> None:
    window.session.use_scale(replace(FIVE, id="strict", needs_reason=True))
    review = window.review
    assert not review._incomplete.isVisible()
    window.session.give_verdict(0)
    assert review._incomplete.isVisible()
    listed = window.claims.model.index(0, 0)
    assert "reason missing" in listed.data(Qt.ItemDataRole.AccessibleTextRole)
    review.focus_field("reason")
    QTest.keyClicks(review.reason, "Because.")
    assert not review._incomplete.isVisible()
    window.session.finish_typing()
    assert "reason missing" not in listed.data(Qt.ItemDataRole.AccessibleTextRole)
    window.session.step(1)
    window.session.use_scale(FIVE)
    window.session.give_verdict(0)
    other = window.claims.model.index(1, 0)
    assert "reason missing" not in other.data(Qt.ItemDataRole.AccessibleTextRole)
    window.session.use_scale(replace(FIVE, id="strict", needs_reason=True))
    assert "reason missing" in other.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "strict" not in all_scales(Path("nowhere"))
