"""The words of a passage with their places, and the small closed classes all stages share.

Here: tokens in columns (plain lists, because a long article has hundreds of thousands), and words
of grammar. Not here: what words mean to one stage only; each stage keeps its own lists.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[int, int]  # token numbers: first, one past the last

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-\w+)*"  # U.S., U.S.-supplied
    r"|(?:Mrs?|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|St|Sr|Jr)\.(?=\s)"
    r"|[A-Z]\.(?=\s[A-Z])"  # Donald J. Trump
    r"|\d+(?:[.,]\d+)*\w*(?:[-'’]\w+)*"  # 422,000  90s  14-year-old
    r"|\w+(?:[-'’‑]\w+)*"  # O’Brien, Russian-backed
    r"|''|``|[^\w\s]"
)

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = {
    name: number
    for number, names in enumerate(
        """january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,
        september sept sep,october oct,november nov,december dec""".split(","),
        start=1,
    )
    for name in names.split()
}
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having hasn't haven't hadn't".split())
MODALS = frozenset(
    """will would can could may might must shall should won't wouldn't can't cannot couldn't
    mustn't shouldn't do does did don't doesn't didn't""".split()
)
AUXILIARIES = BE | HAVE | MODALS
NEGATIONS = frozenset("not never no n't nor neither without".split())
DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some any each every no another
    both all several many few most""".split()
)
SUBJECT_PRONOUNS = frozenset("he she they it we i you who".split())
THIRD_PERSON = frozenset("he she they it".split())
PREPOSITIONS = frozenset(
    """in on at of for from by with to about over under after before during since until through
    between among against into onto across within without around near amid despite toward towards
    upon per like unlike via""".split()
)
# A clause begins here: what is left of such a word is no part of a subject on its right.
CLAUSE_WORDS = frozenset(
    """that because while when after before but although though if whether than since until where
    whereas what how why so as which once unless yet""".split()
)
QUOTE_SIGNS = frozenset("\" “ ” „ « » '' ``".split())
DASHES = frozenset("- – — ― ‒".split())
ENDS = frozenset(". ! ? …".split())


_SHORTENED = ("'re", "'ve", "'ll", "'d", "'m")
_SHORTENED_IS = frozenset("he's she's it's that's there's who's what's here's".split())


def is_shortened(low: str) -> bool:
    """Whether a verb hides in the token: "they're", "it's"; not "Russia's"."""
    return low.endswith(_SHORTENED) or low in _SHORTENED_IS


def is_subject_pronoun(low: str) -> bool:
    """As in "he", and "he'll"."""
    return low.partition("'")[0] in SUBJECT_PRONOUNS and ("'" not in low or is_shortened(low))


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens of a stretch of text in columns: offsets, forms as written, small-letter forms."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    lows: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The token numbers (first, one past the last) that begin in ``text[start:end]``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def low(self, index: int) -> str:
        """The small-letter form at ``index``, "" outside the passage."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def comma(self, start: int, end: int) -> int | None:
        """The number of the first comma among the tokens ``start`` to ``end``."""
        return next((i for i in range(start, end) if self.lows[i] == ","), None)

    def form(self, index: int) -> str:
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def pick(self, ranges: Sequence[tuple[int, int]]) -> Words:
        """The tokens in some ranges, side by side, as if they were one stretch."""
        columns = [
            [one for first, end in ranges for one in column[first:end]]
            for column in (self.starts, self.ends)
        ]
        forms, lows = (
            [one for first, end in ranges for one in column[first:end]]
            for column in (self.forms, self.lows)
        )
        return Words(self.text, columns[0], columns[1], forms, lows)

    def is_name(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.form(index)[:1].isupper()


def read_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Splits ``text[start:end]`` into tokens; offsets are those of the whole text."""
    end = len(text) if end is None else end
    starts, ends, forms, lows = [], [], [], []
    for match in _TOKEN.finditer(text, start, end):
        form = match.group()
        starts.append(match.start())
        ends.append(match.end())
        forms.append(form)
        lows.append(form.lower().replace("’", "'"))
    return Words(text, starts, ends, forms, lows)
