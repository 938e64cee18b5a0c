"""ClaimReview mark-up: the rules one by one, what a claim becomes, hostile texts, JSON-LD."""

from __future__ import annotations

import html.parser
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from factcheck_gui import domain
from factcheck_gui.domain import Problem
from factcheck_gui.reports import claimreview, claimreview_rules, content, writing
from tests.core import report_samples as samples

URL = "https://desk.example/checks/bridge"
TEXT = "The pier is 80 metres long."


def one(
    *given: domain.Assessment,
    evidence: tuple[domain.Evidence, ...] = (),
    row: dict[str, str] | None = None,
    scale: domain.Scale | None = None,
    **claim: object,
) -> content.Report:
    """A report of one claim, published at ``URL`` by a desk."""
    about = samples.article(TEXT, "The pier", **(row or {}))
    judged = samples.judged(
        samples.claim(about, 1, TEXT, **claim),
        *(given or (samples.given("True", "Measured."),)),
        evidence=evidence,
    )
    article = content.ReportArticle(about, scale or samples.scale(), (judged,))
    return samples.report(article, organisation="The Desk", url=URL)


def made(report: content.Report) -> dict[str, Any]:
    (review,) = json.loads(claimreview.written(report).data)
    assert isinstance(review, dict)
    return review


# ---------------------------------------------------------------- the rules

GOOD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": URL,
    "claimReviewed": TEXT,
    "author": {"@type": "Organization", "name": "The Desk"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Lind"},
        "datePublished": "2026-11-19",
        "appearance": {"@type": "CreativeWork", "url": "https://example.org/pier"},
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "True",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
    },
}


def broken(path: str, value: object) -> dict[str, Any]:
    """``GOOD`` with another value at a path; None takes the property away."""
    review: dict[str, Any] = json.loads(json.dumps(GOOD))
    *above, name = path.split(".")
    at = review
    for step in above:
        at = at[step]
    if value is None:
        del at[name]
    else:
        at[name] = value
    return review


def test_a_complete_review_has_no_fault() -> None:
    assert claimreview_rules.faults(GOOD) == []


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("@context", "http://schema.org", "@context"),
        ("@context", ["https://schema.org"], "@context"),
        ("claimReviewed", None, "claimReviewed"),
        ("claimReviewed", "  ", "claimReviewed"),
        ("reviewRating", None, "reviewRating"),
        ("reviewRating", "False", "reviewRating"),
        ("reviewRating.alternateName", None, "reviewRating.alternateName"),
        ("reviewRating.alternateName", {"name": "True"}, "reviewRating.alternateName"),
        ("reviewRating.alternateName", ["True"], "reviewRating.alternateName"),
        ("reviewRating.bestRating", None, "reviewRating"),
        ("reviewRating.ratingValue", 6, "reviewRating.ratingValue"),
        ("reviewRating.ratingValue", 0, "reviewRating.ratingValue"),
        ("reviewRating.ratingValue", "5", "reviewRating.ratingValue"),
        ("reviewRating.ratingValue", True, "reviewRating.ratingValue"),
        ("reviewRating.ratingValue", float("nan"), "reviewRating.ratingValue"),
        ("reviewRating.worstRating", 0, "reviewRating.worstRating"),
        ("reviewRating.worstRating", 5, "reviewRating.worstRating"),
        ("itemReviewed.author.name", "the  DESK", "itemReviewed.author"),
        ("url", None, "url"),
        ("url", "desk.example/checks", "url"),
        ("url", "javascript:alert(1)", "url"),
        ("url", ["https://a.example", "https://b.example"], "url"),
        ("itemReviewed.appearance.url", "/pier", "itemReviewed.appearance.url"),
    ],
)
def test_an_error_names_its_field(path: str, value: object, field: str) -> None:
    errors = [f.field for f in claimreview_rules.faults(broken(path, value)) if f.error]
    assert errors == [field]


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("claimReviewed", "x" * 76, "claimReviewed"),
        ("claimReviewed", "Rating: the pier is long", "claimReviewed"),
        ("claimReviewed", "false: the pier is long", "claimReviewed"),
        ("author", None, "author"),
        ("itemReviewed.author", None, "itemReviewed.author"),
        ("itemReviewed.datePublished", None, "itemReviewed.datePublished"),
        ("itemReviewed.appearance", None, "itemReviewed.appearance"),
    ],
)
def test_a_warning_names_its_field_and_forbids_nothing(
    path: str, value: object, field: str
) -> None:
    found = claimreview_rules.faults(broken(path, value), labels=["False"])
    assert [(f.field, f.error) for f in found] == [(field, False)]


def test_a_draft_needs_no_address_and_75_characters_are_not_too_many() -> None:
    draft = broken("url", None) | {"creativeWorkStatus": "Draft", "claimReviewed": "x" * 75}
    assert claimreview_rules.faults(draft) == []


# ---------------------------------------------------------------- what a claim becomes


def test_only_claims_whose_verdict_stands_have_one_each() -> None:
    reviews = json.loads(claimreview.written(samples.golden()["bridge"]).data)
    assert [one["@id"].rpartition("-")[2] for one in reviews] == ["1", "2", "4"]
    assert {one["@context"] for one in reviews} == {"https://schema.org"}


def test_numbers_stand_inside_the_order_of_the_scale_only() -> None:
    rating = made(one(samples.given("Mostly false", "So.")))["reviewRating"]
    assert (rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (2, 1, 5)
    for verdict, free in (("Unproven", False), ("Rather not", True)):
        rating = made(one(samples.given(verdict, "So.", free_text=free)))["reviewRating"]
        assert rating == {
            "@type": "Rating",
            "alternateName": verdict,
            "ratingExplanation": "So.",
        }


def test_a_scale_without_values_counts_its_places() -> None:
    labels = tuple(replace(label, value=None) for label in samples.scale().labels)
    bare = replace(samples.scale(), labels=labels)
    rating = made(one(samples.given("Mostly true"), scale=bare))["reviewRating"]
    assert (rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (4, 1, 5)


def test_a_value_missing_or_below_one_stops_the_export() -> None:
    first, *rest = samples.scale().labels
    for value, field in ((None, "ratingValue"), (0.5, "worstRating")):
        odd = replace(samples.scale(), labels=(replace(first, value=value), *rest))
        with pytest.raises(Problem) as caught:
            claimreview.written(one(scale=odd))
        assert caught.value.where == f"The pier, claim 1, reviewRating.{field}"
        assert caught.value.kept.startswith("Nothing was written")


def test_numbers_against_the_order_of_the_labels_are_warned_of() -> None:
    ordered = samples.scale().labels
    upside = tuple(replace(x, value=x.order) for x in ordered)
    report = one(scale=replace(samples.scale(), labels=upside))
    assert any("contradict the order" in told for told in claimreview.written(report).warnings)
    assert not any("contradict" in told for told in claimreview.written(one()).warnings)


def test_the_claimant_made_the_claim_and_the_desk_checked_it() -> None:
    review = made(one(claimant="Ada Lind", said_on="2026-11-18", appeared="on the radio"))
    assert review["author"] == {
        "@type": "Organization",
        "name": "The Desk",
        "url": "https://desk.example/",
    }
    item = review["itemReviewed"]
    assert item["author"] == {"name": "Ada Lind"}
    assert item["datePublished"] == "2026-11-18"
    assert item["firstAppearance"] == {"@type": "CreativeWork", "name": "on the radio"}


def test_where_a_claim_appeared_first_is_an_address_or_words() -> None:
    for appeared, name in (
        ("https://example.org/talk", "url"),
        ("a talk, see https://example.org/talk", "name"),
    ):
        first = made(one(appeared=appeared))["itemReviewed"]["firstAppearance"]
        assert first == {"@type": "CreativeWork", name: appeared}
    with pytest.raises(Problem) as caught:
        claimreview.written(one(appeared="ftp://example.org/talk"))
    assert caught.value.where.endswith("itemReviewed.firstAppearance.url")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("The council", "Organization"),
        ("Ministry of Ports", "Organization"),
        ("the president’s office", "Organization"),
        ("a spokesman for the ministry", "Person"),
        ("Dr. Lind", "Person"),
        ("Ada Lind", None),
        ("Russia", None),
        ("Church House", None),
    ],
)
def test_what_a_claimant_is_stands_where_the_name_says_it_and_is_never_guessed(
    name: str, kind: str | None
) -> None:
    report = one(claimant=name)
    assert made(report)["itemReviewed"]["author"].get("@type") == kind
    told = [line for line in claimreview.written(report).warnings if "author.@type" in line]
    assert len(told) == (kind is None)


def test_the_article_s_own_voice_is_its_author_s_or_its_site_s() -> None:
    row = {"author": "Kim Berg", "site": "pier.example", "published": "2026-11-19"}
    item = made(one(row=row))["itemReviewed"]
    assert item["author"] == {"name": "Kim Berg"}
    assert item["datePublished"] == "2026-11-19"
    item = made(one(row={"site": "pier.example"}))["itemReviewed"]
    assert item["author"] == {"@type": "Organization", "name": "pier.example"}


@pytest.mark.parametrize("name", ["the desk", "Reviewer 1"])
def test_the_claimant_is_never_the_checker(name: str) -> None:
    with pytest.raises(Problem, match="who made the claim and who checked it") as caught:
        claimreview.written(one(claimant=name))
    assert caught.value.where.endswith("claim 1, itemReviewed.author")


def test_all_errors_are_told_at_once() -> None:
    with pytest.raises(Problem) as caught:
        claimreview.written(one(claimant="The Desk", row={"url": "pier.example"}))
    assert "itemReviewed.appearance.url" in caught.value.where
    assert "itemReviewed.author" in caught.value.kept


def test_without_an_address_it_is_a_draft_and_says_so() -> None:
    report = samples.chosen(one(), url="")
    review = made(report)
    assert review["creativeWorkStatus"] == "Draft"
    assert "url" not in review
    assert review["@id"].startswith("urn:uuid:")
    assert claimreview.written(report).warnings[0].endswith("these are drafts.")
    assert claimreview.written_block(report).data.startswith(b"<!-- Draft")
    assert "creativeWorkStatus" not in made(one())


def test_a_bad_address_of_the_check_stops_the_export() -> None:
    with pytest.raises(Problem, match="no full http or https address") as caught:
        claimreview.written(samples.chosen(one(), url="desk.example"))
    assert caught.value.where == "The pier, claim 1, url"


def test_the_explanation_is_two_sentences_of_plain_text_and_the_body_all() -> None:
    reason = "Dr. Roe *measured* it [1], [2]. It is 80.5 m. The plan agrees.\n\n- a\n- b"
    review = made(one(samples.given("True", reason)))
    explained = review["reviewRating"]["ratingExplanation"]
    assert explained == "Dr. Roe measured it. It is 80.5 m."
    assert review["reviewBody"].endswith("The plan agrees.\n• a\n• b")
    long = made(one(samples.given("True", "word " * 1000)))
    assert len(long["reviewRating"]["ratingExplanation"]) <= 500


def test_a_correction_is_told_with_its_day() -> None:
    late = samples.given(
        "False",
        "No.",
        round="correction",
        at="2026-12-01T10:00:00.000000Z",
        public_note="We erred.",
    )
    review = made(one(samples.given("True", "Yes."), late))
    assert review["dateModified"] == "2026-12-01"
    assert review["correction"] == [
        {"@type": "CorrectionComment", "text": "We erred.", "datePublished": "2026-12-01"}
    ]
    assert review["reviewRating"]["alternateName"] == "False"


def test_sources_are_cited_and_an_archived_page_with_its_own_address() -> None:
    page = "https://pier.example/plan?a=1"
    archived = f"https://web.archive.org/web/20261101120000/{page}"
    proof = (
        samples.evidence(1, "supports", source=samples.source("The plan", url=archived)),
        samples.evidence(2, "supports", source=samples.FITTER),
        samples.evidence(3, "context", source=samples.source("A tape", url="file:///secret")),
    )
    review = made(one(evidence=proof))
    assert review["citation"] == [
        {"@type": "CreativeWork", "url": page, "name": "The plan", "archivedAt": archived},
        {"@type": "CreativeWork", "name": "A tape"},
    ]


def test_warnings_name_the_claim_and_what_is_left_out() -> None:
    told = claimreview.written(samples.golden()["bridge"]).warnings
    assert "The harbour bridge: 2 claims without a verdict that stands, left out." in told
    assert any("claim 4: The claimant denies something" in line for line in told)
    assert any(line.endswith("(itemReviewed.datePublished)") for line in told)


def test_what_many_claims_lack_is_told_once_with_their_numbers() -> None:
    report = samples.chosen(samples.report(samples.seed("The pier")), url="")
    told = claimreview.written(report)
    numbers = [one["@id"] for one in json.loads(told.data)]
    found = {one.claim.id: one.claim.number for one in report.articles[0].claims}
    dated = [found[one.removeprefix("urn:uuid:")] for one in numbers]
    shown = ", ".join(map(str, dated[:12]))
    rest = f" and {len(dated) - 12} more" if len(dated) > 12 else ""
    (line,) = [one for one in told.warnings if "when the claim was made" in one]
    assert len(dated) > 5 and line.startswith(f"The pier, claims {shown}{rest}: ")
    with pytest.raises(Problem) as caught:
        claimreview.written(samples.chosen(report, url="desk.example"))
    assert caught.value.where == f"The pier, claims {shown}{rest}, url"
    assert caught.value.kept == "Nothing was written."


def test_nothing_to_review_is_said() -> None:
    with pytest.raises(Problem, match="No claim has a verdict that stands"):
        claimreview.written(one(samples.given(None, "Not yet.")))


# ---------------------------------------------------------------- hostile texts, real readers


class Scripts(html.parser.HTMLParser):
    """The text of each script, and every element and comment that a page would get."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.comments: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = (
    "</script><script>alert(1)</script><!-- <![CDATA[ ]]> \u2028 & \u202ex\x07 " + samples.HOSTILE
)


def test_hostile_words_stay_words_in_a_script() -> None:
    words = domain.storable(HOSTILE)
    report = one(
        samples.given(words, words, free_text=True, reviewer=words),
        evidence=(samples.evidence(1, "supports", source=samples.source(words, author=words)),),
        wording=words,
        claimant=words + "!",
        appeared=words,
    )
    page = Scripts()
    page.feed(claimreview.written_block(report).data.decode("utf-8"))
    page.close()
    assert (page.tags, page.comments) == (["script"], [])
    (review,) = json.loads(page.text)
    assert "</script><script>alert(1)</script><!--" in review["claimReviewed"]
    assert "\u202e" not in json.dumps(review, ensure_ascii=False)


def test_the_hostile_report_is_refused_since_its_claimant_is_its_checker() -> None:
    with pytest.raises(Problem) as caught:
        claimreview.written(samples.hostile())
    assert "itemReviewed" in str(caught.value)


@pytest.mark.parametrize("name", ["claimreview", "claimreview-html"])
def test_both_forms_hold_the_same_reviews(name: str) -> None:
    report = samples.golden()["bridge"]
    assert claimreview.written(report).data in writing.FORMATS[name].written(report, None).data


def expand(data: bytes) -> list[Any]:
    """The array as a JSON-LD processor reads it, with the context kept beside the golden files."""
    context = json.loads((samples.GOLDEN / "schema-org-context.json").read_text("utf-8"))

    def load(url: str, options: object) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": context,
            "contentType": "application/ld+json",
        }

    loader: Callable[..., Any] = load
    expanded: list[Any] = jsonld.expand(json.loads(data), {"documentLoader": loader})
    return expanded


@pytest.mark.parametrize("name", ["bridge", "seed"])
def test_a_json_ld_processor_reads_every_property(name: str) -> None:
    data = claimreview.written(samples.golden()[name]).data
    reviews = expand(data)
    assert len(reviews) == len(json.loads(data))
    for review, plain in zip(reviews, json.loads(data), strict=True):
        assert review["@type"] == ["http://schema.org/ClaimReview"]
        known = {key.removeprefix("http://schema.org/") for key in review}
        assert known == plain.keys() - {"@context"}
    if name == "bridge":
        address = reviews[0]["http://schema.org/url"]
        assert address == [{"@id": "https://example.org/checks/bridge"}]


def test_the_day_of_publication_is_that_of_the_sign_off_or_is_left_out_and_said() -> None:
    signed = one(row={"signed_at": "2026-11-22T23:30:00.000000Z"})
    assert made(signed)["datePublished"] == "2026-11-22"
    assert "datePublished" not in made(one())
    assert any("not signed off" in line for line in claimreview.written(one()).warnings)
    draft = samples.chosen(signed, url="")
    assert "datePublished" not in made(draft)
    assert not any("not signed off" in line for line in claimreview.written(draft).warnings)
