"""Newer texts of an article: claims follow them, nothing is lost, and every step can be undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.anchoring import carry
from factcheck_gui.domain import (
    Attribution,
    Change,
    Document,
    Entity,
    Figure,
    FoundClaim,
    Problem,
    Span,
    slices,
)
from factcheck_gui.library.likeness import address, headline
from factcheck_gui.library.search import search
from factcheck_gui.library.store import Store
from factcheck_gui.reports.content import Choices
from factcheck_gui.reports.writing import FORMATS
from factcheck_gui.reviews import build_report
from tests.core.library_samples import (
    AT,
    ME,
    SCALE,
    TEXT,
    document,
    everything,
    findings,
    opened,
    ticking,
)

NEWER = (
    "The harbour of Aldmoor handled 14,000 containers in March.\n\n"
    "“Traffic has doubled since the bridge opened,” said Inês Prado, who runs the port.\n\n"
    "A storm is on its way.\n\n"
    "Ferries carried 1.2 million people last year, the ministry says.\n\n"
    "😀 Nobody counted the boats 🚢 that left. \u200fمرحبا\u200e is written on the quay."
)


def take(store: Store, text: str, article: int = 1, **details: str) -> Change | None:
    older = store.older(article)
    found = carry(older.texts, text, older.claims, older.current)
    newer = replace(document(text, "newer.txt"), **details)  # type: ignore[arg-type]
    return store.add_version(article, newer, found, ME, AT)


def states(store: Store) -> list[tuple[int, str, str, str]]:
    claims = store.claims(store.every_claim(1))
    return [(one.key, one.anchor, one.text[:22], one.was[:31]) for one in claims]


def test_claims_follow_a_newer_text(tmp_path: Path) -> None:
    store = opened(tmp_path)
    change = take(store, NEWER)
    assert change is not None
    assert (change.before["version"], change.after["version"]) == (1, 2)
    assert states(store) == [
        (1, "ok", "The harbour of Aldmoor", "The harbour of Aldmoor handled "),
        (2, "ok", "“Traffic has doubled s", ""),
        (3, "orphaned", "The mayor denied that ", ""),
        (5, "moved", "Ferries carried 1.2 mi", ""),
        (4, "ok", "😀 Nobody counted the b", ""),
    ]
    assert findings(store) == []
    assert store.article(1).text == NEWER
    assert [hit.kind for hit in search(store.connection, "14")] == ["article", "claim"]
    assert search(store.connection, "41") == []


def test_an_orphaned_claim_keeps_its_words_and_its_review(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(3, ME, AT, {"verdict": "False", "reason": "It was once."})
    take(store, NEWER)
    claim = store.claim(3)
    assert (claim.text, claim.spans) == (
        "The mayor denied that the café quarter was flooded twice.",
        (),
    )
    assert (claim.state, claim.verdict, claim.shown) == ("reviewed", "False", True)
    assert 3 in store.claim_keys(1)
    assert [one.key for one in store.marks(1)] == [1, 2, 4]
    assert store.last_place(3) == (
        1,
        (Span(TEXT.index("The mayor"), TEXT.index("The mayor") + 57),),
    )


def test_going_back_and_forth_is_exact(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    before = store.claims(store.every_claim(1))
    change = take(store, NEWER)
    assert change is not None
    after = store.claims(store.every_claim(1))
    for _ in range(2):
        assert store.write(change.inverse(), ME, clock()) is not None
        assert store.claims(store.every_claim(1)) == before
        assert store.write(change, ME, clock()) is not None
        assert store.claims(store.every_claim(1)) == after
    assert [one.number for one in store.versions(1)] == [1, 2]
    assert findings(store) == []


def test_a_claim_made_in_the_newer_version_is_looked_for_in_the_older_one(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    change = take(store, NEWER)
    assert change is not None
    new = NEWER.index("A storm")
    made = store.add_claim(store.article(1), [Span(new, new + 22)], ME, clock()).claim
    quote = NEWER.index("Traffic has doubled")
    kept = store.add_claim(store.article(1), [Span(quote, quote + 19)], ME, clock()).claim
    store.write(change.inverse(), ME, clock())
    assert made is not None and kept is not None
    assert store.claim(made).anchor == "orphaned"
    assert store.claim(kept).spans[0].of(TEXT) == "Traffic has doubled"
    assert findings(store) == []


def test_an_orphan_is_anchored_by_hand_and_that_is_undone(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    take(store, NEWER)
    place = NEWER.index("A storm")
    change = store.move_claim(3, [Span(place, place + 21)], ME, clock())
    assert change is not None
    claim = store.claim(3)
    assert (claim.anchor, claim.text) == ("ok", "A storm is on its way")
    assert claim.was.startswith("The mayor denied")
    assert store.write(change.inverse(), ME, clock()) is not None
    assert store.claim(3).anchor == "orphaned"
    assert store.claim(3).text.startswith("The mayor denied")
    assert store.write(change, ME, clock()) is not None
    assert store.claim(3).text == "A storm is on its way"
    assert findings(store) == []


def test_a_step_of_the_older_version_is_undone_there_and_carried_over(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    whole = store.claim(2).spans[0]
    change = store.move_claim(2, [Span(whole.start + 1, whole.start + 20)], ME, clock())
    assert change is not None
    take(store, NEWER)
    assert store.claim(2).text == "Traffic has doubled"
    store.write(change.inverse(), ME, clock())
    claim = store.claim(2)
    assert claim.text == whole.of(TEXT)
    assert claim.spans[0].of(NEWER) == claim.text
    assert findings(store) == []


def test_figures_and_speakers_follow_their_words(tmp_path: Path) -> None:
    store = opened(tmp_path)
    number, name = TEXT.index("41,000"), TEXT.index("Inês")
    said = Attribution((Span(name, name + 10),), (), (Span(TEXT.index("Traffic"), name - 8),))
    found = FoundClaim(
        (Span(number, number + 17),), "", 0.9, True,
        figures=(Figure(Span(number, number + 6), 41000, "containers"),),
        entities=(Entity(Span(name, name + 10), "person"),),
    )  # fmt: skip
    (key,) = store.add_found(store.article(1), [found], [said])
    change = take(store, "Well.\n\n" + TEXT)
    claim = store.claim(key)
    assert claim.figures[0].span == Span(number + 7, number + 13)
    assert claim.entities == (Entity(Span(name + 7, name + 17), "person"),)
    assert claim.attribution is not None
    assert claim.attribution.source == (Span(name + 7, name + 17),)
    assert change is not None
    store.write(change.inverse(), ME, AT)
    assert store.claim(key).figures == found.figures
    assert store.claim(key).attribution == said


def test_that_words_changed_is_told_until_somebody_judges_or_settles_it(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, AT, {"verdict": "True"})
    store.connection.execute("SELECT 1")
    older = store.older(1)
    found = carry(older.texts, NEWER, older.claims)
    store.add_version(1, document(NEWER), found, ME, clock())
    was = store.claim(1).was
    assert "41,000" in was
    settled = store.settle(1, "", ME, clock())
    assert settled is not None
    assert store.claim(1).was == ""
    assert store.settle(1, "", ME, clock()) is None
    store.write(settled.inverse(), ME, clock())
    assert store.claim(1).was == was
    store.assess(1, ME, clock(), {"verdict": "False"})
    assert store.claim(1).was == ""


def test_the_same_text_again_is_the_article_that_is_there(tmp_path: Path) -> None:
    store = opened(tmp_path)
    take(store, NEWER)
    for text in (TEXT, NEWER, NEWER.replace("\n\n", "\n") + "\n"):
        assert store.add_article(document(text), SCALE, "", AT) == (1, False)
        assert store.alike(document(text)) is None
    assert take(store, NEWER) is None
    assert [one.source_name for one in store.versions(1)] == ["harbour.txt", "newer.txt"]


def test_an_article_is_known_by_its_address_or_its_headline_and_outlet(tmp_path: Path) -> None:
    store = opened(tmp_path)
    url = "https://www.aldmoor.example/news/harbour/?utm_source=x#top"
    store.edit_article(1, {"url": url, "title": "Harbour grows again", "site": "Aldmoor"}, ME, AT)
    same = document(NEWER)
    assert store.alike(same) is None
    assert store.alike(replace(same, url="http://aldmoor.example/news/harbour")) == 1
    assert store.alike(replace(same, title="HARBOUR GROWS  AGAIN", site="aldmoor")) == 1
    assert store.alike(replace(same, title="Harbour grows again", site="Other")) is None
    store.edit_article(1, {"trashed_at": "2024"}, ME, AT)
    assert store.alike(replace(same, url=url)) is None


@pytest.mark.parametrize(
    "url, key",
    [
        ("https://Example.org/a/?b=2&a=1&fbclid=z", "address:example.org/a?a=1&b=2"),
        ("https://m.example.org/a/index.html", "address:example.org/a"),
        ("https://example.org/", ""),
        ("ftp://example.org/a", ""),
        ("http://[::1", ""),
        ("not an address", ""),
    ],
)
def test_addresses_are_compared_without_what_says_how_one_got_there(url: str, key: str) -> None:
    assert address(url) == key


def test_a_short_headline_stands_for_nothing() -> None:
    assert headline("Live updates", "x") == ""


def test_details_that_a_person_entered_are_kept(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.edit_article(1, {"title": "My title"}, ME, AT)
    change = take(store, NEWER, title="Their title", modified="2024-06-01", author="I. Prado")
    row = store.article(1).row
    assert (row.title, row.modified, row.author) == ("My title", "2024-06-01", "I. Prado")
    assert dict(store.article(1).origins) == {"title": "reviewer"}
    assert change is not None
    store.write(change.inverse(), ME, AT)
    row = store.article(1).row
    assert (row.title, row.modified, row.author) == ("My title", "", "")


def test_where_a_detail_comes_from_is_undone_with_it(tmp_path: Path) -> None:
    store = opened(tmp_path)
    change = store.edit_article(1, {"title": "My title"}, ME, AT)
    assert dict(store.article(1).origins) == {"title": "reviewer"}
    assert change is not None
    store.write(change.inverse(), ME, AT)
    assert (store.article(1).row.title, store.article(1).origins) == ("", ())


def test_the_finder_goes_through_the_newer_text_and_doubles_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    take(store, NEWER)
    article = store.article(1)
    assert (article.extracted, store.unsearched()) == (False, [1])
    spans = [one.spans for one in store.claims([1, 2])]
    found = [FoundClaim(one, "", 0.9, True) for one in spans]
    assert store.add_found(article, found, held=store.held(article)) == [1, 2]
    store.finish_finding(1, "test", AT)
    assert store.unsearched() == []


def test_the_original_of_each_version_is_kept(tmp_path: Path) -> None:
    store = opened(tmp_path)
    take(store, NEWER)
    assert store.original(1) == ("newer.txt", NEWER.encode())
    assert store.original(1, 1) == ("harbour.txt", TEXT.encode())
    taken = Document(TEXT + "\n\nShare", source_name="newer.txt")
    older = store.older(1)
    found = carry(older.texts, taken.text, older.claims)
    store.add_version(1, taken, found, ME, AT, source=2)
    assert store.original(1) == ("newer.txt", NEWER.encode())


def test_an_article_may_have_the_text_of_another_one_as_a_version(tmp_path: Path) -> None:
    store = opened(tmp_path)
    other, _ = store.add_article(document(NEWER, "other.txt"), SCALE, "", AT)
    assert take(store, NEWER) is not None
    assert findings(store) == []
    store.edit_article(other, {"trashed_at": "2024"}, ME, AT)
    store.empty_trash(ME, AT)
    assert findings(store) == []
    assert store.article(1).text == NEWER


def test_a_version_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with pytest.raises(Problem):
        store.show_version(1, 7, ME, AT)
    with pytest.raises(Problem):
        store.older(99)
    store.close()
    again = Store.open(tmp_path / "test.factcheck", AT)
    before = everything(tmp_path / "test.factcheck")
    again.connection.execute(
        "CREATE TEMP TRIGGER fails BEFORE UPDATE OF version ON article"
        " BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        take(again, NEWER)
    again.close()
    assert everything(tmp_path / "test.factcheck") == before


SENTENCES = (
    "The harbour of Aldmoor handled 41,000 containers in March.",
    "The mayor denied that the café quarter was flooded twice.",
    "Ferries carried 1.2 million people last year, the ministry says.",
    "Nobody counted the boats that left the inner basin at night.",
    "A storm of 90 kilometres an hour is on its way, forecasters say.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7).map("\n\n".join)


@settings(max_examples=25)
@given(st.lists(st.one_of(TEXTS, st.integers(1, 4)), min_size=1, max_size=5), st.data())
def test_whatever_comes_and_goes_no_claim_is_lost_and_the_library_is_whole(
    steps: list[str | int], data: st.DataObject
) -> None:
    """Newer texts, goings back, undo: every claim keeps its id, number and verdict."""
    with TemporaryDirectory() as folder:
        store, clock = opened(Path(folder)), ticking()
        store.assess(2, ME, AT, {"verdict": "True"})
        known = {one.id: (one.number, one.verdict) for one in store.claims(store.every_claim(1))}
        for step in steps:
            change = _step(store, step, clock())
            if change and data.draw(st.booleans()):
                before = store.claims(store.every_claim(1))
                store.write(change.inverse(), ME, clock())
                store.write(change, ME, clock())
                assert store.claims(store.every_claim(1)) == before
        claims = store.claims(store.every_claim(1))
        assert {one.id: (one.number, one.verdict) for one in claims} == known
        text = store.article(1).text
        for one in claims:
            assert (one.anchor == "orphaned") == (not one.spans)
            assert not one.spans or one.text == slices(text, one.spans)
        assert findings(store) == []
        store.close()


def _step(store: Store, step: str | int, at: datetime) -> Change | None:
    if isinstance(step, int):
        numbers = [one.number for one in store.versions(1)]
        return store.show_version(1, numbers[step % len(numbers)], ME, at)
    older = store.older(1)
    found = carry(older.texts, step, older.claims, older.current)
    return store.add_version(1, document(step), found, ME, at)


def test_reports_say_of_an_orphaned_claim_that_the_text_has_it_no_more(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(3, ME, AT, {"verdict": "False"})
    take(store, NEWER)
    report = build_report(store, [1], AT, Choices())
    words = {name: FORMATS[name].written(report, None).data.decode() for name in ("html", "json")}
    assert "no longer in the article’s text" in words["html"]
    claims = json.loads(words["json"])["articles"][0]["claims"]
    (gone,) = [one for one in claims if one["anchor"] == "orphaned"]
    assert (gone["spans"], gone["verdict"]) == ([], "False")
    store.close()


def test_the_history_of_a_claim_tells_what_newer_texts_did(tmp_path: Path) -> None:
    store = opened(tmp_path)
    take(store, NEWER)
    told = {key: store.history(key)[0] for key in (1, 3, 5)}
    assert [told[key].what for key in (1, 3, 5)] == ["text changed", "orphaned", "moved"]
    assert "41,000" in told[1].before and "14,000" in told[1].after
