"""Which words stand in quotation marks. In the cases, ⟦ ⟧ stand around every quotation; a line is a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import lines_of, read_marked, show_marked

from onrecord.segment.quotes import Quotation, find_quotations
from onrecord.spans import Span

STYLES = {  # FIELD 14
    "straight": '⟦"We will go,"⟧ the mayor said. ⟦"All of us."⟧',
    "curly": "⟦“We will go,”⟧ the mayor said. ⟦“All of us.”⟧",
    "typewriter, as in old wires": "⟦``We will go,''⟧ the mayor said. ⟦''All of us.''⟧",
    "guillemets": "⟦«We will go»⟧, the mayor said. ⟦« All of us. »⟧",
    "guillemets in the German order": "⟦»We will go«⟧, the mayor said. ⟦»All of us.«⟧",
    "low and high, German": "⟦„We will go“⟧, the mayor said. ⟦„All of us.“⟧",
    "low and high, Polish": "⟦„We will go”⟧, the mayor said. ⟦„All of us.”⟧",
    "low and straight": '⟦„We will go"⟧, the mayor said. ⟦„All of us."⟧',
    "British, curly": "⟦‘We will go,’⟧ the mayor said. ⟦‘All of us.’⟧",
    "British, straight": "⟦'We will go,'⟧ the mayor said. ⟦'All of us.'⟧",
    "British, stop outside": "The mayor called it ⟦‘a farce’⟧. Her deputy said it was ⟦‘worse’⟧.",
    "low single": "⟦‚We will go’⟧, the mayor said. ⟦‚All of us.’⟧",
}

NESTED = {
    "single in double": "⟦\"She told me ⟦'never'⟧ and left,\"⟧ he said.",
    "single in curly double": "⟦“She told me ⟦‘never’⟧ and left,”⟧ he said.",
    "double in British single": "⟦'She told me ⟦\"never\"⟧ and left,'⟧ he said. ⟦'She meant it.'⟧",
    "both end together": "⟦“The sign read ⟦‘Keep out.’⟧”⟧ Nobody did.",
    "begins inside at once": "⟦“⟦‘Never,’⟧ she told me,”⟧ he said.",
    "double in double, curly": "⟦“The ⟦“plan”⟧ is a joke,”⟧ he said.",
    "double in double, straight": '⟦"The ⟦"plan"⟧ is a joke,"⟧ he said.',
    "three deep": "⟦“He said ⟦‘the ⟦“plan”⟧ is dead’⟧ twice,”⟧ she said.",
}

APOSTROPHES = {
    "possessive plural": "⟦'We met the unions' demand,'⟧ Doe said. ⟦'It was fair.'⟧",
    "possessive plural in double marks": "⟦\"The unions' demand was fair, the owners' was not,\"⟧ Doe said.",
    "a decade": "⟦'The '90s were like that,'⟧ Doe said. ⟦'So were the '80s.'⟧",
    "clipped words": "⟦'Tell 'em to go,'⟧ Doe said. ⟦'Rock 'n' roll is dead.'⟧",
    "clipped verbs": "⟦'They were goin' home,'⟧ Doe said.",
    "no quotation at all": "The unions' demand and the owners' answer were read in the teachers' club in the '90s.",
    "cut-off words, no quotation": "They were goin' to the fishermen's club, 'cause it was the miners' day.",
    "typed as an opening mark": "⟦“The ‘90s weren‘t like that,”⟧ Doe said.",
    "apart from its word": "⟦\"It is Karva 's plan and the union 's,\"⟧ Doe said.",
    "an Irish name": "⟦'Ask O'Dowd,'⟧ she said. ⟦'Or D'Arcy.'⟧",
}

OVER_PARAGRAPHS = {
    "each reopens, the last closes (FIELD 4)": """⟦"We began with nothing.⟧
⟦"We had no roof.⟧
⟦"Now we have a school,"⟧ Lee said.""",
    "curly": """Lee said: ⟦“We began with nothing.⟧
⟦“Now we have a school.”⟧
The school opened in May.""",
    "British": """Lee said: ⟦‘We began with nothing.⟧
⟦‘Now we have a school.’⟧
The school opened in May.""",
    "guillemets": """Lee said: ⟦«We began with nothing.⟧
⟦«Now we have a school.»⟧""",
    "not reopened: from the paragraph's start": """Lee said: ⟦"We began with nothing.⟧
⟦Now we have a school."⟧
The school opened in May.""",
    "British, not reopened": """Lee said: ⟦'We began with nothing.⟧
⟦'We had no roof.⟧
⟦Now we have a school.'⟧
It opened ⟦'in May'⟧.""",
    "a closing mark that nothing opened": """The school opened in May."
⟦"We are glad,"⟧ Lee said.""",
    "left open two paragraphs before": """Lee said: ⟦"We began with nothing.⟧
The school has two rooms.
It opened in May." The mayor came.""",
}

BROKEN = {
    "never closed (FIELD 7)": 'Lee said: ⟦"We began with nothing.⟧\nThe mayor agreed.',
    "never closed, and another after it": 'Lee said ⟦"we began. ⟧⟦"It was hard,"⟧ she said.',
    "never closed, curly": "Lee said ⟦“we began. ⟧⟦“It was hard,”⟧ she said.",
    "empty": 'The field was ⟦""⟧, the form said.',
    "empty, curly": "The field was ⟦“”⟧, the form said.",
    "back to back": '⟦"Stop."⟧ ⟦"Why?"⟧ ⟦"Because."⟧',
    "back to back, no space": '⟦"Stop."⟧⟦"Why?"⟧⟦“Because.”⟧⟦“So.”⟧',
    "a bullet (FIELD 8)": "» Taxes will rise, ⟦“says Lee”⟧\n» Rents will not",
    "an arrow at the line's end": "Watch the interview here »\n⟦“Never,”⟧ Lee said.",
    "turned closing mark, curly": "⟦“He is a puppet, “⟧he said. ⟦“We all know it.”⟧",
    "turned opening mark, curly": "⟦”He is a puppet,”⟧ she said.",
    "closing mark after a space": '⟦"He is a puppet, "⟧he said. ⟦"We know."⟧',
    "spaces inside": '⟦" He is a puppet, "⟧ he said.',
    "inches": 'A 6" pipe burst. ⟦"It was 8" wide,"⟧ said Roe. The 2\'6" hole is shut.',
    "dashes": '⟦"Stop—"⟧ he began, but she—⟦"Never!"⟧—had gone.',
    "in brackets": 'The plan (⟦"a farce"⟧, she said) is dead.',
    "a number before the mark": 'She turned ⟦"76"⟧ and he was ⟦"born in 1976"⟧.',
    "a line's end is no closing mark (FIELD 25)": '⟦"It was late,"⟧ Lee said. ⟦"We left.⟧\nRoe said: ⟦"We stayed."⟧',
    "a mark at a line's end keeps to its line (FIELD 25)": '⟦"We left."⟧\nMARTA ROE: ⟦"We stayed."⟧\n⟦"We too."⟧',
}

STYLE_OF_THE_DOCUMENT = {
    "single marks mean nothing where double ones quote (FIELD 12)": """Minister calls plan 'madness'
⟦"It will fail,"⟧ she said. ⟦"It is ⟦'mad'⟧."⟧
The so-called 'plan' is two pages long.""",
    "one pair of apostrophes is no quotation": "The miners' club and the bakers' choir sang 'round the lads' fire.",
    "one curly pair is": "The minister called the plan ⟦‘madness’⟧.",
    "one spoken pair is": "⟦'We will go,'⟧ she said.",
    "a British paper with a word in double marks": """⟦'We go on Monday,'⟧ Lee said.
⟦'The ⟦"plan"⟧ is ready.'⟧
⟦'So are we,'⟧ said Roe. The ⟦"plan"⟧ has two pages. ⟦'Read it.'⟧
⟦'It is short.'⟧""",
}


def found(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, lines_of(text))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(marked, id=name)
        for table in (STYLES, NESTED, APOSTROPHES, OVER_PARAGRAPHS, BROKEN, STYLE_OF_THE_DOCUMENT)
        for name, marked in table.items()
    ],
)
def test_finds_what_stands_in_marks(marked: str) -> None:
    text, _ = read_marked(marked)
    assert show_marked(text, [quotation.span for quotation in found(text)]) == marked


def test_depth_counts_the_quotations_around() -> None:
    text = "“He said ‘the “plan” is dead’ twice,” she said. “So.”"
    assert [(quotation.span.of(text)[1:8], quotation.depth) for quotation in found(text)] == [
        ("He said", 0),
        ("the “pl", 1),
        ("plan”", 2),
        ("So.”", 0),
    ]


def test_marks_are_given_with_their_quotation() -> None:
    text = "Lee said: ``Go.''"
    (quotation,) = found(text)
    assert (quotation.opening.of(text), quotation.closing.of(text)) == ("``", "''")


def test_a_missing_closing_mark_is_empty_at_the_paragraphs_end() -> None:
    text = 'Lee said: "Go now.\nRoe stayed.'
    (quotation,) = found(text)
    assert quotation.closing == Span(18, 18)
    assert quotation.span == Span(10, 18)


def test_a_missing_opening_mark_is_empty_at_the_paragraphs_start() -> None:
    text = 'Lee said: "Go now.\nGo far." She left.'
    _, quotation = found(text)
    assert quotation.opening == Span(19, 19)
    assert quotation.span.of(text) == 'Go far."'


def test_outside_of_the_paragraphs_nothing_is_found() -> None:
    text = '"One."\n"Two."\n"Three."'
    assert [quotation.span.of(text) for quotation in find_quotations(text, [Span(7, 13)])] == ['"Two."']


MARKS_AND_WORDS = st.text(alphabet="\"'“”‘’‚„«»` .,?!ab S6\n-—(", max_size=200)


@given(MARKS_AND_WORDS)
def test_quotations_nest_and_keep_to_their_paragraph(text: str) -> None:
    paragraphs = lines_of(text)
    quotations = find_quotations(text, paragraphs)
    assert list(quotations) == sorted(quotations, key=lambda quotation: (quotation.span.start, -quotation.span.end))
    around: list[Span] = []
    for quotation in quotations:
        assert any(paragraph.covers(quotation.span) for paragraph in paragraphs)
        assert quotation.span.start == quotation.opening.start <= quotation.opening.end <= quotation.closing.start
        assert quotation.closing.end == quotation.span.end
        while around and around[-1].end <= quotation.span.start:
            around.pop()
        assert not around or around[-1].covers(quotation.span)
        assert quotation.depth == len(around)
        around.append(quotation.span)


@pytest.mark.xfail(strict=True, reason="an opening mark too few reads like one quotation inside another")
def test_known_failure_a_lost_opening_mark_after_a_lost_closing_one() -> None:
    marked = "⟦“We left. ⟧⟦“It was late,”⟧ she said. ⟦We ran.”⟧"
    text, spans = read_marked(marked)
    assert [quotation.span for quotation in found(text)] == spans


@pytest.mark.xfail(strict=True, reason="single marks inside single marks cannot be told from apostrophes")
def test_known_failure_single_in_single() -> None:
    marked = "⟦'He called it a ⟦'sham'⟧ twice,'⟧ she said. ⟦'He did.'⟧"
    text, spans = read_marked(marked)
    assert [quotation.span for quotation in found(text)] == spans
