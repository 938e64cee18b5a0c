"""Web pages, as a validator and a browser with axe-core take them: all of the HTML formats.

The block of ClaimReview is no page: it is put into one, as somebody pastes it. Not here: the
browser itself.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from tests.exports import needs, papers
from tests.exports.browser import Tab
from tests.exports.results import Result, Written, checked

PAGE = '<!DOCTYPE html>\n<html lang="en"><head><title>Pasted</title></head><body><main>'
NARROW = 320  # CSS pixels: what a page must fit without scrolling sideways (WCAG 2.2, 1.4.10)
# To the validator no policy lets a picture pass that lies in the page, "img-src *" neither: whether
# the page's own does is seen in the browser, by the picture.
HELD_PICTURE = re.compile(r"Resource violates Content Security Policy .*: image “data:")
UNSEEN = "[...document.images].filter(one => !one.naturalWidth).length"
SIDEWAYS = "document.scrollingElement.scrollWidth"
RUN_AXE = """axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values:
['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}}).then(r =>
JSON.stringify(r.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html.slice(0, 160))])))"""


def check(files: Sequence[Written], browser: Tab, pictures: Path) -> list[Result]:
    """Every HTML file by the validator and by the browser."""
    pages = [_page(one) for one in files if one.path.suffix == ".html"]
    results = _validated(pages)
    for one in pages:
        results += _opened(one, browser, pictures)
    return results


def _page(file: Written) -> Written:
    """The file itself, or a page around a block that is meant to be pasted."""
    if file.format != "claimreview-html":
        return file
    path = file.path.with_name(file.path.stem + "-pasted.html")
    inner = file.path.read_text(encoding="utf-8")
    path.write_text(f"{PAGE}<h1>Pasted</h1>\n{inner}</main></body></html>\n", encoding="utf-8")
    return Written(file.sample, file.format, path)


def _validated(pages: Sequence[Written]) -> list[Result]:
    """All pages in one run: the validator takes seconds to start."""
    files = [str(one.path) for one in pages]
    command = ["java", "-jar", str(needs.VNU), "--format", "json", "--stdout", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said: dict[str, list[str]] = {one: [] for one in files}
    for message in json.loads(done.stdout)["messages"]:
        if HELD_PICTURE.match(message["message"]):
            continue
        path = message["url"].removeprefix("file:")
        where = f"line {message.get('lastLine', '?')}: {message['message']}"
        said[path].append(f"{where} {html.unescape(message.get('extract', ''))[:120]!r}")
    return [Result(one, "HTML validator", tuple(said[str(one.path)])) for one in pages]


def _opened(file: Written, browser: Tab, pictures: Path) -> list[Result]:
    results = []
    for dark in (False, True):
        reader = f"axe-core, {'dark' if dark else 'light'}"
        results.append(checked(file, reader, partial(_accessible, browser, dark)))
        if file.format != "claimreview-html":
            name = f"{file.sample}-{file.format}-{'dark' if dark else 'light'}.png"
            (pictures / name).write_bytes(browser.picture())
    results.append(checked(file, "Chromium, alone", partial(_alone, browser)))
    results.append(checked(file, f"Chromium, {NARROW} px", partial(_narrow, browser)))
    if file.format != "claimreview-html":
        results.append(checked(file, "Chromium, printed", partial(_printed, browser, pictures)))
    return results


def _accessible(browser: Tab, dark: bool, path: Path) -> tuple[Iterable[str], str]:
    browser.open(path, dark=dark)
    browser.value(needs.AXE.read_text(encoding="utf-8"))
    found = json.loads(browser.value(RUN_AXE))
    return [f"{id_}: {words} {nodes[:3]}" for id_, words, nodes in found], "0 violations"


def _alone(browser: Tab, path: Path) -> tuple[Iterable[str], str]:
    """Nothing is loaded besides the file, and nothing in it runs."""
    browser.open(path)
    own = path.resolve().as_uri()
    loaded = [url for url in browser.requests if url != own and not url.startswith("data:")]
    problems = [f"loads {url[:200]}" for url in loaded]
    problems += [f"{unseen} pictures are not seen"] if (unseen := browser.value(UNSEEN)) else []
    return [*problems, *(f"runs: {words}" for words in browser.dialogs)], ""


def _printed(browser: Tab, pictures: Path, path: Path) -> tuple[Iterable[str], str]:
    """As it leaves the printer, in pictures."""
    browser.open(path)
    printed = pictures / f"{path.stem}-printed.pdf"
    printed.write_bytes(browser.printed())
    return papers.draw(pictures, printed)


def _narrow(browser: Tab, path: Path) -> tuple[Iterable[str], str]:
    browser.open(path, width=NARROW)
    wide = browser.value(SIDEWAYS)
    return [f"is {wide} px wide"] if wide > NARROW else [], ""
