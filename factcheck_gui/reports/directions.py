"""Which way a text is written: Arabic, Hebrew and their kin run from right to left.

For formats whose readers do not find that out themselves (Word, PDF); a web page says
``dir="auto"``. Not here: mark-up, and the order of letters, which is the reader's own work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The blocks of the scripts that run from right to left (Unicode, DerivedBidiClass.txt).
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHTWARD = rf"(?![{_RIGHT}])[^\W\d_]"
_STRONG = re.compile(rf"([{_RIGHT}])|{_RIGHTWARD}")
# From the first to the last letter of one direction: marks, figures and spaces between them too.
_LEFT_STRETCH = re.compile(rf"[{_RIGHT}](?:[{_RIGHT}\W\d_]*[{_RIGHT}])?")
_RIGHT_STRETCH = re.compile(rf"{_RIGHTWARD}(?:[^{_RIGHT}]*{_RIGHTWARD})?")
_ANY = re.compile(f"[{_RIGHT}]")


def has_leftward(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and bool(_ANY.search(text))


def is_leftward(text: str) -> bool:
    """Whether the text as a whole is: its first letter decides, as in HTML's ``dir="auto"``."""
    first = _STRONG.search(text) if has_leftward(text) else None
    return bool(first and first[1])


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut where its direction turns, each piece with whether it runs leftward.

    What has no direction of its own (spaces, figures, brackets) goes with the text as a whole
    where it stands between two directions.
    """
    leftward = is_leftward(text)
    other = _RIGHT_STRETCH if leftward else _LEFT_STRETCH
    at = 0
    for found in other.finditer(text) if has_leftward(text) else ():
        if at < found.start():
            yield text[at : found.start()], leftward
        yield found[0], not leftward
        at = found.end()
    if at < len(text):
        yield text[at:], leftward
