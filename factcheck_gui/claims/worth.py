"""How much a sentence asks to be checked: named features, weighed and added up.

Here: the features, their weights, the score and its explanation in words. Not here: where the
sentence stands in the article beyond ``Place``, who said it, which claims are listed.

How the weights came about: logistic regression (L2, C = 1) over the features below, fitted on
22,490 sentences of US presidential debates (the ClaimBuster data of Arslan, Hassan, Li and
Tremayne, doi 10.5281/zenodo.3609356; sentences that also stand in its measuring part left out) and
258 sentences of eleven Wikinews articles (text CC BY 2.5) labelled by us as must or must not be
listed. The authors' cleaner subset counts twice, a check-worthy debate sentence one and a half
times, the news a fifth of the whole, so that 0.5 fits both kinds of prose. ``_BY_HAND`` holds what
the data are too few for. Figures (F1 at 0.5 / average precision): held-out debate sentences
.83 / .89; news, trained without the article that is measured, .95 / .99 with 74 % of the
"either" sentences listed; governors' speeches, a kind of prose not fitted on, .65 / .87: there the
bar is high, precision .90. Debates flatter: expect less on debates of later years.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from factcheck_gui.claims.cues import CUES, is_doubtful
from factcheck_gui.claims.words import (
    AUXILIARIES,
    BE,
    DAYS,
    ENDS,
    HAVE,
    MONTHS,
    QUOTE_SIGNS,
    Words,
    read_words,
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
_FEATURES_OF: dict[str, tuple[str, ...]] = {}
for _name, _members in _LEXICON.items():
    for _word in _members.split():
        _FEATURES_OF[_word] = (*_FEATURES_OF.get(_word, ()), _name)
_CAPS = {"figure": 3, "name": 6, "event": 2, "thing": 3}

# The words in which a score is explained; features that only shape it are left out.
_RAISES = {
    "figure": "figure", "number word": "figure", "money or share": "money or share",
    "change by a size": "change", "change": "change", "year": "date", "date": "date",
    "event": "event", "deed": "event", "was": "event", "their deed": "event",
    "accusation": "accusation", "force and crime": "force or crime",
    "comparison": "comparison", "cause": "cause", "name": "names someone or a place",
    "acronym": "names someone or a place", "public money and law": "public matter",
    "office": "event",
}  # fmt: skip
_LOWERS = {
    "heading": "headline", "code": "code", "caption": "caption", "quoted": "a quotation on its own",
    "question": "question", "I": "first person", "own deed": "first person", "we": "first person",
    "you": "speaks to the reader", "talk": "talk about talking", "page": "talk about the page",
    "taste": "opinion", "belief": "opinion", "ideals": "opinion", "duty": "says what should be",
    "plan": "prediction or plan", "wish": "hypothetical", "hedge": "hedged", "thing": "vague",
    "no detail": "vague", "text about itself": "talk about the page",
    "order": "speaks to the reader", "no verb": "no verb", "no stop": "no whole sentence",
    "very short": "very short",
}  # fmt: skip
_LEAST = 0.3  # a contribution below this explains nothing
_BY_HAND = {
    "text about itself": -2.5,
    "quoted detail": -0.5,
    "code": -4.0,
}  # too rare in the data to be fitted
_WEIGHTS: dict[str, float] = {
    "figure": 3.18, "money or share": 2.12, "office": 2.02, "year": 1.42, "long": 1.38,
    "number word": 1.29, "acronym": 1.21, "since": 1.08, "deed": 1.02, "was": 1.02, "event": 0.98,
    "name": 0.97, "statement": 0.93, "comparison": 0.82, "force and crime": 0.77,
    "public money and law": 0.76, "accusation": 0.75, "date": 0.65, "their deed": 0.60,
    "change": 0.55, "cause": 0.51, "is": 0.35, "he or they": 0.21, "page": 0.16,
    "opens with a name": 0.15, "change by a size": 0.09, "no verb": -0.01, "denial": -0.05,
    "perfect": -0.15, "all or none": -0.15, "very short": -0.16, "we": -0.19, "points": -0.20,
    "exclamation": -0.23, "size of public matter": -0.26, "you": -0.31, "passive": -0.32,
    "spoken opening": -0.33, "order": -0.44, "no detail": -0.61, "thing": -0.69, "talk": -0.72,
    "own deed": -0.74, "can": -0.94, "wish": -0.96, "belief": -1.04, "taste": -1.16,
    "hedge": -1.20, "plan": -1.24, "quoted": -1.27, "I": -1.39, "duty": -1.71, "no stop": -1.86,
    "ideals": -1.94, "question": -2.37, "heading": -3.37, "caption": -5.26,
}  # fmt: skip
_BIAS = -1.18


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: what its words alone do not show."""

    heading: bool = False
    code: bool = False
    caption: bool = False  # its paragraph ends with an image credit
    quoted: bool = False  # it lies wholly inside a quotation


NOWHERE = Place()


def score(sentence: str, place: Place = NOWHERE) -> float:
    """Check-worthiness from 0 to 1; 0.5 and more means that the reviewer's list shows it."""
    words = read_words(sentence)
    return score_words(words, 0, len(words), place)


def score_words(words: Words, lo: int, hi: int, place: Place = NOWHERE) -> float:
    """The score of the tokens ``lo`` to ``hi``, which are one sentence."""
    return _probability(features(words, lo, hi, place))


def explain(sentence: str, place: Place = NOWHERE) -> tuple[str, ...]:
    """What raised the score, the strongest first, then what lowered it, in plain words."""
    words = read_words(sentence)
    return explain_words(words, 0, len(words), place)


def explain_words(words: Words, lo: int, hi: int, place: Place = NOWHERE) -> tuple[str, ...]:
    """``explain`` for the tokens ``lo`` to ``hi``, which are one sentence."""
    return _reasons(features(words, lo, hi, place))


def judge(words: Words, lo: int, hi: int, place: Place) -> tuple[float, tuple[str, ...]]:
    """Score and reasons at once, for the pipeline."""
    found = features(words, lo, hi, place)
    return _probability(found), _reasons(found)


def _probability(found: dict[str, float]) -> float:
    total = _BIAS + sum(_weight(name) * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _weight(name: str) -> float:
    return _BY_HAND.get(name, _WEIGHTS.get(name, 0.0))


def _reasons(found: dict[str, float]) -> tuple[str, ...]:
    raised: dict[str, float] = {}
    lowered: dict[str, float] = {}
    for name, value in found.items():
        weight = _weight(name) * value
        side, table = (raised, _RAISES) if weight > 0 else (lowered, _LOWERS)
        if name in table:
            side[table[name]] = side.get(table[name], 0.0) + abs(weight)
    up = sorted((one for one in raised if raised[one] >= _LEAST), key=lambda one: -raised[one])
    down = sorted((one for one in lowered if lowered[one] >= _LEAST), key=lambda one: -lowered[one])
    return (*up[:4], *(f"lowered: {one}" for one in down[:2]))


# ---------------------------------------------------------------- features


def features(words: Words, lo: int, hi: int, place: Place = NOWHERE) -> dict[str, float]:
    """The named features of a sentence, each from 0 to 1."""
    counts: Counter[str] = Counter()
    for index in range(lo, hi):
        low = words.lows[index]
        # The country is no pronoun, and the month is no hedge.
        if words.forms[index] != "US" and (words.forms[index] != "May" or index == lo):
            counts.update(_FEATURES_OF.get(low, ()))
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
        if low in AUXILIARIES or "event" in _FEATURES_OF.get(low, ()) or low in CUES:
            return True
        if index > lo and len(low) > 3 and (low.endswith("ed") or low.endswith("'s")):
            return True
    return False


def _together(found: dict[str, float]) -> dict[str, float]:
    """Features that count only together."""
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
