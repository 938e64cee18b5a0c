"""What the app says of a claim in one line: source, cue, figures, who contests it.

Here: pure wording for the list, its tool tips and a screen reader. Not here: painting, and the
verdicts' looks (pills.py).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from factcheck_gui import domain

_FIGURES_SHOWN = 3
_CONTESTS_SHOWN = 4
_TOOLTIP_LENGTH = 2_000  # code points; a tool tip taller than the screen helps nobody
_SIZES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
translate = QCoreApplication.translate


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def locale() -> QLocale:
    """The locale of numbers and dates; English where the system has none of its own."""
    ours = QLocale()
    if ours.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return ours


def whole(number: int) -> str:
    """A count with its groups of thousands."""
    return locale().toString(number)


def day(iso: str) -> str:
    """The day of an ISO date or time as ``29 Jul 2022``; what is no full date stays as it is."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return locale().toString(date, day_form()) if date.isValid() else iso


def short_day(iso: str) -> str:
    """The day of an ISO date or time without its year: ``29 Jul``."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    form = translate("ClaimWords", "d MMM", "how Qt writes a day without its year")
    return locale().toString(date, form) if date.isValid() else iso


def language(code: str) -> str:
    """The name of a language in itself: "Deutsch" for "de"; the code where it is not known."""
    known = QLocale(code)
    return known.nativeLanguageName() if known.language() != QLocale.Language.C else code


def day_form() -> str:
    """How the window writes a day, in Qt's letters."""
    return translate("ClaimWords", "d MMM yyyy", "how Qt writes a day")


def sizes() -> list[tuple[float, str]]:
    """The words for large numbers, in the window's language and in English."""
    ours = [(size, _size_word(word)) for size, word in _SIZES]
    return [*ours, *_SIZES]


def number_words(value: float) -> str:
    """A number as a reader says it: ``53``, ``2022``, ``12.5``, ``40,000``, ``2.5 million``."""
    if not math.isfinite(value):
        return str(value)
    for size, word in _SIZES:
        if abs(value) >= size:
            return f"{locale().toString(value / size, 'g', 4)} {_size_word(word)}"
    if value == int(value):  # four digits may be a year, and a year has no comma
        return whole(int(value)) if abs(value) >= 10_000 else str(int(value))
    return locale().toString(value, "g", 6)


def _size_word(word: str) -> str:
    return {
        "trillion": translate("ClaimWords", "trillion"),
        "billion": translate("ClaimWords", "billion"),
        "million": translate("ClaimWords", "million"),
    }[word]


def figure_words(figure: domain.Figure) -> str:
    """A figure with its qualifier and unit: ``at least 53 people``, ``12%``, ``about 75``."""
    share = figure.unit == "share"  # "half of": 0.5, which people read as a percentage
    number = number_words(round(figure.value * 100, 1) if share else figure.value)
    if share or figure.unit == "%":
        number = translate("ClaimWords", "{0}%").format(number)
    elif figure.unit:
        number += f" {figure.unit}"
    return f"{figure.qualifier} {number}" if figure.qualifier else number


def voice(claim: domain.Claim) -> str:
    """Who says it; the article itself where nobody is named."""
    return one_line(claim.claimant) or translate("ClaimWords", "article’s own voice")


def part(claim: domain.Claim) -> str:
    """That a claim is a part of a sentence; "" where it is not."""
    return "" if claim.part_of is None else translate("ClaimWords", "part of a sentence")


def anchor(claim: domain.Claim) -> str:
    """That a newer text of the article has a claim no more, or says it otherwise; "" if not."""
    if claim.anchor == "orphaned":
        return translate("ClaimWords", "no longer in the text")
    return translate("ClaimWords", "text changed") if claim.was else ""


def incomplete(claim: domain.Claim) -> str:
    """That a verdict lacks the reason that its scale asks for; "" if not."""
    return translate("ClaimWords", "reason missing") if claim.incomplete else ""


def figures(claim: domain.Claim) -> list[str]:
    """The first figures of a claim, each worded, and how many more there are."""
    shown = [figure_words(one) for one in claim.figures[:_FIGURES_SHOWN]]
    more = len(claim.figures) - _FIGURES_SHOWN
    return [*shown, f"+{more}"] if more > 0 else shown


def contested(numbers: Sequence[int]) -> str:
    """``contested by 11, 13``, with a count for the rest; empty where nothing contests it."""
    if not numbers:
        return ""
    listed = ", ".join(str(one) for one in numbers[:_CONTESTS_SHOWN])
    more = len(numbers) - _CONTESTS_SHOWN
    listed += f" +{more}" if more > 0 else ""
    return translate("ClaimWords", "contested by {numbers}").format(numbers=listed)


def verdict_words(claim: domain.Claim) -> str:
    """Where the review of a claim stands, in words."""
    if claim.dismissed is not None:
        return translate("ClaimWords", "not a claim")
    if claim.state == "disputed":
        return translate("ClaimWords", "Disputed")
    return claim.verdict or translate("ClaimWords", "to review")


def spoken(claim: domain.Claim) -> str:
    """The whole row as a screen reader says it."""
    about = [
        anchor(claim),
        incomplete(claim),
        part(claim),
        voice(claim),
        one_line(claim.cue),
        *figures(claim),
        contested(claim.contested_by),
    ]
    head = (
        translate("ClaimWords", "Claim {number}").format(number=claim.number)
        if claim.number
        else translate("ClaimWords", "Claim")
    )
    parts = [head, one_line(claim.text), ", ".join(one for one in about if one)]
    return ". ".join(one.rstrip(".") for one in [*parts, verdict_words(claim)]) + "."


def tooltip(*paragraphs: str) -> str:
    """Plain paragraphs as a tool tip: wrapped, and never taken for mark-up."""
    import html  # brings a table of 2,231 names

    kept = [one for one in (two.strip() for two in paragraphs) if one]
    cut = [one[:_TOOLTIP_LENGTH] + ("…" if len(one) > _TOOLTIP_LENGTH else "") for one in kept]
    return "".join(f"<p>{html.escape(one)}</p>" for one in cut)


def claim_tooltip(claim: domain.Claim) -> str:
    """The whole text, its stand-alone wording where that differs, and the reason of a dismissal."""
    wording = claim.wording if one_line(claim.wording) != one_line(claim.text) else ""
    reason = claim.dismissed or ""
    about = translate("ClaimWords", "Not a claim: {reason}").format(reason=reason) if reason else ""
    return tooltip(one_line(claim.text), one_line(wording), about)
