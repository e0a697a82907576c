"""Counted: when two printings of what is counted count the same thing.

Only the printing is passed over: articles, tense and auxiliaries ("people died", "people had died"), and the words of
one outcome: who is dead, killed or has died is one count in reports of a toll, as are injured, wounded and hurt. All
else parts: "soldiers killed" and "civilians killed", "killed" and "feared dead", "died" and "died of cold".
"""

from __future__ import annotations

from onrecord.store.words import lemmas

_LEFT_OUT = frozenset({"a", "an", "the", "of", "his", "her", "its", "their", "our", "these", "those", "this", "that"})

_AUXILIARIES = frozenset({"be", "have", "get", "left"})
"""Of a verb that says what came of those who are counted: "had been destroyed", "were left homeless"."""

OUTCOMES = {
    **dict.fromkeys(("dead", "die", "kill", "death", "fatality"), "dead"),
    **dict.fromkeys(("injure", "injured", "injury", "wound", "wounded", "hurt"), "hurt"),
}
"""Lemma → the outcome that it is a word for."""

_PEOPLE = frozenset({"people", "person", "life", "toll"})
"""Who is meant where nobody is named: "340 people died", "340 deaths", "the death toll was 340"."""


def counted_words(words: str) -> tuple[str, ...]:
    """What is counted as words that are the same where the same thing is counted, however it is printed.

    Args:
        words: What a figure counts, as its report prints it.

    Returns:
        Lemmas in their order; where an outcome is among them sorted, without "people".
    """
    plain = [lemma for lemma in lemmas(words) if lemma not in _LEFT_OUT]
    said = [lemma for lemma in plain if lemma not in _AUXILIARIES] or plain
    if OUTCOMES.keys().isdisjoint(said):
        return tuple(said)
    return tuple(sorted({OUTCOMES.get(lemma, lemma) for lemma in said} - _PEOPLE))
