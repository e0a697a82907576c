"""Clock times: "7:15 p.m.", "9 a.m. Tuesday", "noon", "0220 GMT"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from onrecord.judge.times.context import Match
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.values import Value
from onrecord.judge.wordlist import word_set

NOT_A_TIME = "there is no such time of day"
NO_DAY = "its day is not said"
UNDATED = "XXXX-XX-XXT"

HOUR, NOON, MIDNIGHT = 60, 12 * 60, 24 * 60
"""Minutes. Midnight is the end of the day that it is named with, as TIMEX3 has it."""

CUES = word_set("at around about by from until till since before after to between and approximately shortly just past")
"""Words before a bare "7:15", which else may be a score or a ratio."""

ZONES = {"gmt": "Z", "utc": "Z", "z": "Z"}
"""Zones that one letter of ISO 8601 stands for; the others are not the same everywhere, and left out."""


def _clock(match: Match) -> Value | None:
    """Such as "7:15 p.m.", "7.15pm", "19:30 GMT"."""
    low = match.token("t").low
    hour, _, rest = low.replace(".", ":").partition(":")
    if not match.has("a") and not match.has("z") and match.before() not in CUES:
        return None
    if "." in low and (len(rest) != 2 or not (match.has("a") or match.has("z"))):
        return None
    return _at(match, int(hour), int(rest[:2]))


def _hour(match: Match) -> Value | None:
    """Such as "5 p.m.", "five o'clock", "4 in the morning"."""
    return _at(match, match.whole("t"), 0)


def _figures(match: Match) -> Value | None:
    """Such as "0220 GMT"."""
    low = match.token("t").low
    return _at(match, int(low[:2]), int(low[2:])) if low.isdigit() and len(low) == 4 else None


def _named(match: Match) -> Value | None:
    """Such as "noon", "midnight"."""
    if match.before() == "high" or (match.token("t").capital and match.before() not in ("", ".")):
        return None  # "High Noon"
    return _undated(MIDNIGHT if match.low("t") == "midnight" else NOON, ZONES.get(match.low("z"), ""))


def _at(match: Match, hour: int, minute: int) -> Value | None:
    if match.has("p") and not 1 <= hour <= 12:
        return None  # "the 14 in the morning session"
    half = _half(match)
    if (half and not 1 <= hour <= 12) or hour * HOUR + minute > MIDNIGHT or minute >= HOUR:
        return Value("TIME", None, granularity="minute", note=NOT_A_TIME)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _undated(hour * HOUR + minute, ZONES.get(match.low("z"), ""))


def _half(match: Match) -> str:
    """Whether before or after noon: "a", "p", or "" where that is not said."""
    if match.has("a"):
        return match.low("a")[0]
    return ("a" if match.low("p") == "morning" else "p") if match.has("p") else ""


def _undated(minutes: int, zone: str) -> Value:
    """A time of day on a day that is not known."""
    spelt = f"{minutes // HOUR:02d}:{minutes % HOUR:02d}"
    return Value("TIME", f"{UNDATED}{spelt}{zone}", granularity="minute", note=NO_DAY)


def on(value: Value, day: date) -> Value:
    """Put a time of day on a day.

    Args:
        value: The time, its day not known; any other is given back as it is.
        day: The day that stands beside it.
    """
    if value.value is None or not value.value.startswith(UNDATED):
        return value
    spelt = value.value.removeprefix(UNDATED)
    hour, minute = int(spelt[:2]), int(spelt[3:5])
    start = datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)
    zone = spelt[5:]
    ends = [moment.isoformat(timespec="minutes") + zone for moment in (start, start + timedelta(minutes=1))]
    return replace(value, value=f"{day.isoformat()}T{spelt}", start=ends[0], end=ends[1], note=None)


_HALF_OF_DAY = "(?:in THE|at) <p:morning|afternoon|evening|night>"
RULES = (
    Rule("clock.time", "<t:CLOCK|DECIMAL> <a:AMPM>? COMMA? <z:TZ>?", _clock),
    Rule("clock.hour", "<t:HOUR> <a:AMPM> COMMA? <z:TZ>?", _hour),
    Rule("clock.hour", f"<t:HOUR> o'clock (?:{_HALF_OF_DAY})?", _hour),
    Rule("clock.hour", f"<t:HOUR> {_HALF_OF_DAY}", _hour),
    Rule("clock.figures", "<t:NUM> <z:TZ>", _figures),
    Rule("clock.named", "<t:noon|midday|midnight> <z:TZ>?", _named),
)
