"""The stages of the claim finder: each takes a ``Passage`` and gives it back with more in it.

Here: the frozen state that the stages share, and each stage as one function. Not here: their
order, batches and progress (``pipeline``), any rule of language.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from factcheck_gui.claims.attributing.attribution import find_attributions
from factcheck_gui.claims.attributing.speakers import (
    continue_quotations,
    label_attributions,
    name_speakers,
)
from factcheck_gui.claims.dividing.parts import LONGEST, find_assertions
from factcheck_gui.claims.judging.clues import Place
from factcheck_gui.claims.judging.entities import Name, find_names, settle
from factcheck_gui.claims.judging.kinds import kind_of, type_of
from factcheck_gui.claims.judging.worth import Genre, judge, look
from factcheck_gui.claims.language.people import People
from factcheck_gui.claims.language.quotations import Quotations
from factcheck_gui.claims.language.words import DASHES, ENDS, Words, read_words
from factcheck_gui.claims.measuring.dates import find_dates, is_measured
from factcheck_gui.claims.measuring.dates_named import NamedDays, name_days
from factcheck_gui.claims.measuring.figures import find_figures, taken_tokens
from factcheck_gui.claims.rewording.recall import Recall, Scene
from factcheck_gui.claims.rewording.wording import read_scene, word_part, word_sentence
from factcheck_gui.domain import (
    Attribution,
    DateMention,
    Entity,
    Figure,
    FoundClaim,
    Span,
    joined,
    slices,
)

if TYPE_CHECKING:
    from factcheck_gui.claims.network.backbone import Seen

Mention = TypeVar("Mention", Figure, DateMention, Entity)

LISTED_FROM = 0.5
_WHOLLY = 0.95
_SAYS = 0.25  # share of a sentence, but for its cue and source, that must be somebody's content
_STATED = ("says", "thinks")  # a wish or an interest makes nobody the claimant
_NO_WORDS = Words("", [], [], [], [])


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of the whole text before its passages are read."""

    text: str
    published: date | None
    furniture: tuple[Span, ...]
    quotations: Quotations
    labels: frozenset[str]
    people: People
    headings: frozenset[int]  # where paragraphs that are headings begin
    captions: frozenset[int]
    code: frozenset[int]
    genre: Genre = "article"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some paragraphs and what the stages found in them so far."""

    reading: Reading
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    first_attribution: int  # how many the passages before hold
    known: tuple[str, ...]  # speakers met before, the latest last
    first_claim: int = 0  # how many claims the passages before hold
    recall: Recall = field(default_factory=Recall)  # what they name
    days: NamedDays = field(default_factory=dict)  # which days have a name of their own there
    words: Words = _NO_WORDS
    seen: tuple[Seen | None, ...] = ()  # what the language model says of each sentence
    mentions: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()  # the same, each of one kind throughout the passage
    attributions: tuple[Attribution, ...] = ()
    names: tuple[str | None, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[FoundClaim, ...] = ()


def into_words(passage: Passage) -> Passage:
    first, last = passage.paragraphs[0].start, passage.paragraphs[-1].end
    return replace(passage, words=read_words(passage.reading.text, first, last))


def see(passage: Passage) -> Passage:
    """Shows the sentences to the language model, and takes the names it finds."""
    words = passage.words
    bounds = [words.range(span.start, span.end) for span in passage.sentences]
    worded = [number for number, (lo, hi) in enumerate(bounds) if _is_worded(words, lo, hi)]
    seen: list[Seen | None] = [None] * len(bounds)
    mentions: list[Name] = []
    views = look([words.forms[slice(*bounds[number])] for number in worded])
    for number, view in zip(worded, views, strict=True):
        seen[number] = view
        if view is not None:
            mentions += find_names(words, *bounds[number], view.tags)
    return replace(passage, seen=tuple(seen), mentions=tuple(mentions), entities=settle(mentions))


def attribute(passage: Passage) -> Passage:
    reading = passage.reading
    found = find_attributions(
        passage.words, passage.sentences, reading.quotations, passage.paragraphs
    )
    found += label_attributions(reading.text, passage.paragraphs, reading.labels)
    found.sort(key=lambda one: one.cue[0].start)
    found = continue_quotations(reading.text, reading.quotations, passage.paragraphs, found)
    return replace(passage, attributions=tuple(found))


def name(passage: Passage) -> Passage:
    reading = passage.reading
    names, known = name_speakers(reading.text, passage.attributions, passage.known, reading.people)
    return replace(passage, names=tuple(names), known=known)


def measure(passage: Passage) -> Passage:
    """Dates and figures."""
    words = passage.words
    dates: list[DateMention] = []
    figures: list[Figure] = []
    for span in passage.sentences:
        lo, hi = words.range(span.start, span.end)
        before = next((one for one in reversed(dates) if one.start and one.end), None)
        here = find_dates(words, lo, hi, passage.reading.published, before)
        taken = [one.span for one in here if not is_measured(words.text, one)]
        figures += find_figures(words, lo, hi, frozenset(taken_tokens(words, taken)))
        dates += here
    named, days = name_days(words.text, dates, passage.days)
    return replace(passage, dates=named, figures=tuple(figures), days=days)


def weigh(passage: Passage) -> Passage:
    """Makes a claim of each sentence that has words."""
    claims = [
        claim
        for number, span in enumerate(passage.sentences)
        if (claim := _claim(passage, number, span)) is not None
    ]
    return replace(passage, claims=tuple(claims))


def divide(passage: Passage) -> Passage:
    """Words each sentence so that it stands alone, and puts the parts of one that asserts several
    things after its claim, not listed."""
    recall, quotations = passage.recall.copy(), passage.reading.quotations
    claims: list[FoundClaim] = []
    for claim in passage.claims:
        sentence = claim.spans[0]
        place = place_of(passage, sentence)
        words = passage.words
        lo, hi = words.range(sentence.start, sentence.end)
        short_of_words = place.heading or place.code or place.caption
        if short_of_words or hi - lo > LONGEST:  # names cut short, or no sentence at all
            claims.append(claim)
            continue
        scene = read_scene(words, lo, hi, recall, quotations.is_quoted, passage.reading.published)
        whole = passage.first_claim + len(claims)
        worded = word_sentence(scene, claim.dates)
        claims.append(replace(claim, wording=worded.wording, ambiguous=worded.ambiguous))
        claims += _parts_of(passage, claim, whole, scene)
        recall.take(scene)
    return replace(passage, claims=tuple(claims), recall=recall)


def set_furniture_aside(passage: Passage) -> Passage:
    """Claims that lie in page furniture are kept, but not listed."""
    furniture = passage.reading.furniture
    if not furniture:
        return passage
    claims = (
        replace(claim, listed=False, why=("page furniture", *claim.why))
        if _share_in(furniture, claim.spans[0]) >= 0.5
        else claim
        for claim in passage.claims
    )
    return replace(passage, claims=tuple(claims))


Stage = Callable[[Passage], Passage]
STAGES: tuple[Stage, ...] = (
    into_words,
    see,
    attribute,
    name,
    measure,
    weigh,
    divide,
    set_furniture_aside,
)


def _is_worded(words: Words, lo: int, hi: int) -> bool:
    """Whether there are words at the beginning, and not only signs and numbers."""
    return sum(words.lows[i][0].isalpha() for i in range(lo, min(hi, lo + 8))) >= 2


def _claim(passage: Passage, number: int, span: Span) -> FoundClaim | None:
    words = passage.words
    lo, hi = words.range(span.start, span.end)
    if not _is_worded(words, lo, hi):
        return None
    if words.low(hi - 1) in DASHES:  # "LONDON (Reuters) -"
        return None
    return _found(passage, (span,), words, (lo, hi))


def _parts_of(
    passage: Passage, claim: FoundClaim, whole: int, scene: Scene
) -> Iterator[FoundClaim]:
    """The claims of a sentence's parts, but for one that would be the sentence again."""
    words, lo, hi = scene.words, scene.lo, scene.hi
    stop = (hi - 1, hi) if words.low(hi - 1) in ENDS else (hi, hi)  # a part is a whole sentence
    seen = {claim.spans}
    for part in find_assertions(words, lo, hi, _contents(passage, claim.spans[0])):
        spans = _spans(words, part.ranges, passage.reading.text)
        if spans in seen:
            continue
        seen.add(spans)
        own = words.pick((*part.ranges, stop))
        found = _found(passage, spans, own, (0, len(own)))
        worded = word_part(scene, part, found.dates)
        yield replace(
            found,
            listed=False,
            part_of=whole,
            wording=worded.wording,
            ambiguous=worded.ambiguous,
        )


def _spans(words: Words, ranges: Sequence[tuple[int, int]], text: str) -> tuple[Span, ...]:
    return tuple(joined((Span(words.starts[a], words.ends[b - 1]) for a, b in ranges), text))


def _contents(passage: Passage, sentence: Span) -> list[tuple[int, int]]:
    """What is said in a sentence, in token numbers, as far as it lies there."""
    inside = {
        passage.words.range(max(span.start, sentence.start), min(span.end, sentence.end))
        for one in passage.attributions
        for span in one.content
        if span.start < sentence.end and sentence.start < span.end
    }
    return sorted(one for one in inside if one[0] < one[1])


def _found(
    passage: Passage, spans: tuple[Span, ...], words: Words, bounds: tuple[int, int]
) -> FoundClaim:
    """The claim at ``spans``, whose tokens are those of ``words`` within ``bounds``."""
    lo, hi = bounds
    number = bisect_right(passage.sentences, spans[0].start, key=lambda one: one.start) - 1
    seen = passage.seen[number] if passage.seen else None
    score, why = judge(words, lo, hi, place_of(passage, spans[0]), seen, passage.reading.genre)
    figures = tuple(one for span in spans for one in _inside(passage.figures, span))
    index = _attribution_of(passage, spans)
    attribution = passage.attributions[index] if index is not None else None
    claimant = passage.names[index] if index is not None else None
    return FoundClaim(
        spans=spans,
        text=slices(passage.reading.text, spans),
        score=score,
        listed=score >= LISTED_FROM,
        kind=kind_of(words, lo, hi, figures, attribution),
        type=type_of(words, lo, hi, figures, seen),
        claimant=claimant,
        cue=attribution.cue[0].of(passage.reading.text) if attribution else "",
        attribution=passage.first_attribution + index if index is not None else None,
        figures=figures,
        dates=tuple(one for span in spans for one in _inside(passage.dates, span)),
        entities=tuple(one for span in spans for one in _inside(passage.entities, span)),
        why=("attributed", *why) if claimant else why,
    )


def place_of(passage: Passage, span: Span) -> Place:
    """Where a sentence stands, as far as its worth depends on it."""
    reading = passage.reading
    index = bisect_left(passage.paragraphs, span.start + 1, key=lambda one: one.start) - 1
    home = passage.paragraphs[max(0, index)].start
    quoted = reading.quotations.covered(span.start, span.end)
    return Place(
        heading=home in reading.headings,
        code=home in reading.code,
        caption=home in reading.captions,
        quoted=quoted >= _WHOLLY * (span.end - span.start),
    )


def _inside(found: Sequence[Mention], span: Span) -> Sequence[Mention]:
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    last = bisect_left(found, span.end, key=lambda one: one.span.start)
    return found[first:last]


def _attribution_of(passage: Passage, spans: Sequence[Span]) -> int | None:
    """The attribution that says most of a claim; of one speaker's several, the first."""
    best, most = None, 0
    size = sum(span.end - span.start for span in spans)
    whole = Span(spans[0].start, spans[-1].end)
    for index, one in enumerate(passage.attributions):
        away = one.content[-1].end <= whole.start or whole.end <= one.content[0].start
        if away or one.stance not in _STATED:
            continue
        covered = sum(_overlap(part, span) for part in one.content for span in spans)
        around = sum(_overlap(part, span) for part in (*one.source, *one.cue) for span in spans)
        if covered > most and covered >= _SAYS * (size - around):
            best, most = index, covered
    if best is not None:
        return _first_of_speaker(passage, best, whole)
    return next((i for i, one in enumerate(passage.attributions) if _leads(one, whole)), None)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _leads(one: Attribution, span: Span) -> bool:
    """Whether the sentence as a whole is "X denied that", however short what is said."""
    return (
        bool(one.source)
        and one.stance in _STATED
        and one.source[-1].start == span.start
        and (0 < one.cue[0].start - one.source[-1].end <= 2)
    )


def _first_of_speaker(passage: Passage, best: int, span: Span) -> int:
    """Of one speaker's several cues in a sentence the first: "denied … and accused"."""
    for index, one in enumerate(passage.attributions[:best]):
        here = span.start <= one.cue[0].start < span.end
        if here and passage.names[index] == passage.names[best]:
            return index
    return best


def _share_in(spans: Sequence[Span], span: Span) -> float:
    index = max(0, bisect_left(spans, span.start, key=lambda one: one.start) - 1)
    covered = 0
    while index < len(spans) and spans[index].start < span.end:
        one = spans[index]
        covered += max(0, min(one.end, span.end) - max(one.start, span.start))
        index += 1
    return covered / max(1, span.end - span.start)
