"""What each stretch of a page is. In the cases, every line of the page is led by the kind that it should have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.segment.blocks import find_blocks
from onrecord.types import Block

WIRE = """
headline   | Estavia shuts its border after ferry fire
byline     | By Marta Roe
dateline   | KARVA, March 3 (Newswire) —
body       | The interior minister of Estavia said on Tuesday that all ports would stay shut until Friday.
body       | "We cannot take any risk," Ann Lee told reporters in the capital. "There are people out there still."
credit     | (Reporting by Marta Roe in Karva; editing by Bo Moe)
"""

BRITISH_PAPER = """
headline   | Minister calls ferry inquiry ‘a farce’
standfirst | Ann Lee says the harbour board has hidden papers for a year and must answer for it in public
byline     | Cy Poe Transport correspondent
dateline   | Tue 3 March 2020 10.15 GMT
body       | The transport minister has called the inquiry into the Karva ferry fire a farce, a day after the delay.
boilerplate| Sign up to the Morning Post: our free newsletter
body       | Ann Lee said: ‘They have hidden papers for a year, and they will hide them for another if we let them.’
caption    | A man looks at the burnt ferry in Karva harbour on Monday.
credit     | Photograph: Di Moe/The Herald
subheading | A year of delays
body       | The board was set up by the last government, and has met four times since the fire in which nine died.
"""

SCRAPED = """
boilerplate| Skip to main content
headline   | Council votes to sell the old mill
byline     | By Bo Moe, Staff Writer
dateline   | Updated: March 3, 2020 at 5:15 p.m. EST
boilerplate| 4 min read
boilerplate| Share this article
boilerplate| Facebook Twitter Email
body       | The council of Millton voted six to three on Monday night to sell the old mill to a builder from Karva.
boilerplate| Advertisement
body       | "It has stood empty for ten years," said Council President Ann Lee. "It is time to let it go."
boilerplate| Story continues below
boilerplate| Read more: Council weighs new tax on second homes
boilerplate| JUST WATCHED Mayor on the dam Replay More Videos ... MUST WATCH Mayor on the dam 01:12
caption    | FILE - In this Jan. 5, 2019, file photo, the mill is seen from the river.
credit     | (AP Photo/Di Poe)
body       | The builder has promised to keep the front of the mill and to plant forty trees along the river.
credit     | Cy Roe contributed to this report.
boilerplate| Follow Bo Moe on Twitter: @bomoe
boilerplate| Copyright 2020 The Millton Post. All rights reserved.
boilerplate| Related stories
boilerplate| Mill fire was set on purpose, police say
boilerplate| Ten years on, the mill still waits
"""

COMMENT_FORM = """
headline   | Farmers block the road to Karva
body       | Some two hundred farmers blocked the road to the capital on Monday with tractors and bales of hay.
body       | "We will stay until they talk to us," Ann Lee, who grows beets near Millton, said at the road block.
credit     | Additional reporting by Bo Roe in Millton
credit     | Source link
boilerplate| Leave a Reply
boilerplate| Your email address will not be published. Required fields are marked *
boilerplate| Name
boilerplate| I said it before: the farmers are right, and the minister knows that they are right, said my neighbour.
"""

READERS_COMMENTS = """
headline   | Farmers block the road to Karva
body       | Some two hundred farmers blocked the road to the capital on Monday with tractors and bales of hay.
body       | "We will stay until they talk to us," Ann Lee, who grows beets near Millton, said at the road block.
boilerplate| 2 Comments
boilerplate| millie says:
boilerplate| March 3, 2020 at 10:15 pm
boilerplate| The minister told my cousin that nobody would talk to them, and my cousin says he was in earnest.
"""

CORRECTIONS = """
headline   | School roof falls in
body       | The roof of a school in Millton fell in on Sunday, the mayor said, and nobody was in the building then.
correction | Correction: An earlier version of this article gave a wrong day. The roof fell in on Sunday.
correction | This article was amended on 3 March 2020 to correct the mayor's name.
correction | CORRECTION:
correction | The mayor is Ann Lee, not Ann Leigh.
"""

POSTS = """
headline   | Mayor resigns by post
body       | The mayor of Millton said on Monday night that she would resign, in a post that was up for an hour only.
post       | I have had enough of this. Goodbye, Millton! — Ann Lee (@annlee) March 3, 2020
body       | Her deputy, who learned of it from the post, said that he had not known and would have to think it over.
post       | The mill tonight pic.twitter.com/a1b2c3
"""

PULL_QUOTE = """
headline   | The mill that nobody wanted
body       | Ann Lee has lived beside the mill for sixty years. "Nobody ever asked us what we wanted here," she says.
pull-quote | "Nobody ever asked us what we wanted here"
body       | She was born in the miller's house, in the last winter of the war, and has never lived in another one.
pull-quote | Nobody ever asked us what we wanted here
"""

CREDIT_IN_LINE = """
headline   | Talks begin in Karva
body       | Talks on the river treaty began in Karva on Monday, with Estavia's delegation four hours late for them.
caption    | President Marta Roe, in red, greets the delegates at the palace
credit     | © Di Poe / Newswire / Getty Images
body       | “We will not leave without a treaty,” she said, and went in, and was not seen again until the evening.
caption    | Ann Lee (left) and Bo Moe on the steps.
credit     | Di Poe/Reuters
caption    | The delegates at dinner.
credit     | (Photo by Di Poe/Getty Images)
caption    | Image copyright Newswire Image caption The palace was built in 1820
"""

NOT_WHAT_IT_LOOKS_LIKE = """
headline   | A day in Millton
body       | By Friday the mill was sold, and by Monday, said the mayor, there was no one who would say by whom it was.
body       | Read my lips, the mayor told the council: there will be no new tax on second homes while I am the mayor.
body       | Follow the money, Ann Lee said, and you will find the men who sold the mill and those who paid for it.
body       | Share prices of the builder fell, which analysts said had been expected since the vote on Monday night.
body       | The photo by Di Poe shows the mayor as she leaves the mill, and she said that she did not know of it.
body       | Comment is free, said the mayor, but the copyright of her speech was hers, and no paper had asked her.
body       | The source of the fire was a pipe, said the head of the fire brigade, who has contributed to two reports.
body       | Sign up for the insurance by Friday, officials said, or lose it, as some two thousand have done this year.
body       | Contact with the ferry was lost at 9 p.m., the harbour board said, and was not made again until morning.
body       | Watch out, said the mayor.
body       | Some 46 percent would sell it, by a poll (The Herald/Newswire), and 40 percent by one of Reuters/Ipsos.
body       | Most of those asked would keep the mill, according to the latest survey by Reuters/Ipsos.
body       | Her deputy would sell it for a third of the price, a step that 46 percent back (Millton Post/The Herald).
body       | Reported thefts have risen by almost a third since the mill was shut, according to the mayor's office.
body       | Research by Karva University suggests that a mill of this kind could feed four villages in a hard winter.
body       | Written evidence by Ann Lee shows that the mayor knew of the sale a year before the vote on Monday night.
body       | With reports of a second bid coming in, the council wants to wait until Friday before it signs the papers.
body       | In this picture of the town, nobody works and nobody pays, a view that the mayor does not hold with at all.
body       | A satellite image shows that the river has moved, and the council now plans to move the bridge as well.
body       | She wants the children of Millton to read more.
body       | To keep reading alive in the town, the council plans to open the library on Sundays from next year on.
body       | She keeps a copy of her mother's first book, Pictures from Karva.
body       | He told the council that he had it from a friend at the palace, and not from Ann Lee via Reuters.
"""

PAGES = {
    "a wire report": WIRE,
    "a British paper": BRITISH_PAPER,
    "a badly scraped page": SCRAPED,
    "a comment form": COMMENT_FORM,
    "readers' comments": READERS_COMMENTS,
    "corrections": CORRECTIONS,
    "embedded posts": POSTS,
    "a pull quote": PULL_QUOTE,
    "captions with their credit in one line": CREDIT_IN_LINE,
    "sentences that look like something else": NOT_WHAT_IT_LOOKS_LIKE,
}


def read_page(page: str, between: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a case, and the kind and words of its blocks. A credit follows its caption, and a sentence its
    dateline, on the same line."""
    rows = [tuple(part.strip() for part in row.split("|", 1)) for row in page.strip().split("\n")]
    text = rows[0][1]
    for (before, _), (kind, words) in pairwise(rows):
        same_line = (kind == "credit" and before == "caption") or text.endswith("—")
        text += (" " if same_line else between) + words
    return text, [(kind, words) for kind, words in rows]


def kinds(text: str, blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text).strip()) for block in blocks]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "single newlines"])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_line_has_its_kind(page: str, between: str) -> None:
    text, expected = read_page(page, between)
    assert kinds(text, find_blocks(text)) == expected


def test_the_title_is_the_headline_wherever_it_is_printed() -> None:
    text = "News\n\nMill sold.\n\nThe mill was sold on Monday, the mayor said, and she would not say who had bought it."
    assert [block.kind for block in find_blocks(text, title="Mill sold")] == ["body", "headline", "body"]


def test_authors_and_publisher_make_a_byline() -> None:
    text = "Mill sold\n\nAnn Lee\nThe Post\n\nThe mill was sold on Monday, the mayor said. She would not say to whom."
    blocks = find_blocks(text, publisher="The Post", authors=("Ann Lee",))
    assert [block.kind for block in blocks] == ["headline", "byline", "byline", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "KARVA — ",
        "KARVA, Estavia (AP) — ",
        "NEW KARVA, March 3 (Newswire) - ",
        "Karva (CNN) — ",
        "Karva (CNN)",
        "Karva, 3 March 2020 – ",
        "ST. MILLTON, N.H. -- ",
        "KARVA/MILLTON (Newswire) - ",
        "KARVA—",
    ],
)
def test_a_dateline_is_split_from_its_sentence(dateline: str) -> None:
    sentence = "The interior minister of Estavia said on Tuesday that all ports would stay shut until Friday at noon."
    text = f"Ports stay shut\n\n{dateline}{sentence}"
    assert kinds(text, find_blocks(text)) == [
        ("headline", "Ports stay shut"),
        ("dateline", dateline.strip()),
        ("body", sentence),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "COVID-19 has closed the schools of Estavia, the minister said, and they will stay closed until the summer.",
        "Ann Lee (Labour) said the plan was dead — and Bo Roe said that it had never lived in the first place.",
        "United Nations (UN) Secretary Marta Roe said on Monday that she had not been told of the sale of the mill.",
        "BREAKING — The minister of the interior has resigned, her office said in a statement on Monday night.",
        "On Monday — the day of the vote — the mayor said that she would stay, and nobody in Millton believed it.",
    ],
)
def test_what_is_no_dateline_stays(sentence: str) -> None:
    assert [block.kind for block in find_blocks(f"A headline\n\n{sentence}")] == ["headline", "body"]


def test_a_link_to_the_comments_at_the_top_is_not_their_form() -> None:
    body = (
        "The council of Millton voted six to three on Monday night to sell the old mill, said Ann Lee, its president."
    )
    text = f"Mill sold\n\nLeave a comment\n\n{body}\n\n{body}\n\n{body}"
    assert [block.kind for block in find_blocks(text)] == ["headline", "boilerplate", "body", "body", "body"]


def test_a_single_sentence_is_body() -> None:
    assert [block.kind for block in find_blocks("The mayor said that she would resign")] == ["body"]


def test_an_empty_text_has_no_block() -> None:
    assert find_blocks("") == ()


def test_white_space_alone_is_one_block() -> None:
    assert [(block.span, block.kind) for block in find_blocks(" \n\n ")] == [((0, 4), "body")]


LINE = st.sampled_from(
    [row.split("|", 1)[1].strip() for page in PAGES.values() for row in page.strip().split("\n")]
    + ["", "   ", "A", "Q. Why?", "— Ann", "(", "©", '"', "***"]
)


@given(st.one_of(st.text(max_size=300), st.lists(LINE, max_size=30).map("\n".join), st.lists(LINE).map(" ".join)))
def test_blocks_partition_the_text(text: str) -> None:
    blocks = find_blocks(text, title="A day in Millton", publisher="The Post", authors=("Ann Lee",))
    assert "".join(block.span.of(text) for block in blocks) == text
    assert all(block.span.start < block.span.end for block in blocks)
    assert [block.span.start for block in blocks[1:]] == [block.span.end for block in blocks[:-1]]


@pytest.mark.xfail(
    strict=True, reason="a caption without credit, date or “pictured” reads like a subheading or a sentence"
)
def test_known_failure_a_bare_caption() -> None:
    text = "Mill sold\n\nThe mill on Monday\n\nThe mill was sold on Monday, the mayor said. She would not say to whom."
    assert [block.kind for block in find_blocks(text)][1] == "caption"
