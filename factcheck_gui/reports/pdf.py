"""Reviews as PDF, set by typst: tagged (PDF/UA-1), with bookmarks, links and embedded fonts.

``report.typ`` has the look, ours or a newsroom's (``templates``). It is given data as JSON and no
mark-up, so no text can become a command. ``manuscript`` is the article with notes in its margin.
Not here: what is shown (``views``), the engine (``typesetting``), where a newsroom's template runs
(``rendering``).

Latin, Greek and Cyrillic come in the fonts of ``resources/fonts``, other scripts and emoji in those
of the system. Where no font has a character the PDF is made without the promise of PDF/UA-1, which
forbids that, and a warning says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from typing import Any

from factcheck_gui import domain
from factcheck_gui.reports import (
    content,
    lines,
    passages,
    record,
    runs,
    sources,
    templates,
    typesetting,
    verdicts,
    views,
    wording,
)
from factcheck_gui.reports.directions import is_leftward
from factcheck_gui.reports.wording import visible
from factcheck_gui.reports.words import Words, capital

Data = dict[str, Any]
LONG = 60  # letters; longer words may break anywhere, or they would run off the page
_LONG_WORD = re.compile(rf"\S{{{LONG},}}")


def written(report: content.Report, progress: domain.Progress | None = None) -> content.Written:
    """The report as PDF, and what keeps it from being PDF/UA-1. Raises Problem where typst is not
    installed or cannot set it, and what ``progress`` raises; it counts steps."""
    return _compiled(report, True, progress)


def written_manuscript(
    report: content.Report, progress: domain.Progress | None = None
) -> content.Written:
    """The articles with notes in their margin. Raises as ``written``."""
    return _compiled(report, False, progress)


def _compiled(
    report: content.Report, whole: bool, progress: domain.Progress | None
) -> content.Written:
    typesetting.require()
    shown = views.view(report)
    pace = typesetting.Pace(shown.claims, progress)
    filled = _seen(data(shown, whole, pace.claim))
    timestamp = int(report.exported_at.timestamp())
    template = templates.load(report.choices.template)
    made = typesetting.typeset(template, filled, timestamp, pace.waiting if progress else None)
    pace.end()
    return made


def data(shown: views.ReportView, whole: bool, each: Callable[[], None] = lambda: None) -> Data:
    """All that the template is given, as JSON's own types; ``each`` is called for each claim."""
    report, at = shown.report, shown.report.exported_at.astimezone(UTC)
    words = shown.words
    titles = "; ".join(one.title for one in shown.articles[:3])
    return {
        "title": words("title", title=titles),
        "language": _language(words.language),
        "words": words.fixed,
        "author": report.choices.organisation or report.reviewer,
        "date": {"year": at.year, "month": at.month, "day": at.day},
        "kicker": " · ".join(filter(None, (words("report").upper(), report.choices.organisation))),
        "logo": _logo(shown),
        "whole": whole,
        "articles": [_article(one, words, each) for one in shown.articles],
        "scales": [_scale(one, words) for one in shown.scales],
        "method": shown.method,
        "private": shown.private,
        "agreement": _agreement(shown),
        "made": wording.made(report, words),
    }


def _seen(value: Any) -> Any:
    """The same with all text fit to be shown, at every depth."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: _seen(one) for key, one in value.items()}
    if isinstance(value, list) and value and not isinstance(value[0], int):
        return [_seen(one) for one in value]
    return value


def _run(text: str, *, b: bool = False, i: bool = False, to: str = "", **tones: str) -> Data:
    """A run of text; ``fill`` and ``ink`` are tones. Long words get places to break."""
    soft = text if to else _LONG_WORD.sub(lambda m: "\u200b".join(_pieces(m[0])), text)
    return {"t": soft, "b": b, "i": i, "to": to, "fill": "", "ink": "", **tones}


def _pieces(word: str) -> Iterator[str]:
    return (word[at : at + LONG // 2] for at in range(0, len(word), LONG // 2))


def _sided(found: Iterable[Data], **more: object) -> Data:
    """A paragraph of runs; ``left`` where its first letter is of a script from right to left."""
    listed = list(found)
    return {"runs": listed, "left": is_leftward("".join(one["t"] for one in listed)), **more}


def _look(look: verdicts.Look) -> Data:
    return {"text": look.text, "symbol": look.symbol, "tone": look.tone}


def _logo(shown: views.ReportView) -> Data | None:
    logo = shown.logo
    if logo is None:
        return None
    return {"data": list(logo.data), "format": logo.suffix[1:], "alt": shown.publisher}


def _language(code: str) -> str:
    """What typst takes for a language: two or three letters."""
    language = code.split("-", maxsplit=1)[0].lower()
    return language if re.fullmatch("[a-z]{2,3}", language) else ""


def _scale(scale: domain.Scale, words: Words) -> Data:
    looks = [(verdicts.verdict_look(scale, one.text), one.meaning) for one in scale.labels]
    labels = [{"look": _look(look), "meaning": meaning} for look, meaning in looks]
    head = words("the_scale_named", name=scale.name)
    return {"name": scale.name, "head": head, "explanation": scale.explanation, "labels": labels}


def _article(article: views.ArticleView, words: Words, each: Callable[[], None]) -> Data:
    return {
        "anchor": article.anchor,
        "title": article.title,
        "left": is_leftward(article.title),
        "language": _language(article.language) or _language(words.language),
        "about": list(_about(article, words)),
        "brief": lines.brief(article, words),
        "summary": article.summary,
        "verdicts": [{"look": _look(look), "number": n} for look, n in article.verdicts],
        "corrections": [_correction(one, words) for one in article.corrections],
        "claims": list(_claims(article, words, each)),
        "blocks": [_block(article, one, words) for one in article.blocks],
        "record": list(_record(article, words)),
    }


def _about(article: views.ArticleView, words: Words) -> Iterator[list[Data]]:
    by = capital(words("by_author", who=article.author)) if article.author else ""
    parts = ((by, ""), (article.site or article.url, article.url), (article.published, ""))
    known = [_run(text, to=to) for text, to in parts if text]
    if known:
        yield [one for part in known for one in (part, _run(" · "))][:-1]
    checked = capital(lines.checked(article, words))
    version = words("text_version", number=article.version, hash=f"{article.sha256[:8]}…")
    yield [_run(f"{checked} · {version}")]


def _correction(made: views.Corrected, words: Words) -> list[Data]:
    claim = _run(words("claim_number", number=made.number), to=f"#{made.anchor}")
    return [_run(f"{made.day}, ", b=True), claim, _run(f": {lines.changed(made, words)}")]


def _claims(article: views.ArticleView, words: Words, each: Callable[[], None]) -> Iterator[Data]:
    for one in article.claims:
        yield _claim(one, words)
        each()


def _claim(claim: views.ClaimView, words: Words) -> Data:
    return {
        "anchor": claim.anchor,
        "head": f"{claim.number}. {_run(claim.words)['t']}",
        "left": is_leftward(claim.words),
        "look": _look(claim.look),
        "said": [_run(lines.said(claim, words))],
        "quote": _sided(_run(one.text, b=one.claim) for one in claim.quote),
        "told": list(_told(claim, words)),
        "sources": [_sided(_source(one, words), anchor=one.anchor) for one in claim.evidence],
        "history": [_past(one) for one in claim.history],
        "notes": [_private(one, words) for one in claim.notes],
    }


def _past(one: record.Past) -> list[Data]:
    told = " — ".join(filter(None, (one.reason, one.told)))
    verdict = _run(one.verdict, b=bool(one.look), ink=one.look.tone if one.look else "")
    return [_run(f"{one.when}, {one.by}: "), verdict, *([_run(f" — {told}")] if told else [])]


def _private(one: record.Private, words: Words) -> list[Data]:
    head = _run(words("private_note"), b=True, ink="red")
    return [head, _run(f" · {one.reviewer}, {one.day}: "), *_lines(one.text)]


def _lines(text: str) -> Iterator[Data]:
    """A text with its lines as they are."""
    for number, line in enumerate(text.split("\n")):
        yield from ([_run("\n")] if number else [])
        yield _run(line)


def _agreement(shown: views.ReportView) -> Data | None:
    found, words = shown.agreement, shown.words
    if found is None:
        return None
    return {
        "means": words("agreement_means" if found else "agreement_none"),
        "heads": list(record.heads(words)),
        "scales": [{"summary": one.summary, "rows": list(map(list, one.rows))} for one in found],
    }


def _told(claim: views.ClaimView, words: Words) -> Iterator[Data]:
    """The reasons, each reviewer's verdict before them where they differ, and corrections."""
    several = claim.look.style == "disputed" or len(claim.judgments) > 1
    for given in claim.judgments:
        if several:
            yield _sided([_verdict(given.look), _by(given)], depth=0, head=True)
        for one in runs.paragraphs(given.reason, claim.cited):
            label = [_run(f"{one.label} ")] if one.label else []
            yield _sided([*label, *map(_reason, one.runs)], depth=one.depth, head=False)
    for made in claim.corrections:
        said = _run(f"{made.note} {lines.before(made, words)}".strip())
        on = _run(f"{words('corrected', day=made.day)} ", b=True)
        yield _sided([on, said], depth=0, head=False)


def _verdict(look: verdicts.Look) -> Data:
    return _run(f"{look.symbol} {look.text}", b=True, ink=look.tone)


def _by(given: views.Judgment) -> Data:
    return _run(f" · {given.reviewer}, {given.day}")


def _reason(one: runs.Run) -> Data:
    return _run(one.text, b=one.strong, i=one.emphasis, to=one.target)


def _source(one: views.Shown, words: Words) -> list[Data]:
    told = one.told
    by = f", {told.by}" if told.by else ""
    copies = (
        words("copy_kept", name=copy.name, hash=f"{copy.sha256[:8]}…") for copy in told.copies
    )
    details = "".join(f" {wording.ended(text)}" for text in (*one.details, *copies))
    return [
        _run(f"[{told.number}] "),
        _run(told.name, to=told.url),
        _run(f"{by} — " if told.name else ""),
        _run(told.stance, b=True, ink=told.tone),
        _run(f".{details}"),
    ]


def _block(article: views.ArticleView, block: passages.MarkedBlock, words: Words) -> Data:
    """A block of the text with its marks, and the notes for the margin beside it."""
    opened = (article.claims[n] for one in block.segments for n in one.opens)
    notes = [_sided(_note(one, words), tone=one.look.tone) for one in opened]
    shown = (run for one in block.segments for run in _segment(article, one))
    return _sided(shown, kind=block.kind, notes=notes)


def _segment(article: views.ArticleView, one: passages.Segment) -> Iterator[Data]:
    fill = article.claims[one.claim].look.tone if one.claim is not None else ""
    yield _run(one.text, fill=fill)
    for claim in (article.claims[index] for index in one.ends):
        yield _run(f" [{claim.number}\u00a0{claim.look.symbol}]", b=True, ink=claim.look.tone)


def _note(claim: views.ClaimView, words: Words) -> Iterator[Data]:
    yield _run(f"{claim.number} ", b=True)
    yield _verdict(claim.look)
    paragraphs: Iterable[runs.Paragraph] = (
        one for given in claim.judgments for one in runs.paragraphs(given.reason)
    )
    for one in paragraphs:
        yield _run("\n")
        yield from map(_reason, one.runs)
    for told in claim.evidence:
        yield _run("\n")
        yield _run(sources.heading(told.told) or told.told.stance, i=True)
    for note in claim.notes:
        yield _run("\n")
        yield from _private(note, words)


def _record(article: views.ArticleView, words: Words) -> Iterator[Data]:
    if article.versions:
        said = (f"{one.number}: {on}, {one.source_name}" for one, on in article.versions)
        hashes = (words("sha256", hash=one.sha256) for one, _ in article.versions)
        items = [f"{text}, {sha}" for text, sha in zip(said, hashes, strict=True)]
        yield {"head": words("versions"), "items": items}
    if article.copies:
        items = [f"{one.name}, {words('sha256', hash=one.sha256)}" for one in article.copies]
        yield {"head": words("copies"), "items": items}
