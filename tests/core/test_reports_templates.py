"""A newsroom's own looks: used, told by file and line where they are wrong, and kept in."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck_gui import domain, paths, rendering
from factcheck_gui.documents import limits
from factcheck_gui.reports import content, html, pdf, templates, verdicts, writing
from tests.core import html_page
from tests.core import report_samples as samples


def own(name: str = "Desk", **files: str) -> Path:
    """A template with these files: ``html``, ``css``, ``typ``, ``toml``."""
    folder = paths.own_templates() / name
    folder.mkdir(parents=True, exist_ok=True)
    for kind, text in files.items():
        (folder / ("template" if kind == "toml" else "report")).with_suffix(f".{kind}").write_text(
            text, encoding="utf-8"
        )
    return folder


def report(template: str = "Desk", **fields: object) -> content.Report:
    return samples.report(samples.bridge(), template=template, **fields)


def refused(format: str = "html") -> domain.Problem:
    with pytest.raises(domain.Problem) as caught:
        writing.written(report(), format)
    assert re.match("[A-Z“]", caught.value.what) and caught.value.what.endswith(".")
    return caught.value


# ---------------------------------------------------------------- a folder of its own


def test_ours_is_first_and_own_ones_follow_by_title() -> None:
    assert [one.name for one in templates.templates()] == [""]
    own("one", toml='title = "Zebra"\ndescription = "With stripes"')
    own("two", toml='title = "ape"')
    own("three", toml="title = ")
    own("four", css="")
    (paths.own_templates() / "a file").write_text("")
    told = [(one.name, one.title, one.description) for one in templates.templates()[1:]]
    assert told == [
        ("two", "ape", ""),
        ("four", "four", ""),
        ("three", "three", ""),
        ("one", "Zebra", "With stripes"),
    ]


def test_a_new_one_begins_as_a_copy_of_ours_and_gives_the_same_reports() -> None:
    folder = templates.start("Our desk")
    assert {one.name for one in folder.iterdir()} == {
        *templates.FILES, templates.ABOUT, templates.HELP,
    }  # fmt: skip
    assert templates.load("Our desk").title == "Our desk"
    for format in ("html", "manuscript-html"):
        assert writing.written(report("Our desk"), format) == writing.written(report(""), format)
    ours, copied = (samples.pdf_text(pdf.written(report(name)).data) for name in ("", "Our desk"))
    assert copied == ours
    with pytest.raises(domain.Problem, match="already a template"):
        templates.start("Our desk")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "../a", "a\\b", "con", "a" * 61, "a.", " a"]
)
def test_odd_names_are_refused(name: str) -> None:
    with pytest.raises(domain.Problem, match="name has letters"):
        templates.start(name)
    if name:
        with pytest.raises(domain.Problem, match="There is no template"):
            templates.load(name)
    assert not paths.own_templates().exists()


def test_one_that_is_not_there_is_refused_with_those_that_are() -> None:
    own("Desk", css="")
    with pytest.raises(domain.Problem, match="There is no template “Other”; there are: Desk"):
        templates.load("Other")


def test_a_style_sheet_alone_changes_our_page() -> None:
    own(css=".pill { border: 0 } {# {{ no template here }} #}")
    page = html_page.read(html.written(report()).data)
    assert page.all("style")[0].text.strip().startswith(".pill { border: 0 } {# {{ no template")
    assert page.with_class("claim")


def test_a_page_of_its_own_is_filled_and_includes_its_parts() -> None:
    folder = own(
        html="<p>{{ articles[0].title }} {{ words('signed_by', day='<1>', who='A') }}</p>"
        "{% include 'parts/foot.html' %}"
    )
    (folder / "parts").mkdir()
    (folder / "parts" / "foot.html").write_text("<b>{{ report.made_with }}</b>")
    assert html.written(report()).data.decode() == (
        "<p>The harbour bridge signed off &lt;1&gt; by A</p><b>factcheck-gui 0</b>"
    )


def test_a_pdf_of_its_own_imports_its_parts_and_may_miss_the_standard() -> None:
    folder = own(
        typ='#import "parts.typ": shown\n#let data = json(bytes(sys.inputs.data))\n'
        "#shown(data.articles.first().title)\n#data.words.the_claims"
    )
    (folder / "parts.typ").write_text("#let shown(text) = [Checked: #text]")
    made = pdf.written(report())
    text = " ".join(samples.pdf_text(made.data).split())
    assert text == "Checked: The harbour bridge The claims"
    assert len(made.warnings) == 1 and "without the promise of PDF/UA-1" in made.warnings[0]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<script>1</script>", "runs scripts (<script)"),
        ("<p onclick='x()'>", "runs scripts (<p onclick=)"),
        ("<img alt='' src='http://example.org/a.png'>", "loads other files (<img alt='' src='http"),
        ("<style>{{ style }}</style>", "loads other files (url(http://example.org/a.woff2)"),
        (
            "<link rel=stylesheet href=a.css><script src=b></script>",
            "and loads other files (<link)",
        ),
        ("<img src='data:image/png;base64,AA'> {{ articles[0].claims[0].words }} @media", ""),
        ("<svg fill='url(#a)'><a href='https://example.org'>on = src=x</a>", ""),
    ],
)
def test_a_page_that_is_not_still_is_told_of(page: str, told: str) -> None:
    own(html=page, css="@font-face { src: url(http://example.org/a.woff2) }")
    one = samples.bridge()
    hostile = replace(one.claims[0].claim, wording="<script src=x> url(x) <a onload=1>")
    claims = (replace(one.claims[0], claim=hostile),)
    report = samples.report(replace(one, claims=claims), template="Desk")
    warnings = html.written(report).warnings
    assert (told in warnings[0]) if told else not warnings


def test_formats_without_templates_pass_over_it() -> None:
    assert writing.written(report("none"), "md") == writing.written(report(""), "md")


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize(
    ("page", "line", "told"),
    [
        ("<p>\n\n{% if x %}\n", 3, "not sound: Unexpected end of template"),
        ("<p>\n{{ articles | nothing }}", 2, "not sound: No filter named 'nothing'"),
        ("<p>\n{{ artikles }}", 2, "'artikles' is undefined"),
        ("\n\n{{ articles[0].titel }}", 3, "has no attribute 'titel'"),
        ("{% for a in articles %}\n{{ a.title + 1 }}{% endfor %}", 2, "TypeError"),
        ("\n{{ 1 // 0 }}", 2, "ZeroDivisionError"),
        ("\n{{ words('no_such_phrase') }}", 2, "no_such_phrase"),
        ("\n{{ words('said_by') }}", 2, "who"),
        ("\n{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", 2, "without an end"),
        ("\n\n{% include 'part.html' %}", 3, "There is no file “part.html”"),
    ],
)  # fmt: skip
def test_a_fault_of_a_page_is_told_with_its_line(page: str, line: int, told: str) -> None:
    own(html=page)
    problem = refused()
    assert problem.where == f"report.html, line {line}" and told in problem.what


def test_a_fault_in_a_part_is_told_there() -> None:
    folder = own(html="{% include 'foot.html' %}")
    (folder / "foot.html").write_text("\n\n{{ nothing }}")
    assert refused().where == "foot.html, line 3"
    (folder / "foot.html").write_text("\n{% end %}")
    assert refused().where == "foot.html, line 2"


@pytest.mark.parametrize(
    ("source", "where", "told"),
    [
        ("= Head\n\n#nothing", "report.typ, line 3", "unknown variable: nothing"),
        ("#let a = (1,\n", "report.typ, line 1", "unclosed delimiter"),
        ('\n#(1 + "a")', "report.typ, line 2", "cannot add integer and string"),
        ('#read("no.txt")', "report.typ, line 1", "file not found"),
        ('#import "part.typ": f\n\n#f(1)', "part.typ, line 2", "cannot add"),
        ("#let f(x) = f(x)\n#f(1)", "report.typ, line 1", "maximum function call depth"),
    ],
)
def test_a_fault_of_a_pdf_is_told_with_its_line(source: str, where: str, told: str) -> None:
    folder = own(typ=source)
    (folder / "part.typ").write_text('\n#let f(x) = x + "a"')
    problem = refused("pdf")
    assert problem.where == where and told in problem.what


def test_files_that_cannot_be_read_are_named() -> None:
    folder = own(html="x", toml="title = \n")
    assert refused().where == "template.toml" and "line 1" in refused().what
    (folder / "template.toml").unlink()
    (folder / "report.html").write_bytes(b"\xff\xfe")
    assert refused().where == "report.html" and "not in UTF-8" in refused().what
    own(html="x", css="a {}\nb { content: '</style>' }")
    assert refused().where == "report.css, line 2"


# ---------------------------------------------------------------- what may come from a stranger


@pytest.mark.parametrize(
    "page",
    [
        "{% include '/etc/hostname' %}",
        "{% include '../../words/en.toml' %}",
        "{% include '..\\\\..\\\\words\\\\en.toml' %}",
        "{% import '/etc/hostname' as x %}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ words.__globals__ }}",
        "{{ reason.__code__ }}",
        "{{ '{0.__class__}'.format(words) }}",
        "{{ range(10 ** 9) | list }}",
        "{% set x = articles.append(1) %}",
        "{{ self.__init__.__globals__ }}",
        "{{ report.__reduce__() }}",
    ],
)
def test_a_page_reaches_nothing_but_what_it_is_given(page: str) -> None:
    own(html=page)
    assert "report.html" in refused().where


@pytest.mark.parametrize(
    "source",
    [
        '#import "@preview/cetz:0.3.0"',
        '#import "@pre" + "view/cetz:0.3.0"',
        '#import "a" + "b"',
        '#include "a.typ".replace("a.typ", "@preview/x:1.0.0")',
        '#(include "a.typ"\n .replace("a.typ", "@preview/x:1.0.0"))',
        '#(include "a.typ" /* */ + "b")',
        '#import ("@preview/cetz:0.3.0")',
        '#import "\\u{40}preview/cetz:0.3.0"',
        '#let a = "@preview/x:1.0.0"\n#import a',
        '#eval("1")',
        '#dictionary(std).at("ev" + "al")("1")',
        '#plugin("a.wasm")',
        "#import calc: *",
        '#import"@preview/cetz:0.3.0"',
        '#import//\n"@preview/cetz:0.3.0"',
        '#include/**/"@preview/cetz:0.3.0"',
    ],
)
def test_a_pdf_loads_no_package_and_evaluates_no_text(source: str) -> None:
    folder = own(typ="= Head\n")
    (folder / "a.typ").write_text(source)  # a file that nobody imports counts as well
    problem = refused("pdf")
    assert re.fullmatch(r"a\.typ, line [12]", problem.where) and "not for templates" in problem.what


@pytest.mark.parametrize(
    "source",
    ['#import "parts.typ": a, b', '#import "parts.typ" as p', '#include "x/y.typ"', "important"],
)
def test_imports_of_its_own_files_are_no_fault(source: str) -> None:
    own(typ=source)
    assert templates.load("Desk").has("report.typ")


@pytest.mark.parametrize("path", ["/etc/hostname", "../../words/en.toml", "../Other/secret.txt"])
def test_a_pdf_reads_its_own_folder_only(path: str) -> None:
    (own("Other", css="") / "secret.txt").write_text("secret")
    own(typ=f'#read("{path}")')
    assert refused("pdf").where == "report.typ, line 1"


def test_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.txt").write_text("secret")
    folder = own(html="x")
    try:
        (folder / "out").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("no links here")
    assert "no links" in refused().what and refused().where == "out"


def test_a_template_too_large_is_refused() -> None:
    folder = own(html="x")
    (folder / "film.bin").write_bytes(bytes(templates.WHOLE))
    assert "at most" in refused().what
    (folder / "film.bin").unlink()
    (folder / "report.html").write_text("x" * (templates.LARGEST + 1))
    assert "too large" in refused().what


# ---------------------------------------------------------------- in a process of its own


def test_a_template_is_filled_elsewhere_with_the_same_result() -> None:
    own(html="{% for one in each(articles[0].claims) %}{{ one.number }} {% endfor %}")
    steps: list[tuple[int, int]] = []
    made = rendering.written(report(), "html", lambda done, total: steps.append((done, total)))
    assert made.data == b"1 2 3 4 5 "
    assert (5, 5) in steps


def test_our_own_and_style_sheets_need_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_in_child", None)  # would fail if it were called
    own(css="")
    for template in ("", "Desk"):
        assert rendering.written(report(template), "html").data.startswith(b"<!DOCTYPE")


def test_faults_come_back_from_there() -> None:
    own(html="\n{{ nothing }}")
    with pytest.raises(domain.Problem) as caught:
        rendering.written(report(), "html")
    assert caught.value.where == "report.html, line 2"


@pytest.mark.parametrize(
    ("format", "files"),
    [
        (
            "html",
            {"html": "{% for a in range(99999) %}" * 5 + "{% endfor %}" * 5},
        ),
        ("pdf", {"typ": "#for a in range(99999) { for b in range(99999) { let c = a + b } }"}),
    ],
)
def test_one_that_never_ends_is_ended(
    format: str, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own(**files)
    monkeypatch.setattr(rendering, "SECONDS", 1.0)
    monkeypatch.setattr(rendering, "SECONDS_A_CLAIM", 0.0)
    with pytest.raises(domain.Problem) as caught:
        rendering.written(report(), format)
    assert caught.value.what == limits.too_slow(1)
    assert caught.value.where == "Desk"


@pytest.mark.parametrize(
    "page",
    ["{{ 'x' * 10 ** 11 }}", "{{ 'x'.ljust(10 ** 11) }}", "{{ '%99999999999d' % 1 }}"],
)
def test_one_that_fills_the_memory_is_ended(page: str) -> None:
    own(html=page)
    with pytest.raises(domain.Problem) as caught:
        rendering.written(report(), "html")
    assert "memory" in caught.value.what or "report.html" in caught.value.where


def test_cancelling_ends_one_that_hangs() -> None:
    own(html="{% for a in range(99999) %}" * 5 + "{% endfor %}" * 5)

    def stop(done: int, total: int) -> None:
        raise domain.Cancelled

    with pytest.raises(domain.Cancelled):
        rendering.written(report(), "html", stop)


# ---------------------------------------------------------------- what its authors are told


def test_the_page_for_authors_names_all_that_a_template_is_given() -> None:
    told = (paths.resources() / "reports" / templates.HELP).read_text("utf-8")
    shown = html._given(_view(), templates.load(""), None, False)
    for name in shown:
        assert f"`{name}" in told, name
    for name in pdf.data(_view(), True):
        assert f"`{name}`" in told, name
    kinds = (
        verdicts.Look, *(getattr(html.views, one) for one in ("ArticleView", "ClaimView",
        "Judgment", "Corrected", "Contest", "Shown")), pdf.sources.Told,
        *(getattr(pdf.record, one) for one in ("Past", "Private", "Agreed")),
    )  # fmt: skip
    left = {"question", "answer", "quote", "locator", "read_on", "remarks"}  # are in ``details``
    for kind in kinds:
        for name in set(kind.__dataclass_fields__) - left:
            assert f"`{name}`" in told, f"{kind.__name__}.{name}"


def _view() -> html.views.ReportView:
    return html.views.view(samples.report(samples.bridge()))


def test_a_pdf_of_many_claims_is_made_in_a_process_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The engine's memory goes with it; what comes out is the same, and so is its progress."""
    once = rendering.written(report(""), "pdf").data
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(rendering, "MANY", 4)
    monkeypatch.setitem(sys.modules, "typst", None)  # it could not be made here
    made = rendering.written(report(""), "pdf", lambda *where: told.append(where))
    assert made.data == once
    assert told[-1] == (25, 25)
