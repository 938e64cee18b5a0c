"""Names in the text: people, organisations, places.

Here: what the language model's tags of tokens become: spans, trimmed, and of one kind throughout an
article. Not here: the model (``backbone``), who speaks (``speakers``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck_gui.claims.language.words import DAYS, DETERMINERS, MONTHS, Words
from factcheck_gui.domain import ENTITY_KINDS, Entity, Span

if TYPE_CHECKING:
    from factcheck_gui.claims.network.backbone import Floats

_TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. miss sir dame lord lady dr dr. prof prof. sen sen. rep rep. gov gov.
    gen gen. lt. col. maj. capt. sgt. president minister senator governor mayor king queen prince
    princess pope judge justice professor captain general colonel""".split()
)
_NO_NAMES = DAYS | MONTHS.keys() - {"april", "june", "may", "august"}
# What hangs on a name and is no part of it: "Warhol's", "U.S.-supplied".
_ENDING = re.compile(r"(?:['’]s?|[-‑][a-z]\w*)$")
_NO_BRACKETS = str.maketrans("", "", "[]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as found at one place: how far each of ``ENTITY_KINDS`` is supported there."""

    span: Span
    text: str
    support: tuple[float, float, float]


def find_names(words: Words, lo: int, hi: int, tags: Floats) -> Iterator[Name]:
    """The names among the tokens ``lo`` to ``hi``, whose tags' logits are ``tags`` (tokens, 7)."""
    best = tags.argmax(1)
    start = lo
    while start < hi:
        kind = _kind(int(best[start - lo]))
        end = start + 1
        if kind is not None:
            while end < hi and best[end - lo] == 2 * kind + 2:
                end += 1
            if name := _name(words, start, end, tags[start - lo : end - lo]):
                yield name
        start = end


def settle(names: Iterable[Name]) -> tuple[Entity, ...]:
    """The entities of an article: what is written alike is of one kind, in order of the text.

    A last name alone is of the kind of the person's full name that it ends, if there is one.
    """
    names = sorted(names, key=lambda one: one.span.start)
    votes: dict[str, tuple[float, ...]] = {}
    for one in names:
        before = votes.get(one.text, (0.0, 0.0, 0.0))
        votes[one.text] = tuple(a + b for a, b in zip(before, one.support, strict=True))
    kinds = {
        text: ENTITY_KINDS[max(range(3), key=found.__getitem__)] for text, found in votes.items()
    }
    people = {
        text.rsplit(" ", 1)[1] for text, kind in kinds.items() if kind == "person" and " " in text
    }
    return tuple(
        Entity(one.span, "person" if one.text in people else kinds[one.text]) for one in names
    )


def _kind(tag: int) -> int | None:
    """0, 1 or 2; a tag "inside" after none "begins" counts as a beginning."""
    return (tag - 1) // 2 if tag else None


def _name(words: Words, start: int, end: int, tags: Floats) -> Name | None:
    while start < end and (
        words.lows[start] in DETERMINERS or words.lows[start] in _TITLES or _small(words, start)
    ):
        start, tags = start + 1, tags[1:]
    while end > start and _small(words, end - 1):
        end, tags = end - 1, tags[:-1]
    capitals = any(char.isupper() for form in words.forms[start:end] for char in form)
    if not capitals or words.lows[start] in _NO_NAMES:
        return None
    if words.form(start - 1) == "[" and "]" in words.forms[start:end]:  # "[George] Barros"
        first = words.starts[start - 1]
    else:
        first = words.starts[start]
    text = _ENDING.sub("", words.text[first : words.ends[end - 1]])
    span = Span(first, first + len(text))
    supports = [
        float((tags[:, 2 * n + 1 : 2 * n + 3].max(1) - tags[:, 0]).mean()) for n in range(3)
    ]
    text = " ".join(text.translate(_NO_BRACKETS).split())
    return Name(span, text, (supports[0], supports[1], supports[2]))


def _small(words: Words, index: int) -> bool:
    """Whether a token at the edge of a name cannot belong to it."""
    form = words.forms[index]
    return not any(char.isupper() or char.isdigit() for char in form)
