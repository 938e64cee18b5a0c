"""What the finder found in a claim, in words to read and to correct: numbers and days as a person
writes them, and back.

Here: pure wording and reading. Not here: widgets; how a figure is worded (lists/claim_words.py).
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from factcheck_gui.domain import Claim, DateMention
from factcheck_gui.ui import core_words
from factcheck_gui.ui.lists import claim_words

translate = QCoreApplication.translate
_ISO = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_WHOLE_YEAR = ("-01-01", "-12-31")


def percent(score: float) -> int:
    """A score as people read it; never 100 or 0 for what is not quite that."""
    return min(99, max(1, round(score * 100))) if 0 < score < 1 else round(score * 100)


def reasons(claim: Claim) -> tuple[str, str]:
    """Why a claim is worth checking, and what speaks against it, each as a list in words."""
    lowered = [one for one in claim.why if core_words.is_against(one)]
    raised = [core_words.why(one) for one in claim.why if one not in lowered]
    return ", ".join(raised), ", ".join(core_words.against(one) for one in lowered)


def summary(claim: Claim) -> str:
    """The cause of a claim in a line or two: why, what is found in it, what contests it."""
    raised, lowered = reasons(claim)
    parts = [raised, translate("FactWords", "lowered: {0}").format(lowered) if lowered else ""]
    parts += [core_words.claim_type(claim.type)] if claim.type != "fact" else []
    parts += [*claim_words.figures(claim), *(date_words(one) for one in claim.dates)]
    parts.append(claim_words.contested(claim.contested_by))
    return " · ".join(one for one in parts if one)


def source(claim: Claim, text: str) -> str:
    """What the article says of who said it: "an engineer at the port"; of somebody whom the list
    calls by a fuller name also the article's own words for them. "" where that adds nothing."""
    said = claim.attribution
    if said is None or not said.source:
        return ""
    name, *more = (claim_words.one_line(span.of(text)) for span in said.source)
    known = bool(claim.claimant) and claim.claimant in name
    return " … ".join([*([] if known else [name]), *(one for one in more if " " in one)])


def names(claim: Claim, text: str) -> str:
    """Whom and what a claim names, by kind, each once: "People: Ines Roth · Places: Kiel"."""
    captions = {
        "person": translate("FactWords", "People: {0}"),
        "organisation": translate("FactWords", "Organisations: {0}"),
        "place": translate("FactWords", "Places: {0}"),
    }
    parts = []
    for kind, caption in captions.items():
        found = (claim_words.one_line(e.span.of(text)) for e in claim.entities if e.kind == kind)
        if each := list(dict.fromkeys(found)):
            parts.append(caption.format(", ".join(each)))
    return " · ".join(parts)


def date_words(one: DateMention) -> str:
    """A day, a month, a year or an interval, as the window's language writes it."""
    if not one.start and not one.end:
        return translate("FactWords", "date not known")
    if not one.end:
        return translate("FactWords", "from {0} on").format(claim_words.day(one.start or ""))
    if not one.start:
        return translate("FactWords", "until {0}").format(claim_words.day(one.end))
    if one.start == one.end:
        return claim_words.day(one.start)
    return (
        _whole(one.start, one.end) or f"{claim_words.day(one.start)} – {claim_words.day(one.end)}"
    )


def _whole(start: str, end: str) -> str:
    """A whole year or month by its name; "" where the interval is neither."""
    first = QDate.fromString(start, "yyyy-MM-dd")
    if start[:4] == end[:4] and (start[4:], end[4:]) == _WHOLE_YEAR:
        return start[:4]
    if first.isValid() and first.day() == 1 and end == f"{start[:8]}{first.daysInMonth():02}":
        return claim_words.locale().toString(first, "MMM yyyy")
    return ""


def number_from(text: str) -> float:
    """The number that was typed: ``53``, ``41,000``, ``2.5 million``, ``12 %``. Raises ValueError.

    Read as the window's language writes it, then as English does.
    """
    words = text.strip().rstrip("%").strip()
    factor = 1.0
    for size, word in claim_words.sizes():
        if words.casefold().endswith(word.casefold()):
            words, factor = words[: -len(word)].strip(), size
            break
    for locale in (claim_words.locale(), QLocale(QLocale.Language.English)):
        value, sure = locale.toDouble(words)
        if sure and math.isfinite(value):
            return value * factor
    raise ValueError(text)


def number_to_edit(value: float) -> str:
    """A number as ``number_from`` reads it back, without groups of thousands."""
    locale = QLocale(claim_words.locale())
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return str(int(value)) if value == int(value) else locale.toString(value, "g", 15)


def day_from(text: str, *, end: bool) -> str | None:
    """The ISO day that was typed: ``2022-07-02``, ``2022-07`` or ``2022`` (its first or last day),
    or as the window writes a day; None for nothing. Raises ValueError."""
    words = text.strip()
    if not words:
        return None
    found = _ISO.fullmatch(words)
    if found is None:
        date = claim_words.locale().toDate(words, claim_words.day_form())
        if not date.isValid():
            raise ValueError(text)
        return date.toString("yyyy-MM-dd")
    year, month, day = (int(one) if one else 0 for one in found.groups())
    month = month or (12 if end else 1)
    if not day and 1 <= month <= 12 and year:
        day = monthrange(year, month)[1] if end else 1
    if not QDate.isValid(year, month, day):
        raise ValueError(text)
    return f"{year:04}-{month:02}-{day:02}"


def quoted(words: Sequence[str]) -> str:
    """Words of the article in a list: “they”, “the area”."""
    return ", ".join(f"“{claim_words.one_line(one)}”" for one in words)
