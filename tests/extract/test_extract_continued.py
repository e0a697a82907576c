"""A quotation over paragraphs goes on by its marks, whether the network saw it or not."""

from onrecord.extract import Attribution
from onrecord.extract.continued import continued_quotations
from onrecord.segment import segment
from onrecord.spans import Span


def continued(text: str, *found: str) -> list[str]:
    article = segment(text)
    taken = [Attribution(content=(Span(text.index(words), text.index(words) + len(words)),)) for words in found]
    return [span.of(article.text) for more in continued_quotations(article, taken) for span in more.content]


TALK = (
    "“Nine people told me,” Hall said. “Nobody could have known.\n\n“I would like to know who wrote it.”\n\nShe left.\n"
)


def test_a_paragraph_that_goes_on_is_a_statement() -> None:
    assert continued(TALK) == ["“I would like to know who wrote it.”"]


def test_what_was_found_at_its_head_is_all_of_it() -> None:
    assert continued(TALK, "“I would") == ["“I would like to know who wrote it.”"]


def test_two_that_were_found_at_its_head_are_one() -> None:
    """Else two statements would have one id, and the record would refuse the report."""
    assert continued(TALK, "“I would", "“I would like") == ["“I would like to know who wrote it.”"]


def test_what_was_found_within_it_is_left_alone() -> None:
    assert continued(TALK, "I would like to know") == ["I would like to know"]


def test_what_has_a_cue_is_left_alone() -> None:
    text = "He said: “One.\n\n“Two,” he added, “or three.”\n"
    article = segment(text)
    places = {words: Span(text.index(words), text.index(words) + len(words)) for words in ("“Two,”", "added")}
    two = Attribution(content=(places["“Two,”"],), cue=(places["added"],))
    assert continued_quotations(article, [two]) == [two]


def test_a_quotation_that_was_closed_does_not_go_on() -> None:
    assert continued(TALK.replace("known.", "known.”")) == []


def test_it_goes_on_over_as_many_paragraphs_as_are_left_open() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three.”\n"
    assert continued(text) == ["“Two.", "“Three.”"]
