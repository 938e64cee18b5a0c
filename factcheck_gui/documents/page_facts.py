"""What a web page states in machine-readable ways, gathered once: meta elements and JSON-LD.

Here: reading them from a parsed page, within bounds. Not here: what they are taken for
(``page_metadata``, ``page_authors``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck_gui.documents.markdown import without_tags
from factcheck_gui.documents.metadata import one_line, web_address

MOST_JSON = 2_000_000  # characters of one block of JSON-LD
MOST_NODES = 5_000  # objects looked at in all of them
LONGEST_NAME = 200  # characters of a name, or of the words of an element that may hold one
ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Review|NewsItem|Posting)$")
NOWHERE = ("", "")
WRAPPING = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$")
MARKED = re.compile(r"<[a-zA-Z/]|&(?:#\d|[a-z])")
PARTING = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b[^<>]{0,500}>", re.IGNORECASE)

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
        if not isinstance(body, str):
            return ""
        return without_tags(PARTING.sub("\n", body)) if MARKED.search(body) else body


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


def first(candidates: Found, clean: Callable[[str], str]) -> tuple[str, str]:
    """The first value that is good after cleaning, and where it was found; ("", "") for none."""
    cleaned = ((where, clean(value)) for where, value in candidates)
    return next((one for one in cleaned if one[1]), NOWHERE)


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


def unwrapped(text: str) -> str:
    """A script's words without the marks that hide them from readers of XML and of old pages."""
    return WRAPPING.sub("", text)


def _json(text: str) -> Any:
    try:
        return json.loads(unwrapped(text)[:MOST_JSON], strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(one, str) and ARTICLES.search(one) for one in kinds)


def texts(value: Any) -> Iterator[str]:
    """Names in a value that may be a text, an object with a name, or a list of them."""
    for one in value[:50] if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            name = one.get("name") or one.get("@id") or one.get("url")
            yield from (each for each in (name if isinstance(name, list) else [name])
                        if isinstance(each, str))  # fmt: skip


def words_in(element: Any) -> str:
    """The words of an element as one line; "" where they are too many for a name."""
    words = one_line(" ".join(element.itertext()))
    return words if len(words) <= LONGEST_NAME else ""
