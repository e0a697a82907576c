"""What holds for every text: edits replay, spans come back, cleaning twice is cleaning once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.clean import RULES, clean
from onrecord.clean.edits import Edit, apply_edits, join_edits
from onrecord.spans import Alignment, Span

PIECES = [
    *"“”\"‘’'`´′ʼ″„»«.,;:?!()[]—–-… \t\n\r\x0b\x0c\u2028\u2029\xa0\u2009\u3000\xad\u200b\u200d\u202e\ufeff\ufffd",
    *"\x80\x85\x93\x9d\x07aAzséÉÂÃâ€™œ¢©¦ð1690",
    *("``", "''", "‘‘", "’’", "'''", ". . .", ". . . .", "â€™", "â€œ", "â€", "Ã©", "Ã¢â‚¬â„¢", "Å¡", "ðŸ”¥", "ï»¿"),
    *("he said", "said Ann", "Yes", "the town", "’s", "'s. ", "’90s", "drivers’", " ’n’ ", "» ", ", ”she said"),
    *("a boat, “he said.", "‘16 and", "U.S.’s", "goin’"),
]

dirty = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
texts = st.one_of(dirty, st.text(max_size=60))


@given(texts)
@settings(max_examples=300, deadline=None)
@example("Ã\u200b©")
@example("Ã ''")
@example("\r\u200b\n")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    view = clean(text).text
    again = clean(view)
    assert again.text == view
    assert again.edits == ()
    assert again.alignment == Alignment.identity(len(view))


@given(texts)
@settings(max_examples=200, deadline=None)
def test_the_edits_replay_to_the_view(text: str) -> None:
    cleaned = clean(text)
    assert apply_edits(text, cleaned.edits) == cleaned.text
    last = 0
    for edit in cleaned.edits:
        assert last <= edit.span.start <= edit.span.end <= len(text)
        assert edit.span.of(text) != edit.replacement
        assert set(edit.rule.split("+")) <= set(RULES)
        last = edit.span.end


@given(texts)
@settings(max_examples=200, deadline=None)
def test_every_span_of_the_view_comes_back(text: str) -> None:
    view, alignment = clean(text).text, clean(text).alignment
    assert (alignment.original_length, alignment.view_length) == (len(text), len(view))
    for start in range(len(view)):
        for end in range(start + 1, min(len(view), start + 12) + 1):
            back = alignment.to_original(Span(start, end))
            assert 0 <= back.start <= back.end <= len(text)
            assert back.start == back.end or alignment.to_view(back).covers(Span(start, end))


@given(texts)
@settings(max_examples=200, deadline=None)
def test_letters_and_digits_of_the_view_are_the_text_s(text: str) -> None:
    cleaned = clean(text)
    edited = {place for edit in cleaned.edits for place in range(edit.span.start, edit.span.end)}
    for place, character in enumerate(cleaned.text):
        back = cleaned.alignment.to_original(Span(place, place + 1))
        if back.end == back.start + 1 and back.start not in edited:
            assert text[back.start] == character


@given(texts)
@settings(max_examples=200, deadline=None)
def test_lines_stay_lines(text: str) -> None:
    view = clean(text).text
    breaks = text.replace("\r\n", "\n")
    assert view.count("\n") == sum(breaks.count(mark) for mark in "\n\r\x0b\x0c\u2028\u2029")


@given(dirty, dirty)
@settings(max_examples=100, deadline=None)
def test_a_line_is_cleaned_for_itself(one: str, other: str) -> None:
    assert clean(f"{one}\n \n{other}").text == f"{clean(one).text}\n \n{clean(other).text}" or one.endswith("\r")


def edits_of(text: str) -> st.SearchStrategy[list[Edit]]:
    """Any sorted, disjoint edits of a text; the rule is the place, so that names differ."""

    @st.composite
    def draw_edits(draw: st.DrawFn) -> list[Edit]:
        edits, place = [], 0
        while place <= len(text) and draw(st.booleans()):
            start = draw(st.integers(place, len(text)))
            end = draw(st.integers(start, min(len(text), start + 3)))
            if not (edits and start == end == edits[-1].span.end):
                edits.append(Edit(f"r{start}", Span(start, end), draw(st.text("xyz", max_size=3))))
            place = end + (start == end)
        return edits

    return draw_edits()


@given(st.data(), st.text("abc", max_size=12))
@settings(max_examples=200, deadline=None)
def test_two_passes_join_into_one(data: st.DataObject, text: str) -> None:
    first = data.draw(edits_of(text))
    between = apply_edits(text, first)
    second = data.draw(edits_of(between))
    joined = join_edits(text, first, between, second)
    assert apply_edits(text, joined) == apply_edits(between, second)
    assert all(one.span.end <= other.span.start for one, other in pairwise(joined))
    assert len({edit.span for edit in joined}) == len(joined)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000,
        ", ”he said. “A" * 700,
        " " * 10_000 + "»",
        "``a''" * 2_000,
        "’s ‘" * 2_500,
        'A b, "' * 2_000,
        "Ãƒ" * 5_000,
        "Ã\u200b" * 5_000,
        "É”’" * 3_000,
        "Â" * 5_000 + "©" + "''" * 2_000,
    ],
)
def test_what_is_said_over_and_over_is_cleaned_at_once_too(text: str) -> None:
    cleaned = clean(text)
    assert apply_edits(text, cleaned.edits) == cleaned.text
    assert clean(cleaned.text).text == cleaned.text


def test_every_rule_has_an_example_that_it_alone_explains() -> None:
    for name, rule in RULES.items():
        cleaned = clean(rule.before)
        assert cleaned.text == rule.after
        assert name in {part for edit in cleaned.edits for part in edit.rule.split("+")}


def test_an_edit_that_several_passes_made_names_them_all() -> None:
    assert clean("isnâ€™t").edits == (Edit("mojibake+apostrophe", Span(3, 6), "'"),)


def test_ftfy_is_only_asked_about_doubtful_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.clean import mojibake

    asked: list[str] = []
    monkeypatch.setattr(mojibake, "_looks_bad", lambda stretch: bool(asked.append(stretch)))
    clean("“It’s a café,” she said. â€œItâ€™s RenÃ©e’s.â€\x9d")
    assert asked == []
    clean("TomiÅ¡iÄ‡")
    assert asked == ["iÅ¡i", "iÄ‡"]
