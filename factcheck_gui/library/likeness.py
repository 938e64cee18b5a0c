"""By what two texts are known to be of one article: keys that they share.

Here: pure functions from an article's details to keys. Not here: whether texts that share one are
alike enough (anchoring.py measures it), SQL. A key that has shipped keeps its form: libraries hold
them.
"""

from __future__ import annotations

import re
import unicodedata

from factcheck_gui.domain import article_id

_TRACKING = re.compile(r"(?i)^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src)$")
_LEAST = 3  # words of a headline that stands for its article


def likeness(url: str, title: str, site: str, text: str) -> list[str]:
    """The keys of an article or of a document, the surest first."""
    keys = [f"text:{article_id(text)}", address(url), headline(title, site)]
    return [key for key in keys if key]


def address(url: str) -> str:
    """The key of an address: without what only tells how a reader got there; "" for none."""
    from urllib.parse import parse_qsl, urlencode, urlsplit

    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    path = re.sub(r"/(index\.html?|amp/?)?$", "", parts.path)
    asked = [pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])]
    if parts.scheme not in ("http", "https") or not host or not (path or asked):
        return ""  # the front page of an outlet is many articles
    return f"address:{host}{path}{'?' if asked else ''}{urlencode(sorted(asked))}"


def headline(title: str, site: str) -> str:
    """The key of a headline in an outlet; "" where it is too short to be one article's."""
    if len(title.split()) < _LEAST:
        return ""
    return f"headline:{_folded(site)}|{_folded(title)}"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", plain))
