"""Where sentences end. In the cases, ‖ stands where one ends and the next begins; a line is a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import BREAK, lines_of

from onrecord.segment.sentences import find_sentences
from onrecord.spans import Span

TITLES = """
Mr. Doe spoke first. ‖Mrs. Roe did not.
The bill was drawn up by Sen. Ann Lee and Rep. Bo Roe.
Gov. Marta Roe met Lt. Gov. Ann Lee. ‖Both left.
He thanked Dr. Lee. ‖She smiled.
The Rev. Al Doe prayed with Gen. Roe, Col. Lee and Sgt. Moe.
Then-Sen. Lee voted against it.
Prof. J. Lee teaches at St. Anne's.
Messrs. Doe and Roe were absent. ‖Ms. Lee was not.
MR. DOE: I never said so.
Reps. Ann Lee and Bo Roe, Supt. Cy Moe and Det. Di Poe gave evidence.
"""

INITIALS = """
J. K. Doe wrote it. ‖Her sister read it.
George W. Lee won. ‖He left early.
It was signed by R.J. Lee and A. Roe.
There is no plan B. ‖The council has no money.
M. Thomas Davis, a retired officer, agreed.
"""

ABBREVIATIONS = """
The U.S. Senate voted. ‖It was close.
She moved to the U.S. ‖He stayed in Karva.
They fled to the U.K. ‖But nobody helped.
The talks ended at 5 p.m. ‖Nobody spoke.
They met at 5 p.m. in Karva.
Polls close at 8 p.m. Tuesday.
The vote is at 9 a.m. Eastern time.
Acme Inc. said it would sell. ‖Roe Corp. refused.
She works for Acme Inc. ‖The firm makes pipes.
Lee Bros. Ltd. of Karva was sold.
The case of Doe v. Roe was closed. ‖Lee vs. Moe was not.
It was Lee Jr. who spoke. ‖John Doe Sr. listened.
He lives in Karva, Calif., with his wife.
They met in Karva, N.Y. ‖The mayor came too.
MILLTON, N.H. — It was a quiet day.
The army, the police, etc. were told. ‖They came.
He has a Ph.D. from Karva. ‖She has none.
Some fruit, e.g. pears, and some nuts, i.e. walnuts, were sold.
The S.&P. index fell.
The site example.org was closed. ‖So was its shop.
"""

NUMBERS = """
He is No. 5 on the list. ‖She is No. 1.
The answer was no. ‖Five people left.
It met on Jan. 5 and Feb. 10. ‖Nobody came.
It has been shut since Jan. ‖The mayor wants it open.
Prices rose 3.5 percent. ‖Wages rose 0.2 percent.
It cost $9.40. ‖That was too much.
The rate fell to 1.26%. ‖Mr Doe was glad.
The law passed in 2016. ‖Two years later it fell.
See p. 12 of the report and art. 7 of the law.
1. The first rule is plain. ‖It has no exception.
12. Ann Lee, a teacher.
"""

STOPS = """
Why? ‖Because he could.
Stop! ‖Wait! ‖Go!
What?! ‖Nobody knew.
He waited ... and left.
He waited… and left.
He waited . . . and left.
He waited... ‖Then he left.
He waited. . . . ‖She left.
"Well … I think so," he said.
I did not know … ‖Nobody did.
Yahoo! News wrote about it. ‖Nobody read it.
They asked (why?) and got no answer.
(He left early.) ‖She stayed.
He left (early). ‖She stayed.
Sen. Ann Lee (D-Calif.) said so. ‖Others did not.
He said so [twice]. ‖She did not.
The plan has two parts: it is short, and it is cheap.
"""

QUOTED = """
"Stop!" she said.
"Stop!" she said. ‖"Now."
“Why?” asked Doe.
“Why?” Doe asked.
“Why?” Ann Lee asked reporters on Monday. ‖“Nobody knows.”
"It is right?" Mr. Doe said. ‖He left.
“It is over!” Roe wrote last week.
‘Never.’ ‖That was his answer.
'Never.' ‖That was all.
“We won.” Doe said.
“We won.” ‖Doe said the vote had been fair.
“We won.” ‖He said the vote had been fair.
“Who are you?” ‖He said nothing.
“Who are you?” ‖Lee said, “Who wants to know?”
“We won,” said Doe. ‖“We won it all.”
“We won.” ‖“No.” ‖“We did.”
“We won. ‖We won it all.” ‖Lee was glad.
“We won.”‖“No, we did.”
He called it “nonsense.” ‖Others agreed.
He called it “nonsense”. ‖Others agreed.
“I said, ‘Go.’ ‖And he went.”
"I am late, " he said. ‖"Sorry."
«We won.» ‖Lee was glad.
„We won.“ ‖Lee was glad.
''Is he right?'' Ms. Lee asked. ‖''I doubt it.''
“What a day!” the mayor shouted.
“Is that all?” Lee continued. ‖“Then we are done.”
"Did he go?" ‖There was no answer.
"""

LISTS_AND_HEADINGS = """
A heading without a stop
• One item, and no other
There are two things: ‖• bread ‖• wine
"""

CASES = [
    pytest.param(line, id=line[:60])
    for table in (TITLES, INITIALS, ABBREVIATIONS, NUMBERS, STOPS, QUOTED, LISTS_AND_HEADINGS)
    for line in table.strip().split("\n")
]


def cut(text: str) -> list[str]:
    return [sentence.of(text) for sentence in find_sentences(text, lines_of(text))]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_they_end(marked: str) -> None:
    assert cut(marked.replace(BREAK, "")) == [sentence.strip() for sentence in marked.split(BREAK)]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 80


def test_no_sentence_crosses_a_paragraph() -> None:
    assert cut("He said that\nshe went. She did.\n\nSo") == ["He said that", "she went.", "She did.", "So"]


def test_a_wrapped_paragraph_is_one_stretch() -> None:
    text = "The mayor of Karva, Mr.\nDoe, spoke. He\nleft."
    assert [sentence.of(text) for sentence in find_sentences(text, [Span(0, len(text))])] == [
        "The mayor of Karva, Mr.\nDoe, spoke.",
        "He\nleft.",
    ]


@given(st.text(alphabet="\"'“”‘’.,?!… aAbMr1\n()•", max_size=200))
def test_sentences_hold_all_that_is_no_white_space(text: str) -> None:
    sentences = find_sentences(text, lines_of(text))
    assert list(sentences) == sorted(sentences)
    assert "".join("".join(sentence.of(text).split()) for sentence in sentences) == "".join(text.split())
    for sentence in sentences:
        assert sentence.of(text) == sentence.of(text).strip() != ""
        assert "\n" not in sentence.of(text)


@pytest.mark.xfail(
    strict=True, reason="after an abbreviation, a name that begins a sentence looks like one that goes on"
)
def test_known_failure_a_name_after_an_abbreviation() -> None:
    assert len(cut("She lives in Millton, N.J. Harmony, her sister, lives there too.")) == 2
