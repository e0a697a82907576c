"""Called: whom an office or "the company" means that nobody was given before, by the learned scorer."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.resolve.antecedent_features import Around
from onrecord.resolve.antecedents import AntecedentScorer, Likely
from onrecord.resolve.described_features import FIRMS, MANY
from onrecord.resolve.descriptions import PAPERS, bodies, in_focus, is_of_another_land
from onrecord.resolve.figure import Figure
from onrecord.resolve.media import AGENCIES, PRESS_NAMES
from onrecord.resolve.phrases import DEFINITES, REFLEXIVES, Phrase
from onrecord.resolve.pronouns import is_clear
from onrecord.resolve.scene import Scene
from onrecord.resolve.vocabulary import ANOTHER, BODIES_OF_STATE, GENERIC_BODIES, PAPER_WORDS, UNLIKE
from onrecord.resolve.words import POSSESSIVE

FOCUS_MARGIN = 3
"""How many times as salient as the next must be who is called by an office or noun that was not given it before."""
FAINT = 0.05
"""Salience, times the number of candidates, under which nobody is called so: who was named long ago and only aside."""
HEARD = 0.5
"""Probability from which whoever has spoken is called so: of 1,400 articles' such answers 16 of 17 are right for
bodies, and 17 of 18 for offices of which more is said than the office."""
CALLED = GENERIC_BODIES | frozenset(
    {"board", "bureau", "department", "outlet", "panel", "publication", "site", "startup", "station"}
)
"""Nouns by which a body is called again."""
CLUBS = frozenset({"charity", "group", "ngo", "nonprofit", "organisation", "organization", "union"})
OFFICIAL = "official"
"""A noun wider than an office: in 1,400 articles no named person is meant by it but who has just been heard."""
PRESS_ENDS = PAPER_WORDS | PRESS_NAMES | AGENCIES
"""Last words of the names of papers, stations and agencies."""
KINDS = {"office": "person", "body": "organisation"}
"""Which weights count → what is meant."""
RULES = {"office": "focus", "body": "body"}
"""Which weights count → the rule that it is."""


def group_of(scene: Scene, phrase: Phrase) -> str | None:
    """Which of the scorer's weights are a description's; None where it is none that is scored.

    Args:
        scene: The stage.
        phrase: The description.
    """
    if phrase.plural or phrase.body:
        return None
    if phrase.kind == "person":
        return "office"
    return "body" if scene.words.lows[phrase.head] in CALLED else None


def called(
    scorer: AntecedentScorer, scene: Scene, phrase: Phrase, outer: tuple[Figure, ...], met: bool
) -> Likely | None:
    """Whom a definite description means.

    Args:
        scorer: The scorer.
        scene: The stage.
        phrase: The description.
        outer: Who speaks the statement that it stands in.
        met: Whether an unnamed source was called by its noun before.
    """
    group = group_of(scene, phrase)
    if group is None:
        return None
    own = {
        id(scene.figures.of.get(scene.figures.at[index].first))
        for index in range(phrase.first, phrase.last + 1)
        if index in scene.figures.at
    }
    lows, head = scene.words.lows[phrase.first : phrase.head], scene.words.lows[phrase.head]
    if head == OFFICIAL or not ANOTHER.isdisjoint(lows):
        return None
    firm, club = head in FIRMS, head in CLUBS

    def is_other(figure: Figure) -> bool:
        """Whether a figure is another: by office or land the *shadow* minister, a parliament where a firm is meant."""
        press = is_of_press(scene, figure)
        if (press and (firm or club)) or (not press and head in PAPERS):
            return True
        if firm:
            names = (scene.words.lows[name.first : name.last + 1] for name in figure.names[:MANY])
            return any(not BODIES_OF_STATE.isdisjoint(low) for low in names)
        if club and figure.printed:
            return figure.printed.lower().split()[-1] in BODIES_OF_STATE
        return is_of_another_land(phrase, figure) or any(
            UNLIKE.intersection((role.title or "").lower().split()).difference(lows) for role in figure.roles[:MANY]
        )

    candidates = scene.candidates(
        phrase.first,
        lambda one: (
            one.kind == KINDS[group] and one.named and not one.plural and id(one) not in own and not is_other(one)
        ),
    )
    focus = in_focus(scene, phrase) if group == "office" else bodies(scene, phrase)
    clear = is_clear(focus, FOCUS_MARGIN) and focus[0].salience * len(focus) >= FAINT
    around = Around(outer=outer, focus=tuple(one.figure for one in focus[:1]), clear=clear, met=met)
    ranked = scorer.rank(group, scene, phrase, candidates, around)
    likely = scorer.first(group, ranked, around)
    if likely is not None or not (_is_told(scene, phrase) if group == "office" else _is_plain(scene, phrase, own)):
        return likely
    first = ranked[0] if ranked else None
    return first if first is not None and first.candidate.heard >= 0 and first.probability >= HEARD else None


def _is_plain(scene: Scene, phrase: Phrase, own: Collection[int]) -> bool:
    """Whether a body's description points back and names nobody: "the company"."""
    return not own and scene.words.lows[phrase.first] in DEFINITES


def _is_told(scene: Scene, phrase: Phrase) -> bool:
    """Whether an office's description says more than the office, but not whose: "the *Harlow* mayor", no official's."""
    words = scene.words
    if words.lows[phrase.first] != "the":
        return False
    owned = any(words.flags[index] & POSSESSIVE for index in range(phrase.first, phrase.last + 1))
    more = phrase.head - phrase.first > 1 or (phrase.last > phrase.head and words.lows[phrase.last] not in REFLEXIVES)
    return more and not owned


def is_of_press(scene: Scene, figure: Figure) -> bool:
    """Whether a figure's name ends in a paper's or station's word: the Harlow *Times*.

    Args:
        scene: The stage.
        figure: The figure.
    """
    return any(scene.words.lows[name.last] in PRESS_ENDS for name in figure.names[:MANY])
