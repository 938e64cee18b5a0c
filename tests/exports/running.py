"""The run: every sample in every format onto the disk, then every reader on what it reads."""

from __future__ import annotations

from pathlib import Path

from factcheck_gui import domain
from factcheck_gui.reports import content, writing
from tests.exports import browser, needs, office, pages, papers, samples, tables
from tests.exports.results import Result, Written, table

# A hostile report says nothing that could be published, and ClaimReview is what is published.
MAY_REFUSE = {("hostile", "claimreview"), ("hostile", "claimreview-html")}


def run(folder: Path) -> int:
    """Writes into an empty folder, checks, prints the table; 1 where something failed."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    reports = samples.all_samples()
    files: list[Written] = []
    results: list[Result] = []
    for name, report in reports.items():
        _write(name, report, folder, files, results)
    with browser.tab() as tab:
        results += pages.check(files, tab, pictures)
    results += papers.check(files, reports, pictures)
    results += office.check(files, reports, pictures)
    results += tables.check(files, reports)
    print(table(results))
    print(f"axe-core {needs.axe_version()}; files: {folder}; pictures of the pages: {pictures}")
    return int(any(one.problems for one in results))


def _write(
    name: str, report: content.Report, folder: Path, files: list[Written], results: list[Result]
) -> None:
    for form in writing.FORMATS.values():
        file = Written(name, form.name, folder / f"{name}-{form.name}{form.suffix}")
        try:
            writing.write(report, form.name, file.path)
        except domain.Problem as problem:
            may = (name, form.name) in MAY_REFUSE
            results.append(Result(file, "writer", () if may else (str(problem),), "refused"))
        else:
            files.append(file)
