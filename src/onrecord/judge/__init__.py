"""judge: what kind of statement it is: form, act, polarity, certainty."""

from onrecord.judge.judging import Judged, judge

__all__ = ["Judged", "judge"]
