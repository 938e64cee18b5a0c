"""What a pronoun or "the prison" stands for, where the article leaves no doubt.

Here: the rules that pick one candidate or none. Not here: what is remembered (``recall``), where
phrases are (``mentions``), the sentence that comes of it (``wording``). A rule resolves only where
one candidate fits: with two, "ambiguous" is the honest answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck_gui.claims.language.cues import CUES
from factcheck_gui.claims.language.words import DETERMINERS, Words
from factcheck_gui.claims.rewording.mentions import Mention
from factcheck_gui.claims.rewording.recall import Recall, Scene

_NEAR = 3  # sentences
_HE = frozenset("he him his he's he'd he'll".split())
_SHE = frozenset("she her hers she's she'd she'll".split())
_IT = frozenset("it its it's it'll it'd".split())
_THEY = frozenset("they them their they've they're they'd they'll".split())
_I = frozenset("i my me we our".split())
PRONOUNS = _HE | _SHE | _IT | _THEY


def kind_of_pronoun(low: str) -> str:
    """The kind of a pronoun in any of its forms: "he", "she", "it" or "they"; else ""."""
    for name, forms in (("he", _HE), ("she", _SHE), ("it", _IT), ("they", _THEY)):
        if low in forms:
            return name
    return ""


def may_be(kind: str, one: Mention) -> bool:
    """Whether a pronoun could stand for a mention; what is unknown could be anybody."""
    if kind in ("he", "she"):
        unknown = one.named and one.sort == "" and not one.opens
        other = "f" if kind == "he" else "m"
        return (one.sort == "person" or unknown) and one.gender != other and not one.many
    if kind == "it":
        return one.sort != "person" and not one.many
    return one.many or one.sort in ("organisation", "place")


def referent(
    scene: Scene, kind: str, at: int, inside: Callable[[Mention], bool], *, leads: bool = False
) -> Mention | None:
    """The one mention that the pronoun at token ``at`` stands for; None where that is not certain.

    ``inside`` tells mentions that the claim itself holds. ``leads`` says that the pronoun is the
    subject of a clause joined to the one before, whose subject it then takes up.
    """
    if scene.quoted(scene.words.starts[at]) or _in_first_person(scene):
        return None
    before = [
        one
        for one in scene.mentions
        if one.end <= scene.words.starts[at] and not inside(one) and may_be(kind, one)
    ]
    if before:
        said = any(scene.words.lows[i] in CUES for i in scene.verbs if i < at)
        one = _one_of(kind, before, leads=leads, reported=said)
        return None if one and kind == "they" and _is_joined(scene.words, one) else one
    if not scene.recall.last:
        return None
    return _from_before(scene, kind)


def _in_first_person(scene: Scene) -> bool:
    """Whether somebody speaks of himself, in a quotation perhaps that has no marks."""
    return any(scene.words.lows[i].partition("'")[0] in _I for i in range(scene.lo, scene.hi))


def _is_joined(words: Words, one: Mention) -> bool:
    """Whether a phrase is one of several that "they" would mean together."""
    joins = ("and", "or", ",")
    return words.low(one.range[0] - 1) in joins or words.low(one.range[1]) in ("and", "or")


def _one_of(kind: str, found: Sequence[Mention], *, leads: bool, reported: bool) -> Mention | None:
    distinct = _distinct(found)
    if len(distinct) == 1:
        return distinct[0] if _is_certain(kind, distinct[0]) else None
    subjects = [one for one in distinct if one.subject]
    if leads and subjects and _is_certain(kind, subjects[0]) and not (kind == "it" and reported):
        return subjects[0]
    return None


def _from_before(scene: Scene, kind: str) -> Mention | None:
    """From the sentence before: the only candidate there, which no other one contests."""
    last = [one for one in scene.recall.last[-1] if may_be(kind, one)]
    distinct = _distinct(last)
    if kind in ("it", "they"):
        only = distinct[0] if len(distinct) == 1 else None
        plain = only is not None and only.subject and only.named
        return only if only and plain and _is_certain(kind, only) else None
    earlier = scene.recall.last[-2] if len(scene.recall.last) > 1 else ()
    everyone = _distinct([*last, *(one for one in earlier if may_be(kind, one))])
    if len(distinct) == 1 and (len(everyone) == 1 or (distinct[0].subject and distinct[0].gender)):
        stands_out = distinct[0].subject or distinct[0].acted
        return distinct[0] if stands_out and _is_certain(kind, distinct[0]) else None
    return None


def _is_certain(kind: str, one: Mention) -> bool:
    """A person must be known as one, and by name; "they" must be several."""
    if kind == "they":
        return one.many
    if kind == "it":  # a lone name may be anybody's
        return not one.named or one.sort != "" or one.opens == "the" or one.words.isupper()
    return one.sort == "person" and one.named


def _distinct(found: Iterable[Mention]) -> list[Mention]:
    """One mention for each person or thing: "Barros" and "George Barros" are one."""
    kept: list[Mention] = []
    for one in found:
        same = [other for other in kept if _same(one, other)]
        if not same:
            kept.append(one)
        elif len(one.words) > len(same[0].words):
            kept[kept.index(same[0])] = one
    return kept


def _same(one: Mention, other: Mention) -> bool:
    if one.words.lower() == other.words.lower():
        return True
    return one.named and other.named and one.words.split()[-1] == other.words.split()[-1]


def description(scene: Scene, one: Mention) -> str | None:
    """The fuller phrase for "the prison": as it was introduced, or the one name that ends so."""
    named = scene.recall.titled.get(one.head, ())
    introduced = scene.recall.introduced.get(one.head, ())
    rich = [phrase for phrase in introduced if _bare(phrase) != one.head]
    if len(named) + len(rich) != 1 or (one.sort == "person" and len(introduced) > 1):
        return None
    if not rich:
        name = named[0]
        return name if name.lower().startswith("the ") or " of " not in name else f"the {name}"
    if f"the {one.head}" in introduced or not _tells(scene.recall, rich[0]):
        return None
    return f"the {_bare(rich[0])}"


def _bare(phrase: str) -> str:
    """Without "the", "its", "this" at the front."""
    first, _, rest = phrase.partition(" ")
    return rest if first in DETERMINERS else phrase


def _tells(recall: Recall, phrase: str) -> bool:
    """Whether a phrase says which one it is: one that began with "a", or lately "the Ukrainian
    retreat"."""
    if _bare(phrase) == phrase:
        return True
    near = recall.sentences - recall.since.get(phrase, -_NEAR) < _NEAR
    return near and phrase.startswith("the ") and any(word[0].isupper() for word in phrase.split())
