"""Reviews as CSV: one row a claim, for spreadsheets and statistics.

UTF-8 with a byte order mark (or Excel takes it for another encoding), lines ended by CRLF, a
header row. ``COLUMNS`` says what each column holds; those of what was not chosen are left out.
Private notes, where they were chosen, are in the column ``private_notes``. Not here: the article's
text.

A text that a spreadsheet would take for a formula (it begins with ``= + - @``, their full-width
forms, a tab or a newline, also behind blanks) gets a leading apostrophe. Characters that cannot
be shown are replaced as ``wording.visible`` does. Excel keeps 32,767 characters of a cell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from factcheck_gui import domain
from factcheck_gui.reports import content, record, sources, verdicts
from factcheck_gui.reports.wording import visible
from factcheck_gui.reports.words import Words, english

COLUMNS: dict[str, str] = {
    "article_id": "UUID of the article",
    "article_title": "its title, or its opening words where it has none",
    "site": "where it was published",
    "author": "who wrote it",
    "published": "day of publication, ISO 8601, empty where unknown",
    "url": "its address",
    "text_sha256": "SHA-256 of the text that the offsets mean, UTF-8",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "start": "first code point of the claim's first span",
    "end": "code point after its last span",
    "spans": "all its spans as JSON, [[start, end], ...]",
    "text": "the claim as it stands in the article",
    "wording": "the claim in words that stand alone",
    "claimant": "who said it, empty for the article's own voice",
    "cue": "the word that attributes it (said, denied)",
    "kind": "numeric, event, causal, quote, reported, property, plan or opinion",
    "type": "fact, opinion, prediction, question or rhetoric",
    "score": "check-worthiness from 0 to 1",
    "origin": "found (by the program) or reviewer (marked by a person)",
    "contested_by": "numbers of the claims of this article that contradict it",
    "state": "open, reviewed, disputed or dismissed (not a claim)",
    "verdict": "the verdict that stands, empty while none does",
    "scale": "name of the rating scale",
    "claimskg": "the verdict on the ClaimsKG scale: TRUE, MIXTURE, FALSE or OTHER",
    "reason": "the published reasons behind the verdict, or why it was dismissed",
    "reviewers": "who gave a verdict",
    "assessed_at": "when the last of them did, UTC",
    "evidence": "the evidence by its numbers, a line each, with kept copies and their SHA-256",
    "evidence_count": "how many pieces of evidence there are",
    "independent_sources": "how many sources that support or refute come from different hands",
    "correction": "what readers are told of the last correction",
    "corrected_at": "when it was made, UTC, empty where nothing was corrected",
    "text_version": "number of the version of the text",
    "signed_at": "when the review of the article was signed off, UTC, empty where it was not",
    "signed_by": "who signed it off",
}

MORE: dict[str, str] = {  # only where they were chosen
    "history": "every assessment of the claim, a line each: when, who, verdict, reason",
    "private_notes": "reviewers' notes to colleagues, a line each: not for publication",
}
_OF: dict[str, tuple[str, ...]] = {  # the columns of a choice, by its name in Included
    "reasons": ("reason",),
    "evidence": ("evidence", "evidence_count", "independent_sources"),
    "corrections": ("correction", "corrected_at"),
    "history": ("history",),
    "notes": ("private_notes",),
}

_FORMULA = "=+-@＝＋－＠\t\n"


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as CSV. Raises what ``progress`` raises."""
    report = content.choose(content.public(report))
    included = report.choices.included
    names, words = columns(included), english()
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for number, article in enumerate(report.articles):
        writer.writerows(
            [cell(row[name]) for name in names] for row in rows(article, included, words)
        )
        if progress:
            progress(number + 1, len(report.articles))
    return out.getvalue().encode("utf-8-sig")


def columns(included: content.Included) -> dict[str, str]:
    """The columns of what was chosen, with what they hold."""
    out = {one for name, of in _OF.items() if not getattr(included, name) for one in of}
    return {name: meaning for name, meaning in (COLUMNS | MORE).items() if name not in out}


def rows(
    article: content.ReportArticle, included: content.Included, words: Words
) -> Iterator[dict[str, str | int | float]]:
    """A row a claim of the list, then those that were dismissed; keys are those of ``columns`` at
    least. Sentences within a cell are in these words."""
    about = _article(article)
    dismissed = [one for one in article.claims if one.claim.dismissed is not None]
    for one in (*content.listed(article), *dismissed):
        yield {
            **about,
            **_claim(one),
            **_review(article, one, words),
            **_evidence(one, words),
            **_more(article, one, included, words),
        }


def _article(article: content.ReportArticle) -> dict[str, str | int | float]:
    row = article.article.row
    return {
        "article_id": row.id,
        "article_title": row.name,
        "site": row.site,
        "author": row.author,
        "published": row.published,
        "url": row.url,
        "text_sha256": article.article.sha256,
        "scale": article.scale.name,
        "text_version": article.article.version_number,
        "signed_at": row.signed_at,
        "signed_by": row.signed_by,
    }


def _claim(one: content.ReportClaim) -> dict[str, str | int | float]:
    claim = one.claim
    return {
        "claim_number": claim.number,
        "claim_id": claim.id,
        "start": min((s.start for s in claim.spans), default=""),
        "end": max((s.end for s in claim.spans), default=""),
        "spans": json.dumps([[s.start, s.end] for s in claim.spans]),
        "text": claim.text,
        "wording": claim.wording,
        "claimant": claim.claimant,
        "cue": claim.cue,
        "kind": claim.kind,
        "type": claim.type,
        "score": claim.score,
        "origin": claim.origin,
        "contested_by": "; ".join(map(str, claim.contested_by)),
    }


def _review(
    article: content.ReportArticle, one: content.ReportClaim, words: Words
) -> dict[str, str | int | float]:
    claim = one.claim
    label = article.scale.label(claim.verdict or "")
    given = verdicts.standing(one.assessments) or verdicts.unfinished(one.assessments)
    dismissed = claim.dismissed is not None
    return {
        "state": "dismissed" if dismissed else claim.state,
        "verdict": label.text if label else claim.verdict or "",
        "claimskg": label.claimskg if label else "OTHER" if claim.verdict else "",
        "reason": claim.dismissed or "" if dismissed else _reasons(one, given, words),
        "reviewers": "; ".join(dict.fromkeys(a.reviewer for a in given)),
        "assessed_at": max((a.at for a in given), default=""),
    }


def _reasons(one: content.ReportClaim, given: list[domain.Assessment], words: Words) -> str:
    """One reason as it is; several each behind their reviewer's name and verdict."""
    written = [(a, content.reason(one, a)) for a in given if a.reason.strip()]
    if len(given) < 2:
        return "".join(reason for _, reason in written)
    return "\n\n".join(
        f"{a.reviewer} ({a.verdict or words('to_review')}): {reason}" for a, reason in written
    )


def _evidence(one: content.ReportClaim, words: Words) -> dict[str, str | int | float]:
    corrected = verdicts.corrections(one.assessments)
    return {
        "evidence": _told(one, words),
        "evidence_count": len(one.evidence),
        "independent_sources": domain.independent_sources(one.evidence),
        "correction": corrected[-1].note if corrected else "",
        "corrected_at": corrected[-1].at if corrected else "",
    }


def _told(one: content.ReportClaim, words: Words) -> str:
    return "\n".join(sources.sentence(told, words) for told in sources.told(one, words))


def _more(
    article: content.ReportArticle,
    one: content.ReportClaim,
    included: content.Included,
    words: Words,
) -> dict[str, str]:
    past = record.history(article.scale, one, words) if included.history else ()
    notes = (f"{n.reviewer}, {n.day}: {n.text}" for n in record.notes(one, words))
    return {"history": "\n".join(map(record.sentence, past)), "private_notes": "\n".join(notes)}


def cell(value: str | int | float) -> str | int | float:
    """A text that no spreadsheet runs; numbers as they are."""
    if not isinstance(value, str):
        return value
    text = visible(value.replace("\r\n", "\n").replace("\r", "\n"))
    behind_blanks = text.lstrip(" \u00a0\u3000")
    return "'" + text if behind_blanks[:1] and behind_blanks[0] in _FORMULA else text
