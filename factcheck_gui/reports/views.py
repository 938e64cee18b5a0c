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

from factcheck_gui import domain
from factcheck_gui.reports import (
    content,
    logos,
    passages,
    reasons,
    record,
    sources,
    tallies,
    verdicts,
    wording,
)
from factcheck_gui.reports import words as catalogue
from factcheck_gui.reports.verdicts import Look
from factcheck_gui.reports.words import Words

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


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
    history: tuple[record.Past, ...]  # where it was chosen
    notes: tuple[record.Private, ...]  # where they were chosen

    @property
    def cited(self) -> dict[int, str]:
        """The anchor of each piece of evidence by its number."""
        return {one.told.number: one.anchor for one in self.evidence}


Checkers = tuple[tuple[domain.Round, tuple[str, ...]], ...]
Checked = tuple[str, Checkers]  # the day, and who


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
    checkers: Checkers  # who gave verdicts in each round
    version: int
    sha256: str
    scale: domain.Scale
    scale_anchor: str
    counts: tallies.Counts
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
    """A whole report; the scales are those of its articles, each once, where they were chosen.

    ``method`` is "" where it was not; ``private`` warns of private notes, "" without them;
    ``agreement`` is None where it was not chosen.
    """

    report: content.Report
    words: Words
    articles: tuple[ArticleView, ...]
    scales: tuple[domain.Scale, ...]
    exported_on: str
    exported_time: str
    method: str
    private: str
    agreement: tuple[record.Agreed, ...] | None

    @property
    def logo(self) -> logos.Logo | None:
        """The organisation's logo, None where there is none. Raises Problem where it is none."""
        data = self.report.choices.logo
        return logos.checked(data) if data else None

    @property
    def publisher(self) -> str:
        """What a logo says to those who do not see it."""
        return self.report.choices.organisation or self.words("logo")

    @property
    def claims(self) -> int:
        return sum(len(one.claims) for one in self.articles)


def view(report: content.Report) -> ReportView:
    """What a report shows: what its choices include, and no private notes unless they do."""
    report = content.public(report)
    zone = report.exported_at.tzinfo
    assert zone is not None, "a report's time has a time zone"
    words = catalogue.load(report.choices.language, zone)
    scales = tuple({one.scale.id: one.scale for one in report.articles}.values())
    included = report.choices.included
    return ReportView(
        report=report,
        words=words,
        articles=tuple(_articles(report, scales, words)),
        scales=scales if included.scale else (),
        exported_on=words.day(report.exported_at.isoformat()),
        exported_time=words.time_of(report.exported_at),
        method=wording.method(report.choices, words) if included.method else "",
        private=words("private") if included.notes else "",
        agreement=record.agreement(report, words) if included.agreement else None,
    )


def _articles(
    report: content.Report,
    scales: Sequence[domain.Scale],
    words: Words,
) -> Iterator[ArticleView]:
    chosen, included = content.choose(report), report.choices.included
    anchors = {one.id: f"scale-{number + 1}" for number, one in enumerate(scales)}
    for number, (full, part) in enumerate(zip(report.articles, chosen.articles, strict=True)):
        counts = tallies.count(full)
        summary = wording.summary(counts, report.choices, words)
        scale = anchors[full.scale.id]
        checked = _checked(content.listed(full), words)
        yield _article(part, f"a{number + 1}", counts, summary, checked, scale, included, words)


def _article(
    part: content.ReportArticle,
    anchor: str,
    counts: tallies.Counts,
    summary: str,
    checked: Checked,
    scale_anchor: str,
    included: content.Included,
    words: Words,
) -> ArticleView:
    """``part`` has the claims that are listed; ``counts`` and ``checked`` are over all of them."""
    article, row = part.article, part.article.row
    claims = content.listed(part)
    blocks = passages.whole(article.text, article.blocks)
    on, checkers = checked
    views = tuple(_claims(part, claims, blocks, anchor, included, words))
    return ArticleView(
        anchor=anchor,
        title=row.name or words("untitled"),
        titled=bool(row.title),
        language=article.language if _LANGUAGE.fullmatch(article.language) else "",
        author=row.author,
        site=row.site,
        url=row.url if reasons.is_web_address(row.url) else "",
        published=words.day(row.published),
        checked_on=on,
        checkers=checkers,
        version=article.version_number,
        sha256=article.sha256,
        scale=part.scale,
        scale_anchor=scale_anchor,
        counts=counts,
        summary=summary,
        verdicts=tuple((words.look(one), n) for one, n in tallies.tally(part.scale, claims)),
        claims=views,
        blocks=tuple(passages.marked(article.text, blocks, [one.claim.spans for one in claims])),
        corrections=tuple(made for one in views for made in one.corrections),
        copies=tuple(sources.kept(part)),
        versions=_versions(part, words),
        signed=(words.day(row.signed_at), row.signed_by) if row.signed_at else None,
    )


def _versions(
    part: content.ReportArticle, words: Words
) -> tuple[tuple[domain.VersionRow, str], ...]:
    if len(part.versions) < 2:
        return ()
    return tuple((one, words.day(one.imported_at)) for one in part.versions)


def _checked(claims: Sequence[content.ReportClaim], words: Words) -> Checked:
    """The day of the last verdict, and who gave verdicts, by round."""
    given = [a for one in claims for a in verdicts.latest(one.assessments)]
    if not given:
        return "", ()
    names = {
        part: tuple(dict.fromkeys(a.reviewer for a in given if a.round == part))
        for part in domain.ROUNDS
    }
    on = words.day(max(a.at for a in given))
    return on, tuple((part, who) for part, who in names.items() if who)


def _claims(
    article: content.ReportArticle,
    claims: Sequence[content.ReportClaim],
    blocks: Sequence[domain.Block],
    anchor: str,
    included: content.Included,
    words: Words,
) -> Iterator[ClaimView]:
    numbers = {one.claim.number for one in claims}
    paragraphs = passages.paragraph_numbers(blocks)
    for one in claims:
        claim = one.claim
        start = min((s.start for s in claim.spans), default=-1)
        place = paragraphs[passages.block_at(blocks, start)] if blocks and start >= 0 else 0
        stated = claim.wording.strip() or claim.text
        yield ClaimView(
            number=claim.number,
            anchor=f"{anchor}-claim-{claim.number}",
            mark=f"{anchor}-mark-{claim.number}",
            look=words.look(verdicts.look(article.scale, claim)),
            words=stated,
            claimant=claim.claimant,
            denied=claim.attribution is not None and claim.attribution.polarity == "negative",
            gone=claim.anchor == "orphaned",
            paragraph=place,
            contested=tuple(
                Contest(n, f"{anchor}-claim-{n}" if n in numbers else "")
                for n in claim.contested_by
            ),
            quote=_quote(article.article.text, claim, stated),
            judgments=_judgments(article.scale, one, words),
            corrections=(
                _corrections(article.scale, one, words, anchor) if included.corrections else ()
            ),
            evidence=tuple(_evidence(one, anchor, words)),
            history=record.history(article.scale, one, words) if included.history else (),
            notes=record.notes(one, words),
        )


def _quote(text: str, claim: domain.Claim, words: str) -> tuple[passages.Piece, ...]:
    pieces = passages.context(text, claim.spans)
    return () if "".join(one.text for one in pieces).strip() == words.strip() else pieces


def _evidence(one: content.ReportClaim, anchor: str, words: Words) -> Iterator[Shown]:
    for told in sources.told(one, words):
        at = f"{anchor}-claim-{one.claim.number}-source-{told.number}"
        yield Shown(at, told, sources.details(told, words))


def _judgments(scale: domain.Scale, one: content.ReportClaim, words: Words) -> tuple[Judgment, ...]:
    """The reasons behind the verdict that stands, or written before there is one; where reviewers
    disagree, each one's verdict also without a reason."""
    disputed = one.claim.state == "disputed"
    judged = one.claim.state != "open"
    return tuple(
        Judgment(
            reviewer=given.reviewer,
            round=given.round,
            look=words.look(_given(scale, given)),
            day=words.day(given.at),
            reason=content.reason(one, given),
        )
        for given in (verdicts.standing if judged else verdicts.unfinished)(one.assessments)
        if disputed or given.reason.strip()
    )


def _given(scale: domain.Scale, one: domain.Assessment) -> Look:
    return verdicts.verdict_look(scale, one.verdict) if one.verdict else verdicts.OPEN


def _corrections(
    scale: domain.Scale, one: content.ReportClaim, words: Words, anchor: str
) -> tuple[Corrected, ...]:
    return tuple(
        Corrected(
            day=words.day(made.at),
            note=made.note.strip(),
            changed=made.changed,
            before=verdicts.verdict_look(scale, made.before) if made.before else None,
            anchor=f"{anchor}-claim-{one.claim.number}",
            number=one.claim.number,
        )
        for made in verdicts.corrections(one.assessments)
    )
