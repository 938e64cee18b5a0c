"""Paper on the screen: web pages and documents shown in Qt's own text engine, black on white in
either theme, as their readers see them.

Qt knows a part of HTML and CSS; this adds the colours that a report's classes have. Nothing is
loaded and no link leaves the window. Not here: what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from factcheck_gui.ui import theme

_UNSEEN = re.compile(r'<span class="unseen">[^<]*</span>')  # what a screen reader alone is told
MARGIN = 28  # pixels of white around the text
_LOOK = "QTextBrowser {{ background: {0}; color: {1}; border: none; }}"


class PaperView(QTextBrowser):
    """Shows HTML; links inside the page work, others do nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        flag = Qt.TextInteractionFlag  # the keyboard scrolls, and Tab leaves: no stop at every link
        self.setTextInteractionFlags(
            flag.TextSelectableByMouse | flag.TextSelectableByKeyboard | flag.LinksAccessibleByMouse
        )
        self.setTabChangesFocus(True)
        self.setStyleSheet(_LOOK.format("white", theme.LIGHT.ink))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, theme.LIGHT.color("accent"))
        self.setPalette(palette)
        self.document().setDocumentMargin(MARGIN)
        self.document().setDefaultFont(theme.serif(10.5))
        self.document().setDefaultStyleSheet("\n".join(_rules()))
        self.anchorClicked.connect(self._follow)

    def show_page(self, html: str) -> None:
        """Shows a page; the place in it stays where it was."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(_UNSEEN.sub("", html))
        bar.setValue(place)

    def _follow(self, link: QUrl) -> None:
        if link.hasFragment() and not link.path() and not link.scheme():
            self.scrollToAnchor(link.fragment())

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing in place of pictures and styles that lie elsewhere: what a page brings itself
        (``data:``) is shown, and neither the network nor the disk is asked.

        It has to be something: for no answer at all Qt would look on the disk itself.
        """
        if QUrl(name).scheme() == "data":
            return None  # Qt takes it from the address
        return _nothing() if type == QTextDocument.ResourceType.ImageResource.value else ""


def _nothing() -> QImage:
    blank = QImage(1, 1, QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.transparent)
    return blank


def _rules() -> Iterator[str]:
    """The colours of a report's classes."""
    light = theme.LIGHT
    yield f"a {{ color: {light.accent}; }}"
    yield f".kicker, .meta, .by, .note {{ color: {light.muted}; font-size: small; }}"
    yield f"td.note {{ color: {light.ink}; }}"
    for name, tone in light.tones.items():
        yield f".pill.t-{name}, mark.t-{name} {{ background-color: {tone.fill}; }}"
        yield f".t-{name} {{ color: {tone.ink}; }}"
        yield f"mark.t-{name} {{ color: {light.ink}; }}"
