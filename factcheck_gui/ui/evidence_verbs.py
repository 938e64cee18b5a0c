"""What the actions of the table do with evidence where it takes more than a session verb: files and
pictures that are kept as copies, and looking at copies.

Files are read and packed in a thread. A copy is opened as an original is (original_verbs.py): by
what its bytes are, read-only, and after a question where it could act.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets  # its dialogs by their full names: each is loaded when it is named
from PySide6.QtCore import QBuffer, QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from factcheck_gui.ui.original_verbs import OriginalVerbs

if TYPE_CHECKING:
    from factcheck_gui.library.sourcing import ReadyCopy
    from factcheck_gui.originals import Original
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate


class EvidenceVerbs(OriginalVerbs):
    """The part of the main window's verbs that is about evidence."""

    @property
    def _w(self) -> MainWindow:
        return cast("MainWindow", self)

    def add_evidence(self) -> None:
        self._w.review.show_evidence()
        self._w.review.evidence.add_evidence()

    def found_nothing(self) -> None:
        self._w.review.show_evidence()
        self._w.review.evidence.found_nothing()

    def prove_history(self) -> None:
        """Goes through the library's hash chain in a thread and says in the history tab what came
        out."""
        from factcheck_gui import jobs

        w, library = self._w, self._w.session.path
        if library:
            w.tasks.in_thread(
                partial(jobs.history_intact, library),
                w.review.history.show_intact,
                w.notice.show_problem,
            )

    # ------------------------------------------------------------ keeping copies

    def keep_files(self) -> None:
        """Asks for files to keep as copies of a source."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._w, translate("Evidence", "Keep a copy of files")
        )
        if names:
            self._keep([Path(name) for name in names])

    def paste_copy(self) -> None:
        """Keeps the picture or the files of the clipboard."""
        self.keep_brought(QGuiApplication.clipboard().mimeData())

    def keep_brought(self, data: QMimeData) -> None:
        """Keeps what was dropped or pasted: files, or a picture."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self._keep(paths)
            return
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._keep_picture(image)
        else:
            self._w.session.told.emit(
                translate("Evidence", "There is neither a picture nor a file in the clipboard.")
            )

    def _keep(self, paths: list[Path]) -> None:
        from factcheck_gui import jobs

        w, evidence = self._w, self._w.review.evidence.evidence_to_keep()
        claim = w.session.claim
        if evidence and claim:
            w.tasks.in_thread(
                partial(jobs.pack_files, paths),
                partial(self._kept, evidence),
                w.notice.show_problem,
            )

    def _keep_picture(self, image: QImage) -> None:
        from factcheck_gui.library.sourcing import pack

        w, evidence = self._w, self._w.review.evidence.evidence_to_keep()
        name = translate("Evidence", "Screenshot {0}").format(
            w.session.clock().astimezone().strftime("%Y-%m-%d %H:%M")
        )

        def packed() -> list[tuple[str, ReadyCopy]]:
            return [(f"{name}.png", pack(name, as_png(image), "image/png"))]

        if evidence:
            w.tasks.in_thread(packed, partial(self._kept, evidence), w.notice.show_problem)

    def _kept(self, evidence: int, copies: list[tuple[str, ReadyCopy]]) -> None:
        self._w.session.keep_copies(evidence, copies)

    # ------------------------------------------------------------ looking at copies

    def open_copy(self, copy: int) -> None:
        """Shows a read-only copy of a kept copy."""
        from factcheck_gui import jobs

        if self._w.session.path:
            self._w.tasks.in_thread(
                partial(jobs.kept_copy, self._w.session.path, copy),
                lambda found: self._ask_about_copy(copy, *found),
                self._w.notice.show_problem,
            )

    def _ask_about_copy(self, copy: int, data: bytes, original: Original) -> None:
        answer = "open" if original.kind == "picture" else self._how(original)
        if answer == "save":
            self.save_copy_of_source(copy)
        elif answer:
            self._open_copy(data, original, as_text=answer == "text")

    def save_copy_of_source(self, copy: int) -> None:
        """Writes a kept copy's bytes where the reviewer says."""
        from factcheck_gui import jobs

        w, library = self._w, self._w.session.path
        if library is None or w.session.reader is None:
            return
        suggested = str(Path.home() / Path(w.session.reader.copy_name(copy)).name)
        name, _ = QtWidgets.QFileDialog.getSaveFileName(
            w, translate("Evidence", "Save the copy"), suggested
        )
        if name:
            w.tasks.in_thread(
                lambda: jobs.save_kept_copy(library, copy, Path(name)),
                lambda path: w.session.told.emit(translate("Window", "Saved: {0}").format(path)),
                w.notice.show_problem,
            )


def as_png(image: QImage) -> bytes:
    """A picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
