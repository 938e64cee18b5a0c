"""For any bytes at all: a Document that keeps its promises, or a Problem; never anything else."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck_gui.documents.paragraphs import WHITE, blocks_of
from factcheck_gui.documents.reading import read_bytes, read_pasted
from factcheck_gui.domain import Block, Document, Problem, storable
from tests.core import web_samples as web

NAMES = st.sampled_from(
    ["a.txt", "a.md", "a.txt.gz", "a", "a.html", "a.rtf", "a.eml", "a.srt", "a.vtt", "a.csv",
     "a.tsv", "a.json", "a.jsonl", "a.docx", "a.pdf", "a.epub"]
)  # fmt: skip
MARKUP = st.lists(
    st.sampled_from(
        ["# ", "> ", "- ", "1. ", "*", "**", "`", "```\n", "[", "](x)", "![", "<b>", "</b>", "<!--",
         "-->", "|", "|-|\n", "\n", "\n\n", "    ", "---\n", "===\n", "title: x\n", "&#13;", "&#0;",
         "&#xFEFF;", "\ufeff", "\x00", "\r", "word ", "Advertisement\n", "Ü", "🙂", "<script>",
         "\\", "~~", "[a]: b\n", "\u2028", "&#xD800;"]
    ),
    max_size=40,
).map("".join)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), MARKUP, st.text(st.characters(codec=None), max_size=50))
SOUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class=comment>", "</div>", "<h1>", "</h1>", "<ul>", "<li>", "</ul>",
         "<ol start=9>", "<table>", "<tr>", "<td>", "</table>", "<blockquote>", "</blockquote>",
         "<pre>", "</pre>", "<br>", "<b>", "<a href=x>", "</a>", "<script>", "</script>", "<!--",
         "-->", "<title>", "</title>", "<meta charset=utf-8>", "&#0;", "&#xD800;", "&amp;", "\r",
         "<nav>", "</nav>", "<aside class=pullquote>", "</aside>", "\xad", "\u2028", "\ufeff", "🙂",
         "One two three four five six. ", "Words ", "<svg>", "<template>", "<noscript>",
         "<p hidden>",
         '<script type="application/ld+json">{"@type":"Article","headline":[{}]}</script>']
    ),
    max_size=50,
).map("".join)  # fmt: skip
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-16", "utf-32", "utf-8-sig", "cp1252", "gb18030", "koi8_r"]
)


def promises(document: Document) -> None:
    """What every Document keeps, whatever it was read from."""
    text = document.text
    assert text.strip()
    assert not text.startswith("\ufeff")
    assert not set(text) & {"\r", "\x00"}
    assert text == storable(text)
    places = [place for one in document.blocks for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(0 <= one.start < one.end <= len(text) for one in document.blocks)
    assert all(text[one.start : one.end].strip() for one in document.blocks)
    at = [one.at for one in document.furniture]
    assert at == sorted(at) and all(0 <= one <= len(text) for one in at)
    for one in (document.title, document.author, document.site, document.source_name):
        assert one == storable(one) and "\n" not in one
    assert not outside(text, document.blocks).strip(WHITE)


def outside(text: str, blocks: Sequence[Block]) -> str:
    """What of a text lies in no block."""
    ends = [0, *(one.end for one in blocks)]
    starts = [*(one.start for one in blocks), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


@given(st.binary(max_size=300), NAMES)
@example(b"\xff\xfe", "a.txt")
@example(b"\xff\xfe\x00\x00", "a.txt")
@example(b"\x1f\x8b\x08", "a.txt.gz")
@example(b"---\n---\n", "a.md")
@settings(max_examples=200)
def test_any_bytes_give_a_document_or_a_problem(data: bytes, name: str) -> None:
    with suppress(Problem):
        promises(read_bytes(data, name))


@given(TEXTS, ENCODINGS, NAMES, st.booleans())
@settings(max_examples=200)
def test_any_text_in_any_encoding_gives_a_document_or_a_problem(
    text: str, encoding: str, name: str, packed: bool
) -> None:
    errors = "surrogatepass" if encoding.startswith("utf") else "ignore"
    data = text.encode(encoding, errors)
    with suppress(Problem):
        promises(read_bytes(gzip.compress(data, 1, mtime=0) if packed else data, name))


@given(SOUP, st.sampled_from(["a.html", "a.mhtml", "a.warc", "a.wacz", "a.webarchive"]))
@settings(max_examples=150)
def test_any_page_in_any_archive_gives_a_document_or_a_problem(source: str, name: str) -> None:
    pages = {"https://a.example": source + " " * 200}
    wrap = {
        "a.html": lambda: source.encode("utf-8", "replace"),
        "a.mhtml": lambda: web.mhtml(source),
        "a.warc": lambda: web.warc(pages),
        "a.wacz": lambda: web.wacz(pages, tuple(pages)),
        "a.webarchive": lambda: web.webarchive(source),
    }
    with suppress(Problem):
        promises(read_bytes(wrap[name](), name))


@given(TEXTS)
@settings(max_examples=200)
def test_pasting_anything_gives_a_document_or_a_problem(text: str) -> None:
    with suppress(Problem):
        promises(read_pasted(text))


@given(TEXTS)
@settings(max_examples=150)
def test_plain_blocks_hold_every_word(text: str) -> None:
    assert not outside(text, blocks_of(text)).strip(WHITE)
