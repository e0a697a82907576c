"""Bounds: the words around a number that tell how exact it is."""

from __future__ import annotations

from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.wordlist import word_set
from onrecord.types import Bound

_BEFORE = """
at-least: at least | no fewer than | no less than | not less than | not fewer than | a minimum of | minimum of | ≥
  | at the very least
at-most: at most | up to | as many as | as much as | as high as | no more than | not more than | a maximum of
  | maximum of | up to as many as | as many as to | as long as | ≤ | within
more-than: more than | over | above | exceeding | in excess of | upwards of | upward of | greater than | just over
  | well over | well above | slightly over | slightly more than | a little over | a little more than | just above
  | just more than | far more than | well in excess of | > | better than | exceeded | exceeds | exceed | surpassing
  | surpassed | topping | topped
less-than: less than | fewer than | under | below | just under | well under | just below | well below | slightly under
  | slightly less than | a little under | just short of | short of | <
about: about | around | approximately | roughly | some | nearly | almost | close to | circa | approx | approx. | ~ | ≈
  | an estimated | estimated | virtually | just about | more or less | in the region of | in the order of
  | on the order of | near | nearing | approaching | barely | something like | perhaps | maybe | somewhere around
  | practically | estimated at | c.
exact: exactly | precisely
"""
_AFTER = """
at-least: or more | or higher | or above | or over | or greater | or better | or longer | plus | at least | and above
  | and over | and up | and more | at a minimum | or older | or later
at-most: or less | or fewer | or below | or under | or lower | at most | at maximum | or shorter | at the most | tops
  | or younger
about: or so | odd | some | ish | or thereabouts | give or take
"""


def _table(text: str) -> dict[tuple[str, ...], Bound]:
    table: dict[tuple[str, ...], Bound] = {}
    for entry in text.strip().replace("\n  |", " |").split("\n"):
        bound, phrases = entry.split(": ", 1)
        for phrase in phrases.split("|"):
            table[tuple(phrase.split())] = bound  # type: ignore[assignment]  # the table is written in bounds
    return table


BEFORE = _table(_BEFORE)
AFTER = _table(_AFTER)
LAST = frozenset(words[-1] for words in BEFORE)
FIRST = frozenset(words[0] for words in AFTER)
"""Last words of the bounds before a number, and first words of those after it: most words are neither."""

LONGEST = max(map(len, BEFORE))
MOST = 3
"""Phrases that may stand one before the other ("by at least about")."""

FILLERS = word_set("just only a an mere whopping staggering further another total of additional")
"""Words that may stand between a bound and its number: "more than a further 300". "About the three" is no bound."""

NOT_AFTER = {
    "over": word_set("all turned took take taken taking handed hand"),
    "some": word_set("for with but and"),
    "under": word_set("from down"),
    "around": word_set("all turned turn turning"),
    "about": word_set("talk talked talking worried worry asked know knew tell told complain complained think"),
    "up": word_set("sign signs signed signing live lives lived living stand stands stood owns owned own add adds"),
}
"""First words of bounds, and words after which they are none ("to sign up to a $1bn deal")."""


def bound_before(tokens: Tokens, first: int) -> tuple[int, Bound | None]:
    """Read the bound before a number.

    Args:
        tokens: The text's tokens.
        first: The number's first place, with its sign of money.

    Returns:
        The first place of the bound's words and the bound; the place given, and None, where there is none. Of several
        ("at least about"), the one that is not "about" counts.
    """
    place, bound = first, None
    for _ in range(MOST):
        step = _one(tokens, place)
        if step is None:
            break
        place, found = step
        if bound is None or bound in ("about", "exact"):
            bound = found
    return place, bound


def _one(tokens: Tokens, first: int) -> tuple[int, Bound] | None:
    """One phrase that ends right before a place, or before one filler."""
    for end in (first, first - 1):
        if end < first and tokens.low(end) not in FILLERS:
            break
        if tokens.low(end - 1) not in LAST:
            continue
        for count in range(min(LONGEST, end), 0, -1):
            words = tokens.slice(end - count, count)
            if words in BEFORE and _is_bound(tokens, end - count, words):
                return end - count, BEFORE[words]
    return None


def _is_bound(tokens: Tokens, place: int, words: tuple[str, ...]) -> bool:
    if words[0] in "<>" and (tokens.touches(place) or "\n" in tokens.text[tokens.ends[place] : tokens.ends[place] + 2]):
        return False  # the end of a tag
    return tokens.low(place - 1) not in NOT_AFTER.get(words[0], ())


def bound_after(tokens: Tokens, end: int) -> tuple[int, Bound] | None:
    """Read the bound after a number or its unit ("or more", "-plus", "5,000+").

    Args:
        tokens: The text's tokens.
        end: The place after it.

    Returns:
        The place after the bound's words and the bound; None where there is none.
    """
    if tokens.low(end) == "+" and tokens.touches(end):
        return end + 1, "at-least"
    here = end + (tokens.low(end) == "-")
    if tokens.low(here) not in FIRST:
        return None
    for count in (3, 2, 1):
        words = tokens.slice(here, count)
        if len(words) == count and words in AFTER:
            if words in (("plus",), ("odd",), ("some",), ("ish",)) and here == end:
                return None
            if words in (("odd",), ("some",), ("ish",)) and not (tokens.touches(end) and tokens.touches(here)):
                return None  # "40% - some of it"
            return here + count, AFTER[words]
    return None
