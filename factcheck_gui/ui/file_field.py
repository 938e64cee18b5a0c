"""The line that asks for a file to write, with its button, and the question before a file that is
there is replaced. Not here: writing.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,12}")  # of a file's name; "v1.2 of it" has none


class FileField(QWidget):
    """Ask ``may_write`` before ``path`` is used. A bare name lies in ``folder``."""

    def __init__(self, folder: Path, suffix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._suffix = folder, suffix
        self._endings = {suffix}  # all that were proposed
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("File to write"))
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(browse)

    def suggest(self, stem: str, suffix: str) -> None:
        """Proposes a name. What a person chose stays, but for the ending that was proposed."""
        self._suffix = suffix
        self._endings.add(suffix)
        path = Path(self.line.text())
        if not self.line.isModified():
            self.line.setText(str(self._folder / f"{stem}{suffix}"))
        elif path.suffix in self._endings:
            self._put(str(path.with_suffix(suffix)))

    def path(self) -> Path:
        """The file to write, with the proposed ending where it has none."""
        path = Path(self.line.text().strip())
        with suppress(RuntimeError):  # ~somebody who is not known here
            path = path.expanduser()
        path = self._folder / path
        ended = not path.name or _ENDING.fullmatch(path.suffix)
        return path if ended else path.with_name(path.name + self._suffix)

    def may_write(self) -> bool:
        """Whether a name was given, and a file of that name may be replaced if there is one."""
        if not self.line.text().strip():
            self.line.setFocus()
            return False
        path = self.path()
        return not _is_file(path) or self._may_replace(path)

    def _put(self, path: str) -> None:
        self.line.setText(path)
        self.line.setModified(True)

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.window().windowTitle(), self.line.text(), f"*{self._suffix}",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if path:
            self._put(path)

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Replace the file?"),
            self.tr("{0} is there already. Replace it?").format(path.name),
        )
        return answer == QMessageBox.StandardButton.Yes


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no usable name: the writer says why
        return False
