"""What the commands share: arguments, JSON lines in and out, words, progress, exit statuses.

Standard output holds JSON in UTF-8 on every system, one object a line, and nothing else; standard
error holds words. Not here: any command.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import click

from factcheck_gui.domain import LibraryLocked, LibraryNewer, Problem, Progress, storable

if TYPE_CHECKING:
    from factcheck_gui.documents.child import Child
    from factcheck_gui.domain import Document, Part
    from factcheck_gui.library.reading import Reader
    from factcheck_gui.library.store import Store

DONE, REFUSED, USAGE, LOCKED = 0, 1, 2, 3  # exit statuses, as commands.md has them
INTERRUPTED, PIPE_CLOSED = 130, 141  # as the shell has them for SIGINT and SIGPIPE


# What JSON allows and others trip over: ends of lines for some readers, and halves of surrogate
# pairs (a file name of any bytes has them), which UTF-8 cannot hold.
_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


class PipeClosed(Exception):
    """Whoever read our standard output has stopped: `| head`."""


def run_command(command: click.Command, name: str, arguments: list[str] | None) -> int:
    """Runs a command (``None``: the arguments of the process) and returns the exit status.

    Problems and wrong usage become sentences on standard error; nothing of the kind is raised.
    """
    prepare_streams()
    try:
        status = command.main(arguments, prog_name=name, standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Problem as problem:
        tell(problem)
        return LOCKED if isinstance(problem, LibraryLocked | LibraryNewer) else REFUSED
    except PipeClosed:
        return PIPE_CLOSED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED


def prepare_streams() -> None:
    """UTF-8 out on every system, line by line, so that a reader in a pipe never waits."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            errors = "strict" if stream is sys.stdout else "backslashreplace"
            reconfigure(encoding="utf-8", errors=errors, newline="\n", line_buffering=True)


def write(value: Any) -> None:
    """Prints one JSON line. Raises PipeClosed, and Problem where the disk is full."""
    line = _ESCAPED.sub(lambda one: f"\\u{ord(one[0]):04x}", json.dumps(value, ensure_ascii=False))
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as error:
        _close_output()
        if error.errno in (errno.EPIPE, errno.EINVAL):  # the second is how Windows says it
            raise PipeClosed from error
        raise Problem(f"The answer could not be written ({error.strerror}).") from error


def _close_output() -> None:
    """Sends what is left in the buffer nowhere: the interpreter flushes it again at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def tell(words: object) -> None:
    """A sentence for people."""
    print(words, file=sys.stderr)


class Inputs:
    """Counts what was refused: each is named with its reason, and the others go on."""

    def __init__(self) -> None:
        self.refused = 0

    def refuse(self, problem: Problem) -> None:
        self.refused += 1
        tell(problem)

    @property
    def status(self) -> int:
        return REFUSED if self.refused else DONE


# ---------------------------------------------------------------- lines in


def records(source: str, inputs: Inputs, text: str = "text") -> Iterator[dict[str, Any]]:
    """The objects in a file of JSON lines ("-": standard input), each with an id and, under the
    name ``text``, its words.

    A line that is none is refused by its number. Raises Problem where there is no such file.
    """
    with _lines(source) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield _record(line, text)
                except Problem as problem:
                    where = f"{'standard input' if source == '-' else source}, line {number}"
                    inputs.refuse(Problem(problem.what, where))


def _record(line: bytes, text: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Problem(f"This line is no JSON ({error}).") from error
    if not isinstance(record, dict):
        raise Problem("This line is no JSON object.")
    if not isinstance(record.get(text), str):
        raise Problem(f"This line has no “{text}”.")
    if not isinstance(record.get("id"), str | int):
        raise Problem("This line has no “id”.")
    return record


@contextmanager
def _lines(source: str) -> Iterator[IO[bytes]]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            if packed:
                with gzip.open(file) as unpacked:
                    yield cast(IO[bytes], unpacked)
            else:
                yield file
    except (OSError, EOFError, zlib.error) as error:
        words = getattr(error, "strerror", None) or error
        raise Problem(f"This file could not be read ({words}).", source) from error


# ---------------------------------------------------------------- progress


@contextmanager
def progress(label: str) -> Iterator[Progress | None]:
    """A bar on standard error where that is a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1000, label=label[-30:], file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.update(done * 1000 // max(1, total) - bar.pos)

        yield show


# ---------------------------------------------------------------- libraries


@contextmanager
def opened(library: Path) -> Iterator[Reader]:
    """A library to read, also while a window has it. Raises Problem."""
    from factcheck_gui.library import file
    from factcheck_gui.library.reading import Reader

    with closing(file.open_reader(library)) as connection:
        yield Reader(connection)


@contextmanager
def opened_for_writing(library: Path) -> Iterator[Store]:
    """A library to write, which is made if absent (see ``need_library``). Raises Problem."""
    from factcheck_gui.library.store import Store

    with closing(Store.open(library, datetime.now(UTC))) as store:
        yield store


def need_library(library: Path) -> None:
    """Only ``import`` makes a library: a name mistyped elsewhere is no new one. Raises Problem."""
    from factcheck_gui.library.file import look_at

    if not look_at(library):
        raise Problem("There is no library at this place.", str(library))


def free_place(out: Path) -> None:
    """A report or a package never replaces a library. Raises Problem where it would."""
    from factcheck_gui.library.file import look_at

    library = False
    with suppress(Problem):  # another kind of file, or none, of which writing will tell
        library = look_at(out)
    if library:
        raise Problem("There is a library of this name.", str(out), "Nothing was written.")
    ask_to_replace(out)


def ask_to_replace(out: Path) -> None:
    """On a terminal a file is replaced only after a question; a script that names it means it.

    Raises Problem where the answer is no.
    """
    somebody = sys.stdin.isatty() and sys.stderr.isatty()
    there = os.path.isfile(out)  # noqa: PTH113 - Path.is_file raises where a name is too long
    if somebody and there and not click.confirm(f"Replace {out}?", err=True):
        raise Problem("This file was not replaced.", str(out), "Nothing was written.")


def article_keys(reader: Reader, ids: Sequence[str]) -> list[int]:
    """The row ids of the articles with these ids, of all where none is named. Raises Problem."""
    if not ids:
        return [row.key for row in reader.article_rows()]
    keys = {one: reader.article_key(one) for one in ids}
    for one, key in keys.items():
        if key is None:
            raise Problem("There is no article with this id.", one)
    return [key for key in keys.values() if key is not None]


# ---------------------------------------------------------------- arguments


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError as error:
        raise click.BadParameter("This is not a day like 2022-07-29.") from error


files_argument = click.argument("files", nargs=-1, metavar="FILE...", type=click.Path())
_path = click.Path(path_type=Path)
library_option = click.option("--library", required=True, metavar="L", type=_path)
out_option = click.option("-o", "--out", required=True, metavar="OUT", type=_path)
published_option = click.option(
    "--published", callback=_day, metavar="DAY", help="The day the articles were published."
)


part_option = click.option(
    "--part",
    "keys",
    multiple=True,
    metavar="KEY",
    help="Of a file of several texts the one with this key (see read --parts); repeatable.",
)


def documents(
    files: Sequence[str], inputs: Inputs, keys: Sequence[str] = ()
) -> Iterator[tuple[str, Document]]:
    """The files, and those in folders, each with its path as given; refusals go to ``inputs``.

    With ``keys`` the texts in them that have these. They are read in a process of their own, so
    that one that crashes, hangs or eats memory is one refused file.
    """
    from factcheck_gui.jobs import read_file

    for name, path, child in _files(files):
        for key in keys or (None,):
            try:
                yield name, _done(child, read_file, path, key)
            except Problem as problem:
                inputs.refuse(problem)


def parts(files: Sequence[str], inputs: Inputs) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """The texts in each of the files, as ``reading.parts_of`` lists them; as ``documents``."""
    from factcheck_gui.jobs import parts_of

    for name, path, child in _files(files):
        try:
            yield name, _done(child, parts_of, path)
        except Problem as problem:
            inputs.refuse(problem)


def read_in_child(
    files: Sequence[str], function: Callable[[str], Any], inputs: Inputs, seconds: float = 60
) -> Iterator[tuple[str, Any]]:
    """What a function of ``jobs`` makes of each file in so many seconds; as ``documents``."""
    for name, path, child in _files(files) if files else ():
        try:
            yield name, _done(child, function, path, seconds=seconds)
        except Problem as problem:
            inputs.refuse(problem)


def _files(files: Sequence[str]) -> Iterator[tuple[str, Path, Child]]:
    """Each file's name as given, its path, and the process that reads it."""
    from factcheck_gui.documents.child import Child
    from factcheck_gui.documents.reading import expand

    if not files:
        raise click.UsageError("Name at least one file.")
    with Child() as child:
        for given in files:
            for path in expand([given]):
                yield given if path == Path(given) else str(path), path, child


def _done(
    child: Child, function: Callable[..., Any], path: Path, *args: Any, seconds: float = 60
) -> Any:
    """What a job on a file gives. Raises Problem, with the file's name, for all that may fail."""
    where = storable(str(path))
    try:
        return child.call(function, str(path), *args, limit_seconds=seconds)
    except Problem as problem:
        raise Problem(problem.what, problem.where or where, problem.kept) from problem
    except RuntimeError as error:  # a bug: the others are read all the same
        tell(error)
        raise Problem("This program failed at this file, which is its own fault.", where) from error
