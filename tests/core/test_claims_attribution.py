"""Who says what: the forms that news uses, one sentence or two each."""

from __future__ import annotations

import pytest

from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.domain import Attribution


def read(text: str) -> list[Attribution]:
    return list(find_claims(text).attributions)


def parts(text: str, number: int = 0) -> tuple[str, str, list[str]]:
    one = read(text)[number]
    return one.source[0].of(text), one.cue[0].of(text), [span.of(text) for span in one.content]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour master said two ships had sunk.",
            "The harbour master", "said", "two ships had sunk",
        ),
        (
            "Peru is blaming Chile for the spill.",
            "Peru", "is blaming", "Chile for the spill",
        ),
        (
            "The rebels, however, denied any part in the raid.",
            "The rebels", "denied", "any part in the raid",
        ),
        (
            "According to Lena Voss, the bridge was never inspected.",
            "Lena Voss", "According to", "the bridge was never inspected",
        ),
        (
            "The bridge was never inspected, according to Lena Voss.",
            "Lena Voss", "according to", "The bridge was never inspected",
        ),
        (
            "“The dam will hold,” said Ines Roth, an engineer at the water board.",
            "Ines Roth", "said", "“The dam will hold,”",
        ),
        (
            "“The dam will hold,” [Ines] Roth said on Monday.",
            "[Ines] Roth", "said", "“The dam will hold,”",
        ),
        (
            "Ines Roth, an engineer at the water board, said the dam would hold.",
            "Ines Roth", "said", "the dam would hold",
        ),
        (
            "In a letter to staff, the director wrote that the mill was closing.",
            "the director", "wrote", "the mill was closing",
        ),
        (
            "Mr. J. K. Marsh told reporters that he had paid.",
            "Mr. J. K. Marsh", "told", "he had paid",
        ),
        (
            "A spokesman for the northern Ore Miners' Union (OMU) said a guard fired first.",
            "A spokesman for the northern Ore Miners' Union (OMU)", "said", "a guard fired first",
        ),
        (
            "A spokeswoman, Dana Ruiz, confirmed the sale.",
            "A spokeswoman, Dana Ruiz", "confirmed", "the sale",
        ),
        (
            "Ines Roth, 41, of Kiel, Ohio, who saw the fire, said the mill was empty.",
            "Ines Roth", "said", "the mill was empty",
        ),
        (
            "Roth, speaking to the board on Monday, said the dam would hold.",
            "Roth", "said", "the dam would hold",
        ),
        (
            "He’s claiming that the mill was empty.",
            "He’s", "claiming", "the mill was empty",
        ),
        (
            "The report drew anger after she appeared to suggest that miners were careless.",
            "she", "appeared to suggest", "miners were careless",
        ),
        (
            "Prime Minister Theresa May said this week that the port would close.",
            "Prime Minister Theresa May", "said", "the port would close",
        ),
        (
            "Ships waited for up to nine days last month, the Harbour Gazette reports.",
            "the Harbour Gazette", "reports", "Ships waited for up to nine days last month",
        ),
        (
            "The board filed a motion on Friday, arguing the sale was void.",
            "The board", "arguing", "the sale was void",
        ),
        (
            "After saying that the mill would close, the owner left town.",
            "the owner", "saying", "the mill would close",
        ),
        (
            "According to a study by Lena Voss, an engineer at the port, who led it, walls sank.",
            "a study", "According to", "walls sank",
        ),
        (
            "As one teacher noted in a long letter, the school has no heating.",
            "one teacher", "noted", "the school has no heating",
        ),
        (
            "The mayor's claim that the bridge is safe was not checked.",
            "The mayor's", "claim", "the bridge is safe was not checked",
        ),
        (
            "The owner made the case that the mill was safe.",
            "The owner", "case", "the mill was safe",
        ),
        (
            "Many parents are worried that the school will close.",
            "Many parents", "are worried", "the school will close",
        ),
        (
            "The union called for a strike in May.",
            "The union", "called", "a strike in May",
        ),
        (
            "The union wants to close the mill for good.",
            "The union", "wants", "to close the mill for good",
        ),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert parts(text) == (source, cue, [content])


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (
            "Ines Roth, 41, of Kiel, Ohio, who saw the fire, said the mill was empty.",
            "41, of Kiel, Ohio, who saw the fire",
        ),
        (
            "“The dam will hold,” said Ines Roth, an engineer who had built two others.",
            "an engineer who had built two others",
        ),
        (
            "According to Lena Voss, an engineer at the port, the walls sank.",
            "an engineer at the port",
        ),
        ("Jan Lund, head of the union, speaking in Kiel, said it was late.", "head of the union"),
        ("“It was late,” said Jan Lund, R-Kansas, who left.", "R-Kansas, who left"),
        (
            "Jan Lund, House editor for the Gazette, said it was late.",
            "House editor for the Gazette",
        ),
        ("Two unions, including the bakers, said it was late.", "including the bakers"),
        (
            "Jan Lund, a retired judge who lives in Kiel, said it was late.",
            "a retired judge who lives in Kiel",
        ),
        ("Roth, speaking to the board on Monday, said the dam would hold.", None),
        ("Roth, in a letter, said the dam would hold.", None),
        ("“It was late,” said Roth, a day after the fire.", None),
        ("According to Roth, the dam held.", None),
        ("According to Roth, an engineer left the port.", None),
        ("Roth, who said it was late, left.", None),
    ],
)
def test_the_source_holds_who_that_is_as_a_stretch_of_its_own(
    text: str, description: str | None
) -> None:
    one = read(text)[0]
    assert [span.of(text) for span in one.source[1:]] == ([description] if description else [])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The board just this month said the mill was sold.", "The board"),
        ("A group of doctors in 2015 called the drug a fraud.", "A group of doctors"),
        ("A few days ago in a long talk with the port’s network she said it was late.", "she"),
        (
            "The lords share these fears, but the Miners' League, which has 900 members, wants to "
            "keep its plan.",
            "the Miners' League",
        ),
        (
            "The rule came in May, after Ines Roth, the rich owner, complained that she paid more.",
            "Ines Roth",
        ),
        (
            "Lund was forced to defend an architect who said the mill was a ruin.",
            "an architect who",
        ),
        (
            "A study that appeared in a journal found that walls sink.",
            "A study that appeared in a journal",
        ),
        (
            "Firms that had insured the mill agreed to pay for it.",
            "Firms that had insured the mill",
        ),
        ("Only 52 percent of voters said it was late.", "Only 52 percent of voters"),
        ("The mill was sold by Roth, an engineer who said it was late.", "an engineer who"),
    ],
)
def test_a_source_is_the_noun_phrase_alone(text: str, source: str) -> None:
    assert source in [span.of(text) for one in read(text) for span in one.source[:1]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "When Roth said that the mill was shut, Jan Lund left the hall.",
            ["the mill was shut"],
        ),
        (
            "Though she called the sale a fraud, the owner paid in full.",
            ["the sale a fraud"],
        ),
        (
            "When the mill was shut, Jan Lund said, “We all knew that.”",
            ["“We all knew that.”"],
        ),
        (
            "The union called for a strike at mills that were shut in May.",
            ["a strike at mills that were shut in May"],
        ),
        (
            "The owner blamed him for the fire.",
            ["him for the fire"],
        ),
        ("Eva Roth called them thieves.", []),
        ("The owner offered to pay the miners.", ["to pay the miners"]),
        ("The mayor has been criticised by dozens of teachers.", ["The mayor"]),
        ("The fire was first reported by the Gazette.", ["The fire"]),
        ("Walls of Old Mills Are Weak, Study Finds", ["Walls of Old Mills Are Weak"]),
    ],
)
def test_a_content_ends_where_the_statement_ends(text: str, content: list[str]) -> None:
    found = read(text)
    assert [span.of(text) for span in found[0].content] == content if content else not found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("In a Gazette interview Lund declared “The pact is old.”", "Lund", ["“The pact is old.”"]),
        ("To varying degrees, all agreed that the plan was late.", "all", ["the plan was late"]),
        ("As Ms. Roth put it in May, the mill is a ruin.", "Ms. Roth", ["the mill is a ruin"]),
        ("In the mayor's view, the mill is a ruin.", "the mayor's", ["the mill is a ruin"]),
        ("The mill, says Roth, is a ruin.", "Roth", ["The mill", "is a ruin"]),
        (
            "Roth's office issued a statement saying the mill was sold.",
            "Roth's office", ["the mill was sold"],
        ),
        (
            "Lund was told by the owner that the mill was sold.",
            "the owner", ["the mill was sold"],
        ),
        (
            "“The plan is late,” retired colonel Jan Lund said.",
            "retired colonel Jan Lund", ["“The plan is late,”"],
        ),
        ("Roth is alleged to have sold the mill.", None, ["Roth", "to have sold the mill"]),
    ],
)  # fmt: skip
def test_other_forms_of_news_prose(text: str, source: str | None, content: list[str]) -> None:
    one = read(text)[0]
    assert [span.of(text) for span in one.source] == ([source] if source else [])
    assert [span.of(text) for span in one.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "She put it on the table.",
        "The two women spoke for about five minutes.",
        "Lund spoke to a gathering of bakers.",
        "The prize was won by chance.",
        "Its shape and colour, old and new and believed to be lucky, are known.",
        "Lund was told by the owner.",
    ],
)
def test_words_that_only_look_like_these_forms(text: str) -> None:
    assert read(text) == []


def test_a_statement_in_a_reason_is_part_of_what_is_said_around_it() -> None:
    text = "He noted that Roth had been blamed for saying that the mill was a ruin."
    assert [span.of(text) for span in read(text)[0].content] == [
        "Roth had been blamed for saying that the mill was a ruin"
    ]


def test_an_adjective_before_a_noun_is_no_speaker() -> None:
    text = "She cited disparaging remarks that he made, and the union’s late-night tweets about it."
    assert [one.cue[0].of(text) for one in read(text)][:1] == ["cited"]
    assert "disparaging" not in [span.of(text) for one in read(text) for span in one.source]
    assert "tweets" not in [one.cue[0].of(text) for one in read(text)]


def test_a_description_is_no_part_of_the_claimant() -> None:
    text = "Ines Roth, an engineer at the port, said the mill was empty."
    assert claimants(text)[0] == "Ines Roth"


def test_the_claimant_is_the_name_where_a_role_stands_before_it() -> None:
    text = "According to the team's coach, Jan Lund, in their first game they won a point."
    assert claimants(text)[0] == "Jan Lund"


def test_a_short_statement_behind_a_long_source_is_the_source_s() -> None:
    text = "According to Jan Lund, head of the dockers' union in the north, nobody was told."
    assert claimants(text)[0] == "Jan Lund"
    text = "Nothing was done, according to Jan Lund, head of the union, and other dockers."
    assert parts(text) == ("Jan Lund", "according to", ["Nothing was done"])


def test_what_is_said_is_no_description_of_who_says_it() -> None:
    text = "According to Jan Lund, the part of this team in the game shows progress."
    assert parts(text)[2] == ["the part of this team in the game shows progress"]


def test_a_statement_around_its_cue_has_two_contents() -> None:
    assert parts("The mill, Roth said, was sold in May.") == (
        "Roth",
        "said",
        ["The mill", "was sold in May"],
    )


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“Does anybody know what it cost?” Roth asked. “I do not know.”",
            ["“Does anybody know what it cost?”", "“I do not know.”"],
        ),
        (
            "“It will hold,” Roth said at a meeting in Kiel, Ohio, “but nobody knows how long.”",
            ["“It will hold,”", "“but nobody knows how long.”"],
        ),
        (
            "“It was wrong,” Roth said when she left the board after nine years on a cold May day.",
            ["“It was wrong,”"],
        ),
        (
            "Though the move was calm, he said, replacing Roth would be hard.",
            ["Though the move was calm", "replacing Roth would be hard"],
        ),
    ],
)
def test_a_statement_goes_on_after_its_cue(text: str, contents: list[str]) -> None:
    assert parts(text)[2] == contents


def test_an_attribution_has_a_stance_and_a_wish_makes_nobody_the_claimant() -> None:
    texts = [
        "Roth said the mill was sold.",
        "Roth believes the mill was sold.",
        "Roth wants to sell the mill.",
        "Roth highlighted the new roof of the mill.",
    ]
    assert [read(text)[-1].stance for text in texts] == ["says", "thinks", "wants", "regards"]
    assert [claimants(text)[0] for text in texts[:3]] == ["Roth", "Roth", None]


def test_a_refusal_to_say_is_negative() -> None:
    found = read("The owner refused to say that the mill was safe.")
    assert found[-1].polarity == "negative"


def test_a_caption_credits_its_maker_who_is_no_claimant() -> None:
    text = "The old mill at night in May. Image: Ines Roth."
    (one,) = read(text)
    assert (one.source[0].of(text), one.content[0].of(text), one.stance) == (
        "Ines Roth", "The old mill at night in May.", "regards",
    )  # fmt: skip
    assert claimants(text)[0] is None


def test_two_verbs_of_one_speaker_part_what_is_said() -> None:
    text = "The union denied any threat and in turn accused the owners of lying."
    assert [parts(text, number)[1:] for number in (0, 1)] == [
        ("denied", ["any threat"]),
        ("accused", ["the owners of lying"]),
    ]
    assert [one.polarity for one in read(text)] == ["negative", "positive"]


def test_direct_mixed_and_indirect_speech_are_told_apart() -> None:
    forms = [
        "“We sold it,” Roth said.",
        "Roth said the mill was “a ruin” when she sold it.",
        "Roth said the mill was sold.",
    ]
    assert [read(text)[0].quote for text in forms] == ["direct", "mixed", "indirect"]


def test_a_quotation_goes_on_in_the_next_sentence_and_paragraph() -> None:
    text = "“We left,” Roth said. “It was raining hard.\n\n“The road was gone.”"
    (one,) = read(text)
    assert "“The road was gone.”" in one.content[-1].of(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the only publicly declared goal of the war.",
        "The United States bought the island.",
        "Peru claimed any land on the coast.",
        "She would say nothing.",
        "The man accused of theft fled.",
        "I think it will rain.",
        "The claims were false.",
        "A halt announced by the army began today.",
    ],
)
def test_no_attribution_where_nobody_states_anything(text: str) -> None:
    assert read(text) == []


def test_speaker_labels_of_a_transcript_are_sources() -> None:
    text = "BLACK: We paid.\n\nWHITE: You did not.\n\nBLACK: We paid twice.\n\nWHITE: Never."
    labels = [one.source[0].of(text) for one in read(text) if one.cue[0].of(text) == ":"]
    assert labels == ["BLACK", "WHITE", "BLACK", "WHITE"]


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in find_claims(text).claims]


def test_names_are_clean_and_pronouns_and_surnames_are_traced() -> None:
    text = (
        "[George] Marsh said the mill was sold. He added that it burned. "
        "Marsh also said nobody died. The mill was old."
    )
    assert claimants(text) == ["George Marsh", "George Marsh", "George Marsh", None]


def test_an_article_is_dropped_and_brackets_of_a_short_form_stay() -> None:
    text = "The spokesman for the Ore Union (OU) said a guard fired."
    assert claimants(text) == ["spokesman for the Ore Union (OU)"]


def test_the_claim_names_the_first_cue_of_its_speaker() -> None:
    text = "The union denied any threat and in turn accused the owners of lying to the court."
    claim = find_claims(text).claims[0]
    assert (claim.claimant, claim.cue) == ("union", "denied")


def test_a_pronoun_in_a_clause_stands_for_the_subject_of_the_sentence() -> None:
    text = "Peru has released a film which it claims proves the raid was staged."
    assert claimants(text) == ["Peru"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mayor Ines Roth opened the hall. She said it was late. Roth added that it was dear.",
            [None, "Ines Roth", "Ines Roth"],
        ),
        (
            "Minister Jan Lund met Eva Roth, the mayor of Kiel. The minister said the port would "
            "close. The mayor said it would not. She added that it was late.",
            [None, "Jan Lund", "Eva Roth", "Eva Roth"],
        ),
        (
            "Paul Hill met Anna Hill. Mr. Hill said the race was over. Mrs. Hill denied that.",
            [None, "Paul Hill", "Anna Hill"],
        ),
        (
            "Anna Hill and Paul Hill came. Hill said it was late.",
            [None, "Hill"],
        ),
        (
            "Paul Hill met the owners. Eva Roth said it was late. He said it was early.",
            [None, "Eva Roth", "Paul Hill"],
        ),
    ],
)  # fmt: skip
def test_the_claimant_has_a_full_name_where_that_is_certain(
    text: str, names: list[str | None]
) -> None:
    whole = [claim for claim in find_claims(text).claims if claim.part_of is None]
    assert [claim.claimant for claim in whole] == names


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The plan was criticised by the union.", "the union", "The plan"),
        ("It is believed that the mill was sold.", None, "the mill was sold"),
        (
            "Roth, citing a report by the port, said ships were late.",
            "Roth",
            "a report by the port",
        ),
    ],
)
def test_passives_and_asides_find_their_speaker(
    text: str, source: str | None, content: str
) -> None:
    one = read(text)[0]
    assert [span.of(text) for span in one.source] == ([source] if source else [])
    assert one.content[0].of(text) == content


def test_no_span_of_an_attribution_is_empty() -> None:
    text = "Roth, citing a report, said. After saying, the. It is believed that. The claim that."
    for one in read(text * 3):
        assert all(span.end > span.start for span in (*one.source, *one.cue, *one.content))
