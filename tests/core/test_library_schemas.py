"""Every schema that was ever shipped has a small real library here, which must open and be whole.

The files are made by ``tests/data/libraries/make.py`` and then never again.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui.domain import DateMention, Figure, Reviewer, Span
from factcheck_gui.library import file
from factcheck_gui.library.check import check
from factcheck_gui.library.migrations import SCHEMA_VERSION
from factcheck_gui.library.precedents import feeds, precedents
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.search import search
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, everything
from tests.data.libraries import make

LIBRARIES = sorted(make.TARGET.parent.glob("schema-*.factcheck"))


def test_there_is_a_library_of_every_schema() -> None:
    names = [one.name for one in LIBRARIES]
    assert names == [f"schema-{n}.factcheck" for n in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("shipped", LIBRARIES, ids=lambda path: path.stem)
def test_a_library_of_every_schema_opens_reads_and_is_whole(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / shipped.name
    shutil.copyfile(shipped, path)
    store = Store.open(path, AT)
    assert list(check(store.connection)) == []
    _reads_as_made(store)
    assert store.assess(1, Reviewer("New"), AT, {"verdict": "True"}) is not None
    store.close()


def _reads_as_made(store: Reader) -> None:
    (row,) = store.article_rows()
    assert (row.title, row.site, row.tally.claims, row.tally.disputed) == (
        "Harbour", "aldmoor.example", 3, 1,
    )  # fmt: skip
    assert [one.opening for one in store.article_rows(trashed=True)] == [make.opening_of_other()]
    article = store.article(row.key)
    assert (article.text, len(article.blocks), article.furniture[0].text) == (
        make.TEXT, 3, "You might like",
    )  # fmt: skip
    first, quoted, denied = store.claims(store.claim_keys(row.key))
    assert first.figures == (Figure(Span(31, 48), 41000, "containers", "about"),)
    assert first.dates == (DateMention(Span(52, 62), "2024-03-01", "2024-03-31"),)
    assert quoted.text == "“Traffic has doubled,” … “since the bridge opened.”"
    assert [(one.state, one.verdict) for one in (first, quoted, denied)] == [
        ("reviewed", "True"), ("disputed", None), ("reviewed", "Mixed"),
    ]  # fmt: skip
    note = store.assessment(1, make.FIRST)
    assert note is not None
    assert note.note.startswith("Table 4")
    assert store.drafts(1, make.SECOND) == {"note": "not finished yet"}
    assert store.claim(4).dismissed == "no claim"
    assert store.original(row.key)[1].endswith(b"You might like")
    assert {one.kind for one in search(store.connection, "table")} == {"remark"}


def test_a_library_of_schema_2_knows_parts_reasons_and_origins(tmp_path: Path) -> None:
    path = tmp_path / "library.factcheck"
    shutil.copyfile(LIBRARIES[1], path)
    store = Store.open(path, AT)
    (part,) = store.parts(2)
    assert (part.part_of, part.text, part.shown) == (2, "Traffic has doubled", False)
    assert (part.wording, part.proposal) == ("", "Traffic in Aldmoor has doubled.")
    assert part.ambiguous == ("Traffic",)
    assert store.claim(1).contested_why == ("figures",)
    article = store.article(1)
    assert (article.row.modified, article.origins) == (
        "2024-04-03", (("title", "the file's name"),),
    )  # fmt: skip
    store.close()


def test_a_library_of_schema_4_has_evidence(tmp_path: Path) -> None:
    path = tmp_path / "library.factcheck"
    shutil.copyfile(LIBRARIES[3], path)
    store = Store.open(path, AT)
    (found,) = store.evidence(1)
    assert found.source is not None
    assert (found.number, found.locator, found.source.name) == (1, "p. 12", "Port statistics")
    assert store.copy_bytes(found.source.copies[0].key)[1].startswith(b"month,boxes")
    assert [one.stance for one in store.evidence(3)] == ["nothing found"]
    assert (store.claim(1).said_on, store.claim(1).tags) == ("2024-04-01", "port, figures")
    store.close()


def test_a_library_of_schema_4_gets_room_for_earlier_checks(tmp_path: Path) -> None:
    path = tmp_path / "library.factcheck"
    shutil.copyfile(LIBRARIES[3], path)
    store = Store.open(path, AT)
    assert feeds(store) == []
    make.earlier_checks(store, make.clock())
    assert [one.count for one in feeds(store)] == [1]
    assert list(check(store.connection)) == []
    store.close()


def test_a_library_of_schema_5_has_earlier_checks(tmp_path: Path) -> None:
    path = tmp_path / "library.factcheck"
    shutil.copyfile(LIBRARIES[4], path)
    store = Store.open(path, AT)
    (feed,) = feeds(store)
    assert (feed.name, feed.count, feed.left_out) == ("checks.jsonld", 1, 1)
    (found,) = precedents(store, [1]).values()
    assert (found.precedent.verdict, found.precedent.value) == ("Mostly false", 2.0)
    store.close()


def test_the_newest_library_can_be_read_as_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "copy.factcheck"
    shutil.copyfile(LIBRARIES[-1], path)
    before = path.read_bytes()
    with closing(file.open_reader(path)) as connection:
        _reads_as_made(Reader(connection))
    assert path.read_bytes() == before


def test_the_script_makes_the_library_that_is_kept(tmp_path: Path) -> None:
    make.make(tmp_path / "made.factcheck")
    made, kept = everything(tmp_path / "made.factcheck"), everything(make.TARGET)
    for one in (made, kept):
        one["version"] = [row[:-2] for row in one["version"]]  # which version of the app made it
    assert made == kept
