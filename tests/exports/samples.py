"""The reports that are shown to the readers: the seed article, a hostile one, one in many scripts,
one in German with a logo, and three articles in one with everything included.

The verdicts and reasons are invented, as those of ``tests.core.report_samples``.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck_gui.reports import content
from tests.core import picture_writer
from tests.core import report_samples as samples

ARABIC = "قالت البلدية إن الجسر (المعروف باسم «جسر الميناء») افتتح عام 1974."
HEBREW = "הגשר נפתח בשנת 1974, ועוברות בו 12,400 מכוניות ביום."
CHINESE = "市议会表示，这座桥每天有一万两千四百辆汽车通过。"
JAPANESE = "橋は1974年に開通し、二度修理された。"
KOREAN = "시의회는 다리를 두 번 고쳤다고 말했다."
EMOJI = "The post 👩‍👩‍👧‍👦 says that 🚗🚗🚗 cross the bridge 🌉 every day 🇺🇳."
GREEK = "Η γέφυρα άνοιξε το 1974. Мост открыли в 1974 году. Đường cầu, őű, ffi fl."
SCRIPTS = (EMOJI, ARABIC, HEBREW, CHINESE, JAPANESE, KOREAN, GREEK)


def scripts() -> content.ReportArticle:
    """An article whose every paragraph is a claim in another script."""
    about = replace(
        samples.article(
            "\n\n".join(SCRIPTS),
            "桥 · الجسر · הגשר · 🌉",
            site="example.org",
            url="https://example.org/scripts",
            published="2026-11-19",
            author="عمر · 王芳",
        ),
        language="ar",
    )
    source = samples.source("سجل البلدية", url="https://example.org/record", publisher="البلدية")
    proof = samples.evidence(1, "supports", source=source, quote=ARABIC, locator="ص 3")
    claims = []
    for number, words in enumerate(SCRIPTS, 1):
        one = samples.claim(about, number, words.rstrip("。."), claimant="عمر")
        reason = f"{words} [1] https://example.org/{number}"
        claims.append(samples.judged(one, samples.given("True", reason), evidence=[proof]))
    return content.ReportArticle(about, samples.scale(), tuple(claims))


def three() -> content.Report:
    """Three articles with history, agreement and private notes, from a desk with a name."""
    seed = samples.seed("What the front line was", "example.org", "2022-07-29")
    return samples.report(
        samples.bridge(),
        seed,
        scripts(),
        reviewer="Reviewer 1",
        organisation="The Example Desk",
        url="https://example.org/checks",
        history=True,
        notes=True,
    )


def german() -> content.Report:
    """An English article for German readers, under a desk's logo."""
    report = samples.report(samples.bridge(), language="de", organisation="Die Beispielredaktion")
    return samples.chosen(report, logo=picture_writer.SVG.encode(), history=True)


def hostile() -> content.Report:
    """A hostile text in every field that takes any text: the schema knows the kinds of claims and
    the form of a day."""
    report = samples.hostile()
    (article,) = report.articles
    row = replace(article.article.row, signed_at="2026-11-22T11:00:00.000000Z")
    claims = (replace(one, claim=replace(one.claim, kind="event")) for one in article.claims)
    about = replace(article.article, row=row)
    return replace(report, articles=(replace(article, article=about, claims=tuple(claims)),))


def all_samples() -> dict[str, content.Report]:
    """The reports by their names."""
    return {
        "seed": samples.golden()["seed"],
        "scripts": samples.report(scripts(), organisation="The Example Desk"),
        "three": three(),
        "german": german(),
        "hostile": hostile(),
    }


def told_words(report: content.Report, format: str) -> list[str]:
    """The words of the listed claims as a format has them, where their text has no gap: whatever a
    report leaves out, it has these. A manuscript has the article's, any other report a claim in
    words that stand alone."""
    claims = [
        one.claim for article in content.choose(report).articles for one in content.listed(article)
    ]
    if format.startswith("manuscript"):
        return [words for one in claims for words in one.text.split(" … ")]
    return [words for one in claims for words in (one.wording.strip() or one.text).split(" … ")]
