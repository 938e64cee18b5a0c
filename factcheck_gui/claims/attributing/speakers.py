"""Whose words they are where the sentence alone does not say, and names fit for a list.

Here: quotations that go on after their cue, speaker labels of transcripts, pronouns and surnames
traced to a name met before, names made clean. Not here: the cue patterns (``attribution``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck_gui.claims.language.people import ROLES, People, fits, without_titles
from factcheck_gui.claims.language.quotations import Quotation, Quotations
from factcheck_gui.claims.language.words import DETERMINERS, THIRD_PERSON
from factcheck_gui.domain import Attribution, Span

_LABEL = re.compile(r"[\"“(]?((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]*)\s?:\s(?=\S)")
_NO_SPEAKERS = frozenset(
    """note update related image photo video audio source sources correction editor caption credit
    file breaking watch read more tags topics subject date email groups warning example q a ps
    http https""".split()
)
_BRACKETED = re.compile(r"\[([^\]\[]{1,60})\]")
_FULL_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}")
_SPACE = re.compile(r"\s+")
_LEADING = DETERMINERS | frozenset("and but or then now also meanwhile still even however".split())
_NOBODY = frozenset(
    """this that these those it there here one some many others both all which who what people i we
    you""".split()
)
_LONGEST_NAME = 120
_SHORTEST_QUOTATION = 12  # characters; a shorter one is a turn of phrase
_REMEMBERED = 60
_GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
_OWNERS = frozenset("his her its their".split())
_AFTER = '.!?…”":'  # a quotation after one of these is a sentence of its own


# ---------------------------------------------------------------- quotations that go on


def continue_quotations(
    text: str,
    quotations: Quotations,
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
) -> list[Attribution]:
    """Gives each quotation without a cue of its own to the speaker before it, where that is plain.

    That is so where it runs on from the paragraph before, follows in the same paragraph as a
    sentence of its own, or fills a paragraph after one that ends in a colon or a quotation.
    ``paragraphs`` and ``attributions`` are those of one passage, in order.
    """
    if not paragraphs:
        return list(attributions)
    numbers = quotations.between(paragraphs[0].start, paragraphs[-1].end)
    owner = _owners(quotations, numbers, attributions)
    extra: dict[int, list[Span]] = {}
    for number in numbers:
        if number in owner:
            continue
        speaker = _speaker_before(text, quotations, number, owner, paragraphs, attributions)
        if speaker is not None:
            owner[number] = speaker
            one = quotations.items[number]
            extra.setdefault(speaker, []).append(Span(one.start, one.end))
    grown = [
        _with(one, extra.get(index, []), text, quotations) for index, one in enumerate(attributions)
    ]
    return [one for one in grown if one.content]


def _owners(
    quotations: Quotations, numbers: range, attributions: Sequence[Attribution]
) -> dict[int, int]:
    """For each quotation that some content covers, the number of that attribution."""
    contents = sorted(
        (span.start, span.end, index)
        for index, one in enumerate(attributions)
        for span in one.content
    )
    owner: dict[int, int] = {}
    at, reach, holder = 0, -1, 0
    for number in numbers:
        start = quotations.items[number].start
        while at < len(contents) and contents[at][0] <= start:
            if contents[at][1] >= reach:
                reach, holder = contents[at][1], contents[at][2]
            at += 1
        if reach > start:
            owner[number] = holder
    return owner


def _speaker_before(
    text: str,
    quotations: Quotations,
    number: int,
    owner: dict[int, int],
    paragraphs: Sequence[Span],
    attributions: Sequence[Attribution],
) -> int | None:
    one = quotations.items[number]
    if one.runs_on and number - 1 in owner:
        return owner[number - 1]
    where = bisect_right(paragraphs, one.start, key=lambda span: span.start) - 1
    last = _last_cue_before(attributions, one.start)
    if last is None or where < 0 or not _stands_alone(text, paragraphs[where], one):
        return None
    cue = attributions[last].cue[0].start
    if cue >= paragraphs[where].start:
        return last
    if one.start > paragraphs[where].start or where == 0:
        return None
    previous = paragraphs[where - 1]
    near = cue >= previous.start or owner.get(number - 1) == last
    leads = text[previous.end - 1] == ":" or _quoted_to_its_end(quotations, previous)
    return last if near and leads else None


def _stands_alone(text: str, home: Span, one: Quotation) -> bool:
    """Whether a quotation is a sentence of its own, not a turn of phrase in another."""
    before = text[max(home.start, one.start - 4) : one.start].rstrip()
    return one.end - one.start >= _SHORTEST_QUOTATION and (not before or before[-1] in _AFTER)


def _last_cue_before(attributions: Sequence[Attribution], at: int) -> int | None:
    index = bisect_right(attributions, at, key=lambda one: one.cue[0].start) - 1
    return index if index >= 0 else None


def _quoted_to_its_end(quotations: Quotations, paragraph: Span) -> bool:
    return quotations.number_at(paragraph.end - 1) is not None


def _with(one: Attribution, extra: list[Span], text: str, quotations: Quotations) -> Attribution:
    if not extra:
        return one
    content = list(one.content)
    for span in extra:
        if content and not text[content[-1].end : span.start].strip():
            content[-1] = Span(content[-1].start, span.end)
        else:
            content.append(span)
    joined = tuple(content)
    return replace(one, content=joined, quote=quotations.form_of(joined))


# ---------------------------------------------------------------- transcripts


def speaker_labels(text: str, paragraphs: Sequence[Span]) -> frozenset[str]:
    """Names that open paragraphs with a colon often enough to be speakers of a transcript."""
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match and match.group(1).split()[-1].lower() not in _NO_SPEAKERS:
            counts[match.group(1)] += 1
    repeated = {name for name, count in counts.items() if count > 1}
    return frozenset(repeated) if sum(counts[name] for name in repeated) >= 3 else frozenset()


def label_attributions(
    text: str, paragraphs: Sequence[Span], labels: frozenset[str]
) -> list[Attribution]:
    """One attribution for each paragraph that opens with a speaker's label."""
    found = []
    for paragraph in paragraphs if labels else ():
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match and match.group(1) in labels:
            name = Span(*match.span(1))
            colon = text.index(":", name.end)
            content = (Span(match.end(), paragraph.end),)
            found.append(Attribution((name,), (Span(colon, colon + 1),), content))
    return found


# ---------------------------------------------------------------- names


def clean_name(words: str) -> str | None:
    """A source as a list shows it: no brackets around names, no article, one line.

    None where the words name nobody ("this", "it").
    """
    name = _SPACE.sub(" ", _BRACKETED.sub(r"\1", words)).strip(" ,;:-–—\"“”'‘")
    parts = name.split(" ")
    while (
        len(parts) > 1 and parts[0].lower() in _LEADING and parts[0].lower() not in ("his", "her")
    ):
        parts = parts[1:]
    if parts[0].islower() and parts[0][-1] == "," and parts[1][:1].isupper():
        parts[0] = parts[0][:-1]  # "a spokeswoman, Dana Li"
    if parts[0].lower() == "neither":
        parts = ["and" if part == "nor" else part for part in parts[1:]]
    name = re.sub(r"(?<=\w)['’]s?$", "", " ".join(parts))
    if name.lower() in _NOBODY or not any(c.isalnum() for c in name):
        return None
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"


def name_speakers(
    text: str, attributions: Sequence[Attribution], known: Sequence[str], people: People
) -> tuple[list[str | None], tuple[str, ...]]:
    """A clean name for each attribution, pronouns and surnames traced; and the names now known.

    ``known`` are names met before in the article, the latest last, ``people`` those whom all of it
    names. A pronoun stands for the latest name that fits, a surname or a role for the one person of
    the article who has it. What is not certain keeps the words of the text.
    """
    recent = list(known)
    names: list[str | None] = []
    for one in attributions:
        words = _called(text, one.source) if one.source else ""
        at = one.source[0].start if one.source else 0
        name = _traced(words, at, recent, people)
        names.append(name)
        if name and name.lower() not in THIRD_PERSON and one.stance in ("says", "thinks"):
            if name in recent:
                recent.remove(name)
            recent.append(name)
            del recent[:-_REMEMBERED]
    return names, tuple(recent)


def _called(text: str, source: Sequence[Span]) -> str:
    """The words that name a source: "the team's coach, Jan Lund" is Jan Lund."""
    first, *more = (span.of(text) for span in source)
    unnamed = first[:1].islower() or first.partition(" ")[0].lower() in DETERMINERS
    return more[0] if more and unnamed and _FULL_NAME.fullmatch(more[0]) else first


def _traced(words: str, at: int, recent: Sequence[str], people: People) -> str | None:
    low = words.strip().lower().replace("’", "'").partition("'")[0]
    if low in THIRD_PERSON or low in _OWNERS:
        gender = _GENDERS.get(low, "")
        return _for_pronoun(gender, at, recent, people) if gender else _for_group(recent)
    name = clean_name(words)
    if name is None:
        return None
    bare, gender = without_titles(name)
    if " " in bare:
        return name
    if not bare[0].isupper():
        return people.with_role(bare.lower()) or name
    fuller = {one for one in recent if one.rsplit(" ", 1)[-1] == bare and one[0].isupper()}
    fuller = {one for one in fuller if " " in one and fits(without_titles(one)[0], gender)}
    if len(fuller) == 1:
        return fuller.pop()
    return people.full_name(bare, gender) or name


def _for_pronoun(gender: str, at: int, recent: Sequence[str], people: People) -> str:
    """Whom "he" or "she" stands for: the one named just before, else the latest speaker who may."""
    just_named = people.just_named(at, gender)
    speakers = [one for one in recent[-4:] if _may_be_person(one)]
    fitting = [one for one in speakers if fits(without_titles(one)[0], gender)]
    if fitting and (just_named is None or speakers[-1] == fitting[-1]):
        return fitting[-1]
    return just_named or ("He" if gender == "m" else "She")


def _for_group(recent: Sequence[str]) -> str | None:
    return recent[-1] if recent else None


def _may_be_person(name: str) -> bool:
    """Not sure of a person, only sure of no group: "Ukrainian authorities" is one."""
    last = name.rsplit(" ", 1)[-1]
    plural = last.islower() and last.endswith("s")
    return not plural and (" " in name or name[0].isupper() or name in ROLES)
