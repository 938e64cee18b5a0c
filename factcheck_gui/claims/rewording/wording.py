"""A sentence that stands alone, proposed for a claim: names for pronouns, years for bare dates.

Here: the sentence made of a claim's words and those that stand for them. Not here: which words need
others (``standins``), whom they mean (``referents``), the parts of a sentence (``parts``).

The wording states the claim as the text does: "X said that" stays where the claim's words have it;
a part taken out of what X said states the content alone, and X is its claimant. Every word of a
wording comes from the article, but for "is", "are", tenses, months, years and stops.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck_gui.claims.dividing.parts import Part
from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.predicates import find_groups
from factcheck_gui.claims.language.verbs import is_doing, past_of
from factcheck_gui.claims.language.words import DETERMINERS, PREPOSITIONS, Range, Words
from factcheck_gui.claims.rewording.dates_spelt import Change
from factcheck_gui.claims.rewording.mentions import find_mentions
from factcheck_gui.claims.rewording.recall import Recall, Scene
from factcheck_gui.claims.rewording.standins import Claim, find_changes
from factcheck_gui.domain import DateMention

_OPENERS = frozenset(
    "instead however meanwhile therefore moreover furthermore still thus also then".split()
)


@dataclass(frozen=True, slots=True)
class Worded:
    """A proposed sentence ("" where the words stand alone already), and the words left open."""

    wording: str = ""
    ambiguous: tuple[str, ...] = ()


def read_scene(
    words: Words,
    lo: int,
    hi: int,
    recall: Recall,
    quoted: Callable[[int], bool],
    published: date | None = None,
) -> Scene:
    """The sentence in the tokens ``lo`` to ``hi`` with what it names."""
    groups = find_groups(words, lo, hi, frozenset())
    verbs = frozenset(i for group in groups for i in range(group.first, group.end))
    found = find_mentions(words, lo, hi, verbs, recall.names)
    mentions = tuple(recall.recognised(words, one) for one in found)
    return Scene(words, lo, hi, mentions, verbs, recall, quoted, published)


def word_sentence(scene: Scene, dates: Sequence[DateMention]) -> Worded:
    """The wording for a whole sentence."""
    ranges = ((scene.lo, scene.hi),)
    changes, open_ = find_changes(Claim(scene, ranges, ranges), dates)
    if not changes:
        return Worded("", open_)
    text = _slice(scene.words, ranges[0], changes)
    return Worded(_upper_first(text), open_)


def word_part(scene: Scene, part: Part, dates: Sequence[DateMention]) -> Worded:
    """The wording for a part of a sentence; it is seldom a sentence as it stands."""
    own = part.body if part.link in ("where", "object") else part.ranges
    subject = part.subject[0] if part.subject else None
    claim = Claim(scene, part.ranges, own, part.body[0][0], subject)
    changes, open_ = find_changes(claim, dates)
    if part.doubtful:
        return Worded("", (*open_, part.doubtful))
    said = _sentence(scene, part, changes)
    if said is None:
        return Worded("", open_)
    return Worded(_finished(said), open_)


def _sentence(scene: Scene, part: Part, changes: Sequence[Change]) -> str | None:
    words = scene.words
    if part.link is None or part.link == "object":
        return _with_object(scene, part, changes) if part.link else None
    if part.link == "":
        first, *rest = part.ranges
        ranges = (_after_opener(words, first), *rest)
        return " ".join(_slice(words, one, changes) for one in ranges)
    subject = _phrase(words, part.subject, changes)
    if part.link in ("past", "present"):
        return _told(scene, part, subject, changes)
    body = " ".join(_slice(words, one, changes) for one in part.body)
    rest_of = body.split(" ", 1)[-1]
    return {
        "age": f"{subject} is {body} years old",
        "is": f"{subject} {'are' if _is_plural(scene, part.subject[-1]) else 'is'} {body}",
        "whose": f"{subject}{'’' if subject.endswith('s') else '’s'} {rest_of}",
        "where": f"{body} in {subject}",
    }[part.link]


def _told(scene: Scene, part: Part, subject: str, changes: Sequence[Change]) -> str | None:
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


def _with_object(scene: Scene, part: Part, changes: Sequence[Change]) -> str | None:
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
    pieces.append(_phrase(words, part.subject, changes))
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


def _slice(words: Words, span: Range, changes: Sequence[Change]) -> str:
    """The text of a stretch with the changed words in place, on one line."""
    at, end = words.starts[span[0]], words.ends[span[1] - 1]
    pieces = []
    for change in changes:
        if at <= change.start and change.end <= end:
            pieces += [words.text[at : change.start], change.words]
            at = change.end
    return " ".join("".join((*pieces, words.text[at:end])).split())


def _phrase(words: Words, ranges: Sequence[Range], changes: Sequence[Change]) -> str:
    """A subject fit for the midst of a sentence: "The state" as "the state"."""
    text = " ".join(_slice(words, one, changes) for one in ranges)
    determined = words.lows[ranges[0][0]] in DETERMINERS if ranges else False
    return text[:1].lower() + text[1:] if determined else text


def _finished(text: str) -> str:
    """A sentence: a capital letter, a stop, no lone mark of quotation."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    text = text.strip(" ,;:")
    if text.count("‘") + text.count(" '") + text.startswith("'") == 0:
        text = text.rstrip(",'’") if text.endswith((",'", ",’")) else text
    elif text[0] in "‘'" and text[1:2] != "'" and not text.rstrip(".,").endswith(("'", "’")):
        text = text[1:]
    bare = text.rstrip('”"')
    text = _upper_first(bare.rstrip(",") + text[len(bare) :])
    return text if bare[-1:] in (".", "!", "?") else text + "."


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
