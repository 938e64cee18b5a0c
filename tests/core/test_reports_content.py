"""What leaves the desk and what does not; counts; which assessments carry a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck_gui import domain
from factcheck_gui.reports import content, tallies, verdicts, wording, words, writing
from tests.core import report_samples as samples

ENGLISH = words.english()


@pytest.mark.parametrize("only_reviewed", [True, False])
@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_a_private_note_is_in_no_byte_of_any_format(format: str, only_reviewed: bool) -> None:
    note = "NOTEnote-<7f3a>-\u00e9"
    one = samples.bridge()
    claims = tuple(
        replace(c, assessments=tuple(replace(a, note=note) for a in c.assessments))
        for c in one.claims
    )
    report = samples.report(replace(one, claims=claims), only_reviewed=only_reviewed)
    data = b"".join(samples.parts(writing.FORMATS[format].written(report, None).data).values())
    assert b"Mostly true" in data
    assert b"NOTEnote" not in data
    assert b"7f3a>" not in data


def test_the_public_report_has_no_notes_and_everything_else() -> None:
    report = samples.report(samples.bridge())
    public = content.public(report)
    notes = [a.note for c in public.articles[0].claims for a in c.assessments]
    assert notes and not any(notes)
    before = report.articles[0].claims[0].assessments[0]
    assert public.articles[0].claims[0].assessments[0] == replace(before, note="")
    assert public.articles[0].article is report.articles[0].article


def test_only_reviewed_keeps_verdicts_and_disputes_and_drops_the_rest() -> None:
    chosen = content.choose(samples.report(samples.bridge(), only_reviewed=True))
    assert [c.claim.number for c in chosen.articles[0].claims] == [1, 2, 3, 4]


def test_a_reviewed_claim_that_was_dismissed_afterwards_is_not_chosen() -> None:
    one = samples.bridge()
    dismissed = replace(one.claims[0], claim=replace(one.claims[0].claim, dismissed=""))
    chosen = content.choose(samples.report(replace(one, claims=(dismissed,)), only_reviewed=True))
    assert chosen.articles[0].claims == ()


def test_all_keeps_everything() -> None:
    report = samples.report(samples.bridge())
    assert content.choose(report) == report


@pytest.mark.parametrize(
    ("verdicts", "numbers"),
    [
        (("mostly TRUE",), [1]),
        (("",), [5, 0]),
        ((content.DISPUTED_KEY, "Partly"), [3, 4]),
        ((), []),
    ],
)
def test_claims_are_chosen_by_their_current_verdict(
    verdicts: tuple[str, ...], numbers: list[int]
) -> None:
    chosen = content.choose(samples.report(samples.bridge(), verdicts=verdicts))
    assert [c.claim.number for c in chosen.articles[0].claims] == numbers


def test_the_list_is_in_the_order_of_the_text_without_dismissed_and_unlisted() -> None:
    one = samples.bridge()
    shuffled = replace(one, claims=one.claims[::-1])
    assert [c.claim.number for c in content.listed(shuffled)] == [1, 2, 3, 4, 5]


def test_counts_say_how_far_the_review_is() -> None:
    counts = tallies.count(samples.bridge())
    assert (counts.found, counts.reviewed, counts.disputed) == (5, 4, 1)
    assert (counts.by_two, counts.dismissed) == (2, 1)
    assert [(look.text, number) for look, number in counts.verdicts] == [
        ("True", 1),
        ("Mostly true", 1),
        ("Partly", 1),
        ("Disputed", 1),
        ("To review", 1),
    ]


def test_every_verdict_has_a_word_a_symbol_and_a_tone() -> None:
    for look, _ in tallies.count(samples.bridge()).verdicts:
        assert look.text and look.symbol and look.tone in domain.TONES


def test_a_verdict_is_counted_under_its_label_whatever_its_case() -> None:
    about = samples.bridge().article
    one = samples.judged(samples.claim(about, 1, "It opened"), samples.given("mOSTLY TRUE"))
    ((look, number),) = tallies.tally(samples.scale(), [one])
    assert (look.text, number) == ("Mostly true", 1)


def test_the_latest_of_a_reviewer_in_a_round_stands() -> None:
    early = samples.given("False", at="2026-11-20T00:00:00Z")
    late = samples.given("True", at="2026-11-21T00:00:00Z")
    assert verdicts.standing([late, early]) == [late]


def test_a_cleared_verdict_counts_as_none() -> None:
    given = samples.given("False", at="2026-11-20T00:00:00Z")
    cleared = samples.given(None, at="2026-11-21T00:00:00Z")
    assert verdicts.standing([given, cleared]) == []


def test_a_correction_stands_over_an_adjudication_over_the_rest() -> None:
    first = samples.given("False")
    second = samples.given("True", reviewer="Reviewer 2", round="second")
    final = samples.given("Mixed", reviewer="Editor", round="adjudication")
    correction = samples.given("Unproven", reviewer="Editor", round="correction")
    assert verdicts.standing([first, second]) == [first, second]
    assert verdicts.standing([first, second, final]) == [final]
    assert verdicts.standing([final, correction, first]) == [correction]
    early = [replace(one, at="2026-11-20T00:00:00Z") for one in (first, second, final)]
    (made,) = verdicts.corrections([*early, correction])
    assert (made.before, made.verdict, made.changed) == ("Mixed", "Unproven", True)
    assert verdicts.corrections([correction])[0].before == ""
    assert verdicts.corrections([first, final]) == []


def test_a_correction_of_the_reason_alone_changes_no_verdict() -> None:
    before = samples.given("False", at="2026-11-20T00:00:00Z")
    same = samples.given("False", "Better said.", round="correction", public_note="Clearer now.")
    (made,) = verdicts.corrections([before, same])
    assert (made.changed, made.note) == (False, "Clearer now.")


def test_a_reason_cites_the_evidence_as_it_is_numbered_now() -> None:
    one = samples.bridge().claims[0]
    assert content.reason(one, one.assessments[0]) == (
        "The counter on the *east ramp* shows 12,380 [1]. A fitter doubts it [2], [7]."
    )


def test_what_would_name_an_anonymous_source_never_leaves() -> None:
    report = content.public(samples.report(samples.bridge()))
    first, second, third = report.articles[0].claims[0].evidence
    assert first.source == samples.COUNTER and third.source is None
    assert second.source is not None and second.source.conflict and not second.source.copies
    assert "SECRET" not in repr(report)
    assert "SECRET" in repr(samples.bridge())


def _summary(only_reviewed: bool, /, **numbers: int) -> str:
    counts = {"found": 0, "reviewed": 0, "disputed": 0, "by_two": 0, "dismissed": 0} | numbers
    return wording.summary(
        tallies.Counts(**counts, verdicts=()), content.Choices(only_reviewed), ENGLISH
    )


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("No claims to check were found in the article.", {}),
        ("1 factual claim was found in the article; none has been reviewed yet.", {"found": 1}),
        (
            "18 factual claims were found in the article; 18 were reviewed, 3 by two reviewers.",
            {"found": 18, "reviewed": 18, "by_two": 3},
        ),
        (
            "9 factual claims were found in the article; 7 were reviewed, 1 disputed between "
            "reviewers; 2 are still to review. 1 passage was set aside as not a claim.",
            {"found": 9, "reviewed": 7, "disputed": 1, "dismissed": 1},
        ),
    ],
)
def test_what_was_checked_is_said_in_plain_sentences(said: str, numbers: dict[str, int]) -> None:
    assert _summary(False, **numbers) == said


def test_what_was_checked_says_when_only_a_part_is_listed() -> None:
    assert _summary(True, found=4, reviewed=2).endswith(
        "2 were reviewed; only these are listed here."
    )
    assert _summary(True, found=4, reviewed=1).endswith(
        "1 was reviewed; only that one is listed here."
    )
    assert _summary(True, found=4).endswith("none has been reviewed yet, so none is listed here.")
    assert _summary(True, found=2, reviewed=2).endswith("; 2 were reviewed.")


def test_days_are_written_out_and_other_text_stays() -> None:
    assert ENGLISH.day("2022-07-29") == "29 July 2022"
    assert ENGLISH.day("2026-11-22T23:59:00.000000Z") == "22 November 2026"
    assert ENGLISH.day("summer 2022") == "summer 2022"
    assert ENGLISH.day("0001-01-01T00:00:00+14:00") == "0001-01-01T00:00:00+14:00"


def test_characters_that_cannot_be_seen_become_ones_that_can_one_for_one() -> None:
    odd = "a\x00\x1b\x7f\x85\u202e\ud800\ufdd0\U0001ffff\tb\n\U0001f600"
    shown = wording.visible(odd)
    assert shown == "a\u2400\u241b\u2421\ufffd\ufffd\ufffd\ufffd\ufffd\tb\n\U0001f600"
    assert len(shown) == len(odd)


def test_names_in_a_row_are_joined_as_people_do() -> None:
    def joined(*names: str) -> str:
        after = ENGLISH.separators(len(names))
        return "".join(a + b for a, b in zip(names, after, strict=True))

    assert joined() == ""
    assert joined("A") == "A"
    assert joined("A", "B") == "A and B"
    assert joined("A", "B", "C", "D") == "A, B, C and D"
