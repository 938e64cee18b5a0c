"""The web annotations, as JSON-LD expands them; the context is kept as a file, with our terms."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from factcheck_gui import domain
from factcheck_gui.reports import content, webannotation
from tests.core import report_samples as samples

OA = "http://www.w3.org/ns/oa#"
ITEMS = "http://www.w3.org/ns/activitystreams#items"
KEPT = Path(__file__).parents[1] / "data" / "contexts" / "anno.jsonld"


def written(*articles: content.ReportArticle, **fields: object) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(webannotation.render(samples.report(*articles, **fields)))
    return loaded


def items(found: dict[str, Any]) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = found["first"]["items"]
    return listed


def kept(url: str, _options: object) -> dict[str, Any]:
    assert url == webannotation.CONTEXT
    document = json.loads(KEPT.read_text(encoding="utf-8"))
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": document}


def expanded(found: dict[str, Any]) -> list[dict[str, Any]]:
    (collection,) = jsonld.expand(found, {"documentLoader": kept})
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    (inside,) = page[ITEMS]
    listed: list[dict[str, Any]] = inside["@list"]
    return listed


def test_each_claim_is_an_annotation_in_the_words_of_the_standard() -> None:
    found = expanded(written(samples.bridge()))
    assert len(found) == 5
    for one in found:
        assert one["@type"] == [OA + "Annotation"]
        assert one["@id"].startswith("urn:uuid:")
        for target in one[OA + "hasTarget"]:
            assert target[OA + "hasSource"] == [{"@id": "https://example.org/bridge?a=1&b=2"}]
            kinds = [selector["@type"][0] for selector in target[OA + "hasSelector"]]
            assert kinds == [OA + "TextQuoteSelector", OA + "TextPositionSelector"]
    motives = [one[OA + "motivatedBy"][0]["@id"] for one in found]
    assert motives == [OA + "assessing"] * 4 + [OA + "highlighting"]


def test_no_term_falls_out_of_the_expansion() -> None:
    """What a context does not know is dropped in silence; the way back must give all of it."""
    found = written(samples.bridge())
    context = json.loads(KEPT.read_text(encoding="utf-8"))["@context"]
    back = jsonld.compact(jsonld.expand(found, {"documentLoader": kept}), context)
    del back["@context"], found["@context"]
    assert _keys(back) == _keys(found)


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_selectors_lead_to_the_words() -> None:
    text = samples.bridge().article.text
    second = items(written(samples.bridge()))[1]
    assert len(second["target"]) == 2
    for target in second["target"]:
        quote, place = target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_bodies_are_verdict_claim_reasons_and_sources() -> None:
    first, second = items(written(samples.bridge()))[:2]
    assert [(one["purpose"], one.get("value", one.get("source"))) for one in first["body"]] == [
        ("classifying", "Mostly true"),
        ("describing", "The harbour bridge carries 12,400 cars a day."),
        (
            "commenting",
            "The counter on the *east ramp* shows 12,380 [1]. A fitter doubts it [2], [7].",
        ),
        ("linking", "https://example.org/counts?year=2025&road=12"),
    ]
    assert [one["name"] for one in first["creator"]] == ["Reviewer 2", "Reviewer 1"] or [
        one["name"] for one in first["creator"]
    ] == ["Reviewer 1", "Reviewer 2"]
    assert second["body"][-1]["value"] == "We had overlooked the repair of 2003."


def test_an_article_without_an_address_goes_by_its_id() -> None:
    one = samples.seed()
    sources = {t["source"] for i in items(written(one)) for t in i["target"]}
    assert sources == {f"urn:uuid:{one.article.row.id}"}


def test_a_claim_that_left_the_text_is_left_out() -> None:
    one = samples.bridge()
    gone = replace(one.claims[0], claim=replace(one.claims[0].claim, spans=(), anchor="orphaned"))
    assert written(replace(one, claims=(gone,)))["total"] == 0


def test_hostile_text_is_harmless_wherever_it_is_pasted() -> None:
    data = webannotation.render(samples.hostile()).decode("utf-8")
    assert not set(data) & set("<>&\u202e\x07\x1b")
    found = json.loads(data)
    assert "<script>alert(1)</script>" in items(found)[0]["body"][1]["value"]
    assert all(t["source"].startswith("urn:uuid:") for i in items(found) for t in i["target"])
    assert not [b for i in items(found) for b in i["body"] if b["purpose"] == "linking"]
    assert expanded(found)


def test_private_notes_and_names_stay_at_the_desk() -> None:
    text = json.dumps(written(samples.bridge()))
    assert "PRIVATE" not in text and "SECRET" not in text


def test_progress_can_stop_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise domain.Cancelled

    with pytest.raises(domain.Cancelled):
        webannotation.render(samples.report(samples.bridge()), stop)
