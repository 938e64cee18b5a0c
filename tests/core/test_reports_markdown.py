"""The Markdown report, as a parser of CommonMark that takes raw HTML reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck_gui import domain
from factcheck_gui.reports import content, markdown, runs
from tests.core import report_samples as samples


def tokens(report: content.Report) -> list[Token]:
    """All tokens, the inner ones after the line that holds them."""
    text = markdown.render(report).decode("utf-8")
    return list(_flat(MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)))


def _flat(found: list[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from _flat(token.children or [])


def shown(found: list[Token]) -> str:
    return " ".join("".join(t.content for t in found if t.type in ("text", "code_inline")).split())


def test_headings_lead_through_the_report() -> None:
    found = tokens(samples.report(samples.bridge()))
    heads = [
        (one.tag, shown([after, *(after.children or [])]))
        for one, after in pairwise(found)
        if one.type == "heading_open"
    ]
    assert heads[:4] == [
        ("h1", "The harbour bridge"),
        ("h2", "Corrections"),
        ("h2", "The claims"),
        ("h3", "1. The harbour bridge carries 12,400 cars a day."),
    ]
    assert ("h2", "The article") in heads and ("h2", "Copies kept of the sources") in heads
    several = tokens(samples.report(samples.bridge(), samples.seed()))
    assert sum(one.type == "heading_open" and one.tag == "h1" for one in several) == 1


def test_everything_that_was_decided_is_told() -> None:
    text = shown(tokens(samples.report(samples.bridge())))
    for part in (
        "shows 12,380 [1]. A fitter doubts it [2], [7].",
        "We had overlooked the repair of 2003. The verdict before was ◐ Mixed.",
        samples.COUNTER.copies[0].sha256,
        "signed off 22 November 2026 by Editor",
        "contested by claims 4 and 9",
        "The council says the bridge carries 12,400 cars a day [1 ◕].",
    ):
        assert part in text, part
    assert "SECRET" not in text and "PRIVATE" not in text


def test_only_web_addresses_become_links() -> None:
    found = tokens(samples.report(samples.bridge()))
    links = {str(one.attrGet("href")) for one in found if one.type == "link_open"}
    assert links == {
        "https://example.org/bridge?a=1&b=2",
        "https://example.org/counts?year=2025&road=12",
        "https://example.org/log",
        "https://example.org/words",
    }


def test_hostile_text_is_shown_and_does_nothing() -> None:
    found = tokens(samples.hostile())
    assert not [one for one in found if one.type in ("html_block", "html_inline", "image")]
    assert not [one for one in found if one.type in ("link_open", "code_block", "fence")]
    text = shown(found)
    for part in ("<script>alert(1)</script>", "{{ 7*7 }}", "]]> -->", "\ufffdevil", "w" * 100_000):
        assert part in text


@pytest.mark.parametrize(
    "words",
    [
        "# no heading", "1. no list", "2) no list", "- no list", "+ no list", "> no quote", "---",
        "===", "```", "    code", "a | b", "*stars* and __lines__", "[text](https://example.org)",
        "![picture](x)", "&amp; &#42;", "<b>bold</b>", "a\\*b", "[x]: https://example.org", "~~x~~",
        "www.example.org and https://example.org",
    ],
)  # fmt: skip
def test_words_stay_words(words: str) -> None:
    one = samples.article("Only this. " + words, words)
    claim = samples.claim(one, 1, "Only this.", wording=words, claimant=words)
    article = content.ReportArticle(one, samples.scale(), (content.ReportClaim(claim),))
    found = tokens(samples.report(article))
    text = shown(found)
    assert f"1. {' '.join(words.split())}" in text
    assert not [t for t in found if t.type in ("link_open", "image", "em_open", "html_inline")]


def test_a_reason_keeps_its_lists_and_emphasis() -> None:
    reason = (
        "One **two** *three*\nfour\n\n1. five\n2. six\n   - seven\n\n[n](https://example.org/x_y)"
    )
    found = runs.paragraphs(reason)
    assert [(one.depth, one.label) for one in found] == [
        (0, ""), (1, "1."), (1, "2."), (2, "•"), (0, ""),
    ]  # fmt: skip
    assert [run for run in found[0].runs if run.strong or run.emphasis] == [
        runs.Run("two", strong=True),
        runs.Run("three", emphasis=True),
    ]
    bridge = samples.bridge()
    claim = samples.judged(bridge.claims[1].claim, samples.given("True", reason))
    html = MarkdownIt("commonmark").render(
        markdown.render(samples.report(replace(bridge, claims=(claim,)))).decode("utf-8")
    )
    assert "One <strong>two</strong> <em>three</em><br />\nfour" in html
    assert "<li>six\n<ul>\n<li>seven</li>" in html
    assert '<a href="https://example.org/x%5Fy">n</a>' in html


def test_progress_can_stop_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise domain.Cancelled

    with pytest.raises(domain.Cancelled):
        markdown.render(samples.report(samples.bridge()), stop)
