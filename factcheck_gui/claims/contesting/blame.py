"""Opposed sides in one article: each blames the other, or one denies what the other says.

Here: who is charged by whom, over one event. Not here: figures and words that contradict
(``contested``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck_gui.claims.contesting.alike import COMMON, Told, stem
from factcheck_gui.claims.contesting.opposites import negations
from factcheck_gui.claims.language.words import read_words

_NEAR = 12  # claims between an accusation and its denial
_ACCUSING = frozenset(
    "blame blames blamed blaming accuse accuses accused accusing hit attack attacked".split()
)
_DENYING = frozenset(
    """deny denies denied denying reject rejects rejected rejecting dispute disputes disputed
    dismissed dismisses refuted refutes""".split()
)
_HARM = frozenset(
    """strike strikes hit hits attack attacks attacked killed killing destroyed shelled shelling
    bombed bombing explosion missile missiles shot fired massacre poisoned hacked crime blame
    blames blamed blaming accuse accused accuses accusing involvement responsibility""".split()
)


def opposed_sides(claims: Sequence[Told]) -> Iterator[tuple[Told, Told, str]]:
    """A charges B with harm, and B denies it or charges A, a few claims apart; with the reason."""
    charged = [one for one in claims if one.claim.claimant and one.lows & _HARM]
    for place, one in enumerate(charged):
        for other in charged[place + 1 : place + 1 + _NEAR]:
            if other.number - one.number > _NEAR:
                break
            why = _why(one, other)
            if why:
                yield one, other, why


def _why(one: Told, other: Told) -> str:
    """Why two claims of opposed sides clash, "" where they do not."""
    mine, theirs = _side(one), _side(other)
    if not mine or not theirs or mine & theirs:
        return ""
    if not (mine & other.content and theirs & one.content):
        return ""  # they do not speak of each other
    shared = len((one.content & other.content) - mine - theirs)
    sides = f"{one.claim.claimant} and {other.claim.claimant}"
    lows = one.lows | other.lows
    if not lows & (_ACCUSING | _DENYING):  # "this wasn't a strike" against "a strike hit"
        return f"{sides} contradict each other" if negations(lows) and shared >= 2 else ""
    both_blame = bool(one.lows & _ACCUSING) and bool(other.lows & _HARM)
    if shared < 1 and not both_blame:
        return ""
    if lows & _DENYING:
        return f"{sides}: one blames, the other denies"
    return f"{sides} contradict each other" if negations(lows) else f"{sides} blame each other"


def _side(one: Told) -> frozenset[str]:
    """The names in a claimant, as stems."""
    words = read_words(one.claim.claimant or "")
    return frozenset(
        stem(low.split("-")[0])
        for low, form in zip(words.lows, words.forms, strict=True)
        if form[0].isupper() and low not in COMMON
    )
