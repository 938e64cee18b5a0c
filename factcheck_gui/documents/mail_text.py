"""The body of a mail as pieces: what its writer says, what is quoted, what is passed on.

Here: lines with ">" before them, "On … wrote:", the heads of quoted and forwarded messages,
signatures. Not here: the parts of a message (``mail``), paragraphs of plain text (``paragraphs``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from factcheck_gui.documents.composing import Composer
from factcheck_gui.documents.paragraphs import ITEM, blocks_of
from factcheck_gui.domain import BlockKind, Problem

MARKS = re.compile(r"(?:>[ \t]?)+")
DEEPEST = 20
MOST_LINES = 200_000
WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Den|Em|Dnia)\b.{5,300}\b(?:wrote|writes|schrieb|a écrit|escribió|"
    r"ha scritto|schreef|skrev|escreveu|napisał\(a\)|napisał) ?:?",
    re.DOTALL,
)
HEAD = re.compile(
    r"\*?(From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff|De|Envoyé|Date|À|"
    r"Objet)\*?[ \u00a0]?:\*?[ \t]?(.*)",
    re.IGNORECASE,
)
FIELDS = {
    "from": "from", "von": "from", "de": "from", "sent": "date", "date": "date",
    "gesendet": "date", "datum": "date", "envoyé": "date", "subject": "subject",
    "betreff": "subject", "objet": "subject",
}  # fmt: skip
FORWARDED = re.compile(
    r"[-_ ]*(?:Forwarded message|Begin forwarded message|Original message|"
    r"Weitergeleitete Nachricht|"
    r"Anfang der weitergeleiteten Nachricht|Ursprüngliche Nachricht|Message transféré|"
    r"Début du message réexpédié|Message d’origine)[-_: ]*",
    re.IGNORECASE,
)
FORWARD_SUBJECT = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|doorst|vs) ?:", re.IGNORECASE)
PREFIX = re.compile(r"\s*(?:(?:fwd?|re|aw|wg|tr|rv|sv|vs|antw) ?(?:\[\d+\])? ?: ?)+", re.IGNORECASE)
LINE_OF_SIGNATURE = ("-- ", "--")
LONGEST_SIGNATURE = 1_200  # characters
FEWEST_HEADS = 3  # fields that make a head of a message


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a mail's body; ``aside`` where it is none of the text."""

    kind: BlockKind
    text: str
    level: int = 0
    label: str = ""
    aside: bool = False


def plain_passages(text: str) -> list[Passage]:
    """The passages of a plain body: lines marked ">" are quotes, hard line breaks are undone.

    Raises Problem for more lines than any message has.
    """
    count = text.count("\n")
    if count > MOST_LINES:
        raise Problem(f"This message has {count:,} lines; the most that is read is {MOST_LINES:,}.")
    body, signature = _without_signature(text)
    found: list[Passage] = []
    for depth, group in groupby(map(_marked, body.split("\n")), key=lambda one: one[0]):
        found += _passages("\n".join(line for _, line in group), depth)
    return [*found, *([Passage("paragraph", signature, aside=True)] if signature else [])]


def _marked(line: str) -> tuple[int, str]:
    match = MARKS.match(line)
    return (match[0].count(">"), line[match.end() :]) if match else (0, line)


def _passages(text: str, depth: int) -> Iterator[Passage]:
    for block in blocks_of(text):
        lines = [" ".join(line.split()) for line in text[block.start : block.end].split("\n")]
        words = "\n".join(lines) if _is_head(lines) else " ".join(lines)
        mark = ITEM.match(words)
        if depth:
            yield Passage("quote", words, min(depth, DEEPEST))
        elif block.kind == "item" and mark:
            label, _, rest = words.partition(" ")
            yield Passage("item", rest, 1, "•" if label in "-*+•‣▪◦" else label)
        else:
            yield Passage("paragraph", words)


def _without_signature(text: str) -> tuple[str, str]:
    """A body and the signature below its last line of two hyphens."""
    lines = text.split("\n")
    for n in range(len(lines) - 1, -1, -1):
        if lines[n] in LINE_OF_SIGNATURE:
            signature = "\n".join(lines[n:])
            if len(signature) <= LONGEST_SIGNATURE and not any(map(_quoted, lines[n:])):
                return "\n".join(lines[:n]), signature
    return text, ""


def _quoted(line: str) -> bool:
    return line.startswith(">")


# ---------------------------------------------------------------- history


def is_forward(subject: str, passages: Sequence[Passage]) -> bool:
    """Whether a message passes another one on, by its subject or by the line before it."""
    if FORWARD_SUBJECT.match(subject):
        return True
    marks = (FORWARDED.fullmatch(one.text.strip()) for one in passages)
    return any(match and "original" not in match[0].lower() for match in marks)


def bare_subject(subject: str) -> str:
    """A subject without "Re:" and "Fwd:"."""
    return PREFIX.sub("", subject, count=1).strip() or subject


def told_apart(passages: Sequence[Passage], forward: bool) -> tuple[list[Passage], dict[str, str]]:
    """The passages with their history as quotes, and the head of a message that is passed on.

    A message passed on is the text itself, so its head goes aside and it is no quote.
    """
    found: list[Passage] = []
    head: dict[str, str] = {}
    inside = 0  # levels of quotation that what was passed on does not have
    rest = False  # all that follows is history
    for passage in _heads_joined(passages):
        one = replace(passage, level=passage.level - inside) if passage.kind == "quote" else passage
        if one.kind == "quote" and one.level < 1:
            one = replace(one, kind="paragraph", level=0)
        lines = one.text.split("\n")
        if forward and not head and (FORWARDED.fullmatch(one.text.strip()) or _is_head(lines)):
            head = _fields(lines)
            inside = passage.level if head and passage.kind == "quote" else inside
            found.append(replace(one, aside=True))
            continue
        rest = rest or (_is_head(lines) and not forward) or _begins_history(one)
        if (rest or WROTE.fullmatch(one.text)) and one.kind != "quote" and not one.aside:
            one = replace(one, kind="quote", level=1)
        found.append(one)
    return found, head


def _begins_history(passage: Passage) -> bool:
    return passage.kind != "quote" and FORWARDED.fullmatch(passage.text.strip()) is not None


def _heads_joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Lines of a head that were blocks of their own are made one passage."""
    for is_head, group in groupby(passages, key=lambda one: bool(HEAD.match(one.text))):
        members = list(group)
        if is_head and len(members) >= FEWEST_HEADS:
            yield replace(members[0], text="\n".join(one.text for one in members))
        else:
            yield from members


def _is_head(lines: Sequence[str]) -> bool:
    return len(_fields(lines)) >= min(FEWEST_HEADS, 2) and bool(HEAD.match(lines[0]))


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """What the head of a message says: from, date, subject."""
    found: dict[str, str] = {}
    for line in lines:
        match = HEAD.match(line)
        if match and match[1].lower() in FIELDS:
            found.setdefault(FIELDS[match[1].lower()], match[2].strip())
    return found


def write(passages: Sequence[Passage], out: Composer) -> None:
    """Writes passages as blocks."""
    for one in passages:
        near = one.kind == "item" and bool(out.blocks) and out.blocks[-1].kind == "item"
        if one.aside:
            out.put_aside(one.text)
        else:
            out.add(one.text, one.kind, one.level, one.label, near=near)
