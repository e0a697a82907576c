"""Evidence for what a name names, a person, an organisation or a place, and for a person's gender, from the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.resolve.gazetteer import PLACES
from onrecord.resolve.lexicon import (
    COMMON_WORDS,
    FEMALE_TITLES,
    HONORIFICS,
    MALE_TITLES,
    NOUN_STARTERS,
    OF_HEADS,
    ORG_ENDINGS,
    ORG_WORDS,
    PERSONAL_BELONGINGS,
    PERSONAL_VERBS,
    STATE_BELONGINGS,
)
from onrecord.resolve.names import JOINERS, PARTY_LETTERS, Casing, Name
from onrecord.resolve.nouns import is_plain_person_noun, noun_kind
from onrecord.resolve.words import CAPITAL, HEADING, POSSESSIVE, SHOUTED, Words

LOCATING = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})
PLACING = LOCATING | {"of", "from"}
MALE_PRONOUNS = frozenset({"he", "his", "him", "himself"})
FEMALE_PRONOUNS = frozenset({"she", "her", "hers", "herself"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
REACH = 14
"""Words after a name among which the first pronoun is taken for its own."""
PRONOUNS_COUNT = 2
"""The most that he, she and it after a name count for or against a person."""
APPOSITION = 8
"""Words of a description after a name among which its noun is looked for."""


@dataclass(slots=True)
class Evidence:
    """Points for each kind and for each gender.

    ``pronoun`` is for a person where positive, against one where negative; ``titled`` counts titles before the name.
    """

    person: int = 0
    organisation: int = 0
    place: int = 0
    state: int = 0
    pronoun: int = 0
    titled: int = 0
    male: int = 0
    female: int = 0

    def add(self, other: Evidence) -> None:
        """Add another name's points to these."""
        self.person += other.person
        self.organisation += other.organisation
        self.place += other.place
        self.state += other.state
        self.titled += other.titled
        self.pronoun = max(-PRONOUNS_COUNT, min(PRONOUNS_COUNT, self.pronoun + other.pronoun))
        self.male += other.male
        self.female += other.female

    @property
    def is_person(self) -> bool:
        """Whether a person is likelier than anything else."""
        person = self.person + max(0, self.pronoun)
        return (
            self.titled > 0
            or (person > 0
            and person >= self.organisation + max(0, -self.pronoun)
            and person > self.place)
        )

    @property
    def gender(self) -> str | None:
        """``"m"``, ``"f"``, or None where the text does not tell or tells both."""
        if self.male >= 2 and self.male > 2 * self.female:
            return "m"
        if self.female >= 2 and self.female > 2 * self.male:
            return "f"
        return None


def weigh(words: Words, casing: Casing, name: Name, following: int) -> Evidence:
    """Weigh the words around a name.

    Args:
        words: The article's words.
        casing: How the article writes them.
        name: The name.
        following: Number of the first word of the next name, where its own evidence begins.
    """
    points = Evidence()
    _weigh_form(words, casing, name, points)
    _weigh_before(words, name, points)
    _weigh_after(words, name, points)
    _weigh_pronouns(words, name, following, points)
    return points


def _weigh_form(words: Words, casing: Casing, name: Name, points: Evidence) -> None:
    lows = words.lows[name.first : name.last + 1]
    last, flags = lows[-1], words.flags[name.first]
    if len(lows) == 1:
        if flags & SHOUTED and not flags & HEADING and len(last) < 7:
            points.organisation += 3
        elif last in ORG_WORDS:
            points.organisation += 1
        if last.isdigit() or any(char.isdigit() for char in last):
            points.organisation += 1
        if last in PLACES:
            points.place += 3
        return
    if " ".join(lows) in PLACES:
        points.place += 3
    elif last in ORG_ENDINGS:
        points.organisation += 4
    elif (
        words.flags[name.last] & SHOUTED and not words.flags[name.last] & HEADING and len(last) > 2 and "." not in last
    ) or last in ORG_WORDS or "&" in words.text[words.starts[name.first] : words.ends[name.last]]:
        points.organisation += 2
    elif lows[0] in OF_HEADS and any(low in JOINERS for low in lows):
        points.organisation += 4
    elif any(low in ORG_WORDS for low in lows) or any(low in JOINERS for low in lows):
        points.organisation += 1
    elif (
        any(len(low.rstrip(".")) == 1 and low[0].isalpha() for low in lows[:-1])
        or words.text[words.ends[name.last] - 1] == "."
    ):
        points.person += 3
    elif lows[0] == "st":
        points.place += 2
    elif len(name.keys) < 4 and not any(low in COMMON_WORDS or casing.lower[low] for low in lows):
        points.person += 1


def _weigh_before(words: Words, name: Name, points: Evidence) -> None:
    if name.title:
        points.person += 4
        points.titled += 1
        for low in words.lows[name.title[0] : name.title[1] + 1]:
            if low in MALE_TITLES:
                points.male += 4
            elif low in FEMALE_TITLES:
                points.female += 4
        return
    before = name.first - 1
    if before < 0 or not words.adjacent(before):
        return
    low = words.lows[before]
    if low == "the" and not _describes_next(words, name.last):
        points.organisation += 2
        points.person -= 1
    elif low == "the":
        return
    elif low in LOCATING:
        points.place += 1
    elif not words.flags[before] & CAPITAL and low not in NOUN_STARTERS:
        kind = noun_kind(low)
        if kind == "person" and is_plain_person_noun(low):
            points.person += 3
            _weigh_gendered(low, points)
        elif kind == "organisation":
            points.organisation += 3


def _describes_next(words: Words, last: int) -> bool:
    """Whether a noun follows to which an article before the name belongs: "the Park administration"."""
    after = last + 1
    if not words.adjacent(last) or words.flags[after] & CAPITAL or words.flags[last] & POSSESSIVE:
        return False
    return words.lows[after] not in NOUN_STARTERS and noun_kind(words.lows[after]) is not None


def _weigh_gendered(low: str, points: Evidence) -> None:
    if low.endswith("woman") or low in ("actress", "mother", "daughter", "sister", "wife", "widow", "aunt", "niece"):
        points.female += 4
    elif low.endswith("man") or low in ("father", "son", "brother", "husband", "uncle", "nephew", "actor"):
        points.male += 2


def _weigh_after(words: Words, name: Name, points: Evidence) -> None:
    after = name.last + 1
    if after >= len(words) or words.sentences[name.last] != words.sentences[after]:
        return
    low = words.lows[after]
    if words.flags[name.last] & POSSESSIVE:
        if low in PERSONAL_BELONGINGS:
            points.person += 2
        elif low in STATE_BELONGINGS or (after + 1 < len(words) and words.lows[after + 1] in STATE_BELONGINGS):
            points.state += 1
        return
    if words.adjacent(name.last):
        _weigh_next(low, points)
    elif words.gap(name.last).strip() in (",", "–", "—", "-", "--") and not _is_placed(words, name):
        _weigh_apposition(words, after, points)
    elif words.gap(name.last) in (" (", ", ") and low[:2] in PARTY_LETTERS:
        points.person += 3


def _is_placed(words: Words, name: Name) -> bool:
    """Whether a preposition of place or origin stands before a name: what follows its comma is about another."""
    before = name.first - 1
    return before >= 0 and words.lows[before] in PLACING and words.adjacent(before)


def _weigh_next(low: str, points: Evidence) -> None:
    if low in ("who", "whose", "whom"):
        points.person += 3
    elif low in PERSONAL_VERBS:
        points.person += 1


def _weigh_apposition(words: Words, after: int, points: Evidence) -> None:
    low = words.lows[after]
    if low in ("who", "whose", "whom") or low[:2] in PARTY_LETTERS:
        points.person += 3
    elif low == "which":
        points.organisation += 3
    elif low.isdigit() and len(low) == 2 and words.gap(after)[:1] in ",)":
        points.person += 4
    elif (kind := described_kind(words, after)) == "person":
        points.person += 3
    elif kind == "organisation":
        points.organisation += 3


def described_kind(words: Words, index: int) -> str | None:
    """What a description that begins at a word says its subject is: "a lawyer for", "the country's largest bank"."""
    started = words.lows[index] in ("a", "an", "the", "his", "her", "their", "its", "our", "another", "one")
    found = None
    for place in range(index, min(index + APPOSITION, len(words))):
        low = words.lows[place]
        if not words.flags[place] & CAPITAL or low in HONORIFICS:
            if place > index and low in NOUN_STARTERS:
                break
            kind = noun_kind(low)
            if kind in ("person", "organisation"):
                found = kind
        if not words.adjacent(place):
            break
    return found if started or found else None


def _weigh_pronouns(words: Words, name: Name, following: int, points: Evidence) -> None:
    sentence = words.sentences[name.last]
    for index in range(name.last + 1, min(name.last + REACH, following, len(words))):
        if words.sentences[index] != sentence:
            return
        low = words.lows[index]
        if low in MALE_PRONOUNS:
            points.pronoun += 1
            points.male += 1
            return
        if low in FEMALE_PRONOUNS:
            points.pronoun += 1
            points.female += 1
            return
        if low in THING_PRONOUNS:
            points.pronoun -= 1
            return
