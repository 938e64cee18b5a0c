"""How much of a known text the readers of PDF, office files, books and mail give back, in order.

    python -m tests.bench.quality_readers [FOLDER]

The text is our own, set in several layouts by reportlab, python-docx and the writers of the tests;
by LibreOffice, too, where it is installed, and by typst where it can be imported. FOLDER keeps the
files. Goal: 0.99 of the words in order from one column, 0.97 from two.
"""

from __future__ import annotations

import difflib
import importlib.util
import io
import re
import sys
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from factcheck_gui.documents.reading import read_path
from factcheck_gui.domain import Problem
from tests.bench import libreoffice
from tests.core import pdf_writer
from tests.core.document_samples import TITLE, Layout, body

WORD = re.compile(r"\w+")
OFFICE = ("docx", "odt", "rtf", "epub")
Wanted = list[tuple[str, str]]


def in_order(wanted: str, found: str) -> tuple[float, float]:
    """Shares of the words wanted that come back in order, and of those found that were wanted."""
    a, b = WORD.findall(wanted), WORD.findall(found)
    match = difflib.SequenceMatcher(None, a, b, autojunk=False)
    same = sum(block.size for block in match.get_matching_blocks())
    return same / max(1, len(a)), same / max(1, len(b))


def files(folder: Path) -> Iterator[tuple[str, Path, Wanted]]:
    """What can be made here: who wrote it and how, the file, its text as (kind, words)."""
    for n, layout in enumerate(pdf_writer.LAYOUTS):
        path = folder / f"reportlab-{n}.pdf"
        path.write_bytes(pdf_writer.pdf(layout))
        yield f"PDF, reportlab, {layout.name}", path, body(layout)
    plain = Layout("plain", table=True)
    for name, make in (("python-docx.docx", make_docx), ("mail.eml", _mail)):
        path = folder / name
        path.write_bytes(make(plain))
        yield name, path, body(plain)
    if importlib.util.find_spec("typst"):
        yield from _typst(folder)
    if libreoffice.is_there():
        yield from _libreoffice(folder)


def _libreoffice(folder: Path) -> Iterator[tuple[str, Path, Wanted]]:
    sources = [folder / f"office-{n}.fodt" for n in range(len(libreoffice.LAYOUTS))]
    for path, layout in zip(sources, libreoffice.LAYOUTS, strict=True):
        path.write_text(libreoffice.fodt(layout), "utf-8")
    libreoffice.convert(sources, "pdf", folder)
    for path, layout in zip(sources, libreoffice.LAYOUTS, strict=True):
        yield f"PDF, LibreOffice, {layout.name}", path.with_suffix(".pdf"), body(layout)
    for ending in OFFICE:
        libreoffice.convert(sources[1:2], ending, folder)
        layout = libreoffice.LAYOUTS[1]
        yield f"{ending}, LibreOffice", sources[1].with_suffix(f".{ending}"), body(layout)


def _typst(folder: Path) -> Iterator[tuple[str, Path, Wanted]]:
    import typst

    for columns in (1, 2):
        layout = Layout("typst", columns)
        marks = {"heading": "= ", "item": "- "}
        text = "\n\n".join(
            f"#quote(block: true)[{words}]" if kind == "quote" else marks.get(kind, "") + words
            for kind, words in body(layout)
            if kind != "title"
        )
        source = (
            f'#set page(columns: {columns}, header: [Norham Review], numbering: "1")\n'
            "#set text(10pt, hyphenate: true)\n#set par(justify: true, first-line-indent: 1.2em)\n"
            f'#place(top + center, scope: "parent", float: true, text(20pt)[{TITLE}])\n{text}'
        )
        path = folder / f"typst-{columns}.pdf"
        typst.compile(source.encode(), output=str(path))
        yield f"PDF, typst, {columns} columns, justified, hyphens", path, body(layout)


def make_docx(layout: Layout) -> bytes:
    """The sample text as python-docx writes it."""
    import docx

    document = docx.Document()
    styles = {"title": "Title", "heading": "Heading 1", "quote": "Quote", "item": "List Bullet"}
    for kind, words in body(layout):
        if kind == "table":
            rows = [row.split("\t") for row in words.split("\n")]
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(rows, table.rows, strict=True):
                for word, cell in zip(row, cells.cells, strict=True):
                    cell.text = word
        else:
            document.add_paragraph(words, styles.get(kind, "Normal"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _mail(layout: Layout) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Ida Marlow <ida@example.org>"
    message.set_content("\n\n".join(words for _, words in body(layout)))
    return message.as_bytes()


def measured(path: Path, wanted: Wanted) -> str:
    """The figures of one file as one line."""
    try:
        document = read_path(path)
    except Problem as problem:
        return f"refused: {problem.what}"
    recall, precision = in_order("\n".join(words for _, words in wanted), document.text)
    there = {document.text[one.start : one.end] for one in document.blocks}
    whole = sum(words in there for _, words in wanted)
    return f"{recall:.4f} in order, {precision:.4f} wanted, {whole}/{len(wanted)} blocks whole"


def main(folder: Path) -> None:
    """Makes the files in a folder, reads them, prints a line each."""
    for name, path, wanted in files(folder):
        print(f"{name:78} {measured(path, wanted)}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(Path(place))
