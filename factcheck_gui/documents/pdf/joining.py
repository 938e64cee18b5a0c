"""Lines to running text: which hyphens at line ends only divide a word, and which are its own.

Here: words that a document knows, and joining. Not here: which lines belong together. What the
document writes elsewhere decides; where it is silent, whether it divides words at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

HYPHEN = "\u00ad"
ENDS = ("-", HYPHEN, "\u2010")
LETTERS = re.compile(r"[^\W\d_]+(?:[-'’\u2010][^\W\d_]+)*")
LAST_PART = re.compile(r"[^\W\d_]+$")
FIRST_PART = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_.=&?#]$")
DIVIDES = 0.015  # share of lines that end in a hyphen where words are divided as a rule
FEWEST_LINES = 25  # that say so
KEEP = {"self", "non", "ex", "well", "half", "all", "cross", "so", "anti", "post", "pro", "vice"}


@dataclass(slots=True)
class Lexicon:
    """What a document writes within its lines: words, compounds, and whether it divides words."""

    words: set[str] = field(default_factory=set)
    compounds: set[str] = field(default_factory=set)
    divides: bool = True

    @classmethod
    def of(cls, lines: Sequence[str]) -> Lexicon:
        """The lexicon of a document's lines; the last word of each may be divided and is left."""
        lexicon = cls()
        for line in lines:
            for word in LETTERS.findall(line.rpartition(" ")[0].casefold()):
                (lexicon.compounds if "-" in word else lexicon.words).add(word)
        hyphens = sum(line.endswith(ENDS) for line in lines)
        lexicon.divides = len(lines) < FEWEST_LINES or hyphens > DIVIDES * len(lines)
        return lexicon


def join_lines(lines: Iterable[str], lexicon: Lexicon) -> str:
    """One paragraph from its lines."""
    text = ""
    for line in lines:
        text = join(text, line, lexicon) if text else line
    return text.removesuffix(HYPHEN) + ("-" if text.endswith(HYPHEN) else "")


def join(before: str, line: str, lexicon: Lexicon) -> str:
    """A text and the line after it: with a space, without, and without the hyphen between."""
    if not line:
        return before
    if before.endswith(ENDS) and len(before) > 1 and before[-2].isalnum():
        bare = before[:-1]
        if _is_division(bare, line, lexicon):
            return bare + line
        return bare + "-" + line
    if before.endswith(("—", "/")) and before[-2:-1].strip() and line[:1].isalnum():
        return before + line
    if ADDRESS.search(before[-300:]):
        return before + line
    return before + ("" if _is_wide(before[-1]) and _is_wide(line[0]) else " ") + line


def _is_division(bare: str, line: str, lexicon: Lexicon) -> bool:
    """Whether the hyphen between two parts only divides a word at the end of a line."""
    if not line[0].islower():
        return False
    first, second = LAST_PART.search(bare[-80:]), FIRST_PART.match(line)
    if not first or not second:
        return False
    parts = first[0].casefold(), second[0].casefold()
    if "".join(parts) in lexicon.words:
        return True
    if "-".join(parts) in lexicon.compounds or parts[0] in KEEP:
        return False
    both_words = len(parts[0]) > 3 and parts[0] in lexicon.words and parts[1] in lexicon.words
    return lexicon.divides and not both_words


def _is_wide(letter: str) -> bool:
    """Whether a letter is of a script that writes no spaces and fills a square."""
    return (
        letter > "\u2e7f"
        and unicodedata.east_asian_width(letter) in "WF"
        and not (
            "\uac00" <= letter <= "\ud7a3"  # Korean writes spaces
        )
    )
