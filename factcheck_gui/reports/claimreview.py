"""Reviews as ClaimReview: the mark-up by which search engines and archives find fact checks.

JSON-LD by https://schema.org/ClaimReview, one object for each claim whose verdict stands; claims
open or in dispute have none. ``content.Choices.url`` is where the check is published; without it
the objects are drafts and say so. ``claimreview_rules`` decides what may be published.

The bytes of ``written`` are harmless inside a ``<script>`` too, since ``interchange`` escapes
``< > &``; ``block`` is that element, to paste into a page. Not here: what stands in an object
(``claimreview_object``), the reading of other people's ClaimReviews.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck_gui import domain
from factcheck_gui.reports import claimreview_rules as rules
from factcheck_gui.reports import content, interchange, verdicts
from factcheck_gui.reports.claimreview_object import Json, made_of
from factcheck_gui.reports.wording import plural, visible

_SHOWN = 5  # errors that a problem tells of
_NUMBERS = 12  # numbers of claims with the same fault that are told


@dataclass(frozen=True, slots=True)
class Made:
    """The ClaimReview of one claim, and what is wrong with it."""

    article: str  # its name
    number: int
    review: Json
    faults: tuple[rules.Fault, ...]


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
    for where, fault in _faults(made, error=False):
        yield f"{where}: {fault.what} ({fault.field})"


def _faults(made: Sequence[Made], *, error: bool) -> list[tuple[str, rules.Fault]]:
    """The errors or the warnings, each once in an article with the claims that have it."""
    found: dict[tuple[str, rules.Fault], list[int]] = {}
    for one in made:
        for fault in one.faults:
            if fault.error == error:
                found.setdefault((one.article, fault), []).append(one.number)
    return [
        (f"{article}, {_claims(numbers)}", fault) for (article, fault), numbers in found.items()
    ]


def _claims(numbers: Sequence[int]) -> str:
    """``claim 4``, ``claims 1, 4``."""
    shown = ", ".join(map(str, numbers[:_NUMBERS]))
    rest = f" and {len(numbers) - _NUMBERS} more" if len(numbers) > _NUMBERS else ""
    return f"{'claim' if len(numbers) == 1 else 'claims'} {shown}{rest}"


def _refuse(made: Sequence[Made]) -> None:
    wrong = _faults(made, error=True)
    if not made:
        raise domain.Problem(
            "No claim has a verdict that stands, so there is no ClaimReview to write.", "claims"
        )
    if wrong:
        first, fault = wrong[0]
        others = [f"{where}, {f.field}: {f.what}" for where, f in wrong[1:_SHOWN]]
        more = [f"And {len(wrong) - _SHOWN} more."] if len(wrong) > _SHOWN else []
        kept = " ".join(["Nothing was written.", *others, *more])
        raise domain.Problem(fault.what, f"{first}, {fault.field}", kept)


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
        review = _shown(made_of(report, article, one, f"a{number}-claim-{one.claim.number}"))
        made.append(_judged(article, one, review))
        if progress:
            progress(len(made), len(chosen))
    return made


def _judged(article: content.ReportArticle, one: content.ReportClaim, review: Json) -> Made:
    checkers = [given.reviewer for given in verdicts.standing(one.assessments)]
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


def _falls_upwards(scale: domain.Scale) -> bool:
    """Whether a better label has a smaller number than a worse one."""
    ordered = sorted((one for one in scale.labels if one.order), key=lambda one: one.order or 0)
    values = [one.value for one in ordered if one.value is not None]
    return values != sorted(values, reverse=True)


def _unknown(claimant: Json) -> Iterator[rules.Fault]:
    if claimant and "@type" not in claimant:
        words = f"It is not known whether “{claimant['name']}” is a person or an organisation."
        yield rules.Fault("itemReviewed.author.@type", f"{words} The type is left out.")


def _stands(one: content.ReportClaim) -> bool:
    return one.claim.state == "reviewed" and bool(one.claim.verdict) and content.is_reviewed(one)


def _shown(value: Any) -> Any:
    """The same value with characters that nobody could see made visible, at every depth."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: _shown(one) for name, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, list) else value
