"""A reviewer's published reason, written in a small Markdown, as safe HTML.

Taken: paragraphs, line breaks, emphasis, lists, links to http and https (also bare addresses),
and ``[1]`` where it leads to evidence.
Everything else, raw HTML above all, stays the text it is. Not here: any other HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
_LINKED = re.compile(r"https?://[^\s<>\"'`]+|\[(\d{1,4})\]")
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


def to_html(reason: str, cited: Mapping[int, str] | None = None) -> Markup:
    """The reason as HTML of ``p br em strong ul ol li a`` only; empty for an empty reason.

    ``cited`` has the anchor in the page for each number of evidence; other ``[1]`` stay text.
    """
    from markupsafe import Markup

    text = _shown(reason)
    return Markup(_parser().render(text, _known(cited))) if text.strip() else Markup("")


def tokens(reason: str, cited: Mapping[int, str] | None = None) -> list[Token]:
    """The reason as the parser's tokens, links and citations already made; for other formats."""
    return _parser().parse(_shown(reason), _known(cited))


def _shown(reason: str) -> str:
    return visible(reason.replace("\r\n", "\n").replace("\r", "\n"))


def _known(cited: Mapping[int, str] | None) -> dict[str, Mapping[int, str]]:
    """What the parser's own rules are told."""
    return {"cited": cited or {}}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
            return is_web_address(url)

    options = {"breaks": True, "html": False, "maxNesting": NESTING}
    parser = Parser("zero", options).enable(RULES)
    parser.core.ruler.push("addresses", _link_all)
    return parser


def _link_all(state: StateCore) -> None:
    """Makes links of bare addresses and of cited evidence, and gives every link ``rel``."""
    for token in state.tokens:
        if token.children:
            token.children = _linked(token.children, state.env["cited"])


def _linked(tokens: list[Token], cited: Mapping[int, str]) -> list[Token]:
    result: list[Token] = []
    inside = 0
    for token in tokens:
        if token.type == "link_open":
            token.attrSet("rel", "noopener noreferrer")
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        result += _split(token, cited) if token.type == "text" and not inside else [token]
    return result


def _split(token: Token, cited: Mapping[int, str]) -> list[Token]:
    """A text token cut at the addresses and citations in it."""
    result: list[Token] = []
    at = 0
    for found in _LINKED.finditer(token.content):
        shown, target = _target(found, cited)
        if target:
            result += [_text(token.content[at : found.start()]), *_link(shown, target)]
            at = found.start() + len(shown)
    return [*result, _text(token.content[at:])] if result else [token]


def _target(found: re.Match[str], cited: Mapping[int, str]) -> tuple[str, str]:
    """What is shown as a link, and where it leads; "" where it is none."""
    if found[1]:
        anchor = cited.get(int(found[1]), "")
        return found[0], f"#{anchor}" if anchor else ""
    url = _without_trailing(found[0])
    return url, url if is_web_address(url) else ""


def _without_trailing(url: str) -> str:
    """The address without the punctuation of the sentence around it."""
    while url and (url[-1] in _TRAILING or (url[-1] in ")]" and not _balanced(url))):
        url = url[:-1]
    return url


def _balanced(url: str) -> bool:
    return url.count("(") >= url.count(")") and url.count("[") >= url.count("]")


def _text(content: str) -> Token:
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)


def _link(shown: str, target: str) -> list[Token]:
    from markdown_it.token import Token

    outside = {} if target.startswith("#") else {"rel": "noopener noreferrer"}
    start = Token("link_open", "a", 1, {"href": target, **outside})
    return [start, _text(shown), Token("link_close", "a", -1)]
