"""The formats for programs, as pandas, a JSON Schema, JSON-LD and a Markdown parser read them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import pandas
from markdown_it import MarkdownIt
from pyld import jsonld

from factcheck_gui import paths
from factcheck_gui.reports import claimreview_rules, content, table, wording
from tests.core import html_page
from tests.exports import needs, samples
from tests.exports.results import Result, Written, checked

CONTEXTS = {  # kept as files: nothing is fetched
    "http://www.w3.org/ns/anno.jsonld": needs.ROOT / "tests/data/contexts/anno.jsonld",
    "https://schema.org": needs.ROOT / "tests/data/reports/schema-org-context.json",
}
Check = Callable[[content.Report, Path], tuple[Iterable[str], str]]


def check(files: Sequence[Written], reports: dict[str, content.Report]) -> list[Result]:
    """Every file of these formats by its reader."""
    results = []
    for one in files:
        if one.format in READERS:
            name, reader = READERS[one.format]
            results.append(checked(one, name, partial(reader, reports[one.sample])))
    return results


def _csv(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    columns = list(table.columns(report.choices.included))
    problems = [] if list(frame.columns) == columns else ["has other columns"]
    told = set(frame["text"]) | set(frame["wording"])
    for words in samples.told_words(report, "csv"):
        if not any(wording.visible(words) in one for one in told):
            problems.append(f"has not the words {words[:80]!r}")
    alive = frame.map(lambda cell: cell.lstrip(" \u00a0")[:1] in tuple("=+-@＝＋－＠\t"))
    return [*problems, *(["has a formula"] if alive.to_numpy().any() else [])], f"{len(frame)} rows"


def _json(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    schema = json.loads(
        (paths.resources() / "reports" / "factcheck-report.schema.json").read_text("utf-8")
    )
    found = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    problems = [f"{one.json_path}: {one.message[:200]}" for one in validator.iter_errors(found)]
    return problems, f"{sum(len(one['claims']) for one in found['articles'])} claims"


def _kept(url: str, options: object) -> dict[str, Any]:
    path = CONTEXTS[url.rstrip("/")]
    document = json.loads(path.read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": url, "document": document}


def _annotations(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    found = json.loads(path.read_text(encoding="utf-8"))
    (collection,) = jsonld.expand(found, {"documentLoader": _kept})
    page = collection["http://www.w3.org/ns/activitystreams#first"][0]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    problems = [] if len(items) == found["total"] else [f"has {len(items)} of {found['total']}"]
    for one in items:
        if one["@type"] != ["http://www.w3.org/ns/oa#Annotation"]:
            problems.append(f"has {one['@type']}")
        if not one.get("http://www.w3.org/ns/oa#hasTarget"):
            problems.append(f"{one['@id']} has no target")
    return problems, f"{len(items)} annotations"


def _reviews(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        _, _, text = text.partition('<script type="application/ld+json">')
        text, closed, rest = text.partition("</script>")
        assert closed and not rest.strip(), f"has more behind its script: {rest[:80]!r}"
    reviews = json.loads(text)
    reviews = reviews if isinstance(reviews, list) else [reviews]
    expanded = jsonld.expand(reviews, {"documentLoader": _kept})
    kinds = {one["@type"][0] for one in expanded}
    problems = [] if kinds == {"http://schema.org/ClaimReview"} else [f"expands to {kinds}"]
    for one in reviews:
        problems += [f"{f.field}: {f.what}" for f in claimreview_rules.faults(one) if f.error]
    return problems, f"{len(reviews)} reviews"


def _markdown(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    """Shown by a parser that lets HTML through, the words are there and nothing came alive."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(
        path.read_text(encoding="utf-8")
    )  # fmt: skip
    page = html_page.read(f"<html><body>{rendered}</body></html>")
    alive = page.all("script", "img", "iframe", "style", "form")
    problems = [f"has the element {one.tag}" for one in alive]
    text = " ".join(page.text.split())
    for words in samples.told_words(report, "md"):
        if " ".join(wording.visible(words).split()) not in text:
            problems.append(f"has not the words {words[:80]!r}")
    bad = [link for link in page.links() if not re.match(r"https?://|#", link)]
    return [*problems, *(f"links to {one[:80]}" for one in bad)], ""


READERS: dict[str, tuple[str, Check]] = {
    "csv": ("pandas", _csv),
    "json": ("JSON Schema", _json),
    "webannotation": ("JSON-LD expansion", _annotations),
    "claimreview": ("JSON-LD and rules", _reviews),
    "claimreview-html": ("JSON-LD and rules", _reviews),
    "md": ("CommonMark, HTML on", _markdown),
}
