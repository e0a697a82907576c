"""What holds of the quantities of every text."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from onrecord.judge.quantities import read_quantities
from onrecord.spans import Span

VOCABULARY = """one two half a an dozen hundred million billion and of the in to from between or at least up about over
    27 5,000 2.5 1/2 ½ 10⁶ $ £ % ° -  – + . , ( ) “ ’ m bn km GB per cent percent points year old day each us dollars
    people boats rose fell by was quadrupled May 2019 9:30 pm 1st F-16 AU S&P U.S. İ ǅ one-third one-in-five"""
TEXTS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=40).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_spans_stand_in_the_text_in_order_and_numbers_are_decimals(text: str) -> None:
    found = read_quantities(text)
    starts = [one.span.start for one in found]
    assert starts == sorted(starts)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text).strip() == one.span.of(text)
        assert one.of is None or 0 <= one.of.start < one.of.end <= len(text)
        assert one.rules
        for number in (one.low, one.high):
            assert number is None or isinstance(number, Decimal)
        record = one.record()
        for written in (record.low, record.high):
            assert written is None or Decimal(written).is_finite()
            assert written is None or "E" not in written


@given(TEXTS)
def test_bounds_say_which_sides_are_open(text: str) -> None:
    for one in read_quantities(text):
        if one.low is None and one.high is None:
            assert one.rules[0] == "number.vague"
        elif one.bound in ("at-least", "more-than"):
            assert one.low is not None
            assert one.high is None
        elif one.bound in ("at-most", "less-than"):
            assert one.low is None
        elif one.bound == "range":
            assert one.low is not None
            assert one.high is not None
            assert one.low <= one.high
        else:
            assert one.low == one.high


@given(TEXTS, st.integers(0, 200), st.integers(0, 200))
def test_a_span_asks_for_what_stands_in_it(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert read_quantities(text, span) == tuple(one for one in read_quantities(text) if span.covers(one.span))


def test_a_number_of_a_hundred_thousand_digits_is_a_code() -> None:
    assert read_quantities("It holds " + "7" * 100_000 + " grains") == ()
