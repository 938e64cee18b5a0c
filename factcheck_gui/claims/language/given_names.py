"""Given names, titles and the nouns that name persons, organisations and places.

Here: closed lists, written down by hand, that tell a person from a company and "he" from "she". Not
here: what a phrase stands for (``referents``). A name that is not here is of no known gender.
"""

from __future__ import annotations

MALE = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alessandro
    alex alexander alexandre alexei alfred ali allan allen amir anatoly anders andre andreas
    andrei andrew andriy angel angus anthony antonio antony arjun arnold arthur artur ashraf
    ben benjamin benjy bernard bernie bill billy bob bobby boris brad bradley brandon
    brendan brett brian bruce bruno bryan carl carlos cesar charles charlie chris christian
    christopher chuck claudio clive colin conor craig cyril dan daniel daniil dave david
    dean denis dennis derek dieter diego dimitri dmitri dmitry dmytro dominic don donald
    doug douglas duncan dwayne dylan earl ed eddie edgar eduardo edward edwin elijah
    emmanuel enrique eric erik ernest ethan eugene evan fabio felipe felix fernando finn
    francesco francis francisco francois frank franz fred frederick gabriel gareth gary
    gavin geoff geoffrey george gerald gerard gerhard giovanni giuseppe glenn gordon graham
    greg gregory guillermo gustavo guy hans harold harry harvey hassan hector heinrich henri
    henry herbert howard hugh hugo ian ibrahim igor imran isaac ismail ivan jack jacob
    jacques jake jamal james jamie jan jared jason javier jay jean jeff jeffrey jeremy
    jerome jerry jesus jim jimmy joachim joao joe joel john johnny jon jonas jonathan jordi
    jorge jose josef joseph josh joshua juan juergen julian julio justin karl keith ken
    kenneth kevin khalid kiran klaus kofi konstantin kumar kurt kyle lars larry laurent
    lawrence leo leon leonard leonid lewis liam lloyd louis lucas luca luigi luis luke
    mahmoud malcolm manuel marc marco marcus mario mark markus martin mateo matt matteo
    matthew maurice max maxim mehdi michael michel miguel mikael mike mikhail milan mitch
    mitt mohamed mohammad mohammed morgan muhammad mustafa nathan nathaniel neil nelson
    nicholas nick nicola nicolas nigel nikolai noah norman oleg oleksandr oliver olivier
    omar oscar osama otto pablo patrick paul paulo pavel pedro per pete peter phil philip
    philippe phillip phillips pierre piotr qasim rafael raj ralph ramon randy raul ravi ray
    raymond recep rex ricardo richard rick rob robert roberto robin rodrigo roger roland
    roman ron ronald ross roy rudy rupert russell ryan salman sam samir samuel scott sean
    sebastian sergei sergey sergio seth shaun shane simon stanley stefan stefano stephan
    stephen steve steven stewart stuart syed tariq ted terry theo theodore thomas tim
    timothy tobias todd tom tomas tommy tony travis trevor tyler vadim valery victor viktor
    vincent vitaly vladimir volodymyr walter warren wayne werner william willie wolfgang
    xavier yasser yousef yuri yusuf zachary""".split()
)
FEMALE = frozenset(
    """abigail ada adriana agnes aisha alba alessandra alexandra alexis alice alicia alison
    allison alma amanda amber amelia amina amy ana anastasia andrea angela angelina angie
    anita ann anna anne annette annie antonia april ariana ashley astrid audrey ayesha
    barbara beatrice becky bella bernadette beth betty beverly bianca bonnie brenda bridget
    brigitte brittany camila camilla carla carmen carol carole caroline carolyn catalina
    catherine cathy cecilia celia charlotte chelsea cheryl chiara chloe christina christine
    cindy claire clara claudia colleen condoleezza constance cristina cynthia daisy dana
    daniela danielle daria dawn deborah debra deirdre delia denise diana diane dolores donna
    dora doris dorothy edith eileen elaine elena eleanor elif elisa elisabeth elise eliza
    elizabeth ella ellen elsa emilia emily emma erica erika erin esther eva eve evelyn faith
    fatima fiona florence frances francesca frida gabriela gabrielle gail gina giulia gladys
    gloria grace greta gretchen hana hannah harriet hayley hazel heather heidi helen helena
    helga henrietta hilary hillary hope ida imogen ines ingrid irene irina iris isabel
    isabella isabelle ivana jacinda jackie jacqueline jana jane janet janice jasmine jean
    jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodie
    josephine joy joyce juanita judith judy julia juliana julie juliet june kaja kamala
    karen kate katherine kathleen kathryn kathy katie katrina kayla kelly kerry kim kimberly
    kirsten kristen kristin kristina laila lara latifa laura lauren layla leila lena leslie
    leticia lilian lillian lily linda lisa liz liza lola lorena loretta lorraine louise
    lucia lucy luisa lydia lynn madeleine magdalena maggie malala malia manuela mara marcia
    margaret margarita maria mariam marian marianne marie marilyn marina marine marion
    marjorie marlene marta martha martina mary matilda maureen maya megan meghan melania
    melanie melinda melissa mercedes meredith mia michelle mildred mina miranda miriam molly
    mona monica muriel nadia nadine nancy naomi natalia natalie natasha nicole nikki nina
    noor nora norma olga olivia pamela patricia patty paula pauline penelope penny petra
    phyllis priscilla priti priya rachel ramona rania raquel rebecca regina renata renee
    rhonda rita roberta rosa rosalind rose rosemary roxanne ruth sabrina sally samantha
    sandra sanna sara sarah selma shannon sharon sheila shirley silvia simone sofia sonia
    sophia sophie stacey stacy stefania stella stephanie sue susan susana susanna suzanne
    svetlana sylvia tamara tania tanya tara tatiana teresa tessa theresa therese tina tracey
    tracy ursula ursula valentina valeria valerie vanessa vera veronica victoria viola
    violet virginia vivian wendy whitney wilma yasmin yolanda yulia yvette yvonne zahra zara
    zeynep zoe""".split()
)
_BOTH = MALE & FEMALE | frozenset("jean andrea robin kim leslie kelly nicola terry alex".split())

MALE_TITLES = frozenset("mr mr. sir lord king prince emperor imam father brother".split())
FEMALE_TITLES = frozenset("mrs mrs. ms ms. miss lady queen princess dame madam sister".split())
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """dr dr. president vice prime minister senator sen sen. representative rep rep. governor
        gov gov. mayor judge justice professor prof prof. general gen gen. colonel col col. major
        maj maj. captain capt capt. lieutenant lt lt. sergeant sgt sgt. chancellor secretary
        ambassador commissioner chief chairman chairwoman director coach detective officer pope
        cardinal bishop archbishop reverend rev rev. congressman congresswoman councillor
        councilman councilwoman sheriff admiral spokesman spokeswoman spokesperson striker
        defender goalkeeper midfielder actor actress author singer analyst economist""".split()
    )
)
MEN = frozenset(
    """man boy father son brother husband spokesman chairman king prince actor businessman policeman
    fisherman gunman congressman councilman widower uncle nephew grandfather gentleman""".split()
)
WOMEN = frozenset(
    """woman girl mother daughter sister wife spokeswoman chairwoman queen princess actress
    businesswoman policewoman congresswoman councilwoman widow aunt niece grandmother lady
    waitress hostess""".split()
)
PERSONS = (
    MEN
    | WOMEN
    | frozenset(
        """person president minister mayor governor senator secretary director spokesperson
        chairperson chair professor doctor teacher student driver pilot captain coach player striker
        goalkeeper lawyer attorney judge prosecutor suspect victim witness officer detective soldier
        general commander chief leader activist journalist reporter author writer singer artist
        scientist researcher analyst economist expert official executive founder owner manager
        worker nurse patient resident candidate lawmaker ambassador chancellor commissioner
        survivor attacker shooter hacker killer defendant plaintiff teenager child baby student
        pupil farmer priest bishop pope tourist passenger neighbor neighbour friend partner boss
        head member critic user customer tenant refugee migrant veteran rapper athlete champion
        winner nominee incumbent opponent rival contender hopeful
        undersecretary deputy curator principal counsel engineer historian""".split()
    )
)
ORGANISATIONS = frozenset(
    """university college school institute ministry department agency court council committee
    commission party government parliament senate congress church bank company corporation inc corp
    ltd plc group foundation association union federation league club team office bureau service
    police army navy force forces guard hospital museum center centre society network news times
    post journal press house authority board organization organisation republic kingdom states
    airlines motors industries holdings trust fund program programme project coalition alliance
    front movement embassy""".split()
)
PLACE_NOUNS = frozenset(
    """city town village country region province state district county island port suburb capital
    municipality neighborhood neighbourhood nation republic territory oblast""".split()
)


def gender_of(given: str) -> str:
    """The gender ("m", "f") of a given name that has one, else ""."""
    low = given.lower()
    if low in _BOTH:
        return ""
    return "m" if low in MALE else "f" if low in FEMALE else ""


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of people."""
    low = word.lower()
    return low in MALE or low in FEMALE
