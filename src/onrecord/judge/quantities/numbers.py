"""Numbers: numerals, number words, magnitudes, fractions and vague numbers, read where they begin."""

from __future__ import annotations

from decimal import Decimal

from onrecord.judge.quantities.number import DASHES, TWELVE, Number
from onrecord.judge.quantities.numerals import read_numeral, read_vulgar
from onrecord.judge.quantities.shares import and_half, read_half, read_share
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.wordnumbers import HUNDRED, MAGNITUDES, PLURALS, SMALL, SUFFIXES, TENS, read_words
from onrecord.judge.wordlist import word_set

FOLDS = {
    word: value
    for value, word in enumerate(
        ["twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold"], 2
    )
} | {"hundredfold": 100, "thousandfold": 1000}

ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth")
"""After a ten and a hyphen, these make an ordinal or a name ("the Twenty-Fourth Amendment"); "one-third" is a share."""

AND_A_HALF = word_set("minute hour day week month year decade century mile")
"""Units after "a" that "and a half" may follow ("a week and a half")."""

FEW = word_set("hundred thousand million billion trillion dozen")

INDEFINITE = (("several",), ("a", "few"), ("a", "handful", "of"), ("a", "number", "of"))


def read_number(tokens: Tokens, place: int) -> Number | None:
    """Read the number that begins at a token.

    Args:
        tokens: The text's tokens.
        place: The token.

    Returns:
        The number; None where none begins there.
    """
    kind, word = tokens.kind(place), tokens.low(place)
    if kind == "number":
        return read_numeral(tokens, place)
    if kind == "mark":
        return read_vulgar(tokens, place, Decimal(0), place)
    if kind != "word":
        return None
    if word in PLURALS:
        return _vague(tokens, place)
    if word == "tens":
        return _vague(tokens, place) if tokens.low(place + 1) == "of" and tokens.low(place + 2) in PLURALS else None
    if word in ("a", "an", "several", "few"):
        return _after_article(tokens, place)
    if word in FOLDS:
        return Number(place, place + 1, Decimal(FOLDS[word]), "number.fold")
    if word == "quarter":
        return read_share(tokens, place, Decimal(1), place) if tokens.low(place + 1) in DASHES else None
    if word == "another":
        return _hour_and_half(tokens, place)
    if word in ("half", "dozen"):
        return read_half(tokens, place, place) if word == "half" else _dozen(tokens, place)
    if word in ("hundred", "thousand", "million", "billion", "trillion") and tokens.low(place - 1) in ("the", "per"):
        return None
    read = read_words(tokens, place)
    if read is None:
        return None
    value, end = read
    if value > 1 and tokens.low(end) in DASHES and tokens.touches(end) and tokens.low(end + 1) in ORDINALS:
        return None
    if tokens.low(end) == "dozen":
        return Number(place, end + 1, value * TWELVE, "number.words")
    return read_share(tokens, place, value, end) or and_half(tokens, Number(place, end, value, "number.words"))


def _after_article(tokens: Tokens, place: int) -> Number | None:
    """Read "a dozen", "a million", "a third", "a few hundred", "several"."""
    for words in INDEFINITE:
        if tokens.slice(place, len(words)) == words:
            end = place + len(words)
            if tokens.low(end) in FEW:
                order = Decimal(10) if tokens.low(end) == "dozen" else MAGNITUDES.get(tokens.low(end), HUNDRED)
                return Number(place, end + 1, None, "number.vague", order)
            return Number(place, end - (tokens.low(end - 1) == "of"), None, "number.vague")
    word = tokens.low(place + 1)
    if word == "half":
        return read_half(tokens, place, place + 1)
    if tokens.low(place) not in ("a", "an"):
        return None
    if whole := _hour_and_half(tokens, place):
        return whole
    if word == "couple":
        return Number(place, place + 2, Decimal(2), "number.words", about=True)
    if word == "dozen" and tokens.low(place - 1) != "'s":
        return Number(place, place + 2, TWELVE, "number.words")
    if word == "hundred" or word in MAGNITUDES:
        value, end = MAGNITUDES.get(word, HUNDRED), place + 2
        while tokens.low(end) in MAGNITUDES and end < place + 4:
            value, end = value * MAGNITUDES[tokens.low(end)], end + 1
        if tokens.low(end) == "and" and (rest := read_words(tokens, end + 1)) and rest[0] < HUNDRED:
            value, end = value + rest[0], rest[1]
        return and_half(tokens, Number(place, end, value, "number.words"))
    return read_share(tokens, place, Decimal(1), place + 1)


def _hour_and_half(tokens: Tokens, place: int) -> Number | None:
    """The "a" of "a week and a half", whose unit reads the half."""
    whole = tokens.low(place + 1) in AND_A_HALF and tokens.slice(place + 2, 3) == ("and", "a", "half")
    return Number(place, place + 1, Decimal(1), "number.words") if whole else None


def _dozen(tokens: Tokens, place: int) -> Number | None:
    """Read "dozen" alone counts after "half" and numbers only, which read it themselves."""
    before = tokens.low(place - 1)
    return (
        None
        if before in ("a", "the", "this") or before.endswith("'s")
        else Number(place, place + 1, TWELVE, "number.words")
    )


def _vague(tokens: Tokens, first: int) -> Number:
    """Read "dozens", "tens of thousands", "hundreds of millions", "hundreds or thousands"."""
    order, end = PLURALS.get(tokens.low(first), Decimal(10)), first + 1
    while tokens.low(end) in ("of", "or", "and") and tokens.low(end + 1) in PLURALS and end < first + 6:
        more = PLURALS[tokens.low(end + 1)]
        order, end = (order * more if tokens.low(end) == "of" else order), end + 2
    return Number(first, end, None, "number.vague", order)


def scale_of(tokens: Tokens, number: Number) -> Decimal:
    """The magnitude that a number's last word or letter names; 1 where it names none.

    Args:
        tokens: The text's tokens.
        number: The number.
    """
    last = tokens.low(number.end - 1)
    if tokens.is_number(number.end - 1):
        return Decimal(1)
    return MAGNITUDES.get(last) or SUFFIXES.get(last) or (HUNDRED if last == "hundred" else Decimal(1))


STARTS = word_set("a an another several few half quarter dozen tens").union(FOLDS, SMALL, TENS, PLURALS)
"""Words that a number may begin with."""
