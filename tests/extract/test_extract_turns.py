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


def test_a_label_with_a_colon_is_the_source() -> None:
    article = segment(TALK + "\nREYL (laughing): All of them.\n")
    found = [[span.of(article.text) for span in (*one.source, *one.cue)] for one in spoken_turns(article, [])]
    assert found == [["OSTEN", ":"], ["REYL", ":"], ["OSTEN", ":"], ["REYL", ":"]]
    letters = segment("Q. Why?\n\nA. So.\n\nQ. When?\n\nA. Now.\n")
    assert [(one.source, one.cue) for one in spoken_turns(letters, [])] == [((), ()), ((), ())]


def test_what_was_found_is_left_alone() -> None:
    assert spoken(TALK, "The wall is sound.", "Every wall") == ["Then why does it leak?"]


def test_the_questions_of_an_interview_are_the_reporters() -> None:
    text = "Q. What did you find?\n\nA. Water, where there should be none.\n\nQ. Much of it?\n\nA. A few litres.\n"
    assert spoken(text) == ["Water, where there should be none", "A few litres"]


def told(text: str, source: str, cue: str, content: str) -> list[str]:
    """What is spoken where the model has found one statement with a source of its own."""
    parts = {"source": source, "cue": cue, "content": content}
    spans = {role: (Span(text.index(words), text.index(words) + len(words)),) for role, words in parts.items()}
    return [span.of(text) for turn in spoken_turns(segment(text), [Attribution(**spans)]) for span in turn.content]


def test_what_a_speaker_says_that_others_said_is_the_speakers() -> None:
    text = "OSTEN: It is late. The ministry said that steel was short.\n\nREYL: Why?\n\nOSTEN: It was.\n"
    assert told(text, "The ministry", "said", "that steel was short")[0] == (
        "It is late. The ministry said that steel was short"
    )
    assert told(text.replace("The ministry", "I"), "I", "said", "that steel was short") == ["Why?", "It was"]


def test_a_turn_whose_source_is_its_label_is_not_found_twice() -> None:
    assert told(TALK, "OSTEN", ":", "The wall is sound") == ["Then why does it leak?", "Every wall leaks"]
    later = TALK.replace("Every wall leaks.", "Every wall leaks. Karl Osten told reporters that it was so.")
    assert told(later, "Karl Osten", "told reporters", "that it was so")[2:] == []


ALONE = "Interview with Karl Osten\n\nWhy?\n\nI do.\n\nIt is late. The ministry told us to wait.\n\nAnd now?\n\nNow.\n"


def test_without_a_label_only_a_first_person_tells_an_answer_with_others_words_from_a_remark_of_who_asks() -> None:
    assert told(ALONE, "The ministry", "told", "to wait") == ["I do", "It is late. The ministry told us to wait", "Now"]
    remark = ALONE.replace("It is late. The ministry told us", "The ministry tells people")
    assert told(remark, "The ministry", "tells", "to wait") == ["I do", "Now"]


def test_a_report_without_labels_has_no_turns() -> None:
    assert spoken("The wall is sound, said Karl Osten.\n\nIt leaks.\n") == []
