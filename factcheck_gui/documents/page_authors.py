"""Who wrote a web page: what it states, what it marks, what its byline says.

Here: where authors are looked for, best first, and how names are cleaned. Not here: other facts
about a page (``page_metadata``), and the article's text.
"""

from __future__ import annotations

import re
from typing import Any

from factcheck_gui.documents.metadata import one_line, web_address
from factcheck_gui.documents.page_facts import LONGEST_NAME, Facts, Found, first, texts, words_in
from factcheck_gui.documents.page_furniture import words_of

AUTHORS = ("citation_author", "author", "article:author", "parsely-author", "byl",
           "sailthru.author", "dc.creator", "dcterms.creator", "og:article:author",
           "rbauthors", "byline", "cxenseparse:author", "article.author", "authors",
           "dc.contributor")  # fmt: skip
BY = re.compile(
    r"^(?:(?:written|posted|reported|story|words|text) )?by[:\s]+|^von\s+|^par\s+", re.I
)
SIGNED = re.compile(  # a line of text that says who wrote it, or goes on so in a link
    r"(?:[Bb]y|BY|[Ww]ritten by:?|Reporter:|Author:)"
    r"(?:\s+([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}.{0,40})|)$"
)
POSTED = re.compile(r"^.{0,60}\bby\s+(?=[A-Z])")
AFTER = re.compile(
    r"\s+(?:\d|says\b|[|•·–—]\s|-\s|on\s+\w{3,9}\s+\d|posted\b|published\b|updated\b).*$", re.I
)
MARKS = frozenset("author authors byline writer writers contributor submitted fn".split())
ELSEWHERE = frozenset("comment comments commentlist related sidebar".split())
NOBODY = {"no author", "posted", "share", "view all posts", "more", "about the author", "follow",
          "admin", "administrator", "editor", "staff", "unknown", "anonymous", "guest", "user",
          "author", "by", "root", "webmaster", "super user", "none", "null"}  # fmt: skip


def who(facts: Facts, site: str) -> tuple[str, str]:
    """The author; the site itself only where the page names nobody else."""
    person = first(_authors(facts), lambda value: _author(value, site))
    return person if person[1] else first(_authors(facts), lambda value: _author(value, ""))


def _authors(facts: Facts) -> Found:
    names = [one for one in texts(facts.node.get("author")) if not web_address(one)]
    if names:
        yield "JSON-LD author", "; ".join(names)
    for name in AUTHORS:
        yield name, "; ".join(one for one in facts.meta.get(name, ()) if not web_address(one))
    yield from _bylines(facts)


def _bylines(facts: Facts) -> Found:
    """What the page marks as its author, the surest marks first; not who wrote a comment."""
    ranked: tuple[list[str], ...] = ([], [], [])
    for one in facts.root.iter("a", "span", "p", "div", "address", "cite", "strong", "li", "em"):
        rank = _byline_rank(one)
        if rank is not None and not _in_comments(one):
            words = words_in(one)
            if 1 <= len(words.split()) <= 12 and words not in ranked[rank]:
                ranked[rank].append(words)
    if ranked[0]:
        yield "author link on the page", "; ".join(ranked[0][:4])
    for words in (*ranked[1], *ranked[2]):
        yield "byline on the page", words
    for one in facts.root.iter("p", "div", "span", "h2", "h3", "h4", "h5", "em", "strong", "b"):
        if (match := SIGNED.match(one_line(one.text or "")[:120])) and not _in_comments(one):
            yield "byline on the page", match[1] or words_in(one[0] if len(one) else one)


def _byline_rank(element: Any) -> int | None:
    """0 for an element that says by its role that it names the author, 1 and 2 by its class."""
    role = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
    if "author" in role:
        return 0
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(named) > 1 and not MARKS.isdisjoint(words_of(named[:300])):
        return 1 if element.tag in ("a", "span") else 2
    return None


def _in_comments(element: Any) -> bool:
    for _ in range(6):
        element = element.getparent()
        if element is None or element.tag in ("body", "main", "article"):
            return False
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in ("nav", "footer") or not ELSEWHERE.isdisjoint(words_of(named[:300])):
            return True
    return False


def _author(value: str, site: str) -> str:
    """Names from a byline: without "By", addresses, repeats, the site, and what stands behind."""
    import html

    names: list[str] = []
    for part in html.unescape(value)[:2000].split(";"):
        name = AFTER.sub("", POSTED.sub("", BY.sub("", one_line(part)))).strip(" ,.|-–—:")
        name = re.sub(r"\s*<?[\w.+-]+@[\w.-]+>?|\bhttps?://\S+", "", name).strip(" ,|")
        folded = name.casefold()
        if folded not in {*NOBODY, site.casefold()} and 1 < len(name) <= LONGEST_NAME:
            names += [] if folded in {one.casefold() for one in names} else [name]
    return ", ".join(names)[:LONGEST_NAME]
