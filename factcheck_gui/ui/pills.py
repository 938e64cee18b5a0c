"""How a verdict looks wherever it is shown small: the pill and the progress bar.

Here: the one place that turns a claim's state and verdict into word, symbol and tone, and paints
them. Not here: colours (theme.py), single symbols (symbols.py), what the states mean (domain.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from factcheck_gui import domain
from factcheck_gui.ui import symbols, theme

DISPUTED_TONE, DISPUTED_SYMBOL = "violet", "≠"
FREE_TEXT_TONE, FREE_TEXT_SYMBOL = "grey", "•"
_SIDE = 8.0  # free space at either end of a pill
_SYMBOL_GAP = 4.0
_LEAST_SEGMENT = 3.0  # a verdict given once among thousands is still seen in the bar
BAR_HEIGHT = 4.0
translate = QCoreApplication.translate


class Pill(NamedTuple):
    """A verdict's word and symbol on its tone. ``outline``: dashed, no ground ("to review");
    ``partial``: the same in its tone, for a verdict that lacks its reason."""

    word: str
    symbol: str = ""
    tone: str = "grey"
    outline: bool = False
    faded: bool = False  # "not a claim"
    partial: bool = False


def verdict_tone(verdict: str, scale: domain.Scale | None) -> str:
    """The tone of a verdict; grey for a free text or a scale not known here."""
    label = scale.label(verdict) if scale else None
    return label.colour if label else FREE_TEXT_TONE


def pill_of(claim: domain.Claim, scale: domain.Scale | None) -> Pill:
    """The pill of a claim: dismissed over disputed over its verdict over "to review"."""
    if claim.dismissed is not None:
        return Pill(translate("Pill", "not a claim"), faded=True)
    if claim.state == "disputed":
        return Pill(translate("Pill", "Disputed"), DISPUTED_SYMBOL, DISPUTED_TONE)
    if not claim.verdict:
        return Pill(translate("Pill", "to review"), outline=True)
    label = scale.label(claim.verdict) if scale else None
    partial = claim.incomplete
    if label is None:
        words = " ".join(claim.verdict.split())
        return Pill(words, FREE_TEXT_SYMBOL, FREE_TEXT_TONE, partial=partial)
    return Pill(label.text, label.symbol, label.colour, partial=partial)


# ---------------------------------------------------------------- pill


def pill_font() -> QFont:
    return theme.sans(theme.TINY, QFont.Weight.DemiBold)


def pill_size(pill: Pill, widest: float) -> QSizeF:
    """The room a pill takes, at most ``widest``; its height depends on the font alone."""
    metrics = QFontMetricsF(pill_font())
    width = metrics.horizontalAdvance(pill.word) + 2 * _SIDE
    if pill.symbol:
        width += _symbol_side(metrics) + _SYMBOL_GAP
    return QSizeF(min(width, widest), round(metrics.height() + 5))


def _symbol_side(metrics: QFontMetricsF) -> float:
    return round(metrics.capHeight() + 1)


def paint_pill(painter: QPainter, box: QRectF, pill: Pill) -> None:
    """Paints a pill into ``box``; a word that does not fit is cut with an ellipsis."""
    look = theme.current()
    tone = look.tone(pill.tone)
    ink = look.color("muted") if pill.outline or pill.faded else QColor(tone.ink)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, box, pill, tone)
    font = pill_font()
    metrics = QFontMetricsF(font)
    left = box.left() + _SIDE
    if pill.symbol:
        side = _symbol_side(metrics)
        symbols.paint_symbol(
            painter, QRectF(left, box.center().y() - side / 2, side, side), pill.symbol, ink
        )
        left += side + _SYMBOL_GAP
    painter.setFont(font)
    painter.setPen(ink)
    room = QRectF(left, box.top(), box.right() - _SIDE - left + 1, box.height())
    word = metrics.elidedText(pill.word, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()


def _paint_ground(painter: QPainter, box: QRectF, pill: Pill, tone: theme.Tone) -> None:
    look = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.fill))
    if pill.outline or pill.faded or pill.partial:
        ink = QColor(tone.ink) if pill.partial else look.color("line" if pill.faded else "muted")
        pen = QPen(ink, 1)
        if not pill.faded:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


# ---------------------------------------------------------------- progress bar


def tally_parts(tally: domain.Tally, scale: domain.Scale | None) -> list[tuple[str, int]]:
    """The bar's segments (tone, number of claims): in the scale's order, free texts, disputed."""
    order = [one.text.casefold() for one in scale.labels] if scale else []

    def place(pair: tuple[str, int]) -> int:
        name = pair[0].casefold()
        return order.index(name) if name in order else len(order)

    parts = [(verdict_tone(name, scale), n) for name, n in sorted(tally.verdicts, key=place)]
    return [*parts, (DISPUTED_TONE, tally.disputed)] if tally.disputed else parts


def paint_bar(painter: QPainter, box: QRectF, parts: Iterable[tuple[str, int]], total: int) -> None:
    """Paints how far a review is: one segment a verdict in its tone, the rest of the track bare."""
    look = theme.current()
    radius = box.height() / 2
    track = QPainterPath()
    track.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(track, look.color("line"))
    painter.setClipPath(track)
    left = box.left()
    for tone, number in parts:
        if number <= 0 or total <= 0:
            continue
        width = max(_LEAST_SEGMENT, box.width() * number / total)
        painter.fillRect(QRectF(left, box.top(), width, box.height()), QColor(look.tone(tone).line))
        left += width
    painter.restore()
