"""Mail: headers, bodies, history as quotes, messages passed on, attachments as parts."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from factcheck_gui.documents.mail_text import bare_subject
from factcheck_gui.documents.reading import parts_of, read_bytes, read_path
from factcheck_gui.domain import Document, Problem
from tests.core.document_samples import PARAGRAPHS
from tests.core.msg_writer import msg
from tests.core.office_writer import docx, paragraph

ONE, TWO, THREE = PARAGRAPHS[:3]
PAGE = (
    "<html><body><h2>News</h2><p>{}</p><ul><li>first</li><li>second</li></ul>"
    "<blockquote><p>{}</p></blockquote><p>{}</p></body></html>"
)


def message(plain: str = "", html: str = "", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = headers.pop("sender", "Ida Marlow <ida@example.org>")
    made["Subject"] = headers.pop("subject", "The bridge")
    made["Date"] = headers.pop("date", "Fri, 15 Mar 2024 23:30:00 +0100")
    if plain:
        made.set_content(plain, cte="8bit")
    if html and plain:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def read(made: EmailMessage | bytes) -> Document:
    return read_bytes(made if isinstance(made, bytes) else made.as_bytes(), "a.eml")


def kinds(document: Document) -> list[tuple[str, int, str]]:
    text = document.text
    return [(one.kind, one.level, text[one.start : one.end]) for one in document.blocks]


def test_headers_become_metadata_with_their_origins() -> None:
    document = read(message(ONE, subject="Re: Fwd: The =?utf-8?q?br=C3=BCcke?="))
    assert document.title == "The brücke"
    assert (document.author, document.published) == ("Ida Marlow", "2024-03-15")
    assert set(document.origins) >= {("title", "mail Subject"), ("published", "mail Date")}
    assert document.text == ONE


def test_hard_wrapped_lines_are_paragraphs_and_history_is_quoted() -> None:
    import textwrap

    body = (
        textwrap.fill(ONE, 72) + "\n\n- first point\n- second point\n\n"
        "On Thu, 14 Mar 2024 at 10:00, Tom Reed <tom@example.org> wrote:\n\n"
        + textwrap.indent(textwrap.fill(TWO, 70), "> ")
        + "\n>\n> > deeper words\n\n-- \nIda Marlow\nNorham Review\n"
    )
    document = read(message(body))
    assert kinds(document) == [
        ("paragraph", 0, ONE),
        ("item", 1, "first point"),
        ("item", 1, "second point"),
        ("quote", 1, "On Thu, 14 Mar 2024 at 10:00, Tom Reed <tom@example.org> wrote:"),
        ("quote", 1, TWO),
        ("quote", 2, "deeper words"),
    ]
    assert "Norham Review" in document.furniture[0].text


def test_what_stands_below_a_head_in_an_answer_is_history() -> None:
    head = "From: Tom Reed\nSent: 14 March 2024\nTo: Ida Marlow\nSubject: The bridge"
    document = read(message(f"{ONE}\n\n{head}\n\n{TWO}", subject="RE: The bridge"))
    assert [kind for kind, _, _ in kinds(document)] == ["paragraph", "quote", "quote"]
    assert document.author == "Ida Marlow"


def test_a_message_passed_on_is_the_text_and_gives_author_and_date() -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: Harriet Lowe <h@example.org>\n"
        "Date: Mon, 4 Mar 2024 at 09:12\nSubject: What the inspectors found\nTo: ida@example.org"
    )
    document = read(message(f"See below.\n\n{head}\n\n\n{ONE}\n\n{TWO}", subject="Fwd: found"))
    assert [text for _, _, text in kinds(document)] == ["See below.", ONE, TWO]
    assert document.title == "What the inspectors found"
    assert (document.author, document.published) == ("Harriet Lowe", "2024-03-04")
    assert ("author", "forwarded From") in document.origins
    assert any("passed on by Ida Marlow" in note for note in document.notes)
    assert any("Harriet Lowe" in one.text for one in document.furniture)


def test_html_bodies_keep_their_structure() -> None:
    document = read(message("See the page.", PAGE.format(ONE, TWO, THREE)))
    assert kinds(document) == [
        ("heading", 2, "News"),
        ("paragraph", 0, ONE),
        ("item", 1, "first"),
        ("item", 1, "second"),
        ("quote", 1, TWO),
        ("paragraph", 0, THREE),
    ]


def test_the_plain_body_is_read_where_the_other_is_a_shell() -> None:
    shell = "<html><body><p>Open this mail in a browser.</p></body></html>"
    assert read(message(f"{ONE}\n\n{TWO}", shell)).text == f"{ONE}\n\n{TWO}"


def test_attachments_are_parts(tmp_path: Path) -> None:
    made = message("The report is attached.")
    made.add_attachment(
        docx(paragraph("Report", "T") + paragraph(TWO)),
        maintype="application", subtype="octet-stream", filename="../../report.docx",
    )  # fmt: skip
    made.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="a.png")
    made.add_attachment(message(THREE, subject="Enclosed"))
    path = tmp_path / "a.eml"
    path.write_bytes(made.as_bytes())
    parts = parts_of(path)
    assert [one.title for one in parts] == ["The bridge", "../../report.docx", "Enclosed.eml"]
    assert "2 attachments can be read, too" in read_path(path).notes[0]
    report = read_path(path, part=parts[1].key)
    assert (report.title, report.text) == ("Report", f"Report\n\n{TWO}")
    assert report.original == made.as_bytes()
    assert "attached to the message “The bridge”" in report.notes[-1]
    assert read_path(path, part=parts[2].key).text == THREE
    assert read_path(path, part=parts[0].key).text == "The report is attached."
    with pytest.raises(Problem, match="no such attachment"):
        read_path(path, part="99")


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\nW\xf6rter in any encoding here",
        b"Subject: =?utf-8?b?broken?=\nContent-Transfer-Encoding: base64\n\n!!not base64!!",
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nA part without its end",
        b"Date: no date\nFrom: \nSubject:\n\nOnly words",
    ],
)
def test_damaged_messages_give_what_they_have(data: bytes) -> None:
    assert read(data).text


def test_a_message_without_text_says_what_is_attached() -> None:
    made = message()
    made.add_attachment(
        docx(paragraph(ONE)), maintype="application", subtype="x", filename="a.docx"
    )
    with pytest.raises(Problem, match=r"no text of its own.*a\.docx"):
        read(made)


def test_deep_and_many_parts_are_bounded() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    with pytest.raises(Problem):
        read(b"Subject: deep\n" + deep.encode())


@pytest.mark.parametrize(
    ("subject", "bare"), [("Re: AW: a", "a"), ("Fwd: Re[2]: b", "b"), ("Re:", "Re:"), ("c", "c")]
)
def test_marks_of_answers_are_no_part_of_a_title(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare


def test_outlook_messages_are_read_like_others(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    page = PAGE.format(ONE, TWO, THREE).encode()
    files = (("report.docx", docx(paragraph(TWO))), ("a.png", b"\x89PNG"))
    sender, sent = "Ida Marlow <ida@example.org>", "2024-03-15T10:00:00"
    path.write_bytes(msg("RE: The bridge", ONE, page, sender, sent, files))
    document = read_path(path)
    assert (document.title, document.author) == ("The bridge", "Ida Marlow")
    assert (document.published, document.media_type) == ("2024-03-15", "application/vnd.ms-outlook")
    assert kinds(document)[0] == ("heading", 2, "News")
    assert [one.title for one in parts_of(path)] == ["RE: The bridge", "report.docx"]
    assert read_path(path, part="0").text == TWO
    path.write_bytes(msg("The bridge", ONE, sender=sender))
    assert read_path(path).text == ONE
    assert parts_of(path) == ()


def test_other_old_office_files_are_refused_by_name() -> None:
    with pytest.raises(Problem, match=r"old Office file \(\.doc"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.msg")


def test_an_outlook_message_whose_sectors_run_in_a_circle_is_refused() -> None:
    data = bytearray(msg("The bridge", ONE, attachments=(("a.txt", b"x" * 9000),)))
    name = "__substg1.0_37010102".encode("utf-16-le")
    entry = data.index(name)
    data[entry + 120 : entry + 128] = (2**31 - 1).to_bytes(8, "little")  # its size
    with pytest.raises(Problem, match="damaged Outlook message"):
        read_bytes(bytes(data), "a.msg")
