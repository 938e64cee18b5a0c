"""Pages that show two versions, or what was set aside: no character lost or made up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.comparing import Page, compare, take_back, with_furniture
from factcheck_gui.domain import Block, Furniture, Span

OLD = "The port handled 41,000 boxes.\n\nThe mayor denied it.\n\nFerries were late."
NEW = "The port handled 14,000 boxes.\n\nFerries were late.\n\nTrains were not."


def marked(page: Page) -> str:
    signs = {"removed": "[-{}-]", "added": "[+{}+]", "aside": "[={}=]"}
    return "".join(signs.get(one.kind, "{}").format(one.text) for one in page.pieces)


def test_a_page_shows_what_went_before_what_came() -> None:
    assert marked(compare(OLD, NEW)) == (
        "The port handled [-41-] [+14+],000 boxes.\n\n[-The mayor denied it.\n\n-]"
        "Ferries were late.[+\n\nTrains were not.+]"
    )


def test_changes_are_passages_to_step_through() -> None:
    page = compare(OLD, NEW)
    assert [one.of(page.text).strip() for one in page.changes] == [
        "41 14", "The mayor denied it.", "Trains were not.",
    ]  # fmt: skip


def test_typography_is_no_change() -> None:
    page = compare("“It’s — so,” he said.\nYes.", '"It\'s - so," he  said.\n\nYes.')
    assert page.changes == ()
    assert page.text == '"It\'s - so," he  said.\n\nYes.'


def test_a_rewritten_paragraph_is_not_speckled() -> None:
    old = "Before this, the mayor spoke of a bridge and the coming year at length."
    new = "After that, a council of the town rejected every plan in one short vote."
    page = compare(
        f"Same start here today.\n\n{old}\n\nSame end.",
        f"Same start here today.\n\n{new}\n\nSame end.",
    )
    assert len(page.changes) == 1


def test_blocks_that_are_gone_keep_their_look() -> None:
    old = [Block("paragraph", 0, 30), Block("quote", 32, 52, 1), Block("paragraph", 54, 72)]
    new = [Block("paragraph", 0, 30), Block("paragraph", 32, 50), Block("item", 52, 68, 1)]
    page = compare(OLD, NEW, old, new)
    assert [(one.kind, Span(one.start, one.end).of(page.text)) for one in page.blocks] == [
        ("paragraph", "The port handled 41 14,000 boxes."),
        ("quote", "The mayor denied it."),
        ("paragraph", "Ferries were late."),
        ("item", "Trains were not."),
    ]


TEXTS = st.lists(
    st.sampled_from([*"the port . , 12 café 🚢 \n \n\n said “ \u00a0".split(" "), " "]), max_size=40
).map("".join)


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_lost(old: str, new: str) -> None:
    page = compare(old, new)
    newer = "".join(one.text for one in page.pieces if one.new >= 0)
    assert newer == new
    assert all(new.startswith(one.text, one.new) for one in page.pieces if one.new >= 0)
    removed = [one for one in page.pieces if one.kind == "removed"]
    assert all(old.startswith(one.text, one.old) for one in removed)
    for at in range(len(new)):
        assert page.of_new(Span(at, at + 1)).of(page.text) == new[at]


def test_a_claim_of_either_version_is_found_on_the_page() -> None:
    page = compare(OLD, NEW)
    whole = Span(0, len("The port handled 14,000 boxes."))
    assert page.of_new(whole).of(page.text) == "The port handled 41 14,000 boxes."
    gone = Span(OLD.index("The mayor"), OLD.index("The mayor") + 20)
    assert page.of_old(gone).of(page.text) == "The mayor denied it."


# ---------------------------------------------------------------- what was set aside

TEXT = "One two.\n\nThree four."
ASIDE = (Furniture(0, "Menu\n\n"), Furniture(8, "\n\nRead more"), Furniture(21, "\n\nShare"))


def test_what_was_set_aside_is_shown_as_paragraphs() -> None:
    page = with_furniture(TEXT, [Block("paragraph", 0, 8), Block("paragraph", 10, 21)], ASIDE)
    assert marked(page) == "[=Menu=]\n\nOne two.\n\n[=Read more=]\n\n\n\nThree four.\n\n[=Share=]"
    assert [Span(b.start, b.end).of(page.text) for b in page.blocks] == ["One two.", "Three four."]
    assert [page.piece_at(page.text.index(w)).old for w in ("Menu", "Read", "Share")] == [0, 1, 2]  # type: ignore[union-attr]


def test_a_part_is_taken_back_into_its_place() -> None:
    blocks = [Block("paragraph", 0, 8), Block("quote", 10, 21, 1)]
    text, made, rest = take_back(TEXT, blocks, ASIDE, 1)
    assert text == "One two.\n\nRead more\n\nThree four."
    assert [(b.kind, Span(b.start, b.end).of(text)) for b in made] == [
        ("paragraph", "One two."), ("paragraph", "Read more"), ("quote", "Three four."),
    ]  # fmt: skip
    assert rest == (Furniture(0, "Menu\n\n"), Furniture(len(text), "\n\nShare"))


@given(st.integers(0, 2))
def test_taking_all_back_gives_all_words_in_order(first: int) -> None:
    text, blocks, furniture = TEXT, (), ASIDE
    while furniture:
        text, blocks, furniture = take_back(text, blocks, furniture, first % len(furniture))
    assert text.split() == "Menu One two. Read more Three four. Share".split()
