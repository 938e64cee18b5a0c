"""Evidence in words: stances with their symbols, sources and kept copies in a line.

Not here: what anything looks like, what people typed (which is shown as it is).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck_gui.domain import STANCES, Evidence, KeptCopy, Source
from factcheck_gui.ui.lists import claim_words

translate = QCoreApplication.translate
_SHORT = 8  # characters of a SHA-256 that tell two copies apart for a person


class StanceLook(NamedTuple):
    """How a stance is shown: its symbol, its tone and its word."""

    symbol: str
    tone: str
    word: str


def stance(name: str) -> StanceLook:
    """The look of one of STANCES."""
    looks = {
        "supports": StanceLook("✓", "green", translate("EvidenceWords", "supports")),
        "refutes": StanceLook("✕", "red", translate("EvidenceWords", "refutes")),
        "context": StanceLook("i", "blue", translate("EvidenceWords", "context")),
        "nothing found": StanceLook("○", "grey", translate("EvidenceWords", "nothing found")),
    }
    return looks.get(name, StanceLook("?", "grey", name))


def stances() -> list[tuple[str, str]]:
    """Every stance and its word."""
    return [(one, stance(one).word) for one in STANCES]


def source_kind(name: str) -> str:
    """One of the kinds of source."""
    words = {
        "document": translate("EvidenceWords", "document"),
        "interview": translate("EvidenceWords", "interview"),
        "data": translate("EvidenceWords", "data"),
        "own check": translate("EvidenceWords", "own check"),
        "other": translate("EvidenceWords", "other"),
    }
    return words.get(name, name)


def yes_or_no(value: str) -> str:
    """A mark that is set ("1") or not."""
    if value in ("1", "True"):
        return translate("EvidenceWords", "yes")
    return translate("EvidenceWords", "no")


def title(one: Evidence) -> str:
    """What a piece of evidence is called: its source, or what was asked, or what it says."""
    named = one.source.name if one.source else ""
    words = named or one.question or one.answer or one.quote
    return claim_words.one_line(words) or translate("EvidenceWords", "Not described yet")


def about(one: Evidence) -> str:
    """The line below it: who published it, when, where in it, what copies are kept."""
    source = one.source
    parts = [one.locator]
    if source:
        parts = [*_origin(source), one.locator, *(copy(each) for each in source.copies)]
    return " · ".join(claim_words.one_line(part) for part in parts if part)


def _origin(source: Source) -> list[str]:
    by = [name for name in (source.author, source.publisher) if name and name != source.name]
    where = _host(source.url) if not by and source.url != source.name else ""
    anonymous = translate("EvidenceWords", "anonymous") if source.anonymous else ""
    primary = translate("EvidenceWords", "first-hand") if source.primary else ""
    return [
        anonymous,
        *by,
        where,
        claim_words.day(source.published) if source.published else "",
        primary,
    ]


def source_line(source: Source) -> str:
    """A source to choose from: its name, and what tells it from others of that name."""
    parts = [source.name, *_origin(source)]
    return " · ".join(claim_words.one_line(part) for part in parts if part)


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def copy(kept: KeptCopy) -> str:
    """A kept copy by its size and the start of its SHA-256, and whether its bytes are here."""
    words = translate("EvidenceWords", "copy {0} · sha256 {1}…")
    if not kept.here:
        words = translate("EvidenceWords", "copy not here, {0} · sha256 {1}…")
    return words.format(size(kept.size), kept.sha256[:_SHORT])


def size(count: int) -> str:
    """Bytes as people say them: "214 kB"."""
    return claim_words.locale().formattedDataSize(
        count, 0 if count < 1_000_000 else 1, claim_words.locale().DataSizeFormat.DataSizeSIFormat
    )


def independent(count: int) -> str:
    """How many sources there are that do not come from the same hand."""
    if count == 0:
        return translate("EvidenceWords", "No source yet that supports or refutes")
    if count == 1:
        return translate("EvidenceWords", "1 independent source")
    return translate("EvidenceWords", "{0} independent sources").format(count)


def spoken(one: Evidence, open_: bool) -> str:
    """All of it, for a screen reader."""
    state = translate("EvidenceWords", "open") if open_ else ""
    parts = [f"[{one.number}]", stance(one.stance).word, title(one), about(one), state]
    return " · ".join(part for part in parts if part)


def cited(evidence: Sequence[Evidence], number: int) -> Evidence | None:
    """The evidence that ``[number]`` means."""
    return next((one for one in evidence if one.number == number), None)
