"""The words by which furniture is known: patterns a whole line must match.

Here: words only, in three lists by how sure they are. Not here: where in a text a line must stand
to be taken out (``furniture``). Only lines of at most 220 characters are matched, so that no line
costs more than some microseconds.
"""

from __future__ import annotations

import re
from enum import IntEnum

LONGEST = 220  # characters of a furniture line; anything longer is the article's


class Grade(IntEnum):
    """How surely a line is furniture. HEAD opens a list of other articles, and is one too."""

    NONE = 0
    EDGE = 1  # only before the first or after the last paragraph of the article
    SURE = 2  # anywhere, standing alone
    HEAD = 3


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


_NETWORK = (
    r"(?:facebook|twitter|x|linked ?in|whats ?app|pinterest|reddit|telegram|instagram|e-?mail|"
    r"threads|bluesky|mastodon|messenger|flipboard|youtube|tiktok|rss)"
)
_THING = r"(?:article|story|post|page|link|video|news)"
_LETTER = (
    r"(?:newsletters?|e-?mails|e-?mail (?:updates|alerts|list)|updates|alerts|briefing|"
    r"mailing list|podcast|digest)"
)
_AGENCY = (
    r"(?:AP|AFP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|PA(?: Wire)?|Shutterstock|Alamy|"
    r"Bloomberg|Xinhua|TASS|Anadolu)"
)
_AFTER = r"(?: (?:this|the))?(?: (?:advertise?ment|ad|promotion|video))?"
_PICTURE = r"(?:photo|photograph|picture|image|illustration)s?"
_FEW = r"\S+(?: \S+){0,6}"
_SECTION = (
    r"(?:home|news|politics|world|business|sports?|opinion|culture|tech|technology|science|health|"
    r"video)"
)

_BAR = rf"(?>share|tweet|pin|save|print|post|like|copy link|comments?|{_NETWORK})"
_PLEA = r"(?:subscri|sign(?:ing)? up|donat|support|newsletter|contribut|member)"
_WRITER = r"(?:reporter|writer|editor|correspondent|columnist|journalist|contributor)"
_LEGAL = (
    r"(?>(?:terms|privacy|cookies?|accessibility|contact|about|imprint|legal|careers|help|faq)"
    r"(?: (?:of use|of service|and conditions|& conditions|policy|notice|statement|us|settings))?)"
)
_NAME = r"(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]*){1,3}"

HEADS = _any(
    r"you (?:might|may) (?:also )?(?:like|be interested in|enjoy)(?: these)?",
    r"(?:more )?related (?:articles?|stories|posts?|content|news|topics|reading|links|coverage)",
    r"recommended(?: for you| stories| articles| reading| videos)?",
    r"more (?:stories|articles|news)|more (?:from|on|in|about) [^.!?]{2,60}",
    r"(?:most|more) (?:read|popular|viewed|shared|commented)"
    r"(?: (?:stories|articles|now|in [^.!?]{1,40}))?",
    r"trending(?: now| stories| topics| articles)?|popular (?:now|stories|posts|articles)",
    r"(?:from )?around the web|from the web|(?:promoted|sponsored|paid) (?:content|stories|links)",
    r"(?:what to )?(?:read|watch) next|up next|editor[’']?s['’]? (?:picks?|choice)|don[’']t miss",
    r"(?:latest|top|other|recent) (?:news|stories|posts|articles|headlines)",
    r"also (?:read|on) [^.!?]{2,60}|see also|read (?:more|also)",
)

SURE = _any(
    r"learn more about revenuestripe\W*",
    r"\W{0,9}(?:advertisements?|sponsored|advertorial|ad feedback)\W{0,9}",
    rf"\W{{0,9}}(?:(?:story|article|content|post) )?continue[sd] (?:below|after){_AFTER}\W{{0,9}}",
    r"skip (?:past|to|ad|advert|navigation|main)\b[^.!?]{0,60}",
    rf"share (?:this|the)(?: {_THING})?(?: (?:on|via|with|by) [^.!?]{{1,40}})?[:!]?",
    rf"(?:share|tweet|pin|post)(?: it| this(?: {_THING})?)? (?:on|to|via|by|with) {_NETWORK}",
    r"(?:click to )?(?:share|e-?mail|print) (?:on|this|a link)\b[^.!?()]{0,50}"
    r"\(opens in new window\)",
    r"opens in (?:a )?new (?:window|tab)",
    r"(?:read|see|watch|listen) (?:more|also|next): \S.{2,140}|read more(?:…|\.\.\.|»|>)",
    r"(?:please )?(?:sign up|subscribe|register)\b.{0,60}\b(?:our|the|this|free|daily|weekly)\b"
    rf".{{0,60}}\b{_LETTER}\b.{{0,80}}",
    rf"get (?:our|the|this) [^.!?]{{0,50}}\b{_LETTER}\b.{{0,80}}",
    r"(?:enter|type) your e-?mail(?: address)?\b.{0,80}",
    rf"{_PICTURE}(?: credit| source| courtesy)?(?: by| of)?(?: ?©|:) ?{_FEW}",
    rf"image (?:source|credit),? {_FEW}",
    rf"[(\[](?:file )?{_PICTURE}(?: credit)?(?: by|:| courtesy of) [^()\[\]]{{2,90}}[)\]]",
    rf"[^.!?:,]{{0,40}}(?:/|via ){_AGENCY}|{_AGENCY} ?/ ?[^.!?:,]{{2,40}}",
    r"getty images|ap photo ?/ ?[^.!?]{2,50}",
    r"(?:copyright )?(?:©|\(c\) ?\d{4})[^!?]{0,160}|copyright \d{4}\b[^!?]{0,140}",
    r"all rights reserved\b[^!?]{0,100}",
    r"this (?:site|page|form) is protected by recaptcha\b.{0,150}",
    r"(?:accept|reject|allow|manage) (?:all |my )?(?:cookies|cookie (?:settings|preferences))",
    r"(?=.{0,80}(?:share|tweet|print|pin|save|post|copy link))"
    rf"(?>{_BAR}[ |·•,/&+:]*(?:(?:on|via|this|and) )?){{2,}}",
    r"(?:please )?(?:click|tap) here (?:to|for) [^.!?]{2,80}\W*|sign up here\W*",
    r"continue reading(?: the main story| below)?\W*|read more\W*",
    r"print this (?:page|article|story)",
    r"(?:related|also read|read also): [^.!?]{2,140}[.!?]?",
    r"(?:watch|play)(?: the)? video(?: above| below)?\W*|listen to this (?:article|story)\b.{0,30}",
    r"listen\W+\d{1,2}:\d\d",
    rf"image copyright,? {_FEW}|{_PICTURE} by [^.!?:,]{{2,40}}(?:(?:/| on | via )[^.!?]{{2,30}})?",
    rf"[(\[]{_AGENCY}(?: photo| file)?[ /,:—-][^()\[\]]{{2,60}}[)\]]",
    rf"(?:credit|screenshot)(?: by|:| via| courtesy of) {_FEW}",
    r"if you (?:enjoy|like|liked|value|appreciate|love)(?:ed|d)? (?:this|our|what|reading) "
    rf".{{2,80}}{_PLEA}.{{0,100}}",
    r"like (?:this|our|what you) .{2,40}\?.{0,100}|like us on .{2,60}",
    rf"(?:get|don[’']t miss|want|never miss) .{{2,80}}(?:inbox|{_PLEA}).{{0,60}}",
    rf"join (?:us|our) .{{0,30}}(?:{_NETWORK}|channel|newsletter|community|group)\b.{{0,40}}",
    r"your e-?mail address will not be published\b.{0,80}",
    r"subscribe (?:now |today )?to (?:continue|keep|read|unlock)\b.{0,60}",
    r"this (?:article|content|story) is .{0,30}\bsubscribers?\b.{0,40}",
    r"already (?:an? |have an? )?(?:subscriber|member|subscribed|account|registered)\W.{0,60}",
    r"(?:create|register for) (?:a free|an) account\b.{0,60}",
)

EDGES = _any(
    rf"{_NETWORK}(?:(?: ?[|·•,/] ?| ){_NETWORK})*",
    r"share|tweet|print|e-?mail|save|copy(?: link)?|bookmark|like|follow(?: us)?|gift(?: article)?",
    r"(?:main )?menu|home|search|navigation|sections|close|loading\W*|more|back|top|next|previous",
    r"(?:next|previous|older|newer) (?:article|post|story|page)s?[^.!?]{0,80}",
    r"back to (?:top|home)\b[^.!?]{0,30}",
    r"(?:\d{1,5} |no |view |show |load |leave a |post a |add a |join the )?"
    r"(?:comments?|conversation|reply)(?: \(?\d{1,5}\)?)?",
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|related|related topics): .{1,140}",
    rf"follow (?:us |@\w+ |(?:the )?[^.!?]{{2,30}} )?on {_NETWORK}[^.!?]{{0,60}}|follow @\w+",
    r"(?:log|sign) ?(?:in|out|up)|register|my account|subscribe(?: now| today)?|donate(?: now)?",
    r"(?:about|contact)(?: us)?|advertise(?: with us)?|careers|help|faqs?|site ?map|newsletters?",
    r"(?:privacy|cookie|terms|accessibility|editorial|corrections)(?:(?: &| and| of|,)? "
    r"(?:privacy|policy|notice|statement|settings|use|service|conditions|cookies|terms)){0,4}",
    r"do not sell (?:or share )?my (?:personal )?(?:info|information|data)|ad ?choices",
    r"(?:we|this (?:site|website|page)) uses? cookies\b.{0,190}",
    r"by (?:continuing|using this site|clicking)\b.{0,150}\b(?:agree|consent|accept)\b.{0,150}",
    r"download (?:our|the) .{0,30}\bapp\b[^.!?]{0,60}",
    r"(?:view|read) (?:the )?original\b[^.!?]{0,60}",
    r"(?:read|see|watch|listen): [^.!?]{2,140}",
    r"\d{1,3} ?(?:min(?:ute)?s?) read|(?:estimated )?reading time:? .{1,20}",
    r"(?:our standards: )?the thomson reuters trust principles\.?",
    r"read (?:more|on|the full story)\W{0,9}",
    r"support (?:our|independent|quality) journalism\b.{0,120}|powered by [^.!?]{1,30}",
    r"about the (?:author|writer|reporter)s?(?:: .{2,200})?",
    rf"{_NAME} is an? (?:[\w-]+ ){{0,3}}{_WRITER},? (?:for|at|with|covering|based in|who covers) "
    r"[^.!?]{2,120}\.?(?: (?:follow|reach|contact|e-?mail|he|she|they)\b.{2,100})?",
    r"e-?mail: \S+@\S+|(?:have|got) an? .{0,20}(?:tip|story|question)\b.{0,20}\?.{0,120}",
    r"(?:contact|reach|e-?mail) [^.!?]{2,40} (?:at|on|via) \S+@\S+.{0,40}",
    rf"\(?(?:additional )?(?:reporting|writing|editing) by {_NAME}[^!?]{{0,150}}\)?",
    r"this (?:article|story|post|piece|report) (?:was )?(?:originally |first |also )?"
    r"(?:appeared|published|posted)(?: originally)? (?:on|in|by|at) .{2,80}",
    r"(?:originally published|republished) (?:on|in|by|at|from|with) .{2,100}",
    r"(?:re)?published under .{2,60}(?:licen[cs]e|commons)\b.{0,40}",
    rf"(?:please |help )(?:us |help )?(?:keep|support|consider|become)\b.{{2,100}}{_PLEA}.{{0,99}}",
    r"support (?:the|our|[^.!?]{2,30}[’']s) (?:work|journalism|reporting|newsroom)\b.{0,120}",
    r"[^.!?]{2,60} is (?:funded|supported) by (?:readers|people|viewers|listeners|our)\b.{0,160}",
    r"comments? (?:are|is) (?:closed|off|disabled)\W*|view (?:all )?\d{1,5} comments?",
    r"(?:report|suggest) (?:an?|this) (?:correction|error|typo|problem)\b.{0,40}",
    r"send (?:us )?feedback",
    r"toggle (?:navigation|menu)|search for:?|topics|get the app|recaptcha|manage preferences",
    r"(?:(?:sponsored|powered|promoted)? ?(?:links|content)? ?(?:by|from) )?(?:taboola|outbrain)",
    rf"(?>{_LEGAL}[ |·•,/]*){{2,}}",
    rf"{_SECTION}(?: ?[|·•>»/] ?[\w& ]{{2,25}}){{2,12}}",
)

# How every line that SURE takes begins, but for names of agencies: quick, for lines are many.
HINT = re.compile(
    r"(?:\d{1,2}[.)])?\W*(?:learn|ad|sponsor|story|article|content|post|continue|skip|share|tweet|"
    r"pin|click|e-?mail|print|opens|read|see|watch|listen|please|sign|subscribe|register|get|enter|"
    r"if |like|don[’']t|want|join|your|already|create|play|credit|screenshot|save|related|also|"
    r"never|facebook|twitter|whats|linked|comment|copy|tap|"
    r"type|photo|picture|image|illustration|file|c\)|copyright|all rights|this|accept|reject|allow|"
    r"manage)|\W*©",
    re.IGNORECASE,
)
MARKER = re.compile(r"(?:[-*+•‣▪◦>]|#{1,6}|\d{1,2}[.)])\s+")


def grade(line: str) -> Grade:
    """How surely one line, standing alone, is furniture."""
    words = _words(line)
    if not words:
        return Grade.NONE
    sure = SURE.fullmatch(words) is not None
    if words[0].islower():  # labels of a page begin with a capital; what goes on does not
        return Grade.SURE if sure else Grade.NONE
    if HEADS.fullmatch(words.rstrip(" :…")):
        return Grade.HEAD
    if sure:
        return Grade.SURE
    return Grade.EDGE if EDGES.fullmatch(words) else Grade.NONE


def is_sure(line: str) -> bool:
    """Whether one line is furniture wherever it stands; the quick answer for most lines is no."""
    if HINT.match(line) is None and "/" not in line and " via " not in line:
        return False
    return SURE.fullmatch(_words(line)) is not None


def _words(line: str) -> str:
    """A line without list marker and spare space; "" where it is too long to be furniture."""
    if len(line) > LONGEST:
        return ""
    return " ".join(MARKER.sub("", line.strip(), count=1).split())
