"""The model card: the words that stay, from ``MODEL_CARD.txt``, with the figures of this training.

Here: tables and the picture of the calibration. Not here: measuring.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

Curve = Sequence[tuple[int, float, float]]

_SIDE, _EDGE = 320, 44
_COLOURS = ("#1f5fbf", "#b3541e")


def write_card(path: Path, figures: dict[str, str]) -> None:
    """Fills ``{name}`` in the template with the figures. Raises KeyError for one not measured."""
    template = Path(__file__).with_name("MODEL_CARD.txt").read_text(encoding="utf-8")
    path.write_text(template.format(**figures), encoding="utf-8")


def table(curve: Curve) -> str:
    """A reliability table in Markdown."""
    lines = [f"| {score:.2f} | {share:.2f} | {count} |" for count, score, share in curve]
    return "\n".join(["| mean score | share wanted | sentences |", "|---|---|---|", *lines])


def write_picture(path: Path, curves: Sequence[tuple[str, Curve]]) -> None:
    """Draws reliability curves as SVG: the score across, the share of wanted sentences up."""
    size = _SIDE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<path d="M{_at(0, 0)}L{_at(1, 1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{_at(0, 1)}L{_at(0, 0)}L{_at(1, 0)}" stroke="#333" fill="none"/>',
        f'<text x="{size / 2}" y="{size - 10}" text-anchor="middle">score</text>',
        f'<text x="14" y="{size / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {size / 2})">share wanted</text>',
    ]
    for tenths in (0, 5, 10):
        x, y = _at(tenths / 10, 0).split(",")
        parts.append(f'<text x="{x}" y="{float(y) + 16}" text-anchor="middle">{tenths / 10}</text>')
        x, y = _at(0, tenths / 10).split(",")
        parts.append(f'<text x="{float(x) - 6}" y="{y}" text-anchor="end">{tenths / 10}</text>')
    for number, (name, curve) in enumerate(curves):
        parts += _drawn(name, curve, _COLOURS[number], number)
    path.write_text("\n".join([*parts, "</svg>", ""]), encoding="utf-8")


def _at(x: float, y: float) -> str:
    return f"{_EDGE + x * _SIDE:.1f},{_EDGE + (1 - y) * _SIDE:.1f}"


def _drawn(name: str, curve: Curve, colour: str, number: int) -> list[str]:
    line = "L".join(_at(score, share) for _, score, share in curve)
    dots = []
    for count, score, share in curve:
        x, y = _at(score, share).split(",")
        dots.append(f'<circle cx="{x}" cy="{y}" r="{2 + count**0.5 / 6:.1f}" fill="{colour}"/>')
    label = _EDGE + 14 + 18 * number
    return [
        f'<path d="M{line}" stroke="{colour}" fill="none" stroke-width="2"/>',
        *dots,
        f'<text x="{_EDGE + 14}" y="{label}" fill="{colour}">{name}</text>',
    ]
