"""The keyboard alone: every key of the table works, every control is reached, focus is seen."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck_gui.ui import actions
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.palette import Palette

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _unchosen(widget: QWidget) -> bool:
    """Of a group of buttons Tab comes to the chosen one; the arrows go on from there."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()


def reachable(window: MainWindow) -> set[QWidget]:
    """The widgets that Tab comes to, from the first round until it starts over."""
    window.claims.view.setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(focus(), Key.Key_Tab)
        if focus() in seen:
            break
        seen.append(focus())
    return set(seen)


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(key for row in actions.ACTIONS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_of_the_interface_is_in_the_table() -> None:
    keys = {key for row in actions.ACTIONS for key in row.keys}
    wanted = {"J", "K", "Down", "Up", "N", "0", "R", "M", "W", "C", "X", "D", "F", "Ctrl+Z",
              "Ctrl+Shift+Z", "Ctrl+F", "Ctrl+Shift+F", "Ctrl+E", "Ctrl+,", "?", "Ctrl+K",
              *"123456789"}  # fmt: skip
    assert wanted <= keys


def test_tab_reaches_every_control(window: MainWindow) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    wanted = {
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not _unchosen(widget)
    }
    missed = {
        widget.accessibleName() or widget.objectName() for widget in wanted - reachable(window)
    }
    assert missed == set()


def test_every_control_has_a_name_of_its_own(window: MainWindow) -> None:
    nameless = []
    for widget in reachable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not name or (isinstance(widget, QComboBox) and name == widget.currentText()):
            nameless.append(widget)
    assert nameless == []


def test_letters_typed_in_a_filter_are_text(window: MainWindow) -> None:
    window.claims.field.setFocus()
    before = window.session.claim
    QTest.keyClicks(window.claims.field, "jk1x")
    assert window.claims.field.text() == "jk1x"
    assert window.session.claim == before


def test_arrows_in_the_library_choose_articles_not_claims(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "second.txt"
    path.write_text("The council spent $3 million on roads in 2024, records show.", "utf-8")
    window.importer.import_paths([path])
    assert window.session.article is not None
    newest = window.session.article.row.key
    window.library.view.setFocus()
    QTest.keyClick(window.library.view, Key.Key_Down)
    assert window.session.article is not None
    assert window.session.article.row.key != newest


def test_the_box_finds_actions_articles_and_claims(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Key.Key_K, Modifier.ControlModifier)
    box = window.findChild(Palette)
    assert box is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field = focus()
    QTest.keyClicks(field, "next to")
    assert box._list.item(0).text() == "Next to review"
    field.clear()  # type: ignore[attr-defined]  # a QLineEdit
    QTest.keyClicks(field, "Olenivka")

    def shown() -> list[str]:
        return [box._list.item(row).text() for row in range(box._list.count())]

    qtbot.waitUntil(lambda: any("Olenivka" in text for text in shown()))
    texts = shown()
    entries = [box._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(len(texts))]
    row = next(row for row, entry in enumerate(entries) if entry.aside.startswith("claim"))
    for _ in range(row):
        QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert window.session.claim is not None
    assert "Olenivka" in window.session.claim.text
    assert not box.isVisible()


def test_the_sheet_lists_every_key(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F1)
    sheet = next(box for box in window.findChildren(QDialog) if box.isVisible())
    assert sheet.windowTitle() == "Keyboard shortcuts"
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    for row in actions.ACTIONS:
        if row.keys and row.menu:
            assert row.text.rstrip("…") in texts
    assert {"1 – 9", "Alt+1 – Alt+4"} <= texts
    sheet.close()


def test_go_to_claim_number(window: MainWindow) -> None:

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        QTest.keyClicks(QApplication.focusWidget(), "3")
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)

    QTimer.singleShot(50, answer)
    QTest.keyClick(window, Key.Key_G, Modifier.ControlModifier)
    assert window.session.claim is not None
    assert window.session.claim.number == 3


def test_focus_mode_hides_and_brings_back(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F)
    assert not window.library.isVisible()
    assert window.reader.isVisible()
    QTest.keyClick(window, Key.Key_F)
    assert window.library.isVisible()


def test_find_in_the_article(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F, Modifier.ControlModifier)
    QTest.keyClicks(focus(), "Mariupol")
    QTest.keyClick(focus(), Key.Key_Return)
    assert window.reader.selected_span() is not None
    QTest.keyClick(focus(), Key.Key_Escape)


def test_text_size_keys(window: MainWindow) -> None:
    before = window.settings.text_size
    QTest.keyClick(window, Key.Key_Plus, Modifier.ControlModifier)
    assert window.settings.text_size == before + 1
    QTest.keyClick(window, Key.Key_0, Modifier.ControlModifier)
    assert window.settings.text_size == before
