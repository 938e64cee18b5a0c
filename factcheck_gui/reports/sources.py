"""Evidence in words: what every format says of a source, its quotation and its kept copies.

Here: frozen values of plain text, and the one sentence for formats that have no room for more.
Not here: mark-up, the choice of what may leave (``content.public`` comes first).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck_gui import domain
from factcheck_gui.reports import content, reasons, wording
from factcheck_gui.reports.words import Words

TONES: dict[domain.EvidenceStance, str] = {
    "supports": "green",
    "refutes": "red",
    "context": "grey",
    "nothing found": "grey",
}

MARKS = ('""', "“”", "„“", "„”", "«»", "»«", "‘’", "‚‘")  # around a quotation


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of evidence as a report tells it; days are written out, "" is not known."""

    number: int
    stance: str
    tone: str
    name: str  # of the source; "" where there is none
    url: str  # "" unless a link may lead there
    by: str  # author, publisher and day
    question: str
    answer: str
    quote: str
    locator: str
    read_on: str
    remarks: tuple[str, ...]
    copies: tuple[domain.KeptCopy, ...]


def told(claim: content.ReportClaim, words: Words) -> tuple[Told, ...]:
    """The evidence on a claim in the order of its numbers."""
    return tuple(_told(one, words) for one in sorted(claim.evidence, key=lambda e: e.number))


def _told(one: domain.Evidence, words: Words) -> Told:
    source = one.source or domain.Source(0, "")
    unnamed = words("unnamed") if one.source else ""
    names = (source.author, source.publisher, words.day(source.published))
    return Told(
        number=one.number,
        stance=words(one.stance.replace(" ", "_")),
        tone=TONES[one.stance],
        name=source.name or unnamed,
        url=source.url if reasons.is_web_address(source.url) else "",
        by=", ".join(name for name in names if name and name != source.name),
        question=one.question,
        answer=one.answer,
        quote=one.quote,
        locator=one.locator,
        read_on=words.day(one.read_on),
        remarks=tuple(_remarks(source, words)),
        copies=source.copies,
    )


def _remarks(source: domain.Source, words: Words) -> Iterator[str]:
    """What a reader should know before trusting a source."""
    if source.kind not in ("document", "other"):
        yield words(source.kind.replace(" ", "_"))
    if source.primary:
        yield words("first_hand")
    if source.anonymous:
        yield words("known_to_reviewer")
    if source.conflict:
        yield words("conflict", what=source.conflict)


def details(one: Told, words: Words) -> tuple[str, ...]:
    """What stands after the source and the stance, a sentence each without its full stop."""
    read = words("read_on", day=one.read_on) if one.read_on else ""
    quote = words.quoted(_bare(one.quote)) if one.quote else ""
    where = f"{quote} ({one.locator})" if quote and one.locator else quote or one.locator
    asked = words("asked", what=one.question) if one.question else ""
    answer = words("answer", what=one.answer) if one.answer else ""
    return tuple(part for part in (asked, answer, where, *one.remarks, read) if part)


def _bare(quote: str) -> str:
    """A quotation without the marks that were typed or pasted around it: it gets the language's."""
    marks, inner = quote[:1] + quote[-1:], quote[1:-1]
    return inner if inner and marks in MARKS and not set(marks) & set(inner) else quote


def heading(one: Told) -> str:
    """Source, who and when: "Port statistics, Port of Aldmoor, 2 August 2022"."""
    return ", ".join(part for part in (one.name, one.by) if part)


def sentence(one: Told, words: Words) -> str:
    """All of it in one line of plain text, with the whole hash of each kept copy."""
    head = " — ".join(part for part in (heading(one), one.stance) if part)
    address = (one.url,) if one.url else ()
    parts = [head, *details(one, words), *address, *copies(one, words)]
    return " ".join((f"[{one.number}]", *map(wording.ended, parts[:-1]), parts[-1]))


def copies(one: Told, words: Words) -> tuple[str, ...]:
    """The kept copies of a source, a sentence each without its full stop."""
    return tuple(words("copy_kept", name=copy.name, hash=copy.sha256) for copy in one.copies)


def kept(article: content.ReportArticle) -> list[domain.KeptCopy]:
    """The kept copies behind an article's listed claims, each once, in the order of the claims."""
    copies = {
        copy.id: copy
        for claim in content.listed(article)
        for one in claim.evidence
        if one.source
        for copy in one.source.copies
    }
    return list(copies.values())
