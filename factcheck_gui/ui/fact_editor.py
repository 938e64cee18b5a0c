"""The small form in which a figure or a date of a claim is put right, in its place.

Here: its fields and what they take. Not here: which figures a claim has (claim_facts.py), numbers
and days as words (fact_words.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.domain import DateMention, Figure
from factcheck_gui.ui import fact_words, theme
from factcheck_gui.ui.disclosure import prose

Fact = Figure | DateMention


class FactEditor(QFrame):
    """One figure or date in a few fields; ``done`` with what it is now, None where it was taken
    out; ``left`` where nothing was changed."""

    done = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._fact: Fact | None = None
        self._fields = [QLineEdit(self) for _ in range(3)]
        self._wrong = prose("danger")
        self._wrong.hide()
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setProperty("look", "primary")
        self.remove = QPushButton(self.tr("Remove"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(lambda: self.done.emit(None))
        self.cancel.clicked.connect(self.left)
        for field in self._fields:
            field.returnPressed.connect(self._keep)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        entries, buttons = QHBoxLayout(), QHBoxLayout()
        for field in self._fields:
            entries.addWidget(field, 1)
        buttons.addStretch(1)
        for button in (self.remove, self.cancel, self.keep):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        column.setSpacing(theme.GAP - 2)
        column.addLayout(entries)
        column.addWidget(self._wrong)
        column.addLayout(buttons)

    def edit(self, fact: Fact, *, new: bool) -> None:
        """Shows a fact to be put right; a new one has nothing to remove yet."""
        self._fact = fact
        names, texts = self._figure(fact) if isinstance(fact, Figure) else self._date(fact)
        for field, name, text in zip(self._fields, names, texts, strict=True):
            field.setVisible(bool(name))
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setToolTip(name)
            field.setText("" if new and field is self._fields[1] else text)
        self.remove.setVisible(not new)
        self._wrong.hide()
        self.show()
        self._fields[1 if isinstance(fact, Figure) else 0].setFocus()

    def _figure(self, fact: Figure) -> tuple[list[str], list[str]]:
        names = [self.tr("about, at least…"), self.tr("number"), self.tr("unit")]
        return names, [fact.qualifier, fact_words.number_to_edit(fact.value), fact.unit]

    def _date(self, fact: DateMention) -> tuple[list[str], list[str]]:
        names = [self.tr("from: 2022-07-02, 2022-07 or 2022"), self.tr("to (the same way)"), ""]
        return names, [fact.start or "", fact.end or "", ""]

    def _keep(self) -> None:
        texts = [field.text().strip() for field in self._fields]
        fact = self._fact
        if isinstance(fact, Figure):
            self._try(lambda: replace(
                fact, value=fact_words.number_from(texts[1]), unit=texts[2], qualifier=texts[0],
            ), self.tr("Please write a number, such as 53, 2.5 or 2.5 million."))  # fmt: skip
        elif fact:
            self._try(lambda: _dated(fact, texts[0], texts[1]), self.tr(
                "Please write days as 2022-07-02, 2022-07 or 2022, the earlier one first."
            ))  # fmt: skip

    def _try(self, make: Callable[[], Fact], wrong: str) -> None:
        """Tells of what was typed, or says what is wrong with it and keeps it."""
        try:
            fact = make()
        except ValueError:
            self._wrong.setText(wrong)
            self._wrong.show()
            return
        self.done.emit(fact)

    def tab_stops(self) -> list[QWidget]:
        """What Tab reaches, in the order of the eye."""
        return [*self._fields, self.remove, self.cancel, self.keep]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _dated(fact: DateMention, first: str, last: str) -> DateMention:
    """The mention with these days; one day alone is a day, a month or a year. Raises ValueError."""
    start = fact_words.day_from(first, end=False)
    end = fact_words.day_from(last or first, end=True)
    if (not start and not end) or (start and end and end < start):
        raise ValueError(f"{first} {last}")
    return replace(fact, start=start, end=end)
