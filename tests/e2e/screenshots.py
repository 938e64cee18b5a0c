"""The pictures of the README and of ``make screenshots``: the real window on the seed article.

Each is taken by a process of its own (Qt reads its scale once), offscreen, so that they come out
the same on every machine. The verdicts in them are illustrations.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pictures"
# Claims of the seed by a few of their words, and the number key pressed on each.
VERDICTS = {
    "nearly a month": "1", "no significant territorial gains": "1", "full control over": "5",
    "at up to 50 miles": "2", "POWs were sent": "6", "blaming Ukraine": "3",
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """One picture: its name, theme, size, scale, and what is done before it is taken."""

    name: str
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    scale: str = "1"
    scene: str = "review"


PICTURES = (
    Picture("main-light"),
    Picture("main-dark", theme="dark"),
    Picture("small", size=(1024, 640)),
    Picture("small-dark", theme="dark", size=(1024, 640)),
    Picture("scale-200", size=(1024, 640), scale="2"),
    Picture("evidence", scene="evidence"),
    Picture("precedents", scene="precedents"),
    Picture("readings", scene="readings"),
    Picture("changes", scene="changes"),
    Picture("empty", scene="empty"),
    Picture("error", scene="error"),
    Picture("palette", scene="palette"),
    Picture("shortcuts", scene="shortcuts"),
    Picture("export", scene="export"),
)


def main() -> int:
    """Takes every picture, or those named; the exit status."""
    wanted = set(sys.argv[1:])
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        if wanted and picture.name not in wanted:
            continue
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": picture.scale}
        with tempfile.TemporaryDirectory() as home:
            env.update({"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home})
            command = [sys.executable, "-m", "tests.e2e.screenshots", "--take", picture.name, home]
            subprocess.run(command, env=env, check=True)
        print(FOLDER / f"{picture.name}.png")
    return 0


def take(picture: Picture, folder: Path) -> None:
    """Takes one picture in this process."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from factcheck_gui import app
    from factcheck_gui.session import Session
    from factcheck_gui.settings import Settings
    from factcheck_gui.tasks import Tasks

    application = app.make_application(["pictures"])
    settings = Settings(folder / "settings.ini")
    settings.theme, settings.asked_name = picture.theme, True
    settings.reviewer = "Reviewer 1"
    session, tasks = Session(), Tasks(inline=True)
    window = app.make_window(settings, session, tasks)
    window.resize(*picture.size)
    window.show()
    window.libraries.open(folder / "library.factcheck")
    _play(window, picture.scene, folder)
    QTest.qWait(400)
    shown = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    image = window.grab()
    if shown is not None and shown is not window:
        _put_over(image, shown, window)
    image.save(str(FOLDER / f"{picture.name}.png"))
    application.closeAllWindows()


def _play(window, scene: str, folder: Path) -> None:  # type: ignore[no-untyped-def]
    session = window.session
    if scene == "empty":
        session.trash(session.article.row.key)
        window.notice.hide()
        return
    _review(session)
    if scene == "error":
        broken = folder / "budget.pdf"
        broken.write_bytes(b"%PDF-1.7 \x00")
        os.chdir(folder)
        window.importer.import_paths([Path(broken.name)])
    elif scene in SCENES:
        SCENES[scene](window)
    elif scene == "palette":
        window.show_palette()
    elif scene == "shortcuts":
        window.show_shortcuts()
    elif scene == "export":
        _export(window)


def _review(session) -> None:  # type: ignore[no-untyped-def]
    claims = session.reader.claims(session.view)
    for words, key in VERDICTS.items():
        found = next((claim for claim in claims if words in claim.text), None)
        if found:
            session.choose_claim(found.key)
            session.give_verdict(int(key) - 1)
    session.type(
        "reason", "Both sides accuse the other; neither has let independent experts on the site."
    )
    session.finish_typing()


def _evidence(window) -> None:  # type: ignore[no-untyped-def]
    """What was found on the current claim."""
    session, store = window.session, window.session.store
    by, now = session.reviewer, session.clock()
    values = {"publisher": "Ministry of Defence", "published": "2022-07-29", "primary": 1}
    first = store.add_source({"title": "Statement on Olenivka", **values}, by, now)
    other = store.add_source({"title": "Call with a weapons expert", "kind": "interview"}, by, now)
    store.keep_copy(first, "statement.pdf", b"%PDF-1.7 " * 9000, "application/pdf", by, now)
    for stance, source, place in (("refutes", first, "p. 2"), ("context", other, "min. 14")):
        given = {"stance": stance, "source_id": source, "locator": place}
        store.add_evidence(session.claim.key, given, by, now)
    nothing = {"stance": "nothing found", "question": "Has anybody been let on the site?"}
    store.add_evidence(session.claim.key, nothing, by, now)
    session.read_anew()
    window.review.show_evidence()


def _precedents(window) -> None:  # type: ignore[no-untyped-def]
    """Two earlier checks of the current claim, made up, as a feed brings them."""
    import json

    from PySide6.QtTest import QTest

    reviews = [
        {
            "@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": words,
            "url": f"https://{desk.split()[0].lower()}.example/{day}", "datePublished": day,
            "author": {"@type": "Organization", "name": desk},
            "reviewRating": {"@type": "Rating", "alternateName": verdict},
            "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": who}},
        }
        for words, desk, verdict, day, who in (
            ("Russia blames Ukraine and US HIMARS missiles for the strike on the prison",
             "Harbour Desk", "Unproven", "2022-08-02", "A ministry"),
            ("HIMARS missiles from the US hit a prison", "Signal Checks", "Mixture", "2022-08-05",
             "A post shared widely"),
        )
    ]  # fmt: skip
    feed = window.session.path.parent / "feed.json"
    feed.write_text(json.dumps(reviews), encoding="utf-8")
    window.earlier.take_in([feed])
    window.review.show_precedents()
    while not window.review.precedents.cards:
        QTest.qWait(50)


def _export(window) -> None:  # type: ignore[no-untyped-def]
    """The export window with the pages of a PDF."""
    from PySide6.QtTest import QTest

    from factcheck_gui.ui.export_window import ExportWindow

    window.settings.set_choice("export/format", "pdf")
    window.show_export()
    box = None
    while box is None or not box.preview.page_view.pictures:
        QTest.qWait(50)
        box = window.findChild(ExportWindow)
    box.resize(1180, 800)
    box.file.line.setText("fact-check.pdf")


def _readings(window) -> None:  # type: ignore[no-untyped-def]
    """A second reader disagrees."""
    from factcheck_gui.domain import Reviewer

    session = window.session
    given = {"verdict": "Unproven", "reason": "Nobody independent has seen the place."}
    session.store.assess(
        session.claim.key, Reviewer("Reviewer 2", "second"), session.clock(), given
    )
    session.set_reviewer(Reviewer("Reviewer 3", "adjudication"))
    session.read_anew()


def _changes(window) -> None:  # type: ignore[no-untyped-def]
    """A newer text of the article, compared with the one that was reviewed."""
    from PySide6.QtGui import QAction

    text = window.session.article.text
    newer = text.replace("53 captive", "50 captive").replace("withering", "heavy")
    window.importer.import_text(newer, newer_of=window.session.article.row.key)
    window.findChild(QAction, "view.compare").trigger()


SCENES = {
    "evidence": _evidence, "precedents": _precedents, "readings": _readings, "changes": _changes
}  # fmt: skip


def _put_over(image, shown, window) -> None:  # type: ignore[no-untyped-def]
    """Draws an open dialog over the window as a window manager would place it."""
    from PySide6.QtGui import QPainter

    from factcheck_gui.ui import theme

    place = window.rect().center() - shown.rect().center()
    if shown.objectName() == "palette":
        place = shown.pos() - window.pos()
    with QPainter(image) as painter:
        painter.drawPixmap(place, shown.grab())
        painter.setPen(theme.current().color("faint"))
        painter.drawRect(shown.rect().translated(place).adjusted(-1, -1, 0, 0))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--take"]:
        take(next(one for one in PICTURES if one.name == sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(main())
