"""PDF files, as other libraries take them: PDF/UA-1 by a checker of its own, the structure by
pikepdf (qpdf), the text and the pictures of the pages by pypdfium2 (the reader inside Chromium).

The engine checks PDF/UA-1 too while it writes: it is what writes the promise into the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from factcheck_gui.reports import content, directions, wording
from tests.exports import samples
from tests.exports.results import Result, Written, checked

PAGES = 12  # pictures of so many pages of a file at most
ALIVE = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/SubmitForm", "/ImportData", "/AA")
LIGATURES = re.compile("[\ufb00-\ufb06]")
MARK = re.compile(r"\[\d+[^\]\w]{1,3}\]")  # the number of a claim behind its passage
WORD = re.compile(r"\w{2,}")
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def check(
    files: Sequence[Written], reports: dict[str, content.Report], pictures: Path
) -> list[Result]:
    """Every PDF by each of the readers."""
    results = []
    for one in (file for file in files if file.path.suffix == ".pdf"):
        report = reports[one.sample]
        results.append(checked(one, "PDF/UA-1 (pdfua)", _accessible))
        results.append(checked(one, "structure (pikepdf)", _structure))
        results.append(checked(one, "text (PDFium)", partial(_text, report, one.format)))
        results.append(checked(one, "pictures", partial(draw, pictures)))
    return results


def _accessible(path: Path) -> tuple[Iterable[str], str]:
    import pdfua

    result = pdfua.validate(str(path))
    said = [f"{one.rule_id}: {one.message} {one.location}" for one in result.findings]
    return said, f"{len(result.outcomes)} rules"


def _structure(path: Path) -> tuple[Iterable[str], str]:
    with pikepdf.open(path) as file:
        root = file.Root
        found = [
            "" if root.get("/MarkInfo", {}).get("/Marked") else "is not marked as tagged",
            "" if "/StructTreeRoot" in root else "has no structure",
            "" if str(root.get("/Lang", "")) else "has no language",
            "" if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") else "hides its title",
            "" if "/Outlines" in root else "has no bookmarks",
            *_promise(file),
            *_objects(file),
        ]
        tags = _tags(root["/StructTreeRoot"])
    wanted = {"/H1", "/P", "/Link"} if "/Link" in tags else {"/H1", "/P"}
    found += [f"has no tag {one}" for one in wanted - set(tags)]
    told = ", ".join(f"{n} {tag[1:]}" for tag, n in sorted(tags.items()))
    return [one for one in found if one], told


def _promise(file: pikepdf.Pdf) -> Iterator[str]:
    with file.open_metadata(set_pikepdf_as_editor=False) as about:
        if about.get("pdfuaid:part") != "1":
            yield "does not say that it is PDF/UA-1"
        if not about.get("dc:title"):
            yield "has no title"


def _objects(file: pikepdf.Pdf) -> Iterator[str]:
    """What could act, fonts that are not in the file, pictures without words, links without."""
    for one in file.objects:
        if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            continue
        yield from (f"has {name}" for name in ALIVE if name in one)
        kind = one.get("/Type")
        if kind == "/Font" and not _is_embedded(one):
            yield f"has a font that is not embedded: {one.get('/BaseFont')}"
        if one.get("/S") == "/Figure" and not str(one.get("/Alt", "")):
            yield "has a figure without a text"
        if one.get("/Subtype") == "/Link" and not str(one.get("/Contents", "")):
            yield "has a link without a text"


def _is_embedded(font: Any) -> bool:
    """Type 3 draws its signs itself, Type 0 is made of fonts that are looked at too."""
    if font.get("/Subtype") in ("/Type3", "/Type0"):
        return True
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.get("/FontDescriptor", {})))


def _tags(node: Any) -> dict[str, int]:
    """How many elements of each kind a structure has."""
    found: dict[str, int] = {}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                found[str(one["/S"])] = found.get(str(one["/S"]), 0) + 1
            if "/K" in one:
                waiting.append(one["/K"])
    return found


def _text(report: content.Report, format: str, path: Path) -> tuple[Iterable[str], str]:
    """The words of all claims are there, in their order, without damage."""
    with closing(pypdfium2.PdfDocument(path)) as file:
        whole = "\n".join(page.get_textpage().get_text_range() for page in file)
        pages = len(file)
    problems = [f"has the ligature {one!r}" for one in sorted(set(LIGATURES.findall(whole)))]
    problems += [f"has {one!r}" for one in sorted(set(UNREADABLE.findall(whole)))]
    words = samples.told_words(report, format)
    return [*problems, *missing(words, whole)], f"{pages} pages"


def missing(sentences: Iterable[str], printed: str) -> Iterator[str]:
    """What a printed text lacks of sentences that stand in it in this order.

    Of a sentence that runs from right to left, or over pages, only the words are asked for: every
    reader of PDF puts those together in an order of its own.
    """
    text, at = MARK.sub("", squeezed(printed)), 0
    for one in sentences:
        seen = wording.visible(one)
        if directions.has_leftward(seen) or len(seen) > 1000:
            lost = [word[:500] for word in WORD.findall(seen) if word[:500] not in text]
        else:
            found = _found(squeezed(seen), text, at)
            lost = [seen] if found < 0 else []
            at = max(at, found)
        yield from (f"has not {words[:80]!r}" for words in lost)


def _found(words: str, text: str, at: int) -> int:
    """Where the words begin, -1 where they are not. They may go on over the page: behind its notes,
    its foot and the head of the next."""
    if (whole := text.find(words, at)) >= 0:
        return whole
    cut = bisect_left(range(len(words)), True, key=lambda n: text.find(words[: n + 1], at) < 0)
    start = text.find(words[:cut], at) if cut else -1
    return start if text.find(words[cut:], start + cut) >= 0 else -1


def squeezed(text: str) -> str:
    """Without spaces, breaks and invisible signs, which readers put in and leave out."""
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f]+", "", text)


def draw(pictures: Path, path: Path) -> tuple[Iterable[str], str]:
    """Writes the pages as pictures, half a page wide each."""
    with closing(pypdfium2.PdfDocument(path)) as file:
        for number in range(min(len(file), PAGES)):
            image = file[number].render(scale=1.3).to_pil()
            image.save(pictures / f"{path.stem}-{path.suffix[1:]}-{number + 1:02}.png")
        return [], f"{len(file)} pages"
