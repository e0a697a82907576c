"""Everywhere: who and what is named in an article beyond those who speak: what each is, and capitals that act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolve.casing import Casing
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.findings import Found
from onrecord.resolve.gazetteer import CAPITALS
from onrecord.resolve.kinds import kind_of
from onrecord.resolve.lexicon import SPEECH_VERBS
from onrecord.resolve.names import Name
from onrecord.resolve.naming import Naming
from onrecord.resolve.references import Referred
from onrecord.resolve.words import POSSESSIVE, Words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACTS_OF_STATES = _words(
    """
    accepts annexed approved backed backs banned blamed blames bombed condemns demands deployed expelled fears imposed
    invaded launched lifted opposes ordered plans pledged recalled recognised recognized rejects retaliated sanctioned
    seeks seized sees sends sent signed sought struck supplied supplies supports suspended threatened wants withdrew
    """
)
"""Verbs whose subject, where it is a capital's name, is its state."""
AUXILIARIES = frozenset({"has", "had", "have", "also", "again", "will", "would", "may", "could"})
TIES = _words("alliance contacts deal dialogue peace relations talks tension tensions ties trade treaty war")
"""What states have with one another."""
SCORE_BEHIND, SCORE_BEFORE = re.compile(r"\s\d{1,3}\s?[–-]\s?\d{1,3}\b"), re.compile(r"\b\d{1,3}\s?[–-]\s?\d{1,3}\s$")
"""A match's score beside a name: the state's team is named."""
SCORE = 12
"""Characters of the longest score with the white space around it."""


def settle_kinds(
    words: Words,
    casing: Casing,
    figures: Figures,
    found: Sequence[Found],
    referred: Sequence[Sequence[Referred]],
    naming: Naming | None = None,
) -> None:
    """Settle of what kind each figure is that is only named; who speaks, or is referred to and has a kind, keeps it.

    Args:
        words: The article's words.
        casing: How the article writes them.
        figures: Its figures; their kinds are set, and a capital that acts is given to its state.
        found: Who says each attribution.
        referred: The references of each.
        naming: What the network says of the article's words.
    """
    heard = {id(figure) for finding in found for figure in finding.figures}
    meant = (one.figure for references in referred for one in references)
    heard.update(id(figure) for figure in meant if figure is not None and figure.kind is not None)
    for figure in [*figures.all]:
        if not figure.names or id(figure) in heard:
            continue
        figure.kind = kind_of(words, casing, figure, naming)
        if figure.kind == "state" and any(_has_score(words, name) for name in figure.names):
            figure.kind = "organisation"
        elif figure.kind != "person":
            _give_capital(words, figures, figure)


def _has_score(words: Words, name: Name) -> bool:
    start, end = name.span.start, name.span.end
    before = SCORE_BEFORE.search(words.text, max(0, start - SCORE), start)
    return bool(before or SCORE_BEHIND.match(words.text, end, end + SCORE))


def _give_capital(words: Words, figures: Figures, figure: Figure) -> None:
    """Give the names by which a capital acts to its state, or to a new figure where the article does not name it."""
    state = CAPITALS.get(" ".join(words.lows[figure.names[0].first : figure.names[0].last + 1]))
    acting = [name for name in figure.names if _acts(words, figures, name)] if state else []
    if not state or not acting:
        return
    if state not in figures.by_state:
        figures.by_state[state] = Figure(kind="state")
        figures.all.append(figures.by_state[state])
    owner = figures.by_state[state]
    for name in acting:
        owner.take(name)
        figures.of[name.first] = owner
    owner.names.sort(key=lambda name: name.first)
    given = {name.first for name in acting}
    figure.names = [name for name in figure.names if name.first not in given]


def _acts(words: Words, figures: Figures, name: Name) -> bool:
    """Whether a capital's name stands for its state: it acts, or has ties with another."""
    before, after = name.first - 1, name.last + 1
    if before >= 0 and words.adjacent(before):
        if words.lows[before] in ("between", "with") and before and words.lows[before - 1] in TIES:
            return True
        if (
            words.lows[before] == "and"
            and before
            and words.adjacent(before - 1)
            and _is_tied(words, figures, before - 1)
        ):
            return True
        if words.lows[before] not in ("and", "but", "while", "that", "as", "because", "when", "after"):
            return False
    if words.flags[name.last] & POSSESSIVE or not words.adjacent(name.last):
        return False
    if words.lows[after] in AUXILIARIES and words.adjacent(after):
        after += 1
    return words.lows[after] in SPEECH_VERBS or words.lows[after] in ACTS_OF_STATES


def _is_tied(words: Words, figures: Figures, index: int) -> bool:
    """Whether the name that ends at a word follows "ties between"."""
    name = figures.at.get(index)
    before = name.first - 1 if name is not None else -1
    return before > 0 and words.lows[before] == "between" and words.lows[before - 1] in TIES
