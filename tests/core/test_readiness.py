"""The check-list before an article is signed off or a report leaves the desk."""

from __future__ import annotations

from pathlib import Path

from factcheck_gui.library.readiness import Unready, among, sentences, unready
from tests.core.library_samples import ME, YOU
from tests.core.test_versions import AT, NEWER, opened, take


def test_each_claim_is_named_by_what_it_lacks(tmp_path: Path) -> None:
    store = opened(tmp_path)
    number = {key: store.claim(key).number for key in (1, 2, 3)}
    store.assess(1, ME, AT, {"verdict": "True", "reason": "Counted."})
    store.assess(2, ME, AT, {"verdict": "False"})
    store.assess(3, ME, AT, {"verdict": "False"})
    store.assess(3, YOU, AT, {"verdict": "True"})
    source = store.add_source({"title": "A clerk", "anonymous": 1}, ME, AT)
    store.add_evidence(1, {"stance": "supports", "source_id": source}, ME, AT)
    found = unready(store, 1)
    assert found.disputed == (number[3],)
    assert (found.no_reason, found.no_source) == ((number[2],), (number[2],))
    assert found.one_anonymous == (number[1],)
    assert number[1] not in found.open
    store.close()


def test_claims_that_a_newer_text_lost_or_changed_are_named(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keys = [1, 2, 3, 4]
    for key in keys:
        store.assess(key, ME, AT, {"verdict": "True", "reason": "So."})
    assert unready(store, 1).gone == unready(store, 1).changed == ()
    take(store, NEWER)
    found = unready(store, 1)
    claims = store.claims(store.claim_keys(1))
    assert found.gone == tuple(one.number for one in claims if one.anchor == "orphaned") != ()
    assert found.changed == tuple(one.number for one in claims if one.was) != ()
    store.close()


def test_sentences_name_twelve_claims_and_how_many_more() -> None:
    found = Unready(open=(1,), no_source=tuple(range(1, 16)), gone=(3,))
    assert sentences(found) == [
        "not reviewed yet: claim 1.",
        "no source: claims 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more.",
        "no longer in the text: claim 3.",
    ]
    assert sentences(among(found, {3})) == [
        "no source: claim 3.",
        "no longer in the text: claim 3.",
    ]
    assert sentences(Unready()) == []
