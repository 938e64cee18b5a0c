"""Files of earlier checks: every form they come in, every fault seen in the wild, hostile ones."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.documents import claimreview_feed as feed
from factcheck_gui.documents import claimreview_fields as fields
from factcheck_gui.domain import FeedRead, Precedent, Problem
from factcheck_gui.reports import claimreview, content
from tests.core import report_samples as samples
from tests.core import web_samples as web
from tests.core.feed_samples import URL, packed, page, rating, review

WHOLE = Precedent(
    "Sea water cures colds", "Inês Prado", "2024-04-30", "False", 1, 1, 5, "", "Checkers’ Desk",
    URL, "Does sea water help?", "2024-05-02", "en",
)  # fmt: skip


def read(value: Any, name: str = "feed.json") -> FeedRead:
    return feed.read_bytes(value if isinstance(value, bytes) else packed(value), name)


def only(value: Any) -> tuple[Precedent, list[str]]:
    found = read(value)
    (one,) = found.precedents
    return one, [note.what for note in found.notes]


# ---------------------------------------------------------------- forms


@pytest.mark.parametrize(
    "data",
    [
        packed(review()),
        packed([review()]),
        packed({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, review()]}),
        packed({"@type": "DataFeed", "dataFeedElement": [
            {"@type": "DataFeedItem", "url": "https://x.example/", "item": [review()]}]}),
        packed({"jsonld": review(), "page": "p"}),
        b"\xef\xbb\xbf" + packed(review()),
        gzip.compress(packed(review())),
        page(review()),
        page({"@type": "WebSite"}, [review()]),
        page("\n<!--\n" + json.dumps(review()) + "\n-->\n"),
        page("//<![CDATA[\n" + json.dumps(review()) + "\n//]]>"),
        packed(review()) + b"\n" + packed({"@type": "Thing"}),
        packed({f"schema:{key}" if key[0] != "@" else key: one
                for key, one in review().items()}),
        packed({**review(), "@type": ["Review", "http://schema.org/ClaimReview"]}),
        packed({key.removeprefix("@"): one for key, one in review().items()}),
    ],
)  # fmt: skip
def test_every_form_is_read(data: bytes) -> None:
    assert read(data).precedents == (WHOLE,)


def test_references_inside_a_graph_are_followed() -> None:
    desk = {"@type": "Organization", "@id": "#desk", "name": "Checkers’ Desk"}
    said = {"@type": "Claim", "@id": "#said", "author": {"@id": "#who"}}
    who = {"@type": "Person", "@id": "#who", "name": "Inês Prado"}
    one = review(author={"@id": "#desk"}, itemReviewed={"@id": "#said"})
    found, notes = only({"@graph": [one, desk, said, who]})
    assert (found.checker, found.claimant, notes) == ("Checkers’ Desk", "Inês Prado", [])


def test_references_in_a_circle_end() -> None:
    one = review(author={"@id": "#a"}, itemReviewed={"@id": "#b"})
    ring = [{"@id": "#a", "name": {"@id": "#a"}}, {"@id": "#b", "author": {"@id": "#b"}}]
    found, _ = only({"@graph": [one, *ring]})
    assert (found.checker, found.claimant) == ("checkers.example", "")


def test_answers_of_a_search_service_are_read() -> None:
    answer = {"claims": [{
        "text": "Sea water cures colds", "claimant": "Inês Prado",
        "claimDate": "2024-04-30T00:00:00Z",
        "claimReview": [{
            "publisher": {"name": "Checkers’ Desk", "site": "checkers.example"}, "url": URL,
            "title": "Does sea water help?", "reviewDate": "2024-05-02T10:00:00Z",
            "textualRating": "False", "languageCode": "en",
        }],
    }]}  # fmt: skip
    found, notes = only(answer)
    assert found == Precedent(
        "Sea water cures colds", "Inês Prado", "2024-04-30", "False", None, None, None, "",
        "Checkers’ Desk", URL, "Does sea water help?", "2024-05-02", "en",
    )  # fmt: skip
    assert notes == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read(delimiter: str) -> None:
    names = ["claimReviewed", "alternateName", "ratingValue", "worstRating", "bestRating",
             "claim_author", "claim_date", "url", "datePublished", "title",
             "publisher"]  # fmt: skip
    cells = ["Sea water cures colds", "False", "1", "1", "5", "Inês Prado", "2024-04-30", URL,
             "2024-05-02", "Does sea water help?", "Checkers’ Desk"]  # fmt: skip
    found, notes = only("\n".join(map(delimiter.join, (names, cells))).encode())
    assert found == Precedent(*(*WHOLE_FIELDS[:-1], ""))
    assert notes == []


def test_a_table_with_the_longer_names_of_collections_is_read() -> None:
    row = {
        "claimReview_claimReviewed": "Sea water cures colds", "rating_alternateName": "False",
        "rating_ratingValue": "1", "rating_worstRating": "1", "rating_bestRating": "5",
        "creativeWork_author_name": "Inês Prado", "creativeWork_datePublished": "2024-04-30",
        "claimReview_url": URL, "claimReview_datePublished": "2024-05-02",
        "extra_title": "Does sea water help?", "claimReview_author_name": "Checkers’ Desk",
        "inLanguage": "en",
    }  # fmt: skip
    text = ",".join(row) + "\n" + ",".join(row.values())
    assert only(text.encode()) == (WHOLE, [])


def test_a_dataset_of_claims_and_verdicts_is_read() -> None:
    found, notes = only({
        "claim": "Sea water cures colds", "speaker": "Inês Prado", "verdict": "pants-fire",
        "date": "stated on April 30, 2024 in a mailer",
    })  # fmt: skip
    assert (found.claim, found.claimant, found.said_on, found.verdict) == (
        "Sea water cures colds", "Inês Prado", "2024-04-30", "pants-fire",
    )  # fmt: skip
    assert notes == [fields.NO_URL, fields.NO_CHECKER]


WHOLE_FIELDS = tuple(getattr(WHOLE, name) for name in Precedent.__dataclass_fields__)


def test_a_page_says_where_it_stands_where_the_review_does_not() -> None:
    canonical = f'<link rel="canonical" href="{URL}">'
    found, _ = only(page(review(url=None), head=canonical))
    assert found.url == URL
    (found,) = read(
        packed({"@type": "DataFeedItem", "url": URL, "item": review(url=None)})
    ).precedents
    assert found.url == URL


@pytest.mark.parametrize("kind", ["mhtml", "webarchive", "warc", "packed warc", "wacz"])
def test_archives_of_pages_are_read(kind: str) -> None:
    source = page(review(url=None)).decode() + "<p>" + "words " * 60
    place = "https://harbour.example/town/pier"
    data = {
        "mhtml": lambda: web.mhtml(source),
        "webarchive": lambda: web.webarchive(source),
        "warc": lambda: web.warc({place: source}),
        "packed warc": lambda: web.warc({place: source}, packed=True),
        "wacz": lambda: web.wacz({place: source}, (place,)),
    }[kind]()
    (found,) = read(data).precedents
    assert found.claim == WHOLE.claim
    assert found.url == ("https://harbour.example/0" if kind == "webarchive" else place)


def test_what_this_app_publishes_is_read_as_it_was_meant() -> None:
    for data in (
        claimreview.written(published()).data,
        claimreview.written_block(published()).data,
    ):
        found, notes = only(data)
        assert found.claim == "The pier is 80 metres long."
        assert (found.verdict, found.value, found.worst, found.best) == ("True", 5, 1, 5)
        assert (found.checker, found.claimant) == ("The Desk", "Ada Lind")
        assert found.explanation == "Measured."
        assert notes == []


def published() -> content.Report:
    """A report of one judged claim, published by a desk."""
    text = "The pier is 80 metres long."
    about = samples.article(text, "The pier")
    judged = samples.judged(
        samples.claim(about, 1, text, claimant="Ada Lind"), samples.given("True", "Measured.")
    )
    article = content.ReportArticle(about, samples.scale(), (judged,))
    return samples.report(article, organisation="The Desk", url="https://desk.example/checks/pier")


def test_lines_that_hold_no_check_are_named_and_the_others_read() -> None:
    lines = [packed(review()), b"{broken", b'{"@type": "Thing"}', packed(review(url=URL + "/2"))]
    found = read(b"\n".join(lines))
    assert len(found.precedents) == 2
    assert [(one.place, one.what, one.left_out) for one in found.notes] == [
        ("line 2", feed.NO_JSON, True), ("line 3", feed.NO_REVIEW, True),
    ]  # fmt: skip


def test_the_same_check_twice_in_a_file_is_one() -> None:
    found = read([review(), review(), review(claimReviewed="SEA WATER  cures colds")])
    assert len(found.precedents) == 1
    assert [one.what for one in found.notes] == [feed.AGAIN] * 2


# ---------------------------------------------------------------- faults in the wild


@pytest.mark.parametrize(
    ("rated", "verdict", "numbers", "note"),
    [
        ("False", "False", (None, None, None), fields.BARE_RATING),
        ("Rating: False", "False", (None, None, None), fields.PREFIXED),
        (["Mostly true"], "Mostly true", (None, None, None), fields.BARE_RATING),
        (rating(alternateName={"@value": "False"}), "False", (None, None, None),
         fields.ODD_WORDS),
        (rating(alternateName=["False", "Untrue"]), "False", (None, None, None), fields.SEVERAL),
        (rating(alternateName="False", ratingValue=0, worstRating=1, bestRating=5), "False",
         (None, None, None), fields.OFF_SCALE),
        (rating(alternateName="Unproven", ratingValue=-1, worstRating=-1, bestRating=-1),
         "Unproven", (None, None, None), fields.OFF_SCALE),
        (rating(alternateName="Half true", ratingValue="2,5", worstRating="1", bestRating="5"),
         "Half true", (2.5, 1, 5), None),
        (rating(alternateName="False", ratingValue="one"), "False", (None, None, None),
         fields.NO_NUMBER),
        (rating(ratingValue="Pants on fire"), "Pants on fire", (None, None, None),
         fields.WORDY_VALUE),
        (rating(ratingValue=4, bestRating=6), "", (4, None, 6), fields.NO_VERDICT),
        (rating(alternateName="Fact-check: <b>True</b> &amp; more"), "True & more",
         (None, None, None), fields.HTML),
        (None, "", (None, None, None), fields.NO_VERDICT),
        (True, "", (None, None, None), fields.NO_VERDICT),
    ],
)  # fmt: skip
def test_ratings(rated: Any, verdict: str, numbers: tuple[Any, ...], note: str | None) -> None:
    found, notes = only(review(reviewRating=rated))
    assert (found.verdict, (found.value, found.worst, found.best)) == (verdict, numbers)
    assert note in notes if note else notes == []


@pytest.mark.parametrize(
    ("url", "address", "note"),
    [
        (f"{URL} https://other.example/x", URL, fields.SEVERAL_URLS),
        (f"{URL},https://other.example/x", URL, fields.SEVERAL_URLS),
        (f"{URL}https://other.example/x", URL, fields.SEVERAL_URLS),
        ([None, URL], URL, None),
        ({"@id": URL}, URL, None),
        (
            "https://web.archive.example/2024/https://a.example/",
            "https://web.archive.example/2024/https://a.example/",
            None,
        ),
        ("/sea-water", "", fields.BAD_URL),
        ("javascript:alert(1)", "", fields.BAD_URL),
        ("https://[", "", fields.BAD_URL),
        (7, "", fields.NO_URL),
    ],
)
def test_addresses(url: Any, address: str, note: str | None) -> None:
    found, notes = only(review(url=url))
    assert found.url == address
    assert note in notes if note else notes == []


@pytest.mark.parametrize(
    ("author", "checker", "note"),
    [
        ("Checkers’ Desk", "Checkers’ Desk", None),
        ([{"name": "A. One"}, {"name": "B. Two"}, {"name": "A. One"}], "A. One, B. Two", None),
        ({"@type": "Organization", "url": "https://www.Desk.example/about"}, "desk.example",
         fields.BY_ADDRESS),
        ("https://desk.example", "checkers.example", fields.BY_ADDRESS),
        (None, "checkers.example", fields.BY_ADDRESS),
    ],
)  # fmt: skip
def test_who_checked(author: Any, checker: str, note: str | None) -> None:
    found, notes = only(review(author=author))
    assert found.checker == checker
    assert note in notes if note else notes == []


def test_who_said_it_is_never_who_checked() -> None:
    found, notes = only(review(itemReviewed={"author": {"name": "checkers’ desk"}}))
    assert (found.claimant, notes) == ("", [fields.SAME])


def test_strings_in_place_of_objects_and_wrong_types_cost_only_themselves() -> None:
    found, notes = only(review(itemReviewed="a tweet", inLanguage={"name": "x" * 9}, name=5.0))
    assert (found.claimant, found.said_on, found.language, found.title) == ("", "", "", "5")
    assert notes == []


@pytest.mark.parametrize("day", ["soon", "0001-01-01 00:00:00Z", "30/04/2024", {"@value": "?"}])
def test_dates_that_are_none_are_left_out_and_named(day: Any) -> None:
    found, notes = only(review(datePublished=day))
    assert (found.published, notes) == ("", [fields.NO_DAY])


def test_a_check_without_claim_is_found_by_its_headline_and_without_both_left_out() -> None:
    found = read([review(claimReviewed=None), review(claimReviewed=None, name=None)])
    (one,) = found.precedents
    assert (one.claim, one.words) == ("", "Does sea water help?")
    assert [(note.place, note.what, note.left_out) for note in found.notes] == [
        ("item 1", fields.NO_CLAIM, False), ("item 2", fields.NOTHING, True),
    ]  # fmt: skip


def test_a_property_that_stands_twice_is_named() -> None:
    text = packed(review()).decode()
    found, notes = only((text[:-1] + ', "claimReviewed": "Sea water is wet"}').encode())
    assert (found.claim, notes) == ("Sea water is wet", [fields.TWICE])


def test_commas_before_closing_brackets_are_forgiven_and_named() -> None:
    text = packed(review()).decode()[:-1] + ",\n}"
    for data in (text.encode(), page(text)):
        assert only(data) == (WHOLE, [feed.MENDED])


# ---------------------------------------------------------------- hostile


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no ClaimReview"),
        (b"Only a text.", "no ClaimReview"),
        (packed({"@type": "Article"}), "no ClaimReview"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "nested too deeply"),
        (b'{"@type": "ClaimReview", ', "damaged"),
        (page({"@type": "Article"}), "no ClaimReview"),
        (b"title,verdict\nx,False", "no ClaimReview"),
        (b"%PDF-1.7\n", "This is a PDF. There is no ClaimReview"),
        (b"bplist00" + b"x" * 50, "damaged"),
    ],
)
def test_files_without_a_check_are_refused(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_bytes(data)
    with pytest.raises(Problem, match=words) as refused:
        feed.read_path(path)
    assert refused.value.where == str(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no such file"):
        feed.read_path(tmp_path / "none.json")


def test_a_deep_value_costs_only_itself() -> None:
    deep: Any = "bottom"
    for _ in range(400):
        deep = {"author": [deep]}
    found, _ = only(review(itemReviewed=deep))
    assert (found.claim, found.claimant) == (WHOLE.claim, "")


def test_a_page_with_a_script_that_is_nested_too_deeply_gives_the_others() -> None:
    found = read(page("[" * 50_000, review()))
    assert found.precedents == (WHOLE,)
    assert [(one.place, one.what) for one in found.notes] == [("script 1", feed.NO_JSON)]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 6000])
def test_numbers_that_are_none_are_no_numbers(value: str) -> None:
    text = packed(review(reviewRating=rating(alternateName="False", ratingValue=77))).decode()
    found, _ = only(text.replace("77", value).encode())
    assert (found.verdict, found.value) == ("False", None)


def test_half_a_surrogate_and_control_characters_become_storable() -> None:
    data = packed(review()).replace(b"Sea water", b"Sea \\ud800\\u0000water")
    found, _ = only(data)
    assert found.claim.encode("utf-8").decode("utf-8") == found.claim
    assert "\x00" not in found.claim


def test_a_million_tags_and_an_endless_word_are_cut() -> None:
    found, notes = only(review(claimReviewed="<b>x</b>" * 100_000 + "y" * 1_000_000))
    assert len(found.claim) in (999, 1000)  # a space at the cut goes
    assert notes == [fields.HTML]


def test_a_context_is_never_fetched() -> None:
    found, _ = only(review(**{"@context": ["file:///etc/hostname", "http://127.0.0.1:9/x"]}))
    assert found == WHOLE


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["@type", "@id", "name", "url", "author", "alternateName", "ratingValue"]),
        inner, max_size=4,
    ),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(sorted(review())), JSON))
def test_whatever_stands_in_a_review_a_check_or_a_reason_comes_out(values: dict[str, Any]) -> None:
    try:
        found = read({**review(), **values, "@type": "ClaimReview"})
    except Problem:
        return
    assert found.precedents or any(note.left_out for note in found.notes)
    for one in found.precedents:
        assert one.words
        assert one.url == "" or one.url.startswith(("http://", "https://"))
        assert one.value is None or one.verdict is not None
        "".join(map(str, (one.claim, one.claimant, one.verdict, one.checker))).encode("utf-8")
