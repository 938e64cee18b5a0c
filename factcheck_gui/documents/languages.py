"""Which language a text is in: what its file says, checked against the text itself.

Here: recognising, and what is said of it. Not here: what a file states (its reader's work), and the
claim finder. py3langid (BSD, 140 languages) is imported where it is used: its model takes half a
second to load.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from factcheck_gui.domain import Document

SAMPLE = 6_000  # characters looked at; more changes nothing
FEWEST = 60  # letters, below which a guess is worth nothing
SURE, SURER = 0.9, 0.99  # to say what nobody said; to say other than the file does
# Words of English that its neighbours lack. A text full of them needs no model to be told.
ENGLISH = re.compile(
    r"\b(?:the|of|and|to|that|with|from|this|which|have|has|been|were|their|would|said)\b",
    re.IGNORECASE,
)
PLAINLY = 0.15  # share of such words; a text that is not English stays below 0.05
WORDS = re.compile(r"\w+")
CASED = re.compile(r"[^\W\d_]")

# Languages so near to each other that a file's word stands against the guess.
NEAR = ({"no", "nb", "nn", "da"}, {"hr", "sr", "bs", "sh"}, {"id", "ms"}, {"cs", "sk"},
        {"gl", "pt"}, {"gl", "es"}, {"zh", "yue", "wuu"}, {"ar", "ary", "arz"}, {"en", "pcm"},
        {"fa", "ps"}, {"tl", "fil"}, {"he", "iw"})  # fmt: skip

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati",
    "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean",
    "ku": "Kurdish", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "my": "Burmese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian (Nynorsk)",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "yi": "Yiddish",
    "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


def tell(document: Document) -> Document:
    """The document with its language, where that comes from, and what a person should know.

    The file's own word stands unless the text clearly reads otherwise (pages are made from
    templates in other languages): then the text decides, and a note says so.
    """
    stated = document.language
    found, sure = recognise(document.text)
    notes = list(document.notes)
    origins = document.origins
    language = stated
    if found and sure >= (SURER if stated else SURE) and not _same(stated, found):
        if stated:
            notes.append(f"The file says that it is in {name(stated)}, its text is {name(found)}.")
        language = found
        others = (one for one in origins if one[0] != "language")
        origins = (*others, ("language", "recognised from the text"))
    if language and base(language) != "en":
        notes.append(f"The claim finder reads English; this text is in {name(language)}.")
    return replace(document, language=language, notes=tuple(notes), origins=origins)


def recognise(text: str) -> tuple[str, float]:
    """The likeliest language of a text and the probability that it is that or one near to it.

    ("", 0.0) for too few words.
    """
    sample = text[:SAMPLE]
    if len(CASED.findall(sample)) < FEWEST:
        return "", 0.0
    if len(ENGLISH.findall(sample)) > PLAINLY * len(WORDS.findall(sample)):
        return "en", 1.0
    try:
        ranked = _recogniser().rank(sample)[:6]
    except OSError:  # no room for its model on the disk: a guess is not worth a refusal
        return "", 0.0
    code = str(ranked[0][0])
    sure = sum(float(share) for other, share in ranked if _same(str(other), code))
    return ("", 0.0) if code == "zxx" else (code, sure)


def name(language: str) -> str:
    """A language as a person calls it, "German"; its code where it has no name here."""
    return NAMES.get(base(language), f"the language “{language}”")


def base(language: str) -> str:
    """The language without region and script: "en" of "en-GB"."""
    return language.partition("-")[0].lower()


def _same(stated: str, found: str) -> bool:
    one = base(stated)
    return one == found or any({one, found} <= group for group in NEAR)


@cache
def _recogniser() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
