"""Handles: names by which accounts sign, "@MayorLind": read whole, and given to whom the article names beside or alike.

Whose a handle is: whom it stands behind in brackets, "Sten Lind (@harbourlight)"; else the only one whose name,
or a person's office or initials with surname, its letters spell. Another is a name of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.kinds import load_classifier
from onrecord.resolve.lexicon import ORG_WORDS, TITLE_NOUNS
from onrecord.resolve.names import Name
from onrecord.resolve.spelling import plain
from onrecord.resolve.words import Words
from onrecord.spans import Span

HANDLE = re.compile(r"(?<![\w.@/])@(\w{2,30})(?![\w@])")
PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
BRACKET = re.compile(r"\W{0,8}\(")
"""What stands between a name and its handle: a bracket, and signs that are no letters before it."""
SHORT_OFFICES = frozenset({"dr", "gov", "mp", "pm", "pres", "prof", "real", "rep", "sen", "the"})
BESIDE_SURNAME = SHORT_OFFICES | TITLE_NOUNS
"""What may stand before or behind a surname in a handle, beside given names and their first letters."""
SHORTEST = 4
"""Letters of the shortest surname that a handle is known by."""
MOST = 20
"""Names of somebody that are compared with a handle; a hostile text could hold thousands."""
GIVEN = 0.8
"""Log odds that a word is a person's given name, from which a handle that begins with it is a person's."""


def with_handles(words: Words, names: Sequence[Name]) -> list[Name]:
    """The names of an article, with its handles as names of one key.

    Args:
        words: The article's words.
        names: Its names, in order; those in which a handle stands are left out or cut before it.
    """
    handles = [name for match in HANDLE.finditer(words.text) if (name := _handle(words, match)) is not None]
    if not handles:
        return list(names)
    taken = {index for handle in handles for index in range(handle.first, handle.last + 1)}
    kept = [name for name in names if taken.isdisjoint(range(name.first, name.last + 1))]
    return sorted([*kept, *handles], key=_first)


def _handle(words: Words, match: re.Match[str]) -> Name | None:
    inside = words.inside(Span(*match.span(1)))
    if not inside or words.ends[inside[-1]] > match.end():
        return None
    return Name(inside[0], inside[-1], Span(*match.span()), None, (plain(match[1].lower()),))


def _first(name: Name) -> int:
    return name.first


def bind_handles(words: Words, figures: Figures) -> None:
    """Give each handle to whom it belongs, as far as the article tells; the others are people or bodies by their form.

    Args:
        words: The article's words.
        figures: Its figures; changed in place.
    """
    handles = [name for first, name in sorted(figures.at.items()) if name.first == first and _is_handle(words, name)]
    known = [one for one in figures.all if any(len(keys) > 1 for keys in one.forms)]
    owners: dict[str, Figure] = {}
    for name in handles:
        owner = _beside(words, figures, name)
        if owner is not None:
            owners.setdefault(name.keys[0], owner)
    for name in handles:
        own, owner = figures.of.get(name.first), owners.get(name.keys[0]) or _alike(words, name, known)
        if own is None:
            continue
        if owner is None or owner is own:
            _tell_kind(words, own, name)
            continue
        own.names.remove(name)
        owner.take(name)
        owner.names.sort(key=_first)
        figures.of[name.first] = owner
        if not own.names:
            figures.all.remove(own)


def _is_handle(words: Words, name: Name) -> bool:
    return words.text[name.span.start] == "@"


def _beside(words: Words, figures: Figures, handle: Name) -> Figure | None:
    """Whom a handle stands behind in brackets."""
    before = figures.at.get(handle.first - 1)
    if before is None or not BRACKET.fullmatch(words.text, before.span.end, handle.span.start):
        return None
    return figures.of.get(before.first)


def _alike(words: Words, handle: Name, known: Sequence[Figure]) -> Figure | None:
    """The only one whose name of several words a handle's letters spell."""
    letters = _letters(handle.span.of(words.text))
    found = [one for one in known if any(_spells(words, letters, name, one) for name in one.names[:MOST])]
    return found[0] if len(found) == 1 else None


def _letters(text: str) -> str:
    """Letters in lower case, without their accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if char.isalpha())


def _spells(words: Words, letters: str, name: Name, figure: Figure) -> bool:
    """Whether letters are a full name; or a person's surname with an office, a given name or initials beside it."""
    keys = [_letters(low) for low in words.lows[name.first : name.last + 1]]
    own = [key for key in keys if key]
    if len(own) < 2:
        return False
    if "".join(own) in letters:
        return True
    *given, last = own
    if figure.kind not in ("person", None) or len(last) < SHORTEST or last not in letters:
        return False
    beside = {*given, *(key[0] for key in given), "".join(key[0] for key in given), *BESIDE_SURNAME}
    start, _, end = letters.partition(last)
    return bool(start or end) and all(part in beside for part in (start, end) if part)


def _tell_kind(words: Words, figure: Figure, handle: Name) -> None:
    """Tell of which kind a handle is whose owner is not named: a person's where it begins with a given name."""
    if figure.kind is not None or len(figure.forms) > 1:
        return
    parts = [part.lower() for part in PARTS.findall(handle.span.of(words.text))]
    given = load_classifier().known.leaning.get("first", {}).get(parts[0]) if len(parts) > 1 else None
    body = any(part in ORG_WORDS for part in parts)
    figure.kind = "person" if given is not None and given[0] >= GIVEN and not body else "organisation"
