"""The kept copies of a source: each with its size and SHA-256, to be opened, saved or taken out,
and ways to keep more. Not here: files, the clipboard (evidence_verbs.py), words.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from factcheck_gui.domain import KeptCopy
from factcheck_gui.ui import evidence_words
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.flow_layout import emptied


class CopiesBox(QWidget):
    """Says what is wanted: ``open_wanted`` and so on bring a copy's row id."""

    open_wanted = Signal(int)
    save_wanted = Signal(int)
    remove_wanted = Signal(int)
    file_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[KeptCopy, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.file = QPushButton(self.tr("Keep a file…"))
        self.paste = QPushButton(self.tr("Paste a copy"))
        self.paste.setToolTip(self.tr("A picture or files from the clipboard"))
        self.file.clicked.connect(self.file_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        hint = prose("small")
        hint.setText(self.tr("or drop a file here: a page, a PDF, a screenshot"))
        row = QHBoxLayout()
        row.addWidget(self.file)
        row.addWidget(self.paste)
        row.addWidget(hint, 1)
        self._adding = QWidget()
        self._adding.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addWidget(self._adding)

    def show_copies(self, copies: tuple[KeptCopy, ...], *, editable: bool) -> None:
        """Shows these copies; more can be kept where it is ``editable``."""
        self._adding.setVisible(editable)
        if copies == self._shown:
            return
        self._shown = copies
        emptied(self._list)
        for one in copies:
            self._list.addWidget(self._row(one, editable=editable))

    def _row(self, kept: KeptCopy, *, editable: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        label = prose("small")
        label.setText(f"{claim_words.one_line(kept.name)} · {evidence_words.copy(kept)}")
        label.setToolTip(claim_words.tooltip(kept.name, f"SHA-256 {kept.sha256}"))
        opened = QPushButton(self.tr("Open"))
        opened.setProperty("look", "fact")
        opened.setAccessibleName(self.tr("Open the copy {0}").format(kept.name))
        opened.setEnabled(kept.here)
        opened.clicked.connect(partial(self._tell, self.open_wanted, kept.key))
        more = QToolButton()
        more.setText("⋯")
        more.setProperty("look", "flat")
        more.setAccessibleName(self.tr("More for the copy {0}").format(kept.name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu(more, kept, editable=editable))
        layout.addWidget(label, 1)
        layout.addWidget(opened)
        layout.addWidget(more)
        return row

    def _menu(self, parent: QWidget, kept: KeptCopy, *, editable: bool) -> QMenu:
        menu = QMenu(parent)
        for words, signal, allowed in (
            (self.tr("Save as…"), self.save_wanted, kept.here),
            (self.tr("Take out"), self.remove_wanted, editable),
        ):
            action = QAction(words, menu)
            action.setEnabled(allowed)
            action.triggered.connect(partial(self._tell, signal, kept.key))
            menu.addAction(action)
        return menu

    def _tell(self, signal: SignalInstance, key: int, _checked: bool = False) -> None:
        signal.emit(key)
