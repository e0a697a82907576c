"""Turns of a transcript: what is spoken is a statement; what was found already is left alone; questions are not."""

from onrecord.extract import Attribution
from onrecord.extract.turns import spoken_turns
from onrecord.segment import segment
from onrecord.spans import Span


def spoken(text: str, *found: str) -> list[str]:
    article = segment(text)
    taken = [Attribution(content=(Span(text.index(words), text.index(words) + len(words)),)) for words in found]
    return [span.of(article.text) for turn in spoken_turns(article, taken) for span in turn.content]


TALK = "OSTEN: The wall is sound.\n\nREYL: Then why does it leak?\n\nOSTEN: Every wall leaks.\n"


def test_every_turn_is_spoken() -> None:
    assert spoken(TALK) == ["The wall is sound", "Then why does it leak?", "Every wall leaks"]


def test_what_was_found_is_left_alone() -> None:
    assert spoken(TALK, "The wall is sound.", "Every wall") == ["Then why does it leak?"]


def test_the_questions_of_an_interview_are_the_reporters() -> None:
    text = "Q. What did you find?\n\nA. Water, where there should be none.\n\nQ. Much of it?\n\nA. A few litres.\n"
    assert spoken(text) == ["Water, where there should be none", "A few litres"]


def test_a_report_without_labels_has_no_turns() -> None:
    assert spoken("The wall is sound, said Karl Osten.\n\nIt leaks.\n") == []
