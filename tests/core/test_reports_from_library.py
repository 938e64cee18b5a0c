"""From the rows of a library to a report: nothing that was decided is left behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck_gui.domain import Reviewer
from factcheck_gui.reports import content, html, interchange
from factcheck_gui.reviews import build_report
from tests.core.library_samples import ME, YOU, opened, ticking


def test_evidence_versions_sign_off_and_corrections_reach_the_report(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    source = store.add_source({"title": "Port statistics", "publisher": "Port"}, ME, clock())
    store.add_evidence(
        1, {"stance": "refutes", "quote": "39,800", "source_id": source}, ME, clock()
    )
    store.keep_copy(source, "table.pdf", b"%PDF", "application/pdf", ME, clock())
    verdict = {"verdict": "True", "free_text": False, "reason": "See [1]."}
    store.assess(1, ME, clock(), verdict)
    store.sign_off(1, YOU, clock())
    editor = Reviewer("Editor", "correction")
    corrected = {**verdict, "verdict": "False", "public_note": "We had misread the table."}
    store.assess(1, editor, clock(), corrected)

    report = build_report(store, [1], clock(), content.Choices())
    (article,) = json.loads(interchange.render(report))["articles"]
    (claim,) = [one for one in article["claims"] if one["evidence"]]
    assert claim["evidence"][0]["quote"] == "39,800"
    assert [one["public_note"] for one in claim["assessments"]][-1] == "We had misread the table."
    assert claim["assessments"][0]["refs"] == {"1": claim["evidence"][0]["id"]}
    assert (article["signed_by"], article["versions"][0]["number"]) == (YOU.name, 1)
    page = html.written(report).data.decode("utf-8")
    assert "We had misread the table." in page and "table.pdf" in page
    assert f'href="#a1-claim-{claim["number"]}-source-1"' in page


def test_agreement_is_measured_over_the_articles_of_the_report(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    for claim, (mine, yours) in enumerate(
        [("True", "True"), ("False", "False"), ("True", "False")]
    ):
        for by, verdict in ((ME, mine), (YOU, yours)):
            store.assess(claim + 1, by, clock(), {"verdict": verdict, "free_text": False})
    with_it = content.Choices(included=content.Included(agreement=True))
    (found,) = build_report(store, [1], clock(), with_it).agreement
    assert (found.claims, found.unanimous) == (3, 2)
    by_measure = {one.measure: one for one in found.coefficients}
    assert set(by_measure) == {"krippendorff nominal", "krippendorff ordinal", "fleiss", "cohen"}
    pair = by_measure["cohen"]
    assert (pair.reviewers, pair.claims, pair.agreed) == ((ME.name, YOU.name), 3, 2)
    assert pair.value == pytest.approx(0.4)  # (2/3 - 4/9) / (1 - 4/9)
    assert pair.low is not None and pair.high is not None and pair.low <= 0.4 <= pair.high
    assert build_report(store, [1], clock(), content.Choices()).agreement == ()
