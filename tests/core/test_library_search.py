"""Full-text search: where it looks, accents, odd queries, and an index that stays in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.domain import iso
from factcheck_gui.library.indexing import COLUMNS, fts_query
from factcheck_gui.library.search import SnippetMarks, search
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, ME, YOU, fill, opened, ticking

SCRIPTS = """Die Straße nach Łódź ist gesperrt.

प्रधानमंत्री ने हिन्दी में कहा कि बाँध टूट गया।

قالَ الوَزير إن المرفأ مغلق.

Ο υπουργός είπε ότι ο αριθμός διπλασιάστηκε.

นายกรัฐมนตรีกล่าวว่าน้ำท่วมแล้ว"""


def kinds(store: Store, text: str) -> set[tuple[str, int]]:
    return {(one.kind, one.claim or one.article) for one in search(store.connection, text)}


@pytest.fixture
def library(tmp_path: Path):
    store = opened(tmp_path)
    yield store
    store.close()


def test_text_titles_wordings_reasons_and_notes_are_searched(library: Store) -> None:
    clock = ticking()
    library.edit_article(
        1, {"title": "Überfülltes Hafenbecken", "site": "aldmoor.example"}, ME, clock()
    )
    library.edit_claim(2, {"wording": "Verkehr verdoppelt"}, ME, clock())
    library.assess(3, ME, clock(), {"verdict": "True", "reason": "Pegelstände", "note": "Rückruf"})
    assert kinds(library, "handled containers") == {("article", 1), ("claim", 1)}
    assert kinds(library, "uberfulltes HAFENbecken") == {("article", 1)}
    assert kinds(library, "aldmoor") >= {("article", 1)}
    assert kinds(library, "verdoppelt") == {("claim", 2)}
    assert kinds(library, "pegelstande") == {("remark", 3)}
    assert kinds(library, "ruckruf") == {("remark", 3)}
    assert kinds(library, "Rückruf") == {("remark", 3)}


def test_accents_and_capitals_do_not_matter_in_either_direction(library: Store) -> None:
    for words in ("café", "cafe", "CAFÉ", "cafe\u0301", "Ca"):
        assert ("claim", 3) in kinds(library, words)
    for words in ("Inês", "ines", "INES PRADO"):
        assert ("claim", 2) in kinds(library, words)


def test_the_last_word_may_be_unfinished_and_the_others_not(library: Store) -> None:
    assert ("claim", 1) in kinds(library, "harbour alDm")
    assert kinds(library, "harb aldmoor") == set()


@pytest.mark.parametrize("words", ["STRASSE łódź", "हिन्दी", "टूट", "الوَزير", "قالَ", "ΑΡΙΘΜΌΣ"])
def test_words_of_many_scripts_are_found(tmp_path: Path, words: str) -> None:
    store = Store.open(tmp_path / "scripts.factcheck", AT)
    fill(store, SCRIPTS.replace("ß", "ss"))
    assert kinds(store, words)
    store.close()


def test_a_hit_is_marked_in_its_snippet(library: Store) -> None:
    hit = next(one for one in search(library.connection, "ferries") if one.kind == "article")
    left, right = SnippetMarks
    assert f"{left}Ferries{right} carried" in hit.snippet
    assert hit.title.startswith("The harbour of Aldmoor")


def test_old_words_are_no_longer_found(library: Store) -> None:
    clock = ticking()
    library.edit_claim(1, {"wording": "zebra"}, ME, clock())
    library.edit_claim(1, {"wording": "giraffe"}, ME, clock())
    library.assess(1, ME, clock(), {"note": "walrus"})
    library.assess(1, ME, clock(), {"note": "dolphin"})
    library.assess(1, YOU, clock(), {"note": "otter"})
    assert kinds(library, "zebra") == kinds(library, "walrus") == set()
    assert kinds(library, "giraffe") == {("claim", 1)}
    assert kinds(library, "dolphin") == kinds(library, "otter") == {("remark", 1)}


def test_trash_hidden_and_withdrawn_claims_are_not_found(library: Store) -> None:
    clock = ticking()
    assert kinds(library, "ferries") == {("article", 1)}
    library.edit_claim(1, {"withdrawn": 1}, ME, clock())
    assert kinds(library, "containers") == {("article", 1)}
    library.edit_article(1, {"trashed_at": iso(AT)}, ME, clock())
    assert kinds(library, "containers") == set()


def test_each_kind_of_hit_is_limited(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "many.factcheck", AT)
    fill(store, "\n\n".join(f"Claim {n} of the same kind." for n in range(80)))
    hits = search(store.connection, "same kind", limit=20)
    assert [one.kind for one in hits].count("claim") == 20
    store.close()


ODD = ['"', "'", "*", "^", "-", "()", "NEAR(a b)", "a AND", "OR", "NOT x", "{a}", "a:b", "text:a",
       'a"b', "a\x00b", "\ud800", "a\ud800", "😀", "½ ② ª", "'; --", "a" * 5000, "co-operation's",
       "%", "_", "\\", "+", "a+b", "\ufffd", "\u200f", "ﷺ", "e\u0301", "٤١", "\u2028"]  # fmt: skip


@pytest.mark.parametrize("words", ODD)
def test_odd_queries_answer_and_never_raise(library: Store, words: str) -> None:
    assert isinstance(search(library.connection, words), list)
    library.claim_keys(1, text=words)


def test_any_text_makes_a_query_that_sqlite_reads(tmp_path: Path) -> None:
    store = opened(tmp_path)

    @settings(max_examples=300)
    @given(st.text(alphabet=st.characters(exclude_categories=()), max_size=12))
    def answers(words: str) -> None:
        search(store.connection, words, limit=3)

    answers()
    store.close()


def test_words_that_belong_together_are_looked_for_together() -> None:
    assert fts_query("co-operation now") == '"co-operation" "now"*'
    assert fts_query(' "  ') == fts_query("") == fts_query("—") == ""


def test_the_index_stays_in_step_with_its_tables(library: Store) -> None:
    clock = ticking()
    fill(library, SCRIPTS)
    library.assess(1, ME, clock(), {"verdict": "True"})
    library.assess(1, ME, clock(), {"verdict": "False", "note": "n" * 10_000})
    library.edit_claim(1, {"wording": "x y", "dismissed": "z"}, ME, clock())
    library.edit_claim(1, {"wording": ""}, ME, clock())
    library.edit_article(1, {"title": "T", "trashed_at": iso(AT)}, ME, clock())
    library.empty_trash(ME, clock())
    for table in COLUMNS:
        # With rank 1 the index is compared with the table word by word; damage raises.
        library.connection.execute(
            f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)"
        )
