"""A reviewer's published reason as paragraphs of runs, for formats that are no HTML.

The same small Markdown as ``reasons`` takes. Not here: any mark-up; text is as the reviewer wrote
it and still to be escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck_gui.reports import reasons

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; ``target`` is a web address, ``#anchor`` or ""; a line break is "\\n"."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; in a list ``depth`` counts from 1 and ``label`` is "•" or "3.", "" after the
    first paragraph of an item."""

    runs: tuple[Run, ...]
    depth: int = 0
    label: str = ""


def paragraphs(reason: str, cited: Mapping[int, str] | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a reason; ``cited`` has the anchor for each number of evidence."""
    depth, label = 0, ""
    result: list[Paragraph] = []
    for token in reasons.tokens(reason, cited):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            label = f"{token.info}." if token.info else "•"
        elif token.type == "inline":
            result.append(Paragraph(tuple(_runs(token.children or [])), depth, label))
            label = ""
    return tuple(result)


def _runs(tokens: list[Token]) -> Iterator[Run]:
    strong, emphasis, target = False, False, ""
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            strong = token.nesting > 0
        elif token.type in ("em_open", "em_close"):
            emphasis = token.nesting > 0
        elif token.type == "link_open":
            target = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            target = ""
        elif token.type in ("softbreak", "hardbreak"):
            yield Run("\n", strong, emphasis, target)
        elif token.content:
            yield Run(token.content, strong, emphasis, target)
