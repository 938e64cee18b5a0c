"""A reviewer's published reason, written in a small Markdown, as safe HTML.

Taken: paragraphs, line breaks, emphasis, lists, links to http and https (also bare addresses).
Everything else, raw HTML above all, stays the text it is. Not here: any other HTML.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck_gui.reports.wording import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markupsafe import Markup

RULES = ("list", "newline", "escape", "link", "autolink", "emphasis")
NESTING = 40  # deeper lists are left out: nobody reads them, and they would exhaust the parser
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+")
_HOST = re.compile(r"[\w.:-]+")  # letters of any script, or the numbers of an address
_TRAILING = ".,;:!?…”’»"


def is_web_address(url: str) -> bool:
    """Whether a link may lead there: absolute http or https with a host, nothing odd in it."""
    if visible(url) != url or any(c.isspace() for c in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.hostname or ""))
    except ValueError:
        return False


def to_html(reason: str) -> Markup:
    """The reason as HTML of ``p br em strong ul ol li a`` only; empty for an empty reason."""
    from markupsafe import Markup

    text = visible(reason.replace("\r\n", "\n").replace("\r", "\n"))
    return Markup(_parser().render(text)) if text.strip() else Markup("")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
            return is_web_address(url)

    options = {"breaks": True, "html": False, "maxNesting": NESTING}
    parser = Parser("zero", options).enable(RULES)
    parser.core.ruler.push("addresses", _link_addresses)
    return parser


def _link_addresses(state: StateCore) -> None:
    """Makes links of bare addresses, and gives every link ``rel``."""
    for token in state.tokens:
        if token.children:
            token.children = _linked(token.children)


def _linked(tokens: list[Token]) -> list[Token]:
    result: list[Token] = []
    inside = 0
    for token in tokens:
        if token.type == "link_open":
            token.attrSet("rel", "noopener noreferrer")
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        result += _split(token) if token.type == "text" and not inside else [token]
    return result


def _split(token: Token) -> list[Token]:
    """A text token cut at the addresses in it."""
    result: list[Token] = []
    at = 0
    for found in _ADDRESS.finditer(token.content):
        url = _without_trailing(found[0])
        if is_web_address(url):
            result += [_text(token, token.content[at : found.start()]), *_link(token, url)]
            at = found.start() + len(url)
    return [*result, _text(token, token.content[at:])] if result else [token]


def _without_trailing(url: str) -> str:
    """The address without the punctuation of the sentence around it."""
    while url and (url[-1] in _TRAILING or (url[-1] in ")]" and not _balanced(url))):
        url = url[:-1]
    return url


def _balanced(url: str) -> bool:
    return url.count("(") >= url.count(")") and url.count("[") >= url.count("]")


def _text(like: Token, content: str) -> Token:
    return like.copy(content=content)


def _link(like: Token, url: str) -> list[Token]:
    start = like.copy(type="link_open", tag="a", nesting=1, content="")
    start.attrs = {"href": url, "rel": "noopener noreferrer"}
    return [start, _text(like, url), like.copy(type="link_close", tag="a", nesting=-1, content="")]
