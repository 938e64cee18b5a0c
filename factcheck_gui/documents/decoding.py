"""Bytes to text: which encoding a file is in, and what had to be replaced.

Here: the order in which encodings are tried, and the one place where text becomes storable. Not
here: what the text says, and files. charset-normalizer is imported where it is needed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from factcheck_gui.domain import Problem, storable

BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What files are really written in, the likelier of two equals first. The detector knows a hundred
# more, and finds them in short texts where they are not.
KNOWN = (
    "cp1252", "cp1251", "cp1250", "cp932", "euc_jp", "gb18030", "big5", "cp949", "koi8_r", "koi8_u",
    "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859_2", "iso8859_5",
    "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_4", "iso8859_13", "cp866", "shift_jis",
    "euc_jis_2004", "big5hkscs", "euc_kr", "mac_roman",
)  # fmt: skip
SPOKEN = {
    "cp932": "Shift-JIS",
    "cp949": "Korean (CP949)",
    "cp874": "Thai (CP874)",
    "mac_roman": "Mac Roman",
}
FEW_BEYOND = 0.02  # share of bytes beyond ASCII up to which a text is taken for English
HIGH_CONTROLS = re.compile(rb"[\x80-\x9f]")
CONTROLS = bytes(sorted({*range(32), 127} - set(b"\t\n\r\f\b\x1b")))
FEW = 2  # stray control characters that any text may have
SAMPLE = 20_000  # characters looked at to judge a decoded text

UNKNOWN = (
    "The characters of this file are in an encoding that could not be recognised. "
    "Save it as UTF-8 text and try again."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as the library stores it, the codec's name, and what a person should know."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of ``data``: by its byte order mark, as UTF-8, or as the likeliest encoding.

    Raises Problem where nothing fits. The text is ``domain.storable`` and starts with no mark.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _wide(data[len(mark) :], encoding)
    encoding = _unmarked_utf16(data)
    if encoding:
        return _wide(data, encoding)
    return _escaped_japanese(data) or _utf8(data) or _other(data)


def looks_binary(data: bytes) -> bool:
    """Whether bytes hold too many control characters for a text in an 8-bit encoding."""
    if data.startswith(tuple(mark for mark, _ in BOMS)) or _unmarked_utf16(data):
        return False
    controls = len(data) - len(data.translate(None, CONTROLS))
    return controls > max(FEW, len(data) // 50)


def _finished(text: str, encoding: str, notes: tuple[str, ...] = ()) -> Decoded:
    """The one place where text becomes storable; says how much it had to replace."""
    text = text.lstrip("\ufeff")
    before = text.count("\ufffd")
    stored = storable(text).lstrip("\ufeff")
    lost = stored.count("\ufffd") - before
    if lost:
        notes = (*notes, f"{_count(lost, 'character')} that no text can hold became “\ufffd”.")
    return Decoded(stored, codecs.lookup(encoding).name, notes)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


# ---------------------------------------------------------------- Unicode


def _wide(data: bytes, encoding: str) -> Decoded:
    """Marked text. A lone surrogate or a cut last character is replaced, not refused."""
    try:
        decoded = _finished(data.decode(encoding, "surrogatepass"), encoding)
    except UnicodeDecodeError:
        decoded = _replaced(data, encoding)
    if decoded.text and not _plausible(decoded.text):
        raise Problem(UNKNOWN)
    return decoded


def _replaced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    note = f"{_count(max(lost, 1), 'place')} could not be read and became “\ufffd”."
    return _finished(text, encoding, (note,))


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark, as some Windows programs write it: every other byte is zero."""
    if len(data) < 4:
        return ""
    half = len(data) / 2
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < 0.4 or min(even, odd) > 0.02:
        return ""
    return encoding if _plausible(data[: SAMPLE * 2].decode(encoding, "replace")) else ""


def _escaped_japanese(data: bytes) -> Decoded | None:
    """ISO-2022-JP: seven bits, so it would pass for ASCII, with escapes before each run."""
    if b"\x1b$" not in data:
        return None
    try:
        return _finished(data.decode("iso2022_jp"), "iso2022_jp")
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also with surrogates as Java and old databases write them, or with a few faults.

    A file is UTF-8 with faults where well-formed sequences outnumber faults three to one:
    accented text in an 8-bit encoding forms such sequences only by rare accident.
    """
    try:
        return _finished(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        pairs = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        return _finished(pairs.decode("utf-16-le", "surrogatepass"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    kept = text.replace("\ufffd", "")
    good = sum(1 for one in kept if one > "\x7f")
    bad = len(data) - len(kept.encode("utf-8")) - 3 * data.count(b"\xef\xbf\xbd")
    if good < 3 * bad:
        return None
    note = f"{_count(bad, 'byte')} of this UTF-8 text could not be read and became “\ufffd”."
    return _finished(text, "utf-8", (note,))


# ---------------------------------------------------------------- everything else


def _other(data: bytes) -> Decoded:
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text):
            note = f"Read as {_spoken(encoding)}, the likeliest encoding; check the odd letters."
            return _finished(text, encoding, (note,))
    raise Problem(UNKNOWN)


def _spoken(encoding: str) -> str:
    name = SPOKEN.get(encoding, codecs.lookup(encoding).name.upper().replace("_", "-"))
    return name.replace("CP125", "Windows-125").replace("ISO8859", "ISO 8859")


def _candidates(data: bytes) -> list[str]:
    """Encodings to try, best first, by what the detector says of mess and of language.

    Ahead of it: the old Macintosh where line ends are its own, and Western European where so few
    characters are at stake that the detector guesses. Western European is also the last resort.
    """
    from charset_normalizer import from_bytes

    scores: dict[str, float] = {}
    for one in from_bytes(data, cp_isolation=list(KNOWN)):
        for name in (one.encoding, *one.could_be_from_charset):  # those that give the same text
            scores[name] = one.coherence - 2 * one.chaos
    if "iso8859_2" in scores and not HIGH_CONTROLS.search(data[:SAMPLE]):
        scores.pop("cp1250", None)  # in which Czech and Polish have letters in that row
    ranked = sorted((one for one in KNOWN if one in scores), key=lambda one: -scores[one])
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    first = ["cp1252"] if beyond < FEW_BEYOND * len(data) else []
    if b"\r" in data and b"\n" not in data:
        first.insert(0, "mac_roman")
    return [*first, *ranked, "cp1252"]


def _plausible(text: str) -> bool:
    """Whether decoded text is made of characters that texts have.

    Counts C1 controls, bare accents, unassigned and private characters among those beyond ASCII,
    and controls among all, in the first characters. A wrong encoding shows up there.
    """
    sample = text[:SAMPLE]
    beyond = [one for one in sample if one > "\x7f" and one != "\ufffd"]
    strange = sum(1 for one in beyond if unicodedata.category(one) in ("Cc", "Cn", "Co", "Sk"))
    controls = sum(1 for one in sample if one < " " and one not in "\t\n\r\f\b\x1b")
    return strange <= len(beyond) // 50 and controls <= max(FEW, len(sample) // 50)
