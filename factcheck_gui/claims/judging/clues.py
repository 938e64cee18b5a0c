"""The clues of check-worthiness: what of a sentence, named, raises or lowers its worth.

Here: word lists, and the clues that one sentence shows by words, shape and place. Not here: what
each counts and what comes of it (``worth``), who said it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from factcheck_gui.claims.language.cues import CUES, is_doubtful
from factcheck_gui.claims.language.words import (
    AUXILIARIES,
    BE,
    DAYS,
    ENDS,
    HAVE,
    MONTHS,
    QUOTE_SIGNS,
    Words,
)

_LEXICON = {
    "number word": """two three four five six seven eight nine ten eleven twelve fifteen twenty
        thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
        dozen dozens hundreds thousands millions billions half third quarter double twice""",
    "money or share": "% $ € £ percent percentage dollars dollar euros pounds per cent",
    "date": """yesterday ago year years month months week weeks decade decades century today
        """
    + " ".join([*DAYS, *(m for m in MONTHS if m not in ("may", "mar", "march", "sun"))]),
    "event": """went came took made gave got saw left kept held met led won lost ran began became
        put sent spent stood brought bought caught fought fell rose drew grew threw built cut broke
        wrote paid sold hit struck shot killed died found voted signed passed joined""",
    "office": """supported opposed voted vetoed fought refused sponsored proposed negotiated
        appointed fired blocked passed signed vetoes opposes supports introduced enacted adopted
        failed covered gave promised invaded sanctions""",
    "since": "since already until during against under among into",
    "ideals": """freedom dream values challenge challenges opportunity opportunities sacrifice
        future character experience leadership leader responsibility courage spirit faith vision
        judgment step solve issue issues politics opinion view common certainly rather""",
    "can": "can able how whether what why",
    "was": "was were had did",
    "change": """increase increased increases decrease decreased rise risen rose rising fall fell
        fallen falling grew grown growth doubled tripled cut cuts reduced reduction dropped declined
        decline gained gains loss losses lost""",
    "comparison": """more less than most least largest biggest highest lowest greatest fastest
        longest first only ever same average compared record rate higher lower fewer majority""",
    "cause": "because due caused cause result resulted led leads therefore thanks",
    "public money and law": """tax taxes budget deficit debt unemployment jobs job wages income
        economy spending cost costs bill act law congress senate court vote votes administration
        treaty medicare security trade oil energy fund funding program programs inflation
        interest""",
    "force and crime": """war troops soldiers military army police prison attack attacks strike
        missile missiles weapons nuclear dead death deaths murder crime terrorists artillery
        hackers hacked arrested""",
    "all or none": "all every none always nobody everyone everybody nothing anybody",
    "I": "i me my mine myself i'm i've i'd i'll",
    "we": "we us our ours ourselves we're we've we'd we'll",
    "you": "you your yours yourself you're you've you'd you'll folks",
    "hedge": """maybe perhaps seems seem seemed appears appear likely unlikely could might may
        possibly potentially probably apparently suppose guess""",
    "plan": "will shall i'll we'll he'll they'll it'll won't plan plans planned scheduled",
    "wish": "would wouldn't i'd we'd he'd they'd if",
    "duty": "should must ought need needs let let's got",
    "taste": """good bad great terrible wonderful amazing best worst better important right wrong
        beautiful proud fair unfair nice tremendous disaster horrible smart stupid strong fantastic
        happy interesting difficult hard easy emotional legend""",
    "belief": """think believe feel hope want wish thought guess love know understand care mean
        trust agree""",
    "talk": """question answer debate thank please sir mr. look well ok okay talk talking say
        saying speak ask tell hear listen sorry minute minutes welcome tonight hello""",
    "page": """click subscribe learn read share sign newsletter image photo video audio credit
        story stories article post column blog page pages""",
    "denial": """not never didn't doesn't don't isn't wasn't weren't aren't haven't hasn't hadn't
        can't cannot couldn't""",
    "he or they": "he she his her him they their them",
    "thing": "it that this these those thing things something way lot kind it's that's",
    "is": "is are has have been",
}
_OPENINGS = frozenset("and but so well now look let because or then no yes yeah okay ok".split())
_POINTING = frozenset("there's here's here there".split())  # "There's another story out today"
_ORDERS = frozenset("click subscribe learn read share sign let please wait listen imagine".split())
_BOUND = frozenset("have has got ought need want".split())  # before "to": a duty or a wish
_CLUES_OF: dict[str, tuple[str, ...]] = {}
for _name, _members in _LEXICON.items():
    for _word in _members.split():
        _CLUES_OF[_word] = (*_CLUES_OF.get(_word, ()), _name)
_CAPS = {"figure": 3, "name": 6, "event": 2, "thing": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: what its words alone do not show."""

    heading: bool = False
    code: bool = False
    caption: bool = False  # its paragraph ends with an image credit
    quoted: bool = False  # it lies wholly inside a quotation


NOWHERE = Place()


def clues(words: Words, lo: int, hi: int, place: Place = NOWHERE) -> dict[str, float]:
    """The named clues of the tokens ``lo`` to ``hi``, one sentence; each from 0 to 1."""
    counts: Counter[str] = Counter()
    for index in range(lo, hi):
        low = words.lows[index]
        # The country is no pronoun, and the month is no hedge.
        if words.forms[index] != "US" and (words.forms[index] != "May" or index == lo):
            counts.update(_CLUES_OF.get(low, ()))
        counts["duty"] += low == "to" and index > lo and words.lows[index - 1] in _BOUND
        counts["plan"] += low == "to" and index > lo and words.lows[index - 1] == "going"
        _count_form(counts, words, index, lo)
    found = {name: min(n, _CAPS.get(name, 2)) / _CAPS.get(name, 2) for name, n in counts.items()}
    found.update(_shape(words, lo, hi))
    found.update(_together(found))
    found.update(dict.fromkeys(_placed(place, found), 1.0))
    return found


def _count_form(counts: Counter[str], words: Words, index: int, lo: int) -> None:
    form, low = words.forms[index], words.lows[index]
    first = form[0]
    if first.isdigit():
        day = index > lo and words.lows[index - 1] in MONTHS
        counts["date" if day else "year" if _is_year(form) else "figure"] += 1
    elif first.isupper() and index > lo:
        counts["name"] += low != "i" and not low.startswith("i'")
        counts["acronym"] += len(form) > 1 and form.isupper()
    elif len(low) > 4 and low.endswith("ed") and "-" not in low:
        counts["deed"] += 1
        before = words.low(index - 1) if index > lo else ""
        counts["passive"] += before in BE
        counts["perfect"] += before in HAVE
    counts["statement"] += low == "according"
    cue = CUES.get(low)
    if cue and cue.tense in ("past", "third") and not is_doubtful(low):
        counts["statement"] += 1
        counts["accusation"] += cue.charges or cue.negative


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdecimal() and 1700 <= int(form) <= 2100


def _shape(words: Words, lo: int, hi: int) -> dict[str, float]:
    """Length, ending, opening: what the sentence looks like."""
    end = hi
    while end > lo and words.lows[end - 1] in QUOTE_SIGNS:
        end -= 1
    ending = words.low(end - 1) if end > lo else ""
    length = sum(1 for i in range(lo, min(hi, lo + 80)) if words.lows[i][0].isalnum())
    opening = words.low(lo + (words.low(lo) in QUOTE_SIGNS))
    return {
        "long": min(length, 30) / 30,
        "very short": float(length < 6),
        "question": float(ending == "?"),
        "exclamation": float(ending == "!"),
        "no stop": float(ending not in ENDS and ending not in (")", ":")),
        "spoken opening": float(opening in _OPENINGS),
        "points": float(opening in _POINTING),
        "order": float(opening in _ORDERS),
        "no verb": float(not _has_verb(words, lo, hi)),
        "opens with a name": float(words.is_name(lo + 1) and words.is_name(lo)),
    }


def _has_verb(words: Words, lo: int, hi: int) -> bool:
    for index in range(lo, min(hi, lo + 80)):
        low = words.lows[index]
        if low in AUXILIARIES or "event" in _CLUES_OF.get(low, ()) or low in CUES:
            return True
        if index > lo and len(low) > 3 and (low.endswith("ed") or low.endswith("'s")):
            return True
    return False


def _together(found: dict[str, float]) -> dict[str, float]:
    """Clues that count only together."""
    deed = max(found.get(name, 0.0) for name in ("event", "deed", "was", "perfect"))
    size = max(found.get(name, 0.0) for name in ("figure", "number word", "money or share"))
    own = max(found.get("I", 0.0), found.get("we", 0.0))
    about_us = bool(found.get("points") or found.get("order") or found.get("I"))
    return {
        "own deed": min(own, deed),
        "their deed": min(max(found.get("he or they", 0.0), found.get("name", 0.0)), deed),
        "size of public matter": min(size, found.get("public money and law", 0.0)),
        "change by a size": min(size, found.get("change", 0.0)),
        "text about itself": float(bool(found.get("page")) and about_us),
        "no detail": float(not size and not found.get("name") and not deed),
    }


def _placed(place: Place, found: dict[str, float]) -> list[str]:
    detail = bool(found.get("figure") or found.get("year") or found.get("money or share"))
    named = {
        "heading": place.heading,
        "code": place.code,
        "caption": place.caption,
        "quoted": place.quoted and not detail,
        "quoted detail": place.quoted and detail,
    }
    return [name for name, holds in named.items() if holds]
