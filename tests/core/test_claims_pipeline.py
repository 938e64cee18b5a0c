"""The finder from end to end: the seed, furniture, batches, contested pairs, JSON, any input."""

from __future__ import annotations

import json
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui import jobs, paths
from factcheck_gui.claims.output import to_json
from factcheck_gui.claims.pipeline import find_claims, iter_claims
from factcheck_gui.domain import (
    Block,
    Cancelled,
    Findings,
    FoundClaim,
    Furniture,
    Span,
    slices,
)


@pytest.fixture(scope="module")
def seed() -> str:
    (path,) = paths.seeds().glob("*.txt")
    return path.read_text(encoding="utf-8")


def claim_with(findings: Findings, words: str) -> FoundClaim:
    return next(one for one in findings.claims if words in one.text)


# ---------------------------------------------------------------- the seed


def test_the_seed_lists_its_claims_and_leaves_its_talk_out(seed: str) -> None:
    findings = find_claims(seed)
    assert 16 <= sum(one.listed for one in findings.claims) <= 23
    for words in ("I won’t share", "another story out today", "Learn more", "You Might Like"):
        assert not claim_with(findings, words).listed
    for words in ("nearly a month", "no significant territorial gains", "charred human remains"):
        assert claim_with(findings, words).listed


@pytest.mark.parametrize(
    ("words", "claimant", "cue"),
    [
        ("Russia is blaming", "Russia", "is blaming"),
        ("Ukraine says Russia", "Ukraine", "says"),
        ("denied any involvement", "Ukrainian authorities", "denied"),
        ("prisoners of Azovstal", "DPR spokesman Daniil Bezsonov", "referred"),
        ("petering out", "Phillips O’Brien", "said"),
        ("losing the initiative", "George Barros", "said"),
        ("only publicly declared goal", None, ""),
        (
            "killing at least 53",
            "spokesman for the Russian-backed breakaway Donetsk People’s Republic (DPR)",
            "said",
        ),
    ],
)
def test_the_seed_names_who_said_it(seed: str, words: str, claimant: str | None, cue: str) -> None:
    claim = claim_with(find_claims(seed), words)
    assert (claim.claimant, claim.cue) == (claimant, cue)


def test_the_seed_has_its_figures(seed: str) -> None:
    claim = claim_with(find_claims(seed), "killing at least 53")
    assert [(one.value, one.unit, one.qualifier) for one in claim.figures] == [
        (53, "troops", "at least"),
        (75, "troops", "about"),
    ]


def test_the_seed_links_the_claims_that_contradict_each_other(seed: str) -> None:
    claims = find_claims(seed).claims
    for one, other in (
        ("Russia is blaming", "Ukraine says Russia"),
        ("killing at least 53", "denied any involvement"),
    ):
        first, second = (
            next(i for i, claim in enumerate(claims) if words in claim.text)
            for words in (one, other)
        )
        assert second in claims[first].contested_by
        assert first in claims[second].contested_by


# ---------------------------------------------------------------- parts and order


def test_batches_hold_the_same_claims_in_order(seed: str) -> None:
    text = "\n\n".join([seed] * 4)
    batches = list(iter_claims(text))
    whole = find_claims(text)
    found = [claim for batch in batches for claim in batch.claims]
    assert len(batches) > 3
    assert [one.spans for one in found] == [one.spans for one in whole.claims]
    assert [batch.first for batch in batches] == [
        sum(len(one.claims) for one in batches[:number]) for number in range(len(batches))
    ]
    assert batches[-1].findings == whole
    told = [one for batch in batches for one in batch.attributions]
    assert tuple(told) == whole.attributions


def test_progress_is_told_and_may_cancel(seed: str) -> None:
    told: list[tuple[int, int]] = []
    find_claims(seed, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(seed), len(seed))

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_claims(seed, progress=stop)


def test_claims_in_furniture_are_kept_but_not_listed() -> None:
    text = "The mill burned in 1950 and 12 people died.\n\nPolice arrested 9 men in 1951."
    where = Span(text.index("Police"), len(text))
    found = find_claims(text, furniture=[where]).claims
    first, second = (one for one in found if one.part_of is None)
    assert first.listed and not second.listed
    assert second.why[0] == "page furniture"


def test_headings_and_code_of_the_reader_are_not_listed() -> None:
    text = "Fire kills 12 in Leeds\nThe fire killed 12 people in Leeds.\nkill 12 people in 1950"
    cuts = [0, text.index("The fire"), text.index("kill 12 people in 1950"), len(text)]
    kinds = ("heading", "paragraph", "code")
    blocks = [Block(kind, a, b) for kind, (a, b) in zip(kinds, pairwise(cuts), strict=True)]  # type: ignore[arg-type]
    listed = [one.listed for one in find_claims(text, blocks=blocks).claims]
    assert listed == [False, True, False]


@pytest.mark.parametrize(
    ("sentence", "kind", "kind_of_sentence"),
    [
        ("The fire killed 40 people in Porto.", "numeric", "fact"),
        ("The mayor resigned on Friday.", "event", "fact"),
        ("The road collapsed because of the flood.", "causal", "fact"),
        ("“We sold the mill,” Roth said.", "quote", "fact"),
        ("Roth said the mill was sold.", "reported", "fact"),
        ("The capital is Lima.", "property", "fact"),
        ("The city will build a tram.", "plan", "prediction"),
        ("It is a wonderful, brilliant town.", "opinion", "opinion"),
        ("Who sold the mill?", "property", "question"),
        ("Read the whole report here.", "property", "rhetoric"),
    ],
)
def test_kinds_and_types(sentence: str, kind: str, kind_of_sentence: str) -> None:
    (claim,) = find_claims(sentence).claims
    assert (claim.kind, claim.type) == (kind, kind_of_sentence)


# ---------------------------------------------------------------- contested


def pairs(text: str) -> list[tuple[int, ...]]:
    return [one.contested_by for one in find_claims(text).claims]


def test_the_same_statement_with_another_figure_is_contested() -> None:
    text = (
        "The landslide buried 31 houses in the village of Orsa. Rain went on all night.\n\n"
        "Officials said the landslide buried 45 houses in the village of Orsa."
    )
    assert pairs(text)[0] == (2,)


def test_opposed_blame_is_contested() -> None:
    text = "Peru is blaming Chile for the missile attack. Chile denied that Peru was attacked."
    assert pairs(text) == [(1,), (0,)]


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 12 people in Leeds. The flood killed 40 people in York.",
        "Profits rose 5 percent in May. Profits rose 7 percent in June at the northern mill.",
        "Peru accused Chile of an attack. Peru also accused Chile of a second attack.",
        "The mayor said 12 trees fell. The mayor said 12 trees fell.",
    ],
)
def test_what_only_looks_alike_is_not_contested(text: str) -> None:
    assert not any(pairs(text))


# ---------------------------------------------------------------- output


def test_findings_become_plain_json(seed: str) -> None:
    data = to_json("a", "T", seed, [Furniture(3, "x")], find_claims(seed, published="2022-07-29"))
    assert json.loads(json.dumps(data)) == data
    assert data["furniture"] == [{"at": 3, "text": "x"}]
    claim = next(one for one in data["claims"] if "July 2" in one["text"])
    assert claim["dates"][0]["from"] == "2022-07-02"
    told = next(one for one in data["claims"] if one["claimant"] == "Ukraine")
    cue = data["attributions"][told["attribution"]]["cue"][0]
    assert seed[cue[0] : cue[1]] == told["cue"] == "says"


# ---------------------------------------------------------------- any input

_BITS = st.sampled_from(
    [
        *"said says told denied accused according to who that and but".split(),
        *"Russia Ukraine [X] (Y) Z".split(),
        *", . ; : — - \" “ ” ' ’ ‘ « » … ? ! 53 2014 May 5 $4.5 million % last week".split(),
        "\n\n", "\n", "Mr.", "U.S.", "she", "it", "We", "\u0301", "😀", "\u2028", "العربية", "。",
        "\ud800", "\ufffd", "ABC:",
    ]
)  # fmt: skip


def assert_sound(text: str, findings: Findings) -> None:
    spans = [
        *findings.sentences,
        *(span for one in findings.claims for span in one.spans),
        *(one.span for claim in findings.claims for one in (*claim.figures, *claim.dates)),
        *(s for one in findings.attributions for s in (*one.source, *one.cue, *one.content)),
    ]
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    for number, claim in enumerate(findings.claims):
        assert claim.text == slices(text, claim.spans)
        assert 0 <= claim.score <= 1
        assert all(number in findings.claims[other].contested_by for other in claim.contested_by)
        if claim.attribution is not None:
            assert claim.cue == findings.attributions[claim.attribution].cue[0].of(text)


@settings(max_examples=60)
@given(st.lists(_BITS, max_size=60).map(" ".join))
def test_any_mixture_of_cues_and_marks_gives_sound_findings(text: str) -> None:
    assert_sound(text, find_claims(text, published="2022-07-29"))


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_unicode_gives_sound_findings(text: str) -> None:
    assert_sound(text, find_claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100_000,
        '"' * 80_000,
        "“" * 80_000,
        "([" * 50_000,
        "$ " * 50_000,
        "he said that " * 8_000,
        "5 million " * 8_000,
        ". " * 100_000,
        "\n" * 1_000_000,
        "x" * 1_000_000,
        "Ab, " * 30_000,
    ],
    ids=lambda text: repr(text[:9]),
)
def test_monstrous_input_is_read_to_its_end(text: str) -> None:
    assert_sound(text, find_claims(text, published="2022-07-29"))


def test_the_finder_loads_no_heavy_package() -> None:
    heavy = {"PySide6", "numpy", "onnxruntime", "spacy", "sqlite3", "sqlite_utils", "sentencex"}
    import subprocess

    code = "import sys, factcheck_gui.claims.pipeline; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())


# ---------------------------------------------------------------- parts of a sentence


def test_the_parts_of_a_sentence_follow_its_claim_and_are_not_listed(seed: str) -> None:
    claims = find_claims(seed).claims
    number = next(i for i, one in enumerate(claims) if "killing at least 53" in one.text)
    parts = claims[number + 1 : number + 4]
    assert [one.part_of for one in parts] == [number] * 3
    assert not any(one.listed for one in parts)
    assert {one.claimant for one in parts} == {claims[number].claimant}
    assert [[figure.value for figure in one.figures] for one in parts] == [[], [53], [75]]


def test_parts_count_over_the_whole_text_in_whatever_batches_they_come() -> None:
    text = "\n\n".join(
        f"The mill burned in {year} and 12 people died." for year in range(1900, 2000)
    )
    whole = find_claims(text).claims
    assert sum(one.part_of is not None for one in whole) == 200
    for one in whole:
        if one.part_of is not None:
            inside = whole[one.part_of].spans[0]
            assert inside.start <= one.spans[0].start and one.spans[-1].end <= inside.end
    sent = [one for batch in jobs.find_claims(text, "", ()) for one in batch.claims]
    assert [one.part_of for one in sent] == [one.part_of for one in whole]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Turnout in the town was 61 percent.", "numeric"),
        ("At least two men drowned in the lake.", "numeric"),
        ("The mill by the lake burned down in May.", "event"),
        ("Three workers left the ship after a row.", "event"),
        ("She joined the guild aged 14.", "event"),
        ("The museum was founded by a baker.", "event"),
        ("The fire broke out because a wire was loose.", "causal"),
        ("“We sold the mill,” Roth said.", "quote"),
        ("Roth said the mill was “a ruin” in May.", "quote"),
        ("Roth said 40 mills had been sold.", "reported"),
        ("Roth believes the mill was sold.", "reported"),
        ("The old bridge is made of steel.", "property"),
        ("The old mill is used as a store.", "property"),
        ("The law allows no exports of ore.", "property"),
        ("The council will close two schools.", "plan"),
        ("Roth wants to sell the mill, and plans are being drawn.", "plan"),
    ],
)
def test_the_kind_that_tells_most(sentence: str, kind: str) -> None:
    assert find_claims(sentence).claims[0].kind == kind


def test_a_transcript_is_weighed_as_speech() -> None:
    from factcheck_gui.claims.judging import worth

    turns = "\n\n".join(
        f"{name}: We cut the deficit by 40 percent in {year}."
        for name, year in (("BERG", 2011), ("LIND", 2012), ("BERG", 2013), ("LIND", 2014))
    )
    found = find_claims(turns).claims[0]
    words = "BERG: We cut the deficit by 40 percent in 2011."
    assert found.text in words
    assert found.score == pytest.approx(worth.score(found.text), abs=0.01)


def test_an_opinion_is_told_from_a_fact() -> None:
    found = find_claims("The dam broke in 1987 and killed 12 people. This is a shameful silence.")
    assert [one.type for one in found.claims if one.part_of is None] == ["fact", "opinion"]
