"""Transcripts with times (SRT, WebVTT) to a Document.

Here: cues, who speaks, and cues to paragraphs. Not here: other formats. A paragraph's label is the
time at which it begins; a speaker's name stands before the words, as it does on paper. What is not
speech ("[music]") is kept beside the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck_gui.documents.composing import Composer, stated
from factcheck_gui.documents.decoding import decode
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.domain import Document, Problem

SRT_TYPE, VTT_TYPE = "application/x-subrip", "text/vtt"
TIMES = re.compile(
    r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*"
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]{1,100})>")
TAG = re.compile(r"</?[a-zA-Z0-9:.][^<>]{0,200}>|\{\\[^{}]{0,50}\}")
NAMED = re.compile(
    r"(?:>>+ ?|[-–—] ?)?((?:[A-Z][\w.’'-]*|[A-Z]{2,})"
    r"(?: (?:[A-Z][\w.’'-]*|de|van|von|of|\([A-Z ]+\))){0,4}):[ ](?=\S)"
)
CHANGE = re.compile(r">>+ ?|[-–—] (?=\S)")
NOISE = re.compile(r"(?:[-–—>] ?)?[\[(♪♫][^\[\]()]{0,120}[\])♪♫]?")
ENDS = re.compile(r"[.!?…][\"'”’)]*$")
FLASH = 0.1  # seconds that nobody can read in
PAUSE = 2.0  # seconds between two cues that part paragraphs
LONGEST = 700  # characters of a paragraph, from which the end of a sentence ends it
NO_END = 1_500  # characters from which any cue's end does


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said between two times, in seconds; ``speaker`` "" where nobody is named."""

    start: float
    end: float
    text: str
    speaker: str = ""
    turn: bool = False  # somebody else begins to speak


def read(data: bytes, name: str) -> Document:
    """The words of a transcript in paragraphs by speaker, pause and sentence.

    Raises Problem where there is no line of times.
    """
    decoded = decode(data)
    cues = [one for cue in _cues(decoded.text) for one in _turns(cue)]
    if not cues:
        raise Problem("There are no times in this file, so it is no transcript.")
    out = Composer()
    for group in _paragraphs(list(_without_repeats(cues))):
        _write(group, out)
    vtt = decoded.text.startswith("WEBVTT")
    document = Document(
        "",
        source_name=name,
        media_type=VTT_TYPE if vtt else SRT_TYPE,
        encoding=decoded.encoding,
        notes=decoded.notes,
    )
    return out.document(_headed(document, decoded.text) if vtt else document)


def _headed(document: Document, text: str) -> Document:
    """Title and language from the first lines of a WebVTT file."""
    first, *lines = text.split("\n\n", maxsplit=1)[0].split("\n")
    title = one_line(first.removeprefix("WEBVTT").strip(" -–\t"))
    said = dict(line.partition(":")[::2] for line in lines if ":" in line)
    language = said.get("Language", "").strip()
    return stated(
        document,
        title=(title, "WebVTT header"),
        language=(language if re.fullmatch(r"[A-Za-z-]{2,12}", language) else "", "WebVTT header"),
    )


# ---------------------------------------------------------------- cues


def _cues(text: str) -> Iterator[Cue]:
    """The cues in order. What stands between them (numbers, notes, styles) is passed over."""
    lines = text.split("\n")
    n = 0
    while n < len(lines):
        match = TIMES.match(lines[n])
        n += 1
        if not match:
            continue
        said = []
        while n < len(lines) and lines[n].strip() and not TIMES.match(lines[n]):
            said += [lines[n]] if "-->" not in lines[n] else []
            n += 1
        if n < len(lines) and TIMES.match(lines[n]) and said and said[-1].strip().isdigit():
            said.pop()  # the number of the next cue, where the empty line before it is missing
        yield Cue(_seconds(match, 1), _seconds(match, 5), "\n".join(said))


def _seconds(match: re.Match[str], first: int) -> float:
    hours, minutes, seconds, rest = match.group(first, first + 1, first + 2, first + 3)
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(rest.ljust(3, "0")) / 1000


def _turns(cue: Cue) -> Iterator[Cue]:
    """A cue in pieces, one for each speaker in it, without tags."""
    voice = VOICE.search(cue.text)
    speaker = one_line(html.unescape(voice[1])) if voice else ""
    gathered: list[str] = []
    for raw in cue.text.split("\n"):
        line = " ".join(html.unescape(TAG.sub("", VOICE.sub("", raw))).split())
        named, change = NAMED.match(line), CHANGE.match(line)
        if (named or change) and gathered:
            yield replace(cue, text="\n".join(gathered), speaker=speaker)
            gathered, speaker = [], ""
        if named:
            speaker = one_line(named[1]).title() if named[1].isupper() else one_line(named[1])
            line = line[named.end() :]
        elif change:
            cue, line = replace(cue, turn=True), line[change.end() :]
        gathered += [line] if line else []
    if gathered:
        yield replace(cue, text="\n".join(gathered), speaker=speaker)


def _without_repeats(cues: list[Cue]) -> Iterator[Cue]:
    """Cues without the lines that they repeat of the one before, as rolling captions do.

    The same words a second time are a repetition only where they flash by: people do say so twice.
    """
    shown: list[str] = []
    for cue in cues:
        lines = cue.text.split("\n")
        fresh = lines
        for length in range(min(len(shown), len(lines)), 0, -1):
            flash = length < len(lines) or cue.end - cue.start < FLASH
            if flash and shown[-length:] == lines[:length]:
                fresh = lines[length:]
                break
        shown = lines
        if fresh:
            yield replace(cue, text=" ".join(fresh))


# ---------------------------------------------------------------- paragraphs


def _paragraphs(cues: list[Cue]) -> Iterator[list[Cue]]:
    group: list[Cue] = []
    length = 0
    for cue in cues:
        if group and _parts(group[-1], cue, length, group[0].speaker):
            yield group
            group, length = [], 0
        group.append(cue)
        length += len(cue.text)
    if group:
        yield group


def _parts(before: Cue, cue: Cue, length: int, speaker: str) -> bool:
    """Whether a new paragraph begins with a cue."""
    if (cue.speaker and cue.speaker != speaker) or cue.turn:
        return True
    if bool(NOISE.fullmatch(before.text)) != bool(NOISE.fullmatch(cue.text)):
        return True
    ends = ENDS.search(before.text) is not None
    pause = cue.start - before.end > PAUSE
    return (ends and (pause or length > LONGEST)) or length > NO_END


def _write(group: list[Cue], out: Composer) -> None:
    words = " ".join(cue.text for cue in group)
    if all(NOISE.fullmatch(cue.text) for cue in group):
        out.put_aside(words)
        return
    speaker = group[0].speaker
    out.add(f"{speaker}: {words}" if speaker else words, label=_clock(group[0].start))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"
