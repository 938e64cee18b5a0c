"""The one table of actions: it feeds the menus, the shortcuts, the ``?`` sheet and Ctrl+K.

A row says what an action is called, its keys, where it stands in the menus, what it does and when
it can be used. ``build`` makes the QActions. Nothing else in the app defines a shortcut.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from factcheck_gui.session import Session
    from factcheck_gui.ui.main_window import MainWindow

    Do = Callable[[MainWindow], object]
    When = Callable[[Session], bool]


class Action(NamedTuple):
    """One row. ``menu`` "" keeps it out of the menus; ``keys`` are in Qt's portable form."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    do: Do
    when: When
    divider: bool = False  # a line above it in the menu


def _always(session: Session) -> bool:
    return True


def _open(session: Session) -> bool:
    return session.reader is not None


def _writable(session: Session) -> bool:
    return session.store is not None


def _article(session: Session) -> bool:
    return session.article is not None


def _article_writable(session: Session) -> bool:
    return session.article is not None and session.store is not None


def _claim(session: Session) -> bool:
    return session.claim is not None


def _article_editable(session: Session) -> bool:
    return session.article is not None and session.editable


def _judgeable(session: Session) -> bool:
    return session.claim is not None and session.editable


def _correctable(session: Session) -> bool:
    claim = session.claim
    return claim is not None and session.frozen and not session.read_only


def _unsigned(session: Session) -> bool:
    article = session.article
    return _article_writable(session) and article is not None and not article.row.signed_at


def _signed(session: Session) -> bool:
    article = session.article
    return _article_writable(session) and article is not None and bool(article.row.signed_at)


def _live(session: Session) -> bool:
    return _judgeable(session) and session.claim is not None and session.claim.dismissed is None


def _adjudicable(session: Session) -> bool:
    return _live(session) and session.adjudicates


def _proposed(session: Session) -> bool:
    claim = session.claim
    return _live(session) and claim is not None and claim.proposal not in ("", claim.wording)


def _dismissed(session: Session) -> bool:
    return _judgeable(session) and session.claim is not None and session.claim.dismissed is not None


def _changed(session: Session) -> bool:
    return _live(session) and session.claim is not None and bool(session.claim.was)


def T(_context: str, text: str) -> str:
    """Marks a text of the table for ``make translations``, which knows T as QT_TRANSLATE_NOOP."""
    return text


translate = QCoreApplication.translate
READINGS = 4  # of a claim, that have a key to decide as they say
MENUS = (
    T("Actions", "Library"), T("Actions", "Article"), T("Actions", "Edit"),
    T("Actions", "Claim"), T("Actions", "View"), T("Actions", "Help"),
)  # fmt: skip


def _verdict(place: int) -> Do:
    return lambda window: window.session.give_verdict(place)


def _adopt(place: int) -> Do:
    return lambda window: window.session.adopt(place)


ACTIONS: tuple[Action, ...] = (
    # ------------------------------------------------------------ Library
    Action("library.new", "Library", T("Actions", "New library…"), (),
           lambda w: w.libraries.new(), _always),
    Action("library.open", "Library", T("Actions", "Open library…"), ("Ctrl+O",),
           lambda w: w.libraries.choose(), _always),
    Action("library.copy", "Library", T("Actions", "Save a copy…"), (),
           lambda w: w.libraries.save_copy(), _open),
    Action("library.check", "Library", T("Actions", "Check the library"), (),
           lambda w: w.libraries.check(), _open),
    Action("library.package", "Library", T("Actions", "Package for a colleague…"), (),
           lambda w: w.package_articles(), _open, divider=True),
    Action("library.merge", "Library", T("Actions", "Merge a package or a report…"), (),
           lambda w: w.choose_package(), _writable),
    Action("library.checks", "Library", T("Actions", "Import earlier checks…"), (),
           lambda w: w.import_checks(), _writable),
    Action("library.feeds", "Library", T("Actions", "Earlier checks…"), (),
           lambda w: w.show_feeds(), _open),
    Action("library.search", "Library", T("Actions", "Search the library…"), ("Ctrl+Shift+F",),
           lambda w: w.show_search(), _open, divider=True),
    Action("library.trash", "Library", T("Actions", "Trash…"), (), lambda w: w.show_trash(), _open),
    Action("library.agreement", "Library", T("Actions", "Agreement of reviewers…"), (),
           lambda w: w.show_agreement(), _open),
    Action("review.round", "Library", T("Actions", "Reviewer and round…"), ("Ctrl+Shift+R",),
           lambda w: w.show_reviewer(), _open),
    Action("library.settings", "Library", T("Actions", "Settings…"), ("Ctrl+,",),
           lambda w: w.show_settings(), _always, divider=True),
    Action("library.quit", "Library", T("Actions", "Quit"), ("Ctrl+Q",),
           lambda w: w.close(), _always),
    # ------------------------------------------------------------ Article
    Action("article.add", "Article", T("Actions", "Add article…"), ("Ctrl+N",),
           lambda w: w.add_files(), _writable),
    Action("article.folder", "Article", T("Actions", "Add a folder…"), (),
           lambda w: w.add_folder(), _writable),
    Action("article.paste", "Article", T("Actions", "Add from clipboard"),
           ("Ctrl+V", "Ctrl+Shift+V"), lambda w: w.paste(), _writable),
    Action("article.newer", "Article", T("Actions", "Add a newer text of this article…"), (),
           lambda w: w.add_newer(), _article_writable),
    Action("article.paste_newer", "Article", T("Actions", "Newer text from clipboard"), (),
           lambda w: w.paste_newer(), _article_writable),
    Action("article.newer_of", "Article", T("Actions", "This is a newer text of…"), (),
           lambda w: w.newer_of(), _article_writable),
    Action("article.details", "Article", T("Actions", "Title and details…"), ("F2",),
           lambda w: w.edit_details(), _article, divider=True),
    Action("article.take_back", "Article", T("Actions", "Take back what was set aside"), (),
           lambda w: w.pages.take_back(), _article_writable),
    Action("article.show_original", "Article", T("Actions", "Show the original…"), (),
           lambda w: w.show_original(), _article),
    Action("article.original", "Article", T("Actions", "Save the original…"), (),
           lambda w: w.save_original(), _article),
    Action("article.again", "Article", T("Actions", "Find claims again"), (),
           lambda w: w.find_again(), _article_writable),
    Action("article.scale", "Article", T("Actions", "Rating scales…"), (),
           lambda w: w.show_scales(), _always),
    Action("article.sign", "Article", T("Actions", "Sign off…"), (),
           lambda w: w.sign_off(), _unsigned, divider=True),
    Action("article.unsign", "Article", T("Actions", "Take the sign-off back…"), (),
           lambda w: w.take_back_sign_off(), _signed),
    Action("article.export", "Article", T("Actions", "Export report…"), ("Ctrl+E",),
           lambda w: w.show_export(), _article, divider=True),
    Action("article.print", "Article", T("Actions", "Print report…"), ("Ctrl+P",),
           lambda w: w.print_report(), _article),
    Action("article.trash", "Article", T("Actions", "Move to trash"), ("Ctrl+Backspace",),
           lambda w: w.trash_article(), _article_writable, divider=True),
    # ------------------------------------------------------------ Edit
    Action("edit.undo", "Edit", T("Actions", "Undo"), ("Ctrl+Z",), lambda w: w.undo(), _writable),
    Action("edit.redo", "Edit", T("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"),
           lambda w: w.redo(), _writable),
    Action("edit.copy_claim", "Edit", T("Actions", "Copy the claim"), ("Ctrl+Shift+C",),
           lambda w: w.copy_claim(), _claim, divider=True),
    Action("edit.find", "Edit", T("Actions", "Find in the article…"), ("Ctrl+F",),
           lambda w: w.reader.show_find(), _article, divider=True),
    # ------------------------------------------------------------ Claim
    Action("claim.next", "Claim", T("Actions", "Next claim"), ("J", "Down"),
           lambda w: w.session.step(1), _article),
    Action("claim.previous", "Claim", T("Actions", "Previous claim"), ("K", "Up"),
           lambda w: w.session.step(-1), _article),
    Action("claim.unreviewed", "Claim", T("Actions", "Next to review"), ("N",),
           lambda w: w.session.next_unreviewed(), _article),
    Action("claim.waiting", "Claim", T("Actions", "Next sentence not accounted for"), ("U",),
           lambda w: w.next_waiting(), _article),
    Action("claim.number", "Claim", T("Actions", "Go to claim number…"), ("Ctrl+G",),
           lambda w: w.go_to_number(), _article),
    *(
        Action(f"verdict.{place + 1}", "", T("Actions", "Verdict {0}"), (str(place + 1),),
               _verdict(place), _live)
        for place in range(9)
    ),
    Action("verdict.list", "Claim", T("Actions", "Verdict from a list or in your own words…"),
           ("V",), lambda w: w.choose_verdict(), _live, divider=True),
    *(
        Action(f"reading.{place + 1}", "", T("Actions", "Decide as reading {0} says"),
               (f"Alt+{place + 1}",), _adopt(place), _adjudicable)
        for place in range(READINGS)
    ),
    Action("verdict.clear", "Claim", T("Actions", "Clear the verdict"), ("0",),
           lambda w: w.session.clear_verdict(), _live),
    Action("claim.reason", "Claim", T("Actions", "Write the reason"), ("R",),
           lambda w: w.review.focus_field("reason"), _judgeable),
    Action("claim.note", "Claim", T("Actions", "Write a private note"), ("M",),
           lambda w: w.review.focus_field("note"), _judgeable),
    Action("claim.correct", "Claim", T("Actions", "Correct the verdict…"), ("Shift+R",),
           lambda w: w.correct(), _correctable),
    Action("evidence.add", "Claim", T("Actions", "Add evidence"), ("E",),
           lambda w: w.add_evidence(), _judgeable, divider=True),
    Action("evidence.nothing", "Claim", T("Actions", "Looked, found nothing"), ("Shift+E",),
           lambda w: w.found_nothing(), _judgeable),
    Action("evidence.show", "Claim", T("Actions", "Show the evidence"), ("Alt+E",),
           lambda w: w.review.show_evidence(), _claim),
    Action("precedents.show", "Claim", T("Actions", "Show earlier checks"), ("P",),
           lambda w: w.review.show_precedents(), _claim),
    Action("claim.wording", "Claim", T("Actions", "Edit the wording"), ("W",),
           lambda w: w.review.focus_field("wording"), _judgeable),
    Action("claim.claimant", "Claim", T("Actions", "Who said it"), ("D",),
           lambda w: w.review.focus_field("claimant"), _judgeable),
    Action("claim.said_on", "Claim", T("Actions", "Date said, first appearance, tags"), ("T",),
           lambda w: w.review.open_field("said_on"), _judgeable),
    Action("claim.query", "Claim", T("Actions", "Query to the author"), ("Q",),
           lambda w: w.review.open_field("query"), _judgeable),
    Action("said.source", "Claim", T("Actions", "Selection is who said it"), ("Ctrl+1",),
           lambda w: w.attribute("source"), _live, divider=True),
    Action("said.cue", "Claim", T("Actions", "Selection is the words of saying"), ("Ctrl+2",),
           lambda w: w.attribute("cue"), _live),
    Action("said.content", "Claim", T("Actions", "Selection is what was said"), ("Ctrl+3",),
           lambda w: w.attribute("content"), _live),
    Action("said.nobody", "Claim", T("Actions", "Nobody is quoted: the article’s own voice"), (),
           lambda w: w.session.say_in_own_voice(), _live),
    Action("claim.anchor", "Claim", T("Actions", "The claim stands in the selection"), ("Ctrl+4",),
           lambda w: w.anchor_claim(), _live),
    Action("claim.settle", "Claim", T("Actions", "The changed words change nothing"), (),
           lambda w: w.session.settle_claim(), _changed),
    Action("claim.accept", "Claim", T("Actions", "Use the proposed wording"), ("Shift+W",),
           lambda w: w.session.accept_wording(), _proposed),
    Action("claim.why", "Claim", T("Actions", "Show or hide why it was found"), ("I",),
           lambda w: w.review.facts.head.toggle(), _claim),
    Action("claim.add", "Claim", T("Actions", "Add claim from selection"), ("C",),
           lambda w: w.add_claim(), _article_editable, divider=True),
    Action("claim.add_place", "Claim", T("Actions", "Add selection to the claim"), ("Shift+C",),
           lambda w: w.add_place(), _live),
    Action("claim.start_back", "Claim", T("Actions", "Start of the claim a word earlier"),
           ("Alt+Left",), lambda w: w.session.nudge(start=-1), _live),
    Action("claim.start_on", "Claim", T("Actions", "Start of the claim a word later"),
           ("Alt+Right",), lambda w: w.session.nudge(start=1), _live),
    Action("claim.end_back", "Claim", T("Actions", "End of the claim a word earlier"),
           ("Alt+Shift+Left",), lambda w: w.session.nudge(end=-1), _live),
    Action("claim.end_on", "Claim", T("Actions", "End of the claim a word later"),
           ("Alt+Shift+Right",), lambda w: w.session.nudge(end=1), _live),
    Action("claim.split", "Claim", T("Actions", "Split the claim at the cursor"), ("S",),
           lambda w: w.session.split(w.reader.cursor_offset()), _live),
    Action("claim.merge", "Claim", T("Actions", "Merge with the next claim"), ("G",),
           lambda w: w.session.merge(), _live),
    Action("claim.parts", "Claim", T("Actions", "Review its parts separately"), ("Shift+S",),
           lambda w: w.review_parts(), _live),
    Action("claim.dismiss", "Claim", T("Actions", "Not a claim"), ("X",),
           lambda w: w.session.dismiss(), _live),
    Action("claim.dismiss_why", "Claim", T("Actions", "Not a claim, because…"), ("Shift+X",),
           lambda w: w.dismiss_why(), _live),
    Action("claim.dismiss_rest", "Claim", T("Actions", "Dismiss all claims in the list…"), (),
           lambda w: w.dismiss_listed(), _article_editable),
    Action("claim.bring_back", "Claim", T("Actions", "Bring the claim back"), ("B",),
           lambda w: w.session.bring_back(), _dismissed),
    # ------------------------------------------------------------ View
    Action("view.palette", "View", T("Actions", "Find an action, article or claim…"), ("Ctrl+K",),
           lambda w: w.show_palette(), _always),
    Action("view.focus", "View", T("Actions", "Focus mode"), ("F",),
           lambda w: w.toggle_focus(), _always),
    Action("view.library", "View", T("Actions", "Show or hide the library"), ("F9",),
           lambda w: w.toggle_library(), _always),
    Action("view.said", "View", T("Actions", "Show or hide who said the claim"), ("A",),
           lambda w: w.toggle_said("claim"), _claim, divider=True),
    Action("view.said_all", "View", T("Actions", "Show or hide who said what in the article"),
           ("Shift+A",), lambda w: w.toggle_said("all"), _article),
    Action("view.lower", "View", T("Actions", "Show less check-worthy claims too"), ("Alt+Down",),
           lambda w: w.claims.worth.step(-1), _article, divider=True),
    Action("view.higher", "View", T("Actions", "Show only more check-worthy claims"), ("Alt+Up",),
           lambda w: w.claims.worth.step(1), _article),
    Action("view.every", "View", T("Actions", "Count every sentence, or the listed ones"), (),
           lambda w: w.toggle_every(), _always),
    Action("view.compare", "View", T("Actions", "Compare versions"), ("F8",),
           lambda w: w.pages.toggle_compare(), _article, divider=True),
    Action("view.aside", "View", T("Actions", "Show what was set aside"), ("Shift+F8",),
           lambda w: w.pages.toggle_aside(), _article),
    Action("view.next_change", "View", T("Actions", "Next change"), ("F7",),
           lambda w: w.pages.step(1), _article),
    Action("view.previous_change", "View", T("Actions", "Previous change"), ("Shift+F7",),
           lambda w: w.pages.step(-1), _article),
    Action("view.larger", "View", T("Actions", "Larger text"), ("Ctrl++", "Ctrl+="),
           lambda w: w.change_text_size(1), _always, divider=True),
    Action("view.smaller", "View", T("Actions", "Smaller text"), ("Ctrl+-",),
           lambda w: w.change_text_size(-1), _always),
    Action("view.normal", "View", T("Actions", "Normal text size"), ("Ctrl+0",),
           lambda w: w.change_text_size(0), _always),
    Action("view.light", "View", T("Actions", "Light"), (), lambda w: w.set_theme("light"), _always,
           divider=True),
    Action("view.dark", "View", T("Actions", "Dark"), (), lambda w: w.set_theme("dark"), _always),
    Action("view.system", "View", T("Actions", "As the system"), (),
           lambda w: w.set_theme("system"), _always),
    # ------------------------------------------------------------ Help
    Action("help.keys", "Help", T("Actions", "Keyboard shortcuts"), ("?", "F1"),
           lambda w: w.show_shortcuts(), _always),
    Action("help.about", "Help", T("Actions", "About"), (), lambda w: w.show_about(), _always),
)  # fmt: skip


def menu_title(menu: str) -> str:
    """The translated title of a menu."""
    return translate("Actions", menu)


def build(window: MainWindow) -> dict[str, QAction]:
    """A QAction a row, wired to its verb."""
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(translate("Actions", row.text), window)
        action.setObjectName(row.id)
        action.setShortcuts([_sequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, do=row.do: do(window))
        window.addAction(action)
        made[row.id] = action
    return made


def refresh(made: dict[str, QAction], session: Session) -> None:
    """Enables what can be used now; names undo, redo and the verdicts by what they would do."""
    for row in ACTIONS:
        made[row.id].setEnabled(row.when(session))
    for place in range(4):
        words = translate("Actions", "Decide as reading {0} says").format(place + 1)
        made[f"reading.{place + 1}"].setText(words)
    labels = session.scale.labels if session.scale else ()
    for place in range(9):
        action = made[f"verdict.{place + 1}"]
        known = place < len(labels)
        action.setText(
            translate("Actions", "Verdict {0}").format(labels[place].text if known else place + 1)
        )
        action.setEnabled(known and action.isEnabled())
    for name, label in (("undo", session.history.undo_label), ("redo", session.history.redo_label)):
        alone = translate("Actions", "Undo") if name == "undo" else translate("Actions", "Redo")
        made[f"edit.{name}"].setText(_undoing(name, label) if label else alone)


def _undoing(name: str, label: str) -> str:
    words = {"undo": translate("Actions", "Undo {0}"), "redo": translate("Actions", "Redo {0}")}
    return words[name].format(label)


def _sequence(key: str) -> QKeySequence:
    """Read as it is written here, whatever the keys are called in the window's language."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


def shortcuts(menu: str) -> list[tuple[str, str]]:
    """(keys, text) of the actions of a menu that have keys, as a person reads them."""
    form = QKeySequence.SequenceFormat.NativeText
    lines = [
        (
            ", ".join(_sequence(key).toString(form) for key in row.keys),
            translate("Actions", row.text),
        )
        for row in ACTIONS
        if row.menu == menu and row.keys
    ]
    if menu == "Claim":
        lines.insert(4, ("1 – 9", translate("Actions", "Give a verdict")))
        readings = (_sequence(f"Alt+{place}").toString(form) for place in (1, READINGS))
        words = translate("Actions", "Decide as a reading says (adjudication)")
        lines.insert(5, (" – ".join(readings), words))
    return [(keys, text.rstrip("…")) for keys, text in lines]
