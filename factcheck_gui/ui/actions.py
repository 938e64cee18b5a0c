"""The one table of actions: it feeds the menus, the shortcuts, the ``?`` sheet and Ctrl+K.

A row says what an action is called, its keys, where it stands in the menus, what it does and when
it can be used. ``build`` makes the QActions. Nothing else in the app defines a shortcut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from factcheck_gui.session import Session
    from factcheck_gui.ui.main_window import MainWindow

    Do = Callable[[MainWindow], object]
    When = Callable[[Session], bool]


@dataclass(frozen=True, slots=True)
class Action:
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


def _judgeable(session: Session) -> bool:
    return session.claim is not None and session.store is not None


def _live(session: Session) -> bool:
    return _judgeable(session) and session.claim is not None and session.claim.dismissed is None


def _dismissed(session: Session) -> bool:
    return _judgeable(session) and session.claim is not None and session.claim.dismissed is not None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate knows
    """Marks a text of the table for translation; it is translated when the action is built."""
    return text


MENUS = ("Library", "Article", "Edit", "Claim", "View", "Help")


def _verdict(place: int) -> Do:
    return lambda window: window.session.give_verdict(place)


T = QT_TRANSLATE_NOOP
C = "Actions"
ACTIONS: tuple[Action, ...] = (
    # ------------------------------------------------------------ Library
    Action("library.new", "Library", T(C, "New library…"), (), lambda w: w.libraries.new(), _always),
    Action("library.open", "Library", T(C, "Open library…"), ("Ctrl+O",),
           lambda w: w.libraries.choose(), _always),
    Action("library.copy", "Library", T(C, "Save a copy…"), (),
           lambda w: w.libraries.save_copy(), _open),
    Action("library.check", "Library", T(C, "Check the library"), (),
           lambda w: w.libraries.check(), _open),
    Action("library.search", "Library", T(C, "Search the library…"), ("Ctrl+Shift+F",),
           lambda w: w.show_search(), _open, divider=True),
    Action("library.trash", "Library", T(C, "Trash…"), (), lambda w: w.show_trash(), _open),
    Action("library.settings", "Library", T(C, "Settings…"), ("Ctrl+,",),
           lambda w: w.show_settings(), _always, divider=True),
    Action("library.quit", "Library", T(C, "Quit"), ("Ctrl+Q",), lambda w: w.close(), _always),
    # ------------------------------------------------------------ Article
    Action("article.add", "Article", T(C, "Add article…"), ("Ctrl+N",),
           lambda w: w.add_files(), _writable),
    Action("article.folder", "Article", T(C, "Add a folder…"), (),
           lambda w: w.add_folder(), _writable),
    Action("article.paste", "Article", T(C, "Add from clipboard"), ("Ctrl+V", "Ctrl+Shift+V"),
           lambda w: w.paste(), _writable),
    Action("article.details", "Article", T(C, "Title and details…"), ("F2",),
           lambda w: w.edit_details(), _article_writable, divider=True),
    Action("article.original", "Article", T(C, "Save the original…"), (),
           lambda w: w.save_original(), _article),
    Action("article.export", "Article", T(C, "Export report…"), ("Ctrl+E",),
           lambda w: w.show_export(), _article, divider=True),
    Action("article.print", "Article", T(C, "Print report…"), ("Ctrl+P",),
           lambda w: w.print_report(), _article),
    Action("article.trash", "Article", T(C, "Move to trash"), ("Ctrl+Backspace",),
           lambda w: w.trash_article(), _article_writable, divider=True),
    # ------------------------------------------------------------ Edit
    Action("edit.undo", "Edit", T(C, "Undo"), ("Ctrl+Z",), lambda w: w.undo(), _writable),
    Action("edit.redo", "Edit", T(C, "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"),
           lambda w: w.redo(), _writable),
    Action("edit.copy_claim", "Edit", T(C, "Copy the claim"), ("Ctrl+Shift+C",),
           lambda w: w.copy_claim(), _claim, divider=True),
    Action("edit.find", "Edit", T(C, "Find in the article…"), ("Ctrl+F",),
           lambda w: w.reader.show_find(), _article, divider=True),
    # ------------------------------------------------------------ Claim
    Action("claim.next", "Claim", T(C, "Next claim"), ("J", "Down"),
           lambda w: w.session.step(1), _article),
    Action("claim.previous", "Claim", T(C, "Previous claim"), ("K", "Up"),
           lambda w: w.session.step(-1), _article),
    Action("claim.unreviewed", "Claim", T(C, "Next to review"), ("N",),
           lambda w: w.session.next_unreviewed(), _article),
    Action("claim.number", "Claim", T(C, "Go to claim number…"), ("Ctrl+G",),
           lambda w: w.go_to_number(), _article),
    *(
        Action(f"verdict.{place + 1}", "", T(C, "Verdict {0}"), (str(place + 1),),
               _verdict(place), _live)
        for place in range(9)
    ),
    Action("verdict.clear", "Claim", T(C, "Clear the verdict"), ("0",),
           lambda w: w.session.clear_verdict(), _live, divider=True),
    Action("claim.reason", "Claim", T(C, "Write the reason"), ("R",),
           lambda w: w.review.focus_field("reason"), _judgeable),
    Action("claim.note", "Claim", T(C, "Write a private note"), ("M",),
           lambda w: w.review.focus_field("note"), _judgeable),
    Action("claim.wording", "Claim", T(C, "Edit the wording"), ("W",),
           lambda w: w.review.focus_field("wording"), _judgeable),
    Action("claim.claimant", "Claim", T(C, "Who said it"), ("D",),
           lambda w: w.review.focus_field("claimant"), _judgeable),
    Action("claim.add", "Claim", T(C, "Add claim from selection"), ("C",),
           lambda w: w.add_claim(), _article_writable, divider=True),
    Action("claim.dismiss", "Claim", T(C, "Not a claim"), ("X",),
           lambda w: w.session.dismiss(), _live),
    Action("claim.dismiss_why", "Claim", T(C, "Not a claim, because…"), ("Shift+X",),
           lambda w: w.dismiss_why(), _live),
    Action("claim.dismiss_rest", "Claim", T(C, "Dismiss all claims in the list…"), (),
           lambda w: w.dismiss_listed(), _article_writable),
    Action("claim.bring_back", "Claim", T(C, "Bring the claim back"), ("B",),
           lambda w: w.session.bring_back(), _dismissed),
    # ------------------------------------------------------------ View
    Action("view.palette", "View", T(C, "Find an action, article or claim…"), ("Ctrl+K",),
           lambda w: w.show_palette(), _always),
    Action("view.focus", "View", T(C, "Focus mode"), ("F",), lambda w: w.toggle_focus(), _always),
    Action("view.library", "View", T(C, "Show or hide the library"), ("F9",),
           lambda w: w.toggle_library(), _always),
    Action("view.larger", "View", T(C, "Larger text"), ("Ctrl++", "Ctrl+="),
           lambda w: w.change_text_size(1), _always, divider=True),
    Action("view.smaller", "View", T(C, "Smaller text"), ("Ctrl+-",),
           lambda w: w.change_text_size(-1), _always),
    Action("view.normal", "View", T(C, "Normal text size"), ("Ctrl+0",),
           lambda w: w.change_text_size(0), _always),
    Action("view.light", "View", T(C, "Light"), (), lambda w: w.set_theme("light"), _always,
           divider=True),
    Action("view.dark", "View", T(C, "Dark"), (), lambda w: w.set_theme("dark"), _always),
    Action("view.system", "View", T(C, "As the system"), (), lambda w: w.set_theme("system"),
           _always),
    # ------------------------------------------------------------ Help
    Action("help.keys", "Help", T(C, "Keyboard shortcuts"), ("?", "F1"),
           lambda w: w.show_shortcuts(), _always),
    Action("help.about", "Help", T(C, "About"), (), lambda w: w.show_about(), _always),
)  # fmt: skip

# Texts of the table's menus, for lupdate.
_MENU_TEXTS = (
    T(C, "Library"), T(C, "Article"), T(C, "Edit"), T(C, "Claim"), T(C, "View"), T(C, "Help"),
)  # fmt: skip


def menu_title(menu: str) -> str:
    """The translated title of a menu."""
    return _tr(menu)


def build(window: MainWindow) -> dict[str, QAction]:
    """A QAction a row, wired to its verb."""
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(_tr(row.text), window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, do=row.do: do(window))
        window.addAction(action)
        made[row.id] = action
    return made


def refresh(made: dict[str, QAction], session: Session) -> None:
    """Enables what can be used now; names undo, redo and the verdicts by what they would do."""
    for row in ACTIONS:
        made[row.id].setEnabled(row.when(session))
    labels = session.scale.labels if session.scale else ()
    for place in range(9):
        action = made[f"verdict.{place + 1}"]
        known = place < len(labels)
        action.setText(_tr("Verdict {0}").format(labels[place].text if known else place + 1))
        action.setEnabled(known and action.isEnabled())
    for name, label in (("undo", session.history.undo_label), ("redo", session.history.redo_label)):
        word = _tr("Undo") if name == "undo" else _tr("Redo")
        made[f"edit.{name}"].setText(f"{word} {label}".strip())


def shortcuts(menu: str) -> list[tuple[str, str]]:
    """(keys, text) of the actions of a menu that have keys, as a person reads them."""
    form = QKeySequence.SequenceFormat.NativeText
    lines = [
        (", ".join(QKeySequence(key).toString(form) for key in row.keys), _tr(row.text))
        for row in ACTIONS
        if row.menu == menu and row.keys
    ]
    if menu == "Claim":
        lines.insert(4, ("1 – 9", _tr("Give a verdict")))
    return [(keys, text.rstrip("…")) for keys, text in lines]
