"""Earlier claims that say the same as a text: an index of them, and the best ones for a query.

Here: how a text is read for comparison, the index, the score, and the order once the meaning of the
best was compared (``meaning`` does that). Not here: where earlier claims come
from (``library.precedents``), what is shown of them.

Two readings of a text are weighed by BM25 (Robertson and Zaragoza 2009, doi 10.1561/1500000019):
its words without their commonest endings, and their four-letter pieces, which see through spelling,
compounds and hashtags. Addresses are left out; the words of ``#TaxTheRich`` are parted. A rare word
counts for more, and rare words of a long query for more still.

A text's reading is kept as numbers (``imprint``), so that an index of many thousand is made in no
time from what was read when they came in.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck_gui.claims.contesting.alike import COMMON
from factcheck_gui.claims.contesting.opposites import negations, opposed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

METHOD = (
    1  # raised whenever a text is read otherwise: imprints kept by an earlier one are of no use
)
MOST = 20  # answers to a query
LOOKED_AT = 30  # of those that share most words, whose meaning is compared
_MEANING = 2.0  # what nearness in meaning counts beside the best one's words; fitted on training
# queries of Snopes and PolitiFact, where 1 to 4 do nearly as well
_LONGEST = 4_000  # characters of a text that are read: a claim is a sentence or two
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])")
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_LOW = re.compile(r"\w+(?:'\w+)?")
_ENDINGS = ("ing", "ed", "es", "s")
# Scripts that write no spaces between words: their pieces are pairs.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_PIECE, _PAIR = 4, 2  # characters
_IS_PIECE = 1 << 31  # the highest bit of a term's number; the others are of its CRC-32
_SATURATION, _LENGTH = 1.2, 0.75  # BM25's k1 and b, as usual
_RARE = 1.5  # power of a term's rarity: once for the text, and half as much for the query
_PIECES = 0.2  # what pieces count beside words
# Texts that are supposed beside those indexed, and how many of them hold a common word: or such
# words would be rare in a library of three claims.
_SUPPOSED, _HOLDING = 2_000, 400


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


def imprint(text: str) -> bytes:
    """What a text is known by: the numbers of its words, then of its pieces, four bytes each."""
    found = array("I", (_number(one) for one in words(text)))
    found.extend(_number(one) | _IS_PIECE for one in pieces(text))
    return found.tobytes()


@lru_cache(maxsize=64)
def _word_numbers(text: str) -> frozenset[int]:
    return frozenset(map(_number, words(text)))


def _number(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass")) & (_IS_PIECE - 1)


def differences(one: str, other: str) -> tuple[str, ...]:
    """In what two texts differ that makes alike ones say different things: "figures" where both
    have some and share none, "denial" where one negates or says the opposite."""
    figures = [frozenset(_FIGURE.findall(each)) for each in (one, other)]
    found = ["figures"] if all(figures) and not figures[0] & figures[1] else []
    first, second = (set(_LOW.findall(each.casefold().replace("’", "'"))) for each in (one, other))
    if negations(first) % 2 != negations(second) % 2 or opposed(first, second):
        found.append("denial")
    return tuple(found)


@cache
def _common() -> NDArray[np.uint32]:
    """The terms of the commonest English words."""
    import numpy as np

    return np.unique(np.frombuffer(imprint(" ".join(sorted(COMMON))), dtype=np.uint32))


class Match(NamedTuple):
    """A text that says something like the query: its number, and how alike it is (0 to 1)."""

    number: int
    score: float


def by_meaning(found: Sequence[Match], nearness: Sequence[float]) -> list[Match]:
    """Matches in the order of their words and of how near each is in meaning, best first."""
    if not found:
        return []
    whole = found[0].score * (1 + _MEANING)
    scores = [
        found[0].score * _MEANING * max(0.0, near) + match.score
        for match, near in zip(found, nearness, strict=True)
    ]
    ranked = zip((one.number for one in found), (score / whole for score in scores), strict=True)
    return sorted((Match(*one) for one in ranked), key=lambda one: -one.score)


class Matcher:
    """Texts made ready to be found: for each term the texts it stands in, and what it counts."""

    def __init__(self, imprints: Sequence[bytes]) -> None:
        """``imprints`` of the texts, whose numbers count from 0."""
        import numpy as np

        self._size = len(imprints)
        terms = np.frombuffer(b"".join(imprints), dtype=np.uint32)
        lengths = [len(one) // terms.itemsize for one in imprints]
        texts = np.repeat(np.arange(self._size, dtype=np.uint64), lengths)
        pairs, counts = np.unique(terms.astype(np.uint64) << 32 | texts, return_counts=True)
        of_pair = (pairs >> 32).astype(np.uint32)
        self._texts = (pairs & 0xFFFFFFFF).astype(np.uint32)
        self._terms, starts, spread = np.unique(of_pair, return_index=True, return_counts=True)
        self._starts = np.append(starts, len(pairs))
        there = spread + _HOLDING * np.isin(self._terms, _common())
        rarity = self._rare(there)
        self._rarity = np.where(self._terms >= _IS_PIECE, _PIECES * rarity, rarity)
        long = np.where(
            of_pair >= _IS_PIECE,
            _relative(texts[terms >= _IS_PIECE], self._size)[self._texts],
            _relative(texts[terms < _IS_PIECE], self._size)[self._texts],
        )
        often = counts / (counts + _SATURATION * (1 - _LENGTH + _LENGTH * long))
        weights = (_SATURATION + 1) * often * np.repeat(self._rarity, spread)
        self._weights = weights.astype(np.float32)

    def best(self, query: str, most: int = MOST) -> list[Match]:
        """The texts that are most like a query, best first; none that shares no term with it.

        A score is the share of what a text of middling length would count that holds all of it.
        """
        import numpy as np

        asked = np.unique(np.frombuffer(imprint(query), dtype=np.uint32))
        places = np.searchsorted(self._terms, asked)
        heard = places < len(self._terms)
        heard[heard] = self._terms[places[heard]] == asked[heard]
        places, new = places[heard], asked[~heard]
        total = np.zeros(self._size, dtype=np.float32)
        for place in places:  # a text has a term once here, so that nothing is added twice
            part = slice(self._starts[place], self._starts[place + 1])
            total[self._texts[part]] += self._weights[part]
        found = np.flatnonzero(total)
        ranked = found[np.argsort(-total[found], kind="stable")][:most]
        full = float(self._rarity[places].sum()) + self._unheard(new)
        return [Match(int(one), min(1.0, float(total[one]) / full)) for one in ranked]

    def alike(self, query: str, text: str, score: float) -> float:
        """How alike two texts are, 0 to 1: of the share of the query's words that the text has (the
        ``score`` that it was found with) and of the text's that the query has, the geometric mean.
        """
        import numpy as np

        own, wanted = _word_numbers(query), sorted(_word_numbers(text))
        each = self._worth(np.array(wanted, dtype=np.uint32))
        held = float(each[[one in own for one in wanted]].sum())
        return float(np.sqrt(score * held / (float(each.sum()) or 1.0)))

    def _worth(self, terms: NDArray[np.uint32]) -> NDArray[np.float64]:
        """How much each term counts, also those that stand in no text."""
        import numpy as np

        new = self._rare(_HOLDING * np.isin(terms, _common()))
        places = np.minimum(np.searchsorted(self._terms, terms), max(0, len(self._terms) - 1))
        if not len(self._terms):
            return new
        return np.where(self._terms[places] == terms, self._rarity[places], new)

    def _unheard(self, terms: NDArray[np.uint32]) -> float:
        """What terms would count that stand in no text."""
        import numpy as np

        each = self._rare(_HOLDING * np.isin(terms, _common()))
        return float(np.where(terms >= _IS_PIECE, _PIECES * each, each).sum())

    def _rare(self, holding: NDArray[np.int64]) -> NDArray[np.float64]:
        """How much terms count that so many texts hold."""
        import numpy as np

        supposed = self._size + _SUPPOSED
        return np.asarray(np.log1p((supposed - holding + 0.5) / (holding + 0.5)) ** _RARE)


def _relative(texts: NDArray[np.uint64], size: int) -> NDArray[np.float64]:
    """How long each text is, against the mean: the texts that terms stand in, to their counts."""
    import numpy as np

    counts = np.bincount(texts.astype(np.int64), minlength=size)
    return counts / max(1.0, float(counts.mean() if size else 0))
