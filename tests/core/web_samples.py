"""Web pages and archives for the tests, built by the formats' own rules; every word is ours."""

from __future__ import annotations

import gzip
import io
import json
import plistlib
import zipfile

LEAD = (
    "The harbour council voted on Tuesday to close the old ferry pier, saying that repairs would "
    "cost more than 4 million euros over the next ten years."
)
SECOND = (
    "“We cannot ask the town to pay twice for the same planks,” said Ines Varga, who chairs the "
    "council, after a debate that lasted nearly five hours."
)
THIRD = (
    "About 300 people use the pier on a summer day, according to a count that the port office made "
    "in July, and most of them live on the two islands across the sound."
)
LAST = (
    "The boats will leave from the new quay beside the fish market from October on, and the fare "
    "will stay the same until the end of next year."
)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/town'>Town</a></li></ul></nav>"
RELATED = (
    "<aside class='related'><h3>More from the harbour</h3><ul><li><a href='/a'>Crane falls silent"
    "</a></li><li><a href='/b'>A quay for the fish market</a></li></ul></aside>"
)
STATED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Council closes the old pier",
    "author": [{"@type": "Person", "name": "Maren Holt"}, {"@type": "Person", "name": "Li Wen"}],
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "datePublished": "2024-05-14T18:30:00+02:00",
    "dateModified": "2024-05-15T08:00:00Z",
    "inLanguage": "en-GB",
}
HEAD = (
    "<meta charset='utf-8'><title>Council closes the old pier | The Harbour Post</title>"
    "<link rel='canonical' href='https://harbour.example/town/pier'>"
    f"<script type='application/ld+json'>{json.dumps(STATED)}</script>"
)
BODY = (
    f"<h1>Council closes the old pier</h1><p class='byline'>By Maren Holt and Li Wen</p>"
    f"<p>{LEAD}</p><p>{SECOND}</p><h2>Who uses it</h2><p>{THIRD}</p><p>{LAST}</p>"
)


def page(body: str = BODY, head: str = HEAD, *, lang: str = "en") -> str:
    """A page with a menu before the article and related links behind it."""
    return (
        f"<!DOCTYPE html>\n<html lang='{lang}'><head>{head}</head><body>{MENU}"
        f"<main><article>{body}</article>{RELATED}</main>"
        "<footer><p>© 2024 The Harbour Post. All rights reserved.</p></footer></body></html>"
    )


def other_page(number: int) -> str:
    """A short article of its own for each number."""
    text = "".join(
        f"<p>Report {number}, part {n}: the harbour office counted {number * 10 + n} boats on that "
        "day, and wrote down the name of each of them in the long book by the door.</p>"
        for n in range(1, 5)
    )
    return page(f"<h1>Boats counted, report {number}</h1>{text}", "<title>Boats</title>")


def mhtml(source: str, frames: tuple[str, ...] = ()) -> bytes:
    """What Chromium writes: a root page and its frames, in quoted-printable."""
    import quopri

    lines = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://harbour.example/town/pier",
        "Subject: Council closes the old pier",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----edge----"',
        "",
    ]
    for n, one in enumerate((source, *frames)):
        lines += [
            "",
            "------edge----",
            "Content-Type: text/html",
            f"Content-ID: <frame-{n}@mhtml.blink>",
            "Content-Transfer-Encoding: quoted-printable",
            f"Content-Location: https://harbour.example/{n}",
            "",
            quopri.encodestring(one.encode()).decode("ascii"),
        ]
    lines += ["------edge----", "Content-Type: image/png", "", "no picture", "", "------edge------"]
    return "\r\n".join(lines).encode("ascii")


def webarchive(source: str, frames: tuple[str, ...] = (), *, binary: bool = True) -> bytes:
    """What Safari writes: a property list with the page and its frames."""

    def resource(text: str, n: int) -> dict[str, object]:
        return {
            "WebResourceData": text.encode(),
            "WebResourceURL": f"https://harbour.example/{n}",
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8",
        }

    tree = {
        "WebMainResource": resource(source, 0),
        "WebSubframeArchives": [
            {"WebMainResource": resource(one, n)} for n, one in enumerate(frames, 1)
        ],
    }
    kind = plistlib.FMT_BINARY if binary else plistlib.FMT_XML
    return plistlib.dumps(tree, fmt=kind)


def warc(pages: dict[str, str], *, packed: bool = False, status: str = "200 OK") -> bytes:
    """A WARC file with one answer for each address, each its own gzip member where packed."""
    records = [_record("warcinfo", "", b"software: tests\r\n", "application/warc-fields")]
    for address, source in pages.items():
        body = source.encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode()
        records.append(
            _record("response", address, head + body, "application/http;msgtype=response")
        )
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in records)


def _record(kind: str, address: str, block: bytes, media_type: str) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\n{target}"
        f"WARC-Date: 2024-05-16T10:00:00Z\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def wacz(pages: dict[str, str], listed: tuple[str, ...]) -> bytes:
    """A WACZ file: a WARC file and the list of its pages in a ZIP archive."""
    rows = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": one} for one in listed)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package"}))
        archive.writestr("archive/data.warc.gz", warc(pages, packed=True))
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, rows)))
    return out.getvalue()


def rich_page() -> str:
    """A page with something of everything that the reader of pages looks at."""
    head = (
        HEAD + "<meta property='og:title' content='Council closes &amp; opens'>"
        "<meta name='author' content='By Maren Holt'><meta name='date' content='14 May 2024'>"
        "<meta property='og:locale' content='en_GB'><base href='https://harbour.example/'>"
        "<!-- Page saved with SingleFile \n url: https://harbour.example/x \n -->"
        "<style>p{background:url(data:image/png;base64," + "A" * 200 + ")}</style>"
    )
    body = BODY + (
        "<time datetime='2024-05-14T10:00' pubdate>14 May</time><a rel='author' href='/m'>Maren</a>"
        "<ol start='3' reversed><li value='7'>Planks<ul><li>from the north</ul><li>Piles</ol>"
        "<dl><dt>Quay</dt><dd>Where boats lie.</dd></dl><blockquote cite='x'><p>It was cold.</p>"
        f"<p>Very.</p></blockquote><aside class='pullQuote'>{THIRD[:60]}</aside>"
        "<figure><img src='a.png' alt='a'><figcaption>The pier in May. Photo: A. B.</figcaption>"
        "</figure><table><caption>Boats</caption><tr><th>Month<th>Boats<tr><td>May<td>12</table>"
        "<pre><code>one\n  two</code></pre><p>Line<br>break<br><br>and &nbsp;space &#x2014; "
        "<b>bold</b><i>italic</i>&shy;soft</p><div hidden>unseen</div><noscript><p>No script"
        "</noscript><form><select><option>x</select><button>Send</button></form>"
        "<div class='comments'><p>First! I like piers.</p></div><svg><text>y</text></svg>"
        "<p itemprop='author' class='byline'>By <a>Maren Holt</a></p><math><mi>x</mi></math>"
    )
    stated = json.dumps({**STATED, "articleBody": f"{LEAD}\n{SECOND}\n<p>{THIRD}</p>{LAST}"})
    return page(body, head.replace(json.dumps(STATED), stated))
