"""The files of earlier checks that were taken into the library: what each brought, and removing it.
Given values; it reads no file and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Feed
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words

_SIZE = QSize(620, 360)


class FeedsDialog(QDialog):
    """``removed`` brings the row id of a file whose checks are to go, once that was confirmed."""

    import_wanted = Signal()
    removed = Signal(int)

    def __init__(
        self, read: Callable[[], Sequence[Feed]], writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Earlier checks"))
        self.resize(_SIZE)
        self._read, self._writable = read, writable
        self._sure = False  # Remove was pressed once
        told = prose()
        told.setText(
            self.tr(
                "Checks that others published, from files of ClaimReview. They stand beside your "
                "claims under Precedents and decide nothing. They never leave in a package."
            )
        )
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Files of earlier checks"))
        self.list.setHeaderLabels(
            [self.tr("File"), self.tr("Checks"), self.tr("Left out"), self.tr("Imported")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.currentItemChanged.connect(lambda *_: self._ask_anew())
        layout = QVBoxLayout(self)
        for widget in (told, self.list, self._buttons()):
            layout.addWidget(widget)
        self.refill()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        bring = box.addButton(self.tr("Import…"), role)
        self.remove = box.addButton(self.tr("Remove"), role)
        box.addButton(QDialogButtonBox.StandardButton.Close)
        bring.clicked.connect(self.import_wanted)
        bring.setEnabled(self._writable)
        self.remove.clicked.connect(self._remove)
        box.rejected.connect(self.reject)
        return box

    def refill(self) -> None:
        """Shows the files as they are now."""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.list.clear()
        for one in self._read():
            day = claim_words.day(one.imported_at)
            row = [one.name, claim_words.whole(one.count), claim_words.whole(one.left_out), day]
            item = QTreeWidgetItem(row)
            item.setData(0, Qt.ItemDataRole.UserRole, one.key)
            item.setToolTip(0, claim_words.tooltip(one.name))
            for column in (1, 2):
                item.setTextAlignment(column, right)
            self.list.addTopLevelItem(item)
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first)
        self._ask_anew()

    def _ask_anew(self) -> None:
        self._sure = False
        self.remove.setText(self.tr("Remove"))
        self.remove.setEnabled(self._writable and self.list.currentItem() is not None)

    def _remove(self) -> None:
        """Asks once more on the button itself: the file may be imported again, so no box is due."""
        item = self.list.currentItem()
        if item is None:
            return
        if not self._sure:
            self._sure = True
            self.remove.setText(self.tr("Really remove {0} checks").format(item.text(1)))
            return
        self.remove.setEnabled(False)
        self.removed.emit(int(item.data(0, Qt.ItemDataRole.UserRole)))
