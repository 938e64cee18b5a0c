"""The fixed words of reports: complete in every language we ship, and only these in a report."""

from __future__ import annotations

import io
import json
import re
import string
import tomllib
import zipfile
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from factcheck_gui import domain, paths
from factcheck_gui.reports import interchange, print_page, sheets, table, verdicts, words, writing
from tests.core import html_page
from tests.core import report_samples as samples

READ = ("html", "md", "pdf", "docx", "manuscript-html", "manuscript-docx", "manuscript-pdf")
OTHERS = [code for code in words.languages() if code != "en"]
KINDS = {"stance", "kind", "round", "type", "state", "colour", "origin", "claimskg"}


def own(code: str, text: str) -> Path:
    """A newsroom's own file of words."""
    paths.own_words().mkdir(parents=True, exist_ok=True)
    path = paths.own_words() / f"{code}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# ---------------------------------------------------------------- what we ship


def test_english_and_german_are_there() -> None:
    assert {"en": "English", "de": "Deutsch"}.items() <= words.languages().items()


@pytest.mark.parametrize("code", OTHERS)
def test_every_english_phrase_has_one_of_its_own_with_the_same_places(code: str) -> None:
    folder = paths.resources() / "reports" / "words"
    files = [tomllib.loads((folder / f"{one}.toml").read_text("utf-8")) for one in ("en", code)]
    assert files[0]["phrases"].keys() == files[1]["phrases"].keys()
    assert files[0].keys() == files[1].keys() - {"columns"}
    theirs = words.load(code)
    for key, forms in words.english().phrases.items():
        assert {frozenset(places(one)) for one in theirs.phrases[key]} == {
            frozenset(places(one)) for one in forms
        }, key


@pytest.mark.parametrize("code", OTHERS)
def test_every_column_of_the_workbook_has_a_head_and_a_meaning_and_no_other_has(code: str) -> None:
    theirs, used = words.load(code), set()
    for sheet, columns in {
        "Claims": table.COLUMNS | table.MORE,
        "Evidence": sheets.EVIDENCE, "Assessments": sheets.ASSESSMENTS,
        "Agreement": sheets.AGREEMENT, "Coefficients": sheets.COEFFICIENTS, "Scale": sheets.SCALE,
    }.items():  # fmt: skip
        heads = [theirs.column(sheet, name, "")[0] for name in columns]
        assert not set(heads) & set(columns) and len(set(heads)) == len(heads)
        used |= {k if (k := f"{sheet}.{name}") in theirs.columns else name for name in columns}
    assert used == theirs.columns.keys()


def test_every_phrase_is_used() -> None:
    folder = Path(words.__file__).parent
    templates = [path for path in (paths.resources() / "reports").iterdir() if path.is_file()]
    code = "".join(path.read_text("utf-8") for path in (*folder.glob("*.py"), *templates))
    code += " ".join(f'"{one}"' for one in (*domain.STANCES, *domain.SOURCE_KINDS)).replace(
        " ", "_"
    )
    code += "".join(f'"round_{one}"' for one in domain.ROUNDS)
    code += "".join(f'"sheet_{one}"' for one in re.findall(r'Sheet\("(\w+)"', code)).casefold()
    code += '"sheet_about"'
    unused = [key for key in words.english().phrases if not re.search(rf"[\"'.]{key}\b", code)]
    assert unused == []


# ---------------------------------------------------------------- reports in a language


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from () if key in KINDS else _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        yield value


def _words(text: str) -> set[str]:
    return {one.casefold() for one in re.findall(r"[^\W\d_]{2,}", text)}


def _read(data: bytes, format: str) -> str:
    """What a reader sees or hears of a report."""
    if data.startswith(b"%PDF"):
        return samples.pdf_text(data)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            shown = [archive.read(f"word/{name}.xml").decode() for name in ("document", "comments")]
        return unescape(" ".join(re.findall(r"<w:t[^>]*>([^<]*)", "".join(shown))))
    if "html" not in format:
        return unescape(data.decode())
    page = data.decode()
    heard = re.findall(r'aria-label="([^"]*)"|@bottom-left { content: "(.*)"', page)
    seen = re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*</style>", "", page, flags=re.S))
    return unescape(" ".join((seen, *("".join(one) for one in heard))))


@pytest.mark.parametrize("format", READ)
@pytest.mark.parametrize("several", [False, True])
def test_a_german_report_has_no_english_word_of_ours(format: str, several: bool) -> None:
    articles = (samples.bridge(), samples.seed()) if several else (samples.bridge(),)
    report = samples.report(*articles, language="de", organisation="Redaktion", reviewer="Ada Lind")
    report = samples.chosen(report, history=True, notes=True, agreement=True)
    data = json.loads(interchange.render(report))
    given = _words(" ".join(_strings(data)))
    german = words.load("de")
    ours = [text for forms in german.phrases.values() for text in forms]
    known = given | _words(
        " ".join((*ours, *german.months, german.time, german.date, "und", "pdf"))
    )
    shown = _words(_read(writing.FORMATS[format].written(report, None).data, format))
    assert shown - known - {"application", "https", "factcheck", "gui", "utc"} == set()


def test_a_german_report_reads_like_german() -> None:
    report = samples.report(samples.bridge(), language="de")
    page = html_page.read(writing.FORMATS["html"].written(report, None).data)
    text = " ".join(page.text.split())
    for part in (
        "Von Kim Berg, example.org, 19. November 2026 · geprüft am 22. November 2026 von "
        "Reviewer 1, Zweitprüfung durch Reviewer 2, berichtigt von Reviewer 1 · abgenommen am "
        "22. November 2026 von Editor · Textfassung 2",
        "Im Artikel wurden 5 Tatsachenbehauptungen gefunden; 4 wurden geprüft, 2 davon von zwei "
        "Prüfenden, 1 davon mit abweichenden Urteilen; 1 ist noch zu prüfen. 1 Textstelle wurde "
        "verworfen, weil sie keine Behauptung ist.",
        "Die Urteile folgen der Skala Five-point, die am Ende erläutert wird.",
        "im Widerspruch zu den Behauptungen 4 und 9",
        "„12,380 vehicles on an average working day“ (table 3). Daten. Aus erster Hand.",
        "application/pdf, 48.213 Byte",
        "Berichtigt am 22. November 2026. We had overlooked the repair of 2003. Das Urteil lautete "
        "zuvor ◐ Mixed.",
        "exportiert am 22. November 2026, 14:05 Uhr (UTC)",
    ):
        assert part in text
    assert page.all("html")[0].attributes["lang"] == "de"
    assert {one.attributes.get("lang") for one in page.with_class("wording")} == {"en"}


def test_the_language_of_a_word_document_is_that_of_its_words() -> None:
    report = samples.report(samples.bridge(), language="de")
    with zipfile.ZipFile(io.BytesIO(writing.FORMATS["docx"].written(report, None).data)) as archive:
        assert b'<w:lang w:val="de-DE"' in archive.read("word/styles.xml")
        assert b'<w:lang w:val="en" ' in archive.read("word/document.xml")
        assert b"<dc:language>de-DE<" in archive.read("docProps/core.xml")


def test_the_language_of_a_pdf_is_that_of_its_words() -> None:
    made = {
        code: writing.FORMATS["pdf"]
        .written(samples.report(samples.bridge(), language=code), None)
        .data
        for code in ("en", "de")
    }
    assert b"/Lang (de)" in made["de"] or b"/Lang(de)" in made["de"]
    assert b"/Lang (de)" not in made["en"] and b"/Lang(de)" not in made["en"]


def test_a_workbook_speaks_it_but_for_its_data() -> None:
    report = samples.report(samples.bridge(), samples.seed(), language="de", history=True)
    data = writing.FORMATS["xlsx"].written(report, None).data
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == [
        "Behauptungen", "Belege", "Beurteilungen", "Übereinstimmung", "Skala", "Erläuterung",
    ]  # fmt: skip
    heads = [cell.value for cell in book["Behauptungen"][1]]
    assert heads[:3] == ["Artikel", "Nr.", "Wortlaut"] and "Verlauf" in heads
    first = dict(zip(heads, (cell.value for cell in book["Behauptungen"][2]), strict=True))
    assert "— stützt. „12,380 vehicles" in first["Belege"] and first["Stand"] == "reviewed"
    assert "22. November 2026" in first["Verlauf"]
    assert "Urteil von Reviewer 2" in [cell.value for cell in book["Übereinstimmung"][1]]
    about = [[cell.value for cell in row] for row in book["Erläuterung"].iter_rows()]
    assert about[0][0] == "Faktencheck-Bericht" and "exportiert am" in about[0][2]
    assert ["Belege", "Autor", "wer sie verfasst hat"] in about
    assert book.properties.title == "Faktencheck-Bericht"


def test_names_that_excel_does_not_take_are_not_given_to_sheets() -> None:
    own("xx", '[phrases]\nsheet_claims = "Claims/Evidence"\n')
    own("yy", '[phrases]\nsheet_claims = "evidence"\n')
    for code in ("xx", "yy"):
        report = samples.report(samples.bridge(), language=code)
        book = openpyxl.load_workbook(
            io.BytesIO(writing.FORMATS["xlsx"].written(report, None).data)
        )
        assert book.sheetnames[:2] == ["Claims", "Evidence"]


def test_the_printed_page_speaks_it_too() -> None:
    page = print_page.render(samples.report(samples.bridge(), language="de"))
    assert "Aussage von The council" in page and "Berichtigt am" in page and "Said by" not in page


@pytest.mark.parametrize("format", ["csv", "json", "webannotation", "claimreview"])
def test_formats_for_programs_are_the_same_in_every_language(format: str) -> None:
    written = writing.FORMATS[format].written
    url = "https://example.org/check"
    report = samples.report(samples.bridge(), url=url, organisation="Redaktion")
    german = samples.chosen(report, language="de")
    assert written(german, None).data == written(report, None).data


# ---------------------------------------------------------------- days, numbers, rows


def test_days_times_numbers_and_rows_are_those_of_the_language() -> None:
    east = timezone(timedelta(hours=2), "CEST")
    german = words.load("de", east)
    assert german.day("2022-07-29") == "29. Juli 2022"
    assert german.day("2022-07-29T23:30:00.000000Z") == "30. Juli 2022"
    assert german.day("Sommer 2022") == "Sommer 2022"
    assert german.time_of(datetime(2022, 7, 29, 9, 5, tzinfo=east)) == "09:05 Uhr (CEST)"
    assert german.number(1_234_567.891, 2) == "1.234.567,89"
    assert words.english().number(12_400) == "12,400"
    assert words.english().number(-0.004, 2) == "0.00"
    assert german.joined(["A", "B", "C"]) == "A, B und C"
    assert german.quoted("so") == "„so“"
    assert german("bytes", 1) == "1 Byte" and german("articles", 2000) == "2.000 Artikel"


def test_only_words_of_ours_are_put_into_the_language() -> None:
    german = words.load("de")
    assert german.look(verdicts.DISPUTED).text == "Strittig"
    label = verdicts.Look("True", "✓", "green")
    assert german.look(label) == label


# ---------------------------------------------------------------- a newsroom's own language

POLISH = """
name = "Polski"
plural = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
row = [", ", " i "]
[phrases]
articles = ["{n} artykuł", "{n} artykuły", "{n} artykułów"]
signed_by = "{who}: podpisano {day}"
"""


def test_a_file_of_its_own_is_a_further_language_and_what_it_lacks_is_english() -> None:
    own("pl", POLISH)
    assert words.languages()["pl"] == "Polski"
    polish = words.load("pl")
    told = [polish("articles", n) for n in (1, 2, 5, 22)]
    assert told == ["1 artykuł", "2 artykuły", "5 artykułów", "22 artykuły"]
    assert polish("signed_by", who="A", day="1") == "A: podpisano 1"
    assert polish("claims") == "Claims" and polish("bytes", 5) == "5 bytes"
    html = (
        writing.FORMATS["html"].written(samples.report(samples.bridge(), language="pl"), None).data
    )
    assert b'<html lang="pl">' in html and b"Editor</bdi>: podpisano" in html


def test_a_file_of_its_own_goes_before_ours() -> None:
    own("de", '[phrases]\nreport = "Prüfbericht"\n')
    assert words.load("de")("report") == "Prüfbericht"
    own("en", '[phrases]\nreport = "Our report"\n')
    assert words.load("en")("report") == "Our report" and words.english()("report") != "Our report"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = \nx = 1", "line 1"),
        ("name = 'X'\nname = 'Y'\n", "line 2"),
        ("months = ['a']", "“months” takes 12 texts"),
        ("name = 3", "“name” is no text"),
        ("phrases = 3", "table of texts"),
        ("[phrases]\nclaims = []", "“claims” is no text"),
        ("[phrases]\narticles = ['a', 'b', 'c']", "“articles” has 3 forms, its language has 2"),
        ("[phrases]\nsaid_by = '{whom}'", "“said_by” has no place {whom}"),
        ("[phrases]\nsaid_by = '{who.__class__}'", "“said_by” has no place"),
        ("[phrases]\nsaid_by = '{who:>999999999}'", "holds more than a name"),
        ("[phrases]\nsaid_by = '{who'", "braces of “said_by”"),
        ("[phrases]\nsaid_by = '{}'", "“said_by” has no place {}"),
        ("date = '{day:>999999999}'", "braces of “date”"),
        ("plural = 'import os'", "rule of the plural"),
        ("plural = '1 / (n - 7)'", "rule of the plural"),
        (f"plural = '{'(' * 60}n{')' * 60}'", "rule of the plural"),
        ("x = " + "[" * 5000, "not sound"),
        ("# " + "x" * words.LARGEST, "larger"),
    ],
)
def test_a_file_that_is_wrong_is_named_with_what_is_wrong(text: str, told: str) -> None:
    own("xx", text)
    with pytest.raises(domain.Problem) as caught:
        words.load("xx")
    assert told in caught.value.what and caught.value.where == "xx.toml"


def test_a_rule_that_fails_for_a_large_number_takes_the_first_form() -> None:
    own("xx", 'plural = "1 % (n - 5000)"')
    assert words.load("xx")("articles", 5000) == "5,000 article"


def test_a_language_without_words_is_refused_by_name() -> None:
    for code in ("xx", "../de", "", "de/../de"):
        with pytest.raises(domain.Problem, match="no words for the language"):
            words.load(code)


def test_files_that_are_no_text_are_no_language() -> None:
    path = own("xx", "")
    path.write_bytes(b"\xff\xfe\x00")
    own("Not a code", "")
    assert "xx" not in words.languages() and "Not a code" not in words.languages()
    with pytest.raises(domain.Problem, match="not sound"):
        words.load("xx")


def test_a_language_that_runs_from_right_to_left_says_so() -> None:
    own("ar", 'name = "العربية"\ndirection = "rtl"\n')
    html = (
        writing.FORMATS["html"].written(samples.report(samples.bridge(), language="ar"), None).data
    )
    assert b'<html lang="ar" dir="rtl">' in html
