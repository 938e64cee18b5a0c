"""What a web page says about itself: title, author, publisher, address, dates, language.

Here: every place where pages say it, best first, and cleaning of what they say; each value goes
with the name of its place. Not here: what counts as a date or an address (``metadata``). What a
page states is data from a stranger: it is shown, never followed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from factcheck_gui.documents.metadata import fields, iso_date, one_line, web_address
from factcheck_gui.documents.page_furniture import words_of

MOST_JSON = 2_000_000  # characters of one block of JSON-LD
MOST_NODES = 5_000  # objects looked at in all of them
ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Review|NewsItem|Posting)$")
PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish_date",
    "publish-date", "og:published_time", "og:article:published_time", "article:published",
    "article.published", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_date",
    "originalpublicationdate",
    "article_date_original", "rnews:datepublished", "datecreated", "created", "pdate",
)  # fmt: skip
MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified",
            "dcterms.modified", "dc.date.modified", "article:updated_time", "modified")  # fmt: skip
AUTHORS = ("citation_author", "author", "article:author", "parsely-author", "byl",
           "sailthru.author", "dc.creator", "dcterms.creator", "og:article:author",
           "rbauthors", "byline", "cxenseparse:author", "article.author", "authors",
           "dc.contributor")  # fmt: skip
SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title",
         "application-name", "publisher", "al:android:app_name")  # fmt: skip
TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title",
          "dcterms.title", "citation_title", "title", "headline")  # fmt: skip
SAVED = (
    (re.compile(r"Page saved with SingleFile\s+url:\s*(\S{1,2000})"), "SingleFile"),
    (re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S{1,2000})"), "browser's saved copy"),
)
BY = re.compile(
    r"^(?:(?:written|posted|reported|story|words|text) )?by[:\s]+|^von\s+|^par\s+", re.I
)
SIGNED = re.compile(  # a line of text that says who wrote it, or goes on so in a link
    r"(?:[Bb]y|BY|[Ww]ritten by:?|Reporter:|Author:)(?:\s+((?:[A-Z][\w.'’-]*\s?){2,5}.{0,40})|)$"
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
PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=/|-|$)")
BETWEEN = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*[|»]\s*")  # a headline and the name of its site
WORD = re.compile(r"\w+")
LONGEST_AUTHOR = 200
NOWHERE = ("", "")

Found = Iterator[tuple[str, str]]  # (where it was found, what)


@dataclass
class Facts:
    """What a page states in machine-readable ways, gathered once."""

    root: Any
    source: str
    address: str = ""  # where the page was saved from, if its container says so
    meta: dict[str, list[str]] = field(default_factory=dict)
    node: dict[str, Any] = field(default_factory=dict)  # the article among the JSON-LD

    def named(self, names: Iterable[str]) -> Found:
        for name in names:
            for value in self.meta.get(name, ()):
                yield name, value

    def body(self) -> str:
        """The article's text as the page states it for machines, "" where it does not."""
        body = self.node.get("articleBody")
        return body if isinstance(body, str) else ""


def facts_of(root: Any, source: str, address: str = "") -> Facts:
    """Reads a page's meta elements and JSON-LD."""
    facts = Facts(root, source, web_address(address))
    for one in root.iter("meta"):
        name = (one.get("property") or one.get("name") or one.get("itemprop") or "").strip().lower()
        name = name or (one.get("http-equiv") or "").strip().lower()
        content = (one.get("content") or "").strip()
        if name and content:
            facts.meta.setdefault(name, []).append(content)
    nodes = list(_nodes(root))
    facts.node = next((one for one in nodes if _is_article(one)), {})
    if not facts.node:
        facts.node = next((one for one in nodes if "datePublished" in one), {})
    return facts


def metadata(facts: Facts) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:
    """Fields of a Document, and where each was found."""
    url = _first(_urls(facts), lambda value: web_address(one_line(value)))
    site = _first(_sites(facts, url[1]), _site)
    found = {
        "title": _title(facts, site[1]),
        "author": _who(facts, site[1]),
        "published": _first(_dates(facts, url[1]), _date),
        "modified": _first(_modified(facts), _date),
        "site": site,
        "url": url,
        "language": _first(_languages(facts), _language),
    }
    values = {name: value for name, (_, value) in found.items() if value}
    return values, tuple((name, found[name][0]) for name in values)


def _first(candidates: Found, clean: Callable[[str], str]) -> tuple[str, str]:
    """The first value that is good after cleaning, and where it was found; ("", "") for none."""
    cleaned = ((where, clean(value)) for where, value in candidates)
    return next((one for one in cleaned if one[1]), NOWHERE)


# ---------------------------------------------------------------- JSON-LD


def _nodes(root: Any) -> Iterator[dict[str, Any]]:
    """The objects in a page's JSON-LD, outer ones first; what is no JSON is passed over."""
    waiting: list[Any] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            waiting.append(_json(script.text or ""))
    seen = 0
    while waiting and seen < MOST_NODES:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one[:MOST_NODES])
        elif isinstance(one, dict):
            yield one
            waiting.extend(one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage",
                                                "hasPart") if key in one)  # fmt: skip


def _json(text: str) -> Any:
    text = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$", "", text)
    try:
        return json.loads(text[:MOST_JSON], strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(one, str) and ARTICLES.search(one) for one in kinds)


def _texts(value: Any) -> Iterator[str]:
    """Names in a value that may be a text, an object with a name, or a list of them."""
    for one in value[:50] if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            name = one.get("name") or one.get("@id") or one.get("url")
            yield from (each for each in (name if isinstance(name, list) else [name])
                        if isinstance(each, str))  # fmt: skip


# ---------------------------------------------------------------- title and site


def _title(facts: Facts, site: str) -> tuple[str, str]:
    """The headline as the page shows it where it is the one that the page states; else that.

    A stated title that also names the site or its section is cut to the part that a heading shows,
    and a heading that also holds a kicker or a slogan to the stated title in it.
    """
    headings = [one_line("".join(one.itertext())) for one in list(facts.root.iter("h1"))[:5]]
    minor = [one_line("".join(one.itertext())) for one in list(facts.root.iter("h2", "h3"))[:40]]
    stated = [(where, _bare(value, site)) for where, value in _titles(facts)]
    stated = [(where, _shown_part(value, {*headings, *minor})) for where, value in stated if value]
    for shown in filter(None, headings):
        for where, value in stated:
            if value in shown and len(shown) > len(value) > len(shown) / 2:
                return where, value
            if _alike(shown, value):
                return "headline on the page", shown
    return stated[0] if stated else _first(iter([("headline on the page", one) for one in
                                                 (*headings, *minor)]), one_line)  # fmt: skip


def _shown_part(title: str, headings: set[str]) -> str:
    return next((part for part in BETWEEN.split(title) if part in headings), title)


def _titles(facts: Facts) -> Found:
    for value in _texts(facts.node.get("headline")):
        yield "JSON-LD headline", value
    yield from facts.named(TITLES)
    for one in facts.root.iter("title"):
        yield "title of the page", " ".join(one.itertext())


def _bare(title: str, site: str) -> str:
    """A title without the name of its site behind or before it."""
    import html

    title = one_line(html.unescape(title))
    parts = BETWEEN.split(title)
    name = _words(site)
    if len(parts) > 1 and name:
        for end, rest in ((parts[-1], -1), (parts[0], 0)):
            if _words(end) and (_words(end) <= name or name <= _words(end)):
                return title[: title.rfind(end)].rstrip(" |-–—·•»:") if rest else (
                    title[len(end) :].lstrip(" |-–—·•»:"))  # fmt: skip
    return title


def _alike(one: str, other: str) -> bool:
    """Whether the stated title (``other``) stands in a headline, or shares half of its words."""
    first, second = _words(one), _words(other)
    return bool(second) and (
        second <= first or 2 * len(first & second) >= max(len(first), len(second))
    )


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _sites(facts: Facts, url: str) -> Found:
    for name in ("publisher", "isPartOf", "sourceOrganization"):
        for value in _texts(facts.node.get(name)):
            yield f"JSON-LD {name}", value
    yield from facts.named(SITES)
    yield "web address", (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _site(value: str) -> str:
    value = one_line(value)
    if web_address(value):
        value = (urlsplit(value).hostname or "").removeprefix("www.")
    return value if len(value) < 100 else ""


# ---------------------------------------------------------------- author


def _who(facts: Facts, site: str) -> tuple[str, str]:
    """The author; the site itself only where the page names nobody else."""
    person = _first(_authors(facts), lambda value: _author(value, site))
    return person if person[1] else _first(_authors(facts), lambda value: _author(value, ""))


def _authors(facts: Facts) -> Found:
    names = [one for one in _texts(facts.node.get("author")) if not web_address(one)]
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
            words = _short(one)
            if 1 <= len(words.split()) <= 12 and words not in ranked[rank]:
                ranked[rank].append(words)
    if ranked[0]:
        yield "author link on the page", "; ".join(ranked[0][:4])
    for words in (*ranked[1], *ranked[2]):
        yield "byline on the page", words
    for one in facts.root.iter("p", "div", "span", "h2", "h3", "h4", "h5", "em", "strong", "b"):
        if (match := SIGNED.match(one_line(one.text or "")[:120])) and not _in_comments(one):
            yield "byline on the page", match[1] or _short(one[0] if len(one) else one)


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


def _short(element: Any) -> str:
    words = one_line(" ".join(element.itertext()))
    return words if len(words) <= LONGEST_AUTHOR else ""


def _author(value: str, site: str) -> str:
    """Names from a byline: without "By", addresses, repeats, the site, and what stands behind."""
    import html

    names: list[str] = []
    for part in html.unescape(value)[:2000].split(";"):
        name = AFTER.sub("", POSTED.sub("", BY.sub("", one_line(part)))).strip(" ,.|-–—:")
        name = re.sub(r"\s*<?[\w.+-]+@[\w.-]+>?|\bhttps?://\S+", "", name).strip(" ,|")
        folded = name.casefold()
        if folded not in {*NOBODY, site.casefold()} and 1 < len(name) <= LONGEST_AUTHOR:
            names += [] if folded in {one.casefold() for one in names} else [name]
    return ", ".join(names)[:LONGEST_AUTHOR]


# ---------------------------------------------------------------- dates, address, language


def _dates(facts: Facts, url: str) -> Found:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        for value in _texts(facts.node.get(key)):
            yield f"JSON-LD {key}", value
    yield from facts.named(PUBLISHED)
    for one in facts.root.xpath("//*[contains(@itemprop, 'datePublished')]")[:5]:
        yield "itemprop datePublished", one.get("content") or one.get("datetime") or _short(one)
    times = list(facts.root.iter("time"))[:50]
    for one in [each for each in times if each.get("pubdate") is not None] + times:
        yield "time on the page", one.get("datetime") or _short(one)
    for place in (url, facts.address):
        if match := PATH_DATE.search(urlsplit(place).path if place else ""):
            yield "web address", "-".join(match.groups())
    yield "date on the page", _searched(facts)


def _searched(facts: Facts) -> str:
    """What htmldate (Apache-2.0, comes with trafilatura) finds in the page's text."""
    try:
        from htmldate import find_date
    except ImportError:
        return ""
    try:
        return find_date(facts.root, original_date=True, extensive_search=False) or ""
    except (ValueError, TypeError, RecursionError, OverflowError):  # its guesses at odd dates
        return ""


def _modified(facts: Facts) -> Found:
    for value in _texts(facts.node.get("dateModified")):
        yield "JSON-LD dateModified", value
    yield from facts.named(MODIFIED)


def _date(value: str) -> str:
    """An ISO day; years that no web page has are mistakes of a template."""
    day = iso_date(one_line(value))
    return day if "1900" < day[:4] < "2100" else ""


def _urls(facts: Facts) -> Found:
    for one in facts.root.iter("link"):
        if (one.get("rel") or "").lower() == "canonical":
            yield "link rel=canonical", _joined(facts.address, one.get("href") or "")
    yield from facts.named(["og:url"])
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in _texts(facts.node.get(key)):
            yield f"JSON-LD {key}", value
    yield "saved page", facts.address
    for pattern, where in SAVED:
        if match := pattern.search(facts.source[:8192]):
            yield where, match[1]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def _languages(facts: Facts) -> Found:
    for key in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        yield "html lang", facts.root.get(key) or ""
    yield from facts.named(["content-language", "og:locale", "language", "dc.language"])
    for value in _texts(facts.node.get("inLanguage")):
        yield "JSON-LD inLanguage", value


def _language(value: str) -> str:
    return fields({"language": value.strip().split(",")[0]}).get("language", "")
