"""Which of the places where a sentence may end do end one: a small fitted model over the rules.

Here: what is looked at around a place, the sum of weights, loading them. Not here: the places and
the rules (``sentence_ends``), fitting (``training_sentences``). The rules' own answer is among the
things looked at; without the file of weights it is the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from factcheck_gui.claims.splitting.sentence_ends import (
    CLOSERS,
    FIRST_WORD,
    LONGEST_WORD,
    OPENERS,
    SHORT,
    TITLES,
    opens_sentences,
    places,
)
from factcheck_gui.paths import resources

WEIGHTS = "sentences.json"  # in resources/models
_AFTER_WORDS = ".!?…" + CLOSERS + ":;,-–—*=>"
_BEFORE_WORDS = OPENERS + "-–—<="
_FILE = re.compile(r"\.(?:pdf|docx?|xls|jpe?g|html?|txt|gif|ppt|zip)$", re.IGNORECASE)
_GREETINGS = frozenset("hi hello dear good hey thanks all greetings ps p.s".split())
_LINKING = frozenset("is was are were be have has will can do did i you we they he she it".split())
_CLIP = 3000  # code points in which the dashes of a paragraph are counted
_WIDTHS = (4, 15, 40, 90, 180)


_instead: ContextVar[dict[str, float] | None] = ContextVar("weights", default=None)


@contextmanager
def using(weights: dict[str, float]) -> Iterator[None]:
    """Other weights for as long as the context lasts: to compare them; none are the rules."""
    before = _instead.set(weights)
    try:
        yield
    finally:
        _instead.reset(before)


@cache
def _shipped() -> dict[str, float]:
    """The fitted weights by feature; empty where the file is not there."""
    path = resources() / "models" / WEIGHTS
    if not path.is_file():
        return {}
    loaded: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return loaded


def cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets inside the paragraph ``text[start:end]`` at which a sentence ends."""
    instead = _instead.get()
    fitted = _shipped() if instead is None else instead
    found: list[int] = []
    view = View(text, start, end)
    for at, ruled in places(text, start, end):
        total = sum(fitted.get(one, 0.0) for one in view.features(at, ruled)) if fitted else ruled
        if total > 0:
            found.append(at)
            view.last = at
    return found


class View:
    """A paragraph read from left to right: what surrounds a place, and what came before it.

    ``last`` is where the sentence at hand begins, moved on by the reader of the features.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end, self.last = text, start, end, start
        self._seen = start
        self._quoted = False
        self._brackets = 0
        lead = text[start : start + 12].split()
        tail = text[max(start, end - 12) : end].rstrip()
        self._greets = bool(lead) and lead[0].lower().strip(",:-") in _GREETINGS
        self._small = text[start : start + 1].islower()
        self._quote_first = text[start : start + 1] in tuple("\"'“‘")
        self._stopped = tail[-1:] in tuple(".!?…\"”’)'")
        self._dashes = min(4, text.count(" - ", start, min(end, start + _CLIP))) // 2

    def features(self, at: int, ruled: bool) -> list[str]:
        """What is seen at ``at``, each as a name; ``at`` never goes back."""
        self._read_signs(at)
        left = self.text[max(self.start, at - LONGEST_WORD) : at].split()
        right = self.text[at : at + LONGEST_WORD]
        after = right.split(None, 2)
        sign, word = _sign_and_word(left[-1] if left else "")
        shown = after[0] if after else ""
        low = word.lower().rsplit("-", 1)[-1]
        first = FIRST_WORD.match(shown.lstrip(OPENERS))
        opens = first.group().lower().replace("’", "'") if first else ""
        before, follows = _kind_before(word, low), kind_of_word(shown)
        second = _second(after[1]) if len(after) > 1 else "none"
        starter = opens_sentences(opens)
        mark = shown[:1] if shown[:1] in tuple(_BEFORE_WORDS) else ""
        so_far, rest = _width(at - self.last), _width(self.end - at)
        alone = self.last == self.start
        titled = all(one[:1].isupper() for one in (*left[-3:], *after[:2]))
        earlier = kind_of_word(left[-2]) if len(left) > 1 else "none"
        rule = "R" if ruled else "r"
        return [
            "always",
            rule,
            f"g{right[:1].isspace()} {rule}{sign}",
            f"a {rule}{sign} {follows}",
            f"b {rule} {before} {follows}",
            f"c {sign} {before} {follows}",
            f"d {rule}{sign} {before}",
            f"e {starter}{sign}",
            f"f {starter}{sign} {before} {follows}",
            f"h {opens}",
            f"i {opens} {sign[:1]}",
            f"j {low}",
            f"k {low} {sign[:1]}",
            f"l {mark}{sign}",
            f"m {rule}{mark}",
            f"n {rule}{so_far}",
            f"o {so_far}{sign} {follows}",
            f"p {rule}{rest}",
            f"q {rest}{sign}",
            f"s {self._quoted}{rule}{sign}",
            f"t {self._brackets > 0}{rule}{sign}",
            f"u {len(word) < 3}{sign} {follows}",
            f"v {alone}{sign} {before} {follows}",
            f"w {alone}{so_far}{sign}",
            f"x {sign} {before} {follows} {second}",
            f"y {rule}{sign} {follows} {second}",
            f"z {alone and self._greets}{sign} {follows} {starter}",
            f"F {titled}{rule}{sign}",
            f"G {titled}{sign} {starter}{rest}",
            f"A {self._stopped}{rest} {sign} {follows}",
            f"B {self._quote_first}{self._stopped}{rule}{sign}",
            f"C {self._small}{sign} {follows}",
            f"D {self._dashes}{sign}{mark}",
            f"E {sign} {follows} {earlier} {before}",
        ]  # fmt: skip

    def _read_signs(self, at: int) -> None:
        """Moves on to ``at``, counting quotation marks and brackets that are still open."""
        passed = self.text[self._seen : at]
        self._seen = at
        if '"' in passed:
            self._quoted ^= passed.count('"') % 2 == 1
        if "“" in passed or "”" in passed:
            self._quoted = passed.rfind("“") > passed.rfind("”")
        opened = passed.count("(") + passed.count("[")
        self._brackets = max(0, self._brackets + opened - passed.count(")") - passed.count("]"))


def kind_of_word(word: str) -> str:
    """The look of a word: small, Capital, CAPITALS, number, address…"""
    bare = word.strip(OPENERS + CLOSERS + ".,!?…:;-–—")
    if not bare:
        return "sign" + word[:2]
    if "@" in bare:
        return "mail"
    if bare[0].isdigit():
        return "number" if bare.isdigit() else "digits"
    if bare[0].isupper():
        return "capitals" if len(bare) > 1 and bare.isupper() else "Capital"
    return "address" if bare.startswith(("http", "www.")) else "small"


def _kind_before(word: str, low: str) -> str:
    if low in TITLES:
        return "title"
    if low in SHORT or ("." in low and len(low) <= 6):
        return "short"
    if _FILE.search(word):
        return "file"
    return kind_of_word(word) if word else "none"


def _sign_and_word(last: str) -> tuple[str, str]:
    """A last word parted into the signs at its end, shortened, and the word itself."""
    at = len(last)
    while at and last[at - 1] in _AFTER_WORDS:
        at -= 1
    sign, word = last[at:], last[:at].lstrip(OPENERS)
    if "..." in sign or "…" in sign:
        return "…", word
    return (".." if ".." in sign else sign[:3]), word


def _second(word: str) -> str:
    low = word.lower().strip(",.")
    return low if low in _LINKING else kind_of_word(word)


def _width(length: int) -> int:
    return sum(length >= one for one in _WIDTHS)
