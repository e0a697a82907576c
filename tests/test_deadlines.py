"""The day of a deadline: the last one that counts."""

import pytest

from onrecord.deadlines import last_day
from onrecord.spans import Span
from onrecord.types import Time


@pytest.mark.parametrize(
    ("first", "end", "expected"),
    [
        (None, "2024-06-02", "2024-06-01"),  # "by 1 June"
        (None, "2024-06-01", "2024-05-31"),  # "by May"
        ("2025-12-01", "2026-01-01", "2025-12-31"),  # "by the end of 2025"
        (None, "2024-03-01T12:00", "2024-03-01"),  # "by noon"
        (None, "2024-10-04T00:01", "2024-10-03"),  # "by midnight on 3 October"
        (None, "2024-02-31", "2024-02-31"),  # an imported record may hold any words there
        (None, "0001-01-01", "0001-01-01"),
        ("2024-03-04", None, "2024-03-04"),
        (None, None, None),
    ],
)
def test_a_deadline_is_the_last_day_that_counts(first: str | None, end: str | None, expected: str | None) -> None:
    assert last_day(Time(span=Span(0, 1), type="DATE", value=None, from_=first, to=end)) == expected
