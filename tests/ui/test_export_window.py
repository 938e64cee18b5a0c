"""The export window: every choice reaches the report, what is seen is what will be written, and
nothing leaves that was not meant to."""

from __future__ import annotations

import base64
import json
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from factcheck_gui import jobs, paths, previewing
from factcheck_gui.domain import Problem, Progress, Reviewer
from factcheck_gui.library.readiness import Unready
from factcheck_gui.reports.content import DISPUTED_KEY, Choices, Included
from factcheck_gui.reports.preview import Text
from factcheck_gui.reports.writing import FORMATS, applies
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui import printing
from factcheck_gui.ui.check_list import CheckList
from factcheck_gui.ui.disclosure import Disclosure
from factcheck_gui.ui.export_groups import ArticlesGroup, ClaimsGroup
from factcheck_gui.ui.export_run import ExportRun, Wanted
from factcheck_gui.ui.export_window import ExportWindow
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.paper import PaperView
from factcheck_gui.ui.preview_maker import Asked, PreviewMaker

Key = Qt.Key
OTHER = "The council spent $3 million on roads in 2024, records show."
NOTE = "only for the desk"
Export = Callable[[], ExportWindow]


def add_other(window: MainWindow, tmp_path: Path) -> int:
    """A second article; the first one stays open. Its row id."""
    session = window.session
    assert session.article
    first = session.article.row.key
    path = tmp_path / "other.txt"
    path.write_text(OTHER, "utf-8")
    window.importer.import_paths([path])
    assert session.reader
    (other,) = set(session.reader.article_keys()) - {first}
    session.go_to(first)
    return other


def key_of(window: MainWindow) -> int:
    assert window.session.article
    return window.session.article.row.key


@pytest.fixture
def export(window: MainWindow, qtbot: QtBot) -> Iterator[Export]:
    """Opens the window as Ctrl+E does; call it again for another one."""

    def close() -> None:
        for old in window.findChildren(ExportWindow):
            old.reject()
        qtbot.waitUntil(lambda: not window.findChildren(ExportWindow))

    def opened() -> ExportWindow:
        close()
        window.show_export()
        qtbot.waitUntil(lambda: bool(window.findChildren(ExportWindow)))
        (box,) = window.findChildren(ExportWindow)
        qtbot.waitUntil(lambda: bool(box.left.claims.boxes))
        return box

    yield opened
    close()


def shown(box: ExportWindow, qtbot: QtBot, format: str) -> QWidget:
    """What the preview shows once it is that of a format."""
    box.left.format.choose(format)
    qtbot.waitUntil(lambda: box.preview.format == format)
    view = box.preview.view
    assert view is not None
    return view


# ---------------------------------------------------------------- choices


def test_every_choice_reaches_what_is_asked_for(export: Export, tmp_path: Path) -> None:
    box = export()
    box.left.claims.which.button(ClaimsGroup.ALL).click()
    for name in ("reasons", "history", "agreement", "notes"):
        box.left.included.boxes[name].click()
    box.left.included.boxes["copies"].click()
    QTest.keyClicks(box.left.publisher.organisation, "The Desk ")
    box.left.publisher.url.setText(" https://desk.example/1")
    box.left.publisher.take_logo("logo.png", b"a picture")
    box.file.line.setText(str(tmp_path / "x"))
    wanted = box.wanted()
    told = Included(reasons=False, history=True, agreement=True, notes=True)
    assert wanted.choices == Choices(
        included=told, organisation="The Desk", url="https://desk.example/1", logo=b"a picture"
    )
    assert (wanted.format, wanted.copies) == ("html", True)
    assert wanted.path == tmp_path / "x.zip"


def test_what_a_format_has_no_place_for_is_greyed_with_the_reason(export: Export) -> None:
    box = export()
    assert all(one.isEnabled() for one in box.left.included.boxes.values())
    box.left.included.boxes["notes"].click()
    box.left.format.choose("claimreview")
    greyed = {name for name, one in box.left.included.boxes.items() if not one.isEnabled()}
    assert greyed == set(box.left.included.boxes) - applies("claimreview")
    assert {"history", "agreement", "notes"} <= greyed
    assert box.left.included.boxes["history"].toolTip() == "This format has no place for it."
    assert not box.left.look.language.isEnabled()
    assert box.left.publisher.url.isEnabled()
    assert not box.wanted().choices.included.notes  # what is greyed does not leave
    box.left.format.choose("html")
    assert box.left.look.language.isEnabled()
    assert not box.left.publisher.url.isEnabled()
    assert box.wanted().choices.included.notes


def test_json_by_itself_leaves_nothing_out(export: Export) -> None:
    box = export()
    assert not box.wanted().choices.included.history
    box.left.format.choose("json")
    assert box.wanted().choices.included.history
    box.left.included.boxes["history"].click()
    box.left.format.choose("html")
    box.left.included.boxes["reasons"].click()
    box.left.format.choose("json")
    assert box.wanted().choices.included == Included()
    box.left.format.choose("html")
    assert box.wanted().choices.included == Included(reasons=False)


def test_kept_copies_make_it_an_archive(
    export: Export, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.give_verdict(0)
    box = export()
    box.file._folder = tmp_path
    box.left.included.boxes["copies"].click()
    assert box.file.path().suffix == ".zip"
    path = tmp_path / "all.zip"
    box.file.line.setText(str(path))
    box.accept()
    qtbot.waitUntil(path.exists)
    with zipfile.ZipFile(path) as archive:
        assert "report.html" in "\n".join(archive.namelist())
    assert export().file.path().suffix == ".zip"  # which is remembered


def test_the_formats_are_those_of_the_writers(export: Export) -> None:
    box = export()
    for name in FORMATS:
        box.left.format.choose(name)
        assert box.left.format.name() == name
        assert box.file.path().suffix == FORMATS[name].suffix


def test_articles_are_this_one_some_of_a_list_or_all(
    export: Export, window: MainWindow, tmp_path: Path
) -> None:
    assert not export().left.articles.isVisible()  # there is but one
    first, other = key_of(window), add_other(window, tmp_path)
    box = export()
    assert box.left.articles.isVisible()
    assert box.wanted().articles == (first,)
    box.left.articles.which.button(ArticlesGroup.ALL).click()
    assert box.wanted().articles == (other, first)
    assert box.file.path().name == "fact-check reports.html"
    box.left.articles.which.button(ArticlesGroup.CHOSEN).click()
    assert box.left.articles.list
    assert box.left.articles.list.isVisible()
    assert box.wanted().articles == (first,)
    box.left.articles.list.model.ticked = {other}
    assert box.wanted().articles == (other,)
    box.left.articles.list.model.tick(False)
    assert not box.export.isEnabled()
    assert "at least one article" in box.export.toolTip()
    box.left.articles.list.model.tick(True)
    assert box.export.isEnabled()
    assert box.wanted().articles == (other, first)


def test_the_list_of_articles_has_a_filter(
    export: Export, window: MainWindow, tmp_path: Path
) -> None:
    other = add_other(window, tmp_path)
    box = export()
    box.left.articles.which.button(ArticlesGroup.CHOSEN).click()
    chosen = box.left.articles.list
    assert chosen
    QTest.keyClicks(chosen.field, "council")
    chosen.field.settle()
    assert chosen.model.rowCount() == 1
    chosen.model.tick(True)
    assert set(box.wanted().articles) == {other, key_of(window)}  # what is hidden stays ticked


def test_claims_are_counted_by_verdict_and_chosen_by_it(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    for number in (0, 4, 4):
        session.give_verdict(number)
        session.step(1)
    box = export()
    total = len(session.view)
    texts = [button.text() for button in box.left.claims.which.buttons()]
    assert texts[:2] == ["Only reviewed claims (3)", f"All claims ({total})"]
    assert box.wanted().choices.only_reviewed
    box.left.claims.which.button(ClaimsGroup.BY_VERDICT).click()
    words = {name: one.text() for name, one in box.left.claims.boxes.items()}
    assert words == {"True": "True (1)", "False": "False (2)", "": f"To review ({total - 3})"}
    assert box.wanted().choices.verdicts == ("True", "False")  # all that was judged
    box.left.claims.boxes["True"].click()
    assert box.wanted().choices.verdicts == ("False",)
    assert not box.wanted().choices.only_reviewed
    text = shown(box, qtbot, "md").toPlainText()  # type: ignore[attr-defined]
    assert text.count("✕ False") >= 2
    box.left.claims.boxes["False"].click()
    assert not box.export.isEnabled()
    assert "at least one verdict" in box.export.toolTip()


def test_a_verdict_in_many_words_does_not_widen_the_window(
    export: Export, window: MainWindow
) -> None:
    words = "True & <b>bold</b>, " + "with many words " * 40
    assert window.session.store
    assert window.session.claim
    given = {"verdict": words.strip(), "free_text": True}
    window.session.store.assess(
        window.session.claim.key, window.session.reviewer, window.session.clock(), given
    )
    window.session.read_anew()
    box = export()
    box.left.claims.which.button(ClaimsGroup.BY_VERDICT).click()
    (one,) = (each for key, each in box.left.claims.boxes.items() if key)
    assert one.text() == "True && <b>bold</b>, with… (1)"
    assert "&lt;b&gt;" in one.toolTip()
    assert box.wanted().choices.verdicts == (words.strip(),)
    assert box.left.minimumWidth() < 460


def test_disputed_claims_are_a_choice_of_their_own(export: Export, window: MainWindow) -> None:
    session = window.session
    session.give_verdict(0)
    assert session.store
    assert session.claim
    session.store.assess(
        session.claim.key, Reviewer("Bo", "second"), session.clock(), {"verdict": "False"}
    )
    session.read_anew()
    box = export()
    box.left.claims.which.button(ClaimsGroup.BY_VERDICT).click()
    assert box.left.claims.boxes[DISPUTED_KEY].text() == "Disputed (1)"
    assert box.wanted().choices.verdicts == (DISPUTED_KEY,)


# ---------------------------------------------------------------- what is remembered


def test_choices_are_remembered_but_the_address_and_private_notes(
    export: Export, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.give_verdict(0)
    logo = tmp_path / "logo.png"
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    assert picture.save(str(logo))
    box = export()
    box.left.claims.which.button(ClaimsGroup.BY_VERDICT).click()
    box.left.claims.boxes[""].click()
    box.left.format.choose("md")
    box.left.included.boxes["method"].click()
    box.left.included.boxes["notes"].click()
    box.left.publisher.organisation.setText("The Desk")
    box.left.publisher.url.setText("https://desk.example/1")
    box.left.publisher.logo_wanted.emit(logo)
    qtbot.waitUntil(lambda: box.left.publisher.logo == logo.read_bytes())
    box.file.line.setText(str(tmp_path / "x.md"))
    before = box.wanted()
    assert before.choices.included == Included(method=False, notes=True)
    box.accept()
    qtbot.waitUntil((tmp_path / "x.md").exists)
    qtbot.waitUntil(lambda: not window.findChildren(ExportWindow))
    again = export()
    qtbot.waitUntil(lambda: again.left.publisher.logo == logo.read_bytes())
    after = again.wanted()
    assert after.choices.included == Included(method=False)
    assert (after.choices.url, after.choices.organisation) == ("", "The Desk")
    assert (after.format, after.choices.verdicts) == ("md", before.choices.verdicts)
    assert after.path.parent == tmp_path


def test_a_window_that_was_closed_forgets_what_was_chosen_in_it(export: Export) -> None:
    box = export()
    box.left.format.choose("csv")
    assert export().left.format.name() == "html"


def test_the_preview_stays_folded_away(export: Export, qtbot: QtBot) -> None:
    box = export()
    assert box.preview.isVisible()
    wide, left = box.width(), box.left.width()
    box.folded.click()
    assert not box.preview.isVisible()
    assert box.width() < wide - 200
    box.folded.click()
    assert (box.width(), box.left.width()) == (wide, left)
    box.folded.click()
    again = export()
    assert not again.preview.isVisible()
    again.folded.click()
    qtbot.waitUntil(lambda: again.preview.format == "html")


def test_what_private_notes_mean_is_said_before_they_leave(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.type("note", NOTE)
    window.session.finish_typing()
    window.session.give_verdict(0)
    box = export()
    warning = next(
        one
        for one in box.left.included.findChildren(QLabel)
        if "can read the private" in one.text()
    )
    assert not warning.isVisible()
    assert NOTE not in shown(box, qtbot, "md").toPlainText()  # type: ignore[attr-defined]
    box.left.included.boxes["notes"].click()
    assert warning.isVisible()
    qtbot.waitUntil(lambda: NOTE in box.preview.text.toPlainText())


# ---------------------------------------------------------------- the preview


@pytest.mark.parametrize("format", ["md", "csv", "json", "webannotation", "claimreview"])
def test_text_formats_show_the_text_of_the_file(
    export: Export, window: MainWindow, qtbot: QtBot, tmp_path: Path, format: str
) -> None:
    window.session.give_verdict(0)
    box = export()
    view = shown(box, qtbot, format)
    assert view is box.preview.text
    path = tmp_path / "x"
    choices = box.left.choices()
    jobs.export(
        window.session.path, box.wanted().articles, choices,  # type: ignore[arg-type]
        format=format, out=path, at=window.session.clock(),
    )  # fmt: skip
    written, seen = (
        re.sub(r"09:00:\d\d", "", text.replace("\n", ""))  # the time; far too long lines are broken
        for text in (path.read_text(encoding="utf-8-sig"), box.preview.text.toPlainText())
    )
    assert seen == written


def test_web_pages_show_their_words_and_load_nothing(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.give_verdict(0)
    box = export()
    view = shown(box, qtbot, "html")
    assert view is box.preview.paper
    text = box.preview.paper.toPlainText()
    assert "Fact-check report" in text
    assert "It has been nearly a month" in text
    assert "Claim 1" not in text  # which only a screen reader is told


@pytest.mark.parametrize("own", [True, False])
def test_a_page_shows_pictures_that_it_brings_and_no_others(
    qapp: QApplication, tmp_path: Path, own: bool
) -> None:
    picture, path = QImage(60, 60, QImage.Format.Format_RGB32), tmp_path / "red.png"
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(path))
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    elsewhere = (str(path), path.as_uri(), "https://example.org/red.png")
    sources = [f"data:image/png;base64,{data}"] if own else elsewhere
    head = f'<html><head><link rel="stylesheet" href="{path.as_uri()}"></head><body>'
    view = PaperView()
    view.resize(300, 300)
    view.show_page(head + "".join(f'<img src="{one}">' for one in sources))
    view.show()
    QApplication.processEvents()
    seen = view.grab().toImage()
    red = QColor(Qt.GlobalColor.red)
    places = [(x, y) for x in range(0, 300, 7) for y in range(0, 300, 7)]
    assert any(seen.pixelColor(x, y) == red for x, y in places) is own
    view.deleteLater()


def test_pages_of_a_pdf_are_drawn_as_they_come_into_sight(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    box = export()
    box.left.claims.which.button(ClaimsGroup.ALL).click()
    view = shown(box, qtbot, "pdf")
    pages = box.preview.page_view
    assert view is pages
    qtbot.waitUntil(lambda: 0 in pages.pictures)
    assert pages.pictures[0].width() > 200
    number = next(one for one in box.preview.findChildren(QLabel) if "Page 1 of" in one.text())
    total = int(number.text().rpartition(" ")[2])
    assert total > 2
    assert total - 1 not in pages.pictures
    pages.go_to(total - 1)
    qtbot.waitUntil(lambda: total - 1 in pages.pictures)
    assert number.text() == f"Page {total} of {total}"


def test_a_word_document_shows_its_outline_and_a_workbook_its_sheets(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.give_verdict(0)
    box = export()
    assert shown(box, qtbot, "docx") is box.preview.paper
    assert "What was checked." in box.preview.paper.toPlainText()
    assert shown(box, qtbot, "xlsx") is box.preview.sheets
    sheets = box.preview.sheets
    assert [sheets.tabText(n) for n in range(2)] == ["Claims (1)", "Evidence (0)"]
    model = sheets.widget(0).model()  # type: ignore[attr-defined]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "article_title"
    assert model.index(0, 0).data().startswith("It has been nearly a month")


def test_what_stops_the_report_is_said_in_place_of_a_preview(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.give_verdict(0)
    box = export()
    box.left.publisher.organisation.setText("The Desk")
    box.left.publisher.url.setText("desk.example")
    box.left.format.choose("claimreview")
    qtbot.waitUntil(lambda: "no full http" in box.preview.strip.text())
    box.left.publisher.url.clear()
    qtbot.waitUntil(lambda: "drafts" in box.preview.strip.text())
    assert box.preview.view is box.preview.text
    box.left.format.choose("md")
    qtbot.waitUntil(lambda: box.preview.format == "md")
    assert not box.preview.strip.isVisible()


def test_what_changes_behind_the_window_is_seen_in_it(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    box = export()
    shown(box, qtbot, "md")
    window.session.give_verdict(4)
    qtbot.waitUntil(lambda: "✕ False" in box.preview.text.toPlainText())
    qtbot.waitUntil(lambda: "(1)" in box.left.claims.which.button(0).text())


def test_a_blind_reader_sees_no_preview_of_what_others_judged(
    export: Export, window: MainWindow, tmp_path: Path
) -> None:
    window.session.give_verdict(0)
    other = add_other(window, tmp_path)
    window.session.go_to(other)
    window.session.set_reviewer(Reviewer("Bo", "second"))
    box = export()
    assert box.export.isEnabled()
    box.left.articles.which.button(ArticlesGroup.ALL).click()
    assert not box.export.isEnabled()
    assert "blind second reading" in box.export.toolTip()
    assert box.preview.view is None


def test_the_real_file_is_opened_from_a_private_folder(
    export: Export, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: object) -> bool:
        assert url.isLocalFile()  # type: ignore[attr-defined]
        opened.append(Path(url.toLocalFile()))  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.session.give_verdict(0)
    box = export()
    shown(box, qtbot, "html")
    box.left.included.boxes["copies"].click()  # what is looked at is the report alone
    box.preview.look_wanted.emit()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes().startswith(b"<!DOCTYPE html>")
    assert opened[0].is_relative_to(window.private_folder())
    assert (window.private_folder().stat().st_mode & 0o777) == 0o700
    window.clear_copies()
    assert not opened[0].exists()


def test_a_template_is_made_chosen_and_told_of_where_it_is_broken(
    export: Export, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Desk look", True))
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    window.session.give_verdict(0)
    box = export()
    assert box.left.look.template.currentText() == "As it comes with the app"
    box.left.look.template_wanted.emit()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [paths.own_templates() / "Desk look"]
    assert box.left.choices().template == "Desk look"
    page = opened[0] / "report.html"
    page.write_text("<p>{{ nothing_like_it }}</p>", "utf-8")
    box.preview.again_wanted.emit()
    qtbot.waitUntil(lambda: "report.html, line 1" in box.preview.strip.text(), timeout=60_000)
    page.write_text("<p>Our own look</p>", "utf-8")
    box.preview.again_wanted.emit()
    qtbot.waitUntil(lambda: "Our own look" in box.preview.paper.toPlainText(), timeout=60_000)
    box.left.look.template_wanted.emit()
    qtbot.waitUntil(lambda: "already a template" in box.preview.strip.text())


def test_the_fixed_words_are_in_the_language_chosen(
    export: Export, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.give_verdict(0)
    box = export()
    language = box.left.look.language
    assert (language.currentData(), language.findData("de") >= 0) == ("en", True)
    assert "Fact-check" in shown(box, qtbot, "md").toPlainText()  # type: ignore[attr-defined]
    language.setCurrentIndex(language.findData("de"))
    qtbot.waitUntil(lambda: "Faktencheck" in box.preview.text.toPlainText())
    assert box.wanted().choices.language == "de"


# ---------------------------------------------------------------- making previews


def asked(format: str) -> Asked:
    return Asked((1,), Choices(), format)


class Slow:
    """Makes previews that wait to be let go; how many were begun and how many were stopped."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.go = threading.Event()

    def __call__(self, asked: Asked, progress: Progress) -> previewing.Preview:
        self.begun.append(asked.format)
        assert self.go.wait(20)
        progress(1, 2)
        return previewing.Preview(Text(asked.format, True), 1, 1, False)


@pytest.fixture
def threads(qapp: QApplication) -> Tasks:
    return Tasks()


def test_an_answer_to_an_earlier_question_is_dropped(threads: Tasks, qtbot: QtBot) -> None:
    slow, made = Slow(), []
    maker = PreviewMaker(slow, threads)
    maker.made.connect(lambda _asked, one: made.append(one.shown.text))
    maker.ask(asked("html"))
    qtbot.waitUntil(lambda: slow.begun == ["html"])
    maker.ask(asked("md"))
    maker.ask(asked("csv"))
    slow.go.set()
    qtbot.waitUntil(lambda: made == ["csv"])
    assert slow.begun == ["html", "csv"]  # one at a time, and never what is not wanted any more
    threads.close()


def test_the_same_question_is_asked_once_and_a_stopped_one_is_not_answered(
    threads: Tasks, qtbot: QtBot
) -> None:
    slow, begun, made = Slow(), [], []
    slow.go.set()
    maker = PreviewMaker(slow, threads)
    maker.begun.connect(lambda: begun.append(1))
    maker.made.connect(lambda *_: made.append(1))
    maker.ask(asked("html"))
    maker.ask(asked("html"))
    qtbot.waitUntil(lambda: made == [1])
    assert begun == [1]
    maker.ask(asked("md"))
    maker.stop()
    maker.ask(asked("csv"))
    qtbot.waitUntil(lambda: len(made) == 2)
    assert slow.begun == ["html", "csv"]
    threads.close()


def test_a_refusal_is_told_once(threads: Tasks, qtbot: QtBot) -> None:
    def make(asked: Asked, progress: Progress) -> previewing.Preview:
        raise Problem("It cannot be.")

    told: list[str] = []
    maker = PreviewMaker(make, threads)
    maker.refused.connect(lambda problem: told.append(problem.what))
    maker.ask(asked("html"))
    qtbot.waitUntil(lambda: told == ["It cannot be."])
    threads.close()


# ---------------------------------------------------------------- writing


def test_an_export_closes_the_window_and_says_where_the_report_is(
    export: Export,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.session.give_verdict(0)
    box, path = export(), tmp_path / "x.json"
    box.left.format.choose("json")
    box.file.line.setText(str(path))
    QTest.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not window.findChildren(ExportWindow))
    (article,) = json.loads(path.read_text("utf-8"))["articles"]
    assert len(article["claims"]) == 1
    assert str(path) in window.notice._text.text()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert window.notice._other.text() == "Show in the folder"
    window.notice._other.click()
    assert opened == [str(tmp_path)]


def test_a_refused_export_is_said_in_the_window_which_stays(
    export: Export, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    box = export()
    box.file.line.setText(str(tmp_path / "no folder" / "x.html"))
    box.accept()
    qtbot.waitUntil(lambda: "This folder does not exist." in box.preview.strip.text())
    assert box.isVisible()
    assert box.export.isEnabled()


def test_escape_stops_what_is_written_and_then_closes_the_window(
    export: Export, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    box, path = export(), tmp_path / "x.html"
    path.write_text("mine")
    run = ExportRun(window.tasks)
    run.stop()  # before it begins: it ends when it first tells how far it is
    box.follow(run)
    assert not box.export.isEnabled()
    assert not box.left.format.isEnabled()
    run.start(
        box._library, Wanted("html", Choices(), (key_of(window),), path), box._session.clock()
    )
    QTest.keyClick(box, Key.Key_Escape)
    assert box.isVisible()
    qtbot.waitUntil(box.export.isEnabled)
    assert path.read_text() == "mine"
    assert list(tmp_path.glob(".report*")) == []
    QTest.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ExportWindow))


def test_progress_of_an_export_is_told_until_its_end(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    run = ExportRun(window.tasks)
    run.moved.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(run.done):
        wanted = Wanted("html", Choices(), (key_of(window),), tmp_path / "x.html")
        run.start(window.session.path, wanted, window.session.clock())  # type: ignore[arg-type]
    assert told[-1] == (1000, 1000)
    assert told == sorted(told)


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_a_file_that_is_there_is_replaced_only_after_a_question(
    export: Export, window: MainWindow, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, answer: str,
) -> None:  # fmt: skip
    box, path = export(), tmp_path / "x.html"
    path.write_text("mine")
    given = getattr(QMessageBox.StandardButton, answer)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: given)
    box.file.line.setText(str(path))
    box.accept()
    if answer == "No":
        assert path.read_text() == "mine"
        assert box.isVisible()
    else:
        qtbot.waitUntil(lambda: path.read_text("utf-8").startswith("<!DOCTYPE"))


@pytest.mark.parametrize("name", ["~nobody-of-this-name/x.html", "x" * 300 + ".html"])
def test_an_odd_file_name_is_no_fault_of_the_app(
    export: Export, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    box = export()
    box.file._folder = tmp_path
    box.file.line.setText(name)
    assert box.wanted().path.is_absolute()
    box.accept()
    qtbot.waitUntil(lambda: bool(box.preview.strip.text()))
    assert list(tmp_path.glob("*.html")) == []


def test_return_presses_the_button_that_has_the_keyboard(export: Export, qtbot: QtBot) -> None:
    box = export()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.folded.setFocus()
    with qtbot.assertNotEmitted(box.export_wanted):
        QTest.keyClick(box.folded, Key.Key_Return)
    assert not box.preview.isVisible()


def test_an_empty_file_name_is_not_taken(export: Export, qtbot: QtBot) -> None:
    box = export()
    box.file.line.clear()
    with qtbot.assertNotEmitted(box.export_wanted):
        box.accept()


def test_a_chosen_file_keeps_its_name_when_the_format_changes(
    export: Export, tmp_path: Path
) -> None:
    box = export()
    box.file.line.clear()
    QTest.keyClicks(box.file.line, str(tmp_path / "mine.html"))
    box.left.format.choose("json")
    assert box.wanted().path == tmp_path / "mine.json"
    box.file.line.clear()
    QTest.keyClicks(box.file.line, str(tmp_path / "v1.2 of it"))
    assert box.wanted().path == tmp_path / "v1.2 of it.json"


def test_a_claimreview_tells_its_warnings_and_its_errors_in_the_notice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.give_verdict(0)
    path, keys = tmp_path / "review.jsonld", (key_of(window),)
    desk = Choices(only_reviewed=True, organisation="The Desk", url="desk.example")
    window.export(Wanted("claimreview", desk, keys, path))
    qtbot.waitUntil(lambda: "no full http" in window.notice._text.text())
    assert not path.exists()
    desk = Choices(only_reviewed=True, organisation="The Desk")
    window.export(Wanted("claimreview", desk, keys, path))
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: "drafts" in window.notice._more.toPlainText())
    assert str(path) in window.notice._text.text()


# ---------------------------------------------------------------- the window itself


def test_the_check_list_before_an_export_leads_to_the_claims(window: MainWindow) -> None:
    unready = Unready(no_source=(2, 3), gone=(3,))
    offer = previewing.Offer(unready)
    box = ExportWindow(window.session, window.settings, window.tasks, window, offer)
    look = next(one for one in box.findChildren(Disclosure) if "Have a look" in one.text())
    assert "(3)" in look.text()
    box.show()
    look.click()
    labels = [one.text() for one in box.findChildren(CheckList)[0].findChildren(QLabel)]
    assert labels == [
        'No source: <a href="2">2</a>, <a href="3">3</a>',
        'No longer in the text: <a href="3">3</a>',
    ]
    chosen: list[int] = []
    box.claim_wanted.connect(chosen.append)
    box.findChildren(CheckList)[0].findChildren(QLabel)[0].linkActivated.emit("2")
    assert chosen == [2]
    assert box.result() == ExportWindow.DialogCode.Rejected
    box.deleteLater()


def test_export_opens_with_what_the_article_lacks(export: Export) -> None:
    assert "Not reviewed yet:" in [words for words, _ in export().left.checks.lines]


def test_every_control_is_reached_by_tab_and_has_a_name(export: Export, qtbot: QtBot) -> None:
    box = export()
    qtbot.waitUntil(lambda: box.preview.format == "html")
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, Key.Key_Tab)
    names = []
    for one in seen:
        interface = QAccessible.queryAccessibleInterface(one)
        names.append(interface.text(QAccessible.Text.Name) if interface else "")
    assert all(names)
    assert {box.file.line, box.left.publisher.organisation, box.export, box.preview.paper} <= set(
        seen
    )
    assert set(box.left.included.boxes.values()) <= set(seen)


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (
            Key.Key_O,
            lambda box: box.left.format.buttons.button(box.left.format.buttons.checkedId()),
        ),
        (Key.Key_F, lambda box: box.file.line),
        (Key.Key_P, lambda box: box.left.publisher.organisation),
        (Key.Key_I, lambda box: box.left.included.boxes["reasons"]),
        (Key.Key_C, lambda box: box.left.claims.which.button(box.left.claims.which.checkedId())),
    ],
)
def test_each_group_has_a_key(
    export: Export, qtbot: QtBot, key: Qt.Key, reached: Callable[[ExportWindow], QWidget]
) -> None:
    box = export()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    QTest.keyClick(box, key, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is reached(box)


def test_reports_speak_the_language_of_the_window_until_another_is_chosen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []  # in place of the system's dialog
    monkeypatch.setattr(printing, "print_html", lambda _window, html: printed.append(html))
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Austria))
    for number, language in enumerate((None, "en", "xx"), 1):  # the file of the last one is gone
        if language:
            window.settings.set_choice("export/language", language)
        window.print_report()
        qtbot.waitUntil(lambda: len(printed) == number)  # noqa: B023
    assert ["exportiert am" in one for one in printed] == [True, False, False]
