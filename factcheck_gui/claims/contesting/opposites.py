"""Words that turn a statement into its opposite: not, never, and pairs such as rose and fell.

Here: the list, and what tells two statements apart by such words alone. Not here: whether they
speak of the same thing (``contested``). The pairs are our own.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

_PAIRS = """rose fell/rise fall/rises falls/risen fallen/increased decreased/
increase decrease/increases decreases/grew shrank/grow shrink/gained lost/win lose/won lost/
wins loses/accepted rejected/accept reject/approved rejected/approve reject/passed failed/
guilty innocent/convicted acquitted/guilty acquitted/safe unsafe/safe dangerous/open closed/
opened closed/alive dead/survived died/supported opposed/support oppose/supports opposes/
legal illegal/lawful unlawful/true false/possible impossible/likely unlikely/higher lower/
better worse/largest smallest/highest lowest/before after/
started stopped/began ended/joined left/arrived departed/allowed banned/allow ban/
permitted banned/permitted prohibited/legalised banned/succeeded failed/confirmed denied/
confirm deny/confirms denies/present absent/improved worsened/raised lowered/raised cut/
expanded cut/remember forget/remembered forgot/hired fired/released jailed/freed jailed/
armed unarmed/full empty/
cause prevent/
strengthened weakened/advance retreat/advanced retreated/attacked defended/bought sold/
majority minority/peaceful violent/agreed refused/agreed disagreed/found lost/
strong weak/same different/with without/always never/
everyone nobody/all none"""

# Two things of a kind, spoken of one after the other: told apart, not against each other.
_TWINS = """north south/east west/northern southern/eastern western/male female/man woman/men women/
husband wife/first last/first second/public private/young old/rich poor/more less/local national/
former current/summer winter/morning evening/urban rural/primary secondary"""


def _both_ways(pairs: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for pair in " ".join(pairs.split()).split("/"):
        one, other = pair.split()
        table[one] = table.get(one, frozenset()) | {other}
        table[other] = table.get(other, frozenset()) | {one}
    return table


OPPOSITES = _both_ways(_PAIRS)
TWINS = _both_ways(_TWINS)

_NEGATING = frozenset("not no never none nobody nothing neither cannot without".split())


def negations(lows: Set[str]) -> int:
    """How many words of a statement negate it."""
    return sum(low in _NEGATING or low.endswith("n't") for low in lows)


def opposed(
    one: Set[str], other: Set[str], pairs: Mapping[str, frozenset[str]] = OPPOSITES
) -> tuple[str, str] | None:
    """The words, one of each statement, that are opposites and stand in one of them alone."""
    if not (one | other) & pairs.keys():
        return None
    mine, theirs = ({low.removesuffix("'s") for low in lows} for lows in (one, other))
    for low in sorted(mine - theirs):
        for opposite in sorted(pairs.get(low, frozenset())):
            if opposite in theirs and opposite not in mine:
                return low, opposite
    return None
