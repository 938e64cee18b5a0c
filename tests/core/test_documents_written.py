"""Files that other programs wrote from our text: what they give back, word for word.

LibreOffice 7.4 and typst 0.15 wrote them (``python -m tests.bench.quality_readers FOLDER``).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck_gui.documents.reading import read_path
from tests.core.document_samples import NOTES, TITLE, Layout, body

DATA = Path(__file__).resolve().parents[1] / "data" / "documents"


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("bridge.docx", True),
        ("bridge.odt", True),
        ("bridge.rtf", True),
        ("bridge.epub", True),
        ("bridge-one-column.pdf", True),
        ("bridge-two-columns.pdf", True),
        ("bridge-three-columns.pdf", False),
        ("bridge-typst.pdf", False),
    ],
)
def test_every_block_comes_back_whole_and_in_order(name: str, table: bool) -> None:
    document = read_path(DATA / name)
    wanted = [words for _, words in body(Layout("", table=table))]
    found = [document.text[one.start : one.end] for one in document.blocks]
    found = [re.sub(r"\[\d\]", "", words) for words in found]  # marks of notes
    assert [words for words in found if words in wanted] == wanted
    assert document.title in (TITLE, "")
    assert all("Norham Review" not in words for words in found)


@pytest.mark.parametrize(
    "name", ["bridge.docx", "bridge.odt", "bridge.rtf", "bridge-one-column.pdf"]
)
def test_their_notes_stand_at_the_end(name: str) -> None:
    document = read_path(DATA / name)
    assert [document.text[one.start : one.end] for one in document.blocks[-2:]] == list(NOTES)
    assert all(one.kind == "item" and one.label for one in document.blocks[-2:])
