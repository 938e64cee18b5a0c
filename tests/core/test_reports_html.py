"""The HTML report as a reader, a screen reader, a printer and an attacker meet it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta, timezone
from itertools import pairwise

import pytest

from factcheck_gui import domain, paths
from factcheck_gui.reports import content, html
from tests.core import html_page
from tests.core import report_samples as samples
from tests.core.html_page import Page


def page(*articles: content.ReportArticle, **fields: object) -> Page:
    return html_page.read(html.written(samples.report(*articles, **fields)).data)


def words(text: str) -> str:
    return " ".join(text.split())


def seed() -> content.ReportArticle:
    return samples.seed("A headline", "example.org", "2022-07-29")


def every_kind() -> dict[str, tuple[content.ReportArticle, ...]]:
    bridge = samples.bridge()
    return {
        "one": (bridge,),
        "several": (bridge, seed(), samples.seed()),
        "no claims": (replace(bridge, claims=()),),
        "no text": (content.ReportArticle(samples.article(""), samples.scale()),),
        "nothing": (),
    }


@pytest.mark.parametrize("kind", every_kind())
@pytest.mark.parametrize("only_reviewed", [True, False])
def test_the_page_is_sound(kind: str, only_reviewed: bool) -> None:
    one = page(*every_kind()[kind], only_reviewed=only_reviewed)
    assert one.all("html")[0].attributes["lang"] == "en"
    for landmark in ("header", "main", "footer"):
        assert [e for e in one.all(landmark) if e.parents == ("html", "body")]
    assert len(one.ids()) == len(set(one.ids()))
    inner = [link[1:] for link in one.links() if link.startswith("#")]
    assert set(inner) <= set(one.ids())
    named = [
        e.attributes["aria-labelledby"] for e in one.elements if "aria-labelledby" in e.attributes
    ]
    assert set(named) <= set(one.ids())
    levels = one.headings()
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("kind", every_kind())
def test_the_page_stands_alone(kind: str) -> None:
    one = page(*every_kind()[kind])
    assert not one.all("script", "link", "img", "iframe", "object", "base", "form")
    assert not [name for e in one.elements for name in e.attributes if name.startswith("on")]
    assert not [e for e in one.elements if {"src", "style", "srcset"} & set(e.attributes)]
    policy = [e.attributes["content"] for e in one.all("meta") if "http-equiv" in e.attributes]
    assert policy == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]
    assert not re.search(r"url\(|@import|https?:", one.all("style")[0].text.replace('^="http"', ""))


def test_every_claim_is_told_in_order_with_all_that_was_decided() -> None:
    one = page(samples.bridge())
    told = [words(e.text) for e in one.with_class("claim")]
    assert [words(e.text) for e in one.all("h3")][:2] == [
        "Claim 1 ◕ Mostly true: The harbour bridge carries 12,400 cars a day.",
        "Claim 2 ✓ True: It opened in 1974 … was repaired twice",
    ]
    assert "Said by The council, paragraph 1" in told[0]
    assert "The counter on the east ramp shows 12,380 [1]. A fitter doubts it [2], [7]." in told[0]
    assert (
        "Corrected 22 November 2026. We had overlooked the repair of 2003. The verdict before was "
        "◐ Mixed"
    ) in told[1]
    assert "A second repair is on record: 1988 2003" in told[1]
    assert "Opened in 1974." not in told[1]
    assert "contested by claims 4 and 9" in told[2]
    assert "≠ Disputed" in told[2]
    assert "✕ False Reviewer 1, 22 November 2026 The log has entries for 2015" in told[2]
    assert told[2].endswith("? Unproven Reviewer 2, 22 November 2026")
    assert "• Partly" in told[3]
    assert "Denied by The council" in told[3]
    assert "○ To review" in told[4]
    assert "In the article’s own voice, paragraph 3" in told[4]
    assert len(told) == 5


def test_evidence_stands_at_its_claim_and_reasons_lead_to_it() -> None:
    one = page(samples.bridge())
    (evidence,) = [e for e in one.all("ol") if "evidence" in e.attributes.get("class", "")]
    told = [words(e.text) for e in one.all("li") if "-source-" in e.attributes.get("id", "")]
    assert told[0] == (
        "Traffic counts 2025, Road office, 1 February 2026 — supports. “12,380 vehicles on an "
        "average working day” (table 3). Data. First-hand. Read 21 November 2026. Copy kept: "
        f"counts-2025.pdf, sha256 {samples.COUNTER.copies[0].sha256[:8]}…."
    )
    assert told[1] == (
        "A source that is not named — refutes. Asked: Are lorries counted twice? Answer: Yes, at "
        "the east ramp. Interview. Its name is known to the reviewer. Conflict of interest: "
        "worked for a rival firm."
    )
    assert told[2].startswith("nothing found. Asked: A count after 2025? Read")
    assert evidence.attributes["aria-labelledby"] == "a1-claim-1-sources"
    cited = [link for link in one.links() if link.startswith("#a1-claim-1-source-")]
    assert cited == ["#a1-claim-1-source-1", "#a1-claim-1-source-2"]
    assert "https://example.org/counts?year=2025&road=12" in one.links()
    assert "SECRET" not in one.text


def test_corrections_copies_versions_and_sign_off_are_on_record() -> None:
    one = page(samples.bridge())
    (corrections,) = one.with_class("corrections")
    assert words(corrections.text) == (
        "Corrections 22 November 2026, claim 2: We had overlooked the repair of 2003."
    )
    versions, copies = (words(e.text) for e in one.with_class("record"))
    assert (
        f"counts-2025.pdf, application/pdf, 48,213 bytes{samples.COUNTER.copies[0].sha256}"
        in copies
    )
    assert "bridge.html, 315 characters, the one shown here" in versions
    assert "signed off 22 November 2026 by Editor" in words(one.text)
    plain = page(seed())
    assert not plain.with_class("record") and not plain.with_class("corrections")
    assert "signed off" not in plain.text


def test_the_claim_is_bold_in_its_passage() -> None:
    one = page(samples.bridge())
    quotes = [e for e in one.all("blockquote") if "article" in e.parents]
    assert words(quotes[1].text) == (
        "… council says the bridge carries 12,400 cars a day. It opened in 1974 and was repaired "
        "twice."
    )
    bold = [e.text for e in one.all("strong") if "blockquote" in e.parents]
    assert bold[1:3] == ["It opened in 1974", "was repaired twice"]


def test_claim_and_place_in_the_article_lead_to_each_other() -> None:
    one = page(samples.bridge())
    for claim in samples.bridge().claims[:5]:
        number = claim.claim.number
        assert f"#a1-mark-{number}" in one.links()
        notes = [e for e in one.all("a") if "sup" in e.parents]
        (note, *_) = [e for e in notes if e.attributes["href"] == f"#a1-claim-{number}"]
        assert note.text.startswith(str(number))
        assert note.attributes["aria-label"].startswith(f"Claim {number}: ")
        assert {f"a1-claim-{number}", f"a1-mark-{number}"} <= set(one.ids())


def test_the_whole_article_is_there_with_its_marks() -> None:
    one = page(seed())
    (text,) = one.with_class("text")
    for note in (e for e in one.all("sup") if "section" in e.parents):
        text.text = text.text.replace(note.text, "", 1)
    assert words(text.text) == words(seed().article.text)
    marks = {e.text for e in one.all("mark")}
    assert "Russia is blaming Ukraine and US HIMARS missiles." in marks
    assert "You Might Like" not in one.text


def test_only_reviewed_lists_these_and_says_so() -> None:
    one = page(samples.bridge(), only_reviewed=True)
    assert len(one.with_class("claim")) == 4
    assert "only these are listed here" in words(one.text)
    assert "To review" not in one.text
    assert "Only reviewed claims are listed." in words(one.text)


def test_the_head_names_article_checkers_and_version() -> None:
    one = page(samples.bridge(), organisation="The Example Desk")
    assert [words(e.text) for e in one.all("h1")] == ["The harbour bridge"]
    header = words(one.all("header")[0].text)
    assert header.startswith("Fact-check report · The Example Desk The harbour bridge")
    assert (
        "By Kim Berg, example.org, 19 November 2026 · checked 22 November 2026 by Reviewer 1"
        in header
    )
    assert "second review by Reviewer 2, corrected by Reviewer 1" in header
    assert f"text version 2, sha256 {samples.bridge().article.sha256[:8]}…" in header
    assert samples.bridge().article.sha256 in one.text


def test_an_article_without_a_title_goes_by_its_opening_words() -> None:
    one = page(samples.seed())
    assert words(one.all("h1")[0].text) == (
        "“It has been nearly a month since Russia claimed any significant territory in…”"
    )
    assert one.all("h1")[0].attributes["class"] == "untitled"


def test_several_articles_begin_with_a_contents_list() -> None:
    one = page(samples.bridge(), seed())
    assert words(one.all("h1")[0].text) == "2 articles"
    (contents,) = one.with_class("contents")
    assert "A headline example.org · 29 July 2022 · 17 of 18 claims reviewed" in words(
        contents.text
    )
    assert one.links()[:2] == ["#a1", "#a2"]
    assert "a2-claim-18" in one.ids()
    assert len([e for e in one.all("h3") if e.text == "Five-point"]) == 1


def test_reports_without_claims_or_articles_read_sensibly() -> None:
    empty = page(replace(samples.bridge(), claims=samples.bridge().claims[4:5]), only_reviewed=True)
    assert "none has been reviewed yet, so none is listed here." in words(empty.text)
    assert "not yet checked" in empty.text
    assert not empty.with_class("claim") and not empty.all("svg", "mark")
    nothing = page()
    assert "No article was chosen for this report." in nothing.text


def test_days_are_those_of_the_time_zone_of_the_export() -> None:
    east = samples.NOW.astimezone(timezone(timedelta(hours=11), "AEDT"))
    one = page(samples.bridge(), exported_at=east)
    assert "exported 23 November 2026, 01:05 AEDT" in words(one.text)


def test_the_language_of_an_article_is_told_and_nothing_else_is() -> None:
    bridge = samples.bridge()
    german = replace(bridge, article=replace(bridge.article, language="de-AT"))
    assert page(german).all("h1")[0].attributes["lang"] == "de-AT"
    odd = replace(bridge, article=replace(bridge.article, language='de" onload="x'))
    assert "lang" not in page(odd).all("h1")[0].attributes


def test_headings_quotes_items_and_code_of_an_article_keep_their_kind() -> None:
    text = "Head\nSub\nsaid\nmore said\none\ntwo\ncode"
    kinds: tuple[domain.BlockKind, ...] = (
        "heading",
        "heading",
        "quote",
        "quote",
        "item",
        "item",
        "code",
    )
    levels = (2, 6, 1, 1, 0, 0, 0)
    blocks = [
        replace(block, kind=kind, level=level)
        for block, kind, level in zip(samples.paragraphs(text), kinds, levels, strict=True)
    ]
    about = samples.article(text, "T", blocks=blocks)
    one = page(content.ReportArticle(about, samples.scale()))
    inside = [
        (e.tag, e.text.strip()) for e in one.elements if "div" in e.parents and e.text.strip()
    ]
    wanted = [("h3", "Head"), ("h4", "Sub"), ("li", "one"), ("li", "two"), ("pre", "code")]
    assert [e for e in inside if e[0] in ("h3", "h4", "li", "pre")] == wanted
    assert len([e for e in one.all("blockquote") if "div" in e.parents]) == 1


def test_hostile_text_is_shown_and_does_nothing() -> None:
    data = html.written(samples.hostile()).data.decode("utf-8")
    one = html_page.read(data)
    assert not one.all("script", "img", "iframe", "b")
    assert not [name for e in one.elements for name in e.attributes if name.startswith("on")]
    assert all(link.startswith("#") for link in one.links())
    assert data.count("</title>") == data.count("</style>") == 1
    shown = words(one.text)
    for part in ("<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "]]> -->", "\ufffdevil"):
        assert part in shown
    assert "w" * 100_000 in one.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]", data)
    assert "\u2407\u241b\u2421" in shown


def test_a_site_is_linked_only_to_the_web() -> None:
    assert "https://example.org/bridge?a=1&b=2" in page(samples.bridge()).links()
    assert all(
        link.startswith("#")
        for link in html_page.read(html.written(samples.hostile()).data).links()
    )


def test_progress_counts_claims_and_can_stop_the_work() -> None:
    seen: list[tuple[int, int]] = []
    html.written(samples.report(samples.bridge()), lambda done, total: seen.append((done, total)))
    assert seen == [(n, 5) for n in range(1, 6)]

    def stop(done: int, total: int) -> None:
        raise domain.Cancelled

    with pytest.raises(domain.Cancelled):
        html.written(samples.report(samples.bridge()), stop)


# ---------------------------------------------------------------- the manuscript


@pytest.mark.parametrize("kind", every_kind())
def test_the_manuscript_is_a_sound_page(kind: str) -> None:
    one = html_page.read(html.written_manuscript(samples.report(*every_kind()[kind])).data)
    assert len(one.ids()) == len(set(one.ids()))
    assert {link[1:] for link in one.links() if link.startswith("#")} <= set(one.ids())
    levels = one.headings()
    assert levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels))
    assert not one.all("script", "link", "img") and not one.with_class("claim")


def test_the_manuscript_has_each_note_beside_its_passage() -> None:
    one = html_page.read(html.written_manuscript(samples.report(samples.bridge())).data)
    notes = [words(e.text) for e in one.with_class("note")]
    assert len(notes) == 5
    assert notes[0] == (
        "1 ◕ Mostly true The counter on the east ramp shows 12,380 [1]. A fitter "
        "doubts it [2], [7]. Traffic counts 2025 — supports A source that is not named — refutes "
        "nothing found"
    )
    first = words(one.with_class("beside")[1].text)
    assert first.startswith("The council says the bridge carries 12,400 cars a day1◕.")
    assert first.index("cars a day") < first.index("The counter on the east ramp")
    hostile = html_page.read(html.written_manuscript(samples.hostile()).data)
    assert not hostile.all("script", "img", "b") and "<script>alert(1)" in hostile.text


# ---------------------------------------------------------------- colours


def _palettes() -> list[dict[str, str]]:
    css = (paths.resources() / "reports" / "report.css").read_text(encoding="utf-8")
    found = [
        dict(re.findall(r"--([\w-]+): (#\w{6})", part))
        for part in re.findall(r":root \{(.*?)\}", css, re.S)
    ]
    assert len(found) == 2
    return found


def _contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
def test_every_text_has_contrast_enough(which: int) -> None:
    colours = _palettes()[which]
    for ink in ("ink", "body", "muted", "link"):
        assert _contrast(colours[ink], colours["page"]) >= 4.5, ink
    for tone in domain.TONES:
        fill, ink = colours[f"{tone}-fill"], colours[f"{tone}-ink"]
        assert _contrast(ink, fill) >= 4.5, tone
        assert _contrast(ink, colours["page"]) >= 4.5, tone  # numbers in the article
        assert _contrast(colours["ink"], fill) >= 4.5, tone  # marked text


def test_an_article_without_a_sites_name_is_linked_by_its_address() -> None:
    about = samples.article("Words.", "Words", url="https://example.org/words")
    one = page(content.ReportArticle(about, samples.scale()))
    (link,) = [e for e in one.all("a") if e.attributes["href"] == "https://example.org/words"]
    assert link.text == "https://example.org/words"
