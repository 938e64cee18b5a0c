"""The window in its second language: every word is translated, and there is room for it."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck_gui import domain, paths
from factcheck_gui.claims.judging import worth
from factcheck_gui.ui import actions, core_words, language
from factcheck_gui.ui.dialogs import Choices, SettingsDialog, ShortcutsDialog
from factcheck_gui.ui.evidence_fields import Line
from factcheck_gui.ui.export_window import ExportWindow
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.main_window import MainWindow
from tests.ui.conftest import MakeWindow

ROOT = Path(__file__).parents[2]
TS = paths.resources() / "translations" / "factcheck_de.ts"
QM = TS.with_suffix(".qm")
PACKAGE = ROOT / "factcheck_gui"
TRANSLATED = [
    *sorted((PACKAGE / "ui").glob("*.py")),
    *(
        PACKAGE / f"{name}.py"
        for name in ("app", "correcting", "desk", "finding_again", "importing", "session", "tasks")
    ),
]
SAME = {"F&ORMAT", "Logo", "Name", "Organisation", "offline"}  # German words as well
ENGLISH = {"Factcheck", "English", "Deutsch"}  # names, the same in every language


class Message(NamedTuple):
    context: str
    source: str
    comment: str
    german: str
    finished: bool


def messages(file: Path) -> list[Message]:
    found = []
    for context in ET.parse(file).getroot().iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            found.append(
                Message(
                    context.findtext("name", ""),
                    one.findtext("source", ""),
                    one.findtext("comment", ""),
                    translation.text or "",
                    translation.get("type") is None,
                )
            )
    return found


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The app in German while a test runs."""
    language.install(qapp, "de")
    yield
    language.install(qapp, "en")


@pytest.fixture
def window(german: None, make_window: MakeWindow) -> MainWindow:
    """A German window as small as it has to be usable."""
    one = make_window()
    one.resize(1024, 640)
    QTest.qWait(1)
    return one


# ---------------------------------------------------------------- the words themselves


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_every_word_of_the_sources_has_a_finished_translation(tmp_path: Path) -> None:
    gathered = tmp_path / TS.name
    shutil.copy(TS, gathered)
    subprocess.run(
        ["make", "-s", "-o", ".venv/.setup", "translations", f"GERMAN={gathered.with_suffix('')}",
         f"BIN={Path(sys.executable).parent}"],
        cwd=ROOT, check=False, capture_output=True,
    )  # fmt: skip
    now = messages(gathered)
    assert [(one.context, one.source) for one in now if not one.finished] == []
    assert {one[:3] for one in now} == {one[:3] for one in messages(TS)}


def test_the_compiled_file_has_every_message(qapp: QApplication) -> None:
    compiled = QTranslator()
    assert compiled.load(str(QM))
    for one in messages(TS):
        assert compiled.translate(one.context, one.source, one.comment) == one.german


@pytest.mark.parametrize("sign", [r"\{\w*\}", "&", "…", "·", "→", "≠", "\n", r"\bhttps?://", r":$"])
def test_placeholders_accelerators_and_signs_agree(sign: str) -> None:
    for one in messages(TS):
        if one.context == "Actions" and sign == "&":
            assert "&" not in one.german, "the menus have no accelerators"
        if "“" not in one.source and not (sign == r":$" and one.source.endswith(".")):
            wanted, found = (Counter(re.findall(sign, text)) for text in (one.source, one.german))
            assert wanted == found, one.source


def test_every_message_differs_from_the_english_one() -> None:
    letters = re.compile(r"[a-zA-Z]{2}")
    same = {one.source for one in messages(TS) if one.source == one.german}
    assert {one for one in same if letters.search(one)} == SAME


def test_a_key_named_in_a_sentence_is_named_as_on_a_german_keyboard() -> None:
    for one in messages(TS):
        assert "Ctrl" not in one.german
        assert one.source.count("Ctrl+") == one.german.count("Strg+")


# ---------------------------------------------------------------- what the tools can see


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a module with the name that is called: "tr", "translate"."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            yield (function.id if isinstance(function, ast.Name) else name), node


# What is translated by a name, and gathered where a table marks it with T.
FROM_TABLES = {"actions.py": ("row.text", "menu"), "precedent_words.py": ("what",)}


@pytest.mark.parametrize("file", TRANSLATED, ids=lambda file: file.name)
def test_translating_calls_are_written_as_lupdate_reads_them(file: Path) -> None:
    for name, call in calls(file):
        if name == "tr":
            assert ast.unparse(call.func) == "self.tr", ast.unparse(call)
            assert isinstance(call.args[0], ast.Constant), ast.unparse(call)
        elif name in ("translate", "T") and not ast.unparse(call).startswith("painter."):
            assert isinstance(call.args[0], ast.Constant), ast.unparse(call)
            table = ast.unparse(call.args[1]) in FROM_TABLES.get(file.name, ())
            assert table or isinstance(call.args[1], ast.Constant), ast.unparse(call)


SHOWING = {
    "setText", "setInformativeText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip",
    "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "addTab", "addRow",
    "addItem", "addAction", "addMenu", "addButton", "say", "emit", "Problem", "QLabel", "QMenu",
    "QPushButton", "QRadioButton", "QCheckBox", "QGroupBox", "QAction", "EmptyState", "Pill",
    "getText", "getInt", "getOpenFileName", "getSaveFileName", "warning", "question", "submit",
}  # fmt: skip


@pytest.mark.parametrize("file", TRANSLATED, ids=lambda file: file.name)
def test_nothing_is_shown_that_cannot_be_translated(file: Path) -> None:
    for name, call in calls(file):
        if name not in SHOWING:
            continue
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            words = [one.value for one in parts if isinstance(one, ast.Constant)]
            plain = [one for one in words if isinstance(one, str) and re.search(r"[a-z]{3}", one)]
            shown = [one for one in plain if one.strip(" –") not in ENGLISH]
            if name in ("say", "emit"):  # a tone, a chip, an order: words of the code
                shown = [one for one in shown if " " in one]
            assert shown == [], f"{file.name}:{call.lineno}"


# ---------------------------------------------------------------- which language


@pytest.mark.parametrize(
    ("choice", "system", "wanted"),
    [
        ("system", "de_AT", "de"),
        ("system", "en_US", "en"),
        ("system", "fr_FR", "en"),
        ("system", "C", "en"),
        ("de", "en_US", "de"),
        ("en", "de_DE", "en"),
        ("nonsense", "de_DE", "de"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_system_s(
    choice: str, system: str, wanted: str
) -> None:
    assert language.meant(choice, QLocale(system)) == wanted


@pytest.mark.parametrize(
    ("code", "system", "wanted"),
    [
        ("de", "de_AT", "de_AT"),
        ("de", "fr_FR", "de_DE"),
        ("en", "en_US", "en_US"),
        ("en", "fr_FR", "en_GB"),
    ],
)
def test_numbers_and_dates_follow_the_language_of_the_window(
    code: str, system: str, wanted: str
) -> None:
    assert language.locale_of(code, QLocale(system)).name() == wanted


def test_english_takes_german_away_again(qapp: QApplication) -> None:
    language.install(qapp, "de")
    assert actions.menu_title("Claim") == "Behauptung"
    language.install(qapp, "en")
    assert actions.menu_title("Claim") == "Claim"


_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from factcheck_gui import app
application = app.make_application(["start"])
def look():
    made = [one for one in application.topLevelWidgets() if getattr(one, "furnished", False)]
    if not made:
        QTimer.singleShot(20, look)
        return
    print(" ".join(one.text() for one in made[0].menuBar().actions()))
    made[0].close()
QTimer.singleShot(0, look)
sys.exit(app.run(Path(sys.argv[1])))
"""


@pytest.mark.parametrize(("choice", "first"), [("de", "Bibliothek"), ("en", "Library")])
def test_a_start_takes_the_language_of_the_settings(
    choice: str, first: str, own_home: Path, tmp_path: Path
) -> None:
    folder = own_home / "xdg_config_home" / paths.APP_NAME
    folder.mkdir(parents=True)
    (folder / "settings.ini").write_text(f"[look]\nlanguage={choice}\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", _RUN, str(tmp_path / "l.factcheck")],
        env={**os.environ, "FACTCHECK_GUI_OFFSCREEN": "1"}, capture_output=True, text=True,
        check=True, timeout=600,
    )  # fmt: skip
    assert run.stdout.split()[:2] == [first, "Artikel" if choice == "de" else "Article"]


def test_the_settings_dialog_offers_the_languages(window: MainWindow) -> None:
    now = Choices(domain.Reviewer("Reviewer 1"), "light", "system", 13.5, False)
    dialog = SettingsDialog(now, window)
    assert dialog.choices() == now
    box = next(one for one in dialog.findChildren(QComboBox) if one.findData("de") >= 0)
    assert [box.itemData(row) for row in range(box.count())] == list(language.CHOICES)
    box.setCurrentIndex(box.findData("de"))
    window._take_choices(dialog.choices(), now)
    assert window.settings.language == "de"
    assert any("nächsten Start" in label.text() for label in dialog.findChildren(QLabel))


# ---------------------------------------------------------------- the German window


def words_of(widget: QWidget) -> set[str]:
    """Everything a window says: on its face, in tool tips, to a screen reader."""
    said = {action.text() for action in widget.actions()}
    for one in [widget, *widget.findChildren(QWidget)]:
        said |= {one.windowTitle(), one.toolTip(), one.accessibleName()}
        if isinstance(one, QLabel | QAbstractButton):
            said.add(one.text())
        if isinstance(one, QLineEdit | QPlainTextEdit):
            said.add(one.placeholderText())
        if isinstance(one, QTabWidget):
            said |= {one.tabText(place) for place in range(one.count())}
        if isinstance(one, QComboBox):
            said |= {one.itemText(place) for place in range(one.count())}
    return said


def test_menus_are_german(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["Bibliothek", "Artikel", "Bearbeiten", "Behauptung", "Ansicht", "Hilfe"]


def test_no_english_is_left_in_the_window(window: MainWindow) -> None:
    english = {one.source for one in messages(TS) if one.source != one.german}
    german = {one.german for one in messages(TS)}
    window.session.give_verdict(0)
    assert words_of(window) & (english - german) == set()
    assert "Rückgängig: Urteil True" in words_of(window)


def test_dialogs_of_qt_are_german(window: MainWindow) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, window)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen"
    assert QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+K"


def test_shortcuts_are_those_of_the_table(window: MainWindow) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    made = [
        key.toString(portable)
        for action in window.actions_by_id.values()
        for key in action.shortcuts()
    ]
    assert sorted(made) == sorted(key for row in actions.ACTIONS for key in row.keys)
    assert max(Counter(made).values()) == 1


def test_numbers_and_days_are_written_the_german_way(german: None) -> None:
    assert claim_words.day("2022-07-29") == "29. Juli 2022"
    assert claim_words.whole(12345) == "12.345"
    assert claim_words.number_words(2_500_000) == "2,5 Mio."
    assert claim_words.figure_words(domain.Figure(domain.Span(0, 1), 12.5, "%")) == "12,5\u00a0%"


def test_every_reason_of_the_claim_finder_has_a_german_word(german: None) -> None:
    against = [f"lowered: {one}" for one in worth._LOWERS.values()]
    for reason in {*worth._RAISES.values(), *against, "page furniture"}:
        assert core_words.why(reason) != reason
    assert core_words.why("lowered: opinion") == "gemindert: Meinung"
    assert core_words.why("a word of a later version") == "a word of a later version"


# ---------------------------------------------------------------- room for German words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("other figures: 53 against 40", "andere Zahlen: 53 gegen 40"),
        ("other dates: May 2 against May 3", "andere Daten: May 2 gegen May 3"),
        ("opposites: rose against fell", "Gegensätze: rose gegen fell"),
        ("other counts of the dead: 53 against 40", "andere Anzahl (dead): 53 gegen 40"),
        ("The port and the union contradict each other",
         "The port und the union widersprechen einander"),
        ("A and B: one blames, the other denies",
         "A und B: eine Seite beschuldigt, die andere bestreitet"),
        ("A and B blame each other", "A und B beschuldigen einander"),
        ("a reason of a later finder", "a reason of a later finder"),
    ],
)  # fmt: skip
def test_why_two_claims_contest_each_other_is_said_in_german(
    german: None, reason: str, words: str
) -> None:
    assert core_words.contested(reason) == words


def test_nothing_in_the_small_window_is_cut_off(window: MainWindow) -> None:
    """As narrow as it has to be usable; a button cut in half is no button."""
    shown = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    assert len(shown) >= 8
    tight = {one.text() for one in shown if one.width() < one.sizeHint().width()}
    assert tight == set()
    captions = [
        one
        for one in window.findChildren(QLabel)
        if one.isVisible() and not one.wordWrap() and one.property("look") in ("caption", "strong")
    ]
    assert {one.text() for one in captions if one.width() < one.sizeHint().width()} == set()


def chips(window: MainWindow) -> list[QPushButton]:
    buttons = window.claims.findChildren(QPushButton)
    return [one for one in buttons if one.property("look") == "chip" and one.isVisible()]


def test_the_chips_of_the_claims_stand_in_one_row(window: MainWindow) -> None:
    assert len(chips(window)) == 4
    assert len({one.y() for one in chips(window)}) == 1


def test_a_second_row_of_chips_keeps_its_room_when_the_window_is_low(window: MainWindow) -> None:
    window.session.dismiss()
    window.notice.say("Ein Hinweis über den Feldern")
    window.resize(1024, window.minimumHeight())
    QTest.qWait(1)
    assert len({one.y() for one in chips(window)}) == 2
    assert max(one.geometry().bottom() for one in chips(window)) < window.claims.field.y()


def test_the_empty_window_says_all_of_its_advice(window: MainWindow) -> None:
    assert window.session.article is not None
    window.session.trash(window.session.article.row.key)
    QTest.qWait(1)
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    cut = {one.text() for one in labels if one.height() < one.heightForWidth(one.width())}
    assert cut == set()


def test_the_sheet_of_shortcuts_needs_no_scrolling_sideways(window: MainWindow) -> None:
    sheet = ShortcutsDialog(window)
    sheet.show()
    QTest.qWait(1)
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert isinstance(sheet, QDialog)
    sheet.close()


def test_the_export_window_has_room_for_its_words(window: MainWindow, qtbot: QtBot) -> None:
    window.session.give_verdict(0)
    window.show_export()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportWindow)))
    (box,) = window.findChildren(ExportWindow)
    qtbot.waitUntil(lambda: box.preview.format == "html")
    box.resize(1000, 640)
    box.left.claims.which.button(2).click()
    QTest.qWait(1)
    shown = [
        one
        for kind in (QPushButton, QRadioButton, QCheckBox)
        for one in box.findChildren(kind)
        if one.isVisible()
    ]
    assert len(shown) >= 30
    assert {one.text() for one in shown if one.width() < one.sizeHint().width()} == set()
    assert box.left.horizontalScrollBar().maximum() == 0
    assert box.preview.width() > box.left.width()
    english = {one.source for one in messages(TS) if one.source != one.german}
    german = {one.german for one in messages(TS)}
    assert words_of(box) & (english - german) == set()
    box.reject()
    qtbot.waitUntil(lambda: not window.findChildren(ExportWindow))


def test_the_key_beside_the_search_gives_way_to_its_words(window: MainWindow) -> None:
    search = window.top.findChild(QPushButton, "search")
    assert isinstance(search, QPushButton)
    keys = search.findChild(QLabel, "keycap")
    assert isinstance(keys, QLabel)
    words = search.fontMetrics().horizontalAdvance(search.text())
    for width in (1024, 1600):
        window.resize(width, 700)
        QTest.qWait(1)
        middle = (search.width() + words) / 2
        assert not keys.isVisible() or keys.x() >= middle
    assert keys.isVisible()
    assert keys.text() in search.toolTip()


def test_the_form_for_evidence_is_no_wider_than_its_pane(window: MainWindow) -> None:
    window.review.show_evidence()
    window.add_evidence()
    editor = window.review.evidence.editor
    editor.more.setChecked(True)
    QTest.qWait(1)
    pane = window.review.evidence
    for one in (
        *editor.stances.buttons(),
        editor.anonymous,
        editor.done,
        *editor.findChildren(Line),
    ):
        if one.isVisible():
            assert one.mapTo(pane, one.rect().topRight()).x() < pane.width()
