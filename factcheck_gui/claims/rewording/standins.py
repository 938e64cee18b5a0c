"""The words of a claim that mean nothing without the article, and what stands for them.

Here: pronouns, "this", "the prison", bare surnames, acronyms: which of them a claim must not keep,
and the change that is certain, or the word that stays open. Not here: who or what is meant
(``referents``), dates (``dates_spelt``), the sentence that comes of it (``wording``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.given_names import ORGANISATIONS
from factcheck_gui.claims.language.predicates import BREAKS
from factcheck_gui.claims.language.verbs import PAST_ONLY, is_doing, is_participle
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    CLAUSE_WORDS,
    DETERMINERS,
    ENDS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Range,
    Words,
)
from factcheck_gui.claims.rewording.dates_spelt import Change, spell_day
from factcheck_gui.claims.rewording.mentions import Mention
from factcheck_gui.claims.rewording.recall import Scene
from factcheck_gui.claims.rewording.referents import (
    PRONOUNS,
    description,
    kind_of_pronoun,
    may_be,
    referent,
)
from factcheck_gui.domain import DateMention

_OBJECTS = frozenset("him them her".split())
_OWNERS = frozenset("his their its her".split())
_NEEDS_CONTEXT = frozenset(
    """prison city town village country hospital school company firm report study bill law court
    ministry agency attack strike raid incident accident crash explosion blast fire suspect victim
    man woman boy girl couple house building bridge ship vessel plane aircraft deal agreement plan
    proposal ruling decision team game match party group organisation organization university
    president minister mayor governor spokesman spokeswoman official region province island river
    project program programme exhibit festival election vote meeting letter video photo film book
    factory plant mine airport station church mosque museum club church site website driver pilot
    officer soldier troops prisoners soldiers casualties dead retreat offensive operation protest
    protesters demonstrators workers students patients migrants passengers""".split()
)
_WILL = frozenset("will shall won't ends expires".split())
_TOLD = frozenset("was were had did been".split())
_AHEAD = _WILL | frozenset(
    """would going plan plans planned scheduled due next until by expected expires ends begins
    starts tomorrow before deadline may could should set about""".split()
)
_PLEONASTIC = frozenset(
    """clear unclear likely unlikely possible impossible important unusual rare common necessary
    hard difficult easy time""".split()
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is to be worded: the tokens of a claim, and those in which a pronoun's referent would
    stand beside it. ``opens`` is the token that opens a clause joined to another, if any."""

    scene: Scene
    ranges: tuple[Range, ...]
    own: tuple[Range, ...]
    opens: int | None = None
    subject: Range | None = None  # of the claim's verb, where it stands apart from it

    def holds(self, one: Mention) -> bool:
        """Whether a mention lies in the claim."""
        return _within(self.scene.words, self.own, one)


def find_changes(
    claim: Claim, dates: Sequence[DateMention]
) -> tuple[list[Change], tuple[str, ...]]:
    """Words to put in place of others, in order, and those for which nothing is certain."""
    scene = claim.scene
    found: dict[int, Change | str] = {}
    for at in (i for start, end in claim.ranges for i in range(start, end)):
        if scene.words.lows[at] in PRONOUNS:
            _note(found, scene, at, _pronoun(claim, at))
        elif scene.words.forms[at].isupper():
            _note(found, scene, at, _acronym(scene, at))
        elif scene.words.lows[at] in ("this", "that", "these", "those"):
            _note(found, scene, at, _pointer(claim, at))
    for one in scene.mentions:
        if _within(scene.words, claim.ranges, one):
            _note(found, scene, one.range[0], _phrase(scene, one))
    for day in dates:
        at = scene.words.range(day.span.start, day.span.end)[0]
        _note(found, scene, at, _day(scene, day))
    return _settled(found)


def _day(scene: Scene, day: DateMention) -> Change | str | None:
    """A date with its year, unless its sentence speaks of another time than the day it names."""
    answer = spell_day(scene.words, day)
    if not isinstance(answer, Change) or scene.published is None or day.start is None:
        return answer
    lows = {scene.words.lows[i] for i in range(scene.lo, scene.hi)}
    if any(scene.words.lows[i] in BE and scene.words.low(i + 1) == "to" for i in scene.verbs):
        lows.add("will")  # "are to travel"
    later = day.start > scene.published.isoformat()
    agrees = bool(lows & _AHEAD) if later else not lows & _WILL and _is_told(scene, day)
    return answer if agrees else day.span.of(scene.words.text)


def _is_told(scene: Scene, day: DateMention) -> bool:
    """Whether the verb before a bare day or month is in the past; its own words may tell too."""
    words = scene.words
    at, end = words.range(day.span.start, day.span.end)
    if words.lows[at] not in MONTHS and not words.lows[at][0].isdigit():
        return True
    before = [i for i in scene.verbs if i < at] or [i for i in scene.verbs if i >= end][:1]
    if not before:
        return True
    verb = words.lows[max(before)]
    return verb in _TOLD or verb in PAST_ONLY or is_participle(verb)


def _note(
    found: dict[int, Change | str], scene: Scene, at: int, answer: Change | str | None
) -> None:
    if answer is not None:
        found[scene.words.starts[at]] = answer


def _settled(found: dict[int, Change | str]) -> tuple[list[Change], tuple[str, ...]]:
    """Each referent is named once: what comes after has it in the claim."""
    changes: list[Change] = []
    open_: dict[str, None] = {}
    for at in sorted(found):
        one = found[at]
        if isinstance(one, str):
            open_.setdefault(one)
        elif not changes or one.start >= changes[-1].end:
            changes.append(one)
    return changes, tuple(open_)


def _within(words: Words, ranges: Sequence[Range], one: Mention) -> bool:
    return any(words.starts[a] <= one.start and one.end <= words.ends[b - 1] for a, b in ranges)


def _pronoun(claim: Claim, at: int) -> Change | str | None:
    scene, words = claim.scene, claim.scene.words
    kind = kind_of_pronoun(words.lows[at])
    subject = _own_subject(claim, at)
    own = [
        one
        for one in scene.mentions
        if claim.holds(one) and may_be(kind, one) and not _inside(one, subject)
    ]
    if any(one.end <= words.starts[at] for one in own) or _said_before(claim, at, kind):
        return None
    if _comes_later(scene, own, at) or (kind == "it" and _is_empty(words, at, scene.hi)):
        return None
    one = referent(scene, kind, at, claim.holds, leads=at == claim.opens)
    if one is None or (kind == "they" and words.low(at - 1) == "of"):
        return words.forms[at]
    return Change(words.starts[at], words.ends[at], _in_place(words, at, one))


def _inside(one: Mention, subject: Range | None) -> bool:
    return subject is not None and subject[0] <= one.range[0] and one.range[1] <= subject[1]


def _own_subject(claim: Claim, at: int) -> Range | None:
    """The subject of the verb whose object the pronoun is: that it cannot mean ("Spain claims it").

    None where the pronoun is a subject itself or says whose something is.
    """
    scene, words = claim.scene, claim.scene.words
    if at + 1 in scene.verbs or _is_owner(words, at):
        return None
    near = [i for i in range(max(scene.lo, at - 4), at) if i in scene.verbs]
    if not near or any(words.lows[i] in BREAKS for i in range(near[-1], at)):
        return None
    first = near[-1]
    while first - 1 in scene.verbs:
        first -= 1
    before = [one.range for one in scene.mentions if first - 3 <= one.range[1] <= first]
    return claim.subject or (before[-1] if before else None)


def _comes_later(scene: Scene, own: Sequence[Mention], at: int) -> bool:
    """Whether the pronoun stands in what leads to the subject, which it means."""
    verbs = [i for i in scene.verbs if i > at]
    commas = (i for i in range(at, scene.hi) if scene.words.lows[i] == ",")
    comma = next(commas, scene.hi)
    return any(
        comma < one.range[0]
        and verbs
        and one.range[1] <= min((i for i in verbs if i > comma), default=0)
        for one in own
    ) and not any(scene.lo <= i < at for i in scene.verbs)


def _said_before(claim: Claim, at: int, kind: str) -> bool:
    """Whether the claim has the same pronoun before."""
    inside = (i for start, end in claim.ranges for i in range(start, min(end, at)))
    return any(kind_of_pronoun(claim.scene.words.lows[i]) == kind for i in inside)


def _in_place(words: Words, at: int, one: Mention) -> str:
    """The name in the form of the pronoun: "his" becomes "Smith’s"."""
    low, name = words.lows[at], one.words
    if one.opens:
        name = name[0].lower() + name[1:]
    if _is_owner(words, at):
        return name + ("’" if name.endswith("s") else "’s")
    if "'" in low:
        short = low.partition("'")[2]
        after = words.low(at + 1)
        is_it = short == "s" and (is_doing(after) or not is_participle(after))
        return f"{name} is" if is_it else f"{name}’{short}"
    return name


def _is_owner(words: Words, at: int) -> bool:
    """Whether "his" or "her" says whose something is."""
    low = words.lows[at]
    return low in _OWNERS and (low not in _OBJECTS or _noun_follows(words, at + 1))


def _noun_follows(words: Words, at: int) -> bool:
    low = words.low(at)
    closed = (
        low in CLAUSE_WORDS
        or low in AUXILIARIES
        or (
            low in PREPOSITIONS
            or low in ENDS
            or low in (",", "and", "or", "that", "as", "to", "the", "a")
        )
    )
    adverb = is_adverb(low) and low not in ("first", "once", "now", "only", "early", "daily")
    return bool(low) and low[0].isalnum() and not closed and not adverb


def _is_empty(words: Words, at: int, hi: int) -> bool:
    """As in "it is likely that", "it has been a month since": stands for nothing."""
    near = words.lows[at + 1 : min(hi, at + 10)]
    if words.lows[at] == "its" or not near:
        return False
    if near[0].startswith(("seem", "appear", "turn")) or set(near[:4]) & _PLEONASTIC:
        return True
    return near[0] in AUXILIARIES and bool(set(near[1:]) & {"since", "that"})


def _pointer(claim: Claim, at: int) -> str | None:
    """The word or phrase of "this", "those POWs" where it points out of the claim."""
    scene, words, low = claim.scene, claim.scene.words, claim.scene.words.lows[at]
    first = any(at == start for start, _ in claim.ranges)
    after = words.low(at + 1)
    alone = (
        at + 1 in scene.verbs
        or after in AUXILIARIES | ENDS | SUBJECT_PRONOUNS | {"there", ","}
        or (after in PREPOSITIONS and low != "that")
    )
    if low == "that" and not first:
        return None
    if alone:
        return words.forms[at]
    one = next((m for m in scene.mentions if m.range[0] == at), None)
    if one is None or one.head in ("week", "month", "year", "time", "morning", "summer", "spring"):
        return None
    earlier = any(m.head == one.head and m.end <= one.start for m in scene.mentions)
    return None if earlier or after in ("who", "which") else one.words


def _phrase(scene: Scene, one: Mention) -> Change | str | None:
    if one.named and not one.opens:
        return _name(scene, one)
    if one.opens != "the" or one.named:
        return None
    words = scene.words
    start, end = one.range
    if words.low(end) in (*PREPOSITIONS, "that", "who", "which", "where", "to") or end - start > 2:
        return None
    if any(m.head == one.head and m.end <= one.start for m in scene.mentions):
        return None
    fuller = description(scene, one)
    if fuller is None:
        local = one.head in _NEEDS_CONTEXT or one.head in scene.recall.introduced
        return one.words if local else None
    owner = words.text[one.start : one.end].removeprefix(one.words)
    return Change(one.start, one.end, fuller + owner)


def _name(scene: Scene, one: Mention) -> Change | str | None:
    """The full name for a bare surname or an acronym, where the claim does not have it before."""
    words = scene.words
    start, end = one.range
    form = words.forms[start]
    short = form.removesuffix("'s").removesuffix("’s").removesuffix("’")
    rest = form.removeprefix(short)
    if end - start != 1:
        return None
    earlier = (m for m in scene.mentions if m.named and m.end <= one.start)
    if any(short in m.words.split() for m in earlier):
        return None
    if one.words != short:
        return Change(one.start, one.end, one.words + rest)
    return short if len(scene.recall.people.get(one.head, ())) > 1 else None


def _acronym(scene: Scene, at: int) -> Change | None:
    """The full name of a short form that the article has explained before."""
    words = scene.words
    form = words.forms[at]
    full = scene.recall.acronyms.get(form)
    if full is None or words.low(at + 1) == ")" or words.low(at - 1) == "(":
        return None
    return Change(words.starts[at], words.ends[at], f"{_with_article(scene, at, full)} ({form})")


def _with_article(scene: Scene, at: int, full: str) -> str:
    """With "the" where one would say it: "said the Korean Central News Agency"."""
    words = scene.words
    before, after = words.low(at - 1), words.low(at + 1)
    determined = before in DETERMINERS or before.endswith("'s")
    follows = at + 1 < scene.hi and after[:1].isalpha() and at + 1 not in scene.verbs
    noun = follows and after not in PREPOSITIONS and after not in ("and", "or")
    common = full.rsplit(maxsplit=1)[-1].lower() in ORGANISATIONS
    return f"the {full}" if common and not determined and not noun else full
