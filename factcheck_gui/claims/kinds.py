"""What sort of claim a sentence makes: its kind and its type, as ``commands.md`` of the design
names them.

Here: rules of precedence over what the other stages found. Not here: the score.
"""

from __future__ import annotations

from factcheck_gui.claims.words import BE, QUOTE_SIGNS, Words
from factcheck_gui.domain import Attribution, ClaimType, Figure, Kind

_PLANS = frozenset("plans planned scheduled".split())
_CAUSES = frozenset("because caused causes due led result resulted thereby therefore".split())
_OPINION = frozenset(
    """good bad great terrible wonderful amazing best worst better important right wrong beautiful
    fair unfair horrible smart stupid fantastic interesting legend ought should must believe think
    feel hope gruesome disappointing brilliant""".split()
)
_PARTICIPLES = frozenset(
    """been made taken given gone come become seen done shown written won lost held kept left put
    built fallen risen grown begun broken hit had said told found sent spent brought led""".split()
)
_HORTATIVE = frozenset("let please click read learn subscribe share sign look imagine".split())


def type_of(words: Words, lo: int, hi: int, figures: tuple[Figure, ...]) -> ClaimType:
    """Fact, opinion, prediction, question or rhetoric, by the words of the sentence."""
    lows = set(words.lows[lo:hi])
    last = hi - 1
    while last > lo and words.lows[last] in QUOTE_SIGNS:
        last -= 1
    if words.low(last) == "?":
        return "question"
    first = words.low(lo + (words.low(lo) in QUOTE_SIGNS))
    if first in _HORTATIVE or (words.low(last) == "!" and not figures):
        return "rhetoric"
    if lows & {"will", "shall", "won't"} or ("going" in lows and "to" in lows and lows & BE):
        return "prediction"
    if lows & _OPINION and not figures and not _has_deed(words, lo, hi):
        return "opinion"
    return "fact"


def kind_of(
    words: Words,
    lo: int,
    hi: int,
    figures: tuple[Figure, ...],
    attribution: Attribution | None,
) -> Kind:
    """The most telling kind: plan and opinion, then figures and causes, then whose words."""
    lows = set(words.lows[lo:hi])
    kind = type_of(words, lo, hi, figures)
    rules: tuple[tuple[Kind, bool], ...] = (
        ("plan", kind == "prediction" or bool(lows & _PLANS)),
        ("opinion", kind == "opinion"),
        ("numeric", any(_tells(figure) for figure in figures) or len(figures) > 1),
        ("causal", bool(lows & _CAUSES)),
        ("quote", attribution is not None and attribution.quote == "direct"),
        ("reported", attribution is not None),
        ("event", _has_deed(words, lo, hi)),
    )
    return next((name for name, holds in rules if holds), "property")


def _tells(figure: Figure) -> bool:
    """Whether a figure is what the claim is about: "one of the two regions" is not."""
    return figure.value > 12 or bool(figure.qualifier) or figure.unit in ("%", "USD", "share")


def _has_deed(words: Words, lo: int, hi: int) -> bool:
    """Whether something happened: a past form that is no mere description."""
    for index in range(lo, hi):
        low = words.lows[index]
        if low in ("was", "were", "had", "did") or (len(low) > 4 and _is_past_form(low)):
            return True
        if low in ("has", "have") and any(
            _is_past_form(words.low(i)) for i in range(index + 1, min(hi, index + 4))
        ):
            return True
    return False


def _is_past_form(low: str) -> bool:
    return (low.endswith("ed") and "-" not in low) or low in _PARTICIPLES
