"""Markdown: words come out as plain text, structure as blocks, and nothing hostile gets through."""

from __future__ import annotations

import pytest

from factcheck_gui.documents import markdown
from factcheck_gui.documents.markdown import without_tags
from factcheck_gui.documents.reading import read_bytes
from factcheck_gui.domain import Document


def read(text: str) -> Document:
    return read_bytes(text.encode(), "article.md")


def parts(text: str) -> list[tuple[str, int, str]]:
    document = read(text)
    return [(one.kind, one.level, document.text[one.start : one.end]) for one in document.blocks]


def test_headings_paragraphs_and_the_title() -> None:
    document = read("# The *bill*\n\nA first\nparagraph.\n\nSecond head\n---\n\n### Third\n")
    assert document.title == "The bill"
    assert document.media_type == "text/markdown"
    assert document.text == "The bill\n\nA first paragraph.\n\nSecond head\n\nThird"
    assert [(one.kind, one.level) for one in document.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("heading", 3),
    ]


def test_a_heading_further_down_is_no_title() -> None:
    assert read("It began so.\n\n# Later\n").title == ""


def test_links_keep_their_words_and_images_their_description() -> None:
    assert read("See [the *report*][r] and ![a road](x.png 'title').\n\n[r]: /r\n").text == (
        "See the report and a road."
    )
    assert read("<https://example.org/a> `code` **bold** ~~gone~~ &amp; \\*").text == (
        "https://example.org/a code bold gone & *"
    )


def test_quotes_lists_and_code_have_their_kinds_and_depth() -> None:
    text = (
        "> Quoted words\n> go on\n>\n> > deeper\n\n- one\n- two\n  - inner\n\n    more of it\n"
        "- three\n\n3. third\n4. fourth\n\n```python\nx = 1\n\n  y\n```\n\n    indented\n"
    )
    assert parts(text) == [
        ("quote", 1, "Quoted words go on"),
        ("quote", 2, "deeper"),
        ("item", 1, "• one"),
        ("item", 1, "• two"),
        ("item", 2, "• inner"),
        ("item", 2, "more of it"),
        ("item", 1, "• three"),
        ("item", 1, "3. third"),
        ("item", 1, "4. fourth"),
        ("code", 0, "x = 1\n\n  y"),
        ("code", 0, "indented"),
    ]
    assert (
        "• one\n• two\n• inner\n\nmore of it\n• three\n\n3. third\n4. fourth\n\n" in read(text).text
    )


def test_a_table_is_a_line_a_row() -> None:
    text = "Before.\n\n| Year | *Sum* |\n|---|---:|\n| 2021 | 4 |\n| 2022 | |\n\nAfter."
    assert read(text).text == "Before.\n\nYear | Sum\n2021 | 4\n2022 |\n\nAfter."


def test_hard_breaks_are_kept_and_soft_ones_are_spaces() -> None:
    assert read("One  \ntwo\nthree<br>four").text == "One\ntwo three\nfour"


def test_front_matter_is_metadata_and_not_text() -> None:
    document = read("---\ntitle: From above\nauthor: Ann Smith\n---\n# In the text\n\nBody.\n")
    assert (document.title, document.author) == ("From above", "Ann Smith")
    assert document.text == "In the text\n\nBody."


def test_furniture_in_markdown_is_taken_out() -> None:
    document = read(
        "# Head\n\nThe article says so.\n\nYou Might Like\nLearn more about RevenueStripe..."
    )
    assert document.text == "Head\n\nThe article says so."
    assert len(document.furniture) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a <script>alert('x')</script> b",
        "<script>\nalert('x')\n\n</script>\n\na\n\nb",
        "<SCRIPT src=x>alert('x')</SCRIPT >\n\na b",
        "<div onclick=\"alert('x')\">a <b>b</b></div>",
        "a <style>p {content: 'alert'}</style>b <!-- alert -->",
        "<!-- alert\n\nstill alert -->\n\na b",
        "a <svg><text>alert</text></svg> b",
    ],
)
def test_html_is_dropped_and_never_run(text: str) -> None:
    document = read(text)
    assert "alert" not in document.text
    assert "<" not in document.text
    assert document.text.split() == ["a", "b"]


def test_html_that_is_no_markup_is_text() -> None:
    assert read("If a < b and c > d then 1 <2.").text == "If a < b and c > d then 1 <2."
    assert without_tags("x &lt;y&gt; <i>z</i>").split() == ["x", "<y>", "z"]


def test_character_references_cannot_bring_in_what_is_not_storable() -> None:
    document = read("&#xFEFF;a&#0;b&#xD800;c&#13;d")
    assert document.text == "a\ufffdb\ufffdc d"


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5000 + "deep",
        "- " * 5000 + "deep",
        "".join(" " * (2 * depth) + "- level\n" for depth in range(300)),
        "1. " * 2000 + "deep",
    ],
)
def test_deep_nesting_is_shown_as_it_was_written(text: str) -> None:
    document = read(text)
    assert document.text == text
    assert "nested too deeply" in document.notes[-1]


@pytest.mark.parametrize("text", ["![" * 1000 + "](b)" * 1000, "*a **a " * 1000, "[" * 3_000])
def test_deep_inline_markup_keeps_its_words(text: str) -> None:
    assert read(text + " end").text.endswith("end")


@pytest.mark.parametrize(
    ("limit", "text"),
    [("LONGEST", "word " * 50), ("MOST_LINES", "# a\n" * 50), ("MOST_BRACKETS", "[" * 50)],
)
def test_what_is_too_long_to_parse_is_shown_as_it_was_written(
    limit: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown, limit, 40)
    document = read(text)
    assert document.text == text
    assert "too long" in document.notes[-1]
