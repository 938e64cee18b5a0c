"""The verbs and phrases that give a statement to somebody: said, denied, according to.

Here: the word list and how each verb behaves. Not here: whose words they are (``attribution``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Manner = Literal["speech", "clause", "object"]
Tense = Literal["base", "third", "past", "ing"]

# Verbs that may follow a quotation ("…," said X) and take a that-clause or a quotation.
_SPEECH = """say tell add write ask reply respond answer explain note observe remark comment
continue conclude declare announce recall argue insist warn admit acknowledge concede claim allege
assert state stress emphasize emphasise joke quip tweet report recount testify maintain contend
counter confirm complain lament caution reiterate boast agree protest muse vow shout read reason
opine exclaim point post"""
# Verbs with a that-clause only.
_CLAUSE = """believe think hope fear expect suspect find show reveal indicate suggest imply predict
estimate rule discover learn conclude propose promise pledge threaten theorize speculate assume
argue prove assure inform remind determine"""
# Verbs whose object is what is claimed, charged or refused.
_OBJECT = """deny reject dismiss refute dispute accuse blame criticize criticise condemn denounce
blast slam call describe urge demand label dub decry praise defend endorse oppose cite refer"""
_NEGATIVE = frozenset("deny reject dismiss refute dispute".split())
_CHARGES = frozenset("accuse blame".split())
_NEEDS_WORD = {"point": "out"}
_TO_SOMEBODY = frozenset("tell assure inform remind urge ask warn".split())

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "think": "thought", "find": "found",
    "show": "showed", "read": "read", "learn": "learned",
}  # fmt: skip
_PARTICIPLES = {"write": "written", "show": "shown"}
# Forms that are more often nouns: believed only with a clear subject and a clear complement.
_ALSO_NOUNS = frozenset(
    """claim claims report reports state states note notes estimate estimates comment comments
    answer answers call calls charge charges demand demands fear fears hope hopes blame praise
    promise promises pledge pledges rule rules reply replies suspect suspects show shows find finds
    remark remarks counter protest protests read reads slam blast label labels dispute disputes
    tweet tweets quips joke jokes complain warning finding ruling reading showing
    maintain""".split()
)


_ONLY_NOUNS = frozenset("state states post posts point points".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue verb and how it behaves."""

    lemma: str
    manner: Manner
    tense: Tense

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


def _past(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in ("admit", "slam", "refer", "dub", "quip") else lemma


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("ch", "sh", "ss")) else "s")


def _ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") else _doubled(lemma)) + "ing"


def _table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    manners: tuple[tuple[Manner, str], ...] = (
        ("object", _OBJECT), ("clause", _CLAUSE), ("speech", _SPEECH),
    )  # fmt: skip
    for manner, lemmas in manners:
        for lemma in lemmas.split():
            table[lemma] = Cue(lemma, manner, "base")
            table[_third(lemma)] = Cue(lemma, manner, "third")
            table[_ing(lemma)] = Cue(lemma, manner, "ing")
            table[_past(lemma)] = Cue(lemma, manner, "past")
            if lemma in _PARTICIPLES:
                table[_PARTICIPLES[lemma]] = Cue(lemma, manner, "past")
    return {form: cue for form, cue in table.items() if form not in _ONLY_NOUNS}


CUES = _table()


def is_doubtful(form: str) -> bool:
    """Whether a form is more often a noun."""
    return form in _ALSO_NOUNS
