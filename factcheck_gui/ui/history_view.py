"""The history tab: what was done to a claim, by whom and when, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from factcheck_gui.domain import Event
from factcheck_gui.ui import core_words
from factcheck_gui.ui.lists import claim_words

_SHOWN = 160  # characters of a text before it is cut; the tooltip has the whole


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
        name = self._names().get(event.what, event.what)
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
        }


def _worded(what: str, value: str) -> str:
    """A value of a fixed choice in the window's language; any other as it is."""
    choices = {
        "kind": core_words.kind,
        "type": core_words.claim_type,
        "attribution": core_words.polarity,
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
