"""JSON reports from strangers: broken, cut off, newer, edited by hand, or made to do harm.

Whatever is wrong with an article refuses it whole, with a sentence and the path to the field; the
other articles come in. Whatever is wrong with the report refuses the report.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui import report_files
from factcheck_gui.documents import reading
from factcheck_gui.domain import Problem, text_sha256, version_id
from factcheck_gui.reports import incoming
from factcheck_gui.reports.shape import Shape, Wrong
from tests.core.exchange_samples import Desk, desks, shared
from tests.core.incoming_samples import changed, report_of, reviewed, take
from tests.core.library_samples import findings, ticking
from tests.core.test_reports_interchange import schema

Json = dict[str, Any]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    (ada,) = desks(tmp_path_factory.mktemp("reports"), "Ada")
    reviewed(ada)
    data = report_of(ada.store)
    ada.close()
    return data


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, "Ben", 9, ticking())
    yield desk
    desk.close()


def article(report: Json) -> Any:
    return report["articles"][0]


def claim(report: Json, number: int = 0) -> Any:
    return report["articles"][0]["claims"][number]


def _forged_text(report: Json) -> None:
    one = article(report)
    one["text"] = one["text"].replace("41,000", "41,001")
    one["sha256"] = one["versions"][1]["sha256"] = text_sha256(one["text"])


def _reworded(report: Json) -> None:
    one = claim(report, 3)
    one["wording"] = "by hand"
    (line,) = [edit for edit in one["edited"] if edit["field"] == "wording"]
    line["value"] = "by hand"


WHOLE: dict[str, tuple[Callable[[Json], object], str, str]] = {
    "another format": (lambda r: r.update(format="x"), "not a report", ""),
    "a newer one": (lambda r: r.update(version=2), "newer version", "version"),
    "a version of no number": (lambda r: r.update(version="1"), "should be “1”", "version"),
    "no articles": (lambda r: r.pop("articles"), "“articles” is missing", ""),
    "articles that are none": (lambda r: r.update(articles={}), "a list", "articles"),
    "a time that is none": (lambda r: r.update(exported_at="now"), "not written", "exported_at"),
    "a day that is none": (
        lambda r: r.update(exported_at="2024-13-41T00:00:00Z"), "no time", "exported_at"
    ),
    "a scale without labels": (
        lambda r: r["scales"][0].update(labels=[]), "1 entries at least", "scales[0].labels"
    ),
    "a scale with one label twice": (
        lambda r: r["scales"][0]["labels"].append(r["scales"][0]["labels"][0]), "twice",
        "scales[0]",
    ),
    "a person twice": (
        lambda r: r["reviewers"].append(r["reviewers"][0]), "twice", "reviewers[4]"
    ),
    "a source twice": (lambda r: r["sources"].append(r["sources"][0]), "twice", "sources[2].id"),
    "a source of no kind": (
        lambda r: r["sources"][1].update(kind="rumour"), "should be one of", "sources[1].kind"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "words", "where"), WHOLE.values(), ids=WHOLE.keys())
def test_what_is_wrong_with_the_report_refuses_it(
    report: bytes, change: Callable[[Json], object], words: str, where: str
) -> None:
    with pytest.raises(Problem) as caught:
        incoming.read(changed(report, change))
    assert words in caught.value.what
    assert (caught.value.where, caught.value.kept) == (where, "Nothing was taken in.")


ONE: dict[str, tuple[Callable[[Json], object], str, str]] = {
    "no object": (lambda r: r.update(articles=[7]), "should be an object", ""),
    "a field that is missing": (lambda r: claim(r).pop("spans"), "“spans” is missing", "claims[0]"),
    "a place outside the text": (
        lambda r: claim(r)["spans"][0].__setitem__(1, 10**6), "not the places", "claims[0].spans"
    ),
    "a place outside it in every version": (
        lambda r: [p["spans"][0].__setitem__(1, 10**6) for p in claim(r)["places"]],
        "outside the text", "claims[0].places[0].spans[0]",
    ),
    "a place before it": (
        lambda r: claim(r)["spans"][0].__setitem__(0, -1), "0 at least", "claims[0].spans[0][0]"
    ),
    "a place of three": (
        lambda r: claim(r)["spans"][0].append(9), "2 entries at most", "claims[0].spans[0]"
    ),
    "words that are not there": (
        lambda r: claim(r).update(text="made up"), "not the words", "claims[0].text"
    ),
    "a text that was changed": (
        lambda r: article(r).update(text=article(r)["text"].replace("41,000", "41,001")),
        "not the text", "text",
    ),
    "a text with its hash changed": (_forged_text, "its id", "text"),
    "an id of another text": (
        lambda r: article(r).update(id="0" * 8 + "-0000-0000-0000-" + "0" * 12),
        "another text", "id",
    ),
    "an id that is none": (
        lambda r: claim(r).update(id="x'; DROP TABLE claim"), "not written", "claims[0].id"
    ),
    "a line break behind an id": (
        lambda r: claim(r).update(id=claim(r)["id"] + "\n"), "not written", "claims[0].id"
    ),
    "a claim twice": (
        lambda r: article(r)["claims"].append(claim(r)), "twice", "claims[5].id"
    ),
    "an assessment twice": (
        lambda r: claim(r)["assessments"].append(claim(r)["assessments"][0]), "another assessment",
        "claims[0].assessments[4].id",
    ),
    "a part of no sentence": (
        lambda r: claim(r).update(part_of=claim(r)["id"][::-1].replace("-", "0")[:8]
                                  + claim(r)["id"][8:]),
        "no sentence", "claims[0].part_of",
    ),
    "a part of itself": (
        lambda r: claim(r).update(part_of=claim(r)["id"]), "no sentence", "claims[0].part_of"
    ),
    "an unknown round": (
        lambda r: claim(r)["assessments"][0].update(round="ninth"), "should be one of",
        "claims[0].assessments[0].round",
    ),
    "a verdict of no words": (
        lambda r: claim(r)["assessments"][0].update(verdict=" "), "is null",
        "claims[0].assessments[0].verdict",
    ),
    "a verdict of another type": (
        lambda r: claim(r)["assessments"][0].update(verdict=7), "a text or null",
        "claims[0].assessments[0].verdict",
    ),
    "true for a number": (lambda r: claim(r).update(number=True), "whole", "claims[0].number"),
    "a score": (lambda r: claim(r).update(score=17), "1 at most", "claims[0].score"),
    "a number too large": (
        lambda r: claim(r).update(number=10**30), "too large", "claims[0].number"
    ),
    "a time after all others": (
        lambda r: claim(r)["assessments"][0].update(at="9999-12-31T23:59:59.999999Z"), "no time",
        "claims[0].assessments[0].at",
    ),
    "a source that is not there": (
        lambda r: claim(r)["evidence"][0].update(source=claim(r)["id"]), "not among the sources",
        "claims[0].evidence[0].source",
    ),
    "references": (
        lambda r: claim(r)["assessments"][0].update(refs={"one": claim(r)["id"]}), "numbers",
        "claims[0].assessments[0].refs",
    ),
    "a scale that is not there": (
        lambda r: article(r).update(scale_sha256="0" * 64), "not among the scales", "scale"
    ),
    "a field by hand, without its line": (
        lambda r: claim(r, 3).update(wording="by hand"), "its last edit", "claims[3].wording"
    ),
    "a line of a field that is none": (
        lambda r: claim(r, 3)["edited"][0].update(field="uuid"), "no such field",
        "claims[3].edited[0].field",
    ),
    "a line whose value has no meaning": (
        lambda r: claim(r, 3)["edited"].append(
            {**claim(r, 3)["edited"][0], "id": claim(r)["id"], "field": "place", "value": "here"}
        ),
        "does not fit together", "",
    ),
    "a block outside the text": (
        lambda r: article(r)["blocks"].append(
            {"kind": "quote", "start": 5, "end": 99999, "level": 1, "label": ""}
        ),
        "outside the text", "blocks[0]",
    ),
    "furniture outside the text": (
        lambda r: article(r)["furniture"].append({"at": 99999, "text": ""}), "outside the text",
        "furniture[0]",
    ),
    "a figure outside the text": (
        lambda r: claim(r)["figures"].append(
            {"span": [5, 99999], "value": 1, "unit": "", "qualifier": ""}
        ),
        "outside the text", "claims[0].figures[0][0]",
    ),
    "a version twice": (
        lambda r: article(r)["versions"].append(article(r)["versions"][0]), "twice", "versions"
    ),
    "versions of one number": (
        lambda r: article(r)["versions"][0].update(number=2), "one number", "versions"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "words", "where"), ONE.values(), ids=ONE.keys())
def test_what_is_wrong_with_an_article_refuses_it_whole(
    report: bytes, change: Callable[[Json], object], words: str, where: str
) -> None:
    found = incoming.read(changed(report, change))
    assert found.parts == ()
    (problem,) = found.refused
    assert words in problem.what, problem
    assert problem.where == f"articles[0].{where}".removesuffix(".")
    assert "stayed as it was" in problem.kept


def test_the_other_articles_come_in(report: bytes, ben: Desk) -> None:
    def two(data: Json) -> None:
        bad = json.loads(json.dumps(article(data)))
        bad["claims"][0]["score"] = 2
        data["articles"].insert(0, bad)

    taken = take(ben.store, changed(report, two))
    assert [one.where for one in taken.refused] == ["articles[0].claims[0].score"]
    assert taken.merged and taken.merged.articles == 1
    assert findings(ben.store) == []


BYTES = {
    "nothing": (b"", "damaged"),
    "words": (b"hello", "damaged"),
    "no text": (b"\xff\xfe\x00", "damaged"),
    "another JSON": (b"[1, 2]", "not a report"),
    "a depth": (b'{"format": "factcheck-report", "x": ' + b"[" * 200_000, "nested too deeply"),
    "no number": (b'{"format": "factcheck-report", "version": NaN}', "NaN"),
    "endless": (b'{"format": "factcheck-report", "version": -Infinity}', "Infinity"),
    "a field twice": (b'{"format": "factcheck-report", "format": "x"}', "“format” is there twice"),
    "a number of many digits": (
        b'{"format": "factcheck-report", "version": ' + b"9" * 5000 + b"}", "damaged"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "words"), BYTES.values(), ids=BYTES.keys())
def test_bytes_that_are_no_report_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(Problem, match=words) as caught:
        incoming.read(data)
    assert caught.value.kept == "Nothing was taken in."


def test_a_number_beyond_all_numbers_is_refused(report: bytes) -> None:
    data = report.replace(b'"score": 0.9', b'"score": 1e999', 1)
    (problem,) = incoming.read(data).refused
    assert "too large" in problem.what


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.write(b'{"format": "factcheck-report"')
        file.truncate(200 * 1024**2)  # takes no room on the disk
    with pytest.raises(Problem, match="200 MB large; the most that is read is 128 MB"):
        report_files.read_report(str(path))
    with pytest.raises(Problem, match="cannot be read"):
        report_files.read_report(str(tmp_path / "absent.json"))


def test_signs_that_no_library_holds_are_replaced(report: bytes, ben: Desk) -> None:
    def odd(data: Json) -> None:
        claim(data)["tags"] = "a\x00b\ud800c\r\nd"
        claim(data)["why"] = ["\udfff"]

    assert not take(ben.store, changed(report, odd)).refused
    told = ben.store.claims(ben.store.every_claim(1))[0]
    assert (told.tags, told.why) == ("a\ufffdb\ufffdc\nd", ("\ufffd",))


def test_unknown_fields_are_said_and_verdicts_in_other_words_stay(report: bytes, ben: Desk) -> None:
    def other(data: Json) -> None:
        data["mood"] = claim(data)["mood"] = 1
        claim(data, 4)["assessments"].append(
            {**claim(data)["assessments"][0], "id": claim(data)["id"], "verdict": "Mostly odd"}
        )

    taken = take(ben.store, changed(report, other))
    assert taken.notes == ("Fields that are not known here were passed over: mood, claim.mood.",)
    assert ben.store.claims(ben.store.every_claim(1))[4].verdict == "Mostly odd"


# ---------------------------------------------------------------- against what is here

AGAINST: dict[str, tuple[Callable[[Json], object], str]] = {
    "a reason": (
        lambda r: claim(r)["assessments"][0].update(reason="I never said this."), "with other words"
    ),
    "a verdict": (
        lambda r: claim(r)["assessments"][0].update(verdict="True"), "with other words"
    ),
    "whose verdict it is": (
        lambda r: claim(r)["assessments"][0].update(reviewer="Editor"), "with other words"
    ),
    "on which claim it is": (
        lambda r: claim(r, 4)["assessments"].append(claim(r)["assessments"].pop()), "other words"
    ),
    "on which claim evidence is": (
        lambda r: claim(r, 4)["evidence"].append(claim(r)["evidence"].pop()), "another evidence"
    ),
    "a field with its line": (_reworded, "with another value"),
    "a field without a line": (
        lambda r: claim(r).update(wording="by hand"), "was changed by hand"
    ),
    "what a source says": (
        lambda r: claim(r)["evidence"][0].update(quote="by hand"), "was changed by hand"
    ),
    "which file a copy is": (
        lambda r: r["sources"][0]["copies"][0].update(sha256="1" * 64), "another copy"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "words"), AGAINST.values(), ids=AGAINST.keys())
def test_what_is_here_is_never_another_thing_afterwards(
    report: bytes, ben: Desk, change: Callable[[Json], object], words: str
) -> None:
    take(ben.store, report)
    before = shared(ben.store)
    taken = take(ben.store, changed(report, change))
    (problem,) = taken.refused
    assert words in problem.what and problem.where == "articles[0]"
    assert taken.merged is None
    assert shared(ben.store) == before


def test_an_id_that_is_another_articles_here_is_refused(report: bytes, ben: Desk) -> None:
    """A text of its own under the id of an article that is here, which no hash can prove."""
    take(ben.store, report)

    def other(data: Json) -> None:
        one = article(data)
        one |= {"text": "Another text.", "claims": [], "version_number": 7, "blocks": []}
        one |= {"version_id": version_id(one["text"]), "sha256": text_sha256(one["text"])}
        one["versions"] = [
            {**one["versions"][0], "id": one["version_id"], "sha256": one["sha256"], "number": 7},
            {**one["versions"][1], "id": "0" * 8 + one["id"][8:], "number": 1},
        ]
        for version in one["versions"]:
            version.pop("text", None)

    taken = take(ben.store, changed(report, other))
    assert "another article under this id" in taken.refused[0].what


# ---------------------------------------------------------------- the schema and its reader

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 10), st.text(max_size=3), st.just([]), st.just({}),
    st.just("2024-05-01T09:00:00Z"), st.just([1, 2]), st.just("found"),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(seed=st.randoms(use_true_random=False), value=VALUES, gone=st.booleans())
def test_the_shape_is_what_the_schema_says(
    report: bytes, seed: Any, value: Any, gone: bool
) -> None:
    """Wherever a value is another one or gone, both find the report right, or both wrong."""
    data = json.loads(report)
    here: Any = data
    while True:
        key = seed.choice(sorted(here) if isinstance(here, dict) else range(len(here)))
        inner = here[key]
        if not isinstance(inner, dict | list) or not inner or seed.random() < 0.2:
            break
        here = inner
    if gone and isinstance(here, dict):
        del here[key]
    else:
        here[key] = value
    try:
        Shape(schema()).check(data)
        right = True
    except Wrong:
        right = False
    assert right == VALIDATOR.is_valid(data)


VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_a_schema_of_words_that_are_not_known_is_a_fault() -> None:
    with pytest.raises(ValueError, match="uniqueItems"):
        Shape({"type": "array", "uniqueItems": True})
    with pytest.raises(ValueError, match="begins and ends"):
        Shape({"pattern": "a"})


def test_a_report_among_articles_says_what_it_is(report: bytes, tmp_path: Path) -> None:
    """It is known wherever its format stands; in a folder it is read as any JSON file."""
    path = tmp_path / "report.json"
    path.write_bytes(json.dumps(dict(sorted(json.loads(report).items()))).encode())
    assert report_files.is_report(path)
    with pytest.raises(Problem, match="report of this app"):
        reading.read_path(path)
    for data, known in (
        (report, True),
        (b'\xef\xbb\xbf {"format":"factcheck-report"', True),
        (b'{"version": 1, "format": "factcheck-report"}', True),
        (json.dumps({"text": '{"format": "factcheck-report"}'}).encode(), False),
        (b'["format": "factcheck-report"]', False),
        (b"", False),
    ):
        path.write_bytes(data)
        assert report_files.is_report(path) is known
    assert not report_files.is_report(tmp_path)
