"""Writing: what each write returns, what it keeps, and that it takes whatever people type."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck_gui.domain import Change, Problem, Reviewer, Span, iso
from factcheck_gui.library import file
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.store import Store
from tests.core.library_samples import (
    AT,
    ME,
    SCALE,
    TEXT,
    YOU,
    dice,
    document,
    fill,
    found,
    opened,
    paragraphs,
    ticking,
)

ODD_TEXTS = {
    "emoji": "👩🏽‍🚒 said “yes” 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "right to left": "قال الوزير \u200e(12)\u200f إن «المرفأ» مغلق",
    "combining": "Z̷̛a̴l̵g̶o̷ e\u0301 \u0301",
    "controls": "tab\tbell\x07 \u2028 line \x85 para \u2029",
    "quotes": '\'; DROP TABLE claim; -- "%s" {0} \\',
    "long": "long note. " * 10_000,
}


def values(change: Change | None) -> tuple[object, object]:
    assert change is not None
    return change.before, change.after


def test_each_write_says_what_was_and_what_is(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    first = store.assess(2, ME, clock(), {"verdict": "True", "free_text": False})
    assert first == Change("assessment", 1, 2, {"verdict": None}, {"verdict": "True"}, ME)
    second = store.assess(2, ME, clock(), {"verdict": "Mixed", "note": "ask the port"})
    assert values(second) == (
        {"verdict": "True", "note": ""},
        {"verdict": "Mixed", "note": "ask the port"},
    )
    free = store.assess(2, ME, clock(), {"verdict": "Out of date", "free_text": True})
    assert values(free) == (
        {"verdict": "Mixed", "free_text": False},
        {"verdict": "Out of date", "free_text": True},
    )
    wording = store.edit_claim(2, {"wording": "It doubled.", "claimant": ""}, ME, clock())
    assert wording == Change("claim", 1, 2, {"wording": ""}, {"wording": "It doubled."}, ME)
    title = store.edit_article(1, {"title": "Harbour", "url": ""}, ME, clock())
    entered = {"title": "Harbour", "origins": '{"title": "reviewer"}'}
    assert title == Change("article", 1, None, {"title": "", "origins": "{}"}, entered, ME)
    store.close()


def test_a_write_that_changes_nothing_returns_none_and_leaves_no_trace(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {"verdict": "True", "reason": "seen"})
    store.edit_claim(1, {"wording": "w", "dismissed": ""}, ME, clock())
    store.edit_article(1, {"title": "t"}, ME, clock())
    events = store.connection.execute("SELECT COUNT(*) FROM event").fetchone()
    assert store.assess(1, ME, clock(), {"verdict": "True"}) is None
    assert store.assess(1, ME, clock(), {"reason": "seen", "note": ""}) is None
    assert store.assess(1, YOU, clock(), {"verdict": None, "note": ""}) is None
    assert store.assess(1, ME, clock(), {}) is None
    assert store.edit_claim(1, {"wording": "w"}, ME, clock()) is None
    assert store.edit_claim(1, {"dismissed": "", "withdrawn": 0}, ME, clock()) is None
    assert store.edit_article(1, {"title": "t"}, ME, clock()) is None
    assert store.connection.execute("SELECT COUNT(*) FROM event").fetchone() == events
    store.close()


def test_an_empty_verdict_is_no_verdict(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert store.assess(1, ME, AT, {"verdict": ""}) is None
    assert store.claim(1).state == "open"
    store.close()


def test_a_field_that_does_not_exist_is_a_bug_and_writes_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for write in (
        lambda: store.assess(1, ME, AT, {"verdict": "True", "mood": "good"}),
        lambda: store.edit_claim(1, {"text": "other words"}, ME, AT),
        lambda: store.edit_article(1, {"uuid": "x"}, ME, AT),
    ):
        with pytest.raises(ValueError, match="no fields"):
            write()
    assert store.standing(1) == []
    store.close()


def test_writing_to_what_is_gone_is_a_problem(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for write in (
        lambda: store.assess(99, ME, AT, {"verdict": "True"}),
        lambda: store.edit_claim(99, {"wording": "x"}, ME, AT),
        lambda: store.edit_article(99, {"title": "x"}, ME, AT),
        lambda: store.save_draft(99, ME, AT, "note", "x"),
        lambda: store.article(99),
        lambda: store.claim(99),
        lambda: store.scale(99),
        lambda: store.original(99),
    ):
        with pytest.raises(Problem, match=r"no longer|No original"):
            write()
    store.close()


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_whatever_is_typed_comes_back_as_typed(tmp_path: Path, name: str) -> None:
    text, store = ODD_TEXTS[name], opened(tmp_path)
    store.save_draft(1, ME, AT, "note", text)
    assert store.drafts(1, ME) == {"note": text}
    store.assess(1, ME, AT, {"note": text, "reason": text, "verdict": text, "free_text": True})
    store.edit_claim(1, {"wording": text, "claimant": text, "dismissed": text}, ME, AT)
    store.edit_article(1, {"title": text}, ME, AT)
    store.close()
    store = Store.open(tmp_path / "test.factcheck", AT)
    given, claim = store.assessment(1, ME), store.claim(1)
    assert given is not None
    assert (given.note, given.reason, given.verdict) == (text, text, text)
    assert (claim.wording, claim.claimant, claim.dismissed) == (text, text, text)
    assert store.article(1).row.title == text
    store.close()


def test_what_no_file_can_hold_is_replaced_one_for_one(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.save_draft(1, ME, AT, "note", "half \ud83d of a pair")
    assert store.drafts(1, ME) == {"note": "half \ufffd of a pair"}
    change = store.assess(1, ME, AT, {"note": "half \udc00", "reason": "nul \x00\r\nline"})
    assert values(change)[1] == {"note": "half \ufffd", "reason": "nul \ufffd\nline"}
    assert store.edit_claim(1, {"wording": "\ud800"}, ME, AT) is not None
    assert store.edit_article(1, {"title": "\ud800"}, ME, AT) is not None
    assert (store.claim(1).wording, store.article(1).row.title) == ("\ufffd", "\ufffd")
    again = store.assess(1, ME, AT, {"note": "half \udc00"})
    assert again is None
    store.close()


def test_a_clock_that_goes_backwards_never_hides_a_later_word(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for n, verdict in enumerate(("True", "Mixed", "False")):
        store.assess(1, ME, AT - timedelta(hours=n), {"verdict": verdict})
        assert store.claim(1).verdict == verdict
    store.assess(1, ME, AT - timedelta(days=9), {"verdict": None})
    assert store.claim(1).state == "open"
    given = store.assessment(1, ME)
    assert given is not None
    assert given.at > iso(AT)
    assert [one.what for one in store.history(1)] == ["verdict"] * 4
    store.close()


# ---------------------------------------------------------------- drafts


def test_a_draft_survives_a_crash_and_ends_with_the_assessment(tmp_path: Path) -> None:
    store, path = opened(tmp_path), tmp_path / "test.factcheck"
    store.save_draft(1, ME, AT, "note", "not yet")
    store.save_draft(1, ME, AT, "note", "not yet finished")
    store.save_draft(1, ME, AT, "wording", "draft of a wording")
    store.save_draft(1, YOU, AT, "note", "somebody else's")
    assert store.assessment(1, ME) is None
    assert store.claim(1).state == "open"
    store.close()
    store = Store.open(path, AT)
    drafts = {"note": "not yet finished", "wording": "draft of a wording"}
    assert store.drafts(1, ME) == drafts
    store.assess(1, ME, AT, {"note": "finished"})
    assert store.drafts(1, ME) == {"wording": "draft of a wording"}
    store.edit_claim(1, {"wording": ""}, ME, AT)
    assert store.drafts(1, ME) == {}
    assert store.left_drafts() == [(1, YOU, "note", "somebody else's")]
    store.close()


def test_a_verdict_leaves_the_draft_of_a_note_alone(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.save_draft(1, ME, AT, "note", "half a")
    store.assess(1, ME, AT, {"verdict": "True"})
    assert store.drafts(1, ME) == {"note": "half a"}
    store.close()


# ---------------------------------------------------------------- articles and claims


def test_the_same_article_twice_is_one(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "new.factcheck", AT, dice())
    key, new = store.add_article(document(name="one.txt"), SCALE, ME.name, AT)
    again = store.add_article(document(name="two.txt"), SCALE, ME.name, AT)
    folded = store.add_article(document(TEXT.replace("\n\n", " \n \n")), SCALE, ME.name, AT)
    other = store.add_article(document(TEXT + " More."), SCALE, ME.name, AT)
    assert (new, again, folded, other[1]) == (True, (key, False), (key, False), True)
    assert store.article(key).text == TEXT
    assert store.original(key) == ("one.txt", TEXT.encode())
    store.close()


def test_the_same_article_has_the_same_ids_on_every_desk(tmp_path: Path) -> None:
    ids = []
    for name in ("here", "there"):
        store = Store.open(tmp_path / f"{name}.factcheck", AT)
        key, claims = fill(store)
        article = store.article(key)
        ids.append((article.row.id, article.version_id, [c.id for c in store.claims(claims)]))
        store.close()
    assert ids[0] == ids[1]


def test_an_article_with_odd_metadata_is_stored(tmp_path: Path) -> None:
    store = opened(tmp_path)
    odd = replace(document("Another text."), title="a\ud800b", source_name="caf\udce9.txt")
    key, new = store.add_article(odd, SCALE, ME.name, AT)
    assert new
    assert store.article(key).row.source_name == "caf\ufffd.txt"
    store.close()


def test_finding_claims_again_leaves_reviewed_ones_alone(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(1, ME, AT, {"verdict": "True"})
    store.edit_claim(2, {"wording": "mine", "dismissed": "slogan"}, ME, AT)
    before = store.claims(range(1, 6))
    changed = [replace(one, score=0.01, wording="the machine's") for one in found()]
    more = replace(changed[0], spans=(Span(0, 3),), text="The")
    keys = store.add_found(store.article(1), [*changed, more])
    assert keys[:5] == [1, 2, 3, 4, 5]
    assert store.claims([1, 2]) == before[:2]
    assert {one.score for one in store.claims([3, 4, 5])} == {0.01}
    assert store.claim(keys[5]).number == 5
    store.close()


def test_a_claims_text_is_what_stands_at_its_places(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one, other = paragraphs(TEXT)[0], paragraphs(TEXT)[3]
    claim = replace(found()[0], spans=(one, other), text="not this")
    (key,) = store.add_found(store.article(1), [claim])
    assert store.claim(key).text == f"{one.of(TEXT)} … {other.of(TEXT)}"
    assert store.claim(key).spans == (one, other)
    store.close()


def test_numbers_follow_the_text_and_then_the_order_of_touching(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert [one.number for one in store.claims(range(1, 6))] == [1, 2, 3, 4, 0]
    added = store.add_claim(store.article(1), [Span(4, 11)], ME, AT)
    assert added.claim is not None
    store.assess(5, ME, AT, {"verdict": "True"})
    assert (store.claim(added.claim).number, store.claim(5).number) == (5, 6)
    assert store.claim(added.claim).text == "harbour"
    assert store.claim(5).shown
    assert store.claim_numbered(1, 6) == 5
    assert store.claim_numbered(1, 7) is None
    store.close()


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(5, 4), Span(0, 10_000)])
def test_a_claim_needs_some_text_of_the_article(tmp_path: Path, span: Span) -> None:
    store = opened(tmp_path)
    with pytest.raises(Problem, match="Select some text"):
        store.add_claim(store.article(1), [span], ME, AT)
    store.close()


def test_a_withdrawn_claim_keeps_its_number_and_comes_back(tmp_path: Path) -> None:
    store = opened(tmp_path)
    added = store.add_claim(store.article(1), [Span(4, 11)], ME, AT)
    assert added.claim is not None
    store.write(added.inverse(), ME, AT)
    assert store.claim_numbered(1, 5) is None
    assert added.claim not in store.claim_keys(1)
    store.write(added, ME, AT)
    assert store.claim_numbered(1, 5) == added.claim
    store.close()


def test_chips_count_what_they_show(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {"verdict": "True"})
    store.assess(2, ME, clock(), {"verdict": "True"})
    store.assess(2, YOU, clock(), {"verdict": "False"})
    store.edit_claim(3, {"dismissed": "a question"}, ME, clock())
    store.link_contested([(1, 2, "another figure"), (3, 4, "denied")])
    counts = store.claim_counts(1)
    shown = {which: list(store.claim_keys(1, which)) for which in counts}
    assert shown == {
        "all": [1, 2, 4],
        "open": [4],
        "disputed": [2],
        "contested": [1, 2],  # 4 is contested by what is no claim
        "clashing": [],
        "dismissed": [3],
    }
    assert counts == {which: len(keys) for which, keys in shown.items()}
    assert store.claim(1).contested_by == (2,)
    tally = store.article(1).row.tally
    assert (tally.claims, tally.reviewed, tally.disputed) == (3, 1, 1)
    assert tally.verdicts == (("True", 1),)
    store.close()


def test_claims_can_be_ordered_by_score_and_filtered_by_words(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert list(store.claim_keys(1, by_score=True)) == [1, 2, 3, 4]
    assert list(store.claim_keys(1, limit=2)) == [1, 2]
    assert list(store.claim_keys(1, text="cafe")) == [3]
    assert list(store.claim_keys(1, text="ined")) == []
    assert list(store.claim_keys(1, by_score=True, text='"')) == [1, 2, 3, 4]
    store.close()


def test_many_claims_are_read_in_one_go_in_the_order_asked_for(tmp_path: Path) -> None:
    text = "\n\n".join(f"Claim number {n} of many." for n in range(1300))
    store = Store.open(tmp_path / "many.factcheck", AT)
    _, keys = fill(store, text)
    asked = [*reversed(keys), 10**9]
    assert [one.key for one in store.claims(asked)] == asked[:-1]
    store.close()


# ---------------------------------------------------------------- the trash


def test_trash_hides_an_article_and_importing_it_brings_it_back(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.edit_article(1, {"trashed_at": iso(AT)}, ME, AT)
    assert (store.article_rows(), len(store.article_rows(trashed=True))) == ([], 1)
    assert store.add_article(document(), SCALE, ME.name, AT) == (1, False)
    assert [row.key for row in store.article_rows()] == [1]
    store.close()


def test_emptying_the_trash_leaves_no_word_of_the_article(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    keep, _ = fill(store, "Another article stays. It has one claim.\n\nOr two.")
    for n, field in enumerate(("note", "reason", "verdict"), 1):
        store.assess(n, ME, clock(), {field: f"secret {field}", "free_text": True})
    store.edit_claim(1, {"wording": "secret wording", "dismissed": "secret"}, ME, clock())
    store.edit_article(1, {"title": "secret title"}, ME, clock())
    store.save_draft(4, ME, clock(), "note", "secret draft")
    store.edit_article(1, {"trashed_at": iso(clock())}, ME, clock())
    assert store.empty_trash(ME, clock()) == 1
    assert store.empty_trash(ME, clock()) == 0
    dump = "\n".join(store.connection.iterdump())
    for word in ("secret", "Aldmoor", "Prado", TEXT.encode().hex()):
        assert word not in dump
    assert [row.key for row in store.article_rows()] == [keep]
    store.close()


def test_ids_of_what_was_deleted_are_never_given_again(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(5, ME, clock(), {"verdict": "True"})
    store.edit_article(1, {"trashed_at": iso(clock())}, ME, clock())
    store.empty_trash(ME, clock())
    key, claims = fill(store)
    store.assess(claims[0], ME, clock(), {"verdict": "False"})
    assert (key, claims[0]) == (2, 6)
    history = [(one.what, one.after) for one in store.history(claims[0])]
    assert history == [("verdict", "False")]
    assert store.history(claims[4]) == []
    with pytest.raises(Problem, match="no longer"):
        store.assess(5, ME, clock(), {"verdict": "True"})
    store.close()


# ---------------------------------------------------------------- history for people


def test_the_history_of_a_claim_names_private_notes_without_quoting_them(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {"verdict": "True", "note": "secret", "reason": "seen"})
    store.edit_claim(1, {"wording": "It handled 41,000."}, ME, clock())
    store.assess(1, YOU, clock(), {"verdict": "Mixed"})
    store.edit_claim(1, {"dismissed": ""}, ME, clock())
    store.edit_claim(1, {"dismissed": None}, ME, clock())
    events = [(one.reviewer, one.what, one.before, one.after) for one in store.history(1)]
    assert events == [
        (ME.name, "brought back", "", ""),
        (ME.name, "dismissed", "", ""),
        (YOU.name, "verdict", "", "Mixed"),
        (ME.name, "wording", "", "It handled 41,000."),
        (ME.name, "private note", "", ""),
        (ME.name, "reason", "", "seen"),
        (ME.name, "verdict", "", "True"),
    ]
    store.close()


def test_the_history_goes_on_under_a_new_name(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    store.assess(1, ME, clock(), {"verdict": "True"})
    assert store.rename_reviewer(ME.name, "Ada L.", clock())
    store.assess(1, Reviewer("Ada L."), clock(), {"reason": "seen"})
    events = [(one.what, one.before, one.after) for one in store.history(1)]
    assert events == [("reason", "", "seen"), ("verdict", "", "True")]
    store.close()


# ---------------------------------------------------------------- transactions and readers


def test_a_write_inside_another_joins_it_and_fails_with_it(tmp_path: Path) -> None:
    store = opened(tmp_path)

    class Stop(Exception):
        pass

    with pytest.raises(Stop), file.atomic(store.connection):
        store.assess(1, ME, AT, {"verdict": "True"})
        store.edit_claim(2, {"wording": "x"}, ME, AT)
        raise Stop
    assert (store.claim(1).state, store.claim(2).wording) == ("open", "")
    assert store.assess(1, ME, AT, {"verdict": "True"}) is not None
    store.close()


def test_a_disk_that_is_full_is_a_problem_and_loses_only_the_last_write(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(1, ME, AT, {"verdict": "True"})
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Problem, match="full") as caught:
        store.assess(1, ME, AT, {"note": "long " * 100_000})
    assert "safe" in caught.value.kept
    store.connection.execute("PRAGMA max_page_count = 1000000")
    assert store.assess(1, ME, AT, {"note": "short"}) is not None
    assert store.claim(1).verdict == "True"
    store.close()


def test_a_reader_beside_the_writer_sees_each_commit_and_can_write_nothing(
    tmp_path: Path,
) -> None:
    store = opened(tmp_path)
    with closing(file.open_reader(tmp_path / "test.factcheck")) as connection:
        reader = Reader(connection)
        for verdict in ("True", "False", None):
            store.assess(1, ME, AT, {"verdict": verdict})
            assert reader.claim(1) == store.claim(1)
        with file.atomic(store.connection):
            store.assess(1, ME, AT, {"verdict": "Mixed"})
            assert reader.claim(1).verdict is None
        assert reader.claim(1).verdict == "Mixed"
        with pytest.raises(Problem, match="readonly"), file.atomic(connection):
            connection.execute("DELETE FROM draft")
    store.close()


def test_closing_does_not_wait_long_for_a_reader(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with closing(file.open_reader(tmp_path / "test.factcheck")) as connection:
        rows = connection.execute("SELECT a.id FROM claim a, claim b")
        rows.fetchone()
        store.assess(1, ME, AT, {"verdict": "True"})
        store.close()
        rows.close()
    again = Store.open(tmp_path / "test.factcheck", AT)
    assert again.claim(1).verdict == "True"
    again.close()


def test_reviewers_are_known_by_name(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for name in ("Zoë", "zoë", "Zoë", "  Zoë"):
        store.assess(1, Reviewer(name), AT, {"verdict": "True", "note": name})
    assert store.reviewers() == ["Zoë", "zoë", "  Zoë"]
    store.close()
