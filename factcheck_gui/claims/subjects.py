"""The noun phrase on the left or right of a verb, by closed word classes alone.

Here: where the phrase that speaks begins and ends. Not here: cues, quotations, names made clean.
Every walk is bounded, so that a sentence of any length costs the same for each word.
"""

from __future__ import annotations

from factcheck_gui.claims.cues import CUES, is_doubtful
from factcheck_gui.claims.verbs import PAST_ONLY, is_intransitive
from factcheck_gui.claims.words import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DASHES,
    DAYS,
    DETERMINERS,
    ENDS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_SIGNS,
    Words,
    is_shortened,
    is_subject_pronoun,
)

Range = tuple[int, int]  # token numbers: first, one past the last

_REACH = 40  # tokens a noun phrase may span
_CHUNKS = 6  # appositions between a name and its verb
_BREAKS = QUOTE_SIGNS | ENDS | frozenset("– — ― , ; : ( [ / * • |".split())
_RELATIVES = frozenset("who which whose whom that".split())
_ADVERBS = frozenset(
    """also later then now already still once twice often never always ever again too not both
    first further earlier yesterday today thus even only just however meanwhile instead nevertheless
    nonetheless therefore moreover furthermore otherwise turn too""".split()
)
_LEADS = frozenset(
    """and but or so yet nor however meanwhile still also now then today yesterday instead
    moreover furthermore additionally later earlier indeed even only besides nevertheless well
    because that though although while when if as since""".split()
)
# A chunk that opens so stands before the subject: "After the match, X, the coach, said".
_OPENERS = (
    PREPOSITIONS
    | CLAUSE_WORDS
    | frozenset(
        "according asked when while as speaking writing citing speaking responding replying".split()
    )
)
# Pasts that are participles too, but stand as finite verbs nearly always.
_PASTS = frozenset(
    "had left kept held met led told said sent spent stood brought felt sat won".split()
)
_BY_THE_WAY = frozenset("of in".split())  # "Ann Lee, of Hull," and "X, in particular,"
_AFTER_NAME = frozenset("in on at during after when while as before since by via".split())


def is_adverb(word: str) -> bool:
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly"))


def is_auxiliary(words: Words, index: int) -> bool:
    """Whether a token is "is", "has", "would" …; the names May and Will are not."""
    low = words.low(index)
    return low in AUXILIARIES and not (low in ("may", "will") and words.is_name(index))


def is_finite(words: Words, index: int) -> bool:
    """Whether a token is surely a finite verb; unknown verbs count as none."""
    low = words.low(index)
    if is_auxiliary(words, index) or is_shortened(low):
        return True
    if low in PAST_ONLY or low in _PASTS or is_intransitive(low):
        return True
    cue = CUES.get(low)
    return cue is not None and cue.tense in ("past", "third") and not is_doubtful(low)


def has_finite(words: Words, start: int, end: int) -> bool:
    """Whether a surely finite verb stands in a stretch, outside relative clauses with "who"."""
    for index in range(max(start, end - _REACH), end):
        relative = {words.low(index - step) for step in (1, 2)} & _RELATIVES
        if not relative and is_finite(words, index):
            return True
    return False


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
        return _trim(words, _walk_left(words, floor, end), end)
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
        if low in _RELATIVES or low in _LEADS or is_adverb(low):
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
        return _trim(words, chosen[0], after[1])  # "a spokeswoman, Dana Li, wrote"
    return _trim(words, *chosen)


def _chunk_start(words: Words, floor: int, end: int) -> int:
    start = end
    while start > max(floor, end - _REACH):
        low = words.low(start - 1)
        if low in (",", ";", ":") or low in QUOTE_SIGNS or low in "–—―":
            break
        start -= 1
    return start


def _walk_left(words: Words, floor: int, end: int) -> int:
    start = end
    limit = max(floor, end - _REACH)
    while start > limit:
        low = words.low(start - 1)
        if low in ")]":
            start = _bracket_start(words, limit, start)
            continue
        title = _title_start(words, limit, start) if low in QUOTE_SIGNS else start
        if title < start:
            start = title
            continue
        if low in _BREAKS or (low in CLAUSE_WORDS and low != "which"):
            break
        if low == "which" and start < end:
            break
        if low in ("and", "or") and not _joins(words, floor, start):
            break
        if is_finite(words, start - 1) and not _in_relative(words, start - 1):
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
    return any(words.low(index - step) in ("who", "which", "whose") for step in range(1, 4))


def _trim(words: Words, start: int, end: int) -> Range | None:
    """Drops what only leads to the subject: "But on Monday the minister" gives the minister."""
    while start < end and (words.low(start) in _LEADS or is_adverb(words.low(start))):
        start += 1
    if words.low(start) in ("on", "last", "this", "late", "early") or words.low(start) in DAYS:
        start = _after_day(words, start, end)
    if start >= end or all(words.low(i) in DETERMINERS for i in range(start, end)):
        return _pronoun(words, start, end)
    if words.low(start) in PREPOSITIONS or words.low(start) == ")":
        return None
    return (
        (start, end)
        if any(c.isalnum() for c in words.form(end - 1))
        else _unbracket(words, start, end)
    )


def _unbracket(words: Words, start: int, end: int) -> Range | None:
    return (start, end) if words.low(end - 1) in ")]" and end - start > 1 else None


def _pronoun(words: Words, start: int, end: int) -> Range | None:
    low = words.low(start)
    return (start, end) if start + 1 == end and low in ("this", "both", "many", "some") else None


def _after_day(words: Words, start: int, end: int) -> int:
    for index in range(start, min(end, start + 4)):
        low = words.low(index)
        if low in DAYS or low in ("week", "month", "year", "night"):
            return index + 1
    return start


def right_subject(words: Words, start: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at ``start``: "said [Phillips O'Brien], a professor"."""
    end = start
    limit = min(ceiling, start + _REACH // 2)
    while end < limit:
        low = words.low(end)
        if low in "([" and low:
            closing = _bracket_end(words, limit, end)
            if closing == end:
                break
            end = closing
            continue
        if low in _BREAKS or low in _RELATIVES or low in CLAUSE_WORDS:
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
