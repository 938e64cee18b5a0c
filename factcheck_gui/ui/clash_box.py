"""What was edited apart on the current claim, its article or its evidence: each value with who gave
it and when. Choosing one, or typing another, settles it."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.domain import Scale
from factcheck_gui.library.clashes import POINTING, Choice, Clash
from factcheck_gui.session import Session
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words

_LONGEST = 300  # characters of a value that are shown
_TYPED = ("wording", "claimant", "cue", "query", "title", "author", "site", "publisher", "question",
          "answer", "quote", "locator")  # fmt: skip


class ClashBox(QFrame):
    """Hidden where nothing has to be settled. Call ``show_claim`` after every change."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: list[Clash] = []
        self.setProperty("look", "card")
        self.choices: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, theme.GAP, theme.GAP, theme.GAP)
        self._column.setSpacing(theme.GAP + 4)
        self.hide()

    def show_claim(self) -> None:
        """Takes what has to be settled on the session's claim."""
        found = self._session.clashes()
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown, self.choices = found, []
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in found:
            self._column.addWidget(self._clash(one))

    def _clash(self, clash: Clash) -> QWidget:
        page, head = QWidget(), prose("strong")
        head.setText(self.tr("Edited apart: {0}").format(self._field(clash)))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        for choice in clash.choices:
            column.addLayout(self._choice(clash, choice))
        if clash.field == "place":
            told = prose("small")
            told.setText(self.tr("Or drag its ends in the text to where they belong."))
            column.addWidget(told)
        if clash.field in _TYPED:
            column.addWidget(self._other(clash))
        return page

    def _choice(self, clash: Clash, choice: Choice) -> QHBoxLayout:
        """One value in words, who gave it, and the button that takes it."""
        row, told, words, given = QHBoxLayout(), QVBoxLayout(), prose(), prose("small")
        who = f"{core_words.reviewer(choice.reviewer)}, {claim_words.day(choice.at)}"
        if choice == clash.choices[-1]:
            who = self.tr("{0}; shown now").format(who)
        said = self._said(clash, choice)
        words.setText(said)
        given.setText(who)
        told.setSpacing(0)
        told.addWidget(words)
        told.addWidget(given)
        take = QPushButton(self.tr("Choose"))
        take.setAccessibleName(self.tr("Choose {0}").format(said.partition("\n")[0]))
        missing = clash.field in POINTING and choice.value and choice.meant is None
        take.setEnabled(not (self._session.read_only or missing))
        take.clicked.connect(partial(self._settle, clash, choice.value))
        self.choices.append(take)
        row.addLayout(told, 1)
        row.addWidget(take)
        return row

    def _other(self, clash: Clash) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Something else, and Enter"))
        field.setAccessibleName(self.tr("Another value"))
        field.setReadOnly(self._session.read_only)
        field.returnPressed.connect(
            lambda: self._settle(clash, field.text().strip()) if field.text().strip() else None
        )
        return field

    def _settle(self, clash: Clash, value: Any, _pressed: bool = False) -> None:
        self._session.settle_clash(clash, value)

    def _said(self, clash: Clash, choice: Choice) -> str:
        """A value as people know it; of a scale also what sets it apart from the others."""
        if clash.field not in POINTING or not choice.value:
            return self._value(choice.value)
        if choice.meant is None:
            return self.tr("something that did not come into this library")
        if isinstance(choice.meant, Scale):
            others = [one.meant for one in clash.choices if isinstance(one.meant, Scale)]
            return self._scale(choice.meant, [one for one in others if one != choice.meant])
        if clash.field == "place":
            twins = [one for one in clash.choices if one.meant == choice.meant]
            words = self.tr("“{0}”").format(self._value(choice.meant))
            start = choice.value[1][0][0]
            return (
                words
                if len(twins) < 2
                else self.tr("{0}, at character {1}").format(words, claim_words.whole(start + 1))
            )
        return self._value(choice.meant)

    def _scale(self, scale: Scale, others: list[Scale]) -> str:
        """The name of a scale, its labels, and what of it no other has."""
        labels = [label.text for label in scale.labels]
        known = {label.text for other in others for label in other.labels}
        own = [text for text in labels if text not in known]
        lines = [scale.name, self._value(" · ".join(labels))]
        if own and len(own) < len(labels):
            lines.append(self.tr("Only in this one: {0}").format(self._value(" · ".join(own))))
        elif not own and any(len(other.labels) == len(labels) for other in others):
            lines.append(
                self.tr("The same words; their colours, order, values or meanings differ.")
            )
        return "\n".join(lines)

    def _value(self, value: Any) -> str:
        if value is None or value == "":
            return self.tr("nothing")
        words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

    def _field(self, clash: Clash) -> str:
        words = {
            "wording": self.tr("wording"),
            "claimant": self.tr("who said it"),
            "dismissed": self.tr("whether it is a claim"),
            "kind": self.tr("kind of claim"),
            "type": self.tr("fact or opinion"),
            "title": self.tr("title"),
            "author": self.tr("author"),
            "published": self.tr("day of publication"),
            "site": self.tr("outlet"),
            "url": self.tr("web address"),
            "cue": self.tr("words of saying"),
            "said_on": self.tr("date said"),
            "appeared": self.tr("first appearance"),
            "tags": self.tr("tags"),
            "query": self.tr("query to the author"),
            "figures": self.tr("figures"),
            "dates": self.tr("dates"),
            "question": self.tr("question"),
            "answer": self.tr("answer"),
            "locator": self.tr("where in the source"),
            "publisher": self.tr("publisher"),
            "stance": self.tr("what the evidence says"),
            "quote": self.tr("quotation"),
            "place": self.tr("place in the text"),
            "rule": self.tr("rule of the verdict"),
            "scale_id": self.tr("rating scale"),
            "source_id": self.tr("source"),
            "signed_at": self.tr("sign-off"),
        }
        of = {
            "claim": self.tr("claim"),
            "article": self.tr("article"),
            "evidence": self.tr("evidence"),
            "source": self.tr("source"),
        }
        return f"{words.get(clash.field, clash.field)} ({of[clash.subject]})"
