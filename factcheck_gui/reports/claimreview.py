"""Reviews as ClaimReview: the mark-up by which search engines and archives find fact checks.

JSON-LD by https://schema.org/ClaimReview, one object for each claim whose verdict stands; claims
open or in dispute have none. ``content.Choices.url`` is where the check is published; without it
the objects are drafts and say so. ``claimreview_rules`` decides what may be published.

The bytes of ``render`` are harmless inside a ``<script>`` too, since ``interchange`` escapes
``< > &``; ``block`` is that element, to paste into a page. Not here: the check-list of a desk
(``checklist``), the reading of other people's ClaimReviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any
from urllib.parse import urldefrag, urlsplit

from factcheck_gui import domain
from factcheck_gui.reports import claimreview_rules as rules
from factcheck_gui.reports import content, interchange, reasons, runs
from factcheck_gui.reports.wording import plural, visible

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
_SHOWN = 5  # claims with errors that a problem tells of


@dataclass(frozen=True, slots=True)
class Made:
    """The ClaimReview of one claim, and what is wrong with it."""

    article: str  # its name
    number: int
    review: Json
    faults: tuple[rules.Fault, ...]

    @property
    def where(self) -> str:
        return f"{self.article}, claim {self.number}"


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The same as ``written`` without what there is to say. Raises as it does."""
    return written(report, progress).data


def block(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The same as ``written_block`` without what there is to say. Raises as ``written``."""
    return written_block(report, progress).data


def written(report: content.Report, progress: domain.Progress | None = None) -> content.Written:
    """A JSON array of ClaimReviews in UTF-8, and what a desk may want to mend before it publishes.

    Raises Problem, which names the field and the claim, where one may not be published or no
    verdict stands; raises what ``progress`` raises, which counts claims.
    """
    report = content.choose(content.public(report))
    made = _made(report, progress)
    _refuse(made)
    data = interchange.dumped([one.review for one in made])
    return content.Written(data, tuple(_warnings(report, made)))


def written_block(
    report: content.Report, progress: domain.Progress | None = None
) -> content.Written:
    """The same as an HTML element to paste into the page of the check. Raises as ``written``."""
    made, url = written(report, progress), report.choices.url.strip()
    draft = "" if url else "<!-- Draft: the address of the check is missing. -->\n"
    head = f'{draft}<script type="application/ld+json">\n'
    return made._replace(data=head.encode() + made.data + b"</script>\n")


def _warnings(report: content.Report, made: Sequence[Made]) -> Iterator[str]:
    if not report.choices.url.strip():
        yield "Without the address of the published check these are drafts."
    for article in report.articles:
        left = sum(not _stands(one) for one in content.listed(article))
        if left:
            without = f"{plural(left, 'claim')} without a verdict that stands"
            yield f"{article.article.row.name}: {without}, left out."
        if report.choices.url.strip() and not article.article.row.signed_at:
            unsigned = "it is not signed off, so the day of publication is left out"
            yield f"{article.article.row.name}: {unsigned} (datePublished)."
    for one in made:
        yield from (f"{one.where}: {f.what} ({f.field})" for f in one.faults if not f.error)


def _refuse(made: Sequence[Made]) -> None:
    wrong = [(one, fault) for one in made for fault in one.faults if fault.error]
    if not made:
        raise domain.Problem(
            "No claim has a verdict that stands, so there is no ClaimReview to write.", "claims"
        )
    if wrong:
        first, fault = wrong[0]
        others = [f"{one.where}, {f.field}: {f.what}" for one, f in wrong[1:_SHOWN]]
        more = [f"And {len(wrong) - _SHOWN} more."] if len(wrong) > _SHOWN else []
        kept = " ".join(["Nothing was written.", *others, *more])
        raise domain.Problem(fault.what, f"{first.where}, {fault.field}", kept)


def _made(report: content.Report, progress: domain.Progress | None) -> list[Made]:
    chosen = [
        (number, article, one)
        for number, article in enumerate(report.articles, 1)
        for one in content.listed(article)
        if _stands(one)
    ]
    made = []
    for number, article, one in chosen:
        # The anchor that the claim has in the web page (views), should that be what is published.
        review = _shown(_review(report, article, one, f"a{number}-claim-{one.claim.number}"))
        made.append(_judged(article, one, review))
        if progress:
            progress(len(made), len(chosen))
    return made


def _judged(article: content.ReportArticle, one: content.ReportClaim, review: Json) -> Made:
    checkers = [given.reviewer for given in content.standing(one.assessments)]
    labels = [label.text for label in article.scale.labels]
    found = rules.faults(review, [name for name in checkers if name.strip()], labels)
    said = one.claim.attribution
    if said is not None and said.polarity == "negative":
        words = "The claimant denies something here; see that the claim’s words say so."
        found.append(rules.Fault("claimReviewed", words))
    found += _unknown(review["itemReviewed"].get("author", {}))
    if _falls_upwards(article.scale):
        words = f"The numbers of the scale {article.scale.name} contradict the order of its labels."
        found.append(rules.Fault("reviewRating.ratingValue", words))
    return Made(article.article.row.name, one.claim.number, review, tuple(found))


def _unknown(claimant: Json) -> Iterator[rules.Fault]:
    if claimant and "@type" not in claimant:
        words = f"It is not known whether “{claimant['name']}” is a person or an organisation."
        yield rules.Fault("itemReviewed.author.@type", f"{words} The type is left out.")


def _stands(one: content.ReportClaim) -> bool:
    return one.claim.state == "reviewed" and bool(one.claim.verdict) and content.is_reviewed(one)


# ---------------------------------------------------------------- the object


def _review(
    report: content.Report, article: content.ReportArticle, one: content.ReportClaim, anchor: str
) -> Json:
    claim, url, zone = one.claim, report.choices.url.strip(), report.exported_at.tzinfo
    corrected = content.corrections(one.assessments)
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
    names = dict.fromkeys(given.reviewer.strip() for given in content.standing(one.assessments))
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


def _falls_upwards(scale: domain.Scale) -> bool:
    """Whether a better label has a smaller number than a worse one."""
    ordered = sorted((one for one in scale.labels if one.order), key=lambda one: one.order or 0)
    values = [one.value for one in ordered if one.value is not None]
    return values != sorted(values, reverse=True)


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


def _correction(made: content.Correction, zone: tzinfo | None) -> Json:
    text = made.note.strip() or "The verdict or its reason was corrected."
    return _filled(
        {"@type": "CorrectionComment", "text": text, "datePublished": _day(made.at, zone)}
    )


# ---------------------------------------------------------------- its parts


def _reason(one: content.ReportClaim) -> str:
    """The reasons behind the verdict as plain text, a paragraph a line, without ``[1]``."""
    texts = [content.reason(one, given) for given in content.standing(one.assessments)]
    lines = (_plain(part) for text in texts for part in runs.paragraphs(text))
    return "\n".join(line for line in lines if line)


def _plain(part: runs.Paragraph) -> str:
    text = "".join(run.text for run in part.runs)
    return " ".join(f"{part.label} {_CITED.sub('', text)}".split())


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


def _shown(value: Any) -> Any:
    """The same value with characters that nobody could see made visible, at every depth."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: _shown(one) for name, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, list) else value
