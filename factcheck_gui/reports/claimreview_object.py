"""The ClaimReview object of one claim, as JSON's own types.

Properties are those of https://schema.org/ClaimReview. What nobody knows is left out and never
guessed: whether a name is a person's, when a check was published. Not here: which claims have one,
what may be published (``claimreview``, ``claimreview_rules``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from typing import Any
from urllib.parse import urldefrag, urlsplit

from factcheck_gui import domain
from factcheck_gui.reports import claimreview_rules as rules
from factcheck_gui.reports import content, reasons, record, runs, verdicts

Json = dict[str, Any]

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(https?://.+)")
_CITED = re.compile(r"\s*\[\d{1,4}\](\s*[,;]\s*\[\d{1,4}\])*")
# The end of a sentence; not after an initial or a short title such as "Dr.".
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?…][\"”’»)]*\s+(?=\S)|[。！？]")
_SENTENCES, _EXPLAINED = 2, 500  # of an explanation: sentences, characters
# Words by which a name says what it names; surnames such as Church or House are none of them.
_BODIES = re.compile(
    r"(?i)\b(agency|army|association|board|bureau|commission|committee|company|corporation|council"
    r"|court|department|foundation|government|inc|institute|ltd|ministry|office|organi[sz]ation"
    r"|parliament|police|senate|society|university)\b"
)
_PEOPLE = re.compile(
    r"(?i)\b(analyst|author|chair(wo)?man|chancellor|dame|director|dr|expert|governor|judge|lady"
    r"|lawyer|leader|lord|mayor|minister|miss|mrs?|ms|pope|president|prof(essor)?|prince(ss)?"
    r"|senator|sir|spokes(wo)?man|spokesperson)\b(?!['’]s)"
)


def made_of(
    report: content.Report, article: content.ReportArticle, one: content.ReportClaim, anchor: str
) -> Json:
    """The object of a claim whose verdict stands; ``anchor`` is its place in the web page."""
    claim, url, zone = one.claim, report.choices.url.strip(), report.exported_at.tzinfo
    told = report.choices.included.corrections
    corrected = verdicts.corrections(one.assessments) if told else []
    language, reason = article.article.language, _reason(one)
    signed = article.article.row.signed_at  # nothing else says when a check was published
    return _filled({
        "@context": rules.CONTEXT,
        "@type": "ClaimReview",
        "@id": f"{urldefrag(url).url}#{anchor}" if url else f"urn:uuid:{claim.id}",
        "url": url,
        "creativeWorkStatus": "" if url else "Draft",
        "claimReviewed": " ".join((claim.wording.strip() or claim.text).split()),
        "author": _checker(report, one),
        "datePublished": _day(signed, zone) if url else "",
        "dateModified": _day(corrected[-1].at, zone) if corrected else "",
        "inLanguage": language if _LANGUAGE.fullmatch(language) else "",
        "itemReviewed": _item(article.article, claim),
        "reviewRating": _rating(article.scale, claim.verdict or "", reason),
        "reviewBody": reason,
        "correction": [_correction(made, zone) for made in corrected],
        "citation": list(_citations(one)),
    })  # fmt: skip


def _checker(report: content.Report, one: content.ReportClaim) -> Json | list[Json]:
    """The organisation, with the site of the published check; without a name of one, people."""
    if report.choices.organisation.strip():
        name = report.choices.organisation.strip()
        return _filled(
            {"@type": "Organization", "name": name, "url": _site(report.choices.url.strip())}
        )
    names = dict.fromkeys(given.reviewer.strip() for given in verdicts.standing(one.assessments))
    people: list[Json] = [{"@type": "Person", "name": name} for name in names if name]
    return people[0] if len(people) == 1 else people


def _site(url: str) -> str:
    if not reasons.is_web_address(url):
        return ""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _item(article: domain.Article, claim: domain.Claim) -> Json:
    """The claim as somebody made it. What the article says in its own voice is its author's, of
    the day when it appeared."""
    row = article.row
    own = not claim.claimant.strip()
    appeared = claim.appeared.strip()  # an address, or words that may have one in them
    place = "url" if "://" in appeared and len(appeared.split()) == 1 else "name"
    return _filled({
        "@type": "Claim",
        "author": _own_voice(row) if own else _somebody(claim.claimant.strip()),
        "datePublished": _day(claim.said_on) or (_day(row.published) if own else ""),
        "appearance": _work({"url": row.url.strip(), "headline": row.title.strip(),
                             "datePublished": _day(row.published)}),
        "firstAppearance": _work({place: appeared}),
    })  # fmt: skip


def _own_voice(row: domain.ArticleRow) -> Json:
    if row.author.strip():
        return _somebody(row.author.strip())
    return {"@type": "Organization", "name": row.site.strip()} if row.site.strip() else {}


def _somebody(name: str) -> Json:
    """A person or an organisation where the name's own words say which; the library does not, and
    a guess would be published as a fact."""
    for kind, words in (("Person", _PEOPLE), ("Organization", _BODIES)):
        if words.search(name):
            return {"@type": kind, "name": name}
    return {"name": name}


def _rating(scale: domain.Scale, verdict: str, reason: str) -> Json:
    label = scale.label(verdict)
    numbers = _numbers(scale, label) if label else {}
    words = label.text if label else verdict
    explained = _explanation(reason)
    return _filled(
        {"@type": "Rating", "alternateName": words, **numbers, "ratingExplanation": explained}
    )


def _numbers(scale: domain.Scale, label: domain.Label) -> Json:
    """Value, best and worst of a label inside its scale's order, none outside. A scale without
    values counts its places."""
    ordered = [one for one in scale.labels if one.order is not None]
    if label.order is None or len(ordered) < 2:
        return {}
    if all(one.value is None for one in ordered):
        value: float | None = len(ordered) + 1 - label.order
        values: list[float] = [1, len(ordered)]
    else:
        value, values = label.value, [one.value for one in ordered if one.value is not None]
    return {"ratingValue": value, "bestRating": max(values), "worstRating": min(values)}


def _citations(one: content.ReportClaim) -> Iterator[Json]:
    """The sources with a name or an address, in the order of the evidence."""
    seen = set()
    for found in sorted(one.evidence, key=lambda evidence: evidence.number):
        source = found.source
        if source is None or source.anonymous or source.id in seen:
            continue
        seen.add(source.id)
        archived = _ARCHIVED.fullmatch(source.url)
        url = archived[1] if archived else source.url
        work = _work({
            "url": url if reasons.is_web_address(url) else "",
            "name": source.title.strip(),
            "author": _somebody(source.author.strip()) if source.author.strip() else {},
            "publisher": (
                {"@type": "Organization", "name": source.publisher} if source.publisher else {}
            ),
            "datePublished": _day(source.published),
            "archivedAt": source.url if archived and reasons.is_web_address(source.url) else "",
        })  # fmt: skip
        if work:
            yield work


def _correction(made: verdicts.Correction, zone: tzinfo | None) -> Json:
    text = made.note.strip() or "The verdict or its reason was corrected."
    return _filled(
        {"@type": "CorrectionComment", "text": text, "datePublished": _day(made.at, zone)}
    )


# ---------------------------------------------------------------- its parts


def _reason(one: content.ReportClaim) -> str:
    """The reasons behind the verdict as plain text, a paragraph a line, without ``[1]``."""
    texts = [content.reason(one, given) for given in verdicts.standing(one.assessments)]
    lines = (_plain(part) for text in texts for part in runs.paragraphs(text))
    return "\n".join(line for line in lines if line)


def _plain(part: runs.Paragraph) -> str:
    return " ".join(_CITED.sub("", record.line(part)).split())


def _explanation(reason: str) -> str:
    """The first one or two sentences; cut at a word where they are very long."""
    text = " ".join(reason.split())
    ends = [found.end() for found, _ in zip(_STOP.finditer(text), range(_SENTENCES), strict=False)]
    if len(ends) == _SENTENCES:
        text = text[: ends[-1]].strip()
    if len(text) <= _EXPLAINED:
        return text
    head = text[: _EXPLAINED - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def _day(iso: str, zone: tzinfo | None = None) -> str:
    """``2026-11-22``, of a full time in that zone; "" for anything that is no day."""
    try:
        if "T" in iso:
            return datetime.fromisoformat(iso).astimezone(zone).date().isoformat()
        return date.fromisoformat(iso.strip()).isoformat()
    except (ValueError, OverflowError):
        return ""


def _work(fields: Json) -> Json:
    """A CreativeWork, or nothing where only its day is known."""
    filled = _filled(fields)
    return {"@type": "CreativeWork", **filled} if filled.keys() - {"datePublished"} else {}


def _filled(fields: Json) -> Json:
    """The fields that have something in them; a value of None stays, for the rules to see."""
    return {name: one for name, one in fields.items() if one not in ("", {}, [])}
