"""What a report that is read shows, format by format the same: frozen values of plain text.

Here: articles, claims, judgments, corrections and evidence in the words and the order in which a
reader meets them, with the anchors by which they lead to each other. ``html``, ``markdown``,
``docx`` and ``pdf`` lay them out. Not here: mark-up, the formats for programs (``table``,
``workbook``, ``interchange``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from factcheck_gui import domain
from factcheck_gui.reports import content, passages, reasons, sources, wording
from factcheck_gui.reports.content import Look

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_UNTITLED = "Untitled article"


@dataclass(frozen=True, slots=True)
class Judgment:
    """One reviewer's published reason, and who stands behind it."""

    reviewer: str
    round: str
    look: Look
    day: str
    reason: str  # in Markdown, citing evidence by its numbers


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim that contradicts this one; ``anchor`` is "" where the report does not list it."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction: its day, what readers are told, and the verdict before where it changed."""

    day: str
    note: str
    changed: bool
    before: Look | None
    anchor: str  # of the claim
    number: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence in words, at its anchor; ``details`` end without a full stop."""

    anchor: str
    told: sources.Told
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a reader meets it."""

    number: int
    anchor: str
    mark: str  # the anchor of its place in the article
    look: Look
    words: str
    claimant: str
    denied: bool
    gone: bool  # a newer text of the article does not have it any more
    paragraph: int
    contested: tuple[Contest, ...]
    quote: tuple[passages.Piece, ...]  # empty where it would only repeat ``words``
    judgments: tuple[Judgment, ...]
    corrections: tuple[Corrected, ...]
    evidence: tuple[Shown, ...]

    @property
    def cited(self) -> dict[int, str]:
        """The anchor of each piece of evidence by its number."""
        return {one.told.number: one.anchor for one in self.evidence}


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its claims as a reader meets it."""

    anchor: str
    title: str
    titled: bool
    language: str
    author: str
    site: str
    url: str
    published: str
    checked_on: str
    checkers: tuple[tuple[str, tuple[str, ...]], ...]  # (words such as "by", names)
    version: int
    sha256: str
    scale: domain.Scale
    scale_anchor: str
    counts: content.Counts
    summary: str
    verdicts: tuple[tuple[Look, int], ...]  # of the claims listed here
    claims: tuple[ClaimView, ...]
    blocks: tuple[passages.MarkedBlock, ...]
    corrections: tuple[Corrected, ...]
    copies: tuple[domain.KeptCopy, ...]
    versions: tuple[tuple[domain.VersionRow, str], ...]  # with the day; where there are several
    signed: tuple[str, str] | None  # the day, and who


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report; the scales are those of its articles, each once."""

    report: content.Report
    articles: tuple[ArticleView, ...]
    scales: tuple[domain.Scale, ...]
    exported_on: str
    exported_time: str

    @property
    def claims(self) -> int:
        return sum(len(one.claims) for one in self.articles)


def view(report: content.Report) -> ReportView:
    """What a report shows, without private notes."""
    report = content.public(report)
    zone = report.exported_at.tzinfo
    assert zone is not None, "a report's time has a time zone"
    scales = tuple({one.scale.id: one.scale for one in report.articles}.values())
    return ReportView(
        report=report,
        articles=tuple(_articles(report, scales, zone)),
        scales=scales,
        exported_on=wording.day(report.exported_at.isoformat(), zone),
        exported_time=report.exported_at.strftime("%H:%M %Z"),
    )


def said(claim: ClaimView) -> str:
    """Who says it and where, in words: "said by Ada Lind, paragraph 2 · contested by claim 4"."""
    who = f"{'denied' if claim.denied else 'said'} by {claim.claimant}"
    told = who if claim.claimant else "in the article’s own voice"
    if claim.paragraph:
        told += f", paragraph {claim.paragraph}"
    elif claim.gone:
        told += ", no longer in the article’s text"
    if not claim.contested:
        return told
    numbers = wording.row([str(one.number) for one in claim.contested])
    return f"{told} · contested by claim{'s' if len(claim.contested) > 1 else ''} {numbers}"


def before(made: Corrected) -> str:
    """What a correction did to the verdict, in a sentence."""
    if not made.changed:
        return "The verdict stays."
    look = made.before
    return f"The verdict before was {look.symbol} {look.text}." if look else "None stood before."


def _articles(
    report: content.Report,
    scales: Sequence[domain.Scale],
    zone: tzinfo,
) -> Iterator[ArticleView]:
    chosen = content.choose(report)
    anchors = {one.id: f"scale-{number + 1}" for number, one in enumerate(scales)}
    for number, (full, part) in enumerate(zip(report.articles, chosen.articles, strict=True)):
        counts = content.count(full)
        summary = wording.summary(counts, report.choices)
        scale = anchors[full.scale.id]
        yield _article(part, f"a{number + 1}", counts, summary, scale, zone)


def _article(
    part: content.ReportArticle,
    anchor: str,
    counts: content.Counts,
    summary: str,
    scale_anchor: str,
    zone: tzinfo,
) -> ArticleView:
    """``part`` has the claims that are listed; ``counts`` are over all of them."""
    article, row = part.article, part.article.row
    claims = content.listed(part)
    blocks = passages.whole(article.text, article.blocks)
    on, checkers = _checked(claims, zone)
    views = tuple(_claims(part, claims, blocks, anchor, zone))
    return ArticleView(
        anchor=anchor,
        title=row.name or _UNTITLED,
        titled=bool(row.title),
        language=article.language if _LANGUAGE.fullmatch(article.language) else "",
        author=row.author,
        site=row.site,
        url=row.url if reasons.is_web_address(row.url) else "",
        published=wording.day(row.published),
        checked_on=on,
        checkers=checkers,
        version=article.version_number,
        sha256=article.sha256,
        scale=part.scale,
        scale_anchor=scale_anchor,
        counts=counts,
        summary=summary,
        verdicts=content.tally(part.scale, claims),
        claims=views,
        blocks=tuple(passages.marked(article.text, blocks, [one.claim.spans for one in claims])),
        corrections=tuple(made for one in views for made in one.corrections),
        copies=tuple(sources.kept(part)),
        versions=_versions(part, zone),
        signed=(wording.day(row.signed_at, zone), row.signed_by) if row.signed_at else None,
    )


def _versions(
    part: content.ReportArticle, zone: tzinfo
) -> tuple[tuple[domain.VersionRow, str], ...]:
    if len(part.versions) < 2:
        return ()
    return tuple((one, wording.day(one.imported_at, zone)) for one in part.versions)


def _checked(
    claims: Sequence[content.ReportClaim], zone: tzinfo
) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The day of the last verdict, and who gave verdicts, by round."""
    given = [a for one in claims for a in content.latest(one.assessments)]
    if not given:
        return "", ()
    names = {
        words: tuple(dict.fromkeys(a.reviewer for a in given if a.round == part))
        for part, words in wording.ROUND_WORDS.items()
    }
    on = wording.day(max(a.at for a in given), zone)
    return on, tuple((words, who) for words, who in names.items() if who)


def _claims(
    article: content.ReportArticle,
    claims: Sequence[content.ReportClaim],
    blocks: Sequence[domain.Block],
    anchor: str,
    zone: tzinfo,
) -> Iterator[ClaimView]:
    numbers = {one.claim.number for one in claims}
    paragraphs = passages.paragraph_numbers(blocks)
    for one in claims:
        claim = one.claim
        start = min((s.start for s in claim.spans), default=-1)
        place = paragraphs[passages.block_at(blocks, start)] if blocks and start >= 0 else 0
        words = claim.wording.strip() or claim.text
        yield ClaimView(
            number=claim.number,
            anchor=f"{anchor}-claim-{claim.number}",
            mark=f"{anchor}-mark-{claim.number}",
            look=content.look(article.scale, claim),
            words=words,
            claimant=claim.claimant,
            denied=claim.attribution is not None and claim.attribution.polarity == "negative",
            gone=claim.anchor == "orphaned",
            paragraph=place,
            contested=tuple(
                Contest(n, f"{anchor}-claim-{n}" if n in numbers else "")
                for n in claim.contested_by
            ),
            quote=_quote(article.article.text, claim, words),
            judgments=_judgments(article.scale, one, zone),
            corrections=_corrections(article.scale, one, zone, anchor),
            evidence=tuple(_evidence(one, anchor)),
        )


def _quote(text: str, claim: domain.Claim, words: str) -> tuple[passages.Piece, ...]:
    pieces = passages.context(text, claim.spans)
    return () if "".join(one.text for one in pieces).strip() == words.strip() else pieces


def _evidence(one: content.ReportClaim, anchor: str) -> Iterator[Shown]:
    for told in sources.told(one):
        at = f"{anchor}-claim-{one.claim.number}-source-{told.number}"
        yield Shown(at, told, sources.details(told))


def _judgments(scale: domain.Scale, one: content.ReportClaim, zone: tzinfo) -> tuple[Judgment, ...]:
    """The reasons behind the verdict that stands, or written before there is one; where reviewers
    disagree, each one's verdict also without a reason."""
    disputed = one.claim.state == "disputed"
    judged = one.claim.state != "open"
    return tuple(
        Judgment(
            reviewer=given.reviewer,
            round=given.round,
            look=content.verdict_look(scale, given.verdict) if given.verdict else content.OPEN,
            day=wording.day(given.at, zone),
            reason=content.reason(one, given),
        )
        for given in (content.standing if judged else content.unfinished)(one.assessments)
        if disputed or given.reason.strip()
    )


def _corrections(
    scale: domain.Scale, one: content.ReportClaim, zone: tzinfo, anchor: str
) -> tuple[Corrected, ...]:
    return tuple(
        Corrected(
            day=wording.day(made.at, zone),
            note=made.note.strip(),
            changed=made.changed,
            before=content.verdict_look(scale, made.before) if made.before else None,
            anchor=f"{anchor}-claim-{one.claim.number}",
            number=one.claim.number,
        )
        for made in content.corrections(one.assessments)
    )
