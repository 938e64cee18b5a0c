"""Parts of a view as one line of plain text, for the formats that are laid out in lines: who says a
claim, who checked an article, what a correction did. The page has mark-up inside these lines, and
its template weaves them itself. Not here: what is shown (``views``).
"""

from __future__ import annotations

from factcheck_gui.reports.views import ArticleView, ClaimView, Corrected
from factcheck_gui.reports.words import Words


def said(claim: ClaimView, words: Words) -> str:
    """Who says it and where: "said by Ada Lind, paragraph 2 · contested by claim 4"."""
    who = words("denied_by" if claim.denied else "said_by", who=claim.claimant)
    told = who if claim.claimant else words("own_voice")
    if claim.paragraph:
        told += f", {words('paragraph', number=claim.paragraph)}"
    elif claim.gone:
        told += f", {words('gone')}"
    if not claim.contested:
        return told
    numbers = words.joined([str(one.number) for one in claim.contested])
    return f"{told} · {words('contested_by', len(claim.contested), numbers=numbers)}"


def checked(article: ArticleView, words: Words) -> str:
    """When and by whom: "checked 3 May 2026 by A, second review by B · signed off 4 May 2026"."""
    names = {part: words.joined(who) for part, who in article.checkers}
    first = names.pop("first", "")
    on = words("checked_by" if first else "checked", day=article.checked_on, who=first)
    others = (words(f"round_{part}", who=who) for part, who in names.items())
    told = ", ".join((on, *others)) if article.checkers else words("not_checked")
    if not article.signed:
        return told
    day, who = article.signed
    return f"{told} · {words('signed_by' if who else 'signed', day=day, who=who)}"


def brief(article: ArticleView, words: Words) -> str:
    """An article in a line of the contents: "example.org · 3 May 2026 · 4 of 5 claims reviewed"."""
    reviewed = words("reviewed_of", article.counts.found, done=article.counts.reviewed)
    return " · ".join(filter(None, (article.site, article.published, reviewed)))


def changed(made: Corrected, words: Words) -> str:
    """What readers are told of a correction, or what was changed where they are told nothing."""
    return made.note or words("verdict_changed" if made.changed else "reason_changed")


def before(made: Corrected, words: Words) -> str:
    """What a correction did to the verdict, in a sentence."""
    if not made.changed:
        return words("verdict_stays")
    look = made.before
    return (
        words("verdict_before", verdict=f"{look.symbol} {look.text}")
        if look
        else words("none_before")
    )
