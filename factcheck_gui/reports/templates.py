"""The looks of reports that are read as pages: ours, and those a newsroom adds in its own folder.

A template is a folder in ``paths.own_templates`` with any of ``report.html``, ``report.css`` and
``report.typ``; what it lacks is ours. ``template.toml`` may hold its title and a description.
``resources/reports/TEMPLATES.md`` says what a template is given.

A template may come from a stranger. It reads no file outside its folder (which holds no links), and
its typst loads no package, which would come from the network: only literal names of its own files
are imported, and what could make such a name is refused (``_LEADS_OUT``). Not here: filling
templates (``html``, ``pdf``), and the limits on time and memory (``rendering``).
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck_gui import domain, paths

FILES = ("report.html", "report.css", "report.typ")
ABOUT, HELP = "template.toml", "TEMPLATES.md"
OURS = ""  # the name of our own template
LARGEST = 2**20  # bytes of a file that is read as text
WHOLE, MANY = 20 * 2**20, 200  # bytes and files of a whole template
_NAME = re.compile(r"[^\W_][\w -]{0,58}[\w-]|[^\W_]")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")
# In typst: an import of anything but a literal name of a file, and what evaluates text or hands out
# the functions that do, since these could build the name of a package.
_LEADS_OUT = re.compile(
    r"\b(?:eval|std|plugin)\b"
    r'|\b(?:import|include)\b(?!\s*"[^"@\\\n][^"\\\n]*"(?!\s*[+./]))'
)

_RUNS = re.compile(r"(?i)<script\b|<(?:[^<>]*\s)on[a-z]+\s*=")
_LOADS = re.compile(
    r"(?i)<(?:link|iframe|object|embed|base)\b"
    r"|<[^<>]*\ssrc(?:set)?\s*=\s*[\"']?(?!data:)[^\s\"'>]{1,40}"
)
_STYLES = re.compile(r"(?is)<style\b.*?</style")
_STYLED = re.compile(r"(?i)@import\b|\burl\(\s*[\"']?(?!data:|#)[^)\s\"']{1,40}")


@dataclass(frozen=True, slots=True)
class Template:
    """One look; ``folder`` holds its own files, and ``name`` is that folder's."""

    name: str
    title: str
    description: str
    folder: Path

    def has(self, file: str) -> bool:
        """Whether it brings this file itself."""
        return self.name == OURS or (self.folder / file).is_file()

    def path(self, file: str) -> Path:
        """Where a file of ``FILES`` lies: its own, or ours."""
        return (self.folder if self.has(file) else _ours()) / file

    def text(self, file: str) -> str:
        """A file as text, by its name in the folder; one of ``FILES`` that it lacks is ours.

        Raises Problem where there is none, or it cannot be read.
        """
        path = self.path(file) if file in FILES else (self.folder / file).resolve()
        ours = file in FILES or path.is_relative_to(self.folder.resolve())
        if not ours or not path.is_file():
            raise domain.Problem(f"There is no file “{file}” in this template.", self.name)
        return _read(path)


def templates() -> tuple[Template, ...]:
    """Ours, then those in the newsroom's folder by their titles. One whose ``template.toml`` cannot
    be read goes by its folder's name; ``load`` says what is wrong with it."""
    folder = paths.own_templates()
    try:
        names = [one.name for one in folder.iterdir() if one.is_dir() and is_name(one.name)]
    except OSError:  # there is none, or it is not ours to read
        names = []
    own = map(_named, names)
    return (_our_own(), *sorted(own, key=lambda one: (one.title.casefold(), one.name)))


def is_name(name: str) -> bool:
    """Whether a folder of this name can be made on every system."""
    return bool(_NAME.fullmatch(name)) and not _DEVICE.fullmatch(name)


def load(name: str) -> Template:
    """A template that is fit to be filled. Raises Problem where there is none of this name, or what
    it holds cannot be used."""
    if name == OURS:
        return _our_own()
    template = Template(name, name, "", paths.own_templates() / name)
    if not is_name(name) or not template.folder.is_dir():
        there = ", ".join(one.name for one in templates() if one.name) or "none"
        raise domain.Problem(f"There is no template “{name}”; there are: {there}.", "template")
    try:
        _prove(template)
    except OSError as error:
        raise domain.Problem(f"The template cannot be read ({error.strerror}).", name) from error
    return _about(template)


def place(file: str, line: int) -> str:
    """A line in a file of a template, for a Problem."""
    return f"{file}, line {line}" if line else file


def start(name: str) -> Path:
    """Begins a template as a copy of ours: its folder. Raises Problem where it cannot be made."""
    if not is_name(name):
        raise domain.Problem(
            "A template’s name has letters, digits, blanks and hyphens, at most 60.", "template"
        )
    folder = paths.own_templates() / name
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise domain.Problem("There is already a template of this name.", str(folder)) from error
    except OSError as error:
        what = f"The template could not be made ({error.strerror})."
        raise domain.Problem(what, str(folder)) from error
    try:
        for file in (*FILES, HELP):
            (folder / file).write_bytes((_ours() / file).read_bytes())
        about = f'title = "{name}"\ndescription = ""\n'  # a name has nothing to escape
        (folder / ABOUT).write_text(about, encoding="utf-8")
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        what = f"The template could not be made ({error.strerror})."
        raise domain.Problem(what, str(folder)) from error
    return folder


def alive(page: str) -> tuple[str, ...]:
    """What a finished page does when it is read, in a sentence; nothing for one that stands alone
    and is still. Text in it is escaped, so tags are the template's own."""
    styles = " ".join(_STYLES.findall(page))
    found = (_RUNS.search(page), _LOADS.search(page) or _STYLED.search(styles))
    does = ("runs scripts", "loads other files")
    told = [f"{what} ({one[0].strip()})" for what, one in zip(does, found, strict=True) if one]
    return (f"The template’s page {' and '.join(told)} when it is read.",) if told else ()


# ---------------------------------------------------------------- reading and proving


def _ours() -> Path:
    return paths.resources() / "reports"


def _our_own() -> Template:
    return Template(OURS, "factcheck-gui", "", _ours())


def _named(name: str) -> Template:
    bare = Template(name, name, "", paths.own_templates() / name)
    try:
        return _about(bare)
    except domain.Problem:
        return bare


def _about(template: Template) -> Template:
    """With the title and the description of its ``template.toml``, where it has one."""
    path = template.folder / ABOUT
    if not path.is_file():
        return template
    try:
        about = tomllib.loads(_read(path))
    except (ValueError, RecursionError) as error:  # which names the line
        raise domain.Problem(f"This file is not sound: {error}.", ABOUT) from error
    title, description = (about.get(key) for key in ("title", "description"))
    return Template(
        template.name,
        title.strip() if isinstance(title, str) and title.strip() else template.name,
        description.strip() if isinstance(description, str) else "",
        template.folder,
    )


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise domain.Problem("This file of the template is too large.", path.name)
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        what = f"This file of the template could not be read ({error.strerror})."
        raise domain.Problem(what, path.name) from error
    except UnicodeDecodeError as error:
        raise domain.Problem("This file of the template is not in UTF-8.", path.name) from error


def _prove(template: Template) -> None:
    """Raises Problem for links, for a folder too large, and for what would lead out of it."""
    size = 0
    for number, path in enumerate(_walk(template.folder), 1):
        name = path.relative_to(template.folder).as_posix()
        if path.is_symlink() or path.resolve() != template.folder.resolve() / name:
            raise domain.Problem("A template holds files and folders, no links.", name)
        size += path.stat().st_size if path.is_file() else 0
        if number > MANY or size > WHOLE:
            most = f"{MANY} files and {WHOLE // 2**20} MB"
            raise domain.Problem(f"A template holds at most {most}.", template.name)
        if path.suffix == ".typ":
            _prove_typst(name, _read(path))
        if name == "report.css" and (found := re.search("(?i)</style", _read(path))):
            line = _read(path).count("\n", 0, found.start()) + 1
            raise domain.Problem("“</style” ends the page’s style sheet.", place(name, line))


def _walk(folder: Path) -> Iterator[Path]:
    """Everything in a folder; links are not followed."""
    for path in sorted(folder.iterdir()):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)


def _prove_typst(name: str, text: str) -> None:
    found = _LEADS_OUT.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise domain.Problem(
            f"“{found[0]}” is not for templates: they import files of their own folder, by a name "
            'in quotation marks (import "parts.typ"), and evaluate no text.',
            place(name, line),
        )
