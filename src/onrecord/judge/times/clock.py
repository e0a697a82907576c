"""Clock times: "7:15 p.m.", "9 a.m. Tuesday", "noon", "0735 GMT"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.values import Value
from onrecord.judge.wordlist import word_set

NOT_A_TIME = "there is no such time of day"
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
CUES = word_set(
    """at around about by from until till since before after to between and approximately shortly just past"""
)
"""Words before a bare "7:15", which else may be a score or a ratio."""

ZONES = {"gmt": "Z", "utc": "Z", "z": "Z"}
"""Zones that one letter of ISO 8601 stands for; the others are not the same everywhere, and left out."""


def clock_value(moment: time, day: date | None, zone: str) -> Value:
    """A time of day, on a day where that is known: "1998-02-12T19:15"."""
    spelt = moment.strftime("%H:%M")
    if day is None:
        return Value("TIME", f"XXXX-XX-XXT{spelt}{zone}", granularity="minute", note="its day is not said")
    start = datetime.combine(day, moment)
    return Value(
        "TIME", f"{day.isoformat()}T{spelt}{zone}", start.isoformat(timespec="minutes") + zone,
        (start + timedelta(minutes=1)).isoformat(timespec="minutes") + zone, "minute",
    )  # fmt: skip


def _clock(match: Match) -> Value | None:
    """Such as "7:15 p.m.", "7.15pm", "19:30 GMT"."""
    low = match.token("t").low
    hour, _, rest = low.replace(".", ":").partition(":")
    if not match.has("a") and not match.has("z") and match.before() not in CUES:
        return None
    if "." in low and (not match.has("a") or len(rest) != 2):
        return None
    return _at(match, int(hour), int(rest[:2]) if rest else 0)


def _hour(match: Match) -> Value | None:
    """Such as "5 p.m.", "five o'clock", "4 in the morning"."""
    return _at(match, match.whole("t"), 0)


def _military(match: Match) -> Value | None:
    """Such as "0735 GMT", "1400 hours"."""
    low = match.token("t").low
    if not (low.isdigit() and len(low) == 4):
        return None
    return _at(match, int(low[:2]), int(low[2:]))


def _named(match: Match) -> Value | None:
    moment = NAMED[match.low("t")]
    if match.before() == "high" or (match.token("t").capital and match.before() not in ("", ".")):
        return None  # "High Noon"
    return _on_day(match, moment)


def _at(match: Match, hour: int, minute: int) -> Value | None:
    half = (
        match.low("a").replace(".", "")[:2]
        if match.has("a")
        else {"TMO": "am", "TNI": "pm"}.get(
            lexicon.PARTS.get(match.lows("p")[-1] if match.has("p") else "", ""), "pm" if match.has("p") else ""
        )
    )
    if half and not 1 <= hour <= 12:
        return Value("TIME", None, granularity="minute", note=NOT_A_TIME) if not match.has("p") else None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if not (hour < 24 or (hour == 24 and minute == 0)) or minute > 59:
        return Value("TIME", None, granularity="minute", note=NOT_A_TIME)
    return _on_day(match, time(hour % 24, minute))


def _on_day(match: Match, moment: time) -> Value:
    """On the day that is named beside it, else the day of publication's where the text gives no other."""
    return clock_value(moment, None, ZONES.get(match.low("z"), ""))


def on(value: Value, day: date) -> Value:
    """A time of day put on the day that stands beside it; midnight at a day's end belongs to the day that it ends."""
    if value.value is None or not value.value.startswith("XXXX-XX-XXT"):
        return value
    spelt = value.value.removeprefix("XXXX-XX-XXT")
    zone = "Z" if spelt.endswith("Z") else ""
    moment = time.fromisoformat(spelt.removesuffix("Z"))
    return replace(clock_value(moment, day, zone), mod=value.mod)


RULES = (
    Rule("clock.time", "<t:CLOCK|DECIMAL> <a:AMPM>? COMMA? <z:TZ>?", _clock),
    Rule("clock.hour", "<t:HOUR> <a:AMPM> COMMA? <z:TZ>?", _hour),
    Rule("clock.hour", "<t:HOUR> o'clock (?:in THE <p:morning|afternoon|evening>|at <p2:night>)?", _hour),
    Rule("clock.hour", "<t:HOUR> in THE <p:morning|afternoon|evening>", _hour),
    Rule("clock.figures", "<t:NUM> (?:hours)? <z:TZ>", _military),
    Rule("clock.named", "<t:noon|midday|midnight> (?:<z:TZ>)?", _named),
)
