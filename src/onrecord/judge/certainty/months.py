"""Months: the "May" that is a month or a name, told from the "may" that hedges by how it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.verbs import MONTH_CUES
from onrecord.judge.words import Words

MAY = "May"
"""What stands for a month among words in lower case."""


def name_months(text: str, words: Words, sentence: Sequence[int], lows: Sequence[str]) -> list[str]:
    """Write each "may" that is a month or a name with a capital letter, so that no modal is seen in it.

    Printed in lower case it is the verb. With a capital it is a month, a name, or the verb of a heading in which every
    word has one, or of a sentence that it opens; there the words beside it decide.

    Args:
        text: The text that the words stand in.
        words: Its words.
        sentence: Numbers of the sentence's words.
        lows: These words in lower case; more may follow.

    Returns:
        The words.
    """
    named = list(lows)
    for place, number in enumerate(sentence):
        if lows[place] == "may" and text[words.starts[number]] == "M" and _is_month(text, words, sentence, lows, place):
            named[place] = MAY
    return named


def _is_month(text: str, words: Words, sentence: Sequence[int], lows: Sequence[str], place: int) -> bool:
    before = lows[place - 1] if place else ""
    after = lows[place + 1] if place + 1 < len(sentence) else ""
    if not after[:1].isalpha() or before in MONTH_CUES or before == "the":
        return True
    if not before[:1].isalnum():  # "May marked the third month of growth", "May we go?"
        return after.endswith("ed") or after in MONTH_CUES
    return text[words.starts[sentence[place + 1]]].islower()
