"""The history tab: what was done to a claim and its evidence, by whom and when, newest first; below
it, whether the library's history is as it was written. Not here: finding that out (jobs.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from factcheck_gui.domain import Event
from factcheck_gui.jobs import Intact
from factcheck_gui.ui import core_words, evidence_words, theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words

_SHOWN = 160  # characters of a text before it is cut; the tooltip has the whole


class HistoryTab(QWidget):
    """The steps of a claim, and a line on the whole history."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = HistoryView(self)
        self.intact = prose("muted")
        self.intact.setContentsMargins(14, 6, 14, 8)
        self.intact.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps, 1)
        column.addWidget(self.intact)

    def show_events(self, events: Sequence[Event]) -> None:
        """Shows what was done to a claim."""
        self.steps.show_events(events)

    def show_intact(self, found: Intact) -> None:
        """Shows whether the whole history is as it was written."""
        words = self.tr("History intact: {0} steps in this library").format(
            claim_words.whole(found.steps)
        )
        if found.broken:
            words = self.tr("History broken: {0}").format(" ".join(dict.fromkeys(found.broken)))
        self.intact.setText(words)
        theme.set_look(self.intact, "danger" if found.broken else "muted")
        self.intact.show()

    def apply_theme(self) -> None:
        """Draws anew what style sheets do not reach."""
        self.steps.viewport().update()


class HistoryView(QListWidget):
    """A plain list of events."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History of the claim"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSpacing(6)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_events(self, events: Sequence[Event]) -> None:
        self.clear()
        if not events:
            self.addItem(self.tr("Nothing was done to this claim yet."))
        for event in events:
            item = QListWidgetItem(f"{self._when(event)}\n{self._what(event, _SHOWN)}")
            item.setToolTip(claim_words.tooltip(self._what(event, 4000)))
            self.addItem(item)

    def _when(self, event: Event) -> str:
        seconds = int(datetime.fromisoformat(event.at).timestamp())
        at = QDateTime.fromSecsSinceEpoch(seconds)
        when = claim_words.locale().toString(
            at, self.tr("d MMM yyyy HH:mm", "how Qt writes a time")
        )
        return f"{when} · {core_words.reviewer(event.reviewer)}" if event.reviewer else when

    def _what(self, event: Event, length: int) -> str:
        name = self._names().get(event.what) or self._sourced(event.what)
        if event.what in ("private note", "withdrawn"):  # one hides its text, one has none
            return name
        before, after = _worded(event.what, event.before), _worded(event.what, event.after)
        if before and after and max(len(before), len(after)) > length:
            before, after = _changed_part(before, after)
        before, after = _cut(before, length), _cut(after, length)
        if not before and not after:
            return name
        if not before:
            return f"{name}: {after}"
        return f"{name}: {before} → {after or '–'}"

    def _names(self) -> dict[str, str]:
        return {
            "verdict": self.tr("Verdict"),
            "reason": self.tr("Reason"),
            "private note": self.tr("Private note changed"),
            "wording": self.tr("Wording"),
            "claimant": self.tr("Said by"),
            "cue": self.tr("Words of saying"),
            "kind": self.tr("Kind of claim"),
            "type": self.tr("Fact or opinion"),
            "figures": self.tr("Figures"),
            "dates": self.tr("Dates"),
            "attribution": self.tr("Who said it, in the text"),
            "list claim": self.tr("Listed, to be reviewed separately"),
            "dismissed": self.tr("Dismissed: not a claim"),
            "brought back": self.tr("Brought back as a claim"),
            "withdrawn": self.tr("Taken out or put back"),
            "place": self.tr("Place in the text changed"),
            "add claim": self.tr("Added by hand"),
            "orphaned": self.tr("A newer text of the article does not have these words any more"),
            "moved": self.tr("Stands elsewhere in a newer text of the article"),
            "text changed": self.tr("Changed in a newer text of the article"),
            "said_on": self.tr("Date said"),
            "appeared": self.tr("First appearance"),
            "tags": self.tr("Tags"),
            "query": self.tr("Query to the author"),
            "correction": self.tr("Correction, told the public"),
            "signed off": self.tr("The article was signed off"),
            "sign-off taken back": self.tr("The sign-off of the article was taken back"),
            "scale": self.tr("Rating scale of the article"),
            "rule": self.tr("Which verdict stands"),
        }

    def _sourced(self, what: str) -> str:
        """Steps about evidence, its sources and copies; one that is not known as it comes."""
        return {
            "add evidence": self.tr("Evidence added"),
            "add source": self.tr("Source added"),
            "keep copy": self.tr("Copy kept"),
            "take out evidence": self.tr("Evidence taken out"),
            "bring back evidence": self.tr("Evidence brought back"),
            "take out copy": self.tr("Copy taken out"),
            "bring back copy": self.tr("Copy brought back"),
            "copy name": self.tr("Name of a copy"),
            "evidence source": self.tr("Evidence: its source"),
            "evidence stance": self.tr("Evidence: stance"),
            "evidence question": self.tr("Evidence: question"),
            "evidence answer": self.tr("Evidence: answer"),
            "evidence quote": self.tr("Evidence: what it says"),
            "evidence locator": self.tr("Evidence: where in it"),
            "evidence read_on": self.tr("Evidence: date read"),
            "source title": self.tr("Source: title"),
            "source author": self.tr("Source: author"),
            "source publisher": self.tr("Source: publisher"),
            "source url": self.tr("Source: web address"),
            "source published": self.tr("Source: date"),
            "source kind": self.tr("Source: kind"),
            "source primary": self.tr("Source: first-hand"),
            "source anonymous": self.tr("Source: anonymous"),
            "source conflict": self.tr("Source: conflict of interest"),
        }.get(what, what)


def _worded(what: str, value: str) -> str:
    """A value of a fixed choice in the window's language; any other as it is."""
    choices = {
        "kind": core_words.kind,
        "type": core_words.claim_type,
        "attribution": core_words.polarity,
        "rule": core_words.rule,
        "evidence stance": lambda name: evidence_words.stance(name).word,
        "source kind": evidence_words.source_kind,
        "source primary": evidence_words.yes_or_no,
        "source anonymous": evidence_words.yes_or_no,
    }
    return choices[what](value) if value and what in choices else value


def _changed_part(before: str, after: str) -> tuple[str, str]:
    """Two long texts from a little before the first place where they differ."""
    same = next(
        (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    start = max(0, same - 20)
    lead = "…" if start else ""
    return lead + before[start:], lead + after[start:]


def _cut(text: str, length: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else words[: length - 1] + "…"
