"""A line that opens what stands below it, and small labels for prose. Nothing about claims here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from factcheck_gui.ui import theme


class Disclosure(QToolButton):
    """A flat button with a chevron that points down while ``content`` is shown."""

    opened = Signal(bool)

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setProperty("look", "disclosure")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(12, 12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, opened: bool) -> None:
        self._content.setVisible(opened)
        self.draw()
        self.opened.emit(opened)

    def draw(self) -> None:
        """Takes the colours of the theme."""
        name = "chevron-down" if self.isChecked() else "chevron-right"
        self.setIcon(theme.icon(name, theme.current().muted, 12))


def prose(look: str = "", *, wraps: bool = True) -> QLabel:
    """A label for text that is shown as it is, never taken for mark-up."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if wraps:  # or a long word would make the pane as wide as itself
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if look:
        label.setProperty("look", look)
    return label


def links(look: str = "") -> QLabel:
    """A wrapping label whose links the keyboard reaches; what is put in must be escaped."""
    label = prose(look)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    return label
