"""What sort of claim a sentence makes: its kind and its type, as ``commands.md`` of the design
names them.

Here: rules of precedence over what the other stages found. Not here: the score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck_gui.claims.language.predicates import find_groups
from factcheck_gui.claims.language.verbs import PAST_ONLY, is_participle
from factcheck_gui.claims.language.words import BE, QUOTE_SIGNS, Words
from factcheck_gui.domain import Attribution, ClaimType, Figure, Kind

if TYPE_CHECKING:
    from factcheck_gui.claims.network.backbone import Seen

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
# Past forms that tell how things were, not what happened.
_STATES = frozenset(
    """was were had been included featured consisted contained remained lived belonged meant knew
    known located based named called required covered used dedicated related involved lay stood
    understood thought felt owned wore became held wanted needed seemed appeared loved liked
    considered allowed designed expected supposed set""".split()
)
_LASTING = frozenset(
    "is are am will would can could may might must shall should isn't aren't".split()
)
_HORTATIVE = frozenset("let please click read learn subscribe share sign look imagine".split())


def type_of(
    words: Words, lo: int, hi: int, figures: tuple[Figure, ...], seen: Seen | None = None
) -> ClaimType:
    """Fact, opinion, prediction, question or rhetoric.

    By the words of the sentence; whether what is left is a fact or an opinion says the language
    model (``seen``) where it is there: on sentences of news labelled subjective or objective the
    mean F1 of both is .74 and .66 so, and .50 and .40 by words alone (two sets of 200).
    """
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
    if seen is not None:
        return "opinion" if seen.verdict.argmax() == 0 else "fact"
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
    """The most telling kind: plan and opinion, whose words they are, then figures and causes.

    What somebody said is a quotation or a report first, whatever it says. The order agrees with our
    own labels of Wikinews sentences more often than figures first.
    """
    lows = set(words.lows[lo:hi])
    kind = type_of(words, lo, hi, figures)
    stated = attribution is not None and attribution.stance in ("says", "thinks")
    quoted = attribution is not None and attribution.quote != "indirect"
    rules: tuple[tuple[Kind, bool], ...] = (
        ("opinion", kind == "opinion"),
        ("quote", stated and quoted),
        ("reported", stated),
        ("plan", kind == "prediction" or bool(lows & _PLANS)),
        ("numeric", any(_tells(words, one) for one in figures) or len(figures) > 2),
        ("causal", bool(lows & _CAUSES)),
        ("event", kind != "question" and _happens(words, lo, hi)),
    )
    return next((name for name, holds in rules if holds), "property")


def _tells(words: Words, figure: Figure) -> bool:
    """Whether a figure is what the claim is about: "one of the two regions", an age are not."""
    at = words.range(figure.span.start, figure.span.end)[0]
    if words.low(at - 1) in ("aged", "age") or figure.unit.startswith(("year-old", "years old")):
        return False
    return figure.value > 12 or bool(figure.qualifier) or figure.unit in ("%", "USD", "share")


def _happens(words: Words, lo: int, hi: int) -> bool:
    """Whether a verb tells of something that came to pass, not of a state or a rule."""
    for group in find_groups(words, lo, hi, frozenset()):
        head = words.low(group.head)
        before = set(words.lows[group.first : group.head])
        told = head in PAST_ONLY or (is_participle(head) and not before & _LASTING)
        if told and not group.relative and head not in _STATES:
            return True
    return False


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
