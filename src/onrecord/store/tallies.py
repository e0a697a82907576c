"""Tallies: who is quoted in a reading, counted once, when it is stored.

A tally follows from its reading alone, and a reading never changes: it cannot go stale. All of a record, or all reports
of a publisher or of some months, are counted by adding up tallies (``ask.quoted``). They are bytes of fixed width,
little-endian: columns would be half a million rows to fetch from a record of a million statements.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, get_args

from onrecord.store.terms import HEADLINES
from onrecord.types import THOUGHT, EntityKind, Form

NAMED: Final = "named"
UNNAMED: Final = "not named"
UNKNOWN: Final = "not known"
NAMING = (NAMED, UNNAMED, UNKNOWN)
KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
FORMS: tuple[Form, ...] = get_args(Form)
LABELS = (*NAMING, *KINDS, *FORMS)
"""What statements are counted by. Each has one form; of two speakers it may have two of the others."""

IN_HEADLINES: Final = "headlines"
FIRST: Final = "first "
WORDS: Final = "words "
"""Statements of headlines count only as ``IN_HEADLINES``; ``FIRST`` goes before who makes the first one, ``WORDS``
before a label for the words of its statements."""

COUNTS = (*LABELS, *(WORDS + label for label in LABELS), IN_HEADLINES, *(FIRST + label for label in NAMING))
"""The numbers of a reading, in their order."""

VOICE = ("person", "name", "entity", "statements", "headlines", "words", "joint")
"""The numbers of one entity that speaks: the first 64 bits of ``terms.entity_digest``, so that a name is one person;
which printed form of it this is; its position in the reading; statements; those of headlines; words; and how many of
the statements others make, too."""

PERSON_BITS = 64

_COUNTS = struct.Struct(f"<{len(COUNTS)}I")
_VOICE = struct.Struct(f"<Q{len(VOICE) - 1}I")
_STATEMENTS, _HEADLINES, _WORDS, _JOINT = range(4)


class Voice(NamedTuple):
    """A speaker of a statement.

    Attributes:
        person: As in ``VOICE``; ``entity`` is its position.
        kind, name, named: As in ``Entity``.
    """

    person: int
    entity: int
    kind: str
    name: str
    named: bool


class Spoken(NamedTuple):
    """A statement as a tally sees it.

    Attributes:
        block, form, act, negated: As in ``Statement``.
        words: Of its content.
        voices: Its speakers, in their order.
    """

    block: str
    form: str
    act: str
    negated: bool
    words: int
    voices: Sequence[Voice]


def person_number(digest: str) -> int:
    """A person as a number.

    Args:
        digest: Hexadecimal, as ``terms.entity_digest`` makes it.
    """
    return int(digest[: PERSON_BITS // 4], 16)


def tally(statements: Iterable[Spoken]) -> tuple[bytes, bytes]:
    """Count statements of one reading.

    Words are of what was said, not of what was thought or is said not to have been said. A joint statement counts once
    for each label and each person.

    Args:
        statements: In the order of the text.

    Returns:
        The numbers of ``COUNTS``, and those of ``VOICE`` for each entity that speaks, in the order in which they do.
    """
    counts: Counter[str] = Counter()
    voices: dict[Voice, list[int]] = {}
    for one in statements:
        body = one.block not in HEADLINES
        words = one.words if body and one.act not in THOUGHT and not one.negated else 0
        if body:
            _count(counts, one, words)
        else:
            counts[IN_HEADLINES] += 1
        once = {voice.person: voice for voice in reversed(one.voices)}
        for voice in reversed(once.values()):
            numbers = voices.setdefault(voice, [0, 0, 0, 0])
            numbers[_STATEMENTS if body else _HEADLINES] += 1
            numbers[_WORDS] += words
            numbers[_JOINT] += len(once) > 1
    packed = (_VOICE.pack(who.person, _form(who), who.entity, *numbers) for who, numbers in voices.items())
    return _COUNTS.pack(*(counts[name] for name in COUNTS)), b"".join(packed)


def _count(counts: Counter[str], one: Spoken, words: int) -> None:
    naming = [NAMED if voice.named else UNNAMED for voice in one.voices] or [UNKNOWN]
    if not any(counts[form] for form in FORMS):
        counts[FIRST + naming[0]] = 1
    for label in {*naming, *(voice.kind for voice in one.voices), one.form}:
        counts[label] += 1
        counts[WORDS + label] += words


def _form(voice: Voice) -> int:
    """Stands for a printed form among those of one person."""
    return zlib.crc32(f"{voice.kind} {voice.name}".encode("utf-8", "surrogatepass"))
