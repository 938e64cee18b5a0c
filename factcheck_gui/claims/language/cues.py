"""The words that give a statement, a thought or a wish to somebody: said, denied, plans to.

Here: the word lists by class, and how each word behaves: what may follow it, what it says of its
speaker. Not here: whose words they are (``attribution``), where what is said ends (``contents``).
The classes follow the usual sorting of English reporting verbs; the lists are our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck_gui.domain import Stance

Manner = Literal["speech", "clause", "object"]
Tense = Literal["base", "third", "past", "ing"]

# Verbs that may follow a quotation ("…," said X) and take a that-clause or a quotation.
_SPEECH = """say tell add write ask reply respond answer explain note observe remark comment
continue conclude declare announce recall argue insist warn admit acknowledge concede claim allege
assert state stress emphasize emphasise joke quip tweet report recount testify maintain contend
counter confirm complain lament caution reiterate boast agree protest muse vow shout read reason
opine exclaim point post advise affirm attest brag charge chant clarify confess elaborate gush hint
inquire interject proclaim pronounce retort retweet scoff scream sigh specify speculate swear tease
underline underscore volunteer whisper yell fume crow marvel recommend rule pledge promise
predict suggest preach disclose signal assess bristle chide chuckle counsel demur divulge enthuse
fret gloat groan grouse grumble insinuate intone jest mumble mutter narrate plead profess quibble
rant recap recite rejoin relate relay sneer snap stipulate summarize summarise surmise thunder utter
vent venture verify wail weigh whine submit decree"""
# Verbs of thinking and finding out, with a that-clause.
_CLAUSE = """find show reveal indicate imply estimate discover learn conclude propose threaten
theorize argue assure inform remind determine demonstrate illustrate project forecast
calculate establish notify
"""
_THOUGHT = """believe think hope fear expect suspect feel know understand realize realise recognize
recognise doubt worry wonder imagine guess anticipate foresee sense suppose forget remember regret
decide consider deem regard view accept appreciate presume wish hear"""
# Verbs whose object is what is claimed, charged, asked for or refused.
_OBJECT = """deny reject dismiss refute dispute accuse blame criticize criticise condemn denounce
blast slam call describe urge demand label dub decry praise defend endorse oppose cite refer
request characterize characterise portray depict encourage instruct rebuke chastise brand mention
reference reiterate disclose liken outline detail quote echo repeat spell deride lambaste hail
paint link overrule overturn"""
# Verbs of taking a stand or turning to a matter, where what is said is told by its name only.
_STAND = """question challenge mock ridicule tout promote applaud commend laud compliment discuss
extol fault flag rebut repudiate contest implore lobby petition persuade
highlight document express voice bemoan downplay ignore invoke allude berate scold compare advocate
embrace favor favour prefer grill scold hammer admire resent"""
# Verbs of talk that need a preposition before their matter.
_TALK = "speak talk vote rail"
# Verbs of wanting: an infinitive tells what for.
_WISH = """want intend decline refuse wish"""
# The same, where nothing but an infinitive tells it: "offers to", not "offers a loan".
_AIM = "seek offer"
_NEGATIVE = frozenset("deny reject dismiss refute dispute".split())
_CHARGES = frozenset("accuse blame".split())
_NEEDS_WORD = {"point": "out"}
_TO_SOMEBODY = frozenset(
    "tell assure inform remind urge ask warn advise encourage instruct notify promise show".split()
)
_INFINITIVES = frozenset(
    (_WISH + " " + _AIM).split()
    + """hope agree vow promise pledge threaten expect decide propose claim swear demand ask call
    urge tell encourage advise warn instruct love hate fear consider""".split()
)
# Verbs that take a noun phrase for a matter.
_TRANSITIVE = frozenset(
    (_OBJECT + " " + _STAND + " " + _WISH).split()
    + """announce confirm admit acknowledge declare suggest pledge report predict estimate propose
    allege indicate show find reveal assert protest note recommend doubt imagine foresee expect
    anticipate recall accept appreciate recognize recognise regret post stress emphasize emphasise
    underscore underline forecast illustrate demonstrate deem regard view fear write
    lament recount promise explain clarify signal imply threaten assume""".split()
)
# What stands between a verb and the matter it speaks of: "called for", "spoke of".
_LEADING_TO = {
    "about": """speak talk complain boast brag think hear know learn write tell inform remind joke
        testify worry wonder inquire preach ask care warn caution speculate muse""",
    "of": "speak talk complain boast think hear know learn warn assure inform remind",
    "on": "call comment agree disagree insist focus decide elaborate advise rule",
    "for": "call argue apologize push vote ask",
    "to": "refer point allude respond reply object admit confess agree",
    "against": "argue vote protest rail rule warn advise caution decide",
    "at": "hint marvel lash scoff",
    "with": "agree disagree",
}
_ABOUT = frozenset((verb, word) for word, verbs in _LEADING_TO.items() for verb in verbs.split())

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "think": "thought", "find": "found",
    "show": "showed", "read": "read", "learn": "learned", "feel": "felt", "know": "knew",
    "understand": "understood", "foresee": "foresaw", "forget": "forgot", "hear": "heard",
    "swear": "swore", "seek": "sought", "choose": "chose", "speak": "spoke", "cast": "cast",
    "forecast": "forecast", "spell": "spelled",
}  # fmt: skip
_PARTICIPLES = {
    "write": "written", "show": "shown", "know": "known", "foresee": "foreseen",
    "forget": "forgotten", "swear": "sworn", "choose": "chosen", "speak": "spoken",
}  # fmt: skip
# Forms that are more often nouns: believed only with a clear subject and a clear complement.
_ALSO_NOUNS = frozenset(
    """claim claims report reports state states note notes estimate estimates comment comments
    answer answers call calls charge charges demand demands fear fears hope hopes blame praise
    promise promises pledge pledges rule rules reply replies suspect suspects show shows find finds
    remark remarks counter protest protests read reads slam blast label labels dispute disputes
    tweet tweets quips joke jokes complain warning finding ruling reading showing maintain
    plan plans planning attempt attempts aim aims hint hints doubt doubts sense project projects
    forecast forecasts document documents detail details request requests advocate advocates outline
    outlines reference references echo question questions challenge challenges attack attacks
    address addresses welcome raise raises express voice voices release releases present presents
    quote quotes brand brands support supports favor favors favour favours love hate push offer
    offers wish wishes want wants view views regard regards regrets regret process signal signals
    guess wonder wonders volunteer volunteers talk talks vote votes object objects focus worry
    worries spell spells care cares advances rebuke compliment compliments charged
    understanding feeling meaning writing speaking
    thinking hearing planning chant chants scream screams yell sigh whisper whispers tease retort
    accept presented published released raised addressed""".split()
)
_ONLY_NOUNS = frozenset(
    """state states post posts point points back backs backing sense project projects forecast
    forecasts process object objects focus look looks lash struggle struggles spell spells brand
    brands feeling understanding projecting present release releases
    establish established care cares decline declines""".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue verb and how it behaves."""

    lemma: str
    manner: Manner
    tense: Tense
    stance: Stance

    @property
    def negative(self) -> bool:
        return self.lemma in _NEGATIVE

    @property
    def needs(self) -> str:
        """The word without which the verb says nothing: "out" of "pointed out"."""
        return _NEEDS_WORD.get(self.lemma, "")

    @property
    def charges(self) -> bool:
        """It lays an act at somebody's door."""
        return self.lemma in _CHARGES

    @property
    def addresses(self) -> bool:
        """A listener may stand between the verb and what is said."""
        return self.lemma in _TO_SOMEBODY

    @property
    def wishes(self) -> bool:
        """An infinitive may follow: "plans to", "asked her to"."""
        return self.lemma in _INFINITIVES

    @property
    def transitive(self) -> bool:
        """A noun phrase may follow: "mentioned the fire", "criticised the mayor"."""
        return self.lemma in _TRANSITIVE

    def about(self, word: str) -> bool:
        """Whether ``word`` leads from the verb to its matter: "for" of "called for"."""
        return (self.lemma, word) in _ABOUT


def _past(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _doubled(lemma: str) -> str:
    doubles = (
        "admit",
        "slam",
        "refer",
        "dub",
        "quip",
        "plan",
        "regret",
        "brag",
        "rebut",
        "snap",
        "recap",
        "chat",
    )
    return lemma + lemma[-1] if lemma in doubles else lemma


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("ch", "sh", "ss")) else "s")


def _ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") else _doubled(lemma)) + "ing"


_CLASSES: tuple[tuple[Manner, Stance, str], ...] = (
    ("object", "wants", _WISH),
    ("object", "wants", _AIM),
    ("object", "regards", _STAND),
    ("object", "regards", _TALK),
    ("object", "says", _OBJECT),
    ("clause", "thinks", _THOUGHT),
    ("clause", "says", _CLAUSE),
    ("speech", "says", _SPEECH),
)


def _forms(lemma: str, manner: Manner, stance: Stance) -> Iterator[tuple[str, Cue]]:
    yield lemma, Cue(lemma, manner, "base", stance)
    yield _third(lemma), Cue(lemma, manner, "third", stance)
    yield _ing(lemma), Cue(lemma, manner, "ing", stance)
    yield _past(lemma), Cue(lemma, manner, "past", stance)
    if lemma in _PARTICIPLES:
        yield _PARTICIPLES[lemma], Cue(lemma, manner, "past", stance)


CUES = {
    form: cue
    for manner, stance, lemmas in _CLASSES
    for lemma in lemmas.split()
    for form, cue in _forms(lemma, manner, stance)
    if form not in _ONLY_NOUNS
}


def is_doubtful(form: str) -> bool:
    """Whether a form is more often a noun."""
    return form in _ALSO_NOUNS
