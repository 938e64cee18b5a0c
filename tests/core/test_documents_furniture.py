"""Furniture: page parts go, sentences of the article stay, and everything can be put back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.documents.furniture import cut, find_furniture, put_back, remove_furniture
from factcheck_gui.documents.furniture_words import Grade, grade, is_sure
from factcheck_gui.documents.paragraphs import blocks_of
from factcheck_gui.domain import Block, Document, Furniture, Span
from tests.core.quickness import grows_less

ONE = "The council said on Monday that the road would be closed until the end of next year."
TWO = "“We had no choice,” the mayor told reporters, and pointed to the report of 2019."

SURE_LINES = """
Advertisement
- ADVERTISEMENT -
Story continues below advertisement
Article continues after ad
Learn more about RevenueStripe...
Share this article
Share this:
Share on Facebook
Click to share on Twitter (Opens in new window)
Read more: What the report really says about the road
READ MORE: Ten bridges that fell
See also: The mayor's first year
Sign up for our daily newsletter and never miss a story
Subscribe to the Morning Briefing newsletter
Get the latest news in our free daily digest
Enter your email address to subscribe
Photo: Jane Doe/The Example
Photograph by: Ann Smith
Image credit: City of Example
Image source, Getty Images
(Photo by John Smith/Getty Images)
[File photo: the mayor in 2019]
Jane Doe/AFP
AP Photo/Jane Doe
Getty Images
© 2022 The Example. All rights reserved.
Copyright 2020 The Example Company
All rights reserved
Accept all cookies
Skip to main content
ShareTweetPin
Facebook Twitter Email Print
Share this on Facebook and Twitter
If you enjoyed this article, please consider subscribing to our newsletter.
Like this article? Tell your friends.
Don't miss the next one: sign up for our newsletter
Get stories like this in your inbox every morning.
Join our WhatsApp channel
Like us on Facebook
Read more
Related: Ten bridges that fell
Click here to see more pictures
Continue reading
Watch the video above
Listen • 4:32
Photo by Ann Lee on Unsplash
(AP Photo/Ann Lee, File)
Credit: Ann Lee/The Example
Your email address will not be published. Required fields are marked *
Subscribe to continue reading
This article is for subscribers only.
Already a subscriber? Log in
""".strip().split("\n")

EDGE_LINES = """
Facebook
Facebook | Twitter | WhatsApp
Print
Comments
24 Comments
Leave a comment
Tags: roads, money, council
Filed under: Local news
Follow us on Twitter
Privacy Policy
Terms of Service
Log in
We use cookies to improve your experience. By browsing on you accept this.
By clicking Accept you agree to our use of cookies and to our privacy policy.
Download our free app for iPhone
5 min read
Our Standards: The Thomson Reuters Trust Principles.
Home | News | Politics | Opinion
Comments are closed.
View all 12 comments
About the author
Ann Lee is a staff writer at The Example. Follow her on Twitter @annlee.
Ann Lee is a senior reporter covering roads for The Example.
Email: ann.lee@example.com
Have a news tip? Write to tips@example.com
(Reporting by Ann Lee; Editing by Kim Moor)
This article originally appeared in The Example
The Example is funded by readers like you. Please consider a gift.
Help us keep our journalism free. Donate now.
Terms of Use | Privacy Policy | Contact us
Report a correction or typo
Sponsored by Taboola
""".strip().split("\n")

HEAD_LINES = """
You Might Like
You may also like
Related articles
Related stories:
Recommended for you
Most read
Trending now
More from The Example
Around the web
Sponsored content
""".strip().split("\n")

ARTICLE_LINES = """
He asked them to share this with nobody.
Related claims were made in March, the report says.
Read the report before you judge, she said.
The photo: a bridge, a road and a man who would not leave his house.
Advertisement spending fell by a third in 2021.
Sign up sheets were handed to every household in the town.
Copyright law was changed in 2019.
By clicking on the link, victims installed the malware.
Facebook said it had removed 3,000 accounts.
Comments by the minister were met with anger.
(c) the third defendant was the company itself
More than 500 people were hurt, the agency said.
You might like this less than you think.
Subscribe to no theory, she told the students.
Skip the first chapter.
Print is not dead
Like this road, the bridge is old.
If you like bread, she said, you should support the mill.
Photos by the hundred were burned in the yard that night, and nobody could say why.
The reporter is a friend of the mayor.
Get out of the house, the firemen told them.
Join our fight or leave us, he told the crowd.
Share prices fell by a third.
Post offices will close in May.
Already a poor town, it lost its mill in 2001.
Want and hunger were widespread.
Reporting by the agency was found to be wrong.
The mill is supported by the town.
Please keep the gate shut, a note on it said.
About 40 per cent of voters agreed
""".strip().split("\n")


@pytest.mark.parametrize("line", SURE_LINES)
def test_lines_that_are_furniture_anywhere(line: str) -> None:
    assert is_sure(line)
    text = f"{ONE}\n\n{line}\n\n{TWO}"
    assert [span.of(text) for span in find_furniture(text)] == [line]


@pytest.mark.parametrize("line", EDGE_LINES)
def test_lines_that_are_furniture_at_the_edges_only(line: str) -> None:
    assert find_furniture(f"{ONE}\n\n{line}\n\n{TWO}") == []
    for text in (f"{line}\n\n{ONE}", f"{ONE}\n\n{TWO}\n{line}\n"):
        assert [span.of(text) for span in find_furniture(text)] == [line]


@pytest.mark.parametrize("line", HEAD_LINES)
def test_a_list_of_other_articles_goes_with_its_head(line: str) -> None:
    titles = "Ten bridges that fell\nMayor wins again\nWhat the road cost"
    text = f"{ONE}\n\n{TWO}\n\n{line}\n\n{titles}"
    assert text[find_furniture(text)[0].start :] == f"{line}\n\n{titles}"
    assert find_furniture(text)[-1].end == len(text)
    inside = f"{ONE}\n\n{line}\n\n{TWO}"
    assert find_furniture(inside) == []


@pytest.mark.parametrize("line", ARTICLE_LINES)
def test_sentences_of_the_article_stay_wherever_they_stand(line: str) -> None:
    for text in (
        f"{line}\n\n{ONE}\n\n{TWO}",
        f"{ONE}\n\n{line}\n\n{TWO}",
        f"{ONE}\n\n{TWO}\n\n{line}",
        f"{ONE}\n{line}\n{TWO}",
    ):
        assert find_furniture(text) == []


def test_titles_at_the_end_stay_where_no_head_is_above_them() -> None:
    assert find_furniture(f"{ONE}\n\nA poem\n\nRoses are red\nViolets are blue") == []


def test_a_line_inside_a_hard_wrapped_paragraph_stays() -> None:
    text = (
        "The company has said that it spends far more than it ever did on one\n"
        "Advertisement\n"
        "and that it will go on to do so, whatever the council may think of it."
    )
    wrapped = [Block("paragraph", 0, len(text))]
    assert find_furniture(text, wrapped) == []


def test_a_text_of_nothing_else_keeps_everything() -> None:
    text = "Advertisement\n\nShare this\n\nComments"
    assert find_furniture(text) == []
    assert remove_furniture(Document(text)).text == text


def test_the_title_and_code_are_never_furniture() -> None:
    text = "Advertisement\n\nThe text itself is here."
    blocks = [Block("heading", 0, 13, 1), Block("paragraph", 15, len(text))]
    assert find_furniture(text, blocks) == []
    assert find_furniture(text, [Block("code", 0, 13), blocks[1]]) == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"{ONE}\n\nAdvertisement\n\n{TWO}", f"{ONE}\n\n{TWO}"),
        (f"{ONE}\nAdvertisement\n\n{TWO}", f"{ONE}\n\n{TWO}"),
        (f"{ONE}\n\nAdvertisement\n{TWO}", f"{ONE}\n\n{TWO}"),
        (f"\n Menu\n\n{ONE}\n\nComments\n", ONE),
        (f"{ONE}\n\nAdvertisement\n\nShare this\n\n{TWO}", f"{ONE}\n\n{TWO}"),
    ],
)
def test_no_gap_and_no_seam_is_left_where_furniture_stood(text: str, rest: str) -> None:
    document = remove_furniture(Document(text, blocks_of(text)))
    assert document.text == rest
    assert put_back(document.text, document.furniture) == text
    words = [rest[one.start : one.end] for one in document.blocks]
    assert words == [one for one in (ONE, TWO) if one in rest]


def test_a_second_cut_keeps_what_the_first_took() -> None:
    text = f"Menu\n\n{ONE}\n\nAdvertisement\n\n{TWO}"
    once = cut(Document(text, blocks_of(text)), [Span(0, 4)])
    twice = remove_furniture(once)
    assert twice.text == f"{ONE}\n\n{TWO}"
    assert put_back(twice.text, twice.furniture) == text
    around = cut(once, [Span(0, len(ONE))])
    assert put_back(around.text, around.furniture) == text


LINES = st.sampled_from(
    [*SURE_LINES, *EDGE_LINES, *HEAD_LINES, *ARTICLE_LINES, ONE, TWO, "", "", " ", "\ufeff", "x"]
)
PAGES = st.lists(LINES, max_size=30).map("\n".join)


@given(st.one_of(PAGES, st.text(max_size=300)))
@settings(max_examples=150)
def test_what_is_taken_out_can_be_put_back_exactly(text: str) -> None:
    blocks = blocks_of(text)
    document = remove_furniture(Document(text, blocks))
    assert put_back(document.text, document.furniture) == text
    taken = find_furniture(text, blocks)
    kept = [one for one in blocks if Span(one.start, one.end) not in taken]
    assert [document.text[one.start : one.end] for one in document.blocks] == [
        text[one.start : one.end] for one in kept
    ]
    assert not document.text.startswith("\ufeff") or text.startswith("\ufeff")


@given(PAGES, st.data())
@settings(max_examples=150)
def test_any_cut_after_any_cut_can_be_put_back(text: str, data: st.DataObject) -> None:
    document = Document(text, blocks_of(text))
    for _ in range(3):
        ends = data.draw(st.lists(st.integers(0, len(document.text)), max_size=6, unique=True))
        places = sorted(ends)[: len(ends) // 2 * 2]
        spans = [Span(*pair) for pair in zip(places[::2], places[1::2], strict=True)]
        document = cut(document, spans)
        assert put_back(document.text, document.furniture) == text
        ordered = [place for one in document.blocks for place in (one.start, one.end)]
        assert ordered == sorted(ordered)
        assert all(one.start < one.end <= len(document.text) for one in document.blocks)
        assert [one.at for one in document.furniture] == sorted(
            one.at for one in document.furniture
        )


@given(st.one_of(LINES, st.text(max_size=60)))
@settings(max_examples=150)
def test_the_quick_look_passes_over_nothing_that_is_sure(line: str) -> None:
    assert is_sure(line) or grade(line) is not Grade.SURE


def test_time_grows_with_the_text_and_not_faster() -> None:
    page = f"{ONE}\nAdvertisement\n{TWO}\n\nShare this\n\n"

    def removing(times: int) -> Callable[[], object]:
        text = page * times + ONE
        return lambda: remove_furniture(Document(text, blocks_of(text)))

    removing(10)()
    assert grows_less(16, removing(4000), removing(1000))


def test_put_back_keeps_the_order_of_pieces_at_one_place() -> None:
    assert put_back("ad", [Furniture(1, "b"), Furniture(1, "c")]) == "abcd"
