"""Lists of articles: columns found by name, rows as parts, damage named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck_gui.documents.reading import parts_of, read_bytes, read_path
from factcheck_gui.domain import Problem
from tests.core.document_samples import PARAGRAPHS

ONE, TWO = PARAGRAPHS[:2]
ROWS = [
    {"id": 1, "headline": "The bridge", "URL": "https://example.org/1", "text": f"{ONE}\n\n{TWO}",
     "published_at": "2024-03-15", "authors": ["Ida Marlow", "Tom Reed"]},
    {"id": 2, "headline": "Later", "text": TWO},
    {"id": 3, "headline": "Empty", "text": ""},
]  # fmt: skip


def saved(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "b.json", "c.json"])
def test_json_rows_are_parts(tmp_path: Path, name: str) -> None:
    texts = {
        "a.jsonl": "\n".join(map(json.dumps, ROWS)),
        "a.json": json.dumps(ROWS),
        "b.json": json.dumps({"status": "ok", "articles": ROWS}),
        "c.json": "\n".join(map(json.dumps, ROWS)),
    }
    path = saved(tmp_path, name, texts[name])
    parts = parts_of(path)
    assert [(one.key, one.title) for one in parts] == [("1", "The bridge"), ("2", "Later")]
    first = read_path(path)
    assert first.text == f"{ONE}\n\n{TWO}"
    assert (first.title, first.url) == ("The bridge", "https://example.org/1")
    assert (first.author, first.published) == ("Ida Marlow, Tom Reed", "2024-03-15")
    assert ("title", "column “headline”") in first.origins
    assert "1 of 3 rows hold no text and were left out." in first.notes
    assert "This is the first of 2 articles in this list; the others can be chosen." in first.notes
    assert read_path(path, part="2").text == TWO
    with pytest.raises(Problem, match="no such row"):
        read_path(path, part="3")


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("b.csv", "|")]
)
def test_tables_are_read_by_the_names_of_their_columns(
    tmp_path: Path, name: str, delimiter: str
) -> None:
    quoted = '"' + ONE.replace('"', '""') + '\n\nMore, and; more"'
    text = (
        f"Title{delimiter}Full Text\nThe bridge{delimiter}{quoted}\nLater{delimiter}Words here.\n"
    )
    path = saved(tmp_path, name, "\ufeff" + text)
    assert [one.title for one in parts_of(path)] == ["The bridge", "Later"]
    assert read_path(path, part="1").text == f"{ONE}\n\nMore, and; more"
    assert read_path(path, part="2").title == "Later"


def test_html_in_a_cell_is_text() -> None:
    data = json.dumps([{"title": "a", "content": f"<p>{ONE}</p><script>x</script><h2>B</h2>"}])
    assert read_bytes(data.encode(), "a.json").text == f"{ONE}\n\nB"


def test_lines_that_are_no_json_are_named() -> None:
    data = f"{json.dumps({'text': ONE})}\nbroken\n[1]\n".encode()
    document = read_bytes(data, "a.jsonl")
    assert document.text == ONE
    assert document.notes == ("Left out, since no JSON object: line 2, 3.",)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "name,cost\nbridge,4\n", "No column of this list"),
        ("a.csv", "text\n", "no row"),
        ("a.json", "{broken", "damaged"),
        ("a.json", "[" * 200_000, "damaged"),
        ("a.json", "3", "No column of this list"),
        ("a.jsonl", "broken\n", "no row"),
    ],
)
def test_lists_without_articles_are_refused(name: str, text: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        read_bytes(text.encode(), name)
