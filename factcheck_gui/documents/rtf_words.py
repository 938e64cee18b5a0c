"""The control words of RTF that stand for characters, places of text, and encodings.

Here: tables only. Not here: what a reader does with them (``rtf``).
"""

from __future__ import annotations

CHARACTERS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c", "lbr": "\n", "softline": "\n",
    "nestcell": " ", "column": " ", "page": " ",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}"}

# Groups whose words are no part of the text, and those that are a text of their own.
SILENT = frozenset(
    "colortbl pict object objdata themedata colorschememapping datastore latentstyles listtable "
    "listoverridetable listpicture rsidtbl generator xmlnstbl fldinst atnid atnauthor atndate "
    "atnref atnparent atntime annotation bkmkstart bkmkend sp shprslt nonshppict shppict revtbl "
    "pgptbl filetbl fontemb ftnsep ftnsepc aftnsep aftnsepc template doccomm operator category "
    "keywords subject company manager hlinkbase comment xe tc txe rxe ud mmathPr userprops "
    "docvar private pnseclvl do background fchars lchars upr panose falt".split()
)
STARRED = frozenset("shpinst footnote shptxt".split())  # read although they are marked "\*"
EDGES = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())
INFO = frozenset(("title", "author", "creatim", "revtim"))

CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
PAGES = {10000: "mac_roman", 65001: "utf-8", 936: "gb18030", 950: "big5", 932: "cp932"}
