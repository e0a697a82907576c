"""Evidence for what a name names, and for a person's gender, from its form and from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.casing import PARTY_LETTERS, Casing
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
    PLACE_BEGINNINGS,
    PLACE_NOUNS,
    STATE_BELONGINGS,
    STATE_ORGANS,
)
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import is_plain_person_noun, noun_kind
from onrecord.resolve.runs import JOINERS
from onrecord.resolve.vocabulary import BODIES_OF_STATE
from onrecord.resolve.words import CAPITAL, HEADING, POSSESSIVE, SHOUTED, Words

LOCATING = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})
PLACING = LOCATING | {"of", "from"}
MALE_PRONOUNS = frozenset({"he", "his", "him", "himself"})
FEMALE_PRONOUNS = frozenset({"she", "her", "hers", "herself"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
MALE_KIN = frozenset(
    {"boyfriend", "brother", "father", "grandfather", "grandson", "husband", "nephew", "son", "stepfather", "uncle"}
)
FEMALE_KIN = frozenset(
    {"aunt", "daughter", "girlfriend", "granddaughter", "grandmother", "mother", "niece", "sister", "stepmother"}
    | {"widow", "wife"}
)
KIN = (MALE_KIN | FEMALE_KIN) - {"boyfriend", "girlfriend"}
"""Relatives, who may share a surname."""
OF_SOMEBODY = frozenset({"his", "her", "their"})
"""Whose: of somebody who is told of before."""
KIN_WORDS = 4
"""Words behind a name's comma among which it is told whose relative it is."""
MALE_NOUNS = MALE_KIN | {"actor", "boy", "duke", "king", "monk", "prince"}
MEN = frozenset(
    {"businessman", "cameraman", "clergyman", "congressman", "councilman", "craftsman", "englishman", "ferryman"}
    | {"fisherman", "frenchman", "gentleman", "gunman", "hitman", "irishman", "nobleman", "policeman", "postman"}
    | {"salesman", "statesman", "welshman", "workman"}
)
"""Nouns in "man" that women are seldom called by; an airman or a chairman may be one."""
FEMALE_NOUNS = FEMALE_KIN | {"actress", "duchess", "girl", "heiress", "lady", "nun", "princess", "queen", "waitress"}
WHOSE = frozenset({"his", "her", "their", "my", "our", "whose"})
PLACE_ENDINGS = frozenset(
    {"airport", "bay", "beach", "city", "county", "district", "islands", "province", "town", "valley"}
)
"""Last words of places' and clubs' names that are hardly surnames."""
WHO = frozenset({"who", "whose", "whom"})
ACRONYM = 7
"""Letters below which a word in capitals is a body's acronym."""
SURELY = 4
"""Points for a gender that a noun beside a name tells."""
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
        return self.titled > 0 or (
            person > 0 and person >= self.organisation + max(0, -self.pronoun) and person > self.place
        )

    @property
    def is_body(self) -> bool:
        """Whether something speaks for a body, and more than for a place."""
        return self.organisation + max(0, -self.pronoun) > max(0, self.place)

    @property
    def gender(self) -> str | None:
        """``"m"``, ``"f"``, or None where the text does not tell or tells both."""
        if self.male >= 1 and self.male > 2 * self.female:
            return "m"
        if self.female >= 1 and self.female > 2 * self.male:
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
    if " ".join(lows) in PLACES:
        points.place += 3
    if len(lows) == 1:
        _weigh_single(words, casing, name, points)
    elif lows[0] in PLACE_BEGINNINGS and len(lows) == 2 and not _body_points(words, name, lows):
        points.place += 3
    elif body := _body_points(words, name, lows):
        points.organisation += body
    elif lows[-1] in PLACE_ENDINGS:
        points.place += 2
    elif any(len(low) == 1 for low in lows[:-1]) or words.text[name.span.end - 1] == ".":
        points.person += 3  # Jo B. Park, Park Jr.
    elif len(name.keys) < 4 and not any(low in COMMON_WORDS or casing.lower[low] for low in lows):
        points.person += 1


def _weigh_single(words: Words, casing: Casing, name: Name, points: Evidence) -> None:
    low, flags = words.lows[name.first], words.flags[name.first]
    if flags & SHOUTED and not flags & HEADING and len(low) < ACRONYM:
        points.organisation += 3
    elif low in ORG_WORDS:
        points.organisation += 1
    if any(char.isdigit() for char in low):
        points.organisation += 1
    points.state += 2 * casing.has_people(low)


def _body_points(words: Words, name: Name, lows: Sequence[str]) -> int:
    """Points that a name of several words is a body's: by its last word, an acronym in it, "of", an ampersand."""
    last, flags = lows[-1], words.flags[name.last]
    joined = any(low in JOINERS for low in lows)
    if last in ORG_ENDINGS or (joined and lows[0] in OF_HEADS):
        return 4
    acronym = flags & SHOUTED and not flags & HEADING and len(last) > 2 and "." not in last
    if acronym or last in ORG_WORDS or "&" in name.span.of(words.text):
        return 2
    return int(joined or any(low in ORG_WORDS for low in lows))


def _weigh_before(words: Words, name: Name, points: Evidence) -> None:
    if name.title is not None:
        points.person += 4
        points.titled += 1
        for low in words.lows[name.title[0] : name.title[1] + 1]:
            points.male += 4 * (low in MALE_TITLES)
            points.female += 4 * (low in FEMALE_TITLES)
        return
    before = name.first - 1
    if before > 0 and words.gap(before) == ", " and _is_owned(words, before):
        points.male += SURELY * (words.lows[before] in MALE_KIN)
        points.female += SURELY * (words.lows[before] in FEMALE_KIN)
    if before < 0 or not words.adjacent(before):
        return
    low = words.lows[before]
    if low == "the":
        if not _describes_next(words, name.last):
            points.organisation += 2
            points.person -= 1
    elif low == "of" and words.lows[before - 1] in PLACE_NOUNS:
        points.place += 2
    elif low == "of" and words.lows[before - 1] in STATE_ORGANS:
        points.state += 2
    elif low in LOCATING:
        points.place += 1
    elif not words.flags[before] & CAPITAL and low not in NOUN_STARTERS:
        _weigh_noun_before(low, points)


def is_relative(words: Words, name: Name) -> bool:
    """Whether a name is of the wife, son or the like of who is told of: "his wife *Ann Park*", "*Ann Park*, his son,".

    Not of anybody else's: "Ann Park, the late mayor's daughter,".

    Args:
        words: The article's words.
        name: The name.
    """
    before, after = name.first - 1, name.last + 1
    if before >= 0 and words.gap(before).strip() in ("", ",") and words.lows[before] in KIN:
        return before > 0 and words.lows[before - 1] in OF_SOMEBODY
    if before > 0 and words.lows[before - 1 : before + 1] == ["first", "lady"]:
        return True
    if words.gap(name.last).strip() != ",":
        return False
    kin = next((index for index in range(after, min(after + KIN_WORDS, len(words))) if words.lows[index] in KIN), None)
    return kin is not None and kin > after and words.lows[kin - 1] in OF_SOMEBODY


def _is_owned(words: Words, index: int) -> bool:
    """Whether a word is somebody's: "his *wife*", "Jo Park's *brother*"."""
    before = index - 1
    return words.adjacent(before) and (words.lows[before] in WHOSE or bool(words.flags[before] & POSSESSIVE))


def _weigh_noun_before(low: str, points: Evidence) -> None:
    """Weigh a noun written small before a name: *spokesman* Jo Park, *broadcaster* NTV.

    Of "the head of the regional *administration* Jo Park" it is the head's name: bodies of state are not called so.
    """
    if is_plain_person_noun(low):
        points.person += 3
        points.female += 4 * is_womans(low)
        points.male += 2 * ((low.endswith("man") and not low.endswith("woman")) or low in MALE_NOUNS)
    elif noun_kind(low) == "organisation" and low not in BODIES_OF_STATE:
        points.organisation += 3


def _describes_next(words: Words, last: int) -> bool:
    """Whether a noun follows to which an article before the name belongs: "the Park administration"."""
    after = last + 1
    if not words.adjacent(last) or words.flags[after] & CAPITAL or words.flags[last] & POSSESSIVE:
        return False
    low = words.lows[after]
    return low not in NOUN_STARTERS and (noun_kind(low) is not None or low in PLACE_NOUNS)


def _weigh_after(words: Words, name: Name, points: Evidence) -> None:
    after = name.last + 1
    if after >= len(words) or words.sentences[name.last] != words.sentences[after]:
        return
    low = words.lows[after]
    if words.flags[name.last] & POSSESSIVE:
        if low in PERSONAL_BELONGINGS:
            points.person += 2
        else:
            points.state += 2 * (low in STATE_ORGANS) + (low in STATE_BELONGINGS)
        return
    if words.adjacent(name.last):
        points.person += 3 * (low in WHO) + (low in PERSONAL_VERBS)
        points.place += 2 * (low in PLACE_NOUNS and not words.flags[after] & CAPITAL)
    elif words.gap(name.last).strip() in (",", "–", "—", "-", "--") and not _is_placed(words, name):
        _weigh_apposition(words, after, points)
    elif words.gap(name.last) in (" (", ", ") and low[:2] in PARTY_LETTERS:
        points.person += 3


def _is_placed(words: Words, name: Name) -> bool:
    """Whether a preposition of place or origin stands before a name: what follows its comma is about another."""
    before = name.first - 1
    return before >= 0 and words.lows[before] in PLACING and words.adjacent(before)


def _weigh_apposition(words: Words, after: int, points: Evidence) -> None:
    low = words.lows[after]
    if low in WHO or low[:2] in PARTY_LETTERS:
        points.person += 3
    elif low == "which":
        points.organisation += 3
    elif low.isdigit() and len(low) == 2 and words.gap(after)[:1] in ",)":
        points.person += 4
    elif (kind := _described_kind(words, after)) == "person":
        points.person += 3
        _weigh_gender(words, after, points)
    elif kind == "organisation":
        points.organisation += 3


def _weigh_gender(words: Words, after: int, points: Evidence) -> None:
    """Weigh the gender in a description behind a name: Ann Lee, *his wife*; Jo Park, *a former policewoman*."""
    for place in range(after, min(after + APPOSITION, len(words))):
        low = words.lows[place]
        if place > after and low in NOUN_STARTERS:
            return
        points.female += SURELY * is_womans(low)
        points.male += SURELY * (low in MALE_NOUNS and low != "actor")
        if not words.adjacent(place):
            return


def is_womans(low: str) -> bool:
    """Tell whether a noun is said of a woman alone.

    Args:
        low: In lower case.
    """
    return low.endswith("woman") or low in FEMALE_NOUNS


def weigh_description(words: Words, first: int, head: int, points: Evidence) -> None:
    """Weigh the gender that a source's own description tells: a *female* officer, the police*woman*.

    Args:
        words: The article's words.
        first: Number of the description's first word.
        head: Of its noun.
        points: What is added to.
    """
    beside = [words.lows[index] for index in range(first, head) if not words.flags[index] & (POSSESSIVE | CAPITAL)]
    low = words.lows[head]
    points.female += SURELY * (is_womans(low) or "female" in beside or "woman" in beside)
    points.male += SURELY * ("male" in beside or (low in MALE_NOUNS and low != "actor") or low in MEN)


def _described_kind(words: Words, index: int) -> str | None:
    """What a description that begins at a word says its subject is: "a lawyer for", "the country's largest bank"."""
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
    return found


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
