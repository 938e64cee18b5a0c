"""The noun phrase on the left or right of a verb, by closed word classes alone.

Here: where the phrase that speaks begins and ends. Not here: cues, quotations, names made clean.
Every walk is bounded, so that a sentence of any length costs the same for each word.
"""

from __future__ import annotations

from factcheck_gui.claims.language.cues import CUES
from factcheck_gui.claims.language.finite import (
    REACH,
    RELATIVES,
    has_finite,
    is_adverb,
    is_auxiliary,
    is_finite,
)
from factcheck_gui.claims.language.trimming import LEADS, trimmed
from factcheck_gui.claims.language.verbs import is_past_form
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DASHES,
    DAYS,
    DETERMINERS,
    ENDS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Range,
    Words,
    is_shortened,
    is_subject_pronoun,
)

_CHUNKS = 6  # appositions between a name and its verb
_BREAKS = QUOTE_SIGNS | ENDS | frozenset("– — ― , ; : ( [ / * • |".split())
# A chunk that opens so stands before the subject: "After the match, X, the coach, said".
_OPENERS = (
    PREPOSITIONS
    | CLAUSE_WORDS
    | frozenset(
        "according asked when while as speaking writing citing speaking responding replying".split()
    )
)
_BEFORE_RETIRED = QUOTE_SIGNS | DETERMINERS | frozenset([",", "", "and"])
_JOINING = frozenset("because though although while when if whereas".split())
_BY_THE_WAY = frozenset("of in".split())  # "Ann Lee, of Hull," and "X, in particular,"
_AFTER_NAME = frozenset("in on at during after when while as before since by via".split())


def verb_start(words: Words, floor: int, verb: int) -> tuple[int, int]:
    """Walks left over auxiliaries and adverbs: (end of the subject, first auxiliary)."""
    end = first = verb
    while end > max(floor, verb - 8):
        low = words.low(end - 1)
        if is_auxiliary(words, end - 1) or low in NEGATIONS:
            first = end - 1
        elif not is_adverb(low) and not (low == "in" and words.low(end) == "turn"):
            break
        end -= 1
    return end, first


def left_subject(words: Words, floor: int, end: int) -> Range | None:
    """The noun phrase that ends before token ``end``, over appositions between commas."""
    if end <= floor:
        return None
    if is_subject_pronoun(words.low(end - 1)) and is_shortened(words.low(end - 1)):
        return end - 1, end  # "he's claiming"
    if words.low(end - 1) == "that" and end - 1 > floor and words.low(end - 2)[:1].isalpha():
        end -= 1  # "a group that intends to"
    if words.low(end - 1) != "," and words.low(end - 1) not in DASHES:
        return trimmed(words, _walk_left(words, floor, end), end)
    chunks: list[Range] = []
    stop = end - 1
    while stop > floor and len(chunks) < _CHUNKS:
        start = _chunk_start(words, floor, stop)
        chunks.append((start, stop))
        if start <= floor or words.low(start - 1) not in (",", *DASHES):
            break
        stop = start - 1
    return _head(words, chunks)


def _head(words: Words, chunks: list[Range]) -> Range | None:
    """The chunk that names the subject: the leftmost that is no adverbial and no clause."""
    chosen: Range | None = None
    for chunk in chunks:
        low = words.low(chunk[0])
        if _opens_clause(words, chunk, described=chosen is not None):
            return trimmed(words, chunk[0] + 1, chunk[1])
        if low in RELATIVES or low in LEADS or is_adverb(low):
            continue
        aside = low in _BY_THE_WAY and chunk[1] - chunk[0] <= 4
        if aside or (chosen is None and low in _OPENERS):
            continue  # "Lee, of Hull, said", "Lee, speaking in Hull, said"
        if low in _OPENERS or has_finite(words, *chunk):
            break
        chosen = chunk
    if chosen is None:
        return None
    after = chunks[chunks.index(chosen) - 1] if chosen in chunks[1:] else chosen
    unnamed = not any(words.is_name(i) for i in range(chosen[0] + 1, chosen[1]))
    if unnamed and words.low(chosen[0]) in DETERMINERS and words.is_name(after[0]):
        return trimmed(words, chosen[0], after[1])  # "a spokeswoman, Dana Li, wrote"
    return trimmed(words, *chosen)


def _opens_clause(words: Words, chunk: Range, *, described: bool) -> bool:
    """Whether a piece between commas is a joining word and a clause's subject: ", but the union,
    which has 900 members, wants", "because Roth, the mayor, said"."""
    low, begin = words.low(chunk[0]), chunk[0] + 1
    if begin >= chunk[1] or has_finite(words, begin, chunk[1]):
        return False
    if low in ("after", "before", "since", "until"):
        return described and all(words.is_name(i) for i in range(begin, chunk[1]))
    joins = low == "but" or (described and low in _JOINING)
    return joins and (words.is_name(begin) or words.low(begin) in DETERMINERS)


def _chunk_start(words: Words, floor: int, end: int) -> int:
    start = end
    while start > max(floor, end - REACH):
        low = words.low(start - 1)
        if low in (",", ";", ":") or low in QUOTE_SIGNS or low in "–—―":
            break
        start -= 1
    return start


def _walk_left(words: Words, floor: int, end: int) -> int:
    start = end
    limit = max(floor, end - REACH)
    while start > limit:
        low = words.low(start - 1)
        if low in ")]":
            start = _bracket_start(words, limit, start)
            continue
        title = _title_start(words, limit, start) if low in QUOTE_SIGNS else start
        if title < start:
            start = title
            continue
        relative = low == "that" and start < end and _is_relative(words, start - 1)
        if low in _BREAKS or (low in CLAUSE_WORDS and low != "which" and not relative):
            break
        if low == "which" and start < end:
            break
        if low in ("and", "or") and not _joins(words, floor, start):
            break
        retired = low == "retired" and words.low(start - 2) in _BEFORE_RETIRED
        if is_finite(words, start - 1) and not _in_relative(words, start - 1) and not retired:
            break
        start -= 1
    return start


def _title_start(words: Words, limit: int, end: int) -> int:
    """Over a short name in quotation marks: the "History" section."""
    if words.low(end - 2) in (",", *ENDS):
        return end
    for index in range(end - 2, max(limit, end - 7) - 1, -1):
        if words.low(index) in QUOTE_SIGNS:
            return index if words.is_name(index + 1) else end
    return end


def _bracket_start(words: Words, limit: int, end: int) -> int:
    opening = "(" if words.low(end - 1) == ")" else "["
    for index in range(end - 1, max(limit, end - 14) - 1, -1):
        if words.low(index) == opening:
            return index
    return end - 1


def _joins(words: Words, floor: int, start: int) -> bool:
    """Whether "and" before ``start`` joins two names or nouns, not two clauses."""
    left, right = words.low(start - 2), words.low(start)
    if not left or left in _BREAKS or is_subject_pronoun(right):
        return False
    return not any(is_finite(words, i) for i in range(max(floor, start - 16), start - 1))


def _in_relative(words: Words, index: int) -> bool:
    return any(
        words.low(index - step) in ("who", "which", "whose")
        or (words.low(index - step) == "that" and _is_relative(words, index - step))
        for step in range(1, 4)
    )


def _is_relative(words: Words, that: int) -> bool:
    """Whether "that" tells of a thing: "a study that appeared in May", not "said that"."""
    before, after = words.low(that - 1), words.low(that + 1)
    noun = before.isalpha() and before not in CUES and before not in PREPOSITIONS | AUXILIARIES
    return noun and (is_finite(words, that + 1) or is_past_form(after))


def right_subject(words: Words, start: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at ``start``: "said [Phillips O'Brien], a professor"."""
    end = start
    limit = min(ceiling, start + REACH // 2)
    while end < limit:
        low = words.low(end)
        if low in "([" and low:
            closing = _bracket_end(words, limit, end)
            if closing == end:
                break
            end = closing
            continue
        if low in _BREAKS or low in RELATIVES or low in CLAUSE_WORDS:
            break
        if low in _AFTER_NAME and not (low == "at" and words.is_name(end + 1)):
            break
        if low in DAYS or (end > start and low in ("yesterday", "today", "told")):
            break
        end += 1
    while end > start and (is_adverb(words.low(end - 1)) or words.low(end - 1) in PREPOSITIONS):
        end -= 1
    return (start, end) if end > start and words.low(start) not in PREPOSITIONS else None


def _bracket_end(words: Words, limit: int, start: int) -> int:
    closing = ")" if words.low(start) == "(" else "]"
    for index in range(start, min(limit, start + 14)):
        if words.low(index) == closing:
            return index + 1
    return start
