"""Earlier checks in a library: taken in once, brought up to date, removed, found for a claim."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui import cli, precedents
from factcheck_gui.claims.matching import METHOD, imprint
from factcheck_gui.domain import Precedent, Problem, Reviewer
from factcheck_gui.library.feeds import Intake, Ready
from factcheck_gui.library.packing import write_package
from factcheck_gui.library.precedents import Earlier, feeds
from factcheck_gui.library.store import Store
from factcheck_gui.precedents import FeedArrival, Finder, TakenIn, judged, nearness
from tests.core.feed_samples import URL, packed, review
from tests.core.library_samples import (
    AT,
    ME,
    TEXT,
    fill,
    findings,
    meddling,
    opened,
)

OTHER = TEXT.replace("\n\n", "\n\nElsewhere, ", 1)


def file_of(folder: Path, *reviews: dict[str, Any], name: str = "feed.json") -> Path:
    path = folder / name
    path.write_bytes(packed(list(reviews)))
    return path


def take_in(store: Store, path: Path, at=AT) -> TakenIn:
    arrival = FeedArrival()
    *_, last = [arrival.take(store, one, ME, at) for one in precedents.read_feed(str(path))]
    assert last is not None
    return last


@pytest.fixture
def store(tmp_path: Path):
    made = opened(tmp_path)
    yield made
    made.close()


# ---------------------------------------------------------------- coming in and going


def test_a_file_comes_in_and_the_log_says_so(store: Store, tmp_path: Path) -> None:
    both = file_of(tmp_path, review(), review(claimReviewed=None, name=None))
    taken = take_in(store, both)
    assert (taken.counts, taken.left_out) == (Intake(new=1), 1)
    (feed,) = feeds(store)
    assert (feed.name, feed.count, feed.left_out) == ("feed.json", 1, 1)
    what, payload = store.connection.execute(
        "SELECT what, payload FROM event ORDER BY id DESC LIMIT 1"
    ).fetchone()
    assert what == "import earlier checks"
    assert json.loads(payload)["new"] == 1
    assert findings(store) == []


def test_the_same_file_again_brings_nothing_and_leaves_no_row(store: Store, tmp_path: Path) -> None:
    path = file_of(tmp_path, review(), review(url=URL + "/2"))
    take_in(store, path)
    assert take_in(store, path, AT + timedelta(hours=1)).counts == Intake(known=2)
    assert [one.count for one in feeds(store)] == [2]


def test_a_check_that_its_publisher_changed_is_brought_up_to_date(
    store: Store, tmp_path: Path
) -> None:
    take_in(store, file_of(tmp_path, review()))
    changed = review(reviewRating={"alternateName": "Mostly false"})
    assert take_in(store, file_of(tmp_path, changed)).counts == Intake(changed=1)
    (one,) = found_by(Finder(), store.path, "Sea water cures colds", 0)
    assert (one.precedent.verdict, one.precedent.value) == ("Mostly false", None)
    assert findings(store) == []


def test_a_file_is_removed_in_small_turns_and_the_log_says_so(store: Store, tmp_path: Path) -> None:
    take_in(store, file_of(tmp_path, *(review(url=f"{URL}/{n}") for n in range(12))))
    (feed,) = feeds(store)
    assert store.shrink_feed(feed.key, most=5) == 5
    assert sum(precedents.removing(store, feed.key, ME, AT)) == 7
    assert feeds(store) == []
    assert store.connection.execute("SELECT COUNT(*) FROM precedent").fetchone()[0] == 0
    assert findings(store) == []
    with pytest.raises(Problem, match="no longer"):
        store.drop_feed(feed.key, ME, AT)


def test_what_was_cut_short_is_taken_back(store: Store, tmp_path: Path) -> None:
    arrival = FeedArrival()
    list(FeedArrival().give_up(store, ME, AT))  # before anything came
    first = next(precedents.read_feed(str(file_of(tmp_path, review()))))
    assert arrival.take(store, first, ME, AT) is None
    list(arrival.give_up(store, ME, AT))
    assert feeds(store) == []
    assert list(arrival.give_up(store, ME, AT)) == []


KNOWN = [Precedent(f"Claim {n}", url=f"https://x.example/{n % 3}") for n in range(6)]


@settings(max_examples=25)
@given(lots=st.lists(st.lists(st.sampled_from(KNOWN), max_size=5), max_size=5))
def test_whatever_order_files_come_in_each_check_is_there_once(
    lots: list[list[Precedent]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = opened(tmp_path_factory.mktemp("feeds"))
    try:
        for lot in lots:
            counts = Intake()
            feed = store.begin_feed("f", "0", AT)
            ready = [Ready(one, imprint(one.words)) for one in lot]
            store.add_precedents(feed, ready, METHOD, counts)
            store.finish_feed(feed, 0, counts, ME, AT)
            assert counts.new + counts.known == len(lot)
        rows = store.connection.execute("SELECT uuid FROM precedent").fetchall()
        assert sorted(rows) == sorted({(one.id,) for lot in lots for one in lot})
        assert sum(one.count for one in feeds(store)) == len(rows)
        assert findings(store) == []
    finally:
        store.close()


def test_check_sees_a_check_that_was_changed_by_hand(store: Store, tmp_path: Path) -> None:
    take_in(store, file_of(tmp_path, review()))
    path = store.path
    store.close()
    with meddling(path) as connection:
        connection.execute("UPDATE precedent SET claim = 'Sea water is wet'")
    again = Store.open(path, AT)
    assert [one.check for one in findings(again)] == ["earlier checks"]
    again.close()


def test_earlier_checks_do_not_travel_in_packages(store: Store, tmp_path: Path) -> None:
    take_in(store, file_of(tmp_path, review()))
    out = tmp_path / "one.factpack"
    write_package(store.connection, [1], out, id="0", at=AT, blind=False, notes=True)
    assert b"cures colds" not in out.read_bytes()


# ---------------------------------------------------------------- finding


def found_by(finder: Finder, *question: Any) -> list[Earlier]:
    """What is shown where words alone decide."""
    return judged(finder.find(*question))


def test_a_check_that_says_the_same_is_found_and_nothing_else(store: Store, tmp_path: Path) -> None:
    other = review(
        claimReviewed="Ferries carry cars", url=URL + "/2", name="Do ferries carry cars?"
    )
    take_in(store, file_of(tmp_path, review(), other))
    finder = Finder()
    (one,) = found_by(finder, store.path, "Colds are cured by sea water", 0)
    assert (one.precedent.url, one.feed, one.claim) == (URL, "feed.json", 0)
    assert one.near == "close"
    assert found_by(finder, store.path, "The library opens at nine", 0) == []
    assert found_by(finder, store.path, "", 0) == []


def test_meaning_finds_what_is_said_in_other_words_and_leaves_out_what_only_sounds_alike(
    store: Store, tmp_path: Path
) -> None:
    said = review(claimReviewed="Vaccines cause autism in children", name=None)
    alike = review(claimReviewed="Vaccines for children lie in a fridge", url=URL + "/2", name=None)
    take_in(store, file_of(tmp_path, said, alike))
    text = "Kids become autistic because of vaccines"
    found = Finder().find(store.path, text, 0)
    shown = judged(found, nearness(text, [one.precedent.words for one in found]))
    assert [one.precedent.claim for one in shown] == ["Vaccines cause autism in children"]
    assert judged(found) == []  # by its words alone it would not be shown


def test_other_figures_and_denials_are_told_and_never_very_close(
    store: Store, tmp_path: Path
) -> None:
    take_in(store, file_of(tmp_path, review(claimReviewed="The port lost 300 jobs", name=None)))
    (one,) = found_by(Finder(), store.path, "The port did not lose 45 jobs", 0)
    assert one.differs == ("figures", "denial")
    assert one.near == "related"


def test_judged_claims_of_other_articles_are_found_with_their_verdicts(store: Store) -> None:
    second, claims = fill(store, OTHER)
    words = store.claim(claims[0]).text
    finder = Finder()
    assert found_by(finder, store.path, words, 1) == []  # nothing is judged yet
    store.assess(claims[0], ME, AT, {"verdict": "False"})
    (one,) = found_by(finder, store.path, words, 1)
    assert (one.claim, one.article, one.precedent.verdict) == (claims[0], second, "False")
    assert found_by(finder, store.path, words, second) == []  # it is this article's own
    store.assess(claims[0], replace(ME, round="second", name="B"), AT, {"verdict": "True"})
    (one,) = found_by(finder, store.path, words, 1)
    assert (one.disputed, one.precedent.verdict) == (True, "")
    store.edit_article(second, {"trashed_at": "2024-01-01"}, ME, AT)
    assert found_by(finder, store.path, words, 1) == []


def test_a_blind_reader_is_told_no_verdict_of_others_but_all_of_files(
    store: Store, tmp_path: Path
) -> None:
    _, claims = fill(store, OTHER)
    words = store.claim(claims[0]).text
    store.assess(claims[0], ME, AT, {"verdict": "False"})
    take_in(store, file_of(tmp_path, review(claimReviewed=words)))
    blind = Reviewer("B", "second")
    assert [one.claim for one in found_by(Finder(), store.path, words, 1, blind)] == [0]
    store.assess(claims[0], blind, AT, {"verdict": "Mixed"})
    found = found_by(Finder(), store.path, words, 1, blind)
    assert {one.precedent.verdict for one in found if one.claim} == {"Mixed"}


def test_imprints_of_an_earlier_method_are_made_anew(store: Store, tmp_path: Path) -> None:
    take_in(store, file_of(tmp_path, review()))
    store.connection.execute("UPDATE precedent SET imprint = x'00', method = 0")
    assert len(found_by(Finder(), store.path, "Sea water cures colds", 0)) == 1


def test_the_index_follows_what_comes_and_goes(store: Store, tmp_path: Path) -> None:
    finder = Finder()
    assert found_by(finder, store.path, "Sea water cures colds", 0) == []
    take_in(store, file_of(tmp_path, review()))
    assert len(found_by(finder, store.path, "Sea water cures colds", 0)) == 1
    (feed,) = feeds(store)
    list(precedents.removing(store, feed.key, ME, AT))
    assert found_by(finder, store.path, "Sea water cures colds", 0) == []


# ---------------------------------------------------------------- the command


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[Any], str]:
    status = cli.run([str(one) for one in arguments])
    told = capsys.readouterr()
    return status, [json.loads(line) for line in told.out.splitlines()], told.err


def test_the_command_takes_files_in_lists_and_removes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(tmp_path).close()
    library, feed = tmp_path / "test.factcheck", file_of(tmp_path, review(author=None))
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    status, lines, err = run(capsys, "precedents", "--library", library, feed, bad)
    assert status == 1
    assert "no ClaimReview" in err
    note = {
        "place": "item 1",
        "what": "the checker is named by their web address",
        "left_out": False,
    }
    told = {"path": str(feed), "new": 1, "changed": 0, "known": 0, "left_out": 0, "notes": [note]}
    assert lines == [told]
    status, (listed,), _ = run(capsys, "precedents", "--library", library, "--list")
    assert (status, listed["name"], listed["checks"]) == (0, "feed.json", 1)
    status, (hit,), _ = run(
        capsys, "precedents", "--library", library, "--find", "Colds are cured by sea water"
    )
    assert (status, hit["verdict"], hit["near"], hit["from"]) == (
        0, "False", "close", "feed.json",
    )  # fmt: skip
    assert run(capsys, "precedents", "--library", library, "--find", "The bus is late")[1] == []
    status, lines, _ = run(capsys, "precedents", "--library", library, "--remove", listed["id"])
    assert (status, lines) == (0, [{"id": listed["id"], "removed": 1}])
    assert run(capsys, "precedents", "--library", library, "--remove", "x")[0] == 1
    assert run(capsys, "precedents", "--library", library)[0] == 2
    assert run(capsys, "precedents", "--library", tmp_path / "none.factcheck", feed)[0] == 1
