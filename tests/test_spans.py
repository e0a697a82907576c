"""Spans and alignments: the arithmetic that all offsets rest on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.spans import Alignment, Span, length, normalise, shared

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


def points(many: object) -> set[int]:
    return {place for start, end in many for place in range(start, end)}  # type: ignore[attr-defined]


def test_a_span_gives_its_words() -> None:
    assert Span(4, 10).of("The bridge is shut.") == "bridge"


def test_a_span_counts_code_points() -> None:
    assert Span(2, 6).of("🌉 Pont") == "Pont"


@pytest.mark.parametrize(
    ("left", "right", "overlaps", "covers"),
    [
        (Span(2, 6), Span(2, 6), True, True),
        (Span(2, 6), Span(3, 5), True, True),
        (Span(2, 6), Span(5, 7), True, False),
        (Span(2, 6), Span(6, 8), False, False),
        (Span(3, 5), Span(2, 6), True, False),
    ],
)
def test_overlap_and_cover(left: Span, right: Span, overlaps: bool, covers: bool) -> None:
    assert left.overlaps(right) is overlaps
    assert left.covers(right) is covers


def test_normal_spans_are_sorted_joined_and_not_empty() -> None:
    assert normalise([Span(8, 9), Span(0, 2), Span(2, 4), Span(5, 5), Span(3, 4)]) == (Span(0, 4), Span(8, 9))


@given(st.lists(spans))
def test_normalising_keeps_every_code_point(many: list[Span]) -> None:
    normal = normalise(many)
    assert points(normal) == points(many)
    assert all(one.end < other.start for one, other in pairwise(normal))
    assert all(one.start < one.end for one in normal)
    assert length(normal) == len(points(many))


@given(st.lists(spans), st.lists(spans))
def test_shared_counts_common_code_points(left: list[Span], right: list[Span]) -> None:
    assert shared(normalise(left), normalise(right)) == len(points(left) & points(right))


# Alignment. The text "it, ”she" becomes "it,” she": a space dropped at 3, one put in at 5.
SWAPPED = Alignment.of([(Span(3, 4), 0), (Span(5, 5), 1)], 8)


def test_what_is_dropped_at_an_edge_stays_outside_and_inside_it_stays_in() -> None:
    assert SWAPPED.to_original(Span(0, 3)) == Span(0, 3)  # it,
    assert SWAPPED.to_original(Span(0, 4)) == Span(0, 5)  # it,”
    assert SWAPPED.to_original(Span(3, 4)) == Span(4, 5)  # ”
    assert SWAPPED.to_original(Span(5, 8)) == Span(5, 8)  # she


def test_what_is_put_in_has_an_empty_original() -> None:
    assert SWAPPED.to_original(Span(4, 5)) == Span(5, 5)
    assert SWAPPED.to_original(Span(4, 8)) == Span(5, 8)


def test_the_original_maps_to_the_view_with_what_was_put_in_beside_it() -> None:
    assert SWAPPED.to_view(Span(0, 3)) == Span(0, 3)
    assert SWAPPED.to_view(Span(0, 5)) == Span(0, 5)
    assert SWAPPED.to_view(Span(5, 8)) == Span(4, 8)
    assert SWAPPED.to_view(Span(3, 4)) == Span(3, 3)


def test_a_part_of_a_changed_stretch_gets_the_whole_of_it() -> None:
    decoded = Alignment.of([(Span(2, 5), 1), (Span(6, 7), 3)], 8)  # 2→2, 6→[4, 7)
    assert decoded.to_original(Span(2, 3)) == Span(2, 5)
    assert decoded.to_original(Span(5, 6)) == Span(6, 7)
    assert decoded.to_view(Span(3, 4)) == Span(2, 3)
    assert decoded.boundary(5) == 6


def test_identity_keeps_every_span() -> None:
    alignment = Alignment.identity(9)
    assert alignment.to_original(Span(2, 7)) == alignment.to_view(Span(2, 7)) == Span(2, 7)
    assert [alignment.boundary(place) for place in range(10)] == list(range(10))


def test_one_code_point_for_one_is_not_kept() -> None:
    assert Alignment.of([(Span(2, 3), 1)], 9) == Alignment.identity(9)


@st.composite
def alignments(draw: st.DrawFn) -> tuple[Alignment, str, str]:
    """An alignment with its text and view: kept stretches in lower case, changed ones in upper case."""
    text = view = ""
    changes = []
    for size, kept, put in draw(
        st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), max_size=5)
    ):
        if size == put == 0 or size == put == 1:
            continue
        changes.append((Span(len(text), len(text) + size), put))
        text, view = text + "X" * size, view + "Y" * put
        words = "".join(chr(ord("a") + (len(text) + n) % 26) for n in range(kept))
        text, view = text + words, view + words
    return Alignment.of(changes, len(text)), text, view


def every_span(size: int) -> list[Span]:
    return [Span(start, end) for start in range(size + 1) for end in range(start, size + 1)]


@given(alignments())
def test_a_span_of_the_view_comes_back(case: tuple[Alignment, str, str]) -> None:
    alignment, text, view = case
    assert (alignment.original_length, alignment.view_length) == (len(text), len(view))
    for span in every_span(len(view)):
        back = alignment.to_original(span)
        assert 0 <= back.start <= back.end <= len(text)
        if back.start < back.end:
            assert alignment.to_view(back).covers(span)


@given(alignments())
def test_the_original_is_the_smallest_that_covers(case: tuple[Alignment, str, str]) -> None:
    alignment, _, view = case
    inside = {place for start, end in alignment.original for place in range(start + 1, end)}
    for span in every_span(len(view)):
        back = alignment.to_original(span)
        for smaller in (Span(back.start + 1, back.end), Span(back.start, back.end - 1)):
            if smaller.start < smaller.end and not inside & {smaller.start, smaller.end}:
                assert not alignment.to_view(smaller).covers(span)


@given(alignments())
def test_words_that_were_not_changed_are_the_same_on_both_sides(case: tuple[Alignment, str, str]) -> None:
    alignment, text, view = case
    for span in every_span(len(view)):
        words = span.of(view)
        if words.islower():
            back = alignment.to_original(span)
            if "X" not in back.of(text):
                assert back.of(text) == words
                inner = alignment.to_view(back)
                assert inner.of(view).strip("Y") == words
                assert inner == span or "Y" in inner.of(view)


@given(alignments())
def test_spans_of_the_view_keep_their_order(case: tuple[Alignment, str, str]) -> None:
    alignment, _, view = case
    for span in every_span(len(view)):
        for middle in range(span.start + 1, span.end):
            left, right = alignment.to_original(Span(span.start, middle)), alignment.to_original(Span(middle, span.end))
            whole = alignment.to_original(span)
            assert left.start <= right.start
            assert left.end <= right.end
            assert whole.covers(left)
            assert whole.covers(right)


@given(alignments())
def test_boundaries_make_a_partition(case: tuple[Alignment, str, str]) -> None:
    alignment, text, view = case
    places = [alignment.boundary(place) for place in range(len(view) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == (len(text) if view else 0)


@given(alignments())
def test_what_stands_in_a_block_of_the_view_stands_in_the_block_of_the_text(case: tuple[Alignment, str, str]) -> None:
    alignment, _, view = case
    for edge in range(len(view) + 1):
        if 0 < edge < len(view) and view[edge - 1 : edge + 1].islower():
            assert alignment.to_original(Span(0, edge)).end <= alignment.boundary(edge)
            assert alignment.boundary(edge) <= alignment.to_original(Span(edge, len(view))).start


def test_many_changes_are_looked_up_fast() -> None:
    alignment = Alignment.of([(Span(3 * n, 3 * n + 1), 0) for n in range(200_000)], 600_000)
    assert alignment.view_length == 400_000
    assert alignment.to_original(Span(399_998, 400_000)) == Span(599_998, 600_000)
    assert alignment.boundary(200_000) == 300_000


def test_parts_leave_out_what_was_dropped_between_words() -> None:
    text = "Mayor Varga Ilse VargaOlen votes MORE said no"
    alignment = Alignment.of([(Span(11, 37), 0)], len(text))
    view = "Mayor Varga said no"
    assert [part.of(text) for part in alignment.parts(Span(0, len(view)))] == ["Mayor Varga", " said no"]
    assert [part.of(text) for part in alignment.parts(Span(0, 11))] == ["Mayor Varga"]
    assert [part.of(text) for part in alignment.parts(Span(12, 16))] == ["said"]


def test_parts_keep_words_with_a_dropped_hyphen_whole() -> None:
    alignment = Alignment.of([(Span(3, 4), 0)], len("har\xadbour"))
    assert alignment.parts(Span(0, 7)) == (Span(0, 8),)
