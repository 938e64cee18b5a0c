"""Encodings: what a file is written in is found, and text comes out storable."""

from __future__ import annotations

import pytest

from factcheck_gui.documents.decoding import decode, looks_binary
from factcheck_gui.domain import Problem

FRENCH = (
    "Le ministre des Finances a déclaré jeudi que le déficit public s’élevait à 4,7 % du produit "
    "intérieur brut, soit « le niveau le plus bas depuis dix ans ». L’opposition conteste ces "
    "chiffres et réclame une enquête indépendante sur les dépenses engagées l’été dernier."
)
ENGLISH = (
    "The minister said on Thursday that the deficit had fallen to 4.7% – the lowest level for ten "
    "years. “We’re on the right track,” he said. Members of other parties dispute these figures."
)
POLISH = (
    "Minister finansów powiedział w czwartek, że deficyt budżetowy spadł do 4,7 procent, "
    "najniższego poziomu od dziesięciu lat. Opozycja podważa te liczby i żąda niezależnego "
    "śledztwa w sprawie wydatków poniesionych zeszłego lata, które były dużo wyższe."
)
RUSSIAN = (
    "Министр финансов заявил в четверг, что дефицит бюджета снизился до самого низкого уровня за "
    "последние десять лет. Оппозиция оспаривает эти цифры и требует расследования."
)
GREEK = (
    "Ο υπουργός Οικονομικών δήλωσε την Πέμπτη ότι το έλλειμμα μειώθηκε στο χαμηλότερο επίπεδο της "
    "τελευταίας δεκαετίας. Η αντιπολίτευση αμφισβητεί αυτά τα στοιχεία."
)
TURKISH = (
    "Maliye Bakanı perşembe günü bütçe açığının son on yılın en düşük seviyesine gerilediğini "
    "açıkladı. Muhalefet bu rakamlara itiraz ediyor ve geçen yazki harcamaların bağımsız olarak "
    "soruşturulmasını istiyor."
)
JAPANESE = (
    "財務大臣は木曜日、財政赤字が過去十年で最も低い水準に下がったと発表した。"
    "野党はこの数字に異議を唱え、昨年夏の支出について独立した調査を求めている。"
)
CHINESE = (
    "财政部长星期四表示，财政赤字已降至十年来的最低水平。"
    "反对派对这些数字提出质疑，并要求对去年夏天的支出进行独立调查。"
)
KOREAN = (
    "재무장관은 목요일 재정 적자가 십 년 만에 가장 낮은 수준으로 떨어졌다고 밝혔다. "
    "야당은 이 수치에 이의를 제기하며 독립적인 조사를 요구했다."
)
HEBREW = "שר האוצר הודיע ביום חמישי כי הגירעון ירד לרמה הנמוכה ביותר בעשור האחרון."
ARABIC = "أعلن وزير المالية يوم الخميس أن عجز الميزانية انخفض إلى أدنى مستوى له منذ عشر سنوات."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "iso8859_5"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (TURKISH, "cp1254"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc_kr"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
    ],
)
def test_legacy_encodings_are_recognised(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, RUSSIAN, JAPANESE, HEBREW, "🙂 e\u0301 plain"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-16-le"]
)
def test_unicode_with_its_mark_is_read_as_it_is(text: str, encoding: str) -> None:
    mark = "\ufeff" if encoding[-3:] in ("-be", "-le") else ""
    decoded = decode((mark + text).encode(encoding))
    assert (decoded.text, decoded.notes) == (text, ())


def test_utf16_without_a_mark_is_recognised_in_latin_letters() -> None:
    assert decode(ENGLISH.encode("utf-16-le")).text == ENGLISH
    assert decode(FRENCH.encode("utf-16-be")).text == FRENCH
    assert not looks_binary(ENGLISH.encode("utf-16-le"))


def test_several_marks_at_the_start_all_go() -> None:
    assert decode("\ufeff\ufeff\ufeffHello \ufeff there".encode()).text == "Hello \ufeff there"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one(end: str) -> None:
    assert decode(f"One{end}{end}two{end}".encode()).text == "One\n\ntwo\n"


def test_old_macintosh_text_is_known_by_its_line_ends() -> None:
    decoded = decode("He said “yes”\rand – no\r".encode("mac_roman"))
    assert decoded.text == "He said “yes”\nand – no\n"


def test_a_single_typographic_apostrophe_is_western_european() -> None:
    decoded = decode(b"It\x92s here, the minister said.")
    assert decoded.text == "It’s here, the minister said."
    assert "Windows-1252" in decoded.notes[0]


def test_a_few_bad_bytes_do_not_make_utf8_another_encoding() -> None:
    data = FRENCH.encode() + b" \xff and \xc3" + FRENCH.encode()
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text == f"{FRENCH} \ufffd and \ufffd{FRENCH}"
    assert decoded.notes == ("2 bytes of this UTF-8 text could not be read and became “\ufffd”.",)


def test_a_replacement_character_in_the_file_itself_is_not_counted() -> None:
    assert decode("was \ufffd before".encode()).notes == ()
    assert "1 byte of" in decode("ä ö ü \ufffd é".encode() + b"\xff").notes[0]


def test_surrogates_in_utf8_are_joined_or_replaced_one_for_one() -> None:
    joined = "🙂".encode("utf-16-le").decode("utf-16-le")
    pair = "\ud83d\ude42".encode("utf-8", "surrogatepass")
    assert decode(b"a" + pair + b"b").text == f"a{joined}b"
    lone = decode(b"a" + "\ud83d".encode("utf-8", "surrogatepass") + b"b")
    assert lone.text == "a\ufffdb"
    assert "1 character" in lone.notes[0]


def test_lone_surrogates_and_a_cut_end_in_utf16_are_replaced() -> None:
    data = b"\xff\xfe" + "a\ud800b".encode("utf-16-le", "surrogatepass")
    assert decode(data).text == "a\ufffdb"
    assert decode(b"\xff\xfe" + "Hello".encode("utf-16-le") + b"x").text == "Hello\ufffd"


def test_nul_becomes_a_replacement_one_for_one() -> None:
    decoded = decode(b"abc\x00def")
    assert decoded.text == "abc\ufffddef"
    assert decoded.notes


def test_nonsense_is_refused_as_an_unknown_encoding() -> None:
    with pytest.raises(Problem, match="encoding"):
        decode(bytes(range(0x80, 0xA0)) * 20)


def test_control_characters_make_bytes_binary() -> None:
    assert looks_binary(bytes(range(256)) * 4)
    assert looks_binary(b"\x00" * 10)
    assert not looks_binary(b"one\x00nul in a text")
    assert not looks_binary(b"Tabs\tand\fform feeds\r\n" * 9)
