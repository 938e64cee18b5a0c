"""Rating scales: which one the open article uses and new articles get, and making one's own by
copying, changing, importing. Shipped scales are shown and can be copied, never changed.

It reads and writes files of scales; it never touches a library: the window hears ``chosen``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Label, Problem, Scale
from factcheck_gui.library import scales
from factcheck_gui.ui import theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.scale_table import WORD, ScaleTable

_ID = Qt.ItemDataRole.UserRole


class ScalesDialog(QDialog):
    """``chosen`` brings a Scale for the open article, ``preferred`` the id of that of new ones."""

    chosen = Signal(object)
    preferred = Signal(str)

    def __init__(
        self, folder: Path, now: Scale | None, default: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rating scales"))
        self.resize(940, 540)
        self._folder, self._now, self._default = folder, now, default
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rating scales"))
        self.list.setMaximumWidth(220)
        self.name, self.explanation = QLineEdit(), QLineEdit()
        self.needs_reason = QCheckBox(self.tr("A verdict is complete only with its reason"))
        self.table, self.wrong = ScaleTable(), prose("danger")
        self.wrong.hide()
        self._make_buttons()
        self._lay_out()
        self._shown: Scale | None = None
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(lambda _, before: self._switch(before))
        self.refill(now.id if now else default)

    # ------------------------------------------------------------ building

    def _make_buttons(self) -> None:
        def button(words: str, do: Callable[[], object]) -> QPushButton:
            made = QPushButton(words)
            made.setAutoDefault(False)
            made.clicked.connect(lambda _=False: do())
            return made

        self.use = button(self.tr("Use for this article"), self._use)
        theme.set_look(self.use, "primary")
        self.prefer = button(self.tr("Use for new articles"), self._prefer)
        self.copy = button(self.tr("Copy"), self.copy_scale)
        self.delete = button(self.tr("Delete"), self.delete_scale)
        self.bring = button(self.tr("Import…"), self._import)
        self.give = button(self.tr("Export…"), self._export)
        self.save = button(self.tr("Save the scale"), self.save_scale)
        self.add = button(self.tr("Add a label"), self._add_label)
        self.remove = button(self.tr("Remove the label"), self.table.remove)
        self.up = button(self.tr("Up"), lambda: self.table.shift(-1))
        self.down = button(self.tr("Down"), lambda: self.table.shift(1))
        self.close_ = button(self.tr("Close"), self.reject)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        for pair in ((self.copy, self.delete), (self.bring, self.give)):
            row = QHBoxLayout()
            for one in pair:
                row.addWidget(one)
            left.addLayout(row)
        form = QFormLayout()
        for words, field in (
            (self.tr("Name"), self.name), (self.tr("Explanation"), self.explanation),
        ):  # fmt: skip
            field.setAccessibleName(words)
            form.addRow(words, field)
        form.addRow("", self.needs_reason)
        editing, ending = QHBoxLayout(), QHBoxLayout()
        for one in (self.add, self.remove, self.up, self.down):
            editing.addWidget(one)
        editing.addStretch(1)
        editing.addWidget(self.save)
        ending.addWidget(self.prefer)
        ending.addStretch(1)
        ending.addWidget(self.close_)
        ending.addWidget(self.use)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self.table, 1)
        right.addWidget(self.wrong)
        right.addLayout(editing)
        right.addLayout(ending)
        columns = QHBoxLayout(self)
        columns.setSpacing(theme.GAP * 2)
        columns.addLayout(left)
        columns.addLayout(right, 1)

    # ------------------------------------------------------------ showing

    def refill(self, wanted: str) -> None:
        """Lists every scale again and shows the one with this id."""
        own, problems = scales.own_scales(self._folder)
        self.scales = scales.all_scales(self._folder)
        if self._now and self._now.id not in self.scales:
            self.scales[self._now.id] = self._now  # a library keeps what was deleted here
        self._own = set(own) - set(scales.shipped())
        self.list.blockSignals(True)  # what is in the form was saved, or is to be forgotten
        self.list.clear()
        for key, one in self.scales.items():
            item = QListWidgetItem(self._called(key, one))
            item.setData(_ID, key)
            self.list.addItem(item)
            if key == wanted:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show()
        self._say(problems[0] if problems else None)

    def _called(self, key: str, scale: Scale) -> str:
        marks = [self.tr("this article")] if self._now and self._now.id == key else []
        marks += [self.tr("new articles")] if key == self._default else []
        return f"{scale.name} ({', '.join(marks)})" if marks else scale.name

    def current(self) -> Scale | None:
        """The scale that is shown, as it was saved."""
        row = self.list.currentRow()
        return self.scales.get(self.list.item(row).data(_ID)) if row >= 0 else None

    def _switch(self, before: QListWidgetItem | None) -> None:
        """Another scale is chosen: what was changed in the one before is saved, or stays shown."""
        if self._keep():
            self._show()
        else:
            self.list.blockSignals(True)
            self.list.setCurrentRow(self.list.row(before) if before is not None else 0)
            self.list.blockSignals(False)

    def _keep(self) -> bool:
        """Saves what was changed in the form; False where it is no scale, which is said."""
        if not self._changed():
            return True
        try:
            scale = self.typed()
            scales.save_scale(self._folder, scale)
        except Problem as problem:
            self._say(problem)
            return False
        self.scales[scale.id] = scale
        return True

    def _show(self) -> None:
        scale = self._shown = self.current()
        if scale is None:
            return
        own = scale.id in self._own
        self.name.setText(scale.name)
        self.explanation.setText(scale.explanation)
        self.explanation.setCursorPosition(0)
        self.needs_reason.setChecked(scale.needs_reason)
        self.table.show_labels(scale.labels, editable=own)
        for field in (self.name, self.explanation):
            field.setReadOnly(not own)
        self.needs_reason.setEnabled(own)
        for one in (self.add, self.remove, self.up, self.down, self.save):
            one.setVisible(own)
        self.delete.setEnabled(own)
        self.use.setEnabled(self._now is not None)
        self.wrong.hide()

    def _say(self, problem: Problem | None) -> None:
        self.wrong.setText(str(problem) if problem else "")
        self.wrong.setVisible(problem is not None)

    # ------------------------------------------------------------ doing

    def _use(self) -> None:
        scale = self.current() if self._keep() else None
        if scale:
            self.chosen.emit(scale)
            self.accept()

    def _prefer(self) -> None:
        scale = self.current() if self._keep() else None
        if scale:
            self._default = scale.id
            self.preferred.emit(scale.id)
            self.refill(scale.id)

    def typed(self) -> Scale:
        """The scale as it stands in the form. Raises Problem."""
        scale = self._shown
        assert scale is not None
        return replace(
            scale,
            name=self.name.text().strip(),
            explanation=self.explanation.text().strip(),
            needs_reason=self.needs_reason.isChecked(),
            labels=self.table.labels(),
        )

    def _changed(self) -> bool:
        scale = self._shown
        try:
            return scale is not None and scale.id in self._own and self.typed() != scale
        except Problem:
            return True

    def save_scale(self) -> Scale | None:
        """Writes what stands in the form; None where it is no scale, which is said."""
        if self._shown is None or not self._keep():
            return None
        self.refill(self._shown.id)
        return self.current()

    def reject(self) -> None:
        """Closes; what was changed is saved, or asked about where it is no scale."""
        button = QMessageBox.StandardButton
        if self._keep() or button.Discard == QMessageBox.question(
            self,
            self.tr("Close without saving?"),
            self.tr("The scale cannot be used as it stands. Forget what was changed in it?"),
            button.Discard | button.Cancel,
        ):
            super().reject()

    def copy_scale(self) -> None:
        """A scale of one's own like the one shown."""
        scale = self.current() if self._keep() else None
        if scale:
            self._take(replace(scale, name=self.tr("{0}, ours").format(scale.name)))

    def _take(self, scale: Scale) -> None:
        """Saves a new scale under an id that no other one has."""
        base = re.sub(r"[^a-z0-9]+", "-", scale.name.lower()).strip("-") or "scale"
        ids = (base if number < 2 else f"{base}-{number}" for number in range(1, 10_000))
        made = replace(scale, id=next(one for one in ids if one not in self.scales))
        try:
            scales.save_scale(self._folder, made)
        except Problem as problem:
            self._say(problem)
        else:
            self.refill(made.id)
            self.name.setFocus()

    def delete_scale(self) -> None:
        """Takes a scale of one's own out of the choice; articles that use it keep it."""
        scale = self.current()
        if scale and scale.id in self._own:
            self._shown = None
            scales.delete_scale(self._folder, scale.id)
            self.refill(self._default)

    def _add_label(self) -> None:
        self.table.add(Label("", "?", "grey"))
        self.table.setCurrentCell(self.table.rowCount() - 1, WORD)
        item = self.table.currentItem()
        if item is not None:
            self.table.editItem(item)

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a scale"), "", self.tr("JSON (*.json)")
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Takes a scale in from a file that somebody exported."""
        try:
            self._take(scales.read_scale(path))
        except Problem as problem:
            self._say(problem)

    def _export(self) -> None:
        scale = self.current()
        if scale is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the scale"), str(Path.home() / f"{scale.id}.json"),
        )  # fmt: skip
        if name:
            self.export_file(Path(name))

    def export_file(self, path: Path) -> None:
        """Writes the scale shown as a file for somebody else."""
        scale = self.current()
        try:
            if scale:
                text = json.dumps(scales.to_json(scale), ensure_ascii=False, indent=2)
                path.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            words = self.tr("The file could not be written ({0}).").format(error.strerror)
            self._say(Problem(words, str(path)))
