"""A reason's small Markdown: what it makes, and that nothing else can get through it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.reports import reasons
from tests.core import html_page
from tests.core.quickness import within

ALLOWED = {"p", "br", "em", "strong", "ul", "ol", "li", "a"}
MARKUP = st.text(alphabet="*_[]()<>!`#-+.1 \n\\/:ahtps&\"'~|=\t", max_size=120)


def html(reason: str) -> str:
    return str(reasons.to_html(reason)).strip()


def test_paragraphs_emphasis_lists_and_line_breaks() -> None:
    assert html("One *two* **three**.\nfour\n\n- five\n- six\n\n1. seven") == (
        "<p>One <em>two</em> <strong>three</strong>.<br>\nfour</p>\n"
        "<ul>\n<li>five</li>\n<li>six</li>\n</ul>\n<ol>\n<li>seven</li>\n</ol>"
    )


def test_nothing_is_made_of_nothing() -> None:
    assert html("") == html(" \n ") == ""


@pytest.mark.parametrize(
    "reason",
    [
        "[a link](https://example.org/a)",
        "<https://example.org/a>",
        "see https://example.org/a.",
        "(https://example.org/a)",
        "**https://example.org/a**",
    ],
)
def test_links_to_the_web_are_links(reason: str) -> None:
    page = html_page.read(html(reason))
    assert page.links() == ["https://example.org/a"]
    assert page.all("a")[0].attributes["rel"] == "noopener noreferrer"


def test_an_address_keeps_brackets_that_belong_to_it() -> None:
    assert html_page.read(html("https://example.org/A_(b)).")).links() == [
        "https://example.org/A_(b)"
    ]


def test_an_address_inside_a_link_is_not_linked_again() -> None:
    page = html_page.read(html("[https://example.org/a](https://example.org/b)"))
    assert page.links() == ["https://example.org/b"]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "/x",
        "#x",
        "ftp://example.org",
        "mailto:a@example.org",
        "https:example.org",
        "https://",
        "http://[bad",
    ],
)
def test_other_links_stay_text(target: str) -> None:
    for reason in (f"[x]({target})", f"[x](<{target}>)", f"<{target}>", target):
        assert html_page.read(html(reason)).links() == []


def test_an_address_is_one_only_without_anything_odd() -> None:
    for good in (
        "https://example.org",
        "http://127.0.0.1:8000/a?b#c",
        "https://[::1]/",
        "https://bücher.example/ä",
    ):
        assert reasons.is_web_address(good)
    for bad in (
        "",
        "https://exa\u202emple.org",
        "https://example.org/a b",
        "https://a%40b",
        "http://[bad",
    ):
        assert not reasons.is_web_address(bad)


@pytest.mark.parametrize(
    "reason",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>bold</b>",
        "![picture](https://example.org/x.png)",
        "# heading",
        "    code",
        "```\ncode\n```",
        "> quote",
        "a | b\n--|--\nc | d",
        "---",
        "[x]: https://example.org\n\n[x]",
        "&lt;script&gt;",
        "<!-- comment -->",
        "]]> </style></body>",
    ],
)
def test_everything_else_stays_text(reason: str) -> None:
    page = html_page.read(html(reason))
    assert {one.tag for one in page.elements} <= {"p", "br", "a"}
    kept = "".join(reason.split()).replace("[picture](https://example.org/x.png)", "picture")
    assert "".join(page.text.split()) == kept


@given(MARKUP)
def test_no_text_makes_any_other_tag_or_attribute(reason: str) -> None:
    page = html_page.read(html(reason))
    for one in page.elements:
        assert one.tag in ALLOWED
        assert set(one.attributes) <= {"href", "rel", "start"}
        assert one.attributes.get("href", "https://").startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "unit", ["*", "[", "[a](", "_a", "- ", "<", "\\", "a\n", "**a ", "https://"]
)
def test_a_reason_of_any_shape_is_quick(unit: str) -> None:
    assert within(5, lambda: html(unit * (20_000 // len(unit))))
