"""Reports made as bytes: at once, or in a process of their own.

A newsroom's own template is a program, and may be a stranger's: it may run without an end or fill
the memory. So the child process of ``documents`` fills it, with its limits on time, memory, output
and network, and cancelling ends it. A PDF of many claims is made there too: the engine takes
gigabytes, which would stay with this process. No Qt. Not here: the formats (``reports.writing``),
templates.
"""

from __future__ import annotations

from multiprocessing import parent_process

from factcheck_gui.domain import Problem, Progress
from factcheck_gui.reports.content import Report, Written

SECONDS = 120.0  # for one report, and for each claim of it some more: ten thousand in our own look
SECONDS_A_CLAIM = 0.05  # take 26 seconds of a quiet processor and 2.7 GB as PDF
MEMORY = 2 * 2**30
MEMORY_A_CLAIM = 300 * 2**10
MANY = 1_000  # claims; their PDF takes 350 MB
PAUSE = 0.2  # seconds between looks whether to stop


def written(report: Report, format: str, progress: Progress | None = None) -> Written:
    """A report in a format of ``writing.FORMATS``. Raises Problem where it cannot be written so,
    and what ``progress`` raises."""
    from factcheck_gui.reports import writing

    alone = _is_foreign(report, format) or _is_large(report, format)
    if alone and parent_process() is None:
        return _in_child(report, format, progress)
    return writing.written(report, format, progress)


def _is_foreign(report: Report, format: str) -> bool:
    """Whether code of a newsroom's template would run."""
    from factcheck_gui.reports import templates, writing

    if not report.choices.template or "template" not in writing.applies(format):
        return False
    file = "report.typ" if writing.FORMATS[format].suffix == ".pdf" else "report.html"
    return templates.load(report.choices.template).has(file)


def _is_large(report: Report, format: str) -> bool:
    """Whether it is a PDF that takes much memory."""
    from factcheck_gui.reports import writing

    return writing.FORMATS[format].suffix == ".pdf" and _claims(report) > MANY


def _claims(report: Report) -> int:
    return sum(len(one.claims) for one in report.articles)


def _in_child(report: Report, format: str, progress: Progress | None) -> Written:
    from factcheck_gui.documents.child import Child
    from factcheck_gui.reports import writing

    claims = _claims(report)
    seconds, memory = SECONDS + SECONDS_A_CLAIM * claims, MEMORY + MEMORY_A_CLAIM * claims
    with Child(limit_seconds=seconds, memory=memory) as child:
        child.submit(writing.written, report, format)
        done = (0, 1)
        while True:
            kind, _, *rest = child.receive(PAUSE) or ("", 0)
            done = (rest[0], rest[1]) if kind == "progress" else done
            if progress:
                progress(*done)  # also while nothing comes: a template that hangs is cancelled
            if kind == "done":
                made: Written = rest[0]
                return made
            elif kind == "refused":
                raise Problem(*rest[0])
            elif kind == "died":
                raise Problem(str(rest[0]), report.choices.template or format)
            elif kind == "failed":
                raise RuntimeError(rest[0])
