"""Called: whom an office or "the company" means that nobody was given before, by the learned scorer."""

from __future__ import annotations

from onrecord.resolve.antecedent_features import Around
from onrecord.resolve.antecedents import AntecedentScorer, Likely
from onrecord.resolve.described_features import FIRMS, MANY
from onrecord.resolve.descriptions import bodies, in_focus, is_of_another_land
from onrecord.resolve.figure import Figure
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.pronouns import is_clear
from onrecord.resolve.scene import Scene
from onrecord.resolve.vocabulary import ANOTHER, BODIES_OF_STATE, GENERIC_BODIES, UNLIKE

FOCUS_MARGIN = 3
"""How many times as salient as the next must be who is called by an office or noun that was not given it before."""
FAINT = 0.05
"""Salience, times the number of candidates, under which nobody is called so: who was named long ago and only aside."""
CALLED = GENERIC_BODIES | frozenset(
    {"board", "bureau", "department", "outlet", "panel", "publication", "site", "startup", "station"}
)
"""Nouns by which a body is called again."""
CLUBS = frozenset({"charity", "group", "ngo", "nonprofit", "organisation", "organization", "union"})
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
    lows = scene.words.lows[phrase.first : phrase.head]
    if not ANOTHER.isdisjoint(lows):
        return None

    firm, club = scene.words.lows[phrase.head] in FIRMS, scene.words.lows[phrase.head] in CLUBS

    def is_other(figure: Figure) -> bool:
        """Whether a figure is another: by office or land the *shadow* minister, a parliament where a firm is meant."""
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
    return scorer.choose(group, scene, phrase, candidates, around)
