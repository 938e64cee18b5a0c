"""Word documents and workbooks, as LibreOffice, python-docx and openpyxl open them."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import openpyxl

from factcheck_gui.reports import content, table, wording
from factcheck_gui.reports.words import load
from tests.exports import papers, samples
from tests.exports.results import Result, Written, checked

MARGIN = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}'


def check(
    files: Sequence[Written], reports: dict[str, content.Report], pictures: Path
) -> list[Result]:
    """Every Word document and every workbook by each of the readers."""
    results = []
    for one in files:
        report = reports[one.sample]
        if one.path.suffix == ".docx":
            results.append(checked(one, "python-docx", partial(_document, report)))
            results.append(checked(one, "LibreOffice Writer", partial(_writer, report, pictures)))
        elif one.path.suffix == ".xlsx":
            results.append(checked(one, "openpyxl", partial(_workbook, report)))
            results.append(checked(one, "LibreOffice Calc", partial(_calc, report, pictures)))
    return results


def _claims(report: content.Report, path: Path) -> list[str]:
    form = "manuscript" if "manuscript" in path.stem else "docx"
    return [wording.visible(one) for one in samples.told_words(report, form)]


def _document(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    opened = docx.Document(str(path))
    titles = [one.text for one in opened.paragraphs if one.style.name == "Title"]
    text = "\n".join(one.text for one in opened.paragraphs)
    notes = ["\n".join(p.text for p in one.paragraphs) for one in opened.comments]
    names = [wording.visible(one.article.row.name) for one in report.articles]
    # before those of several articles stands how many there are
    problems = [] if titles[-len(names) :] == names else [f"has the titles {titles}"]
    for words in _claims(report, path):
        if words.replace("\n", " ") not in (text + "\n".join(notes)).replace("\n", " "):
            problems.append(f"has not the words {words[:80]!r}")
    return problems, f"{len(opened.paragraphs)} paragraphs, {len(notes)} comments"


def _writer(report: content.Report, pictures: Path, path: Path) -> tuple[Iterable[str], str]:
    """What LibreOffice prints has the words, and it knows every comment."""
    with TemporaryDirectory(prefix="exports-") as folder:
        pdf = _converted(path, MARGIN, Path(folder))
        flat = _converted(path, "fodt", Path(folder)).read_text(encoding="utf-8")
        problems, told = _printed(report, pdf, path, pictures)
    known, wanted = flat.count("<office:annotation "), len(list(docx.Document(str(path)).comments))
    if known != wanted:
        problems = [*problems, f"LibreOffice sees {known} of {wanted} comments"]
    return problems, f"{told}, {known} comments"


def _calc(report: content.Report, pictures: Path, path: Path) -> tuple[Iterable[str], str]:
    """What LibreOffice makes of the sheets has the words and no formula."""
    with TemporaryDirectory(prefix="exports-") as folder:
        flat = _converted(path, "fods", Path(folder)).read_text(encoding="utf-8")
        pdf = _converted(path, "pdf", Path(folder))
        _, told = papers.draw(pictures, pdf.rename(pdf.with_name(f"{path.stem}-xlsx.pdf")))
    plain = papers.squeezed(html.unescape(re.sub("<[^>]*>", "", flat)))
    words = (one[:30_000] for one in _claims(report, path))  # a cell holds a little more
    problems = [f"has not {one[:80]!r}" for one in words if papers.squeezed(one) not in plain]
    if "table:formula=" in flat:
        problems.append("has a formula")
    return problems, told


def _printed(
    report: content.Report, pdf: Path, path: Path, pictures: Path
) -> tuple[list[str], str]:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as file:
        text = "".join(page.get_textpage().get_text_range() for page in file)
    letters = [word for one in _claims(report, path) for word in papers.WORD.findall(one)]
    lost = [word for word in letters if word[:500] not in papers.squeezed(text)]
    named = pdf.rename(pdf.with_name(f"{path.stem}-docx.pdf"))
    _, told = papers.draw(pictures, named)
    return [f"is printed without {one[:80]!r}" for one in lost], told


def _converted(path: Path, form: str, folder: Path) -> Path:
    """A file as LibreOffice saves it in another format. Raises where it does not."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    done = subprocess.run(
        [*command, "--outdir", str(folder), str(path)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    made = folder / f"{path.stem}.{form.partition(':')[0]}"
    if not made.exists():
        raise RuntimeError(f"LibreOffice wrote nothing: {done.stderr.strip()[-300:]}")
    return made


def _workbook(report: content.Report, path: Path) -> tuple[Iterable[str], str]:
    book = openpyxl.load_workbook(path)
    problems = []
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        if any(cell.data_type == "f" for cell in cells):
            problems.append(f"{sheet.title} has a formula")
        if any(cell.hyperlink for cell in cells):
            problems.append(f"{sheet.title} has a link")
        if sheet is not book.worksheets[-1] and (
            sheet.freeze_panes != "A2" or not sheet.auto_filter.ref
        ):
            problems.append(f"{sheet.title} has no frozen header or no filter")
    names = [cell.value for cell in book.worksheets[0][1]]
    language = load(report.choices.language)
    columns = table.columns(report.choices.included)
    heads = [language.column("Claims", name, "")[0] for name in columns]
    problems += [] if sorted(names) == sorted(heads) else [f"has the columns {names}"]
    told = ", ".join(f"{one.title} {one.max_row - 1}" for one in book)
    return problems, told
