"""What an article lacks, a line each, whose numbers lead to the claims. Not here: finding it
(``library.readiness``), the dialogs that show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck_gui.library.readiness import SHOWN, Unready
from factcheck_gui.ui.disclosure import links


class CheckList(QWidget):
    """``lines`` are those that have claims; ``claim_wanted`` tells the number of one chosen."""

    claim_wanted = Signal(int)

    def __init__(self, unready: Unready, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [one for one in self._lines(unready) if one[1]]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for words, numbers in self.lines:
            label = links()
            label.setText(f"{words} {self._numbers(numbers)}")
            label.linkActivated.connect(lambda number: self.claim_wanted.emit(int(number)))
            column.addWidget(label)

    def _lines(self, unready: Unready) -> list[tuple[str, Sequence[int]]]:
        return [
            (self.tr("Not reviewed yet:"), unready.open),
            (self.tr("Reviewers disagree:"), unready.disputed),
            (self.tr("No reason given:"), unready.no_reason),
            (self.tr("No source:"), unready.no_source),
            (self.tr("A single anonymous source:"), unready.one_anonymous),
            (self.tr("Edited apart:"), unready.clashing),
            (self.tr("No longer in the text:"), unready.gone),
            (self.tr("Its words changed since the verdict:"), unready.changed),
        ]

    def _numbers(self, numbers: Sequence[int]) -> str:
        shown = ", ".join(f'<a href="{one}">{one}</a>' for one in numbers[:SHOWN])
        rest = len(numbers) - SHOWN
        return shown if rest <= 0 else self.tr("{0} and {1} more").format(shown, rest)
