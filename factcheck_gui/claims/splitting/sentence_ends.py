"""Where a sentence may end inside a paragraph, and what rules say of each such place.

Here: the places, abbreviations, titles, datelines, captions, numbered points. Not here: paragraphs
(``sentences``), the fitted judgement of places that rules leave open (``sentence_model``). Every
scan looks at a bounded neighbourhood, so the time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Before a name or a number: the full stop never ends a sentence.
TITLES = frozenset(
    """mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj capt cpt cmdr adm sgt cpl pvt
    rev fr hon pres supt insp det st ste mt ft messrs mmes mme mlle sr. vs v viz cf e.g i.e eg ie
    approx ps p.s drs ext ca fig figs vol pp al op ed eds trans asst assoc dept univ""".split()
)
# May stand at the end of a sentence: only a word that opens sentences shows that it does.
SHORT = frozenset(
    """inc corp co cos ltd llc plc bros jr sr ave blvd rd hwy dist est min max no nos bn mn
    mln u.s u.k u.n e.u d.c a.m p.m ph.d m.d b.a m.a l.a n.y jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri sat sun calif fla ga ill ind kan ky
    la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ariz
    ark colo conn del ala""".split()
)
STARTERS = frozenset(
    """the a an it its he she they we you i this that these those there here his her their our my
    in on at for from by with as if when while after before since during although though however
    but and so or yet nor also then now today what who why how where which no not some many most
    all both each every one two another such according because once despite meanwhile instead
    even only still just last next more please thanks neither don't didn't let's""".split()
)
_SUBJECTS = frozenset("i you he she it we they that there here what who".split())
CLOSERS = "\"'”’»›)]}"
OPENERS = "\"'“‘«‹([{¿¡*_„"
LONGEST_WORD = 40
FIRST_WORD = re.compile(r"\w[\w'’]*")
_STOP = re.compile(
    r"[.!?…‽](?:[.!?…‽]|\u00a0?\x20(?=\.(?:\s|$)))*"
    r"(?:[\"'”’»›)\]}]|\[\d{1,3}\]|[“«](?=\s|$)|[\x20\xa0\u202f]»(?=\s|$))*(?:\x20?[:;]-?[)(DP](?=\s|$))?"
    r"|[。！？।؟۔]+[」』”’）]*"
)
# Gaps without a stop before them, at which loosely written text may begin a sentence all the same:
# before a word that opens sentences (but for "USA Today") or a sign that opens something, and after
# a sign that closes something.
_OPENING = "|".join(
    sorted(
        {one.capitalize() for one in STARTERS - {"a", "today"}} | {"A", "I", "Hi", "Yes", "Best"},
        key=len,
        reverse=True,
    )
)
_GAP = re.compile(
    rf"(?<=\w)[^\S\n]+(?=(?:{_OPENING})\b"
    r"|[•*<\[(>=]|https?:|www\.|[:;]-?[()DP]|\d\d?\)\s|[-–—](?!\s?\d))"
    r"|(?<=[:;)>\"”'’*=–—-])(?<!,[\"”’'])[^\S\n]+(?=[\w\"“'(\[<*=]|[-–—](?!\s?\d))"
    r"|(?<=,)[^\S\n]+(?=[A-Z])"
    r"|(?<=\.(?:com|org|net|edu|gov|htm|doc|pdf|jpg))[^\S\n]+"
)
# Things that stand alone wherever they are: rules made of signs, time stamps of mail headers.
_ALONE = re.compile(
    r"(?<!\S)(?:[*=_~#]{3,}|[-–—]{3,}|\d\d/\d\d/\d{2,4} \d\d:\d\d(?::\d\d)?(?: [AP]M)?)(?!\S)"
)
_DASHES = tuple("-–—")
_GOES_ON = "-–—,;:.)&"
_OTHER_STOPS = "。！？।؟۔"
_ELLIPSIS = ("[...", "[…", "(...", "(…")
_URL = re.compile(r"(?<!\S)(?:https?://|www\.)\S+(?=\s+(?:[A-Z]|https?://|www\.))")
_FAREWELL = re.compile(r"\b(?:[Tt]hanks|[Rr]egards|Sincerely|Cheers|Yours),?\s(?=[A-Z])")
_SMILEY = re.compile(r"(?<=\s)[:;]-?[)(DP]\s+(?=[A-Z])")
_DATELINE = re.compile(
    r"(?:[^\W\d_][\w.'’]*,? ){1,8}?(?:\d{1,2},? (?:\d{4},? )?)?(?:\([\w .,/]{2,30}\) )?[-–—]{1,2} "
    r"(?=[\"“]?[A-Z])"
)
_CREDIT = re.compile(r"(?<=\S)[^\S\n]+(?=(?:Image|Photo|Photograph|Picture|File): )")
_POINT = re.compile(r"(?<!\S)\(?(\d\d?)\)\s")
_BULLETS = re.compile(r"(?<=\S)[^\S\n]+(?=[•▪◦‣]\s)")
_TITLE_AFTER = re.compile(r", [\"“][^\"“”]{2,80}[\"”]$")
_POINTED = re.compile(r"\d{1,2}\.\s")
_LONGEST_PULL_QUOTE = 800
_LONGEST_NAME = 80
_SMALL_IN_NAMES = frozenset("of the de la van von der del di da al bin".split())


def opens_sentences(word: str) -> bool:
    """Whether a word is more often the first of a sentence than a name: "The", "They'll"."""
    low = word.lower().replace("’", "'")
    return low in STARTERS or low.partition("'")[0] in _SUBJECTS


def places(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Offsets inside a paragraph at which a sentence may end, in order, with what rules say."""
    if _is_pull_quote(text, start, end):
        return []
    ruled = set(_other_cuts(text, start, end))
    found = dict.fromkeys(ruled, True)
    for match in _GAP.finditer(text, start, end):
        found.setdefault(match.start(), False)
    for match in _STOP.finditer(text, start, end):
        if match.end() < end:
            ends = _ends_sentence(text, start, match, end)
            if ends or _is_open(text, start, match):
                found[match.end()] = ends or match.end() in ruled
            elif match.end() not in ruled:
                found.pop(match.end(), None)
    return [(at, found[at]) for at in sorted(found) if start < at < end]


def _is_open(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the fitted model may overrule a "no": not where a short form stands before a name."""
    following = text[stop.end() : stop.end() + 2].strip()
    if following in _DASHES:
        return not _is_short(_word_before(text, start, stop.start()).lower())
    return stop.group() != "." or following.islower()


def _other_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of sentences that no full stop marks."""
    dateline = _DATELINE.match(text, start, min(end, start + 120))
    if dateline and _is_dateline(dateline.group()):
        yield dateline.end() - 1
    for match in _ALONE.finditer(text, start, end):
        if text[max(start, match.start() - 4) : match.start()] not in (" on ", " at ", " by "):
            yield _before_space(text, match.start())
        yield match.end()
    for pattern in (_SMILEY, _FAREWELL):
        yield from (
            _before_space(text, match.end()) for match in pattern.finditer(text, start, end)
        )
    yield from (match.end() for match in _URL.finditer(text, start, end))
    for pattern in (_CREDIT, _BULLETS):
        yield from (match.start() for match in pattern.finditer(text, start, end))
    yield from _points(text, start, end)


def _before_space(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _points(text: str, start: int, end: int) -> Iterator[int]:
    """The points of a list inside a paragraph: "… 1) bread 2) milk"."""
    found = list(_POINT.finditer(text, start, end))
    if [int(match[1]) for match in found[:2]] == [1, 2]:
        yield from (_before_space(text, match.start()) for match in found)


def _is_pull_quote(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is words set off in quotation marks with a name after them."""
    if end - start > _LONGEST_PULL_QUOTE or text[start] not in '"“':
        return False
    titled = _TITLE_AFTER.search(text, max(start, end - _LONGEST_NAME), end)
    words = text[start : titled.start() if titled else end]
    close = max(words.rfind('"'), words.rfind("”"))
    name = words[close + 1 :].strip(" -–—\u00a0").replace(",", "").split()
    named = all(word[0].isupper() or word in _SMALL_IN_NAMES for word in name)
    named = named or (bool(titled) and bool(name) and name[0][0].isupper())
    short = 1 < len(name) <= 8 and len(words) - close < _LONGEST_NAME
    return named and short and words[-1] not in ".!?"


def _is_dateline(words: str) -> bool:
    """Whether it is "LONDON (Reuters) - " or "LEEDS, England - ": where a report was filed."""
    first, *_ = words.split()
    named = all(word[0].isupper() or not word[0].isalpha() for word in words.split())
    shout = len(first.strip(",.")) > 2 and first.strip(",.").isupper()
    return named and (shout or "(" in words)


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    sign, after = stop.group(), stop.end()
    following = text[after : min(end, after + LONGEST_WORD)]
    if sign[0] in _OTHER_STOPS:
        return True
    if not following[0].isspace():
        return _ends_without_space(text, start, stop, following)
    opened = following.lstrip()
    bare = opened.lstrip(OPENERS)
    if not bare or opened.startswith(_ELLIPSIS):
        return bool(opened)
    if bare[0] in _GOES_ON:
        return False
    return _ends_before(text, start, stop, bare)


def _ends_before(text: str, start: int, stop: re.Match[str], bare: str) -> bool:
    """Whether a stop ends a sentence, by the words on both its sides."""
    sign = stop.group()
    if bare[0].islower() and not bare.startswith(("http", "www.")):
        return _splits_before_small(text, start, stop)
    if sign == "." and _numbers_a_point(text, start, stop.start()):
        return False
    if sign[0] == "." and "." not in sign[1:]:
        return _full_stop_ends(_word_before(text, start, stop.start()), sign, bare)
    return True


def _numbers_a_point(text: str, start: int, at: int) -> bool:
    """Whether the stop at ``at`` belongs to the number of a point: "1. Bread. 2. Milk"."""
    if not _POINTED.match(text, start):
        return False
    word = _word_before(text, start, at)
    before = text[max(start, at - len(word) - 2) : at - len(word)].rstrip()
    return word.isdecimal() and len(word) <= 2 and before[-1:] in ("", ".", "!", "?", ":", ";")


def _splits_before_small(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence though a small letter follows, as in chats and reviews."""
    sign = stop.group()
    if sign[-1] in CLOSERS or sign.startswith(("..", "…")):
        return False
    if "?" in sign:
        return True
    word = _word_before(text, start, stop.start()).rstrip(CLOSERS)
    return (
        len(word) > 2
        and word.isalpha()
        and word.islower()
        and word not in TITLES
        and word not in SHORT
    )


def _ends_without_space(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    """A missing blank: "the end.The next", "foreigners?thanks", "recovery...Out of"."""
    sign = stop.group()
    if not following[0].isalpha() or sign[-1] in "'’)":
        return False
    before = _word_before(text, start, stop.start())
    if "?" in sign or "!" in sign:
        return "/" not in before and "=" not in before
    first = FIRST_WORD.match(following)
    word = first.group() if first else ""
    if sign.startswith("..."):
        return bool(before) and word[0].isupper() and word != "I"
    starts = word[0].isupper() and opens_sentences(word)
    return starts and before.isalpha() and len(before) > 2


def _word_before(text: str, start: int, at: int) -> str:
    begin = at
    floor = max(start, at - LONGEST_WORD)
    while begin > floor and not text[begin - 1].isspace():
        begin -= 1
    return text[begin:at].lstrip(OPENERS + "-–—")


def _is_short(low: str) -> bool:
    """Whether a word in small letters is an abbreviation that may end a sentence."""
    return low in SHORT or ("." in low and len(low) <= 6 and not low[-1].isdigit())


def _full_stop_ends(before: str, sign: str, bare: str) -> bool:
    """Whether a single full stop after the word ``before`` and before ``bare`` ends a sentence."""
    if len(sign) > 1:  # "he left.)", "he left.”"
        return not (len(before) == 1 and before.isupper() and sign[1:] == ")")
    low = before.lower().rsplit("-", 1)[-1]
    word = FIRST_WORD.match(bare)
    following = word.group() if word else ""
    starts = opens_sentences(following)
    if low in TITLES:
        return False
    if _is_short(low):
        return starts and not (low in ("no", "nos") and following[:1].isdigit())
    if len(before) == 1 and before.isalpha():
        return starts and not (before.isupper() and following == "I")
    return not (low in ("no", "p", "art", "sec") and following[:1].isdigit())
