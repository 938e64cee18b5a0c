"""The JSON report: its schema, and that nothing but private notes is lost in it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any, get_args

import jsonschema
import pytest

from factcheck_gui import domain, paths
from factcheck_gui.reports import content, interchange
from tests.core import report_samples as samples


def schema() -> dict[str, Any]:
    path = paths.resources() / "reports" / "factcheck-report.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def strict(part: Any) -> Any:
    """The schema, but refusing fields that it does not describe."""
    if isinstance(part, dict):
        inner = {key: strict(value) for key, value in part.items()}
        return {**inner, "additionalProperties": False} if "properties" in part else inner
    return [strict(one) for one in part] if isinstance(part, list) else part


def written(*articles: content.ReportArticle, **options: object) -> dict[str, Any]:
    return valid(interchange.render(samples.report(*articles, **options)))


def valid(report: bytes) -> dict[str, Any]:
    """What a report says, which fits the schema and has no field that it does not describe."""
    loaded: dict[str, Any] = json.loads(report)
    jsonschema.Draft202012Validator(strict(schema())).validate(loaded)
    return loaded


def spans(rows: list[list[int]]) -> tuple[domain.Span, ...]:
    return tuple(domain.Span(*row) for row in rows)


def source_from(row: dict[str, Any]) -> domain.Source:
    copies = tuple(domain.KeptCopy(key=n, **copy) for n, copy in enumerate(row["copies"], 1))
    return domain.Source(**{**row, "copies": copies}, key=1)


def evidence_from(row: dict[str, Any], found: dict[str, domain.Source]) -> domain.Evidence:
    source = found[row["source"]] if row["source"] else None
    return domain.Evidence(**{**row, "source": source}, key=row["number"], claim=1)


def claim_from(
    row: dict[str, Any], article: int, found: dict[str, domain.Source]
) -> content.ReportClaim:
    """A claim read back, as a later import has to."""
    said = row["attribution"]
    claim = domain.Claim(
        key=1000 + row["number"],
        article=article,
        spans=spans(row["spans"]),
        claimant=row["claimant"] or "",
        figures=tuple(
            domain.Figure(domain.Span(*f["span"]), f["value"], f["unit"], f["qualifier"])
            for f in row["figures"]
        ),
        dates=tuple(
            domain.DateMention(domain.Span(*d["span"]), d["from"], d["to"]) for d in row["dates"]
        ),
        entities=tuple(
            domain.Entity(domain.Span(*one["span"]), one["kind"]) for one in row["entities"]
        ),
        attribution=said
        and domain.Attribution(
            spans(said["source"]),
            spans(said["cue"]),
            spans(said["content"]),
            said["polarity"],
            said["quote"],
            said["stance"],
        ),
        contested_by=tuple(row["contested_by"]),
        why=tuple(row["why"]),
        **{
            name: row[name]
            for name in (
                *("id", "number", "text", "wording", "cue", "kind", "type", "score", "listed"),
                *("shown", "origin", "state", "verdict", "dismissed", "anchor", "was"),
                *("proposal",),
                *("said_on", "appeared", "tags", "query"),
            )
        },
    )
    given = tuple(assessment_from(one) for one in row["assessments"])
    evidence = tuple(evidence_from(one, found) for one in row["evidence"])
    return content.ReportClaim(claim, given, evidence)


def assessment_from(row: dict[str, Any]) -> domain.Assessment:
    refs = tuple((int(number), evidence) for number, evidence in row["refs"].items())
    return domain.Assessment(**{**row, "refs": refs}, note="")


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("only_reviewed", [True, False])
def test_reports_of_every_kind_fit_the_schema(only_reviewed: bool) -> None:
    found = written(samples.bridge(), samples.seed(), only_reviewed=only_reviewed)
    assert (found["format"], found["version"]) == ("factcheck-report", 1)
    assert found["exported_at"] == "2026-11-22T14:05:00.000000Z"
    assert [one["id"] for one in found["scales"]] == ["five-point"]
    assert written()["articles"] == []


def test_the_schema_refuses_what_is_wrong() -> None:
    found = written(samples.bridge())
    wrongs: tuple[dict[str, Any], ...] = (
        {"version": 2},
        {"format": "x"},
        {"articles": [{}]},
        {"exported_at": "today"},
    )
    for wrong in wrongs:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(found | wrong, schema())


def test_claims_and_assessments_come_back_as_they_were() -> None:
    one = samples.bridge()
    report = written(one)
    (article,) = report["articles"]
    found = {row["id"]: source_from(row) for row in report["sources"]}
    back = tuple(claim_from(row, 7, found) for row in article["claims"])
    expected = content.public(samples.report(one)).articles[0].claims
    assert tuple(replace(c, claim=replace(c.claim, key=0)) for c in back) == tuple(
        replace(c, claim=replace(c.claim, key=0)) for c in expected
    )


def test_the_article_comes_back_as_it_was() -> None:
    one = samples.bridge().article
    (found,) = written(samples.bridge())["articles"]
    assert found["text"] == one.text
    assert domain.text_sha256(found["text"]) == found["sha256"] == one.sha256
    assert tuple(domain.Block(**row) for row in found["blocks"]) == one.blocks
    assert tuple(domain.Furniture(**row) for row in found["furniture"]) == one.furniture
    assert (found["version_id"], found["version_number"]) == (one.version_id, one.version_number)
    for name in ("id", "title", "author", "site", "url", "published", "source_name"):
        assert found[name] == getattr(one.row, name)


def test_the_scale_comes_back_as_it_was() -> None:
    (found,) = written(samples.bridge())["scales"]
    assert domain.scale_from_json(found) == samples.scale()


def test_versions_and_the_sign_off_come_back_as_they_were() -> None:
    one = samples.bridge()
    (found,) = written(one)["articles"]
    assert tuple(domain.VersionRow(**row) for row in found["versions"]) == one.versions
    assert (found["signed_at"], found["signed_by"]) == ("2026-11-22T11:00:00.000000Z", "Editor")
    assert found["finder"] == one.article.finder


def test_a_source_of_many_claims_is_written_once() -> None:
    one = samples.bridge()
    shared = replace(
        one, claims=tuple(replace(c, evidence=one.claims[0].evidence) for c in one.claims)
    )
    found = written(shared)
    assert len(found["sources"]) == 2
    assert {len(c["evidence"]) for c in found["articles"][0]["claims"]} == {3}


def test_a_claim_that_is_in_the_text_no_more_fits_the_schema() -> None:
    one = samples.bridge()
    gone = replace(one.claims[0], claim=replace(one.claims[0].claim, spans=(), anchor="orphaned"))
    assert written(replace(one, claims=(gone,)))["articles"][0]["claims"][0]["spans"] == []


@pytest.mark.parametrize("kind", get_args(domain.BlockKind))
def test_every_kind_of_block_fits_the_schema(kind: domain.BlockKind) -> None:
    one = samples.bridge()
    about = replace(one.article, blocks=(domain.Block(kind, 0, 3),))
    assert written(replace(one, article=about))["articles"][0]["blocks"][0]["kind"] == kind


def test_every_field_of_a_claim_and_an_assessment_is_written() -> None:
    """A field added to the domain must be thought of here."""
    claim = written(samples.bridge())["articles"][0]["claims"][0]
    inside_only = {"key", "article", "incomplete"}  # the last is computed from scale and reasons
    assert {f.name for f in fields(domain.Claim)} - inside_only <= set(claim)
    names = {f.name for f in fields(domain.Assessment)} - {"note"}
    assert set(claim["assessments"][0]) == names
    for kind, row in (
        (domain.Evidence, claim["evidence"][0]),
        (domain.Source, written(samples.bridge())["sources"][0]),
        (domain.Attribution, written(samples.bridge())["articles"][0]["claims"][3]["attribution"]),
    ):
        assert set(row) == {f.name for f in fields(kind)} - {"key", "claim"}


def test_only_reviewed_leaves_the_others_out_and_says_so() -> None:
    found = written(samples.bridge(), only_reviewed=True)
    assert found["only_reviewed"] is True
    assert [c["number"] for c in found["articles"][0]["claims"]] == [1, 2, 3, 4]
    everything = written(samples.bridge())["articles"][0]["claims"]
    assert [c["number"] for c in everything] == [1, 2, 3, 4, 5, 6, 0]


def test_texts_come_back_whatever_is_in_them() -> None:
    text = 'a\x01\x1b\x7f\x85\u2028\u202e</script>]]><!-- & 😀e\u0301\ufeff\t"\\ ' + "w" * 100_000
    about = samples.article(text, text)
    data = interchange.render(samples.report(content.ReportArticle(about, samples.scale())))
    (found,) = json.loads(data)["articles"]
    assert found["text"] == found["title"] == text


def test_the_bytes_are_harmless_wherever_they_are_pasted() -> None:
    odd = "</script><!-- ]]> & \u202e\u2066\u2028\u2029\x7f\x85\ufeff \x00 \ud800"
    about = samples.article(domain.storable(odd), odd)
    data = interchange.render(samples.report(content.ReportArticle(about, samples.scale())))
    text = data.decode("utf-8")
    assert not set(text) & set("<>&\u202e\u2066\u2028\u2029\x7f\x85\ufeff\x00")
    assert json.loads(text)["articles"][0]["title"] == odd[:-3] + "\ufffd \ufffd"


def test_a_figure_without_end_is_null() -> None:
    bridge = samples.bridge()
    claim = replace(
        bridge.claims[0].claim, figures=(domain.Figure(domain.Span(0, 1), float("inf")),)
    )
    found = written(replace(bridge, claims=(content.ReportClaim(claim),)))
    assert found["articles"][0]["claims"][0]["figures"][0]["value"] is None


# ---------------------------------------------------------------- what was chosen


def rewritten() -> content.ReportArticle:
    """The bridge, whose first claim was judged twice by the same person in the same round."""
    one = samples.bridge()
    before = samples.given("False", "Misread.", at="2026-11-20T09:00:00.000000Z")
    first = replace(one.claims[0], assessments=(before, *one.claims[0].assessments))
    return replace(one, claims=(first, *one.claims[1:]))


@pytest.mark.parametrize(("history", "reasons"), [(False, 1), (True, 2)])
def test_a_replaced_assessment_is_told_with_the_history_alone(history: bool, reasons: int) -> None:
    found = written(rewritten(), history=history)
    (claim, *_) = found["articles"][0]["claims"]
    assert claim["verdict"] == "Mostly true"
    given = [one for one in claim["assessments"] if one["reviewer"] == "Reviewer 1"]
    assert len(given) == reasons
    assert found["included"]["history"] is history


@pytest.mark.parametrize(
    ("left_out", "of_assessments"),
    [
        ("reasons", {"reason", "refs"}),
        ("evidence", {"refs"}),
        ("corrections", {"public_note"}),
    ],
)
def test_what_was_left_out_is_absent_and_its_words_are_nowhere(
    left_out: str, of_assessments: set[str]
) -> None:
    words = {"reasons": "A fitter", "evidence": "12,380 vehicles", "corrections": "overlooked"}
    everything, found = written(samples.bridge()), written(samples.bridge(), **{left_out: False})
    claim, whole = found["articles"][0]["claims"][1], everything["articles"][0]["claims"][1]
    assert set(whole["assessments"][0]) - set(claim["assessments"][0]) == of_assessments
    assert ("evidence" in claim) is (left_out != "evidence")
    assert found["sources"] == [] if left_out == "evidence" else found["sources"]
    assert words[left_out] in json.dumps(everything)
    assert words[left_out] not in json.dumps(found)


def test_without_reasons_why_a_claim_was_dismissed_is_not_told() -> None:
    claims = written(samples.bridge(), reasons=False)["articles"][0]["claims"]
    assert [one["dismissed"] for one in claims if one["dismissed"] is not None] == [""]


def test_private_notes_are_there_only_where_they_were_chosen_and_said_to_be() -> None:
    found = written(samples.bridge(), notes=True)
    assert found["included"]["notes"] is True
    notes = {a["note"] for c in found["articles"][0]["claims"] for a in c["assessments"]}
    assert notes == {samples.NOTE}
    assert "SECRET" not in json.dumps(found)


def test_agreement_has_every_coefficient_with_its_interval() -> None:
    both = ("Reviewer 1", "Reviewer 2")
    found = content.Agreement(
        "Five-point", both, 3, 2,
        (content.Coefficient("cohen", both, 0.51239, None, 1.0, 3, 2),),
    )  # fmt: skip
    report = written(
        samples.bridge(), agreement=(found,), included=content.Included(agreement=True)
    )
    assert report["agreement"] == [
        {
            "scale": "Five-point",
            "reviewers": [*both],
            "claims": 3,
            "unanimous": 2,
            "coefficients": [
                {
                    "measure": "cohen",
                    "reviewers": [*both],
                    "value": 0.5124,
                    "low_95": None,
                    "high_95": 1.0,
                    "claims": 3,
                    "agreed": 2,
                }
            ],
        }
    ]
    assert "agreement" not in written(samples.bridge(), included=content.Included())


def test_the_verdicts_that_were_chosen_are_named() -> None:
    found = written(samples.bridge(), verdicts=("Partly", content.DISPUTED_KEY))
    assert found["verdicts"] == ["Partly", "≠"]
    assert [c["number"] for c in found["articles"][0]["claims"]] == [3, 4]
    assert written(samples.bridge())["verdicts"] is None
