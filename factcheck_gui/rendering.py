"""Reports made as bytes: at once, or, by a newsroom's own template, in a process of their own.

A template is a program, and may be a stranger's: it may run without an end or fill the memory. So
the child process of ``documents`` fills it, with its limits on time, memory, output and network,
and cancelling ends it. No Qt. Not here: the formats (``reports.writing``), templates.
"""

from __future__ import annotations

from multiprocessing import parent_process

from factcheck_gui.domain import Problem, Progress
from factcheck_gui.reports.content import Report, Written

SECONDS = 120.0  # for one report, and for each claim of it some more: ten thousand in our own look
SECONDS_A_CLAIM = 0.05  # take 26 seconds of a quiet processor and 2.7 GB as PDF
MEMORY = 2 * 2**30
MEMORY_A_CLAIM = 300 * 2**10
PAUSE = 0.2  # seconds between looks whether to stop


def written(report: Report, format: str, progress: Progress | None = None) -> Written:
    """A report in a format of ``writing.FORMATS``. Raises Problem where it cannot be written so,
    and what ``progress`` raises."""
    from factcheck_gui.reports import writing

    if _is_foreign(report, format) and parent_process() is None:
        return _in_child(report, format, progress)
    return writing.written(report, format, progress)


def _is_foreign(report: Report, format: str) -> bool:
    """Whether code of a newsroom's template would run."""
    from factcheck_gui.reports import templates, writing

    if not report.choices.template or "template" not in writing.applies(format):
        return False
    file = "report.typ" if writing.FORMATS[format].suffix == ".pdf" else "report.html"
    return templates.load(report.choices.template).has(file)


def _in_child(report: Report, format: str, progress: Progress | None) -> Written:
    from factcheck_gui.documents.child import Child
    from factcheck_gui.reports import writing

    claims = sum(len(one.claims) for one in report.articles)
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
                raise Problem(str(rest[0]), report.choices.template)
            elif kind == "failed":
                raise RuntimeError(rest[0])
