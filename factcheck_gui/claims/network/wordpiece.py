"""Word pieces: the numbers under which the language model knows parts of words.

Here: the vocabulary file, and how a token is cleaned, folded and cut. Not here: how a text is cut
into tokens (``words``), the model (``backbone``).

The method is that of BERT's uncased vocabulary (Devlin et al. 2019; Wu et al. 2016 for the greedy
cut): small letters without accents, signs apart, then the longest piece first. A token's pieces
depend on the token only, so each spelling is cut once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from factcheck_gui.domain import Problem

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_LONGEST = 100  # characters; a longer word is unknown, as in BERT
_KEPT = 200_000  # spellings remembered; a hostile text must not fill the memory
_CONTINUED = "##"
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


class WordPieces:
    """Cuts tokens into the pieces of a vocabulary (one piece a line, its number the line's)."""

    def __init__(self, pieces: list[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        if not {PAD, UNKNOWN, START, END} <= self._numbers.keys():
            raise Problem("The language model's vocabulary is not whole.")
        self.pad, self.unknown, self.start, self.end = (
            self._numbers[one] for one in (PAD, UNKNOWN, START, END)
        )
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, path: Path) -> WordPieces:
        """The vocabulary in a file. Raises OSError, UnicodeDecodeError, Problem."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def of(self, token: str) -> tuple[int, ...]:
        """The numbers of a token's pieces; () where nothing of it is writing."""
        found = self._known.get(token)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = tuple(number for word in _plain(token) for number in self._cut(word))
            self._known[token] = found
        return found

    def _cut(self, word: str) -> list[int]:
        if len(word) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            head = _CONTINUED if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(head + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def _plain(token: str) -> Iterator[str]:
    """The token in small letters without accents, cut at its signs."""
    if token.isascii() and token.isalnum():
        yield token.lower()
        return
    word = ""
    for char in unicodedata.normalize("NFD", token[: 8 * _LONGEST].lower()):
        category = unicodedata.category(char)
        if category == "Mn" or (category[0] == "C" and char not in "\t\n\r"):
            continue
        alone = _is_sign(char, category) or _is_ideograph(char)
        if alone or char.isspace():
            if word:
                yield word
            word = ""
            if alone:
                yield char
        else:
            word += char
    if word:
        yield word


def _is_sign(char: str, category: str) -> bool:
    """BERT counts every ASCII character that is no letter, digit or space as punctuation."""
    return category[0] == "P" or ("!" <= char <= "~" and not char.isalnum())


def _is_ideograph(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _IDEOGRAPHS)
