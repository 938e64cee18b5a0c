"""Transcripts: times, speakers, paragraphs, rolling captions."""

from __future__ import annotations

import pytest

from factcheck_gui.documents.transcripts import read
from factcheck_gui.domain import Document, Problem

SRT = """1
00:00:01,000 --> 00:00:03,500
HARRIET LOWE: We could not take
responsibility for a further winter.

2
00:00:03,600 --> 00:00:05,000
The report says so.

3
00:00:05,100 --> 00:00:06,000
[applause]

4
00:00:06,100 --> 00:00:08,000
- Who will pay?
- The county will.

5
01:02:03,000 --> 01:02:05,000
<i>Nobody</i> knows &amp; nobody asks.
"""


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(one.label, document.text[one.start : one.end]) for one in document.blocks]


def test_subtitles_become_paragraphs_with_times_and_speakers() -> None:
    document = read(SRT.encode(), "a.srt")
    said = "We could not take responsibility for a further winter. The report says so."
    assert blocks(document) == [
        ("00:00:01", f"Harriet Lowe: {said}"),
        ("00:00:06", "Who will pay?"),
        ("00:00:06", "The county will."),
        ("01:02:03", "Nobody knows & nobody asks."),
    ]
    assert document.furniture[0].text.strip() == "[applause]"


def test_webvtt_has_voices_a_title_and_a_language() -> None:
    vtt = (
        "WEBVTT - The hearing\nKind: captions\nLanguage: en\n\nNOTE not this\n\nSTYLE\n::cue {}\n\n"
        "id\n00:01.000 --> 00:02.000 align:start\n"
        "<v Harriet Lowe>The <c.red>bridge</c> is shut.\n\n"
        "00:02.000 --> 00:03.000\n<v Tom Reed>Since when?\n"
    )
    document = read(vtt.encode(), "a.vtt")
    assert blocks(document) == [
        ("00:00:01", "Harriet Lowe: The bridge is shut."),
        ("00:00:02", "Tom Reed: Since when?"),
    ]
    assert (document.title, document.language) == ("The hearing", "en")
    assert document.media_type == "text/vtt"


def test_rolling_captions_say_each_line_once() -> None:
    lines = ["so the council", "voted to close", "the old bridge"]
    cues = [
        f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n" + "\n".join(lines[max(0, n - 1) : n + 1])
        for n in range(3)
    ]
    document = read(("WEBVTT\n\n" + "\n\n".join(cues)).encode(), "a.vtt")
    assert document.text == "so the council voted to close the old bridge"


def test_a_long_speech_is_parted_at_sentences() -> None:
    cues = "\n\n".join(
        f"{n}\n00:{n // 60:02}:{n % 60:02},000 --> 00:{n // 60:02}:{n % 60:02},900\n"
        "This is one sentence of a very long speech that nobody interrupts."
        for n in range(1, 100)
    )
    document = read(cues.encode(), "a.srt")
    assert 5 < len(document.blocks) < 20
    assert all(document.text[one.end - 1] == "." for one in document.blocks)


def test_a_file_without_times_is_refused() -> None:
    with pytest.raises(Problem, match="no transcript"):
        read(b"WEBVTT\n\nonly words", "a.vtt")


def test_damaged_cues_give_what_they_have() -> None:
    data = b"00:00:01,0 --> 00:00:02,0\nwords\n2\n00:00:02,0 --> 00:00:01,0\nmore\n99:99:99,9 -->"
    assert read(data, "a.srt").text == "words more"
