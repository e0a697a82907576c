"""The words in which people are told of acts, speakers and their roles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.deadlines import last_day, unknown_of
from onrecord.show.harmless import one_line
from onrecord.types import BY_HAND, Act, Certainty, Entity, Role, Statement, Time

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")

PAST: dict[Act, str] = {
    "assert": "said",
    "deny": "denied",
    "refuse": "refused",
    "decline": "declined",
    "admit": "admitted",
    "agree": "agreed",
    "accuse": "accused",
    "criticise": "criticised",
    "praise": "praised",
    "warn": "warned",
    "threaten": "threatened",
    "predict": "predicted",
    "estimate": "estimated",
    "assess": "judged",
    "promise": "promised",
    "announce": "announced",
    "demand": "demanded",
    "propose": "proposed",
    "ask": "asked",
    "thank": "thanked",
    "apologise": "apologised",
    "express": "felt",
    "think": "thought",
    "want": "wanted",
}
"""What somebody did by a statement, in one word; "not" before it where the reporter says it was not said."""

INDENT = 2
ACT_COLUMNS = 12
"""Columns of the act before a statement's words: the longest ("threatened", "apologised") and two spaces."""

LONGEST_SOURCE = 8
"""Words of a source as printed that are shown beside its name; the rest is mostly a clause about it."""

OMISSION = " […] "
"""Between the parts of a statement that the reporter's words stand between. Square brackets, since the source's own
dots are bare."""


UNKNOWN_SPEAKER = "Speaker not known"


def roles_words(entity: Entity) -> str:
    """Say the roles of somebody, each once, in the order of the text: "former director, Institute of Tides".

    What the name says already ("a senior official at the Water Ministry") is not said again.

    Args:
        entity: Whose.
    """
    said = [_role_words(role, entity.name.casefold()) for role in entity.roles]
    return "; ".join(dict.fromkeys(words for words in said if words))


def _role_words(role: Role, name: str) -> str:
    parts = [part for part in (role.title, role.organisation) if part and part.casefold() not in name]
    words = ", ".join(parts)
    return f"former {words}" if words and role.former else words


def standing(entity: Entity) -> str:
    """Say what a source is beyond its name: its kind where it is no person, whose it is, and whether it is unnamed.

    Args:
        entity: The source.
    """
    parts: list[str] = [] if entity.kind == "person" else [entity.kind]
    if not entity.named:
        parts.append("not named")
    whose = (entity.affiliation or "").casefold().removeprefix("the ")
    if whose not in entity.name.casefold():
        parts.append(f"of {entity.affiliation}")
    return ", ".join(parts)


def act_words(statement: Statement) -> str:
    """Say what was done by a statement: "warned"; "not said" where the reporter says that it was not said.

    Args:
        statement: The statement.
    """
    return f"not {PAST[statement.act]}" if statement.negated else PAST[statement.act]


def act_past(act: object) -> str:
    """An act that a judgement names, in the word that statements have: "warned".

    Args:
        act: What an imported judgement names may be none; it comes back as it is, on one line.
    """
    return next((past for one, past in PAST.items() if one == act), one_line(str(act)))


def listed(names: Sequence[str]) -> str:
    """Name several: "A, B and C".

    Args:
        names: At least one.
    """
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def speakers_words(names: Sequence[str]) -> str:
    """Name who says something, or say that it is not known.

    Args:
        names: Of the speakers; none where nobody is known.
    """
    return listed(names) if names else UNKNOWN_SPEAKER


def count(number: int, noun: str) -> str:
    """Count things: "1 source", "3 sources".

    Args:
        number: How many.
        noun: In the singular; its plural takes an s.
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def parted_words(judged: bool) -> str:
    """What is told above the reports of one name that may mean several people.

    Args:
        judged: Whether a person judged so.
    """
    return "Not all of them mean one person, as was judged" if judged else "Nothing says that they are one person"


def range_words(certainty: Certainty) -> str:
    """What a hedge stands for: "5–20% on icd203", "20% as stated"; empty where nothing tells."""
    parts = []
    if certainty.stated is not None:
        parts.append(f"{_between(*certainty.stated)} as stated")
    if certainty.low is not None and certainty.high is not None:
        whose = BY_HAND if certainty.scale == BY_HAND else f"on {certainty.scale}"
        parts.append(f"{_between(certainty.low, certainty.high)} {whose}")
    return ", ".join(parts)


def deadline_words(by: Time, printed: str | None) -> str:
    """Say by when, to the day where that is known: "by 2027-06-30 (“June”)", "by “June” (year not known)".

    Args:
        by: The deadline.
        printed: Its words in the report.
    """
    words = f"“{one_line(printed)}”" if printed else ""
    if last := last_day(by):
        return f"by {one_line(last)} ({words})" if words else f"by {one_line(last)}"
    if not words:
        return "by a time not known"
    return f"by {words} ({unknown_of(by)} not known)"


def _between(low: str, high: str) -> str:
    return f"{low}%" if low == high else f"{low}–{high}%"


def day(date: str | None) -> str:
    """Write an ISO date for people, as exactly as it is known: "15 Mar 2026", "Mar 2026", "2026".

    Args:
        date: In ISO 8601; what is none comes back as it is, on one line.
    """
    parts = (date or "")[:10].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4:
        return one_line(date or "")
    names = [parts[0]]
    if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
        names.insert(0, _MONTHS[int(parts[1]) - 1])
        names[:0] = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join(names)
