"""The other process: it works, it says how jobs end, and nothing that happens to it spreads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck_gui.documents import child as child_module
from factcheck_gui.documents import limits
from factcheck_gui.documents.child import Child
from factcheck_gui.documents.reading import expand
from factcheck_gui.domain import Problem
from factcheck_gui.jobs import read_file
from tests.core import child_jobs as jobs

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds; far more than anything here takes


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as one:
        yield one


@pytest.fixture
def fresh() -> Iterator[Child]:
    with Child() as one:
        yield one


def messages(child: Child, until: int) -> list[tuple[Any, ...]]:
    """What the child says until the ending of a job."""
    found: list[tuple[Any, ...]] = []
    end = time.monotonic() + PATIENCE
    while not found or found[-1][1] != until or found[-1][0] in ("part", "progress"):
        assert time.monotonic() < end, found
        message = child.receive(0.5)
        if message:
            found.append(message)
    return found


def ending(child: Child, function: Any, *args: Any, seconds: float | None = None) -> Any:
    job = child.submit(function, *args, limit_seconds=seconds)
    kind, number, *rest = messages(child, job)[-1]
    assert number == job
    return kind, *rest


def test_a_job_brings_its_value(child: Child) -> None:
    job = child.submit(jobs.add, 2, 3)
    assert messages(child, job) == [("done", job, 5)]
    assert not child.busy


def test_jobs_run_in_order_in_one_process(child: Child) -> None:
    numbers = [child.submit(jobs.process_id) for _ in range(5)]
    found = messages(child, numbers[-1])
    assert [one[1] for one in found] == numbers
    assert len({one[2] for one in found}) == 1
    assert found[0][2] != os.getpid()


def test_values_of_a_generator_come_as_parts(child: Child) -> None:
    for function in (jobs.count, jobs.generator_of):
        job = child.submit(function, 3)
        assert messages(child, job) == [
            *(("part", job, number) for number in range(3)),
            ("done", job, "counted"),
        ]


def test_progress_is_sent_to_functions_that_tell_it(child: Child) -> None:
    job = child.submit(jobs.work, 2)
    assert messages(child, job) == [
        ("progress", job, 1, 2),
        ("progress", job, 2, 2),
        ("done", job, 2),
    ]


def test_a_problem_comes_with_its_fields(child: Child) -> None:
    assert ending(child, jobs.refuse, "a.txt") == (
        "refused",
        ("This is no text.", "a.txt", "Nothing else is lost."),
    )
    job = child.submit(jobs.refuse_later)
    assert [one[0] for one in messages(child, job)] == ["part", "refused"]


def test_a_bug_comes_with_its_traceback_and_the_process_goes_on(child: Child) -> None:
    before = child.call(jobs.process_id)
    kind, text = ending(child, jobs.fail)
    assert kind == "failed" and "in fail" in text and "KeyError" in text
    assert ending(child, jobs.unpicklable)[0] == "failed"
    assert child.call(jobs.process_id) == before
    assert "KeyError" in ending(child, jobs.unreadable)[1]
    assert child.call(jobs.add, 1, 2) == 3


def test_a_document_can_be_read_there(child: Child, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Head\n\nBody")
    assert child.call(read_file, str(path)) == read_file(str(path))
    job = child.submit(expand, [tmp_path])
    assert messages(child, job)[0] == ("part", job, path)
    with pytest.raises(Problem, match="no such file") as caught:
        child.call(read_file, str(tmp_path / "b.md"))
    assert caught.value.where == str(tmp_path / "b.md")


def test_large_arguments_and_values_go_through(child: Child) -> None:
    text = "words " * 500_000
    assert child.call(jobs.echo, text) == (text,)


@pytest.mark.parametrize(
    ("function", "args", "reason"),
    [
        (jobs.leave, (3,), "ended without an answer (exit status 3)"),
        (jobs.leave_politely, (4,), "ended without an answer (exit status 4)"),
        (jobs.leave, (0,), "ended without an answer"),
        pytest.param(
            jobs.kill_self, (), "was killed", marks=pytest.mark.skipif(os.name == "nt", reason="")
        ),
        (jobs.crash, (), "crashed"),
    ],
)
def test_a_death_costs_one_job_and_says_why(
    child: Child, function: Any, args: tuple[Any, ...], reason: str
) -> None:
    before = child.submit(jobs.add, 1, 1)
    dying = child.submit(function, *args)
    after = child.submit(jobs.add, 2, 2)
    found = messages(child, after)
    assert [one[:2] for one in found] == [("done", before), ("died", dying), ("done", after)]
    assert reason in found[1][2]


def test_an_idle_process_that_is_killed_is_replaced_without_a_word(fresh: Child) -> None:
    os.kill(fresh.call(jobs.process_id), signal.SIGTERM)
    assert fresh.receive(0.2) is None
    assert fresh.call(jobs.add, 1, 2) == 3


@pytest.mark.parametrize("function", [jobs.hang, jobs.spin])
def test_a_job_that_hangs_is_stopped_in_time(child: Child, function: Any) -> None:
    child.call(jobs.add, 1, 1)
    start = time.monotonic()
    kind, reason = ending(child, function, seconds=0.25)
    assert (kind, reason) == ("died", "This took longer than 0.25 seconds and was stopped.")
    assert time.monotonic() - start < 5
    assert child.call(jobs.add, 1, 2) == 3


def test_an_endless_generator_is_stopped_in_time(child: Child) -> None:
    job = child.submit(jobs.count, 10**9, limit_seconds=0.5)
    found = messages(child, job)
    assert found[-1][0] == "died" and len(found) > 1


def test_time_in_which_nobody_listens_is_not_counted(
    fresh: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.call(jobs.add, 1, 1)
    job = fresh.submit(jobs.count, 3000, limit_seconds=60.0)
    assert fresh.receive(PATIENCE) == ("part", job, 0)
    an_hour_later = SimpleNamespace(monotonic=lambda: time.monotonic() + 3600)
    monkeypatch.setattr(child_module, "time", an_hour_later)
    assert messages(fresh, job)[-1][0] == "done"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited otherwise elsewhere")
def test_a_job_that_eats_memory_is_stopped() -> None:
    with Child(memory=2**29) as child:
        kind, reason = ending(child, jobs.eat_memory)
        assert (kind, reason) == ("died", "This needed more than 0.5 GB of memory and was stopped.")
        assert child.call(jobs.add, 1, 2) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited otherwise elsewhere")
def test_an_answer_that_is_too_large_is_refused(child: Child) -> None:
    assert len(child.call(jobs.zeros, 5_000_000)) == 5_000_000
    with pytest.raises(Problem, match="larger than 256 MB"):
        child.call(jobs.zeros, limits.OUTPUT + 1)
    assert child.call(jobs.add, 1, 2) == 3


@pytest.mark.skipif(os.name != "posix", reason="this limit is of POSIX")
def test_what_is_written_to_a_disk_is_bounded(child: Child, tmp_path: Path) -> None:
    path = tmp_path / "large"
    with pytest.raises(RuntimeError, match="File too large"):
        child.call(jobs.write_file, str(path), limits.FILE + 1)
    assert path.stat().st_size <= limits.FILE


def test_a_job_too_large_to_be_taken_up_is_not_tried_for_ever() -> None:
    with Child(memory=2**29) as child:
        assert ending(child, jobs.echo, bytes(2**28))[0] == "died"
        assert child.call(jobs.add, 1, 2) == 3


def test_cancelling_the_running_job_is_quick_and_leaves_the_others(fresh: Child) -> None:
    fresh.call(jobs.add, 1, 1)
    running = fresh.submit(jobs.hang)
    waiting = fresh.submit(jobs.add, 2, 2)
    assert fresh.receive(0.1) is None
    start = time.monotonic()
    assert fresh.cancel(running) == (running,)
    assert time.monotonic() - start < 5  # the job would last ten minutes
    assert messages(fresh, waiting) == [("done", waiting, 4)]


def test_cancelling_everything_leaves_nothing(fresh: Child) -> None:
    gone = [fresh.submit(jobs.count, 1000, 0.01), fresh.submit(jobs.add, 1, 1)]
    assert fresh.receive(PATIENCE) is not None or fresh.receive(PATIENCE) is not None
    assert list(fresh.cancel()) == gone
    assert not fresh.busy
    assert fresh.receive(0.1) is None
    assert fresh.cancel() == fresh.cancel(99) == ()
    assert fresh.call(jobs.add, 1, 2) == 3


def test_a_waiting_job_can_be_cancelled_alone(fresh: Child) -> None:
    process = fresh.call(jobs.process_id)
    first, second, third = (fresh.submit(jobs.process_id) for _ in range(3))
    assert fresh.cancel(second) == (second,)
    assert messages(fresh, third) == [("done", first, process), ("done", third, process)]


def test_submitting_and_cancelling_wake_a_thread_that_waits(fresh: Child) -> None:
    fresh.call(jobs.add, 1, 1)
    found: list[Any] = []
    receiver = threading.Thread(target=lambda: found.append(fresh.receive(PATIENCE)))
    receiver.start()
    time.sleep(0.1)
    for _ in range(20):
        fresh.submit(jobs.hang)
        time.sleep(0.005)
        fresh.cancel()
    job = fresh.submit(jobs.add, 2, 2)
    receiver.join(PATIENCE)
    assert found == [("done", job, 4)]


def test_random_cancelling_never_loses_or_mixes_jobs(fresh: Child) -> None:
    wanted: set[int] = set()
    cancelled: set[int] = set()
    seen: dict[int, str] = {}
    for round_ in range(30):
        wanted.update(fresh.submit(jobs.add, round_, n) for n in range(3))
        message = fresh.receive(0.05 if round_ % 3 else 0)
        if message:
            seen[message[1]] = message[0]
        if round_ % 4 == 0:
            cancelled.update(fresh.cancel(max(wanted) - round_ % 3))
    end = time.monotonic() + PATIENCE
    while fresh.busy and time.monotonic() < end:
        message = fresh.receive(0.5)
        if message:
            assert message[1] not in seen
            seen[message[1]] = message[0]
    assert set(seen.values()) == {"done"}
    assert set(seen) | cancelled == wanted and not set(seen) & cancelled


def test_a_closed_child_takes_no_more_and_leaves_no_process() -> None:
    child = Child()
    process = child.call(jobs.process_id)
    child.submit(jobs.hang)
    child.receive(0.1)
    child.close()
    child.close()
    with pytest.raises(RuntimeError, match="closed"):
        child.submit(jobs.add, 1, 1)
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_nothing_starts_before_the_first_job() -> None:
    with Child() as child:
        assert child.receive(0) is None and not child.busy
        assert child._process is None


def test_a_process_that_cannot_start_costs_a_job_each_time(
    fresh: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_module, "serve", jobs.echo)  # ends at once, before it is ready
    first, second = fresh.submit(jobs.add, 1, 1), fresh.submit(jobs.add, 1, 1)
    found = messages(fresh, second)
    assert [one[:2] for one in found] == [("died", first), ("died", second)]
    assert "could not be started" in found[0][2]


def test_arguments_that_cannot_be_sent_fail_at_once(child: Child) -> None:
    with pytest.raises((TypeError, AttributeError)):
        child.submit(jobs.echo, threading.Lock())
    assert not child.busy


def test_the_other_process_may_not_use_the_network(child: Child) -> None:
    kind, text = ending(child, jobs.open_socket)
    assert kind == "failed" and "may not use the network" in text


def test_a_call_raises_what_happened(child: Child) -> None:
    with pytest.raises(Problem, match=r"This is no text\."):
        child.call(jobs.refuse, "a")
    with pytest.raises(Problem, match="exit status 3"):
        child.call(jobs.leave, 3)
    with pytest.raises(RuntimeError, match="KeyError"):
        child.call(jobs.fail)


def test_deaths_are_said_in_words() -> None:
    assert limits.death(None, 1, 1) == "The program that worked on this ended without an answer."
    assert "2 GB" in limits.death(limits.OVER_MEMORY, 1, 2**31)
    if sys.platform != "win32":
        assert "30 seconds" in limits.death(-signal.SIGXCPU, 30, 1)
        assert "SIGSEGV" in limits.death(-signal.SIGSEGV, 30, 1)
    assert "signal 99" in limits.death(-99, 1, 1)


# ---------------------------------------------------------------- whatever the main module is

SCRIPT = """
    import sys
    print("main runs")
    sys.modules["PySide6"] = sys  # what a window has loaded by now
    from factcheck_gui.documents.child import Child
    from tests.core import child_jobs as jobs
    with Child() as child:
        child.call(jobs.print_words, "words of the child")
        print(child.call(jobs.main_name)[1], "PySide6" in child.call(jobs.modules))
"""


@pytest.mark.parametrize("how", ["script", "module", "command", "standard input"])
def test_the_program_that_starts_it_is_not_run_again(how: str, tmp_path: Path) -> None:
    package = tmp_path / "program"
    package.mkdir()
    script = package / "__main__.py"  # without a guard: run twice it would start processes for ever
    script.write_text(textwrap.dedent(SCRIPT))
    commands = {
        "script": [str(script)],
        "module": ["-m", "program"],
        "command": ["-c", textwrap.dedent(SCRIPT)],
        "standard input": ["-"],
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", *commands[how]],
        input=textwrap.dedent(SCRIPT) if how == "standard input" else None,
        capture_output=True,
        text=True,
        timeout=600,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["main runs", "None False"]
    assert done.stderr.count("words of the child") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="another signal there")
def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = """
        from factcheck_gui.documents.child import Child
        from tests.core import child_jobs as jobs
        child = Child()
        print(child.call(jobs.process_id), flush=True)
        child.submit(jobs.count, 10**9, 0.01)
        while True:
            child.receive(1)
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with parent:
        assert parent.stdout
        process = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and _runs(process):
        time.sleep(0.02)
    assert not _runs(process)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")  # one that nobody buries is dead all the same
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
