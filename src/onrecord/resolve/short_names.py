"""Short names: the initials by which a body may be called, and its name with the words turned round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.resolve.figure import Figure
from onrecord.resolve.gazetteer import state_of
from onrecord.resolve.runs import JOINERS

CORPORATE = frozenset(
    {"ag", "co", "company", "corp", "corporation", "group", "inc", "limited", "llc", "ltd", "plc", "sa"}
)
"""Last words of a firm's name that are no part of its initials."""
TURNED = frozenset({"department", "ministry"})
"""Nouns of bodies that stand before their field or behind it: the Ministry of Justice, the Justice Ministry."""
LETTERS = 3
"""Most letters of a land's short form, "U.S.", of which each is an initial: USDA."""
SPELT = {"defence": "defense", "labour": "labor"}
"""British → American spelling of a field."""


class Field(NamedTuple):
    """What a ministry or department is for.

    Attributes:
        noun: Of ``TURNED``.
        words: Of its field, in American spelling, without joiners.
        land: Whose it is, lower case; empty where its name does not tell.
    """

    noun: str
    words: tuple[str, ...]
    land: str = ""


class ShortNames:
    """The bodies of an article by what they may be called in short.

    Attributes:
        acronyms: Initials, or the letters in brackets behind a name, in lower case → the body.
    """

    def __init__(self) -> None:
        self.acronyms: dict[str, Figure] = {}
        self._fields: dict[Field, dict[str, Figure]] = defaultdict(dict)

    def remember(self, figure: Figure, lows: Sequence[str], bracketed: str | None, land: str = "") -> None:
        """Remember a body.

        Args:
            figure: The body.
            lows: The words of its name in lower case.
            bracketed: Letters in brackets behind its name, in lower case.
            land: Whose it is, where that stands before its name.
        """
        field = field_of(lows)
        if field is not None:
            self._fields[field._replace(land="")].setdefault(field.land or land, figure)
        for letters in initials(lows, figure.kind == "organisation"):
            self.acronyms.setdefault(letters, figure)
        if bracketed is not None:
            self.acronyms[bracketed] = figure

    def of_field(self, lows: Sequence[str], land: str = "") -> Figure | None:
        """The only ministry or department of a field so far; of several lands', that of the same land.

        Args:
            lows: The words of a body's name in lower case.
            land: Whose it is, where that stands before its name.
        """
        field = field_of(lows)
        if field is None:
            return None
        bodies, land = self._fields.get(field._replace(land=""), {}), field.land or land
        if land in bodies:
            return bodies[land]
        only = next(iter(bodies)) if len(bodies) == 1 else None
        return bodies[only] if only is not None and "" in (land, only) else None


def field_of(lows: Sequence[str]) -> Field | None:
    """What a body is for, however its words are ordered; None where it is no ministry or department.

    Args:
        lows: The words of its name in lower case.
    """
    land, rest = _parted(lows)
    if len(rest) > 2 and rest[0] in TURNED and rest[1] in ("of", "for"):
        noun, field = rest[0], rest[2:]
    elif len(rest) > 1 and rest[-1] in TURNED:
        noun, field = rest[-1], rest[:-1]
    else:
        return None
    own = tuple(SPELT.get(low, low) for low in field if low not in JOINERS)
    return Field(noun, own, land) if own else None


def initials(lows: Sequence[str], is_body: bool) -> Iterator[str]:
    """The initials of a name of several words: with and without its joiners, its land, its last "Corp".

    Args:
        lows: The words in lower case.
        is_body: Whether it surely is a body's: then two letters are initials, too.
    """
    land, rest = _parted(lows)
    field = field_of(lows)
    plain = [low for low in lows if low not in JOINERS]
    forms = [lows, plain, lows[:-1] if lows[-1] in CORPORATE else lows]
    if "." in lows[0] and not land:  # U.N. World Harbour Agency
        forms.append(plain[1:])
    if land:
        forms += [rest, [low for low in rest if low not in JOINERS]]
        turned = [field.noun, *field.words] if field is not None else rest
        short = lows[0].replace(".", "")
        if len(short) <= LETTERS:
            forms += [[*short, *turned], [*short, *rest]]
    for form in forms:
        if len(form) > 2 or (len(form) == 2 and is_body):
            yield "".join(low[0] for low in form)


def _parted(lows: Sequence[str]) -> tuple[str, Sequence[str]]:
    """A body's land, if its name begins with it, and the rest of the name."""
    for count in (2, 1):
        land = state_of(" ".join(lows[:count]))
        if land and len(lows) > count + 1:
            return land, lows[count:]
    return "", lows
