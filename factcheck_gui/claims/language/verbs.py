"""Which word forms are verbs, and how a verb changes with its tense.

Here: irregular verbs, the verbs of news prose, past forms made from participles. Not here: what a
form is in its sentence (``predicates``), verbs of saying (``cues``).
The lists are our own, written down by hand; regular forms follow the rules of English spelling.
"""

from __future__ import annotations

# base, past, participle; "/" parts verbs. A past that differs from the participle is surely finite.
_IRREGULAR = """arise arose arisen/awake awoke awoken/bear bore borne/beat beat beaten/
become became become/begin began begun/bend bent bent/bind bound bound/bite bit bitten/
bleed bled bled/blow blew blown/break broke broken/breed bred bred/bring brought brought/
build built built/buy bought bought/catch caught caught/choose chose chosen/cling clung clung/
come came come/creep crept crept/deal dealt dealt/dig dug dug/draw drew drawn/drink drank drunk/
drive drove driven/eat ate eaten/fall fell fallen/feed fed fed/feel felt felt/fight fought fought/
find found found/flee fled fled/fly flew flown/forbid forbade forbidden/foresee foresaw foreseen/
forget forgot forgotten/forgive forgave forgiven/freeze froze frozen/get got gotten/
give gave given/go went gone/grow grew grown/hang hung hung/have had had/hear heard heard/
hide hid hidden/hold held held/keep kept kept/know knew known/lay laid laid/lead led led/
leave left left/lend lent lent/lie lay lain/lose lost lost/make made made/mean meant meant/
meet met met/outgrow outgrew outgrown/overcome overcame overcome/oversee oversaw overseen/
overtake overtook overtaken/overthrow overthrew overthrown/pay paid paid/ride rode ridden/
ring rang rung/rise rose risen/run ran run/say said said/see saw seen/seek sought sought/
sell sold sold/send sent sent/shake shook shaken/shine shone shone/shoot shot shot/
show showed shown/shrink shrank shrunk/sing sang sung/sink sank sunk/sit sat sat/
sleep slept slept/slide slid slid/speak spoke spoken/spend spent spent/spin spun spun/
spring sprang sprung/stand stood stood/steal stole stolen/stick stuck stuck/strike struck struck/
swear swore sworn/sweep swept swept/swim swam swum/swing swung swung/take took taken/
teach taught taught/tear tore torn/tell told told/think thought thought/throw threw thrown/
undergo underwent undergone/understand understood understood/undertake undertook undertaken/
wake woke woken/wear wore worn/weave wove woven/win won won/withdraw withdrew withdrawn/
withhold withheld withheld/write wrote written/rebuild rebuilt rebuilt/resell resold resold/
retake retook retaken/rewrite rewrote rewritten/outsell outsold outsold/mislead misled misled/
uphold upheld upheld/breastfeed breastfed breastfed/repay repaid repaid/redraw redrew redrawn"""
# The same form in every tense; most are nouns too.
UNCHANGED = frozenset(
    """hit cut put set let shut cost hurt quit spread split burst cast bet broadcast forecast
    upset offset""".split()
)
# Verbs whose base and third person are hardly ever nouns.
_VERBS = """
    accept achieve acquire add adopt affect agree allow announce appear apply appoint argue arrive
    assume attend attract avoid ban become begin believe belong bring buy carry cease choose
    collapse come comply compose comprise concern conclude confirm consider consist contain
    continue contribute convict create cross decide declare decline decrease defeat defend deliver
    deny depend deploy describe destroy determine develop die differ disagree disappear discover
    disclose divide donate earn eat elect eliminate emerge employ enable encourage enforce enjoy
    ensure enter establish evolve examine exceed exclude exist expand expect expire explain export
    extend face fail fall feature feed fire fit follow forbid force form found fund gain gather
    generate get give go govern grant grow happen hear help hold host house identify ignore
    illustrate impose improve include incorporate increase indicate inform inherit injure insist
    inspire intend introduce invade invest investigate invite involve join keep kill know lack lead
    learn leave lie lose maintain make manage mean measure meet merge move need notify nominate
    obtain occupy occur open operate oppose organise organize originate oversee own participate
    pass perform permit persist possess predict prefer prepare present preserve prevent proceed
    produce prohibit propose protect prove provide publish pursue qualify raise range reach receive
    recognise recognize recommend recover reduce reflect refuse regulate reject relate release rely
    remain remember remove replace replied represent require resign resolve respond restore retain
    reveal run satisfy say see seek seem sell send separate serve settle shoot sign sit sleep
    specify speak spend stand start stay stem stop strengthen submit succeed suffer suggest
    surround survive suspend take teach tell tend think threaten transform treat turn undergo
    understand unite use vary violate visit wait want warn wear widen win withdraw work write
    yield"""
# Verbs whose third person is a noun as often: believed only where the neighbours fit.
_ALSO_NOUNS = """act aim amount answer appeal approach arrest attack attempt award back balance
battle benefit blame block bomb boost border break burn call campaign capture cause challenge change
charge check claim clash close comment compare complain conflict contact contract control cost count
cover crash cut damage dance date deal debate defect delay demand deposit design dispute display
doubt draft drain drive drop end
estimate exchange exit experience experiment fear feel fight figure file film
finish flow focus force forecast fuel function guarantee guard guide harm head hit hope host impact
import influence interview issue jail judge jump land lift limit link list live load lock look love
mark market match matter mention monitor murder name note object offer order pay plan plant play
please pledge point post praise press price process profit program progress project promise protest
pull push question race rain rally rank rate record refer refund regret relief rely repair reply
report request rescue research reserve rest result return reward ride risk rise rule save score
search seize sentence shape share ship show slow smell sound sponsor spread stage state step store
storm stream stress strike struggle study supply support suspect target tax test threat total touch
tour track trade train transfer transport travel trial trigger trust update value view volunteer
vote wage warrant waste watch witness worry"""
_NO_VERBS = frozenset(
    """united red hundred indeed need speed seed feed breed sacred naked wicked rugged talented
    so-called unprecedented limited advanced alleged shed bed embed exceed proceed succeed bleed
    ted fred alfred mohammed ahmed muhammed mohamed hatred unaffected infrared biased crowded
    aged beloved dedicated experienced married unexpected long-awaited freed tired interested
    worried concerned involved united-states kindred inbred weed greed creed steed reed deed heed
    tweed parliamentary unemployed left-wing""".split()
) - {"exceed", "proceed", "succeed", "involved", "freed"}
# No adjectives: "12 died", "prices soared", whatever stands around them.
_INTRANSITIVE = frozenset(
    """died arrived resigned appeared disappeared happened occurred emerged remained belonged
    collapsed existed succeeded failed fell soared plunged plummeted surged travelled traveled
    moved returned retired stayed lived worked worked served joined voted agreed refused declined
    apologised apologized continued dropped climbed increased decreased started ended began
    responded reacted replied graduated escaped fled attended campaigned""".split()
)
_NO_PARTICIPLES = frozenset(
    """including following according excluding regarding concerning pending during notwithstanding
    barring considering depending owing morning evening nothing something anything everything king
    ring spring string thing wing being ceiling beijing feeling meeting building wedding hearing
    sibling offspring darling sterling outstanding ongoing upcoming missing remaining assuming
    supposing given bowling boxing boeing viking""".split()
)
_LYING = {"lying", "dying", "tying", "vying"}


def _triples() -> list[tuple[str, str, str]]:
    rows = "".join(_IRREGULAR.split("\n")).split("/")
    return [(base, past, part) for base, past, part in (row.split() for row in rows)]


def third(base: str) -> str:
    """The third person singular of a base form."""
    if base in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("ch", "sh", "ss", "x", "z", "o")) else "s")


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    doubles = len(base) > 2 and base[-1] in "bdgmnptr" and base[-2] in "aeiou"
    doubles = doubles and base[-3] not in "aeiou" and not base.endswith(("er", "en", "ar", "ear"))
    return base + (base[-1] if doubles else "") + "ing"


PAST_ONLY = frozenset(past for base, past, part in _triples() if past not in (part, base))
PARTICIPLES_ONLY = frozenset(
    part for base, past, part in _triples() if part not in (past, base)
) | {"been", "done", "born"}
_PAST_OR_PARTICIPLE = frozenset(past for _, past, part in _triples() if past == part) - {"had"}
_PAST_OF_ING = (
    {_ing(base): past for base, past, _ in _triples() if base != "lie"}
    | {_ing(base): base for base in UNCHANGED}
    | {"dying": "died", "tying": "tied", "vying": "vied", "having": "had", "doing": "did"}
)
BASES = frozenset(_VERBS.split()) | {base for base, _, _ in _triples()} - {"have"}
BASES_ALSO_NOUNS = frozenset(_ALSO_NOUNS.split()) | UNCHANGED
_SURE_BASES = BASES - BASES_ALSO_NOUNS
THIRDS = frozenset(third(base) for base in _SURE_BASES) - {"means", "uses", "leaves", "lies"}
THIRDS_ALSO_NOUNS = frozenset(third(base) for base in BASES_ALSO_NOUNS) | {"means", "uses"}


def is_past_form(low: str) -> bool:
    """Past or participle, which only the sentence can tell apart: "captured", "made"."""
    if low in _PAST_OR_PARTICIPLE or low in UNCHANGED:
        return True
    return len(low) > 3 and low.endswith("ed") and low not in _NO_VERBS and "-" not in low


def is_participle(low: str) -> bool:
    """What may follow "has" or "was"."""
    return is_past_form(low) or low in PARTICIPLES_ONLY or low in ("come", "become", "run", "had")


def is_intransitive(low: str) -> bool:
    """A past form that takes no object and describes no noun."""
    return low in _INTRANSITIVE


def is_doing(low: str) -> bool:
    """A present participle that tells an act: "killing"; not "including", "building"."""
    return len(low) > 4 and low.endswith("ing") and low not in _NO_PARTICIPLES


def past_of(doing: str) -> str | None:
    """The past tense of a present participle: "killing" gives "killed", "taking" "took".

    None where the form does not tell: "lying".
    """
    if doing in _PAST_OF_ING:
        return _PAST_OF_ING[doing]
    stem = doing.removesuffix("ing")
    if doing in _LYING or not stem or not doing.endswith("ing"):
        return None
    if stem.endswith("y") and stem[-2:-1] not in ("a", "e", "i", "o", "u"):
        return stem[:-1] + "ied"
    return stem + "ed"
