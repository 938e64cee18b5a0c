"""Reviews as a Word document: the claims under headings, the article with comments in its margin.

Each claim's comment lies on its passage and holds verdict, reason and sources, so that an editor
can work on in Word or LibreOffice. ``manuscript`` is the article with its comments alone. Not here:
what is shown (``views``), the XML (``docx_xml``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC
from functools import partial

from factcheck_gui import domain
from factcheck_gui.reports import (
    content,
    docx_xml,
    lines,
    passages,
    record,
    runs,
    sources,
    verdicts,
    views,
    wording,
)
from factcheck_gui.reports.docx_xml import look, paragraph, run
from factcheck_gui.reports.words import capital

INKS = {
    "green": "14633C",
    "lime": "4A5F0E",
    "amber": "7A4E00",
    "orange": "8A3C0C",
    "red": "9C1C16",
    "grey": "4B4B55",
    "blue": "23479E",
    "violet": "5C3490",
}
FILLS = {
    "green": "D8EFE2",
    "lime": "E7F1CD",
    "amber": "FBEAC6",
    "orange": "FDE0CD",
    "red": "FADBD9",
    "grey": "E4E4E8",
    "blue": "DBE6FB",
    "violet": "EBE0F7",
}
_MUTED = look(colour="66666C")
_BOLD = look(bold=True)
_WIDTHS = (2700, 2500, 1100, 1600, 1000)  # of the columns of agreement
_PRIVATE = look(bold=True, colour=INKS["red"])


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as DOCX. Raises Problem where the package that writes it is not installed, and
    what ``progress`` raises; it counts claims."""
    writer = _Writer(views.view(report), progress)
    return _written(writer, writer.whole())


def manuscript(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The articles with their comments, and nothing else. Raises as ``render``."""
    writer = _Writer(views.view(report), progress)
    return _written(writer, writer.manuscript())


def _written(writer: _Writer, body: Iterator[str]) -> bytes:
    document = docx_xml.template(writer.words.locale)
    if logo := writer.shown.logo:
        docx_xml.put_logo(document, logo, writer.shown.publisher)
    docx_xml.fill(document, list(body), writer.comments, writer.links)
    about, report = document.core_properties, writer.shown.report
    about.title = wording.visible("; ".join(one.title for one in writer.shown.articles))[:250]
    about.author = wording.visible(report.choices.organisation or report.reviewer)[:250]
    about.comments, about.last_modified_by = "", ""
    about.language = writer.words.locale
    about.created = about.modified = report.exported_at.astimezone(UTC).replace(tzinfo=None)
    return docx_xml.packed(document)


class _Writer:
    """One document on its way: its comments, links and bookmarks are counted as they come."""

    def __init__(self, shown: views.ReportView, progress: domain.Progress | None) -> None:
        self.shown, self.words = shown, shown.words
        self.progress = progress
        self.comments: list[str] = []
        self.links = docx_xml.Links()
        self.reasons: dict[tuple[str, views.Judgment], tuple[runs.Paragraph, ...]] = {}
        self.bookmarks = 0

    # ------------------------------------------------------------ the two documents

    def whole(self) -> Iterator[str]:
        done = 0
        yield from self._warning()
        yield from self._contents()
        for article in self.shown.articles:
            yield from self._head(article)
            yield from self._corrections(article)
            if article.claims:
                yield paragraph("Heading1", run(self.words("the_claims")))
            for claim in article.claims:
                yield from self._claim(claim, article.language)
                done += 1
                if self.progress:
                    self.progress(done, self.shown.claims)
            yield from self._text(article)
            yield from self._record(article)
        yield from self._agreement()
        yield from self._scales()
        yield from self._foot()

    def manuscript(self) -> Iterator[str]:
        yield from self._warning()
        yield from self._contents()
        for number, article in enumerate(self.shown.articles, 1):
            title = run(article.title, look(lang=article.language))
            title = self._marked(article.anchor, title)
            yield paragraph("Title", title, page=len(self.shown.articles) > 1)
            yield from self._byline(article)
            yield from self._text(article, heading=False)
            if self.progress:
                self.progress(number, len(self.shown.articles))
        yield from self._foot()

    def _warning(self) -> Iterator[str]:
        if self.shown.private:
            yield paragraph("Normal", run(self.shown.private, _PRIVATE))

    def _contents(self) -> Iterator[str]:
        """Where there are several articles, links to them."""
        if len(self.shown.articles) > 1:
            yield self._kicker()
            yield paragraph("Title", run(self.words("articles", len(self.shown.articles))))
            yield paragraph("Heading1", run(self.words("contents")))
            for one in self.shown.articles:
                title = run(one.title, look(colour=docx_xml.LINK_COLOUR, lang=one.language))
                brief = run(f" · {lines.brief(one, self.words)}", _MUTED)
                yield paragraph("ListBullet", docx_xml.inner_link(one.anchor, title), brief)

    def _kicker(self, page: bool = False) -> str:
        """What this is and whose, above a title; with ``page`` on a new one."""
        whose = self.shown.report.choices.organisation
        told = " · ".join(filter(None, (self.words("report"), whose)))
        return paragraph("Normal", run(told, look(bold=True, colour="66666C")), page=page)

    # ------------------------------------------------------------ an article

    def _head(self, article: views.ArticleView) -> Iterator[str]:
        # of several each on a page of its own, after the contents
        yield self._kicker(page=len(self.shown.articles) > 1)
        title = run(article.title, look(lang=article.language))
        yield paragraph("Title", self._marked(article.anchor, title))
        yield from self._byline(article)
        yield paragraph(
            "Normal", run(f"{self.words('what_was_checked')} ", _BOLD), run(article.summary)
        )
        for one, number in article.verdicts:
            yield paragraph("ListBullet", self._verdict(one), run(f": {number}"))

    def _byline(self, article: views.ArticleView) -> Iterator[str]:
        by = capital(self.words("by_author", who=article.author)) if article.author else ""
        site = run(article.site or article.url, _MUTED)
        parts = [run(by, _MUTED), self.links.link(article.url, site) if article.url else site]
        parts.append(run(article.published, _MUTED))
        if any(parts):
            yield paragraph("Normal", run(" · ", _MUTED).join(one for one in parts if one))
        checked = capital(lines.checked(article, self.words))
        version = self.words("text_version", number=article.version, hash=article.sha256)
        yield paragraph("Normal", run(f"{checked} · {version}", _MUTED))

    def _verdict(self, one: verdicts.Look) -> str:
        return run(f"{one.symbol} {one.text}", look(bold=True, colour=INKS[one.tone]))

    def _corrections(self, article: views.ArticleView) -> Iterator[str]:
        if article.corrections:
            yield paragraph("Heading1", run(self.words("corrections")))
        for made in article.corrections:
            claim = run(self.words("claim_number", number=made.number))
            link = docx_xml.inner_link(made.anchor, claim)
            note = run(f": {lines.changed(made, self.words)}")
            yield paragraph("ListBullet", run(made.day, _BOLD), run(", "), link, note)

    def _record(self, article: views.ArticleView) -> Iterator[str]:
        if article.versions:
            yield paragraph("Heading1", run(self.words("versions")))
        for one, on in article.versions:
            sha256 = self.words("sha256", hash=one.sha256)
            said = f"{one.number}: {on}, {one.source_name}, {sha256}"
            yield paragraph("ListBullet", run(said))
        if article.copies:
            yield paragraph("Heading1", run(self.words("copies")))
        for copy in article.copies:
            yield paragraph(
                "ListBullet", run(f"{copy.name}, {self.words('sha256', hash=copy.sha256)}")
            )

    # ------------------------------------------------------------ a claim

    def _claim(self, claim: views.ClaimView, language: str) -> Iterator[str]:
        """``language`` is that of the article, whose words the claim and its passage are."""
        words = run(f"{claim.number}. {claim.words}", look(lang=language))
        yield paragraph("Heading2", self._marked(claim.anchor, words))
        said = run(f" · {lines.said(claim, self.words)}", _MUTED)
        yield paragraph("Normal", self._verdict(claim.look), said, keep=True)
        if claim.quote:
            pieces = (run(one.text, look(bold=one.claim, lang=language)) for one in claim.quote)
            yield paragraph("Quote", *pieces)
        yield from self._judgments(claim)
        for made in claim.corrections:
            told = run(f"{made.note} {lines.before(made, self.words)}".strip())
            on = run(f"{self.words('corrected', day=made.day)} ", _BOLD)
            yield paragraph("Normal", on, told)
        if claim.evidence:
            yield paragraph("Heading3", run(self.words("sources")))
        for one in claim.evidence:
            yield paragraph("ListBullet", self._marked(one.anchor, self._source(one)))
        if claim.history:
            yield paragraph("Heading3", run(self.words("history")))
        for past in claim.history:
            yield paragraph("ListBullet", run(record.sentence(past)))
        yield from self._notes(claim)

    def _notes(self, claim: views.ClaimView) -> Iterator[str]:
        for note in claim.notes:
            by = run(f" · {note.reviewer}, {note.day}: ", _MUTED)
            yield paragraph("Normal", run(self.words("private_note"), _PRIVATE), by, run(note.text))

    def _judgments(self, claim: views.ClaimView, linked: bool = True) -> Iterator[str]:
        several = claim.look.style == "disputed" or len(claim.judgments) > 1
        for given in claim.judgments:
            if several:
                who = run(f" · {given.reviewer}, {given.day}", _MUTED)
                yield paragraph("Normal", self._verdict(given.look), who, keep=True)
            for one in self._paragraphs(claim, given):
                yield self._reason(one, linked)

    def _paragraphs(
        self, claim: views.ClaimView, given: views.Judgment
    ) -> tuple[runs.Paragraph, ...]:
        """A reason's paragraphs, which stand under the claim and once more in its comment."""
        key = (claim.anchor, given)
        if key not in self.reasons:
            self.reasons[key] = runs.paragraphs(given.reason, claim.cited)
        return self.reasons[key]

    def _reason(self, one: runs.Paragraph, linked: bool) -> str:
        """Items of a list bring their own label, so that "3." stays what the reviewer wrote."""
        label = run(f"{'    ' * (one.depth - 1)}{one.label} ") if one.label else ""
        inner = (self._run(part, linked) for part in one.runs)
        return paragraph("ListContinue" if one.depth else "Normal", label, *inner)

    def _run(self, one: runs.Run, linked: bool) -> str:
        colour = docx_xml.LINK_COLOUR if one.target and linked else ""
        inner = run(one.text, look(bold=one.strong, italic=one.emphasis, colour=colour))
        if not one.target or not linked:
            return inner
        if one.target.startswith("#"):
            return docx_xml.inner_link(one.target[1:], inner)
        return self.links.link(one.target, inner)

    def _source(self, one: views.Shown) -> str:
        told = one.told
        name = run(told.name, look(colour=docx_xml.LINK_COLOUR if told.url else ""))
        head = self.links.link(told.url, name) if told.url else name
        by = f", {told.by}" if told.by else ""
        stance = run(told.stance, look(bold=True, colour=INKS[told.tone]))
        details = " ".join(
            wording.ended(text) for text in (*one.details, *sources.copies(told, self.words))
        )
        rest = run(f". {details}" if details else ".")
        between = run(f"{by} — " if told.name else "")
        return run(f"[{told.number}] ") + head + between + stance + rest

    def _marked(self, anchor: str, inner: str) -> str:
        self.bookmarks += 1
        return docx_xml.bookmark(anchor, self.bookmarks, inner)

    # ------------------------------------------------------------ the text and its comments

    def _text(self, article: views.ArticleView, heading: bool = True) -> Iterator[str]:
        if article.blocks and heading:
            yield paragraph("Heading1", run(self.words("the_article")))
        numbers: dict[int, int] = {}  # the comment of each claim whose passage has begun
        left = Counter(n for block in article.blocks for one in block.segments for n in one.ends)
        styles = {"quote": "Quote", "item": "ListBullet"}
        for block in article.blocks:
            style = "Heading2" if block.kind == "heading" else styles.get(block.kind, "Normal")
            segment = partial(self._segment, article, numbers, left)
            yield paragraph(style, *map(segment, block.segments))

    def _segment(
        self,
        article: views.ArticleView,
        numbers: dict[int, int],
        left: Counter[int],
        one: passages.Segment,
    ) -> str:
        """A segment; a comment ends where the last span of its claim does."""
        claims = article.claims
        left.subtract(one.ends)
        for index in one.opens:
            numbers[index] = len(self.comments)
            self.comments.append(self._comment(numbers[index], article, claims[index]))
        opened = "".join(docx_xml.comment_start(numbers[index]) for index in one.opens)
        fill = FILLS[claims[one.claim].look.tone] if one.claim is not None else ""
        text = run(one.text, look(fill=fill, lang=article.language))
        ended = (numbers[index] for index in one.ends if not left[index])
        return opened + text + "".join(map(docx_xml.comment_end, ended))

    def _comment(self, number: int, article: views.ArticleView, claim: views.ClaimView) -> str:
        """Verdict, claim, reasons and sources; a comment holds no links, which need a package part
        of their own."""
        title = capital(self.words("claim_number", number=claim.number))
        head = paragraph("Normal", run(f"{title}: "), self._verdict(claim.look))
        words = paragraph("Normal", run(claim.words, look(italic=True, lang=article.language)))
        told = (sources.sentence(one.told, self.words) for one in claim.evidence)
        proof = (paragraph("Normal", run(text)) for text in told)
        judged = self._judgments(claim, linked=False)
        inner = "".join((head, words, *judged, *proof, *self._notes(claim)))
        report = self.shown.report
        author = report.choices.organisation or report.reviewer or self.words("report")
        return docx_xml.comment(number, author, report.exported_at.astimezone(UTC), inner)

    # ------------------------------------------------------------ the end

    def _agreement(self) -> Iterator[str]:
        found = self.shown.agreement
        if found is None:
            return
        yield paragraph("Heading1", run(self.words("agreement")))
        yield paragraph("Normal", run(self.words("agreement_means" if found else "agreement_none")))
        for one in found:
            yield paragraph("Normal", run(one.summary), keep=True)
            yield docx_xml.table([record.heads(self.words), *one.rows], _WIDTHS)

    def _scales(self) -> Iterator[str]:
        for scale in self.shown.scales:
            yield paragraph("Heading1", run(self.words("the_scale_named", name=scale.name)))
            yield paragraph("Normal", run(scale.explanation))
            for label in scale.labels:
                verdict = self._verdict(verdicts.verdict_look(scale, label.text))
                yield paragraph("ListBullet", verdict, run(f": {label.meaning}"))

    def _foot(self) -> Iterator[str]:
        report = self.shown.report
        if self.shown.method:
            yield paragraph("Heading1", run(self.words("how_made")))
            yield paragraph("Normal", run(self.shown.method))
        yield paragraph("Normal", run(wording.made(report, self.words), _MUTED))
