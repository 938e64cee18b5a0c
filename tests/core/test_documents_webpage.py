"""Web pages: the article's text and structure, what is set aside, what the page says of itself."""

from __future__ import annotations

import json

import pytest

from factcheck_gui.documents import furniture
from factcheck_gui.documents.reading import read_bytes
from factcheck_gui.domain import Block, Document
from tests.core import web_samples as web


def read(source: str | bytes, name: str = "a.html") -> Document:
    return read_bytes(source.encode() if isinstance(source, str) else source, name)


def shown(document: Document) -> list[tuple[str, int, str, str]]:
    return [
        (one.kind, one.level, one.label, document.text[one.start : one.end])
        for one in document.blocks
    ]


def article(*parts: str) -> str:
    """A page whose article has these parts between two paragraphs that are surely its own."""
    return web.page(
        f"<h1>Council closes the old pier</h1><p>{web.LEAD}</p>{''.join(parts)}<p>{web.THIRD}</p>"
    )


def test_the_article_is_the_text_and_the_rest_is_set_aside() -> None:
    document = read(web.page())
    assert [one[3] for one in shown(document)] == [
        web.LEAD, web.SECOND, "Who uses it", web.THIRD, web.LAST,
    ]  # fmt: skip
    assert document.text == "\n\n".join(one[3] for one in shown(document))
    aside = "".join(one.text for one in document.furniture)
    for words in ("Home", "By Maren Holt", "Crane falls silent", "All rights reserved"):
        assert words in aside and words not in document.text
    whole = furniture.put_back(document.text, document.furniture)
    assert whole.startswith("Home\nTown") and web.LEAD in whole.split("\n")


def test_structure_is_kept_as_blocks() -> None:
    document = read(
        article(
            "<h2>What it costs</h2>",
            "<ol start='3'><li>Planks and piles, bought in the north.</li>"
            "<li>Work by divers, who are paid by the day.<ul><li>Two of them in spring, as the "
            "water is cold then.</li></ul></li></ol>",
            "<blockquote><p>The sea takes what it is owed, my father used to say.</p></blockquote>",
            "<table><caption>Boats a day</caption><tr><th>Month</th><th>Boats</th></tr>"
            "<tr><td>May</td><td>12</td></tr><tr><td>June</td><td>31</td></tr></table>",
            "<pre>  one line\n    another line</pre>",
        )
    )
    assert shown(document)[1:-1] == [
        ("heading", 2, "", "What it costs"),
        ("item", 1, "3.", "Planks and piles, bought in the north."),
        ("item", 1, "4.", "Work by divers, who are paid by the day."),
        ("item", 2, "•", "Two of them in spring, as the water is cold then."),
        ("quote", 1, "", "The sea takes what it is owed, my father used to say."),
        ("caption", 0, "", "Boats a day"),
        ("table", 0, "", "Month\tBoats\nMay\t12\nJune\t31"),
        ("code", 0, "", "  one line\n    another line"),
    ]


def test_a_quote_that_repeats_the_body_is_a_pull_quote() -> None:
    repeated = "most of them live on the two islands across the sound"
    document = read(
        article(
            f"<aside class='pull-quote'><p>{repeated.capitalize()}</p></aside>",
            f"<p>{web.SECOND}</p>",
            "<blockquote>Nothing else on this page says these words once more.</blockquote>",
        )
    )
    kinds = {one[3][:7]: one[0] for one in shown(document)}
    assert kinds["Most of"] == "pullquote"
    assert kinds["Nothing"] == "quote"


def test_what_the_page_says_of_itself_and_where() -> None:
    document = read(web.page())
    assert document.title == "Council closes the old pier"
    assert document.author == "Maren Holt, Li Wen"
    assert (document.published, document.modified) == ("2024-05-14", "2024-05-15")
    assert (document.site, document.language) == ("The Harbour Post", "en")
    assert document.url == "https://harbour.example/town/pier"
    assert document.media_type == "text/html" and document.encoding == "utf-8"
    assert dict(document.origins) == {
        "title": "headline on the page",
        "author": "JSON-LD author",
        "published": "JSON-LD datePublished",
        "modified": "JSON-LD dateModified",
        "site": "JSON-LD publisher",
        "url": "link rel=canonical",
        "language": "html lang",
    }


@pytest.mark.parametrize(
    ("head", "field", "value", "origin"),
    [
        ("<meta property='og:title' content='A pier &amp;amp; a quay'>", "title", "A pier & a quay",
         "og:title"),
        ("<meta property='article:published_time' content='2023-02-01T23:00:00-05:00'>",
         "published", "2023-02-01", "article:published_time"),
        ("<meta name='author' content='By Jo Ley and staff | Harbour'>", "author",
         "Jo Ley and staff", "author"),
        ("<meta property='og:site_name' content='The Post'>", "site", "The Post", "og:site_name"),
        ("<meta property='og:url' content='javascript:alert(1)'>", "url", "", ""),
        ("<meta name='date' content='0000-00-00'>", "published", "", ""),
        ("<link rel='canonical' href='/town/pier'>", "url", "", ""),
        ("<script type='application/ld+json'>[{\"@type\": \"NewsArticle\", \"author\": 7, "
         "\"datePublished\": {\"x\": []}}]</script>", "author", "", ""),
        ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "author", "", ""),
    ],
)  # fmt: skip
def test_metadata_of_many_kinds(head: str, field: str, value: str, origin: str) -> None:
    text = "".join(f"<p>{one}</p>" for one in (web.LEAD, web.THIRD, web.LAST))
    document = read(f"<html><head>{head}</head><body><article>{text}</article></body></html>")
    assert getattr(document, field) == value
    assert dict(document.origins).get(field, "") == origin


def test_a_page_that_shows_little_gives_what_it_tells_machines() -> None:
    told = [web.LEAD, web.SECOND, web.THIRD, web.LAST] * 2
    stated = {**web.STATED, "articleBody": "".join(f"<p>{one}</p>" for one in told)}
    head = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    document = read(web.page("<p>Please wait while the article is loaded.</p>", head))
    assert document.text == "\n\n".join(told)
    assert any("tells machines" in one for one in document.notes)
    assert "Please wait" in document.furniture[-1].text
    whole = read(web.page("".join(f"<p>{one}</p>" for one in told), head))
    assert whole.text == document.text and not whole.notes


def test_a_page_saved_by_singlefile_knows_its_address() -> None:
    source = web.page(head="<title>Pier</title>").replace(
        "<head>",
        "<!--\n Page saved with SingleFile \n url: https://harbour.example/x \n saved date: Tue -->"
        "<head><style>" + "a{background:url(data:image/png;base64," + "A" * 50_000 + ")}</style>",
    )
    document = read(source)
    assert document.url == "https://harbour.example/x"
    assert ("url", "SingleFile") in document.origins
    assert web.LEAD in document.text


# ---------------------------------------------------------------- encodings

GERMAN = "Der Hafenrat stimmte für die Schließung der alten Mole und hörte über Mängel."


@pytest.mark.parametrize(
    ("data", "encoding", "notes"),
    [
        (f"<meta charset=iso-8859-1><p>{GERMAN} „So“</p>".encode("cp1252"), "cp1252", 0),
        (f"<meta charset=iso-8859-1><p>{GERMAN}</p>".encode(), "utf-8", 1),
        (f"<?xml version='1.0' encoding='windows-1252'?><p>{GERMAN}</p>".encode("cp1252"),
         "cp1252", 0),
        (f"<p>{GERMAN}</p>".encode("cp1252"), "cp1252", 1),
        (b"\xef\xbb\xbf" + f"<meta charset=koi8-r><p>{GERMAN}</p>".encode(), "utf-8", 0),
        (f"<p>{GERMAN}</p>".encode("utf-16"), "utf-16-le", 0),
        (f"<meta charset=utf-16><p>{GERMAN}</p>".encode(), "utf-8", 0),
        (f"<meta charset=nonsense><p>{GERMAN}</p>".encode(), "utf-8", 0),
        (f"<meta charset=hex><p>{GERMAN}</p>".encode(), "utf-8", 0),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_encoding(data: bytes, encoding: str, notes: int) -> None:
    document = read(data)
    assert document.text.startswith(GERMAN)
    assert document.encoding == encoding
    told = [one for one in document.notes if "claim finder" not in one]
    assert len(told) == notes, told


# ---------------------------------------------------------------- languages


def test_a_text_in_another_language_is_told() -> None:
    page = web.page(f"<h1>Mole</h1><p>{GERMAN}</p><p>{GERMAN}</p>", "", lang="de-AT")
    document = read(page)
    assert document.language == "de-AT"
    assert any("this text is in German" in one for one in document.notes)


def test_the_text_decides_where_its_page_is_wrong() -> None:
    document = read(web.page(f"<h1>Mole</h1><p>{GERMAN}</p><p>{GERMAN}</p>", "", lang="en-US"))
    assert document.language == "de"
    assert ("language", "recognised from the text") in document.origins
    assert "The file says that it is in English, its text is German." in document.notes


def test_right_to_left_text_stays_as_it_is() -> None:
    words = "قرر مجلس الميناء يوم الثلاثاء إغلاق الرصيف القديم بسبب كلفة الإصلاح العالية جدا"
    document = read(f"<html dir='rtl'><body><p>{words}</p><p>{words} أيضا</p></body></html>")
    assert document.text.startswith(words)
    assert document.language == "ar"


# ---------------------------------------------------------------- hostile pages


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "table><tr><td", "ul><li", "p"])
def test_deep_nesting_costs_nothing(tag: str) -> None:
    document = read(f"<html><body><p>{web.LEAD}</p>" + f"<{tag}>" * 100_000 + web.THIRD)
    assert web.LEAD in document.text and web.THIRD in document.text


def test_what_could_run_or_fetch_is_not_text() -> None:
    source = article(
        "<script>alert('run')</script><style>p{color:red}</style><iframe src='x'>frame</iframe>",
        "<svg><text>drawn</text></svg><template>templated</template><object>object</object>",
        "<img src='http://a.example/x.png' onerror='alert(1)' alt='described'>",
        "<p hidden>hidden</p><p style='display: none'>unseen</p><noscript>no script</noscript>",
    )
    document = read(source)
    everything = furniture.put_back(document.text, document.furniture)
    for word in "run color frame drawn templated object hidden unseen script".split():
        assert word not in everything.split(), word


def test_entities_are_never_expanded_twice_or_from_elsewhere() -> None:
    bomb = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
    source = (
        f"<!DOCTYPE html [<!ENTITY a0 'ha'>{bomb}<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        f"<html><body><p>{web.LEAD} &a12; &x; &amp;lt;b&amp;gt; &#0; &#xD800; &nbsp;end</p></body>"
    )
    document = read(source)
    assert "root:" not in document.text and "haha" not in document.text
    assert "&lt;b&gt;" in document.text and len(document.text) < 500


def test_page_after_page_of_one_thing_is_read_in_linear_time() -> None:
    for piece in ("<p>", "<a href='", "<!--", "<td>", "&#", "<br>", "<p>a b c</p>", "<li>x", "</"):
        with_text = f"<html><body><p>{web.LEAD}</p>" + piece * (60_000 // len(piece))
        document = read(with_text)
        assert "harbour council" in document.text


def test_a_page_without_an_article_gives_the_words_it_has() -> None:
    assert read("<p>A page without a head").text == "A page without a head"
    assert read("<html><body><a href=x>Only a link</a></body></html>").text == "Only a link"


def test_blocks_are_places_in_the_text() -> None:
    document = read(web.page())
    assert all(isinstance(one, Block) and one.start < one.end for one in document.blocks)
    assert document.blocks[-1].end == len(document.text)
