"""The claim finder from end to end: text in, ``Findings`` out, batch by batch.

Here: passages of a text, the stages run over each, progress and cancelling. Not here: what a
stage does (``stages``), any rule of language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck_gui.claims.attributing.speakers import label_attributions, speaker_labels
from factcheck_gui.claims.contesting.contested import find_pairs
from factcheck_gui.claims.judging.clues import Place
from factcheck_gui.claims.judging.entities import settle
from factcheck_gui.claims.language.people import find_people
from factcheck_gui.claims.language.quotations import find_quotations
from factcheck_gui.claims.measuring.dates import dateline, parse_day
from factcheck_gui.claims.network.backbone import notes
from factcheck_gui.claims.rewording.recall import Recall
from factcheck_gui.claims.splitting.sentences import (
    is_caption,
    is_heading,
    sentences_of,
    split_paragraphs,
)
from factcheck_gui.claims.stages import STAGES, Passage, Reading, place_of
from factcheck_gui.domain import Attribution, Block, Findings, FoundClaim, Progress, Span

_PASSAGE = 30  # sentences: small enough that the first claims come at once
_LONGEST_PASSAGE = 300


@dataclass(frozen=True, slots=True)
class Batch:
    """Claims in the order of the text. ``findings`` is there in the last batch, which is empty.

    ``first`` is the number of the batch's first claim; ``done`` of ``total`` are code points.
    ``attributions`` are numbered on from those of the batches before, as the claims name them.
    Pairs of contested claims are only known in ``findings``.
    """

    first: int
    claims: tuple[FoundClaim, ...]
    done: int
    total: int
    attributions: tuple[Attribution, ...] = ()
    findings: Findings | None = None


def find_claims(
    text: str,
    *,
    published: str | None = None,
    furniture: Sequence[Span] = (),
    blocks: Sequence[Block] = (),
    progress: Progress | None = None,
) -> Findings:
    """Everything the finder says of ``text``.

    ``published`` (ISO) resolves relative dates; claims in ``furniture`` are found but not listed;
    ``blocks`` are the paragraphs as the file's reader saw them. ``progress`` is called with code
    points done and in all, and may raise ``Cancelled`` to stop.
    """
    findings = Findings()
    for batch in iter_claims(text, published=published, furniture=furniture, blocks=blocks):
        if progress is not None:
            progress(batch.done, batch.total)
        findings = batch.findings or findings
    return findings


def iter_claims(
    text: str,
    *,
    published: str | None = None,
    furniture: Sequence[Span] = (),
    blocks: Sequence[Block] = (),
) -> Iterator[Batch]:
    """The same, batch by batch as claims are found; the last batch carries all the findings."""
    paragraphs = split_paragraphs(text, blocks)
    reading = _read(text, published, furniture, blocks, paragraphs)
    done: list[Passage] = []
    count = 0
    for raw in _passages(reading, paragraphs, done):
        passage = _through_stages(raw)
        done.append(replace(passage, seen=()))  # large, and of no more use
        read = passage.paragraphs[-1].end
        yield Batch(count, passage.claims, read, len(text), passage.attributions)
        count += len(passage.claims)
    yield Batch(count, (), len(text), len(text), findings=_gathered(reading, done))


def placed(text: str, spans: Sequence[Span]) -> list[Place]:
    """Where sentences stand in their article, for those who train and measure."""
    paragraphs = split_paragraphs(text, ())
    reading = _read(text, None, (), (), paragraphs)
    passage = Passage(reading, tuple(paragraphs), tuple(spans), 0, ())
    return [place_of(passage, span) for span in spans]


def _through_stages(passage: Passage) -> Passage:
    for stage in STAGES:
        passage = stage(passage)
    return passage


def _read(
    text: str,
    published: str | None,
    furniture: Sequence[Span],
    blocks: Sequence[Block],
    paragraphs: Sequence[Span],
) -> Reading:
    if blocks:
        headings = {block.start for block in blocks if block.kind == "heading"}
    else:
        headings = {one.start for one in paragraphs if is_heading(text, one)}
    labels = speaker_labels(text, paragraphs)
    spoken = label_attributions(text, paragraphs, labels)
    return Reading(
        text=text,
        published=dateline(text, paragraphs, parse_day(published)),
        furniture=tuple(sorted(furniture, key=lambda span: span.start)),
        quotations=find_quotations(text, paragraphs),
        labels=labels,
        people=find_people(text),
        headings=frozenset(headings),
        code=frozenset(block.start for block in blocks if block.kind == "code"),
        captions=frozenset(one.start for one in paragraphs if is_caption(text, one)),
        genre="speech" if 2 * len(spoken) > len(paragraphs) else "article",
    )


def _passages(
    reading: Reading, paragraphs: Sequence[Span], done: Sequence[Passage]
) -> Iterator[Passage]:
    """Groups of paragraphs; not cut before a paragraph that opens with a quotation."""
    group: list[Span] = []
    sentences: list[Span] = []
    for part, inside in _parts(reading.text, paragraphs):
        quoted = reading.quotations.number_at(part.start) is not None
        if len(sentences) >= (_LONGEST_PASSAGE if quoted else _PASSAGE):
            yield _passage(reading, group, sentences, done)
            group, sentences = [], []
        group.append(part)
        sentences.extend(inside)
    if group:
        yield _passage(reading, group, sentences, done)


def _parts(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Paragraphs with their sentences, very long ones in parts."""
    for paragraph in paragraphs:
        sentences = sentences_of(text, paragraph)
        for at in range(0, len(sentences), _LONGEST_PASSAGE):
            inside = sentences[at : at + _LONGEST_PASSAGE]
            yield Span(inside[0].start, inside[-1].end), inside


def _passage(
    reading: Reading, group: list[Span], sentences: list[Span], done: Sequence[Passage]
) -> Passage:
    before = done[-1] if done else None
    first = before.first_attribution + len(before.attributions) if before else 0
    known = before.known if before else ()
    claims = before.first_claim + len(before.claims) if before else 0
    recall = before.recall if before else Recall()
    days = before.days if before else {}
    return Passage(reading, tuple(group), tuple(sentences), first, known, claims, recall, days)


def _gathered(reading: Reading, done: Sequence[Passage]) -> Findings:
    claims = [claim for passage in done for claim in passage.claims]
    against: dict[int, dict[int, str]] = {}
    whole = [number for number, one in enumerate(claims) if one.part_of is None]
    for first, second, why in find_pairs([claims[number] for number in whole]):
        one, other = whole[first], whole[second]
        against.setdefault(one, {})[other] = why
        against.setdefault(other, {})[one] = why
    for number, reasons in against.items():
        others = tuple(sorted(reasons))
        whys = tuple(reasons[other] for other in others)
        claims[number] = replace(claims[number], contested_by=others, contested_why=whys)
    return Findings(
        sentences=tuple(span for passage in done for span in passage.sentences),
        attributions=tuple(one for passage in done for one in passage.attributions),
        claims=tuple(claims),
        dates=tuple(one for passage in done for one in passage.dates),
        furniture=reading.furniture,
        entities=settle(name for passage in done for name in passage.mentions),
        notes=notes(),
    )
