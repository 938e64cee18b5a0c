"""Earlier claims that say the same as a text: an index of them, and the best ones for a query.

Here: how a text is read for comparison, the index, the score. Not here: where earlier claims come
from (``library.precedents``), what is shown of them.

Two readings of a text are weighed by BM25 (Robertson and Zaragoza 2009, doi 10.1561/1500000019):
its words without their commonest endings, and their four-letter pieces, which see through spelling,
compounds and hashtags. Addresses are left out; the words of ``#TaxTheRich`` are parted. A rare word
counts for more, and rare words of a long query for more still.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck_gui.domain import Progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MOST = 20  # answers to a query
_LONGEST = 4_000  # characters of a text that are read: a claim is a sentence or two
_STEP = 500  # texts between two signs of progress
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])")
_WORD = re.compile(r"\w+")
_ENDINGS = ("ing", "ed", "es", "s")
# Scripts that write no spaces between words: their pieces are pairs.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_PIECE, _PAIR = 4, 2  # characters
_SATURATION, _LENGTH = 1.2, 0.75  # BM25's k1 and b, as usual
_RARE = 0.5  # power of a word's rarity in the query
_PIECES = 0.2  # what pieces count beside words


def words(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, without address or ending."""
    return [_stem(one) for one in _tokens(text)]


def pieces(text: str) -> list[str]:
    """The four-letter pieces of a text's words, their ends marked."""
    return [piece for token in _tokens(text) for piece in _cut(token)]


def _tokens(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text[:_LONGEST])
    return _WORD.findall(_JOINT.sub(" ", _ADDRESS.sub(" ", plain)).casefold())


def _stem(word: str) -> str:
    """Enough for English plurals and tenses; at least three letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _cut(token: str) -> Iterator[str]:
    marked = f"_{token}_"
    size = _PAIR if _UNSPACED.search(token) else _PIECE
    for start in range(max(1, len(marked) - size + 1)):
        yield marked[start : start + size]


class _Field:
    """One reading of all texts: for each term the texts it stands in, and what it counts there."""

    def __init__(self, read: Callable[[str], list[str]]) -> None:
        self._read = read
        self._terms: dict[str, int] = {}
        self._places, self._texts, self._counts = array("I"), array("I"), array("H")
        self._lengths = array("I")

    def add(self, text: str) -> None:
        """Reads one more text."""
        found = self._read(text)
        number = len(self._lengths)
        self._lengths.append(len(found))
        for term, count in Counter(found).items():
            self._places.append(self._terms.setdefault(term, len(self._terms)))
            self._texts.append(number)
            self._counts.append(min(count, 0xFFFF))

    def close(self) -> None:
        """Sorts what was added by term, and weighs it."""
        import numpy as np

        places = np.frombuffer(self._places, dtype=np.uint32)
        texts = np.frombuffer(self._texts, dtype=np.uint32)
        counts = np.frombuffer(self._counts, dtype=np.uint16).astype(np.float32)
        lengths = np.frombuffer(self._lengths, dtype=np.uint32).astype(np.float32)
        order = np.argsort(places, kind="stable")
        spread = np.bincount(places, minlength=len(self._terms))
        self._starts = np.concatenate(([0], np.cumsum(spread)))
        self._rarity = np.log1p((len(lengths) - spread + 0.5) / (spread + 0.5))
        mean = float(lengths.mean()) if len(lengths) else 1.0
        long = 1 - _LENGTH + _LENGTH * lengths / max(1.0, mean)
        weight = counts * (_SATURATION + 1) / (counts + _SATURATION * long[texts])
        self._weights = (weight * self._rarity[places])[order].astype(np.float32)
        self._texts_sorted = texts[order]
        del self._places, self._texts, self._counts

    def score(self, query: str) -> Floats:
        """What each text counts for a query."""
        import numpy as np

        total = np.zeros(len(self._lengths), dtype=np.float32)
        for term in dict.fromkeys(self._read(query)):
            place = self._terms.get(term)
            if place is not None:
                part = slice(self._starts[place], self._starts[place + 1])
                factor = self._rarity[place] ** _RARE
                total[self._texts_sorted[part]] += self._weights[part] * factor
        return total

    def most(self, query: str) -> float:
        """What a text of middling length would count that holds all of a query."""
        import numpy as np

        terms = set(self._read(query))
        known = [self._terms[one] for one in terms if one in self._terms]
        unheard = np.log1p((len(self._lengths) + 0.5) / 0.5) ** (1 + _RARE)
        heard = float((self._rarity[known] ** (1 + _RARE)).sum())
        return heard + float(unheard) * (len(terms) - len(known))


class Match(NamedTuple):
    """A text that says something like the query: its number, and how alike it is (0 to 1)."""

    number: int
    score: float


class Matcher:
    """Texts made ready to be found. Fifteen thousand claims take some seconds of one core."""

    def __init__(self, texts: Sequence[str], progress: Progress | None = None) -> None:
        """Reads the texts; ``progress`` may raise Cancelled."""
        self._words, self._pieces = _Field(words), _Field(pieces)
        for number, text in enumerate(texts):
            if progress and number % _STEP == 0:
                progress(number, len(texts))
            self._words.add(text)
            self._pieces.add(text)
        self._words.close()
        self._pieces.close()

    def best(self, query: str, most: int = MOST) -> list[Match]:
        """The texts that are most like a query, best first; none that shares no word with it."""
        import numpy as np

        total = self._words.score(query) + _PIECES * self._pieces.score(query)
        full = self._words.most(query) + _PIECES * self._pieces.most(query)
        found = np.flatnonzero(total)
        ranked = found[np.argsort(-total[found], kind="stable")][:most]
        return [Match(int(one), min(1.0, float(total[one]) / full)) for one in ranked]
