"""A sentence that stands alone, proposed for a claim: names for pronouns, years for bare dates.

Here: which words of a claim need others, the sentence made of them, and the words for which there
is no certain answer. Not here: the answers (``referents``), the parts (``parts``).

The wording states the claim as the text does: "X said that" stays where the claim's words have it;
a part taken out of what X said states the content alone, and X is its claimant. Every word of a
wording comes from the article, but for "is", "are", tenses, months, years and stops.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck_gui.claims.given_names import ORGANISATIONS
from factcheck_gui.claims.mentions import Mention, find_mentions
from factcheck_gui.claims.parts import Part
from factcheck_gui.claims.predicates import BREAKS, find_groups
from factcheck_gui.claims.referents import (
    PRONOUNS,
    Recall,
    Scene,
    description,
    kind_of_pronoun,
    may_be,
    referent,
)
from factcheck_gui.claims.subjects import Range, is_adverb
from factcheck_gui.claims.verbs import is_doing, past_of
from factcheck_gui.claims.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    ENDS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Words,
)
from factcheck_gui.domain import DateMention

_MONTH_NAMES = tuple(
    """January February March April May June July August September October November
    December""".split()
)
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
_OPENERS = frozenset(
    "instead however meanwhile therefore moreover furthermore still thus also then".split()
)
_PLEONASTIC = frozenset(
    """clear unclear likely unlikely possible impossible important unusual rare common necessary
    hard difficult easy time""".split()
)
_NEXT_DAYS = frozenset("yesterday tomorrow".split())
_DAY_PARTS = frozenset("morning afternoon evening night".split())


@dataclass(frozen=True, slots=True)
class Worded:
    """A proposed sentence ("" where the words stand alone already), and the words left open."""

    wording: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is to be worded: the tokens of a claim, and those in which a pronoun's referent would
    stand beside it. ``opens`` is the token that opens a clause joined to another, if any."""

    scene: Scene
    ranges: tuple[Range, ...]
    own: tuple[Range, ...]
    opens: int | None = None

    def holds(self, one: Mention) -> bool:
        """Whether a mention lies in the claim."""
        return _within(self.scene.words, self.own, one)


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    words: str


def read_scene(
    words: Words, lo: int, hi: int, recall: Recall, quoted: Callable[[int], bool]
) -> Scene:
    """The sentence in the tokens ``lo`` to ``hi`` with what it names."""
    groups = find_groups(words, lo, hi, frozenset())
    verbs = frozenset(i for group in groups for i in range(group.first, group.end))
    found = find_mentions(words, lo, hi, verbs, recall.names)
    mentions = tuple(recall.recognised(words, one) for one in found)
    return Scene(words, lo, hi, mentions, verbs, recall, quoted)


def word_sentence(scene: Scene, dates: Sequence[DateMention]) -> Worded:
    """The wording for a whole sentence."""
    ranges = ((scene.lo, scene.hi),)
    changes, open_ = _changes(_Claim(scene, ranges, ranges), dates)
    if not changes:
        return Worded("", open_)
    text = _slice(scene.words, ranges[0], changes)
    return Worded(_upper_first(text), open_)


def word_part(scene: Scene, part: Part, dates: Sequence[DateMention]) -> Worded:
    """The wording for a part of a sentence; it is seldom a sentence as it stands."""
    own = part.body if part.link in ("where", "object") else part.ranges
    changes, open_ = _changes(_Claim(scene, part.ranges, own, part.body[0][0]), dates)
    if part.doubtful:
        return Worded("", (*open_, part.doubtful))
    said = _sentence(scene, part, changes)
    if said is None:
        return Worded("", open_)
    return Worded(_finished(said), open_)


# ---------------------------------------------------------------- the sentence


def _sentence(scene: Scene, part: Part, changes: Sequence[_Change]) -> str | None:
    words = scene.words
    if part.link is None or part.link == "object":
        return _with_object(scene, part, changes) if part.link else None
    if part.link == "":
        ranges = part.ranges
        first = _after_opener(words, ranges[0])
        return " ".join(_slice(words, one, changes) for one in (first, *ranges[1:]))
    subject = " ".join(_slice(words, one, changes) for one in part.subject)
    if part.link in ("past", "present"):
        return _told(scene, part, subject, changes)
    body = " ".join(_slice(words, one, changes) for one in part.body)
    if part.link == "is":
        many = _is_plural(scene, part.subject[-1])
        return f"{subject} {'are' if many else 'is'} {body}"
    if part.link == "whose":
        rest = body.split(" ", 1)[-1]
        return f"{subject}{'’' if subject.endswith('s') else '’s'} {rest}"
    return f"{body} in {subject}"


def _told(scene: Scene, part: Part, subject: str, changes: Sequence[_Change]) -> str | None:
    """As "the strike …, killing 53" becomes "the strike killed 53"."""
    words = scene.words
    start, end = part.body[0]
    at = next((i for i in range(start, min(end, start + 4)) if is_doing(words.lows[i])), None)
    if at is None or words.lows[at] == "being":
        return None
    verb = past_of(words.lows[at])
    if part.link == "present":
        verb = ("are " if _is_plural(scene, part.subject[-1]) else "is ") + words.lows[at]
    if verb is None:
        return None
    lead = _slice(words, (start, at), changes) if at > start else ""
    after = ((at + 1, end), *part.body[1:])
    rest = [_slice(words, one, changes) for one in after if one[0] < one[1]]
    return " ".join(one for one in (subject, lead, verb, *rest) if one)


def _with_object(scene: Scene, part: Part, changes: Sequence[_Change]) -> str | None:
    """As "the attack, which they described as a crime" becomes "they described the attack as"."""
    words = scene.words
    start, end = part.body[0]
    verbs = [i for i in range(start + 2, end) if i in scene.verbs]
    if not verbs or len(part.body) > 1:
        return None
    last = next((i for i in verbs if i + 1 not in scene.verbs), verbs[0])
    after = words.low(last + 1) if last + 1 < end else ""
    if after and after not in PREPOSITIONS and after != "as" and not is_adverb(after):
        return None
    pieces = [_slice(words, (start + 1, last + 1), changes)]
    pieces += [_slice(words, one, changes) for one in part.subject]
    return " ".join([*pieces, _slice(words, (last + 1, end), changes)] if after else pieces)


def _is_plural(scene: Scene, subject: Range) -> bool:
    start = scene.words.starts[subject[0]]
    inside = [
        one for one in scene.mentions if start <= one.start < scene.words.ends[subject[1] - 1]
    ]
    joined = any(scene.words.lows[i] == "and" for i in range(*subject))
    return joined or bool(inside and inside[0].many)


def _after_opener(words: Words, span: Range) -> Range:
    """Without "Instead," at the front."""
    start, end = span
    if words.lows[start] in _OPENERS and words.low(start + 1) == "," and start + 2 < end:
        return start + 2, end
    return span


def _slice(words: Words, span: Range, changes: Sequence[_Change]) -> str:
    """The text of a stretch with the changed words in place, on one line."""
    at, end = words.starts[span[0]], words.ends[span[1] - 1]
    pieces = []
    for change in changes:
        if at <= change.start and change.end <= end:
            pieces += [words.text[at : change.start], change.words]
            at = change.end
    return " ".join("".join((*pieces, words.text[at:end])).split())


def _finished(text: str) -> str:
    """A sentence: a capital letter, a stop, no lone mark of quotation."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    text = _upper_first(text.strip(" ,;:"))
    return text if text.rstrip('”"')[-1:] in (".", "!", "?") else text + "."


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---------------------------------------------------------------- the words that need others


def _changes(claim: _Claim, dates: Sequence[DateMention]) -> tuple[list[_Change], tuple[str, ...]]:
    """Words to put in place of others, in order, and those for which nothing is certain."""
    scene = claim.scene
    found: dict[int, _Change | str] = {}
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
        _note(found, scene, scene.words.range(day.span.start, day.span.end)[0], _day(scene, day))
    return _settled(found)


def _note(
    found: dict[int, _Change | str], scene: Scene, at: int, answer: _Change | str | None
) -> None:
    if answer is not None:
        found[scene.words.starts[at]] = answer


def _settled(found: dict[int, _Change | str]) -> tuple[list[_Change], tuple[str, ...]]:
    """Each referent is named once: what comes after has it in the claim."""
    changes: list[_Change] = []
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


def _pronoun(claim: _Claim, at: int) -> _Change | str | None:
    scene, words = claim.scene, claim.scene.words
    kind = kind_of_pronoun(words.lows[at])
    subject = _own_subject(scene, at)
    own = [
        one
        for one in scene.mentions
        if claim.holds(one) and may_be(kind, one) and one.range != subject
    ]
    if any(one.end <= words.starts[at] for one in own) or _said_before(claim, at, kind):
        return None
    if _comes_later(scene, own, at) or (kind == "it" and _is_empty(words, at, scene.hi)):
        return None
    one = referent(scene, kind, at, claim.holds, leads=at == claim.opens)
    if one is None:
        return words.forms[at]
    return _Change(words.starts[at], words.ends[at], _in_place(words, at, one))


def _own_subject(scene: Scene, at: int) -> Range | None:
    """The subject of the verb whose object the pronoun is: that it cannot mean ("Spain claims it").

    None where the pronoun is a subject itself or says whose something is.
    """
    words = scene.words
    if at + 1 in scene.verbs or _is_owner(words, at):
        return None
    near = [i for i in range(max(scene.lo, at - 4), at) if i in scene.verbs]
    if not near or any(words.lows[i] in BREAKS for i in range(near[-1], at)):
        return None
    first = near[-1]
    while first - 1 in scene.verbs:
        first -= 1
    before = [one.range for one in scene.mentions if first - 3 <= one.range[1] <= first]
    return before[-1] if before else None


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


def _said_before(claim: _Claim, at: int, kind: str) -> bool:
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
        is_doing_it = short == "s" and is_doing(words.low(at + 1))
        return f"{name} is" if is_doing_it else f"{name}’{short}"
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


def _pointer(claim: _Claim, at: int) -> str | None:
    """The word or phrase of "this", "those POWs" where it points out of the claim."""
    scene, words, low = claim.scene, claim.scene.words, claim.scene.words.lows[at]
    first = any(at == start for start, _ in claim.ranges)
    after = words.low(at + 1)
    alone = after in AUXILIARIES | ENDS | SUBJECT_PRONOUNS | {"there", ","} or (
        after in PREPOSITIONS and low != "that"
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


def _phrase(scene: Scene, one: Mention) -> _Change | str | None:
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
        return one.words if one.head in _NEEDS_CONTEXT else None
    owner = words.text[one.start : one.end].removeprefix(one.words)
    return _Change(one.start, one.end, fuller + owner)


def _name(scene: Scene, one: Mention) -> _Change | str | None:
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
        return _Change(one.start, one.end, one.words + rest)
    return short if len(scene.recall.people.get(one.head, ())) > 1 else None


def _acronym(scene: Scene, at: int) -> _Change | None:
    """The full name of a short form that the article has explained before."""
    words = scene.words
    form = words.forms[at]
    full = scene.recall.acronyms.get(form)
    if full is None or words.low(at + 1) == ")" or words.low(at - 1) == "(":
        return None
    return _Change(words.starts[at], words.ends[at], f"{_with_article(scene, at, full)} ({form})")


def _with_article(scene: Scene, at: int, full: str) -> str:
    """With "the" where one would say it: "said the Korean Central News Agency"."""
    words = scene.words
    before, after = words.low(at - 1), words.low(at + 1)
    determined = before in DETERMINERS or before.endswith("'s")
    follows = at + 1 < scene.hi and after[:1].isalpha() and at + 1 not in scene.verbs
    noun = follows and after not in PREPOSITIONS and after not in ("and", "or")
    common = full.rsplit(maxsplit=1)[-1].lower() in ORGANISATIONS
    return f"the {full}" if common and not determined and not noun else full


# ---------------------------------------------------------------- dates


def _day(scene: Scene, day: DateMention) -> _Change | str | None:
    """A date with its year; the words where the day of publication is not known."""
    words, span = scene.words, day.span
    text = span.of(words.text)
    if any(len(part) >= 4 and part[:4].isdigit() for part in text.replace("-", " ").split()):
        return None
    first = _parsed(day.start)
    last = _parsed(day.end)
    if first is None or last is None:
        return text
    return _dated(words, span.start, span.end, text, (first, last))


def _parsed(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None


def _dated(
    words: Words, start: int, end: int, text: str, interval: tuple[date, date]
) -> _Change | str | None:
    first, last = interval
    lows = [low.strip(",.") for low in text.lower().split()]
    index = words.range(start, end)[0]
    whole = (first.day == 1) and (last.month, last.year) == (first.month, first.year)
    if lows[0] in MONTHS and (first == last or (len(lows) == 1 and whole)):
        return _Change(end, end, f", {first.year}" if first == last else f" {first.year}")
    if lows[-1] in MONTHS and lows[0][0].isdigit() and first == last:
        return _Change(end, end, f" {first.year}")
    if first == last and len(lows) == 1 and (lows[0] in DAYS or lows[0] in _NEXT_DAYS):
        return _day_told(words, start, end, text, _spelt(first))
    before = words.low(index - 1)
    if (
        first == last
        and lows[-1] == "ago"
        and before not in PREPOSITIONS
        and "hour" not in lows[-2]
    ):
        return _Change(start, end, f"on {_spelt(first)}")
    return _period(start, end, text, interval, before)


def _day_told(words: Words, start: int, end: int, text: str, said: str) -> _Change | str:
    """As "Tuesday" becomes "Tuesday, May 14, 2024", and "tomorrow night" "on the night of …"."""
    index = words.range(start, end)[0]
    part = words.low(index + 1)
    inside = words.ends[index + 1] if part in _DAY_PARTS else end
    if part.removesuffix("'s") in _DAY_PARTS and part not in _DAY_PARTS:
        return text
    if text.lower() not in _NEXT_DAYS:
        return _Change(inside, inside, f", {said}")
    if part in _DAY_PARTS:
        return _Change(start, inside, f"on the {part} of {said}")
    return _Change(start, end, said if words.low(index - 1) in PREPOSITIONS else f"on {said}")


def _period(
    start: int, end: int, text: str, interval: tuple[date, date], before: str
) -> _Change | str | None:
    """As "last month" becomes "in June 2022"."""
    first, last = interval
    within = "" if before in PREPOSITIONS else "in "
    lows = text.lower().split()
    if lows[0] not in ("last", "this", "next") or len(lows) != 2:
        return None if lows[0] in ("today", "tonight") else text
    if lows[1] == "month":
        return _Change(start, end, f"{within}{_MONTH_NAMES[first.month - 1]} {first.year}")
    if lows[1] == "year" and first.year == last.year:
        return _Change(start, end, f"{within}{first.year}")
    if lows[1] == "week":
        return _Change(start, end, f"{within}the week of {_spelt(first)}")
    return text


def _spelt(day: date) -> str:
    return f"{_MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


def day_words() -> tuple[str, ...]:
    """The names of months that a wording may bring in."""
    return _MONTH_NAMES
