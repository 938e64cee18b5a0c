"""What speaks against a piece of a web page being its article: the names of the elements around
it, its links, and the words of pleas, bylines and credits.

Here: rules of general use on pages, for one piece each. Not here: rules for any one site, lines of
plain text (``furniture_words``), and the decision (``page_article``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck_gui.documents.page_pieces import Piece

# Names of classes and ids, split at their joints: "nrplus-cta--content" has the word "cta".
JOINT = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[A-Z])|(?<=[a-zA-Z])(?=\d)", re.ASCII)
NAMES = frozenset(
    "ad addthis addtoany ads adv advert advertisement advertising affiliate alsolike authorbio "
    "authorbox bio bookmark breadcrumb breadcrumbs breaking byline captcha carousel colophon "
    "comment commentlist comments consent cookie cookies copyright crumb crumbs cta dateline "
    "disclaimer disclosure disqus donate donation dropdown entrymeta fb flag focus follow "
    "footer gdpr infobar kicker latest login masthead menu meta modal mostread nav navbar "
    "navigation newsletter newsletters noprint outbrain pager pagination paywall permalink "
    "popular popup postmeta prev prevnext print printonly promo promobox promos promosmall "
    "promoted promotion rail readmore readtime recent recirc recirculation recommendation "
    "recommendations recommended register related relatedarticles relatedposts respond "
    "revcontent share shareaholic sharebar sharedaddy shares sharing sidebar signin signup skip "
    "social sponsor sponsored sponsors submenu subscribe subscription survey taboola tagcloud "
    "taglist tags teaser teasers timestamp toolbar tools trending trinity tweetmeme upnext "
    "upsell utility whatsapp widget widgets".split()
)
PICTURES = frozenset(
    "caption captions credit credits embed figcaption gallery image img media photo photos picture "
    "placeholder player slide slider slides slideshow thumb thumbnail video videos".split()
)
BELOW = frozenset(  # what pages call the standfirst
    "deck dek desc description excerpt intro introduction lead lede sapo standfirst strapline "
    "subhead subheader subheadline subheading subhed subtitle summary tagline teaser".split()
)
TAGS = frozenset(("nav", "footer", "form"))

WHOLLY = 0.9  # share of a piece's characters inside links
POINTER = re.compile(
    r"\W{0,3}(?:see (?:also|more)|read (?:more|also|next|:)|also(?: read| see)?:|more:|related\b|"
    r"don[’']t miss|must read|watch(?: now)?:|listen(?: to)?\b|follow\b|subscribe\b|sign up\b|"
    r"click here\b|get (?:the|our|more)\b|join (?:us|our)\b|visit\b|leggi anche|lesen sie|mehr zum "
    r"thema|lire aussi|à lire|lea también|leia (?:também|mais)|lees ook)",
    re.IGNORECASE,
)
POINTED = 0.3  # share of links in a line that begins so
PLEA = re.compile(
    r"(?:follow (?:us|him|her|them|me|@|\w+(?: \w+)? on )|subscribe (?:to|now|today)|sign up "
    r"(?:for|to|now|here)|if you (?:enjoyed|liked|like) this|support (?:us|our|independent)|"
    r"(?:please )?(?:consider )?(?:donate|donating|becoming a)|"
    r"become a (?:member|subscriber|patron)|have a (?:news )?tip|"
    r"want (?:more|to read)|get (?:the latest|our|the day|unlimited|access)|download "
    r"(?:our|the) [\w ]{0,20}app|click here to|join our|"
    r"thank(?:s| you) for (?:reading|subscribing|signing)|"
    r"you (?:can|must) (?:be logged|log in|also follow)|for (?:more|the latest) (?:news|stories|"
    r"information,? (?:visit|see|click|contact))|send us|tell us|let us know|"
    r"leave a (?:comment|reply)|enter your email|we use cookies|"
    r"by (?:signing up|submitting|subscribing|clicking))\b",
    re.IGNORECASE,
)
LONGEST_PLEA = 260
CREDIT = re.compile(
    r"\(?(?:(?:additional )?(?:reporting|writing|editing|compiled) by\b|"
    r"[^.]{2,160}\bcontributed (?:to this|reporting)\b|copyright\b|©|\(c\)|all rights reserved)",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:written |posted |reported |story )?by:?\s+\S+(?:\s\S+){0,9}$", re.IGNORECASE
)
STAMP = re.compile(
    r"\W{0,4}(?:(?:last |first )?(?:published|updated|posted|modified|created|date)"
    r"(?: on| at)?\W{0,4})?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./-]+(?:[a-z]{3,9}|\d{1,2})\.?,?[ ./-]+\d{2,4}|"
    r"[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    r"[\s,|·@–-]{0,4}(?:at )?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?)?"
    r"\W{0,3}(?:[ap]\.?m\.?)?\W{0,3}(?:[a-z]{2,5})?\W{0,4}$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:[\w.+-]+@[\w.-]+\.\w+|@\w+|(?:https?://|www\.|twitter\.com/)\S+)$", re.I)
READING = re.compile(
    r"(?:estimated |tempo de )?(?:read(?:ing)?(?: time)?|leitura|lesezeit):? ?~?\d+ ?min\w*|"
    r"~?\d+[ -]min\w*(?: read)?$",
    re.IGNORECASE,
)


def named_so(names: tuple[str, ...]) -> bool:
    """Whether elements of these names hold page parts: a side bar, buttons, related links."""
    return any(
        name.partition(" ")[0] in TAGS or not NAMES.isdisjoint(_words(name)) for name in names
    )


def pictured(names: tuple[str, ...]) -> bool:
    """Whether elements of these names hold a picture or a film, and what is written to it."""
    return any(not PICTURES.isdisjoint(_words(name)) for name in names)


def is_below_headline(names: tuple[str, ...]) -> bool:
    """Whether the innermost element of these names is what pages call a standfirst."""
    return bool(names) and not BELOW.isdisjoint(_words(names[-1]))


@lru_cache(maxsize=8192)
def words_of(classes: str) -> frozenset[str]:
    """The words of which an element's classes and ids are made, in lower case."""
    return frozenset(one.lower() for one in JOINT.split(classes))


def _words(name: str) -> frozenset[str]:
    return words_of(name.partition(" ")[2])


def linked(piece: Piece) -> float:
    """The share of a piece's characters that lie in links."""
    return piece.links / max(1, len(piece.text))


def speaks_against(piece: Piece) -> bool:
    """Whether the words or links of a piece say that it is not the article's."""
    text = piece.text
    if piece.kind in ("code", "table", "quote"):
        return False
    if len(text) > LONGEST_PLEA:
        return bool(POINTER.match(text)) and linked(piece) > 2 * POINTED
    if piece.kind != "item" and linked(piece) >= WHOLLY:
        return True
    if linked(piece) >= POINTED and POINTER.match(text):
        return True
    patterns = (PLEA, CREDIT, BYLINE, STAMP, ADDRESS, READING)
    return any(pattern.match(text) for pattern in patterns)
