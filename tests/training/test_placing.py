"""Cues and sources of a reading placed again: a text, what its labels name, and where that is."""

from training.placing import Statement, place_statements


def labelled(text: str, **roles: tuple[str, int]) -> Statement:
    """A statement whose roles lie where the n-th occurrence of their string begins (0 is the first)."""
    statement: Statement = {"source": [], "cue": [], "content": []}
    for role, (string, nth) in roles.items():
        start = -1
        for _ in range(nth + 1):
            start = text.index(string, start + 1)
        statement[role] = [[start, start + len(string)]]
    return statement


def shown(text: str, *statements: Statement) -> list[tuple[str, str]]:
    """Source and cue of each with a mark before and after them in the text."""
    placed = place_statements(text, list(statements))
    mark = lambda s: f"{text[max(0, s[0] - 6) : s[0]]}[{text[s[0] : s[1]]}]"  # noqa: E731
    return [("".join(map(mark, s["source"])), "".join(map(mark, s["cue"]))) for s in placed]


def test_a_pronoun_is_no_part_of_another_word() -> None:
    text = "They waited. The ferry was late, he said."
    said = labelled(text, source=("he", 0), cue=("said", 0), content=("The ferry was late", 0))
    assert shown(text, said) == [("late, [he]", "e, he [said]")]


def test_what_is_right_stays() -> None:
    text = "“No,” he said. “He left,” he added."
    said = labelled(text, source=("he", 0), cue=("said", 0), content=("“No,”", 0))
    assert place_statements(text, [said]) == [said]


def test_a_cue_serves_one_statement_where_there_is_another() -> None:
    text = "It rained, she said. It was cold, she said."
    first = labelled(text, source=("she", 0), cue=("said", 0), content=("It rained", 0))
    second = labelled(text, source=("she", 0), cue=("said", 0), content=("It was cold", 0))
    assert shown(text, first, second)[1] == ("cold, [she]", ", she [said]")
    assert place_statements(text, [first, second])[1]["cue"][0][0] > text.index("cold")


def test_a_source_within_the_content_is_looked_for_outside() -> None:
    text = "“We think he knew,” he told us."
    told = labelled(text, source=("he", 0), cue=("told", 0), content=("“We think he knew,”", 0))
    assert shown(text, told) == [("new,” [he]", ",” he [told]")]


def test_without_cue_and_source_nothing_is_placed() -> None:
    text = "“We waited an hour.”"
    alone = labelled(text, content=(text, 0))
    assert place_statements(text, [alone]) == [alone]
