"""Two texts of one article side by side: which words of the older one stand where in the newer.

Here: words with their places, and the runs of words that both texts have in the same order. Not
here: what becomes of claims (anchoring.py), what a reader is shown (comparing.py), the library.

Words are compared as a person does: kinds of quotation marks, dashes and white space, and how an
accent is encoded, make no difference; letters and figures do.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck_gui.domain import Span

MOST_CELLS = 400_000_000  # of a table of words by words, one bit each: 50 MB, half a second
STRONG = 4  # words in a row that are no coincidence
NEAR = 6  # words between a strong run and a short one that belongs to it
_STOPS = {".", "!", "?", '"'}
_SHINGLE = 6  # words that find a place in texts too long for a table
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # written without spaces: a sign is a word
_WORD = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])[\w\u0300-\u036f])+|\.\.\.|-{{2,}}|[^\w\s]")
_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›`´ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)


class Run(NamedTuple):
    """``length`` words from ``old`` on are those from ``new`` on."""

    old: int
    new: int
    length: int


@dataclass(frozen=True)
class Words:
    """The words of a text as they are compared, and where each stands (code points)."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        forms, starts, ends = [], [], []
        for found in _WORD.finditer(text):
            form = _form(found.group())
            if form:
                forms.append(form)
                starts.append(found.start())
                ends.append(found.end())
        return cls(text, tuple(forms), tuple(starts), tuple(ends))

    def inside(self, span: Span) -> tuple[int, int]:
        """The words that a span touches, as first and behind the last."""
        return bisect_left(self.ends, span.start + 1), bisect_left(self.starts, span.end)

    def span(self, first: int, end: int) -> Span:
        """From the start of the first word to the end of the last; there is at least one."""
        return Span(self.starts[first], self.ends[end - 1])

    @cached_property
    def _line(self) -> str:
        return "\0" + "\0".join(self.forms) + "\0"

    @cached_property
    def _places(self) -> list[int]:
        places, at = [], 0
        for form in self.forms:
            places.append(at)
            at += len(form) + 1
        return places

    def occurrences(self, forms: Sequence[str], most: int = 50) -> list[int]:
        """Where these words stand in a row: the number of the first word of each place."""
        wanted = "\0" + "\0".join(forms) + "\0"
        found: list[int] = []
        at = self._line.find(wanted)
        while at >= 0 and len(found) < most:
            found.append(bisect_left(self._places, at))
            at = self._line.find(wanted, at + 1)
        return found


def _form(raw: str) -> str:
    if raw.isascii():
        return "-" if raw.startswith("--") else "…" if raw == "..." else _SAME_ASCII.get(raw, raw)
    return unicodedata.normalize("NFC", raw.translate(_SAME))


_SAME_ASCII = {"`": "'"}


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Where sentences may begin between two places: after a stop, or on a new line. A rough
    guess, good for choosing between candidates."""
    return [found.end() for found in _BREAK.finditer(text, start, end)]


_BREAK = re.compile(r"[.!?…؟。]['\"”’»)\]]*\s+(?=\S)|\n+\s*(?=\S)|[。！？](?=\S)")


# ---------------------------------------------------------------- runs


def aligned(old: Words, new: Words) -> list[Run]:
    """The runs of words that both texts have in the same order, with the borders that a person
    would see; short ones only beside longer ones, so that a "the" here and a "the" there are not
    taken for the same word."""
    end = Run(len(old.forms), len(new.forms), 0)
    return _trusted(_at_borders([*common_runs(old.forms, new.forms), end], old, new))


def common_runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """All that two rows of words have in the same order, as runs."""
    return list(_joined(_common(old, new, 0, 0)))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs that touch made one."""
    held: Run | None = None
    for run in runs:
        if held and (held.old + held.length, held.new + held.length) == (run.old, run.new):
            held = held._replace(length=held.length + run.length)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _common(old: Sequence[str], new: Sequence[str], a: int, b: int) -> Iterator[Run]:
    """A longest common subsequence, or nearly so for long texts; ``a`` and ``b`` are where these
    stretches begin."""
    ahead = _shared(old, new)
    if ahead:
        yield Run(a, b, ahead)
    old, new, a, b = old[ahead:], new[ahead:], a + ahead, b + ahead
    behind = _shared(old[::-1], new[::-1])
    rest_old, rest_new = old[: len(old) - behind], new[: len(new) - behind]
    if rest_old and rest_new:
        if len(rest_old) * len(rest_new) <= MOST_CELLS:
            yield from _by_table(rest_old, rest_new, a, b)
        else:
            yield from _by_landmarks(rest_old, rest_new, a, b)
    if behind:
        yield Run(a + len(rest_old), b + len(rest_new), behind)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    most = min(len(one), len(other))
    return next((n for n in range(most) if one[n] != other[n]), most)


def _by_table(old: Sequence[str], new: Sequence[str], a: int, b: int) -> Iterator[Run]:
    from rapidfuzz.distance import LCSseq

    for code in LCSseq.opcodes(old, new):
        if code.tag == "equal":
            yield Run(a + code.src_start, b + code.dest_start, code.src_end - code.src_start)


def _by_landmarks(old: Sequence[str], new: Sequence[str], a: int, b: int) -> Iterator[Run]:
    """Cuts both at rows of words that stand once in each, then goes on between the cuts."""
    marks = _rising(_unique_shingles(old, new))
    at_old = at_new = 0
    for mark_old, mark_new in [*marks, (len(old), len(new))]:
        if mark_old < at_old or mark_new < at_new:
            continue  # inside the one before
        between_old, between_new = old[at_old:mark_old], new[at_new:mark_new]
        if marks and (len(between_old) < len(old) or len(between_new) < len(new)):
            yield from _common(between_old, between_new, a + at_old, b + at_new)
        if mark_old < len(old):
            yield Run(a + mark_old, b + mark_new, _SHINGLE)
        at_old, at_new = mark_old + _SHINGLE, mark_new + _SHINGLE


def _unique_shingles(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    def once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
        seen: dict[tuple[str, ...], int] = {}
        for n in range(len(words) - _SHINGLE + 1):
            row = tuple(words[n : n + _SHINGLE])
            seen[row] = -1 if row in seen else n
        return seen

    here, there = once(old), once(new)
    pairs = ((n, there.get(row, -1)) for row, n in here.items() if n >= 0)
    return [(n, m) for n, m in pairs if m >= 0]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs (rising in the first) that rises in the second, too."""
    tails: list[int] = []
    ends: list[int] = []  # the pair that ends the best row of each length
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        if length == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[length], ends[length] = place, at
        before.append(ends[length - 1] if length else -1)
    row, at = [], ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _trusted(runs: list[Run]) -> list[Run]:
    """The runs that are long, and the short ones that stand close to a trusted one."""
    trusted = [run.length >= STRONG for run in runs]
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            one, other = sorted((runs[at], runs[at + step]))
            gaps = (other.old - one.old - one.length, other.new - one.new - one.length)
            trusted[at] = trusted[at] or (trusted[at + step] and max(gaps) <= NEAR)
    return [run for run, good in zip(runs, trusted, strict=True) if good]


def _at_borders(runs: list[Run], old: Words, new: Words) -> list[Run]:
    """Where a passage that came or went could as well begin some words later ("[. One] ." or
    ". [One .]"), it begins at a line or sentence."""
    moved = list(runs)
    for at in range(len(moved) - 1):
        one, other = moved[at], moved[at + 1]
        here = one.old + one.length, one.new + one.length
        words, start, stop = (
            (new, here[1], other.new) if other.old == here[0] else (old, here[0], other.old)
        )
        if min(other.old - here[0], other.new - here[1]) or start == stop:
            continue
        by = _best_shift(words, start, stop, other.length)
        moved[at] = one._replace(length=one.length + by)
        moved[at + 1] = Run(other.old + by, other.new + by, other.length - by)
    return [one for one in moved[:-1] if one.length]


def _best_shift(words: Words, start: int, stop: int, most: int) -> int:
    """By how many words a passage is best begun later; it reads the same from each."""
    best, best_by, by = _border(words, start), 0, 0
    while by < most and words.forms[start + by] == words.forms[stop + by]:
        by += 1
        here = _border(words, start + by)
        if here > best:
            best, best_by = here, by
    return best_by


def _border(words: Words, at: int) -> int:
    """2 where a line begins with this word, 1 for a sentence, else 0."""
    before = words.ends[at - 1] if at else 0
    gap = words.text[before : words.starts[at]]
    if at == 0 or "\n" in gap:
        return 2
    return int(bool(gap) and words.forms[at - 1] in _STOPS)
