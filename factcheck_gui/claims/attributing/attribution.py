"""Who says what: source, cue and content of each statement that the article gives to somebody.

Here: the patterns around cue verbs in one sentence, and all patterns put together for a passage.
Not here: what is said (``contents``), which words can be a cue (``clauses``, ``cues``), nouns and
adjectives (``nominals``), "according to" and credits (``formulas``), where a noun phrase ends
(``subjects``), pronouns traced and names made clean (``speakers``).

A rule system over closed word classes, after the usual patterns of direct and indirect quotation.
Figures on PolNeAR's development part, its rules written by reading every other article of the 84,
read / not read: content tokens F1 .86 / .86, attribution F1 .69 / .68 (precision .77 / .76), source
right .95 / .94, tokens of sources F1 .76 / .72; two people agree on attributions at F1 .80. On
eleven Wikinews articles: attribution F1 .67, source right .95.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck_gui.claims.attributing.clauses import (
    DOCUMENTS,
    Draft,
    Sentence,
    governor_of,
    is_verb,
)
from factcheck_gui.claims.attributing.complements import REACH
from factcheck_gui.claims.attributing.contents import clean, content_of, said_before
from factcheck_gui.claims.attributing.descriptions import with_description
from factcheck_gui.claims.attributing.formulas import (
    according,
    dash_credits,
    picture_credits,
    put_it,
    spans_of,
)
from factcheck_gui.claims.attributing.nominals import from_noun
from factcheck_gui.claims.attributing.passives import passive
from factcheck_gui.claims.language.cues import CUES, Cue
from factcheck_gui.claims.language.finite import has_finite, is_adverb, is_finite
from factcheck_gui.claims.language.quotations import Quotations
from factcheck_gui.claims.language.subjects import left_subject, right_subject, verb_start
from factcheck_gui.claims.language.verbs import is_past_form
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    DASHES,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    SUBJECT_PRONOUNS,
    THIRD_PERSON,
    Range,
    Words,
    is_shortened,
)
from factcheck_gui.domain import Attribution, Span

_NOBODY = frozenset("neither nobody none no".split())
_MADE = frozenset(
    """issued released posted sent wrote signed published filed put gave made issue release post
    send write publish tweeted""".split()
)
_HOLDING_BACK = frozenset("refused declined failed refuses declines fails".split())
_CONTRASTS = frozenset("but though although while whereas and".split())


def find_attributions(
    words: Words,
    sentences: Sequence[Span],
    quotations: Quotations,
    paragraphs: Sequence[Span] = (),
) -> list[Attribution]:
    """Attributions of one passage in the order of their cues; spans in code points.

    ``quotations`` may be those of the whole text. A quotation without a cue of its own is left to
    ``speakers.continue_quotations``.
    """
    quoted = _quoted_tokens(words, quotations)
    found: list[Attribution] = []
    for span in sentences:
        lo, hi = words.range(span.start, span.end)
        sentence = Sentence(words, lo, hi, quoted)
        found.extend(_finished(sentence, draft, quotations) for draft in _drafts(sentence))
    found.extend(dash_credits(words, quotations, paragraphs))
    found.extend(picture_credits(words, paragraphs))
    return sorted(found, key=lambda one: one.cue[0].start)


def _quoted_tokens(words: Words, quotations: Quotations) -> list[int]:
    quoted = [0] * len(words)
    if not words.starts:
        return quoted
    for number in quotations.between(words.starts[0], words.ends[-1]):
        one = quotations.items[number]
        lo, hi = words.range(one.start, one.end)
        quoted[lo:hi] = [number + 1] * (hi - lo)
    return quoted


# ---------------------------------------------------------------- one sentence


def _drafts(sentence: Sentence) -> list[Draft]:
    drafts: list[Draft] = []
    for index in range(sentence.lo, sentence.hi):
        if sentence.quoted[index]:
            continue
        low = sentence.words.lows[index]
        draft = None
        if low == "according" and sentence.words.low(index + 1) == "to":
            draft = according(sentence, index)
        elif low == "put":
            draft = put_it(sentence, index)
        elif (cue := CUES.get(low)) is not None:
            speaker = next((one for one in reversed(drafts[-8:]) if one.source), None)
            draft = _from_verb(sentence, index, cue, speaker)
        if draft is None:
            draft = from_noun(sentence, index)
        if draft and draft.stance != "says" and _inside(draft, drafts):
            continue  # what is said to be thought is said
        if draft and (draft.content or sentence.words.low(sentence.hi - 1) == ":"):
            drafts.append(draft)
    return _without_overlap(sentence, drafts)


def _inside(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a thought or wish stands in what a statement before it says."""
    return any(a <= draft.cue[0] < b for one in drafts[-1:] for a, b in one.content)


def _without_overlap(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Ends a content where a later statement of the sentence begins beside it, not inside it."""
    stops = [_beside(sentence.words, following) for following in drafts[1:]]
    return [_cut(one, stop) for one, stop in zip(drafts, [*stops, None], strict=False)]


def _cut(draft: Draft, stop: int | None) -> Draft:
    if stop is None:
        return draft
    content = ((a, min(b, stop) if a < stop else b) for a, b in draft.content)
    return replace(draft, content=tuple(content))


def _beside(words: Words, draft: Draft) -> int | None:
    """Where the statement before must end, if ``draft`` stands beside it ("…, but Y said")."""
    before = draft.start - 1
    while (
        words.low(before) in _CONTRASTS
        or is_adverb(words.low(before))
        or (words.low(before) == "in" and words.low(before + 1) == "turn")
    ):
        before -= 1
    if words.low(before) in PREPOSITIONS:
        return None  # "had been blamed for saying that"
    if draft.joined:
        return before + 1
    if words.low(before) in (",", ";") or words.low(before) in DASHES:
        return before if before < draft.start - 1 or words.low(before) == ";" else None
    return None


def _from_verb(sentence: Sentence, verb: int, cue: Cue, previous: Draft | None) -> Draft | None:
    words = sentence.words
    end, first = verb_start(words, sentence.lo, verb)
    if cue.tense == "past" and any(words.low(i) in BE for i in range(first, verb)):
        return passive(sentence, verb, cue, end, first)
    governor = governor_of(sentence, verb, cue)
    if governor is not None:
        end, first = verb_start(words, sentence.lo, governor)
    elif not is_verb(sentence, verb, cue, end, first):
        return None
    reading = _inverted(sentence, verb, cue, first)
    if reading is None:
        reading = _with_subject(sentence, verb, cue, end, previous)
    if reading is None:
        return None
    source, content, joined = reading
    if words.low(source[0]).partition("'")[0] in ("i", "we", "you"):
        return None  # the article's own voice
    negated = any(
        words.low(i) in NEGATIONS or words.low(i).endswith("n't") or words.low(i) in _HOLDING_BACK
        for i in range(first, verb)
    )
    sources = _with_name(sentence, source, previous) if not joined else (source,)
    negated = negated or words.low(source[0]) in _NOBODY
    return Draft(sources, (first, verb + 1), content, cue.negative or negated, cue.stance, joined)


def _with_name(sentence: Sentence, source: Range, previous: Draft | None) -> tuple[Range, ...]:
    """Before a pronoun the name that opens the sentence: "Ukraine has tapes which it says"."""
    alone = source[1] - source[0] == 1 and sentence.words.low(source[0]) in THIRD_PERSON
    if not alone or previous or source[0] == sentence.lo:
        return (source,)
    if sentence.words.low(source[0] - 1) not in ("which", "that"):
        return (source,)
    name = _first_subject(sentence, source[0])
    return (name, source) if name and sentence.words.is_name(name[0]) else (source,)


def _inverted(
    sentence: Sentence, verb: int, cue: Cue, first: int
) -> tuple[Range, tuple[Range, ...], bool] | None:
    """As in "…," said X: the subject after the verb, the content before it."""
    words = sentence.words
    before = words.low(verb - 1) if verb > sentence.lo else ""
    after_quote = before in QUOTE_SIGNS
    if cue.manner != "speech" or cue.tense not in ("past", "third") or first != verb:
        return None
    if not after_quote and (before != "," and before not in DASHES):
        return None
    source = right_subject(words, verb + 1, sentence.hi)
    if source is None or has_finite(words, *source):
        return None
    pronoun = words.low(source[0]) in SUBJECT_PRONOUNS
    if (pronoun and source[1] - source[0] > 1) or (
        words.low(source[1]) in AUXILIARIES or sentence.quoted[verb + 1]
    ):
        return None
    named = source[1] - source[0] <= 4 and all(words.is_name(i) for i in range(*source))
    closed = words.low(source[1]) in (",", ".") or source[1] >= sentence.hi
    clause = has_finite(words, sentence.lo, verb - 1)
    if not after_quote and not clause and not (named and closed and before == ","):
        return None
    said = said_before(sentence, verb)
    if named and not clause and not after_quote and words.low(source[1]) == ",":
        said = (*said, *clean(sentence, source[1] + 1, sentence.hi))  # "The mill, says Roth, is"
    return source, said, False


def _with_subject(
    sentence: Sentence, verb: int, cue: Cue, end: int, previous: Draft | None
) -> tuple[Range, tuple[Range, ...], bool] | None:
    words = sentence.words
    floor = max(sentence.lo, verb - 60)
    joined = words.low(end - 1) in ("and", "or", "but", "then") and end - 1 > floor
    if cue.tense == "ing" and words.low(verb - 1) not in BE and end == verb:
        joined = not is_shortened(words.low(verb - 1))
    source = None if joined else _written_by(sentence, verb, cue) or left_subject(words, floor, end)
    if source is None or (joined and previous):
        joined = True
        source = previous.source[0] if previous else _first_subject(sentence, end)
        if cue.tense == "ing" and source is None:
            return _before_main_clause(sentence, verb, cue)
    if source and words.low(source[0]) in ("who", "which"):
        source = left_subject(words, floor, source[0]) or source
    if source is None:
        return None
    start = source[0] if source[1] <= end and not joined else verb
    content = content_of(sentence, verb, cue, start, source)
    return source, content, joined


def _written_by(sentence: Sentence, verb: int, cue: Cue) -> Range | None:
    """Whose statement it is in "Roth released a statement saying that"; else the statement."""
    words = sentence.words
    if cue.tense != "ing" or words.low(verb - 1) not in DOCUMENTS:
        return None
    begin = next(
        (i for i in range(verb - 1, max(sentence.lo, verb - 6), -1) if words.low(i) in DETERMINERS),
        None,
    )
    if begin is None:
        return None
    made = words.low(begin - 1) in _MADE
    end, _ = verb_start(words, sentence.lo, begin - 1)
    return (left_subject(words, sentence.lo, end) if made else None) or (begin, verb)


def _before_main_clause(
    sentence: Sentence, verb: int, cue: Cue
) -> tuple[Range, tuple[Range, ...], bool] | None:
    """As in "After saying that the mill would close, the owner left"."""
    words = sentence.words
    comma = words.comma(verb, min(sentence.hi, verb + REACH))
    source = right_subject(words, comma + 1, sentence.hi) if comma else None
    if source is None or comma is None:
        return None
    verbs = (i for i in range(*source) if is_finite(words, i) or is_past_form(words.low(i)))
    source = (source[0], next(verbs, source[1]))
    if source[0] == source[1]:  # "Roth, citing a report, said": the verb's subject is before it
        before = left_subject(words, sentence.lo, verb - 1)
        if before is None or before[0] > sentence.lo:
            return None
        source = before
    lead = replace(sentence, hi=comma)
    return source, content_of(lead, verb, cue, verb, source), True


def _first_subject(sentence: Sentence, end: int) -> Range | None:
    """The subject of the sentence's first verb, for a verb that shares it."""
    for index in range(sentence.lo + 1, min(end, sentence.lo + 40)):
        if is_finite(sentence.words, index) or is_past_form(sentence.words.low(index)):
            stop, _ = verb_start(sentence.words, sentence.lo, index)
            return left_subject(sentence.words, sentence.lo, stop)
    return None


# ---------------------------------------------------------------- spans


def _finished(sentence: Sentence, draft: Draft, quotations: Quotations) -> Attribution:
    words = sentence.words
    content = tuple(
        quotations.grown(Span(words.starts[a], words.ends[b - 1])) for a, b in draft.content
    )
    return Attribution(
        source=spans_of(words, with_description(sentence, draft)),
        cue=spans_of(words, (draft.cue,)),
        content=content,
        polarity="negative" if draft.negative else "positive",
        quote=quotations.form_of(content),
        stance=draft.stance,
    )
