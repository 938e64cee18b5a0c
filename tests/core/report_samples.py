"""Domain objects for the tests of the reports, and the golden files made from them.

``python -m tests.core.report_samples`` writes the golden files anew: look at the difference.
All verdicts and reasons are invented to fill a report; they judge nothing.
"""

from __future__ import annotations

import ctypes
import dataclasses
import io
import json
import uuid
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factcheck_gui import domain, paths
from factcheck_gui.domain import Assessment, Block, Claim, Span
from factcheck_gui.reports import content, verdicts, writing

GOLDEN = Path(__file__).parents[1] / "data" / "reports"
SEED = "000_d77c15fe494311ac.txt"
NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
NOTE = "PRIVATE-NOTE: call the press office before noon"  # must never leave


def scale(name: str = "five-point") -> domain.Scale:
    path = paths.resources() / "scales" / f"{name}.json"
    return domain.scale_from_json(json.loads(path.read_text(encoding="utf-8")))


def paragraphs(text: str) -> tuple[Block, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return tuple(blocks)


def article(
    text: str, title: str = "", *, blocks: Sequence[Block] | None = None, **row: str
) -> domain.Article:
    about = {"site": "", "published": "", "source_name": "pasted text", "scale": "five-point"}
    version = domain.version_id(text)
    return domain.Article(
        row=domain.ArticleRow(
            key=7,
            id=domain.article_id(text),
            title=title,
            opening=domain.opening(text),
            imported_at="2026-11-20T08:00:00.000000Z",
            tally=domain.Tally(),
            **(about | row),
        ),
        version=9,
        version_id=version,
        version_number=1,
        text=text,
        blocks=paragraphs(text) if blocks is None else tuple(blocks),
        furniture=(),
        sha256=domain.text_sha256(text),
        language="en",
    )


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim(about: domain.Article, number: int, *words: str, **fields: object) -> Claim:
    spans = tuple(place(about.text, one) for one in words)
    one = Claim(
        key=1000 + number,
        id=domain.claim_id(about.version_id, spans),
        article=7,
        number=number,
        spans=spans,
        text=domain.slices(about.text, spans),
        wording="",
        claimant="",
        cue="",
        kind="event",
        type="fact",
        score=0.75,
        listed=True,
        shown=True,
        origin="found",
        state="open",
        verdict=None,
    )
    return replace(one, **fields)  # type: ignore[arg-type]


def given(
    verdict: str | None,
    reason: str = "",
    *,
    reviewer: str = "Reviewer 1",
    round: domain.Round = "first",
    at: str = "2026-11-22T10:00:00.000000Z",
    note: str = NOTE,
    free_text: bool = False,
    public_note: str = "",
    refs: tuple[tuple[int, str], ...] = (),
) -> Assessment:
    where = ascii(("assessment", reviewer, round, verdict, reason, at))
    id_ = str(uuid.uuid5(uuid.UUID(domain.NAMESPACE), where))
    return Assessment(id_, reviewer, round, verdict, reason, note, at, free_text, public_note, refs)


def _uuid(*what: str) -> str:
    return str(uuid.uuid5(uuid.UUID(domain.NAMESPACE), ascii(what)))


def source(title: str, *copies: str, **fields: object) -> domain.Source:
    kept = tuple(
        domain.KeptCopy(
            key=n,
            id=_uuid("copy", title, name),
            name=name,
            media_type="application/pdf",
            sha256=domain.text_sha256(domain.storable(name)),
            size=48_213,
            kept_at="2026-11-21T08:30:00.000000Z",
        )
        for n, name in enumerate(copies, 1)
    )
    made = domain.Source(1, _uuid("source", title), title, copies=kept)
    return replace(made, **fields)  # type: ignore[arg-type]


def evidence(number: int, stance: domain.EvidenceStance, **fields: object) -> domain.Evidence:
    id_ = _uuid("evidence", str(number), stance)
    made = domain.Evidence(key=number, id=id_, claim=1, number=number, stance=stance)
    return replace(made, **fields)  # type: ignore[arg-type]


def judged(
    one: Claim, *assessments: Assessment, evidence: Sequence[domain.Evidence] = ()
) -> content.ReportClaim:
    state, verdict = domain.current_verdict(verdicts.latest(assessments))
    claim = replace(one, state=state, verdict=verdict)
    return content.ReportClaim(claim, assessments, tuple(evidence))


COUNTER = source(
    "Traffic counts 2025",
    "counts-2025.pdf",
    publisher="Road office",
    url="https://example.org/counts?year=2025&road=12",
    published="2026-02-01",
    kind="data",
    primary=True,
)
FITTER = source(
    "SECRET-NAME, fitter", "SECRET-TALK.mp3", kind="interview", anonymous=True, author="SECRET-NAME"
)


def bridge_evidence() -> tuple[domain.Evidence, ...]:
    """Every kind: first-hand data with a copy, someone unnamed, nothing found."""
    return (
        evidence(
            1,
            "supports",
            source=COUNTER,
            quote="12,380 vehicles on an average working day",
            locator="table 3",
            read_on="2026-11-21",
        ),
        evidence(
            2,
            "refutes",
            source=replace(FITTER, conflict="worked for a rival firm"),
            question="Are lorries counted twice?",
            answer="Yes, at the east ramp.",
        ),
        evidence(3, "nothing found", question="A count after 2025?", read_on="2026-11-22"),
    )


def versions(about: domain.Article) -> tuple[domain.VersionRow, ...]:
    """The version shown, and one before it."""
    first = domain.VersionRow(
        number=1,
        id=domain.version_id("before"),
        imported_at="2026-11-19T07:00:00.000000Z",
        tool="factcheck-gui 0",
        source_name="bridge.html",
        characters=6,
        sha256=domain.text_sha256("before"),
        original_sha256=domain.text_sha256("bytes"),
        original_size=5,
        media_type="text/html",
        encoding="utf-8",
    )
    shown = replace(
        first,
        number=2,
        id=about.version_id,
        imported_at="2026-11-20T08:00:00.000000Z",
        characters=len(about.text),
        sha256=about.sha256,
    )
    return first, shown


def report(*articles: content.ReportArticle, **fields: object) -> content.Report:
    """``fields`` are those of the report, of its choices, or of what these include."""
    made = content.Report(NOW, articles, made_with="factcheck-gui 0")
    return chosen(made, **fields)


def chosen(made: content.Report, **fields: object) -> content.Report:
    """The report with other fields; as ``report`` has them."""
    included = {
        name: fields.pop(name)
        for name in _names(content.Included) & fields.keys()
        if isinstance(fields[name], bool)  # "agreement" of the report is what was measured
    }
    choices = {name: fields.pop(name) for name in _names(content.Choices) & fields.keys()}
    if included:
        choices["included"] = replace(made.choices.included, **included)
    if choices:
        fields["choices"] = replace(made.choices, **choices)
    return replace(made, **fields)  # type: ignore[arg-type]


def _names(kind: type) -> set[str]:
    return {one.name for one in dataclasses.fields(kind)}


# ---------------------------------------------------------------- a small article of our own

BRIDGE = """The harbour bridge

The council says the bridge carries 12,400 cars a day. It opened in 1974 and was repaired twice.

“Nobody has inspected the cables since 2009,” said Ada Lind, who leads the residents’ group. \
The council denies it.

A new bridge would cost 90 million, about three times the town’s yearly budget.
"""


def bridge() -> content.ReportArticle:
    """Every kind of claim: two spans, disputed, corrected, own words, open, dismissed, unlisted."""
    blocks = paragraphs(BRIDGE)
    blocks = (replace(blocks[0], kind="heading", level=1), *blocks[1:])
    about = replace(
        article(
            BRIDGE,
            "The harbour bridge",
            blocks=blocks,
            site="example.org",
            url="https://example.org/bridge?a=1&b=2",
            author="Kim Berg",
            published="2026-11-19",
            signed_at="2026-11-22T11:00:00.000000Z",
            signed_by="Editor",
        ),
        furniture=(domain.Furniture(len(BRIDGE), "Subscribe to our newsletter"),),
    )
    about = replace(about, version_number=2, finder="factcheck-gui 0, finder 1")
    return content.ReportArticle(
        about,
        scale(),
        tuple(_bridge_claims(about)),
        versions(about),
    )


def _bridge_claims(about: domain.Article) -> list[content.ReportClaim]:
    proof = bridge_evidence()
    cars = claim(
        about,
        1,
        "the bridge carries 12,400 cars a day",
        wording="The harbour bridge carries 12,400 cars a day.",
        claimant="The council",
        cue="says",
        kind="numeric",
        score=0.93,
        why=("has a figure",),
        figures=(domain.Figure(place(BRIDGE, "12,400"), 12400.0, "cars"),),
    )
    cables = claim(
        about,
        3,
        "Nobody has inspected the cables since 2009",
        claimant="Ada Lind",
        cue="said",
        kind="quote",
        contested_by=(4, 9),
        dates=(domain.DateMention(place(BRIDGE, "2009"), "2009-01-01", None),),
        entities=(domain.Entity(place(BRIDGE, "Ada Lind"), "person"),),
        attribution=domain.Attribution(
            (place(BRIDGE, "Ada Lind"),),
            (place(BRIDGE, "said"),),
            (place(BRIDGE, "Nobody has inspected the cables since 2009"),),
            "positive",
            "direct",
        ),
    )
    denial = domain.Attribution(
        (place(BRIDGE, "The council denies"),), (place(BRIDGE, "denies"),), (), "negative"
    )
    early, late = "2026-11-21T09:00:00.000000Z", "2026-11-22T12:30:00.000000Z"
    return [
        judged(
            cars,
            given(
                "Mostly true",
                "The counter on the *east ramp* shows 12,380 [2]. A fitter doubts it [1], [7].",
                at=early,
                refs=((1, proof[1].id), (2, proof[0].id)),  # as numbered before a merge
            ),
            given("Mostly true", "", reviewer="Reviewer 2", round="second"),
            evidence=proof,
        ),
        judged(
            claim(about, 2, "It opened in 1974", "was repaired twice"),
            given("Mixed", "Opened in 1974.", at=early),
            given(
                "True",
                "A second repair is on record:\n\n- 1988\n- 2003",
                round="correction",
                public_note="We had overlooked the repair of 2003.",
            ),
        ),
        judged(
            cables,
            given("False", "The log has entries for 2015: https://example.org/log."),
            given("Unproven", "", reviewer="Reviewer 2", round="second", at=late),
        ),
        judged(
            claim(
                about,
                4,
                "The council denies it",
                claimant="The council",
                attribution=denial,
                contested_by=(3,),
            ),
            given("Partly", "In [their words](https://example.org/words).", free_text=True),
        ),
        judged(claim(about, 5, "A new bridge would cost 90 million", kind="plan")),
        judged(claim(about, 6, "about three times the town’s yearly budget", dismissed="vague")),
        judged(claim(about, 0, "who leads the residents’ group", listed=False, shown=False)),
    ]


# ---------------------------------------------------------------- the seed

_R1, _R2 = "Reviewer 1", "Reviewer 2"
_SAME = "(Illustrative.) The article’s own report of the front line agrees with it."

# number, words, verdict, claimant, contested by, wording, reason
SEED_CLAIMS: tuple[tuple[int, tuple[str, ...], str, str, tuple[int, ...], str, str], ...] = (
    (
        1,
        ("It has been nearly a month since Russia claimed any significant territory in Ukraine.",),
        "True",
        "",
        (),
        "By 29 July 2022 Russia had claimed no significant territory in Ukraine for almost a "
        "month.",
        _SAME,
    ),
    (
        2,
        (
            "Part of this was due to a pause announced by Russia but part of it is likely due "
            "to new weapons introduced by the US.",
        ),
        "Mostly true",
        "",
        (),
        "",
        "(Illustrative.) The pause was *announced*; how much the weapons count for is a judgement.",
    ),
    (
        3,
        (
            "Russian troops have made no significant territorial gains since the Ukrainian "
            "retreat on July 2 from the eastern city of Lysychansk",
        ),
        "True",
        "",
        (),
        "",
        _SAME,
    ),
    (
        4,
        ("The retreat gave Russia full control over Luhansk",),
        "False",
        "",
        (),
        "Russia controlled all of Luhansk after the Ukrainian retreat of 2 July 2022.",
        "(Illustrative.) Three things would have to be shown:\n\n- which villages were held,\n"
        "- by whom,\n- **on which day**.",
    ),
    (
        5,
        (
            "it marked Russia’s only meaningful strategic success since its retreat from "
            "territory around Kyiv in April",
        ),
        "Unproven",
        "",
        (),
        "",
        "(Illustrative.) “Meaningful” is not defined.",
    ),
    (
        6,
        (
            "the entirety of the Donbas region — the only publicly declared goal of the initial "
            "invasion",
        ),
        "Mixed",
        "",
        (),
        "",
        "(Illustrative.) Other goals were declared too.",
    ),
    (
        7,
        (
            "It does seem the Russians’ ability for forward movement is petering out",
            "I don’t see them being able to advance much more in the Donbas.",
        ),
        "True",
        "Phillips O’Brien",
        (),
        "",
        "(Illustrative.) The quotation is as he gave it.",
    ),
    (
        8,
        (
            "a mobile missile system that uses GPS to ensure very accurate strikes at up to 50 "
            "miles of range",
        ),
        "Mostly true",
        "",
        (),
        "HIMARS is a mobile, GPS-guided missile system with a range of up to 50 miles.",
        "(Illustrative.) The range depends on the rocket.",
    ),
    (
        9,
        ("Many of those POWs were sent to a prison which was just destroyed by artillery.",),
        "Unproven",
        "",
        (17, 18),
        "",
        "",
    ),
    (
        10,
        ("Russia is blaming Ukraine and US HIMARS missiles.",),
        "Mixed",
        "Russia",
        (11,),
        "Russia says that Ukraine destroyed the Olenivka prison with US-made HIMARS missiles "
        "(July 2022).",
        "(Illustrative.) That Russia says so is on record; what it says is not settled, see "
        "[an inquiry](https://example.org/inquiry).",
    ),
    (
        11,
        ("Ukraine says Russia hit the prison itself and is guilt of a war crime.",),
        "disputed",
        "Ukraine",
        (10, 12),
        "",
        "(Illustrative.) The statement was made; what it claims is contested.",
    ),
    (
        12,
        (
            "a Ukrainian strike using U.S.-supplied HIMARS",
            "hit a prison in the town of Olenivka, killing at least 53 captive Ukrainian troops "
            "and wounding about 75",
        ),
        "Mixed",
        "A spokesman for the DPR",
        (11, 13),
        "",
        "(Illustrative.) The count of the dead is one side’s alone.",
    ),
    (
        13,
        ("Ukrainian authorities, however, denied any involvement",),
        "True",
        "Ukrainian authorities",
        (12,),
        "",
        _SAME,
    ),
    (
        14,
        ("accused Russian forces of carrying out the attack",),
        "True",
        "Ukrainian authorities",
        (12,),
        "",
        "",
    ),
    (
        15,
        (
            "the steel plant in Mariupol that finally fell to Russian forces after a protracted "
            "siege",
        ),
        "True",
        "",
        (),
        "",
        _SAME,
    ),
    (
        16,
        ("Ukraine has released an intercept of two Russians",),
        "True",
        "",
        (),
        "",
        "(Illustrative.) The recording is public; who speaks on it is another claim.",
    ),
    (17, ("there wasn’t an artillery strike at all",), "open", "", (9, 12), "", ""),
    (
        18,
        (
            "the Ukrainian prisoners were moved into a specific room which later exploded "
            "without being hit by any artillery",
        ),
        "Unproven",
        "",
        (9,),
        "",
        "(Illustrative.) One recording is the only source.",
    ),
)


def seed(title: str = "", site: str = "", published: str = "") -> content.ReportArticle:
    """The shipped article, with the last two lines taken for furniture, and 18 claims."""
    text = domain.storable((paths.seeds() / SEED).read_bytes().decode("utf-8"))
    text, rest = text.split("\n\nYou Might Like")
    about = article(text, title, site=site, published=published, source_name=SEED)
    about = replace(about, furniture=(domain.Furniture(len(text), "You Might Like" + rest),))
    return content.ReportArticle(about, scale(), tuple(_seed_claims(about)))


def _seed_claims(about: domain.Article) -> list[content.ReportClaim]:
    result = []
    for number, words, verdict, who, contested, wording, reason in SEED_CLAIMS:
        one = claim(about, number, *words, claimant=who, contested_by=contested, wording=wording)
        result.append(judged(one, *_seed_verdicts(number, verdict, reason)))
    return result


def _seed_verdicts(number: int, verdict: str, reason: str) -> tuple[Assessment, ...]:
    late = "2026-11-22T12:30:00.000000Z"
    if verdict == "open":
        return ()
    if verdict == "disputed":
        other = "(Illustrative.) Without access to the place nothing can be said."
        return (
            given("Mixed", reason),
            given("Unproven", other, reviewer=_R2, round="second", at=late),
        )
    first = given(verdict, reason)
    if number in (1, 10):
        return first, given(verdict, "", reviewer=_R2, round="second", at=late)
    return (first,)


# ---------------------------------------------------------------- hostile

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> ]]> --> </title></style> {{ 7*7 }} "
    '{% raw %} " onload="x \' & \u202eevil\u202c \x07\x1b\x7f\x85 javascript:alert(3) \ud800 '
    "עברית 😀"
)


def hostile() -> content.Report:
    """Every text of a report is hostile, the stored article as an import leaves it."""
    text = domain.storable(HOSTILE + "\n\n" + "w" * 100_000 + " end")
    about = article(text, HOSTILE, site=HOSTILE, author=HOSTILE, url="javascript:alert(1)")
    about = replace(
        about, row=replace(about.row, published=HOSTILE, signed_at=HOSTILE, signed_by=HOSTILE)
    )
    fields = {"wording": HOSTILE, "claimant": HOSTILE, "cue": HOSTILE, "kind": HOSTILE}
    one = claim(about, 1, "<script>alert(1)</script>", **fields)
    two = claim(about, 2, "w" * 100_000)
    label = domain.Label(HOSTILE, HOSTILE, "red", meaning=HOSTILE)
    own = domain.Scale(HOSTILE, HOSTILE, (label,), HOSTILE)
    origin = source(HOSTILE, HOSTILE, url="javascript:alert(1)", publisher=HOSTILE)
    origin = replace(origin, author=HOSTILE, published=HOSTILE, conflict=HOSTILE)
    fields = dict.fromkeys(("question", "answer", "quote", "locator", "read_on"), HOSTILE)
    proof = evidence(1, "refutes", source=origin, **fields)
    first = given(HOSTILE, HOSTILE + " [1]", reviewer=HOSTILE, at="2026-01-01T00:00:00Z")
    correction = given(HOSTILE, HOSTILE, round="correction", public_note=HOSTILE)
    claims = (
        judged(one, first, correction, evidence=[proof]),
        judged(two, given("x" * 100_000, "y" * 100_000)),
    )
    return report(
        content.ReportArticle(about, own, claims),
        reviewer=HOSTILE,
        organisation=HOSTILE,
        made_with=HOSTILE,
    )


def golden() -> dict[str, content.Report]:
    """The reports that golden files are kept of."""
    return {
        "bridge": report(
            bridge(),
            reviewer="Reviewer 1",
            organisation="The Example Desk",
            url="https://example.org/checks/bridge",
        ),
        "seed": report(seed(), only_reviewed=True, reviewer="Reviewer 1"),
    }


def golden_name(name: str, form: writing.Format) -> str:
    """The file's name: formats of one suffix are told apart by what comes before it."""
    kind = form.name.partition("-")[0]
    return name + (f"-{kind}" if kind in ("manuscript", "claimreview") else "") + form.suffix


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page by page."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(data)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(pages).replace("\r\n", "\n")


def pdf_tags(data: bytes) -> str:
    """The structure of a PDF as a screen reader goes through it: "Document( H1 P( Strong ) …"."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    def named(element: Any) -> str:
        size = pdfium.FPDF_StructElement_GetType(element, None, 0)
        name = ctypes.create_string_buffer(size)
        pdfium.FPDF_StructElement_GetType(element, name, size)
        count = pdfium.FPDF_StructElement_CountChildren(element)
        children = (pdfium.FPDF_StructElement_GetChildAtIndex(element, n) for n in range(count))
        inner = " ".join(named(one) for one in children if one)  # the others are words
        return name.raw.decode("utf-16-le").rstrip("\0") + (f"( {inner} )" if inner else "")

    found = []
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            count = pdfium.FPDF_StructTree_CountChildren(tree)
            roots = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(count)]
            found += [named(one) for one in roots]
            pdfium.FPDF_StructTree_Close(tree)
    return "\n".join(found)


def parts(data: bytes) -> dict[str, bytes]:
    """The files in an archive, which may be packed otherwise elsewhere; the words and the structure
    of a PDF, whose fonts are the system's for some signs; other data as it is."""
    if data.startswith(b"%PDF"):
        words = " ".join(pdf_text(data).split())
        return {"words": words.encode(), "structure": pdf_tags(data).encode()}
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


if __name__ == "__main__":
    for name, one in golden().items():
        for form in writing.FORMATS.values():
            writing.write(one, form.name, GOLDEN / golden_name(name, form), overwrite=True)
