"""Paragraphs that were quoted from elsewhere and lost their marks when the page became plain text.

Here: the evidence that a text quotes so, and which of its paragraphs are quotations. Not here:
quotes that are marked (``paragraphs``), quotation marks within a paragraph. The evidence must be
strong, because ordinary prose set off wrongly would be taken for someone else's words: the text
leaves out parts of what it quotes ("…" at the end of whole sentences, twice or more), and its own
author speaks as a person does, which the quoted paragraphs do not. The text is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck_gui.domain import Block

_DOTS = r"(?:…|\.{3}|\. \. \.)"
_ELIDED = re.compile(rf"[\w.”\"’)] ?(?:{_DOTS}|\[{_DOTS}\]|\({_DOTS}\))[\"”]?$")
_SPEECH = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
# The author in person: I, you, we, and the short forms of talk. "US" is not "us".
_VOICE = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|us|[Ll]et['’]s|\w+n['’]t"
    r"|(?:[Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Hh]e|[Ss]he|[Tt]hey|[Ww]hat|[Ww]ho)['’](?:s|re|ll|d|ve))\b"
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|according to|denied|accused|announced|reported|confirmed|warned|added"
    r"|argued|wrote|claimed|referred|described|shared)\b"
)
_LEAST_WORDS = 15
_LEAST_ELIDED = 2
_LEAST_SPOKEN = 3  # paragraphs in the author's voice before others are told from it
_TAIL = 12  # characters at the end of a paragraph that are looked at
_CLIP = 3000


def set_off(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those that are quoted from elsewhere as ``quote`` of level 1.

    A paragraph that ends in an elision is quoted, and so is the one after it, for something was
    left out between them. In a text that quotes so, whose own paragraphs mostly speak in person, a
    run of impersonal paragraphs that begins with a report ("said", "denied") is quoted, too.
    On 11 Wikinews articles, 84 of PolNeAR and 318 texts of the English Web Treebank (development
    parts) nothing is set off; how many quotes it misses is not known.
    """
    prose = {n for n, one in enumerate(blocks) if one.kind == "paragraph"}
    elided = {n for n in prose if _is_elided(text, blocks[n])}
    if len(elided) < _LEAST_ELIDED:
        return tuple(blocks)
    spoken = {n for n in prose if _is_spoken(text, blocks[n])}
    quoted = elided - spoken
    if len(quoted) < _LEAST_ELIDED or not spoken:
        return tuple(blocks)
    quoted |= {n + 1 for n in quoted if n + 1 in prose and n + 1 not in spoken}
    others = prose - quoted
    if len(spoken) >= _LEAST_SPOKEN and 2 * len(spoken) >= len(others):
        quoted |= _reports(text, blocks, sorted(others - spoken))
    return tuple(
        replace(one, kind="quote", level=1) if n in quoted else one for n, one in enumerate(blocks)
    )


def _reports(text: str, blocks: Sequence[Block], impersonal: Sequence[int]) -> set[int]:
    """Of the impersonal paragraphs those in a run that begins with a report."""
    found: set[int] = set()
    for n in impersonal:
        begins = _is_long(text, blocks[n]) and _REPORTS.search(_own_words(text, blocks[n]))
        if begins or n - 1 in found:
            found.add(n)
    return found


def _is_elided(text: str, block: Block) -> bool:
    tail = text[max(block.start, block.end - _TAIL) : block.end]
    return _ELIDED.search(tail) is not None and _is_long(text, block)


def _is_spoken(text: str, block: Block) -> bool:
    return _VOICE.search(_own_words(text, block)) is not None


def _is_long(text: str, block: Block) -> bool:
    return len(text[block.start : min(block.end, block.start + _CLIP)].split()) >= _LEAST_WORDS


def _own_words(text: str, block: Block) -> str:
    """The beginning of a paragraph without what stands in quotation marks."""
    return _SPEECH.sub(" ", text[block.start : min(block.end, block.start + _CLIP)])
