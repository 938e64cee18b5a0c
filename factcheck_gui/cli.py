"""The commands without a window, for scripts, benchmarks and tests. No Qt.

Each command is a thin line from its arguments to the wings that do the work, which are imported
where they are used. JSON lines go to standard output, words to standard error. Exit status: 0
done, 1 some inputs refused (each named), 2 wrong usage, 3 the library is locked or newer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck_gui import __version__, export_command, library_commands, paths, precedent_commands
from factcheck_gui.console import (
    Inputs,
    documents,
    files_argument,
    part_option,
    parts,
    progress,
    published_option,
    records,
    run_command,
    tell,
    write,
)

if TYPE_CHECKING:
    from factcheck_gui.domain import Document, Findings


def run(arguments: list[str] | None = None) -> int:
    """Runs a command with these arguments (None: those of the process); the exit status."""
    return run_command(commands, paths.APP_NAME, arguments)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=paths.APP_NAME)
def commands() -> None:
    """Offline fact-check review. Without a command, or with a library alone: the window."""


for _one in (*library_commands.ALL, *export_command.ALL, *precedent_commands.ALL):
    commands.add_command(_one)


def _findings(name: str, document: Document, published: str | None) -> Findings:
    from factcheck_gui.claims.pipeline import find_claims

    day = published or document.published or None
    with progress(name) as bar:
        return find_claims(document.text, published=day, blocks=document.blocks, progress=bar)


@commands.command()
@files_argument
@click.option(
    "--jsonl", metavar="FILE", help='Lines {"id", "text", "published"?}; - is standard input.'
)
@published_option
@part_option
def extract(
    files: tuple[str, ...], jsonl: str | None, published: str | None, keys: tuple[str, ...]
) -> int:
    """Finds the claims of articles; one JSON object a line for each."""
    from factcheck_gui.claims.output import to_json

    inputs = Inputs()
    if jsonl is not None:
        if files:
            raise click.UsageError("Give either files or --jsonl.")
        for record in records(jsonl, inputs):
            write(_extract_record(record, published))
        _tell_notes()
        return inputs.status
    for name, document in documents(files, inputs, keys):
        found = _findings(name, document, published)
        write(to_json(name, document.title, document.text, document.furniture, found))
    _tell_notes()
    return inputs.status


def _extract_record(record: dict[str, Any], published: str | None) -> dict[str, Any]:
    """A text as it is: nothing removed, furniture reported as spans, no claim listed there."""
    from factcheck_gui.claims.output import to_json
    from factcheck_gui.claims.pipeline import find_claims
    from factcheck_gui.documents.furniture import find_furniture

    text, day = record["text"], record.get("published") or published
    with progress(str(record["id"])) as bar:
        found = find_claims(
            text,
            published=day if isinstance(day, str) else None,
            furniture=find_furniture(text),
            progress=bar,
        )
    return to_json(record["id"], "", text, (), found)


@commands.command()
def score() -> int:
    """Check-worthiness (0 to 1) of sentences: lines {"id", "text"} on standard input."""
    from factcheck_gui.claims.judging import worth

    inputs = Inputs()
    for record in records("-", inputs):
        write({"id": record["id"], "score": round(worth.score(record["text"]), 6)})
    _tell_notes()
    return inputs.status


def _tell_notes() -> None:
    from factcheck_gui.claims.network.backbone import notes

    for note in notes():
        tell(note)


@commands.command()
@files_argument
@part_option
@click.option("--parts", "list_parts", is_flag=True, help="Only list the texts in each file.")
def read(files: tuple[str, ...], keys: tuple[str, ...], list_parts: bool) -> int:
    """Reads documents only; one JSON object a line for each."""
    inputs = Inputs()
    if list_parts:
        for name, found in parts(files, inputs):
            for one in found:
                write({"id": name, "part": one.key, "title": one.title, "size": one.size})
        return inputs.status
    for name, document in documents(files, inputs, keys):
        write({"id": name, **_told(document)})
    return inputs.status


def _told(document: Document) -> dict[str, Any]:
    """A document as ``read`` prints it."""
    fields = "title author published site url language text".split()
    return {
        **{name: getattr(document, name) for name in fields},
        "furniture": [{"at": one.at, "text": one.text} for one in document.furniture],
        **{name: getattr(document, name) for name in ("modified", "part", "notes")},
        "origins": dict(document.origins),
    }
