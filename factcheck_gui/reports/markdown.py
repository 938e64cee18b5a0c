"""Reviews as Markdown (CommonMark): to paste into a site, a wiki, a repository.

All text is escaped, so that nothing in an article or a reason becomes mark-up or HTML. Claims and
evidence carry no anchors, since CommonMark has none: citations stay ``[1]`` and the sources below
the reason have these numbers. Not here: what is shown (``views``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck_gui import domain
from factcheck_gui.reports import (
    content,
    lines,
    passages,
    record,
    runs,
    verdicts,
    views,
    wording,
)
from factcheck_gui.reports.words import Words, capital

# Every character that can begin mark-up anywhere in a line, also of GitHub's dialect.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$@!])")
# What makes a block only where a line begins: lists, rules, underlined headings, "1." and "1)".
_BEGINS = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))", re.M)
_SCHEME = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)")


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as Markdown in UTF-8. Raises what ``progress`` raises; it counts claims."""
    shown = views.view(report)
    end = (*_agreement(shown), *_scales(shown), *_foot(shown))
    parts = [*_head(shown), *_body(shown, progress), *end]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is, in one line."""
    line = " ".join(wording.visible(text).split())
    return _plain(line)


def _plain(text: str) -> str:
    """Escaped, with its lines and spaces kept. Addresses are broken up by an entity, since many
    readers make links of bare ones."""
    text = _inside(text)
    return _BEGINS.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", text)


def _inside(text: str) -> str:
    """Escaped for the inside of a line."""
    text = _MARKUP.sub(r"\\\1", text)
    return _SCHEME.sub(lambda m: f"{m[0][:-1]}&#{ord(m[0][-1])};", text)


def _link(text: str, url: str) -> str:
    """A link to an address that ``reasons.is_web_address`` took."""
    target = re.sub(r"[<>()\\\[\]*_`]", lambda m: f"%{ord(m[0]):02X}", url)
    return f"[{text}](<{target}>)" if url else text


def _head(shown: views.ReportView) -> Iterator[str]:
    named = f"{escaped(shown.words('report'))} · {escaped(shown.report.choices.organisation)}"
    yield named.removesuffix(" · ")
    if shown.private:
        yield f"**{escaped(shown.private)}**"
    number = len(shown.articles)
    if number != 1:
        words = shown.words
        yield f"# {escaped(words('articles', number) if number else words('no_article'))}"


def _body(shown: views.ReportView, progress: domain.Progress | None) -> Iterator[str]:
    level = "#" if len(shown.articles) == 1 else "##"
    done, words = 0, shown.words
    for article in shown.articles:
        yield f"{level} {escaped(article.title)}"
        yield from _about(article, words)
        if article.corrections:
            yield f"{level}# {_fixed(words, 'corrections')}"
            yield _items(_correction(one, words) for one in article.corrections)
        if article.claims:
            yield f"{level}# {_fixed(words, 'the_claims')}"
        for claim in article.claims:
            yield from _claim(claim, f"{level}##", words)
            done += 1
            if progress:
                progress(done, shown.claims)
        yield from _text(article, level + "#", words)
        yield from _record(article, level + "#", words)


def _about(article: views.ArticleView, words: Words) -> Iterator[str]:
    site = _link(escaped(article.site or article.url), article.url)
    by = escaped(capital(words("by_author", who=article.author))) if article.author else ""
    yield " · ".join(part for part in (by, site, escaped(article.published)) if part)
    checked = escaped(capital(lines.checked(article, words)))
    version = _woven(words, "text_version", number=str(article.version), hash=f"`{article.sha256}`")
    yield f"{checked} · {version}"
    yield f"**{_fixed(words, 'what_was_checked')}** {escaped(article.summary)}"
    if article.verdicts:
        head = f"{_cells((words('verdict'), words('claims')))}\n| --- | ---: |"
        rows = [f"| {_look(look)} | {number} |" for look, number in article.verdicts]
        yield "\n".join([head, *rows])


def _look(look: verdicts.Look) -> str:
    return f"{escaped(look.symbol)} {escaped(look.text)}"


def _fixed(words: Words, key: str) -> str:
    return escaped(words(key))


def _woven(words: Words, key: str, **places: str) -> str:
    """A phrase with Markdown in its places; its own words are escaped."""
    return "".join(words.woven(key, lambda text: _plain(wording.visible(text)), **places))


def _correction(made: views.Corrected, words: Words) -> str:
    claim = escaped(words("claim_number", number=made.number))
    return f"**{escaped(made.day)}**, {claim}: {escaped(lines.changed(made, words))}"


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _claim(claim: views.ClaimView, level: str, words: Words) -> Iterator[str]:
    yield f"{level} {claim.number}. {escaped(claim.words)}"
    yield f"**{_look(claim.look)}** · {escaped(lines.said(claim, words))}"
    if claim.quote:
        yield "> " + " ".join("".join(_piece(one) for one in claim.quote).split())
    several = claim.look.style == "disputed" or len(claim.judgments) > 1
    for given in claim.judgments:
        if several:
            yield f"**{_look(given.look)}** · {escaped(given.reviewer)}, {escaped(given.day)}"
        yield from _reason(given.reason)
    for made in claim.corrections:
        told = escaped(f"{made.note} {lines.before(made, words)}")
        yield f"**{escaped(words('corrected', day=made.day))}** {told}"
    if claim.evidence:
        yield f"{_fixed(words, 'sources')}:"
        yield "\n".join(_source(one, words) for one in claim.evidence)
    if claim.history:
        yield f"{_fixed(words, 'history')}:"
        yield _items(escaped(record.sentence(one)) for one in claim.history)
    for note in claim.notes:
        by = f"**{_fixed(words, 'private_note')}** · {escaped(note.reviewer)}, {escaped(note.day)}"
        yield f"> {by}: {escaped(note.text)}"


def _piece(piece: passages.Piece) -> str:
    """The claim's own words are strong; the stars must touch them."""
    text = _plain(wording.visible(piece.text))
    bare = text.strip()
    return text.replace(bare, f"**{bare}**", 1) if piece.claim and bare else text


def _reason(reason: str) -> Iterator[str]:
    """Its paragraphs; a list's items stand on lines of their own."""
    for depth, group in groupby(runs.paragraphs(reason), key=lambda one: one.depth > 0):
        lines = [_paragraph(one) for one in group]
        yield ("\n" if depth else "\n\n").join(lines)


def _paragraph(one: runs.Paragraph) -> str:
    text = "".join(_run(run) for run in one.runs)
    indent = "   " * max(one.depth - 1, 0)
    mark = "-" if one.label == "•" else one.label
    return f"{indent}{mark} {text}" if mark else f"{indent}{'   ' if one.depth else ''}{text}"


def _run(run: runs.Run) -> str:
    if run.text == "\n":
        return "\\\n"
    text = _plain(run.text)
    bare = text.strip()
    mark = "*" * (2 * run.strong + run.emphasis)
    shown = text.replace(bare, f"{mark}{bare}{mark}", 1) if bare and mark else text
    return _link(shown, run.target)


def _source(one: views.Shown, words: Words) -> str:
    told = one.told
    by = f", {escaped(told.by)}" if told.by else ""
    head = f"{_link(escaped(told.name), told.url)}{by} — " if told.name else ""
    details = "".join(f" {wording.ended(escaped(text))}" for text in one.details)
    kept = (
        _woven(words, "copy_kept", name=escaped(copy.name), hash=f"`{copy.sha256}`")
        for copy in told.copies
    )
    copies = "".join(f" {one}." for one in kept)
    return f"- \\[{told.number}\\] {head}**{told.stance}**.{details}{copies}"


def _text(article: views.ArticleView, level: str, words: Words) -> Iterator[str]:
    """The article with the number of each claim behind its passage."""
    if article.blocks:
        yield f"{level} {_fixed(words, 'the_article')}"
    for block in article.blocks:
        text = " ".join("".join(_segment(article, one) for one in block.segments).split())
        before = {"heading": f"{level}# ", "quote": "> ", "item": "- "}
        yield before.get(block.kind, "") + text


def _segment(article: views.ArticleView, one: passages.Segment) -> str:
    notes = (article.claims[index] for index in one.ends)
    marks = "".join(f" \\[{note.number} {escaped(note.look.symbol)}\\]" for note in notes)
    return _plain(wording.visible(one.text)) + marks


def _record(article: views.ArticleView, level: str, words: Words) -> Iterator[str]:
    if article.versions:
        yield f"{level} {_fixed(words, 'versions')}"
        yield _items(
            f"{one.number}: {escaped(on)}, {escaped(one.source_name)}, {_hash(words, one.sha256)}"
            for one, on in article.versions
        )
    if article.copies:
        yield f"{level} {_fixed(words, 'copies')}"
        yield _items(f"{escaped(one.name)}, {_hash(words, one.sha256)}" for one in article.copies)


def _hash(words: Words, sha256: str) -> str:
    return _woven(words, "sha256", hash=f"`{sha256}`")


def _scales(shown: views.ReportView) -> Iterator[str]:
    for scale in shown.scales:
        yield f"## {escaped(shown.words('the_scale_named', name=scale.name))}"
        yield escaped(scale.explanation)
        looks = [(verdicts.verdict_look(scale, one.text), one.meaning) for one in scale.labels]
        yield _items(f"**{_look(look)}**: {escaped(meaning)}" for look, meaning in looks)


def _agreement(shown: views.ReportView) -> Iterator[str]:
    if shown.agreement is None:
        return
    yield f"## {_fixed(shown.words, 'agreement')}"
    yield _fixed(shown.words, "agreement_means" if shown.agreement else "agreement_none")
    for one in shown.agreement:
        yield escaped(one.summary)
        head = _cells(record.heads(shown.words))
        yield "\n".join([head, "| --- | --- | ---: | --- | ---: |", *map(_cells, one.rows)])


def _cells(texts: Iterable[str]) -> str:
    return f"| {' | '.join(_inside(' '.join(wording.visible(one).split())) for one in texts)} |"


def _foot(shown: views.ReportView) -> Iterator[str]:
    if shown.method:
        yield f"## {_fixed(shown.words, 'how_made')}"
        yield escaped(shown.method)
    yield escaped(wording.made(shown.report, shown.words))
