"""The words of the product as frozen values, and the pure rules between them.

Here: what crosses the borders between the wings. Not here: files, SQL, Qt, clocks, randomness
(times, ids and reviewers are arguments everywhere).

Units: every offset is a Unicode code point in the text as stored, end exclusive. Times are
``datetime`` in UTC; stored and printed as ISO 8601 with ``Z``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

Stance = Literal["says", "thinks", "wants", "regards"]
Kind = Literal["numeric", "event", "causal", "quote", "reported", "property", "plan", "opinion"]
ClaimType = Literal["fact", "opinion", "prediction", "question", "rhetoric"]
BlockKind = Literal[
    "heading", "paragraph", "quote", "item", "code", "table", "caption", "pullquote"
]
EntityKind = Literal["person", "organisation", "place"]
ENTITY_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place")
Round = Literal["first", "second", "adjudication", "correction"]
ROUNDS: tuple[Round, ...] = ("first", "second", "adjudication", "correction")

CONTEXT = 32  # characters kept before and after a span, as product.md defines a span
NAMESPACE = "6f0c2a54-2a7e-5c0e-9d0d-2d2f0a3b7c11"  # the UUID for ids derived from content


class Problem(Exception):
    """Something the user can act on: one sentence for people, and where.

    ``what`` is the sentence, ``where`` a path or field name ("" if none), ``kept`` says what is
    safe all the same. Anything else that is raised is a bug.
    """

    def __init__(self, what: str, where: str = "", kept: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.kept = what, where, kept

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.kept}".strip()


class LibraryLocked(Problem):
    """Another window or command holds the library (exit status 3)."""


class LibraryNewer(Problem):
    """The library was written by a newer version of the app (exit status 3)."""


class Cancelled(Exception):
    """The user asked long work to stop; nothing half-done is kept."""


# ---------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A page part taken out of the text at offset ``at`` of the text that remains."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like part of a text: what it is, where, and its depth (heading 1-6, quote 1-,
    item 1-).

    A table is one block: a line a row, cells parted by a tab. A ``pullquote`` repeats words of the
    body. ``label`` is what stands beside the block and is not text: the time of a transcript's
    line ("00:01:02"), the number of a list's item ("3.").
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several texts in a file: a page of a web archive, a chapter of a book, a row.

    ``key`` finds it again in the file; ``title`` is for people; ``size`` is in bytes.
    """

    key: str
    title: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file: clean text, structure, metadata, the original bytes."""

    text: str
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    title: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    published: str = ""  # ISO date or ""
    language: str = ""  # BCP 47 or ""
    source_name: str = ""  # file name, or "pasted text"
    media_type: str = "text/plain"
    encoding: str = ""
    original: bytes = b""
    notes: tuple[str, ...] = ()  # what the reader wants a person to know ("2 bytes replaced")
    modified: str = ""  # ISO date or ""
    origins: tuple[tuple[str, str], ...] = ()  # (field, where it was found): ("title", "og:title")
    part: str = ""  # the key of the part of the file that this is, "" for the whole


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the review of an article is: ``verdicts`` maps a label to its number of claims."""

    claims: int = 0
    reviewed: int = 0
    disputed: int = 0
    verdicts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the library: enough to list an article without reading its text."""

    key: int  # row id, valid inside this library only
    id: str
    title: str  # "" where the text has none; show ``opening`` greyed then
    opening: str  # the first words of the text
    site: str
    published: str
    source_name: str
    imported_at: str
    scale: str
    tally: Tally
    trashed_at: str = ""
    author: str = ""
    url: str = ""
    modified: str = ""  # ISO date or ""
    signed_at: str = ""  # when it was signed off; "" while it may change
    signed_by: str = ""

    @property
    def name(self) -> str:
        return self.title or self.opening


@dataclass(frozen=True, slots=True)
class Article:
    """An article opened: its row, its current version's text and structure."""

    row: ArticleRow
    version: int  # row id
    version_id: str
    version_number: int
    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    sha256: str  # of the text, UTF-8
    language: str = ""
    extracted: bool = True  # whether the claim finder has finished on this version
    finder: str = ""  # which claim finder that was
    origins: tuple[tuple[str, str], ...] = ()  # (field, where it was found), as in Document


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of an article, without its text: how it came in and what was kept of it."""

    number: int
    id: str
    imported_at: str
    tool: str
    source_name: str
    characters: int
    sha256: str  # of the text, UTF-8
    original_sha256: str = ""  # of the file's bytes; "" where none were kept
    original_size: int = 0  # in bytes
    media_type: str = ""
    encoding: str = ""


# ---------------------------------------------------------------- what the claim finder finds


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text. ``value`` is its size (53, 2.5e6), ``unit`` "people", "%", "USD"…"""

    span: Span
    value: float
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text as a closed ISO interval; an end not known is None."""

    span: Span
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: source, cue and content spans, polarity and form of quotation.

    The source is a name or a phrase; after it may stand what the text says of who that is, or a
    pronoun that means it. ``stance`` tells a statement from a thought, a wish, or a mere turning
    to some matter.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    polarity: Literal["positive", "negative"] = "positive"
    quote: Literal["direct", "mixed", "indirect"] = "indirect"
    stance: Stance = "says"


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text: a person, an organisation or a place."""

    span: Span
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim as the finder proposes it; never a verdict. ``why`` explains the score in words.

    A sentence that asserts several things has its parts as claims of their own, not listed, whose
    ``part_of`` is the number of the sentence's claim. ``wording`` is a proposed sentence that
    stands alone ("" where the text does so already); ``ambiguous`` names the words of the text
    that could not be resolved with certainty. ``contested_why`` goes with ``contested_by``.
    """

    spans: tuple[Span, ...]
    text: str
    score: float
    listed: bool
    kind: Kind = "event"
    type: ClaimType = "fact"
    claimant: str | None = None
    cue: str = ""
    attribution: int | None = None
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    entities: tuple[Entity, ...] = ()
    contested_by: tuple[int, ...] = ()
    why: tuple[str, ...] = ()
    wording: str = ""
    part_of: int | None = None
    ambiguous: tuple[str, ...] = ()
    contested_why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the claim finder says of one text."""

    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    dates: tuple[DateMention, ...] = ()
    furniture: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    notes: tuple[str, ...] = ()  # what a person should know: that the language model is missing


# ---------------------------------------------------------------- scales and verdicts


@dataclass(frozen=True, slots=True)
class Label:
    """One verdict of a scale. ``order`` 1 is best, None outside the order; ``colour`` a tone."""

    text: str
    symbol: str
    colour: str  # one of TONES
    order: int | None = None
    value: float | None = None
    claimskg: str = "OTHER"
    meaning: str = ""


TONES = ("green", "lime", "amber", "orange", "red", "grey", "blue", "violet")


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating scale: its labels in the order of the number keys."""

    id: str
    name: str
    labels: tuple[Label, ...]
    explanation: str = ""
    needs_reason: bool = False  # a verdict counts as complete only with its reason

    def label(self, text: str) -> Label | None:
        """The label with this text, ignoring case; None for a free-text verdict."""
        wanted = text.casefold()
        return next((one for one in self.labels if one.text.casefold() == wanted), None)


def scale_from_json(data: dict[str, Any]) -> Scale:
    """Reads a scale as ``resources/scales/*.json`` has it. Raises Problem naming the field."""
    try:
        labels = tuple(
            Label(
                text=str(row["text"]),
                symbol=str(row["symbol"]),
                colour=str(row["colour"]),
                order=row.get("order"),
                value=row.get("value"),
                claimskg=str(row.get("claimskg", "OTHER")),
                meaning=str(row.get("meaning", "")),
            )
            for row in data["labels"]
        )
        about = str(data["id"]), str(data["name"]), labels, str(data.get("explanation", ""))
        scale = Scale(*about, needs_reason=bool(data.get("needs_reason")))
    except (KeyError, TypeError, AttributeError) as error:
        raise Problem(f"This rating scale lacks the field {error}.", "scale") from error
    return checked_scale(scale)


CLAIMSKG = ("TRUE", "MIXTURE", "FALSE", "OTHER")


def checked_scale(scale: Scale) -> Scale:
    """The scale, if it can be used. Raises Problem: no name or labels, a label twice or without
    words, an unknown colour or ClaimsKG class, an order that is not 1, 2, 3…"""
    labels = scale.labels
    wrong = [one.colour for one in labels if one.colour not in TONES]
    if wrong or not labels:
        raise Problem(f"This rating scale has unknown colours or no labels: {wrong}.", scale.id)
    if not scale.name.strip() or not all(one.text.strip() for one in labels):
        raise Problem("This rating scale, or a label of it, has no name.", scale.id)
    names = Counter(one.text.casefold() for one in labels)
    if twice := [name for name, n in names.items() if n > 1]:
        raise Problem(f"This rating scale has the label “{twice[0]}” twice.", scale.id)
    if other := [one.claimskg for one in labels if one.claimskg not in CLAIMSKG]:
        raise Problem(f"ClaimsKG has no class “{other[0]}”.", scale.id)
    places = sorted(one.order for one in labels if one.order is not None)
    if places != list(range(1, len(places) + 1)):
        raise Problem("The order of a rating scale counts 1, 2, 3 … from the best.", scale.id)
    return scale


# ---------------------------------------------------------------- claims under review


@dataclass(frozen=True, slots=True)
class Assessment:
    """One reviewer's verdict, published reason and private note in one round."""

    id: str
    reviewer: str
    round: Round
    verdict: str | None
    reason: str
    note: str
    at: str
    free_text: bool = False
    public_note: str = ""  # of a correction: what readers are told
    refs: tuple[tuple[int, str], ...] = ()  # what [1] in the reason meant: number, id of evidence


@dataclass(frozen=True, slots=True)
class Rating:
    """What one reviewer makes of one claim, for measuring agreement: ids, names and the verdict."""

    claim: str
    article: str
    reviewer: str
    scale: str  # the SHA-256 of the scale's text, as ``library.ratings.scales`` names it
    verdict: str
    free_text: bool = False


State = Literal["open", "reviewed", "disputed"]
AnchorState = Literal["ok", "moved", "orphaned"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in a library, as the list, the reader and the review pane need it."""

    key: int
    id: str
    article: int
    number: int  # stable within the article; 0 while neither listed nor touched
    spans: tuple[Span, ...]
    text: str
    wording: str
    claimant: str  # "" is the article's own voice
    cue: str
    kind: str
    type: str
    score: float
    listed: bool
    shown: bool  # listed or touched by a reviewer
    origin: Literal["found", "reviewer"]
    state: State
    verdict: str | None  # the current verdict
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    entities: tuple[Entity, ...] = ()
    contested_by: tuple[int, ...] = ()  # numbers of claims of the same article
    why: tuple[str, ...] = ()
    dismissed: str | None = None  # the reason ("" allowed) where "not a claim"
    attribution: Attribution | None = None
    part_of: int | None = None  # the row id of the sentence's claim, where this is a part of it
    proposal: str = ""  # the finder's stand-alone wording, which nobody has accepted yet
    ambiguous: tuple[str, ...] = ()  # words that the finder could not resolve with certainty
    contested_why: tuple[str, ...] = ()  # the reason for each of ``contested_by``, "" if none
    anchor: AnchorState = "ok"  # how it came into the version shown; orphaned ones have no spans
    was: str = ""  # its words in the version before, where they changed and nobody judged it since
    said_on: str = ""  # when the claim was made, ISO date or ""
    appeared: str = ""  # where it appeared first: a web address, or in words
    tags: str = ""  # words parted by commas
    query: str = ""  # a question to the author of the article; "" for none
    incomplete: bool = False  # it has a verdict under a scale that asks for a reason, and none


# ---------------------------------------------------------------- evidence

SourceKind = Literal["document", "interview", "data", "own check", "other"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("document", "interview", "data", "own check", "other")
EvidenceStance = Literal["supports", "refutes", "context", "nothing found"]
STANCES: tuple[EvidenceStance, ...] = ("supports", "refutes", "context", "nothing found")


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy of a source as it was read: a page, a file, a picture. ``size`` is in bytes; of a
    copy that is not ``here`` a report told, and did not bring it."""

    key: int
    id: str
    name: str
    media_type: str
    sha256: str
    size: int
    kept_at: str
    here: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Where evidence comes from; one source can serve many claims."""

    key: int
    id: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""  # ISO date or ""
    kind: SourceKind = "document"
    primary: bool = False  # first-hand: the record itself, the person who was there
    anonymous: bool = False  # its name is known to the reviewer, and not published
    conflict: str = ""  # a conflict of interest, in words
    copies: tuple[KeptCopy, ...] = ()

    @property
    def name(self) -> str:
        return self.title or self.publisher or self.author or self.url


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source says on a claim. ``number`` is what ``[1]`` in a reason means.

    ``stance`` "nothing found" is an outcome of looking, with or without a source.
    """

    key: int
    id: str
    claim: int
    number: int
    stance: EvidenceStance = "supports"
    question: str = ""
    answer: str = ""
    quote: str = ""
    locator: str = ""  # page, minute, table
    read_on: str = ""  # ISO date or ""
    source: Source | None = None


_CITED = re.compile(r"\[(\d{1,4})\]")


def citations(text: str) -> list[int]:
    """The numbers of evidence that a reason cites as ``[1]``, each once, in order."""
    return list(dict.fromkeys(int(one) for one in _CITED.findall(text)))


def recited(text: str, refs: Mapping[int, str], numbers: Mapping[str, int]) -> str:
    """A reason with its ``[1]`` as the evidence is numbered now.

    ``refs`` says which evidence (id) a number meant when the reason was given; ``numbers`` has the
    number of each evidence now, which changes when libraries are merged. What is not known stays.
    """

    def now(match: re.Match[str]) -> str:
        number = numbers.get(refs.get(int(match[1]), ""))
        return f"[{number}]" if number else match[0]

    return _CITED.sub(now, text)


def independent_sources(evidence: Iterable[Evidence]) -> int:
    """How many sources that support or refute do not come from the same hand.

    Two sources count once where publisher, author, web host or title are the same words.
    """
    hands: list[set[str]] = []
    for one in evidence:
        if one.source is None or one.stance not in ("supports", "refutes"):
            continue
        mine = _hands(one.source)
        kin = [other for other in hands if other & mine]
        hands = [other for other in hands if not other & mine] + [mine.union(*kin)]
    return len(hands)


def _hands(source: Source) -> set[str]:
    host = source.url.partition("://")[2].partition("/")[0].removeprefix("www.")
    named = {"publisher": source.publisher, "author": source.author, "host": host}
    known = {f"{kind} {' '.join(name.casefold().split())}" for kind, name in named.items() if name}
    return known or {f"title {source.title.casefold()}" if source.title else f"id {source.id}"}


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier check by somebody else, as they told it; "" and None where they did not.

    ``verdict`` is in their words, ``value`` on their scale from ``worst`` to ``best``. Dates are
    ISO days. A check that names no claim has at least a ``title``.
    """

    claim: str = ""
    claimant: str = ""
    said_on: str = ""
    verdict: str = ""
    value: float | None = None
    worst: float | None = None
    best: float | None = None
    explanation: str = ""
    checker: str = ""
    url: str = ""
    title: str = ""
    published: str = ""
    language: str = ""

    @property
    def words(self) -> str:
        """What was checked: the claim, or the headline where that is all there is."""
        return self.claim or self.title

    @property
    def id(self) -> str:
        """Derived from what was checked and where it stands, so that the same check imported twice
        is one, and one that its publisher corrected is still the same."""
        place = self.url or self.checker
        return derived_id("precedent:" + "\0".join((_folded(self.words), _folded(place))))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class FeedNote:
    """What was put right in an item of a feed, or why it was left out; ``place`` tells which."""

    place: str  # "item 3", "line 12"
    what: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class FeedRead:
    """The earlier checks in a file, and what was not as it should be."""

    name: str
    sha256: str
    precedents: tuple[Precedent, ...]
    notes: tuple[FeedNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A file of earlier checks that was taken into the library; ``count`` are those it brought."""

    key: int
    id: str
    name: str
    imported_at: str
    count: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What the reader and its ruler need of a claim: the place of one span, and its look.

    ``part`` counts the spans of a claim from 0.
    """

    key: int
    number: int
    start: int
    end: int
    state: State
    verdict: str | None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who is at the desk: name and the round they work in."""

    name: str
    round: Round = "first"


Subject = Literal["assessment", "claim", "article", "library", "evidence", "source", "copy"]


@dataclass(frozen=True, slots=True)
class Change:
    """What one write did: the fields of one thing before and after.

    ``claim`` and ``article`` are row ids, ``thing`` that of the evidence, source or kept copy. An
    undo writes ``before`` as a new step.
    """

    subject: Subject
    article: int
    claim: int | None
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    reviewer: Reviewer | None = None
    thing: int | None = None

    def inverse(self) -> Change:
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: who did what to which thing, and when."""

    at: str
    reviewer: str
    what: str
    before: str
    after: str


Rule = Literal["agreement", "majority"]


def current_verdict(
    assessments: Iterable[Assessment], rule: Rule = "agreement"
) -> tuple[State, str | None]:
    """The verdict that stands: correction over adjudication over the only or agreeing ones.

    ``assessments`` are the latest of each reviewer and round. Two that disagree make the claim
    disputed and no verdict stands; by the rule "majority" the verdict that more than half of the
    votes have stands (2 of 3). A cleared assessment (verdict None) counts as none. The library
    keeps the same rule in triggers; a test holds the two together.
    """
    given = [one for one in assessments if one.verdict]
    for final in ("correction", "adjudication"):
        last = max(
            (one for one in given if one.round == final),
            key=lambda a: (a.at, a.id),
            default=None,
        )
        if last:
            return "reviewed", last.verdict
    votes = Counter(one.verdict for one in given)
    if not votes:
        return "open", None
    verdict, most = votes.most_common(1)[0]
    stands = most * 2 > votes.total() if rule == "majority" else len(votes) == 1
    return ("reviewed", verdict) if stands else ("disputed", None)


# ---------------------------------------------------------------- ids, times, text


def uuid7(at: datetime, randomness: bytes) -> str:
    """A time-ordered UUID (RFC 9562, version 7) from a time and ten random bytes."""
    milliseconds = int(at.timestamp() * 1000)
    number = milliseconds << 80 | int.from_bytes(randomness[:10], "big")
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def derived_id(name: str) -> str:
    """The UUID that is made from a name, the same on every desk."""
    import uuid

    return str(uuid.uuid5(uuid.UUID(NAMESPACE), name))


def text_sha256(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(text: str) -> str:
    """The id of the article with this text, the same on every desk.

    Normalised (NFC, white space folded) so that a copy that differs only there is the same one.
    """
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return derived_id("article:" + text_sha256(folded))


def version_id(text: str, article: str = "") -> str:
    """The id of the version with exactly this text; with an article's id where another article of
    the library has that text, too."""
    return derived_id(f"version:{text_sha256(text)}{article and ':'}{article}")


def claim_id(version: str, spans: Sequence[Span]) -> str:
    """The id of a claim that the finder found in a version at these spans."""
    places = ",".join(f"{one.start}-{one.end}" for one in spans)
    return derived_id(f"claim:{version}:{places}")


def iso(at: datetime) -> str:
    """UTC time to the microsecond with ``Z``; sorts as text."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def slices(text: str, spans: Iterable[Span]) -> str:
    """A claim's text: the exact slices joined by " … "."""
    return " … ".join(one.of(text) for one in spans)


def joined(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order; those that overlap or have only spaces between them are made one."""
    result: list[Span] = []
    for one in sorted(spans, key=lambda span: (span.start, span.end)):
        between = text[result[-1].end : one.start] if result else "\n"
        if result and not between.strip() and "\n" not in between:
            result[-1] = Span(result[-1].start, max(result[-1].end, one.end))
        else:
            result.append(one)
    return result


def cut(spans: Iterable[Span], offset: int, text: str) -> tuple[list[Span], list[Span]]:
    """The spans before and after an offset, bare of white space; [] for an empty side."""
    before, after = [], []
    for one in spans:
        first = _bare(Span(one.start, min(one.end, offset)), text)
        second = _bare(Span(max(one.start, offset), one.end), text)
        before += [first] if first else []
        after += [second] if second else []
    return before, after


def word_start(text: str, at: int) -> int:
    """``at``, or the start of the word that it would cut. Only scripts that part words by spaces
    have words here: letters with upper and lower case, and digits."""
    while _inside_word(text, at):
        at -= 1
    return at


def whole_words(span: Span, text: str) -> Span:
    """The span, made larger where its ends would cut words."""
    end = span.end
    while _inside_word(text, end):
        end += 1
    return Span(word_start(text, span.start), end)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(
        one.isdigit() or one.lower() != one.upper() for one in text[at - 1 : at + 1]
    )


def _bare(span: Span, text: str) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    words = text[span.start : span.end] if span.start < span.end else ""
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def opening(text: str, length: int = 80) -> str:
    """The first words of a text, at most ``length`` code points, cut at a word."""
    words = " ".join(text[: length * 3].split())
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def storable(text: str) -> str:
    """Text as the library stores it: newlines as ``\\n``, no BOM, NUL and surrogates as U+FFFD.

    Done once, at import; after this offsets never change.
    """
    if text.isascii() and "\r" not in text and "\x00" not in text:
        return text  # as nearly all are, in a quarter of the time
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x00", "\ufffd")
    return (
        "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if _odd(text) else text
    )


def _odd(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


Progress = Callable[[int, int], None]  # done, total; raises Cancelled to stop
Clock = Callable[[], datetime]


def share_of(progress: Progress | None, number: int, parts: int) -> Progress | None:
    """The progress of one part (from 0) of work that has several of like weight, in thousandths."""
    if progress is None or parts == 1:
        return progress

    def tell(done: int, total: int) -> None:
        progress((1000 * number + 1000 * done // max(total, 1)) // parts, 1000)

    return tell
