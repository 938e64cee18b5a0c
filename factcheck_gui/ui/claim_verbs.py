"""What the actions of the table do with claims where it takes more than a session verb: marking and
dismissing, their parts, who said them. The rest of the window's verbs is in window_verbs.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets  # its dialogs by their full names: each is loaded when it is named
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from factcheck_gui.correcting import SaidPart
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate


class ClaimVerbs:
    """The part of the main window's verbs that is about claims."""

    _said: str = ""  # what of who said what is shown in the reader: "", "claim" or "all"

    @property
    def _w(self) -> MainWindow:
        return cast("MainWindow", self)

    # ------------------------------------------------------------ claims

    def add_claim(self) -> None:
        span = self._w.reader.selected_span()
        if span is None:
            self._w.session.told.emit(
                translate("Window", "Select some text of the article, then press C.")
            )
        else:
            self._w.session.add_claim(span)

    def add_place(self) -> None:
        """The selected words belong to the current claim as well."""
        span = self._w.reader.selected_span()
        if span is None:
            self._w.session.told.emit(
                translate("Window", "Select some more text of the article, then press Shift+C.")
            )
        else:
            self._w.session.add_place(span)

    def next_waiting(self) -> None:
        """Goes to the next sentence that is not accounted for: its claim, or its words selected."""
        w, session = self._w, self._w.session
        here = session.claim.spans[0].start if session.claim and session.claim.spans else -1
        selected = w.reader.selected_span()
        found = w.coverage.next_waiting(selected.start if selected else here)
        if found is None:
            session.told.emit(translate("Window", "All of the text is accounted for."))
            return
        inside = [one for one in session.marks() if one.start < found.end and found.start < one.end]
        if inside:
            w.reader.select(None)
            session.go_to_claim(inside[0].key)
        else:
            w.reader.select(found)
            session.told.emit(
                translate("Window", "No claim is marked here: C makes one of the selected words.")
            )

    def toggle_every(self) -> None:
        """Whether every sentence counts as text to account for, or those that were listed."""
        w = self._w
        w.settings.set_choice("review/every", "" if w.coverage.every else "yes")
        w.coverage.count_every(not w.coverage.every)

    def anchor_claim(self) -> None:
        """The selected words are where the current claim stands in the text shown."""
        span = self._w.reader.selected_span()
        if span is None:
            self._w.session.told.emit(
                translate("Window", "Select in the article the words that the claim is now.")
            )
        else:
            self._w.session.anchor_claim(span)

    def choose_verdict(self) -> None:
        """Asks for a verdict: one of the scale's, however many there are, or in other words."""
        session = self._w.session
        if session.scale is None or session.claim is None:
            return
        labels = [one.text for one in session.scale.labels]
        now = session.claim.verdict or ""
        labels = [*labels, now] if now and now not in labels else labels
        text, sure = QtWidgets.QInputDialog.getItem(
            self._w,
            translate("Window", "Verdict"),
            translate("Window", "Choose one, or write it in your own words:"),
            labels,
            labels.index(now) if now else 0,
        )
        if sure:
            session.give_words(text)

    def dismiss_why(self) -> None:
        text, sure = QtWidgets.QInputDialog.getText(
            self._w, translate("Window", "Not a claim"), translate("Window", "Because:")
        )
        if sure:
            self._w.session.dismiss(text.strip())

    def dismiss_listed(self) -> None:
        """Dismisses every claim the list shows now, after a question; one step to undo."""
        w = self._w
        keys = list(w.session.view)
        answer = QtWidgets.QMessageBox.question(
            w,
            translate("Window", "Dismiss the claims in the list?"),
            translate(
                "Window", "{0} claims will be marked as “not a claim”. You can undo it."
            ).format(len(keys)),
        )
        if keys and answer == QtWidgets.QMessageBox.StandardButton.Yes:
            count = w.session.dismiss_all(keys)
            w.session.told.emit(translate("Window", "Dismissed: {0}.").format(count))

    def go_to_number(self) -> None:
        number, sure = QtWidgets.QInputDialog.getInt(
            self._w,
            translate("Window", "Go to claim"),
            translate("Window", "Number:"),
            1,
            1,
        )
        if sure and not self._w.session.go_to_number(number):
            self._w.session.told.emit(
                translate("Window", "There is no claim {0} here.").format(number)
            )

    def review_parts(self) -> None:
        """Puts what the sentence asserts one by one among the claims to review."""
        hidden = [one.key for one in self._w.session.parts() if not one.shown]
        if hidden:
            self._w.session.review_parts(hidden)
        else:
            self._w.session.told.emit(
                translate("Window", "This claim has no parts that wait to be listed.")
            )

    def copy_claim(self) -> None:
        claim = self._w.session.claim
        if claim:
            QGuiApplication.clipboard().setText(claim.wording or claim.text)
            self._w.session.told.emit(translate("Window", "Claim copied."))

    def find_again(self) -> None:
        """Goes through the open article again with the claim finder."""
        session = self._w.session
        if session.article:
            self._w.again.find(session.article.row.key)

    # ------------------------------------------------------------ who said what

    def toggle_said(self, which: str) -> None:
        """Shows in the reader who said the current "claim", or "all"; again hides it."""
        self._said = "" if self._said == which else which
        self.show_said()

    def show_said(self) -> None:
        """Marks in the reader what is asked for, as it is now."""
        from factcheck_gui.ui.reader.said_marks import said_in, said_of

        session = self._w.session
        if not self._said or session.article is None:
            self._w.reader.show_said(None)
            return
        if self._said == "all":
            said = [part for one in session.attributions() for part in said_of(one)]
        else:
            said = said_in(session.claim) if session.claim else []
        self._w.reader.show_said(said)

    def attribute(self, part: SaidPart) -> None:
        """The selected words are who said the current claim, the words of saying, or what was
        said."""
        span = self._w.reader.selected_span()
        if span is None:
            self._w.session.told.emit(translate("Window", "Select the words in the article first."))
            return
        self._said = self._said or "claim"
        self._w.session.attribute(part, span)
        self.show_said()
