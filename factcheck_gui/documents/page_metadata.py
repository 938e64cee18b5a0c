"""What a web page says about itself: title, publisher, address, dates, language.

Here: every place where pages say it, best first, and cleaning of what they say; each value goes
with the name of its place. Not here: authors (``page_authors``), and what counts as a date or an
address (``metadata``). What a page states is data from a stranger: it is shown, never followed.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from factcheck_gui.documents.metadata import fields, iso_date, one_line, web_address
from factcheck_gui.documents.page_authors import who
from factcheck_gui.documents.page_facts import Facts, Found, first, texts, words_in

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
SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title",
         "application-name", "publisher", "al:android:app_name")  # fmt: skip
TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title",
          "dcterms.title", "citation_title", "title", "headline")  # fmt: skip
SAVED = (
    (re.compile(r"Page saved with SingleFile\s+url:\s*(\S{1,2000})"), "SingleFile"),
    (re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S{1,2000})"), "browser's saved copy"),
)
PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=/|-|$)")
BETWEEN = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*[|»]\s*")  # a headline and the name of its site
WORD = re.compile(r"\w+")


def metadata(facts: Facts) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:
    """Fields of a Document, and where each was found."""
    url = first(_urls(facts), lambda value: web_address(one_line(value)))
    site = first(_sites(facts, url[1]), _site)
    found = {
        "title": _title(facts, site[1]),
        "author": who(facts, site[1]),
        "published": first(_dates(facts, url[1]), _date),
        "modified": first(_modified(facts), _date),
        "site": site,
        "url": url,
        "language": first(_languages(facts), _language),
    }
    values = {name: value for name, (_, value) in found.items() if value}
    return values, tuple((name, found[name][0]) for name in values)


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
    return stated[0] if stated else first(iter([("headline on the page", one) for one in
                                                 (*headings, *minor)]), one_line)  # fmt: skip


def _shown_part(title: str, headings: set[str]) -> str:
    return next((part for part in BETWEEN.split(title) if part in headings), title)


def _titles(facts: Facts) -> Found:
    for value in texts(facts.node.get("headline")):
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
        for value in texts(facts.node.get(name)):
            yield f"JSON-LD {name}", value
    yield from facts.named(SITES)
    yield "web address", (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _site(value: str) -> str:
    value = one_line(value)
    if web_address(value):
        value = (urlsplit(value).hostname or "").removeprefix("www.")
    return value if len(value) < 100 else ""


# ---------------------------------------------------------------- dates, address, language


def _dates(facts: Facts, url: str) -> Found:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        for value in texts(facts.node.get(key)):
            yield f"JSON-LD {key}", value
    yield from facts.named(PUBLISHED)
    for one in facts.root.xpath("//*[contains(@itemprop, 'datePublished')]")[:5]:
        yield "itemprop datePublished", one.get("content") or one.get("datetime") or words_in(one)
    times = list(facts.root.iter("time"))[:50]
    for one in [each for each in times if each.get("pubdate") is not None] + times:
        yield "time on the page", one.get("datetime") or words_in(one)
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
    for value in texts(facts.node.get("dateModified")):
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
        for value in texts(facts.node.get(key)):
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
    for value in texts(facts.node.get("inLanguage")):
        yield "JSON-LD inLanguage", value


def _language(value: str) -> str:
    return fields({"language": value.strip().split(",")[0]}).get("language", "")
