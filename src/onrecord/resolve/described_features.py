"""Described features: what is counted of a figure that "the foreign minister" or "the company" may mean."""

from __future__ import annotations

from onrecord.resolve.evidence import MALE_NOUNS, is_womans
from onrecord.resolve.figure import Figure
from onrecord.resolve.gazetteer import state_of
from onrecord.resolve.lexicon import FORMER
from onrecord.resolve.media import AGENCIES
from onrecord.resolve.nouns import singular
from onrecord.resolve.phrases import DETERMINERS, POSSESSIVES, Phrase
from onrecord.resolve.scene import Scene
from onrecord.resolve.vocabulary import BODIES_OF_STATE, PAPER_WORDS, SAME_OFFICE, UNIQUE_OFFICES
from onrecord.resolve.words import POSSESSIVE, SHOUTED


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DESCRIBED = (
    "bare", "details", "postmodified", "this", "owned", "unique", "titled otherwise", "role words", "role head",
    "no role", "same land", "other land", "detailed without role", "prominence", "most named", "once", "acronym",
    "paper called paper", "other called paper", "firm called firm", "of state called firm", "of state called public",
    "other called public", "name has noun", "of its sort", "other gender", "first body", "in first sentence", "in lead",
    "rule first", "rule clear", "met",
)  # fmt: skip
MEDIA = _words(
    """
    agency broadcaster channel magazine network newspaper outlet paper publication site station website
    """
)
FIRMS = _words(
    """
    airline automaker bank carmaker company firm lender maker manufacturer retailer startup subsidiary
    """
)
PUBLIC = _words(
    """
    agency board body bureau commission committee department ministry office panel regulator watchdog
    """
)
FIRM_WORDS = _words(
    """
    co company corp corporation group inc limited llc ltd plc
    """
)
SORTS = {
    "agency": _words("administration agency bureau center centers cia department epa fbi fda irs nsa office service"),
    "bank": _words("banca bank banque reserve"),
    "board": _words("board"),
    "bureau": _words("bureau f.b.i. fbi"),
    "charity": _words("aid charity foundation fund trust"),
    "club": _words("ac afc city club fc town united"),
    "company": FIRM_WORDS,
    "department": _words("department dept"),
    "group": _words(
        """
        action advocates alliance association center centre coalition committee council federation foundation front
        fund group institute league network organization organisation pac society union watch
        """
    ),
    "institute": _words("center centre institute"),
    "network": _words("abc cbs cnn fox msnbc nbc network news pbs television tv"),
    "panel": _words("board commission committee panel subcommittee"),
    "paper": PAPER_WORDS,
    "regulator": _words("administration agency authority board commission office"),
    "union": _words("association brotherhood federation guild union workers"),
}
"""Nouns by which a body is called again → words in such a body's name. Cross-validated, of 127 known bodies 73 are
right and 7 wrong with them, 61 and 7 without, at the threshold that is shipped."""
ALIKE = {
    **dict.fromkeys(FIRMS - SORTS.keys(), "company"),
    **dict.fromkeys(("broadcaster", "channel", "station"), "network"),
    **dict.fromkeys(("ngo", "nonprofit", "organisation", "organization"), "group"),
    **dict.fromkeys(("journal", "magazine", "newspaper", "publication"), "paper"),
    "watchdog": "regulator",
}
"""Other nouns → the noun whose words count for them."""
LEAD = 3
"""First sentences of an article, whose bodies it is about: with what they name "the company" is found 51 times and
taken for another 10 times of 128, without 48 and 12 (cross-validated, at the threshold that is shipped)."""
MANY = 20
"""Names and roles of a figure that are looked at."""


def describe(scene: Scene, phrase: Phrase, figure: Figure, most_named: bool) -> list[float]:
    """The first of the numbers that ``DESCRIBED`` names: those for which the rules need not be asked.

    Args:
        scene: The stage.
        phrase: The description.
        figure: Whom it may mean.
        most_named: Whether none of the others is named more often.
    """
    named = _name(scene, phrase, figure, most_named)
    return [*_phrase(scene, phrase), *_role(scene, phrase, figure), *named, *_place(scene, figure)]


def _details(scene: Scene, phrase: Phrase) -> list[str]:
    """The words between a description's article and its noun."""
    lows = scene.words.lows
    start = phrase.first + (lows[phrase.first] in DETERMINERS)
    return [lows[index] for index in range(start, phrase.head) if lows[index] not in FORMER]


def _phrase(scene: Scene, phrase: Phrase) -> list[float]:
    words = scene.words
    details, first = _details(scene, phrase), words.lows[phrase.first]
    owned = any(words.flags[index] & POSSESSIVE for index in range(phrase.first, phrase.head))
    return [
        float(not details and phrase.last == phrase.head),
        float(min(len(details), 3)),
        float(phrase.last > phrase.head),
        float(first in ("this", "that")),
        float(owned or first in POSSESSIVES),
        float(singular(words.lows[phrase.head]) in UNIQUE_OFFICES),
    ]


def _role(scene: Scene, phrase: Phrase, figure: Figure) -> list[float]:
    """How a description goes with the roles that the text gave before."""
    head, details = singular(scene.words.lows[phrase.head]), _details(scene, phrase)
    heads = SAME_OFFICE.get(head, frozenset()) | {head}
    roles = figure.roles[:MANY]
    lows = {low for role in roles for low in _words_of(f"{role.organisation or ''} {role.title or ''}")}
    mine, theirs = _lands(details), _lands(lows)
    return [
        float(any(role.title for role in roles) and heads.isdisjoint(lows)),
        float(min(sum(low in lows for low in details), 2)),
        float(not heads.isdisjoint(lows)),
        float(not roles),
        float(not mine.isdisjoint(theirs)),
        float(bool(mine and theirs) and mine.isdisjoint(theirs)),
        float(bool(details) and not roles),
    ]


def _words_of(role: str) -> list[str]:
    plain = role.lower().replace("’s", "").replace("'s", "").replace("-", " ")
    return [low.strip(".,") for low in plain.split()]


def _lands(lows: list[str] | set[str]) -> set[str]:
    found = map(state_of, lows)
    return {land for land in found if land}


def _name(scene: Scene, phrase: Phrase, figure: Figure, most_named: bool) -> list[float]:
    """How a description goes with a figure's names, and with its gender."""
    words, head = scene.words, singular(scene.words.lows[phrase.head])
    names = figure.names[:MANY]
    lows = {words.lows[index] for name in names for index in range(name.first, name.last + 1)}
    press, of_state = bool(lows & PAPER_WORDS or lows & AGENCIES), bool(lows & BODIES_OF_STATE)
    female = is_womans(head)
    male = head in MALE_NOUNS or (head.endswith("man") and not female)
    other = (female and figure.evidence.gender == "m") or (male and figure.evidence.gender == "f")
    return [
        float(min(len(figure.names), MANY)) / MANY,
        float(most_named),
        float(len(figure.names) == 1),
        float(any(words.flags[name.first] & SHOUTED for name in names)),
        float(head in MEDIA and press),
        float(head in MEDIA and not press),
        float(head in FIRMS and bool(lows & FIRM_WORDS)),
        float(head in FIRMS and of_state),
        float(head in PUBLIC and of_state),
        float(head in PUBLIC and not of_state),
        float(head in lows),
        float(not lows.isdisjoint(SORTS.get(ALIKE.get(head, head), ()))),
        float(other),
    ]


def _place(scene: Scene, figure: Figure) -> list[float]:
    """Where in the article a figure is named first."""
    first = scene.words.sentences[figure.names[0].first] if figure.names else LEAD
    return [float(figure is scene.first_body), float(first == 0), float(first < LEAD)]
