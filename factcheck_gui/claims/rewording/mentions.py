"""The people, organisations, places and things that a sentence names, as phrases of its words.

Here: names and noun phrases found by capital letters, determiners and closed lists; what sort of
thing each is, its number and gender as far as its words tell. Not here: what a pronoun stands for
(``referents``). What is not known stays "": a wrong sort would make a wrong wording.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from factcheck_gui.claims.language.finite import is_adverb
from factcheck_gui.claims.language.given_names import (
    FEMALE_TITLES,
    MALE_TITLES,
    MEN,
    ORGANISATIONS,
    PERSONS,
    PLACE_NOUNS,
    TITLES,
    WOMEN,
    gender_of,
    is_given_name,
)
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Range,
    Words,
)

Sort = Literal["person", "organisation", "place", "thing", ""]

_LONGEST = 9  # tokens of a phrase
_INSIDE_NAMES = frozenset("de van von der den del da di la le al bin ibn el ben st. du".split())
_OF_NAMES = frozenset("of for".split())
_NO_NAMES = (
    DETERMINERS | PREPOSITIONS | CLAUSE_WORDS | AUXILIARIES | SUBJECT_PRONOUNS | NEGATIONS
    | DAYS | set(MONTHS)
    | frozenset("i and or but yet so there here now then however meanwhile also more not".split())
)  # fmt: skip
_NO_NOUNS = _NO_NAMES | frozenset(
    """overnight yesterday today tomorrow tonight who whom whose which him them me us itself
    himself to""".split()
)
_ONE_IN_S = frozenset("news series species states nations times netherlands philippines".split())
_ANY_NUMBER = frozenset("people police men women children others".split())
_DETERMINED = DETERMINERS - frozenset("that no any".split()) | {"that"}
_COUNTRIES = frozenset(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada chile
    china colombia croatia cuba cyprus denmark ecuador egypt england estonia ethiopia finland france
    georgia germany ghana greece greenland haiti hungary iceland india indonesia iran iraq ireland
    israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait laos latvia lebanon libya
    lithuania luxembourg madagascar malaysia mali malta mexico moldova mongolia montenegro morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan
    palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland
    senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan
    tanzania thailand tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen
    zambia zimbabwe europe africa asia america antarctica u.s. us usa uk u.k. eu washington moscow
    beijing london paris berlin brussels kyiv tokyo tehran gaza crimea donbas""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase at ``start`` to ``end`` (code points), in ``words`` fit to stand elsewhere."""

    start: int
    end: int
    words: str
    sort: Sort = ""
    many: bool = False
    gender: str = ""  # "m", "f" or ""
    named: bool = False
    subject: bool = False
    acted: bool = False  # the object of a finite verb
    head: str = ""  # the last noun in small letters
    opens: str = ""  # "a", "the", "this"… where it has a determiner
    range: Range = (0, 0)


def find_mentions(
    words: Words, lo: int, hi: int, verbs: Set[int], known: Set[str]
) -> list[Mention]:
    """The mentions among the tokens ``lo`` to ``hi`` in order. ``verbs`` are tokens of verb
    groups; ``known`` names seen before, in small letters, believed at the start of a sentence."""
    found: list[Mention] = []
    first_verb = min((one for one in verbs if lo <= one < hi), default=hi)
    index = lo
    while index < hi:
        span = _phrase_at(words, lo, hi, index, verbs, known)
        if span is None:
            index += 1
            continue
        start, end = span
        index = max(end, index + 1)
        if not _leads_to_name(words, start, end) and not _is_adjective(words, start, end):
            before = words.low(start - 1) if start > lo else ""
            leads = end <= first_verb and not found and not _governed(before)
            found.append(_mention(words, start, end, subject=leads, acted=start - 1 in verbs))
    return found


def _governed(before: str) -> bool:
    """Whether the word before a phrase keeps it from being a subject: "in", "to quote"."""
    return before in PREPOSITIONS or (
        before.isalpha() and before not in CLAUSE_WORDS and not is_adverb(before)
    )


def _leads_to_name(words: Words, start: int, end: int) -> bool:
    """Whether a phrase only says who a person is: "the mayor" before "Ann Lee"."""
    return (
        words.lows[end - 1] in PERSONS and words.is_name(end) and words.lows[end] not in _NO_NAMES
    )


def _is_adjective(words: Words, start: int, end: int) -> bool:
    """As in "has been British"."""
    said_of = end - start == 1 and words.low(start - 1) in BE
    return said_of and words.lows[start].endswith(("ish", "ese", "ian", "ean", "can", "ic"))


def _phrase_at(
    words: Words, lo: int, hi: int, index: int, verbs: Set[int], known: Set[str]
) -> Range | None:
    low = words.lows[index]
    if (
        low in _DETERMINED
        and index not in verbs
        and not (low == "that" and words.is_name(index + 1))
    ):
        return _common(words, index, index + 1, hi, verbs)
    if _is_bracketed(words, index, hi):
        return index, _name_end(words, index + 3, hi)
    if is_name_token(words, lo, index, verbs, known):
        end = _name_end(words, index + 1, hi)
        if words.forms[end - 1].endswith(("'s", "’s", "s’")) or end >= hi:
            return index, end
        wider = _common(words, index, end, hi, verbs)
        return wider if wider and not _is_title(words, end, wider[1]) else (index, end)
    if _is_bare_plural(words, index, verbs):
        return index, index + 1
    return None


def _is_bracketed(words: Words, index: int, hi: int) -> bool:
    """A given name in brackets before the surname: "[George] Barros"."""
    return (
        words.lows[index] == "["
        and index + 3 < hi
        and words.is_name(index + 1)
        and words.lows[index + 2] == "]"
        and words.is_name(index + 3)
    )


def is_name_token(words: Words, lo: int, index: int, verbs: Set[int], known: Set[str]) -> bool:
    """Whether a name can begin here; at the start of a sentence only what is surely one."""
    low = words.lows[index]
    if not words.is_name(index) or low in _NO_NAMES or index in verbs:
        return False
    inside = index > lo and (words.lows[index - 1][0].isalnum() or words.lows[index - 1] in ",()[")
    if inside or words.forms[index].isupper() or is_given_name(low) or low in _COUNTRIES:
        return True
    bare = low.removesuffix("'s")
    follows = words.is_name(index + 1) and words.low(index + 1) not in _NO_NAMES
    return follows or low in TITLES or bare in known or bare in _COUNTRIES


def _name_end(words: Words, index: int, hi: int) -> int:
    """One past the last token of the name whose first tokens end before ``index``."""
    while index < hi and not words.forms[index - 1].endswith(("'s", "’s", "s’")):
        low = words.lows[index]
        if words.is_name(index) and low not in _NO_NAMES:
            index += 1
        elif low in _INSIDE_NAMES and words.is_name(index + 1):
            index += 2
        elif low in _OF_NAMES and _goes_on(words, index, hi):
            index += 2 + (words.low(index + 1) == "the")
        elif low == "." and len(words.forms[index - 1]) == 1 and words.is_name(index + 1):
            index += 2
        else:
            break
    return min(index, hi)


def _goes_on(words: Words, index: int, hi: int) -> bool:
    """As in "University of the Andes", where the word before is one of organisations."""
    at = index + 1 + (words.low(index + 1) == "the")
    return words.low(index - 1) in ORGANISATIONS and at < hi and words.is_name(at)


def _common(words: Words, start: int, index: int, hi: int, verbs: Set[int]) -> Range | None:
    """The phrase that begins at ``start`` with nouns from ``index`` on; None where none follows."""
    end = index
    while end < min(hi, start + _LONGEST):
        low = words.lows[end]
        if end in verbs or low in _NO_NOUNS or not (low[0].isalnum() or low == "$"):
            break
        if words.is_name(end) and words.lows[end - 1] in PERSONS and not words.is_name(end - 1):
            break  # "the mayor" before "Ann Lee"
        end += 1
    while end > index and (is_adverb(words.lows[end - 1]) or words.lows[end - 1][0].isdigit()):
        end -= 1
    return (start, end) if end > index else None


def _is_title(words: Words, start: int, end: int) -> bool:
    """Whether nouns after a name lead to another name: "DPR spokesman" before "Bezsonov"."""
    return words.is_name(end) or any(words.is_name(i) for i in range(start + 1, end))


def _is_bare_plural(words: Words, index: int, verbs: Set[int]) -> bool:
    low = words.lows[index]
    if index in verbs or words.is_name(index) or low in _NO_NOUNS:
        return False
    plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))
    return (plural or low in _ANY_NUMBER) and not is_adverb(low)


# ---------------------------------------------------------------- what sort of thing


def _mention(words: Words, start: int, end: int, *, subject: bool, acted: bool) -> Mention:
    while start < end - 1 and words.lows[start] in TITLES and words.is_name(end - 1):
        if not words.is_name(start + 1):
            break
        start += 1
    start = _at_given_name(words, start, end)
    opens = words.lows[start] if words.lows[start] in DETERMINERS else ""
    head = words.lows[end - 1].removesuffix("'s")
    named = words.is_name(end - 1)
    sort = _sort(words, start, end, head, named)
    return Mention(
        start=words.starts[start],
        end=words.ends[end - 1],
        words=_as_words(words, start, end),
        sort=sort,
        many=_is_many(words, start, end, head, named),
        gender=_gender(words, start, end, head, named) if sort == "person" else "",
        named=named,
        subject=subject,
        acted=acted,
        head=head,
        opens=opens,
        range=(start, end),
    )


def _at_given_name(words: Words, start: int, end: int) -> int:
    """Past what is no part of a person's name: "Rival Ann Lee", "Universe Ann Lee"."""
    if words.is_name(start) and not is_given_name(words.lows[start]):
        for at in range(start + 1, end - 1):
            if is_given_name(words.lows[at]) and words.is_name(end - 1):
                return (
                    at
                    if not any(words.lows[i] in ORGANISATIONS for i in range(start, end))
                    else start
                )
    return start


def _as_words(words: Words, start: int, end: int) -> str:
    """The phrase as the text has it, without brackets in a name and without "'s"."""
    text = words.text[words.starts[start] : words.ends[end - 1]]
    text = " ".join(text.replace("[", "").replace("]", "").split())
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return text.removesuffix("’") if text.endswith("s’") else text


def _sort(words: Words, start: int, end: int, head: str, named: bool) -> Sort:
    lows = {words.lows[i] for i in range(start, end)}
    if not named:
        if head in PERSONS or head.removesuffix("s") in PERSONS:
            return "person"
        return (
            "place" if head in PLACE_NOUNS else "organisation" if head in ORGANISATIONS else "thing"
        )
    if lows & ORGANISATIONS:
        return "organisation"
    if (end - start == 1 and head in _COUNTRIES) or _place_before(words, start):
        return "place"
    before = words.low(start - 1)
    titled = before in TITLES or (before in PERSONS and not words.is_name(start - 1))
    titled = titled or _told_person(words, end) is not None
    given = end - start > 1 and is_given_name(words.lows[start])
    alone = end - start == 1 and is_given_name(head)
    if (titled or given or alone or words.low(start) == "[") and "the" not in lows:
        return "person"
    return ""


def _told_person(words: Words, end: int) -> str | None:
    """The noun of "Ann Lee, a former teacher": what comes after the name says that it is a person.
    "" for an age: "Ann Lee, 43,"."""
    if words.low(end) != ",":
        return None
    low = words.low(end + 1)
    if low.isdigit() and len(low) < 4 and words.low(end + 2) == ",":
        return ""
    if low not in ("a", "an", "the") and low not in PERSONS:
        return None
    for at in range(end + 1, end + 6):
        low = words.low(at)
        if low in PERSONS:
            return low
        if low in _NO_NOUNS - DETERMINERS or not low[:1].isalpha():
            return None
    return None


def _place_before(words: Words, start: int) -> bool:
    return words.low(start - 1) == "of" and words.low(start - 2) in PLACE_NOUNS


def _gender(words: Words, start: int, end: int, head: str, named: bool) -> str:
    if not named:
        return "m" if head in MEN else "f" if head in WOMEN else ""
    title = words.low(start - 1)
    if title in MALE_TITLES | MEN:
        return "m"
    if title in FEMALE_TITLES | WOMEN:
        return "f"
    told = _told_person(words, end)
    if told in MEN | WOMEN:
        return "m" if told in MEN else "f"
    return gender_of(words.lows[start + (words.lows[start] == "[")])


def _is_many(words: Words, start: int, end: int, head: str, named: bool) -> bool:
    if words.lows[start] in ("one", "this", "every", "each") or head in _ONE_IN_S:
        return False
    if head in _ANY_NUMBER or words.lows[start] in ("these", "those", "many", "several", "both"):
        return True
    plural = len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return plural and (not named or (words.lows[start] == "the" and head not in ORGANISATIONS))
