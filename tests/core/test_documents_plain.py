"""Plain text: the text stands as it is, its paragraphs and its header are found."""

from __future__ import annotations

import pytest

from factcheck_gui.documents.furniture import put_back
from factcheck_gui.documents.metadata import front_matter, iso_date, web_address
from factcheck_gui.documents.paragraphs import blocks_of
from factcheck_gui.documents.reading import read_bytes, read_pasted
from factcheck_gui.domain import Document, Problem
from factcheck_gui.paths import seeds


def parts(document: Document) -> list[tuple[str, int, str]]:
    return [(one.kind, one.level, document.text[one.start : one.end]) for one in document.blocks]


def pieces(text: str) -> list[str]:
    return [text[one.start : one.end] for one in blocks_of(text)]


def test_the_seed_has_no_title_and_its_last_two_lines_are_furniture() -> None:
    seed = next(seeds().glob("*.txt"))
    document = read_bytes(seed.read_bytes(), seed.name)
    assert document.title == document.author == document.published == ""
    assert [one.text for one in document.furniture] == [
        "\n\nYou Might Like\nLearn more about RevenueStripe..."
    ]
    assert len(document.blocks) == 13
    assert document.text.endswith("rarely if ever be disappointed.")
    assert put_back(document.text, document.furniture).encode() == seed.read_bytes()


def test_text_is_kept_as_it_stands_between_its_paragraphs() -> None:
    text = "  First paragraph here. \n\n\n\nSecond one.\t\n \nThird.\n"
    document = read_pasted(text)
    assert document.text == text
    assert [one[2] for one in parts(document)] == [
        "First paragraph here.",
        "Second one.",
        "Third.",
    ]


def test_hard_wrapped_lines_are_one_paragraph_with_its_line_ends() -> None:
    first = (
        "The committee met on Tuesday evening to consider the budget for the\n"
        "coming year, and agreed after two hours that spending on the roads\n"
        "would have to fall by about a third."
    )
    second = "The mayor, who had argued against it, left before the vote was taken\nat nine."
    assert pieces(f"{first}\n\n{second}\n") == [first, second]


def test_a_line_a_paragraph_is_a_block_a_line() -> None:
    long = "This sentence is the whole of a paragraph and runs on well beyond any width of a page, "
    assert pieces(f"{long * 2}\n{long * 3}\nShort end.") == [
        (long * 2).strip(),
        (long * 3).strip(),
        "Short end.",
    ]


def test_a_transcript_is_a_block_a_turn() -> None:
    text = "HOST: Good evening.\nGUEST: Good evening to you.\nHOST: Is it true?\nGUEST: No."
    assert pieces(text) == text.split("\n")


def test_quotes_items_and_headings_have_their_kinds() -> None:
    text = (
        "# The head\n\nHe wrote:\n\n> we will not\n> accept it\n>> nor this\n\n"
        "- one thing\n  that goes on\n- another\n1. numbered\n\n## Below"
    )
    document = read_pasted(text)
    assert document.title == "The head"
    assert parts(document) == [
        ("heading", 1, "# The head"),
        ("paragraph", 0, "He wrote:"),
        ("quote", 1, "> we will not\n> accept it"),
        ("quote", 2, ">> nor this"),
        ("item", 1, "- one thing\n  that goes on"),
        ("item", 1, "- another"),
        ("item", 1, "1. numbered"),
        ("heading", 2, "## Below"),
    ]


def test_a_header_block_goes_to_the_fields_and_stays_beside_the_text() -> None:
    text = (
        "Title: Roads: the bill\nBy: Ann Smith\nDate: July 29, 2022\n"
        "URL: https://example.org/roads\nSite: The Example\n\nThe council said so."
    )
    document = read_pasted(text)
    assert document.text == "The council said so."
    assert (document.title, document.author) == ("Roads: the bill", "Ann Smith")
    assert (document.published, document.site) == ("2022-07-29", "The Example")
    assert document.url == "https://example.org/roads"
    assert put_back(document.text, document.furniture) == text


@pytest.mark.parametrize(
    "text",
    [
        "Date: it was a Tuesday when they met.\n\nNothing else.",
        "HOST: Hello.\nGUEST: Hello.\n\nThey left.",
        "Title: a word about titles\nand no header at all\n\nText.",
        "Note: the minister lied.\nTitle: no.\nText goes on here\n\nEnd.",
        "The minister said so.\n\nTitle: Not at the start\nDate: 2020-01-01\n\nEnd.",
    ],
)
def test_what_only_looks_like_a_header_is_text(text: str) -> None:
    document = read_pasted(text)
    assert (document.text, document.title, document.published) == (text, "", "")


def test_a_header_alone_is_a_text() -> None:
    text = "Title: One\nDate: 2020-01-01\n\n"
    assert read_pasted(text).text == text


def test_front_matter_takes_lists_quotes_folds_and_leaves_the_rest() -> None:
    text = (
        '---\ntitle: "A \\"fine\\" day: the story"\n'
        "authors:\n  - Ann Smith\n  - 'Bob O''Neil'\n"
        "date: 2022-07-29T10:00:00Z # as printed\nlang: en_GB\nsource: https://example.org/a\n"
        "tags: [a, b]\ndescription: >\n  folded\n  over lines\nnested:\n  title: no\n---\nBody.\n"
    )
    fields, start = front_matter(text)
    assert text[start:] == "Body.\n"
    assert fields == {
        "title": 'A "fine" day: the story',
        "author": "Ann Smith, Bob O'Neil",
        "published": "2022-07-29",
        "language": "en-GB",
        "url": "https://example.org/a",
    }


@pytest.mark.parametrize(
    "text",
    ["---\nJust words between rules\n---\nEnd.", "---\ntitle: never closed\n", "---", "----\na: b"],
)
def test_rules_around_words_are_no_front_matter(text: str) -> None:
    assert front_matter(text) == ({}, 0)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022-07-29", "2022-07-29"),
        ("2022/7/9", "2022-07-09"),
        ("29 July 2022", "2022-07-29"),
        ("Friday, 29 Jul. 2022, 10:00", "2022-07-29"),
        ("July 29th, 2022", "2022-07-29"),
        ("20220729", "2022-07-29"),
        ("07/08/2022", ""),
        ("2022-13-45", ""),
        ("31 February 2022", ""),
        ("yesterday", ""),
        ("12 Foo 2020", ""),
    ],
)
def test_dates_become_iso_only_where_they_are_certain(written: str, date: str) -> None:
    assert iso_date(written) == date


def test_only_absolute_web_addresses_count() -> None:
    assert web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"
    for wrong in ("/a", "javascript:alert(1)", "ftp://example.org", "http://[bad", "http:// a", ""):
        assert web_address(wrong) == ""


def test_a_text_of_over_a_million_lines_is_refused() -> None:
    with pytest.raises(Problem, match="1,000,002 lines"):
        read_bytes(b"a\n" * 1_000_001, "table.txt")
