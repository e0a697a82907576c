"""Money: signs and names of currencies, and the ISO 4217 code of each; the country decides where several share a name.

Codes and countries are those of ISO 4217:2015; a name is listed where only one country's money is called so, or where
one of them is meant in English news unless the country says otherwise. Where nothing decides ("pesos"), the unit is
the name itself and no code.
"""

from __future__ import annotations

from onrecord.judge.quantities.currencies import (
    ALIASES,
    CODES,
    DOLLAR_COUNTRIES,
    DOLLARS,
    LETTERS,
    NAMES,
    NATIONS,
    POUND_COUNTRIES,
    SHARED,
    SIGNS,
    TWO_WORD_NATIONS,
    YEN_COUNTRIES,
)
from onrecord.judge.quantities.tokens import Tokens

SIGNS_AFTER = {"€": "EUR", "£": "GBP", "$": "USD"}
"""Signs that stand after the number in texts from elsewhere ("15 €")."""


def read_sign(tokens: Tokens, end: int, country: str | None) -> tuple[int, str, str] | None:
    """Read the sign of money that stands before a number.

    Args:
        tokens: The text's tokens.
        end: The place of the number.
        country: ISO 3166 code of the country that the text was published in; None where it is not known.

    Returns:
        The sign's first place, the money's code, and the rule; None where there is none.
    """
    place = end - 1
    mark = tokens.low(place)
    if mark == "$":
        return _dollars(tokens, place, country)
    if mark == "£":
        return place, POUND_COUNTRIES.get(country or "", "GBP"), "money.sign"
    if mark in "¥￥" and mark:
        return place, YEN_COUNTRIES.get(country or "", "JPY"), "money.sign"
    if mark == "=" and tokens.low(place - 1) == "y":
        return place - 1, "JPY", "money.sign"
    if mark in SIGNS:
        return place, SIGNS[mark], "money.sign"
    printed = tokens.printed(place)
    if printed in CODES:
        return place, ALIASES.get(printed, printed), "money.code"
    if mark in DOLLARS and tokens.low(place - 1) == "$" and tokens.touches(place) and mark in ("us", "a", "nz"):
        return place - 1, DOLLARS[mark], "money.sign"  # "$US160 million"
    touching = tokens.touches(end) or mark in ("rs", "rs.", "rm")
    if mark in LETTERS and touching and tokens.is_capital(place) and not tokens.touches(place):
        return place, LETTERS[mark], "money.sign"
    return None


def _dollars(tokens: Tokens, place: int, country: str | None) -> tuple[int, str, str]:
    """A dollar sign: of the letters before it, of the country, else taken for the United States'."""
    before = tokens.low(place - 1)
    apart = before in ("us", "u.s.", "hk", "nz") and tokens.printed(place - 1).isupper()
    code = tokens.printed(place - 1).upper()
    if code in CODES and tokens.touches(place):
        return place - 1, code, "money.code"
    if before in DOLLARS and tokens.is_capital(place - 1) and (tokens.touches(place) or apart):
        return place - 1, DOLLARS[before], "money.sign"
    if country in DOLLAR_COUNTRIES:
        return place, DOLLAR_COUNTRIES[country], "money.country"
    return place, "USD", "money.sign" if country == "US" else "money.dollar-assumed"


def read_name(tokens: Tokens, place: int, country: str | None, large: bool) -> tuple[int, str, str] | None:
    """Read the name or code of money that stands after a number.

    Args:
        tokens: The text's tokens.
        place: The place after the number.
        country: As above.
        large: Whether the number is one of millions, so that "pounds" are money and no weight.

    Returns:
        The place after the name, the unit, and the rule; None where there is none.
    """
    printed = tokens.printed(place)
    if printed in CODES:
        return place + 1, ALIASES.get(printed, printed), "money.code"
    if (tokens.low(place) in SIGNS_AFTER) and not tokens.is_number(place + 1):
        return place + 1, SIGNS_AFTER[tokens.low(place)], "money.sign"
    nation, here = _nation(tokens, place)
    word = tokens.low(here)
    stem = word if word in NAMES or word in SHARED else word.removesuffix("s")
    if stem not in NAMES and stem not in SHARED:
        return None
    end = here + 1
    if stem == "pound" and tokens.low(end) == "sterling":
        return end + 1, "GBP", "money.name"
    if stem == "pound" and nation is None and not large:
        return None
    if stem in ("real", "mark", "won", "lev", "dong", "buck", "quid") and stem == word and nation is None and not large:
        return None
    shared = SHARED.get(stem, {})
    if nation is not None:
        if shared and nation not in shared:
            return None
        return end, shared.get(nation, NAMES.get(stem, stem)), "money.name"
    if country in shared:
        return end, shared[country], "money.country"
    if stem == "pound":
        return end, "GBP", "money.name"
    if stem == "dollar":
        return end, "USD", "money.dollar-assumed"
    return end, NAMES.get(stem, stem), "money.name" if stem in NAMES else "money.unsure"


def _nation(tokens: Tokens, place: int) -> tuple[str | None, int]:
    """A nation before the money's name ("Hong Kong dollars"), and the place after it."""
    pair = tokens.slice(place, 2)
    if pair in TWO_WORD_NATIONS:
        return TWO_WORD_NATIONS[pair], place + 2
    if tokens.low(place) in NATIONS:
        return NATIONS[tokens.low(place)], place + 1
    return None, place
