"""times: what time a text speaks of, as TIMEX3 values and intervals."""

from onrecord.judge.times.reading import TimeExpression, read_times

__all__ = ["TimeExpression", "read_times"]
