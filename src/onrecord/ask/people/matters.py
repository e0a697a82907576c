"""Matters: what somebody speaks of, by the words that their statements have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from onrecord.judge.wordlist import word_set
from onrecord.store.words import lemmas

_SHORTEST = 3
"""Letters of a word that can tell a matter."""

_COMMON = word_set("""
    the and for with that this from have has had not but are was were been being will would can could may might
    shall should must did does his her its their our your they them she you him who whom whose which what when where
    why how there here then than more most much many some any all both each few other another such own same too very
    just also only even still yet again already never always often now out over under into onto about after before
    between during through against because while until since whether down off one two three first second last next
    new old good bad great big small long high low say tell ask think know want make take get come see give use find
    put keep let begin seem need mean leave work call try become show feel look like way thing people year day time
    week month today tomorrow yesterday part lot kind nothing something anything everything everyone nobody yes well
    back able around every really actually right dont didnt doesnt wont cant isnt arent wasnt ive weve theyre youre
    thats theres lets mrs percent per cent million billion thousand hundred man woman fact point place case number
    far ever those these itself himself herself themselves ourselves without within across toward towards via upon
    among
""")
"""Lemmas that tell no matter: the function words of English, and the commonest verbs and nouns of news."""


def matters_of(contents: Iterable[str], besides: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Count the words that several statements have.

    Args:
        contents: The lemmas of each statement, with spaces between.
        besides: Words that do not count, such as those of the speaker's own name.
        most: How many words to give at most.

    Returns:
        Words and how many statements have them, at least two; the most frequent first, then in alphabetical order.
        A word that would be looked for by another ("lay" by "lie") is passed over: its number must open its list.
    """
    left_out = _COMMON.union(besides)
    seen = Counter(word for content in contents for word in set(content.split()) if _tells(word, left_out))
    frequent = sorted((-times, word) for word, times in seen.items() if times > 1)
    asked_alike = ((word, -times) for times, word in frequent if lemmas(word) == [word])
    return list(islice(asked_alike, most))


def _tells(word: str, left_out: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST and not word.isdigit() and word not in left_out
